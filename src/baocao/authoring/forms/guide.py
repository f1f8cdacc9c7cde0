"""The first sheet: what the form is, how to fill it, what the colours mean, and an index of the sheets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from baocao.authoring.forms.board import Board
from baocao.authoring.forms.check_making import BAD
from baocao.authoring.forms.figure_sheet import WORDS
from baocao.authoring.forms.list_columns import TABLE_ROWS, area, cell
from baocao.authoring.forms.looks import height
from baocao.authoring.forms.paper import Paper, put_formula
from baocao.forms.conventions import CHECKS_NAME, FIRST_ROW, GUIDE_NAME, Role, SheetKind
from baocao.forms.sheets import FormSheet

_STEPS = (
    "Gõ số liệu vào các ô nền vàng. Có gì điền nấy; ô nào chưa có số liệu thì để trống, trừ ô viền cam là "
    "bắt buộc.",
    "Số gõ liền các chữ số: 27630, không gõ 27.630. Không gõ đơn vị tính vào ô số, "
    "không gõ dấu % sau số phần trăm.",
    "Trong kỳ thật sự không có thì gõ chữ: không phát sinh. Để trống nghĩa là chưa có số "
    "liệu, không phải là 0.",
    "Số gần đúng (trên, hơn, gần, khoảng, dưới): gõ con số, rồi chọn chữ ở cột «Chữ trước số».",
    "Hạng 11 trên 12: gõ 11 ở cột «Số liệu», 12 ở cột «Trên tổng số (tối đa)». Tiền: gõ con số, rồi chọn "
    "đồng, triệu đồng hay tỷ đồng.",
    "Dấu ✗ đỏ là số chưa khớp với số khác: mở trang «Kiểm tra» xem hai bên lệch bao nhiêu, rồi sửa số sai. "
    "Còn ✗ vẫn gửi được, nhưng nên báo lý do.",
    "Danh sách (các trang «Bảng – …»): mỗi dòng một mục; hết dòng thì gõ tiếp ngay dưới bảng.",
    "Không xóa dòng, không chèn hoặc xóa cột, không sắp xếp lại, không gộp ô: máy tìm số theo ô. Xong thì "
    "lưu (giữ dạng .xlsx) và gửi lại tệp này.",
)
_COLOURS = (
    ("input", "Ô để gõ"),
    ("needed", "Ô bắt buộc: thiếu thì chưa làm được báo cáo"),
    ("spare", "Tỷ lệ máy tự tính: chỉ gõ khi số đã công bố khác số máy tính"),
    ("computed", "Ô máy tính hoặc đã khóa, không gõ"),
    ("bad", "Số chưa khớp: xem trang «Kiểm tra»"),
    ("odd", "Ô số có chữ, phép tính bỏ qua: gõ riêng con số"),
)
_ABOUT = {
    SheetKind.HEAD: "Số, ngày, trích yếu của báo cáo; người ký",
    SheetKind.FIGURES: "Số liệu",
    SheetKind.DOCUMENTS: "Số, ngày, trích yếu của các văn bản được nêu",
    SheetKind.TEXTS: "Các đoạn văn, cụm từ của riêng đơn vị",
    SheetKind.LISTS: "Danh sách",
    SheetKind.NOTES: "Nội dung chú thích cuối trang",
    SheetKind.OTHERS: "Mục không có ô riêng; giữ nguyên",
}
_TRY = "Thử máy: gõ 1,5 vào ô bên phải"
_WIDE, _NARROW = 40, 44


def add_guide(paper: Paper) -> Worksheet:
    """The sheet itself, which must come first; `write_guide` fills it when the others are known."""
    return paper.add(GUIDE_NAME, SheetKind.GUIDE, paper.facts.title, (8, 5, _WIDE, _NARROW, _NARROW / 2))


def write_guide(paper: Paper, sheet: Worksheet, board: Board, failing: tuple[str, int]) -> None:
    """Fill the guide. failing: formula and value of how many checks fail."""
    look, row = paper.looks, 2
    for words in (paper.facts.unit, f"Kỳ báo cáo: {paper.facts.period}"):
        sheet.write_string(row, 1, words, look("total"))
        row += 1
    row = _result(paper, sheet, row + 1, _told(board, failing))
    row = _steps(paper, sheet, row + 1)
    row = _try_out(paper, sheet, row)
    row = _colours(paper, sheet, row + 1)
    row = _index(paper, sheet, row + 1, board)
    sheet.write_string(row + 1, 1, f"Biểu của gói mẫu {paper.facts.pack}", look("hint"))
    sheet.set_portrait()
    sheet.fit_to_pages(1, 1)
    sheet.print_area(1, 1, row + 1, 4)
    paper.protect(sheet)
    sheet.activate()


_FINE = "Các số đã điền đều khớp"


def _told(board: Board, failing: tuple[str, int]) -> tuple[str, str]:
    """The formula of how the form stands, and its value: nothing typed, sums that differ, all well."""
    wrong, faults = failing
    typed, count = _typed(board)
    blank, lacking = _lacking(board)
    left, short = f'IF({blank}=0,"","; còn "&{blank}&" ô bắt buộc")', f"; còn {lacking} ô bắt buộc"
    differ = f" chỗ chưa khớp: xem trang «{CHECKS_NAME}»"
    text = f'IF({typed}=0,"Chưa điền gì",IF({wrong}=0,"{_FINE}",{wrong}&"{differ}"))&{left}&"."'
    said = f"{faults}{differ}" if faults else _FINE
    return text, f"{said if count else 'Chưa điền gì'}{short if lacking else ''}."


def _typed(board: Board) -> tuple[str, int]:
    """How many cells of figures, documents, texts and lists hold something."""
    cells = [item for form in board.form.sheets for item in (*_areas(form), *_table_areas(form))]
    entries = board.filling.entries.values()
    return f"COUNTA({','.join(cells)})", sum(map(bool, entries)) + sum(map(bool, board.filling.rows.values()))


def _lacking(board: Board) -> tuple[str, int]:
    """How many required cells are blank, and nothing is computed in their place."""
    tests, count = [], 0
    for one in board.catalogue:
        if not one.required or one.id not in board.form.places:
            continue
        form, _ = board.form.places[one.id]
        numeric = board.has(one.id)
        roles = (Role.VALUE, Role.STATED, Role.IN_USE) if numeric else (Role.VALUE, "loai")
        cells = [board.cell(one.id, role) for role in roles if form.column(role) >= 0]
        tests.append(f'(TRIM({"&".join(cells)})="")')
        known = numeric and board.term(one.id).value is not None
        count += not board.filling.entries.get(one.id) and not known
    return (f"({'+'.join(tests)})" if tests else "0"), count


def _areas(form: FormSheet) -> list[str]:
    """The cells of a sheet of entries that count as filled."""
    if all(row.indicator is None for row in form.rows):
        return []
    last = FIRST_ROW + len(form.rows) - 1
    columns = (max(form.column(Role.VALUE), form.column("loai")), form.column(Role.STATED))
    return [area(form.name, (FIRST_ROW, number), (last, number)) for number in columns if number >= 0]


def _table_areas(form: FormSheet) -> list[str]:
    """The cells of each table of a sheet of lists."""
    last = FIRST_ROW + TABLE_ROWS - 1
    return [
        area(form.name, (FIRST_ROW, table.first), (last, table.first + len(table.columns) - 1))
        for table in form.tables
    ]


def _result(paper: Paper, sheet: Worksheet, row: int, told: tuple[str, str]) -> int:
    text, value = told
    sheet.merge_range(row, 1, row, 4, None, paper.looks("total", font_size=13))
    put_formula(sheet, row, 1, text, value, paper.looks("total", font_size=13))
    here = xl_rowcol_to_cell(row, 1, row_abs=True, col_abs=True)
    bad = f'=NOT(ISERROR(SEARCH("chưa khớp",{here})))'
    test = {"type": "formula", "criteria": bad, "format": paper.looks("bad")}
    sheet.conditional_format(row, 1, row, 4, test)
    return row + 1


def _steps(paper: Paper, sheet: Worksheet, row: int) -> int:
    sheet.write_string(row, 1, "Cách điền", paper.looks("title", font_size=14))
    for number, words in enumerate(_STEPS, 1):
        row += 1
        sheet.write_number(row, 1, number, paper.looks("wrapped", align="center"))
        sheet.merge_range(row, 2, row, 4, words, paper.looks("wrapped"))
        sheet.set_row(row, height((words, _WIDE + 1.5 * _NARROW)))
    return row + 1


def _try_out(paper: Paper, sheet: Worksheet, row: int) -> int:
    """Machines differ in the decimal mark; the clerk finds out before the figures go in."""
    sheet.write_string(row, 2, _TRY, paper.looks("plain", align="right"))
    sheet.write_blank(row, 3, None, paper.looks("input", align="right"))
    typed = xl_rowcol_to_cell(row, 3)
    dot = "Máy này gõ số lẻ bằng dấu chấm: 98.74"
    good = f'IF({typed}=1.5,"Số lẻ gõ như vậy: 98,74","{dot}")'
    text = f'IF(ISBLANK({typed}),"",IF(ISNUMBER({typed}),{good},"{dot}"))'
    put_formula(sheet, row, 4, text, "", paper.looks("bold"))
    sheet.set_row(row, 34)
    return row + 1


def _colours(paper: Paper, sheet: Worksheet, row: int) -> int:
    sheet.write_string(row, 1, "Màu của ô", paper.looks("title", font_size=14))
    for style, words in _COLOURS:
        row += 1
        edge = 2 if style == "needed" else 1
        mark = {"bad": BAD, "odd": WORDS}.get(style, "")
        sheet.write_string(row, 1, mark, paper.looks(style, border=edge, locked=True))
        sheet.write_string(row, 2, words, paper.looks("plain", indent=1))
    return row + 1


def _index(paper: Paper, sheet: Worksheet, row: int, board: Board) -> int:
    sheet.write_string(row, 1, "Các trang của biểu", paper.looks("title", font_size=14))
    row += 1
    for column, words in enumerate(("TT", "Trang (bấm để mở)", "Nội dung", "Đã điền"), 1):
        sheet.write_string(row, column, words, paper.looks("head"))
    for number, (name, about, filled) in enumerate(_entries(board), 1):
        row += 1
        sheet.write_number(row, 1, number, paper.looks("centre"))
        paper.link(sheet, row, 2, name, "B2", name, boxed=True)
        sheet.write_string(row, 3, about, paper.looks("small"))
        sheet.set_row(row, height((about, _NARROW * 1.05)))
        text, value = filled
        if text:
            put_formula(sheet, row, 4, text, value, paper.looks("centre"))
        else:
            sheet.write_blank(row, 4, None, paper.looks("centre"))
    return row + 1


def _entries(board: Board) -> Iterator[tuple[str, str, tuple[str, str]]]:
    for form in board.form.sheets:
        if form.kind is not SheetKind.OTHERS or board.filling.others:
            about = _ABOUT[form.kind]
            if form.kind is SheetKind.LISTS:
                about = "; ".join(table.indicator.label for table in form.tables[:3])
                about += " …" if len(form.tables) > 3 else ""
            yield form.name, about, _filled(form, board)
    yield CHECKS_NAME, "Các số khớp nhau chưa", ("", "")


def _filled(form: FormSheet, board: Board) -> tuple[str, str]:
    """The formula of how many entries, or tables, have something, and its value; nothing for other sheets."""
    if form.tables:
        some = "+".join(f"(COUNTA({item})>0)" for item in _table_areas(form))
        count = sum(bool(board.filling.rows.get(table.indicator.id)) for table in form.tables)
        return f'({some})&" / {len(form.tables)} bảng"', f"{count} / {len(form.tables)} bảng"
    rows = [row.id for row in form.rows if row.indicator is not None]
    if not rows:
        return "", ""
    names = [name for name in (Role.VALUE, "loai", Role.STATED) if form.column(name) >= 0]
    count = sum(name in board.filling.entries.get(id_, {}) for id_ in rows for name in names)
    counted = "+".join(f"COUNTA({item})" for item in _areas(form))
    return f'({counted})&" / {len(rows)}"', f"{count} / {len(rows)}"


def own_date_cell(form: FormSheet) -> str:
    """The cell of the report's own date."""
    place = next(number for number, row in enumerate(form.rows, FIRST_ROW) if row.id == "van_ban.ngay")
    return cell(form.name, place, form.column(Role.VALUE))


def period_kept(form: FormSheet, typed: Mapping[str, object]) -> str:
    """The condition that the report's period is the one that the form was made for."""
    places = [(number, row.id) for number, row in enumerate(form.rows, FIRST_ROW) if row.id.startswith("ky.")]
    names = '&"|"&'.join(cell(form.name, number, form.column(Role.VALUE)) for number, _ in places)
    made_for = "|".join(str(typed.get(id_, "")) for _, id_ in places).replace('"', '""')
    return f'{names}="{made_for}"'
