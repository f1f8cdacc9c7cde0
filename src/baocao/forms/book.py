"""A workbook file -> `Book`: every sheet as data. The only place that reads Excel and OpenDocument files."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from baocao.errors import DataError, Finding, Where, finding
from baocao.forms.sheet import Area, Sheet, Traits, cell_name, column_name
from baocao.source.files import load
from baocao.vietnamese.text import nfc

__all__ = ["SUFFIXES", "Area", "Book", "Sheet", "Traits", "cell_name", "column_name", "read_book"]

SUFFIXES = frozenset({".xlsx", ".xls", ".ods"})
"""What a workbook's file name may end in."""


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook: its sheets in the order of the tabs.

    format: "xlsx", "xls" or "ods", by content. findings: remarks on the file as a whole and on sheets.
    """

    file: str
    format: str
    sheets: tuple[Sheet, ...]
    findings: tuple[Finding, ...] = ()

    def sheet(self, name: str) -> Sheet | None:
        """The first sheet of that name; case, spaces around and the way of typing marks do not count."""
        wanted = sheet_key(name)
        return next((item for item in self.sheets if sheet_key(item.name) == wanted), None)


def sheet_key(name: str) -> str:
    """What two names have in common when a reader sees the same name."""
    return " ".join(nfc(name).split()).casefold()


def read_book(path: Path, named_at: Where | None = None) -> Book:
    """Read a workbook. `named_at`: the place in another file that names it.

    Raises `DataError` when the file as a whole cannot be read.
    """
    from python_calamine import CalamineError, load_workbook

    file = str(path)
    data = load(path, named_at or Where(file))
    try:
        workbook = load_workbook(BytesIO(data))
        sheets = tuple(
            Sheet(
                file,
                meta.name,
                workbook.get_sheet_by_name(meta.name).to_python(skip_empty_area=False),
                hidden="Visible" not in str(meta.visible).split(".")[-1:],
            )
            for meta in workbook.sheets_metadata
        )
    except CalamineError:
        raise DataError(finding("bang-tinh-hong", named_at or Where(file), tep=path)) from None
    return Book(file, "xlsx", sheets)
