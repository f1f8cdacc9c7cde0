"""A rate typed as a part of one (0,9874 for 98,74%), where its own numbers say so."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from baocao.intake.raw import RawValue
from baocao.model.faults import Faults
from baocao.model.record import Value
from baocao.packs.catalogue import Catalogue, Kind
from baocao.vietnamese.numbers import format_number

_NEAR = Decimal(1)
"""How far, in percent, a rate may be from what its numbers give and still be meant as that."""


def check_small_rates(
    tree: RawValue, values: Mapping[str, Value], catalogue: Catalogue, faults: Faults
) -> None:
    """Report rates up to 1 whose numerator and denominator give a hundred times as much: an error, for the
    report would print 0,99% for 98,74%. Where a number is not given the clerk is asked, unless a % is typed.
    """
    for id_, value in values.items():
        if not value.number or value.number > 1:
            continue
        one = catalogue[id_]
        if one.kind is not Kind.RATE or not one.numerator:
            continue
        hundredfold = format_number(value.number * 100)
        facts: dict[str, Any] = {"gia_tri": format_number(value.number), "nhan": hundredfold}
        given = _percent(values.get(one.numerator), values.get(one.denominator))
        if given is None and value.number < 1 and "%" not in _typed(tree, one.id):
            faults.add("ty-le-duoi-mot", value.where, **facts)
        elif given is not None and abs(value.number * 100 - given) < min(_NEAR, abs(value.number - given)):
            names = (catalogue[one.numerator].label, catalogue[one.denominator].label)
            labels: dict[str, Any] = dict(zip(("tu_so", "mau_so"), names, strict=True))
            faults.add("ty-le-thieu-tram-lan", value.where, **facts, **labels)


def _percent(top: Value | None, base: Value | None) -> Decimal | None:
    """What two exact numbers give."""
    if top is None or base is None or top.number is None or not base.number:
        return None
    return None if top.hedge or base.hedge else top.number * 100 / base.number


def _typed(tree: RawValue, id_: str) -> str:
    """The text of a figure, of the long form its value."""
    raw: RawValue | None = tree
    for name in id_.split("."):
        raw = raw.children.get(name) if raw is not None else None
    if raw is not None and raw.children:
        raw = raw.children.get("cong_bo") or raw.children.get("gia_tri")
    return raw.text if raw is not None else ""
