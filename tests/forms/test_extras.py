"""What has no cell of its own stands on `Mục khác`, and never over what is typed in the visible cells."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from baocao.authoring.forms.making import Wanted, make_form
from baocao.errors import Finding
from baocao.forms.paths import Item, path_of, path_text
from baocao.intake.reader import read
from baocao.produce import audit_data
from baocao.source.raw import RawValue

UNIT = Path(__file__).resolve().parents[2] / "samples" / "huyen-mau" / "don-vi.yaml"
DATA = """
goi: cchc-nam
ky: 2024
so_lieu:
  tthc:
    linh_vuc:
      - {ten: Hộ tịch, tiep_nhan: {gia_tri: 60, nguon: Tư pháp}, da_giai_quyet: 60}
      - {ten: Đất đai, tiep_nhan: 40, da_giai_quyet: 40}
  chi_dao.noi_dung_khac: {gia_tri: Nội dung cũ., nguon: Văn phòng}
"""
SOURCE = 'so_lieu.tthc.linh_vuc[1 "Hộ tịch"].tiep_nhan.nguon'


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """A form made from the data above."""
    (tmp_path / "a.yaml").write_text(DATA, encoding="utf-8")
    path = tmp_path / "bieu.xlsx"
    path.write_bytes(make_form(Wanted("", path, UNIT, data=tmp_path / "a.yaml")).data)
    return path


def changed(form: Path, change: Callable[[Any], object]) -> list[Finding]:
    """The findings about `Mục khác` after a change of the form."""
    book = load_workbook(form)
    change(book)
    book.save(form)
    codes = ("bieu-muc-khac", "khoa-", "bieu-duong-dan")
    return [item for item in audit_data(form, unit=UNIT) if item.code.startswith(codes)]


def figures(form: Path) -> RawValue:
    return read(form, unit_path=UNIT).main.children["so_lieu"]


def table(book: Any, column: str) -> tuple[Any, int, int]:
    """Sheet, first row and column of a column of a table."""
    for sheet in book:
        for cell in sheet[1]:
            if cell.value == f"tthc.linh_vuc[].{column}":
                head = next(item.row for item in sheet["A"] if item.value == "tieu_de")
                return sheet, head + 1, cell.column
    raise AssertionError(column)


def entry(book: Any, id_: str) -> Any:
    """The cell of a figure or text."""
    for sheet in book:
        for cell in sheet["A"]:
            if cell.value == id_:
                column = next(item.column for item in sheet[1] if item.value == "gia_tri")
                return sheet.cell(cell.row, column)
    raise AssertionError(id_)


def others(book: Any) -> Any:
    return book["Mục khác"]


def put(book: Any, row: int, path: str, value: object) -> None:
    others(book).cell(row, 2).value = path
    others(book).cell(row, 3).value = value


def test_table_and_cell_hold_what_they_can_and_only_the_rest_stands_apart(form: Path) -> None:
    book = load_workbook(form)
    lines = [(path, value) for _, path, value in others(book).iter_rows(min_row=5, values_only=True) if path]
    assert lines == [(SOURCE, "Tư pháp"), ("so_lieu.chi_dao.noi_dung_khac.nguon", "Văn phòng")]
    sheet, row, column = table(book, "tiep_nhan")
    assert [sheet.cell(row, column).value, sheet.cell(row + 1, column).value] == [60, 40]
    assert entry(book, "chi_dao.noi_dung_khac").value == "Nội dung cũ."


def test_a_form_with_extras_is_read_without_a_word(form: Path) -> None:
    assert [
        item.code for item in audit_data(form, unit=UNIT) if item.code.startswith(("bieu", "so-go"))
    ] == []
    first = figures(form).children["tthc"].children["linh_vuc"].items[0].children["tiep_nhan"]
    assert {name: item.text for name, item in first.children.items()} == {"gia_tri": "60", "nguon": "Tư pháp"}
    text = figures(form).children["chi_dao"].children["noi_dung_khac"]
    assert {name: item.text for name, item in text.children.items()} == {
        "gia_tri": "Nội dung cũ.",
        "nguon": "Văn phòng",
    }


def test_what_the_clerk_types_is_what_is_read(form: Path) -> None:
    def retype(book: Any) -> None:
        entry(book, "chi_dao.noi_dung_khac").value = "Nội dung mới."
        sheet, row, column = table(book, "tiep_nhan")
        sheet.cell(row, column).value = 61

    assert changed(form, retype) == []
    assert figures(form).children["chi_dao"].children["noi_dung_khac"].children["gia_tri"].text == (
        "Nội dung mới."
    )
    first = figures(form).children["tthc"].children["linh_vuc"].items[0].children["tiep_nhan"]
    assert first.children["gia_tri"].text == "61"


def test_rows_that_changed_places_are_told(form: Path) -> None:
    def swap(book: Any) -> None:
        sheet, row, column = table(book, "ten")
        sheet.cell(row, column).value, sheet.cell(row + 1, column).value = "Đất đai", "Hộ tịch"

    (fault,) = changed(form, swap)
    assert fault.code == "bieu-muc-khac-lech"
    assert fault.where.spot == "ô Mục khác!B5"
    assert "thứ 1 «Hộ tịch»" in fault.text
    assert "nay là «Đất đai»" in fault.text
    assert len(fault.others) == 1
    first = figures(form).children["tthc"].children["linh_vuc"].items[0].children["tiep_nhan"]
    assert first.text == "60"


def test_a_row_that_is_gone_is_told(form: Path) -> None:
    def empty(book: Any) -> None:
        for name in ("ten", "tiep_nhan", "da_giai_quyet"):
            sheet, row, column = table(book, name)
            sheet.cell(row, column).value = sheet.cell(row + 1, column).value = None

    (fault,) = changed(form, empty)
    assert fault.code == "bieu-muc-khac-lech"


def test_a_path_that_meets_a_filled_cell_names_both(form: Path) -> None:
    def again(book: Any) -> None:
        entry(book, "tthc.tiep_nhan").value = 100
        put(book, 9, "so_lieu.tthc.tiep_nhan", 777)

    (fault,) = changed(form, again)
    assert fault.code == "bieu-muc-khac-trung"
    assert fault.where.spot == "ô Mục khác!B9"
    assert fault.others[0].spot in fault.text
    assert figures(form).children["tthc"].children["tiep_nhan"].text == "100"


def test_an_equal_path_names_both_however_it_is_written(form: Path) -> None:
    def twice(book: Any) -> None:
        put(book, 9, "so_lieu.tthc.tiep_nhan", 777)
        put(book, 10, 'so_lieu."tthc.tiep_nhan"', 888)

    (fault,) = changed(form, twice)
    assert fault.code == "khoa-trung"
    assert fault.where.cell == "B10"
    assert "Mục khác!B9" in fault.text


def test_a_number_of_an_item_far_beyond_the_last_is_told_and_takes_no_room(form: Path) -> None:
    (fault,) = changed(form, lambda book: put(book, 9, "van_ban.can_cu[300000000]", "a"))
    assert fault.code == "bieu-muc-khac-xa"
    assert "mới có 00 dòng" in fault.text


def test_the_items_of_a_list_may_stand_in_any_order(form: Path) -> None:
    def backwards(book: Any) -> None:
        for line, number in ((9, 2), (10, 1)):
            put(book, line, f"van_ban.can_cu[{number}]", f"dòng {number}")

    assert changed(form, backwards) == []
    lines = read(form, unit_path=UNIT).main.children["van_ban"].children["can_cu"].items
    assert [item.text for item in lines] == ["dòng 1", "dòng 2"]


def test_a_row_is_named_in_its_path() -> None:
    path = path_of('so_lieu.a[2 "một \\"hai\\""].b')
    assert path == ("so_lieu", "a", 2, "b")
    assert isinstance(path[2], Item)
    assert path[2].name == 'một "hai"'
    assert path_text(path) == 'so_lieu.a[2 "một \\"hai\\""].b'
