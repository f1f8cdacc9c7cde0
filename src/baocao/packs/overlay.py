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

YEARS_OF = "lay_cac_nam"
"""The key of goi.yaml that names packs whose data files serve as other years of the pack's."""

SECTIONS = ("nhom", "chi_tieu", "kiem_tra")
"""The parts of a chi-tieu.yaml."""

_NOT_INHERITED = ("ma", "dua_tren", "lam_cho", "dang", YEARS_OF)
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
    if not trees:
        return _NOTHING
    merged = _merged(trees)
    wanted = wanted_of(trees)
    return RawValue({**merged.children, TAKEN: wanted}, merged.where, merged.literal) if wanted else merged


def years_of(sheets: Iterable[Sheet], own: str) -> tuple[RawValue, ...]:
    """The names under `lay_cac_nam`, as typed by the most specific of the pack's own layers that has any."""
    given = (sheet.given(YEARS_OF) for sheet in sheets if sheet.layer.pack == own)
    first = next(filter(None, given), None)
    return () if first is None else first.items or (first,)


TAKEN = "lay_chi_tieu"
"""The key of goi.yaml that names entries of other packs' catalogues; what the layers name adds up."""


def wanted_of(manifests: Iterable[RawValue]) -> RawValue | None:
    """`lay_chi_tieu` of all layers: by pack, what each of them names. None when nobody names anything, or one
    of them does not say it as entries (which is told when the goi.yaml is read).
    """
    given = [raw for tree in manifests if (raw := tree.children.get(TAKEN)) and not raw.blank]
    if not given or not all(raw.children for raw in given):
        return None
    packs = dict.fromkeys(name for raw in given for name in raw.children)
    return RawValue({name: _gathered(name, given) for name in packs}, given[0].where, Literal.MAP)


def _gathered(name: str, given: Sequence[RawValue]) -> RawValue:
    found = [raw.children[name] for raw in given if name in raw.children and not raw.children[name].blank]
    items = tuple(item for raw in found for item in (raw.items or (raw,)))
    return RawValue(items, found[0].where, Literal.LIST) if found else given[0].children.get(name, _NOTHING)


def _inherited(tree: RawValue) -> RawValue:
    kept = {key: raw for key, raw in tree.children.items() if key not in _NOT_INHERITED}
    return RawValue(kept or None, tree.where, tree.literal)


def overlaid_catalogue(
    trees: Iterable[RawValue], findings: list[Finding], taken: RawValue | None = None
) -> CatalogueTree:
    """One chi-tieu.yaml out of several, most specific first: attributes override, new ids follow.

    taken: what other packs lend, below all others. Then the groups stand in the order of the pack's own
    `nhom`, those that it does not name in the order taken; in a group, what is taken comes first.
    """
    tops = [Entry(tree, "", SECTIONS, findings) for tree in trees]
    order = [name for section in reversed(_sections(tops, "nhom")) for name in section.children]
    if taken is not None:
        tops.append(Entry(taken, "", SECTIONS, findings))
    groups = _sections(tops, "nhom")
    entries, checks = (_entries(_sections(tops, name)) for name in ("chi_tieu", "kiem_tra"))
    laid = _groups(groups) if groups else _NOTHING
    if taken is not None:
        places = {name: place for place, name in enumerate(dict.fromkeys((*order, *laid.children)))}
        laid, entries = _with(laid, _ordered(laid.children, places)), _ordered(entries, places)
    return CatalogueTree(laid, entries, checks)


def _ordered(named: Mapping[str, RawValue], places: Mapping[str, int]) -> dict[str, RawValue]:
    """By the place of the outermost group; what stands in none comes last."""
    outer = {name: places.get(name.partition(".")[0], len(places)) for name in named}
    return dict(sorted(named.items(), key=lambda item: outer[item[0]]))


def _with(raw: RawValue, children: dict[str, RawValue]) -> RawValue:
    return RawValue(children or raw.value, raw.where, raw.literal)


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
