"""The drawings of a paragraph and where they stand in its text."""

from __future__ import annotations

from collections.abc import Iterator

from baocao.conformance.appearance import Element
from baocao.conformance.paper import Paragraph
from baocao.conformance.reading.measures import W_
from baocao.conformance.reading.runs import piece
from baocao.conformance.reading.shapes import Drawing, read_drawing
from baocao.conformance.reading.vml import read_pict
from baocao.ooxml.xml import MC

_DRAWING, _RUN = f"{W_}drawing", f"{W_}r"
_OLD = (f"{W_}pict", f"{W_}object")
_CHOICE, _FALLBACK = f"{{{MC}}}Choice", f"{{{MC}}}Fallback"
_CHOICES = f"{{{MC}}}AlternateContent"
_SKIPPED = frozenset(W_ + name for name in ("pPr", "rPr", "del", "moveFrom", "p", "tbl"))


def drawings_of(paragraph: Paragraph) -> list[tuple[int, Drawing]]:
    """What is drawn in a paragraph, each with its place in the text; not what stands in its text boxes."""
    if next(paragraph.element.iter(_DRAWING, *_OLD), None) is None:
        return []
    ends = {span.run: span for span in paragraph.spans}
    starts = {span.run: span for span in reversed(paragraph.spans)}
    found, at = [], 0
    for run, element in _drawn(paragraph.element, None):
        if element is run:
            at = ends[run].end if run in ends else at
            continue
        drawing = read_drawing(element) if element.tag == _DRAWING else read_pict(element)
        if drawing is not None:
            found.append((_place(element, run, starts[run].start) if run in starts else at, drawing))
    return found


def _drawn(element: Element, run: Element | None) -> Iterator[tuple[Element | None, Element]]:
    """Drawings with their runs, and each run after what it holds."""
    for item in element:
        if item.tag == _DRAWING or item.tag in _OLD:
            yield run, item
        elif item.tag == _RUN:
            yield from _drawn(item, item)
            yield item, item
        elif item.tag == _CHOICES:
            chosen = next((part for part in item if part.tag in (_CHOICE, _FALLBACK)), item)
            yield from _drawn(chosen, run)
        elif item.tag not in _SKIPPED:
            yield from _drawn(item, run)


def _place(element: Element, run: Element | None, start: int) -> int:
    """The place in the text of a drawing among the letters of its run."""
    inner = element
    while inner.getparent() is not run:
        inner = inner.getparent()
    return start + sum(len(piece(item)) for item in inner.itersiblings(preceding=True))
