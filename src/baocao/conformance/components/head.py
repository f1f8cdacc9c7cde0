"""The head of a document: Quốc hiệu, Tiêu ngữ, agency, number, place and date, marks (PL I.II.1-4, III.2)."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from baocao.conformance.components import agency
from baocao.conformance.components.stream import Entry, Side
from baocao.conformance.components.words import letters, likeness, words
from baocao.conformance.parts import Issuer
from baocao.formats import Format

_ALIKE = 0.78
"""How like the text of the decree a line must be to be meant as it."""
_SHORT = 110
"""Characters of the longest line of a head."""

_NUMBER = re.compile(r"s[o0a]\s?(?:$|[:;.,/\d_\u2026-]|\s[:;.,/\d_\u2026-])")
_SYMBOL = re.compile(r"\W*\d*[\s._\u2026]*/\s*[a-z]{2,5}(?:\s?[-.]\s?[a-z]+)*\W*")
_NUMERIC_DATE = re.compile(r"(?:^|.*\W)\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}\W*")
_BLANK_OR_DIGIT = re.compile(r"[\d,_\u2026]|\.\.")
_DATE_WORDS = re.compile(r"(ng[ay]{1,2})\b|(t[ha]{1,3}n?g)\b|(n[am]{2})\b")


@dataclass(slots=True)
class Head:
    """What was found of the head, and the entries it used up."""

    quoc_hieu: list[Entry] = field(default_factory=list)
    tieu_ngu: list[Entry] = field(default_factory=list)
    party: list[Entry] = field(default_factory=list)
    names: list[Entry] = field(default_factory=list)
    chu_quan: list[Entry] = field(default_factory=list)
    co_quan: list[Entry] = field(default_factory=list)
    so_ky_hieu: list[Entry] = field(default_factory=list)
    dia_danh_ngay: list[Entry] = field(default_factory=list)
    about: list[Entry] = field(default_factory=list)
    urgency: list[Entry] = field(default_factory=list)
    secrecy: list[Entry] = field(default_factory=list)
    circulation: list[Entry] = field(default_factory=list)
    doubt: str = ""
    """Why the split of the agency's names is not certain."""

    @property
    def anchors(self) -> list[Entry]:
        """What only a head holds."""
        found = (self.quoc_hieu, self.tieu_ngu, self.party, self.so_ky_hieu, self.dia_danh_ngay)
        return [entry for group in found for entry in group]

    @property
    def used(self) -> list[Entry]:
        """Every entry that is part of the head."""
        marks = (self.names, self.about, self.urgency, self.secrecy, self.circulation)
        return self.anchors + [entry for group in marks for entry in group]

    @property
    def issuer(self) -> Issuer:
        """Whose format the head follows: Quốc hiệu or Tiêu ngữ is enough, else two other components."""
        if self.party:
            return Issuer.PARTY
        others = (self.names, self.so_ky_hieu, self.dia_danh_ngay)
        state = self.quoc_hieu or self.tieu_ngu or sum(map(bool, others)) > 1
        return Issuer.STATE if state else Issuer.UNKNOWN


def find_anchors(entries: Sequence[Entry], format: Format) -> Head:
    """Quốc hiệu, Tiêu ngữ, number, date and marks among the first lines of a document."""
    head = Head()
    motto, nation = format.components["tieu_ngu"].text, format.components["quoc_hieu"].text
    short = [entry for entry in entries if len(entry.line.text) <= _SHORT]
    head.party = _best(short, words().party)
    head.quoc_hieu = [] if head.party else _with_rest(short, _best(short, nation), nation)
    head.tieu_ngu = _with_rest(short, _best(short, motto), motto)
    taken = set(map(id, head.anchors))
    for entry in (entry for entry in short if id(entry) not in taken):
        _sort_in(head, entry)
    return head


def _sort_in(head: Head, entry: Entry) -> None:
    key = entry.key
    if _numbers(head, entry):
        head.so_ky_hieu.append(entry)
    elif not head.dia_danh_ngay and is_date(key):
        head.dia_danh_ngay.append(entry)
    elif (mark := letters(key)) in words().urgency:
        head.urgency.append(entry)
    elif mark in words().secrecy:
        head.secrecy.append(entry)
    elif mark in words().circulation:
        head.circulation.append(entry)


def _numbers(head: Head, entry: Entry) -> bool:
    """Whether a line is number and symbol, or the symbol that a tab sets off from the number."""
    if not head.so_ky_hieu:
        return is_number(entry.key)
    return _SYMBOL.fullmatch(entry.key) is not None and _same_row(head.so_ky_hieu[-1], entry)


def _same_row(one: Entry, other: Entry) -> bool:
    between = one.line.paragraph.text[one.line.end : other.line.start]
    return one.paragraph is other.paragraph and "\n" not in between


def _best(entries: Sequence[Entry], wanted: str) -> list[Entry]:
    """The line most like a fixed text of the decree, when one is meant as it."""
    scored = [(likeness(entry.key, wanted), -at) for at, entry in enumerate(entries)]
    best, at = max(scored, default=(0.0, 0))
    return [entries[-at]] if best >= _ALIKE else []


def _with_rest(entries: Sequence[Entry], found: list[Entry], wanted: str) -> list[Entry]:
    """The line, and the one below when the text runs on there."""
    if not found:
        return _halves(entries, wanted)
    at = entries.index(found[0])
    for below in entries[at + 1 : at + 3]:
        same = below.column == found[0].column
        if same and likeness(f"{found[0].key} {below.key}", wanted) > likeness(found[0].key, wanted) + 0.02:
            return [*found, below]
    return found


def _halves(entries: Sequence[Entry], wanted: str) -> list[Entry]:
    """A fixed text broken into two lines of about the same length."""
    for one, other in pairwise(entries):
        if one.column == other.column and likeness(f"{one.key} {other.key}", wanted) >= 0.9:
            return [one, other]
    return []


def is_fixed(entry: Entry, key: str, format: Format) -> bool:
    """Whether a line is meant as the fixed text of a component of the head ("quoc_hieu", "tieu_ngu")."""
    return len(entry.line.text) <= _SHORT and likeness(entry.key, format.components[key].text) >= _ALIKE


def is_number(key: str) -> bool:
    """Whether a folded line is number and symbol: "so: 5/bc-ubnd", also without the word or the colon."""
    if len(key) > 60:
        return False
    return bool(_NUMBER.match(key) or _SYMBOL.fullmatch(key))


def is_date(key: str) -> bool:
    """Whether a folded line is place and date, in words with at most one missing, or in digits."""
    if len(key) > 90 or key.count(" ") > 14:
        return False
    told = {match.lastindex for match in _DATE_WORDS.finditer(key)}
    in_words = len(told) > 2 or (len(told) > 1 and _BLANK_OR_DIGIT.search(key) is not None)
    return in_words or _NUMERIC_DATE.fullmatch(key) is not None


def name_agency(head: Head, entries: Sequence[Entry]) -> None:
    """Find the agency among the lines of the head, and what a letter is about below its number."""
    used = set(map(id, head.used))
    free = [entry for entry in entries if id(entry) not in used and not _is_noise(entry)]
    national = {entry.column for entry in head.quoc_hieu + head.tieu_ngu + head.dia_danh_ngay}
    home = {entry.column for entry in head.so_ky_hieu}
    candidates = [entry for entry in free if _may_name(entry, national - home, home)]
    number = head.so_ky_hieu[0] if head.so_ky_hieu else None
    above = set(map(id, takewhile(lambda entry: entry is not number, entries)))
    head.about = _about([entry for entry in candidates if id(entry) not in above], home)
    head.names = [entry for entry in candidates if id(entry) in above and not _is_about(entry)]
    if not head.names:
        head.names = [entry for entry in free if agency.starts_agency(entry)][:1]
    if head.names:
        at, head.doubt = agency.split_names(head.names)
        head.chu_quan, head.co_quan = head.names[:at], head.names[at:]


def _is_noise(entry: Entry) -> bool:
    key = entry.key.lstrip("( ")
    return not letters(key) or words().noise.match(key) is not None


def _may_name(entry: Entry, national: set[Hashable], home: set[Hashable]) -> bool:
    """Whether a line may belong to the agency's column: not below Quốc hiệu, unless its words say so."""
    if entry.column in national:
        return agency.starts_agency(entry) or (not home and agency.goes_on(entry))
    if entry.table is None and not entry.boxed:
        told = agency.starts_agency(entry) or agency.goes_on(entry) or _is_about(entry)
        return told or (entry.capitals and entry.side is not Side.MIDDLE)
    return len(entry.line.text) <= _SHORT or _is_about(entry)


def _is_about(entry: Entry) -> bool:
    return words().about.match(entry.key) is not None


def _about(below: Sequence[Entry], home: set[Hashable]) -> list[Entry]:
    """The lines below the number that say what a letter is about: from "V/v" on, else those in its column."""
    start = next((at for at, entry in enumerate(below) if _is_about(entry)), None)
    if start is None:
        return [entry for entry in below if entry.column in home and not agency.starts_agency(entry)]
    return [entry for entry in below[start:] if entry.column == below[start].column]
