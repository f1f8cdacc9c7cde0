"""The end of the document: Nơi nhận and the signature (PL I.II.7, PL I.II.9.b), however they are placed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from baocao.conformance.components.appendices import is_word as is_appendix
from baocao.conformance.components.head import is_date
from baocao.conformance.components.stream import Entry, Side, Stream
from baocao.conformance.components.words import letters, near, words
from baocao.conformance.paper import Paragraph, Table
from baocao.formats import Align, Format

_SHORT = 90
_MANY_ROWS = 8
"""Rows of a table that is no signature."""
_DRAFTER = re.compile(r"[a-z]{1,6}\d?\s?\.?\s?\(?\d{1,4}(?:\s?b(?:an)?)?\)?\.?")
_BOUND = ("-", "+", "–", "•")
_TWO_BLOCKS = "văn bản có hơn một khối chữ ký: xem từng khối"
_TWO_SIGNERS = "máy không soát khối ký"


@dataclass(slots=True)
class Closing:
    """What was found. first, last: the entries of the body between which it lies (last is past the end)."""

    first: int
    last: int
    word: list[Entry] = field(default_factory=list)
    recipients: list[Entry] = field(default_factory=list)
    drafter: list[Entry] = field(default_factory=list)
    authority: list[Entry] = field(default_factory=list)
    signer: list[Entry] = field(default_factory=list)
    date: list[Entry] = field(default_factory=list)
    room: list[Entry] = field(default_factory=list)
    doubt: str = ""
    joint: bool = False
    """Whether two signers stand side by side."""

    @property
    def signature(self) -> list[Entry]:
        """The lines of the signature's side."""
        return self.authority + self.room + self.signer


def find_closing(stream: Stream, start: int, format: Format) -> Closing | None:
    """The end of the document among the entries from `start` on; None when it has none."""
    entries, end = stream.entries, len(stream.entries)
    word = format.components["noi_nhan_tu"].text
    places = [at for at in range(start, end) if is_word(entries[at], word)]
    anchors = [at for at in places if _listed_below(entries, at, end)] or places[-1:]
    anchor = anchors[0] if anchors else _by_authority(entries, start, end)
    if anchor is None:
        return None
    reach = _Reach(stream, anchor, start, word)
    closing = Closing(reach.first, reach.last)
    _sort_out(entries, closing, word)
    others = [at for at in anchors if at >= closing.last]
    if others and not any(is_appendix(entry) for entry in entries[closing.last : others[0]]):
        closing.doubt = closing.doubt or _TWO_BLOCKS
    return closing


def is_word(entry: Entry, word: str) -> bool:
    """Whether a line is the words "Nơi nhận:", or begins with them."""
    wanted = letters(word)
    text = entry.line.text[:40]
    if text[:1].lower() != wanted[:1]:
        return False
    key = " ".join(entry.key.split()[:2]).rstrip(":.,;")
    return near(key, wanted) and (len(entry.key) < len(wanted) + 4 or ":" in text[: len(word) + 3])


def _listed_below(entries: Sequence[Entry], at: int, end: int) -> bool:
    """Whether a list of recipients stands below the words: a dash, or "Lưu"."""
    below = [entry for entry in entries[at + 1 : min(at + 40, end)] if entry.table is entries[at].table]
    return any(_is_item(entry) or _is_kept(entry) for entry in below)


def _is_item(entry: Entry) -> bool:
    return entry.key[:1] in _BOUND or entry.label[:1] in (*_BOUND, "\uf02d", "\uf0b7", "●")


def _is_kept(entry: Entry) -> bool:
    return re.match(rf"\W*{words().kept}\b\s*[:;.,]?", entry.key) is not None and len(entry.key) < 60


@lru_cache(maxsize=4096)
def is_authority(key: str) -> bool:
    """Whether a folded line is one of authority or title of a signer: "tm. uy ban nhan dan", "chu tich"."""
    if len(key) > _SHORT:
        return False
    plain = letters(key)
    return bool(words().authority.match(key) and plain.count(" ") > 0) or _is_post(plain)


def _is_post(plain: str) -> bool:
    """Whether a text begins with a post, or is one with a slip."""
    if words().post.match(plain):
        return True
    return any(near(plain, post) for post in words().posts)


def _by_authority(entries: Sequence[Entry], start: int, end: int) -> int | None:
    """The first line of the last signature when the words "Nơi nhận" are missing."""
    for at in range(end - 1, start - 1, -1):
        entry = entries[at]
        if _is_kept(entry) and _is_item(entry):
            return at
        if is_authority(entry.key) and stands_apart(entry):
            return at
    return None


def stands_apart(entry: Entry) -> bool:
    """Whether an authority line stands where a signature stands, and not in a sentence or a table of data."""
    if entry.table is not None and not entry.boxed:
        return entry.side is not Side.LEFT and len(entry.table.rows) < _MANY_ROWS and not entry.table.ruled
    return (entry.side is not Side.LEFT or entry.boxed) and (entry.bold or entry.capitals)


def _signs(entry: Entry, entries: Sequence[Entry]) -> bool:
    """Whether the table of a line holds a signature."""
    mine = (other for other in entries if other.table is entry.table)
    return any(is_authority(other.key) and stands_apart(other) for other in mine)


class _Reach:
    """The stretch of lines around the anchor that belongs to the end of the document."""

    def __init__(self, stream: Stream, anchor: int, start: int, word: str) -> None:
        self.entries, self.blocks = stream.entries, stream.blocks
        self.start, self.word = start, word
        self.first, self.last = anchor, anchor + 1
        self.anchor = self.entries[anchor]
        if self.anchor.table is not None:
            self._take(self.anchor.table)
        while self._goes_up() or self._goes_down():
            pass

    @property
    def _told(self) -> list[Entry]:
        return self.entries[self.first : self.last]

    def _complete(self) -> bool:
        """Whether list and authority are both there."""
        lists = any(_is_item(entry) or is_word(entry, self.word) for entry in self._told)
        return lists and any(is_authority(entry.key) for entry in self._told)

    def _take(self, table: Table) -> bool:
        while self.first > self.start and self.entries[self.first - 1].table is table:
            self.first -= 1
        while self.last < len(self.entries) and self.entries[self.last].table is table:
            self.last += 1
        return True

    def _goes_up(self) -> bool:
        if self.first <= self.start or self._settled():
            return False
        above = self.entries[self.first - 1]
        if above.table is not None and not above.boxed:
            return not self._complete() and _signs(above, self.entries) and self._take(above.table)
        if not _belongs(above, self.word) or _ends_text(above):
            return False
        self.first -= 1
        return True

    def _goes_down(self) -> bool:
        if self.last >= len(self.entries) or self._settled() or self._page_ends():
            return False
        below = self.entries[self.last]
        if below.table is not None and not below.boxed:
            return not self._complete() and _signs(below, self.entries) and self._take(below.table)
        listed = any(is_word(entry, self.word) for entry in self._told) and len(below.line.text) < _SHORT
        if not listed and not _belongs(below, self.word):
            return False
        self.last += 1
        return True

    def _settled(self) -> bool:
        """Whether a table holds all of it already."""
        return self.anchor.table is not None and self._complete()

    def _page_ends(self) -> bool:
        """Whether the next line begins an appendix, a page or a section."""
        above, below = self.entries[self.last - 1], self.entries[self.last]
        between = self.blocks[above.block + 1 : below.block]
        broken = any(isinstance(block, Paragraph) and block.breaks for block in between)
        begins = below.paragraph.look.page_break_before or is_appendix(below)
        return broken or begins or below.section is not above.section


def _belongs(entry: Entry, word: str) -> bool:
    """Whether a line outside tables may be part of Nơi nhận or of the signature."""
    if entry.boxed or is_word(entry, word) or _is_item(entry) or is_authority(entry.key):
        return len(entry.line.text) < 2 * _SHORT
    short = len(entry.line.text) < _SHORT
    placed = entry.side is not Side.LEFT or _tabbed(entry) or entry.paragraph.look.align == Align.CENTER
    return short and (placed or entry.bold or _DRAFTER.fullmatch(entry.key) is not None)


def _tabbed(entry: Entry) -> bool:
    """Whether a tab or another line stands before a line in its paragraph, and not only blanks."""
    return bool(entry.paragraph.text[: entry.line.start].strip(" \u00a0"))


def _ends_text(entry: Entry) -> bool:
    """Whether a line is set as text is, so that nothing above it belongs to the signature."""
    look = entry.paragraph.look
    if is_authority(entry.key) and (entry.bold or entry.capitals):
        return False
    running = look.align == Align.JUSTIFY and entry.side is not Side.RIGHT and not entry.boxed
    return (running and not entry.bold) or entry.line.text.endswith("./.") or _is_item(entry)


def _sort_out(entries: Sequence[Entry], closing: Closing, word: str) -> None:
    """Sort the lines of the end into Nơi nhận and signature."""
    lines = entries[closing.first : closing.last]
    mine = [entry for entry in lines if is_word(entry, word)]
    closing.word = mine[:1]
    lists = {entry.column for entry in lines if _is_item(entry) or entry in closing.word}
    signs = {entry.column for entry in lines if is_authority(entry.key)} - lists
    signing = []
    for entry in lines:
        if entry in closing.word:
            continue
        if _lists(entry, lists, signs, closing):
            (closing.drafter if _is_drafter(entry, closing) else closing.recipients).append(entry)
        elif is_date(entry.key):
            closing.date.append(entry)
        else:
            signing.append(entry)
    _name_signer(signing, closing)


def _is_drafter(entry: Entry, closing: Closing) -> bool:
    return bool(closing.recipients) and _DRAFTER.fullmatch(entry.key) is not None


def _lists(entry: Entry, lists: set[object], signs: set[object], closing: Closing) -> bool:
    """Whether a line belongs to the list of recipients: by its dash, else by its column."""
    if _is_item(entry) or _is_kept(entry):
        return True
    in_column = entry.column in lists and (entry.table is not None or entry.boxed or entry.side is Side.LEFT)
    if in_column and entry.key[-1:] in (";", ",") and not entry.capitals:
        return True
    if is_authority(entry.key) or entry.column in signs or _leaves_room(entry) or _far_in(entry):
        return False
    if _is_drafter(entry, closing):
        return True
    return in_column and bool(closing.word or closing.recipients) and not (entry.bold and entry.centred)


def _far_in(entry: Entry) -> bool:
    """Whether blanks or an indent push a line outside tables far into the page, below the authority."""
    left, section = entry.line.left, entry.section
    if left is None or entry.table is not None or entry.boxed:
        return False
    return (left - section.left) * 4 > section.width - section.left - section.right


def _name_signer(lines: Sequence[Entry], closing: Closing) -> None:
    """The name is the last line that is no authority; lines of the same printed row are two signers."""
    spoken = [entry for entry in lines if not _leaves_room(entry)]
    closing.room = [entry for entry in lines if _leaves_room(entry)]
    names = [entry for entry in spoken if not is_authority(entry.key)]
    if _side_by_side([entry for entry in spoken if is_authority(entry.key)], names):
        closing.doubt, closing.joint = _TWO_SIGNERS, True
    if spoken and names and spoken[-1] is names[-1] and _is_name(spoken[-1]):
        closing.signer = [spoken.pop()]
    closing.authority = spoken


def _side_by_side(titles: Sequence[Entry], names: Sequence[Entry]) -> bool:
    """Whether two signers stand beside one another: titles in two columns of a row, or also their names."""
    columns = {entry.column for entry in titles}
    rows = {entry.line.row for entry in titles}
    beside = len({(entry.line.row, entry.column) for entry in titles}) > len(rows)
    return beside or (len(columns) > 1 and len({entry.column for entry in names}) > 1)


def _leaves_room(entry: Entry) -> bool:
    return letters(entry.key) in words().room


def _is_name(entry: Entry) -> bool:
    plain = letters(entry.key)
    return 0 < plain.count(" ") < 9 and len(plain) < _SHORT
