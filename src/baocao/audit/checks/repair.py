"""Repairs: what a clerk may have meant to type, tried against everything that must hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from baocao.audit.checks.amounts import Amount, power
from baocao.audit.checks.claims import Claim
from baocao.audit.statements import Spot

_MOST_FIGURES = 60
"""A claim of more figures is not searched: there would be more than one repair anyway."""
_MOST_DIGITS = 30


@dataclass(frozen=True, slots=True)
class Repair:
    """Another value of a figure, at all places that state it. item: the figure of the broken claim."""

    item: Amount
    spots: frozenset[Spot]
    value: Decimal


class Ties:
    """Which figures state one number again, and which claims a figure has part in."""

    def __init__(self, claims: Iterable[Claim], linking: Iterable[Claim]) -> None:
        self._claims: dict[Spot, list[Claim]] = {}
        for claim in claims:
            for item in claim.figures:
                self._claims.setdefault(item.spot, []).append(claim)
        self._groups: dict[Spot, frozenset[Spot]] = {}
        for claim in linking:
            self._link(claim)

    def _link(self, claim: Claim) -> None:
        by_value: dict[Decimal, set[Spot]] = {}
        for item in claim.figures:
            by_value.setdefault(item.value, set()).update(self.group(item.spot))
        for spots in by_value.values():
            joined = frozenset(spots)
            self._groups.update(dict.fromkeys(joined, joined))

    def group(self, spot: Spot) -> frozenset[Spot]:
        """The figure and those that rightly state the same number."""
        return self._groups.get(spot, frozenset((spot,)))

    def claims(self, spots: Iterable[Spot]) -> Iterator[Claim]:
        """The claims that hold now and that the figures have part in."""
        for spot in spots:
            yield from self._claims.get(spot, ())


def mistypings(item: Amount) -> Iterator[Decimal]:
    """The numbers that differ from the typed one in one digit, or by two neighbouring digits exchanged."""
    exponent = power(item.quantity) - item.quantity.places
    typed = _digits(item, exponent)
    if typed is None:
        return
    for digits in _one_other(typed):
        if digits[0] != "0" or typed[0] == "0" or len(digits) == item.quantity.places + 1:
            yield Decimal((0, tuple(map(int, digits)), exponent))


def _digits(item: Amount, exponent: int) -> str | None:
    sign, digits, own = item.value.as_tuple()
    if sign or _is_sum(item) or not isinstance(own, int):
        return None
    if len(digits) > _MOST_DIGITS or own - exponent > _MOST_DIGITS:
        return None
    cut = exponent - own
    whole = "".join(map(str, digits)) + "0" * -min(cut, 0)
    if cut > 0:
        whole, rest = whole[:-cut] or "0", whole[-cut:]
        if rest.strip("0"):
            return None
    return whole.zfill(2 if item.quantity.leading_zero else item.quantity.places + 1)


def _is_sum(item: Amount) -> bool:
    """Whether several typed numbers are taken together: no slip of one makes it."""
    return " + " in item.quantity.text


def _one_other(typed: str) -> Iterator[str]:
    for at, digit in enumerate(typed):
        for other in "0123456789":
            if other != digit:
                yield typed[:at] + other + typed[at + 1 :]
        if at + 1 < len(typed) and typed[at + 1] != digit:
            yield typed[:at] + typed[at + 1] + digit + typed[at + 2 :]


def mends(spots: frozenset[Spot], value: Decimal, broken: Sequence[Claim], ties: Ties) -> bool:
    """Whether the value makes every broken claim hold and breaks none that holds."""
    changes = dict.fromkeys(spots, value)
    return all(claim.holds(changes) for claim in broken) and all(
        claim.holds(changes) for claim in ties.claims(spots)
    )


def repairs(broken: Sequence[Claim], ties: Ties) -> tuple[Repair, ...]:
    """Every slip of the keyboard in one figure whose mending makes all broken claims hold and breaks none.

    Figures that have no part in one of the claims are not tried.
    """
    figures = min((claim.figures for claim in broken), key=len)
    if len(figures) > _MOST_FIGURES:
        return ()
    found: dict[tuple[frozenset[Spot], Decimal], Repair] = {}
    for item in figures:
        spots = ties.group(item.spot)
        if all(any(own.spot in spots for own in claim.figures) for claim in broken):
            for value in mistypings(item):
                if mends(spots, value, broken, ties):
                    found.setdefault((spots, value), Repair(item, spots, value))
    return tuple(found.values())


def solved(item: Amount, broken: Sequence[Claim], ties: Ties) -> Repair | None:
    """The one value of a figure that the broken claims ask for, however it may have been mistyped."""
    if _is_sum(item):
        return None
    spots = ties.group(item.spot)
    asked = {value for claim in broken for own in claim.figures if own.spot in spots
             if (value := claim.wanted(own.spot)) is not None and value >= 0}  # fmt: skip
    fitting = [value for value in asked if mends(spots, value, broken, ties)]
    return Repair(item, spots, fitting[0]) if len(fitting) == 1 else None
