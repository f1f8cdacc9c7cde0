"""The sections of a document: sheet, margins, page numbers, heads and feet with those they inherit.

Source: ECMA-376 part 1, 17.6 (sections), 17.10 (headers and footers). What a file leaves out is what Word
takes: Letter paper with margins of an inch, an inch and a quarter at the sides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from baocao.conformance.appearance import Element
from baocao.conformance.paper import Block, Section
from baocao.conformance.reading.measures import W_, attribute_on, child, is_on, length, value, whole
from baocao.formats import Length
from baocao.ooxml.xml import R

_SECTION = f"{W_}sectPr"
_SHEET = {"w": 12_240, "h": 15_840}
_MARGINS = {
    "top": 1440,
    "bottom": 1440,
    "left": 1800,
    "right": 1800,
    "header": 720,
    "footer": 720,
    "gutter": 0,
}
_KINDS = ("default", "first", "even")

ReadPart = Callable[[str], tuple[Block, ...]]
"""Reads the part that a relationship id names."""


def split(body: Element, pairs: Iterable[tuple[Element, Block | None]]) -> list[tuple[Element, list[Block]]]:
    """Each `w:sectPr` with the blocks it governs. A body without one at its end is given one, empty."""
    found: list[tuple[Element, list[Block]]] = []
    held: list[Block] = []
    for element, block in pairs:
        held += [] if block is None else [block]
        closing = child(element, "pPr", "sectPr")
        if closing is not None:
            found.append((closing, held))
            held = []
    last = child(body, "sectPr")
    if last is None:
        last = body.makeelement(_SECTION)
        body.append(last)
    return [*found, (last, held)]


class Sections:
    """Makes the sections of a document one after the other.

    even_pages: whether the document has own heads for even pages. gutter_on_top: where the gutter lies.
    """

    def __init__(self, read: ReadPart, *, even_pages: bool, gutter_on_top: bool) -> None:
        self._read, self._even_pages, self._gutter_on_top = read, even_pages, gutter_on_top
        self._told: dict[tuple[str, str], str] = {}

    def make(self, element: Element, blocks: list[Block]) -> Section:
        """The section of a `w:sectPr`, with the heads and feet of the one before where it has none."""
        sheet, margins = child(element, "pgSz"), child(element, "pgMar")
        width, high = (_length(sheet, name, missing) for name, missing in _SHEET.items())
        told = {name: _length(margins, name, missing) for name, missing in _MARGINS.items()}
        gutter, on_top = told["gutter"], self._gutter_on_top
        number_format, number_start = _numbering(child(element, "pgNumType"))
        section = Section(
            element=element,
            width=width,
            height=high,
            top=Length(abs(told["top"]) + (gutter if on_top else 0)),
            bottom=Length(abs(told["bottom"])),
            left=Length(told["left"] + (0 if on_top else gutter)),
            right=told["right"],
            header=told["header"],
            footer=told["footer"],
            landscape=width > high,
            title_page=is_on(child(element, "titlePg")),
            number_format=number_format,
            number_start=number_start,
            starts=value(element, "type") or "nextPage",
            columns=_columns(child(element, "cols")),
            blocks=blocks,
        )
        for tag, stories in (("headerReference", section.headers), ("footerReference", section.footers)):
            stories |= self._stories(tag, section)
        return section

    def _stories(self, tag: str, section: Section) -> dict[str, tuple[Block, ...]]:
        """The heads or feet that are printed: those of first and even pages only where these are others."""
        for item in section.element.iterchildren(W_ + tag):
            self._told[tag, item.get(f"{W_}type", "default")] = item.get(f"{{{R}}}id", "")
        printed = {"default": True, "first": section.title_page, "even": self._even_pages}
        return {
            kind: self._read(self._told[tag, kind])
            for kind in _KINDS
            if printed[kind] and (tag, kind) in self._told
        }


def _length(element: Element | None, name: str, missing: int) -> Length:
    found = None if element is None else length(element.get(W_ + name))
    return Length(missing * 635) if found is None else found


def _numbering(element: Element | None) -> tuple[str, int | None]:
    """How page numbers are written, and where they begin anew; None where they count on."""
    if element is None:
        return "decimal", None
    start = element.get(f"{W_}start")
    return element.get(f"{W_}fmt") or "decimal", None if start is None else whole(start)


def _columns(element: Element | None) -> int:
    if element is None:
        return 1
    equal = element.get(f"{W_}equalWidth") is None or attribute_on(element, "equalWidth")
    return max(whole(element.get(f"{W_}num"), 1), 1) if equal else max(len(element.findall(f"{W_}col")), 1)
