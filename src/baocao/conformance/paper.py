"""A Word file as it is printed: sections, blocks, paragraphs and lines with their effective formatting.

Every value knows the XML element it was read from, and these elements are alive: a mend edits them, and
`Paper.package` with its trees becomes the mended file. Lengths are `Length` (EMU). Places on the sheet count
from its left edge; None where they cannot be told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from baocao.conformance.appearance import Box, Element, Face, Look, Span
from baocao.formats import Length
from baocao.ooxml.package import Skeleton


class Story(StrEnum):
    """Which part of the page a paragraph is printed in."""

    BODY = "than"
    HEADER = "dau_trang"
    FOOTER = "chan_trang"
    NOTE = "chu_thich"


class StrokeKind(StrEnum):
    """What a rule (đường kẻ) is made of."""

    SHAPE = "hinh"
    BORDER = "vien_doan"
    CELL_BORDER = "vien_o"
    UNDERSCORES = "gach_duoi"
    UNDERLINE = "gach_chan"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A drawn rule. left, right: on the sheet. element: the drawing, border, or first run that makes it.

    solid: one unbroken line. stroke_width: of the line, None when not told.
    """

    kind: StrokeKind
    left: Length | None
    right: Length | None
    element: Element
    paragraph: Paragraph
    solid: bool = True
    stroke_width: Length | None = None

    @property
    def length(self) -> Length | None:
        """Its length; None when it cannot be told."""
        return None if self.left is None or self.right is None else Length(self.right - self.left)


@dataclass(eq=False, slots=True)
class Line:
    """A stretch of a paragraph between tabs and forced ends of line: a clerk types agency and Quốc hiệu into
    one paragraph with a tab between them. text: stripped. start, end: in the text of the paragraph.

    left, right: where its letters stand on the sheet, from font metrics and tab stops, when they fit on one
    printed line; None else. row: lines on one printed line or in one row of a table share it. order: reading
    order in the story.
    """

    paragraph: Paragraph
    text: str
    start: int
    end: int
    left: Length | None
    right: Length | None
    row: int
    order: int

    @property
    def spans(self) -> tuple[Span, ...]:
        """The spans with letters of the line, cut to it."""
        found = []
        for span in self.paragraph.spans:
            start, end = max(span.start, self.start), min(span.end, self.end)
            if start < end and (text := span.text[start - span.start : end - span.start]).strip():
                found.append(Span(text, span.face, start, span.run))
        return tuple(found)

    @property
    def centre(self) -> Length | None:
        """The middle of its letters on the sheet."""
        return None if self.left is None or self.right is None else Length((self.left + self.right) // 2)

    @property
    def width(self) -> Length | None:
        """The width of its letters."""
        return None if self.left is None or self.right is None else Length(self.right - self.left)


@dataclass(eq=False, slots=True)
class Paragraph:
    """A paragraph as printed: tracked changes accepted, hidden text left out.

    anchor, spot: as `Where.anchor` and `Where.paragraph` ("word/document.xml#12", "bảng 1, hàng 1, cột 2").
    label: the automatic number in front ("I.", "-"), "" for none; label_face: its face; level: its `w:lvl`.
    cell: the cell it stands in, None outside tables. boxed: whether it stands in a text box. changed: whether
    a tracked change stands in it, so that its words must not be edited. strokes: rules that it carries.
    """

    element: Element
    anchor: str
    spot: str
    story: Story
    look: Look
    box: Box
    spans: tuple[Span, ...]
    label: str = ""
    label_face: Face | None = None
    level: Element | None = None
    cell: Cell | None = None
    boxed: bool = False
    changed: bool = False
    lines: tuple[Line, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    boxes: tuple[tuple[Block, ...], ...] = ()
    page_field: bool = False
    page_face: Face | None = None
    """How a page number will be printed whose field holds none yet; None when that cannot be told."""
    pictures: int = 0
    notes: tuple[tuple[int, str], ...] = ()
    """References of footnotes: place in the text, id."""
    breaks: bool = False
    """Whether a page break stands in it."""

    @property
    def text(self) -> str:
        """What is printed, without the automatic number."""
        return "".join(span.text for span in self.spans)

    @property
    def full_text(self) -> str:
        """The automatic number, a space, the text; stripped."""
        return f"{self.label} {self.text}".strip() if self.label else self.text.strip()

    @property
    def blank(self) -> bool:
        """Whether it prints neither letters nor pictures nor a rule."""
        return not (self.full_text or self.strokes or self.pictures or self.boxes)


@dataclass(eq=False, slots=True)
class Cell:
    """A cell of a table. row, column: from 0, column by the grid. shading: "" for none or white."""

    element: Element
    table: Table
    row: int
    column: int
    box: Box
    blocks: list[Block] = field(default_factory=list)
    shading: str = ""

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """Its paragraphs, with those of tables in it."""
        return paragraphs_of(self.blocks)


@dataclass(eq=False, slots=True)
class Row:
    """A row. repeats: printed again on each page (`w:tblHeader`). whole: never split (`w:cantSplit`)."""

    element: Element
    cells: list[Cell]
    repeats: bool = False
    whole: bool = False


@dataclass(eq=False, slots=True)
class Table:
    """A table. ruled: whether its grid is drawn. border: the value of its lines ("single"), "" for none."""

    element: Element
    rows: list[Row]
    box: Box
    ruled: bool = False
    border: str = ""
    spot: str = ""

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """All its paragraphs, row by row."""
        return (paragraph for row in self.rows for cell in row.cells for paragraph in cell.paragraphs)


Block = Paragraph | Table


@dataclass(eq=False, slots=True)
class Section:
    """A section: its sheet and margins, its blocks, what is printed above and below its pages.

    headers, footers: by kind ("default", "first", "even"), inherited ones included. number_start: None when
    pages count on. columns: of text.
    """

    element: Element
    width: Length
    height: Length
    top: Length
    bottom: Length
    left: Length
    right: Length
    header: Length
    footer: Length
    landscape: bool
    title_page: bool
    number_format: str
    number_start: int | None
    starts: str
    """`w:type`: nextPage, continuous, …"""
    columns: int = 1
    blocks: list[Block] = field(default_factory=list)
    headers: dict[str, tuple[Block, ...]] = field(default_factory=dict)
    footers: dict[str, tuple[Block, ...]] = field(default_factory=dict)

    @property
    def text_box(self) -> Box:
        """The text area between the margins."""
        return Box(self.left, Length(self.width - self.right))


@dataclass(eq=False, slots=True)
class Note:
    """A footnote: id in the file, number as printed, paragraphs."""

    id: str
    number: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(eq=False, slots=True)
class Paper:
    """A Word file taken apart. trees: the root of each parsed part by its name; edit them to mend the file.

    adds_gaps: whether the space between two paragraphs is the sum of after and before, not the larger one
    (compatibility setting doNotUseHTMLParagraphAutoSpacing). even_headers: odd and even pages differ.
    protected: the document is protected against changes.
    """

    file: str
    package: Skeleton
    trees: Mapping[str, Element]
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    adds_gaps: bool = False
    even_headers: bool = False
    protected: bool = False
    strict: bool = False
    chunks: tuple[Paragraph | None, ...] = ()
    """The paragraph in front of each part of another file that Word puts in on opening (`w:altChunk`)."""

    @property
    def blocks(self) -> list[Block]:
        """The blocks of the body in order."""
        return [block for section in self.sections for block in section.blocks]

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """The paragraphs of the body in reading order: those of tables, cell by cell, and of text boxes."""
        return paragraphs_of(self.blocks)

    @property
    def everything(self) -> Iterator[Paragraph]:
        """All printed paragraphs: body, headers and footers (each once), footnotes."""
        yield from self.paragraphs
        told: set[int] = set()
        for section in self.sections:
            for blocks in (*section.headers.values(), *section.footers.values()):
                if id(blocks) not in told:
                    told.add(id(blocks))
                    yield from paragraphs_of(blocks)
        for note in self.notes:
            yield from note.paragraphs


def paragraphs_of(blocks: tuple[Block, ...] | list[Block]) -> Iterator[Paragraph]:
    """The paragraphs of some blocks in reading order, with those in their tables and text boxes."""
    for block in blocks:
        if isinstance(block, Table):
            yield from block.paragraphs
            continue
        yield block
        for inside in block.boxes:
            yield from paragraphs_of(inside)
