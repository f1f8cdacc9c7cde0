"""Figures over years: what a template loops over (`tthc.tiep_nhan.cac_nam`), and totals of a whole review."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar

from baocao.derive.arithmetic import add
from baocao.derive.blank import Blank
from baocao.derive.figure import FIGURE_FIELDS, Figure, of_year
from baocao.derive.resolve import resolve_all
from baocao.derive.resolved import How, Resolved
from baocao.model.period import label_of_year, window_of_year
from baocao.model.record import HouseStyle, Period, PeriodKind, Record, Value
from baocao.model.unit import TWO_LEVELS
from baocao.model.years import years_needed
from baocao.packs.catalogue import Catalogue, Indicator, OverYears

Figured = Mapping[str, Resolved]
YearFigures = Mapping[int, Figured]

YEAR_FIELDS = (
    "nam", "ky", "so", "co_truoc", "chenh_lech", "ty_le_chenh_lech", "huong", "qua_sap_xep",
)  # fmt: skip
"""What a template may ask of one year."""


def figures_of_years(record: Record, catalogue: Catalogue, before: Figured) -> YearFigures:
    """The figures of other years: those of the files of a series, and last year's."""
    style = record.unit.style
    years = {year: resolve_all(catalogue, values, style) for year, values in record.years.items()}
    if record.period.kind is PeriodKind.SPAN or not before:
        return years
    return {**years, record.period.year - 1: before}


def with_this_year(years: YearFigures, period: Period, now: Figured) -> YearFigures:
    """The figures of the series with this year's; a review has none of its own in it."""
    return years if period.kind is PeriodKind.SPAN else {**years, period.year: now}


def year_numbers(period: Period, years: YearFigures) -> tuple[int, ...]:
    """The years of the series: all those of a review, else those that are known."""
    if period.kind is PeriodKind.SPAN:
        return tuple(range(period.year, period.last_year + 1))
    return tuple(sorted(years)) or (period.year,)


def made_of_years(indicator: Indicator, period: Period, years: YearFigures) -> Resolved | None:
    """The figure of a review out of those of its years (`cong_nam`); None when a year it takes is blank."""
    needed = years_needed(indicator.over_years, period) if period.kind is PeriodKind.SPAN else ()
    found = [years.get(year, {}).get(indicator.id) for year in needed]
    if not found or any(item is None or item.how is How.FALLBACK for item in found):
        return None
    total = _added([item.value if item else None for item in found])
    return None if total is None else Resolved(indicator.id, total, How.YEARS, years=needed)


def _added(values: list[Value | None]) -> Value | None:
    """The sum; money that was always typed in one unit ("triệu") stays in it. None when one is blank."""
    total = add(values)
    scales = {value.scale for value in values if value is not None and not value.nil}
    return replace(total, scale=scales.pop()) if total is not None and len(scales) == 1 else total


class OneYear:
    """One year of a series; printed alone it is the year's figure."""

    __slots__ = ("ky", "nam", "qua_sap_xep", "so")

    khong_phat_sinh: ClassVar[bool] = False

    def __init__(self, year: int, label: str, figure: Figure | Blank, *, crosses: bool) -> None:
        self.nam, self.ky, self.so, self.qua_sap_xep = year, label, figure, crosses

    @property
    def ma(self) -> str:
        """The id of its figure."""
        return self.so.ma

    @property
    def ten(self) -> str:
        """The label of its figure."""
        return self.so.ten

    @property
    def trong(self) -> bool:
        """Whether nothing is known of the year."""
        return self.so.trong

    @property
    def co_truoc(self) -> bool:
        """Whether the year before is known, too."""
        return self.so.co_truoc

    @property
    def chenh_lech(self) -> Any:
        """How far the figure moved since the year before."""
        return self.so.chenh_lech

    @property
    def ty_le_chenh_lech(self) -> Any:
        """The same in percent."""
        return self.so.ty_le_chenh_lech

    @property
    def huong(self) -> Any:
        """ "tăng", "giảm" or "không thay đổi" since the year before."""
        return self.so.huong

    def names(self) -> tuple[str, ...]:
        """The attributes a template may ask for."""
        return ("ma", "ten", "trong", *YEAR_FIELDS)

    def __dir__(self) -> tuple[str, ...]:
        return self.names()

    def __str__(self) -> str:
        return str(self.so)

    def __html__(self) -> str:
        return str(self)


class Years(tuple[OneYear, ...]):
    """The years of one figure, earliest first: loops, `length` and indexing work.

    `cong`: their sum, only of figures that add up over years. `so_voi_dau`: the last year's figure, compared
    with the first year's instead of with the year before.
    """

    ma: str
    ten: str
    cong: Figure | Blank
    so_voi_dau: Figure | Blank

    @property
    def trong(self) -> bool:
        """Whether nothing is known of any year."""
        return all(one.trong for one in self)

    @property
    def dau(self) -> OneYear:
        """The first year."""
        return self[0]

    @property
    def cuoi(self) -> OneYear:
        """The last year."""
        return self[-1]

    def names(self) -> tuple[str, ...]:
        """The attributes a template may ask for."""
        made = (name for name in ("so_voi_dau", "cong") if hasattr(self, name))
        return ("ma", "ten", "trong", "dau", "cuoi", *made)

    def __dir__(self) -> tuple[str, ...]:
        return self.names()


class Series:
    """Makes the years of any figure of one record."""

    def __init__(self, period: Period, years: YearFigures, style: HouseStyle) -> None:
        self._period, self._years, self._style = period, years, style
        self.numbers = year_numbers(period, years)

    def of(self, indicator: Indicator) -> Years:
        """The years of one figure. A review may know the year before its first one, to compare with."""
        values = {
            year: found[indicator.id].value for year, found in self._years.items() if indicator.id in found
        }
        years = Years(self._one(indicator, year, values) for year in self.numbers)
        years.ma, years.ten = indicator.id, indicator.label
        first, last = values.get(self.numbers[0]), values.get(self.numbers[-1])
        years.so_voi_dau = self._figure(indicator, last, first, "cac_nam.so_voi_dau", "năm cuối")
        if indicator.over_years is OverYears.SUM:
            total = _added([values.get(year) for year in self.numbers])
            years.cong = self._figure(indicator, total, None, "cac_nam.cong", "cộng các năm")
        return years

    def _one(self, indicator: Indicator, year: int, values: Mapping[int, Value]) -> OneYear:
        label = label_of_year(self._period, year)
        figure = self._figure(indicator, values.get(year), values.get(year - 1), f"nam({year})", label)
        first, last = window_of_year(self._period, year - 1)[0], window_of_year(self._period, year)[1]
        return OneYear(year, label, figure, crosses=first < TWO_LEVELS <= last and figure.co_truoc)

    def _figure(
        self, indicator: Indicator, value: Value | None, before: Value | None, field: str, of: str
    ) -> Figure | Blank:
        if value is None:
            return Blank(f"{indicator.id}.{field}", f"{indicator.label}, {of}", FIGURE_FIELDS)
        return Figure(indicator, value, before, self._style)


class BlankFigure(Blank):
    """A figure that the record itself does not give; other years may."""

    __slots__ = ("_indicator", "_series")

    def __init__(self, indicator: Indicator, series: Series) -> None:
        super().__init__(indicator.id, indicator.label, FIGURE_FIELDS)
        self._indicator, self._series = indicator, series

    @property
    def cac_nam(self) -> Years:
        """The figure of each year."""
        return self._series.of(self._indicator)

    def nam(self, year: object) -> Any:
        """The figure of one year."""
        return of_year(self.cac_nam, year, self.ma, self.ten)

    def names(self) -> tuple[str, ...]:
        """The attributes a template may ask for."""
        return (*super().names(), "nam")
