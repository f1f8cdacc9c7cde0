"""Rows of a list that lack what other rows have: the total of a figure ("9" beside "9/10"), or the figure
itself, without which its column does not add up.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from baocao.derive.ground import Ground
from baocao.derive.spots import Scope, row_of
from baocao.errors import Finding, finding
from baocao.model.outline import blank_cells
from baocao.model.record import Value
from baocao.packs.catalogue import Indicator, Kind, list_field
from baocao.vietnamese.numbers import format_number

_OUT_OF = {Kind.POINTS: "điểm tối đa", Kind.RANK: "tổng số"}
"""Kinds that may be typed with a total, and what it is called."""

_ROUND = 10


def check_totals(ground: Ground) -> Iterator[Finding]:
    """One remark for each row that lacks a total, or the figure of a column that is added up."""
    for id_ in ground.now:
        owner = ground.catalogue[id_]
        records = ground.now[id_].value.records if owner.kind is Kind.LIST else ()
        for field in owner.fields:
            if field.kind in _OUT_OF and any(_has_total(row, field) for row in records):
                yield from _lacking(owner, field, records)
    for indicator in ground.catalogue:
        if indicator.parts and indicator.id not in ground.now:
            yield from _not_added_up(ground, indicator)


def _not_added_up(ground: Ground, whole: Indicator) -> Iterator[Finding]:
    """The blank cells of a column that keep a figure from being made, where other rows have theirs; fields
    that every row must have are told by the model.
    """
    for parts in whole.parts:
        lacking = [item for item in parts if ground.term(item) is None]
        list_id, name = list_field(lacking[0]) if len(lacking) == 1 else ("", "")
        list_ = ground.value(list_id) if name else None
        field = (
            next((one for one in ground.catalogue[list_id].fields if one.id == name), None) if list_ else None
        )
        if list_ is None or field is None or field.required or not any(name in row for row in list_.records):
            continue
        for place in blank_cells(list_, name):
            scope = Scope(ground, ground.catalogue[list_id], place)
            row = row_of(list_.records[place], place)
            yield finding(
                "cot-cong-trong",
                scope.where(name),
                dong=f"{row:02d}",
                ten=_name(list_.records[place], name),
                danh_sach=scope.owner.label if scope.owner else "",
                cot=field.label,
                tong=whole.label,
            )


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
        whole = max(_ROUND, math.ceil(value.number / _ROUND) * _ROUND)
        yield finding(
            "dong-thieu-tong",
            value.where,
            dong=f"{value.where.row or number:02d}",
            ten=_name(row, field.id),
            danh_sach=owner.label,
            cot=field.label,
            tong=_OUT_OF[field.kind],
            vi_du=f"{format_number(value.number)}/{whole}",
        )


def _name(row: Mapping[str, Value], besides: str) -> str:
    """The first words of a row, in brackets, where it has some."""
    name = next((one.text for id_, one in row.items() if id_ != besides and one.text), "")
    return f" ({name[:60]})" if name else ""
