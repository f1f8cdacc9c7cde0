"""A chart without its data: what is left of one of a template, and how figures come into it. Strings only.

The look is the author's, down to what this program has never heard of. Only names, figures, references to the
workbook, the texts of labels and, where the author has left them to Word, the ticks of the axis are written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import count
from typing import Any

from baocao.ooxml.charts.axes import major_unit, tick_format
from baocao.ooxml.charts.data import ChartData
from baocao.ooxml.charts.drawing import ChartParts, Relation
from baocao.ooxml.charts.looks import COLOUR, area_look, line_look
from baocao.ooxml.charts.series import Labels, Room, SeriesLook, point_looks, series_xml
from baocao.ooxml.charts.workbook import workbook_bytes

FORMAT, UNIT, LEGEND = "f", "u", "l"
"""Holes: format and distance of the ticks of the one axis of values; a legend where there is none."""
_NO_LEGEND_YET = '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>'
_LETTER, _LINE, _AXIS = 1.95, 3.6, 20
"""Width of a figure and height of a line in labels of 11 pt, room for the axis, in millimetres."""
_MOST_LINES = 2
_UNSAID = ";;;"
"""The format that prints nothing: fractions at the ticks would have the separator of the machine."""
_PIES = ("pieChart", "pie3DChart", "ofPieChart", "doughnutChart")


@dataclass(frozen=True, slots=True)
class Group:
    """Series drawn in one way. kind: the name of its element ("barChart"). across: bars, not columns. even:
    stacked to one height, whatever their sums.
    """

    kind: str
    looks: tuple[SeriesLook, ...]
    stacked: bool = False
    across: bool = False
    even: bool = False

    @property
    def is_pie(self) -> bool:
        """Whether it has one series whose points are parts of a whole."""
        return self.kind in _PIES

    @property
    def begins_at_zero(self) -> bool:
        """Whether its axis of values does."""
        return self.kind.startswith(("bar", "area"))


@dataclass(frozen=True, slots=True)
class ChartShell:
    """A chart of a template. pieces: its text, cut at the holes; holes: the number of a group, `FORMAT`,
    `UNIT`, `LEGEND`. size: width and height in millimetres. data_id: the relationship of the workbook.
    """

    pieces: tuple[str, ...]
    holes: tuple[str, ...]
    groups: tuple[Group, ...]
    size: tuple[float, float]
    palette: str
    data_id: str
    relations: tuple[Relation, ...] = ()

    @property
    def is_pie(self) -> bool:
        """Whether it shows the parts of a whole."""
        return self.groups[0].is_pie

    def coloured(self) -> ChartShell:
        """The same chart with its series, or the slices of its pie, in the colours of the house."""
        places = count()
        groups = tuple(
            replace(group, looks=tuple(_another(group, look, COLOUR, next(places)) for look in group.looks))
            for group in self.groups
        )
        return replace(self, groups=groups, palette=COLOUR)

    def to_plain(self) -> tuple[Any, ...]:
        """Plain tuples, for `marshal`."""
        groups = tuple(
            (item.kind, tuple(map(_plain_look, item.looks)), item.stacked, item.across, item.even)
            for item in self.groups
        )
        relations = tuple(tuple(item) for item in self.relations)
        return self.pieces, self.holes, groups, self.size, self.palette, self.data_id, relations

    @staticmethod
    def from_plain(values: tuple[Any, ...]) -> ChartShell:
        """What `to_plain` gave."""
        pieces, holes, groups, size, palette, data_id, relations = values
        made = tuple(Group(kind, tuple(map(_look_of_plain, looks)), *drawn) for kind, looks, *drawn in groups)
        return ChartShell(
            pieces, holes, made, size, palette, data_id, tuple(Relation(*item) for item in relations)
        )


def _plain_look(look: SeriesLook) -> tuple[Any, ...]:
    return look.before, look.points, tuple(look.labels), look.between, look.after


def _look_of_plain(values: tuple[Any, ...]) -> SeriesLook:
    before, points, labels, between, after = values
    return SeriesLook(before, points, Labels(*labels), between, after)


def filled(shell: ChartShell, data: ChartData) -> ChartParts:
    """The chart with its data; data has at least one figure, a pie's one series."""
    given = _shared_out(shell, data)
    unit = _unit(shell, data)
    out = [shell.pieces[0]]
    for hole, piece in zip(shell.holes, shell.pieces[1:], strict=True):
        out += [_in_hole(hole, shell, data, given, unit), piece]
    return ChartParts("".join(out), workbook_bytes(data), shell.data_id, shell.relations)


def _in_hole(
    hole: str, shell: ChartShell, data: ChartData, given: Sequence[tuple[int, SeriesLook]], unit: int
) -> str:
    if hole == FORMAT:
        code = tick_format(_drawn(shell, data), unit) if unit or not _all_labelled(shell, data) else _UNSAID
        return f'<c:numFmt formatCode="{code}" sourceLinked="0"/>'
    if hole == UNIT:
        return f'<c:majorUnit val="{unit}"/>' if unit else ""
    if hole == LEGEND:
        return _NO_LEGEND_YET if len(data.series) > sum(len(group.looks) for group in shell.groups) else ""
    group = shell.groups[int(hole)]
    room = _room(shell, group, data)
    return "".join(
        series_xml(look, data, place, room, _too_small(shell, group, data, place, unit))
        for place, (number, look) in enumerate(given)
        if number == int(hole)
    )


def _shared_out(shell: ChartShell, data: ChartData) -> list[tuple[int, SeriesLook]]:
    """Group and look of each series: the template's in their order, then the last one's, told apart."""
    own = [(number, look) for number, group in enumerate(shell.groups) for look in group.looks]
    given = own[: len(data.series)]
    for place in range(len(own), len(data.series)):
        number, look = own[-1]
        given.append((number, _another(shell.groups[number], look, shell.palette, place)))
    if not shell.is_pie:
        return given
    return [(number, _with_all_slices(look, len(data.categories), shell.palette)) for number, look in given]


def _another(group: Group, look: SeriesLook, palette: str, place: int) -> SeriesLook:
    if group.is_pie:
        return look._replace(points=())
    if group.kind == "lineChart":
        return look._replace(before=line_look(palette, place), points=())
    inverted = '<c:invertIfNegative val="0"/>' if group.kind.startswith("bar") else ""
    return look._replace(before=area_look(palette, place) + inverted, points=())


def _with_all_slices(look: SeriesLook, slices: int, palette: str) -> SeriesLook:
    known = dict(look.points)
    fresh = {place: area_look(palette, place) for place in range(slices) if place not in known}
    return look._replace(points=tuple(sorted((*look.points, *point_looks(fresh)))))


def _drawn(shell: ChartShell, data: ChartData) -> list[Decimal]:
    """The values that the axis must hold: of stacked columns their sums."""
    if not any(group.stacked for group in shell.groups):
        return list(data.values)
    columns = zip(*(one.points for one in data.series), strict=True)
    return [sum((p.value for p in column if p.value is not None), Decimal(0)) for column in columns]


def _unit(shell: ChartShell, data: ChartData) -> int:
    if shell.is_pie:
        return 0
    return major_unit(_drawn(shell, data), from_zero=any(group.begins_at_zero for group in shell.groups))


def _all_labelled(shell: ChartShell, data: ChartData) -> bool:
    """Whether the labels tell every figure, so that the axis need not."""
    unit = _unit(shell, data)
    return all(
        look.labels.value and _room(shell, group, data) is not Room.NONE
        for group in shell.groups
        for look in group.looks
    ) and not any(
        _too_small(shell, group, data, place, unit)
        for group in shell.groups
        for place in range(len(data.series))
    )


def _too_small(shell: ChartShell, group: Group, data: ChartData, place: int, unit: int) -> frozenset[int]:
    """The points of a series whose part of a stacked column is smaller than a label, which would lie over the
    axis or a neighbour. place: of the series. unit: the distance of the ticks, 0 when they are not set.
    """
    if not (group.stacked and group.kind.startswith("bar")):
        return frozenset()
    width, height = shell.size
    length = width - 2 * _AXIS if group.across else height - _AXIS
    sums = [abs(value) for value in _drawn(shell, data)]
    highest = max(sums)
    top = -(-highest // unit) * unit if unit else highest
    found = set()
    for index, point in enumerate(data.series[place].points):
        whole = sums[index] if group.even else top
        room = float(abs(point.value or Decimal(0)) / whole) * length if whole else 0
        if room < (len(point.label) * _LETTER if group.across else _LINE):
            found.add(index)
    return frozenset(found)


def _room(shell: ChartShell, group: Group, data: ChartData) -> Room:
    """How labels stand so that none covers another; where they cannot, the axis alone tells the figures."""
    width, height = shell.size
    many, wide = len(data.categories), max(len(p.label) for one in data.series for p in one.points) * _LETTER
    beside = 1 if group.stacked else len(data.series)
    if group.is_pie:
        return Room.LYING
    if group.across:
        return Room.LYING if (height - _AXIS) / (many * (beside + 0.6)) > _LINE else Room.NONE
    if group.kind == "lineChart":
        fits = len(data.series) <= _MOST_LINES and width * 0.9 / many > wide
        return Room.LYING if fits else Room.NONE
    slot = (width - _AXIS) / (many * (beside + 0.6))
    return (
        Room.LYING if slot > wide + 1 else Room.STANDING if slot > _LINE and not group.stacked else Room.NONE
    )
