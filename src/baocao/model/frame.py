"""What reports of one unit have in common whatever their figures: profile, period, head. Judged once for all.

A sheet with a row for each of thousands of units gives records that share these parts: the very same objects.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from baocao.errors import Finding
from baocao.intake.raw import Literal, RawRecord, RawValue
from baocao.model import head as heads
from baocao.model.faults import Faults
from baocao.model.form import Form
from baocao.model.period import effective_day, read_period
from baocao.model.profile import Profile, profile_of
from baocao.model.record import DocumentHead, Period, Unit
from baocao.model.safety import check_characters
from baocao.model.unit import check_former_level, read_unit
from baocao.packs.pack import Pack

ENTRIES = {
    "don_vi": "đơn vị",
    "ky": "kỳ báo cáo",
    "van_ban": "số, ngày và trích yếu của báo cáo",
    "nguoi_ky": "người ký",
}
"""The entries of a data file that are read here."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A record without its figures. head_form: `van_ban` as typed. odd_entries, odd_profiles: characters that
    cannot be printed, of the data file's entries and of the profiles. findings: everything else.
    """

    period: Period | None
    profile: Profile | None
    unit: Unit | None
    head: DocumentHead
    head_form: Form
    odd_entries: tuple[Finding, ...]
    odd_profiles: tuple[Finding, ...]
    findings: tuple[Finding, ...]


def parts_of(raw: RawRecord) -> tuple[Any, ...]:
    """Everything of a record that its frame is made of."""
    entries = raw.main.children
    return (raw.main.where, bool(raw.unit_folders), raw.unit, *raw.parents, *map(entries.get, ENTRIES))


def read_frame(raw: RawRecord, pack: Pack) -> Frame:
    """Judge what is no figure."""
    shared = {name: child for name, child in raw.main.children.items() if name in ENTRIES}
    entries = RawValue(shared, raw.main.where, Literal.MAP)
    profiles = [tree for tree in (raw.unit, *raw.parents) if tree is not shared.get("don_vi")]
    faults = Faults((), pack.id)
    main = Form(entries, "", ENTRIES, faults)
    head_form = main.below("van_ban", heads.FORM)
    period = read_period(main, pack)
    day = heads.read_day(head_form, period)
    profile = profile_of(raw, day or effective_day(period), pack.id, faults)
    if profile is None and not raw.unit_folders:
        main.need("don_vi", "don-vi.yaml")
    unit = read_unit(main, head_form, profile, pack, faults)
    head = heads.read_head(head_form, pack.manifest, period, unit, day)
    if unit is not None:
        check_former_level(main, unit, head.date)
    odd = _odd([entries]), _odd(profiles)
    return Frame(period, profile, unit, head, head_form, *odd, tuple(faults.items))


def _odd(trees: list[RawValue]) -> tuple[Finding, ...]:
    faults = Faults()
    for tree in trees:
        check_characters(tree, faults)
    return tuple(faults.items)
