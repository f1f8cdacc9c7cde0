"""Formulas together with their values: what Excel will compute, and what is stored beside it.

Plain functions only, as every Excel since 2007 and LibreOffice have them. A formula that has nothing to say
gives an empty text; `Live.value` is None then.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from baocao.derive.agreement import percent
from baocao.derive.agreement import places_of as places_in
from baocao.vietnamese.rounding import round_percent

NIL = "không phát sinh"
NOTHING = '""'
SLACK = "0.0000001"
"""Two numbers of Excel are equal when they differ by less."""
UNLIMITED = Decimal("1E+99")


@dataclass(frozen=True, slots=True)
class Live:
    """text: an expression without "=", most often the name of a cell. value: the number, None for none.

    word: the text that stands there when there is no number.
    """

    text: str
    value: Decimal | None = None
    word: str = ""


@dataclass(frozen=True, slots=True)
class Test:
    """A condition, and whether it holds now."""

    text: str
    holds: bool


EMPTY = Live(NOTHING)


def literal(number: Decimal) -> Live:
    """A number written into a formula."""
    return Live(f"{number.normalize():f}" if abs(number) < UNLIMITED else f"{number:.0E}", number)


def said(word: str) -> Live:
    """A text written into a formula."""
    return Live(f'"{word}"', None, word)


def choose(test: Test, then: Live, otherwise: Live) -> Live:
    """The one or the other."""
    found = then if test.holds else otherwise
    return Live(f"IF({test.text},{then.text},{otherwise.text})", found.value, found.word)


def both(*tests: Test) -> Test:
    """All conditions."""
    return Test(f"AND({','.join(one.text for one in tests)})", all(one.holds for one in tests))


def no(test: Test) -> Test:
    """The contrary."""
    return Test(f"NOT({test.text})", not test.holds)


def count(items: Sequence[Live]) -> Live:
    """How many of the cells are numbers."""
    known = sum(item.value is not None for item in items)
    return Live(f"COUNT({','.join(item.text for item in items)})", Decimal(known))


def numbers(items: Sequence[Live]) -> Test:
    """Whether all cells are numbers."""
    known = count(items)
    return Test(f"{known.text}={len(items)}", known.value == len(items))


def none_of(items: Sequence[Live]) -> Test:
    """Whether no cell is a number."""
    known = count(items)
    return Test(f"{known.text}=0", not known.value)


def number_in(item: Live) -> Test:
    """Whether one cell is a number."""
    return Test(f"ISNUMBER({item.text})", item.value is not None)


def added(items: Sequence[Live]) -> Live:
    """The sum of those cells that are numbers."""
    known = [item.value for item in items if item.value is not None]
    return Live(f"SUM({','.join(item.text for item in items)})", sum(known, Decimal(0)))


def total(terms: Sequence[Live], otherwise: Live) -> Live:
    """The sum of the terms when all are numbers."""
    return choose(numbers(terms), added(terms), otherwise)


def rate(numerator: Live, denominator: Live, places: Live, otherwise: Live) -> Live:
    """numerator / denominator in percent, rounded as the program does; never up to 100 nor down to 0."""
    over, under, last = numerator.text, denominator.text, places.text
    rounded = f"ROUND(100*{over}/{under},{last})"
    low, high = f"IF({over}>0,10^-({last}),0)", f"IF({over}<{under},100-10^-({last}),{rounded})"
    share = f"IF({under}>0,MIN(MAX({rounded},{low}),{high}),{NOTHING})"
    text = f"IF(COUNT({over},{under})=2,{share},{otherwise.text})"
    if numerator.value is None or denominator.value is None:
        return Live(text, otherwise.value, otherwise.word)
    if denominator.value <= 0 or numerator.value < 0:
        return Live(text)
    return Live(text, percent(numerator.value, denominator.value, int(places.value or 0)))


def shown_rate(number: Live, places: Live) -> Live:
    """A stated rate as it is printed: at most so many decimals, never rounded up to 100 nor down to 0."""
    cell, last = number.text, places.text
    rounded = f"ROUND({cell},{last})"
    step = f"IF(AND({cell}>0,{rounded}=0),10^-({last}),{rounded})"
    text = f"IF(AND({cell}<100,{rounded}=100),100-10^-({last}),{step})"
    value = None if number.value is None else round_percent(number.value, int(places.value or 0))
    return Live(text, value)


def number_of(item: Live, otherwise: Live) -> Live:
    """The number itself when there is one."""
    return choose(number_in(item), item, otherwise)


def is_nil(cell: str) -> str:
    """The condition that a cell says "không phát sinh"."""
    return f'LOWER(TRIM({cell}))="{NIL}"'


def typed_places(number: Live, most: int) -> Live:
    """How many decimals a number is typed with, up to `most`; 0 for no number."""
    if not most:
        return literal(Decimal(0))
    cell, steps = number.text, ",".join(map(str, range(most)))
    counted = f"SUMPRODUCT(--(ABS({cell}-ROUND({cell},{{{steps}}}))>0.0000000001))"
    known = 0 if number.value is None else min(places_in(number.value.normalize()), most)
    return Live(f"IF(ISNUMBER({cell}),{counted},0)", Decimal(known))
