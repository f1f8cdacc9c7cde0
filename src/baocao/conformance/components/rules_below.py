"""Which drawn rule stands under which component (PL I.II.1.b, 2.b, 5.b): clerks hang it on any line near."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from baocao.conformance.paper import Line, Paragraph, Stroke, StrokeKind
from baocao.formats import Mm

_ASIDE = Mm(30)
"""How far the middle of a rule may stand from the middle of its line; the columns of a head stand farther."""
_ASTRAY = 1.9
"""Cost of a rule right below its line that is not in the middle of it."""
_FREE = 3.0
"""Cost of a drawing that hangs on a line elsewhere in the head."""


def strokes_of(
    paragraphs: Sequence[Paragraph], components: Mapping[str, Sequence[Line]]
) -> dict[str, Stroke]:
    """The rule of each component that has one. paragraphs: those of head and subject in reading order, with
    those right below.
    """
    strokes = [stroke for paragraph in paragraphs for stroke in paragraph.strokes]
    places = {id(paragraph): at for at, paragraph in enumerate(paragraphs)}
    bids = [
        (cost, key, at)
        for key, lines in components.items()
        if lines and id(lines[-1].paragraph) in places
        for at, stroke in enumerate(strokes)
        if (cost := _cost(lines[-1], stroke, paragraphs, places)) is not None
    ]
    found: dict[str, Stroke] = {}
    taken: set[int] = set()
    for _, key, at in sorted(bids):
        if key not in found and at not in taken:
            found[key] = strokes[at]
            taken.add(at)
    return found


def _cost(
    line: Line, stroke: Stroke, paragraphs: Sequence[Paragraph], places: Mapping[int, int]
) -> float | None:
    """How far a rule stands from being that of the line, None when it cannot be."""
    home, carrier = line.paragraph, stroke.paragraph
    beside = _aside(line, stroke)
    far = beside is not None and beside > _ASIDE
    if id(carrier) not in places or (far and len(home.lines) > 1 and not _paired(line, stroke)):
        return None
    share = _ASTRAY if far else (beside or 0) / _ASIDE / 10
    if carrier is home:
        return share if home.lines[-1] is line or beside is not None else share + 1
    between = paragraphs[min(places[id(home)], places[id(carrier)]) + 1 : places[id(carrier)]]
    below = places[id(carrier)] > places[id(home)]
    if below and _one_column(home, carrier) and not any(_worded(p) for p in between if p.cell is home.cell):
        return 1.0 + share + (0.5 if _worded(carrier) else 0.0)
    if stroke.kind is StrokeKind.SHAPE and beside is not None and not far:
        return _FREE + share + abs(places[id(carrier)] - places[id(home)]) / 100
    return None


def _paired(line: Line, stroke: Stroke) -> bool:
    """Whether a row of rules stands below a row of as many lines, and this rule is the one of this line."""
    lines, strokes = line.paragraph.lines, stroke.paragraph.strokes
    row = [other for other in lines if other.row == line.row]
    own = next(at for at, other in enumerate(strokes) if other is stroke)
    letters = all(other.kind is StrokeKind.UNDERSCORES for other in strokes)
    return letters and len(row) == len(strokes) > 1 and row[own] is line


def _aside(line: Line, stroke: Stroke) -> int | None:
    """How far the middles of line and rule stand apart; None when one of them cannot be told."""
    if line.centre is None or stroke.left is None or stroke.right is None:
        return None
    return abs((stroke.left + stroke.right) // 2 - line.centre)


def _one_column(home: Paragraph, other: Paragraph) -> bool:
    """Whether two paragraphs stand under one another: in one cell, one column of a table, or outside."""
    if home.cell is other.cell:
        return home.boxed == other.boxed
    if home.cell is None or other.cell is None:
        return False
    return home.cell.table is other.cell.table and home.cell.column == other.cell.column


def _worded(paragraph: Paragraph) -> bool:
    return any(map(str.isalnum, paragraph.text))
