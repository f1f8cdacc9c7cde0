"""The room that frames and floating tables leave beside them to the paragraphs that follow.

How far down they reach is estimated from the sizes of letters; a paragraph near the lower edge has no place.
"""

from __future__ import annotations

from collections.abc import Iterable

from baocao.conformance.appearance import Box
from baocao.conformance.paper import Block, Paragraph, Table
from baocao.conformance.reading.frames import UNKNOWN
from baocao.conformance.reading.lines import printed_widths
from baocao.formats import Length, Mm, Pt

_ROOM = Mm(25.4)
"""Word puts text beside a frame only where an inch is left."""
_USUAL = Pt(14)
_LEADING = 1.15
_SINGLE = 240
_NEAR, _CLEAR = 0.75, 0.25


class Beside:
    """What stands beside the paragraphs of a column. column: of the story."""

    def __init__(self, column: Box) -> None:
        self._column = column
        self._taken: dict[tuple[int, int], int] = {}
        self._down = 0

    def take(self, box: Box, gap: int, height: int) -> None:
        """Notes a frame or floating table; what stands in the same columns stands below it."""
        if self._down:
            self._taken, self._down = {}, 0
        if box.left is not None and box.right is not None:
            key = box.left - gap, box.right + gap
            self._taken[key] = self._taken.get(key, 0) + height

    def column(self) -> Box:
        """The column of the next paragraph."""
        left, right = self._column.left, self._column.right
        if not self._taken or left is None or right is None:
            return self._column
        rooms = self._rooms(left, right)
        rest = max(self._taken.values()) - self._down
        line = _USUAL * _LEADING
        if not rooms or rooms == [(left, right)] or rest < -_CLEAR * line:
            self._taken = {}
            return self._column
        low, high = rooms[0]
        return Box(Length(low), Length(high)) if rest > _NEAR * line and len(rooms) == 1 else UNKNOWN

    def pass_by(self, block: Block) -> None:
        """Goes below a block of the column."""
        if self._taken:
            self._down += height_of([block])
            self._taken = {} if isinstance(block, Table) else self._taken

    def _rooms(self, left: int, right: int) -> list[tuple[int, int]]:
        """The free stretches of the column that take text; on both sides of a frame there may be some."""
        edges, at = [], left
        for low, high in sorted(self._taken):
            edges.append((at, min(low, right)))
            at = max(at, high)
        return [(low, high) for low, high in (*edges, (at, right)) if high - low >= _ROOM]


def height_of(blocks: Iterable[Block]) -> int:
    """About how high placed blocks stand."""
    return sum(_table(block) if isinstance(block, Table) else _paragraph(block) for block in blocks)


def _table(table: Table) -> int:
    return sum(max((height_of(cell.blocks) for cell in row.cells), default=0) for row in table.rows)


def _paragraph(paragraph: Paragraph) -> int:
    look = paragraph.look
    sizes = [Pt(span.face.size) for span in paragraph.spans]
    single = max(sizes, default=_USUAL) * _LEADING
    spacing = look.line / _SINGLE if look.line_rule == "auto" else 1
    rows = {line.row for line in paragraph.lines}
    more = sum(len(printed_widths(line)) - 1 for line in paragraph.lines if line.left is None)
    count = max(len(rows), paragraph.text.count("\n") + 1) + more
    return round(count * single * spacing) + look.before + look.after
