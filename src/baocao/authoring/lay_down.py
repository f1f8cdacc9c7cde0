"""New files laid down in a folder: what is there already stays, unless asked; then it is kept beside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from baocao.output import make_folder, write_result

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

    overwrite: write those too that are there with another content; the old file is renamed first, to
    "a.yaml.cu". Raises `OutputError` when a folder or file cannot be written; what was written before stays.
    """
    for folder in (*folders, *(path.parent for path in files)):
        make_folder(folder)
    written, kept, old = [], [], []
    for path, data in files.items():
        if path.exists() and (not overwrite or path.read_bytes() == data):
            kept.append(path)
            continue
        if path.exists():
            old.append(_set_aside(path))
        write_result(path, data)
        written.append(path)
    return Laid(tuple(written), tuple(kept), tuple(old))


def _set_aside(path: Path) -> Path:
    """Rename a file to a name that is free."""
    aside = path.with_name(path.name + OLD)
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}{OLD}-{number}")
    return path.rename(aside)
