"""What every sheet of a form has: the page, the hidden names, the title, the way back to the index."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from xlsxwriter.utility import quote_sheetname
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from baocao.authoring.forms.cells import Cell
from baocao.authoring.forms.live import Live
from baocao.authoring.forms.looks import TABS, Looks
from baocao.forms.conventions import GUIDE_NAME, HEAD_ROW, ID_ROW, SheetKind
from baocao.forms.sheets import FormSheet

_A4 = 9
_NUMBERED = (SheetKind.FIGURES, SheetKind.DOCUMENTS, SheetKind.TEXTS)
"""Sheets whose first column is narrow: the link there reaches over the second one."""
_LOOSE = {"autofilter": True, "format_columns": True, "format_rows": True}


@dataclass(frozen=True, slots=True)
class Facts:
    """What stands at the top of every printed page and on the guide."""

    unit: str
    title: str
    period: str
    pack: str


class Paper:
    """A workbook with its formats; adds sheets and writes cells."""

    def __init__(self, book: Workbook, facts: Facts) -> None:
        self.book, self.facts, self.looks = book, facts, Looks(book)

    def add(
        self, name: str, kind: SheetKind, title: str, widths: Sequence[float], hint: str = ""
    ) -> Worksheet:
        """A sheet with page setup, column widths (from column A, which is hidden), title and hint."""
        sheet = self.book.add_worksheet(name)
        sheet.hide_gridlines(2)
        if kind.value in TABS:
            sheet.set_tab_color(TABS[kind.value])
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width, self.looks("plain"), {"hidden": column == 0})
        sheet.set_row(ID_ROW, None, None, {"hidden": True})
        sheet.set_row(1, 26)
        if kind is SheetKind.LISTS:
            place = f"internal:{quote_sheetname(GUIDE_NAME)}!B2"
            sheet.write_url(1, 1, place, self.looks("title"), f"{title}   ↩", f"Về trang {GUIDE_NAME}")
        else:
            sheet.write_string(1, 1, title, self.looks("title"))
        if kind not in (SheetKind.GUIDE, SheetKind.LISTS):
            self.link(sheet, 2, 1, GUIDE_NAME, "B2", f"↩ {GUIDE_NAME}")
            sheet.write_string(2, 3 if kind in _NUMBERED else 2, hint, self.looks("hint"))
        self._page(sheet)
        return sheet

    def data_sheet(self, form: FormSheet, widths: Sequence[float], hint: str) -> Worksheet:
        """A sheet that holds data: with the ids of its columns in the hidden first row."""
        sheet = self.add(form.name, form.kind, form.title, widths, hint)
        for column, item in enumerate(form.columns):
            if item.id:
                sheet.write_string(ID_ROW, column, item.id)
        return sheet

    def head(self, sheet: Worksheet, labels: Iterable[tuple[int, str, str]]) -> None:
        """The row of headings, repeated on every page: column, words, style."""
        for column, words, style in labels:
            sheet.write_string(HEAD_ROW, column, words, self.looks(style))
        sheet.repeat_rows(HEAD_ROW)

    def protect(self, sheet: Worksheet) -> None:
        """Close what is not to be typed in; no password, rows and columns may be made larger."""
        sheet.protect("", _LOOSE)

    def link(
        self, sheet: Worksheet, row: int, column: int, to: str, cell: str, words: str, *, boxed: bool = False
    ) -> None:
        """A link to a cell of another sheet."""
        place = f"internal:{quote_sheetname(to)}!{cell}"
        look = self.looks("link", border=int(boxed))
        sheet.write_url(row, column, place, look, words, f"Mở trang {to}")

    def _page(self, sheet: Worksheet) -> None:
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.set_margins(left=0.4, right=0.4, top=0.65, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        above = f"{self.facts.title}, {self.facts.period}"
        sheet.set_header(f"&L&10{_escaped(self.facts.unit)}&R&10{_escaped(above)}"[:255], {"margin": 0.3})
        sheet.set_footer("&L&10&A&R&10Trang &P/&N", {"margin": 0.3})


def put(sheet: Worksheet, row: int, column: int, cell: Cell | None, look: object) -> None:
    """Write a typed value: a text stays a text whatever it begins with; None leaves the cell blank."""
    if cell is None:
        sheet.write_blank(row, column, None, look)
    elif isinstance(cell, Decimal):
        sheet.write_number(row, column, float(cell), look)
    else:
        sheet.write_string(row, column, cell, look)


def put_live(sheet: Worksheet, row: int, column: int, live: Live, look: object) -> None:
    """Write a formula with its value beside it."""
    put_formula(sheet, row, column, live.text, live.word if live.value is None else float(live.value), look)


def put_formula(sheet: Worksheet, row: int, column: int, text: str, value: float | str, look: object) -> None:
    """Write a formula whose value is known; cells of its own sheet go without the sheet's name."""
    kept = int(value) if isinstance(value, float) and value.is_integer() else value
    own = rf"(?<![\w.]){re.escape(quote_sheetname(sheet.name))}!"
    sheet.write_formula(row, column, f"={re.sub(own, '', text)}", look, kept)


def _escaped(text: str) -> str:
    return text.replace("&", "&&")[:110]
