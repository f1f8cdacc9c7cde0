"""Columns of percentages in a table: of which column each is the share, and of which one it is the base."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from baocao.audit.grammar.quantities import Figures
from baocao.audit.grammar.table_grid import Grid, Row, grids
from baocao.audit.statements import Quantity, Relation, Role, Spot, Statement

_LEARNED_FROM = 200
_MOST_COLUMNS = 16
_LIKELY = Decimal("0.9")
_DIVIDED = re.compile(r"\s*\(?\s*(\d{1,2})\s*\)?\s*[/:]\s*\(?\s*(\d{1,2})\s*\)?\s*(?:[x*×]\s*100\s*%?|%)?\s*")
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Rule:
    """How the rates of a column come about.

    base: a column; 0 for the numerator's in the row of sums; the numerator's own for cells like "11/12".
    """

    numerator: int
    base: int


def table_rates(figures: Figures) -> Iterator[Statement]:
    """The rates of the tables with their parts, as a formula over the column or most of its rows show."""
    for grid in grids(figures):
        columns = grid.columns()
        counts = [column for column in columns if not grid.is_rate(column)]
        for rate in columns:
            if grid.is_rate(rate) and len(counts) <= _MOST_COLUMNS:
                yield from _of_column(grid, rate, counts)


def _of_column(grid: Grid, rate: int, counts: Sequence[int]) -> Iterator[Statement]:
    written = _written(grid, rate)
    rule = written or _learned(grid, rate, counts)
    if rule is None:
        return
    shares = [share for row in grid.rows if (share := _share(grid, row, rate, rule))]
    right = sum(map(_holds, shares))
    for share in shares:
        sure = written is not None or right > 2 or _holds(share)
        yield _statement(share, Decimal(1) if sure else _LIKELY)


def _written(grid: Grid, rate: int) -> Rule | None:
    """What a row that numbers the columns says: "(3)=(1)/(2)"."""
    found = _DIVIDED.fullmatch(grid.formulas.get(rate, ""))
    if found is None:
        return None
    numerator, base = grid.numbers.get(found[1], 0), grid.numbers.get(found[2], 0)
    return Rule(numerator, base) if numerator and base else None


def _learned(grid: Grid, rate: int, counts: Sequence[int]) -> Rule | None:
    """The rule that most rows keep to; of several the one with the nearest columns on the left."""
    rows = grid.rows[:_LEARNED_FROM]
    best: tuple[int, int, Rule] | None = None
    for rule in _rules(counts):
        shares = [share for row in rows if (share := _share(grid, row, rate, rule))]
        right = sum(map(_holds, shares))
        far = _distance(rate, rule.numerator) + _distance(rate, rule.base or rate)
        kept = right > 1 and right * 5 >= len(shares) * 3
        if (kept or right == len(shares) == 1) and (best is None or (right, -far) > best[:2]):
            best = right, -far, rule
    return best[2] if best else None


def _distance(rate: int, column: int) -> int:
    return rate - column if column <= rate else _MOST_COLUMNS + column - rate


def _rules(counts: Sequence[int]) -> Iterator[Rule]:
    for numerator in counts:
        yield Rule(numerator, 0)
        yield from (Rule(numerator, base) for base in counts)


def _share(grid: Grid, row: Row, rate: int, rule: Rule) -> tuple[Quantity, Quantity, Quantity] | None:
    """Numerator, base and rate of a row; None when one is not there, or the base is nothing."""
    told, part = row.figure(rate), row.figure(rule.numerator)
    whole = _base(grid, row, rule)
    if told is None or part is None or whole is None or whole.value <= 0:
        return None
    return part.quantity, whole, replace(told.quantity, unit="%")


def _base(grid: Grid, row: Row, rule: Rule) -> Quantity | None:
    if rule.base == rule.numerator:
        part = row.figure(rule.numerator)
        return replace(part.quantity, value=part.quantity.of) if part and part.quantity.of else None
    source, column = (row, rule.base) if rule.base else (grid.total, rule.numerator)
    whole = source.figure(column) if source else None
    return whole.quantity if whole else None


def _holds(share: tuple[Quantity, Quantity, Quantity]) -> bool:
    """Whether the rate is the quotient, rounded or cut to the decimals typed."""
    part, whole, rate = share
    off = abs(part.value * _HUNDRED - rate.value * whole.value)
    return off < whole.value.scaleb(-rate.places)


def _statement(share: tuple[Quantity, Quantity, Quantity], confidence: Decimal) -> Statement:
    part, whole, rate = share
    roles = ((Role.NUMERATOR, part), (Role.BASE, whole), (Role.RATE, rate))
    spot = Spot(rate.spot.passage, rate.spot.start, rate.spot.end)
    return Statement(Relation.SHARE, roles, spot, "bang-ty-le", confidence)
