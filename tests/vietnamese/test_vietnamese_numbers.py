from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from baocao.vietnamese.numbers import (
    Fault,
    Parsed,
    ParsedRatio,
    format_count,
    format_money,
    format_number,
    format_percent,
    is_nil,
    parse_number,
    parse_ratio,
    split_hedge,
)
from baocao.vietnamese.rounding import round_half_up

DECIMALS = st.decimals(min_value=-(10**12), max_value=10**12, places=4)
WHOLE = st.integers(min_value=-(10**20), max_value=10**20)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("27.630", 27630),
        ("27630", 27630),
        ("69.639.646", 69639646),
        ("1 674", 1674),
        ("1\u00a0674", 1674),
        ("1\u202f674", 1674),
        ("  44 ", 44),
        ("07", 7),
        ("0", 0),
        ("00", 0),
        ("-0", 0),
        ("−3", -3),
        ("-3", -3),
        ("-27.630", -27630),
        ("5,0", 5),
        ("27.630,00", 27630),
        ("69,639,646", 69639646),
    ],
)
def test_whole_numbers_as_clerks_type_them(typed, value):
    assert parse_number(typed, integer=True) == Parsed(value=Decimal(value))


@pytest.mark.parametrize(
    ("typed", "value", "unit"),
    [
        ("98,74%", "98.74", "%"),
        ("98,74 %", "98.74", "%"),
        ("98,740", "98.74", ""),
        ("80.41", "80.41", ""),
        ("80,41 điểm", "80.41", "điểm"),
        ("0.500", "0.5", ""),
        ("1674.500", "1674.5", ""),
        ("1.674,5", "1674.5", ""),
        ("1.674,567", "1674.567", ""),
        ("1,674.5", "1674.5", ""),
        ("1 674,5", "1674.5", ""),
        ("-2,35", "-2.35", ""),
        ("-0,0", "0", ""),
    ],
)
def test_decimals_as_clerks_type_them(typed, value, unit):
    assert parse_number(typed, integer=False) == Parsed(value=Decimal(value), unit=unit)


@pytest.mark.parametrize(
    ("typed", "value", "unit", "scale"),
    [
        ("8,3 tỷ đồng", 8_300_000_000, "đồng", "tỷ"),
        ("8.3 tỉ", 8_300_000_000, "", "tỷ"),
        ("4,8 triệu", 4_800_000, "", "triệu"),
        ("4,8 Triệu Đồng", 4_800_000, "đồng", "triệu"),
        ("12 ngàn đồng", 12_000, "đồng", "nghìn"),
        ("12 nghìn", 12_000, "", "nghìn"),
        ("1,5 nghìn tỷ đồng", 1_500_000_000_000, "đồng", "nghìn tỷ"),
        ("69.639.646 đồng", 69_639_646, "đồng", ""),
        ("27.630 đồng", 27_630, "đồng", ""),
        ("27.630đ", 27_630, "đồng", ""),
        ("27.630 VND", 27_630, "đồng", ""),
        ("1.250 triệu đồng", 1_250_000_000, "đồng", "triệu"),
        ("1,250 triệu đồng", 1_250_000, "đồng", "triệu"),
        ("8,3\u00a0tỷ  đồng", 8_300_000_000, "đồng", "tỷ"),
    ],
)
@pytest.mark.parametrize("integer", [True, False])
def test_money_words_multiply(typed, value, unit, scale, integer):
    assert parse_number(typed, integer=integer) == Parsed(value=Decimal(value), unit=unit, scale=scale)


def test_text_in_nfd_is_read():
    typed = unicodedata.normalize("NFD", "8,3 tỷ đồng")
    assert parse_number(typed, integer=False).value == 8_300_000_000


@pytest.mark.parametrize(
    ("typed", "integer", "readings"),
    [
        ("27,630", True, ("27630", "27.63")),
        ("27.630", False, ("27630", "27.63")),
        ("27.630%", False, ("27630", "27.63")),
        ("27,630 đồng", True, ("27630", "27.63")),
        ("27,630 đồng", False, ("27630", "27.63")),
        ("-1,000", True, ("-1000", "-1")),
    ],
)
def test_two_readings_are_asked_back(typed, integer, readings):
    parsed = parse_number(typed, integer=integer)
    assert (parsed.value, parsed.fault) == (None, Fault.AMBIGUOUS)
    assert parsed.readings == tuple(map(Decimal, readings))


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", Fault.EMPTY),
        (" \u00a0\n", Fault.EMPTY),
        ("abc", Fault.NOT_A_NUMBER),
        ("trên 1.674", Fault.NOT_A_NUMBER),
        ("- 3", Fault.NOT_A_NUMBER),
        ("+3", Fault.NOT_A_NUMBER),
        (".5", Fault.NOT_A_NUMBER),
        ("1e5", Fault.EXTRA_WORDS),
        ("11/12", Fault.NOT_A_NUMBER),
        ("1_000", Fault.NOT_A_NUMBER),
        ("NaN", Fault.NOT_A_NUMBER),
        ("２７", Fault.FOREIGN_DIGITS),
        ("10²", Fault.FOREIGN_DIGITS),
        ("²", Fault.FOREIGN_DIGITS),
        ("½", Fault.FOREIGN_DIGITS),
        ("٣", Fault.FOREIGN_DIGITS),
        ("2７", Fault.FOREIGN_DIGITS),
        ("27.63.0", Fault.BAD_GROUPING),
        ("1.674.50", Fault.BAD_GROUPING),
        ("1.674 500", Fault.BAD_GROUPING),
        ("1 67", Fault.BAD_GROUPING),
        ("5,", Fault.BAD_GROUPING),
        ("27.630.", Fault.BAD_GROUPING),
        ("1,,5", Fault.BAD_GROUPING),
        ("0.000.000", Fault.BAD_GROUPING),
        ("9" * 31, Fault.TOO_LONG),
        ("9" * 100_000, Fault.TOO_LONG),
    ],
)
@pytest.mark.parametrize("integer", [True, False])
def test_what_is_no_number_is_refused_with_its_reason(typed, fault, integer):
    parsed = parse_number(typed, integer=integer)
    assert (parsed.value, parsed.fault) == (None, fault)


def test_words_after_a_number_are_handed_back():
    assert parse_number("27.630 hồ sơ", integer=True) == Parsed(fault=Fault.EXTRA_WORDS, rest="hồ sơ")


@pytest.mark.parametrize(("typed", "value"), [("1.5", "1.5"), ("27,63", "27.63"), ("0.500", "0.5")])
def test_a_fraction_where_a_whole_number_is_meant(typed, value):
    parsed = parse_number(typed, integer=True)
    assert parsed == Parsed(fault=Fault.NOT_WHOLE, readings=(Decimal(value),))


@given(st.text(max_size=40), st.booleans())
def test_reading_never_raises_and_says_one_thing(typed, integer):
    parsed = parse_number(typed, integer=integer)
    assert (parsed.value is None) != (parsed.fault is None)


@given(st.text(alphabet="0123456789., \u00a0-−%đồngtỷ", max_size=20), st.booleans())
def test_reading_number_like_text_is_finite_and_whole_when_asked(typed, integer):
    value = parse_number(typed, integer=integer).value
    assert value is None or value.is_finite()
    assert value is None or not integer or value == int(value)


@pytest.mark.parametrize(
    ("typed", "integer", "left", "right"),
    [
        ("11/12", True, "11", "12"),
        ("01/12", True, "1", "12"),
        ("07 / 14", True, "7", "14"),
        ("16.067/55.633", True, "16067", "55633"),
        ("16,71/17,50", False, "16.71", "17.5"),
        ("80,41/100 điểm", False, "80.41", "100"),
    ],
)
def test_ratios(typed, integer, left, right):
    assert parse_ratio(typed, integer=integer) == ParsedRatio(Decimal(left), Decimal(right))


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", Fault.EMPTY),
        ("11", Fault.NOT_A_NUMBER),
        ("11/", Fault.NOT_A_NUMBER),
        ("05/4/2022", Fault.NOT_A_NUMBER),
        ("11,5/17", Fault.NOT_WHOLE),
        ("27,630/55.633", Fault.AMBIGUOUS),
        ("11/12 huyện", Fault.EXTRA_WORDS),
        ("11%/12", Fault.EXTRA_WORDS),
        ("11/12 tỷ", Fault.EXTRA_WORDS),
    ],
)
def test_ratios_refused(typed, fault):
    assert parse_ratio(typed) == ParsedRatio(fault=fault)


@pytest.mark.parametrize(
    ("typed", "split"),
    [
        ("trên 1.674", ("trên", "1.674")),
        ("Hơn 120", ("hơn", "120")),
        ("gần 4,8 tỷ đồng", ("gần", "4,8 tỷ đồng")),
        ("khoảng\u00a085%", ("khoảng", "85%")),
        ("1.674", ("", "1.674")),
        (" 1.674 ", ("", "1.674")),
        ("trên", ("", "trên")),
        ("trên1.674", ("", "trên1.674")),
        (unicodedata.normalize("NFD", "trên 5"), ("trên", "5")),
    ],
)
def test_hedges(typed, split):
    assert split_hedge(typed) == split


@pytest.mark.parametrize(
    "typed", ["không phát sinh", "Không phát sinh.", " không  có ", "KHÔNG CÓ PHÁT SINH"]
)
def test_nil(typed):
    assert is_nil(typed)
    assert is_nil(unicodedata.normalize("NFD", typed))


@pytest.mark.parametrize("typed", ["", "0", "không", "không phát sinh hồ sơ quá hạn", "."])
def test_not_nil(typed):
    assert not is_nil(typed)


@pytest.mark.parametrize(
    ("value", "places", "rounded"),
    [
        ("0.125", 2, "0.13"),
        ("62.025", 2, "62.03"),
        ("-0.125", 2, "-0.13"),
        ("2.5", 0, "3"),
        ("9.995", 2, "10.00"),
        ("12345678901234567890123456789012.5", 0, "12345678901234567890123456789013"),
    ],
)
def test_halves_go_up(value, places, rounded):
    assert str(round_half_up(Decimal(value), places)) == rounded


@given(DECIMALS, st.integers(0, 3))
def test_rounding_is_off_by_half_a_place_at_most(value, places):
    assert abs(round_half_up(value, places) - value) * 2 <= Decimal(10) ** -places


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "sNaN"])
@pytest.mark.parametrize("function", [format_number, format_percent, format_money])
def test_what_is_not_finite_is_not_printed(value, function):
    with pytest.raises(ValueError, match="hữu hạn"):
        function(Decimal(value))


@pytest.mark.parametrize(
    ("value", "decimals", "keep_zeros", "printed"),
    [
        ("27630", None, False, "27.630"),
        ("69639646", None, False, "69.639.646"),
        ("80.41", None, False, "80,41"),
        ("80.50", None, False, "80,5"),
        ("80.50", None, True, "80,50"),
        ("80.5", 2, True, "80,50"),
        ("35", 2, False, "35"),
        ("35", 2, True, "35,00"),
        ("0.125", 2, False, "0,13"),
        ("-0.001", 2, False, "0"),
        ("-1234.5", None, False, "-1.234,5"),
        ("1E+5", None, False, "100.000"),
        ("100", None, False, "100"),
        ("999.995", 2, False, "1.000"),
    ],
)
def test_printed_numbers(value, decimals, keep_zeros, printed):
    assert format_number(Decimal(value), decimals, keep_zeros) == printed


@given(WHOLE)
def test_whole_numbers_survive_print_and_read(value):
    assert parse_number(format_number(value), integer=True).value == value


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=6))
def test_decimals_survive_print_and_read(value):
    integer = value == value.to_integral_value()
    assert parse_number(format_number(value), integer=integer).value == value


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_rates_and_money_survive_print_and_read(value):
    parsed = parse_number(format_percent(value, keep_zeros=True), integer=False)
    assert (parsed.value, parsed.unit) == (value, "%")
    amount = int(value * 100)
    for unit, places in (("dong", 0), ("trieu", 6), ("ty", 9)):
        assert parse_number(format_money(amount, unit, places), integer=True).value == amount


@given(DECIMALS)
def test_babel_prints_the_same(value):
    rounded = round_half_up(value, 3)
    wanted = format_decimal(rounded, locale="vi") if rounded else "0"  # Babel prints -0
    assert format_number(rounded, 3) == wanted


@pytest.mark.parametrize(
    ("value", "two_digits", "printed"),
    [
        (2, True, "02"),
        (9, True, "09"),
        (10, True, "10"),
        (2, False, "2"),
        (0, True, "0"),
        (-2, True, "-2"),
        (27630, True, "27.630"),
        (Decimal("2.5"), True, "2,5"),
        (Decimal("2.0"), True, "02"),
    ],
)
def test_counts(value, two_digits, printed):
    assert format_count(value, two_digits) == printed


def test_percent():
    assert format_percent(Decimal("98.7402")) == "98,74%"
    assert format_percent(Decimal(100)) == "100%"
    assert format_percent(Decimal("0.00006")) == "dưới 0,01%"
    assert format_percent(Decimal("0.005")) == "0,01%"
    assert format_percent(Decimal("0.00006"), None) == "0,00006%"
    assert format_percent(Decimal("74.2"), 2, keep_zeros=True) == "74,20%"


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "printed"),
    [
        (69639646, "dong", None, "69.639.646 đồng"),
        (Decimal("1000.5"), "dong", None, "1.001 đồng"),
        (4_800_000, "trieu", None, "4,8 triệu đồng"),
        (8_300_000_000, "ty", None, "8,3 tỷ đồng"),
        (8_345_000_000, "ty", None, "8,35 tỷ đồng"),
        (8_345_000_000, "ty", 3, "8,345 tỷ đồng"),
    ],
)
def test_money(value, unit, decimals, printed):
    assert format_money(value, unit, decimals) == printed


def test_money_in_an_unknown_unit():
    with pytest.raises(ValueError, match="«xu»"):
        format_money(1, "xu")


@given(st.text("0123456789.", min_size=1, max_size=24))
def test_a_whole_number_reads_the_same_with_and_without_a_blank_beside_it(text):
    assert parse_number(text, integer=True) == parse_number(f"{text} ", integer=True)


@given(st.text("kK hônggpát sinc.\n\u212a\u00a0x1", max_size=24))
def test_only_the_known_words_say_that_nothing_happened(text):
    words = " ".join(unicodedata.normalize("NFC", text).lower().split()).rstrip(". ")
    assert is_nil(text) == (words in {"không phát sinh", "không có", "không có phát sinh"})
