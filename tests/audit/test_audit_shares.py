"""Shares: which figure is the numerator, which the base, and what is left open."""

from __future__ import annotations

import pytest
from grammar_kit import roles, told

from baocao.audit.statements import Relation, Role

N, B, R = Role.NUMERATOR, Role.BASE, Role.RATE


def shares(*paragraphs: str, notes: dict[str, str] | None = None) -> list[dict[Role, str]]:
    return [roles(item) for item in told(Relation.SHARE, *paragraphs, notes=notes)]


@pytest.mark.parametrize(
    ("text", "over", "base", "rate"),
    [
        ("Đã số hóa 16.067/55.633 hồ sơ, tỷ lệ 28,88%.", "16.067/55.633", "16.067/55.633", "28,88%"),
        ("Tiếp nhận 27.630 hồ sơ, đã giải quyết 27.282 hồ sơ, đạt 98,74%.", "27.282", "27.630", "98,74%"),
        ("Tiếp nhận 500 hồ sơ, đã giải quyết 480 hồ sơ, trong đó đúng hạn 470 hồ sơ, đạt 97,92%.",
         "470", "480", "97,92%"),
        ("Dự toán giao 18.642 triệu đồng, đã thực hiện 17.930 triệu đồng, đạt 96,2% dự toán.",
         "17.930 triệu đồng", "18.642 triệu đồng", "96,2%"),
        ("Vận động được 126 triệu đồng, đạt 115% kế hoạch (120 triệu đồng).",
         "126 triệu đồng", "120 triệu đồng", "115%"),
        ("Đã kích hoạt 6.418 tài khoản định danh/7.240 trường hợp, đạt 88,6%.", "6.418", "7.240", "88,6%"),
        ("Tỷ lệ hồ sơ đúng hạn đạt 98% (72/75 hồ sơ).", "72/75", "72/75", "98%"),
        ("Có 35/45 công chức trình độ đại học, chiếm 77,8%.", "35/45", "35/45", "77,8%"),
        ("Tiếp nhận 27.630 hồ sơ, bằng 105,2% so với cùng kỳ năm trước (26.264 hồ sơ).",
         "27.630", "26.264", "105,2%"),
        ("Có 09/10 phòng và 14/15 xã đạt loại tốt, đạt tỷ lệ 92%.", "09/10 + 14/15", "09/10 + 14/15", "92%"),
    ],
)  # fmt: skip
def test_the_words_say_what_is_a_share_of_what(text: str, over: str, base: str, rate: str) -> None:
    assert {N: over, B: base, R: rate} in shares(text)


def test_the_shares_of_a_breakdown_are_of_its_total() -> None:
    text = "Có 19 công chức, trong đó thạc sĩ 02 người, chiếm 10,5%; đại học 16 người, chiếm 84,2%."
    assert [(item[N], item[B]) for item in shares(text)] == [("02", "19"), ("16", "19")]


def test_a_base_is_looked_for_in_the_sentence_before_by_what_is_asked() -> None:
    text = (
        "Đã rà soát 212 thủ tục hành chính. Trong đó kiến nghị đơn giản hóa 61 thủ tục, chiếm tỷ lệ 27,2%"
        " so với tổng số thủ tục hành chính rà soát."
    )
    assert shares(text) == [{N: "61", B: "212", R: "27,2%"}]


def test_a_base_is_looked_for_in_the_paragraph_before_when_it_is_named() -> None:
    before = "Tiếp nhận 12.480 hồ sơ, đã giải quyết 12.374 hồ sơ."
    late = "Số hồ sơ trễ hạn là 43 hồ sơ, chiếm 0,35% số hồ sơ đã giải quyết."
    assert shares(before, late) == [{N: "43", B: "12.374", R: "0,35%"}]


def test_the_note_finds_its_base_in_the_sentence_it_hangs_on() -> None:
    note = {"1": "Trong đó tiếp nhận trực tuyến là 15.121 hồ sơ, tỷ lệ 62,02%."}
    assert shares("Các xã, thị trấn tiếp nhận 24.378 hồ sơ¹.", notes=note) == [
        {N: "15.121", B: "24.378", R: "62,02%"}
    ]


def test_a_rate_of_something_else_has_no_numerator() -> None:
    text = "Văn bản đến là 170.538 và đã ban hành 59.496 văn đi, chiếm tỉ lệ văn bản được ký số là 81,87%."
    assert shares(text) == [{R: "81,87%"}]


def test_a_base_that_is_not_there_is_not_invented() -> None:
    assert shares("Chi phí tiết kiệm là 69.639.646 đồng, chiếm tỷ lệ 27,7%.") == [
        {N: "69.639.646 đồng", R: "27,7%"}
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Giảm 30% thời gian giải quyết của 25 thủ tục.",
        "100% cán bộ, công chức được cấp chữ ký số.",
        "Giá trị sản xuất đạt 1.250 tỷ đồng, tăng 3,2%.",
    ],
)
def test_what_is_no_share_is_left_alone(text: str) -> None:
    assert shares(text) == []


def test_a_hundred_percent_without_its_counts_is_a_rate_alone() -> None:
    assert shares("Tổng số đơn vị đã thực hiện tự chủ đạt tỷ lệ 100%.") == [{R: "100%"}]


@pytest.mark.parametrize(
    ("texts", "over", "base"),
    [
        (("Vốn được giao 2.296,5 triệu đồng; đã giải ngân 1.842,6 triệu đồng, bằng 78,4% kế hoạch.",),
         "1.842,6 triệu đồng", "2.296,5 triệu đồng"),
        (("Tổng vốn được giao là 45.000 triệu đồng. Đã giải ngân 36.000 triệu đồng, đạt 85% kế hoạch vốn.",),
         "36.000 triệu đồng", "45.000 triệu đồng"),
        (("Hồ sơ trực tuyến đạt 72,37% (tương ứng 201.447 hồ sơ trong tổng số 276.981 hồ sơ).",),
         "201.447", "276.981"),
        (("Phát ra 470 phiếu, thu về 458 phiếu; có 436 phiếu hài lòng, đạt 95,19% trên số phiếu thu về.",),
         "436", "458"),
        (("Đã lấy ý kiến 1.200 người dân; đánh giá tốt 1.104 người, đạt 95% tổng số người được lấy ý kiến.",),
         "1.104", "1.200"),
    ],
)  # fmt: skip
def test_bases_of_rates_that_do_not_fit(texts: tuple[str, ...], over: str, base: str) -> None:
    (share,) = shares(*texts)
    assert (share[N], share[B]) == (over, base)


def test_the_old_rate_of_a_comparison_is_no_rate_to_check() -> None:
    text = "Mức độ hài lòng đạt 85,2%, tăng 1,3% so với năm 2022 (83,9%)."
    assert shares(text) == [{R: "85,2%"}]


def test_a_figure_found_outside_the_sentence_is_less_sure() -> None:
    (inside,) = told(Relation.SHARE, "Tiếp nhận 40 đơn, đã xử lý 38 đơn, đạt 95%.")
    (outside,) = told(Relation.SHARE, "Tiếp nhận 40 đơn.", "Đã xử lý 38 đơn, đạt 95% số đơn đã tiếp nhận.")
    assert inside.confidence == 1
    assert outside.confidence < 1


@pytest.mark.parametrize(
    "text",
    [
        "Có 5/8 phòng đạt 100% chỉ tiêu.",
        "Toàn huyện có 15 xã, trong đó 12 xã đạt 100% hộ dân có nước sạch.",
        "Tổ chức 12/15 lớp đạt 90% kế hoạch kinh phí.",
    ],
)
def test_a_rate_of_what_follows_it_is_no_share_of_what_stands_before(text: str) -> None:
    assert [item for item in shares(text) if Role.BASE in item] == []


def test_a_difference_in_percent_is_no_share() -> None:
    assert (
        shares("Có 1.254 lượt, giảm 86 lượt (tương ứng 6,42%) so với cùng kỳ năm trước (1.340 lượt).") == []
    )
