"""Which sheet of a workbook is which sheet of the form, although it may be renamed, copied or gone."""

from __future__ import annotations

from collections.abc import Iterator

from baocao.errors import Finding, Where, finding
from baocao.forms.conventions import ID_COLUMN, ID_ROW, META_SHEET
from baocao.forms.meta import MadeSheet, Meta, cell_text
from baocao.workbook.book import Book, Sheet, sheet_key


def match_sheets(book: Book, meta: Meta, findings: list[Finding]) -> tuple[tuple[MadeSheet, Sheet], ...]:
    """The sheets of the form that are there, in its order. Missing, renamed and copied ones are findings."""
    free = [sheet for sheet in book.sheets if sheet_key(sheet.name) != META_SHEET]
    found: list[tuple[MadeSheet, Sheet]] = []
    nameless: list[MadeSheet] = []
    for made in meta.sheets:
        sheet = next((item for item in free if sheet_key(item.name) == sheet_key(made.name)), None)
        if sheet is None:
            nameless.append(made)
        else:
            free.remove(sheet)
            found.append((made, sheet))
    for made in nameless:
        sheet = next((item for item in free if _Ids(item).alike(made)), None)
        if sheet is None:
            place = Where(book.file, sheet=made.name)
            findings.append(finding("bieu-mat-trang", place, trang=made.name))
            continue
        free.remove(sheet)
        found.append((made, sheet))
        findings.append(finding("bieu-doi-ten-trang", _place(sheet), trang=made.name))
    findings += _copies(found, free)
    order = {made.name: number for number, made in enumerate(meta.sheets)}
    return tuple(sorted(found, key=lambda pair: order[pair[0].name]))


def _copies(found: list[tuple[MadeSheet, Sheet]], free: list[Sheet]) -> Iterator[Finding]:
    for sheet in free:
        ids = _Ids(sheet)
        made = next((made for made, _ in found if ids.alike(made)), None)
        if made is not None:
            yield finding("bieu-trang-lap", _place(sheet), trang=made.name)


class _Ids:
    """The ids that stand in a sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self.rows = {cell_text(sheet, row, ID_COLUMN) for row in range(len(sheet.rows))}
        self.columns = {cell_text(sheet, ID_ROW, column) for column in range(sheet.width)}

    def alike(self, made: MadeSheet) -> bool:
        """Whether at least half of the ids of a sheet are there: of rows, or of columns when it has none."""
        if made.rows:
            return 2 * len(self.rows & made.rows.keys()) >= len(made.rows)
        own = made.columns.keys() - {"ma"}
        return bool(own) and 2 * len(self.columns & own) >= len(own)


def _place(sheet: Sheet) -> Where:
    return Where(sheet.file, sheet=sheet.name.strip())
