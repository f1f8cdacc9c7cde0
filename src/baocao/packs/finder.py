"""Where packs live, and how a unit's own folders lie over them. The only module that knows these places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from baocao.errors import Finding, PackError, Where, finding, stops
from baocao.packs.entry import guess
from baocao.packs.manifest import PACK_ID
from baocao.packs.pack import Layer, Manifest, Origin, Pack
from baocao.packs.reader import (
    CATALOGUE_FILE,
    MANIFEST_FILE,
    overlaid_catalogue,
    overlaid_manifest,
    read_file,
)
from baocao.source.raw import RawValue

UnitFolders = Path | str | Sequence[Path | str]
_Shelf = tuple[Path, Origin]

UNIT_PACKS = "mau"
"""The folder beside a unit's profile that holds its own templates, one folder a pack."""

_PACK_FILES = (MANIFEST_FILE, CATALOGUE_FILE, "noi-dung.md", "mau.docx")


def builtin_folder() -> Path:
    """The folder of the built-in packs: in an installation beside the package's modules, in a source checkout
    `templates/` at the root. Raises `PackError` when neither is there.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "builtin_packs", package.parents[1] / "templates"):
        if folder.is_dir():
            return folder
    raise PackError(finding("goi-khong-co-thu-vien", thu_muc=package / "builtin_packs"))


def list_packs(unit_folders: UnitFolders = ()) -> tuple[Manifest, ...]:
    """Manifests of the built-in packs, the unit's own and its parents', by id. Raises `PackError` for a
    broken one.
    """
    folders = _folders(unit_folders)
    return tuple(find_pack(name, folders).manifest for name in _known_names(_shelves(folders)))


def find_pack(
    name_or_folder: Path | str,
    unit_folders: UnitFolders = (),
    *,
    base: str = "",
    named_at: Where | None = None,
) -> Pack:
    """Find a pack and lay its folders over one another: the folder of the command line, then
    `<unit folder>/mau/<id>`, then the same of the unit's parents, then the built-in pack.

    name_or_folder: a pack's id, or a folder with any of a pack's files. unit_folders: the folder of the
    unit's profile, or a sequence: the unit's own, then its parents', nearest first. base: id of the pack that
    a folder without `ma` of its own changes (the data file's `goi`); without it the folder's name is the id.
    named_at: the place that names the pack. Raises `PackError` with every fault of the pack's files.
    """
    shelves = _shelves(_folders(unit_folders))
    return _load(tuple(_layers(str(name_or_folder).strip(), shelves, base, named_at or Where())))


def lay_over(pack: Pack, unit_folders: UnitFolders) -> Pack:
    """The pack with the folders of a unit and its parents laid over it, unless it has such folders already or
    the unit has none.
    """
    own = (Origin.UNIT, Origin.PARENT)
    shelves = [shelf for shelf in _shelves(_folders(unit_folders)) if shelf[1] in own]
    between = tuple(_named_layers(pack.id, shelves))
    if not between or any(layer.origin in own for layer in pack.layers):
        return pack
    above = [layer for layer in pack.layers if layer.origin is Origin.COMMAND]
    below = [layer for layer in pack.layers if layer.origin is not Origin.COMMAND]
    return _load((*above, *between, *below))


def _folders(given: UnitFolders) -> tuple[Path, ...]:
    """One folder or several; "" stands for none, a folder named twice counts once."""
    several = (given,) if isinstance(given, (str, Path)) else given
    return tuple(dict.fromkeys(Path(item) for item in several if str(item)))


def _shelves(unit_folders: Sequence[Path]) -> tuple[_Shelf, ...]:
    """The folders that hold packs, most specific first."""
    own = ((folder / UNIT_PACKS, Origin.UNIT) for folder in unit_folders[:1])
    parents = ((folder / UNIT_PACKS, Origin.PARENT) for folder in unit_folders[1:])
    return (*own, *parents, (builtin_folder(), Origin.BUILTIN))


def _layers(named: str, shelves: Sequence[_Shelf], base: str, where: Where) -> Iterator[Layer]:
    if not named:
        raise PackError(finding("goi-chua-neu", where, vi_du=next(iter(_known_names(shelves)), "cchc-nam")))
    known = tuple(_named_layers(named, shelves))
    if known:
        yield from known
        return
    folder = Path(named)
    if not _has_pack_files(folder):
        raise PackError(_unknown(named, shelves, where))
    id_ = _id_of(folder) or base or folder.resolve().name
    below = tuple(_named_layers(id_, shelves))
    if all(layer.folder.resolve() != folder.resolve() for layer in below):
        yield Layer(folder, Origin.COMMAND, id_)
    yield from below


def _named_layers(name: str, shelves: Iterable[_Shelf]) -> Iterator[Layer]:
    if not PACK_ID.fullmatch(name):
        return
    for shelf, origin in shelves:
        if _has_pack_files(shelf / name):
            yield Layer(shelf / name, origin, name)


def _has_pack_files(folder: Path) -> bool:
    try:
        return any((folder / name).is_file() for name in _PACK_FILES)
    except (OSError, ValueError):
        return False


def _id_of(folder: Path) -> str:
    tree = read_file(folder / MANIFEST_FILE, [])
    return tree.children["ma"].text.strip() if tree is not None and "ma" in tree.children else ""


def _known_names(shelves: Iterable[_Shelf]) -> tuple[str, ...]:
    folders = [shelf for shelf, _ in shelves if shelf.is_dir()]
    found = {item.name for folder in folders for item in folder.iterdir() if _has_pack_files(item)}
    return tuple(sorted(name for name in found if PACK_ID.fullmatch(name)))


def _unknown(name: str, shelves: Sequence[_Shelf], where: Where) -> Finding:
    known = _known_names(shelves)
    return finding("goi-khong-co", where, goi=name[:60], goi_y=guess(name, known), co_san=", ".join(known))


def _load(layers: Sequence[Layer]) -> Pack:
    """Read the files of the layers; all faults of all files are raised together."""
    findings: list[Finding] = []
    manifests = _trees(layers, MANIFEST_FILE, findings)
    catalogues = _trees(layers, CATALOGUE_FILE, findings)
    if stops(findings):
        raise PackError(findings)
    manifest = overlaid_manifest(manifests, findings)
    catalogue = overlaid_catalogue(catalogues, findings)
    if stops(findings):
        raise PackError(findings)
    return Pack(manifest, catalogue, tuple(layers))


def _trees(layers: Sequence[Layer], name: str, findings: list[Finding]) -> list[RawValue]:
    before = len(findings)
    trees = [tree for layer in layers if (tree := read_file(layer.folder / name, findings)) is not None]
    if not trees and not stops(findings[before:]):
        folder = layers[0].folder
        findings.append(finding("goi-thieu-tep", Where(str(folder)), goi=folder.name, tep=name))
    return trees
