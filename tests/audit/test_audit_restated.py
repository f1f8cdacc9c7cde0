"""One quantity in two places of a report."""

from __future__ import annotations

from pathlib import Path

import pytest
from breakdown_kit import reading, same

from baocao.audit.grammar.reading import read
from baocao.audit.reading.read_text import read_text

REFERENCE = Path(__file__).with_name("tan-hong-2023.txt")
INDEX = "Chỉ số cải cách hành chính của huyện đạt 84,17 điểm (năm 2022 là 81,11 điểm), xếp hạng 05/11."
HEADING = "II. TỒN TẠI, HẠN CHẾ"


def test_the_reference_report_states_again() -> None:
    told = same(read(read_text(REFERENCE.read_text(encoding="utf-8"), "a.txt")))
    assert sorted(told) == [
        ("11/12", "11/12"),
        ("27.048/27.630", "27.630"),
        ("78,06", "78,06"),
        ("80,41", "80,41"),
    ]


@pytest.mark.parametrize(
    ("again", "pairs"),
    [
        ("Tuy Chỉ số CCHC của UBND huyện năm 2023 (84,71 điểm) tăng.", [("84,17", "84,71")]),
        ("Chỉ số CCHC của huyện xếp thứ 06/11.", [("05/11", "06/11")]),
        ("Chỉ số CCHC của huyện năm 2022 đạt 81,11 điểm.", [("81,11", "81,11")]),
        ("Chỉ số CCHC của xã An Hòa đạt 88,20 điểm.", []),
        ("Phấn đấu Chỉ số CCHC của huyện đạt 86,50 điểm, xếp hạng 03/11.", []),
        ("Chỉ số CCHC của huyện năm 2024 đạt 86,50 điểm.", []),
        ("Chỉ số CCHC của huyện tăng 3,06 điểm.", []),
        ("Chỉ số CCHC của huyện: lĩnh vực tài chính công 9,50 điểm.", []),
        ("Chỉ số hài lòng của người dân xếp hạng 01/11.", []),
    ],
)
def test_an_index_is_one_in_a_report(again: str, pairs: list[tuple[str, str]]) -> None:
    assert same(reading(INDEX, HEADING, again)) == pairs


@pytest.mark.parametrize(
    ("one", "other", "pairs"),
    [
        (
            "Trong năm, toàn huyện đã tiếp nhận 27.630 hồ sơ.",
            "Với 27.360 hồ sơ được tiếp nhận, áp lực rất lớn.",
            [("27.630", "27.360")],
        ),
        (
            "Tỷ lệ hồ sơ trực tuyến đạt 93,11%.",
            "Tỷ lệ hồ sơ trực tuyến đạt 91,31% nhưng phần lớn do công chức nộp hộ.",
            [("93,11%", "91,31%")],
        ),
        (
            "Xã có 12 thôn, 2.846 hộ.",
            "Hộ nghèo còn 63 hộ trên tổng số 2.486 hộ toàn xã.",
            [("2.846", "2.486")],
        ),
        (
            "Tổng kinh phí huy động xây dựng nông thôn mới đạt 12.450 triệu đồng.",
            "Kinh phí huy động xây dựng nông thôn mới là 14.250 triệu đồng.",
            [("12.450 triệu đồng", "14.250 triệu đồng")],
        ),
        ("Xã có 2.846 hộ.", "Xã có 2.546 người.", []),
        ("Cấp huyện tiếp nhận 27.630 hồ sơ.", "Cấp xã tiếp nhận 27.360 hồ sơ.", []),
        ("Huyện đã tiếp nhận 27.630 hồ sơ.", "Huyện đã tiếp nhận 31.052 hồ sơ.", []),
        ("Huyện đã tiếp nhận 27.630 hồ sơ.", "Huyện đã giải quyết 27.360 hồ sơ.", []),
        ("Xã đã tiếp 120 lượt người.", "Xã đã tiếp 120 lượt người.", []),
    ],
)
def test_a_count_is_stated_again_when_it_is_the_same_or_a_slip(
    one: str, other: str, pairs: list[tuple[str, str]]
) -> None:
    assert same(reading("I. KẾT QUẢ", one, HEADING, other)) == pairs
