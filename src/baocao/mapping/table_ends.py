"""What a mapped table is suspected of: rows left below a blank one, rows that add up the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from baocao.errors import Finding, finding
from baocao.mapping.grid import Grid
from baocao.source.raw import Literal
from baocao.vietnamese.unit_names import is_total

_ADDS = re.compile(r"(?:tổng|cộng)\b", re.IGNORECASE)
_NAMES = re.compile(
    r"tổng\s+(?:cục|công|đài|hợp|kho|thanh|kiểm|giám|biên|lãnh)\b|cộng\s+(?:đồng|hòa|hoà|sản|tác)\b",
    re.IGNORECASE,
)
"""Things that only begin alike: "Tổng cục Thuế", "Cộng đồng"."""
_FEWEST = 2
"""Rows that a sum has at least."""


def left_below(grid: Grid, rows: Sequence[int], columns: Sequence[int], end: int) -> Finding | None:
    """That something is filled below the blank row where the table ended; nothing where a total closed it.

    end: the blank row.
    """
    if end and _is_sum(grid, end - 1, columns):
        return None
    below = range(end + 1, len(grid.sheet.rows))
    filled = [
        (row, column)
        for row in below
        for column in columns
        if grid.sheet.value(row, column) not in ("", None)
    ]
    if not filled:
        return None
    count = len({row for row, _ in filled})
    where = grid.sheet.where(*filled[0])
    last = f"{rows[-1] + 1}" if rows else "…"
    return finding("bang-het-som", where, trong=end + 1, cuoi=last, so=f"{count:02d}", den=filled[-1][0] + 1)


def suspected_sums(grid: Grid, rows: Sequence[int], columns: Sequence[int]) -> Iterator[Finding]:
    """Rows that are read although they seem to add up the others: by their name, or by their numbers."""
    for row in rows:
        name = next((text for column in columns if (text := grid.name_at(row, column))), "")
        if (_ADDS.match(name) and not _NAMES.match(name)) or (
            row == rows[-1] and _adds_up(grid, rows, columns)
        ):
            where = grid.sheet.where(row, columns[0])
            yield finding("bang-co-dong-cong", where, ten=name[:60] or "…", dong=row)


def _is_sum(grid: Grid, row: int, columns: Sequence[int]) -> bool:
    return any(is_total(grid.name_at(row, column)) for column in range(columns[0] + 1))


def _adds_up(grid: Grid, rows: Sequence[int], columns: Sequence[int]) -> bool:
    """Whether every column with numbers has in its last row the sum of the rows above."""
    sums = []
    for column in columns:
        *above, last = [number_at(grid, row, column) for row in rows]
        given = [number for number in above if number]
        if last is not None and len(given) >= _FEWEST:
            sums.append(last == sum(given))
        elif last:
            return False
    return bool(sums) and all(sums)


def number_at(grid: Grid, row: int, column: int) -> Decimal | None:
    """The number in a cell; None for a text, a date or a blank."""
    raw = grid.sheet.raw(row, column)
    return Decimal(raw.text) if raw.literal is Literal.EXACT else None
