"""What an axis of values prints: ticks at whole numbers, grouped by dots on every machine.

Word prints a number format with the separators of the machine; a dot that is written into the format as a
character stays a dot. A decimal comma cannot be written so: ticks are whole wherever the figures allow it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal

_GROUPED = (
    (1_000_000_000, r"[&gt;=1000000000]0\.000\.000\.000;[&gt;=1000000]0\.000\.000;0"),
    (1_000_000, r"[&gt;=1000000]0\.000\.000;[&gt;=1000]0\.000;0"),
    (1_000, r"[&gt;=1000]0\.000;0"),
)
_TICKS = 5
_FAR_FROM_ZERO = Decimal("0.8333")
"""Word lets an axis begin above 0 when all figures lie in the topmost sixth."""


def major_unit(values: Sequence[Decimal], *, from_zero: bool) -> int:
    """The distance of ticks as a whole number; 0 when whole ticks would be too far apart.

    from_zero: the axis begins at 0 (columns), whatever the figures are.
    """
    low, high = min(values), max(values)
    if from_zero or low <= 0 or low < high * _FAR_FROM_ZERO:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    span = float(high - low)
    if span < 2:
        return 1 if _all_whole(values) else 0
    step = span / _TICKS
    size = 10.0 ** math.floor(math.log10(step))
    return max(1, next(int(times * size) for times in (1, 2, 5, 10) if times * size >= step))


def tick_format(values: Sequence[Decimal], unit: int) -> str:
    """The format of the ticks as it stands in an attribute; unit: their distance, 0 when not whole."""
    if not unit:
        return "General"
    high = max(*values, Decimal(unit * _TICKS))
    return next((code for bound, code in _GROUPED if high >= bound), "0")


def _all_whole(values: Sequence[Decimal]) -> bool:
    return all(value == value.to_integral_value() for value in values)
