"""The data file of one unit -> what it brings to the roll-up. It needs no whole profile and no letterhead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from baocao.derive.figures import compute
from baocao.derive.resolved import Resolved
from baocao.errors import Finding, Severity, Where, finding
from baocao.intake.raw import Literal, RawRecord, RawValue
from baocao.model.faults import Faults
from baocao.model.form import EARLIEST, LATEST, Form
from baocao.model.parts import check_parts
from baocao.model.period import read_period
from baocao.model.previous import carries_on
from baocao.model.record import DocumentHead, Period, PeriodKind, Record, Signer, Unit, Value
from baocao.model.safety import check_characters
from baocao.model.tree import read_values
from baocao.model.validate import FORM
from baocao.packs.finder import lay_over
from baocao.packs.pack import Pack
from baocao.rollup.adding import is_for_reading, words_of
from baocao.rollup.member import Member, bare, short_name
from baocao.rollup.nested import leaves_of
from baocao.rollup.upper import Upper

_FILE_ENDS = (".yaml", ".yml", ".json", ".xlsx", ".xls", ".ods")
_BESIDE = ("don_vi", "nam_truoc", "cac_nam")
"""Entries that name other files: a unit rarely sends these along."""

_HEAD = DocumentHead(None, "", None, "", ())
_NO_PERIOD = Period(PeriodKind.YEAR, EARLIEST.year, 0, "", "", "", EARLIEST, LATEST)
"""Stand in where a file has none: a finding says so already."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What one file brings. members: the unit, or the units that a roll-up is made of. pack_id: as the file
    names it, "" when it does not. period: None when it cannot be read.
    """

    raw: RawRecord
    name: str
    pack_id: str
    period: Period | None = None
    members: tuple[Member, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def file(self) -> str:
        """The file, as findings name it."""
        return self.raw.file


def pack_named(raw: RawRecord) -> str:
    """The pack that a data file names."""
    named = raw.main.children.get("goi")
    return named.text.strip() if named is not None else ""


def read_sent(raw: RawRecord, pack: Pack, upper: Upper) -> Sent:
    """Read one data file. Faults of the data are findings, each with the unit's name; those about profile and
    other years' files are left out: the roll-up needs neither.
    """
    name, level = name_of(raw, upper)
    faults = Faults(_of_the_data(raw), pack.id)
    if raw.main.literal is not Literal.MAP:
        return Sent(raw, name, "", findings=_named(faults, name))
    own_pack = lay_over(pack, raw.unit_folders)
    main = Form(raw.main, "", FORM, faults)
    check_characters(raw.main, faults)
    period = read_period(main, own_pack)
    tree = main.get("so_lieu") or RawValue({}, main.at("so_lieu"), Literal.MAP)
    values = read_values(tree, own_pack.catalogue, faults, draft=True).values
    before = read_values(raw.previous, own_pack.catalogue, Faults(), draft=True, previous=True).values
    check_parts(values, own_pack.catalogue, faults)
    goes_on = bool(before) and period is not None and carries_on(raw, period, faults)
    record = Record(
        raw.file, pack.id, _unit(name, level), period or _NO_PERIOD, _HEAD, values, before, carries_on=goes_on
    )
    figures = compute(record, own_pack)
    faults.items += [item for item in figures.findings if item.level is not Severity.INFO]
    member = Member(
        name,
        raw.file,
        level,
        "",
        _figures(figures.now, values),
        _figures(figures.before, before),
        _texts(own_pack, values),
    )
    members = leaves_of(raw, member, values, pack, upper, faults) or (member,)
    faults.items += _own_indicators(own_pack, pack, name, raw.file, values)
    return Sent(raw, name, pack_named(raw), period, members, _named(faults, name))


def name_of(raw: RawRecord, upper: Upper) -> tuple[str, str]:
    """Name and level of the unit: as its profile says, else as `don_vi` says, else as the file is called.

    The profile of a working folder around the file is that of the unit above, which keeps the files there.
    """
    named = raw.main.children.get("don_vi")
    own = named is not None and not named.blank
    profile = raw.unit.children
    typed = profile["ten"].text if "ten" in profile else ""
    if own and typed:
        return short_name(typed), profile["cap"].text.strip() if "cap" in profile else ""
    if named is not None and named.text.strip() and not named.text.strip().lower().endswith(_FILE_ENDS):
        return short_name(named.text), ""
    if typed and not upper.is_profile(raw.unit):
        return short_name(typed), profile["cap"].text.strip() if "cap" in profile else ""
    return named_by_file(raw.file, upper), ""


def named_by_file(file: str, upper: Upper) -> str:
    """The unit that a file is called after: one of the units below if it can be told, else its name."""
    stem = Path(file).stem
    found = upper.called(stem)
    if found is not None:
        return found.name
    return stem.replace("-", " ").replace("_", " ").strip() or file or "đơn vị không tên"


def _of_the_data(raw: RawRecord) -> Iterator[Finding]:
    """Findings of reading that concern the figures themselves."""
    beside = {
        (item.where.file, item.where.line, item.where.cell)
        for name, item in raw.main.children.items()
        if name in _BESIDE and item.literal is not Literal.MAP
    }
    for item in raw.findings:
        at = (item.where.file, item.where.line, item.where.cell)
        of_file = item.where.file in (raw.file, "")
        if item.level is not Severity.INFO and of_file and at not in beside:
            yield item


def _figures(resolved: Mapping[str, Resolved], typed: Mapping[str, Value]) -> dict[str, Value]:
    """Every figure that was typed or follows; lists as typed, without what is reckoned in their rows."""
    return {id_: typed[id_] if found.value.records else found.value for id_, found in resolved.items()}


def _texts(pack: Pack, values: Mapping[str, Value]) -> dict[str, tuple[str, ...]]:
    """What the unit writes that is kept apart for reading."""
    said = {
        id_: words_of(pack.catalogue[id_], value)
        for id_, value in values.items()
        if is_for_reading(pack.catalogue[id_])
    }
    return {id_: words for id_, words in said.items() if words}


def _own_indicators(
    own: Pack, pack: Pack, name: str, file: str, values: dict[str, Value]
) -> Iterator[Finding]:
    """A remark on figures that the unit's own templates define in another way."""
    if own is pack:
        return
    other: list[str] = []
    for id_ in values:
        mine, common = own.catalogue[id_], pack.catalogue.indicators.get(id_)
        if common is None or (mine.kind, mine.unit) != (common.kind, common.unit):
            other.append(f"«{mine.label}» ({id_})")
    if other:
        yield finding("tong-hop-chi-tieu-rieng", Where(file), don_vi=name, chi_tieu=", ".join(other[:6]))


def _named(faults: Faults, name: str) -> tuple[Finding, ...]:
    """The findings with the unit's name in their place."""
    return tuple(replace(item, where=item.where.but(part=name)) for item in faults.in_order())


def _unit(name: str, level: str) -> Unit:
    return Unit(name, level, (), (), "", "", name, Signer((), ""), (), "")


def same_figures(one: Sequence[Member], other: Sequence[Member]) -> bool:
    """Whether two files say the same of the same units."""

    def said(members: Sequence[Member]) -> list[tuple[object, dict[str, Value]]]:
        return [(item.key, {id_: bare(value) for id_, value in item.values.items()}) for item in members]

    return said(one) == said(other)
