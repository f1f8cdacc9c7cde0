"""`lay_chi_tieu`: what a pack takes from the catalogues of other packs, as one tree that lies below its own.

A taken entry keeps what it names only as far as the taker has it: alternatives of `thanh_phan` that lack a
part, and ids of `trong`, `nen_trong`, `lay_tu`, `mac_dinh_theo`, `bang_ky_truoc` that nobody there is asked
for, are left out; a check comes along when all it names is there. A rate without its numerator or denominator
is a fault: it could be computed in the one pack and not in the other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from baocao.errors import Finding, Where, finding
from baocao.packs.catalogue import list_field
from baocao.packs.entry import guess
from baocao.packs.overlay import CatalogueTree
from baocao.packs.own_checks import named_in
from baocao.source.raw import Literal, RawValue

EVERYTHING = "*"
"""In a list of `lay_chi_tieu`: all of the catalogue; behind a group and a dot: all of the group."""

_WHOLES = ("trong", "nen_trong", "lay_tu")
_ONE = ("mac_dinh_theo", "bang_ky_truoc")
_BASES = ("tu_so", "mau_so")


@dataclass(frozen=True, slots=True)
class Wanted:
    """The items that a pack names of another's catalogue, and that catalogue with all its layers."""

    pack: str
    items: tuple[RawValue, ...]
    catalogue: CatalogueTree


def taken_tree(wanted: Sequence[Wanted], own: CatalogueTree, findings: list[Finding]) -> RawValue:
    """One chi-tieu.yaml of all that is taken, in the order named; of two with one id the first named.

    own: what the taker's own files say, which lies over it.
    """
    entries, groups, places = _entries(wanted, findings)
    known = {*entries, *own.entries}
    kept: dict[str, RawValue] = {}
    for id_, raw in entries.items():
        own_entry = own.entries.get(id_)
        trimmed = _Trimmed(raw, known, own_entry.children if own_entry else {})
        kept[id_] = trimmed.entry()
        findings.extend(
            finding("goi-lay-thieu", places[id_].item.where, ma=id_, goi=places[id_].pack, thieu=missing)
            for missing in trimmed.lacking
        )
    sections = {"nhom": groups, "chi_tieu": kept, "kiem_tra": _checks(wanted, known)}
    where = wanted[0].items[0].where
    return _map({name: _map(section, where) for name, section in sections.items() if section}, where)


@dataclass(frozen=True, slots=True)
class _Place:
    """The item that an entry was taken by, and the pack it is taken from."""

    pack: str
    item: RawValue


def _entries(
    wanted: Sequence[Wanted], findings: list[Finding]
) -> tuple[dict[str, RawValue], dict[str, RawValue], dict[str, _Place]]:
    """The entries named, the groups they stand in, and where each was named."""
    entries: dict[str, RawValue] = {}
    groups: dict[str, RawValue] = {}
    places: dict[str, _Place] = {}
    for one in wanted:
        for item in filter(lambda item: item.text, one.items):
            named = _named(item.text.strip(), one.catalogue.entries)
            if not named:
                findings.append(_unknown(item, one))
            for id_ in named:
                entries.setdefault(id_, one.catalogue.entries[id_])
                places.setdefault(id_, _Place(one.pack, item))
                groups = {**groups, **_groups(id_, one.catalogue), **groups}
    return entries, groups, places


def _named(item: str, ids: Collection[str]) -> list[str]:
    name = item.removesuffix(f".{EVERYTHING}")
    return [id_ for id_ in ids if name in (EVERYTHING, id_) or id_.startswith(f"{name}.")]


def _groups(id_: str, catalogue: CatalogueTree) -> dict[str, RawValue]:
    """The groups that an entry stands in, outermost first."""
    segments = id_.split(".")
    names = (".".join(segments[:count]) for count in range(1, len(segments)))
    known = catalogue.groups.children
    return {name: known[name] for name in names if name in known}


def _unknown(item: RawValue, wanted: Wanted) -> Finding:
    typed = item.text.strip()
    hint = guess(typed, (*wanted.catalogue.entries, *wanted.catalogue.groups.children))
    return finding("goi-lay-khong-co", item.where, ma=typed[:60], goi=wanted.pack, goi_y=hint)


def _checks(wanted: Sequence[Wanted], known: Collection[str]) -> dict[str, RawValue]:
    """The checks of the other packs that name nothing but what is there."""
    found: dict[str, RawValue] = {}
    for one in wanted:
        for id_, raw in one.catalogue.checks.items():
            named = named_in(raw)
            if named and all(list_field(item)[0] in known for item in named):
                found.setdefault(id_, raw)
    return found


class _Trimmed:
    """An entry without what it names and the taker does not have. lacking: the ids that it cannot do without.

    over: the attributes that the taker gives itself.
    """

    def __init__(self, raw: RawValue, known: Collection[str], over: Mapping[str, RawValue]) -> None:
        self._raw, self._known = raw, known
        bases = [raw.text_of(key) for key in _BASES if key not in over or over[key].blank]
        self.lacking = tuple(name for name in dict.fromkeys(bases) if name and name not in known)

    def entry(self) -> RawValue:
        """The entry as the taker gets it."""
        return _with(self._raw, dict(self._attributes(self._raw)))

    def _attributes(self, raw: RawValue) -> Iterator[tuple[str, RawValue]]:
        for key, value in raw.children.items():
            if key == "thanh_phan":
                value = self._breakdowns(value)
            elif key in _WHOLES:
                value = _listed(value, [item for item in value.items or (value,) if self._has(item)])
            elif key == "truong":
                value = _with(value, {name: self._column(column) for name, column in value.children.items()})
            gone = (key in _BASES and self.lacking) or (key in _ONE and not self._has(value))
            if not gone and (not value.blank or raw.children[key].blank):
                yield key, value

    def _breakdowns(self, value: RawValue) -> RawValue:
        rows = value.items if any(row.items for row in value.items) else (value,)
        kept = [row for row in rows if all(self._has(part) for part in row.items or (row,))]
        return value if len(kept) == len(rows) else _listed(value, kept)

    def _column(self, column: RawValue) -> RawValue:
        """Of a column, `lay_tu` alone names figures; all else names columns beside it."""
        given = column.children.get("lay_tu")
        if given is None:
            return column
        kept = _listed(given, [item for item in given.items or (given,) if self._has(item)])
        rest = {key: value for key, value in column.children.items() if key != "lay_tu"}
        return _with(column, rest if kept.blank else rest | {"lay_tu": kept})

    def _has(self, item: RawValue) -> bool:
        return list_field(item.text.strip())[0] in self._known


def _with(raw: RawValue, children: dict[str, RawValue]) -> RawValue:
    return RawValue(children, raw.where, raw.literal) if raw.children else raw


def _listed(raw: RawValue, items: Sequence[RawValue]) -> RawValue:
    return RawValue(tuple(items), raw.where, Literal.LIST)


def _map(children: Mapping[str, RawValue], where: Where) -> RawValue:
    return RawValue(dict(children), where, Literal.MAP)
