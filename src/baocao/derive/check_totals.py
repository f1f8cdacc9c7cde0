"""Rows of a list whose figure stands without its total ("9") where other rows have theirs ("9/10")."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from baocao.derive.ground import Ground
from baocao.errors import Finding, finding
from baocao.model.record import Value
from baocao.packs.catalogue import Indicator, Kind
from baocao.vietnamese.numbers import format_number

_OUT_OF = {Kind.POINTS: "điểm tối đa", Kind.RANK: "tổng số"}
"""Kinds that may be typed with a total, and what it is called."""

_ROUND = 10


def check_totals(ground: Ground) -> Iterator[Finding]:
    """One remark for each row that lacks a total which another row of the list has."""
    for id_ in ground.now:
        owner = ground.catalogue[id_]
        records = ground.now[id_].value.records if owner.kind is Kind.LIST else ()
        for field in owner.fields:
            if field.kind in _OUT_OF and any(_has_total(row, field) for row in records):
                yield from _lacking(owner, field, records)


def _has_total(row: Mapping[str, Value], field: Indicator) -> bool:
    value = row.get(field.id)
    return value is not None and value.of is not None


def _lacking(
    owner: Indicator, field: Indicator, records: tuple[Mapping[str, Value], ...]
) -> Iterator[Finding]:
    for number, row in enumerate(records, 1):
        value = row.get(field.id)
        if value is None or value.number is None or value.of is not None:
            continue
        name = next((one.text for id_, one in row.items() if id_ != field.id and one.text), "")
        whole = max(_ROUND, math.ceil(value.number / _ROUND) * _ROUND)
        yield finding(
            "dong-thieu-tong",
            value.where,
            dong=f"{value.where.row or number:02d}",
            ten=f" ({name[:60]})" if name else "",
            danh_sach=owner.label,
            cot=field.label,
            tong=_OUT_OF[field.kind],
            vi_du=f"{format_number(value.number)}/{whole}",
        )
