"""Rules made of borders between the rows of a table that has no grid.

A border above a cell is a rule below the cell over it, and is listed there.
"""

from __future__ import annotations

from baocao.conformance.appearance import Element
from baocao.conformance.paper import Cell, Stroke, StrokeKind, Table
from baocao.conformance.reading.boxes import Cells
from baocao.conformance.reading.measures import child
from baocao.conformance.reading.rule_borders import is_solid, weight
from baocao.conformance.reading.table_looks import first, is_line

_INSIDE = {"top": "insideH", "bottom": "insideH", "left": "insideV", "right": "insideV"}


def cell_strokes(table: Table, cells: Cells) -> None:
    """Adds to the last paragraph of cells the rules that the borders between rows make."""
    if not table.ruled and _bordered(cells):
        _Borders(table, cells).strokes()


def _bordered(cells: Cells) -> bool:
    if first(cells.properties, "tblBorders") is not None:
        return True
    return any(told.borders is not None and len(told.borders) for told in cells.told.values())


class _Borders:
    def __init__(self, table: Table, cells: Cells) -> None:
        self._table, self._told = table, cells.told
        names = {*_INSIDE, *_INSIDE.values()}
        self._of_table = {name: first(cells.properties, "tblBorders", name) for name in names}
        self._drawn: set[tuple[int, int]] = set()

    def strokes(self) -> None:
        """Goes through the rows, each with the cells over it."""
        above: dict[int, Cell] = {}
        for row in self._table.rows:
            for cell in row.cells:
                if not is_line(self._border(cell, "left")) and not is_line(self._border(cell, "right")):
                    self._give(cell, "bottom", cell.row + 1, cell)
                    middle = cell.column + self._told[cell].span // 2
                    self._give(cell, "top", cell.row, above.get(middle, cell))
            above = {column: cell for cell in row.cells for column in self._columns(cell)}

    def _columns(self, cell: Cell) -> range:
        return range(cell.column, cell.column + self._told[cell].span)

    def _give(self, cell: Cell, side: str, edge: int, holder: Cell) -> None:
        """The last paragraph of `holder` carries the border of `cell` at a side, once an edge."""
        border = self._border(cell, side)
        covered = {(edge, column) for column in self._columns(cell)}
        if border is None or not is_line(border) or covered & self._drawn:
            return
        self._drawn |= covered
        if paragraphs := list(holder.paragraphs):
            kind, box, last = StrokeKind.CELL_BORDER, cell.box, paragraphs[-1]
            stroke = Stroke(kind, box.left, box.right, border, last, is_solid(border), weight(border))
            last.strokes += (stroke,)

    def _border(self, cell: Cell, side: str) -> Element | None:
        """The border at a side of a cell: its own, else that of the table inside or at its edge."""
        own = child(self._told[cell].borders, side)
        if own is None and side in ("left", "right"):
            own = child(self._told[cell].borders, {"left": "start", "right": "end"}[side])
        return self._of_table[side if self._at_edge(cell, side) else _INSIDE[side]] if own is None else own

    def _at_edge(self, cell: Cell, side: str) -> bool:
        rows = self._table.rows
        return {
            "top": cell.row == 0,
            "bottom": cell.row == len(rows) - 1,
            "left": cell.column == 0,
            "right": cell is rows[cell.row].cells[-1],
        }[side]
