"""The lists that a unit types (limits, causes, tasks, proposals): how every pack begins and ends an item."""

from __future__ import annotations

from typing import Any

import pytest
from finished_kit import fresh, lines, tables

PERIOD = {"loai": "nam", "nam": 2026}
NEEDED: dict[str, dict[str, Any]] = {
    "chi-so-cchc": {"chi_so": {"linh_vuc": [{"ten": "A", "diem": "1"}]}},
    "tom-tat-hoi-nghi": {},
    "chuyen-doi-so": {},
    "kiem-soat-tthc": {"tthc": {"tiep_nhan": "10", "da_giai_quyet": "10"}},
}
"""What a pack does not print a report without."""
PACKS = tuple(NEEDED)


def typed(pack: str, *words: str) -> list[str]:
    """The items that a list of limits of these words prints."""
    data = {**NEEDED[pack], "ton_tai": {"han_che": [{"noi_dung": item} for item in words]}}
    return [line for line in lines(fresh(pack, "xa", PERIOD, data)) if line.startswith("- ")][-len(words) :]


@pytest.mark.parametrize("pack", PACKS)
def test_an_item_begins_with_a_capital_and_the_engine_sets_the_stop(pack: str) -> None:
    assert typed(pack, "thiếu người.", "hồ sơ **trễ** hạn;", "chưa đủ máy") == [
        "- Thiếu người;",
        "- Hồ sơ trễ hạn;",
        "- Chưa đủ máy.",
    ]


@pytest.mark.parametrize("pack", PACKS)
def test_an_item_of_several_sentences_makes_every_item_end_with_a_full_stop(pack: str) -> None:
    assert typed(pack, "thiếu người. Hồ sơ trễ hạn;", "chưa đủ máy ở TP. Hà Nội") == [
        "- Thiếu người. Hồ sơ trễ hạn.",
        "- Chưa đủ máy ở TP. Hà Nội.",
    ]


def test_fields_without_groups_are_counted_through_in_the_form() -> None:
    keys = ("truc_tuyen", "truc_tiep", "ky_truoc", "truoc_han", "dung_han", "qua_han", "dang_trong_han")
    rows = [{"ten": name, **dict.fromkeys((*keys, "dang_qua_han"), "0")} for name in "AB"]
    figures = {**NEEDED["kiem-soat-tthc"], "bieu_ii_06": rows}
    report = fresh("cchc-nam", "xa", PERIOD, figures, draft=True)
    assert [row[:3] for row in tables(report.to_bytes())[0][3:5]] == [["1", "A", "0"], ["2", "B", "0"]]


@pytest.mark.parametrize("pack", ["cchc-nam", "kiem-soat-tthc"])
def test_a_figure_still_to_come_leaves_its_cell_and_the_sums_of_its_column_blank(pack: str) -> None:
    row = {"truc_tuyen": "5", "ky_truoc": "1", "truoc_han": "9", "dung_han": "0", "qua_han": "0"}
    row |= {"dang_trong_han": "0", "dang_qua_han": "0"}
    rows = [{"ten": "Hộ tịch", "truc_tiep": "3", **row}, {"ten": "Chứng thực", **row}]
    report = fresh(pack, "xa", PERIOD, {**NEEDED["kiem-soat-tthc"], "bieu_ii_06": rows}, draft=True)
    body = next(table for table in tables(report.to_bytes()) if "3 = 4 + 5 + 6" in table[2])[3:]
    assert [line[4] for line in body] == ["3", "", ""]
    assert [line[3] for line in body] == ["5", "5", "10"]
