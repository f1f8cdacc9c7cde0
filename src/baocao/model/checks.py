"""What the values must be together: nothing needed is missing, no part is larger than its whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from baocao.errors import Severity
from baocao.intake.raw import RawValue
from baocao.model.faults import Faults
from baocao.model.numbers import sample
from baocao.model.record import Value
from baocao.model.tree import Typed, place_of
from baocao.packs.catalogue import Catalogue, Indicator
from baocao.vietnamese.numbers import format_number

Values = Mapping[str, Value]

_LIST_ITEM = re.compile(r"(?P<list>[^\[\]]+)\[\]\.(?P<field>[^\[\]]+)")


def check_required(
    tree: RawValue, typed: Typed, catalogue: Catalogue, faults: Faults, *, draft: bool
) -> None:
    """Report required indicators that are neither given nor computable; in a draft they only warn."""
    for indicator in catalogue:
        if not indicator.required or _stated(indicator.id, typed):
            continue
        if not _available(indicator.id, typed.values, catalogue):
            where = place_of(indicator.id, tree, catalogue)
            severity = Severity.WARNING if draft else None
            faults.add("thieu-bat-buoc", where, severity=severity, vi_du=sample(indicator))


def check_parts(values: Values, catalogue: Catalogue, faults: Faults) -> None:
    """Report parts larger than a whole of theirs (`thanh_phan`, `trong`). Hedged figures are not compared."""
    for part, whole in dict.fromkeys(_pairs(catalogue)):
        small, large = _number(part, values), _number(whole, values)
        if small is None or large is None or small <= large:
            continue
        list_id = part.partition("[]")[0]
        faults.add(
            "phan-lon-hon-tong",
            values[list_id].where,
            phan=catalogue[list_id].label,
            so_phan=format_number(small),
            tong=catalogue[whole].label,
            so_tong=format_number(large),
            muc_tong=whole,
        )


def _stated(id_: str, typed: Typed) -> bool:
    """Whether a figure was typed, be it a wrong one: that has its own finding."""
    value = typed.values.get(id_)
    return id_ in typed.ids and (value is None or not _only_style(value))


def _available(id_: str, values: Values, catalogue: Catalogue) -> bool:
    """Given, or computable from what is given. The catalogue has no cycles, so this ends."""
    listed = _LIST_ITEM.fullmatch(id_)
    if listed:
        return listed["list"] in values
    if id_ in values and not _only_style(values[id_]):
        return True
    indicator = catalogue[id_]
    if indicator.fallback and _available(indicator.fallback, values, catalogue):
        return True
    return any(all(_available(item, values, catalogue) for item in row) for row in _sources(indicator))


def _only_style(value: Value) -> bool:
    """Whether the entry says how to print a computed figure, and no figure."""
    style = Value(
        value.where, hedge=value.hedge, decimals=value.decimals, source=value.source, window=value.window
    )
    return value == style


def _sources(indicator: Indicator) -> Iterator[tuple[str, ...]]:
    """Sets of indicators, each of which is enough to compute this one."""
    yield from (row for row in indicator.parts if row)
    if indicator.numerator and indicator.denominator:
        yield indicator.numerator, indicator.denominator


def _pairs(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for indicator in catalogue:
        yield from ((part, indicator.id) for row in indicator.parts for part in row)
        yield from ((indicator.id, whole) for whole in indicator.within)


def _number(id_: str, values: Values) -> Decimal | None:
    """An exact number of the data; the sum of a list's column for `danh_sach[].cot`."""
    listed = _LIST_ITEM.fullmatch(id_)
    if listed is None:
        value = values.get(id_)
        return value.number if value is not None and not value.hedge else None
    rows = values[listed["list"]].records if listed["list"] in values else ()
    cells = [row[listed["field"]] for row in rows if listed["field"] in row]
    if not cells or any(cell.hedge for cell in cells):
        return None
    return sum((cell.number for cell in cells if cell.number is not None), Decimal(0))
