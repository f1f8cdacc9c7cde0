"""What the cells of a table say of themselves, each read once."""

from __future__ import annotations

from dataclasses import dataclass

from baocao.conformance.appearance import Element
from baocao.conformance.paper import Cell, Table
from baocao.conformance.reading.measures import VAL, W_, child, whole

_UPRIGHT = ("", "lrTb", "lrTbV")
_MOST = 999


@dataclass(slots=True)
class Told:
    """A cell's properties. span: columns of the grid. turned: its text stands on its side."""

    span: int = 1
    width: Element | None = None
    borders: Element | None = None
    margins: Element | None = None
    turned: bool = False


def told_by(table: Table) -> dict[Cell, Told]:
    """The properties of all cells of a table, row by row."""
    return {cell: _told(child(cell.element, "tcPr")) for row in table.rows for cell in row.cells}


def _told(properties: Element | None) -> Told:
    found = Told()
    for item in () if properties is None else properties:
        match item.tag:
            case _Tags.SPAN:
                found.span = min(max(whole(item.get(VAL), 1), 1), _MOST)
            case _Tags.WIDTH:
                found.width = item
            case _Tags.BORDERS:
                found.borders = item
            case _Tags.MARGINS:
                found.margins = item
            case _Tags.DIRECTION:
                found.turned = item.get(VAL, "") not in _UPRIGHT
    return found


class _Tags:
    SPAN, WIDTH, BORDERS = f"{W_}gridSpan", f"{W_}tcW", f"{W_}tcBorders"
    MARGINS, DIRECTION = f"{W_}tcMar", f"{W_}textDirection"
