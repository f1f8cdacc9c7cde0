"""The two sides of a comparison: a pack's name, a pack's folder, a .docx -> what a report is printed from.

A pack is compared as it prints for the unit whose working folder one stands in. When both sides are versions
of a pack that the unit has changed, both are taken without the unit's own template, and the blocks that it
changes are told: that is what an upgrade changes for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from baocao.authoring.chain import read_sheet
from baocao.authoring.copying import TEMPLATE, unit_folders
from baocao.authoring.fragments import fragment_block
from baocao.packs.catalogue import Catalogue
from baocao.packs.finder import builtin_folder, find_pack
from baocao.packs.overlay import TAKEN
from baocao.packs.overlay import Sheet as PackSheet
from baocao.packs.pack import Layer, Manifest, Origin, Pack
from baocao.packs.reader import CATALOGUE_FILE, MANIFEST_FILE, read_file, read_template
from baocao.packs.shelves import ORIGINAL, UNIT_PACKS, Shelves
from baocao.packs.stack import Stack, load
from baocao.template import LayerSource
from baocao.template.compiled import Fragments
from baocao.template.ooxml_tree import w
from baocao.template.sources import FragmentFiles, layer_sources
from baocao.workplace import find_workplace


@dataclass(frozen=True, slots=True)
class Side:
    """One side. shown: how it is called. layers: its templates, most specific first. named: by a pack's name.

    manifest, catalogue: None for a .docx that belongs to no pack. file: the template it was given as, if any.
    """

    shown: str
    pack: str
    layers: tuple[LayerSource, ...]
    fragments: Fragments
    manifest: Manifest | None = None
    catalogue: Catalogue | None = None
    named: bool = False
    file: Path | None = None

    def without(self, file: Path | None) -> Side:
        """The same without one template file; itself when it has nothing else."""
        left = tuple(item for item in self.layers if file is None or not _same(Path(item.name), file))
        return replace(self, layers=left) if left else self

    def without_named(self, other: Side) -> Side:
        """A side that is named by its pack, as it is without the file that the other side is."""
        return self.without(other.file) if self.named and other.file else self


@dataclass(frozen=True, slots=True)
class Sides:
    """Both sides. mine: the unit's own template, when it lies over both.

    own: the blocks and fragments that the unit has itself. fragments: those its reports take in today.
    """

    old: Side
    new: Side
    mine: LayerSource | None = None
    own: frozenset[str] = frozenset()
    fragments: Fragments = field(default_factory=dict)


def open_sides(old: str, new: str) -> Sides:
    """Find both sides. Raises `PackError` for a pack, folder or file that is not there or cannot be read."""
    beside = next((Path(item).parent for item in (old, new) if Path(item).name == ORIGINAL), None)
    folders = unit_folders(beside or _near(old, new))
    first, second = _side(old, folders), _side(new, folders)
    if not first.pack or not second.pack:
        one, other = first.without_named(second), second.without_named(first)
        return Sides(one, other)
    file = _own_template(beside, folders, first.pack)
    if file is None or first.pack != second.pack:
        return Sides(first, second)
    if any(side.file is not None and _same(side.file, file) for side in (first, second)):
        one, other = (side.without(file) if side.named else side for side in (first, second))
        return Sides(one, other)
    above = folders[1:] if _is_in(file, folders[:1]) else folders
    one = _below(old, above, first).without(file)
    other = _below(new, above, second).without(file)
    mine = LayerSource(str(file), first.pack, read_template(file))
    own = {*_own_blocks(mine, (*one.layers, *other.layers)), *_own_fragments(folders[:1])}
    now = second if second.named else first
    return Sides(one, other, mine, frozenset(own), now.fragments)


def _near(*given: str) -> Path:
    """Where the unit is looked for: the current folder, outside of a working folder what is named."""
    if find_workplace(Path()):
        return Path()
    places = (Path(item) for item in given)
    return next((place for place in places if place.exists() and find_workplace(place)), Path())


def _own_template(beside: Path | None, folders: Sequence[str], pack: str) -> Path | None:
    """The unit's own template of a pack: beside the original, else in the working folder."""
    places = [beside] if beside else []
    places += (Path(folder) / UNIT_PACKS / pack for folder in folders[:1] if pack)
    return next((place / TEMPLATE for place in places if (place / TEMPLATE).is_file()), None)


def _own_blocks(mine: LayerSource, below: Sequence[LayerSource]) -> Iterator[str]:
    """The blocks that the unit has its own text for: all when its template is a whole one; not those that
    print the text below them (`super()`).
    """
    sheet = read_sheet(mine)
    outline = sheet.outline
    printing = {*outline.supers, *(paragraph for paragraph, _ in outline.knots)}
    for span in outline.spans.values():
        inside = {paragraph for item in span.content() for paragraph in item.iter(w("p"))}
        if not inside & printing:
            yield span.name
    if not sheet.extends:
        yield ""
        for layer in below:
            yield from read_sheet(layer).outline.spans


def _own_fragments(folders: Sequence[str]) -> Iterator[str]:
    """The fragments that stand in the unit's own folder."""
    shelves = Shelves(tuple((Path(folder) / UNIT_PACKS, Origin.UNIT) for folder in folders))
    return map(fragment_block, shelves.fragments())


def _below(given: str, folders: Sequence[str], side: Side) -> Side:
    """A side that is named by its pack, found without the unit's own folder."""
    return _of_pack(given, find_pack(given, folders)) if side.named else side


def _side(given: str, folders: Sequence[str]) -> Side:
    path = Path(given)
    if path.is_file() or path.suffix.lower() == ".docx":
        return _of_file(path, folders)
    if path.is_dir() and (whole := _whole_pack(path)) is not None:
        file = path / TEMPLATE
        layers = (LayerSource(str(file), whole.id, read_template(file)),)
        return Side(
            _shown(given, whole),
            whole.id,
            layers,
            _fragments(path, folders),
            whole.manifest,
            whole.catalogue,
            file=file,
        )
    return _of_pack(given, find_pack(given, folders))


def _of_pack(given: str, pack: Pack) -> Side:
    folder = Path(given)
    named = given == pack.id or not folder.is_dir()
    file = None if named else folder / TEMPLATE
    sources, fragments = layer_sources(pack), FragmentFiles(pack.fragments)
    shown = _shown(given, pack)
    return Side(shown, pack.id, sources, fragments, pack.manifest, pack.catalogue, named, file)


def _shown(given: str, pack: Pack) -> str:
    return f"{given} (gói {pack.id}, phiên bản {pack.manifest.version})"


def _of_file(path: Path, folders: Sequence[str]) -> Side:
    data = read_template(path)
    extends = read_sheet(LayerSource(str(path), "", data)).extends
    if not extends:
        return Side(
            str(path), "", (LayerSource(str(path), "", data),), _fragments(path.parent, folders), file=path
        )
    pack = find_pack(extends, folders or unit_folders(path.parent))
    below = [item for item in layer_sources(pack) if not _same(Path(item.name), path)]
    whole = (LayerSource(str(path), extends, data), *below)
    fragments = FragmentFiles(pack.fragments)
    return Side(str(path), pack.id, whole, fragments, pack.manifest, pack.catalogue, file=path)


def _fragments(folder: Path, folders: Sequence[str]) -> Fragments:
    """What a template of a folder may take in: what is kept with it, beside it, the unit's, built in."""
    near = [(folder, Origin.COMMAND), (folder.resolve().parent, Origin.COMMAND)]
    units = [(Path(item) / UNIT_PACKS, Origin.UNIT) for item in folders]
    return FragmentFiles(Shelves((*near, *units, (builtin_folder(), Origin.BUILTIN))).fragments())


def _whole_pack(folder: Path) -> Pack | None:
    """A folder that holds all files of a pack, by itself: an older version, or the original of a copy."""
    tree = read_file(folder / MANIFEST_FILE, [])
    files = (folder / CATALOGUE_FILE, folder / TEMPLATE)
    if tree is None or not all(file.is_file() for file in files) or "phien_ban" not in tree.children:
        return None
    if (
        not tree.children.keys().isdisjoint(("dua_tren", TAKEN))
        or read_sheet(LayerSource("", "", read_template(files[1]))).extends
    ):
        return None
    name = tree.children["ma"].text.strip() if "ma" in tree.children else folder.resolve().name
    layer = Layer(folder, Origin.COMMAND, name)
    return load(Stack((PackSheet(layer, tree),), ()), {})


def _is_in(file: Path, folders: Collection[str]) -> bool:
    return any(file.resolve().is_relative_to(Path(folder).resolve()) for folder in folders)


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()
