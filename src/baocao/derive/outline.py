"""Lists whose rows are numbered 1, 1.1, 1.1.1: blank rows are the sums of the rows right below them."""

from __future__ import annotations

from dataclasses import replace

from baocao.derive.arithmetic import Total, add, total_of
from baocao.model.outline import Row, number_above, number_of, rows_below
from baocao.model.record import Value
from baocao.packs.catalogue import Indicator
from baocao.packs.rules import ADDED


def with_sums_of_rows(list_: Indicator, value: Value) -> Value:
    """The list with the sums that were left blank, the deepest first."""
    rows: list[Row] = list(value.records)
    names = [field.id for field in list_.fields if field.kind in ADDED]
    below = rows_below(rows, list_.tree)
    for place in sorted(below, key=lambda place: -_depth(rows[place], list_.tree)):
        made = {
            name: total
            for name in names
            if name not in rows[place] and (total := add(rows[item].get(name) for item in below[place]))
        }
        rows[place] = {**rows[place], **made}
    return replace(value, records=tuple(rows)) if below else value


def total_below(value: Value, place: int, name: str, tree: str) -> Total | None:
    """The sum of a field over the rows right below a row; None when there are none or one is blank."""
    below = rows_below(value.records, tree).get(place, [])
    return total_of(value.records[item].get(name) for item in below) if below else None


def _depth(row: Row, field: str) -> int:
    number, depth = number_of(row, field), 0
    while number := number_above(number):
        depth += 1
    return depth
