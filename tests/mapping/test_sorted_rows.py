"""Which rows of a table are units: no unit goes without a word, no heading or signature becomes one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from mapping_kit import told, words, write_book

from baocao.errors import Severity
from baocao.intake.table import UnitTable, open_units
from baocao.mapping.unit_table import read_rows

HEAD = ("TT", "Đơn vị", "Tiếp nhận", "Giải quyết")
FIRST, SECOND = (1, "Xã Tân Phú", 10, 9), (2, "Xã Tân Hồng", 20, 18)


def data_file(folder: Path, *rows: Sequence[Any], shared: str = "don_vi: {ky_hieu: UBND}") -> Path:
    write_book(folder / "bang.xlsx", ("S", (HEAD, *rows)))
    file = folder / "2026.yaml"
    entry = "bang_tinh: {tep: bang.xlsx, dong_tieu_de: 1, cot_don_vi: B, ho_so: {ma: E}, "
    entry = entry if any(len(row) > 4 for row in rows) else entry.replace("ho_so: {ma: E}, ", "")
    columns = "cot: {tthc.tiep_nhan: C, tthc.da_giai_quyet: D}}"
    file.write_text(
        f"goi: cchc-nam\n{shared}\nky: {{loai: nam, nam: 2026}}\n{entry}{columns}\n", encoding="utf-8"
    )
    return file


def table(folder: Path, *rows: Sequence[Any], shared: str = "don_vi: {ky_hieu: UBND}") -> UnitTable:
    return open_units(data_file(folder, *rows, shared=shared))


def names(table: UnitTable) -> list[str]:
    return [unit.name for unit in table.units]


@pytest.mark.parametrize("blank", ["", "-", "…", 7])
def test_figures_without_a_name_are_a_unit_with_a_fault(tmp_path: Path, blank: str | int) -> None:
    found = table(tmp_path, FIRST, (2, blank, 20, 18, "1288"), SECOND)
    assert names(found) == ["Xã Tân Phú", "Dòng 3 (chưa có tên)", "Xã Tân Hồng"]
    said = found.record(2).findings
    assert told(said) == [("dong-thieu-ten", "ô S!B3")]
    assert "Mã 1288 là của phường Tân Giang." in words(said)
    assert not found.record(1).findings
    assert not found.record(3).findings


def test_a_code_without_a_name_is_one_too(tmp_path: Path) -> None:
    rows = FIRST, (2, "", "", "", "1288"), ("", "", "", "", "ngày 5/8/2026"), ("", "Cộng", "", "", "TM")
    assert names(table(tmp_path, *rows)) == ["Xã Tân Phú", "Dòng 3 (chưa có tên)"]


@pytest.mark.parametrize(
    ("area", "expected", "said"),
    [
        ("A3:B3", ["Xã Tân Phú", "Xã Tân Hồng"], []),
        ("B2:B3", ["Xã Tân Phú"], [("hai-dong-mot-don-vi", "ô S!B2")]),
    ],
)
def test_a_name_in_a_merged_area_is_one(
    tmp_path: Path, area: str, expected: list[str], said: list[tuple[str, str]]
) -> None:
    file = data_file(tmp_path, FIRST, ("", "", 20, 18))
    rows = HEAD, FIRST, ("", "", 20, 18)
    name = expected[-1]
    write_book(tmp_path / "bang.xlsx", ("S", rows), more=lambda book, sheet: sheet.merge_range(area, name))
    found = open_units(file)
    assert names(found) == expected
    assert told(found.record(1).findings) == said


def test_many_rows_without_a_name_take_no_time_each(tmp_path: Path) -> None:
    units = [(number, f"Xã Số {number}", number, 1) for number in range(1500)]
    found = table(tmp_path, *units, *((number, "", 5, 5) for number in range(1500)))
    assert len(found.units) == 3000


def test_such_a_row_is_told_where_units_are_added_up(tmp_path: Path) -> None:
    file = data_file(tmp_path, FIRST, ("", "", 20, "1.018"), SECOND, shared="")
    said = {name: told(reading.findings) for name, reading in read_rows(file)}
    assert said == {
        "Xã Tân Phú": [],
        "Dòng 3 (chưa có tên)": [("dong-thieu-ten", "ô S!B3")],
        "Xã Tân Hồng": [],
    }


@pytest.mark.parametrize(
    "row",
    [
        ("", "", "", ""),
        (3, "", "", ""),
        ("", "", "Thủ trưởng", "Người lập"),
        ("Tổng cộng", "", 31, 27),
        ("", "", 30, 27),
        ("(1)", "(2)", "(3)", "(4)=(2)+(3)"),
        (1, 2, 3, 4),
        ("A", "B", 1, 2),
        ("", "Cộng các xã", 30, 27),
        ("", "II. Tổng số phường", 30, 27),
        ("", "Cộng khu vực phía Bắc", 30, 27),
    ],
    ids=str,
)
def test_rows_that_are_passed_by_in_silence(tmp_path: Path, row: Sequence[Any]) -> None:
    found = table(tmp_path, FIRST, SECOND, row)
    assert names(found) == ["Xã Tân Phú", "Xã Tân Hồng"]
    assert not found.findings


@pytest.mark.parametrize(
    ("shared", "level"),
    [("don_vi: {ky_hieu: UBND}", Severity.INFO), ("don_vi: {cap: xa}", Severity.WARNING)],
)
def test_texts_without_figures_are_named_once_and_are_no_units(
    tmp_path: Path, shared: str, level: Severity
) -> None:
    heading, signature = ("", "I. CÁC XÃ", "", ""), ("", "Người lập biểu", "", "Chủ tịch")
    found = table(tmp_path, heading, FIRST, SECOND, signature, ("", "Nguyễn Văn Tèo", "", ""), shared=shared)
    assert names(found) == ["Xã Tân Phú", "Xã Tân Hồng"]
    assert told(found.findings) == [("dong-khong-phai-don-vi", "ô S!B2")]
    assert found.findings[0].level is level
    rows = "dòng 2 «I. CÁC XÃ», dòng 5 «Người lập biểu», dòng 6 «Nguyễn Văn Tèo»"
    assert rows in words(found.findings)


def test_names_of_groups_are_no_cause_for_doubt(tmp_path: Path) -> None:
    heading = ("II", "Khu vực phía Nam", "", "")
    found = table(tmp_path, FIRST, heading, SECOND, shared="don_vi: {cap: xa}")
    assert [item.level for item in found.findings] == [Severity.INFO]


def test_a_unit_without_figures_stays_a_unit(tmp_path: Path) -> None:
    found = table(
        tmp_path,
        FIRST,
        (2, "Xã Tân Hồng", "", ""),
        (3, "Bình Vị", "", 5),
        (4, "Trường Hà", "", ""),
        shared="don_vi: {cap: xa}",
    )
    assert names(found) == ["Xã Tân Phú", "Xã Tân Hồng", "Bình Vị", "Trường Hà"]
    assert not found.findings
