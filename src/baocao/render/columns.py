"""Tables whose columns a loop has made or left out: the last step makes their grid and cells fit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import floor

from baocao.ooxml.tables import parted

_ROW = re.compile(r"<w:tr\b")
_CELL = re.compile(r"<w:tc\b")
_GRID = re.compile(r"<w:tblGrid>(.*?)</w:tblGrid>", re.DOTALL)
_GRID_WIDTH = re.compile(r'w:w="(\d+)"')
_CELL_WIDTH = re.compile(r'(<w:tcW\b[^>]*\bw:w=")(\d+)(")')
_SPAN = re.compile(r'<w:gridSpan w:val="(\d+)"')


def with_columns(table: str) -> str:
    """A table whose columns a loop has made: as wide as before, parted as the cells of its widest row are.

    A table in which another stands is left as it is.
    """
    grid = _GRID.search(table)
    if grid is None or table.count("<w:tbl>") > 1:
        return table
    known = [int(width) for width in _GRID_WIDTH.findall(grid.group(1))]
    rows = _ROW.split(table)[1:]
    if not known or not rows:
        return table
    widths = parted(sum(known), _shares(rows), floor)
    if widths == known:
        return table
    fresh = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    begin, end = table[: grid.start()], table[grid.end() :]
    return _fitted(f"{begin}<w:tblGrid>{fresh}</w:tblGrid>{end}", widths)


def _shares(rows: Sequence[str]) -> list[int]:
    """How wide each column is: the cells of the widest row; all alike when one does not say it."""
    spans = [list(spans_of(row)) for row in rows]
    columns = max(map(sum, spans))
    for row, covered in zip(rows, spans, strict=True):
        widths = [int(found.group(2)) for found in _CELL_WIDTH.finditer(row)]
        if len(covered) == columns == len(widths) and all(widths):
            return widths
    return [1] * columns


def _fitted(table: str, widths: Sequence[int]) -> str:
    """The table with the cells of its full rows as wide as the columns that they cover."""
    first, *rows = _ROW.split(table)
    return "<w:tr".join((first, *(_fitted_row(row, widths) for row in rows)))


def _fitted_row(row: str, widths: Sequence[int]) -> str:
    if sum(spans_of(row)) != len(widths):
        return row
    first, *cells = _CELL.split(row)
    at, fitted = 0, [first]
    for cell, span in zip(cells, spans_of(row), strict=True):
        width = sum(widths[at : at + span])
        fitted.append(_CELL_WIDTH.sub(rf"\g<1>{width}\g<3>", cell, count=1))
        at += span
    return "<w:tc".join(fitted)


def spans_of(row: str) -> Iterator[int]:
    """How many columns each cell of a row covers."""
    for cell in _CELL.split(row)[1:]:
        span = _SPAN.search(cell)
        yield int(span.group(1)) if span else 1
