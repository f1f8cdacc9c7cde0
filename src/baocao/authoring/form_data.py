"""A filled form as a data file: `baocao bieu doc`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from baocao.authoring.data_text import data_json, data_text, typed_only
from baocao.errors import DataError, Finding, stops
from baocao.intake.files import read_data
from baocao.intake.raw import RawRecord
from baocao.intake.reader import read
from baocao.intake.references import files_read, moved
from baocao.packs.finder import find_pack
from baocao.packs.pack import Pack
from baocao.source.raw import RawValue


@dataclass(frozen=True, slots=True)
class DataFile:
    """The text of a data file, and what was met while reading; None when it could not be read rightly.

    inputs: the files it was made from; it is never written over one of them.
    """

    text: str | None
    findings: tuple[Finding, ...]
    inputs: tuple[Path, ...] = ()


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
        tree = moved(tree, path.parent, target.parent)
    raw = read(path)
    inputs = files_read(raw)
    if target is not None and target.suffix.lower() == ".json":
        return DataFile(data_json(tree), reading.findings, inputs)
    known = _pack(raw, tree, pack)
    title = known.manifest.title if known else ""
    heading = [f"Số liệu {title[:1].lower()}{title[1:]}, đọc từ {path.name}." if title else path.name]
    text = data_text(tree, known.catalogue if known else None, heading)
    return DataFile(text, reading.findings, inputs)


def _pack(raw: RawRecord, tree: RawValue, named: str) -> Pack | None:
    """The pack that the file names; without it there are no labels, which is no fault of the data."""
    own = tree.children["goi"].text if "goi" in tree.children else ""
    try:
        return find_pack(named or own, raw.unit_folders, base=own)
    except DataError:
        if named:
            raise
        return None
