"""A table with a row for each unit: the row of one, and all of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from mapping_kit import ROWS, TABLE, figure, mapped, told, words, write_book, write_table

from baocao.errors import DataError
from baocao.mapping.unit_table import UnitTable, read_rows
from baocao.source.files import read_tree
from baocao.source.raw import Literal, Reading
from baocao.vietnamese.unit_names import find_unit, is_total, is_unit, same_unit


def rows_of(folder: Path, entry: str = ROWS, figures: str = "") -> list[tuple[str, Reading]]:
    mapped(folder, entry, figures, row="3")
    return list(read_rows(folder / "so-lieu.yaml"))


@pytest.mark.parametrize(
    ("unit", "row", "cell"),
    [
        ("Ủy ban nhân dân xã Tân Phú", "", "C3"),
        ("UBND Phường Tân Phú", "", "C5"),
        ("", "tan hong", "C4"),
        ("", "Tân Hồng", "C4"),
        ("", "4", "C4"),
    ],
)
def test_the_row_of_a_unit(tmp_path: Path, unit: str, row: str, cell: str) -> None:
    write_table(tmp_path)
    got = mapped(tmp_path, ROWS, unit=unit, row=row)
    assert not got.findings
    assert figure(got, "tthc.tiep_nhan").where.cell == cell
    assert figure(got, "chi_so.hang").text.endswith("/3")


def test_the_row_that_the_data_file_names(tmp_path: Path) -> None:
    write_table(tmp_path)
    got = mapped(tmp_path, f"  dong: Xã Tân Hồng{ROWS}")
    assert figure(got, "tthc.tiep_nhan").value == "20"
    assert figure(got, "tthc.da_giai_quyet").value == "1.018"


@pytest.mark.parametrize(
    ("asked", "code", "said"),
    [
        ({"row": "Xã Tân Phứ"}, "don-vi-khong-co-dong", "Có phải «Xã Tân Phú» không?"),
        ({"row": "Tân Phú"}, "don-vi-nhieu-dong", "B3, B5"),
        ({"row": "Tổng cộng"}, "dong-la-tong", "không phải một đơn vị"),
        ({"row": "99"}, "dong-ngoai-trang", "không có dòng 99"),
        ({"row": "0"}, "so-nguyen-sai", "«0»"),
        ({"row": "2"}, "dong-la-tieu-de", "Dòng 2"),
        ({}, "dong-chua-neu", "--dong"),
        ({"row": "4", "unit": "UBND xã Tân Phú"}, "dong-khac-don-vi", "«Xã Tân Hồng»"),
    ],
)
def test_a_row_that_cannot_be_told(tmp_path: Path, asked: dict[str, str], code: str, said: str) -> None:
    write_table(tmp_path)
    got = mapped(tmp_path, ROWS, **asked)
    assert [item.code for item in got.findings] == [code]
    assert said in words(got.findings)


@pytest.mark.parametrize(
    ("column", "code", "said"),
    [
        ("Đã giải quết", "cot-khong-co", "Có phải «Đã giải quyết» không?"),
        ("ZZ", "cot-ngoai-trang", "cột cuối là F"),
        ("Hồ sơ/Trễ", "cot-khong-co", "Dòng tiêu đề (1-2)"),
    ],
)
def test_a_column_that_is_not_there(tmp_path: Path, column: str, code: str, said: str) -> None:
    write_table(tmp_path)
    got = mapped(tmp_path, ROWS.replace("Đã giải quyết", column), row="3")
    assert [item.code for item in got.findings] == [code]
    assert said in words(got.findings)
    assert figure(got, "tthc.tiep_nhan").value == "10"


def test_headings_that_say_nothing_alone(tmp_path: Path) -> None:
    twice = (("Đơn vị", "Tổng số", "Tổng số", "TT"), ("Xã Tân Phú", 1, 2, 3))
    write_book(tmp_path / "bang.xlsx", ("Tổng hợp", twice))
    entry = "  dong_tieu_de: 1\n  cot_don_vi: A\n  cot: {tthc.tiep_nhan: Tổng số, tthc.dung_han: TT}"
    got = mapped(tmp_path, entry, row="2")
    assert told(got.findings) == [("cot-nhieu-cho", "dòng 7, mục bang_tinh.cot.tthc.tiep_nhan")]
    assert figure(got, "tthc.dung_han").value == "3"
    got = mapped(tmp_path, "  cot_don_vi: A\n  cot: {tthc.tiep_nhan: Tổng số}", row="2")
    assert [item.code for item in got.findings] == ["cot-can-tieu-de"]


def test_every_unit_from_the_top_without_totals(tmp_path: Path) -> None:
    numbered: Sequence[Sequence[Any]] = (*TABLE[:2], ("A", "B", "(1)", "(2)"), *TABLE[2:])
    write_table(tmp_path, numbered)
    found = rows_of(tmp_path)
    assert [name for name, _ in found] == ["Xã Tân Phú", "Xã Tân Hồng", "Phường Tân Phú"]
    assert [figure(reading, "tthc.tiep_nhan").value for _, reading in found] == ["10", "20", "30"]
    assert figure(found[2][1], "tthc.da_giai_quyet").literal is Literal.NULL
    assert not any(reading.findings for _, reading in found)
    assert found[0][1].value.children["goi"].value == "cchc-nam"


def test_a_unit_with_two_rows_comes_once_and_is_told(tmp_path: Path) -> None:
    write_table(tmp_path, (*TABLE, (4, "UBND xã Tân Hồng", 1, 1, 1, 3)))
    found = rows_of(tmp_path)
    assert [name for name, _ in found] == ["Xã Tân Phú", "Xã Tân Hồng", "Phường Tân Phú"]
    assert told(found[1][1].findings) == [("hai-dong-mot-don-vi", "ô Tổng hợp!B4")]
    assert "B4, B7" in words(found[1][1].findings)


def test_a_hidden_row_is_told(tmp_path: Path) -> None:
    def hide(book: Any, sheet: Any) -> None:
        sheet.merge_range("C1:D1", "Hồ sơ")
        sheet.set_row(3, None, None, {"hidden": True})

    write_book(tmp_path / "bang.xlsx", ("Tổng hợp", TABLE), more=hide)
    assert told(mapped(tmp_path, ROWS, row="Tân Hồng").findings) == [("dong-an-co-so-lieu", "ô Tổng hợp!C4")]
    assert [item.code for item in rows_of(tmp_path)[1][1].findings] == ["dong-an-co-so-lieu"]


def test_a_cell_without_value_is_told_under_its_unit(tmp_path: Path) -> None:
    write_table(tmp_path, (*TABLE[:3], (2, "Xã Tân Hồng", "#REF!", 1, 2, 3)))
    first, second = rows_of(tmp_path)
    assert not first[1].findings
    assert told(second[1].findings) == [("o-bao-loi", "ô Tổng hợp!C4")]


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("  o: {tthc.tiep_nhan: C3}", "thieu-muc"),
        (ROWS.replace("Tổng hợp", "Quý I"), "trang-khong-co"),
        (ROWS.replace("cot_don_vi: Đơn vị", "cot_don_vi: A"), "khong-co-don-vi"),
        (f"{ROWS}  bang: {{x.y: {{tu_dong: 1, cot: {{ten: A}}}}}}", "bang-chung"),
    ],
)
def test_a_table_that_gives_no_units(tmp_path: Path, entry: str, code: str) -> None:
    write_table(tmp_path)
    with pytest.raises(DataError) as fault:
        rows_of(tmp_path, entry)
    assert code in [item.code for item in fault.value.findings]


def test_a_data_file_without_a_mapping_has_no_rows(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("goi: cchc-nam\n", "utf-8")
    with pytest.raises(DataError) as fault:
        read_rows(file)
    assert [item.code for item in fault.value.findings] == ["khong-co-bang-tinh"]


def test_lists_of_several_units_are_shared_out(tmp_path: Path) -> None:
    fields = (("Xã Tân Phú", "Đất đai"), ("", "Hộ tịch"), ("Xã Tân Hồng", "Chứng thực"))
    write_table(tmp_path, TABLE, ("Lĩnh vực", fields))
    entry = (
        f"{ROWS}  bang: {{tthc.linh_vuc: {{trang: Lĩnh vực, tu_dong: 1, cot_don_vi: A, cot: {{ten: B}}}}}}"
    )
    found = {
        name: [row.children["ten"].text for row in figure(reading, "tthc.linh_vuc").items]
        for name, reading in rows_of(tmp_path, entry)
    }
    assert found == {
        "Xã Tân Phú": ["Đất đai", "Hộ tịch"],
        "Xã Tân Hồng": ["Chứng thực"],
        "Phường Tân Phú": [],
    }
    got = mapped(tmp_path, entry, row="Phường Tân Phú")
    assert [item.code for item in got.findings] == ["bang-khong-co-dong"]


@pytest.mark.parametrize(
    "name", ["Tổng cộng", "TỔNG SỐ:", "Cộng", "Toàn tỉnh", "Tổng cộng toàn huyện", "Tổng (A+B)"]
)
def test_totals(name: str) -> None:
    assert is_total(name)


@pytest.mark.parametrize("name", ["Xã Tổng Cọt", "Cộng Hòa", "Xã Cộng Hiền", "Phường 1", "Tân Phú"])
def test_units_whose_names_look_like_totals(name: str) -> None:
    assert is_unit(name)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("UBND xã Hòa Bình", "Xã Hoà Bình", True),
        ("Uỷ ban nhân dân xã Hòa Bình", "3. xã Hòa Bình", True),
        ("Hòa Bình", "Xã Hòa Bình", True),
        ("xa hoa binh", "Xã Hòa Bình", True),
        ("Xã Tân Phú", "Phường Tân Phú", False),
        ("Xã Tân Phú", "Xã Tân Phù", False),
    ],
)
def test_names_of_one_unit(one: str, other: str, *, same: bool) -> None:
    assert same_unit(one, other) is same
    assert same_unit(other, one) is same


def test_the_exact_name_wins_over_those_without_level() -> None:
    assert find_unit("Tân Phú", (("Xã Tân Phú", 1), ("Tân Phú", 2))) == (("Tân Phú", 2),)


def test_a_unit_that_only_a_list_has_is_told_at_its_cell(tmp_path: Path) -> None:
    lists = ("Lĩnh vực", (("Đơn vị", "Tên", "Tiếp nhận"), ("Xã Tân Phủ", "Đất đai", 3), ("", "Hộ tịch", 4)))
    write_table(tmp_path, TABLE, lists)
    columns = "cot: {ten: B, tiep_nhan: C}"
    table = f"{{trang: Lĩnh vực, dong_tieu_de: 1, cot_don_vi: A, {columns}}}"
    entry = ROWS + f"  bang: {{tthc.linh_vuc: {table}}}"
    mapped(tmp_path, entry, "don_vi: {ky_hieu: UBND}")
    units = UnitTable(read_tree(tmp_path / "so-lieu.yaml"), tmp_path / "so-lieu.yaml")
    assert told(units.findings) == [("bang-ten-la", "ô Lĩnh vực!A2")]
    assert "có 02 dòng của «Xã Tân Phủ»" in words(units.findings)
    assert "Có phải «Xã Tân Phú» không?" in words(units.findings)
    lacking = [item for item in units.reading(2).findings if item.code == "bang-khong-co-dong"]
    assert [str(item.where.but(file="")) for item in lacking] == ["trang tính Lĩnh vực"]
