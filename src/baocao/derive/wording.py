"""How a number is printed: by kind, its own decimals, the catalogue's, the house style's (spec nd30, 4.1)."""

from __future__ import annotations

from decimal import Decimal

from baocao.model.record import Hedge, HouseStyle, Value
from baocao.packs.catalogue import Indicator, Kind
from baocao.vietnamese.numbers import (
    format_count,
    format_money,
    format_number,
    format_percent,
    format_scaled_money,
    power_of,
)
from baocao.vietnamese.rounding import is_tiny, round_half_up, round_percent

NIL_WORDS = "không phát sinh"
_WITH_DECIMALS = frozenset({Kind.RATE, Kind.POINTS})
_FEW_PLACES = 2
_SMALLER_SCALES = ("tỷ", "triệu", "")


def most_places(indicator: Indicator, value: Value | None, style: HouseStyle) -> int:
    """Places of a rate or of points: the value's own (`so_le`), the catalogue's, or the house style's."""
    if value is not None and value.decimals is not None:
        return value.decimals
    return style.decimals if indicator.decimals is None else indicator.decimals


def printed_number(value: Value, indicator: Indicator, style: HouseStyle) -> Decimal:
    """The number as it is printed, half up. The value's own `decimals` are exact, the others a limit."""
    number = value.number if value.number is not None else Decimal(0)
    if indicator.kind not in _WITH_DECIMALS:
        return number
    places = most_places(indicator, value, style)
    if value.decimals is not None or -_exponent(number) > places:
        rounded = round_percent if indicator.kind is Kind.RATE else round_half_up
        return rounded(number, places)
    return number


def printed_hedge(value: Value, indicator: Indicator, style: HouseStyle) -> Hedge:
    """The word before a number: as typed, or "dưới" of a rate that is printed as the smallest one above 0
    although it is less than half of that.
    """
    if value.hedge or indicator.kind is not Kind.RATE or value.number is None:
        return value.hedge
    tiny = is_tiny(value.number, most_places(indicator, value, style))
    return Hedge.UNDER if tiny else Hedge.NONE


def number_words(value: Value, indicator: Indicator, style: HouseStyle) -> str:
    """The number alone: "27.630", "02", "98,74%", "80,41", "01/12", "69.639.646 đồng"."""
    number = printed_number(value, indicator, style)
    zeros = style.keep_zeros or value.decimals is not None
    match indicator.kind:
        case Kind.RATE:
            return format_percent(number, None, zeros)
        case Kind.POINTS:
            return format_number(number, None, zeros)
        case Kind.MONEY:
            if value.scale:
                return format_scaled_money(number, value.scale, style.thousand_word)
            return format_money(number, decimals=value.decimals or indicator.decimals)
        case Kind.RANK:
            return _rank_words(number, value.of if value.of is not None else indicator.maximum, style)
        case _:
            return format_count(number, style.two_digit_counts)


def quantity_words(value: Value, indicator: Indicator, style: HouseStyle) -> str:
    """The number with its unit, for findings and traces: "27.630 hồ sơ", "80,41 điểm"."""
    if value.nil:
        return NIL_WORDS
    words = number_words(value, indicator, style)
    has_unit = indicator.unit and indicator.kind in (Kind.COUNT, Kind.POINTS)
    return f"{words} {indicator.unit}" if has_unit else words


def scale_of_change(moved: Decimal, money: Value) -> str:
    """The unit in which a change of money is told: its own ("tỷ"), or the largest below in which it is 1 or
    more. Nothing is rounded: it has two decimals there at most, or as many as the money itself.

    moved: in đồng, without sign.
    """
    number = money.number if money.number is not None else Decimal(0)
    places = max(_FEW_PLACES, power_of(money.scale) - _exponent(number.normalize()))
    smaller = (scale for scale in _SMALLER_SCALES if power_of(scale) < power_of(money.scale))
    for scale in (money.scale, *smaller):
        power = power_of(scale)
        if moved.adjusted() >= power and power - _exponent(moved.normalize()) <= places:
            return scale
    return ""


def _rank_words(number: Decimal, of: Decimal | None, style: HouseStyle) -> str:
    place = format_count(number, style.two_digit_ranks)
    return place if of is None else f"{place}/{format_count(of, style.two_digit_ranks)}"


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
