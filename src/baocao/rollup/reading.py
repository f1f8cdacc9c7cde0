"""The data file of one unit -> what it brings to the roll-up. It needs no whole profile and no letterhead."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from baocao.derive.figures import compute
from baocao.derive.resolved import How, Resolved
from baocao.errors import Finding, Severity, Where, finding
from baocao.intake.raw import Literal, RawRecord
from baocao.intake.references import UNIT, WORKBOOK, file_entries, files_in, names_file
from baocao.model.body import Body
from baocao.model.faults import Faults
from baocao.model.form import EARLIEST, LATEST
from baocao.model.record import DocumentHead, Period, PeriodKind, Record, Signer, Unit, Value
from baocao.model.validate import validate_figures
from baocao.packs.finder import lay_over
from baocao.packs.pack import Pack
from baocao.rollup.adding import is_for_reading, words_of
from baocao.rollup.member import Member, bare
from baocao.rollup.nested import Below, below, judged
from baocao.rollup.upper import Upper
from baocao.source.raw import nothing
from baocao.vietnamese.unit_names import unit_key, without_committee

_OF_ALL = frozenset({"so-sanh-qua-sap-xep", "cac-nam-qua-sap-xep", "so-chuyen-chua-doi-chieu"})
_OF_ROWS = frozenset({"tong-hop-nam-truoc-khong-theo-dong"})
_OF_PROFILE = frozenset({"dong-khac-don-vi"})
_OF_ANOTHER = frozenset({"nam-truoc-sai-nam", "nam-truoc-sai-goi"})

_HEAD = DocumentHead(None, "", None, "", ())
_NO_PERIOD = Period(PeriodKind.YEAR, EARLIEST.year, 0, "", "", "", EARLIEST, LATEST)
"""Stand in where a file has none: a finding says so already."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What one file brings. members: the unit, or the units that a roll-up is made of. pack_id: as the file
    names it, "" when it does not. period: None when it cannot be read. faulty: the units of a roll-up whose
    figures cannot be used, by key, with what is wrong.
    """

    raw: RawRecord
    name: str
    pack_id: str
    period: Period | None = None
    members: tuple[Member, ...] = ()
    findings: tuple[Finding, ...] = ()
    faulty: Mapping[object, tuple[Finding, ...]] = field(default_factory=dict)

    @property
    def file(self) -> str:
        """The file, as findings name it."""
        return self.raw.file


def pack_named(raw: RawRecord) -> str:
    """The pack that a data file names."""
    return raw.main.text_of("goi")


def read_sent(raw: RawRecord, pack: Pack, upper: Upper) -> Sent:
    """Read one data file. Faults of the data are findings, each with the unit's name; those about profile and
    other years' files are left out: the roll-up needs neither.
    """
    name, level = name_of(raw, upper)
    own_pack = lay_over(pack, raw.unit_folders)
    body = validate_figures(_alone(raw, upper), own_pack)
    faults = Faults(_of_its_figures(body, raw), pack.id)
    if body.period is None and not body.values:
        return Sent(raw, name, pack_named(raw), findings=_named(faults, name))
    period, values, before = body.period, body.values, _comparable(body)
    record = Record(
        raw.file, pack.id, _unit(name, level), period or _NO_PERIOD, _HEAD, values, before,
        carries_on=body.carries_on,
    )  # fmt: skip
    figures = compute(record, own_pack)
    member = Member(
        name,
        raw.file,
        level,
        "",
        _figures(figures.now, values),
        _figures(figures.before, before),
        _texts(own_pack, values),
        made=_made(figures.now),
        made_before=_made(figures.before),
    )
    units = below(raw, member, values, pack, upper, record) or Below((member,), frozenset(values))
    faults.items += [item for item in figures.findings if item.level is not Severity.INFO]
    sums = _of_sums(record, own_pack, units.typed)
    faults.items = [*(item for item in faults.items if item not in sums), *units.findings]
    faults.items += _own_indicators(own_pack, pack, name, raw.file, values)
    faults.items += _without_profile(raw, name, upper)
    return Sent(raw, name, pack_named(raw), period, units.members, _named(faults, name), units.faulty)


def _of_sums(record: Record, pack: Pack, typed: Collection[str]) -> set[Finding]:
    """What is wrong with figures that are not those of `typed`: sums of units need not agree, since the units
    themselves are judged.
    """
    rest = {id_: value for id_, value in record.values.items() if id_ not in typed}
    return set(judged(replace(record, values=rest), pack)) if rest else set()


def _without_profile(raw: RawRecord, name: str, upper: Upper) -> Iterator[Finding]:
    """A profile that the file names and that cannot be read: the name is then taken from elsewhere."""
    named = raw.main.children.get(UNIT)
    if named is None or not names_file(named) or "ten" in raw.unit.children:
        return
    made_for = form_unit(raw, upper)
    known = made_for or upper.called(Path(raw.file).stem) is not None
    yield finding(
        "tong-hop-khong-co-ho-so",
        named.where.but(key=UNIT),
        severity=Severity.INFO if known else Severity.WARNING,
        tep=named.text.strip(),
        don_vi=name,
        theo="đơn vị ghi sẵn trong biểu" if made_for else "tên tệp",
    )


def _made(resolved: Mapping[str, Resolved]) -> frozenset[str]:
    """The figures that follow from others."""
    return frozenset(id_ for id_, found in resolved.items() if found.how is not How.STATED)


def name_of(raw: RawRecord, upper: Upper) -> tuple[str, str]:
    """Name and level of the unit: as its profile says, else as `don_vi` says, else as the form was made for,
    else as the file is called.

    The profile of a working folder around the file is that of the unit above, which keeps the files there.
    """
    named = raw.main.children.get("don_vi")
    profile = raw.unit.children
    typed = profile["ten"].text if "ten" in profile else ""
    made_for = form_unit(raw, upper)
    inline = named is not None and not named.blank
    if typed and (not upper.is_profile(raw.unit) or (inline and not made_for)):
        return without_committee(typed), profile["cap"].text.strip() if "cap" in profile else ""
    if named is not None and named.text.strip() and not names_file(named):
        return without_committee(named.text), ""
    return made_for or named_by_file(raw.file, upper), ""


def form_unit(raw: RawRecord, upper: Upper) -> str:
    """The unit that a form was made for; "" when it does not say, or the unit above made it for all."""
    name = without_committee(raw.form.unit) if raw.form is not None else ""
    return name if unit_key(name) != unit_key(upper.name) else ""


def named_by_file(file: str, upper: Upper) -> str:
    """The unit that a file is called after: one of the units below if it can be told, else its name."""
    stem = Path(file).stem
    found = upper.called(stem)
    if found is not None:
        return found.name
    return stem.replace("-", " ").replace("_", " ").strip() or file or "đơn vị không tên"


def _alone(raw: RawRecord, upper: Upper) -> RawRecord:
    """The record without what is said of other files; the profile of the unit above is not its own."""
    kept = tuple(_of_the_data(raw, upper))
    if upper.is_profile(raw.unit):
        return replace(raw, findings=kept, unit=nothing("").value, parents=())
    return replace(raw, findings=kept)


def _of_its_figures(body: Body, raw: RawRecord) -> Iterator[Finding]:
    """The findings but those in last year's file, and what holds for all units alike: the result tells it."""
    before = raw.previous.where.file if raw.previous_file is not None and raw.previous is not None else ""
    for item in body.findings:
        of_before = bool(before) and item.where.file == before != raw.file
        if not of_before and item.code not in _OF_ALL:
            yield item


def _comparable(body: Body) -> Mapping[str, Value]:
    """The figures of the period before; none when they are of another period or kind of report."""
    return {} if any(item.code in _OF_ANOTHER for item in body.findings) else body.previous


def _of_the_data(raw: RawRecord, upper: Upper) -> Iterator[Finding]:
    """Findings of reading about the figures themselves: a unit rarely sends along the files it names."""
    named = [item for path, item in file_entries(raw.main).items() if path[0] != WORKBOOK]
    unit = raw.main.children.get(UNIT)
    if unit is not None and unit.literal is not Literal.MAP:
        named.append(unit)
    beside = {_spot(item.where) for item in named}
    others = set(_other_files(raw))
    for item in raw.findings:
        if item.code in _OF_PROFILE and upper.is_profile(raw.unit):
            continue
        at = _spot(item.where)
        of_file = item.where.file in (raw.file, "") or (item.where.cell and item.where.file not in others)
        if item.level is not Severity.INFO and of_file and (at not in beside or item.code in _OF_ROWS):
            yield item


def _other_files(raw: RawRecord) -> Iterator[str]:
    """The files of profiles and of other years; a cell of any other is one of the unit's own workbook."""
    years = (year.whole or year.figures for year in raw.years.values())
    for tree in (raw.unit, *raw.parents, raw.previous_file, raw.previous, *years):
        if tree is not None:
            yield from files_in(tree)


def _spot(where: Where) -> tuple[str, int | None, str]:
    return where.file, where.line, where.cell


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
    own: Pack, pack: Pack, name: str, file: str, values: Mapping[str, Value]
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
