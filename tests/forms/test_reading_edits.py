"""What clerks do to a form that spoils a whole sheet, or cells that are locked: one message, its consequences
held back.
"""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from baocao.authoring.forms.making import Wanted, make_form
from baocao.errors import Finding, Severity
from baocao.produce import audit_data
from baocao.workplace import Workplace

ROOT = Path(__file__).resolve().parents[2]
Told = Callable[[Callable[[Any], object]], tuple[Finding, ...]]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("goc") / "tan-hong"
    shutil.copytree(ROOT / "samples" / "tan-hong", folder)
    return make_form(Wanted("", folder / "bieu.xlsx", data=folder / "2023.yaml")).data


@pytest.fixture
def told(filled: bytes, tmp_path: Path) -> Told:
    def run(change: Callable[[Any], object]) -> tuple[Finding, ...]:
        book = load_workbook(io.BytesIO(filled))
        change(book)
        book.save(tmp_path / "bieu.xlsx")
        return audit_data(tmp_path / "bieu.xlsx", unit=ROOT / "samples" / "tan-hong" / "don-vi.yaml")

    return run


def cell(book: Any, id_: str, column: str = "gia_tri") -> Any:
    for sheet in book:
        row = next((item.row for item in sheet["A"] if item.value == id_), None)
        if row is not None:
            return sheet.cell(row, next(item.column for item in sheet[1] if item.value == column))
    raise AssertionError(id_)


def errors(found: tuple[Finding, ...]) -> list[str]:
    return [item.code for item in found if item.level is Severity.ERROR]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda sheet: sheet.delete_cols(1), "bieu-mat-cot-ma"),
        (lambda sheet: sheet.delete_rows(1), "bieu-mat-dong-ma"),
        (lambda sheet: sheet.parent.remove(sheet), "bieu-mat-trang"),
    ],
)
def test_a_spoilt_sheet_is_one_fault(told: Told, change: Callable[[Any], object], code: str) -> None:
    assert errors(told(lambda book: change(cell(book, "tthc.tiep_nhan").parent))) == [code]


def test_another_year_than_the_form_was_made_for(told: Told) -> None:
    def change(book: Any) -> None:
        cell(book, "ky.nam").value = 2022

    fault = next(item for item in told(change) if item.code == "bieu-khac-ky")
    assert fault.where.spot == "ô Chung!C9"
    assert fault.text == "Biểu này làm cho năm 2023 mà các ô kỳ báo cáo của biểu nay ghi năm 2022."


def test_hidden_columns_and_sheets_are_told(told: Told) -> None:
    def column(book: Any) -> None:
        cell(book, "tthc.tiep_nhan").parent.column_dimensions["E"].hidden = True

    def sheet(book: Any) -> None:
        cell(book, "tthc.tiep_nhan").parent.sheet_state = "hidden"

    assert [item.code for item in told(column) if "-an-co" in item.code] == ["cot-an-co-so-lieu"]
    assert [item.code for item in told(sheet) if "-an-co" in item.code] == ["trang-an-co-so-lieu"]


def test_a_rate_a_hundred_times_too_small_is_asked_where_its_numbers_are_given(told: Told) -> None:
    def change(book: Any) -> None:
        cell(book, "tthc.ty_le_ra_soat").value = 0.9974

    fault = next(item for item in told(change) if item.code == "ty-le-thieu-tram-lan")
    assert fault.level is Severity.ERROR
    assert fault.remedy == "Gõ 99,74 vào ô này, không gõ dấu %; hoặc xóa ô để máy tự tính."


def test_a_number_with_words_that_have_cells_of_their_own(told: Told) -> None:
    def change(book: Any) -> None:
        cell(book, "tthc.tiet_kiem").value = "hơn 52.400.000 đồng"

    remark = next(item for item in told(change) if item.code == "so-go-kem-chu")
    assert remark.remedy == "Gõ 52400000 vào ô này, chọn «hơn» ở cột «Chữ trước số»."


def test_the_signer_may_be_named_by_name_or_title(told: Told) -> None:
    def named(words: str) -> list[str]:
        def change(book: Any) -> None:
            cell(book, "nguoi_ky").value = words

        return [item.code for item in told(change) if item.code == "nguoi-ky-la"]

    assert named("Chủ tịch") == []
    assert named("Không Có Ai") == ["nguoi-ky-la"]


def test_a_note_name_is_judged_in_its_own_cell(told: Told) -> None:
    def change(book: Any) -> None:
        book["Chú thích"]["B6"], book["Chú thích"]["C6"] = "Mô hình mới", "Nội dung"

    fault = next(item for item in told(change) if item.code == "bieu-chu-thich-ten-sai")
    assert fault.where.spot == "ô Chú thích!B6"
    assert (
        fault.remedy
        == "Gõ tên liền không dấu, ví dụ mo_hinh_moi; trong lời văn gọi chú thích này bằng [^mo_hinh_moi]."
    )


def test_an_error_value_names_the_indicator(told: Told) -> None:
    def change(book: Any) -> None:
        cell(book, "tthc.tiep_nhan").value = "#REF!"

    fault = next(item for item in told(change) if item.code == "o-bao-loi")
    assert fault.where.label == "Hồ sơ tiếp nhận trong kỳ"


def test_a_filled_form_comes_before_the_untouched_data_file(tmp_path: Path) -> None:
    place = Workplace(tmp_path)
    place.data_folder.mkdir()
    blank, form = place.data_folder / "2026.yaml", place.data_folder / "2026.xlsx"
    blank.write_text("ky: {nam: 2026}\nso_lieu:\n  # Hồ sơ\n  tthc:\n    tiep_nhan: # 12.480\n", "utf-8")
    assert place.newest_data() == (blank,)
    form.write_bytes(b"PK")
    assert place.newest_data() == (form,)
    blank.write_text("ky: {nam: 2026}\nso_lieu:\n  tthc:\n    tiep_nhan: 12.480\n", "utf-8")
    assert place.newest_data() == (form, blank)
