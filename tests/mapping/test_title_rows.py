"""Headings looked for in the wrong rows are one finding, at the entry that names the rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from mapping_kit import ROWS, TABLE, mapped, told, words, write_table

from baocao.errors import DataError
from baocao.intake.table import open_units

BELOW = (("BÁO CÁO",), ("Kỳ: năm 2026",), ("",), *TABLE)
"""The table of the kit with its headings in rows 4 and 5."""


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("3", "Dòng 3 của trang «Tổng hợp» trống, nên không thấy cột nào trong 03 cột nêu theo tiêu đề."),
        ("40", "Dòng 40 của trang «Tổng hợp» nằm dưới dòng cuối có chữ, số (dòng 9), nên"),
        ("1-2", "Dòng 1-2 của trang «Tổng hợp» không phải dòng ghi tiêu đề các cột, nên"),
        ("8", "không phải dòng ghi tiêu đề các cột"),
    ],
)
def test_the_rows_are_told_and_where_the_headings_are(tmp_path: Path, rows: str, said: str) -> None:
    write_table(tmp_path, BELOW)
    entry = ROWS.replace("dong_tieu_de: 1-2", f"dong_tieu_de: {rows}")
    entry += "  ho_so: {ma: A}\n"
    mapped(tmp_path, entry, "don_vi: {ky_hieu: UBND}")
    with pytest.raises(DataError) as fault:
        open_units(tmp_path / "so-lieu.yaml")
    assert told(fault.value.findings) == [("dong-tieu-de-sai", "dòng 7, mục bang_tinh.dong_tieu_de")]
    assert said in words(fault.value.findings)
    assert "Các tiêu đề ấy có ở dòng 4-5." in words(fault.value.findings)


def test_one_wrong_heading_beside_right_ones_is_told_by_itself(tmp_path: Path) -> None:
    write_table(tmp_path)
    got = mapped(tmp_path, ROWS.replace("Đã giải quyết", "Đã giải quyêt xong"), row="Xã Tân Phú")
    assert [code for code, _ in told(got.findings)] == ["cot-khong-co"]


def test_two_misspelt_headings_keep_their_nearest(tmp_path: Path) -> None:
    write_table(tmp_path)
    entry = ROWS.replace("Hồ sơ/Tiếp nhận", "Tiếp nhân").replace("Đã giải quyết", "Đã giải quyêt")
    got = mapped(tmp_path, entry.replace("cot_don_vi: Đơn vị", "cot_don_vi: B"), row="Xã Tân Phú")
    assert [code for code, _ in told(got.findings)] == ["cot-khong-co", "cot-khong-co"]
    assert "Có phải" in words(got.findings)
