"""A figure as a number to compute with and as words to show."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from baocao.audit.scanning.kinds import Hedge
from baocao.audit.statements import Quantity, Role, Spot, Statement
from baocao.vietnamese.numbers import format_number, power_of

_SCALE = re.compile(r"\d\s*((?:nghìn|ngàn)(?:\s+t[ỷỉ])?|triệu|t[ỷỉ])\b", re.IGNORECASE)
_ABOUT = Fraction(1, 5)
_SHOWN_PARTS = 12
_PERCENT = "%"
_STROKE = "/"

Bound = Fraction | None
"""A limit; None for no limit."""


class Amount(NamedTuple):
    """A number of a statement in its role: where it stands and its value, scale included.

    spot: of the number alone, one side of "a/b".
    """

    spot: Spot
    quantity: Quantity
    value: Decimal

    @property
    def exact(self) -> Fraction:
        """The value as a fraction."""
        return Fraction(self.value)


def amount(quantity: Quantity, *, behind: bool = False) -> Amount:
    """The number of a quantity; of "a/b" the first one, or the one behind the stroke."""
    stroke = quantity.text.find(_STROKE)
    if quantity.of is None or stroke < 0:
        return Amount(quantity.spot, quantity, quantity.value)
    middle = quantity.spot.start + stroke
    if behind:
        return Amount(replace(quantity.spot, start=middle + 1), quantity, quantity.of)
    return Amount(replace(quantity.spot, end=middle), quantity, quantity.value)


def amounts(statement: Statement, role: Role) -> tuple[Amount, ...]:
    """The numbers of a role. The base of a share typed "a/b" stands behind the stroke."""
    behind = role is Role.BASE and is_typed_ratio(statement)
    return tuple(amount(quantity, behind=behind) for quantity in statement.all(role))


def is_typed_ratio(statement: Statement) -> bool:
    """Whether numerator and base of a share are one figure "a/b"."""
    over, base = statement.one(Role.NUMERATOR), statement.one(Role.BASE)
    return over is not None and base is not None and over.spot == base.spot


def one(statement: Statement, role: Role) -> Amount | None:
    """The first number of a role; None when the text leaves it out."""
    return next(iter(amounts(statement, role)), None)


def power(quantity: Quantity) -> int:
    """The power of ten of the scale that is typed: 9 for "8,3 tỷ đồng", else 0."""
    found = _SCALE.search(quantity.text)
    if found is None:
        return 0
    words = " ".join(found[1].lower().replace("ngàn", "nghìn").replace("tỉ", "tỷ").split())
    return power_of(words)


def half_step(quantity: Quantity) -> Fraction:
    """Half of the last digit typed: how far a rounded figure may be from what it stands for."""
    return Fraction(10) ** (power(quantity) - quantity.places) / 2


def rounding(quantity: Quantity) -> Fraction:
    """How far a figure may be off: half of its last digit when it is typed in thousands, millions …"""
    return half_step(quantity) if power(quantity) else Fraction(0)


def reach(item: Amount, step: Fraction | None = None) -> tuple[Bound, Bound]:
    """From where to where the number may lie that is stated: hedges leave one side open, "khoảng" a fifth.

    step: the most that it is rounded; None for half of its last digit.
    """
    value, slack = item.exact, rounding(item.quantity)
    slack = slack if step is None else min(slack, step)
    match item.quantity.hedge:
        case Hedge.ABOVE:
            return value - slack, None
        case Hedge.BELOW:
            return None, value + slack
        case Hedge.ABOUT:
            return value - abs(value) * _ABOUT, value + abs(value) * _ABOUT
    return value - slack, value + slack


def is_hedged(items: Iterable[Amount]) -> bool:
    """Whether one of the numbers is typed with "trên", "gần", "khoảng" …"""
    return any(item.quantity.hedge for item in items)


_HEDGE_WORDS = {Hedge.NONE: "", Hedge.ABOVE: "trên ", Hedge.BELOW: "dưới ", Hedge.ABOUT: "khoảng "}


def said(item: Amount) -> str:
    """The number as it is printed, with its hedge and its percent sign, without its unit."""
    quantity = item.quantity
    if power(quantity):
        words = " ".join(quantity.text.split())
    else:
        digits = format_number(item.value, quantity.places, keep_zeros=True)
        zero = "0" if quantity.leading_zero and len(digits) == 1 else ""
        words = zero + digits + (_PERCENT if quantity.unit == _PERCENT else "")
    return _HEDGE_WORDS[quantity.hedge] + words


def as_typed(item: Amount) -> str:
    """The number, with the one behind its stroke: "11/12"."""
    of = item.quantity.of
    return said(item) if of is None else f"{said(item)}/{shown(Fraction(of))}"


def with_unit(item: Amount) -> str:
    """The number with its unit: "3.252 hồ sơ", "197/197 thủ tục"."""
    unit, words = item.quantity.unit, as_typed(item)
    return words if not unit or words.lower().endswith(unit) or unit == _PERCENT else f"{words} {unit}"


def computed(value: Fraction | Decimal, like: Quantity) -> str:
    """A computed number in the way the stated one is typed: the same scale, as many decimals as it has."""
    exponent = power(like)
    scaled = Fraction(value) / Fraction(10) ** exponent
    digits = shown(scaled)
    if exponent:
        found = _SCALE.search(like.text)
        assert found is not None
        return f"{digits} {found[1]}" + (" đồng" if like.unit == "đồng" else "")
    return digits + (_PERCENT if like.unit == _PERCENT else "")


def retyped(words: str, like: Quantity) -> str:
    """A computed number as it is to be typed for the stated one: "08" for "09", "80,40" for "78,06"."""
    if like.leading_zero and len(words) == 1:
        return f"0{words}"
    whole, comma, decimals = words.removesuffix(_PERCENT).partition(",")
    zeros = "0" * (like.places - len(decimals)) if decimals.isdigit() and not power(like) else ""
    return f"{whole}{comma}{decimals}{zeros}" + (_PERCENT if words.endswith(_PERCENT) else "")


def shown(value: Fraction, places: int = 4) -> str:
    """A computed number: all its decimals up to `places`, half up."""
    whole = value * 10**places
    units = (2 * abs(whole.numerator) + whole.denominator) // (2 * whole.denominator)
    digits = Decimal(units).as_tuple().digits
    return format_number(Decimal((int(value < 0), digits, -places)))


def sum_words(items: Iterable[Amount]) -> str:
    """ "3.252 + 24.378"; the middle of a long sum is left out."""
    words = [said(item) for item in items]
    if len(words) > _SHOWN_PARTS:
        words = [*words[: _SHOWN_PARTS - 2], f"… ({len(words) - _SHOWN_PARTS + 1} số nữa)", words[-1]]
    return " + ".join(words)
