"""Numbers as Vietnamese clerks type them, and as official reports print them (spec nd30, 4.1).

Reading never raises: it gives a value or says what is in the way. The principle: text with one possible
reading is read, text with two is asked back. A comma is the decimal mark, a dot or a space groups
thousands; a mark that cannot be what it should ("80.41", "69,639,646") is taken for the other. Only ASCII
digits are digits.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from baocao.vietnamese.rounding import finite, is_tiny, round_half_up, round_percent

MAX_DIGITS = 30
"""Longer numbers are taken for a slip of the keyboard."""


class Fault(StrEnum):
    """Why a text is not read as a number."""

    EMPTY = "empty"
    NOT_A_NUMBER = "not-a-number"
    FOREIGN_DIGITS = "foreign-digits"  # full-width, superscript, fractions: "２７", "10²", "½"
    BAD_GROUPING = "bad-grouping"  # digits and separators that make no number: "27.63.0", "5,"
    EXTRA_WORDS = "extra-words"  # a number, then words: "27.630 hồ sơ"; `Parsed.rest` has the words
    AMBIGUOUS = "ambiguous"  # `Parsed.readings` has both readings, thousands first
    NOT_WHOLE = "not-whole"  # a whole number was asked for; `Parsed.readings` has the one that was read
    TOO_LONG = "too-long"  # more than MAX_DIGITS digits


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a text says: `value`, or the `fault` that keeps it from being a number (one of the two is None).

    value: already multiplied by `scale` ("8,3 tỷ" is 8300000000). unit: "%", "điểm", "đồng" or "".
    scale: "nghìn", "triệu", "tỷ", "nghìn tỷ" or "", as meant (typed "ngàn" is "nghìn", "tỉ" is "tỷ").
    """

    value: Decimal | None = None
    fault: Fault | None = None
    readings: tuple[Decimal, ...] = ()
    unit: str = ""
    scale: str = ""
    rest: str = ""


@dataclass(frozen=True, slots=True)
class ParsedRatio:
    """Two numbers of "11/12": `left` and `right`, or a `fault` (then both are None)."""

    left: Decimal | None = None
    right: Decimal | None = None
    fault: Fault | None = None


HEDGES = ("trên", "hơn", "gần", "khoảng", "dưới")
"""Words before a number that make it approximate."""
LESS_THAN = "dưới"

_NIL = frozenset({"không phát sinh", "không có", "không có phát sinh"})
_NIL_BEGINS = re.compile(r"\s*[kK\u212a]")
_SPACES = re.compile(r"[ \t\u00a0\u2007\u2009\u202f]")
_SHAPE = re.compile(r"(?P<sign>[-−]?)(?P<body>[0-9][0-9., ]*)(?P<rest>.*)", re.DOTALL)
_PLAIN = re.compile(r"[0-9]+")
_WHOLE = re.compile(r"[0-9]{1,9}|(?!0+\.)[0-9]{1,3}(?:\.[0-9]{3}){1,6}")
"""Most of what is typed where a whole number is meant: "27630", "27.630"."""
_DECIMAL = re.compile(r"(?P<whole>[0-9]+)[.,](?P<part>[0-9]+)")
_GROUPED = re.compile(
    r"(?P<whole>[0-9]{1,3}(?P<mark>[., ])[0-9]{3}(?:(?P=mark)[0-9]{3})*)"
    r"(?:(?!(?P=mark))[.,](?P<part>[0-9]+))?"
)
_SPELLINGS = (
    ("nghìn", 3, ("nghìn", "ngàn")),
    ("triệu", 6, ("triệu",)),
    ("tỷ", 9, ("tỷ", "tỉ")),
    ("nghìn tỷ", 12, ("nghìn tỷ", "ngàn tỷ", "nghìn tỉ", "ngàn tỉ")),
)
_CURRENCY = ("đồng", "đ", "vnd", "vnđ")


def _suffixes() -> Iterator[tuple[str, tuple[str, str, int]]]:
    yield from (("", ("", "", 0)), ("%", ("%", "", 0)), ("điểm", ("điểm", "", 0)))
    yield from ((currency, ("đồng", "", 0)) for currency in _CURRENCY)
    for scale, power, spellings in _SPELLINGS:
        for words in spellings:
            yield words, ("", scale, power)
            yield from ((f"{words} {currency}", ("đồng", scale, power)) for currency in _CURRENCY)


_SUFFIXES = dict(_suffixes())


def parse_number(text: str, *, integer: bool) -> Parsed:
    """Read a number as typed.

    integer: a whole number is meant (counts, ranks, money in đồng). It decides what "27.630" is: 27630
    when whole or with a money word, otherwise it could also be 27,63 and is `AMBIGUOUS`. "27,630" is
    27,63 unless a whole number or plain đồng is meant: then it is `AMBIGUOUS` (English thousands). After
    the number only %, điểm and money words may follow. The caller judges sign, size and whether `unit`
    suits the figure.
    """
    if integer and _WHOLE.fullmatch(text):
        return Parsed(value=Decimal(text.replace(".", "")))
    typed = _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()
    if not typed:
        return Parsed(fault=Fault.EMPTY)
    shape = _SHAPE.fullmatch(typed)
    rest = " ".join(shape["rest"].split()) if shape else ""
    if shape and (suffix := _SUFFIXES.get(rest.lower())):
        return _read(shape["sign"], shape["body"].rstrip(" "), suffix, integer)
    if rest[:1].isalpha():
        return Parsed(fault=Fault.EXTRA_WORDS, rest=rest)
    foreign = any(char.isnumeric() and not char.isascii() for char in typed)
    return Parsed(fault=Fault.FOREIGN_DIGITS if foreign else Fault.NOT_A_NUMBER)


def _read(sign: str, body: str, suffix: tuple[str, str, int], integer: bool) -> Parsed:
    unit, scale, power = suffix
    if sum(map(str.isdigit, body)) > MAX_DIGITS:
        return Parsed(fault=Fault.TOO_LONG)
    readings = tuple(_exact(f"{'-' if sign else ''}{plain}E{power}") for plain in _plain_readings(body))
    if not readings:
        return Parsed(fault=Fault.BAD_GROUPING)
    value = readings[0]
    if len(readings) > 1:
        chosen = _choice("." in body, unit, scale, integer)
        if chosen is None:
            return Parsed(fault=Fault.AMBIGUOUS, readings=readings, unit=unit, scale=scale)
        value = readings[chosen]
    if integer and value != value.to_integral_value():
        return Parsed(fault=Fault.NOT_WHOLE, readings=(value,), unit=unit, scale=scale)
    return Parsed(value=value, unit=unit, scale=scale)


def _plain_readings(body: str) -> Iterator[str]:
    """The possible readings in Python's notation, thousands first: "27.630" and "27,630" have two."""
    if _PLAIN.fullmatch(body):
        yield body
        return
    grouped = _GROUPED.fullmatch(body)
    if grouped and body.lstrip("0")[0].isdigit():
        yield f"{re.sub('[., ]', '', grouped['whole'])}.{grouped['part'] or '0'}"
    decimal = _DECIMAL.fullmatch(body)
    if decimal:
        yield f"{decimal['whole']}.{decimal['part']}"


def _choice(dotted: bool, unit: str, scale: str, integer: bool) -> int | None:
    """Which of (thousands, decimals) a mark before exactly three digits means; None: it cannot be told."""
    money = bool(scale) or unit == "đồng"
    if dotted:
        return 0 if integer or money else None
    if scale:
        return 1
    return None if integer or money else 1


def _exact(notation: str) -> Decimal:
    """The number without rounding, without an exponent, trailing zeros or a negative zero."""
    plain = f"{Decimal(notation):f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    number = Decimal(plain)
    return number if number else number.copy_abs()


def parse_ratio(text: str, *, integer: bool = True) -> ParsedRatio:
    """Read "11/12", "16.067/55.633" or, with integer False, "16,71/17,50"; of units only điểm may follow."""
    halves = text.split("/")
    if len(halves) != 2:
        return ParsedRatio(fault=Fault.EMPTY if not text.strip() else Fault.NOT_A_NUMBER)
    left, right = (parse_number(half, integer=integer) for half in halves)
    fault = left.fault or right.fault
    if fault is None and (left.unit or left.scale or right.scale or right.unit not in ("", "điểm")):
        fault = Fault.EXTRA_WORDS
    if fault is not None:
        return ParsedRatio(fault=Fault.NOT_A_NUMBER if fault is Fault.EMPTY else fault)
    return ParsedRatio(left.value, right.value)


def split_hedge(text: str) -> tuple[str, str]:
    """Split "trên 1.674" into ("trên", "1.674"); without one of `HEDGES` in front, ("", the trimmed text)."""
    if text.isascii():
        return "", text.strip()
    typed = unicodedata.normalize("NFC", text).strip()
    first, _, rest = _SPACES.sub(" ", typed).partition(" ")
    if first.lower() in HEDGES and rest.strip():
        return first.lower(), rest.strip()
    return "", typed


def is_nil(text: str) -> bool:
    """Whether the text says that nothing happened ("không phát sinh", "Không có."): neither 0 nor blank."""
    if _NIL_BEGINS.match(text) is None:
        return False
    return " ".join(unicodedata.normalize("NFC", text).lower().split()).rstrip(". ") in _NIL


def format_number(value: Decimal | int, decimals: int | None = None, keep_zeros: bool = False) -> str:
    """Print with thousands dot and decimal comma: 27630 as "27.630", 80.41 as "80,41".

    decimals: the most places to print, rounded half up; None prints all the value has. keep_zeros: print
    zeros at the end too (all `decimals` places, or the value's own). Raises ValueError for a value that
    is not finite.
    """
    number = finite(value) if decimals is None else round_half_up(value, decimals)
    printed = f"{number if number else number.copy_abs():,f}"
    if "." not in printed:
        return printed.replace(",", ".")
    printed = printed.translate(_SWAP)
    if not keep_zeros:
        printed = printed.rstrip("0").rstrip(",")
    return printed


_SWAP = str.maketrans(",.", ".,")
_ONE_DIGIT = frozenset("123456789")


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def format_count(value: Decimal | int, two_digits: bool) -> str:
    """Print a count; with `two_digits` 1 to 9 take a zero in front ("02"), 0 and all others never."""
    printed = format_number(value)
    return f"0{printed}" if two_digits and printed in _ONE_DIGIT else printed


def format_percent(value: Decimal | int, decimals: int | None = 2, keep_zeros: bool = False) -> str:
    """Print a rate given in percent: 98.74 as "98,74%", without a space; rounded as `round_percent` does.

    A rate that would round to 0 is "dưới 0,01%": "0,01%" alone may be hundreds of times too much.
    """
    number = value if decimals is None else round_percent(value, decimals)
    words = f"{format_number(number, decimals, keep_zeros)}%"
    return f"{LESS_THAN} {words}" if decimals is not None and is_tiny(value, decimals) else words


_MONEY = {"dong": ("đồng", 0, 0), "trieu": ("triệu đồng", 6, 2), "ty": ("tỷ đồng", 9, 2)}
_POWERS = {scale: power for scale, power, _ in _SPELLINGS}


def power_of(scale: str) -> int:
    """The power of ten of a unit of money: 9 for "tỷ", 0 for none (đồng)."""
    return _POWERS.get(scale, 0)


def format_scaled_money(value: Decimal | int, scale: str, thousand_word: str = "nghìn") -> str:
    """Print an amount in đồng in the unit it was typed with (`Parsed.scale`): "36,2 triệu đồng".

    thousand_word: "nghìn" or "ngàn".
    """
    sign, digits, _ = finite(value).as_tuple()
    amount = Decimal((sign, digits, _exponent(Decimal(value)) - _POWERS[scale]))
    return f"{format_number(amount)} {scale.replace('nghìn', thousand_word)} đồng"


def format_money(value: Decimal | int, unit: str = "dong", decimals: int | None = None) -> str:
    """Print an amount in đồng: "69.639.646 đồng", or in unit "trieu" or "ty": "8,3 tỷ đồng".

    decimals: the most places; None means none for đồng, two for the others. Raises ValueError for another
    unit and for a value that is not finite.
    """
    if unit not in _MONEY:
        raise ValueError(f"Không có đơn vị tiền «{unit}»; chỉ có dong, trieu, ty.")
    words, power, places = _MONEY[unit]
    amount = Decimal(value)
    if amount.is_finite():
        sign, digits, _ = amount.as_tuple()
        amount = Decimal((sign, digits, _exponent(amount) - power))
    return f"{format_number(amount, places if decimals is None else decimals)} {words}"
