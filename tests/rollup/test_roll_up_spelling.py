"""Rows of lists that mean the same are one row, printed as most units write it."""

from __future__ import annotations

from itertools import permutations

import pytest
from rollup_kit import codes, figures, rolled, sent, told


def fields(*texts: str) -> list[str]:
    """The names of the joined rows when each unit sends one row."""
    raws = [
        sent(f"xã {place}", {"tthc.linh_vuc": [{"ten": text, "tiep_nhan": 1}]})
        for place, text in enumerate(texts)
    ]
    return [row["ten"] for row in figures(rolled(raws))["tthc"]["linh_vuc"]]


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (("Hoà giải", "Hòa giải", "Hòa giải"), ["Hòa giải"]),
        (("Đất đai", "Đất  đai.", "Đất-đai"), ["Đất đai"]),
        (("HỘ TỊCH", "Hộ tịch"), ["Hộ tịch"]),
        (("HỘ TỊCH", "HỘ TỊCH", "Hộ tịch"), ["HỘ TỊCH"]),
        (("hộ tịch", "HỘ TỊCH", "Hộ tịch", "hộ tịch"), ["hộ tịch"]),
        (("Mức 1", "Mức 2"), ["Mức 1", "Mức 2"]),
        (("Loại A", "Loại A+"), ["Loại A", "Loại A+"]),
        (("Hộ tịch", "Hộ tích"), ["Hộ tích", "Hộ tịch"]),
    ],
)
def test_one_row_for_one_thing(texts: tuple[str, ...], wanted: list[str]) -> None:
    for some in permutations(texts):
        assert sorted(fields(*some)) == sorted(wanted)


def test_rows_that_differ_in_marks_alone_are_told_even_if_each_is_written_once() -> None:
    rows = {"xã A": "Bảo trợ xã hội", "xã B": "Bảo trợ xã hôi"}
    raws = [sent(name, {"tthc.linh_vuc": [{"ten": text, "tiep_nhan": 1}]}) for name, text in rows.items()]
    assert "dòng «Bảo trợ xã hội» (xã A) và dòng «Bảo trợ xã hôi» (xã B)" in told(
        rolled(raws), "tong-hop-dong-gan-giong"
    )
    assert codes(rolled(raws)).count("tong-hop-dong-gan-giong") == 1


def test_joined_rows_take_the_spelling_of_most() -> None:
    said = ("THIẾU HỒ SƠ", "Thiếu hồ sơ.", "Thiếu hồ sơ")
    raws = [
        sent(f"xã {name}", {"tthc.nguyen_nhan_tre_han": [{"ten": text, "so": 2}]})
        for name, text in zip("ABC", said, strict=True)
    ]
    assert figures(rolled(raws))["tthc"]["nguyen_nhan_tre_han"] == [
        {"ten": "Thiếu hồ sơ", "so": "6", "don_vi": "xã A, xã B, xã C"}
    ]
