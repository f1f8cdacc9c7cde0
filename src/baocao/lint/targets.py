"""What a path given to `baocao mau kiem-tra` means: a Word file, a pack's folder, a unit's working folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from baocao.errors import BaocaoError, PackError, Where, finding
from baocao.intake.profile import read_profiles
from baocao.lint.corridor import Job
from baocao.lint.word_file import open_word_file
from baocao.packs.finder import find_pack
from baocao.packs.pack import Pack
from baocao.packs.reader import MANIFEST_FILE, read_template
from baocao.packs.shelves import FRAGMENTS, has_pack_files, items_of
from baocao.template import FragmentSource, LayerSource
from baocao.workplace import Workplace, find_workplace

_UP = 3
"""How many folders above a Word file its goi.yaml is looked for."""


def jobs(paths: Sequence[Path], pack: str = "") -> tuple[Job, ...]:
    """What there is to lint. pack: name or folder of the pack that lone files belong to.

    Without paths: everything of the working folder around the current folder. Raises `PackError` for what
    cannot be found.
    """
    if not paths:
        place = find_workplace(Path())
        if place is None:
            raise PackError(finding("chua-neu-mau"))
        return tuple(_of_workplace(place))
    return tuple(job for path in paths for job in _of_path(path, pack))


def _of_path(path: Path, pack: str) -> Iterator[Job]:
    if not path.is_dir():
        yield (
            _of_file(path, pack)
            if path.suffix or path.exists()
            else _of_pack(find_pack(str(path), _folders(Path())))
        )
        return
    place = find_workplace(path)
    if place is not None and path.resolve() in (place.root.resolve(), place.template_folder.resolve()):
        yield from _of_workplace(place)
    elif has_pack_files(path):
        yield _of_folder(path)
    elif files := _word_files(path):
        yield from (_of_file(file, pack) for file in files)
    else:
        raise PackError(finding("khong-co-mau", Where(str(path)), thu_muc=path))


def _of_workplace(place: Workplace) -> Iterator[Job]:
    """All packs and fragments of a unit's own; nothing when it uses those that ship."""
    folder = place.template_folder
    own = [item for item in items_of(folder) if has_pack_files(item)]
    fragments = [str(file) for file in _word_files(folder / FRAGMENTS)]
    packs = [item for item in own if item.name != FRAGMENTS]
    for item in packs:
        job = _of_folder(item)
        yield Job(job.layers, (*job.told, *fragments), job.fragments, job.pack)
    if fragments and not packs:
        sources = {file.stem: FragmentSource(str(file), read_template(file)) for file in map(Path, fragments)}
        yield Job((), fragments, sources)


def _of_folder(folder: Path) -> Job:
    """A pack's folder: only what stands in it is told of. It is never taken for the name of a pack."""
    pack = find_pack(os.path.join(os.curdir, folder), _folders(folder))
    return _of_pack(pack, [layer.template for layer in pack.layers if _same(layer.folder, folder)])


def _of_pack(pack: Pack, told: Iterable[Path] = ()) -> Job:
    """The job of a pack that speaks of these files, of its templates when none is named."""
    job = Job.of_pack(pack)
    names = [str(path) for path in told if path.is_file()]
    return replace(job, told=names or [layer.name for layer in job.layers])


def _of_file(path: Path, named: str) -> Job:
    """A Word file alone, with the pack it belongs to when that can be told."""
    source = LayerSource(str(path), "", read_template(path))
    pack = _pack_of(path, source, named)
    if pack is None:
        return Job((source,), (source.name,))
    job = _of_pack(pack)
    for known in (*(item.name for item in job.layers), *(item.name for item in job.fragments.values())):
        if _same(Path(known), path):
            return Job(job.layers, (known,), job.fragments, pack)
    below = job.layers if _extends(source) else ()
    return Job((source, *below), (source.name,), job.fragments, pack)


def _pack_of(path: Path, source: LayerSource, named: str) -> Pack | None:
    """The pack of a file: the one named, of a goi.yaml above it, of its folder's name, of its `extends`."""
    folders = _folders(path.parent)
    if named:
        return find_pack(named, folders)
    here = path.resolve().parent
    if here.name == FRAGMENTS:
        beside = next((item for item in items_of(here.parent) if has_pack_files(item)), None)
        return find_pack(beside, folders) if beside is not None else None
    for folder in (here, *list(here.parents)[:_UP]):
        if (folder / MANIFEST_FILE).is_file():
            return find_pack(folder, folders)
    for name in (here.name, _extends(source)):
        try:
            return find_pack(name, folders)
        except BaocaoError:
            continue
    return None


def _extends(source: LayerSource) -> str:
    try:
        return open_word_file(source).extends
    except PackError:
        return ""


def _folders(start: Path) -> tuple[str, ...]:
    """The unit's folder around a place, and those of its parents."""
    place = find_workplace(start)
    return read_profiles(None, Path(), place.profile).folders if place else ()


def _word_files(folder: Path) -> list[Path]:
    return [item for item in items_of(folder) if item.suffix.lower() == ".docx" and item.name[:2] != "~$"]


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()
