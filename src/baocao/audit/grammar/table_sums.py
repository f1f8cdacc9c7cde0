"""Sums within a table: rows of totals, rows with others under them, columns that other columns add up to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from baocao.audit.grammar.breakdowns import made
from baocao.audit.grammar.parts import family_of, makes_whole, members
from baocao.audit.grammar.quantities import Figures
from baocao.audit.grammar.table_grid import TOP, Grid, Row, grids
from baocao.audit.grammar.table_means import is_mean
from baocao.audit.statements import Quantity, Spot, Statement

_WIDEST = 8
_MOST_COLUMNS = 64
_LEARNED_FROM = 200
_LIKELY = Decimal("0.9")
_DOUBTED = Decimal("0.6")
_ADDED = re.compile(r"\s*\(?\s*\d{1,2}\s*\)?(?:\s*\+\s*\(?\s*\d{1,2}\s*\)?)+\s*")

Sum = tuple[Quantity, list[Quantity]]


def table_sums(figures: Figures) -> Iterator[Statement]:
    """The sums that the tables of a document state.

    A row named as a total is one. That rows or columns add up to another otherwise is learned from the table
    itself: it must be so in most of its rows, or be written over the columns.
    """
    for grid in grids(figures):
        columns = [column for column in grid.columns() if grid.adds(column)]
        yield from _of_total_rows(grid, columns)
        yield from _of_group_rows(grid, columns)
        yield from _of_columns(figures, grid, columns)


def _of_total_rows(grid: Grid, columns: Sequence[int]) -> Iterator[Statement]:
    for total, levels in _totals(grid.rows):
        sums = _best(total, levels, columns)
        right = sum(map(_holds, (told for _, told in sums)))
        sure = right > 0 or len(sums) < 3
        for column, told in sums:
            holds = _holds(told)
            if holds or not (_counted_once(grid, told) or is_mean(grid, column, *told, proved=right > 0)):
                confidence = Decimal(1) if holds or right > 1 else _LIKELY if sure else _DOUBTED
                yield made(told[0], told[1], "bang-dong-tong", whole=True, confidence=confidence)


def _counted_once(grid: Grid, told: Sum) -> bool:
    """Whether a total may be less than its parts, because what several rows count is counted once in it."""
    total, parts = told
    return grid.counts_once and total.value < sum(part.value for part in parts)


def _best(total: Row, levels: Sequence[Sequence[Row]], columns: Sequence[int]) -> list[tuple[int, Sum]]:
    """The sums of a row of sums, by column: of the rows that most columns show to be added.

    A column that they do not give but other rows do is a sum of those.
    """
    plain = _by_column(total, levels[0], columns)
    if all(_holds(told) for _, told in plain):
        return plain
    found = [plain, *(_by_column(total, rows, columns) for rows in levels[1:])]
    best = max(found, key=lambda sums: sum(_holds(told) and _tells(told) for _, told in sums))
    right: dict[tuple[Spot, Decimal], tuple[int, Sum]] = {}
    for sums in reversed(found):
        right |= {_key(told): (column, told) for column, told in sums if _holds(told)}
    return [right.get(_key(told), (column, told)) for column, told in best]


def _key(told: Sum) -> tuple[Spot, Decimal]:
    return told[0].spot, told[0].value


def _by_column(total: Row, parts: Sequence[Row], columns: Sequence[int]) -> list[tuple[int, Sum]]:
    return [(column, told) for column in columns for told in _sums(total, parts, column)]


def _totals(rows: Sequence[Row]) -> Iterator[tuple[Row, list[list[Row]]]]:
    """Each row of sums with the rows it may add: the highest between it and the next one, then others."""
    places = [place for place, row in enumerate(rows) if row.is_total]
    if len(places) == 1:
        others = [row for row in rows if not row.is_total]
        yield rows[places[0]], [_highest(others), *_levels(others)]
    elif places and places[-1] == len(rows) - 1:
        start = 0
        for place in places[:-1]:
            yield rows[place], [_highest(rows[start:place]), *_levels(rows[start:place])]
            start = place + 1
        between = _highest([row for row in rows[start:-1] if not row.is_total])
        others = [row for row in rows if not row.is_total]
        subtotals = [rows[place] for place in places[:-1]]
        first = between if len(subtotals) < 2 else subtotals
        yield rows[-1], [first, subtotals, [*subtotals, *between], *_levels(others)]


def _levels(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows of each level that is in the table, then all of them."""
    counted = _counted(rows)
    found = {row.level for row in counted}
    return [[row for row in counted if row.level == level] for level in sorted(found)] + [counted]


def _highest(rows: Sequence[Row]) -> list[Row]:
    """The rows of the highest level that have figures, those that tell only a part left out."""
    counted = _counted(rows)
    level = min((row.level for row in counted), default=TOP)
    return [row for row in counted if row.level == level]


def _counted(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if not row.subset and sum(map(bool, row.cells.values())) > _own_mark(row)]


def _own_mark(row: Row) -> int:
    """1 when the first cell numbers the row: that is no figure of it."""
    first = row.cells.get(min(row.cells, default=0))
    return int(first is not None and min(row.cells) == 1)


def _of_group_rows(grid: Grid, columns: Sequence[int]) -> Iterator[Statement]:
    """Rows with others under them ("I" over "1", "2"), where the row or its column keeps to it elsewhere."""
    groups = [(row, parts) for row, parts in _groups(grid.rows) if len(parts) > 1 and _alike(row, parts)]
    sums = {
        (place, column): told
        for place, (row, parts) in enumerate(groups)
        for column in columns
        for told in _sums(row, parts, column)
    }
    in_row = Counter(place for (place, _), told in sums.items() if _holds(told))
    in_column = Counter(column for (_, column), told in sums.items() if _holds(told))
    for (place, column), told in sums.items():
        if _holds(told) or (
            (in_row[place] or in_column[column] > 1) and not _may_be_mean(grid, column, told)
        ):
            confidence = Decimal(1) if _holds(told) else _LIKELY
            yield made(told[0], told[1], "bang-nhom", whole=True, confidence=confidence)


def _may_be_mean(grid: Grid, column: int, told: Sum) -> bool:
    return is_mean(grid, column, *told, proved=True)


def _groups(rows: Sequence[Row]) -> Iterator[tuple[Row, list[Row]]]:
    """Each row with those one level below it; linear in the number of rows."""
    open_rows: list[tuple[Row, list[Row]]] = []
    for row in rows:
        while open_rows and (row.is_total or open_rows[-1][0].level >= row.level):
            group, below = open_rows.pop()
            yield group, _next_level(below)
        if not row.is_total:
            if open_rows:
                open_rows[-1][1].append(row)
            open_rows.append((row, []))
    for group, below in reversed(open_rows):
        yield group, _next_level(below)


def _alike(row: Row, parts: Sequence[Row]) -> bool:
    """Whether no row counts in another unit ("ha", "tạ/ha") than the row over it."""
    return {row.unit, *(part.unit for part in parts)} - {row.unit, ""} == set()


def _next_level(below: Sequence[Row]) -> list[Row]:
    level = min((row.level for row in below), default=TOP)
    return [] if any(row.subset for row in below) else [row for row in below if row.level == level]


def _sums(total: Row, parts: Sequence[Row], column: int) -> Iterator[Sum]:
    """The sum in one column, two for cells like "12/14"; none when a cell has words."""
    whole = total.figure(column)
    told = [row.figure(column) for row in parts if column in row.cells]
    present = [figure.quantity for figure in told if figure is not None]
    if whole is None or len(present) < len(told) or len(present) < 2:
        return
    yield whole.quantity, present
    behind = [part for quantity in present if (part := _behind_stroke(quantity))]
    of = _behind_stroke(whole.quantity)
    if of is not None and len(behind) == len(present):
        yield of, behind


def _behind_stroke(quantity: Quantity) -> Quantity | None:
    return None if quantity.of is None else replace(quantity, value=quantity.of)


def _holds(told: Sum) -> bool:
    total, parts = told
    return total.value == sum(part.value for part in parts)


def _of_columns(figures: Figures, grid: Grid, columns: Sequence[int]) -> Iterator[Statement]:
    """Columns that others add up to: as a formula over them says, or as most rows show.

    A blank cell counts for nothing in an issued document; in a draft it may be a figure still to come.
    """
    for place, total in enumerate(columns[:_MOST_COLUMNS]):
        written = _written(grid, total)
        parts = written or _learned(grid, columns, place)
        if not parts:
            continue
        sums = [told for row in grid.rows if (told := _across(row, total, parts))]
        right = sum(map(_holds, sums))
        for told in sums:
            if figures.document.is_draft and _is_open(told, parts):
                continue
            sure = _holds(told) or written or right > 3
            confidence = Decimal(1) if sure else _LIKELY
            yield made(told[0], told[1], "bang-cot-tong", whole=True, confidence=confidence)


def _written(grid: Grid, total: int) -> list[int]:
    """The columns that a row which numbers them says to add: "(3)=(4)+(5)"."""
    formula = grid.formulas.get(total, "")
    if not _ADDED.fullmatch(formula):
        return []
    parts = [grid.numbers.get(number, 0) for number in re.findall(r"\d+", formula)]
    return parts if all(parts) else []


def _learned(grid: Grid, columns: Sequence[int], place: int) -> list[int]:
    """The neighbours that add up to the column at `place` in most rows; the longest stretch of several."""
    total = columns[place]
    rows = grid.rows[:_LEARNED_FROM]
    best: tuple[int, int, list[int]] = (1, _WIDEST, [])
    for parts in _windows(columns, place):
        sums = [told for row in rows if (told := _across(row, total, parts)) and _tells(told)]
        right = sum(map(_holds, sums))
        named = _named(grid, total, parts)
        enough = right * 5 >= len(sums) * 3 if named else right == len(sums)
        if named and right and right * 2 >= len(sums) and len(parts) == len(columns) - 1:
            return parts
        if enough and (right, len(parts)) > best[:2]:
            best = (right, len(parts), parts)
    return best[2]


def _named(grid: Grid, total: int, parts: Sequence[int]) -> bool:
    """Whether the headers say that the columns make up the total one."""
    names = [members(grid.last_header(part)) for part in parts]
    if makes_whole(family_of(names), names):
        return True
    parents = {grid.headers.get(column, ())[:-1] for column in parts}
    return len(parents) == 1 and (grid.is_sum(total) or _opens_subset(next(iter(parents))))


def _opens_subset(parents: tuple[tuple[str, ...], ...]) -> bool:
    return any(words[:2] == ("trong", "đó") for words in parents)


def _windows(columns: Sequence[int], at: int) -> Iterator[list[int]]:
    for size in range(2, _WIDEST + 1):
        if at + size < len(columns):
            yield list(columns[at + 1 : at + 1 + size])
        if at - size >= 0:
            yield list(columns[at - size : at])


def _across(row: Row, total: int, parts: Sequence[int]) -> Sum | None:
    """The sum of a row; None when a cell is blank in the total, or has words."""
    whole = row.figure(total)
    told = [row.cells[column] for column in parts if column in row.cells]
    present = [figure.quantity for figure in told if figure is not None]
    if whole is None or len(present) < len(told) or not present:
        return None
    return (whole.quantity, present)


def _is_open(told: Sum, parts: Sequence[int]) -> bool:
    """Whether what the parts lack may be what belongs in a blank cell of theirs."""
    total, present = told
    return len(present) < len(parts) and total.value > sum(part.value for part in present)


def _tells(told: Sum) -> bool:
    """Whether a sum is evidence: at least two parts that are not nothing."""
    return sum(part.value > 0 for part in told[1]) > 1
