"""The unit above: its name, and the units below it that are to send their figures."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from baocao.errors import Finding, finding
from baocao.intake.profile import read_profiles
from baocao.model.profile import UNITS_BELOW
from baocao.source.raw import Literal, RawValue
from baocao.vietnamese.unit_names import UnitNames, unit_key, without_committee


@dataclass(frozen=True, slots=True)
class Expected:
    """A unit below. file: the name of its data file without folder and ending, "" when that is not said."""

    name: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class Upper:
    """The unit that adds up. name: without "Ủy ban nhân dân". units: those below it, in no order; () when not
    known. source: where that list is from, as a finding names it.
    """

    name: str
    file: Path
    folders: tuple[str, ...] = ()
    units: tuple[Expected, ...] = ()
    source: str = ""
    _names: UnitNames[Expected] = field(init=False, repr=False, compare=False)
    _files: Mapping[str, Expected] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_names", UnitNames((item.name, item) for item in self.units))
        files = {item.file: item for item in reversed(self.units) if item.file}
        object.__setattr__(self, "_files", files)

    def is_profile(self, raw: RawValue) -> bool:
        """Whether a profile is this unit's own."""
        return bool(raw.where.file) and os.path.abspath(raw.where.file) == os.path.abspath(self.file)

    def expecting(self, names: Iterable[str], source: str) -> Upper:
        """The same with these units below, unless its profile names them."""
        if self.units:
            return self
        units = tuple(Expected(name) for name in names)
        return replace(self, units=units, source=source if units else "")

    def find(self, name: str) -> Expected | None:
        """The unit below of that name; None when there is none, or more than one that may be meant."""
        found = self._names.find(name)
        return found[0][1] if len(found) == 1 else None

    def called(self, stem: str) -> Expected | None:
        """The unit below whose file is called so: as its profile says, else by the unit's own name, be it
        among other words ("bao-cao-xa-ba (2)").
        """
        words = stem.replace("-", " ").replace("_", " ").strip()
        unit = self._files.get(stem) or self.find(words)
        if unit is None:
            found = self._names.within(words)
            unit = found[0][1] if len(found) == 1 else None
        return unit


def read_upper(path: Path) -> tuple[Upper, tuple[Finding, ...]]:
    """The unit whose profile stands at `path`, with findings about its list of units below."""
    profiles = read_profiles(None, Path(), path)
    entries = profiles.unit.children
    typed = entries["ten"].text if "ten" in entries else ""
    units, faults = _units(entries.get(UNITS_BELOW))
    source = f"mục {UNITS_BELOW} của {path.name}" if units else ""
    upper = Upper(without_committee(typed), path, profiles.folders, units, source)
    return upper, (*profiles.findings, *faults)


def _units(raw: RawValue | None) -> tuple[tuple[Expected, ...], tuple[Finding, ...]]:
    if raw is None or raw.blank:
        return (), ()
    if raw.literal is not Literal.LIST:
        return (), (finding("cac-don-vi-sai", raw.where.but(key=UNITS_BELOW)),)
    units: dict[tuple[object, ...], Expected] = {}
    faults: list[Finding] = []
    for item in raw.items:
        unit = _unit(item)
        place = item.where.but(key=UNITS_BELOW)
        if unit is None:
            faults.append(finding("cac-don-vi-sai", place))
        elif unit_key(unit.name) in units:
            faults.append(finding("cac-don-vi-trung", place, don_vi=unit.name))
        else:
            units[unit_key(unit.name)] = unit
    return tuple(units.values()), tuple(faults)


def _unit(raw: RawValue) -> Expected | None:
    entries = raw.children or {"ten": raw}
    if not entries.keys() <= {"ten", "tep"}:
        return None
    name, file = (entries[key].text.strip() if key in entries else "" for key in ("ten", "tep"))
    return Expected(without_committee(name), Path(file).stem if "." in file else file) if name else None
