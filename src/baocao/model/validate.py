"""RawRecord x Pack -> Record: the list of steps. Every fault of the files is found in one run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from operator import is_
from typing import Any

from baocao.errors import Finding, Where, stops
from baocao.intake.raw import Literal, RawRecord, RawValue
from baocao.model import head as heads
from baocao.model.body import FIGURES, Body, figures_of, read_figures
from baocao.model.checks import check_required
from baocao.model.comparison import check_comparison
from baocao.model.documents import check_documents
from baocao.model.doubts import check_doubts
from baocao.model.faults import Faults
from baocao.model.form import Form
from baocao.model.form_edits import check_before, check_period
from baocao.model.form_origin import check_form
from baocao.model.frame import ENTRIES, Frame, parts_of, read_frame
from baocao.model.full_text_blanks import check_missing
from baocao.model.full_texts import check_full_texts, figures_used
from baocao.model.named import ENTRY as NAMED
from baocao.model.named import LABEL, Named, read_named, with_named
from baocao.model.notes import check_notes, extra_sources, note_texts, read_notes, sources_of
from baocao.model.one_text import check_subject, fits_pack
from baocao.model.outline import check_outline
from baocao.model.period import effective_day, read_period
from baocao.model.previous import carries_on, check_previous
from baocao.model.profile import profile_of
from baocao.model.rates import check_small_rates
from baocao.model.record import HouseStyle, Record, Signer, Unit, Value
from baocao.model.rolled import ROLLED_UP, check_rolled_up, summed_ids, units_behind
from baocao.model.safety import check_characters
from baocao.model.shared_years import with_shared_years
from baocao.model.years import check_years, read_years, with_years
from baocao.packs.pack import Pack

FORM = {
    "goi": "gói mẫu",
    **ENTRIES,
    "nam_truoc": "số liệu năm trước",
    "cac_nam": "số liệu các năm khác",
    "so_lieu": "số liệu",
    NAMED: LABEL,
    "chu_thich": "chú thích",
    ROLLED_UP: "số liệu từng đơn vị của bản tổng hợp",
}
"""The entries of a data file."""


def validate(raw: RawRecord, pack: Pack, *, draft: bool = False) -> tuple[Record | None, tuple[Finding, ...]]:
    """The record, or None when a finding stops the report; the findings of reading come first.

    draft: required figures that are missing only warn, because they are printed as visible blanks.
    """
    return Validator(pack, draft=draft).validate(raw)


def sound_part(raw: RawRecord, pack: Pack) -> tuple[Record | None, Faults]:
    """What can be judged of a record with faults: the figures that were read without one; and the faults.

    None when the period is not known. A list with a fault in one of its rows is left out whole, for its sums
    would be wrong. A unit whose profile cannot be read has no more than the name that the form gives.
    """
    record, faults = Validator(pack, draft=True).judge(raw)
    if record is None:
        return None, faults
    spoilt = {name for item in faults.items if stops((item,)) for name in _prefixes(item.where.key)}
    values, previous = (
        {id_: value for id_, value in of.items() if id_ not in spoilt}
        for of in (record.values, record.previous)
    )
    return replace(record, values=values, previous=previous, told=frozenset(spoilt)), faults


def _prefixes(key: str) -> Iterator[str]:
    """The ids that a finding's key may speak of: "a.b[2].c" of a, a.b, with or without the entry before."""
    names = [name.partition("[")[0] for name in key.split(".")]
    for start in (0, 1):
        yield from (".".join(names[start:end]) for end in range(start + 1, len(names) + 1))


def validate_figures(raw: RawRecord, pack: Pack) -> Body:
    """The figures alone, judged as `validate` does; missing ones are no fault. For those who need neither
    letterhead nor signer: a profile that lacks something is not told.
    """
    raw = with_shared_years(raw, pack)
    faults = Faults(raw.findings, pack.id)
    if raw.main.literal is not Literal.MAP:
        return Body(findings=faults.in_order())
    if not check_form(raw.form, raw.main.children.get("so_lieu"), pack, faults):
        return Body(findings=faults.in_order())
    main = Form(raw.main, "", FORM, faults)
    check_characters(raw.main, faults, pack.catalogue.full_texts)
    period = read_period(main, pack)
    profile = profile_of(raw, effective_day(period), pack.id, Faults())
    typed, previous, goes_on = read_figures(raw, main, period, profile, pack, draft=True)
    return Body(period, typed.values, previous, goes_on, faults.in_order())


class Validator:
    """Validates one record after the other; what one shares with the record before it is judged once."""

    def __init__(self, pack: Pack, *, draft: bool = False) -> None:
        self.pack, self.draft = pack, draft
        self._parts: tuple[Any, ...] = ()
        self._frame: Frame | None = None

    def validate(self, raw: RawRecord) -> tuple[Record | None, tuple[Finding, ...]]:
        """As the function `validate`."""
        record, faults = self.judge(raw)
        if record is not None and not self.draft and not stops(faults.items):
            _check_empty(record, raw, self.pack, faults)
        findings = faults.in_order()
        return (None if stops(findings) else record), findings

    def judge(self, raw: RawRecord) -> tuple[Record | None, Faults]:
        """What was read, faulty or not, and the faults; None without a period or of another pack's form."""
        raw = with_shared_years(raw, self.pack)
        faults = Faults(_labelled(raw.findings, self.pack), self.pack.id)
        if raw.main.literal is not Literal.MAP:
            return None, faults
        if not check_form(raw.form, raw.main.children.get("so_lieu"), self.pack, faults):
            return None, faults
        if not fits_pack(raw, self.pack, faults):
            return None, faults
        frame = self._frame_of(raw)
        _check_characters(raw, frame, self.pack, faults)
        return _record(raw, frame, self.pack, faults, self.draft), faults

    def _frame_of(self, raw: RawRecord) -> Frame:
        """The frame of the record before when it is made of the same objects."""
        parts = parts_of(raw)
        same = len(parts) == len(self._parts) and all(map(is_, parts, self._parts))
        if self._frame is None or not same:
            self._parts, self._frame = parts, read_frame(raw, self.pack)
        return self._frame


def _labelled(findings: Iterable[Finding], pack: Pack) -> Iterator[Finding]:
    """Findings about figures with the label of the catalogue, where they only have the id."""
    for item in findings:
        id_ = item.where.key.removeprefix("so_lieu.").partition("[")[0]
        if id_ in pack.catalogue and not item.where.label:
            yield replace(item, where=item.where.but(label=pack.catalogue[id_].label))
        else:
            yield item


def _check_characters(raw: RawRecord, frame: Frame, pack: Pack, faults: Faults) -> None:
    """Report what cannot be printed: of the data file, of the profiles, of figures in other files."""
    entries, full = raw.main.children, pack.catalogue.full_texts
    faults.take(frame.odd_entries)
    figures = {name: child for name, child in entries.items() if name not in ENTRIES}
    odd = Faults()
    check_characters(RawValue(figures, raw.main.where, Literal.MAP), odd, full)
    faults.take(_labelled(odd.items, pack))
    faults.take(frame.odd_profiles)
    for tree in _named_figures(raw):
        if tree is not None and not any(tree is part for part in entries.values()):
            check_characters(tree, faults, full)


def _check_empty(record: Record, raw: RawRecord, pack: Pack, faults: Faults) -> None:
    """Report a data file that says nothing although its pack asks for something."""
    if pack.catalogue.indicators and not record.values and not any(record.years.values()):
        tree = raw.main.children.get(FIGURES)
        faults.add("so-lieu-trong", Where(raw.file) if tree is None else tree.where.but(key=FIGURES))


def _record(raw: RawRecord, frame: Frame, pack: Pack, faults: Faults, draft: bool) -> Record | None:
    main = Form(raw.main, "", FORM, faults)
    faults.take(frame.findings)
    period, unit = frame.period, frame.unit
    tree = figures_of(main)
    typed, previous, goes_on = read_figures(raw, main, period, frame.profile, pack, draft=draft)
    values = typed.values
    check_small_rates(tree, values, pack.catalogue, faults)
    check_before(raw.form, raw.previous, pack.catalogue, faults)
    check_period(raw.form, main, period, faults)
    years = read_years(raw, pack, faults)
    notes = read_notes(main, faults)
    check_rolled_up(main)
    check_doubts(main)
    if tree.literal is Literal.MAP and not _without_figures(raw):
        given = with_years(typed, period, years, pack.catalogue)
        check_required(tree, given, pack.catalogue, faults, draft=draft)
    style = HouseStyle() if unit is None else unit.style
    named = read_named(main, pack.catalogue, faults, style)
    check_outline(values, pack.catalogue, faults)
    check_documents(tree, pack.catalogue, period, faults)
    _check_full_texts(values, named, main, pack, draft=draft)
    check_subject(main, frame.head, pack)
    basis = heads.basis_sources(frame.head_form, frame.head)
    check_notes(main, notes, (*sources_of(values), *basis, *extra_sources(frame.profile)), faults)
    if period is not None:
        check_years(main, raw, period, pack)
    if period is None:
        return None
    if unit is None:
        unit = _unknown(raw)
    behind = summed_ids(main), units_behind(main)
    all_values, all_previous = {**values, **named.values}, {**previous, **named.previous}
    figures = all_values, all_previous, notes, years, goes_on, *behind
    more: dict[str, Any] = {"named": named.indicators, "blanks": typed.blanks}
    return Record(raw.file, pack.id, unit, period, frame.head, *figures, **more)


def _check_full_texts(
    values: Mapping[str, Value], named: Named, main: Form, pack: Pack, *, draft: bool
) -> None:
    """Report what is wrong with the full texts and with the figures that they name."""
    faults, notes = main.faults, tuple(note_texts(main))
    everything = with_named(pack.catalogue, named.indicators)
    check_full_texts(values, notes, everything, pack.manifest, faults)
    if not draft:
        entries = main.get(NAMED) or main.raw
        check_missing(figures_used(values, notes, everything), named, entries, faults)


def _unknown(raw: RawRecord) -> Unit:
    """The unit of a record whose profile could not be read, which is a fault: no report is made of it."""
    name = raw.form.unit if raw.form is not None else ""
    return Unit(name, "", (), (), "", "", "", Signer((), ""), (), "")


def continues(raw: RawRecord, pack: Pack) -> bool:
    """Whether last period's figures, if typed in this data, would go on here (`Record.carries_on`)."""
    frame, faults = read_frame(raw, pack), Faults((), pack.id)
    if frame.period is None or frame.profile is None:
        return False
    main = Form(raw.main, "", FORM, faults)
    named = raw if raw.previous is not None and not raw.previous.blank else replace(raw, previous=raw.main)
    check_previous(main, raw.previous_file, frame.period, pack)
    check_comparison(main, named, frame.profile, frame.period)
    return carries_on(raw, frame.period, faults)


def _without_figures(raw: RawRecord) -> bool:
    """Whether the unit's own workbook gave no figures: what is missing then is a consequence."""
    return any(item.where.key.partition(".")[0] == "bang_tinh" and stops((item,)) for item in raw.findings)


def _named_figures(raw: RawRecord) -> Iterator[RawValue | None]:
    """The figures of other periods in files that the data file names; those found by themselves only warn."""
    if not raw.previous_found:
        yield raw.previous
    yield from (item.figures for item in raw.years.values() if not item.found)
