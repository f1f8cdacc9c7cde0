"""Where packs live, and how a unit's own folders lie over them. The door of this room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from baocao.errors import Finding, PackError, Where, finding
from baocao.packs.entry import guess
from baocao.packs.overlay import Sheet, years_of
from baocao.packs.pack import Layer, Origin, Pack
from baocao.packs.reader import MANIFEST_FILE, read_file
from baocao.packs.shelves import UNIT_PACKS, Shelves, has_pack_files
from baocao.packs.stack import load, stack

UnitFolders = Path | str | Sequence[Path | str]

_OF_UNITS = (Origin.UNIT, Origin.PARENT)

FIRST_PACK = "cchc-nam"
"""The pack of a new working folder when none is named, and the example where one must be."""


def builtin_folder() -> Path:
    """The folder of the built-in packs: in an installation beside the package's modules, in a source checkout
    `templates/` at the root. Raises `PackError` when neither is there.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "builtin_packs", package.parents[1] / "templates"):
        if folder.is_dir():
            return folder
    raise PackError(finding("goi-khong-co-thu-vien", thu_muc=package / "builtin_packs"))


def pack_names(unit_folders: UnitFolders = ()) -> tuple[str, ...]:
    """The ids of the built-in packs, the unit's own and its parents', sorted; none of them is read."""
    return _shelves(unit_folders).names()


def list_packs(unit_folders: UnitFolders = ()) -> tuple[Pack, ...]:
    """The built-in packs, the unit's own and its parents', by id. Raises `PackError` for a broken one."""
    shelves = _shelves(unit_folders)
    return tuple(_assemble(name, (), shelves) for name in shelves.names())


def find_pack(
    name_or_folder: Path | str,
    unit_folders: UnitFolders = (),
    *,
    base: str = "",
    named_at: Where | None = None,
) -> Pack:
    """Find a pack and lay its folders over one another: the folder of the command line, then
    `<unit folder>/mau/<id>`, then the same of the unit's parents, then the built-in pack; below them the
    same of the pack that it is based on (`dua_tren`), and so on.

    name_or_folder: a pack's id, or a folder with any of a pack's files. unit_folders: the folder of the
    unit's profile, or a sequence: the unit's own ("" for none), then its parents', nearest first. base: id of
    the pack that a folder without `ma` of its own changes (the data file's `goi`); without it the folder's
    name is the id. named_at: the place that names the pack. Raises `PackError` with every fault of the
    pack's files.
    """
    shelves = _shelves(unit_folders)
    id_, above = _start(str(name_or_folder).strip(), shelves, base, named_at or Where())
    return _assemble(id_, above, shelves)


def lay_over(pack: Pack, unit_folders: UnitFolders) -> Pack:
    """The pack with the folders and fragments of a unit and its parents laid over it, unless it has such
    folders already or the unit has none.
    """
    shelves = _shelves(unit_folders)
    own = shelves.only(_OF_UNITS)
    if not own.folders or any(layer.origin in _OF_UNITS for layer in pack.layers):
        return pack
    above = tuple(layer for layer in pack.layers if layer.origin is Origin.COMMAND)
    if any(tuple(own.layers(name)) for name in pack.taking_part):
        return _assemble(pack.id, above, shelves)
    return replace(pack, fragments=shelves.fragments(above)) if own.fragments() else pack


def packs_of_years(name_or_folder: str, unit_folders: UnitFolders = ()) -> tuple[str, ...]:
    """The packs whose data files serve as other years of a pack's (`lay_cac_nam`), read from its goi.yaml
    alone; none for a pack that nobody has. What is wrong there is told when the pack is loaded.
    """
    shelves = _shelves(unit_folders)
    if not name_or_folder:
        return ()
    try:
        id_, above = _start(name_or_folder.strip(), shelves, "", Where())
        layers = (*above, *shelves.layers(id_))
    except PackError:
        return ()
    sheets = [Sheet(layer, read_file(layer.folder / MANIFEST_FILE, [])) for layer in layers]
    names = (item.text.strip() for item in years_of(sheets, id_))
    return tuple(name for name in dict.fromkeys(names) if name and name != id_)


def _shelves(unit_folders: UnitFolders) -> Shelves:
    """One folder or several; "" stands for none, a folder named twice counts once."""
    several = (unit_folders,) if isinstance(unit_folders, (str, Path)) else unit_folders
    folders: dict[Path, Origin] = {}
    for place, folder in enumerate(several):
        if str(folder):
            folders.setdefault(Path(folder) / UNIT_PACKS, Origin.PARENT if place else Origin.UNIT)
    return Shelves((*folders.items(), (builtin_folder(), Origin.BUILTIN)))


def _start(named: str, shelves: Shelves, base: str, where: Where) -> tuple[str, tuple[Layer, ...]]:
    """The id of the pack, and the folder of the command line when it is none of the pack's known ones."""
    if not named:
        raise PackError(finding("goi-chua-neu", where, vi_du=FIRST_PACK))
    if any(shelves.layers(named)):
        return named, ()
    folder = Path(named)
    if not has_pack_files(folder):
        raise PackError(_unknown(named, shelves, where))
    id_ = _id_of(folder, base)
    known = {layer.folder.resolve() for layer in shelves.layers(id_)}
    return id_, () if folder.resolve() in known else (Layer(folder, Origin.COMMAND, id_),)


def _id_of(folder: Path, base: str) -> str:
    """`ma` of the folder's goi.yaml. A folder without one changes `base`, unless it is based on a pack."""
    tree = read_file(folder / MANIFEST_FILE, [])
    typed = {key: tree.children[key].text.strip() for key in tree.children} if tree else {}
    return typed.get("ma") or ("" if typed.get("dua_tren") else base) or folder.resolve().name


def _unknown(name: str, shelves: Shelves, where: Where) -> Finding:
    known = shelves.names()
    return finding("goi-khong-co", where, goi=name[:60], goi_y=guess(name, known), co_san=", ".join(known))


def _assemble(id_: str, above: tuple[Layer, ...], shelves: Shelves) -> Pack:
    return load(stack(id_, above, shelves), shelves.fragments(above))
