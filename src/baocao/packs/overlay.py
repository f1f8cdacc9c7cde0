"""The files of several layers laid over one another: what stands in each entry, with the place it comes from.

The one merging path: `stack` judges what comes out of it, `origins` shows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from baocao.errors import Finding, Where
from baocao.packs.entry import Entry
from baocao.packs.pack import Layer
from baocao.source.raw import Literal, RawValue

_NOT_INHERITED = ("ma", "dua_tren", "lam_cho", "dang")
"""What a pack does not take over from the pack it is based on."""

_NOTHING = RawValue(None, Where(), Literal.NULL)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A layer with its goi.yaml as typed (None when it has none)."""

    layer: Layer
    manifest: RawValue | None

    def given(self, key: str) -> RawValue | None:
        """What the goi.yaml says under `key`; None when it says nothing."""
        raw = self.manifest.children.get(key) if self.manifest else None
        return None if raw is None or raw.blank else raw


@dataclass(frozen=True, slots=True)
class CatalogueTree:
    """The groups, indicators and checks of all layers as typed, by id."""

    groups: RawValue
    entries: Mapping[str, RawValue]
    checks: Mapping[str, RawValue]


def overlaid_manifest(sheets: Sequence[Sheet], own: str) -> RawValue:
    """One goi.yaml out of several, most specific first: the first layer that gives a key wins.

    own: id of the pack; some keys of the packs that it is based on do not count.
    """
    trees = [
        sheet.manifest if sheet.layer.pack == own else _inherited(sheet.manifest)
        for sheet in sheets
        if sheet.manifest is not None
    ]
    return _merged(trees) if trees else _NOTHING


def _inherited(tree: RawValue) -> RawValue:
    kept = {key: raw for key, raw in tree.children.items() if key not in _NOT_INHERITED}
    return RawValue(kept or None, tree.where, tree.literal)


def overlaid_catalogue(trees: Iterable[RawValue], findings: list[Finding]) -> CatalogueTree:
    """One chi-tieu.yaml out of several, most specific first: attributes override, new ids follow."""
    tops = [Entry(tree, "", ("nhom", "chi_tieu", "kiem_tra"), findings) for tree in trees]
    groups = _sections(tops, "nhom")
    entries, checks = (_entries(_sections(tops, name)) for name in ("chi_tieu", "kiem_tra"))
    return CatalogueTree(_groups(groups) if groups else _NOTHING, entries, checks)


def _groups(sections: Sequence[RawValue]) -> RawValue:
    """As `_merged`, attributes of a group by themselves; a group that is one text has its label (`nhan`)."""
    merged = _merged(sections)
    made = dict(merged.children)
    for name in made:
        given = [section.children[name] for section in sections if name in section.children]
        if any(raw.children for raw in given):
            long = [raw if raw.children else RawValue({"nhan": raw}, raw.where, Literal.MAP) for raw in given]
            made[name] = _merged([raw for raw in long if not raw.children.get("nhan", raw).blank])
    return RawValue(made or merged.value, merged.where, merged.literal)


def _sections(tops: Iterable[Entry], name: str) -> list[RawValue]:
    found = []
    for top in tops:
        if top.has(name) and not top.children[name].children:
            top.fault(top.children[name], name, "các dòng «mã: …» thụt vào bên dưới")
        elif top.has(name):
            found.append(top.children[name])
    return found


def _merged(layers: Sequence[RawValue]) -> RawValue:
    """One mapping out of several, the first given wins; blank entries do not override."""
    entries: dict[str, RawValue] = {}
    for layer in reversed(layers):
        entries.update(
            {key: value for key, value in layer.children.items() if key not in entries or not value.blank}
        )
    first = layers[0]
    return RawValue(entries or first.value, first.where, first.literal)


def _entries(sections: Sequence[RawValue]) -> dict[str, RawValue]:
    entries: dict[str, RawValue] = {}
    for section in reversed(sections):
        for id_, raw in section.children.items():
            entries[id_] = _merged((raw, entries[id_])) if id_ in entries and raw.children else raw
    return entries
