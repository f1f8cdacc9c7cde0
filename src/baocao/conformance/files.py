"""Files of an office held against their format, each with the house rules of the unit it belongs to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from baocao.conformance.checking import Checked, Profile, judge
from baocao.conformance.components import find_parts
from baocao.conformance.house import House, house_around, house_of
from baocao.conformance.mending import Mended, mend
from baocao.conformance.paper import Paper
from baocao.conformance.parts import Parts
from baocao.conformance.reading.reader import read_paper
from baocao.errors import BaocaoError, DataError, Finding, Where, finding
from baocao.formats import FORMATS, load_profile
from baocao.formats.rules import Weight
from baocao.source.files import load
from baocao.vietnamese.dates import parse_date
from baocao.vietnamese.text import nearest


@dataclass(frozen=True, slots=True)
class Options:
    """What to hold documents against.

    format: name or file of a format, "" for the unit's or the usual one. unit: a profile instead of that of
    the working folder. electronic: whether documents are issued as files; None leaves it to the profile.
    """

    format: str = ""
    unit: Path | None = None
    electronic: bool | None = None


@dataclass(frozen=True, slots=True)
class Standard:
    """All that one document is held against; read once, so that mending judges as the check did."""

    profile: Profile
    house: House
    electronic: bool | None

    def judge(self, paper: Paper) -> Checked:
        """What a document breaks of it."""
        parts = find_parts(paper, self.profile.format)
        waivers = self.house.format.waivers
        return judge(
            paper, parts, self.profile, unit=self.house.unit, electronic=self.electronic, waivers=waivers
        )


@dataclass(frozen=True, slots=True)
class FileCheck:
    """What came of one file. checked: None when it could not be read or its unit's profile cannot be used;
    `fault` says why. data: the bytes that were read. standard: what it was held against.
    """

    path: Path
    data: bytes = b""
    checked: Checked | None = None
    standard: Standard | None = None
    fault: BaocaoError | None = None

    @property
    def house(self) -> House:
        """The house rules of its unit."""
        return House() if self.standard is None else self.standard.house

    @property
    def broken(self) -> int:
        """How many things break a rule that the decree demands and the unit has not waived."""
        return 0 if self.checked is None else count(self.checked, Weight.MUST)

    @property
    def good(self) -> bool:
        """Whether it may be issued as far as its format is concerned."""
        return self.fault is None and not self.broken


def count(checked: Checked, weight: Weight) -> int:
    """How many things break rules of that force which the unit has not waived."""
    return sum(fault.rule.weight is weight and not fault.waived for fault in checked.faults)


def check_file(path: Path | str, options: Options | None = None) -> FileCheck:
    """A Word file held against its format; what keeps it from that is told in `fault`, nothing is raised."""
    path, options = Path(path), options or Options()
    try:
        data = load(path, Where(str(path)))
        paper = read_paper(data, str(path))
        standard = _standard(paper, path, options)
    except BaocaoError as fault:
        return FileCheck(path, fault=fault)
    return FileCheck(path, data, standard.judge(paper), standard)


def mend_file(check: FileCheck) -> Mended:
    """A checked file mended as far as a program may.

    Raises `DataError` when it cannot be mended at all, its own fault when it could not be checked.
    """
    if check.standard is None:
        raise check.fault or DataError(finding("tep-khong-co", Where(str(check.path))))
    return mend(check.data, check.standard.judge, str(check.path))


def _standard(paper: Paper, path: Path, options: Options) -> Standard:
    """What a document is held against: the format that is asked for, else its unit's, else the usual one."""
    house = _house(path, options.unit, None)
    profile = _profile(options.format) if options.format else _named_by(house)
    day = day_of(find_parts(paper, profile.format)) if house.path else None
    if day is not None:
        house = _house(path, options.unit, day)
    electronic = house.format.electronic if options.electronic is None else options.electronic
    told = (*house.findings, *_unknown_rules(house, profile))
    return Standard(profile, replace(house, findings=told), electronic)


def _unknown_rules(house: House, profile: Profile) -> Iterator[Finding]:
    """Waivers of rules that the format does not have."""
    for waiver in house.format.waivers:
        if waiver.rule not in profile.rules:
            near = nearest(waiver.rule, profile.rules)
            hint = f" Có phải «{near}» không?" if near else ""
            yield finding("quy-tac-the-thuc-la", Where(str(house.path)), ma=waiver.rule, goi_y=hint)


def day_of(parts: Parts) -> dt.date | None:
    """The day of the document; None for a draft, or a day that is none."""
    for line in parts.dia_danh_ngay:
        found = parse_date(line.text.partition(",")[2])
        if found.day is not None:
            return found.day
    return None


def _profile(named: str) -> Profile:
    return Profile(*load_profile(named))


def _named_by(house: House) -> Profile:
    """The format that a profile names: one of ours, or a file beside the profile; the usual one else."""
    name, folder = house.format.name, house.path.parent if house.path else Path()
    return _profile((name if name in FORMATS else str(folder / name)) if name else FORMATS[0])


def _house(path: Path, unit: Path | None, day: dt.date | None) -> House:
    return house_of(unit, day) if unit is not None else house_around(path, day)
