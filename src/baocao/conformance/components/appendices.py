"""The appendices behind the signature (PL I.III.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from baocao.conformance.components.stream import Entry, Stream
from baocao.conformance.components.words import near, words
from baocao.conformance.parts import Appendix
from baocao.formats import Align

_NUMBER = re.compile(r"(?:\s*(?:so\s*)?(?:[ivxlc]+|\d{1,2}|[a-z])(?:[.-]\d{1,2})?)?\s*[.:]?\s*")
_LONG = 250


def is_word(entry: Entry) -> bool:
    """Whether a line is the word of an appendix: "Phụ lục", "PHỤ LỤC 2", also with a title behind it."""
    start = " ".join(entry.key.split()[:2]).rstrip(".:,")
    if not near(start, words().appendix) or len(entry.line.text) > _LONG:
        return False
    rest = entry.key[len(" ".join(entry.key.split()[:2])) :]
    set_apart = entry.bold or entry.capitals or entry.paragraph.look.align == Align.CENTER
    if _NUMBER.fullmatch(rest):
        return True
    return set_apart and bool(
        re.match(r"\s*(?:so\s*)?(?:[ivxlc]+|\d{1,2})?\s*[.:\-(]", rest) or entry.capitals
    )


def find_appendices(stream: Stream, start: int) -> tuple[Appendix, ...]:
    """The appendices among the entries from `start` on."""
    entries = stream.entries
    places = [at for at in range(start, len(entries)) if is_word(entries[at]) and _begins(entries, at)]
    ends = [*places[1:], len(entries)][: len(places)]
    return tuple(_appendix(stream, at, end) for at, end in zip(places, ends, strict=True))


def _begins(entries: Sequence[Entry], at: int) -> bool:
    """Whether the word stands apart, not in the cell of a table of data."""
    entry = entries[at]
    return entry.table is None or (entry.table.rows[0].cells[0].row == 0 and not entry.table.ruled)


def _appendix(stream: Stream, at: int, end: int) -> Appendix:
    entries = stream.entries
    title: list[Entry] = []
    reference: list[Entry] = []
    for entry in entries[at + 1 : min(at + 12, end)]:
        if _attached(entry, reference):
            reference.append(entry)
        elif _is_title(entry, title) and not reference:
            title.append(entry)
        elif not (not title and _is_title(entry, title)):
            break
        else:
            title.append(entry)
    first = entries[at].block
    last = entries[end].block if end < len(entries) else len(stream.blocks)
    return Appendix(
        word=entries[at].line,
        title=tuple(entry.line for entry in title),
        reference=tuple(entry.line for entry in reference),
        section=stream.sections[first],
        blocks=stream.blocks[first:last],
    )


def _attached(entry: Entry, reference: Sequence[Entry]) -> bool:
    """Whether a line is "(Kèm theo …)" or goes on with it."""
    if words().attached.match(entry.key):
        return True
    told = "".join(one.line.text for one in reference)
    return "(" in told and ")" not in told


def _is_title(entry: Entry, title: Sequence[Entry]) -> bool:
    """Whether a line below the word names the appendix: the first one does, unless it is text or a table."""
    if entry.table is not None or len(entry.line.text) > _LONG or entry.label:
        return False
    if words().counted.match(entry.key) or re.match(r"(?:[ivxlc]+|\d+)\s?[.)/]\s", entry.key):
        return False
    set_apart = entry.bold or entry.capitals or entry.paragraph.look.align == Align.CENTER
    return set_apart or (
        not title and entry.line.text[-1:] not in ".;:" and entry.paragraph.look.first_line <= 0
    )
