"""The value of a written number and the words that follow it: scale, currency, unit."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from baocao.audit.scanning import shapes
from baocao.audit.scanning.vocabulary import vocabulary
from baocao.vietnamese.numbers import MAX_DIGITS, Fault, parse_number
from baocao.vietnamese.text import nfc

_MARKED = re.compile("[1-9][0-9]{0,2}(?P<mark>[.,])[0-9]{3}")
_LONGEST = 48
"""Characters of the longest number that is read; more is a slip of the keyboard."""
_DECIMALS, _POINTS = 3, "điểm"


class Following(NamedTuple):
    """A phrase that stands right after a place in the text: where it ends and what it means."""

    end: int
    phrase: str


def value_of(written: str, scale: str = "") -> tuple[Decimal | None, int]:
    """The value, times its scale ("tỷ"), and the number of decimals typed.

    (None, 0) when the digits make no number. A dot before three digits groups thousands ("27.630"), a comma
    before three is a decimal mark.
    """
    if len(written) > _LONGEST:
        return None, 0
    if not scale and len(written) <= MAX_DIGITS and written.isascii() and written.isdigit():
        return Decimal(written), 0
    parsed = parse_number(written.lstrip("+"), integer=False)
    value = parsed.readings[0] if parsed.fault is Fault.AMBIGUOUS else parsed.value
    if value is None:
        return None, 0
    digits = "".join(filter(str.isdigit, written))
    last = max(written.rfind(","), written.rfind("."))
    grouped = last < 0 or (value != 0 and abs(value) == Decimal(digits))
    places = 0 if grouped else len(written) - last - 1
    return (parse_number(f"{written.lstrip('+')} {scale}", integer=False).value if scale else value), places


class Reading(NamedTuple):
    """A number read: its value, the other value it may have, the decimals typed."""

    value: Decimal | None
    also: Decimal | None
    places: int


def read_with(written: str, unit: str, scale: str = "") -> Reading:
    """The number as its unit makes likely: "27,630 hồ sơ" groups thousands, "80.412%" has decimals.

    unit: common name, "" when none is typed; scale: "tỷ".
    """
    value, places = value_of(written, scale)
    bare = written.lstrip("+-−")
    marked = _MARKED.fullmatch(bare)
    if marked is None or value is None:
        return Reading(value, None, places)
    fraction = value if places else value.scaleb(-_DECIMALS)
    grouped = Decimal(int(value.scaleb(_DECIMALS))) if places else value
    if unit == "%":
        return Reading(fraction, None if marked["mark"] == "," else grouped, _DECIMALS)
    if marked["mark"] == ".":
        return Reading(grouped, fraction if unit == _POINTS else None, 0)
    whole = unit and not scale and unit not in vocabulary().divisible
    return Reading(grouped, fraction, 0) if whole else Reading(fraction, grouped, _DECIMALS)


@lru_cache(maxsize=4)
def words_after(text: str, at: int) -> tuple[Following, ...]:
    """The known phrases that start at `at`, longest first, with only blanks between their words.

    Kept for the place looked at: a number is asked for its scale, currency, unit and "phần trăm" in turn.
    """
    first = shapes.NEXT_WORD.match(text, at)
    if first is None:
        return ()
    known, phrase, end = vocabulary().behind, nfc(first["word"]).lower(), first.end()
    found = [Following(end, phrase)]
    for _ in range(known.first.get(phrase, 0) - 1):
        match = shapes.NEXT_WORD.match(text, end)
        if match is None:
            break
        end = match.end()
        phrase = f"{phrase} {nfc(match['word']).lower()}"
        found.append(Following(end, phrase))
    return tuple(following for following in reversed(found) if following.phrase in known.all)


def unit_after(text: str, at: int) -> str:
    """The common name of the unit that stands at `at`, "" when none does."""
    if shapes.COMRADES.match(text, at):
        return "đồng chí"
    words = vocabulary()
    after = words_after(text, at)
    unit = next((found for found in after if found.phrase in words.units), None)
    other = next((found for found in after if found.phrase in words.not_units), None)
    if unit is None or (other is not None and other.end > unit.end):
        return ""
    return words.units[unit.phrase]


def counts_nothing(text: str, end: int) -> bool:
    """Whether neither a unit nor a scale nor a currency stands behind a number that ends there."""
    scaled = scale_after(text, end).phrase or currency_after(text, end) > end
    return not scaled and not unit_after(text, end)


def names_period(text: str, end: int) -> bool:
    """Whether a number that ends there is that of a period: "6 tháng đầu năm"."""
    periods = vocabulary().periods
    return any(after.phrase in periods for after in words_after(text, end))


def scale_after(text: str, at: int) -> Following:
    """The scale at `at` ("tỷ"), an empty phrase when none is; "tỷ lệ" is none."""
    words = vocabulary()
    after = words_after(text, at)
    if any(following.phrase in words.not_money for following in after):
        return Following(at, "")
    return next((following for following in after if following.phrase in words.scales), Following(at, ""))


def currency_after(text: str, at: int) -> int:
    """Where the currency at `at` ends; `at` itself when none stands there ("02 đồng chí")."""
    words = vocabulary()
    after = words_after(text, at)
    if shapes.COMRADES.match(text, at) or any(following.phrase in words.not_money for following in after):
        return at
    return next((following.end for following in after if following.phrase in words.currency), at)


def percent_after(text: str, at: int) -> int:
    """Where "%" or "phần trăm" at `at` ends; `at` itself when neither stands there."""
    if sign := shapes.PERCENT.match(text, at):
        return sign.end()
    percent = vocabulary().percent
    return next((after.end for after in words_after(text, at) if after.phrase in percent), at)
