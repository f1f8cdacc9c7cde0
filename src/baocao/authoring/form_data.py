"""A filled form as a data file: `baocao bieu doc`."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

from baocao.authoring.data_text import data_json, data_text, typed_only
from baocao.errors import DataError, Finding, stops
from baocao.intake.files import read_data
from baocao.intake.reader import read
from baocao.packs.finder import find_pack
from baocao.packs.pack import Pack
from baocao.source.raw import Literal, RawValue

_FILES = ("don_vi", "nam_truoc")
"""Entries of a data file that name a file, as seen from its folder."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """The text of a data file, and what was met while reading; None when it could not be read rightly."""

    text: str | None
    findings: tuple[Finding, ...]


def form_data(path: Path, target: Path | None = None, pack: str = "") -> DataFile:
    """A filled form, or any data file, as the text of a data file; a `target` called .json makes it JSON.

    target: where it will stand; names of other files are told from there. pack: used for order and labels
    instead of the form's own. Only findings about reading: `baocao soat` judges what the file says.
    """
    reading = read_data(path)
    if not reading.readable or stops(reading.findings):
        return DataFile(None, reading.findings)
    tree = typed_only(reading.value)
    if target is not None:
        tree = _seen_from(tree, path.parent, target.parent)
    if target is not None and target.suffix.lower() == ".json":
        return DataFile(data_json(tree), reading.findings)
    known = _pack(path, tree, pack)
    title = known.manifest.title if known else ""
    heading = [f"Số liệu {title[:1].lower()}{title[1:]}, đọc từ {path.name}." if title else path.name]
    return DataFile(data_text(tree, known.catalogue if known else None, heading), reading.findings)


def _pack(path: Path, tree: RawValue, named: str) -> Pack | None:
    """The pack that the file names; without it there are no labels, which is no fault of the data."""
    own = tree.children["goi"].text if "goi" in tree.children else ""
    try:
        return find_pack(named or own, read(path).unit_folders, base=own)
    except DataError:
        if named:
            raise
        return None


def _seen_from(tree: RawValue, folder: Path, target: Path) -> RawValue:
    """The tree with names of files as seen from another folder."""
    if os.path.abspath(folder) == os.path.abspath(target):
        return tree
    entries = dict(tree.children)
    for name in _FILES:
        raw = entries.get(name)
        if raw is not None and raw.literal is Literal.TEXT and not Path(raw.text).is_absolute():
            entries[name] = replace(raw, value=Path(os.path.relpath(folder / raw.text, target)).as_posix())
    return replace(tree, value=entries)
