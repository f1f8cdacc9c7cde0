"""A figure as a template sees it: prints itself the Vietnamese way and knows last year's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import total_ordering
from typing import Any, ClassVar

from baocao.derive.blank import Blank
from baocao.derive.printers import DateView, date_or_blank
from baocao.derive.wording import NIL_WORDS, number_words, printed_hedge, printed_number, scale_of_change
from baocao.model.record import Hedge, HouseStyle, Value
from baocao.packs.catalogue import Indicator, Kind
from baocao.quick import quick_dataclass
from baocao.vietnamese.directions import DOWN, SAME, UP
from baocao.vietnamese.words import number_words as spelled

FIGURE_FIELDS = (
    "gia_tri", "don_vi_tinh", "tong", "truoc", "chenh_lech", "ty_le_chenh_lech", "huong", "rao", "nguon",
    "tu_ngay", "den_ngay", "cac_nam", "con_thieu", "ty_le_tong",
)  # fmt: skip
_WITH_UNIT = frozenset({Kind.RATE, Kind.MONEY})


@total_ordering
@quick_dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """One number with data. True unless "không phát sinh"; compares with numbers by its value.

    All template attributes are Vietnamese (`FIGURE_FIELDS`); the state behind them is closed to templates.
    _years makes the years of its series (`derive.series`); the cells of lists have none. _summed: see
    `Record.summed`.
    """

    _indicator: Indicator
    _value: Value
    _before: Value | None
    _style: HouseStyle
    _years: Callable[[Indicator], Sequence[Any]] | None = None
    _summed: bool = False

    trong: ClassVar[bool] = False

    @property
    def ma(self) -> str:
        """The indicator's id."""
        return self._indicator.id

    @property
    def ten(self) -> str:
        """The indicator's label."""
        return self._indicator.label

    @property
    def don_vi_tinh(self) -> str:
        """The unit counted in ("hồ sơ")."""
        return self._indicator.unit

    @property
    def gia_tri(self) -> Decimal:
        """The number as it is printed, so that printed arithmetic closes; 0 for "không phát sinh"."""
        return _amount(self._value, self._indicator, self._style)

    @property
    def khong_phat_sinh(self) -> bool:
        """Whether the data states "không phát sinh"."""
        return self._value.nil

    @property
    def rao(self) -> str:
        """The hedge before the number ("trên"), or ""."""
        return str(printed_hedge(self._value, self._indicator, self._style))

    @property
    def nguon(self) -> str:
        """Where the unit has the number from, or ""."""
        return self._value.source

    @property
    def tong(self) -> Figure | Blank:
        """The number of ranked units, or the greatest possible points."""
        of = self._value.of if self._value.of is not None else self._indicator.maximum
        if of is None or self._indicator.kind not in (Kind.RANK, Kind.POINTS):
            return self._blank("tong", "Tổng của")
        indicator = replace(self._indicator, kind=Kind.POINTS, maximum=None)
        pads = self._indicator.kind is Kind.RANK and self._style.two_digit_ranks
        if self._indicator.kind is Kind.RANK:
            indicator = replace(indicator, kind=Kind.COUNT)
        return Figure(indicator, Value(number=of), None, replace(self._style, two_digit_counts=pads))

    @property
    def con_thieu(self) -> Figure | Blank:
        """The points short of the greatest possible ones (`tong`)."""
        most = self._most_points()
        if most is None:
            return self._blank("con_thieu", "Số điểm còn thiếu của")
        indicator = replace(self._indicator, maximum=None)
        return Figure(indicator, self._reckoned(most - self.gia_tri), None, self._style)

    @property
    def ty_le_tong(self) -> Figure | Blank:
        """The points in percent of the greatest possible ones."""
        most = self._most_points()
        if not most:
            return self._blank("ty_le_tong", "Tỷ lệ điểm đạt của")
        indicator = replace(self._indicator, kind=Kind.RATE, decimals=None, maximum=None, unit="")
        return Figure(indicator, self._reckoned(self.gia_tri * 100 / most), None, self._style)

    @property
    def truoc(self) -> Figure | Blank:
        """The figure of the previous period."""
        if self._before is None:
            return self._blank("truoc", "Kỳ trước của")
        return Figure(self._indicator, self._before, None, self._style)

    @property
    def co_truoc(self) -> bool:
        """Whether the figure can be compared with the previous period's: not when both show one number and
        one of them is rough.
        """
        return self._before is not None and (bool(self._moved()) or not self._is_rough(self._before))

    @property
    def cong_don_vi(self) -> bool:
        """Whether it is the sum of what the units below have sent, not the unit's own."""
        return self._summed

    @property
    def chenh_lech(self) -> Figure | Blank:
        """How far it moved, without sign: places for a rank, points (not %) for a rate, money in its unit."""
        if not self.co_truoc:
            return self._blank("chenh_lech", "Chênh lệch so với kỳ trước của")
        moved = self._reckoned(abs(self._moved()), self._before)
        told = self._value if self._value.number else self._before
        if told is not None and told.scale and moved.number is not None:
            moved = replace(moved, scale=scale_of_change(moved.number, told))
        return Figure(difference_of(self._indicator), moved, None, self._style)

    @property
    def ty_le_chenh_lech(self) -> Figure | Blank:
        """How far it moved in percent of the previous number; blank when that was 0, and for ranks."""
        before = Decimal(0) if self._before is None else _amount(self._before, self._indicator, self._style)
        if not before or not self.co_truoc or self._indicator.kind is Kind.RANK:
            return self._blank("ty_le_chenh_lech", "Tỷ lệ chênh lệch của")
        rate = self._reckoned(abs(self._moved()) * 100 / before, self._before)
        indicator = replace(self._indicator, kind=Kind.RATE, decimals=None, unit="")
        return Figure(indicator, rate, None, self._style)

    @property
    def huong(self) -> str | Blank:
        """ "tăng", "giảm" or "không thay đổi"; a rank rises when its number gets smaller."""
        if not self.co_truoc:
            return self._blank("huong", "Tăng, giảm của")
        moved = -self._moved() if self._indicator.kind is Kind.RANK else self._moved()
        return SAME if not moved else UP if moved > 0 else DOWN

    @property
    def tu_ngay(self) -> DateView | Blank:
        """Begin of the figure's own window, when it has one."""
        return self._window(0, "tu_ngay", "Từ ngày của")

    @property
    def den_ngay(self) -> DateView | Blank:
        """End of the figure's own window, when it has one."""
        return self._window(1, "den_ngay", "Đến ngày của")

    @property
    def cac_nam(self) -> Sequence[Any]:
        """The figure of each year of the series, earliest first."""
        return () if self._years is None else self._years(self._indicator)

    def nam(self, year: object) -> Any:
        """The figure of one year; a template may call it (`nam(2023)`)."""
        return of_year(self.cac_nam, year, self.ma, self.ten)

    def names(self) -> tuple[str, ...]:
        """The attributes a template may ask for."""
        return ("ma", "ten", "trong", "khong_phat_sinh", "co_truoc", "cong_don_vi", "nam", *FIGURE_FIELDS)

    def __dir__(self) -> tuple[str, ...]:
        return self.names()

    def _reckoned(self, number: Decimal, before: Value | None = None) -> Value:
        """What was reckoned with this figure, and that of the period before: about right when one of them
        is rough.
        """
        return Value(number=number, hedge=Hedge.ABOUT if self._is_rough(before) else Hedge.NONE)

    def _is_rough(self, before: Value | None) -> bool:
        return bool(self._value.hedge or (before is not None and before.hedge))

    def _moved(self) -> Decimal:
        assert self._before is not None
        return self.gia_tri - _amount(self._before, self._indicator, self._style)

    def _most_points(self) -> Decimal | None:
        of = self._value.of if self._value.of is not None else self._indicator.maximum
        return of if self._indicator.kind is Kind.POINTS and not self._value.nil else None

    def _window(self, end: int, field: str, of: str) -> DateView | Blank:
        return date_or_blank(self._value.window[end], self._style, f"{self.ma}.{field}", f"{of} {self.ten}")

    def _blank(self, field: str, of: str) -> Blank:
        return Blank(f"{self.ma}.{field}", f"{of} {self.ten}", FIGURE_FIELDS)

    def __bool__(self) -> bool:
        return not self._value.nil

    def __eq__(self, other: object) -> bool:
        number = _comparable(other)
        return NotImplemented if number is None else bool(self.gia_tri == number)

    def __lt__(self, other: object) -> bool:
        number = _comparable(other)
        return NotImplemented if number is None else bool(self.gia_tri < number)

    def __hash__(self) -> int:
        return hash(self.gia_tri)

    def __str__(self) -> str:
        return figure_words(self._value, self._indicator, self._style)

    def __html__(self) -> str:
        return str(self)


def of_year(years: Sequence[Any], year: object, id_: str, label: str) -> Any:
    """The figure of one year of a series; a blank for a year that is not in it."""
    found = next((one.so for one in years if one.nam == year), None)
    return Blank(f"{id_}.nam({year})", f"{label}, năm {year}", FIGURE_FIELDS) if found is None else found


def figure_words(value: Value, indicator: Indicator, style: HouseStyle) -> str:
    """The wording of a number: hedge, then the number by its kind; "không phát sinh" for nil."""
    if value.nil:
        return NIL_WORDS
    words = number_words(value, indicator, style)
    hedge = printed_hedge(value, indicator, style)
    return f"{hedge} {words}" if hedge else words


def with_unit(figure: Figure) -> str:
    """A figure with its unit, as a sentence has it: "1.250 hồ sơ"; rates and money have theirs anyway."""
    if figure.khong_phat_sinh or figure._indicator.kind in _WITH_UNIT or not figure.don_vi_tinh:
        return str(figure)
    return f"{figure} {figure.don_vi_tinh}"


def in_words(figure: Figure) -> str:
    """The number in words with its hedge: "trên một nghìn hai trăm năm mươi"; "không phát sinh" for nil."""
    if figure.khong_phat_sinh:
        return NIL_WORDS
    style = figure._style
    words = spelled(figure.gia_tri, zero_word=style.zero_word, thousand_word=style.thousand_word)
    return f"{figure.rao} {words}" if figure.rao else words


def difference_of(indicator: Indicator) -> Indicator:
    """What the difference of two such figures is: places of a rank, points of a rate, else the same kind."""
    if indicator.kind is Kind.RANK:
        return replace(indicator, kind=Kind.COUNT, unit="bậc", maximum=None)
    if indicator.kind is Kind.RATE:
        return replace(indicator, kind=Kind.POINTS, unit="điểm %", maximum=None)
    return replace(indicator, maximum=None)


def _amount(value: Value, indicator: Indicator, style: HouseStyle) -> Decimal:
    return Decimal(0) if value.number is None else printed_number(value, indicator, style)


def _comparable(other: object) -> Decimal | int | float | None:
    if isinstance(other, Figure):
        return other.gia_tri
    return other if isinstance(other, Decimal | int | float) else None
