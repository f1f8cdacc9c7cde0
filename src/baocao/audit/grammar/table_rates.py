"""Columns of percentages in a table: of which column each is the share, and of which one it is the base."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from baocao.audit.grammar.quantities import Figures
from baocao.audit.grammar.table_grid import Grid, Row, grids
from baocao.audit.statements import Quantity, Relation, Role, Spot, Statement

_LEARNED_FROM = 200
_MOST_COLUMNS = 16
_LIKELY = Decimal("0.9")
_DIVIDED = re.compile(r"\s*\(?\s*(\d{1,2})\s*\)?\s*[/:]\s*\(?\s*(\d{1,2})\s*\)?\s*(?:[x*×]\s*100\s*%?|%)?\s*")
_HUNDRED = Decimal(100)
_MOST_ADDED = 4
_SHORT_OF = 1 - 1e-9
"""Less than one in the last decimal, whatever a float makes of it."""


class Rule(NamedTuple):
    """How the rates of a column come about: by columns, several of which are taken together.

    base: () for the numerator's in the row of sums; the numerator's own for cells like "11/12".
    """

    numerator: tuple[int, ...]
    base: tuple[int, ...]


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
    return Rule((numerator,), (base,)) if numerator and base else None


def _learned(grid: Grid, rate: int, counts: Sequence[int]) -> Rule | None:
    """The rule that most rows keep to; of several the one with the nearest columns on the left.

    Only where none has columns of its own are columns taken together, and only by three rows or more.
    """
    tried = _Tried(grid, rate, counts)
    best: tuple[int, int, Rule] | None = None
    for rule in _rules(counts):
        right, told = tried.right(rule)
        far = _distance(rate, rule.numerator[0]) + _distance(rate, (rule.base or (rate,))[0])
        kept = right > 1 and right * 5 >= told * 3
        if (kept or right == told == 1) and (best is None or (right, -far) > best[:2]):
            best = right, -far, rule
    if best is not None and best[0] > 1:
        return best[2]
    return _learned_of_sums(tried, counts) or (best[2] if best else None)


def _learned_of_sums(tried: _Tried, counts: Sequence[int]) -> Rule | None:
    """ "đúng hạn" of "đúng hạn" and "trễ hạn": the only such rule that all rows but one or so keep to."""
    found = []
    for rule in _rules_of_sums(counts):
        right, told = tried.right(rule)
        if right > 2 and right * 4 >= told * 3:
            found.append((right, rule))
    best = max((right for right, _ in found), default=0)
    rules = [rule for right, rule in found if right == best]
    return rules[0] if len(rules) == 1 and tried.tells > 1 else None


class _Tried:
    """The numbers of a table's first rows, for rules to be tried on."""

    def __init__(self, grid: Grid, rate: int, counts: Sequence[int]) -> None:
        rows = [row for row in grid.rows[:_LEARNED_FROM] if row.figure(rate)]
        rates = [figure.quantity for row in rows if (figure := row.figure(rate))]
        self._rates = [(float(told.value), 10.0**-told.places) for told in rates]
        self._columns = {column: [_number(row, column) for row in rows] for column in counts}
        self._behind = {column: [_number(row, column, behind=True) for row in rows] for column in counts}
        self._totals = {column: _number(grid.total, column) if grid.total else None for column in counts}
        self.tells = len({told.value for told in rates} - {Decimal(0), _HUNDRED})

    def right(self, rule: Rule) -> tuple[int, int]:
        """How many rows keep to a rule, and how many tell all its numbers."""
        parts, wholes = self._added(rule.numerator), self._wholes(rule)
        right = told = 0
        for part, whole, (rate, step) in zip(parts, wholes, self._rates, strict=True):
            if part is not None and whole is not None and whole > 0:
                told += 1
                right += abs(part * 100 - rate * whole) < whole * step * _SHORT_OF
        return right, told

    def _wholes(self, rule: Rule) -> Sequence[float | None]:
        if rule.base == rule.numerator:
            return self._behind[rule.base[0]]
        if rule.base:
            return self._added(rule.base)
        return [self._totals[rule.numerator[0]]] * len(self._rates)

    def _added(self, columns: Sequence[int]) -> Sequence[float | None]:
        if len(columns) == 1:
            return self._columns[columns[0]]
        rows = zip(*(self._columns[column] for column in columns), strict=True)
        return [None if None in row else sum(filter(None, row)) for row in rows]


def _number(row: Row, column: int, *, behind: bool = False) -> float | None:
    figure = row.figure(column)
    value = None if figure is None else figure.quantity.of if behind else figure.quantity.value
    return None if value is None else float(value)


def _distance(rate: int, column: int) -> int:
    return rate - column if column <= rate else _MOST_COLUMNS + column - rate


def _rules(counts: Sequence[int]) -> Iterator[Rule]:
    for numerator in counts:
        yield Rule((numerator,), ())
        yield from (Rule((numerator,), (base,)) for base in counts)


def _rules_of_sums(counts: Sequence[int]) -> Iterator[Rule]:
    """One column or two neighbours as a share of them and further neighbours, or of another column."""
    for start in range(len(counts)):
        for end in range(start + 2, min(start + _MOST_ADDED, len(counts)) + 1):
            whole = tuple(counts[start:end])
            for size in (1, 2):
                parts = (whole[at : at + size] for at in range(len(whole) - size + 1))
                yield from (Rule(part, whole) for part in parts if part != whole)
        pair = tuple(counts[start : start + 2])
        if len(pair) > 1:
            yield from (Rule(pair, (base,)) for base in counts if base not in pair)


def _share(grid: Grid, row: Row, rate: int, rule: Rule) -> tuple[Quantity, Quantity, Quantity] | None:
    """Numerator, base and rate of a row; None when one is not there, or the base is nothing."""
    told, part = row.figure(rate), _together(row, rule.numerator)
    whole = _base(grid, row, rule)
    if told is None or part is None or whole is None or whole.value <= 0:
        return None
    return part, whole, replace(told.quantity, unit="%")


def _together(row: Row, columns: Sequence[int]) -> Quantity | None:
    """The figure of a column, or those of several as one; None when a cell has none."""
    found = [figure.quantity for column in columns if (figure := row.figure(column))]
    if len(found) < len(columns):
        return None
    first, last = found[0], found[-1]
    if len(found) == 1:
        return first
    return replace(
        first,
        value=sum((item.value for item in found), Decimal(0)),
        places=max(item.places for item in found),
        leading_zero=False,
        of=None,
        spot=replace(last.spot, end=last.spot.start),
        text=" + ".join(item.text for item in found),
    )


def _base(grid: Grid, row: Row, rule: Rule) -> Quantity | None:
    if rule.base == rule.numerator:
        part = row.figure(rule.numerator[0])
        return replace(part.quantity, value=part.quantity.of) if part and part.quantity.of else None
    if rule.base:
        return _together(row, rule.base)
    return _together(grid.total, rule.numerator) if grid.total else None


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
