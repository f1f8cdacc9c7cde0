"""How wide printed letters are: stretches of a paragraph, and the lines that a long one breaks into.

Widths are those of Times New Roman (`ooxml.metrics`), whatever font the letters use: another font is a fault
by itself, and its mend makes the widths true.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import attrgetter

from baocao.conformance.appearance import Element, Span
from baocao.conformance.reading.quantities import twips
from baocao.formats import Length, Pt
from baocao.ooxml.metrics import text_width
from baocao.template.ooxml_tree import w

_RAISED = 0.65
_FEW = 8
_end = attrgetter("end")
_BLANKS = r" \u2002\u2003\u2009"
_WORD = re.compile(rf"[{_BLANKS}]*[^{_BLANKS}–—-]*(?:[–—-]+(?=[^{_BLANKS}–—-])|[–—-]*)")
_PR, _SPACING, _SCALE = w("rPr"), w("spacing"), w("w")


def width_of(spans: Iterable[Span]) -> Length:
    """The width of spans side by side on one line: letters, blanks, and what `w:spacing` adds to each."""
    return Length(sum(_width(span) for span in spans))


def cut(spans: Sequence[Span], start: int, end: int) -> list[Span]:
    """The spans from `start` to `end` in the text of their paragraph, blanks too."""
    found = []
    begin = bisect_right(spans, start, key=_end) if len(spans) > _FEW else 0
    for index in range(begin, len(spans)):
        span = spans[index]
        first, last = max(span.start, start), min(span.end, end)
        if span.start >= end:
            break
        if first < last:
            text = span.text[first - span.start : last - span.start]
            found.append(span if len(text) == len(span.text) else Span(text, span.face, first, span.run))
    return found


def broken(spans: Sequence[Span], first: int, others: int) -> tuple[Length, ...]:
    """The widths of the printed lines of `spans` in a column `first` wide, then `others`.

    Lines break at spaces, which hang into the margin, and behind hyphens and dashes between letters.
    """
    text = "".join(span.text for span in spans)
    offset = spans[0].start if spans else 0
    lines: list[Length] = []
    start = reached = end = 0
    for piece in _WORD.finditer(text):
        end = piece.end()
        room = others if lines else first
        printed = start + len(text[start:end].rstrip())
        if reached > start and width_of(cut(spans, offset + start, offset + printed)) > room:
            lines.append(_printed(spans, text, offset, start, reached))
            start = reached + len(text[reached:end]) - len(text[reached:end].lstrip())
        reached = end
    return (*lines, _printed(spans, text, offset, start, len(text)))


def _printed(spans: Sequence[Span], text: str, offset: int, start: int, end: int) -> Length:
    return width_of(cut(spans, offset + start, offset + start + len(text[start:end].rstrip())))


def _width(span: Span) -> int:
    face = span.face
    size = face.size * _RAISED if face.raised or face.lowered else face.size
    width = _letters(span.text, size, face.bold, face.italic)
    properties = next(iter(span.run), None)
    if properties is None or properties.tag != _PR:
        return width
    scale, spacing = properties.find(_SCALE), properties.find(_SPACING)
    if scale is not None:
        width = width * _percent(scale) // 100
    return width + (twips(spacing, "val") or 0) * len(span.text) if spacing is not None else width


@lru_cache(maxsize=8192)
def _letters(text: str, size: float, bold: bool, italic: bool) -> int:
    return int(text_width(text, Pt(size), bold=bold, italic=italic))


def _percent(scale: Element) -> int:
    typed = (scale.get(w("val")) or "100").rstrip("%")
    return int(typed) if typed.isdigit() else 100
