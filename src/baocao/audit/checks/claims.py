"""What must hold between the figures of one statement, in exact numbers, so that a repair can be tried."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from baocao.audit.checks.amounts import Amount, Bound, reach
from baocao.audit.statements import Spot

Changes = Mapping[Spot, Decimal]
"""Other values of some numbers."""


class Claim(Protocol):
    """A relation between numbers of the text."""

    @property
    def figures(self) -> tuple[Amount, ...]:
        """The numbers, each once."""

    def holds(self, changes: Changes) -> bool:
        """Whether it is true once the numbers are changed so."""

    def wanted(self, spot: Spot) -> Decimal | None:
        """The one value of a number that makes it true when all others stay; None when many do or none."""


@dataclass(frozen=True, slots=True)
class Linear:
    """The sum of the numbers, each times its factor, lies in [low, high]."""

    terms: tuple[tuple[Amount, int], ...]
    low: Bound
    high: Bound

    @property
    def figures(self) -> tuple[Amount, ...]:
        """The numbers, each once."""
        return tuple({item.spot: item for item, _ in self.terms}.values())

    @property
    def gap(self) -> Fraction:
        """What the sum is now."""
        return sum((factor * item.exact for item, factor in self.terms), Fraction(0))

    def holds(self, changes: Changes) -> bool:
        """Whether the sum lies between its limits once the numbers are changed so."""
        gap = sum(
            (factor * Fraction(changes.get(item.spot, item.value)) for item, factor in self.terms),
            Fraction(0),
        )
        return (self.low is None or gap >= self.low) and (self.high is None or gap <= self.high)

    def wanted(self, spot: Spot) -> Decimal | None:
        """The value that makes the sum 0; None for a hedged sum."""
        if self.low is None or self.high is None:
            return None
        factor = sum(factor for item, factor in self.terms if item.spot == spot)
        item = next((item for item, _ in self.terms if item.spot == spot), None)
        if item is None or not factor:
            return None
        return decimal_of(item.exact - self.gap / factor)


@dataclass(frozen=True, slots=True)
class Judgement:
    """Numbers that a function judges: shares and percent changes."""

    items: tuple[Amount, ...]
    test: Callable[[tuple[Decimal, ...]], bool]
    solve: Callable[[tuple[Decimal, ...], int], Decimal | None]

    @property
    def figures(self) -> tuple[Amount, ...]:
        """The numbers, each once."""
        return tuple({item.spot: item for item in self.items}.values())

    def holds(self, changes: Changes) -> bool:
        """Whether the function agrees with the changed numbers."""
        return self.test(tuple(changes.get(item.spot, item.value) for item in self.items))

    def wanted(self, spot: Spot) -> Decimal | None:
        """The value that the function asks for."""
        places = [at for at, item in enumerate(self.items) if item.spot == spot]
        return self.solve(tuple(item.value for item in self.items), places[0]) if len(places) == 1 else None


def decimal_of(value: Fraction) -> Decimal | None:
    """The number written out; None when it has no end (1/3)."""
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return None
    places = max(twos, fives)
    digits = Decimal(abs(int(value * 10**places))).as_tuple().digits
    return Decimal((int(value < 0), digits, -places))


def balanced(
    terms: tuple[tuple[Amount, int], ...], slack: Fraction = Fraction(0), step: Fraction | None = None
) -> Linear:
    """The claim that the terms make 0, as far as hedges and rounded figures allow.

    slack: how far it may be off besides. step: the most that a figure in thousands, millions … is rounded.
    """
    low: Bound = -slack
    high: Bound = slack
    for item, factor in terms:
        least, most = reach(item, step)
        if factor < 0:
            least, most = most, least
        up = None if least is None else abs(least - item.exact)
        down = None if most is None else abs(most - item.exact)
        high = None if high is None or up is None else high + up * abs(factor)
        low = None if low is None or down is None else low - down * abs(factor)
    return Linear(terms, low, high)
