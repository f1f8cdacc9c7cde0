"""A filled layout -> the bytes of an .xlsx. The same input gives the same bytes."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Mapping
from decimal import Decimal

from xlsxwriter.workbook import Workbook

from baocao.authoring.forms.board import Board
from baocao.authoring.forms.check_sheet import failing, marks_of, write_checks
from baocao.authoring.forms.checks import CheckRow, Days, check_rows, needed_sums
from baocao.authoring.forms.figure_sheet import Marks, write_figures
from baocao.authoring.forms.filling import Filling
from baocao.authoring.forms.guide import add_guide, own_date_cell, write_guide
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
from baocao.forms.conventions import FIRST_ROW, FORM_VERSION, META_SHEET, SheetKind
from baocao.forms.layout import FormSheet, Layout, meta_rows
from baocao.model.record import Period, PeriodKind
from baocao.packs.rules import Rule, rules_of

_CREATED = dt.datetime(2025, 1, 1)
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write_form(
    form: Layout,
    filling: Filling,
    facts: Facts,
    period: Period,
    before: Mapping[str, Decimal],
    decimals: int,
    more: Callable[[Paper], None] | None = None,
) -> bytes:
    """The workbook. before: last year's numbers by indicator. decimals: of rates, as the unit prints them.

    more: adds sheets that hold no data.
    """
    rules = rules_of(form.pack.catalogue)
    head = form.sheet(SheetKind.HEAD)
    assert head is not None  # every layout has it
    days = Days(
        period.window_from,
        _last_day(period),
        own_date_cell(head),
        str(filling.head.get("van_ban.ngay", "")),
        period.kind is PeriodKind.YEAR,
    )
    board, rows = _board(form, filling, before, decimals, rules, days)
    stream = io.BytesIO()
    usual = {"font_name": FONT, "font_size": 11}  # XlsxWriter writes into it
    book = Workbook(stream, {**_OPTIONS, "default_format_properties": usual})
    book.set_properties(
        {"title": f"{facts.title}, {facts.period}", "author": facts.unit, "created": _CREATED}
    )
    book.set_size(2400, 1400)
    paper = Paper(book, facts)
    guide = add_guide(paper)
    open_before = not filling.before and "nam_truoc" not in filling.head
    for sheet in form.sheets:
        if sheet.kind is SheetKind.NOTES:
            write_pairs(paper, sheet, filling.notes)
            write_checks(paper, rows, board)
        else:
            _write(paper, sheet, board, marks_of(rows), rules, open_before=open_before)
    write_guide(paper, guide, board, failing(rows))
    if more is not None:
        more(paper)
    _meta(book, form, facts, period)
    book.close()
    return stream.getvalue()


def _board(
    form: Layout,
    filling: Filling,
    before: Mapping[str, Decimal],
    decimals: int,
    rules: tuple[Rule, ...],
    days: Days,
) -> tuple[Board, list[CheckRow]]:
    """The board, and its checks: how many there are says where the sums of columns stand below them."""
    lists = [table.indicator.id for sheet in form.sheets for table in sheet.tables]
    parts = [item for one in form.pack.catalogue for row in one.parts for item in row]
    sums = needed_sums(rules, lists, parts)
    first = FIRST_ROW
    board = Board(form, filling, before, decimals, sums, first)
    rows = list(check_rows(rules, board, days))
    board = Board(form, filling, before, decimals, sums, FIRST_ROW + len(rows) + 2)
    return board, list(check_rows(rules, board, days))


def _write(
    paper: Paper, sheet: FormSheet, board: Board, marks: Marks, rules: tuple[Rule, ...], *, open_before: bool
) -> None:
    filling = board.filling
    match sheet.kind:
        case SheetKind.HEAD:
            write_head(paper, sheet, filling.head)
        case SheetKind.FIGURES:
            write_figures(paper, sheet, board, marks, open_before=open_before)
        case SheetKind.DOCUMENTS:
            write_entries(paper, sheet, filling.entries, DOCUMENT_INPUTS)
        case SheetKind.TEXTS:
            write_entries(paper, sheet, filling.entries, TEXT_INPUTS)
        case SheetKind.LISTS:
            write_tables(paper, sheet, board, rules)
        case SheetKind.OTHERS:
            write_pairs(paper, sheet, filling.others)


def _last_day(period: Period) -> dt.date:
    """The last day that a date within the period may have: the end of its last month, or the as-of day."""
    following = (period.window_to.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
    end = period.window_to if period.own_window else following - dt.timedelta(days=1)
    return max(end, period.as_of or end)


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
