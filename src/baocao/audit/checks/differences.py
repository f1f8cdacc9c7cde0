"""The arithmetic of a change: which way the numbers go, how far apart they are, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from baocao.audit.checks.amounts import Amount, computed, half_step, rounding, said, shown
from baocao.audit.checks.claims import Judgement
from baocao.audit.scanning.kinds import Hedge
from baocao.audit.statements import Direction, Statement
from baocao.audit.verdicts import Verdict

_FULL = 100
_PERCENT = "%"
_TIMES = "lần"
_ABOUT = Fraction(1, 5)

Measure = Callable[[Fraction, Fraction], Fraction]
"""The size of a change from its new and its old value."""


def apart(new: Fraction, old: Fraction) -> Fraction:
    """How far apart: 80,41 and 78,06 are 2,35."""
    return abs(new - old)


def relative(new: Fraction, old: Fraction) -> Fraction:
    """In percent of the old value, which is not 0."""
    return abs(new - old) * _FULL / old


def times(new: Fraction, old: Fraction) -> Fraction:
    """How often the old value, which is not 0: "gấp 1,5 lần"."""
    return new / old


def times_more(new: Fraction, old: Fraction) -> Fraction:
    """The same of what came on top: "tăng 1,5 lần"."""
    return (new - old) / old


@dataclass(frozen=True, slots=True)
class Change:
    """Two values of one quantity with what is said of them."""

    statement: Statement
    new: Amount
    old: Amount
    difference: Amount | None

    def way(self, new: Decimal, old: Decimal) -> Direction:
        """Which way numbers go; of places in a ranking the smaller one is up."""
        if new == old:
            return Direction.LEVEL
        return Direction.UP if (new > old) is not self.statement.is_rank else Direction.DOWN

    @property
    def actual(self) -> Direction:
        """Which way the stated numbers go."""
        return self.way(self.new.value, self.old.value)

    def is_told_right(self, new: Decimal, old: Decimal) -> bool:
        """Whether the word of direction, if there is one, is that of the numbers."""
        return self.statement.direction in (Direction.NONE, self.way(new, old))

    def measures(self, difference: Amount) -> tuple[Measure, ...]:
        """The ways in which a difference can be meant; the plainest first."""
        unit, own = difference.quantity.unit, self.new.quantity.unit
        if unit == _TIMES:
            return (times, times_more) if own != _TIMES else (apart,)
        if unit == _PERCENT:
            return (apart, relative) if own == _PERCENT else (relative,)
        return (apart,)

    def slack(self, measure: Measure) -> Fraction:
        """How far a difference may be off, because new and old are rounded."""
        new, old = rounding(self.new.quantity), rounding(self.old.quantity)
        if measure is apart:
            return new + old
        share = (new + old * self.new.exact / self.old.exact) / self.old.exact
        return share * _FULL if measure is relative else share

    def verdict(self, difference: Amount, measure: Measure, values: tuple[Decimal, ...]) -> Verdict:
        """How a difference stands to new and old, at the precision and with the hedge it is typed with.

        values: new, old and difference, as stated or changed.
        """
        new, old, stated = map(Fraction, values)
        if measure is not apart and old <= 0:
            return Verdict.WRONG
        actual, stated, slack = measure(new, old), abs(stated), self.slack(measure)
        match difference.quantity.hedge:
            case Hedge.ABOVE:
                return _right(actual >= stated - slack)
            case Hedge.BELOW:
                return _right(actual <= stated + slack)
            case Hedge.ABOUT:
                return _right(abs(actual - stated) <= stated * _ABOUT)
        step = 2 * half_step(difference.quantity)
        if _rounded(actual, step) == stated or abs(actual - stated) <= slack + rounding(difference.quantity):
            return Verdict.RIGHT
        cut = Verdict.RIGHT if measure is apart else Verdict.TRUNCATED
        return cut if actual // step * step == stated else Verdict.WRONG

    def claim(self, difference: Amount) -> Judgement:
        """What must hold: the difference in one of its meanings, and the direction."""
        measures = self.measures(difference)

        def test(values: tuple[Decimal, ...]) -> bool:
            fits = any(self.verdict(difference, item, values) is Verdict.RIGHT for item in measures)
            return fits and self.is_told_right(*values[:2])

        def solve(values: tuple[Decimal, ...], at: int) -> Decimal | None:
            if measures != (apart,):
                return None
            new, old, stated = values
            falls = (self.statement.direction is Direction.DOWN) is not self.statement.is_rank
            step = -stated if falls else stated
            return (old + step, new - step, abs(new - old))[at]

        return Judgement((self.new, self.old, difference), test, solve)

    def arithmetic(self, difference: Amount, measure: Measure) -> tuple[str, str]:
        """What is computed and what comes of it: "80,41 - 78,06" and "2,35"."""
        actual = measure(self.new.exact, self.old.exact)
        high, low = sorted((self.new, self.old), key=lambda item: item.value, reverse=True)
        if measure is apart:
            return f"{said(high)} - {said(low)}", computed(actual, difference.quantity)
        if measure is times:
            return f"{said(self.new)} : {said(self.old)}", shown(actual, 2)
        rounded = _rounded(actual, 2 * half_step(difference.quantity))
        return f"({said(high)} - {said(low)}) : {said(self.old)}", computed(rounded, difference.quantity)


def _right(holds: bool) -> Verdict:
    return Verdict.RIGHT if holds else Verdict.WRONG


def _rounded(value: Fraction, step: Fraction) -> Fraction:
    """Half up to a multiple of `step`."""
    return (2 * value + step) // (2 * step) * step
