"""What a chart shows, as values: categories, series, points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from baocao.vietnamese.numbers import format_percent

_LIVE_BELOW = 1000
_SHARE_PLACES = 2
_TOLD = 24
"""A description tells at most this many figures; of more, the first and the last of each series."""


@dataclass(frozen=True, slots=True)
class Point:
    """One figure. value: None is a gap, which is not 0. label: how it is printed, "" for a gap."""

    value: Decimal | None = None
    label: str = ""

    @property
    def is_live(self) -> bool:
        """Whether Word prints the number the Vietnamese way by itself, whatever machine it runs on."""
        value = self.value
        return value is not None and abs(value) < _LIVE_BELOW and self.label == f"{value:f}"


@dataclass(frozen=True, slots=True)
class Series:
    """A row of points, one for each category."""

    name: str
    points: tuple[Point, ...]

    @property
    def total(self) -> Decimal:
        """The sum of its points; gaps count nothing."""
        return sum((point.value for point in self.points if point.value is not None), Decimal(0))


@dataclass(frozen=True, slots=True)
class ChartData:
    """Categories, and series with a point for each of them."""

    categories: tuple[str, ...]
    series: tuple[Series, ...]

    @property
    def values(self) -> Iterator[Decimal]:
        """Every value that is known."""
        return (point.value for one in self.series for point in one.points if point.value is not None)

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to draw."""
        return next(self.values, None) is None


def share_label(point: Point, total: Decimal) -> str:
    """The share of a point in a whole ("98,74%"); "" for a gap and of a whole of nothing."""
    if point.value is None or not total:
        return ""
    return format_percent(point.value * 100 / total, _SHARE_PLACES)


def in_words(data: ChartData) -> str:
    """The figures of a chart for those who cannot see it."""
    many = sum(len(one.points) for one in data.series) > _TOLD
    return "; ".join(filter(None, (_series_in_words(one, data.categories, many) for one in data.series)))


def _series_in_words(series: Series, categories: tuple[str, ...], many: bool) -> str:
    known = [(name, point) for name, point in zip(categories, series.points, strict=True) if point.label]
    if many and len(known) > 2:
        known = [known[0], known[-1]]
    figures = ", ".join(f"{name}: {point.label}" for name, point in known)
    return f"{series.name} ({figures})" if series.name and figures else figures
