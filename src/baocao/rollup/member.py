"""One unit that takes part in a roll-up: its name and its figures, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from baocao.errors import Where
from baocao.model.record import Value
from baocao.packs.catalogue import Indicator
from baocao.vietnamese.text import sort_key
from baocao.vietnamese.unit_names import unit_key

Row = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Member:
    """A unit with its figures of the period (`values`) and of the period before, by indicator id.

    name: without "Ủy ban nhân dân". level: as its profile has it, "" when it says nothing. above: the unit
    whose roll-up it came through, "" when it sent its own file. file: as findings name it. texts: what is
    kept apart for reading, by indicator id: a text, or the rows of a list of texts. rest: no unit of its own,
    but what was typed into a roll-up beside the figures of its units. inside: the roll-up's file, where the
    figures stand now, "" for the unit's own. made, made_before: the figures that nobody typed, but that
    follow from others. merged: those that the unit gave, but that were typed over in the total of a roll-up;
    of the rest, those that it gives in place of its units.
    """

    name: str
    file: str = ""
    level: str = ""
    above: str = ""
    values: Mapping[str, Value] = field(default_factory=dict)
    before: Mapping[str, Value] = field(default_factory=dict)
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rest: bool = False
    inside: str = ""
    made: frozenset[str] = frozenset()
    made_before: frozenset[str] = frozenset()
    merged: frozenset[str] = frozenset()

    @property
    def standing_in(self) -> str:
        """The file that has the figures, among those that were sent."""
        return self.inside or self.file

    @property
    def key(self) -> tuple[object, object]:
        """What two names of one unit have in common."""
        return unit_key(self.name), unit_key(self.above)

    def where(self, id_: str, label: str) -> Where:
        """The place of a figure; of the file when the unit has not given it."""
        value = self.values.get(id_.partition("[]")[0])
        place = value.where if value is not None else Where(self.standing_in)
        return place.but(file=place.file or self.standing_in, key=id_, label=label, part=self.name)


def in_order(members: Iterable[Member]) -> tuple[Member, ...]:
    """Units by name, in the Vietnamese order: the order in which they came never shows."""
    return tuple(sorted(members, key=lambda one: (sort_key(one.name), sort_key(one.above), one.file)))


def named_apart(members: Sequence[Member]) -> tuple[Member, ...]:
    """The members with names that tell them apart: of two of one name each says what it belongs to."""
    counted: dict[object, int] = {}
    for one in members:
        counted[unit_key(one.name)] = counted.get(unit_key(one.name), 0) + 1
    return tuple(
        replace(one, name=f"{one.name} ({one.above})", above="")
        if one.above and counted[unit_key(one.name)] > 1
        else one
        for one in members
    )


def bare(value: Value) -> Value:
    """A value without its place, to compare with another."""
    rows = tuple({name: bare(cell) for name, cell in row.items()} for row in value.records)
    return replace(value, where=Where(), records=rows)


def has_none(values: Mapping[str, Value], one: Indicator) -> bool:
    """Whether a unit that has nothing of the whole need not say that it has nothing of this part."""
    wholes = [values[id_] for id_ in one.within if id_ in values]
    return any(value.nil or value.number == 0 for value in wholes)


def knows(values: Mapping[str, Value], one: Indicator) -> bool:
    """Whether a unit has a figure, or nothing that could be counted."""
    return one.id in values or has_none(values, one)
