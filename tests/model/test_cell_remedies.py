"""Findings about a cell of a workbook speak of the cell, and stand in the order of its sheets."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from baocao.errors import Where, finding
from baocao.intake.raw import Literal, RawRecord, RawValue
from baocao.messages import catalogue
from baocao.messages.cells import REMEDIES
from baocao.model.faults import Faults
from baocao.model.validate import validate
from baocao.packs.finder import find_pack

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def at(cell: str, sheet: str = "TTHC") -> Where:
    return Where("bieu.xlsx", sheet=sheet, cell=cell)


@pytest.mark.parametrize("code", REMEDIES)
def test_the_remedy_has_no_other_holes_than_the_message(code: str) -> None:
    message = catalogue()[code]
    holes = set(re.findall(r"\{(\w+)\}", message.in_cell))
    assert holes <= set(re.findall(r"\{(\w+)\}", message.text + message.remedy))
    assert message.in_cell[0].isupper()
    assert message.in_cell.endswith((".", "}"))


def test_a_cell_has_a_remedy_of_its_own() -> None:
    facts = {"can": "một số", "co": "một danh sách", "vi_du": "27.630"}
    assert finding("sai-kieu", at("E14"), **facts).remedy == "Gõ con số vào ô này, ví dụ 27.630."
    assert (
        finding("sai-kieu", Where("a.yaml", 3), **facts).remedy == "Gõ con số ngay sau tên mục, ví dụ 27.630."
    )


def test_a_double_entry_names_the_first_place() -> None:
    first = finding("khoa-trung", at("E15"), khoa="tthc.tiep_nhan", lan_dau=at("E14").spot)
    assert first.text == "Mục «tthc.tiep_nhan» được nhập hai lần; lần đầu ở ô TTHC!E14."


def test_findings_stand_sheet_by_sheet_and_row_by_row() -> None:
    faults = Faults()
    for cell, sheet in (("E14", "TTHC"), ("B2", "Chung"), ("AA3", "TTHC"), ("B3", "TTHC"), ("E4", "TTHC")):
        faults.add("hang-sai", at(cell, sheet), gia_tri="0")
    placed = [f"{item.where.sheet}!{item.where.cell}" for item in faults.in_order()]
    assert placed == ["TTHC!B3", "TTHC!AA3", "TTHC!E4", "TTHC!E14", "Chung!B2"]


def test_numbers_typed_as_text_are_told_once_a_row() -> None:
    faults = Faults()
    for cell in ("D5", "C5", "AA5", "C6"):
        faults.add("so-go-thanh-chu", at(cell), gia_tri="7", so="7", cung_dong="")
    told = faults.in_order()
    assert [item.where.cell for item in told] == ["C5", "C6"]
    assert told[0].text.endswith("đọc là 7. Cùng dòng còn 02 ô như vậy: D5, AA5.")
    assert told[1].text.endswith("đọc là 7.")


def blank(cell: str, sheet: str = "TTHC") -> RawValue:
    return RawValue(None, at(cell, sheet), Literal.NULL)


def typed(text: str, cell: str) -> RawValue:
    return RawValue(text, at(cell), Literal.TEXT)


def mapping(sheet: str = "", **entries: RawValue) -> RawValue:
    return RawValue(entries, Where("bieu.xlsx", sheet=sheet), Literal.MAP)


def findings_of(figures: RawValue) -> dict[str, tuple[str, str]]:
    """Place and remedy of each finding about the figures, by code."""
    main = mapping(so_lieu=figures, ky=mapping(nam=typed("2025", "B2")))
    raw = RawRecord("bieu.xlsx", main, RawValue(None, Where(), Literal.NULL))
    _, found = validate(raw, find_pack("cchc-nam"))
    return {item.code: (item.where.spot, item.remedy) for item in found if item.where.key.startswith("tthc")}


def test_a_missing_figure_names_its_cell() -> None:
    found = findings_of(mapping(tthc=mapping("TTHC", tiep_nhan=blank("E14"), da_giai_quyet=blank("E15"))))
    assert found["thieu-bat-buoc"][0].startswith("ô TTHC!E1")
    assert found["thieu-bat-buoc"][1].startswith("Gõ vào ô này, ví dụ ")


def test_a_missing_entry_of_a_row_names_its_cell() -> None:
    row = mapping("TTHC", ten=blank("C30"), tiep_nhan=typed("5", "D30"))
    list_ = RawValue((row,), at("C29"), Literal.LIST)
    found = findings_of(mapping(tthc=mapping("TTHC", tiep_nhan=typed("5", "E14"), linh_vuc=list_)))
    assert found["thieu-bat-buoc"][0] == "ô TTHC!C30"
    assert found["thieu-bat-buoc"][1] == "Gõ vào ô này, ví dụ Hộ tịch."


def test_a_row_that_is_gone_is_not_a_line_to_be_typed() -> None:
    gone = RawValue(None, Where("bieu.xlsx", sheet="TTHC"), Literal.NULL)
    found = findings_of(mapping(tthc=mapping("TTHC", tiep_nhan=gone, da_giai_quyet=gone)))
    assert found["thieu-bat-buoc"][0] == "trang tính TTHC"
    assert "baocao bieu tao" in found["thieu-bat-buoc"][1]
