"""The sheet `Kiểm tra`: every check live, what it compares, and a link to the cells."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from baocao.authoring.forms.board import Board
from baocao.authoring.forms.checks import BAD, CUT, GOOD, LEFT, PLACES, CheckRow
from baocao.authoring.forms.figure_sheet import Marks, mark_cell
from baocao.authoring.forms.live import NOTHING, SLACK, Live
from baocao.authoring.forms.looks import height
from baocao.authoring.forms.paper import Paper, put_formula, put_live
from baocao.forms.conventions import CHECKS_NAME, FIRST_ROW, HEAD_ROW, TABLE_HEAD, Role, SheetKind
from baocao.packs.catalogue import list_field
from baocao.packs.rules import AT_MOST

_HEADS = ("Nội dung kiểm tra", "Bên trái", "", "Bên phải", "Chênh lệch", "Kết quả", "Xem")
_SIGNS = {"=": "=", AT_MOST: "≤"}
_HINT = (
    "✓ khớp; ✗ chưa khớp, phải xem lại; ≈ khớp khi bỏ số lẻ thay vì làm tròn; để trống là chưa đủ số liệu."
)
_SUMS = "Cộng các cột của danh sách (máy dùng cho các phép kiểm tra trên)"
_PLACES = 8
"""The hidden column with the decimals that a stated rate is typed with."""
_NUMBER = "#,##0.######"
_DATE = "dd/mm/yyyy"


def marks_of(rows: Sequence[CheckRow]) -> Marks:
    """For each figure the cells of its checks, and the mark they make together."""
    cells: dict[str, list[str]] = {}
    values: dict[str, set[str]] = {}
    for place, row in enumerate(rows, FIRST_ROW):
        sides = row.rule.left if row.dated or not row.targets else row.targets
        for id_ in dict.fromkeys(list_field(item)[0] for item in sides):
            cells.setdefault(id_, []).append(mark_cell(place))
            values.setdefault(id_, set()).add(mark_of(row))
    together = {
        id_: next((mark for mark in (BAD, GOOD) if mark in found), "") for id_, found in values.items()
    }
    return Marks({id_: tuple(items) for id_, items in cells.items()}, together)


def mark_of(row: CheckRow) -> str:
    """The mark of a check as its formula gives it."""
    if row.left.value is None or row.right.value is None:
        return ""
    gap = row.left.value - row.right.value
    early = row.lower is not None and row.left.value < row.lower
    if (gap if row.rule.relation == AT_MOST else abs(gap)) <= row.allowed and not early:
        return GOOD
    return CUT if row.cut.value is not None and row.cut.value == row.left.value else BAD


def write_checks(paper: Paper, rows: Sequence[CheckRow], board: Board) -> None:
    """Write the sheet; the sums of columns that the checks use stand below them."""
    sheet = paper.add(CHECKS_NAME, SheetKind.CHECKS, "Kiểm tra số liệu", (8, 92, 16, 4, 16, 14, 9, 10))
    sheet.set_column(_PLACES, _PLACES, 10, None, {"hidden": True})
    sheet.merge_range(2, 2, 2, 7, _HINT, paper.looks("hint", text_wrap=True))
    sheet.set_row(2, height((_HINT, 69)))
    paper.head(sheet, [(column, words, "head") for column, words in enumerate(_HEADS, 1)])
    sheet.write_string(HEAD_ROW, 0, TABLE_HEAD)
    for place, row in enumerate(rows, FIRST_ROW):
        _write_check(paper, sheet, place, row, board)
    last = FIRST_ROW + max(len(rows), 1) - 1
    for mark, style in ((BAD, "bad"), (GOOD, "good")):
        test = f'=$G{FIRST_ROW + 1}="{mark}"'
        rule = {"type": "formula", "criteria": test, "format": paper.looks(style)}
        sheet.conditional_format(FIRST_ROW, 1, last, 6, rule)
    if board.sums:
        sheet.write_string(min(board.sums.values()) - 1, 1, _SUMS, paper.looks("bold"))
    for item, place in board.sums.items():
        sheet.write_string(place, 1, _column_label(board, item), paper.looks("label"))
        put_live(sheet, place, 2, board.column_sum(item), paper.looks("computed", num_format=_NUMBER))
    sheet.autofilter(HEAD_ROW, 1, last, 6)
    sheet.freeze_panes(FIRST_ROW, 2)
    sheet.print_area(1, 1, max([last, *board.sums.values()]), 6)
    paper.protect(sheet)


def failing(rows: Sequence[CheckRow]) -> tuple[str, int]:
    """The formula of how many checks fail, and its value."""
    last = FIRST_ROW + max(len(rows), 1) - 1
    marks = f"{mark_cell(FIRST_ROW)}:{xl_rowcol_to_cell(last, 6, row_abs=True, col_abs=True)}"
    return f'COUNTIF({marks},"{BAD}")', sum(mark_of(row) == BAD for row in rows)


def _write_check(paper: Paper, sheet: Worksheet, place: int, row: CheckRow, board: Board) -> None:
    look = paper.looks
    shown = look("computed", num_format=_DATE if row.dated else _NUMBER)
    sheet.write_string(place, 0, row.rule.id)
    sheet.write_string(place, 1, row.rule.label, look("label"))
    sheet.set_row(place, height((row.rule.label, 92)))
    sheet.write_string(place, 3, _SIGNS[row.rule.relation], look("centre"))
    put_live(sheet, place, 2, row.left, shown)
    put_live(sheet, place, 4, Live(_own(row.right.text, place), row.right.value), shown)
    if row.places is not None:
        put_live(sheet, place, _PLACES, Live(_own(row.places.text, place), row.places.value), shown)
    left, right, gap = (xl_rowcol_to_cell(place, column) for column in (2, 4, 5))
    known = row.left.value is not None and row.right.value is not None
    difference = (row.left.value or Decimal(0)) - (row.right.value or Decimal(0))
    value = float(difference) if known else ""
    text = f"IF(COUNT({left},{right})=2,ROUND({left}-{right},6),{NOTHING})"
    put_formula(
        sheet, place, 5, text, value, look("computed", num_format="General" if row.dated else _NUMBER)
    )
    put_formula(sheet, place, 6, _own(_mark_text(row, left, gap), place), mark_of(row), look("mark"))
    to = next((id_ for id_ in row.targets if id_ in board.form.places or id_ in board.tables), "")
    if to:
        _link(paper, sheet, place, to, board)


def _own(text: str, place: int) -> str:
    """A formula with the cells of its own row."""
    left, places = xl_rowcol_to_cell(place, 2), xl_rowcol_to_cell(place, _PLACES)
    return text.replace(LEFT, left).replace(PLACES, places)


def _mark_text(row: CheckRow, left: str, gap: str) -> str:
    if row.rule.relation == AT_MOST:
        early = "" if row.lower is None else f",{left}>={row.lower:f}"
        good = f"AND({gap}<={row.slack}{early})"
    else:
        good = f"ABS({gap})<={row.slack}"
    cut = f'IF(ABS({left}-{row.cut.text})<{SLACK},"{CUT}","{BAD}")' if row.cut.text != NOTHING else f'"{BAD}"'
    return f'IF({gap}="",{NOTHING},IF({good},"{GOOD}",{cut}))'


def _link(paper: Paper, sheet: Worksheet, place: int, to: str, board: Board) -> None:
    if to in board.form.places:
        form, row = board.form.places[to]
        column = max(form.column(Role.VALUE), form.column("loai"))
    else:
        form, fields = board.tables[to]
        row, column = FIRST_ROW, min(number for parts in fields.values() for number in parts.values())
    paper.link(sheet, place, 7, form.name, xl_rowcol_to_cell(row, column), "Mở ô")


def _column_label(board: Board, item: str) -> str:
    list_id, name = list_field(item)
    owner = board.catalogue[list_id]
    column = next((one.label for one in owner.fields if one.id == name), name)
    return f"Cột «{column}» của «{owner.label}»"
