"""The order of lines in a story, and which of them stand in one row.

Lines with one tab between them stand in one row; so do all lines of a table's row with several cells, and
those of text boxes and frames that hang at one place of the text.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from baocao.conformance.paper import Block, Line, Paragraph, Table
from baocao.conformance.reading.frames import is_framed


def number_lines(blocks: Iterable[Block]) -> None:
    """Sets `row` and `order` of all lines of a story; `row` counts the rows of a paragraph before."""
    _Numbering().blocks(blocks, None)


class _Numbering:
    def __init__(self) -> None:
        self._orders, self._rows = count(), count()

    def blocks(self, blocks: Iterable[Block], row: int | None) -> None:
        """Numbers blocks. row: the row that all their lines share, None when each has its own."""
        frame: int | None = None
        for block in blocks:
            if isinstance(block, Table):
                frame = None
                self._table(block, row)
                continue
            if not is_framed(block):
                frame = None
            elif frame is None:
                frame = next(self._rows)
            self._paragraph(block, row if row is not None else frame)

    def _table(self, table: Table, row: int | None) -> None:
        for item in table.rows:
            shared = next(self._rows) if len(item.cells) > 1 else row
            for cell in item.cells:
                self.blocks(cell.blocks, shared)

    def _paragraph(self, paragraph: Paragraph, row: int | None) -> None:
        rows: dict[int, int] = {}
        for line in paragraph.lines:
            self._line(line, row, rows)
        shared = next(self._rows) if paragraph.boxes and row is None else row
        for inside in paragraph.boxes:
            self.blocks(inside, shared)

    def _line(self, line: Line, row: int | None, rows: dict[int, int]) -> None:
        if row is None and line.row not in rows:
            rows[line.row] = next(self._rows)
        line.row = rows[line.row] if row is None else row
        line.order = next(self._orders)
