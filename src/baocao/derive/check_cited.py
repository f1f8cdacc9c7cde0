"""Rows that name an indicator (`chi_tieu`) and write a count in words: it is no more than the indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from baocao.derive.ground import Ground
from baocao.errors import Finding, finding
from baocao.model.record import Value
from baocao.packs.catalogue import Indicator, Kind
from baocao.vietnamese.numbers import format_number

_NAMES = "chi_tieu"
"""The field of a list that holds the id of the indicator a row speaks of."""

_COUNT = r"(?:^|\b(?:còn|có|là)\s+|\()([0-9]{{1,3}}(?:\.[0-9]{{3}})+|[0-9]+)\s+{unit}\b"
"""A count right behind "còn", "có", "là" or at the beginning: not what was set, nor by how many it moved."""


def check_cited(ground: Ground) -> Iterator[Finding]:
    """A part is no larger than the whole: "còn 19 hồ sơ" of an indicator that is 0."""
    for owner in ground.catalogue:
        if any(field.id == _NAMES and field.kind is Kind.TEXT for field in owner.fields):
            found = ground.value(owner.id)
            for row in found.records if found is not None else ():
                yield from _row(ground, row)


def _row(ground: Ground, row: Mapping[str, Value]) -> Iterator[Finding]:
    named = row.get(_NAMES)
    one = ground.catalogue.indicators.get(named.text.strip()) if named is not None else None
    value = ground.value(one.id) if one is not None else None
    if one is None or value is None or value.hedge or one.kind is not Kind.COUNT or not one.unit:
        return
    for cell in row.values():
        if cell is not named:
            yield from _words(ground, cell, one, value)


def _words(ground: Ground, cell: Value, one: Indicator, value: Value) -> Iterator[Finding]:
    amount = value.number if value.number is not None else Decimal(0)
    for found in re.finditer(_COUNT.format(unit=re.escape(one.unit)), cell.text):
        number = Decimal(found[1].replace(".", ""))
        if number > amount:
            there = ground.where(one.id).seen_from(cell.where)
            yield finding(
                "cau-vuot-chi-tieu",
                cell.where,
                viet=f"{format_number(number)} {one.unit}",
                ten=one.label,
                so=ground.words(one.id, Value(number=amount)),
                cho=f" ({there})" if there else "",
            )
