"""A sheet of lists: tables side by side, each growing downward for itself; the sheet is open for that."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.utility import quote_sheetname, xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from baocao.authoring.forms.board import Board
from baocao.authoring.forms.cells import Cells
from baocao.authoring.forms.list_columns import TABLE_ROWS
from baocao.authoring.forms.live import SLACK
from baocao.authoring.forms.looks import GROUPED, PLAIN, height
from baocao.authoring.forms.paper import Paper, put
from baocao.authoring.forms.row_checks import outline_terms, shows_rows
from baocao.authoring.forms.rows import day_rule, value_rule
from baocao.forms.conventions import (
    FIRST_ROW,
    GUIDE_NAME,
    HEAD_ROW,
    ID_COLUMN,
    SCALES,
    TABLE_HEAD,
    Role,
    split_column,
)
from baocao.forms.sheets import Column, FormSheet, Table
from baocao.packs.catalogue import NUMERIC, Indicator, Kind
from baocao.packs.rules import AT_MOST, Rule, RuleKind

_PARTS = {"loai": 12, "so": 15, "ngay": 12, "co_quan": 14, "trich_yeu": 30, Role.TOTAL: 9, Role.SCALE: 11}
_WORDS, _LONE, _NUMBER, _GAP, _JOINT = 27, 50, 10, 3, 13
_SPARE, _LEAST = 3, 6
_PAGE, _SCALE = 134, 66
"""Widths of columns that A4 across takes at full size; the size, in percent, at which tables share a page."""
_LINKED = 10
"""A column is at least so wide to hold a link to a table."""
_TOP = "bảng, từ trái sang phải:"

_HINT = (
    "Mỗi dòng một mục; hết bảng thì gõ tiếp ngay dưới. Trong kỳ không có thì gõ vào ô này của dòng đầu: "
    "không phát sinh."
)


def write_tables(paper: Paper, form: FormSheet, board: Board) -> None:
    """Write the tables of a group with the rows typed already."""
    sheet = paper.data_sheet(form, _widths(form), "")
    sheet.write_string(HEAD_ROW, ID_COLUMN, TABLE_HEAD)
    for table in form.tables:
        rows = board.filling.rows.get(table.indicator.id, [])
        _write_table(paper, sheet, table, rows)
        for rule in board.catalogue.rules:
            if rule.list == table.indicator.id:
                _mark_rows(paper, sheet, board, rule, table)
    _heights(sheet, form, board)
    if len(form.tables) > 1:
        _index(paper, sheet, form)
    _pages(sheet, form)


def _widths(form: FormSheet) -> list[float]:
    widths: list[float] = [10.0] + [float(_GAP)] * (len(form.columns) - 1)
    for table in form.tables:
        for number, column in enumerate(table.columns):
            widths[table.first + number] = _width(table, column)
    return widths


def _width(table: Table, column: Column) -> float:
    field, part = _field(table, column)
    if part != Role.VALUE:
        return _PARTS[part]
    if field.kind in NUMERIC or field.kind in (Kind.YESNO, Kind.DATE):
        return _NUMBER
    if len(table.columns) == 1:
        return _LONE
    return (
        _JOINT
        if field.id in ("noi", "dvt", "don_vi")
        else _WORDS
        if len(table.columns) > 2
        else _LONE - _JOINT
    )


def _field(table: Table, column: Column) -> tuple[Indicator, str]:
    split = split_column(column.id)
    assert split is not None  # the columns of a table are made by `list_columns`
    return next(item for item in table.indicator.fields if item.id == split[1]), split[2]


def _write_table(paper: Paper, sheet: Worksheet, table: Table, rows: Sequence[Cells]) -> None:
    last = table.first + len(table.columns) - 1
    count = max(len(rows) + _SPARE, _LEAST)
    _heading(paper, sheet, table, last)
    heads = [{"header": words, "header_format": paper.looks("head")} for words in _unique(table)]
    options = {"columns": heads, "name": _name(table.indicator.id), "style": None, "autofilter": False}
    sheet.add_table(HEAD_ROW, table.first, HEAD_ROW + count, last, options)
    for number, column in enumerate(table.columns, table.first):
        field, part = _field(table, column)
        key = field.id if part == Role.VALUE else f"{field.id}.{part}"
        look = _look(paper, field, part)
        for place in range(count):
            cell = rows[place].get(key) if place < len(rows) else None
            put(sheet, FIRST_ROW + place, number, cell, look)
        _validate(sheet, field, part, number, first=number == table.first)


def _heading(paper: Paper, sheet: Worksheet, table: Table, last: int) -> None:
    """The list's label over its table, and what it wants; both wrapped over all its columns."""
    one = table.indicator
    words = _words(one)
    look = paper.looks("table_title")
    if last > table.first:
        sheet.merge_range(2, table.first, 2, last, words, look)
    else:
        sheet.write_string(2, table.first, words, look)


def _unique(table: Table) -> list[str]:
    """The headings; Excel wants each once in a table."""
    seen: dict[str, int] = {}
    made = []
    for column in table.columns:
        seen[column.label.lower()] = seen.get(column.label.lower(), 0) + 1
        number = seen[column.label.lower()]
        made.append(column.label if number == 1 else f"{column.label} ({number})")
    return made


def _name(id_: str) -> str:
    return f"ds_{id_.replace('.', '_')}"[:200]


def _look(paper: Paper, field: Indicator, part: str) -> object:
    numeric = field.kind in NUMERIC and part in (Role.VALUE, Role.TOTAL)
    if numeric:
        return paper.looks(
            "input", num_format=GROUPED if field.kind is Kind.COUNT else PLAIN, align="right", valign="top"
        )
    centred = field.kind is Kind.YESNO or part == Role.SCALE
    return paper.looks("text", valign="top", align="center" if centred else "left")


def _validate(sheet: Worksheet, field: Indicator, part: str, column: int, *, first: bool) -> None:
    cell = xl_rowcol_to_cell(FIRST_ROW, column)
    rule = None
    if part == Role.SCALE:
        rule = {"validate": "list", "source": list(SCALES), "error_type": "warning"}
    elif part == "ngay":
        rule = day_rule(cell)
    elif part == Role.VALUE and (field.kind in NUMERIC or field.kind in (Kind.YESNO, Kind.DATE)):
        rule = value_rule(field, cell)
    elif first:
        rule = {"validate": "any", "input_message": _HINT}
    if rule:
        sheet.data_validation(FIRST_ROW, column, FIRST_ROW + TABLE_ROWS - 1, column, rule)


def _mark_rows(paper: Paper, sheet: Worksheet, board: Board, rule: Rule, table: Table) -> None:
    """The numbers of a row that breaks a check turn red."""
    if not shows_rows(rule, board):
        return
    _, fields = board.lists.tables[rule.list]
    if rule.kind is RuleKind.OUTLINE:
        _mark_outline(paper, sheet, board, rule)
        return
    names = {name: f"${xl_col_to_name(fields[name][Role.VALUE])}{FIRST_ROW + 1}" for name in rule.terms}
    left, right = ("+".join(names[name] for name in side) for side in (rule.left, rule.right))
    gap = f"{left}-({right})" if rule.relation == AT_MOST else f"ABS({left}-({right}))"
    test = f"=IF(COUNT({','.join(names.values())})={len(names)},{gap}>{SLACK},FALSE)"
    for name in names:
        column = fields[name][Role.VALUE]
        bad = {"type": "formula", "criteria": test, "format": paper.looks("bad")}
        sheet.conditional_format(FIRST_ROW, column, FIRST_ROW + TABLE_ROWS - 1, column, bad)


def _mark_outline(paper: Paper, sheet: Worksheet, board: Board, rule: Rule) -> None:
    """The number of a row turns red that is not the sum of the rows right below it."""
    _, fields = board.lists.tables[rule.list]
    column, place = (fields[name][Role.VALUE] for name in rule.terms)
    cell, number = (f"${xl_col_to_name(one)}{FIRST_ROW + 1}" for one in (column, place))
    judged, gap = outline_terms(rule, board, cell, number)
    test = f"=IF(ISNUMBER({cell}),{judged}*(ABS({gap})>{SLACK})>0,FALSE)"
    bad = {"type": "formula", "criteria": test, "format": paper.looks("bad")}
    sheet.conditional_format(FIRST_ROW, column, FIRST_ROW + TABLE_ROWS - 1, column, bad)


def _words(one: Indicator) -> str:
    return f"{one.label}. {one.explanation}".strip()


def _heights(sheet: Worksheet, form: FormSheet, board: Board) -> None:
    """Rows high enough for what stands in any of the tables."""
    heads, headings = [], []
    rows: dict[int, list[tuple[str, float]]] = {}
    for table in form.tables:
        widths = {column.id: _width(table, column) for column in table.columns}
        headings.append((_words(table.indicator), sum(widths.values()) * 0.9))
        heads += [(column.label, widths[column.id] * 0.85) for column in table.columns]
        for place, row in enumerate(board.filling.rows.get(table.indicator.id, []), FIRST_ROW):
            stem = f"{table.indicator.id}[]."
            rows.setdefault(place, []).extend((str(cell), widths[stem + key]) for key, cell in row.items())
    sheet.set_row(HEAD_ROW - 1, height(*headings))
    sheet.set_row(HEAD_ROW, height(*heads))
    for place, texts in rows.items():
        sheet.set_row(place, height(*texts))


def _index(paper: Paper, sheet: Worksheet, form: FormSheet) -> None:
    """The first line: links to the tables, which stand side by side."""
    widths = _widths(form)
    look = paper.looks("link", text_wrap=True, valign="top")
    links = [(1, GUIDE_NAME, "B2", f"↩ {GUIDE_NAME}. {len(form.tables)} {_TOP}")]
    wide = [number for number, width in enumerate(widths) if number > 1 and width >= _LINKED]
    wide += range(len(widths), len(widths) + len(form.tables))
    for number, (column, table) in enumerate(zip(wide, form.tables, strict=False), 1):
        place = xl_rowcol_to_cell(HEAD_ROW, table.first)
        links.append((column, form.name, place, f"{number}. {table.indicator.label}"))
    for column, name, place, words in links:
        quoted = words.replace('"', '""')
        link = f'=HYPERLINK("#{quote_sheetname(name)}!{place}","{quoted}")'
        sheet.write_formula(1, column, link, look, words)
    known = (*widths, *(8.0 for _ in form.tables))
    sheet.set_row(1, height(*((words, known[column]) for column, _, _, words in links)))


def _pages(sheet: Worksheet, form: FormSheet) -> None:
    """Tables side by side on a page as long as they find room, all sheets at one size where they can."""
    widths = [sum(_width(table, column) for column in table.columns) for table in form.tables]
    scale = int(max(25, min(_SCALE, 100 * _PAGE / max(widths))))
    sheet.set_print_scale(scale)
    breaks: list[int] = []
    used = float(-_GAP)
    for table, width in zip(form.tables, widths, strict=True):
        used += _GAP + width
        if used > 100 * _PAGE / scale and used > width:
            breaks.append(table.first)
            used = width
    if breaks:
        sheet.set_v_pagebreaks(breaks)
    sheet.repeat_rows(2, HEAD_ROW)
    sheet.freeze_panes(FIRST_ROW, 0)
