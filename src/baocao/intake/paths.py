"""Where the data of another year would stand: the same path with the other year in a folder or file name.

so-lieu/2026/xa/tan-phu.yaml    so-lieu/2025/xa/tan-phu.xlsx
so-lieu/2026-quy-1.yaml         so-lieu/2025-quy-1.yaml
so-lieu/2021-2025.yaml          so-lieu/2021.yaml, so-lieu/2022.yaml, … (the years of a span)
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from baocao.intake.periods import SPAN, YEAR, PeriodKey
from baocao.workplace import DATA_FOLDER, DATA_SUFFIXES, may_hold_data


def files_of(path: Path, of: PeriodKey, other: PeriodKey, packs: Sequence[str]) -> tuple[Path, ...]:
    """The data files there are where those of another period would stand, by name; `path` itself never is.

    path: the data file of the period `of`. packs: the kind of report it names and those whose files serve,
    too; an annual file may have one in its name. The paths are absolute when `path` is, else as seen from the
    current folder.
    """
    here = Path(os.path.abspath(path))
    stems = stems_of(here, of, other, packs)
    found = (stem.with_name(stem.name + suffix) for stem in stems for suffix in DATA_SUFFIXES)
    files = (file for file in found if file != here and _is_file(file) and may_hold_data(file))
    return tuple(file if path.is_absolute() else Path(os.path.relpath(file)) for file in files)


def stems_of(path: Path, of: PeriodKey, other: PeriodKey, packs: Sequence[str]) -> tuple[Path, ...]:
    """The same paths without their suffix, whether there are such files or not; `path` is absolute."""
    return tuple(dict.fromkeys(_stems(path, of, other, packs)))


def _stems(path: Path, of: PeriodKey, other: PeriodKey, packs: Sequence[str]) -> Iterator[Path]:
    outer, names = _movable(path.with_name(path.stem))
    moved = tuple(_moved(name, of, other) for name in names)
    if moved != names:
        yield outer.joinpath(*moved)
    folder = outer.joinpath(*moved[:-1])
    in_span = of.kind == SPAN and other.kind == YEAR
    if in_span or (of.kind == YEAR and names[-1] in _annual(of.year, packs)):
        yield from (folder / name for name in _annual(other.year, packs))


def _annual(year: int, packs: Sequence[str]) -> tuple[str, ...]:
    """How the data file of a year is called."""
    return (str(year), *(f"{year}-{pack}" for pack in packs))


def _movable(path: Path) -> tuple[Path, tuple[str, ...]]:
    """The path parted in front of what may name the year: all below the folder of data, or the name."""
    parts = path.parts
    inside = [place for place, name in enumerate(parts[:-1], 1) if name == DATA_FOLDER]
    start = inside[-1] if inside else len(parts) - 1
    return Path(*parts[:start]), parts[start:]


def _moved(name: str, of: PeriodKey, other: PeriodKey) -> str:
    """A name with the other period's years in place of its own."""
    if of.kind != SPAN:
        return re.sub(rf"(?<!\d){of.year}(?!\d)", str(other.year), name)
    years = rf"(?<!\d){of.year}(\D{{1,3}}){of.last}(?!\d)"
    new = rf"{other.year}\g<1>{other.last}" if other.kind == SPAN else str(other.year)
    return re.sub(years, new, name)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
