"""RawRecord x Pack -> Record: the list of steps. Every fault of the files is found in one run."""

from __future__ import annotations

from collections.abc import Iterator

from baocao.errors import Finding, stops
from baocao.intake.raw import Literal, RawRecord, RawValue
from baocao.model import head as heads
from baocao.model.checks import check_required
from baocao.model.comparison import check_comparison
from baocao.model.faults import Faults
from baocao.model.form import Form
from baocao.model.form_origin import check_form
from baocao.model.notes import check_notes, extra_sources, read_notes, sources_of
from baocao.model.parts import check_parts
from baocao.model.period import effective_day, read_period
from baocao.model.previous import carries_on, check_previous
from baocao.model.profile import profile_of
from baocao.model.record import Record
from baocao.model.rolled import ROLLED_UP, check_rolled_up
from baocao.model.safety import check_characters
from baocao.model.tree import read_values
from baocao.model.unit import check_former_level, read_unit
from baocao.model.years import check_years, read_other, read_years, with_years
from baocao.packs.pack import Pack

FORM = {
    "goi": "gói mẫu",
    "don_vi": "đơn vị",
    "ky": "kỳ báo cáo",
    "van_ban": "số, ngày và trích yếu của báo cáo",
    "nguoi_ky": "người ký",
    "nam_truoc": "số liệu năm trước",
    "cac_nam": "số liệu các năm khác",
    "so_lieu": "số liệu",
    "chu_thich": "chú thích",
    ROLLED_UP: "số liệu từng đơn vị của bản tổng hợp",
}
"""The entries of a data file."""


def validate(raw: RawRecord, pack: Pack, *, draft: bool = False) -> tuple[Record | None, tuple[Finding, ...]]:
    """The record, or None when a finding stops the report; the findings of reading come first.

    draft: required figures that are missing only warn, because they are printed as visible blanks.
    """
    faults = Faults(raw.findings, pack.id)
    if raw.main.literal is not Literal.MAP:
        return None, faults.in_order()
    if not check_form(raw.form, raw.main.children.get("so_lieu"), pack, faults):
        return None, faults.in_order()
    inline = list(raw.main.children.values())
    check_characters(raw.main, faults)
    for tree in (raw.unit, *raw.parents, *_named_figures(raw)):
        if tree is not None and not any(tree is part for part in inline):
            check_characters(tree, faults)
    record = _record(raw, pack, faults, draft)
    findings = faults.in_order()
    return (None if stops(findings) else record), findings


def _record(raw: RawRecord, pack: Pack, faults: Faults, draft: bool) -> Record | None:
    main = Form(raw.main, "", FORM, faults)
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
    tree = main.get("so_lieu") or RawValue({}, main.at("so_lieu"), Literal.MAP)
    typed = read_values(tree, pack.catalogue, faults, draft=draft)
    values = typed.values
    previous = read_other(raw.previous, pack.catalogue, faults, found=raw.previous_found)
    years = read_years(raw, pack, faults)
    notes = read_notes(main, faults)
    check_rolled_up(main)
    if tree.literal is Literal.MAP:
        given = with_years(typed, period, years, pack.catalogue)
        check_required(tree, given, pack.catalogue, faults, draft=draft)
    check_parts(values, pack.catalogue, faults)
    sources = (*sources_of(values), *heads.basis_sources(head_form, head), *extra_sources(profile))
    check_notes(main, notes, sources, faults)
    if period is not None:
        check_previous(main, raw.previous_file, period, pack.id)
        check_years(main, raw, period, pack.id)
    if period is not None and profile is not None:
        check_comparison(main, raw, profile, period)
    if unit is None or period is None:
        return None
    goes_on = bool(previous) and carries_on(raw, period, faults)
    return Record(raw.file, pack.id, unit, period, head, values, previous, notes, years, goes_on)


def _named_figures(raw: RawRecord) -> Iterator[RawValue | None]:
    """The figures of other periods in files that the data file names; those found by themselves only warn."""
    if not raw.previous_found:
        yield raw.previous
    yield from (item.figures for item in raw.years.values() if not item.found)
