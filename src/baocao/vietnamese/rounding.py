"""Rounding as official reports do it: halves away from zero, rates never up to 100% nor down to 0%."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal


def round_half_up(value: Decimal | int, places: int) -> Decimal:
    """Round to `places` decimals, halves away from zero, as official figures are; exact at any size.

    Raises ValueError for a value that is not finite.
    """
    number = finite(value)
    precision = max(number.adjusted() + places + 2, 1)
    context = Context(prec=precision, rounding=ROUND_HALF_UP)
    return number.quantize(Decimal((0, (1,), -places)), context=context)


def round_percent(value: Decimal | int, places: int) -> Decimal:
    """Round a rate given in percent half up, but never up to 100 nor down to 0.

    A rate just below 100 is the largest one below 100 that `places` can show (99.99), one just above 0 the
    smallest above 0 (0.01): one late file among 500,000 must not vanish from the report.
    """
    rounded = round_half_up(value, places)
    step = Decimal((0, (1,), -places))
    if not rounded and value > 0:
        return step
    return 100 - step if rounded == 100 and value < 100 else rounded


def is_tiny(rate: Decimal | int, places: int) -> bool:
    """Whether a rate in percent is something, and less than half of what `places` can show."""
    return rate > 0 and not round_half_up(rate, places)


def finite(value: Decimal | int) -> Decimal:
    """The value as a Decimal. Raises ValueError for one that is not finite."""
    number = value if type(value) is Decimal else Decimal(value)
    if not number.is_finite():
        raise ValueError("Giá trị này không phải là một số hữu hạn.")
    return number
