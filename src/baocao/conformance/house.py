"""What a unit's profile says to the format check: facts to hold a document against, and waivers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

from baocao.conformance.unit_facts import UnitFacts
from baocao.errors import DataError, Finding
from baocao.intake.raw import Literal
from baocao.intake.reader import read_mapping
from baocao.model.faults import Faults
from baocao.model.form import Form
from baocao.model.house_format import HouseFormat, read_house_format
from baocao.model.naming import header_lines
from baocao.model.profile import profile_of
from baocao.model.unit import is_collective
from baocao.vietnamese.text import capitals
from baocao.workplace import find_workplace


@dataclass(frozen=True, slots=True)
class House:
    """A unit's house rules. path: of the profile, None without one. findings: faults of its files."""

    path: Path | None = None
    unit: UnitFacts | None = None
    format: HouseFormat = field(default_factory=HouseFormat)
    findings: tuple[Finding, ...] = ()


def house_around(document: Path, day: dt.date | None = None) -> House:
    """The house rules of the working folder a document lies in; those of no unit outside one."""
    place = find_workplace(document.parent)
    return House() if place is None else house_of(place.profile, day)


def house_of(path: Path, day: dt.date | None = None) -> House:
    """The house rules that the profile at `path` gives on a day, today when it is left out.

    Raises `DataError` for a profile that cannot be read.
    """
    raw = read_mapping({"goi": "the-thuc"}, unit_path=path)
    faults = Faults(raw.findings)
    profile = profile_of(raw, day or dt.date.today(), "", faults)
    if profile is None:
        raise DataError(faults.in_order())
    form = profile.form(faults)
    own = read_house_format(form)
    return House(path, _facts(form), own, faults.in_order())


def _facts(form: Form) -> UnitFacts:
    """The facts of a profile, without a word about what a report would need besides."""
    silent = Form(form.raw, form.path, form.labels, Faults())
    name = silent.line("ten")
    return UnitFacts(
        name=name,
        agency=tuple(map(capitals, silent.lines("dong_ten") or (header_lines(name) if name else ()))),
        parents=tuple(map(capitals, silent.lines("dong_chu_quan"))),
        place=silent.line("dia_danh"),
        symbol=silent.line("ky_hieu"),
        signers=_signers(silent),
        collective=is_collective(name) if name else None,
        upward=True if silent.get("kinh_gui") else None,
    )


def _signers(form: Form) -> tuple[str, ...]:
    """The names of all who sign."""
    raw = form.get("nguoi_ky")
    if raw is None or raw.literal is not Literal.MAP:
        return ()
    people = (raw, *(item for item in raw.children.values() if item.literal is Literal.MAP))
    return tuple(name for person in people if (name := person.text_of("ho_ten")))
