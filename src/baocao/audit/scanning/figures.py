"""The value of a written number and the words that follow it: scale, currency, unit."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from baocao.audit.scanning import shapes
from baocao.audit.scanning.vocabulary import vocabulary
from baocao.vietnamese.numbers import Fault, parse_number
from baocao.vietnamese.text import nfc

_LONGEST = 48
"""Characters of the longest number that is read; more is a slip of the keyboard."""


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
    parsed = parse_number(written.lstrip("+"), integer=False)
    value = parsed.readings[0] if parsed.fault is Fault.AMBIGUOUS else parsed.value
    if value is None:
        return None, 0
    digits = "".join(filter(str.isdigit, written))
    last = max(written.rfind(","), written.rfind("."))
    grouped = last < 0 or abs(value) == Decimal(digits)
    places = 0 if grouped else len(written) - last - 1
    return (parse_number(f"{written.lstrip('+')} {scale}", integer=False).value if scale else value), places


def words_after(text: str, at: int) -> list[Following]:
    """The phrases of one, two … words that start at `at`, longest first, with only blanks between."""
    found: list[Following] = []
    phrase, end = "", at
    for _ in range(vocabulary().reach):
        match = shapes.NEXT_WORD.match(text, end)
        if match is None:
            break
        end = match.end()
        phrase = f"{phrase} {nfc(match['word']).lower()}".lstrip()
        found.append(Following(end, phrase))
    return found[::-1]


def unit_after(text: str, at: int) -> str:
    """The common name of the unit that stands at `at`, "" when none does."""
    units = vocabulary().units
    return next((units[after.phrase] for after in words_after(text, at) if after.phrase in units), "")


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
