"""Numbers in words, ordinals and Roman numerals (spec nd30, 4.2)."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

DIGITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")

_BILLION = 10**9
_AFTER_TENS = {0: "", 1: "mốt", 4: "tư", 5: "lăm"}
_SPELLED_FRACTION = 3
_MAX_DIGITS = 1000
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ROMAN_MAX = 3999


def number_words(value: Decimal | int, *, zero_word: str = "linh", thousand_word: str = "nghìn") -> str:
    """Spell a number: 12345 as "mười hai nghìn ba trăm bốn mươi lăm".

    zero_word: "linh" or "lẻ", for a tens digit 0. thousand_word: "nghìn" or "ngàn". Inside a number the
    hundreds are always said ("không trăm"); a group of three zeros is left out: 1.000.005 is "một triệu
    không trăm linh năm". Beyond tỷ: nghìn tỷ, triệu tỷ, tỷ tỷ. After "phẩy" zeros in front are said one
    by one, then up to three digits as a number (80,41: "... phẩy bốn mươi mốt"), more one by one. Raises
    ValueError for a value that is not finite or too long for anybody to read.
    """
    number = Decimal(value)
    length = len(number.as_tuple().digits) + abs(number.adjusted())
    if not number.is_finite() or length > _MAX_DIGITS:
        raise ValueError("Số này không viết được bằng chữ: không hữu hạn hoặc quá dài.")
    whole, _, fraction = f"{number.copy_abs():f}".partition(".")
    words = _whole_words(int(whole), zero_word, thousand_word)
    fraction = fraction.rstrip("0")
    if fraction:
        words = f"{words} phẩy {_fraction_words(fraction, zero_word)}"
    return f"âm {words}" if number < 0 else words


def _whole_words(number: int, zero_word: str, thousand_word: str) -> str:
    if number == 0:
        return DIGITS[0]
    words: list[str] = []
    high, low = divmod(number, _BILLION)
    if high:
        words += [_whole_words(high, zero_word, thousand_word), "tỷ"]
    for size, name in ((10**6, "triệu"), (10**3, thousand_word), (1, "")):
        group, low = divmod(low, size)
        if group:
            words += [_group_words(group, bool(words), zero_word), name]
    return " ".join(word for word in words if word)


def _group_words(group: int, inside: bool, zero_word: str) -> str:
    """Spell 1 to 999; `inside` a number (something stands in front) the hundreds are said even when 0."""
    hundreds, rest = divmod(group, 100)
    tens, ones = divmod(rest, 10)
    words = [DIGITS[hundreds], "trăm"] if hundreds or inside else []
    if tens == 0 and ones:
        words += [zero_word, DIGITS[ones]] if words else [DIGITS[ones]]
    elif tens == 1:
        words += ["mười", "" if ones == 0 else "lăm" if ones == 5 else DIGITS[ones]]
    elif tens:
        words += [DIGITS[tens], "mươi", _AFTER_TENS.get(ones, DIGITS[ones])]
    return " ".join(word for word in words if word)


def _fraction_words(digits: str, zero_word: str) -> str:
    significant = digits.lstrip("0")
    words = [DIGITS[0]] * (len(digits) - len(significant))
    if len(significant) <= _SPELLED_FRACTION:
        words.append(_group_words(int(significant), False, zero_word))
    else:
        words += [DIGITS[int(digit)] for digit in significant]
    return " ".join(words)


def ordinal(number: int, *, zero_word: str = "linh", thousand_word: str = "nghìn") -> str:
    """The place in a row: "thứ nhất", "thứ hai", "thứ ba", "thứ tư", "thứ năm". Raises ValueError below 1."""
    if number < 1:
        raise ValueError(f"Không có thứ tự {number}: thứ tự bắt đầu từ 1.")
    words = {1: "nhất", 4: "tư"}.get(number)
    return f"thứ {words or number_words(number, zero_word=zero_word, thousand_word=thousand_word)}"


def roman(number: int) -> str:
    """The Roman numeral of 1 to 3999; raises ValueError outside."""
    if not 1 <= number <= _ROMAN_MAX:
        raise ValueError(
            f"Chữ số La Mã chỉ viết được các số từ 1 đến {_ROMAN_MAX}, không viết được {number}."
        )
    numeral = ""
    for size, sign in _ROMAN:
        count, number = divmod(number, size)
        numeral += sign * count
    return numeral


def from_roman(text: str) -> int | None:
    """The number of a Roman numeral in capitals, None when it is not one ("IIII", "abc")."""
    rest, number = text, 0
    for size, sign in _ROMAN:
        while rest.startswith(sign) and number <= _ROMAN_MAX:
            rest, number = rest[len(sign) :], number + size
    valid = not rest and 1 <= number <= _ROMAN_MAX and roman(number) == text
    return number if valid else None
