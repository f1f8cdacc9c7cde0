"""Where the letters of a paragraph stand on the sheet: indents, tab stops, alignment, widths of letters.

A paragraph breaks into rows at forced ends of line, a row into stretches at its tabs, one without tabs at the
blanks that part two columns (`blanks`). A row that does not fit into its column is broken by Word; where its
stretches stand is then not told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from baocao.conformance.paper import Line, Paragraph
from baocao.conformance.reading.blanks import columns_typed
from baocao.conformance.reading.stops import Stop, Stops
from baocao.conformance.reading.widths import broken, cut, width_of
from baocao.formats import Align, Length, Pt
from baocao.ooxml.metrics import text_width
from baocao.template.ooxml_tree import w

_SIGNS = re.compile(r"[_—–―─━═¯‗=~*-]")
_OTHERS = re.compile(r"[_—–―─━═¯‗=~*-]|\s|[oO0](?=[oO0]*(?:[\s_—–=~*-]|$))")
_FEWEST = 3
"""Signs that make a rule of letters: fewer are a dash or a missing word."""
_MOST_TABS = 100
"""Tabs that stand on no line of any sheet."""
_TOO_LONG = 400
"""Letters that fit on no line of any sheet."""
_BEYOND = 10**9
"""The width of what fits on none, EMU."""


@dataclass(slots=True)
class Stretch:
    """Letters between two tabs, blanks and inline pictures with them. left, right: on the sheet.

    objects: inline drawings as place in the text → width. drawn_out: what justifying adds to its blanks.
    told: whether it stands on one printed line. joined: only blanks, no tab, part it from the one before.
    """

    start: int
    end: int
    width: int
    objects: Mapping[int, int] = field(default_factory=dict)
    left: int = 0
    right: int = 0
    drawn_out: int = 0
    told: bool = False
    joined: bool = False


@dataclass(slots=True)
class Row:
    """What stands between two forced ends of line."""

    stretches: list[Stretch]

    def x(self, offset: int, layout: Layout) -> Length | None:
        """Where the letter at `offset` begins on the sheet; None when Word breaks the line before it."""
        for stretch in self.stretches:
            if stretch.start <= offset <= stretch.end:
                return Length(stretch.left + layout.before(stretch, offset)) if stretch.told else None
        return None


@dataclass(slots=True)
class Layout:
    """The rows of a paragraph. text: of it."""

    paragraph: Paragraph
    text: str
    rows: list[Row] = field(default_factory=list)

    def x(self, offset: int) -> Length | None:
        """Where the letter at `offset` begins on the sheet; None when it cannot be told."""
        found = (row.x(offset, self) for row in self.rows)
        return next((place for place in found if place is not None), None)

    def before(self, stretch: Stretch, offset: int, *, behind: bool = False) -> int:
        """How wide a stretch is up to `offset`. behind: with the drawings that stand there."""
        drawn = sum(width for place, width in stretch.objects.items() if place < offset + behind)
        return width_of(cut(self.paragraph.spans, stretch.start, offset)) + drawn


def laid_out(paragraph: Paragraph, stops: Stops, objects: Mapping[int, int] | None = None) -> Layout:
    """The rows of a paragraph whose `box` is known. Without a box every row counts as not fitting."""
    layout = Layout(paragraph, paragraph.text)
    start = 0
    for text in layout.text.split("\n"):
        for row in _rows(layout, start, text, objects or {}):
            _place(layout, row, stops, last=start + len(text) == len(layout.text))
            layout.rows.append(row)
        start += len(text) + 1
    return layout


def lines_of(layout: Layout) -> tuple[Line, ...]:
    """The lines with letters; `row` counts the rows of the paragraph from 0, `order` is 0 for all."""
    text = layout.text
    found = []
    for index, row in enumerate(layout.rows):
        for stretch in row.stretches:
            words = text[stretch.start : stretch.end].strip()
            if words and not draws_rule(words):
                start = text.index(words, stretch.start)
                left, right = letters(layout, stretch)
                found.append(Line(layout.paragraph, words, start, start + len(words), left, right, index, 0))
    return tuple(found)


def draws_rule(words: str) -> bool:
    """Whether letters stand for a rule: a row of underscores, dashes, box-drawing letters ("--o0o--")."""
    signs = _SIGNS.findall(words) if len(words) < _TOO_LONG else ()
    return len(signs) >= _FEWEST and not _OTHERS.sub("", words)


def letters(layout: Layout, stretch: Stretch) -> tuple[Length | None, Length | None]:
    """The sides of the letters of a stretch, without the blanks before and after."""
    if not stretch.told:
        return None, None
    text = layout.text[stretch.start : stretch.end]
    first = stretch.start + len(text) - len(text.lstrip())
    last = stretch.start + len(text.rstrip())
    left = stretch.left + layout.before(stretch, first, behind=True)
    return Length(left), Length(stretch.left + layout.before(stretch, last) + stretch.drawn_out)


def printed_widths(line: Line) -> tuple[Length, ...]:
    """The widths of the printed lines that a line breaks into in its column; one when it fits."""
    paragraph = line.paragraph
    box, look = paragraph.box, paragraph.look
    spans = cut(paragraph.spans, line.start, line.end)
    if line.width is not None or box.left is None or box.right is None:
        return (width_of(line.spans) if line.width is None else line.width,)
    room = box.right - box.left - look.left - look.right
    begins = "\n" not in paragraph.text[: line.start]
    return broken(spans, room - (look.first_line if begins else 0), room)


def _rows(layout: Layout, start: int, text: str, objects: Mapping[int, int]) -> list[Row]:
    """What stands between two forced ends: one row, or two where a drawing finds no room beside letters."""
    if text.count("\t") > _MOST_TABS:
        return [Row([Stretch(start, start + len(text), _BEYOND)])]
    stretches = []
    for part in text.split("\t"):
        end = start + len(part)
        held = {place: width for place, width in objects.items() if start <= place <= end}
        wide = _BEYOND if len(part) > _TOO_LONG else width_of(cut(layout.paragraph.spans, start, end))
        stretches.append(Stretch(start, end, wide + sum(held.values()), held))
        start = end + 1
    first = stretches[0]
    if len(stretches) == 1 and not first.objects and first.width < _BEYOND:
        return [Row(_columns(layout, first))]
    if len(stretches) > 1 or not first.objects or not _apart(layout, first):
        return [Row(stretches)]
    place, drawn = min(first.objects), sum(first.objects.values())
    alone = Stretch(first.start, first.end, first.width - drawn)
    return [Row([Stretch(place, place, drawn, first.objects)]), Row([alone])]


def _columns(layout: Layout, stretch: Stretch) -> list[Stretch]:
    """A row without tabs in the stretches that blanks part."""
    centred = layout.paragraph.look.align == Align.CENTER
    found = columns_typed(layout.text[stretch.start : stretch.end], centred=centred)
    if len(found) == 1:
        return [stretch]
    ends = [(stretch.start + start, stretch.start + end) for start, end in found]
    spans = layout.paragraph.spans
    return [
        Stretch(start, end, width_of(cut(spans, start, end)), joined=start > stretch.start)
        for start, end in ends
    ]


def _apart(layout: Layout, stretch: Stretch) -> bool:
    """Whether drawings before or behind the letters of a stretch stand on a line of their own."""
    box, look = layout.paragraph.box, layout.paragraph.look
    words = layout.text[stretch.start : stretch.end].strip()
    if not words or box.left is None or box.right is None:
        return False
    room = box.right - box.left - look.left - look.right
    drawn = sum(stretch.objects.values())
    first = layout.text.index(words, stretch.start)
    aside = all(not first < place < first + len(words) for place in stretch.objects)
    return aside and stretch.width > room and max(drawn, stretch.width - drawn) <= room


def _place(layout: Layout, row: Row, stops: Stops, *, last: bool) -> None:
    box, look = layout.paragraph.box, layout.paragraph.look
    if box.left is None or box.right is None:
        return
    limit = box.right - box.left - look.right
    at = _begin(layout, row, stops)
    for index, stretch in enumerate(row.stretches):
        stop = stops.after(at, layout.paragraph, stretch.start - 1) if index and not stretch.joined else None
        at = _put(layout, stretch, at, stop, limit)
        limit = max(limit, stop.place if stop else limit)
    end = at - _hanging(layout, row.stretches[-1])
    _tell(row, limit, moved=look.align in (Align.CENTER, Align.RIGHT))
    _move(row, box.left + _shift(layout, end, limit))
    if look.align == Align.JUSTIFY and not last and stops.stretches_broken:
        _stretch(layout, row, box.left + limit)


def _begin(layout: Layout, row: Row, stops: Stops) -> int:
    """Where the first letter of a row stands from the column's left side, behind the automatic number."""
    paragraph = layout.paragraph
    look = paragraph.look
    if row.stretches[0].start:
        return look.left
    at = look.left + look.first_line
    if not paragraph.label or paragraph.label_face is None:
        return at
    face = paragraph.label_face
    at += text_width(paragraph.label, Pt(face.size), bold=face.bold, italic=face.italic)
    suffix = None if paragraph.level is None else paragraph.level.find(w("suff"))
    kind = "tab" if suffix is None else suffix.get(w("val"))
    if kind == "nothing":
        return at
    if kind == "space":
        return at + text_width(" ", Pt(face.size), bold=face.bold, italic=face.italic)
    return stops.after(at, paragraph).place


def _put(layout: Layout, stretch: Stretch, at: int, stop: Stop | None, limit: int) -> int:
    """Puts a stretch behind the tab that leads to `stop`; returns where it ends."""
    width = stretch.width - _hanging(layout, stretch)
    left = at
    if stop:
        left = stop.place - _before(layout, stretch, stop, width)
        room = max(limit, stop.place)
        left = max(at, min(left, room - width) if stop.kind == "center" else left)
    stretch.left, stretch.right = left, left + width
    return left + stretch.width


def _before(layout: Layout, stretch: Stretch, stop: Stop, width: int) -> int:
    """How much of a stretch stands left of its tab stop."""
    if stop.kind == "decimal":
        text = layout.text[stretch.start : stretch.end]
        points = [place for place in (text.find(sign) for sign in ",.") if place >= 0]
        return layout.before(stretch, stretch.start + min(points, default=len(text)))
    return {"center": width // 2, "right": width}.get(stop.kind, 0)


def _hanging(layout: Layout, stretch: Stretch) -> int:
    """The width of the blanks at the end of a stretch: they hang into the margin."""
    text = layout.text[stretch.start : stretch.end]
    blanks = len(text) - len(text.rstrip(" "))
    return width_of(cut(layout.paragraph.spans, stretch.end - blanks, stretch.end)) if blanks else 0


def _shift(layout: Layout, end: int, limit: int) -> int:
    look = layout.paragraph.look
    if look.align == Align.RIGHT:
        return limit - end
    return (limit - end) // 2 if look.align == Align.CENTER else 0


def _tell(row: Row, limit: int, *, moved: bool) -> None:
    """Notes which stretches stand on the first printed line. moved: a broken line is aligned anew."""
    fits = True
    for stretch in row.stretches:
        fits = fits and stretch.right <= limit + 1
        stretch.told = fits
    if moved and not fits:
        for stretch in row.stretches:
            stretch.told = False


def _move(row: Row, by: int) -> None:
    for stretch in row.stretches:
        stretch.left += by
        stretch.right += by


def _stretch(layout: Layout, row: Row, right: int) -> None:
    """A justified row with a forced end is drawn out to the right side, when it has blanks to widen."""
    last = row.stretches[-1]
    if last.joined:
        for stretch in row.stretches:
            stretch.told = False
    elif " " in layout.text[last.start : last.end].strip():
        last.drawn_out = max(right - last.right, 0)
