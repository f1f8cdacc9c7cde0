"""The value this room hands on: the units that took part, their totals, and what is to be told about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from baocao.derive.resolve import resolve_all
from baocao.derive.wording import quantity_words
from baocao.errors import Finding
from baocao.model.record import HouseStyle, Period, Value
from baocao.packs.catalogue import Indicator, Kind, RollUp, list_field
from baocao.packs.pack import Pack
from baocao.rollup.adding import add, total_of
from baocao.rollup.member import Member
from baocao.rollup.upper import Upper
from baocao.vietnamese.text import first_upper

STYLE = HouseStyle(two_digit_counts=False)
"""Numbers of findings and tables are printed as they are."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that was not added up."""

    name: str
    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class Rolled:
    """A roll-up. members: in the Vietnamese order of their names. totals: by indicator id, as the catalogue
    has them. missing: units that have not sent. period: of all members; None when there is none. inputs: the
    files it was made from, when a result is to stand where a file is.
    """

    upper: Upper
    pack: Pack
    period: Period | None
    members: tuple[Member, ...] = ()
    totals: Mapping[str, Value] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    findings: tuple[Finding, ...] = ()
    inputs: tuple[Path, ...] = ()

    @property
    def units(self) -> tuple[Member, ...]:
        """The members that are units."""
        return tuple(one for one in self.members if not one.rest)

    def givers(self, id_: str) -> tuple[Member, ...]:
        """The units that have a figure or list."""
        return tuple(one for one in self.members if id_ in one.values)

    def lacking(self, id_: str) -> tuple[Member, ...]:
        """The units that have not; what was typed over in a total above them is not lacking."""
        return tuple(one for one in self.units if id_ not in one.values and id_ not in one.merged)


def totals_of(pack: Pack, members: Sequence[Member]) -> dict[str, Value]:
    """Every figure and list that adds up, and the tables with a row a unit."""
    totals: dict[str, Value] = {}
    for one in pack.catalogue:
        total = unit_rows(one, members) if one.rollup is RollUp.UNITS else total_of(one, members)
        if total is not None:
            totals[one.id] = total
    return totals


def written_of(pack: Pack, members: Sequence[Member], totals: Mapping[str, Value]) -> dict[str, Value]:
    """The totals that a data file says itself: what a unit has typed, not what follows from it.

    A total that nobody typed stays when the others do not say as much: its units have made it of figures that
    are not those it would be made of here.
    """
    typed = {
        id_: total
        for id_, total in totals.items()
        if pack.catalogue[id_].rollup is RollUp.UNITS
        or any(id_ in one.values and id_ not in one.made for one in members)
    }
    follows = resolve_all(pack.catalogue, typed, STYLE)

    def says_less(id_: str) -> bool:
        found = follows.get(id_)
        having = [one for one in members if id_ in one.values]
        return found is None or any(first_of(one, [item]) is None for item in found.inputs for one in having)

    return {id_: total for id_, total in totals.items() if id_ in typed or says_less(id_)}


def unit_rows(list_: Indicator, members: Sequence[Member]) -> Value | None:
    """A list with a row a unit: its name in the first text, its figures in the fields that name them. A sum
    stands only where its parts do not: else it follows from them.
    """
    name = next((one.id for one in list_.fields if one.kind is Kind.TEXT), None)
    rows = []
    for member in members:
        cells = {
            one.id: figure for one in list_.fields if (figure := first_of(member, one.taken_from)) is not None
        }
        sums = [one.id for one in list_.fields if any(cells.keys() >= set(parts) for parts in one.parts)]
        cells = {id_: figure for id_, figure in cells.items() if id_ not in sums}
        if cells and name is not None:
            rows.append({name: Value(text=first_upper(member.name))} | cells)
    return Value(records=tuple(rows)) if rows else None


def first_of(member: Member, items: Sequence[str]) -> Value | None:
    """The first of several figures that a unit has; `danh_sach[].truong` is the sum of a list's column."""
    for item in items:
        list_id, name = list_field(item)
        value = member.values.get(list_id)
        if value is not None and name and value.records:
            if all(name in row for row in value.records):
                return add(row[name] for row in value.records)
        elif value is not None:
            return add([value])
    return None


def words(value: Value, indicator: Indicator) -> str:
    """A figure in words, with its unit."""
    if value.records:
        return f"{len(value.records)} dòng"
    said = quantity_words(value, indicator, STYLE)
    return f"{value.hedge} {said}" if value.hedge else said
