"""How far off a number may be that was typed rounded: "8,3 tỷ đồng" stands for 8,25 to 8,35 tỷ đồng."""

from __future__ import annotations

from decimal import Decimal

from baocao.model.record import Value
from baocao.packs.judgement import margin
from baocao.vietnamese.numbers import power_of

_NONE = Decimal(0)


def margin_of(value: Value) -> Decimal:
    """Half of the last typed decimal of money in nghìn, triệu or tỷ; 0 for every other number."""
    power = power_of(value.scale) if value.scale else 0
    if not power or value.number is None:
        return _NONE
    exponent = value.number.scaleb(-power).normalize().as_tuple().exponent
    places = max(-exponent, value.decimals or 0, 0) if isinstance(exponent, int) else 0
    return margin(power, places)
