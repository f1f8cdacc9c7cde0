"""Formulas together with their values: what Excel will compute, and what is stored beside it.

Plain functions only, as every Excel since 2007 and LibreOffice have them. A formula that has nothing to say
gives an empty text; `Live.value` is None then.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from baocao.derive.agreement import percent

NIL = "không phát sinh"
NOTHING = '""'
SLACK = "0.0000001"
"""Two numbers of Excel are equal when they differ by less."""


@dataclass(frozen=True, slots=True)
class Live:
    """text: an expression without "=", most often the name of a cell. value: the number, None for none."""

    text: str
    value: Decimal | None = None


def literal(number: Decimal) -> Live:
    """A number written into a formula."""
    return Live(f"{number.normalize():f}", number)


def total(terms: Sequence[Live], otherwise: Live) -> Live:
    """The sum of the terms when all are numbers."""
    names = [item.text for item in terms]
    text = f"IF(COUNT({','.join(names)})={len(names)},{'+'.join(names)},{otherwise.text})"
    values = [item.value for item in terms if item.value is not None]
    whole = len(values) == len(terms)
    return Live(text, sum(values, Decimal(0)) if whole else otherwise.value)


def rate(numerator: Live, denominator: Live, places: Live, otherwise: Live) -> Live:
    """numerator / denominator in percent, rounded as the program does; never up to 100 nor down to 0."""
    over, under, last = numerator.text, denominator.text, places.text
    rounded = f"ROUND(100*{over}/{under},{last})"
    low, high = f"IF({over}>0,10^-({last}),0)", f"IF({over}<{under},100-10^-({last}),{rounded})"
    share = f"IF({under}>0,MIN(MAX({rounded},{low}),{high}),{NOTHING})"
    text = f"IF(COUNT({over},{under})=2,{share},{otherwise.text})"
    if numerator.value is None or denominator.value is None:
        return Live(text, otherwise.value)
    if denominator.value <= 0 or numerator.value < 0:
        return Live(text)
    return Live(text, percent(numerator.value, denominator.value, int(places.value or 0)))


def number_of(item: Live, otherwise: Live) -> Live:
    """The number itself when there is one."""
    text = f"IF(ISNUMBER({item.text}),{item.text},{otherwise.text})"
    return Live(text, otherwise.value if item.value is None else item.value)


def is_nil(cell: str) -> str:
    """The condition that a cell says "không phát sinh"."""
    return f'LOWER(TRIM({cell}))="{NIL}"'


def places_of(cell: str) -> str:
    """How many decimals a number is typed with, up to 3."""
    tests = "".join(f"IF(ABS({cell}-ROUND({cell},{count}))<{SLACK},{count}," for count in range(3))
    return f"{tests}3)))"


EMPTY = Live(NOTHING)
