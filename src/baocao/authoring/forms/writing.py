"""A filled layout -> the bytes of an .xlsx. The same input gives the same bytes."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable

from xlsxwriter.workbook import Workbook

from baocao.authoring.forms.board import Board
from baocao.authoring.forms.check_making import CheckRow, Days
from baocao.authoring.forms.check_sheet import failing, first_sum, marks_of, write_checks
from baocao.authoring.forms.checks import check_rows, needed_sums, shown
from baocao.authoring.forms.figure_sheet import Marks, write_figures
from baocao.authoring.forms.figures import ground_of
from baocao.authoring.forms.guide import add_guide, own_date_cell, period_kept, write_guide
from baocao.authoring.forms.list_columns import Contents
from baocao.authoring.forms.looks import FONT
from baocao.authoring.forms.paper import Facts, Paper
from baocao.authoring.forms.table_sheet import write_tables
from baocao.authoring.forms.word_sheets import (
    DOCUMENT_INPUTS,
    TEXT_INPUTS,
    write_entries,
    write_head,
    write_pairs,
)
from baocao.forms.conventions import FORM_VERSION, META_SHEET, SheetKind
from baocao.forms.layout import Layout, meta_rows
from baocao.forms.sheets import FormSheet
from baocao.model.record import Period

_CREATED = dt.datetime(2025, 1, 1)
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write_form(contents: Contents, facts: Facts, more: Callable[[Paper], None] | None = None) -> bytes:
    """The workbook. more: adds sheets that hold no data."""
    board, rows = _board(contents)
    stream = io.BytesIO()
    paper = Paper(_book(stream, facts), facts)
    guide = add_guide(paper)
    marks = marks_of(rows)
    for sheet in contents.form.sheets:
        _write(paper, sheet, board, marks)
        if sheet.kind is SheetKind.NOTES:
            write_checks(paper, rows, board)
    write_guide(paper, guide, board, failing(rows))
    if more is not None:
        more(paper)
    _meta(paper.book, contents.form, facts, contents.record.period)
    paper.book.close()
    return stream.getvalue()


def _book(stream: io.BytesIO, facts: Facts) -> Workbook:
    usual = {"font_name": FONT, "font_size": 11}  # XlsxWriter writes into it
    book = Workbook(stream, {**_OPTIONS, "default_format_properties": usual})
    book.set_properties(
        {"title": f"{facts.title}, {facts.period}", "author": facts.unit, "created": _CREATED}
    )
    book.set_size(2400, 1400)
    return book


def _board(contents: Contents) -> tuple[Board, list[CheckRow]]:
    """The board, and its checks: how many there are says where the sums of columns stand below them."""
    form = contents.form
    rules = form.pack.catalogue.rules
    lists = [table.indicator.id for sheet in form.sheets for table in sheet.tables]
    parts = [item for one in form.pack.catalogue for row in one.parts for item in row]
    board = Board(contents, needed_sums(rules, lists, parts))
    wanted = shown(rules, board)
    board.place_sums(first_sum(len(wanted)))
    head = form.sheet(SheetKind.HEAD)
    assert head is not None  # every layout has it
    typed = contents.filling.head
    days = Days(own_date_cell(head), str(typed.get("van_ban.ngay", "")), period_kept(head, typed))
    return board, list(check_rows(wanted, board, ground_of(contents), days))


def _write(paper: Paper, sheet: FormSheet, board: Board, marks: Marks) -> None:
    filling = board.filling
    match sheet.kind:
        case SheetKind.HEAD:
            write_head(paper, sheet, filling.head)
        case SheetKind.FIGURES:
            open_before = not filling.before and "nam_truoc" not in filling.head
            write_figures(paper, sheet, board, marks, open_before=open_before)
        case SheetKind.DOCUMENTS:
            write_entries(paper, sheet, filling.entries, DOCUMENT_INPUTS)
        case SheetKind.TEXTS:
            write_entries(paper, sheet, filling.entries, TEXT_INPUTS)
        case SheetKind.LISTS:
            write_tables(paper, sheet, board)
        case SheetKind.NOTES:
            write_pairs(paper, sheet, filling.notes)
        case SheetKind.OTHERS:
            write_pairs(paper, sheet, filling.others)


def _meta(book: Workbook, form: Layout, facts: Facts, period: Period) -> None:
    sheet = book.add_worksheet(META_SHEET)
    known = {
        "dang": str(FORM_VERSION),
        "goi": form.pack.id,
        "phien_ban": form.pack.manifest.version,
        "loai_ky": period.kind.value,
        "ky": facts.period,
        "don_vi": facts.unit,
    }
    for place, row in enumerate(meta_rows(form, known.items())):
        for column, words in enumerate(row):
            sheet.write_string(place, column, words)
    sheet.very_hidden()
