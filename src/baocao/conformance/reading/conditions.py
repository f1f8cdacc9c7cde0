"""What a table style gives to a cell by its place: first row, last column, bands, corners.

Source: ECMA-376 part 1, 17.7.6 (tblStylePr), 17.4.55 and part 4, 14.3.4 (tblLook, also its old bit mask).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from baocao.conformance.appearance import Element
from baocao.conformance.reading.measures import W_, attribute_on, child, value, whole
from baocao.conformance.reading.sheet import Sheet

_BITS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}
_MASK = re.compile("[0-9A-Fa-f]{1,4}")


@dataclass(frozen=True, slots=True)
class TableStyle:
    """A table style as it meets one cell. conditions: of `w:tblStylePr`, the weakest first."""

    name: str
    conditions: tuple[str, ...] = ()

    def layers(self, sheet: Sheet, properties: str) -> Iterator[Element]:
        """The elements of that name ("rPr", "pPr", "tcPr", "tblPr"), the weakest first."""
        chain = sheet.chain("table", self.name)[::-1]
        for style in chain:
            if (found := child(style, properties)) is not None:
                yield found
        for condition in ("wholeTable", *self.conditions):
            for style in chain:
                for part in style.iterchildren(f"{W_}tblStylePr"):
                    if part.get(f"{W_}type") == condition and (found := child(part, properties)) is not None:
                        yield found


class Places:
    """The conditions of the cells of one table. rows, columns: how many it has."""

    def __init__(self, table: Element, sheet: Sheet, rows: int, columns: int) -> None:
        properties = child(table, "tblPr")
        self._name = value(properties, "tblStyle")
        chain = sheet.chain("table", self._name)
        self._known = {
            part.get(f"{W_}type") for style in chain for part in style.iterchildren(f"{W_}tblStylePr")
        }
        self._look = _look(child(properties, "tblLook"))
        sizes = [child(style, "tblPr") for style in chain]
        self._band = {
            side: next((max(whole(size, 1), 1) for item in sizes if (size := value(item, tag))), 1)
            for side, tag in (("Horz", "tblStyleRowBandSize"), ("Vert", "tblStyleColBandSize"))
        }
        self._rows, self._columns = rows, columns

    def style_of(self, row: int, first: int, last: int) -> TableStyle:
        """The table style for a cell. row: from 0. first, last: its columns, from 0."""
        if not self._known:
            return TableStyle(self._name)
        found = (*self._bands(row, first), *self._edges(row, first, last))
        return TableStyle(self._name, tuple(name for name in found if name in self._known))

    def _bands(self, row: int, column: int) -> Iterator[str]:
        for side, place, head, off in (
            ("Vert", column, "firstColumn", "noVBand"),
            ("Horz", row, "firstRow", "noHBand"),
        ):
            at = place - (head in self._look)
            if off not in self._look and at >= 0:
                yield f"band{at // self._band[side] % 2 + 1}{side}"

    def _edges(self, row: int, first: int, last: int) -> Iterator[str]:
        left, right = first == 0 and "firstColumn" in self._look, "lastColumn" in self._look
        right = right and last == self._columns - 1
        top = row == 0 and "firstRow" in self._look
        bottom = row == self._rows - 1 and "lastRow" in self._look
        told = {"firstCol": left, "lastCol": right, "firstRow": top, "lastRow": bottom}
        corners = {"neCell": top and right, "nwCell": top and left, "seCell": bottom and right}
        corners["swCell"] = bottom and left
        yield from (name for name, holds in (told | corners).items() if holds)


def _look(element: Element | None) -> frozenset[str]:
    """Which conditions a table asks for, and which bands it does not want."""
    if element is None:
        return frozenset()
    mask = element.get(f"{W_}val", "")
    bits = int(mask, 16) if _MASK.fullmatch(mask) else 0
    told = {name for name, bit in _BITS.items() if bits & bit}
    for name in _BITS:
        if element.get(W_ + name) is not None:
            (told.add if attribute_on(element, name) else told.discard)(name)
    return frozenset(told)
