"""A figure knows what it counts, of which level and when."""

from __future__ import annotations

import pytest
from grammar_kit import figures, quantity

LEVELS = "Bộ phận Một cửa Huyện và các xã, thị trấn tiếp nhận được 27.630 hồ sơ, đã giải quyết 27.282 hồ sơ."
SPLIT = "Cấp huyện tiếp nhận 3.252 hồ sơ (trực tuyến 2.413 hồ sơ); cấp xã tiếp nhận 24.378 hồ sơ."


@pytest.mark.parametrize(
    ("text", "typed", "concepts"),
    [
        (LEVELS, "27.630", {"tiep-nhan", "cap-huyen", "cap-xa"}),
        (LEVELS, "27.282", {"giai-quyet", "cap-huyen", "cap-xa"}),
        (SPLIT, "3.252", {"tiep-nhan", "cap-huyen"}),
        (SPLIT, "2.413", {"truc-tuyen", "cap-huyen"}),
        (SPLIT, "24.378", {"tiep-nhan", "cap-xa"}),
        ("Đã trả kết quả trước, đúng hạn 3.190 hồ sơ.", "3.190", {"giai-quyet", "truoc-va-dung-han"}),
        ("Có 12 hồ sơ trễ hạn, chiếm 0,3%.", "12", {"tre-han"}),
        ("Kiến nghị đơn giản hoá là 69 thủ tục.", "69", {"don-gian-hoa"}),
        ("Bộ phận tiếp nhận và trả kết quả có 05 người.", "05", set()),
    ],
)
def test_the_words_around_a_figure_say_what_it_means(text: str, typed: str, concepts: set[str]) -> None:
    assert quantity(text, typed).concepts == concepts


@pytest.mark.parametrize(
    ("text", "typed", "period"),
    [
        ("Năm 2022, huyện đạt 78,06 điểm.", "78,06", "năm 2022"),
        ("Năm 2023, huyện đạt 80,41 điểm.", "80,41", ""),
        ("Huyện đạt 80,41 điểm (tăng 2,35 điểm so với năm 2022 là 78,06 điểm).", "80,41", ""),
        ("Huyện đạt 80,41 điểm (tăng 2,35 điểm so với năm 2022 là 78,06 điểm).", "78,06", "năm 2022"),
        ("Huyện đạt 80,41 điểm, tăng so với năm 2022 (78,06 điểm).", "78,06", "năm 2022"),
        ("Tiếp nhận 540 đơn (cùng kỳ 600 đơn).", "600", "cùng kỳ"),
        ("Tiếp nhận 540 đơn (cùng kỳ năm 2022 là 600 đơn).", "600", "cùng kỳ năm 2022"),
        ("Tiếp nhận 600 hồ sơ trong năm 2022.", "600", "năm 2022"),
    ],
)
def test_the_period_is_the_one_named_for_the_figure(text: str, typed: str, period: str) -> None:
    assert quantity(text, typed).period == period


@pytest.mark.parametrize(
    ("text", "typed", "noun"),
    [
        ("Kết quả, đã tiếp nhận 12 hồ sơ trực tuyến, đạt.", "12", ("đã", "tiếp", "nhận", "trực", "tuyến")),
        ("Có 12 hồ sơ trễ hạn chiếm 0,3%.", "12", ("có", "trễ", "hạn")),
        ("Tỉ lệ ký số là 81,87%.", "81,87%", ("tỷ", "lệ", "ký", "số", "là")),
        ("Các đơn vị tự chủ (02 đơn vị loại một).", "02", ("các", "đơn", "vị", "tự", "chủ", "loại", "một")),
    ],
)
def test_the_noun_is_read_up_to_the_next_thought(text: str, typed: str, noun: tuple[str, ...]) -> None:
    assert quantity(text, typed).noun == noun


def test_a_length_of_time_that_names_the_period_is_no_quantity() -> None:
    assert [item.quantity.text for item in figures("Trong 6 tháng đầu năm có 5 cuộc.").all] == ["5"]


def test_figures_are_found_by_clause_bracket_and_place() -> None:
    found = figures(SPLIT)
    assert [item.quantity.text for item in found.in_clause(0)] == ["3.252", "24.378"]
    assert [item.quantity.text for item in found.inside(0)] == ["3.252", "24.378", "2.413"]
    assert found.of(found.all[1].quantity) is found.all[1]


def test_twenty_four_of_twenty_four_counts_and_round_the_clock_does_not() -> None:
    text = "Rà soát 24/24 thủ tục; trực 24/24 giờ."
    assert [item.quantity.text for item in figures(text).all] == ["24/24"]
