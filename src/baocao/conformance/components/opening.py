"""Type and subject of the document, and whom it addresses (PL I.II.5, PL I.II.9.a)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import dropwhile, takewhile

from baocao.conformance.components import agency
from baocao.conformance.components.closing import is_authority
from baocao.conformance.components.outline import is_numbered
from baocao.conformance.components.stream import Entry, Side
from baocao.conformance.components.words import fold, letters, near, starts_near, words
from baocao.conformance.parts import Kind
from baocao.formats import Align
from baocao.vietnamese.text import nfc

_LONG = 220
"""Characters from which on a line is text, no title."""
_TYPE_WORDS, _FEW_WORDS, _JOINED = 9, 5, 40
"""Words of the longest line that may name a type with more behind it: in capitals, in lower case, and in
capitals set as a title, with the subject behind it.
"""
_BOUND = ("-", "+", "–", "•")


@dataclass(slots=True)
class Opening:
    """What was found between head and text. standing: lines in the middle that are no component of Parts, the
    authority that decides among them.
    """

    kind: Kind = Kind()  # noqa: RUF009
    ten_loai: list[Entry] = field(default_factory=list)
    trich_yeu: list[Entry] = field(default_factory=list)
    kinh_gui: list[Entry] = field(default_factory=list)
    standing: list[Entry] = field(default_factory=list)

    @property
    def used(self) -> list[Entry]:
        """Every entry that is part of it."""
        return self.ten_loai + self.trich_yeu + self.kinh_gui + self.standing

    @property
    def authority(self) -> list[Entry]:
        """The lines above căn cứ that name who decides: "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …" (Mẫu 1.2, 1.3)."""
        named = dropwhile(lambda entry: not _names_authority(entry), self.standing)
        return list(takewhile(lambda entry: entry.capitals and entry.key[:1] != "(", named))


def kind_of(entry: Entry) -> Kind | None:
    """The type that a line names: alone, with a slip of the typist, or with more words behind it."""
    key = letters(entry.key)
    known = words().kinds
    if key in known and not _is_place(entry):
        return known[key]
    if not key or len(entry.line.text) > _LONG:
        return None
    slipped = (kind for name, kind in known.items() if len(name) > 6 and near(key, name))
    if found := next(slipped, None):
        return found
    text = " ".join(entry.text.lower().split())
    found = next((kind for kind in known.values() if text.startswith(kind.name + " ")), None)
    titled = entry.bold or entry.centred
    room = (_JOINED if titled else _TYPE_WORDS) if entry.capitals else _FEW_WORDS if titled else 0
    return found if found and key.count(" ") < room else None


def _is_place(entry: Entry) -> bool:
    """Whether a line that reads like a type without its marks names a place: "PHƯỜNG AN", not "PHƯƠNG ÁN"."""
    text = nfc(entry.text).lower()
    return agency.goes_on(entry) and text not in {kind.name for kind in words().kinds.values()}


def is_text(entry: Entry) -> bool:
    """Whether a line belongs to the text below type and subject: Kính gửi, căn cứ, a heading, a long line."""
    if begins_text(entry):
        return True
    running = entry.paragraph.look.align in (Align.JUSTIFY, Align.LEFT) and not entry.bold
    return running and len(entry.line.text) > _LONG // 2


def begins_text(entry: Entry) -> bool:
    """Whether the first words or the length of a line say that it is no title."""
    key = entry.key
    if is_addressed(key) or starts_near(key, words().ground) or entry.label or key[:1] in _BOUND:
        return True
    return is_numbered(entry.text) or len(entry.line.text) > _LONG


def is_addressed(key: str) -> bool:
    """Whether a folded line begins with "Kính gửi"."""
    return starts_near(key, words().addressed) or key.startswith(words().addressed)


def find_type(entries: Sequence[Entry]) -> int | None:
    """The line that names the type among the first ones; None when there is none."""
    for at, entry in enumerate(entries):
        if kind_of(entry) is not None:
            return at
        if is_text(entry) and entry.table is None and not entry.boxed:
            return None
    return None


def unknown_type(entries: Sequence[Entry]) -> bool:
    """Whether the first of the lines below the head names a type that the decree does not know."""
    first, more = entries[0], entries[1:2]
    if is_text(first) or not first.capitals or letters(first.key).count(" ") > 5:
        return False
    return (first.centred or first.bold) and bool(more) and _titled(more[0]) and not more[0].capitals


def _titled(entry: Entry) -> bool:
    return not is_text(entry) and (entry.bold or entry.centred)


def read_on(entries: Sequence[Entry], opening: Opening, *, below_head: bool) -> None:
    """Subject and Kính gửi among the lines below the type (below the head when the type is missing).

    below_head: whether there is a head or a type at all; else no line is guessed to be the subject.
    """
    rest = list(entries) if below_head else []
    while (
        rest
        and not _decides(rest, opening)
        and (_goes_into_subject(rest[0], opening) or _stands_above_text(rest, opening))
    ):
        entry = rest.pop(0)
        opening.trich_yeu.append(entry)
        if _rule_below(entry):
            break
    while rest and _stands_alone(rest[0], opening):
        opening.standing.append(rest.pop(0))
    _address(rest if below_head else entries, opening)


def _goes_into_subject(entry: Entry, opening: Opening) -> bool:
    if begins_text(entry) or entry.key.startswith("(") or _enacts(entry):
        return False
    if not opening.trich_yeu:
        return entry.bold or entry.centred or entry.line.text[-1:] not in ".;:,"
    if is_text(entry):
        return False
    last = opening.trich_yeu[-1]
    if entry.paragraph is last.paragraph:
        return True
    if _gap_between(last, entry) or (entry.capitals and agency.starts_agency(entry)):
        return False
    return entry.bold or (entry.centred and last.centred)


def _stands_above_text(rest: Sequence[Entry], opening: Opening) -> bool:
    """Whether a short line right below the type is the subject for standing above Kính gửi or căn cứ."""
    first, below = rest[0], rest[1:2]
    if opening.trich_yeu or begins_text(first) or len(first.line.text) > _LONG // 2 or not below:
        return False
    return is_addressed(below[0].key) or starts_near(below[0].key, words().ground)


def _names_authority(entry: Entry) -> bool:
    """Whether a line in capitals begins with an agency or a post."""
    return entry.capitals and (agency.starts_agency(entry) or is_authority(entry.key))


def _decides(rest: Sequence[Entry], opening: Opening) -> bool:
    """Whether a line is who decides, not the subject's end: below small letters or right above căn cứ."""
    if not _names_authority(rest[0]):
        return False
    if opening.trich_yeu and not opening.trich_yeu[-1].capitals:
        return True
    return any(starts_near(entry.key, words().ground) for entry in rest[1:3])


def _enacts(entry: Entry) -> bool:
    """Whether a line is "QUYẾT ĐỊNH:" or the body that decides, in capitals in the middle."""
    key = entry.key
    return entry.capitals and words().standing.match(key) is not None and len(key) < 40


def _gap_between(above: Entry, below: Entry) -> bool:
    """Whether a rule or an empty paragraph stands between two lines."""
    return _rule_below(above) or below.block - above.block > 1


def _rule_below(entry: Entry) -> bool:
    paragraph = entry.paragraph
    return bool(paragraph.strokes) and paragraph.lines[-1] is entry.line


def _stands_alone(entry: Entry, opening: Opening) -> bool:
    """Whether a line in the middle below the subject is no text: "(Kèm theo …)", "ỦY BAN NHÂN DÂN XÃ …"."""
    if is_text(entry) or not entry.centred:
        return False
    return entry.key.startswith("(") or entry.capitals or (bool(opening.trich_yeu) and entry.bold)


def _address(rest: Sequence[Entry], opening: Opening) -> None:
    """The line "Kính gửi" among the first paragraphs, and the recipients below it."""
    at = next((at for at, entry in enumerate(rest[:24]) if is_addressed(entry.key)), None)
    if at is None:
        return
    opening.kinh_gui.append(rest[at])
    first = rest[at]
    for entry in rest[at + 1 : at + 40]:
        if not _is_recipient(entry, first, opening):
            break
        opening.kinh_gui.append(entry)


def _is_recipient(entry: Entry, first: Entry, opening: Opening) -> bool:
    """Whether a line below "Kính gửi" names one more recipient."""
    same_place = entry.paragraph is first.paragraph or (
        first.table is not None and entry.table is first.table
    )
    if same_place:
        return True
    key = entry.key
    if is_numbered(entry.text) or starts_near(key, words().ground) or len(entry.line.text) > _LONG:
        return False
    if key[:1] in _BOUND or fold(entry.label)[:1] in _BOUND or entry.label in ("\uf0b7", "●"):
        return entry.block - opening.kinh_gui[-1].block <= 2
    return _below_the_others(entry, opening)


def _below_the_others(entry: Entry, opening: Opening) -> bool:
    """Whether a line without a dash stands where recipients stand: indented deep, in lower case, directly
    below, and no paragraph of the text.
    """
    look = entry.paragraph.look
    deep = look.left > 0 and (entry.side is not Side.LEFT or look.left + look.first_line >= 1_000_000)
    return (
        entry.block - opening.kinh_gui[-1].block == 1
        and len(entry.line.text) < _LONG // 2
        and (deep or look.align == Align.CENTER or (entry.line.start > 0 and entry.side is not Side.LEFT))
        and not entry.bold
    )
