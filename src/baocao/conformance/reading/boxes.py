"""Where tables, their columns and the text of their cells stand on the sheet (ECMA-376 part 1, 17.4)."""

from __future__ import annotations

from dataclasses import dataclass

from baocao.conformance.appearance import Box, Element
from baocao.conformance.paper import Cell, Table
from baocao.conformance.reading.cells import Told, told_by
from baocao.conformance.reading.frames import UNKNOWN, Ground
from baocao.conformance.reading.measures import W_
from baocao.conformance.reading.quantities import share, twips
from baocao.conformance.reading.sheet import Sheet
from baocao.conformance.reading.table_looks import Properties, dxa, first, margin, properties_of, told
from baocao.formats import Length

_SLACK = 1.01


@dataclass(frozen=True, slots=True)
class Cells:
    """What a table and its cells say. edges: of the columns, None when not told. inset: of the text."""

    edges: tuple[int, ...] | None
    properties: Properties
    told: dict[Cell, Told]
    inset: tuple[int, int]

    def outer(self, cell: Cell) -> Box:
        """A cell from border to border."""
        last = cell.column + self.told[cell].span
        if self.edges is None or last >= len(self.edges):
            return UNKNOWN
        return Box(Length(self.edges[cell.column]), Length(self.edges[last]))

    def inner(self, cell: Cell) -> Box:
        """The column of the text of a cell that has its box; not told when it is turned."""
        outer, told_of = cell.box, self.told[cell]
        if outer.left is None or outer.right is None or told_of.turned:
            return UNKNOWN
        left, right = self.inset
        if told_of.margins is not None:
            left, right = (margin(self.properties, side, told_of.margins) for side in ("left", "right"))
        return Box(Length(outer.left + left), Length(outer.right - right))


def place_table(table: Table, ground: Ground, sheet: Sheet) -> Cells:
    """Sets the boxes of a table and its cells, from border to border."""
    properties = properties_of(table.element, sheet)
    told_of = told_by(table)
    inset = margin(properties, "left"), margin(properties, "right")
    cells = Cells(_edges(table, told_of, ground, properties), properties, told_of, inset)
    if cells.edges:
        table.box = Box(Length(cells.edges[0]), Length(cells.edges[-1]))
    for row in table.rows:
        for cell in row.cells:
            cell.box = cells.outer(cell)
    return cells


def table_gap(table: Table, sheet: Sheet) -> int | None:
    """How far text keeps from a floating table; None for one that does not float in the text."""
    floating = first(properties_of(table.element, sheet)[:1], "tblpPr")
    return None if told(floating, "vertAnchor") != "text" else twips(floating, "rightFromText") or 0


def _edges(
    table: Table, cells: dict[Cell, Told], ground: Ground, properties: Properties
) -> tuple[int, ...] | None:
    column = ground.column
    if column.left is None or column.right is None:
        return None
    widths = _widths(table, cells, properties, column.right - column.left)
    if not widths:
        return None
    edges = [_left(properties, ground, sum(widths))]
    for width in widths:
        edges.append(edges[-1] + width)
    return tuple(edges)


def _widths(table: Table, cells: dict[Cell, Told], properties: Properties, room: int) -> list[int]:
    """The widths of the columns: what the cells say, else the grid; scaled to the width of the table."""
    wanted = _width(first(properties, "tblW"), room)
    columns = _told_widths(table, cells, wanted or room)
    if None in columns:
        columns = _filled(cells, columns)
    widths = [width for width in columns if width is not None]
    if not widths or len(widths) < len(columns):
        return [wanted or room] if len(columns) == 1 else []
    total = sum(widths)
    fixed = told(first(properties, "tblLayout"), "type") == "fixed"
    shares = told(first(properties, "tblW"), "type") == "pct"
    if wanted and (shares or not fixed) and not wanted / _SLACK <= total <= wanted * _SLACK:
        return [width * wanted // total for width in widths]
    return widths


def _told_widths(table: Table, cells: dict[Cell, Told], whole: int) -> list[int | None]:
    columns_told = table.element.iterfind(f"{W_}tblGrid/{W_}gridCol")
    grid = [twips(item, "w") or None for item in columns_told]
    count = max([len(grid), *(cell.column + told_of.span for cell, told_of in cells.items())])
    columns: list[int | None] = [*grid, *[None] * (count - len(grid))]
    told_by_cells: dict[int, int] = {}
    for cell, told_of in cells.items():
        if told_of.span == 1 and (width := _width(told_of.width, whole)):
            told_by_cells[cell.column] = max(width, told_by_cells.get(cell.column, 0))
    return [told_by_cells.get(index, width) for index, width in enumerate(columns)]


def _width(element: Element | None, whole: int) -> int | None:
    """A width, or a share of the whole; None when it is not told."""
    if told(element, "type") == "pct" or told(element, "w").endswith("%"):
        part = share(told(element, "w"))
        return round(part * whole) if part else None
    return dxa(element)


def _filled(cells: dict[Cell, Told], columns: list[int | None]) -> list[int | None]:
    """The widths of columns that only wide cells tell of."""
    filled = list(columns)
    for cell, told_of in cells.items():
        covered = range(cell.column, cell.column + told_of.span)
        open_ones = [index for index in covered if filled[index] is None]
        width = _width(told_of.width, 0)
        rest = (width or 0) - sum(filled[index] or 0 for index in covered)
        if open_ones and rest > 0:
            for index in open_ones:
                filled[index] = rest // len(open_ones)
    return filled


def _left(properties: Properties, ground: Ground, width: int) -> int:
    """The left edge. Until Word 2010 the text of a table, not its edge, stood at the margin."""
    floating = first(properties[:1], "tblpPr")
    if floating is not None:
        return _floating(floating, ground, width) - margin(properties, "left")
    left, right = ground.column.left or 0, ground.column.right or 0
    align = told(first(properties, "jc"))
    if align == "center":
        return left + (right - left - width) // 2
    if align in ("right", "end"):
        return right - width
    indent = first(properties, "tblInd")
    moved = dxa(indent) or 0
    hanging = not ground.modern and not ground.cell
    return left + moved - (margin(properties, "left") if hanging else 0)


def _floating(element: Element, ground: Ground, width: int) -> int:
    anchor = {"page": ground.page, "margin": ground.margin}.get(told(element, "horzAnchor"), ground.column)
    left, right = anchor.left or 0, anchor.right or 0
    align = told(element, "tblpXSpec")
    if align == "center":
        return left + (right - left - width) // 2
    if align in ("right", "outside"):
        return right - width
    return left + (twips(element, "tblpX") or 0)
