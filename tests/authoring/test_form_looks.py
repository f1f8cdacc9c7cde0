"""What a clerk sees in a form: whom it asks what, what is required, examples, links, and what is printed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from form_kit import SAMPLES, cells, form_of, row_of, sheet_of, value_at

from baocao.authoring.forms.making import Wanted, make_form
from baocao.authoring.forms.rows import example, value_rule
from baocao.packs.finder import find_pack

COMMUNE = SAMPLES / "xa-mau" / "don-vi.yaml"
UPPER = "ky: 2024\nso_lieu: {tthc: {cap_huyen: {tiep_nhan: 3}}, mo_hinh: {khac: [{ten: a, don_vi: xã A}]}}\n"


def columns_of(book: Any) -> set[str]:
    return {str(cell.value) for sheet in book for cell in sheet[1] if cell.value}


def rows_of(book: Any) -> set[str]:
    return {str(cell.value) for sheet in book for cell in sheet["A"] if cell.value}


def guide_of(book: Any) -> list[Any]:
    return [cell.value for row in book["Hướng dẫn"].iter_rows() for cell in row if cell.value]


def test_a_commune_is_not_asked_for_what_upper_levels_have(tmp_path: Path) -> None:
    book = cells(form_of(tmp_path, period="2026", unit=COMMUNE).data)
    assert not any(id_.startswith(("tthc.cap_tinh", "tthc.cap_huyen")) for id_ in rows_of(book))
    assert any(id_.startswith("tthc.cap_xa") for id_ in rows_of(book))
    assert not any("[].don_vi" in id_ or id_.startswith("bieu_ii_06_don_vi") for id_ in columns_of(book))
    district = cells(form_of(tmp_path, period="2024").data)
    assert "tthc.cap_huyen.tiep_nhan" in rows_of(district)
    assert "tthc.cap_tinh.tiep_nhan" not in rows_of(district)
    assert "bieu_ii_06_don_vi[].ten" in columns_of(district)


def test_what_is_filled_already_keeps_its_cells(tmp_path: Path) -> None:
    book = cells(form_of(tmp_path, UPPER, unit=COMMUNE).data)
    assert value_at(book, "tthc.cap_huyen.tiep_nhan", "gia_tri") == 3
    assert {"tthc.cap_huyen.dung_han"} <= rows_of(book)
    assert "mo_hinh.khac[].don_vi" in columns_of(book)
    assert "mo_hinh.tieu_bieu[].don_vi" not in columns_of(book)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("ky: 2024\n", "Chưa điền gì; còn 2 ô bắt buộc."),
        (
            "ky: 2024\nso_lieu: {tthc: {tiep_nhan: 5}}\n",
            "Các số đã điền đều khớp; còn 1 ô bắt buộc.",
        ),
        (
            "ky: 2024\nso_lieu: {tthc: {tiep_nhan: 5, da_giai_quyet: 5}}\n",
            "Các số đã điền đều khớp.",
        ),
    ],
)
def test_the_guide_says_how_the_form_stands(data: str, told: str, tmp_path: Path) -> None:
    assert told in guide_of(cells(form_of(tmp_path, data).data))


def test_a_number_with_words_is_marked_as_such(tmp_path: Path) -> None:
    book = cells(form_of(tmp_path, "ky: 2024\nso_lieu: {tthc: {tiep_nhan: nhiều}}\n").data)
    assert value_at(book, "tthc.tiep_nhan", "kiem_tra") == "chữ"


def test_one_wrong_rate_leaves_its_parts_alone(tmp_path: Path) -> None:
    parts = "nhiem_vu: 100, nhiem_vu_hoan_thanh: 50"
    data = f"ky: 2024\nso_lieu: {{chi_dao: {{{parts}, ty_le_hoan_thanh: 60%}}}}\n"
    book = cells(form_of(tmp_path, data).data)
    assert value_at(book, "chi_dao.ty_le_hoan_thanh", "kiem_tra") == "✗"
    assert value_at(book, "chi_dao.nhiem_vu", "kiem_tra") != "✗"


def test_examples_are_what_the_cells_take() -> None:
    catalogue = find_pack("cchc-nam").catalogue
    assert example(catalogue["chi_dao.tuyen_truyen_luot_nguoi"]) == "Ví dụ: 850."
    assert example(catalogue["tthc.dau_tu_mot_cua"]) == "Ví dụ: 2,6, ô «Đơn vị tiền» chọn tỷ đồng."
    assert example(catalogue["chi_so.hang"]) == "Ví dụ: 3, ô bên phải gõ 40."
    assert value_rule(catalogue["chi_so.hang"], "E5") is not None


def test_required_cells_have_a_look_of_their_own(tmp_path: Path) -> None:
    sheet = sheet_of(cells(form_of(tmp_path, period="2026").data), "tthc.tiep_nhan")
    needed, other = (sheet.cell(row_of(sheet, id_), 5) for id_ in ("tthc.tiep_nhan", "tthc.thu_xin_loi"))
    assert (needed.border.left.style, other.border.left.style) == ("medium", "thin")
    assert not needed.protection.locked


def test_a_sheet_of_lists_begins_with_links_to_its_tables(tmp_path: Path) -> None:
    book = cells(form_of(tmp_path, period="2026").data, formulas=True)
    links = [cell.value for cell in book["Bảng – Công vụ"][2] if cell.value]
    assert links[0].startswith('=HYPERLINK("#\'Hướng dẫn\'!B2","↩ Hướng dẫn. 10 bảng')
    assert len(links) == 11


def test_the_kind_of_period_is_shown_in_words_and_kept_as_it_is(tmp_path: Path) -> None:
    sheet = cells(form_of(tmp_path, period="2026").data)["Chung"]
    cell = sheet.cell(row_of(sheet, "ky.loai"), 3)
    assert (cell.value, cell.number_format) == ("nam", ';;;"năm"')


def test_names_of_tabs_are_not_cut(tmp_path: Path) -> None:
    made = make_form(Wanted("cchc-nam", tmp_path / "b.xlsx", COMMUNE, "2026"))
    names = [sheet.title for sheet in cells(made.data)]
    assert "Chính quyền số" in names
    assert not [name for name in names if name.endswith("…")]
