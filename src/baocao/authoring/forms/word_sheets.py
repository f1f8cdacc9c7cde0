"""The sheets of words: `Chung`, `Văn bản`, `Lời văn`, `Chú thích`, `Mục khác`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from baocao.authoring.forms.cells import Cell, Cells
from baocao.authoring.forms.looks import AS_TEXT, height
from baocao.authoring.forms.paper import Paper, put
from baocao.authoring.forms.rows import day_rule
from baocao.forms.conventions import (
    DOCUMENT_PARTS,
    FIRST_ROW,
    HEAD_ROW,
    ID_COLUMN,
    ID_ROW,
    TABLE_HEAD,
    Role,
    SheetKind,
)
from baocao.forms.sheets import FormSheet

_WIDTHS = {
    Role.ID: 10, Role.NUMBER: 4, Role.LABEL: 36, Role.VALUE: 74, Role.EXPLANATION: 44, Role.NAME: 24,
    Role.CONTENT: 120, Role.PATH: 60, "loai": 14, "so": 18, "ngay": 14, "co_quan": 22, "trich_yeu": 44,
}  # fmt: skip
_HINTS = {
    SheetKind.HEAD: "Gõ vào ô nền vàng. Xuống dòng trong một ô: Alt + Enter.",
    SheetKind.DOCUMENTS: "Mỗi dòng một văn bản; để trống dòng nào thì báo cáo không nêu văn bản ấy.",
    SheetKind.TEXTS: "Gõ vào ô nền vàng; xuống dòng trong ô: Alt + Enter. Dấu chú thích: [^ten], nội dung ở "
    "trang «Chú thích».",
    SheetKind.NOTES: "Tên: chữ không dấu, viết liền, như ho_so hoặc nguon1. Trong lời văn gõ [^ho_so] ở chỗ "
    "cần chú thích; ở đây mỗi dòng một tên và nội dung.",
    SheetKind.OTHERS: "Những mục của tệp số liệu không có ô riêng trong biểu; giữ nguyên, không phải gõ gì.",
}
_SPARE = {SheetKind.NOTES: 8, SheetKind.OTHERS: 3}
_MORE_NOTES = 100
_NOTE_NAME = {
    "validate": "any",
    "input_title": "Tên chú thích",
    "input_message": "Chữ không dấu, viết liền, như ho_so hoặc nguon1; gọi trong lời văn bằng [^ho_so].",
}
HEAD_HELP = {
    "don_vi": "Tên tệp hồ sơ đơn vị, đặt cùng thư mục với biểu. Cơ quan nhận biểu điền; để trống cũng được.",
    "nguoi_ky": "Tên người ký trong hồ sơ đơn vị; để trống là người ký thường lệ.",
    "nam_truoc": "Tên tệp số liệu hoặc biểu của kỳ trước, nếu có; có tệp thì cột «Kỳ trước» chỉ để xem.",
    "ky.loai": "Máy ghi sẵn.",
    "ky.nam": "Máy ghi sẵn.",
    "ky.tu_ngay": "Chỉ điền khi khác lệ thường. Ví dụ 15/12/2025.",
    "ky.den_ngay": "Chỉ điền khi khác lệ thường. Ví dụ 14/12/2026.",
    "ky.chot_ngay": "Ngày các số liệu được chốt. Ví dụ 14/12/2026.",
    "van_ban.so": "Chỉ gõ số, ví dụ 114; để trống khi chưa có số.",
    "van_ban.ngay": "Gõ như 25/3/2026; để trống khi chưa ký.",
    "van_ban.ten_loai": "Để trống thì theo mẫu báo cáo.",
    "van_ban.trich_yeu": "Mỗi dòng của trích yếu một dòng trong ô (Alt + Enter). Để trống thì theo mẫu.",
    "van_ban.can_cu": "Mỗi căn cứ một dòng trong ô (Alt + Enter).",
    "van_ban.kinh_gui": "Mỗi nơi một dòng trong ô (Alt + Enter). Để trống thì theo hồ sơ đơn vị.",
}
_KINDS = {
    "nam": "năm", "quy": "quý", "thang": "tháng", "6_thang": "6 tháng", "9_thang": "9 tháng",
    "giai_doan": "giai đoạn",
}  # fmt: skip
"""How the kinds of period are shown; the cells keep the words of the data file."""
_GIVEN = ("ky.loai", "ky.nam", "ky.den_nam", "ky.quy", "ky.thang", "ky.so")
_DAYS = ("ky.tu_ngay", "ky.den_ngay", "ky.chot_ngay", "van_ban.ngay")


def write_head(paper: Paper, form: FormSheet, typed: Mapping[str, Cell]) -> None:
    """`Chung`: the report's own number, date, subject; its period stands as it was asked for."""
    sheet = paper.data_sheet(form, _widths(form), _HINTS[form.kind])
    _heads(paper, sheet, form)
    value = form.column(Role.VALUE)
    for place, row in enumerate(form.rows, FIRST_ROW):
        sheet.write_string(place, ID_COLUMN, row.id)
        sheet.write_string(place, form.column(Role.LABEL), row.label, paper.looks("label"))
        given = row.id in _GIVEN
        known = _KINDS.get(str(typed.get(row.id))) if row.id == "ky.loai" else None
        shown = f';;;"{known}"' if known else AS_TEXT
        put(
            sheet,
            place,
            value,
            typed.get(row.id),
            paper.looks("closed" if given else "text", num_format=shown),
        )
        sheet.write_string(
            place, form.column(Role.EXPLANATION), HEAD_HELP.get(row.id, ""), paper.looks("small")
        )
        texts = (
            (str(typed.get(row.id, "")), _WIDTHS[Role.VALUE]),
            (HEAD_HELP.get(row.id, ""), _WIDTHS[Role.EXPLANATION]),
        )
        sheet.set_row(place, height(*texts))
        if row.id in _DAYS:
            sheet.data_validation(place, value, place, value, day_rule(xl_rowcol_to_cell(place, value)))
    _finish(paper, sheet, form, (Role.VALUE,), freeze=form.column(Role.VALUE))


def write_entries(paper: Paper, form: FormSheet, entries: Mapping[str, Cells], inputs: Sequence[str]) -> None:
    """A sheet with a row an indicator: documents or texts. inputs: its columns to type in."""
    sheet = paper.data_sheet(form, _widths(form), _HINTS[form.kind])
    _heads(paper, sheet, form)
    number = 0
    for place, row in enumerate(form.rows, FIRST_ROW):
        if row.indicator is None:
            for column in range(1, len(form.columns)):
                sheet.write_blank(place, column, None, paper.looks("group"))
            sheet.write_string(place, 1, row.label, paper.looks("group"))
            continue
        number += 1
        sheet.write_string(place, ID_COLUMN, row.id)
        sheet.write_number(place, form.column(Role.NUMBER), number, paper.looks("centre"))
        sheet.write_string(place, form.column(Role.LABEL), row.label, paper.looks("label"))
        words = row.indicator.explanation
        if form.kind is SheetKind.TEXTS and row.indicator.example:
            words = f"{words} Ví dụ: {row.indicator.example}".strip()
        sheet.write_string(place, form.column(Role.EXPLANATION), words, paper.looks("small"))
        cells = entries.get(row.id, {})
        texts: list[tuple[str, float]] = [(str(cells.get(name, "")), _WIDTHS[name]) for name in inputs]
        texts += [(words, _WIDTHS[Role.EXPLANATION] * 0.95), (row.label, _WIDTHS[Role.LABEL])]
        sheet.set_row(place, height(*texts, least=2))
        for name in inputs:
            column = form.column(name)
            put(sheet, place, column, cells.get(name), paper.looks("text", valign="top"))
            if name == "ngay":
                sheet.data_validation(
                    place, column, place, column, day_rule(xl_rowcol_to_cell(place, column))
                )
    _finish(paper, sheet, form, inputs, freeze=form.column(Role.LABEL) + 1)


def write_pairs(paper: Paper, form: FormSheet, pairs: Sequence[tuple[str, Cell]]) -> None:
    """A table of two columns that grows: notes, or what has no cell of its own."""
    sheet = paper.data_sheet(form, _widths(form), "")
    sheet.write_string(2, 2, _HINTS[form.kind], paper.looks("hint"))
    sheet.write_string(HEAD_ROW, ID_COLUMN, TABLE_HEAD)
    rows = len(pairs) + _SPARE[form.kind]
    columns = [
        {"header": item.label, "header_format": paper.looks("head")} for item in form.columns if item.label
    ][-2:]
    name = "bang_chu_thich" if form.kind is SheetKind.NOTES else "bang_muc_khac"
    options = {"columns": columns, "name": name, "style": None, "autofilter": False}
    sheet.add_table(HEAD_ROW, 1, HEAD_ROW + rows, 2, options)
    for place in range(rows):
        pair: Sequence[Cell | None] = pairs[place] if place < len(pairs) else (None, None)
        sheet.set_row(
            FIRST_ROW + place,
            height(
                *(
                    (str(cell or ""), _WIDTHS[item.id])
                    for item, cell in zip(form.columns[1:], pair, strict=True)
                )
            ),
        )
        for column, cell in enumerate(pair, 1):
            put(sheet, FIRST_ROW + place, column, cell, paper.looks("text", valign="top"))
    sheet.repeat_rows(HEAD_ROW)
    sheet.freeze_panes(FIRST_ROW, 0)
    sheet.print_area(1, 1, HEAD_ROW + rows, 2)
    if form.kind is SheetKind.NOTES:
        sheet.data_validation(FIRST_ROW, 1, HEAD_ROW + rows + _MORE_NOTES, 1, _NOTE_NAME)
    if form.kind is SheetKind.OTHERS and not pairs:
        sheet.hide()
        sheet.print_area(ID_ROW, ID_COLUMN, ID_ROW, ID_COLUMN)  # some programs print hidden sheets


def _widths(form: FormSheet) -> list[float]:
    return [_WIDTHS[item.id] for item in form.columns]


def _heads(paper: Paper, sheet: Worksheet, form: FormSheet) -> None:
    sheet.write_string(HEAD_ROW, ID_COLUMN, TABLE_HEAD)
    paper.head(sheet, [(number, item.label, "head") for number, item in enumerate(form.columns) if number])


def _finish(paper: Paper, sheet: Worksheet, form: FormSheet, inputs: Sequence[str], freeze: int) -> None:
    last = FIRST_ROW + len(form.rows)
    sheet.freeze_panes(FIRST_ROW, freeze)
    sheet.print_area(1, 1, last - 1, len(form.columns) - 1)
    names = [xl_col_to_name(form.column(item)) for item in inputs]
    ranges = " ".join(f"{name}{FIRST_ROW + 1}:{name}{last}" for name in names)
    sheet.ignore_errors({"number_stored_as_text": ranges})
    paper.protect(sheet)


DOCUMENT_INPUTS = DOCUMENT_PARTS
TEXT_INPUTS = (Role.VALUE,)
