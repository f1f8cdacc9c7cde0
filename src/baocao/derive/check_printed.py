"""What the report leaves out: typed figures that no sentence asks for, and where a missing one belongs."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from baocao.derive.spots import blank_place
from baocao.errors import Finding, Where, finding
from baocao.packs.catalogue import Indicator

if TYPE_CHECKING:
    from baocao.derive.figures import Figures

_CELL = re.compile(r"(?P<list>[a-z0-9_.]+)\[(?P<row>[0-9]+)\]\.(?P<field>[a-z0-9_]+)")


def check_printed(figures: Figures, asked: Collection[str]) -> Iterator[Finding]:
    """A remark for each typed figure that was not asked for, nor serves to compute another."""
    used = figures.catalogue.serving
    for id_, value in figures.record.values.items():
        indicator = figures.catalogue.indicators.get(id_)
        if indicator is not None and id_ not in asked and id_ not in used:
            yield finding(
                "da-nhap-khong-in", value.where.but(key=id_, label=indicator.label), ten=indicator.label
            )


def data_place(figures: Figures, where: Where) -> Where:
    """The place in the data of what a template missed; the same place when it is not of the data."""
    if where.spot:
        return where
    cell = _CELL.fullmatch(where.key)
    if cell and cell["list"] in figures.record.values:
        place = _blank_cell(figures, cell["list"], int(cell["row"]), cell["field"])
        return place.but(file=_file(figures), column=None).named(where.key, where.label)
    id_ = _indicator_id(where.key, figures.catalogue.indicators)
    if not id_:
        return where
    place = figures.record.blanks.get(id_, Where())
    return place.but(file=_file(figures)).named(where.key, where.label)


def _blank_cell(figures: Figures, id_: str, number: int, field: str) -> Where:
    """Where a blank field of a row stands; where the list does when the row says nothing."""
    whole = figures.record.values[id_]
    row = whole.records[number - 1] if 0 < number <= len(whole.records) else {}
    return blank_place(whole, row, field)


def _indicator_id(key: str, indicators: Mapping[str, Indicator]) -> str:
    """The indicator a key begins with: "chi_so.diem.truoc" begins with chi_so.diem."""
    while key and key not in indicators:
        key = key.rpartition(".")[0]
    return key


def _file(figures: Figures) -> str:
    return figures.record.file
