"""Sheets of a form, their rows, columns and tables; the groups of a catalogue that they are made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from baocao.forms.conventions import SheetKind
from baocao.packs.catalogue import NUMERIC, Indicator, Kind
from baocao.packs.pack import Pack

ON_FIGURES = NUMERIC | {Kind.DATE, Kind.PERIOD, Kind.YESNO}
"""Kinds that stand on the sheets of figures."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its id as in row 1, and its heading."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    """An entry, or with `id` "" a heading between entries. indicator: None on `Chung`."""

    id: str
    label: str
    indicator: Indicator | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A list's table: its first column (from 0) and its columns."""

    indicator: Indicator
    first: int
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A sheet of data. columns[0] is column A; rows stand from FIRST_ROW on. tables: of lists."""

    kind: SheetKind
    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...] = ()
    tables: tuple[Table, ...] = ()

    def column(self, id_: str) -> int:
        """The number of a column, from 0; -1 when the sheet has none of that id."""
        return next((number for number, item in enumerate(self.columns) if item.id == id_), -1)


def groups_of(pack: Pack) -> tuple[str, ...]:
    """First names of the ids of figures and lists, in the catalogue's order."""
    tabled = ON_FIGURES | {Kind.LIST}
    return tuple(dict.fromkeys(item.id.split(".")[0] for item in pack.catalogue if item.kind in tabled))


def of_group(pack: Pack, group: str, kinds: Iterable[Kind]) -> list[Indicator]:
    """The indicators of a group that are of some kinds, in the catalogue's order."""
    wanted = frozenset(kinds)
    return [item for item in pack.catalogue if item.id.split(".")[0] == group and item.kind in wanted]


def group_label(pack: Pack, group: str) -> str:
    """How the catalogue calls a group."""
    return pack.catalogue.groups.get(group) or (
        pack.catalogue[group].label if group in pack.catalogue else group
    )


def short_label(pack: Pack, group: str) -> str:
    """How a sheet of a group is called."""
    return pack.catalogue.short.get(group) or group_label(pack, group)
