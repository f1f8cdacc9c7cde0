"""How deep a line stands in its cell: what is printed above it, added up."""

from __future__ import annotations

from baocao.conformance.paper import Block, Line, Paragraph, StrokeKind, Table
from baocao.conformance.reading.lines import printed_widths
from baocao.conformance.rules.spacing import SINGLE, line_spacing
from baocao.formats import Length, Pt

_USUAL = 13.0
"""Size of a paragraph without letters, whose size nobody reads."""


def depth_in_cell(line: Line) -> Length:
    """From the upper side of its cell to the line; 0 outside tables."""
    paragraph, depth = line.paragraph, 0
    for block in paragraph.cell.blocks if paragraph.cell else ():
        if block is paragraph:
            break
        depth += _height(block)
    rows = {other.row for other in paragraph.lines if other.start < line.start}
    above = [other for other in paragraph.lines if other.start < line.start]
    typed = paragraph.text.count("\n", 0, line.start)
    tall = _line_height(paragraph)
    wrapped = sum(len(printed_widths(other)) - 1 for other in above) if rows else 0
    return Length(depth + paragraph.look.before + round(tall * (typed + wrapped)))


def _height(block: Block) -> int:
    if isinstance(block, Table):
        cells = [row.cells for row in block.rows if row.cells]
        return sum(max(sum(map(_height, cell.blocks)) for cell in row) for row in cells)
    lines = max(1, sum(len(printed_widths(line)) for line in block.lines), block.text.count("\n") + 1)
    if not block.lines and any(stroke.kind is StrokeKind.SHAPE for stroke in block.strokes):
        lines = 1
    return block.look.before + block.look.after + round(_line_height(block) * lines)


def _line_height(paragraph: Paragraph) -> float:
    look = paragraph.look
    if look.line_rule == "exact":
        return look.line * 635
    size = max((span.face.size for span in paragraph.spans), default=_USUAL)
    return Pt(size * SINGLE) * max(line_spacing(paragraph), 0.1)
