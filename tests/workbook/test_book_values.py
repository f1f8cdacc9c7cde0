"""What a cell says: every kind of value as typed in a data file, with its sheet and cell."""

from __future__ import annotations

import datetime as dt
import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest
from book_kit import SHEET, book_of, replaced, spoilt, usual, workbook
from hypothesis import given
from hypothesis import strategies as st

from baocao.errors import Where
from baocao.model.faults import Faults
from baocao.model.form import read_date
from baocao.model.safety import check_characters
from baocao.source.raw import Literal, RawValue
from baocao.workbook.book import Sheet, cell_name
from baocao.workbook.sheet import column_number, exact_text


def sheet_of(folder: Path, fill: object, **options: object) -> Sheet:
    return book_of(folder, workbook(fill, **options)).sheets[0]  # type: ignore[arg-type]


def said(raw: RawValue) -> tuple[Literal, object]:
    return raw.literal, raw.value


def test_every_kind_of_cell(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, usual)
    assert [said(sheet.raw(2, column)) for column in range(8)] == [
        (Literal.NULL, None),
        (Literal.EXACT, "27630"),
        (Literal.EXACT, "0.3"),
        (Literal.TEXT, "98,74%"),
        (Literal.BOOL, "true"),
        (Literal.TEXT, "25/3/2024"),
        (Literal.TEXT, "Xã Tân Phú "),
        (Literal.NULL, None),
    ]
    assert sheet.raw(3, 1).where == Where(str(tmp_path / "bieu.xlsx"), sheet="Tổng hợp", cell="B4")
    assert str(sheet.where(13, 4)).endswith("ô Tổng hợp!E14")


def test_cells_beyond_the_last_one_are_blank(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, usual)
    assert said(sheet.raw(5000, 300)) == (Literal.NULL, None)
    assert sheet.raw(5000, 300).where.cell == "KO5001"
    assert sheet.fault(5000, 300) is None


def test_merged_cells_hidden_rows_and_columns(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, usual)
    assert sheet.merged == (((7, 1), (8, 3)),)
    assert sheet.hidden_rows == {10}
    assert sheet.hidden_columns == {9, 10}
    assert sheet.raw(10, 1).text == "5"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (27630, "27630"),
        (98.74, "98.74"),
        (0.1 + 0.2, "0.3"),
        (1e20, "100000000000000000000"),
        (1e-7, "0.0000001"),
        (12345678901234567, "12345678901234600"),
        (100, "100"),
        (-5, "-5"),
        (0, "0"),
    ],
)
def test_numbers_as_excel_shows_them(tmp_path: Path, number: float, text: str) -> None:
    sheet = sheet_of(tmp_path, lambda _, page: page.write(0, 0, number))
    assert said(sheet.raw(0, 0)) == (Literal.EXACT, text)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_exact_text_is_plain_and_as_exact_as_excel(number: float) -> None:
    text = exact_text(number)
    assert "e" not in text.lower()
    assert Decimal(text) == Decimal(f"{number:.15g}")


@given(st.integers(0, 1_048_575), st.integers(0, 16_383))
def test_cell_names_and_column_numbers(row: int, column: int) -> None:
    name = cell_name(row, column)
    letters = name.rstrip("0123456789")
    assert (int(name[len(letters) :]) - 1, column_number(letters)) == (row, column)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("0%", "98,741%"),
        ("0.00%", "98,741%"),
        ('0.00" %"', "0.98741"),
        ("0.00\\%", "0.98741"),
        ("[Red]0.0%;-0.0%", "98,741%"),
        ("0.00", "0.98741"),
    ],
)
def test_percentages_keep_all_digits_and_a_quoted_sign_is_only_a_letter(
    tmp_path: Path, code: str, text: str
) -> None:
    def fill(book: object, page: object) -> None:
        page.write(0, 0, 0.98741, book.add_format({"num_format": code}))  # type: ignore[attr-defined]

    sheet = sheet_of(tmp_path, fill)
    assert sheet.raw(0, 0).text == text


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (dt.datetime(2024, 3, 25), "dd/mm/yyyy", "25/3/2024"),
        (dt.datetime(2024, 3, 25, 10, 5), "dd/mm/yyyy hh:mm", "25/3/2024 10:05"),
        (dt.time(10, 5), "hh:mm", "10:05"),
        (dt.timedelta(hours=30, minutes=5), "[h]:mm", "30:05"),
    ],
)
@pytest.mark.parametrize("date_1904", [False, True])
def test_dates_in_both_calendars(
    tmp_path: Path, value: dt.datetime, code: str, text: str, date_1904: bool
) -> None:
    def fill(book: object, page: object) -> None:
        page.write_datetime(0, 0, value, book.add_format({"num_format": code}))  # type: ignore[attr-defined]

    sheet = sheet_of(tmp_path, fill, date_1904=date_1904)
    assert said(sheet.raw(0, 0)) == (Literal.TEXT, text)


@pytest.mark.parametrize(("date_1904", "serial"), [(False, 45376), (True, 43914)])
def test_the_date_a_bare_number_would_be(tmp_path: Path, date_1904: bool, serial: int) -> None:
    sheet = sheet_of(tmp_path, lambda _, page: page.write(0, 0, serial), date_1904=date_1904)
    raw, faults = sheet.raw(0, 0), Faults()
    assert said(raw) == (Literal.EXACT, str(serial))
    assert read_date(raw, raw.where, faults) is None
    (told,) = faults.items
    assert told.text == (f"Ô này cần ngày mà đang là số {serial}. Nếu là số thứ tự thì đó là ngày 25/3/2024.")


def test_text_is_composed_and_lines_end_alike(tmp_path: Path) -> None:
    typed = unicodedata.normalize("NFD", "Xã Tân Phú") + "\r\nấp 1"
    sheet = sheet_of(tmp_path, lambda _, page: page.write(0, 0, typed))
    assert sheet.raw(0, 0).text == "Xã Tân Phú\nấp 1"


@pytest.mark.parametrize("blank", ["", "   ", "\xa0", "\n"])
def test_spaces_are_nothing(tmp_path: Path, blank: str) -> None:
    sheet = sheet_of(tmp_path, lambda _, page: (page.write_string(0, 0, blank), page.write(1, 1, 1)))
    assert said(sheet.raw(0, 0)) == (Literal.NULL, None)


@pytest.mark.parametrize("shown", ["#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#N/A", "#NUM!", "#NULL!"])
def test_error_values_name_the_cell(tmp_path: Path, shown: str) -> None:
    sheet = sheet_of(tmp_path, lambda _, page: page.write_formula("C7", "=1/0", None, shown))
    fault = sheet.fault(6, 2)
    assert fault is not None
    assert (fault.code, fault.where.cell, dict(fault.facts)) == ("o-bao-loi", "C7", {"loi": shown})
    assert sheet.raw(6, 2).text == shown


def test_an_error_pasted_as_text_is_one_too(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, lambda _, page: page.write_string("C7", " #REF! "))
    fault = sheet.fault(6, 2)
    assert fault is not None
    assert fault.code == "o-bao-loi"


@pytest.mark.parametrize("stored", [b"", b"<v></v>", b"<v/>", b"<v>0</v>"])
def test_formulas_without_a_stored_value(tmp_path: Path, stored: bytes) -> None:
    """XlsxWriter and openpyxl leave the computing to Excel; a 0 in their files is no result."""
    data = workbook(lambda _, page: page.write_formula("C7", "=SUM(C1:C6)", None, 9))
    sheet = book_of(tmp_path, spoilt(data, {SHEET: replaced(b"<v>9</v>", stored)})).sheets[0]
    fault = sheet.fault(6, 2)
    assert fault is not None
    assert (fault.code, fault.where.cell) == ("o-chua-tinh", "C7")
    assert said(sheet.raw(6, 2)) == (Literal.NULL, None)


def test_a_stored_zero_is_a_result_once_excel_has_saved_the_file(tmp_path: Path) -> None:
    data = workbook(lambda _, page: page.write_formula("C7", "=1-1", None, 0))
    data = spoilt(data, {"xl/workbook.xml": replaced(b' fullCalcOnLoad="1"', b"")})
    sheet = book_of(tmp_path, data).sheets[0]
    assert sheet.fault(6, 2) is None
    assert sheet.raw(6, 2).text == "0"


def test_a_formula_that_gives_an_empty_text_is_blank_not_uncomputed(tmp_path: Path) -> None:
    data = workbook(lambda _, page: page.write_formula("C7", '=""', None, 9))
    change = {SHEET: replaced(b'<c r="C7"><f>""</f><v>9</v>', b'<c r="C7" t="str"><f>""</f><v></v>')}
    sheet = book_of(tmp_path, spoilt(data, change)).sheets[0]
    assert sheet.fault(6, 2) is None
    assert said(sheet.raw(6, 2)) == (Literal.NULL, None)


def test_shared_and_array_formulas(tmp_path: Path) -> None:
    cells = (
        b'<c r="A1"><f t="shared" ref="A1:A2" si="0">1+1</f><v>2</v></c>'
        b'<c r="B1"><f t="shared" si="0"/></c><c r="C1"><f t="array" ref="C1">1+1</f><v></v></c>'
    )
    data = workbook(lambda _, page: page.write("A1", 1))
    sheet = book_of(tmp_path, spoilt(data, {SHEET: replaced(b'<c r="A1"><v>1</v></c>', cells)})).sheets[0]
    assert [sheet.fault(0, column) is not None for column in range(3)] == [False, True, True]


def test_old_letters_are_told_with_their_cell(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, lambda _, page: page.write("C7", "ñy ban nh©n d©n x·"))
    faults = Faults()
    check_characters(RawValue({"ten": sheet.raw(6, 2)}, Where(), Literal.MAP), faults)
    (only,) = faults.items
    assert (only.code, only.where.sheet, only.where.cell) == ("ma-cu", "Tổng hợp", "C7")
