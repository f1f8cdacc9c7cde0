"""A data file with a row for each unit: the records of all units, the same as each read by itself."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from baocao.errors import DataError, Finding
from baocao.intake.raw import RawRecord
from baocao.intake.reader import read
from baocao.intake.table import UnitTable, maps_units, open_units
from baocao.source.files import read_tree

HEAD = ("Mã", "Đơn vị", "Tiếp nhận", "Giải quyết", "Người ký", "Tỉnh")
ROWS: tuple[tuple[Any, ...], ...] = (
    ("VD-001", "Xã Tân Phú", 10, 9, "Lê Văn Mẫu", "Tỉnh Ví Dụ"),
    ("VD-002", "Xã Tân Hồng", 20, 18, "", "Tỉnh Ví Dụ"),
    ("VD-003", "Phường 2", 30, 30, "Đỗ Thị Thử", "Tỉnh Ví Dụ"),
)
SHARED = "don_vi: {cap_tren: tinh.yaml, nguoi_ky: {chuc_vu: Chủ tịch, ho_ten: Trần Thị Chung}}"
MAPPED = """bang_tinh:
  tep: %s
  trang: Số liệu
  dong_tieu_de: 1
  cot_don_vi: Đơn vị
  ho_so: {ma: Mã, nguoi_ky.ho_ten: Người ký, dong_chu_quan: Tỉnh}
  cot: {tthc.tiep_nhan: Tiếp nhận, tthc.da_giai_quyet: Giải quyết}
"""


def write(
    folder: Path, rows: Sequence[Sequence[Any]] = ROWS, year: int = 2026, *, more: str = "", hide: Any = None
) -> Path:
    """A table of a year, with the data file that maps it and the profile above."""
    with xlsxwriter.Workbook(folder / f"bang-{year}.xlsx") as book:
        sheet = book.add_worksheet("Số liệu")
        for number, row in enumerate((HEAD, *rows)):
            for column, value in enumerate(row):
                if value != "":
                    sheet.write(number, column, value)
        if hide is not None:
            hide(sheet)
    (folder / "tinh.yaml").write_text("ten: UBND tỉnh Ví Dụ\ncho_cap_duoi: {ky_hieu: UBND}\n", "utf-8")
    file = folder / f"{year}.yaml"
    text = f"goi: cchc-nam\n{SHARED}\nky: {{loai: nam, nam: {year}}}\n{more}" + MAPPED % f"bang-{year}.xlsx"
    file.write_text(text, "utf-8")
    return file


def codes(findings: Sequence[Finding]) -> list[str]:
    return [item.code for item in findings]


def record(table: UnitTable, name: str) -> RawRecord:
    return table.record(next(unit.number for unit in table.units if unit.name == name))


def contents(table: UnitTable) -> dict[str, bytes]:
    return {unit.name: table.content(unit.number) for unit in table.units}


def same_as_alone(table: UnitTable) -> None:
    """Every record is the one that is read of its row alone, but for what is told of the files."""
    for unit in table.units:
        alone, ours = read(table.file, row=str(unit.number + 1)), table.record(unit.number)
        compared = [item.name for item in fields(alone) if item.compare and item.name != "findings"]
        assert {name: getattr(alone, name) for name in compared} == {
            name: getattr(ours, name) for name in compared
        }
        assert set(alone.findings) == {*ours.findings, *table.findings}


def test_units_from_the_top_each_with_its_record(tmp_path: Path) -> None:
    table = open_units(write(tmp_path))
    assert [(unit.name, unit.number) for unit in table.units] == [
        ("Xã Tân Phú", 1),
        ("Xã Tân Hồng", 2),
        ("Phường 2", 3),
    ]
    assert not table.findings
    assert {path.name for path in table.files} == {"2026.yaml", "bang-2026.xlsx", "tinh.yaml"}
    unit = record(table, "Phường 2").unit.children
    assert [unit[name].text for name in ("ten", "cap", "dia_danh", "ma")] == [
        "Ủy ban nhân dân phường 2",
        "phuong",
        "Phường 2",
        "VD-003",
    ]
    same_as_alone(table)


def test_what_all_share_is_one_object(tmp_path: Path) -> None:
    table = open_units(write(tmp_path))
    one, other = record(table, "Xã Tân Phú"), record(table, "Xã Tân Hồng")
    assert one.parents[0] is other.parents[0]
    assert one.main.children["ky"] is other.main.children["ky"]


def test_in_a_working_folder_its_templates_are_taken(tmp_path: Path) -> None:
    (tmp_path / "don-vi.yaml").write_text("ten: UBND tỉnh Ví Dụ\n", "utf-8")
    data = tmp_path / "so-lieu"
    data.mkdir()
    table = open_units(write(data))
    assert record(table, "Phường 2").unit_folders == (str(tmp_path), str(data))
    same_as_alone(table)


@pytest.mark.parametrize(
    ("entries", "found"),
    [
        ("don_vi: {ky_hieu: UBND}\nbang_tinh: {tep: a.xlsx, cot_don_vi: B}", True),
        ("don_vi: {ky_hieu: UBND}\nbang_tinh: {tep: a.xlsx, cot_don_vi: B, dong: }", True),
        ("don_vi: {ky_hieu: UBND}\nbang_tinh: {tep: a.xlsx, cot_don_vi: B, dong: 5}", False),
        ("don_vi: {ten: UBND xã A}\nbang_tinh: {tep: a.xlsx, cot_don_vi: B}", False),
        ("don_vi: don-vi.yaml\nbang_tinh: {tep: a.xlsx, cot_don_vi: B}", False),
        ("bang_tinh: {tep: a.xlsx, cot_don_vi: B}", False),
        ("don_vi: {ky_hieu: UBND}\nbang_tinh: {tep: a.xlsx, o: {a.b: C5}}", False),
        ("don_vi: {ky_hieu: UBND}", False),
    ],
)
def test_which_data_files_stand_for_all_units(tmp_path: Path, entries: str, *, found: bool) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(entries, "utf-8")
    assert maps_units(read_tree(file).value) is found


def test_the_profile_of_one_unit_is_not_that_of_all(tmp_path: Path) -> None:
    file = write(tmp_path)
    with pytest.raises(DataError) as asked:
        open_units(file, unit_path=tmp_path / "tinh.yaml")
    file.write_text(file.read_text("utf-8").replace("{cap_tren", "{ten: UBND xã A, cap_tren"), "utf-8")
    with pytest.raises(DataError) as named:
        open_units(file)
    assert codes(asked.value.findings) == codes(named.value.findings) == ["bang-can-don-vi-chung"]
    assert "03 đơn vị" in asked.value.findings[0].text


def test_a_profile_above_that_is_not_there_is_told_once(tmp_path: Path) -> None:
    file = write(tmp_path)
    (tmp_path / "tinh.yaml").unlink()
    with pytest.raises(DataError) as fault:
        open_units(file)
    assert codes(fault.value.findings) == ["cap-tren-thieu"]


def test_a_fault_in_a_row_is_of_its_unit_alone(tmp_path: Path) -> None:
    table = open_units(write(tmp_path, (ROWS[0], ("VD-002", "Xã Tân Hồng", "#REF!", 18, "", ""), ROWS[2])))
    assert codes(record(table, "Xã Tân Hồng").findings) == ["o-bao-loi"]
    assert not record(table, "Xã Tân Phú").findings
    assert not record(table, "Phường 2").findings


def test_hidden_columns_are_told_once_hidden_rows_with_their_unit(tmp_path: Path) -> None:
    def hide(sheet: Any) -> None:
        sheet.set_column(3, 3, None, None, {"hidden": True})
        sheet.set_row(2, None, None, {"hidden": True})

    table = open_units(write(tmp_path, hide=hide))
    assert codes(table.findings) == ["cot-an-co-so-lieu"]
    assert [codes(table.record(unit.number).findings) for unit in reversed(table.units)] == [
        [],
        ["dong-an-co-so-lieu"],
        [],
    ]


def test_units_of_one_name_have_their_code_behind_it(tmp_path: Path) -> None:
    twice = (*ROWS, ("VD-104", "Xã Tân Phú", 40, 40, "", "Tỉnh Minh Họa"))
    table = open_units(write(tmp_path, twice))
    assert [unit.name for unit in table.units] == [
        "Xã Tân Phú (VD-001)",
        "Xã Tân Hồng",
        "Phường 2",
        "Xã Tân Phú (VD-104)",
    ]
    assert not any(table.record(unit.number).findings for unit in table.units)


def test_without_a_code_the_unit_above_tells_them_apart(tmp_path: Path) -> None:
    rows = [("", *row[1:]) for row in (*ROWS, ("", "Xã Tân Phú", 40, 40, "", "Tỉnh Minh Họa"))]
    names = [unit.name for unit in open_units(write(tmp_path, rows)).units]
    assert (names[0], names[3]) == ("Xã Tân Phú (Tỉnh Ví Dụ)", "Xã Tân Phú (Tỉnh Minh Họa)")


def test_a_unit_with_two_rows_stands_there_once(tmp_path: Path) -> None:
    table = open_units(write(tmp_path, (*ROWS, ("VD-001", "xã Tân Phú", 11, 9, "", "Tỉnh Ví Dụ"))))
    assert [unit.name for unit in table.units] == ["Xã Tân Phú", "Xã Tân Hồng", "Phường 2"]
    assert codes(record(table, "Xã Tân Phú").findings) == ["hai-dong-mot-don-vi"]
    assert "dong:" not in record(table, "Xã Tân Phú").findings[0].remedy


def test_one_code_for_two_units_is_told(tmp_path: Path) -> None:
    table = open_units(write(tmp_path, (*ROWS, ("VD-001", "Xã An Ví", 11, 9, "", "Tỉnh Ví Dụ"))))
    assert codes(table.findings) == ["ma-nhieu-don-vi"]
    assert "«Xã Tân Phú» (dòng 2), «Xã An Ví» (dòng 5)" in table.findings[0].text


EARLIER = (
    ("VD-001", "UBND xã Tân Phú", 7, 7, "", "Tỉnh Ví Dụ"),
    ("VD-002", "Tân Hồng", 8, 8, "", "Tỉnh Ví Dụ"),
)


def before(raw: RawRecord) -> str:
    return "" if raw.previous is None else raw.previous.children["tthc"].children["tiep_nhan"].text


@pytest.mark.parametrize("named", ["nam_truoc: 2025.yaml\n", ""])
def test_last_years_table_gives_each_unit_its_own_row(tmp_path: Path, named: str) -> None:
    write(tmp_path, EARLIER, 2025)
    table = open_units(write(tmp_path, more=named))
    assert [before(table.record(unit.number)) for unit in table.units] == ["7", "8", ""]
    new = record(table, "Phường 2").findings
    assert codes(new) == ["nam-truoc-khong-co-dong"]
    assert "2025.yaml" in new[0].text
    assert tmp_path / "bang-2025.xlsx" in table.files
    same_as_alone(table)


def test_what_is_said_of_last_years_table_is_said_once(tmp_path: Path) -> None:
    write(tmp_path, EARLIER, 2025, hide=lambda sheet: sheet.set_column(3, 3, None, None, {"hidden": True}))
    table = open_units(write(tmp_path))
    assert codes(table.findings) == ["cot-an-co-so-lieu"]
    assert codes(record(table, "Xã Tân Phú").findings) == ["nam-truoc-tu-tim"]


def test_of_two_rows_last_year_the_code_tells_which(tmp_path: Path) -> None:
    write(tmp_path, (*EARLIER, ("VD-104", "Xã Tân Phú", 9, 9, "", "Tỉnh Minh Họa")), 2025)
    table = open_units(write(tmp_path))
    assert before(record(table, "Xã Tân Phú")) == "7"


def test_of_two_rows_last_year_nothing_tells_which(tmp_path: Path) -> None:
    rows = [("", *row[1:5], "") for row in (*EARLIER, ("", "Xã Tân Phú", 9, 9, "", ""))]
    rows[-1] = ("X", *rows[-1][1:])
    write(tmp_path, rows, 2025)
    table = open_units(write(tmp_path, [("", *row[1:5], "") for row in ROWS], more="nam_truoc: 2025.yaml\n"))
    assert codes(table.record(1).findings) == ["nam-truoc-nhieu-dong"]
    assert "hơn một dòng" in table.record(1).findings[0].text


def test_last_years_table_that_cannot_be_read(tmp_path: Path) -> None:
    write(tmp_path, EARLIER, 2025)
    (tmp_path / "bang-2025.xlsx").unlink()
    table = open_units(write(tmp_path, more="nam_truoc: 2025.yaml\n"))
    assert [codes(table.record(unit.number).findings) for unit in table.units] == [["tep-khong-co"]] * 3


def changed(folder: Path, place: Mapping[int, Sequence[Any]]) -> set[str]:
    """The units whose content another table changes."""
    old = contents(open_units(write(folder)))
    new = contents(open_units(write(folder, [place.get(number, row) for number, row in enumerate(ROWS)])))
    return {name for name in old if old[name] != new.get(name)}


def test_the_content_of_a_unit_is_of_its_row_alone(tmp_path: Path) -> None:
    assert changed(tmp_path, {}) == set()
    for column, value in ((0, "VD-009"), (2, 21), (3, "#REF!"), (4, "Ai Khác"), (5, "Tỉnh Khác")):
        row = [*ROWS[1][:column], value, *ROWS[1][column + 1 :]]
        assert changed(tmp_path, {1: row}) == {"Xã Tân Hồng"}


def test_a_second_row_of_a_unit_changes_its_content(tmp_path: Path) -> None:
    old = contents(open_units(write(tmp_path)))
    new = contents(open_units(write(tmp_path, (*ROWS, ROWS[0]))))
    assert {name for name in old if old[name] != new[name]} == {"Xã Tân Phú"}


def test_the_place_of_a_row_is_no_content(tmp_path: Path) -> None:
    old = contents(open_units(write(tmp_path)))
    rows = [*ROWS, ("VD-004", "Xã An Ví", 1, 1, "", "Tỉnh Ví Dụ")]
    for seed in range(5):
        random.Random(seed).shuffle(rows)
        new = contents(open_units(write(tmp_path, rows)))
        assert {name: new[name] for name in old} == old


def test_what_all_share_is_content_of_all(tmp_path: Path) -> None:
    file = write(tmp_path)
    old = contents(open_units(file))

    def differs() -> bool:
        new = contents(open_units(file))
        return all(old[name] != new[name] for name in old)

    text = file.read_text("utf-8")
    file.write_text(text.replace("Chủ tịch", "Quyền Chủ tịch"), "utf-8")
    assert differs()
    file.write_text(text, "utf-8")
    (tmp_path / "tinh.yaml").write_text("ten: UBND tỉnh Ví Dụ\ncho_cap_duoi: {ky_hieu: UB}\n", "utf-8")
    assert differs()


def test_last_years_row_is_content_of_its_unit(tmp_path: Path) -> None:
    file = write(tmp_path)
    none = contents(open_units(file))
    write(tmp_path, EARLIER, 2025)
    first = contents(open_units(file))
    assert not any(none[name] == first[name] for name in none)
    write(tmp_path, (EARLIER[0], ("VD-002", "Tân Hồng", 88, 8, "", "Tỉnh Ví Dụ")), 2025)
    second = contents(open_units(file))
    assert [first[name] == second[name] for name in none][:2] == [True, False]


def test_the_table_of_an_earlier_year_is_content_of_all(tmp_path: Path) -> None:
    write(tmp_path, EARLIER, 2025)
    file = write(tmp_path)
    old = contents(open_units(file))
    write(tmp_path, EARLIER, 2024)
    new = contents(open_units(file))
    assert all(old[name] != new[name] for name in old)


def test_a_table_without_units_is_no_table(tmp_path: Path) -> None:
    with pytest.raises(DataError) as fault:
        open_units(write(tmp_path, [("VD-001", "Tổng cộng", 1, 1, "", "")]))
    assert codes(fault.value.findings) == ["khong-co-don-vi"]
