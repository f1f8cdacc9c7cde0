"""What may happen to a form on its way: each fault is told with its sheet and cell, all in one run."""

from __future__ import annotations

import datetime as dt
import io
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from baocao.authoring.forms.making import Wanted, make_form
from baocao.errors import DataError, Finding, Severity, stops
from baocao.intake.reader import read
from baocao.produce import audit_data

ROOT = Path(__file__).resolve().parents[2]
TTHC = "Thủ tục hành chính"

Change = Callable[[Any], object]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The reference sample as a filled form."""
    folder = tmp_path_factory.mktemp("goc") / "tan-hong"
    shutil.copytree(ROOT / "samples" / "tan-hong", folder)
    return make_form(Wanted("", folder / "bieu.xlsx", data=folder / "2023.yaml")).data


@pytest.fixture
def told(filled: bytes, tmp_path: Path) -> Callable[..., tuple[Finding, ...]]:
    """What is told of the form after a change to its workbook."""

    def run(change: Change, *, pack: str = "", name: str = "bieu.xlsx") -> tuple[Finding, ...]:
        book = load_workbook(io.BytesIO(filled))
        change(book)
        path = tmp_path / name
        book.save(path)
        return audit_data(path, pack=pack, unit=ROOT / "samples" / "tan-hong" / "don-vi.yaml")

    return run


def place(book: Any, id_: str, column: str = "gia_tri") -> Any:
    """The cell of an entry, as openpyxl's."""
    for sheet in book:
        row = next((cell.row for cell in sheet["A"] if cell.value == id_), None)
        if row is not None:
            number = next(cell.column for cell in sheet[1] if cell.value == column)
            return sheet.cell(row, number)
    raise AssertionError(id_)


def typed(id_: str, value: object, column: str = "gia_tri", number_format: str = "") -> Change:
    """Type a value into the cell of an entry."""

    def change(book: Any) -> None:
        cell = place(book, id_, column)
        cell.value = value
        if number_format:
            cell.number_format = number_format

    return change


def only(found: Iterable[Finding], code: str) -> Finding:
    """The one finding of a code."""
    items = [item for item in found if item.code == code]
    assert len(items) == 1, [str(item.where) + item.text for item in found]
    return items[0]


def errors(found: Iterable[Finding]) -> list[str]:
    return [item.code for item in found if item.level is Severity.ERROR]


def test_untouched_it_has_no_fault(told: Callable[..., tuple[Finding, ...]]) -> None:
    assert errors(told(lambda book: None)) == []


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("nhiều", "so-khong-doc-duoc"),
        ("27,630", "so-dau-phay"),
        ("27.630 hồ sơ mới", "so-kem-chu"),
        (27630.5, "so-khong-nguyen"),
        (-5, "so-am"),
        (dt.datetime(2024, 12, 11), "o-la-ngay"),
        ("#REF!", "o-bao-loi"),
        ("=SUM(Z1:Z2)", "o-chua-tinh"),
        ("Sè hå s¬ tiÕp nhËn", "ma-cu"),
    ],
)
def test_what_is_no_number(told: Callable[..., tuple[Finding, ...]], value: object, code: str) -> None:
    found = told(typed("tthc.tiep_nhan", value))
    fault = next(item for item in found if item.code == code)
    assert fault.where.sheet == TTHC
    assert fault.where.cell == "E" + fault.where.cell[1:]
    assert "dòng" not in fault.remedy
    cell = [item for item in found if item.where.cell == fault.where.cell and item.level is Severity.ERROR]
    assert code == "ma-cu" or cell == [fault]


def test_a_number_typed_as_text_is_read_with_a_remark(told: Callable[..., tuple[Finding, ...]]) -> None:
    found = told(typed("tthc.tiep_nhan", " 27.630 "))
    assert errors(found) == []
    remark = only(found, "so-go-thanh-chu")
    assert remark.text == "Số «27.630» trong ô này gõ thành chữ; baocao đọc là 27.630."


def test_a_rate_shown_as_percentage_is_a_rate(
    told: Callable[..., tuple[Finding, ...]], tmp_path: Path
) -> None:
    found = told(typed("tthc.ty_le_tiet_kiem", 0.277, number_format="0.0%"))
    assert errors(found) == []
    figures = read(tmp_path / "bieu.xlsx").main.children["so_lieu"].children["tthc"]
    assert figures.children["ty_le_tiet_kiem"].text == "27,7%"


def test_a_rank_that_excel_made_a_date(told: Callable[..., tuple[Finding, ...]]) -> None:
    found = told(typed("chi_so.hang", dt.datetime(2026, 12, 11)))
    assert only(found, "o-la-ngay").text == "Ô này là ngày 11/12/2026, không phải con số."


def test_a_date_as_serial_number(told: Callable[..., tuple[Finding, ...]]) -> None:
    fault = only(told(typed("van_ban.ngay", 45376)), "ngay-la-so")
    assert fault.where.spot == "ô Chung!C" + fault.where.cell[1:]
    assert "25/3/2024" in fault.text


def test_a_date_as_text_in_the_order_of_english(told: Callable[..., tuple[Finding, ...]]) -> None:
    assert only(told(typed("van_ban.ngay", "3/25/2024")), "ngay-khong-co").where.sheet == "Chung"


def test_a_missing_figure_names_its_cell(told: Callable[..., tuple[Finding, ...]]) -> None:
    def change(book: Any) -> None:
        for id_ in ("tthc.tiep_nhan", "tthc.cap_xa.tiep_nhan"):
            place(book, id_).value = None

    fault = only(told(change), "thieu-bat-buoc")
    assert fault.where.sheet == TTHC
    assert fault.where.cell.startswith("E")
    assert fault.remedy.startswith("Gõ vào ô này")


def rows(book: Any, id_: str) -> tuple[Any, int]:
    cell = place(book, id_)
    return cell.parent, cell.row


def test_deleted_rows_are_named(told: Callable[..., tuple[Finding, ...]]) -> None:
    def change(book: Any) -> None:
        sheet, row = rows(book, "tthc.pakn_tiep_nhan")
        sheet.delete_rows(row, 2)

    found = told(change)
    fault = only(found, "bieu-mat-dong")
    assert "02 dòng" in fault.text
    assert "«Phản ánh, kiến nghị tiếp nhận»" in fault.text
    assert errors(found) == []


def test_inserted_rows(told: Callable[..., tuple[Finding, ...]]) -> None:
    def blank(book: Any) -> None:
        sheet, row = rows(book, "tthc.tiep_nhan")
        sheet.insert_rows(row, 3)

    assert errors(told(blank)) == []

    def full(book: Any) -> None:
        blank(book)
        sheet, row = rows(book, "tthc.tiep_nhan")
        sheet.cell(row - 1, 3).value = "Hồ sơ khác"
        sheet.cell(row - 1, 5).value = 12

    fault = only(told(full), "bieu-dong-la")
    assert fault.where.cell[0] == "E"
    assert "«12»" in fault.text


def test_moved_rows_are_read_where_they_are(told: Callable[..., tuple[Finding, ...]], tmp_path: Path) -> None:
    def change(book: Any) -> None:
        sheet, row = rows(book, "tthc.tiep_nhan")
        values = [cell.value for cell in sheet[row]]
        sheet.delete_rows(row)
        for column, value in enumerate(values, 1):
            sheet.cell(sheet.max_row + (column == 1), column).value = value

    found = told(change)
    assert errors(found) == []
    figures = read(tmp_path / "bieu.xlsx").main.children["so_lieu"].children["tthc"]
    assert figures.children["tiep_nhan"].text == "27630"


def test_labels_sorted_without_their_ids(told: Callable[..., tuple[Finding, ...]]) -> None:
    def change(book: Any) -> None:
        one, two = place(book, "tthc.tiep_nhan", "nhan"), place(book, "tthc.da_giai_quyet", "nhan")
        one.value, two.value = two.value, one.value

    found = [item for item in told(change) if item.code == "bieu-lech-nhan"]
    assert [item.where.cell[0] for item in found] == ["C"]
    assert found[0].text.endswith("Cả trang có 02 chỗ như vậy.")
    assert "«Hồ sơ tiếp nhận trong kỳ»" in found[0].text


def test_a_copied_row(told: Callable[..., tuple[Finding, ...]]) -> None:
    def change(book: Any) -> None:
        sheet, _ = rows(book, "tthc.tiep_nhan")
        sheet.cell(sheet.max_row + 1, 1).value = "tthc.tiep_nhan"
        sheet.cell(sheet.max_row, 5).value = 1

    fault = only(told(change), "bieu-ma-trung")
    assert f"ô {TTHC}!A" in fault.text


def test_an_altered_id_is_told_and_read(told: Callable[..., tuple[Finding, ...]]) -> None:
    fault = only(told(typed("tthc.tiep_nhan", "27630", "ma")), "bieu-ma-sua")
    assert fault.where.cell[0] == "A"
    assert "«tthc.tiep_nhan»" in fault.text


def test_an_id_of_another_form(told: Callable[..., tuple[Finding, ...]]) -> None:
    def change(book: Any) -> None:
        sheet, _ = rows(book, "tthc.tiep_nhan")
        sheet.cell(sheet.max_row + 1, 1).value = "khac.so"

    assert only(told(change), "bieu-ma-la").where.sheet == TTHC


def test_a_deleted_column(told: Callable[..., tuple[Finding, ...]]) -> None:
    found = told(lambda book: book[TTHC].delete_cols(5))
    assert only(found, "bieu-mat-cot").text == "Trang này mất cột «Số liệu»."


def test_merged_cells_over_inputs(told: Callable[..., tuple[Finding, ...]]) -> None:
    def change(book: Any) -> None:
        sheet, row = rows(book, "tthc.cap_xa.tiep_nhan")
        sheet.merge_cells(start_row=row, end_row=row + 1, start_column=5, end_column=5)

    assert only(told(change), "bieu-o-gop").where.cell[0] == "E"


def test_hidden_rows_with_data(told: Callable[..., tuple[Finding, ...]]) -> None:
    def change(book: Any) -> None:
        sheet, row = rows(book, "tthc.tiep_nhan")
        sheet.row_dimensions[row].hidden = True

    fault = only(told(change), "dong-an-co-so-lieu")
    assert fault.level is Severity.WARNING
    assert fault.where.sheet == TTHC


def test_a_sheet_that_is_gone(told: Callable[..., tuple[Finding, ...]]) -> None:
    found = told(lambda book: book.remove(book["Lời văn"]))
    assert only(found, "bieu-mat-trang").text == "Biểu thiếu trang tính «Lời văn»."


def test_a_renamed_sheet_is_known_by_its_ids(told: Callable[..., tuple[Finding, ...]]) -> None:
    def change(book: Any) -> None:
        book[TTHC].title = "TTHC"
        book["Chung"].title = " Chung "

    found = told(change)
    assert errors(found) == []
    assert only(found, "bieu-doi-ten-trang").where.sheet == "TTHC"


def test_a_copied_sheet(told: Callable[..., tuple[Finding, ...]]) -> None:
    found = told(lambda book: book.copy_worksheet(book["Lời văn"]))
    assert only(found, "bieu-trang-lap").where.sheet == "Lời văn Copy"


def test_a_sheet_of_the_clerks_own_is_left_alone(told: Callable[..., tuple[Finding, ...]]) -> None:
    def change(book: Any) -> None:
        book.create_sheet("Nháp")["B2"] = 12

    assert errors(told(change)) == []


def test_without_its_hidden_sheet(told: Callable[..., tuple[Finding, ...]]) -> None:
    found = told(lambda book: book.remove(book["_baocao"]))
    assert [item.code for item in found] == ["bieu-mat-trang-ma"]


def meta(name: str, value: str) -> Change:
    def change(book: Any) -> None:
        cell = next(cell for cell in book["_baocao"]["A"] if cell.value == name)
        book["_baocao"].cell(cell.row, 2).value = value

    return change


def test_a_form_of_another_pack(told: Callable[..., tuple[Finding, ...]]) -> None:
    found = told(meta("goi", "kiem-soat"), pack="cchc-nam")
    assert [item.code for item in found] == ["bieu-khac-goi"]
    assert "«kiem-soat»" in found[0].text


def test_a_form_of_an_older_version(told: Callable[..., tuple[Finding, ...]]) -> None:
    same_cells = only(told(meta("phien_ban", "0.9")), "bieu-goi-cu")
    assert same_cells.level is Severity.INFO

    def change(book: Any) -> None:
        meta("phien_ban", "0.9")(book)
        sheet, row = rows(book, "tthc.ma_qr")
        sheet.delete_rows(row)
        listed = next(cell for cell in book["_baocao"]["D"] if cell.value == "tthc.ma_qr")
        book["_baocao"].delete_rows(listed.row)

    found = told(change)
    fault = only(found, "bieu-goi-cu")
    assert fault.level is Severity.WARNING
    assert "01 chỉ tiêu mới: «Đã niêm yết thủ tục hành chính bằng mã QR»" in fault.text
    assert "bieu-mat-dong" not in {item.code for item in found}


def test_blank_cells_for_what_the_pack_has_no_more(told: Callable[..., tuple[Finding, ...]]) -> None:
    def change(book: Any) -> None:
        sheet, _ = rows(book, "tthc.tiep_nhan")
        sheet.cell(sheet.max_row + 1, 1).value = "cu.chi_tieu"
        book["_baocao"].append(["dong", TTHC, str(sheet.max_row), "cu.chi_tieu", "Chỉ tiêu cũ"])

    assert errors(told(change)) == []


def test_a_form_of_a_later_program(told: Callable[..., tuple[Finding, ...]]) -> None:
    assert [item.code for item in told(meta("dang", "99"))] == ["bieu-dang-moi"]


def list_cell(book: Any, column: str, below: int = 1) -> Any:
    """A cell of a list's table, so many rows below its headings."""
    for sheet in book:
        number = next((cell.column for cell in sheet[1] if cell.value == column), None)
        if number is not None:
            head = next(cell.row for cell in sheet["A"] if cell.value == "tieu_de")
            return sheet.cell(head + below, number)
    raise AssertionError(column)


def test_faults_in_lists_name_their_cells(told: Callable[..., tuple[Finding, ...]]) -> None:
    def change(book: Any) -> None:
        list_cell(book, "can_bo.dao_tao_chi_tiet[].so", 2).value = "ba người"
        list_cell(book, "nhiem_vu.nhiem_vu[].noi_dung", 2).value = "=1/0"

    found = told(change)
    number = only(found, "so-khong-doc-duoc")
    assert number.where.sheet.startswith("Bảng")
    assert number.where.cell.endswith("6")
    assert only(found, "o-chua-tinh").where.sheet.startswith("Bảng")


def test_a_column_of_the_clerks_own_beside_a_table(told: Callable[..., tuple[Finding, ...]]) -> None:
    def change(book: Any) -> None:
        sheet = list_cell(book, "kien_nghi.noi_dung[].noi_dung").parent
        sheet.cell(6, 12).value = "nhắc anh Tài"

    assert only(told(change), "bieu-cot-la").level is Severity.WARNING


def test_headings_that_changed_places(told: Callable[..., tuple[Finding, ...]]) -> None:
    def change(book: Any) -> None:
        one = list_cell(book, "tthc.linh_vuc[].dung_han", 0)
        two = list_cell(book, "tthc.linh_vuc[].tre_han", 0)
        one.value, two.value = two.value, one.value

    assert [item.code for item in told(change) if stops((item,))] == ["bieu-lech-nhan"]


def test_the_headings_row_is_gone(told: Callable[..., tuple[Finding, ...]]) -> None:
    def change(book: Any) -> None:
        cell = list_cell(book, "nhiem_vu.nhiem_vu[].noi_dung", 0)
        cell.parent.cell(cell.row, 1).value = None

    assert only(told(change), "bieu-ma-sua").where.cell == "A4"


def test_notes_need_names(told: Callable[..., tuple[Finding, ...]]) -> None:
    def change(book: Any) -> None:
        sheet = book["Chú thích"]
        sheet["C5"] = "Số liệu của Phòng Nội vụ"
        for row, name in ((6, "nguon"), (7, "nguon")):
            sheet.cell(row, 2).value, sheet.cell(row, 3).value = name, "nội dung"

    found = told(change)
    assert only(found, "bieu-chu-thich-thieu-ten").where.spot == "ô Chú thích!B5"
    assert "ô Chú thích!B6" in only(found, "khoa-trung").text


def test_paths_of_other_entries(told: Callable[..., tuple[Finding, ...]]) -> None:
    def change(book: Any) -> None:
        sheet = book["Mục khác"]
        sheet.cell(sheet.max_row + 1, 2).value = "so_lieu..tthc"
        sheet.cell(sheet.max_row, 3).value = "5"

    assert only(told(change), "bieu-duong-dan-sai").where.sheet == "Mục khác"


def test_all_faults_in_one_run(told: Callable[..., tuple[Finding, ...]]) -> None:
    def change(book: Any) -> None:
        typed("tthc.tiep_nhan", "nhiều")(book)
        typed("tthc.da_giai_quyet", "#REF!")(book)
        typed("van_ban.ngay", "hôm nay")(book)
        book.remove(book["Lời văn"])
        list_cell(book, "can_bo.dao_tao_chi_tiet[].so").value = "?"

    assert set(errors(told(change))) >= {
        "so-khong-doc-duoc",
        "o-bao-loi",
        "ngay-khong-doc-duoc",
        "bieu-mat-trang",
    }


def test_a_workbook_that_is_no_form(tmp_path: Path) -> None:
    book = Workbook()
    book.active["A1"] = "Xã"
    book.save(tmp_path / "rieng.xlsx")
    assert [item.code for item in audit_or_fault(tmp_path / "rieng.xlsx")] == ["bang-tinh-khong-la-bieu"]


def audit_or_fault(path: Path) -> tuple[Finding, ...]:
    try:
        return audit_data(path)
    except DataError as fault:
        return fault.findings


def test_a_form_under_another_name_is_known_by_its_content(filled: bytes, tmp_path: Path) -> None:
    (tmp_path / "bieu.yaml").write_bytes(filled)
    assert read(tmp_path / "bieu.yaml").form is not None
