"""The rules that a paragraph carries in itself: drawn lines, rows of underscores, underlined letters."""

from __future__ import annotations

from collections.abc import Iterator

from baocao.conformance.appearance import Span
from baocao.conformance.paper import Paragraph, Stroke, StrokeKind
from baocao.conformance.reading.lines import Layout, Row, draws_rule, letters
from baocao.conformance.reading.shapes import Drawing
from baocao.conformance.reading.widths import cut
from baocao.formats import Length

_WHOLE_LINES = frozenset({"single", "thick", "words"})
_BROKEN_SIGNS = frozenset("-=~*.oO0")


def shape_strokes(paragraph: Paragraph, drawing: Drawing, left: int | None) -> Iterator[Stroke]:
    """The lines of a drawing. left: its left side on the sheet. A flat picture: a rule of unknown length."""
    for piece in drawing.pieces:
        if not piece.thin or not piece.drawn:
            continue
        sides: tuple[Length | None, Length | None] = (None, None)
        if drawing.whole and drawing.anchor is None and not piece.right:
            sides = _column(paragraph)
        elif left is not None and piece.known:
            sides = Length(left + piece.left), Length(left + piece.right)
        yield Stroke(StrokeKind.SHAPE, *sides, drawing.element, paragraph, piece.solid, piece.stroke)


def letter_strokes(layout: Layout) -> Iterator[Stroke]:
    """Rows of underscores and dashes, and what is underlined."""
    paragraph = layout.paragraph
    text = layout.text
    for row in layout.rows:
        for stretch in row.stretches:
            words = text[stretch.start : stretch.end].strip()
            if draws_rule(words):
                run = cut(paragraph.spans, text.index(words, stretch.start), stretch.end)[0].run
                solid = not _BROKEN_SIGNS & set(words) and " " not in words
                yield Stroke(StrokeKind.UNDERSCORES, *letters(layout, stretch), run, paragraph, solid)
        yield from _underlines(layout, row)


def _underlines(layout: Layout, row: Row) -> Iterator[Stroke]:
    """One stroke for letters, blanks and tabs of one row that are underlined without a gap."""
    start, end = row.stretches[0].start, row.stretches[-1].end
    group: list[Span] = []
    for span in cut(layout.paragraph.spans, start, end):
        if span.face.underline and (not group or group[-1].face.underline == span.face.underline):
            group.append(span)
            continue
        yield from _underline(layout, row, group)
        group = [span] if span.face.underline else []
    yield from _underline(layout, row, group)


def _underline(layout: Layout, row: Row, group: list[Span]) -> Iterator[Stroke]:
    if not group:
        return
    start, end = group[0].start, group[-1].end
    words = layout.text[start:end]
    value = group[0].face.underline
    if value == "words" and not words.strip():
        return
    left, right = row.x(start, layout), row.x(end, layout)
    solid = value in _WHOLE_LINES and not (value == "words" and " " in words.strip())
    yield Stroke(StrokeKind.UNDERLINE, left, right, group[0].run, layout.paragraph, solid)


def _column(paragraph: Paragraph) -> tuple[Length | None, Length | None]:
    box, look = paragraph.box, paragraph.look
    if box.left is None or box.right is None:
        return None, None
    return Length(box.left + look.left), Length(box.right - look.right)
