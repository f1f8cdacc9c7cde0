"""A roll-up as one of the units: taken apart into the units it was made of, so that no level hides them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from baocao.derive.figures import compute
from baocao.errors import Finding, Severity, Where, finding, stops
from baocao.intake.raw import RawRecord
from baocao.model.faults import Faults
from baocao.model.parts import check_parts
from baocao.model.record import Record, Value
from baocao.model.rolled import ABOVE, FIGURES, FILE, LEFT_OUT, NAME, NOT_SENT, ROLLED_UP, UNITS
from baocao.model.tree import read_values
from baocao.packs.catalogue import Catalogue
from baocao.packs.pack import Pack
from baocao.rollup.adding import adds_up, total_of
from baocao.rollup.member import Member, bare
from baocao.rollup.rolled import LeftOut, totals_of, words, written_of
from baocao.rollup.upper import Upper
from baocao.source.raw import Literal, RawValue
from baocao.vietnamese.unit_names import unit_key

BEFORE, TEXTS = "nam_truoc", "loi_van"
LEVEL, REST, WORDS = "cap", "phan_rieng", "noi_dung"
MADE, MADE_BEFORE, MERGED = "tu_tinh", "tu_tinh_nam_truoc", "sua_o_tong"
REASON = "ly_do"
"""The entries of `tong_hop` that this room writes and reads again."""


@dataclass(frozen=True, slots=True)
class Below:
    """What a roll-up is made of. members: its units, and what was typed into it afterwards as one more.
    typed: the ids of that. faulty: the units whose figures cannot be used, by key, with what is wrong.
    findings: about totals that were changed or taken out afterwards.
    """

    members: tuple[Member, ...]
    typed: frozenset[str] = frozenset()
    faulty: Mapping[object, tuple[Finding, ...]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def below(
    raw: RawRecord, member: Member, typed: Mapping[str, Value], pack: Pack, upper: Upper, record: Record
) -> Below | None:
    """The units behind a roll-up, each judged; None for any other file.

    A total that was changed afterwards counts as it stands, in place of those of its units, and is told. One
    that was taken out comes back, and is told. record: of the file, for the period.
    """
    entry = raw.main.children.get(ROLLED_UP)
    if entry is None or entry.blank:
        return None
    units = entry.children.get(UNITS)
    if units is None or not units.items or any(NAME not in item.children for item in units.items):
        broken = finding("tong-hop-muc-sai", entry.where.but(key=ROLLED_UP))
        return Below((member,), frozenset(typed), findings=(broken,))
    above = "" if unit_key(member.name) == unit_key(upper.name) else member.name
    texts = _texts(entry.children.get(TEXTS), above)
    leaves: list[Member] = []
    faulty: dict[object, tuple[Finding, ...]] = {}
    for item in units.items:
        leaf, misread = _leaf(item, above, raw.file, pack)
        leaves.append(replace(leaf, texts=texts.get(leaf.key, {})))
        faults = (*misread, *_faults_of(leaf, record, pack))
        if stops(faults):
            faulty[leaf.key] = tuple(replace(one, where=one.where.but(part=leaf.name)) for one in faults)
    own = _typed_afterwards(typed, leaves, pack.catalogue)
    told = (*_told(own, leaves, member, pack.catalogue), *_taken_out(typed, leaves, member, pack))
    if not own and not member.texts:
        return Below(tuple(leaves), frozenset(), faulty, told)
    return Below((*_parted(leaves, own, member),), frozenset(own), faulty, told)


def _parted(leaves: Sequence[Member], own: Mapping[str, Value], member: Member) -> Iterator[Member]:
    """The units without what the totals say in their place, and the totals as one more member."""
    merged = frozenset(id_ for id_ in own if any(id_ in one.values for one in leaves))
    for one in leaves:
        values = {id_: value for id_, value in one.values.items() if id_ not in own}
        yield replace(one, values=values, merged=one.merged | (merged & one.values.keys()))
    yield replace(member, values=dict(own), before={}, rest=True, merged=merged, made=frozenset())


def judged(record: Record, pack: Pack) -> Iterator[Finding]:
    """What is wrong with figures that do not agree; remarks are left out."""
    faults = Faults((), pack.id)
    check_parts(record.values, pack.catalogue, faults)
    yield from faults.in_order()
    yield from (item for item in compute(record, pack).findings if item.level is not Severity.INFO)


def _faults_of(leaf: Member, record: Record, pack: Pack) -> tuple[Finding, ...]:
    """What stops the figures of one unit, as it would have in its own file."""
    if leaf.rest:
        return ()
    typed = {id_: value for id_, value in leaf.values.items() if id_ not in leaf.made}
    unit = replace(record.unit, name=leaf.name, level=leaf.level)
    alone = replace(record, unit=unit, values=typed, previous={}, carries_on=False)
    return tuple(item for item in judged(alone, pack) if stops([item]))


def lacking_below(raw: RawRecord) -> Iterator[LeftOut]:
    """The units that a roll-up was made without."""
    entry = raw.main.children.get(ROLLED_UP)
    for name, known in ((NOT_SENT, "chưa gửi số liệu"), (LEFT_OUT, "")):
        listed = entry.children.get(name) if entry is not None else None
        for item in listed.items if listed is not None else ():
            said = {key: child.text.strip() for key, child in item.children.items()}
            unit = said.get(NAME, item.text.strip())
            if unit:
                yield LeftOut(unit, said.get(FILE, raw.file), said.get(REASON, known))


def _leaf(item: RawValue, above: str, file: str, pack: Pack) -> tuple[Member, tuple[Finding, ...]]:
    """One unit as the roll-up has it, and what is wrong with the way it stands there."""
    faults = Faults((), pack.id)

    def text(name: str) -> str:
        return item.children[name].text.strip() if name in item.children else ""

    def values(name: str) -> dict[str, Value]:
        tree = item.children.get(name)
        mapping = tree if tree is not None and tree.literal is Literal.MAP else None
        return read_values(mapping, pack.catalogue, faults, draft=True, previous=name == BEFORE).values

    def ids(name: str) -> frozenset[str]:
        return frozenset(id_ for one in text(name).split(",") if (id_ := one.strip()))

    leaf = Member(
        text(NAME),
        text(FILE) or file,
        text(LEVEL),
        text(ABOVE) or above,
        values(FIGURES),
        values(BEFORE),
        rest=bool(text(REST)),
        inside=file,
        made=ids(MADE),
        made_before=ids(MADE_BEFORE),
        merged=ids(MERGED),
    )
    return leaf, faults.in_order()


def _texts(raw: RawValue | None, above: str) -> dict[object, dict[str, tuple[str, ...]]]:
    """The texts kept for reading, by unit and indicator."""
    found: dict[object, dict[str, tuple[str, ...]]] = {}
    for id_, entries in raw.children.items() if raw is not None else ():
        for item in entries.items:
            said = {name: child.text for name, child in item.children.items()}
            key = Member(said.get(UNITS, ""), above=said.get(ABOVE, "") or above).key
            texts = found.setdefault(key, {})
            texts[id_] = (*texts.get(id_, ()), said.get(WORDS, ""))
    return found


def _typed_afterwards(
    typed: Mapping[str, Value], leaves: Sequence[Member], catalogue: Catalogue
) -> dict[str, Value]:
    """The figures of the file that its units do not add up to."""
    own: dict[str, Value] = {}
    for id_, value in typed.items():
        made = total_of(catalogue[id_], leaves)
        if adds_up(catalogue[id_]) and (made is None or bare(made) != bare(value)):
            own[id_] = value
    return own


def _told(
    own: Mapping[str, Value], leaves: Sequence[Member], member: Member, catalogue: Catalogue
) -> Iterator[Finding]:
    for id_, value in own.items():
        indicator = catalogue[id_]
        made = total_of(indicator, leaves)
        if made is None:
            continue
        said = [words(item, indicator) for item in (value, made)]
        place = member.where(id_, indicator.label)
        yield finding(
            "tong-hop-sua-tay", place, don_vi=member.name, ten=indicator.label, ghi=said[0], cong=said[1]
        )


def _taken_out(
    typed: Mapping[str, Value], leaves: Sequence[Member], member: Member, pack: Pack
) -> Iterator[Finding]:
    """A total that the roll-up had written, and that its file does not have now."""
    for id_, made in written_of(pack, leaves, totals_of(pack, leaves)).items():
        one = pack.catalogue[id_]
        if id_ not in typed and adds_up(one):
            place = Where(member.file, key=id_, label=one.label, part=member.name)
            yield finding("tong-hop-xoa-tay", place, don_vi=member.name, ten=one.label, cong=words(made, one))
