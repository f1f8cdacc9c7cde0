"""The administrative units of the country with their codes: 34 provinces and 3,321 communes since 01/7/2025.

The list stands in `don-vi-hanh-chinh.csv` beside this module, each name with the days it holds for; its head
says where it comes from. It is read when it is first asked for.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from itertools import dropwhile
from pathlib import Path
from typing import NamedTuple

from baocao.vietnamese.text import first_lower
from baocao.vietnamese.unit_names import UnitNames, tidy, unit_key, without_committee, without_level

FIRST_DAY = dt.date(2025, 7, 1)
"""Since then the units of the list exist (Luật 72/2025/QH15, Quyết định 19/2025/QĐ-TTg)."""

_FILE = "don-vi-hanh-chinh.csv"
_PROVINCE = ("tỉnh ", "thành phố ")
_COMMUNE = ("xã ", "phường ", "đặc khu ")


class AdminUnit(NamedTuple):
    """A unit under one name. code: 2 digits of a province, 5 of a commune. name: with the word of its level.

    parent: the code of its province, "" of a province. first, last: the days that have it, as YYYY-MM-DD;
    last is "" when nothing else is known. act: what brought the name about, "" for that of 01/7/2025.
    """

    code: str
    name: str
    parent: str
    first: str
    last: str
    act: str

    def on(self, day: str) -> bool:
        """Whether it has this name on a day, given as YYYY-MM-DD."""
        return self.first <= day and (not self.last or day <= self.last)


class UnitList(NamedTuple):
    """The list. version: "2026.09". checked: the last day for which its names are known to be right."""

    version: str
    checked: dt.date
    units: tuple[AdminUnit, ...]


class AdminUnits:
    """The units of one day; those of all days without a change between are one object."""

    def __init__(self, units: Iterable[AdminUnit]) -> None:
        self.units = tuple(units)
        self.by_code: Mapping[str, AdminUnit] = {unit.code: unit for unit in self.units}
        self._named: dict[str, UnitNames[AdminUnit]] = {}

    def find(self, name: str, parent: str = "") -> AdminUnit | None:
        """The one unit of that name below a parent's code, or among the provinces; None when none or several
        fit. "UBND", the place of a tone mark and a left out word of the level do not count (`unit_names`).
        """
        found = self._names_below(parent).find(name)
        return found[0][1] if len(found) == 1 else None

    def below(self, parent: str = "") -> tuple[AdminUnit, ...]:
        """The communes of a province, or the provinces, by code."""
        return self._below.get(parent, ())

    def elsewhere(self, name: str, parent: str) -> tuple[AdminUnit, ...]:
        """The communes of exactly that name in other provinces."""
        key = unit_key(name)
        return tuple(
            item for item in self.units if item.parent not in ("", parent) and unit_key(item.name) == key
        )

    @cached_property
    def _below(self) -> Mapping[str, tuple[AdminUnit, ...]]:
        below: dict[str, list[AdminUnit]] = {}
        for unit in self.units:
            below.setdefault(unit.parent, []).append(unit)
        return {code: tuple(units) for code, units in below.items()}

    def _names_below(self, parent: str) -> UnitNames[AdminUnit]:
        if parent not in self._named:
            self._named[parent] = UnitNames((unit.name, unit) for unit in self.below(parent))
        return self._named[parent]


def units_on(day: dt.date) -> AdminUnits | None:
    """The units of a day; None before 01/7/2025, of which the list says nothing."""
    if day < FIRST_DAY:
        return None
    starts = _starts()
    return _units_from(starts[bisect_right(starts, day.isoformat()) - 1])


def ever_named(name: str, parent: str = "") -> AdminUnit | None:
    """The one unit that had the name on some day, below a parent's code or among the provinces."""
    found = _of_all_days(parent).find(name)
    return found[0][1] if len(found) == 1 else None


def names_of(code: str) -> tuple[AdminUnit, ...]:
    """A unit under each of its names, the first one first."""
    return tuple(unit for unit in unit_list().units if unit.code == code)


def listed_name(code: str) -> str:
    """The newest name of the unit with a code, in a sentence: "xã An Bình"; "" when the list has none.

    code: zeros in front may be missing. A code of one or two digits is that of a province.
    """
    if not (code.isascii() and code.isdigit()):
        return ""
    names = names_of(code.zfill(2 if len(code) <= 2 else 5))
    return first_lower(names[-1].name) if names else ""


def is_listed(own_name: str) -> bool:
    """Whether some unit of the list has this name without the word of its level: "Trường Hà"."""
    return unit_key(own_name) in _own_names()


@cache
def _own_names() -> frozenset[object]:
    return frozenset(unit_key(without_level(unit.name)) for unit in unit_list().units)


@cache
def unit_list() -> UnitList:
    """The whole list, read once a process."""
    import csv

    lines = Path(__file__).with_name(_FILE).read_text(encoding="utf-8").splitlines()
    facts = dict(_facts(lines))
    rows = csv.reader(dropwhile(lambda line: line.startswith("#"), lines))
    next(rows)
    checked = dt.date.fromisoformat(facts["den_ngay"])
    return UnitList(facts["phien_ban"], checked, tuple(AdminUnit(*row) for row in rows))


def is_commune(name: str) -> bool:
    """Whether a name is that of a commune or its committee: "Ủy ban nhân dân xã An Bình", not a "Phòng …"."""
    return without_committee(name).lower().startswith(_COMMUNE)


def is_province(name: str) -> bool:
    """Whether a name is that of a province or a city, or of its committee."""
    return without_committee(name).lower().startswith(_PROVINCE)


def _facts(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        if not line.startswith("#"):
            return
        name, _, value = line[1:].partition(":")
        yield name.strip(), tidy(value)


@cache
def _of_all_days(parent: str) -> UnitNames[AdminUnit]:
    return UnitNames((unit.name, unit) for unit in unit_list().units if unit.parent == parent)


@cache
def _starts() -> list[str]:
    return sorted({unit.first for unit in unit_list().units})


@cache
def _units_from(day: str) -> AdminUnits:
    return AdminUnits(unit for unit in unit_list().units if unit.on(day))
