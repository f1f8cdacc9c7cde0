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


ONLINE = "Số hồ sơ trực tuyến phường tiếp nhận trong tháng 11 là 1.274 hồ sơ¹."


@pytest.mark.parametrize(
    ("body", "note", "pairs"),
    [
        (
            ONLINE,
            "¹ Số hồ sơ trực tuyến phường tiếp nhận trong tháng 11 là 1.247 hồ sơ, chủ yếu là hộ tịch.",
            [("1.274", "1.247")],
        ),
        (ONLINE, "¹ Số hồ sơ trực tuyến phường tiếp nhận trong tháng 10 là 1.247 hồ sơ.", []),
        (ONLINE, "¹ Trong đó, số hồ sơ trực tuyến phường tiếp nhận của hộ tịch là 647 hồ sơ.", []),
        (
            "Đến nay, kinh phí đã giải ngân cho chuyển đổi số là 12.450 triệu đồng¹.",
            "¹ Kinh phí đã giải ngân cho chuyển đổi số là 12.540 triệu đồng, bằng nguồn sự nghiệp.",
            [("12.450 triệu đồng", "12.540 triệu đồng")],
        ),
        (
            "Tổng số thủ tục hành chính thuộc thẩm quyền của xã là 139 thủ tục¹.",
            "¹ Tổng số thủ tục hành chính thuộc thẩm quyền của xã là 193 thủ tục.",
            [("139", "193")],
        ),
    ],
)
def test_a_note_that_repeats_its_sentence_repeats_its_number(
    body: str, note: str, pairs: list[tuple[str, str]]
) -> None:
    assert same(reading(body, note)) == pairs


@pytest.mark.parametrize(
    ("one", "other", "pairs"),
    [
        (
            "Hiện toàn tỉnh có 141 xã, phường, thị trấn.",
            "Toàn tỉnh có 114 xã, phường, thị trấn đều đã bố trí máy quét.",
            [("141", "114")],
        ),
        ("Xã có 12 thôn.", "Xã hiện có 21 thôn, trong đó 15 thôn đạt chuẩn văn hóa.", [("12", "21")]),
        (
            "Trên địa bàn huyện có 134 đơn vị sự nghiệp.",
            "Toàn huyện có 143 đơn vị sự nghiệp; đã giao quyền tự chủ.",
            [("134", "143")],
        ),
        ("Hiện toàn tỉnh có 141 xã, phường.", "Toàn tỉnh có 114 xã, phường đã bố trí máy quét.", []),
        ("Xã có 12 thôn.", "Xã có 21 thôn thông minh.", []),
        ("Xã có 12 thôn.", "Xã Tân Lập có 21 thôn.", []),
        ("Trước sắp xếp, toàn tỉnh có 141 xã.", "Toàn tỉnh có 114 xã.", []),
        ("Toàn tỉnh có 12 mô hình.", "Toàn tỉnh có 21 mô hình.", []),
    ],
)
def test_what_a_place_has_is_one_number_in_all_sections(
    one: str, other: str, pairs: list[tuple[str, str]]
) -> None:
    assert same(reading("I. TÌNH HÌNH", one, HEADING, other)) == pairs


ALIKE = "Tổng số thủ tục hành chính thuộc thẩm quyền giải quyết của cấp xã là {} thủ tục."


@pytest.mark.parametrize(
    ("one", "other", "pairs"),
    [("139", "193", [("139", "193")]), ("139", "139", [("139", "139")]), ("139", "152", [])],
)
def test_a_long_sentence_told_again_has_its_number_again(
    one: str, other: str, pairs: list[tuple[str, str]]
) -> None:
    assert same(reading("I. KẾT QUẢ", ALIKE.format(one), HEADING, ALIKE.format(other))) == pairs
