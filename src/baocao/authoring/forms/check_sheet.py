"""The sheet `Kiểm tra`: every check live, what it compares, and a link to the cells."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from baocao.authoring.forms.board import SUMS, SUMS_SLACK, Board
from baocao.authoring.forms.check_making import BAD, CUT, GOOD, HELPER, LEFT, RIGHT, CheckRow
from baocao.authoring.forms.figure_sheet import Marks, mark_cell
from baocao.authoring.forms.live import NOTHING, SLACK, Live
from baocao.authoring.forms.looks import GROUPED, height
from baocao.authoring.forms.paper import Paper, put_formula, put_live
from baocao.forms.conventions import CHECKS_NAME, FIRST_ROW, HEAD_ROW, TABLE_HEAD, Role, SheetKind
from baocao.packs.catalogue import list_field
from baocao.packs.judgement import NOT_IN_EXCEL
from baocao.packs.rules import AT_MOST, RuleKind

_HEADS = ("Nội dung kiểm tra", "Bên trái", "", "Bên phải", "Chênh lệch", "Kết quả", "Xem")
_SIGNS = {"=": "=", AT_MOST: "≤"}
_HINT = (
    "✓ khớp; ✗ chưa khớp, phải xem lại (bấm «Mở ô» để tới ô; bấm mũi tên ở cột «Kết quả» để lọc); "
    "≈ khớp khi bỏ số lẻ thay vì làm tròn; để trống là chưa đủ số liệu."
)
_SUMS = "Cộng các cột của danh sách (máy dùng cho các phép kiểm tra trên)"
_LEFT_OUT = "Máy kiểm tra khi làm báo cáo, bảng này không hiện dấu"
_LOW, _HIGH, _HELPERS = 8, 9, 10
"""Hidden columns: what left - right may be, and the first of the helpers."""
_DATE = "dd/mm/yyyy"
_BROKEN = "#,##0.00"
"""How numbers with decimals are shown; whole ones are without."""
_ROWS_A_PAGE = 80


def marks_of(rows: Sequence[CheckRow]) -> Marks:
    """For each figure the cells of its checks, and the mark they make together."""
    cells: dict[str, list[str]] = {}
    values: dict[str, set[str]] = {}
    for place, row in enumerate(rows, FIRST_ROW):
        alone = row.dated or row.rule.kind is RuleKind.RATE or not row.targets
        sides = row.rule.left if alone else row.targets
        for id_ in dict.fromkeys(list_field(item)[0] for item in sides):
            cells.setdefault(id_, []).append(mark_cell(place))
            values.setdefault(id_, set()).add(row.mark)
    together = {
        id_: next((mark for mark in (BAD, GOOD) if mark in found), "") for id_, found in values.items()
    }
    return Marks({id_: tuple(items) for id_, items in cells.items()}, together)


def write_checks(paper: Paper, rows: Sequence[CheckRow], board: Board) -> None:
    """Write the sheet; the sums of columns that the checks use stand below them."""
    sheet = paper.add(CHECKS_NAME, SheetKind.CHECKS, "Kiểm tra số liệu", (8, 92, 16, 4, 16, 14, 9, 10))
    helpers = max((len(row.helpers) for row in rows), default=0)
    sheet.set_column(_LOW, _HELPERS + helpers, 10, None, {"hidden": True})
    sheet.merge_range(2, 2, 2, 6, _HINT, paper.looks("hint", text_wrap=True))
    sheet.set_row(2, height((_HINT, 56)))
    paper.head(sheet, [(column, words, "head") for column, words in enumerate(_HEADS, 1)])
    sheet.write_string(HEAD_ROW, 0, TABLE_HEAD)
    for place, row in enumerate(rows, FIRST_ROW):
        _write_check(paper, sheet, place, row, board)
    last = FIRST_ROW + max(len(rows), 1) - 1
    for mark, style in ((BAD, "bad"), (GOOD, "good")):
        test = f'=$G{FIRST_ROW + 1}="{mark}"'
        rule = {"type": "formula", "criteria": test, "format": paper.looks(style)}
        sheet.conditional_format(FIRST_ROW, 1, last, 6, rule)
    last_sum = _write_sums(paper, sheet, board)
    end = _write_left_out(paper, sheet, max(last, last_sum) + 2)
    sheet.autofilter(HEAD_ROW, 1, last, 6)
    sheet.freeze_panes(FIRST_ROW, 2)
    _show_numbers(paper, sheet, end)
    sheet.print_area(1, 1, end, 6)
    sheet.set_portrait()
    sheet.fit_to_pages(1, math.ceil(end / _ROWS_A_PAGE))
    paper.protect(sheet)


def _show_numbers(paper: Paper, sheet: Worksheet, end: int) -> None:
    """Decimals where there are some; nothing on the right while there is nothing on the left."""
    left, any_ = (xl_rowcol_to_cell(FIRST_ROW, 2, col_abs=fixed) for fixed in (True, False))
    hidden, broken = (paper.book.add_format({"num_format": text}) for text in (";;;", _BROKEN))
    alone = {"type": "formula", "criteria": f'={left}=""', "format": hidden, "stop_if_true": True}
    sheet.conditional_format(FIRST_ROW, 4, end, 4, alone)
    test = f"=IF(ISNUMBER({any_}),{any_}<>INT({any_}),FALSE)"
    sheet.conditional_format(FIRST_ROW, 2, end, 5, {"type": "formula", "criteria": test, "format": broken})


def first_sum(rows: int) -> int:
    """The row of the first sum of a column, below so many checks."""
    return FIRST_ROW + rows + 2


def _write_sums(paper: Paper, sheet: Worksheet, board: Board) -> int:
    """The sums of columns; the last row of them."""
    if board.sums:
        sheet.write_string(min(board.sums.values()) - 1, 1, _SUMS, paper.looks("bold"))
    for item, place in board.sums.items():
        sheet.write_string(place, 1, _column_label(board, item), paper.looks("label"))
        shown = paper.looks("computed", num_format=GROUPED)
        put_live(sheet, place, SUMS, board.lists.sum(item), shown)
        put_live(sheet, place, SUMS_SLACK, board.lists.slack(item), shown)
    return max(board.sums.values(), default=FIRST_ROW)


def _write_left_out(paper: Paper, sheet: Worksheet, row: int) -> int:
    """What the program alone checks; the last row of it."""
    sheet.write_string(row, 1, _LEFT_OUT, paper.looks("bold"))
    for place, words in enumerate(NOT_IN_EXCEL.values(), row + 1):
        sheet.write_string(place, 1, words, paper.looks("label"))
        sheet.set_row(place, height((words, 92)))
    return row + len(NOT_IN_EXCEL)


def failing(rows: Sequence[CheckRow]) -> tuple[str, int]:
    """The formula of how many checks fail, and its value."""
    last = FIRST_ROW + max(len(rows), 1) - 1
    marks = f"{mark_cell(FIRST_ROW)}:{xl_rowcol_to_cell(last, 6, row_abs=True, col_abs=True)}"
    return f'COUNTIF({marks},"{BAD}")', sum(row.mark == BAD for row in rows)


def _write_check(paper: Paper, sheet: Worksheet, place: int, row: CheckRow, board: Board) -> None:
    look = paper.looks
    shown = look("computed", num_format=_DATE if row.dated else GROUPED)
    sheet.write_string(place, 0, row.rule.id)
    sheet.write_string(place, 1, row.rule.label, look("label"))
    sheet.set_row(place, height((row.rule.label, 92)))
    sheet.write_string(place, 3, _SIGNS[row.rule.relation], look("centre"))
    put_live(sheet, place, 2, Live(_own(row.left.text, place), row.left.value), shown)
    put_live(sheet, place, 4, Live(_own(row.right.text, place), row.right.value), shown)
    plain = look("computed")
    hidden = ((_LOW, row.low), (_HIGH, row.high), *enumerate(row.helpers, _HELPERS))
    for column, live in hidden:
        put_live(sheet, place, column, Live(_own(live.text, place), live.value, live.word), plain)
    left, right = (xl_rowcol_to_cell(place, column) for column in (2, 4))
    known = row.left.value is not None and row.right.value is not None
    difference = (row.left.value or Decimal(0)) - (row.right.value or Decimal(0))
    value = float(difference) if known else ""
    text = f"IF(COUNT({left},{right})=2,ROUND({left}-{right},6),{NOTHING})"
    put_formula(sheet, place, 5, text, value, look("computed", num_format=GROUPED))
    put_formula(sheet, place, 6, _own(_mark_text(row, place), place), row.mark, look("mark"))
    to = next((id_ for id_ in row.targets if id_ in board.form.places or id_ in board.lists.tables), "")
    if to:
        _link(paper, sheet, place, to, board)


def _own(text: str, place: int) -> str:
    """A formula with the cells of its own row."""
    left, right = xl_rowcol_to_cell(place, 2), xl_rowcol_to_cell(place, 4)
    text = text.replace(LEFT, left).replace(RIGHT, right)
    return HELPER.sub(lambda one: xl_rowcol_to_cell(place, _HELPERS + int(one[1])), text)


def _mark_text(row: CheckRow, place: int) -> str:
    left, gap, low, high = (xl_rowcol_to_cell(place, column) for column in (2, 5, _LOW, _HIGH))
    good = f"AND({gap}>={low}-{SLACK},{gap}<={high}+{SLACK})"
    cut = f'IF(ABS({left}-{row.cut.text})<{SLACK},"{CUT}","{BAD}")' if row.cut.text != NOTHING else f'"{BAD}"'
    return f'IF({gap}="",{NOTHING},IF({good},"{GOOD}",{cut}))'


def _link(paper: Paper, sheet: Worksheet, place: int, to: str, board: Board) -> None:
    if to in board.form.places:
        form, row = board.form.places[to]
        column = max(form.column(Role.VALUE), form.column("loai"))
    else:
        form, fields = board.lists.tables[to]
        row, column = FIRST_ROW, min(number for parts in fields.values() for number in parts.values())
    paper.link(sheet, place, 7, form.name, xl_rowcol_to_cell(row, column), "Mở ô")


def _column_label(board: Board, item: str) -> str:
    list_id, name = list_field(item)
    owner = board.catalogue[list_id]
    column = next((one.label for one in owner.fields if one.id == name), name)
    return f"Cột «{column}» của «{owner.label}»"
