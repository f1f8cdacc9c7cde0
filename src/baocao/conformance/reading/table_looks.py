"""What a table says of itself: its own properties first, then those of its style and the styles below it."""

from __future__ import annotations

from baocao.conformance.appearance import Element
from baocao.conformance.reading.measures import W_, child, length, value
from baocao.conformance.reading.quantities import twips
from baocao.conformance.reading.sheet import Sheet

Properties = tuple[Element, ...]
_MARGINS = {"left": ("start", "left"), "right": ("end", "right")}
_USUAL = 73_152
"""0.08 inch, Word's distance of the text from the sides of a cell."""
_NO_LINE = frozenset({"", "nil", "none"})


def properties_of(table: Element, sheet: Sheet) -> Properties:
    """The `w:tblPr` that hold for a table, the nearest first."""
    own = child(table, "tblPr")
    chain = (child(style, "tblPr") for style in sheet.chain("table", value(own, "tblStyle")))
    return tuple(item for item in (own, *chain) if item is not None)


def first(properties: Properties, *names: str) -> Element | None:
    """The nearest element of a name, or of a name in another."""
    return next((found for item in properties if (found := child(item, *names)) is not None), None)


def told(element: Element | None, name: str = "val") -> str:
    """An attribute, "" when there is none."""
    return "" if element is None else element.get(W_ + name) or ""


def margin(properties: Properties, side: str, own: Element | None = None) -> int:
    """The distance of the text from a side of a cell, "left" or "right". own: the cell's `w:tcMar`."""
    for holder in (own, *(child(item, "tblCellMar") for item in properties)):
        for name in _MARGINS[side]:
            if (wide := twips(child(holder, name), "w")) is not None:
                return wide
    return _USUAL


def dxa(element: Element | None) -> int | None:
    """A width that is told as a length (`w:type` dxa), not zero; None for auto, nil and per cent."""
    if told(element, "type") not in ("", "dxa"):
        return None
    return length(told(element, "w")) or None


def is_line(border: Element | None) -> bool:
    """Whether a border is drawn."""
    return told(border) not in _NO_LINE
