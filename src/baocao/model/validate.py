"""RawRecord x Pack -> Record: the list of steps. Every fault of the files is found in one run."""

from __future__ import annotations

from collections.abc import Iterator
from operator import is_
from typing import Any

from baocao.errors import Finding, stops
from baocao.intake.raw import Literal, RawRecord, RawValue
from baocao.model import head as heads
from baocao.model.checks import check_required
from baocao.model.comparison import check_comparison
from baocao.model.faults import Faults
from baocao.model.form import Form
from baocao.model.form_origin import check_form
from baocao.model.frame import ENTRIES, Frame, parts_of, read_frame
from baocao.model.notes import check_notes, extra_sources, read_notes, sources_of
from baocao.model.parts import check_parts
from baocao.model.previous import carries_on, check_previous
from baocao.model.record import Record
from baocao.model.rolled import ROLLED_UP, check_rolled_up, summed_ids
from baocao.model.safety import check_characters
from baocao.model.tree import read_values
from baocao.model.years import check_years, read_other, read_years, with_years
from baocao.packs.pack import Pack

FORM = {
    "goi": "gói mẫu",
    **ENTRIES,
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
    return Validator(pack, draft=draft).validate(raw)


class Validator:
    """Validates one record after the other; what one shares with the record before it is judged once."""

    def __init__(self, pack: Pack, *, draft: bool = False) -> None:
        self.pack, self.draft = pack, draft
        self._parts: tuple[Any, ...] = ()
        self._frame: Frame | None = None

    def validate(self, raw: RawRecord) -> tuple[Record | None, tuple[Finding, ...]]:
        """As the function `validate`."""
        faults = Faults(raw.findings, self.pack.id)
        if raw.main.literal is not Literal.MAP:
            return None, faults.in_order()
        if not check_form(raw.form, raw.main.children.get("so_lieu"), self.pack, faults):
            return None, faults.in_order()
        frame = self._frame_of(raw)
        _check_characters(raw, frame, faults)
        record = _record(raw, frame, self.pack, faults, self.draft)
        findings = faults.in_order()
        return (None if stops(findings) else record), findings

    def _frame_of(self, raw: RawRecord) -> Frame:
        """The frame of the record before when it is made of the same objects."""
        parts = parts_of(raw)
        same = len(parts) == len(self._parts) and all(map(is_, parts, self._parts))
        if self._frame is None or not same:
            self._parts, self._frame = parts, read_frame(raw, self.pack)
        return self._frame


def _check_characters(raw: RawRecord, frame: Frame, faults: Faults) -> None:
    """Report what cannot be printed: of the data file, of the profiles, of figures in other files."""
    entries = raw.main.children
    faults.take(frame.odd_entries)
    figures = {name: child for name, child in entries.items() if name not in ENTRIES}
    check_characters(RawValue(figures, raw.main.where, Literal.MAP), faults)
    faults.take(frame.odd_profiles)
    for tree in _named_figures(raw):
        if tree is not None and not any(tree is part for part in entries.values()):
            check_characters(tree, faults)


def _record(raw: RawRecord, frame: Frame, pack: Pack, faults: Faults, draft: bool) -> Record | None:
    main = Form(raw.main, "", FORM, faults)
    faults.take(frame.findings)
    period, unit = frame.period, frame.unit
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
    basis = heads.basis_sources(frame.head_form, frame.head)
    check_notes(main, notes, (*sources_of(values), *basis, *extra_sources(frame.profile)), faults)
    if period is not None:
        check_previous(main, raw.previous_file, period, pack.id)
        check_years(main, raw, period, pack.id)
    if period is not None and frame.profile is not None:
        check_comparison(main, raw, frame.profile, period)
    if unit is None or period is None:
        return None
    goes_on = bool(previous) and carries_on(raw, period, faults)
    summed = summed_ids(main)
    return Record(
        raw.file, pack.id, unit, period, frame.head, values, previous, notes, years, goes_on, summed
    )


def _named_figures(raw: RawRecord) -> Iterator[RawValue | None]:
    """The figures of other periods in files that the data file names; those found by themselves only warn."""
    if not raw.previous_found:
        yield raw.previous
    yield from (item.figures for item in raw.years.values() if not item.found)
