"""Does a stated number agree with a computed one? Exact arithmetic, so that a half is a half."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from fractions import Fraction
from math import floor

from baocao.model.record import Hedge
from baocao.packs.judgement import HEDGED


class Verdict(Enum):
    """How a stated rate stands to the computed one."""

    AGREES = "agrees"
    TRUNCATED = "truncated"
    DIFFERS = "differs"


def places_of(number: Decimal) -> int:
    """How many decimals a number is written with: 99.15 has 2, 35 has none."""
    exponent = number.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def percent(numerator: Decimal, denominator: Decimal, places: int) -> Decimal:
    """numerator / denominator in percent, half up at `places`; both not negative, the denominator not 0.

    Never 100 when the numerator is smaller ("99,99%"), never 0 when there is one ("0,01%").
    """
    over, under = _ratio(numerator, denominator, places)
    units, whole = (2 * over + under) // (2 * under), 10 ** (2 + places)
    if units == whole and numerator < denominator:
        units -= 1
    return _scaled(units or int(numerator > 0), places)


def is_tiny_share(numerator: Decimal, denominator: Decimal, places: int) -> bool:
    """Whether there is a numerator, but less than half of the smallest rate that `places` can show."""
    over, under = _ratio(numerator, denominator, places)
    return 0 < 2 * over < under


def gives(numerator: Decimal, denominator: Decimal, stated: Decimal) -> bool:
    """Whether the two give a stated rate at its precision; what is less than half of "0,01%" does not."""
    places = places_of(stated)
    tiny = is_tiny_share(numerator, denominator, places)
    return not tiny and percent(numerator, denominator, places) == stated


def judge_rate(stated: Decimal, hedge: Hedge, numerator: Decimal, denominator: Decimal) -> Verdict:
    """Compare at the precision of `stated`; a hedge asks only for the right side of the number."""
    places = places_of(stated)
    if hedge:
        exact = Fraction(numerator) * 100 / Fraction(denominator)
        return Verdict.AGREES if hedge_holds(Fraction(stated), hedge, exact) else Verdict.DIFFERS
    if gives(numerator, denominator, stated):
        return Verdict.AGREES
    over, under = _ratio(numerator, denominator, places)
    cut = _scaled(over // under, places)
    return Verdict.TRUNCATED if cut == stated else Verdict.DIFFERS


def hedge_holds(stated: Fraction, hedge: Hedge, actual: Fraction) -> bool:
    """Whether "trên", "hơn" (not less), "gần", "dưới" (not more), "khoảng" (anything) is true of `actual`."""
    less, more = HEDGED.get(hedge, (False, False))
    return (less or stated >= actual) and (more or stated <= actual)


def whole_bases(numerator: Decimal, stated: Decimal) -> tuple[int, int | None]:
    """First and last whole base that gives the stated rate at its precision (`gives`); last may be None.

    None: every base from the first on. When no whole base does, last is first - 1, and the two are the
    neighbours on either side of the stated rate. numerator > 0, stated >= 0.
    """
    step = Fraction(1, 10 ** places_of(stated))
    hundredfold = Fraction(numerator) * 100
    high, low = Fraction(stated) + step / 2, Fraction(stated) - step / 2
    if stated == 100:
        low = Fraction(100)
    elif stated == 100 - step:
        high = Fraction(100)
    first = floor(hundredfold / high) + 1
    if not stated:
        return first, first - 1
    return first, (floor(hundredfold / low) if low > 0 else None)


def _ratio(numerator: Decimal, denominator: Decimal, places: int) -> tuple[int, int]:
    """The rate in percent, in units of the last of `places`, as a ratio of whole numbers."""
    (over, parts), (base, base_parts) = numerator.as_integer_ratio(), denominator.as_integer_ratio()
    return over * base_parts * 10 ** (2 + places), parts * base


def _scaled(units: int, places: int) -> Decimal:
    return Decimal(units).scaleb(-places)
