from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocao.vietnamese.words import from_roman, number_words, ordinal, roman


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "không"),
        (1, "một"),
        (4, "bốn"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (55, "năm mươi lăm"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (104, "một trăm linh bốn"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (115, "một trăm mười lăm"),
        (121, "một trăm hai mươi mốt"),
        (1_000, "một nghìn"),
        (1_005, "một nghìn không trăm linh năm"),
        (1_015, "một nghìn không trăm mười lăm"),
        (12_345, "mười hai nghìn ba trăm bốn mươi lăm"),
        (100_000, "một trăm nghìn"),
        (1_000_005, "một triệu không trăm linh năm"),
        (1_005_000, "một triệu không trăm linh năm nghìn"),
        (
            69_639_646,
            "sáu mươi chín triệu sáu trăm ba mươi chín nghìn sáu trăm bốn mươi sáu",
        ),
        (10**9, "một tỷ"),
        (10**9 + 1, "một tỷ không trăm linh một"),
        (10**12, "một nghìn tỷ"),
        (2 * 10**12 + 5 * 10**9, "hai nghìn không trăm linh năm tỷ"),
        (10**15, "một triệu tỷ"),
        (10**18, "một tỷ tỷ"),
        (10**18 + 5 * 10**9, "một tỷ không trăm linh năm tỷ"),
        (10**27, "một tỷ tỷ tỷ"),
        (-3, "âm ba"),
        ("0.05", "không phẩy không năm"),
        ("0.5", "không phẩy năm"),
        ("0.50", "không phẩy năm"),
        ("80.41", "tám mươi phẩy bốn mươi mốt"),
        ("98.74", "chín mươi tám phẩy bảy mươi tư"),
        ("3.14159", "ba phẩy một bốn một năm chín"),
        ("2.105", "hai phẩy một trăm linh năm"),
        ("-0.25", "âm không phẩy hai mươi lăm"),
        ("-0", "không"),
        ("1E+3", "một nghìn"),
    ],
)
def test_words(value, words):
    assert number_words(Decimal(value)) == words


def test_settings():
    assert number_words(1_005, zero_word="lẻ", thousand_word="ngàn") == "một ngàn không trăm lẻ năm"
    assert number_words(10**12, thousand_word="ngàn") == "một ngàn tỷ"
    assert number_words(Decimal("0.105"), zero_word="lẻ") == "không phẩy một trăm lẻ năm"


def test_different_numbers_have_different_words():
    numbers = {*range(20_000), *range(0, 10**9, 20_011), *(10**power + 5 for power in range(1, 40))}
    spelled = [number_words(number) for number in numbers]
    assert len(set(spelled)) == len(numbers)
    assert not [words for words in spelled if "  " in words or words != words.strip()]


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**30), max_value=10**30))
def test_words_are_tidy_and_carry_the_sign(value):
    words = number_words(value)
    assert words == " ".join(words.split())
    assert words.startswith("âm ") == (value < 0)
    assert number_words(value.copy_negate()).removeprefix("âm ") == words.removeprefix("âm ")


FRACTIONS = st.decimals(min_value=0, max_value=2, places=5)


@given(FRACTIONS, FRACTIONS)
def test_fractions_in_words_are_unique(one, other):
    assert (number_words(one) == number_words(other)) == (one == other)


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1E+1001", "1E-1001", "9" * 600 + "." + "9" * 600])
def test_what_has_no_words(value):
    with pytest.raises(ValueError, match="bằng chữ"):
        number_words(Decimal(value))


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "thứ nhất"),
        (2, "thứ hai"),
        (3, "thứ ba"),
        (4, "thứ tư"),
        (5, "thứ năm"),
        (10, "thứ mười"),
        (14, "thứ mười bốn"),
        (16, "thứ mười sáu"),
        (21, "thứ hai mươi mốt"),
    ],
)
def test_ordinals(number, words):
    assert ordinal(number) == words


@pytest.mark.parametrize("number", [0, -1])
def test_no_ordinal_below_one(number):
    with pytest.raises(ValueError, match="bắt đầu từ 1"):
        ordinal(number)


@pytest.mark.parametrize(
    ("number", "numeral"),
    [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (1994, "MCMXCIV"), (3999, "MMMCMXCIX")],
)
def test_roman(number, numeral):
    assert roman(number) == numeral


def test_roman_there_and_back():
    assert [from_roman(roman(number)) for number in range(1, 4000)] == list(range(1, 4000))


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_no_roman_numeral(number):
    with pytest.raises(ValueError, match="từ 1 đến 3999"):
        roman(number)


@pytest.mark.parametrize("text", ["", "IIII", "VX", "IC", "abc", "iv", "I ", "MMMM", "M" * 100_000, "IVI"])
def test_what_is_no_roman_numeral(text):
    assert from_roman(text) is None
