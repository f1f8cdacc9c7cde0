"""A roll-up as one of the units: taken apart into the units it was made of, so that no level hides them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from baocao.errors import Finding, finding
from baocao.forms.unit_names import unit_key
from baocao.intake.raw import RawRecord
from baocao.model.faults import Faults
from baocao.model.record import Value
from baocao.model.rolled import ABOVE, FIGURES, FILE, LEFT_OUT, NAME, NOT_SENT, ROLLED_UP, UNITS
from baocao.model.tree import read_values
from baocao.packs.catalogue import Catalogue
from baocao.packs.pack import Pack
from baocao.rollup.adding import adds_up, total_of
from baocao.rollup.member import Member, bare
from baocao.rollup.rolled import LeftOut, words
from baocao.rollup.upper import Upper
from baocao.source.raw import Literal, RawValue

BEFORE, TEXTS = "nam_truoc", "loi_van"
LEVEL, REST, WORDS = "cap", "phan_rieng", "noi_dung"
REASON = "ly_do"
"""The entries of `tong_hop` that this room writes and reads again."""


def leaves_of(
    raw: RawRecord, member: Member, typed: Mapping[str, Value], pack: Pack, upper: Upper, faults: Faults
) -> tuple[Member, ...]:
    """The units behind a roll-up, with what was typed into it afterwards as one more; () for any other file.

    A total that was changed afterwards counts as it stands, in place of those of its units, and is told.
    """
    entry = raw.main.children.get(ROLLED_UP)
    if entry is None or entry.blank:
        return ()
    units = entry.children.get(UNITS)
    if units is None or not units.items or any(NAME not in item.children for item in units.items):
        faults.add("tong-hop-muc-sai", entry.where.but(key=ROLLED_UP))
        return ()
    above = "" if unit_key(member.name) == unit_key(upper.name) else member.name
    texts = _texts(entry.children.get(TEXTS), above)
    leaves = tuple(_leaf(item, above, raw.file, pack, faults) for item in units.items)
    leaves = tuple(replace(one, texts=texts.get(one.key, {})) for one in leaves)
    own = _typed_afterwards(typed, leaves, pack.catalogue)
    if not own and not member.texts:
        return leaves
    faults.items += _told(own, leaves, member, pack.catalogue)
    kept = (
        replace(one, values={id_: value for id_, value in one.values.items() if id_ not in own})
        for one in leaves
    )
    return (*kept, replace(member, values=own, before={}, rest=True))


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


def _leaf(item: RawValue, above: str, file: str, pack: Pack, faults: Faults) -> Member:
    """One unit as the roll-up has it."""

    def text(name: str) -> str:
        return item.children[name].text.strip() if name in item.children else ""

    def values(name: str) -> dict[str, Value]:
        tree = item.children.get(name)
        mapping = tree if tree is not None and tree.literal is Literal.MAP else None
        return read_values(mapping, pack.catalogue, faults, draft=True, previous=name == BEFORE).values

    own = text(ABOVE) or above
    rest = bool(text(REST))
    return Member(
        text(NAME), text(FILE) or file, text(LEVEL), own, values(FIGURES), values(BEFORE), rest=rest
    )


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
    typed: Mapping[str, Value], leaves: tuple[Member, ...], catalogue: Catalogue
) -> dict[str, Value]:
    """The figures of the file that its units do not add up to."""
    own: dict[str, Value] = {}
    for id_, value in typed.items():
        made = total_of(catalogue[id_], leaves)
        if adds_up(catalogue[id_]) and (made is None or bare(made) != bare(value)):
            own[id_] = value
    return own


def _told(
    own: Mapping[str, Value], leaves: tuple[Member, ...], member: Member, catalogue: Catalogue
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
