"""Where packs live, and how a unit's own folders lie over them. The only module that knows these places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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


def list_packs(unit_folder: Path | str = "") -> tuple[Manifest, ...]:
    """Manifests of the built-in packs and the unit's own, by id. Raises `PackError` for a broken one."""
    return tuple(find_pack(name, unit_folder).manifest for name in _known_names(unit_folder))


def find_pack(
    name_or_folder: Path | str, unit_folder: Path | str = "", *, base: str = "", named_at: Where | None = None
) -> Pack:
    """Find a pack and lay its folders over one another: the folder of the command line, then
    `<unit_folder>/mau/<id>`, then the built-in pack.

    name_or_folder: a pack's id, or a folder with any of a pack's files. base: id of the pack that a folder
    without `ma` of its own changes (the data file's `goi`); without it the folder's name is the id. named_at:
    the place that names the pack. Raises `PackError` with every fault of the pack's files.
    """
    layers = tuple(_layers(str(name_or_folder).strip(), unit_folder, base, named_at or Where()))
    return _load(layers)


def lay_over(pack: Pack, unit_folder: Path | str) -> Pack:
    """The pack with the unit's own folder laid over it, unless it has one already or the unit has none."""
    folder = Path(unit_folder) / UNIT_PACKS / pack.id
    has_one = any(layer.origin is Origin.UNIT for layer in pack.layers)
    if has_one or not unit_folder or not _has_pack_files(folder):
        return pack
    above = [layer for layer in pack.layers if layer.origin is Origin.COMMAND]
    below = [layer for layer in pack.layers if layer.origin is not Origin.COMMAND]
    return _load((*above, Layer(folder, Origin.UNIT), *below))


def _layers(named: str, unit_folder: Path | str, base: str, where: Where) -> Iterator[Layer]:
    if not named:
        raise PackError(
            finding("goi-chua-neu", where, vi_du=next(iter(_known_names(unit_folder)), "cchc-nam"))
        )
    if _is_known(named, unit_folder):
        yield from _named_layers(named, unit_folder)
        return
    folder = Path(named)
    if not _has_pack_files(folder):
        raise PackError(_unknown(named, unit_folder, where))
    below = list(_named_layers(_id_of(folder) or base or folder.resolve().name, unit_folder))
    if all(layer.folder.resolve() != folder.resolve() for layer in below):
        yield Layer(folder, Origin.COMMAND)
    yield from below


def _named_layers(name: str, unit_folder: Path | str) -> Iterator[Layer]:
    if not PACK_ID.fullmatch(name):
        return
    own = Path(unit_folder) / UNIT_PACKS / name
    if str(unit_folder) and _has_pack_files(own):
        yield Layer(own, Origin.UNIT)
    builtin = builtin_folder() / name
    if _has_pack_files(builtin):
        yield Layer(builtin, Origin.BUILTIN)


def _is_known(name: str, unit_folder: Path | str) -> bool:
    return next(_named_layers(name, unit_folder), None) is not None


def _has_pack_files(folder: Path) -> bool:
    try:
        return any((folder / name).is_file() for name in _PACK_FILES)
    except (OSError, ValueError):
        return False


def _id_of(folder: Path) -> str:
    tree = read_file(folder / MANIFEST_FILE, [])
    return tree.children["ma"].text.strip() if tree is not None and "ma" in tree.children else ""


def _known_names(unit_folder: Path | str) -> tuple[str, ...]:
    folders = [builtin_folder()]
    if str(unit_folder) and (Path(unit_folder) / UNIT_PACKS).is_dir():
        folders.append(Path(unit_folder) / UNIT_PACKS)
    return tuple(
        sorted({item.name for folder in folders for item in folder.iterdir() if _has_pack_files(item)})
    )


def _unknown(name: str, unit_folder: Path | str, where: Where) -> Finding:
    known = _known_names(unit_folder)
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
