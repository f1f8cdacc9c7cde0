"""The lines of a document in reading order, each with the column it stands in and its side of the page."""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from enum import Enum

from baocao.conformance.components.words import fold
from baocao.conformance.paper import Block, Line, Paper, Paragraph, Section, Table
from baocao.formats import Align
from baocao.vietnamese.legacy_text import encoding_of_font, prints_capitals, to_unicode

_NEAR_MIDDLE = 0.06
"""How far from the middle of the page a line may stand and still be in the middle, as a share of the text."""
_INDENTED = 0.3
"""Share of the text's width from which on an indent puts a paragraph into the right half."""


class Side(Enum):
    """The half of the page that a line stands in."""

    LEFT = "trai"
    MIDDLE = "giua"
    RIGHT = "phai"


@dataclass(eq=False, slots=True)
class Entry:
    """A line. block: number of the block of the body it belongs to, -1 in the head of the page. column: what
    lines under one another share. table: the outermost table it stands in. boxed: in a text box.
    """

    line: Line
    block: int
    column: Hashable
    side: Side
    section: Section
    table: Table | None = None
    boxed: bool = False
    _key: str | None = field(default=None, repr=False)

    @property
    def key(self) -> str:
        """The text folded, decoded from an old encoding."""
        if self._key is None:
            self._key = fold(readable(self.line))
        return self._key

    @property
    def text(self) -> str:
        """The text in Unicode."""
        return readable(self.line)

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph it stands in."""
        return self.line.paragraph

    @property
    def label(self) -> str:
        """The automatic number or bullet in front of it."""
        first = self.paragraph.lines[0] is self.line
        return self.paragraph.label if first else ""

    @property
    def bold(self) -> bool:
        """Whether most of its letters are bold."""
        spans = self.line.spans
        thick = sum(len(span.text) for span in spans if span.face.bold)
        return thick * 2 > sum(len(span.text) for span in spans)

    @property
    def centred(self) -> bool:
        """Whether it is centred, or stands in the middle of the page by indents or tabs."""
        return self.paragraph.look.align == Align.CENTER or (
            self.side is Side.MIDDLE and self.line.width is not None and self.line.start > 0
        )

    @property
    def capitals(self) -> bool:
        """Whether it is printed in capitals."""
        return mostly_capitals(self.text)


@dataclass(eq=False, slots=True)
class Stream:
    """A document as its lines. blocks: of the body, with the section of each. entries: of the body."""

    paper: Paper
    blocks: list[Block]
    sections: list[Section]
    entries: list[Entry]
    header: list[Entry]
    footer: list[Entry]


def mostly_capitals(text: str) -> bool:
    """Whether nine of ten letters of a text are capitals."""
    found = [letter for letter in text if letter.isalpha()]
    return bool(found) and sum(map(str.isupper, found)) * 10 >= len(found) * 9


def readable(line: Line) -> str:
    """The line in Unicode: letters in a font of TCVN3 or VNI decoded, for recognition only."""
    spans = line.paragraph.spans
    names = spans[0].face.fonts if spans else ()
    encoding = next(filter(None, map(encoding_of_font, names)), "")
    if not encoding:
        return line.text
    decoded = to_unicode(line.text, encoding, capitals=any(map(prints_capitals, names)))
    return unicodedata.normalize("NFC", decoded)


def stream_of(paper: Paper) -> Stream:
    """The lines of the body, and of head and foot of the first page."""
    blocks: list[Block] = []
    sections: list[Section] = []
    entries: list[Entry] = []
    for section in paper.sections:
        for block in section.blocks:
            entries += _entries(block, len(blocks), section)
            blocks.append(block)
            sections.append(section)
    return Stream(paper, blocks, sections, entries, *_around(paper))


def _around(paper: Paper) -> tuple[list[Entry], list[Entry]]:
    """The lines in head and foot of the first page."""
    if not paper.sections:
        return [], []
    first = paper.sections[0]
    kind = "first" if first.title_page else "default"
    head, foot = first.headers.get(kind, ()), first.footers.get(kind, ())
    return (
        [entry for block in head for entry in _entries(block, -1, first)],
        [entry for block in foot for entry in _entries(block, -1, first)],
    )


def _entries(block: Block, index: int, section: Section) -> Iterator[Entry]:
    if isinstance(block, Table):
        yield from _in_table(block, index, section, block)
    else:
        yield from _in_paragraph(block, index, section)


def _in_table(table: Table, index: int, section: Section, outer: Table) -> Iterator[Entry]:
    for row in table.rows:
        for place, cell in enumerate(row.cells):
            side = _cell_side(place, len(row.cells))
            for block in cell.blocks:
                if isinstance(block, Table):
                    yield from _in_table(block, index, section, outer)
                    continue
                for entry in _in_paragraph(block, index, section):
                    if not entry.boxed:
                        entry.column, entry.side = (id(table), cell.column), side or entry.side
                    entry.table = outer
                    yield entry


def _cell_side(place: int, count: int) -> Side | None:
    """The side of a cell of a row of `count`; None for a row of one cell and for the cell in the middle."""
    if place * 2 + 1 == count:
        return None
    return Side.LEFT if place * 2 + 1 < count else Side.RIGHT


def _in_paragraph(paragraph: Paragraph, index: int, section: Section) -> Iterator[Entry]:
    """Its lines, then those of the text boxes that hang on it."""
    sides = _sides(paragraph, section)
    for line, side in zip(paragraph.lines, sides, strict=True):
        yield Entry(line, index, (side,), side, section)
    for box in paragraph.boxes:
        for block in box:
            for entry in _entries(block, index, section):
                entry.boxed = True
                if entry.table is None:
                    entry.column = ("hộp", id(box))
                yield entry


def _sides(paragraph: Paragraph, section: Section) -> list[Side]:
    """The side of each line: two stretches with a tab between them stand left and right."""
    text = paragraph.text
    rows = [text.count("\n", 0, line.start) for line in paragraph.lines] if "\n" in text else []
    rows = rows or [0] * len(paragraph.lines)
    found: list[Side] = []
    for line, row in zip(paragraph.lines, rows, strict=True):
        if rows.count(row) > 1:
            found.append(Side.LEFT if rows.index(row) == len(found) else Side.RIGHT)
        else:
            found.append(_side(line, section))
    return found


def _side(line: Line, section: Section) -> Side:
    width = section.width - section.left - section.right
    if line.centre is not None and width > 0:
        off = (line.centre - section.left - width / 2) / width
        if abs(off) < _NEAR_MIDDLE:
            return Side.MIDDLE
        return Side.LEFT if off < 0 else Side.RIGHT
    look = line.paragraph.look
    if look.align == Align.RIGHT or look.left > _INDENTED * width:
        return Side.RIGHT
    return Side.MIDDLE if look.align == Align.CENTER else Side.LEFT
