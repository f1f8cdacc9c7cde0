"""Faults of what is typed into a form: told with the cell, the rest is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from faults_kit import TTHC, errors, only, place, typed
from openpyxl import Workbook

from baocao.errors import DataError, Finding, Severity, stops
from baocao.intake.reader import read
from baocao.produce import audit_data


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
