"""Figures: counts, rates, points, ranks, money, as typed -> exact decimals. One function a kind."""

from __future__ import annotations

from decimal import Decimal

from baocao.errors import Where
from baocao.intake.raw import Literal, RawValue
from baocao.model.faults import Faults
from baocao.model.number_reader import NumberReader, with_of
from baocao.model.record import Value
from baocao.model.samples import as_shown
from baocao.packs.catalogue import Indicator, Kind
from baocao.vietnamese.numbers import MAX_DIGITS, format_number

LEAST_BARE_AMOUNT = 100_000
"""In đồng. Less than this without a unit is asked about: "22" that stands for 22 tỷ đồng."""


def count(raw: RawValue, indicator: Indicator, where: Where, faults: Faults) -> Value | None:
    """A whole number, not negative. Of the digits that a cell or JSON holds nothing is to be asked."""
    if raw.literal is Literal.EXACT and _is_digits(raw.text):
        return Value(where=where, number=Decimal(raw.text))
    return NumberReader(raw, indicator, where, faults).single(whole=True, units=("",))


def rate(raw: RawValue, indicator: Indicator, where: Where, faults: Faults) -> Value | None:
    """A percentage from 0 to 100, or to the catalogue's `toi_da`."""
    reader = NumberReader(raw, indicator, where, faults)
    value = reader.single(whole=False, units=("", "%"))
    limit = Decimal(100) if indicator.maximum is None else indicator.maximum
    if value and value.number is not None and value.number > limit:
        code = "ty-le-vuot-100" if indicator.maximum is None else "vuot-toi-da"
        typed = f"{format_number(value.number)}%"
        faults.add(code, where, gia_tri=typed, toi_da=f"{format_number(limit)}%")
    elif value and value.number and value.number < 1 and "%" not in raw.text and not indicator.numerator:
        hundredfold = format_number(value.number * 100)
        faults.add("ty-le-duoi-mot", where, gia_tri=as_shown(raw)[:60], nhan=hundredfold)
    return value


def points(raw: RawValue, indicator: Indicator, where: Where, faults: Faults) -> Value | None:
    """Points, alone ("80,41") or with their maximum ("16,71/17,50")."""
    reader = NumberReader(raw, indicator, where, faults)
    value = reader.pair(whole=False) if "/" in raw.text else reader.single(whole=False, units=("", "điểm"))
    if value is None:
        return None
    limit = value.of if value.of is not None else indicator.maximum
    if limit is not None and value.number is not None and value.number > limit:
        faults.add("vuot-toi-da", where, gia_tri=format_number(value.number), toi_da=format_number(limit))
    return with_of(value, limit)


def rank(raw: RawValue, indicator: Indicator, where: Where, faults: Faults) -> Value | None:
    """A rank, alone ("11") or with the number of ranked units ("11/12")."""
    reader = NumberReader(raw, indicator, where, faults)
    value = reader.pair(whole=True) if "/" in raw.text else reader.single(whole=True, units=("",))
    if value is None or value.number is None:
        return value
    total = value.of if value.of is not None else indicator.maximum
    if value.number < 1:
        faults.add("hang-sai", where, gia_tri=as_shown(raw))
    elif total is not None and value.number > total:
        faults.add("hang-lon-hon-tong", where, hang=format_number(value.number), tong=format_number(total))
    return with_of(value, total)


def tell_lacking_totals(value: Value, indicator: Indicator, faults: Faults) -> None:
    """Remark on a rank without the number of ranked units where the catalogue's example has one; of a list
    on those of its rows.
    """
    for row in value.records:
        for field in indicator.fields:
            if field.id in row:
                tell_lacking_totals(row[field.id], field, faults)
    expected = indicator.kind is Kind.RANK and "/" in indicator.example
    if expected and value.of is None and value.number is not None and value.number >= 1:
        rank_ = format_number(value.number)
        faults.add("hang-thieu-tong", value.where, hang=rank_, vi_du=indicator.example)


def money(raw: RawValue, indicator: Indicator, where: Where, faults: Faults) -> Value | None:
    """An amount in đồng: "69.639.646 đồng", "4,8 triệu đồng", "8,3 tỷ đồng"."""
    reader = NumberReader(raw, indicator, where, faults)
    value = reader.single(whole=True, units=("", "đồng"))
    if value is not None and value.number and value.number < LEAST_BARE_AMOUNT and not value.scale:
        reader.ask_for_unit(value)
    return value


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= MAX_DIGITS
