"""What a person writes for a cell or a column of a workbook: "Tổng hợp!C5", "$C$5", "C"."""

from __future__ import annotations

import re
from typing import NamedTuple

from baocao.workbook.sheet import column_number

_CELL = re.compile(r"\$?(?P<column>[A-Za-z]{1,3})\$?(?P<row>[1-9][0-9]{0,6})")
_COLUMN = re.compile(r"\$?([A-Z]{1,3}|[a-z])")
_QUOTED = re.compile(r"'(?P<sheet>(?:[^']|'')+)'!(?P<cell>.*)", re.DOTALL)


class Address(NamedTuple):
    """A cell. sheet: "" when none is named. row, column: from 0."""

    sheet: str
    row: int
    column: int


def read_address(text: str) -> Address | None:
    """The cell a text names; None when it names none. A sheet's name may stand in single quotes, as Excel
    writes names with spaces; the last "!" parts sheet and cell.
    """
    quoted = _QUOTED.fullmatch(text.strip())
    if quoted:
        sheet, cell = quoted["sheet"].replace("''", "'"), quoted["cell"]
    else:
        sheet, _, cell = text.strip().rpartition("!")
    found = _CELL.fullmatch(cell.strip())
    if found is None:
        return None
    return Address(sheet.strip(), int(found["row"]) - 1, column_number(found["column"].upper()))


def read_column(text: str) -> int | None:
    """The column that letters name (capitals; a small letter alone), from 0; None for any other text."""
    found = _COLUMN.fullmatch(text.strip())
    return column_number(found[1].upper()) if found else None
