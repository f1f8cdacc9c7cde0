"""Where everything stands on the sheet: columns, lines, rules, text boxes, and the order of lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from baocao.conformance.appearance import Box, Element
from baocao.conformance.paper import Block, Paper, Paragraph, Section, Stroke, Table
from baocao.conformance.reading.beside import Beside, height_of
from baocao.conformance.reading.boxes import place_table, table_gap
from baocao.conformance.reading.cell_borders import cell_strokes
from baocao.conformance.reading.drawings import drawings_of
from baocao.conformance.reading.frames import (
    UNKNOWN,
    Ground,
    columns_of,
    drawing_left,
    frame_gap,
    framed,
    ground_of,
    is_framed,
    text_column,
)
from baocao.conformance.reading.lines import Layout, laid_out, lines_of
from baocao.conformance.reading.measures import VAL, W_, child, whole
from baocao.conformance.reading.rows import number_lines
from baocao.conformance.reading.rule_borders import Borders, paragraph_strokes
from baocao.conformance.reading.shapes import Drawing
from baocao.conformance.reading.sheet import Sheet
from baocao.conformance.reading.stops import Stops
from baocao.conformance.reading.strokes import letter_strokes, shape_strokes

_MODERN = 15
"""The compatibility mode of Word 2013 and later (MS-DOCX 2.3.2); a file that names none is older."""
_CONTENT = f"{W_}txbxContent"
_COLUMN_BREAK = f"{W_}br[@{W_}type='column']"


def place(paper: Paper) -> None:
    """Sets the boxes, lines and rules of every paragraph, cell and table of a paper just read."""
    placer = _Placer(_root(paper, "settings"), Sheet(_root(paper, "styles")))
    seen: set[int] = set()
    for section in paper.sections:
        placer.section(section)
        for blocks in (*section.headers.values(), *section.footers.values()):
            if id(blocks) not in seen:
                seen.add(id(blocks))
                placer.story(blocks, placer.ground(section))
                number_lines(blocks)
    for note in paper.notes:
        placer.story(note.paragraphs, placer.ground(paper.sections[0]))
        number_lines(note.paragraphs)
    number_lines(paper.blocks)


def _root(paper: Paper, name: str) -> Element | None:
    return next((root for root in paper.trees.values() if root.tag == W_ + name), None)


class _Placer:
    def __init__(self, settings: Element | None, sheet: Sheet) -> None:
        self._sheet, self._borders = sheet, Borders(sheet)
        self._stops = Stops.of(settings)
        compat = child(settings, "compat")
        told = [item.get(VAL) for item in (() if compat is None else compat) if _is_mode(item)]
        self._modern = bool(told) and whole(told[0]) >= _MODERN

    def ground(self, section: Section) -> Ground:
        """What places in a section count from."""
        return ground_of(section, modern=self._modern)

    def section(self, section: Section) -> None:
        """The blocks of a section, column by column."""
        ground, columns = self.ground(section), columns_of(section)
        if len(columns) == 1:
            self.story(section.blocks, ground)
            return
        for block, column in _in_columns(section.blocks, columns):
            self.story([block], ground.within(column))

    def story(self, blocks: Sequence[Block], ground: Ground) -> None:
        """Blocks one below the other in one column."""
        run: list[Paragraph] = []
        beside = Beside(ground.column)
        for block in blocks:
            if isinstance(block, Table):
                paragraph_strokes(run, self._borders)
                run = []
                self._table(block, ground)
                self._take(block, table_gap(block, self._sheet), beside)
            elif is_framed(block):
                self._framed(block, ground)
                run.append(block)
                self._take(block, frame_gap(block), beside)
            else:
                column = beside.column()
                at_side = column is not ground.column
                self._paragraph(block, ground.within(column, cell=ground.cell) if at_side else ground)
                run.append(block)
                beside.pass_by(block)
        paragraph_strokes(run, self._borders)

    def _take(self, block: Block, gap: int | None, beside: Beside) -> None:
        """Notes what floats in the text, and goes below what does not. gap: None when it does not."""
        if gap is None:
            beside.pass_by(block)
        else:
            beside.take(block.box, gap, height_of([block]))

    def _table(self, table: Table, ground: Ground) -> None:
        cells = place_table(table, ground, self._sheet)
        for row in table.rows:
            for cell in row.cells:
                self.story(cell.blocks, ground.within(cells.inner(cell), cell=True))
        cell_strokes(table, cells)

    def _framed(self, paragraph: Paragraph, ground: Ground) -> None:
        paragraph.box = ground.column
        box = framed(paragraph, ground, _widest(laid_out(paragraph, self._stops)))
        self._paragraph(paragraph, ground.within(box))

    def _paragraph(self, paragraph: Paragraph, ground: Ground) -> None:
        drawings = drawings_of(paragraph)
        inline: Counter[int] = Counter()
        for place, drawing in drawings:
            if drawing.anchor is None:
                inline[place] += drawing.width
        paragraph.box = ground.column
        layout = laid_out(paragraph, self._stops, inline)
        paragraph.lines = lines_of(layout)
        strokes: list[Stroke] = [*letter_strokes(layout)]
        for place, drawing in drawings:
            left = drawing_left(drawing, place, layout, ground)
            strokes += shape_strokes(paragraph, drawing, left)
            self._text_boxes(paragraph, drawing, left, ground)
        paragraph.strokes = tuple(strokes)

    def _text_boxes(self, paragraph: Paragraph, drawing: Drawing, left: int | None, ground: Ground) -> None:
        held = {_holder(blocks): blocks for blocks in paragraph.boxes}
        for piece in drawing.pieces:
            if piece.content is not None and (blocks := held.pop(piece.content, None)) is not None:
                self.story(blocks, ground.within(text_column(piece, left)))


def _is_mode(item: Element) -> bool:
    return bool(item.tag == f"{W_}compatSetting" and item.get(f"{W_}name") == "compatibilityMode")


def _holder(blocks: tuple[Block, ...]) -> Element | None:
    """The `w:txbxContent` that holds the blocks of a text box."""
    return next(blocks[0].element.iterancestors(_CONTENT), None) if blocks else None


def _widest(layout: Layout) -> int:
    return max((sum(item.width for item in row.stretches) for row in layout.rows), default=0)


def _in_columns(blocks: Iterable[Block], columns: tuple[Box, ...]) -> Iterator[tuple[Block, Box]]:
    """Each block with its column, told by column breaks; not told when Word balances the columns."""
    items = list(blocks)
    broken = any(_column_breaks(item) for item in items)
    at = 0
    for item in items:
        breaks = _column_breaks(item)
        first = isinstance(item, Paragraph) and not item.text.split("\n")[0].strip()
        at += breaks if first else 0
        yield item, columns[at] if broken and at < len(columns) else UNKNOWN
        at += 0 if first else breaks


def _column_breaks(block: Block) -> int:
    if isinstance(block, Table):
        return 0
    return len(block.element.findall(f".//{_COLUMN_BREAK}"))
