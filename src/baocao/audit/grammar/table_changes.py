"""Columns of a table that say how far two others are apart: "Năm 2022 | Năm 2023 | Tăng, giảm"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import permutations

from baocao.audit.grammar.phrase_lists import phrase_lists
from baocao.audit.grammar.quantities import Figures
from baocao.audit.grammar.table_grid import Grid, Row, grids
from baocao.audit.statements import Direction, Quantity, Relation, Role, Statement

_FILE = "bang.yaml"
_LEARNED_FROM = 200
_MOST_COLUMNS = 8
_LIKELY = Decimal("0.9")
_PERCENT, _POINTS = "%", "điểm"
_HUNDRED = Decimal(100)
_YEAR = re.compile("(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Rule:
    """How the differences of a column come about; in_percent: of the old value."""

    new: int
    old: int
    in_percent: bool


_Told = tuple[Quantity, Quantity, Quantity]


def table_changes(figures: Figures) -> Iterator[Statement]:
    """The differences of the tables with their two values, where the rows show which they are."""
    for grid in grids(figures):
        columns = grid.columns()
        differences = [column for column in columns if _is_difference(grid, column)]
        values = [column for column in columns if column not in differences][:_MOST_COLUMNS]
        for column in differences:
            yield from _of_column(grid, column, values)


def _is_difference(grid: Grid, column: int) -> bool:
    words = tuple(word for header in grid.headers.get(column, ()) for word in header)
    return phrase_lists(_FILE)["chenh_lech"].within(words, 0, len(words))


def _of_column(grid: Grid, column: int, values: Sequence[int]) -> Iterator[Statement]:
    found: tuple[tuple[int, int, int], Rule] | None = None
    rows = grid.rows[:_LEARNED_FROM]
    for new, old in permutations(values, 2):
        for in_percent in (False, True):
            rule = Rule(new, old, in_percent)
            told = [item for row in rows if (item := _told(row, column, rule))]
            right = sum(_holds(item, in_percent=in_percent) for item in told)
            rank = right, _later(grid, new, old), new - old
            if right > 1 and right * 5 >= len(told) * 3 and (found is None or rank > found[0]):
                found = rank, rule
    if found is None:
        return
    (right, *_), rule = found
    for row in grid.rows:
        if told_in_row := _told(row, column, rule):
            sure = right > 2 or _holds(told_in_row, in_percent=rule.in_percent)
            yield _statement(told_in_row, rule, Decimal(1) if sure else _LIKELY)


def _later(grid: Grid, one: int, other: int) -> int:
    """Whether the headers name a later year over one column than over the other: 1, -1, or 0."""
    years = [_YEAR.findall(" ".join(map(" ".join, grid.headers.get(column, ())))) for column in (one, other)]
    first, second = (max(found, default="") for found in years)
    return (first > second) - (first < second)


def _told(row: Row, column: int, rule: Rule) -> _Told | None:
    """New, old and difference of a row; None when one is not there, or a percentage would be of nothing."""
    new, old, difference = (row.figure(place) for place in (rule.new, rule.old, column))
    if new is None or old is None or difference is None or new.quantity.of or old.quantity.of:
        return None
    if rule.in_percent and old.quantity.value <= 0:
        return None
    return new.quantity, old.quantity, difference.quantity


def _holds(told: _Told, *, in_percent: bool) -> bool:
    new, old, difference = told
    apart, stated = abs(new.value - old.value), abs(difference.value)
    if difference.value < 0 and new.value > old.value:
        return False
    if not in_percent:
        return apart == stated
    off, step = apart * _HUNDRED - stated * old.value, old.value.scaleb(-difference.places)
    return -step <= 2 * off and off < step


def _statement(told: _Told, rule: Rule, confidence: Decimal) -> Statement:
    new, old, difference = told
    in_points = _POINTS if new.unit == _PERCENT else new.unit
    meant = replace(difference, unit=_PERCENT if rule.in_percent else in_points)
    return Statement(
        Relation.CHANGE,
        ((Role.NEW, new), (Role.OLD, old), (Role.DIFFERENCE, meant)),
        difference.spot,
        "bang-chenh-lech",
        confidence,
        Direction.DOWN if difference.value < 0 else Direction.NONE,
    )
