"""The arithmetic of a share: what its counts give, rounded or cut off, and what gives a stated rate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import islice, product

from baocao.audit.checks.amounts import Amount, amount, computed, half_step, said
from baocao.audit.checks.claims import Judgement, decimal_of
from baocao.audit.statements import Quantity
from baocao.derive.agreement import percent, whole_bases

_FULL = 100
_TELLING = 3
"""Digits of a rate that do not fit another base by chance."""
_MOST_NEAR = 24
_FINEST = 4
_NEAREST = 12


@dataclass(frozen=True, slots=True)
class Share:
    """The three numbers of a share; the base is not 0."""

    over: Amount
    base: Amount
    rate: Amount

    @property
    def actual(self) -> Fraction:
        """The rate in percent that the two counts give."""
        return self.over.exact * _FULL / self.base.exact

    @property
    def rounded(self) -> Decimal:
        """The same at the precision of the stated rate, half up; finer when that would be 0."""
        places = self.rate.quantity.places
        while 0 < 2 * self.actual * 10**places < 1 and places < _FINEST:
            places += 1
        return percent(self.over.value, self.base.value, places)

    @property
    def is_cut(self) -> bool:
        """Whether the stated rate is the exact one with its further decimals left out."""
        scale = 10**self.rate.quantity.places
        return Fraction(self.actual * scale // 1, scale) == self.rate.exact

    @property
    def arithmetic(self) -> str:
        """ "3.190 : 3.252 = 98,09%"."""
        return f"{said(self.over)} : {said(self.base)} = {computed(self.rounded, self.rate.quantity)}"

    @property
    def claim(self) -> Judgement:
        """What must hold: the rate is the rounded one."""
        places = self.rate.quantity.places

        def test(values: tuple[Decimal, ...]) -> bool:
            over, base, rate = values
            return agrees(over, base, rate, places)

        def solve(values: tuple[Decimal, ...], at: int) -> Decimal | None:
            over, base, _ = values
            return percent(over, base, places) if at == 2 and over >= 0 and base > 0 else None

        return Judgement((self.over, self.base, self.rate), test, solve)


def agrees(over: Decimal, base: Decimal, rate: Decimal, places: int) -> bool:
    """Whether a rate with so many decimals is what the two counts give, rounded half up.

    Both 100% and 99,99% are right for 27.629 of 27.630.
    """
    if base <= 0 or over < 0 or not _is_near(float(over), float(base), float(rate), places):
        return False
    if percent(over, base, places) == rate:
        return True
    scaled = Fraction(over) * _FULL / Fraction(base) * 10**places
    half_up = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return decimal_of(Fraction(half_up, 10**places)) == rate


def _is_near(over: float, base: float, rate: float, places: int) -> bool:
    """Whether a rate is right to the last decimal but one or so: spares most of the exact arithmetic."""
    return abs(over * _FULL / base - rate) <= 2 * 10.0**-places + 1e-9 * rate


def right_pair(share: Share, near: Iterable[Quantity]) -> tuple[Amount, Amount] | None:
    """The one other base or numerator of the text with which the stated rate is right; None for several."""
    rate = share.rate
    if not is_telling(rate):
        return None
    found = {(over.value, base.value): (over, base) for over, base in _pairs(share, near)}
    right = [pair for pair in found.values() if _gives(pair, rate)]
    return right[0] if len(right) == 1 else None


def found_pair(over: Amount | None, rate: Amount, near: Iterable[Quantity]) -> tuple[Amount, Amount] | None:
    """A numerator and a base among the figures near a rate that give it; one is `over` if it is known.

    Without a known one the rate must have four digits, so that no pair gives it by chance, or be the 100% of
    "48/48 đơn vị".
    """
    if over is None and rate.value == _FULL and not rate.quantity.hedge:
        whole = next((figure for figure in near if figure.of == figure.value > 0), None)
        return (amount(whole), amount(whole, behind=True)) if whole is not None else None
    if rate.quantity.hedge or not is_telling(rate) or (over is None and _digits(rate) <= _TELLING):
        return None
    known = [over] if over is not None else _counts(near)
    others = map(amount, _of_unit(over.quantity, near)) if over is not None else _counts(near)
    for one, other in product(known, others):
        for pair in ((one, other), (other, one)):
            if one.value != other.value and _share_unit(one, other) and _gives(pair, rate):
                return pair
    return None


def _counts(near: Iterable[Quantity]) -> list[Amount]:
    counts = (amount(figure) for figure in near if figure.unit != "%" and not figure.hedge)
    return list(islice(counts, _NEAREST))


def _share_unit(one: Amount, other: Amount) -> bool:
    return one.quantity.unit == other.quantity.unit or "" in (one.quantity.unit, other.quantity.unit)


def _gives(pair: tuple[Amount, Amount], rate: Amount) -> bool:
    return agrees(pair[0].value, pair[1].value, rate.value, rate.quantity.places)


def _digits(rate: Amount) -> int:
    return len(rate.value.as_tuple().digits)


def is_telling(rate: Amount) -> bool:
    """Whether a rate has so many digits that another base does not give it by chance."""
    return rate.quantity.places > 0 and _digits(rate) >= _TELLING


def is_impossible(over: Amount, rate: Amount) -> bool:
    """Whether no whole base gives the stated rate, be it rounded or cut off."""
    whole = over.value > 0 and over.value == over.value.to_integral_value()
    if not whole or rate.value <= 0 or rate.quantity.hedge or over.quantity.hedge:
        return False
    first, last = whole_bases(over.value, rate.value)
    if last is None or first <= last:
        return False
    highest = over.exact * _FULL // rate.exact
    return highest <= over.exact * _FULL / (rate.exact + 2 * half_step(rate.quantity))


def _pairs(share: Share, near: Iterable[Quantity]) -> Iterator[tuple[Amount, Amount]]:
    known = {share.over.value, share.base.value}
    for other in map(amount, _of_unit(share.base.quantity, near)):
        if other.value > 0 and other.value not in known:
            yield share.over, other
            yield other, share.base


def _of_unit(like: Quantity, near: Iterable[Quantity]) -> list[Quantity]:
    """The first figures of the unit of another, none twice."""
    fitting = [other for other in near if other.unit in (like.unit, "") and not other.hedge]
    return list(dict.fromkeys(fitting))[:_MOST_NEAR]
