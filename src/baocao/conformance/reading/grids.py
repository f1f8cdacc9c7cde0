"""Which sides of cells are drawn, through table style, table and cell, and what paints a cell.

Source: ECMA-376 part 1, 17.4.38 (tblBorders), 17.4.66 (tcBorders), 17.4.33 (shd of a cell).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from baocao.conformance.appearance import Element
from baocao.conformance.reading.conditions import TableStyle
from baocao.conformance.reading.measures import VAL, W_, child
from baocao.conformance.reading.sheet import Sheet
from baocao.conformance.reading.themes import Theme

_SIDES = {"top": "top", "bottom": "bottom", "left": "left", "right": "right", "start": "left", "end": "right"}
_INSIDE = {"insideH": "insideH", "insideV": "insideV"}
_NAMES = {W_ + tag: name for tag, name in (_SIDES | _INSIDE).items()}
_NONE = ("none", "nil")
_FEWEST = 2
"""Drawn sides of a cell in a drawn grid."""


class Grid:
    """The lines of one table."""

    def __init__(self, table: Element, sheet: Sheet, theme: Theme) -> None:
        self._sheet, self._theme = sheet, theme
        self._own = _sides(child(table, "tblPr", "tblBorders"))
        self._styles: dict[TableStyle, tuple[Mapping[str, str], str]] = {}
        self._drawn: list[list[str]] = []

    def meet(self, cell: Element, style: TableStyle, edges: Mapping[str, bool]) -> str:
        """Count the drawn sides of a cell; what paints it. edges: whether each side is one of the table."""
        told, paint = self._styled(style)
        told = {**told, **self._own}
        inside = {"top": "insideH", "bottom": "insideH", "left": "insideV", "right": "insideV"}
        sides = {side: told.get(side if edges[side] else inside[side], "") for side in inside}
        properties = child(cell, "tcPr")
        own = _sides(child(properties, "tcBorders"))
        sides |= {side: kind for side, kind in own.items() if side in sides}
        self._drawn.append([kind for kind in sides.values() if kind and kind not in _NONE])
        shading = child(properties, "shd")
        return paint if shading is None else self._theme.fill(shading)

    @property
    def ruled(self) -> bool:
        """Whether most cells have lines around them."""
        return sum(len(drawn) >= _FEWEST for drawn in self._drawn) * 2 >= len(self._drawn) > 0

    @property
    def kind(self) -> str:
        """The value most lines have, "" without lines."""
        found = Counter(kind for drawn in self._drawn for kind in drawn).most_common(1)
        return found[0][0] if found else ""

    def _styled(self, style: TableStyle) -> tuple[Mapping[str, str], str]:
        if style not in self._styles:
            told: dict[str, str] = {}
            for layer in style.layers(self._sheet, "tblPr"):
                told |= _sides(child(layer, "tblBorders"))
            paint = ""
            for layer in style.layers(self._sheet, "tcPr"):
                told |= _sides(child(layer, "tcBorders"))
                shading = child(layer, "shd")
                paint = paint if shading is None else self._theme.fill(shading)
            self._styles[style] = told, paint
        return self._styles[style]


def _sides(borders: Element | None) -> dict[str, str]:
    """The value of each side that is told."""
    if borders is None:
        return {}
    return {_NAMES[item.tag]: item.get(VAL, "none") for item in borders if item.tag in _NAMES}
