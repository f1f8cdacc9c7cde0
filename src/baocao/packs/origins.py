"""Where each value of a pack comes from: the overlay that `stack` judges, shown value by value.

What is taken from another pack (`lay_chi_tieu`) lies below all layers and keeps its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from baocao.errors import Finding, Where
from baocao.packs.catalogue import Indicator
from baocao.packs.indicators import ATTRIBUTES as OF_INDICATOR
from baocao.packs.indicators import ONLY_FOR
from baocao.packs.manifest import ATTRIBUTES as OF_MANIFEST
from baocao.packs.overlay import Sheet, overlaid_catalogue, overlaid_manifest
from baocao.packs.pack import Layer, Origin, Pack
from baocao.packs.reader import CATALOGUE_FILE, MANIFEST_FILE, read_file
from baocao.source.raw import Literal, RawValue

_Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Effective:
    """One value in effect.

    path: the keys that lead to it in its file; an indicator's id is one key. text: as typed, or as the
    program takes it when nobody typed it (`Origin.DEFAULT`, a `where` without a file). pack: id of the
    layer's pack. below: what would stand here without that layer, "" for nothing.
    """

    path: _Path
    text: str
    origin: Origin
    pack: str = ""
    where: Where = field(default_factory=Where)
    below: str = ""

    @property
    def key(self) -> str:
        """The path in one word."""
        return ".".join(self.path)

    @property
    def own(self) -> bool:
        """Whether the unit, its parents or the command line has typed it."""
        return self.origin.own


def pack_origins(pack: Pack) -> tuple[Effective, ...]:
    """Every value of goi.yaml, then of chi-tieu.yaml, with the layer it comes from; paths as in those files.

    The files of the layers are read again, and must still be as they were when the pack was loaded.
    """
    return (*_of_manifest(pack), *_of_catalogue(pack))


def _of_manifest(pack: Pack) -> Iterator[Effective]:
    sheets = [Sheet(layer, tree) for layer, tree in _trees(pack, MANIFEST_FILE)]
    view = _View(pack, MANIFEST_FILE, lambda depth: overlaid_manifest(sheets[depth:], pack.id))
    for key, attribute in OF_MANIFEST.items():
        value = getattr(pack.manifest, attribute)
        if isinstance(value, Mapping):
            yield from (view.value((key, name), text) for name, text in value.items())
        elif value not in ("", ()):
            yield view.value((key,), value)


def _of_catalogue(pack: Pack) -> Iterator[Effective]:
    trees = [tree for _, tree in _trees(pack, CATALOGUE_FILE)]
    ignored: list[Finding] = []

    def overlay(depth: int) -> RawValue:
        taken = pack.loan.tree if pack.loan and depth <= len(trees) else None
        laid = overlaid_catalogue(filter(None, trees[depth:]), ignored, taken)
        entries = RawValue(dict(laid.entries), laid.groups.where, Literal.MAP)
        checks = RawValue(dict(laid.checks), laid.groups.where, Literal.MAP)
        sections = {"nhom": laid.groups, "chi_tieu": entries, "kiem_tra": checks}
        return RawValue(sections, laid.groups.where, Literal.MAP)

    view = _View(pack, CATALOGUE_FILE, overlay)
    for name, raw in overlay(0).children["nhom"].children.items():
        yield from (view.value(("nhom", name, key), "") for key in raw.children)
        if not raw.children:
            yield view.value(("nhom", name), pack.catalogue.groups[name])
    for indicator in pack.catalogue:
        yield from _of_indicator(view, ("chi_tieu", indicator.id), indicator)
    for id_, raw in overlay(0).children["kiem_tra"].children.items():
        yield from (
            view.value(("kiem_tra", id_, key), "") for key, typed in raw.children.items() if not typed.blank
        )


def _of_indicator(view: _View, path: _Path, indicator: Indicator) -> Iterator[Effective]:
    for key, attribute in OF_INDICATOR.items():
        value = getattr(indicator, attribute)
        if key == "truong":
            for column in indicator.fields:
                yield from _of_indicator(view, (*path, key, column.id), column)
        elif value not in ("", (), None) and indicator.kind in ONLY_FOR.get(key, (indicator.kind,)):
            yield view.value((*path, key), value)


def _trees(pack: Pack, name: str) -> Iterator[tuple[Layer, RawValue | None]]:
    for layer in pack.layers:
        yield layer, read_file(layer.folder / name, [])


class _View:
    """A file of the pack, as all layers and as those from some depth down give it."""

    def __init__(self, pack: Pack, name: str, overlay: Callable[[int], RawValue]) -> None:
        lent = pack.loan.layers if pack.loan else ()
        self._layers = {str(layer.folder / name): layer for layer in (*lent, *pack.layers)}
        self._depths = {str(layer.folder / name): depth for depth, layer in enumerate(pack.layers)}
        self._below_all = len(pack.layers)
        self._overlay = cache(overlay)

    def value(self, path: _Path, taken: Any) -> Effective:
        """The value at `path`. `taken`: what the program takes, for one that nobody typed."""
        raw = self._at(path, 0)
        if raw is None:
            return Effective(path, _shown(taken), Origin.DEFAULT)
        depth = self._depths.get(raw.where.file, self._below_all)
        layer, lower = self._layers[raw.where.file], self._at(path, depth + 1)
        below = _typed(lower) if lower else ""
        return Effective(path, _typed(raw), layer.origin, layer.pack, raw.where, below)

    def _at(self, path: _Path, depth: int) -> RawValue | None:
        raw: RawValue | None = self._overlay(depth)
        for key in path:
            raw = raw.children.get(key) if raw else None
        return None if raw is None or raw.blank else raw


def _typed(raw: RawValue) -> str:
    if raw.literal is Literal.BOOL:
        return _shown(raw.text == "true")
    if any(item.items for item in raw.items):
        return "; ".join(" + ".join(part.text for part in item.items or (item,)) for item in raw.items)
    return "; ".join(item.text.strip() for item in raw.items) if raw.items else raw.text.strip()


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "có" if value else "không"
    return "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)
