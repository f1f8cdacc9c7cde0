"""Figures that nobody sees: in a hidden row, column or sheet. One check for every reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from baocao.errors import Finding, finding
from baocao.workbook.sheet import Sheet, column_name

Cell = tuple[int, int]
"""Row and column, from 0."""


def has_hidden(sheet: Sheet) -> bool:
    """Whether anything of a sheet is hidden; most sheets need no look at their cells."""
    return bool(sheet.hidden or sheet.hidden_rows or sheet.hidden_columns)


def is_hidden(sheet: Sheet, row: int, column: int) -> bool:
    """Whether nobody sees a cell."""
    return sheet.hidden or row in sheet.hidden_rows or column in sheet.hidden_columns


def hidden_findings(sheet: Sheet, cells: Iterable[Cell]) -> Iterator[Finding]:
    """What is to be told of cells with figures that are read: of a hidden sheet once; else of its hidden rows
    and of its hidden columns.
    """
    seen = sorted(cell for cell in cells if is_hidden(sheet, *cell))
    if not seen:
        return
    if sheet.hidden:
        yield finding("trang-an-co-so-lieu", sheet.where(*seen[0]), trang=sheet.title)
        return
    in_rows = [cell for cell in seen if cell[0] in sheet.hidden_rows]
    if in_rows:
        names = ", ".join(str(row + 1) for row in dict.fromkeys(row for row, _ in in_rows))
        yield finding("dong-an-co-so-lieu", sheet.where(*in_rows[0]), cac_dong=names)
    in_columns = [cell for cell in seen if cell[1] in sheet.hidden_columns and cell not in in_rows]
    if in_columns:
        names = ", ".join(map(column_name, sorted({column for _, column in in_columns})))
        yield finding("cot-an-co-so-lieu", sheet.where(*in_columns[0]), cac_cot=names)
