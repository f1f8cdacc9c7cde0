"""A form whose rows, columns and sheets were moved, copied or deleted; forms of other packs and versions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from faults_kit import TTHC, Change, errors, only, place, typed

from baocao.errors import Finding, Severity
from baocao.intake.reader import read


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
