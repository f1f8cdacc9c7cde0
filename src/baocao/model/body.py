"""The figures of a record: those of its period, those of the period before, and whether they compare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from baocao.errors import Finding
from baocao.intake.raw import Literal, RawRecord, RawValue
from baocao.model.comparison import Remark, check_comparison
from baocao.model.form import Form
from baocao.model.parts import check_parts
from baocao.model.previous import carries_on, check_previous
from baocao.model.profile import Profile
from baocao.model.record import Period, Value
from baocao.model.tree import Typed, place_of, read_values
from baocao.model.years import read_other
from baocao.packs.pack import Pack

FIGURES = "so_lieu"


@dataclass(frozen=True, slots=True)
class Body:
    """What a data file says in figures. carries_on: as of `Record`. period: None when it cannot be read."""

    period: Period | None = None
    values: Mapping[str, Value] = field(default_factory=dict)
    previous: Mapping[str, Value] = field(default_factory=dict)
    carries_on: bool = False
    findings: tuple[Finding, ...] = ()


def figures_of(main: Form) -> RawValue:
    """`so_lieu` as typed; an empty mapping when there is none."""
    return main.get(FIGURES) or RawValue({}, main.at(FIGURES), Literal.MAP)


def read_figures(
    raw: RawRecord, main: Form, period: Period | None, profile: Profile | None, pack: Pack, *, draft: bool
) -> tuple[Typed, dict[str, Value], bool]:
    """The figures typed, those of the period before, and whether these carry on; faults are written down.

    profile: of the unit; without one only the kind of government tells two periods apart.
    """
    faults = main.faults
    typed = read_values(figures_of(main), pack.catalogue, faults, draft=draft)
    previous = read_other(raw.previous, pack.catalogue, faults, found=raw.previous_found)
    check_parts(typed.values, pack.catalogue, faults)
    if period is None:
        return typed, previous, False
    check_previous(main, raw.previous_file, period, pack)
    check_comparison(main, raw, profile, period, _remark(main, typed, pack))
    return typed, previous, bool(previous) and carries_on(raw, period, faults)


def _remark(main: Form, typed: Typed, pack: Pack) -> Remark | None:
    """The text of the pack that says of which scope the figures compared are."""
    id_ = next((one.id for one in pack.catalogue if one.remark), None)
    if id_ is None:
        return None
    return Remark(place_of(id_, figures_of(main), pack.catalogue), id_ in typed.values)
