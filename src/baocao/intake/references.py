"""The files that a data file names, and their names as seen from another folder."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from baocao.intake.profile import LONGEST_NAME, PARENT
from baocao.intake.raw import Literal, RawRecord, RawValue
from baocao.intake.workbook import ENTRY
from baocao.intake.years import LAST_YEAR, SERIES, switched_off
from baocao.workplace import DATA_SUFFIXES

UNIT, WORKBOOK = "don_vi", ENTRY
Names = tuple[str, ...]


def names_file(raw: RawValue) -> bool:
    """Whether `don_vi` names a profile's file; else it is the unit's own name."""
    text = raw.text.strip()
    return raw.literal is Literal.TEXT and (text.lower().endswith(DATA_SUFFIXES) or "/" in text)


def file_entries(main: RawValue) -> Mapping[Names, RawValue]:
    """Every entry of a data file that names another file, by the names that lead to it."""
    return dict(_entries(main.children))


def _entries(entries: Mapping[str, RawValue]) -> Iterator[tuple[Names, RawValue]]:
    unit = entries.get(UNIT)
    if unit is not None and names_file(unit):
        yield (UNIT,), unit
    for name, inner in ((UNIT, PARENT), (WORKBOOK, "tep")):
        found = entries[name].children.get(inner) if name in entries else None
        if found is not None and _is_name(found):
            yield (name, inner), found
    before = entries.get(LAST_YEAR)
    if before is not None and _is_name(before) and not switched_off(before):
        yield (LAST_YEAR,), before
    years = entries[SERIES].children if SERIES in entries else {}
    yield from (((SERIES, year), raw) for year, raw in years.items() if _is_name(raw))


def _is_name(raw: RawValue) -> bool:
    scalar = raw.literal not in (Literal.MAP, Literal.LIST)
    return scalar and not raw.blank and len(raw.text) <= LONGEST_NAME


def moved(main: RawValue, folder: Path, target: Path) -> RawValue:
    """The data file of one folder as it reads in another: each file it names is named from there."""
    if _real(folder) == _real(target):
        return main
    for path, raw in file_entries(main).items():
        if not Path(raw.text).is_absolute():
            named = seen_from(folder / raw.text.strip(), target)
            main = _with(main, path, replace(raw, value=named, literal=Literal.TEXT))
    return main


def _with(tree: RawValue, path: Names, raw: RawValue) -> RawValue:
    first, *rest = path
    value = _with(tree.children[first], tuple(rest), raw) if rest else raw
    return replace(tree, value={**tree.children, first: value})


def seen_from(file: Path, folder: Path) -> str:
    """The name of a file as a data file in `folder` gives it; the whole path on another drive of Windows.

    The folders are real ones: from a linked folder ".." leads to where the link points.
    """
    real = _real(file.parent) / file.name
    try:
        return Path(os.path.relpath(real, _real(folder))).as_posix()
    except ValueError:
        return real.as_posix()


def _real(folder: Path) -> Path:
    try:
        return folder.resolve()
    except (OSError, RuntimeError, ValueError):
        return folder.absolute()


def files_read(raw: RawRecord) -> tuple[Path, ...]:
    """Every file that a record was read from: its own, profiles, workbooks, those of other years.

    Files that a finding stands in are among them: what could not be read is not to be lost either.
    """
    others = [year.whole or year.figures for year in raw.years.values()]
    trees = (raw.main, raw.unit, *raw.parents, raw.previous_file or raw.previous, *others)
    found = [raw.file]
    for tree in trees:
        found += () if tree is None else files_in(tree)
    found += (item.where.file for item in raw.findings)
    return tuple(Path(name) for name in dict.fromkeys(found) if name)


def files_in(raw: RawValue) -> Iterator[str]:
    """The files that the values of a tree come from: a data file may take them from a workbook."""
    yield raw.where.file
    for child in (*raw.children.values(), *raw.items):
        yield from files_in(child)
