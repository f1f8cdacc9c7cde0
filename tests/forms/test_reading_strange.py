"""What is typed where a form is not read, and cells that say only half of what they should."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from baocao.authoring.forms.making import Wanted, make_form
from baocao.errors import Finding, Severity
from baocao.produce import audit_data

UNIT = Path(__file__).resolve().parents[2] / "samples" / "huyen-mau" / "don-vi.yaml"

Told = Callable[[Callable[[Any], object]], list[Finding]]


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A form with a few figures."""
    folder = tmp_path_factory.mktemp("goc")
    (folder / "a.yaml").write_text("goi: cchc-nam\nky: 2024\nso_lieu: {tthc.tiep_nhan: 100}\n", "utf-8")
    return make_form(Wanted("", folder / "b.xlsx", UNIT, data=folder / "a.yaml")).data


@pytest.fixture
def told(blank: bytes, tmp_path: Path) -> Told:
    """The findings after a change that an untouched form does not have."""

    def run(change: Callable[[Any], object]) -> list[Finding]:
        path = tmp_path / "bieu.xlsx"
        path.write_bytes(blank)
        before = {(item.code, item.where.spot) for item in audit_data(path, unit=UNIT)}
        book = load_workbook(path)
        change(book)
        book.save(path)
        return [item for item in audit_data(path, unit=UNIT) if (item.code, item.where.spot) not in before]

    return run


def at(book: Any, id_: str, column: str) -> Any:
    for sheet in book:
        for cell in sheet["A"]:
            if cell.value == id_:
                number = next(item.column for item in sheet[1] if item.value == column)
                return sheet.cell(cell.row, number)
    raise AssertionError(id_)


def put(id_: str, column: str, value: object) -> Callable[[Any], None]:
    def change(book: Any) -> None:
        at(book, id_, column).value = value

    return change


def one(found: list[Finding], code: str) -> Finding:
    (item,) = [item for item in found if item.code == code]
    return item


def test_a_number_right_of_the_form_is_told(told: Told) -> None:
    def change(book: Any) -> None:
        cell = at(book, "tthc.tiep_nhan", "gia_tri")
        cell.parent.cell(cell.row, cell.parent.max_column + 2).value = 777

    fault = one(told(change), "bieu-cot-la")
    assert "«777»" in fault.text
    assert fault.where.cell


def test_a_number_typed_over_a_formula_is_told_with_the_cell_to_type_it_in(told: Told) -> None:
    fault = one(told(put("tthc.dang_giai_quyet", "tu_tinh", 55)), "bieu-go-de")
    assert fault.where.cell.startswith("H")
    assert f"ô E{fault.where.cell[1:]} " in fault.remedy
    assert fault.level is Severity.WARNING


def test_a_total_without_its_rank_asks_for_the_rank(told: Told) -> None:
    fault = one(told(put("chi_so.hang", "tong", 40)), "hang-chua-go")
    assert fault.text == "Chưa gõ hạng, mới có tổng số 40."
    assert fault.where.cell.startswith("E")
    assert [place.cell[0] for place in fault.others] == ["F"]


def test_a_money_unit_beside_a_count_is_told_at_the_unit(told: Told) -> None:
    fault = one(told(put("tthc.tiep_nhan", "don_vi_tien", "triệu đồng")), "so-thua-don-vi")
    assert fault.where.cell.startswith("F")
    assert "«triệu đồng»" in fault.text


def test_what_a_program_wrote_as_text_is_nobodys_slip(told: Told) -> None:
    def change(book: Any) -> None:
        sheet = book["Mục khác"]
        sheet["B9"], sheet["C9"] = "so_lieu.tthc.da_giai_quyet", "1.500"

    assert [item.code for item in told(change) if item.code.startswith("so-go")] == []


@pytest.mark.parametrize("id_", ["tthc.ty_le_tiet_kiem", "chi_so.diem"])
def test_what_a_computer_set_to_english_writes_is_told_in_rates_and_points(told: Told, id_: str) -> None:
    fault = one(told(put(id_, "gia_tri", "27,630")), "so-go-thanh-chu")
    assert "27,63" in fault.text
