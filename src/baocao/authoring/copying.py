"""`baocao mau sao-chep`: a template, or some of its blocks, as a .docx that a unit edits in Word."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from baocao.authoring.chain import read_sheet
from baocao.authoring.compose import Composed, compose
from baocao.authoring.extract import extract_blocks, merge_blocks, names_around
from baocao.authoring.fragments import used_fragments
from baocao.authoring.lay_down import OLD, Laid, lay_down
from baocao.authoring.packfiles import catalogue_file, copy_manifest, manifest_file
from baocao.authoring.spans import Outline
from baocao.authoring.texts import read_text
from baocao.errors import Finding, OutputError, PackError, finding
from baocao.intake.profile import read_profiles
from baocao.output import check_target, make_folder, told_of, write_result
from baocao.packs.entry import guess
from baocao.packs.finder import find_pack
from baocao.packs.pack import Origin, Pack
from baocao.packs.reader import CATALOGUE_FILE, MANIFEST_FILE, read_template
from baocao.packs.shelves import FRAGMENTS, ORIGINAL
from baocao.template import LayerSource
from baocao.template.sources import FragmentFiles, layer_sources
from baocao.workplace import find_workplace

TEMPLATE = "mau.docx"


@dataclass(frozen=True, slots=True)
class Copied:
    """What came of copying. template: the file to edit. laid: the files written.

    blocks: those taken, with the file their text comes from; empty for a whole template. origins: whose that
    file is. held: blocks asked for that the file held already. in_unit: whether the unit's reports use the
    file by themselves.
    """

    pack: str
    version: str
    template: Path
    blocks: Mapping[str, str]
    origins: Mapping[str, Origin]
    held: tuple[str, ...]
    laid: Laid
    in_unit: bool

    @property
    def original(self) -> Path:
        """The folder that keeps the pack as copied."""
        return self.template.parent / ORIGINAL


@dataclass(frozen=True, slots=True)
class _Target:
    """Where a copy goes, and what lies below it."""

    file: Path
    pack: Pack
    below: tuple[LayerSource, ...]
    in_unit: bool

    def edited(self) -> LayerSource | None:
        """The template that is there already."""
        if not self.file.is_file():
            return None
        return LayerSource(str(self.file), self.pack.id, read_template(self.file))


def copy_template(
    pack: str, folder: Path, blocks: Collection[str] = (), *, overwrite: bool = False
) -> Copied:
    """Copy the template of a pack, or the blocks named, into a folder, and keep the original beside.

    folder: a working folder (or its `mau`): the files go to `mau/<pack>` in it; any other: straight into it.
    Blocks go into a file of blocks that is there already. overwrite: take a template's place, or give blocks
    that it has back their text from below; the file as it was stays beside it. Raises `PackError` for an
    unknown pack or block, `OutputError` when something is there or cannot be written.
    """
    with told_of(folder):
        return _copy(_target(pack, folder), blocks, overwrite=overwrite)


def _copy(target: _Target, blocks: Collection[str], *, overwrite: bool) -> Copied:
    edited = target.edited()
    below = compose(target.below)
    if not blocks:
        data = _whole(target, edited, below, overwrite=overwrite)
        taken: Mapping[str, str] = {}
        held: tuple[str, ...] = ()
    elif edited is None or not read_sheet(edited).extends:
        _refuse_whole(target, edited, overwrite=overwrite)
        taken = _known(target, below, blocks)
        data, held = extract_blocks(_source(target, below), taken), ()
    else:
        data, taken, held = _into(target, edited, below, blocks, overwrite=overwrite)
    fresh = edited is None or (overwrite and not (blocks and read_sheet(edited).extends))
    laid = _write(target, data, below, fresh=fresh)
    version = target.pack.manifest.version
    origins = {str(layer.template): layer.origin for layer in target.pack.layers}
    return Copied(target.pack.id, version, target.file, taken, origins, held, laid, target.in_unit)


def unit_folders(place: Path) -> tuple[str, ...]:
    """The folder of the unit that a place belongs to, then those of the units above; none outside of one."""
    workplace = find_workplace(place) or find_workplace(Path())
    return read_profiles(None, workplace.root, workplace.profile).folders if workplace else ()


def _target(name: str, folder: Path) -> _Target:
    folders = unit_folders(folder)
    pack = find_pack(name, folders)
    workplace = find_workplace(folder)
    own = workplace is not None and folder.resolve() in (
        workplace.root.resolve(),
        workplace.template_folder.resolve(),
    )
    place = workplace.template_folder / pack.id if own and workplace else folder
    here = [layer for layer in pack.layers if layer.folder.resolve() == place.resolve()]
    file = place / TEMPLATE
    below = tuple(item for item in layer_sources(pack) if Path(item.name).resolve() != file.resolve())
    if not below:
        raise OutputError(finding("mau-la-goc", goi=pack.id, tep=file))
    if here and any(layer.pack == pack.id for layer in pack.layers if layer not in here):
        others = [item for item in folders if Path(item).resolve() != place.resolve().parents[1]]
        pack = find_pack(pack.id if Path(name).resolve() == place.resolve() else name, others)
    return _Target(file, pack, below, own or bool(here))


def _source(target: _Target, whole: Composed) -> LayerSource:
    """A whole template as one that blocks can be taken from; they extend the pack below."""
    return LayerSource(target.below[0].name, target.below[0].pack, whole.data)


def _whole(target: _Target, edited: LayerSource | None, below: Composed, *, overwrite: bool) -> bytes:
    """The whole template: as it is below, with the blocks a unit has changed already in their places."""
    if edited is None:
        return below.data
    extends = read_sheet(edited).extends
    if not overwrite:
        raise OutputError(_there(target, "chỉ giữ riêng một số khối" if extends else "cả một mẫu"))
    return compose([edited, *target.below]).data if extends else below.data


def _there(target: _Target, kind: str) -> Finding:
    return finding("mau-da-co", tep=target.file, loai=kind, giu_lai=target.file.name + OLD)


def _refuse_whole(target: _Target, edited: LayerSource | None, *, overwrite: bool) -> None:
    if edited is not None and not overwrite:
        raise OutputError(_there(target, "cả một mẫu, đã gồm mọi khối"))


def _known(target: _Target, whole: Composed, blocks: Collection[str]) -> Mapping[str, str]:
    """The blocks asked for, in the order of the template, with the files they come from."""
    for name in blocks:
        if name in whole.fixed:
            raise PackError(finding("khoi-trong-cau", whole.fixed[name], khoi=name))
    unknown = [
        finding(
            "khoi-khong-co",
            khoi=name[:60],
            goi=target.pack.id,
            goi_y=guess(name, whole.sources),
        )
        for name in blocks
        if name not in whole.sources
    ]
    if unknown:
        raise PackError(unknown)
    return {name: source for name, source in whole.sources.items() if name in blocks}


def _into(
    target: _Target,
    edited: LayerSource,
    below: Composed,
    blocks: Collection[str],
    *,
    overwrite: bool,
) -> tuple[bytes, Mapping[str, str], tuple[str, ...]]:
    """The file of blocks that is there with more of them; those it has are given back only when asked."""
    mine = read_sheet(edited).outline
    now = compose([edited, *target.below])
    taken = _known(target, now, blocks)
    outline = read_sheet(_source(target, now)).outline
    held = tuple(name for name in taken if {name, *names_around(outline, name)} & set(mine.spans))
    if not overwrite and len(held) == len(taken):
        raise OutputError(
            finding(
                "mau-da-co-khoi",
                tep=target.file,
                cac_khoi=", ".join(held),
                giu_lai=target.file.name + OLD,
            )
        )
    if held and overwrite:
        back = extract_blocks(_source(target, below), _known(target, below, held))
        now = compose([LayerSource(edited.name, edited.pack, back), edited, *target.below])
        outline = read_sheet(_source(target, now)).outline
        taken = {name: below.sources[name] if name in held else source for name, source in taken.items()}
        held = ()
    wanted = {name: source for name, source in taken.items() if name not in held}
    names = {_outer_in(mine, outline, name) for name in wanted}
    gone = [name for name in _outer_blocks(mine) if {name, *names_around(outline, name)} & names]
    return merge_blocks(edited, _source(target, now), names, gone), wanted, held


def _outer_blocks(outline: Outline) -> list[str]:
    return [name for name, span in outline.spans.items() if not span.outer]


def _outer_in(mine: Outline, outline: Outline, name: str) -> str:
    """The block of the edited file that a block stands in, or the block itself."""
    around = names_around(outline, name) & set(_outer_blocks(mine))
    return next(iter(around), name)


def _write(target: _Target, data: bytes, below: Composed, *, fresh: bool) -> Laid:
    folder = target.file.parent
    original = folder / ORIGINAL
    manifest = target.pack.manifest
    if target.file.exists():
        check_target(target.file, suffix=".docx", overwrite=True)
    files = {
        original / MANIFEST_FILE: manifest_file(manifest),
        original / CATALOGUE_FILE: catalogue_file(target.pack.catalogue),
        original / TEMPLATE: below.data,
    }
    text, known = read_text(_source(target, below)), FragmentFiles(target.pack.fragments)
    for name, (fragment, _) in used_fragments(text, known).items():
        files[original / FRAGMENTS / f"{name}.docx"] = fragment.data
    for path in files:
        make_folder(path.parent)
    for path, content in files.items():
        if fresh or not path.exists():
            write_result(path, content, overwrite=True)
    lay_down({folder / MANIFEST_FILE: copy_manifest(manifest.id, manifest.version)})
    return lay_down({target.file: data}, overwrite=True)
