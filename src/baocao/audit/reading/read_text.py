"""A report as text copied from a PDF: pages come one after the other, each with its notes at its foot."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, count

from baocao.audit.document import Document, Passage, PassageKind, document_of, in_section, passage_of
from baocao.audit.reading.blocks import (
    frames,
    head_length,
    is_finished,
    is_heading,
    signature_span,
)
from baocao.audit.reading.table_places import with_cell_places
from baocao.audit.reading.text_marks import note_start, plain, take_marks, without_look
from baocao.audit.reading.text_tables import CellText, tables_in
from baocao.audit.reading.typed_notes import raise_typed_notes
from baocao.errors import Where

_CONTENTS = re.compile(r"(?:\.{4,}|…{2,})\s*\d{1,3}\Z")
"""The end of a line of a table of contents."""
_PAGE = re.compile(r"[-– ]*(?:[Tt]rang\s+)?(\d{1,4})(?:\s*/\s*\d{1,4})?[-– ]*")
_ITEM_SIGNS = "-+*•–"
_APART = re.compile(r"\t\s*| {3,}")
_LINE_END, _FEWEST_CONTENTS = 12, 3
_FULL = 60
"""Characters from which a line without a sentence's end is taken to have been broken by the page."""


@dataclass(slots=True)
class _Line:
    """A paragraph of the text. number: of its first line, from 1. block: counts the blank lines before it.

    more: the further lines of a broken paragraph. cells: of a row of a table.
    """

    text: str
    number: int
    block: int
    more: list[str] = field(default_factory=list)
    cells: tuple[CellText, ...] = ()

    @property
    def whole(self) -> str:
        """All lines as one."""
        return " ".join((self.text, *self.more))

    @property
    def end(self) -> str:
        """The last line."""
        return self.more[-1] if self.more else self.text

    @property
    def finished(self) -> bool:
        """Whether the paragraph ends as a sentence, an item or an introduction does."""
        return is_finished(self.end) or self.end.endswith(":")

    @property
    def titles(self) -> bool:
        """Whether it is the heading of a part."""
        return not self.more and not self.cells and is_heading(plain(self.text))

    @property
    def broken(self) -> bool:
        """Whether it stops in the middle of a sentence."""
        return (bool(self.more) or len(self.text) >= _FULL) and not self.finished and not self.titles


@dataclass(slots=True)
class _Note:
    """A note of a page's foot. after: how many paragraphs of the body were begun before it."""

    number: str
    after: int
    lines: list[_Line] = field(default_factory=list)


def read_text(text: str, file: str) -> Document:
    """The document of a text; marks such as ¹² or [12] are notes, which may stand at the page's foot.

    file: its name, for the places. A sentence that a page or its notes break is one passage again.
    """
    unmarked = without_look(
        text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
    )
    lines = list(_without_page_numbers(list(_lines(unmarked))))
    words = [plain(line.text) for line in lines]
    head = head_length(words, {at for at, line in enumerate(lines) if line.cells})
    signing = signature_span(words, head)
    main, appendix = _Flow(), _Flow()
    signed = []
    for at, line in enumerate(lines[head:], start=head):
        if at in signing and not note_start(line.text)[0]:
            signed.append(line)
        else:
            (appendix if at >= signing.stop else main).take(line)
    places = count(1)
    passages = chain(
        _framed(file, PassageKind.HEADER_BLOCK, lines[:head], places),
        _passages(file, main, places),
        _framed(file, PassageKind.SIGNATURE_BLOCK, signed, places),
        _passages(file, appendix, places),
    )
    return document_of(file, with_cell_places(passage for passage in passages if passage.text))


def _lines(text: str) -> Iterator[_Line]:
    typed = text.split("\n")
    rows = dict(tables_in(typed))
    contents = {at for at, line in enumerate(typed) if _CONTENTS.search(line.rstrip()[-_LINE_END:])}
    block = 0
    for number, line in enumerate(raise_typed_notes([line.strip() for line in typed]), start=1):
        cells = rows.get(number - 1)
        if cells is not None:
            if cells:
                yield _Line(line, number, block, cells=cells)
        elif line and (number - 1 not in contents or len(contents) < _FEWEST_CONTENTS):
            yield from (_Line(piece, number, block) for piece in _side_by_side(line))
        else:
            block += 1


def _side_by_side(line: str) -> list[str]:
    """The two halves of a line of the header block or of who signs; other lines whole."""
    halves = [half for half in _APART.split(line) if half]
    return halves if len(halves) > 1 and any(map(frames, halves)) else [line]


def _without_page_numbers(lines: list[_Line]) -> Iterator[_Line]:
    """The lines but for lone numbers that count pages: 2, then 3 and so on."""
    alone = Counter(line.block for line in lines)
    page = 2
    for line in lines:
        counted = _PAGE.fullmatch(line.text) if alone[line.block] == 1 else None
        if counted and int(counted[1]) == page:
            page += 1
        else:
            yield line


class _Flow:
    """The body apart from the notes at the feet of its pages."""

    def __init__(self) -> None:
        self.body: list[_Line] = []
        self.notes: list[_Note] = []
        self._at_foot = False
        self._last: _Line | None = None

    def take(self, line: _Line) -> None:
        """Put the next paragraph where it belongs."""
        number, words = note_start(line.text)
        if line.cells:
            self.body.append(line)
            self._at_foot = False
        elif number:
            self.notes.append(_Note(number, len(self.body), [replace(line, text=words, more=[])]))
            self._at_foot = True
        elif self._at_foot and self._stays_at_foot(line):
            self._to_note(self.notes[-1], line)
        elif self.body and self._goes_on(self.body[-1], line):
            self.body[-1].more.append(line.text)
            self._at_foot = False
        else:
            self.body.append(replace(line, more=[]))
            self._at_foot = False
        self._last = line

    def _stays_at_foot(self, line: _Line) -> bool:
        """Whether a paragraph behind a note belongs to it: the same item sign, or a sentence going on."""
        note = self.notes[-1]
        if line.text[0] in _ITEM_SIGNS:
            return note.lines[0].text[:1] == line.text[0]
        body_waits = bool(self.body) and self.body[-1].broken
        return not body_waits and self._continues(note.lines[-1], line)

    def _to_note(self, note: _Note, line: _Line) -> None:
        if self._continues(note.lines[-1], line):
            note.lines[-1].more.append(line.text)
        else:
            note.lines.append(replace(line, more=[]))

    def _goes_on(self, last: _Line, line: _Line) -> bool:
        """Whether a paragraph goes on with the last one of the body; behind notes also with a capital."""
        broken_by_foot = self._at_foot and not last.cells and last.broken and not line.titles
        return self._continues(last, line) or (broken_by_foot and line.text[0] not in _ITEM_SIGNS)

    def _continues(self, last: _Line, line: _Line) -> bool:
        if last.cells or last.titles or line.titles or line.text[0] in _ITEM_SIGNS:
            return False
        if last.finished:
            return self._wraps(line)
        return line.text[0].islower() or self._wraps(line)

    def _wraps(self, line: _Line) -> bool:
        """Whether it stands in one block with the full line above: the text was copied line by line."""
        above = self._last
        return above is not None and above.block == line.block and len(above.text) >= _FULL


def _framed(file: str, kind: PassageKind, lines: list[_Line], places: Iterator[int]) -> Iterator[Passage]:
    for line in lines:
        yield _passage(kind, line, Where(file, line.number, paragraph=f"đoạn {next(places)}"))


def _passages(file: str, flow: _Flow, places: Iterator[int]) -> Iterator[Passage]:
    homes = _homes(flow)
    heading = ""
    for at, line in enumerate(flow.body):
        if line.cells:
            yield from _cell_passages(file, line, heading)
        else:
            kind = PassageKind.HEADING if line.titles else PassageKind.BODY
            spot = in_section(f"đoạn {next(places)}", "" if line.titles else heading)
            passage = _passage(kind, line, Where(file, line.number, paragraph=spot))
            heading = passage.text if line.titles else heading
            yield passage
        for note in homes.get(at, ()):
            yield from _note_passages(file, note, heading)
    for note in () if flow.body else flow.notes:
        yield from _note_passages(file, note, heading)


def _cell_passages(file: str, line: _Line, heading: str) -> Iterator[Passage]:
    for text, cell in line.cells:
        if text:
            spot = in_section(f"bảng {cell.table}, hàng {cell.row}, cột {cell.column}", heading)
            where = Where(file, line.number, paragraph=spot)
            yield replace(passage_of(PassageKind.CELL, *take_marks(text), where, typed=text), table=cell)


def _note_passages(file: str, note: _Note, heading: str) -> Iterator[Passage]:
    for rank, line in enumerate(note.lines, start=1):
        further = f", đoạn {rank}" if rank > 1 else ""
        spot = in_section(f"chú thích {note.number}{further}", heading)
        where = Where(file, line.number, paragraph=spot)
        yield replace(_passage(PassageKind.NOTE, line, where), note=note.number)


def _passage(kind: PassageKind, line: _Line, where: Where) -> Passage:
    return passage_of(kind, *take_marks(plain(line.whole)), where, typed=line.whole)


def _homes(flow: _Flow) -> dict[int, list[_Note]]:
    """The notes by the paragraph of the body they hang on: the nearest one before that has the mark."""
    marked: dict[str, list[int]] = {}
    for at, line in enumerate(flow.body):
        for mark in take_marks(plain(line.whole))[1]:
            marked.setdefault(mark.note, []).append(at)
    homes: dict[int, list[_Note]] = {}
    for note in flow.notes:
        places = marked.get(note.number, [])
        before = [at for at in places if at < note.after]
        home = before[-1] if before else places[0] if places else max(note.after - 1, 0)
        homes.setdefault(home, []).append(note)
    return homes
