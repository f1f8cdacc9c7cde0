"""Changes of a filled form, and what is told of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from baocao.errors import Finding, Severity

ROOT = Path(__file__).resolve().parents[2]
TTHC = "Thủ tục hành chính"
Change = Callable[[Any], object]


def place(book: Any, id_: str, column: str = "gia_tri") -> Any:
    """The cell of an entry, as openpyxl's."""
    for sheet in book:
        row = next((cell.row for cell in sheet["A"] if cell.value == id_), None)
        if row is not None:
            number = next(cell.column for cell in sheet[1] if cell.value == column)
            return sheet.cell(row, number)
    raise AssertionError(id_)


def typed(id_: str, value: object, column: str = "gia_tri", number_format: str = "") -> Change:
    """Type a value into the cell of an entry."""

    def change(book: Any) -> None:
        cell = place(book, id_, column)
        cell.value = value
        if number_format:
            cell.number_format = number_format

    return change


def only(found: Iterable[Finding], code: str) -> Finding:
    """The one finding of a code."""
    items = [item for item in found if item.code == code]
    assert len(items) == 1, [str(item.where) + item.text for item in found]
    return items[0]


def errors(found: Iterable[Finding]) -> list[str]:
    return [item.code for item in found if item.level is Severity.ERROR]
