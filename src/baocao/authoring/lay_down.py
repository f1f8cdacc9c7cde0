"""New files laid down in a folder: what is there already stays, unless asked; then it is kept beside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from baocao.output import check_target, make_folder, told_of, write_result

OLD = ".cu"
"""Put behind the name of a file that gave way to a new one."""


@dataclass(frozen=True, slots=True)
class Laid:
    """What came of laying files down, in their order. old: the files that gave way, by their new names."""

    written: tuple[Path, ...]
    kept: tuple[Path, ...]
    old: tuple[Path, ...] = ()


def lay_down(files: Mapping[Path, bytes], folders: Iterable[Path] = (), *, overwrite: bool = False) -> Laid:
    """Make the folders and write the files that are not there yet.

    overwrite: write those too that are there with another content; the old file is kept as "a.yaml.cu".
    Raises `OutputError` when a folder or file cannot be written; what was written before stays, and so does
    the file that could not be replaced.
    """
    for folder in (*folders, *(path.parent for path in files)):
        make_folder(folder)
    written, kept, old = [], [], []
    for path, data in files.items():
        before = _content(path)
        if before is not None and (not overwrite or before == data):
            kept.append(path)
            continue
        if before is not None:
            check_target(path, suffix=path.suffix.lower(), overwrite=True)
            old.append(_keep(path, before))
        write_result(path, data, overwrite=before is not None)
        written.append(path)
    return Laid(tuple(written), tuple(kept), tuple(old))


def _content(path: Path) -> bytes | None:
    """What stands in a file; None when it is not there."""
    with told_of(path):
        return path.read_bytes() if path.exists() else None


def _keep(path: Path, content: bytes) -> Path:
    """Write a file's content again under a name that is free."""
    aside = path.with_name(path.name + OLD)
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}{OLD}-{number}")
    write_result(aside, content)
    return aside
