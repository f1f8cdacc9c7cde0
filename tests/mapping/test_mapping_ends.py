"""Where a mapped list ends, and rows of it that seem to add up the others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from mapping_kit import figure, mapped, told, write_book

ENTRY = "  bang: {tthc.linh_vuc: {tu_dong: 2, cot: {ten: A, tiep_nhan: B}}}"
HEAD = ["Lĩnh vực", "Tiếp nhận"]


def reading(folder: Path, *rows: list[Any]) -> tuple[list[tuple[str, str]], list[str]]:
    """What is told, and the names that were read."""
    write_book(folder / "bang.xlsx", ("S", [HEAD, *rows]))
    got = mapped(folder, ENTRY)
    return told(got.findings), [item.children["ten"].text for item in figure(got, "tthc.linh_vuc").items]


def test_rows_below_a_blank_one_are_told(tmp_path: Path) -> None:
    found, names = reading(tmp_path, ["Hộ tịch", 60], ["", ""], ["Đất đai", 45], ["Thuế", 5])
    assert found == [("bang-het-som", "ô S!A4")]
    assert names == ["Hộ tịch"]


def test_nothing_is_told_of_what_stands_below_the_total(tmp_path: Path) -> None:
    found, names = reading(tmp_path, ["Hộ tịch", 60], ["Tổng cộng", 60], ["", ""], ["Người lập", ""])
    assert found == []
    assert names == ["Hộ tịch"]


@pytest.mark.parametrize("name", ["Cộng lĩnh vực", "Tổng 2 lĩnh vực", "Hai lĩnh vực"])
def test_a_row_that_seems_to_be_a_total_is_told(tmp_path: Path, name: str) -> None:
    found, _ = reading(tmp_path, ["Hộ tịch", 60], ["Đất đai", 45], [name, 105])
    assert found == [("bang-co-dong-cong", "ô S!A4")]


@pytest.mark.parametrize("name", ["Tổng cục Thuế", "Cộng đồng", "Thuế"])
def test_other_rows_are_not(tmp_path: Path, name: str) -> None:
    assert reading(tmp_path, ["Hộ tịch", 60], ["Đất đai", 45], [name, 7])[0] == []
