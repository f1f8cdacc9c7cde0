"""A sheet of figures: label, unit, the cells to type in, what Excel computes, last year's, the mark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from baocao.authoring.forms.board import Board
from baocao.authoring.forms.check_making import BAD, GOOD
from baocao.authoring.forms.list_columns import cell
from baocao.authoring.forms.live import NIL, NOTHING, Live, is_nil
from baocao.authoring.forms.looks import AS_TEXT, GROUPED, PLAIN, height
from baocao.authoring.forms.paper import Paper, put, put_formula, put_live
from baocao.authoring.forms.rows import day_rule, explained, option_rule, takes, unit_of, value_rule
from baocao.forms.conventions import CHECKS_NAME, FIRST_ROW, HEAD_ROW, ID_COLUMN, OPTIONS, TABLE_HEAD, Role
from baocao.forms.sheets import FormSheet, Row
from baocao.packs.catalogue import NUMERIC, Indicator, Kind

_WIDTHS = {
    Role.ID: 10, Role.NUMBER: 4, Role.LABEL: 38, Role.UNIT: 9, Role.VALUE: 14, Role.TOTAL: 9,
    Role.SCALE: 10, Role.HEDGE: 8,
    Role.COMPUTED: 11, Role.BEFORE: 11, Role.CHANGE: 11, Role.CHECK: 7, Role.EXPLANATION: 42,
    Role.STATED: 12, Role.DECIMALS: 9, Role.SOURCE: 16, Role.FROM: 12, Role.TO: 12, Role.IN_USE: 14,
    Role.SLACK: 14,
}  # fmt: skip
_MORE = (Role.STATED, Role.DECIMALS, Role.SOURCE, Role.FROM, Role.TO, Role.IN_USE, Role.SLACK)
_SIDES = (Role.TOTAL, Role.SCALE, *OPTIONS)
_DAYS = (Role.FROM, Role.TO)
_ONE_PAGE = 20
"""So many rows are printed on one page, a little smaller perhaps."""
_HINT = (
    "Gõ vào ô nền vàng; ô viền cam là bắt buộc. Số đã có ở cột «Máy tính» thì không phải gõ. Dấu ✗ ở cột "
    "«Kiểm tra» là số chưa khớp: xem trang «Kiểm tra». Còn «chữ» là ô số có chữ, phép tính bỏ qua: gõ riêng "
    "con số; chữ trước số và đơn vị tiền có cột riêng."
)
WORDS = "chữ"
"""The mark of a figure whose cell holds other words than a form knows: no sum or check takes it."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What the column of marks needs: cells of the checks about each figure, and what they say."""

    cells: Mapping[str, tuple[str, ...]]
    values: Mapping[str, str]


def write_figures(paper: Paper, form: FormSheet, board: Board, marks: Marks, *, open_before: bool) -> None:
    """Write one sheet of figures. open_before: last year's figures are for the clerk to type."""
    widths = [_WIDTHS[Role(item.id)] for item in form.columns]
    sheet = paper.data_sheet(form, widths, "")
    writer = _Writer(paper, sheet, form, board, marks, open_before)
    writer.heads()
    number = 0
    for place, row in enumerate(form.rows, FIRST_ROW):
        if row.indicator is None:
            writer.group(place, row)
        else:
            number += 1
            writer.row(place, row.indicator, number)
    writer.finish()


class _Writer:
    def __init__(
        self, paper: Paper, sheet: Worksheet, form: FormSheet, board: Board, marks: Marks, open_before: bool
    ) -> None:
        self.paper, self.sheet, self.form, self.board = paper, sheet, form, board
        self.marks, self.open_before, self.look = marks, open_before, paper.looks
        self.at = {item.id: number for number, item in enumerate(form.columns)}

    def heads(self) -> None:
        self.sheet.write_string(HEAD_ROW, ID_COLUMN, TABLE_HEAD)
        styles = [
            (item.id, "head_more" if item.id in _MORE else "head", item.label) for item in self.form.columns
        ]
        self.paper.head(
            self.sheet, [(self.at[id_], words, style) for id_, style, words in styles if self.at[id_]]
        )
        self.sheet.set_row(HEAD_ROW, 50)
        last = self.at[Role.EXPLANATION]
        self.sheet.merge_range(2, 3, 2, last, _HINT, self.look("hint", text_wrap=True))
        room = sum(_WIDTHS[Role(item.id)] for item in self.form.columns[3 : last + 1])
        self.sheet.set_row(2, height((_HINT, room)))
        first = self.at[Role.STATED]
        self.sheet.write_string(2, first, "Các cột từ đây sang phải chỉ điền khi cần.", self.look("hint"))
        first, last = self.at[Role.IN_USE], self.at[Role.SLACK]
        self.sheet.set_column(first, last, _WIDTHS[Role.IN_USE], None, {"hidden": True})

    def group(self, place: int, row: Row) -> None:
        for column in range(1, self.at[Role.EXPLANATION] + 1):
            self.sheet.write_blank(place, column, None, self.look("group"))
        self.sheet.write_string(place, 1, row.label, self.look("group"))

    def row(self, place: int, one: Indicator, number: int) -> None:
        label = f"{one.label} (bắt buộc)" if one.required else one.label
        self.sheet.write_string(place, ID_COLUMN, one.id)
        self.sheet.write_number(place, self.at[Role.NUMBER], number, self.look("centre"))
        self.sheet.write_string(place, self.at[Role.LABEL], label, self.look("label"))
        self.sheet.write_string(place, self.at[Role.UNIT], unit_of(one), self.look("centre"))
        self.sheet.write_string(place, self.at[Role.EXPLANATION], explained(one), self.look("small"))
        texts = ((label, _WIDTHS[Role.LABEL]), (explained(one), _WIDTHS[Role.EXPLANATION] * 0.95))
        self.sheet.set_row(place, height(*texts))
        self._value(place, one)
        for role in _SIDES:
            if role in self.at:
                self._side(place, one, role)
        if one.kind in NUMERIC:
            self._computed(place, one)
        else:
            self._closed(place, (Role.COMPUTED, Role.BEFORE, Role.CHANGE, Role.CHECK))

    def _value(self, place: int, one: Indicator) -> None:
        numeric = one.kind in NUMERIC
        spare = one.kind is Kind.RATE and self.board.computed(one.id) is not None
        base = "needed" if one.required else "spare" if spare else "input" if numeric else "text"
        shown = (GROUPED if one.kind is Kind.COUNT else PLAIN) if numeric else AS_TEXT
        style = self.look(base, align="right", num_format=shown)
        column = self.at[Role.VALUE]
        put(self.sheet, place, column, self.board.typed(one.id, Role.VALUE), style)
        rule = value_rule(one, xl_rowcol_to_cell(place, column))
        if rule:
            self.sheet.data_validation(place, column, place, column, rule)

    def _side(self, place: int, one: Indicator, role: Role) -> None:
        column = self.at[role]
        typed = self.board.typed(one.id, role)
        if not takes(role, one) and typed is None:
            self.sheet.write_blank(place, column, None, self.look("closed"))
            return
        words = role in (Role.SOURCE, *_DAYS)
        look = self.look("text" if words else "input", align="left" if role is Role.SOURCE else "center")
        put(self.sheet, place, column, typed, look)
        rule = day_rule(xl_rowcol_to_cell(place, column)) if role in _DAYS else option_rule(role, one)
        if rule:
            self.sheet.data_validation(place, column, place, column, rule)

    def _closed(self, place: int, roles: tuple[Role, ...]) -> None:
        for role in roles:
            self.sheet.write_blank(place, self.at[role], None, self.look("closed"))

    def _computed(self, place: int, one: Indicator) -> None:
        self._before(place, one)
        shown = self.look("computed", num_format=GROUPED if one.kind in (Kind.COUNT, Kind.MONEY) else PLAIN)
        computed = self.board.computed(one.id)
        if computed is None:
            self._closed(place, (Role.COMPUTED,))
        else:
            put_live(self.sheet, place, self.at[Role.COMPUTED], computed, shown)
        put_live(self.sheet, place, self.at[Role.IN_USE], self.board.in_use(one.id), self.look("computed"))
        put_live(self.sheet, place, self.at[Role.SLACK], self.board.slack_of(one.id), self.look("computed"))
        text, value = _change(one, self.board.term(one.id), self.board.previous(one.id))
        change = self.look("computed", num_format=_CHANGES.get(one.kind, "+0.##;-0.##;0"))
        put_formula(self.sheet, place, self.at[Role.CHANGE], text, value, change)
        text, mark = self._mark(place, one)
        put_formula(self.sheet, place, self.at[Role.CHECK], text, mark, self.look("mark"))

    def _before(self, place: int, one: Indicator) -> None:
        kind = AS_TEXT if one.kind is Kind.RANK else GROUPED if one.kind is Kind.COUNT else PLAIN
        look = self.look("input" if self.open_before else "closed", align="right", num_format=kind)
        put(self.sheet, place, self.at[Role.BEFORE], self.board.filling.before.get(one.id), look)

    def _mark(self, place: int, one: Indicator) -> tuple[str, str]:
        """✗ when a check fails, ✓ when one agrees; `WORDS` when the cell holds words, left to the program."""
        typed = xl_rowcol_to_cell(place, self.at[Role.VALUE])
        odd = f'AND(TRIM({typed})<>"",NOT(ISNUMBER({typed})),NOT({is_nil(typed)}))'
        words = self.board.typed(one.id, Role.VALUE)
        wrong = isinstance(words, str) and words.strip().lower() != NIL
        cells = self.marks.cells.get(one.id, ())
        rest = NOTHING
        if cells:
            bad, good = (",".join(f'{item}="{mark}"' for item in cells) for mark in (BAD, GOOD))
            rest = f'IF(OR({bad}),"{BAD}",IF(OR({good}),"{GOOD}",{NOTHING}))'
        return f'IF({odd},"{WORDS}",{rest})', WORDS if wrong else self.marks.values.get(one.id, "")

    def finish(self) -> None:
        last = FIRST_ROW + max(len(self.form.rows), 1) - 1
        check, value = self.at[Role.CHECK], self.at[Role.VALUE]
        for mark, style in ((BAD, "bad"), (WORDS, "odd")):
            here = f'=${xl_col_to_name(check)}{FIRST_ROW + 1}="{mark}"'
            for column in (value, check):
                told = {"type": "formula", "criteria": here, "format": self.look(style)}
                self.sheet.conditional_format(FIRST_ROW, column, last, column, told)
        self._group_thousands(last)
        self.sheet.freeze_panes(FIRST_ROW, self.at[Role.UNIT])
        more = [role for role in _MORE if any(self.board.typed(row.id, role) for row in self.form.rows)]
        right = max(self.at[role] for role in (Role.EXPLANATION, *more))
        self.sheet.print_area(1, 1, last, right)
        if len(self.form.rows) <= _ONE_PAGE:
            self.sheet.fit_to_pages(1, 1)
        names = [xl_col_to_name(self.at[role]) for role in (Role.VALUE, Role.BEFORE, Role.SOURCE)]
        ranges = " ".join(f"{name}{FIRST_ROW + 1}:{name}{last + 1}" for name in names)
        self.sheet.ignore_errors({"number_stored_as_text": ranges})
        self.paper.protect(self.sheet)

    def _group_thousands(self, last: int) -> None:
        """Money is typed with or without decimals: whole amounts get their thousands marked."""
        for role in (Role.VALUE, Role.BEFORE, Role.STATED):
            column = self.at[role]
            name = xl_rowcol_to_cell(FIRST_ROW, column)
            test = f"=IF(ISNUMBER({name}),AND({name}>=1000,{name}=INT({name})),FALSE)"
            grouped = {
                "type": "formula",
                "criteria": test,
                "format": self.paper.book.add_format({"num_format": GROUPED}),
            }
            self.sheet.conditional_format(FIRST_ROW, column, last, column, grouped)


_CHANGES = dict.fromkeys((Kind.COUNT, Kind.MONEY), "+#,##0;-#,##0;0")


def _change(one: Indicator, now: Live, before: Live) -> tuple[str, float | str]:
    """The formula of the change against last year and its value; of ranks in words: the smaller is better."""
    gap = f"{now.text}-{before.text}"
    known = now.value is not None and before.value is not None
    difference = (now.value or Decimal(0)) - (before.value or Decimal(0))
    ready = f"AND(ISNUMBER({now.text}),ISNUMBER({before.text}))"
    if one.kind is not Kind.RANK:
        return f"IF({ready},ROUND({gap},6),{NOTHING})", float(difference) if known else ""
    words = f'IF({gap}<0,"tăng "&ABS({gap})&" bậc",IF({gap}>0,"giảm "&({gap})&" bậc","giữ nguyên"))'
    told = (
        "giữ nguyên" if not difference else f"{'tăng' if difference < 0 else 'giảm'} {abs(difference):f} bậc"
    )
    return f"IF({ready},{words},{NOTHING})", told if known else ""


def mark_cell(row: int) -> str:
    """The cell of the sheet of checks that has the mark of the check in `row`."""
    return cell(CHECKS_NAME, row, 6)
