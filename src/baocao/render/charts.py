"""Charts of one render: values of the data -> `ChartData`, and the parts of the charts that were printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from jinja2.runtime import Context, Undefined
from markupsafe import Markup

from baocao.ooxml.charts.data import ChartData, Point, Series, in_words
from baocao.ooxml.charts.drawing import ChartParts
from baocao.ooxml.charts.shell import ChartShell, filled
from baocao.template import marks
from baocao.template.sandbox import Runtime
from baocao.template.text import as_markup, sober_xml
from baocao.vietnamese.numbers import format_number

MOST_GROUPS, MOST_SLICES = 40, 8
"""More categories than this nobody can read."""
_NIL = "–"
"""The sign of statistics for what has not occurred."""
_DIGITS = frozenset("0123456789.,%")


class Charts:
    """Registers the charts of one render. shells: those of the template, by name."""

    def __init__(self, runtime: Runtime, shells: Mapping[str, ChartShell]) -> None:
        self._runtime, self._shells = runtime, shells
        self._made: list[tuple[ChartShell, ChartData]] = []

    def filters(self) -> Mapping[str, Callable[..., Any]]:
        """What the compiled code calls."""
        return {"_bieu_do": self._chart, "_loi_bieu_do": self._told}

    def parts(self, printed: Iterable[int]) -> list[ChartParts]:
        """The charts that were printed, in their order. printed: their places in the register."""
        return [filled(*self._made[place]) for place in printed]

    def _chart(self, _: Context, asked: Mapping[str, Any]) -> Markup:
        """Register a chart; gives the mark of its relationship, nothing when it has no data or a fault."""
        shell = self._shells[asked["khoa"]]
        data = _Reading(self._runtime, asked).data()
        if data is None or not self._is_sound(shell, data, asked["tong"]):
            return as_markup("")
        if data.is_blank:
            self._runtime.report("bieu-do-trong")
            return as_markup("")
        if shell.is_pie and not any(data.values):
            self._runtime.report("bieu-do-tron-khong")
            return as_markup("")
        self._made.append((shell.coloured() if asked["mau"] else shell, data))
        return as_markup(marks.mark(marks.CHART, len(self._made) - 1))

    def _told(self, _: Context, chart: Markup) -> Markup:
        """The figures of the chart that was registered last, in words."""
        return as_markup(sober_xml(in_words(self._made[-1][1])) if chart else "")

    def _is_sound(self, shell: ChartShell, data: ChartData, whole: Any) -> bool:
        report = self._runtime.report
        most = MOST_SLICES if shell.is_pie else MOST_GROUPS
        if len(data.categories) > most:
            report("bieu-do-nhieu-nhom", so=len(data.categories), toi_da=most)
        if not shell.is_pie:
            return True
        if len(data.series) > 1:
            report("bieu-do-tron-nhieu-day", so=len(data.series))
            return False
        if any(value < 0 for value in data.values):
            report("bieu-do-tron-am")
            return False
        return whole is None or self._adds_up(data.series[0], whole)

    def _adds_up(self, series: Series, whole: Any) -> bool:
        stated = _amount(whole)
        if stated is None or any(point.value is None for point in series.points) or stated == series.total:
            return True
        cong, tong = format_number(series.total), format_number(stated)
        self._runtime.report("bieu-do-tron-lech", cong=cong, tong=tong)
        return False


class _Reading:
    """The data of one chart out of the values of its expressions; faults are reported."""

    def __init__(self, runtime: Runtime, asked: Mapping[str, Any]) -> None:
        self._runtime = runtime
        self._asked = asked
        self._faulty = False

    def data(self) -> ChartData | None:
        """The data; None after a fault."""
        rows = [self._row(*row) for row in self._asked["day"]]
        lists = [row for row in rows if isinstance(row[1], list)]
        if lists and len(lists) < len(rows):
            self._fault("bieu-do-lan-lon")
        data = None if self._faulty else self._of_lists(rows) if lists else self._of_figures(rows)
        return None if self._faulty else data

    def _fault(self, code: str, **facts: Any) -> None:
        self._faulty = True
        self._runtime.report(code, **facts)

    def _row(self, name: Any, one_by_one: bool, values: Sequence[Any]) -> tuple[str, Any]:
        value = list(values) if one_by_one else values[0]
        if isinstance(value, Iterator) or (isinstance(value, tuple | list) and type(value) is not list):
            named = value
            value = list(self._runtime.budget.counted(value))
            return self._name(name, named), value
        return self._name(name, value), value

    def _name(self, given: Any, value: Any) -> str:
        return self._words(getattr(value, "ten", "") if given is None else given)

    def _words(self, value: Any) -> str:
        return " ".join(marks.NONCHARACTERS.sub("\ufffd", str(self._runtime.plain(value))).split())

    def _of_figures(self, rows: Sequence[tuple[str, Any]]) -> ChartData:
        points = tuple(self._point(name, value) for name, value in rows)
        return ChartData(tuple(name for name, _ in rows), (Series("Số liệu", points),))

    def _of_lists(self, rows: Sequence[tuple[str, Any]]) -> ChartData | None:
        groups = self._categories([items for _, items in rows])
        for name, items in rows:
            if len(items) != len(groups):
                self._fault("bieu-do-lech", ten=name or "…", so=len(items), nhom=len(groups))
                return None
        series = [Series(name, tuple(self._point(name, item) for item in items)) for name, items in rows]
        return ChartData(groups, tuple(series))

    def _categories(self, lists: Sequence[Sequence[Any]]) -> tuple[str, ...]:
        given = self._asked["nhom"]
        if given is not None:
            return tuple(map(self._words, given))
        longest = max(lists, key=len)
        return tuple(_label_of(item, place) for place, item in enumerate(longest, start=1))

    def _point(self, name: str, value: Any) -> Point:
        value = getattr(value, "so", value) if hasattr(value, "nam") else value
        if isinstance(value, Undefined):
            self._runtime.plain(value)
            self._faulty = True
            return Point()
        if value is None or getattr(value, "trong", False) is True:
            return Point()
        if getattr(value, "khong_phat_sinh", False) is True:
            return Point(Decimal(0), _NIL)
        amount = _amount(value)
        if amount is None:
            self._fault("bieu-do-khong-so", ten=name or "…", gia_tri=str(value)[:40])
            return Point()
        return self._figure(value, amount)

    def _figure(self, value: Any, amount: Decimal) -> Point:
        power = self._asked["chia"]
        told = str(value)
        if power or not _DIGITS.issuperset(told):
            amount = amount.scaleb(-power)
            hedge = getattr(value, "rao", "")
            told = f"{hedge} {format_number(amount)}".strip()
        elif not isinstance(value, Decimal | int | float) and told[:1] != "0":
            return Point(amount, told)
        else:
            told = format_number(amount)
        return Point(amount, told)


def _amount(value: Any) -> Decimal | None:
    value = getattr(value, "gia_tri", value)
    if isinstance(value, bool) or not isinstance(value, Decimal | int | float):
        return None
    number = Decimal(str(value))
    return number if number.is_finite() else None


def _label_of(item: Any, place: int) -> str:
    """The category of a year of a series: the year alone, or the words of a shorter period."""
    year, label = getattr(item, "nam", None), str(getattr(item, "ky", ""))
    if isinstance(year, int):
        return str(year) if label in ("", f"năm {year}") else label
    return str(getattr(item, "ten", "") or place)
