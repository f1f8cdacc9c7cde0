"""Widths, line breaks and lengths of rules in Times New Roman."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baocao.formats import Length, Mm, Pt, Share, load_format
from baocao.ooxml.metrics import (
    rule_functions,
    rule_length_full,
    rule_length_partial,
    text_width,
    wrap,
)

MOTTO = "Độc lập - Tự do - Hạnh phúc"
COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
SHORT = Share(0.42, 1 / 3, 0.5, "PL I.II.2.b")


@pytest.mark.parametrize(
    ("text", "size", "bold", "mm"),
    [
        (COUNTRY, 12, True, 88.3),
        (COUNTRY, 13, True, 95.7),
        (MOTTO, 13, True, 56.1),
        (MOTTO, 14, True, 60.5),
        ("ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP", 12, False, 76.2),
        ("ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP", 12, True, 78.3),
    ],
)
def test_widths_without_kerning(text, size, bold, mm):
    """Measured with the fonts themselves; spec 1.3 gives the same texts kerned, up to 0.7 mm narrower."""
    assert round(text_width(text, Pt(size), bold=bold).mm, 1) == mm


def test_faces_differ():
    widths = [
        text_width("BÁO CÁO Việt", Pt(14), bold=b, italic=i) for b in (False, True) for i in (False, True)
    ]
    assert len(set(widths)) == 4


def test_decomposed_letters_are_as_wide_as_composed_ones():
    assert text_width("e\u0302\u0301", Pt(14)) == text_width("ế", Pt(14)) == text_width("e", Pt(14))


def test_letters_outside_the_table_are_guessed():
    size = Pt(10)
    assert text_width("報", size) == size
    assert text_width("ж", size) == size // 2
    assert text_width("\u200d\u20dd", size) == 0


def test_lines_break_at_spaces_and_spaces_hang():
    assert wrap("ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP", Mm(65), Pt(13), bold=True) == [
        "ỦY BAN NHÂN DÂN TỈNH",
        "ĐỒNG THÁP",
    ]
    exact = text_width("một hai", Pt(14))
    assert wrap("một hai   ba", exact, Pt(14)) == ["một hai", "ba"]


def test_no_break_spaces_hold_and_hyphens_let_go():
    assert wrap("số 26/CT\u00a0TTg", Mm(16), Pt(14)) == ["số", "26/CT\u00a0", "TTg"]
    assert wrap("Covid-19 là gì", Mm(14), Pt(14)) == ["Covid-", "19 là", "gì"]


def test_a_word_wider_than_the_column_breaks_between_letters():
    assert wrap("a" * 20, Mm(20), Pt(14)) == ["a" * 9, "a" * 9, "aa"]


def test_no_text_is_one_empty_line_and_newlines_break():
    assert wrap("", Mm(10), Pt(14)) == [""]
    assert wrap("x\ny", Mm(50), Pt(14)) == ["x", "y"]


@settings(max_examples=100, deadline=None)
@given(st.text("aăâđ wi-–\u00a0", max_size=80), st.integers(10, 60))
def test_no_line_is_too_wide_and_no_letter_is_lost(text, mm):
    lines = wrap(text, Mm(mm), Pt(14))
    assert all(text_width(line, Pt(14)) <= Mm(mm) + 1 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_rule_under_the_motto_is_as_long_as_its_text():
    assert rule_length_full(MOTTO, Pt(14), bold=True) == text_width(MOTTO, Pt(14), bold=True)


@pytest.mark.parametrize(
    ("lines", "mm"),
    [
        ([60], 25.2),  # 0.42 of the only line
        ([100, 100], 42),
        ([110, 90], 37.8),  # lies within both thirds and halves
        ([130, 90], 43.333),  # raised to a third of the longest
        ([100, 40], 20),  # no length serves both: half of the last
        ([40, 100], 42),
        ([], 0),
    ],
)
def test_rule_under_lines(lines, mm):
    assert rule_length_partial(map(Mm, lines), SHORT).mm == pytest.approx(mm, abs=0.01)


@settings(max_examples=100)
@given(st.lists(st.integers(1, 10**7).map(Length), min_size=1, max_size=5))
def test_rule_is_a_third_to_a_half_of_the_last_line_and_of_the_longest_when_it_can_be(lines):
    length = rule_length_partial(lines, SHORT)
    last, longest = lines[-1], max(lines)
    assert last / 3 - 1 <= length <= last / 2 + 1
    if longest / 3 <= last / 2:
        assert longest / 3 - 1 <= length <= longest / 2 + 1


def test_functions_for_templates():
    functions = rule_functions(load_format())
    assert {name: type(functions[name]) for name in functions}.keys() == {
        "ke_tieu_ngu",
        "ke_co_quan",
        "ke_trich_yeu",
    }
    assert functions["ke_tieu_ngu"]() == 2176574  # EMU: 60.5 mm
    assert round(functions["ke_co_quan"](["ỦY BAN NHÂN DÂN", "HUYỆN TÂN HỒNG"]) / 36000, 1) == 17.9
    assert functions["ke_co_quan"](["ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP"]) == functions["ke_co_quan"](
        ["ỦY BAN NHÂN DÂN TỈNH", "ĐỒNG THÁP"]
    )
    assert functions["ke_trich_yeu"]([]) == 0
