"""What a form has no cells for: what is asked of units of other levels only, unless it is filled already."""

from __future__ import annotations

from collections.abc import Iterator

from baocao.authoring.forms.filling import Filling
from baocao.model.naming import has_units_below
from baocao.packs.catalogue import Catalogue, Indicator, Kind, RollUp

_UNIT_FIELD = "don_vi"
"""The field of a list's rows that names the unit they come from, when several are put together."""


def left_out(catalogue: Catalogue, level: str, filling: Filling) -> frozenset[str]:
    """Indicators, and fields of lists ("<list>[].<field>"), not asked of a unit of `level`.

    A group stays whole as soon as one of its figures, or last year's, is there.
    """
    kept = {one.group for one in catalogue if _filled(one, filling)}
    groups = {
        one.id
        for one in catalogue
        if (levels := catalogue.levels_of(one.id)) and level and level not in levels and one.group not in kept
    }
    if not level or has_units_below(level):
        return frozenset(groups)
    return frozenset({*groups, *_of_roll_ups(catalogue, filling)})


def _filled(one: Indicator, filling: Filling) -> bool:
    return one.id in filling.entries or one.id in filling.before or bool(filling.rows.get(one.id))


def _of_roll_ups(catalogue: Catalogue, filling: Filling) -> Iterator[str]:
    """Lists and fields that only a unit with others below it fills."""
    for one in catalogue:
        if one.kind is not Kind.LIST:
            continue
        if one.rollup is RollUp.UNITS and not _filled(one, filling):
            yield one.id
        typed = {name for row in filling.rows.get(one.id, []) for name in row}
        named = any(item.id == _UNIT_FIELD for item in one.fields)
        if named and _UNIT_FIELD not in typed and len(one.fields) > 1:
            yield f"{one.id}[].{_UNIT_FIELD}"
