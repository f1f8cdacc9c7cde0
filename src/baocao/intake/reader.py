"""A data file and the files it names -> RawRecord. The first room: what was typed, with its address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from baocao.errors import Finding, Where, finding
from baocao.intake.mapping import from_python
from baocao.intake.raw import Literal, RawRecord, RawValue
from baocao.source.files import read_text, read_tree
from baocao.source.raw import Reading, nothing
from baocao.vietnamese.text import nfc

LONGEST_NAME = 1000
"""Characters of a file's name in the data; a longer one is some other text."""


def read(path: Path | str, *, unit_path: Path | str | None = None) -> RawRecord:
    """Read a YAML or JSON data file, its unit profile and last year's figures.

    unit_path: a unit profile used instead of the file's own `don_vi`. Never raises for what the files hold:
    every fault is among the record's findings, at the line that names it.
    """
    file = Path(path)
    main = _table(read_tree(file), str(file))
    return _with_others(main, str(file), file.parent, unit_path)


def read_typed(
    text: str, file: str, *, folder: Path | str = ".", unit_path: Path | str | None = None
) -> RawRecord:
    """The same from the text of a data file called `file`; `.json` at its end makes it JSON."""
    reading = read_text(nfc(text), file, json=file.lower().endswith(".json"))
    return _with_others(_table(reading, file), file, Path(folder), unit_path)


def read_mapping(
    data: Mapping[str, Any], *, file: str = "", folder: Path | str = ".", unit_path: Path | str | None = None
) -> RawRecord:
    """The same from a Python mapping of the data file's form.

    Values may be str, int, Decimal, float, date, bool, None, mappings and sequences; text is read as if typed
    in YAML, numbers are taken exactly. file: how findings name the data. folder: where the files that
    `don_vi` and `nam_truoc` name are looked for.
    """
    return _with_others(_table(from_python(data, file), file), file, Path(folder), unit_path)


def with_unit(raw: RawRecord, unit_path: Path | str) -> RawRecord:
    """The same data with another unit profile."""
    unit, unit_folder = _profile(Path(unit_path), None)
    return replace(raw, unit=unit.value, unit_folder=unit_folder, findings=raw.findings + unit.findings)


def _with_others(main: Reading, file: str, folder: Path, unit_path: Path | str | None) -> RawRecord:
    unit, unit_folder = _unit(main.value.children.get("don_vi"), folder, unit_path)
    figures, whole, found = _previous(main.value.children.get("nam_truoc"), folder)
    findings = main.findings + unit.findings + found
    return RawRecord(file, main.value, unit.value, figures, whole, unit_folder, findings)


def _table(reading: Reading, file: str) -> Reading:
    """The reading, refused when the file is not a mapping or has no entries."""
    if not reading.readable or reading.value.children:
        return reading
    if reading.value.literal is Literal.MAP:
        return nothing(file, *reading.findings, finding("tep-rong", reading.value.where, tep=file))
    return nothing(file, *reading.findings, finding("tep-khong-phai-bang", reading.value.where, tep=file))


def _unit(named: RawValue | None, folder: Path, unit_path: Path | str | None) -> tuple[Reading, str]:
    """The unit profile and the folder of its file ("" when it stands inline)."""
    if unit_path is not None:
        return _profile(Path(unit_path), None)
    if named is None or named.blank:
        return nothing(""), ""
    if named.literal is Literal.MAP:
        return Reading(named), ""
    if not 0 < len(named.text) <= LONGEST_NAME:
        return nothing("", _bad_name(named, "don_vi", "don-vi.yaml")), ""
    return _profile(folder / named.text, named.where)


def _profile(path: Path, named_at: Where | None) -> tuple[Reading, str]:
    """A unit profile; an empty or missing one is told apart from a data file, and so is a data file."""
    reading, folder = _file(path, named_at)
    place = named_at or Where(str(path))
    if "so_lieu" in reading.value.children:
        return nothing(str(path), finding("don-vi-la-so-lieu", place, tep=path.name)), folder
    lacking = [item for item in reading.findings if item.code in ("tep-rong", "tep-khong-co")]
    if lacking:
        hint = dict(lacking[0].facts).get("goi_y", "")
        found = finding("don-vi-thieu", place, tep=path.name, thu_muc=path.parent, goi_y=hint)
        return nothing(str(path), found), folder
    return reading, folder


def _file(path: Path, named_at: Where | None) -> tuple[Reading, str]:
    return _table(read_tree(path, named_at), str(path)), str(path.parent)


def _previous(
    named: RawValue | None, folder: Path
) -> tuple[RawValue | None, RawValue | None, tuple[Finding, ...]]:
    """Last year's `so_lieu`, from a file or inline, and the whole file."""
    if named is None or named.blank:
        return None, None, ()
    if named.literal is Literal.MAP:
        return named, None, ()
    if not 0 < len(named.text) <= LONGEST_NAME:
        return None, None, (_bad_name(named, "nam_truoc", "2022.yaml"),)
    reading, _ = _file(folder / named.text, named.where)
    figures = reading.value.children.get("so_lieu")
    if reading.readable and figures is None:
        lack = finding("tep-thieu-so-lieu", named.where.but(key="nam_truoc"), tep=folder / named.text)
        return None, None, (*reading.findings, lack)
    return figures, reading.value, reading.findings


def _bad_name(named: RawValue, key: str, example: str) -> Finding:
    return finding("ten-tep-sai", named.where.but(key=key), muc=key, vi_du=example)
