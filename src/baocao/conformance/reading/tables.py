"""Tables: rows and cells as printed, their shading, and whether their grid is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from baocao.conformance.appearance import Box, Element
from baocao.conformance.paper import Cell, Row, Table
from baocao.conformance.reading.conditions import Places
from baocao.conformance.reading.fields import Fields
from baocao.conformance.reading.grids import Grid
from baocao.conformance.reading.measures import VAL, W_, child, is_on, value, whole
from baocao.conformance.reading.sheet import Sheet
from baocao.conformance.reading.themes import Theme
from baocao.conformance.reading.words import shown

if TYPE_CHECKING:
    from baocao.conformance.reading.stories import Home, StoryReader

_NOWHERE = Box(None, None)
_ROW = ", hàng "
"""In the place of a paragraph of a table (`baocao.template.spots`)."""
_MOST_COLUMNS = 64
"""Of a Word table."""


class TableReader:
    """Reads the tables of a file. stories: reads what stands in the cells."""

    def __init__(self, sheet: Sheet, theme: Theme, stories: StoryReader) -> None:
        self._sheet, self._theme, self._stories = sheet, theme, stories

    def read(self, element: Element, home: Home, fields: Fields) -> Table | None:
        """A table; None when every row of it was deleted."""
        rows = [row for row in shown(element) if row.tag == f"{W_}tr" and not _gone(row)]
        grid = [list(_cells(row)) for row in rows]
        if not any(grid):
            return None
        columns = max((last + 1 for cells in grid for _, _, last in cells), default=0)
        places = Places(element, self._sheet, len(rows), columns)
        table = Table(element, [], _NOWHERE, spot=_spot(element, home))
        lines = Grid(element, self._sheet, self._theme)
        repeats = True
        for number, (row, cells) in enumerate(zip(rows, grid, strict=True)):
            properties = child(row, "trPr")
            repeats = repeats and is_on(child(properties, "tblHeader"))
            read = Row(row, [], repeats, is_on(child(properties, "cantSplit")))
            table.rows.append(read)
            outer = {"top": number == 0, "bottom": number == len(rows) - 1}
            for cell, first, last in cells:
                style = places.style_of(number, first, last)
                edges = outer | {"left": first == 0, "right": last == columns - 1}
                made = Cell(cell, table, number, first, _NOWHERE, shading=lines.meet(cell, style, edges))
                read.cells.append(made)
                if not _goes_on(child(cell, "tcPr")):
                    made.blocks = self._stories.blocks(cell, replace(home, cell=made, table=style), fields)
        table.ruled, table.border = lines.ruled, lines.kind
        return table


def _spot(table: Element, home: Home) -> str:
    """The place of a table as a reader counts: that of its first paragraph up to the row.

    Each table around a paragraph has its ", hàng " in the paragraph's place.
    """
    paragraph = next(table.iter(f"{W_}p"), None)
    if paragraph is None:
        return ""
    inner = sum(1 for above in paragraph.iterancestors(table.tag) if table in above.iterancestors())
    steps = home.names.get(paragraph, ("", ""))[1].split(_ROW)
    return _ROW.join(steps[: len(steps) - 1 - inner])


def _gone(row: Element) -> bool:
    properties = child(row, "trPr")
    return child(properties, "del") is not None or is_on(child(properties, "hidden"))


def _cells(row: Element) -> Iterator[tuple[Element, int, int]]:
    """The cells of a row with their first and last column, from 0."""
    column = min(whole(value(child(row, "trPr"), "gridBefore")), _MOST_COLUMNS)
    for cell in shown(row):
        properties = child(cell, "tcPr")
        if cell.tag != f"{W_}tc" or child(properties, "cellDel") is not None:
            continue
        last = column + min(max(whole(value(properties, "gridSpan"), 1), 1), _MOST_COLUMNS) - 1
        yield cell, column, last
        column = last + 1


def _goes_on(properties: Element | None) -> bool:
    """Whether a cell is one with the cell above, so that only that one is printed."""
    merge = child(properties, "vMerge")
    return merge is not None and merge.get(VAL, "continue") != "restart"
