"""Rules that are wrong taken away: drawn ones, borders, rows of underscores, underlined letters."""

from __future__ import annotations

import re

from baocao.conformance.appearance import Element
from baocao.conformance.mending.columns import TCPR
from baocao.conformance.mending.faces import dress
from baocao.conformance.mending.lettering import CannotMendError
from baocao.conformance.mending.order import PPR, child, properties, put
from baocao.conformance.mending.work import Work
from baocao.conformance.mends import SetFace
from baocao.conformance.paper import Line, Paragraph, Stroke, StrokeKind
from baocao.ooxml.xml import MC
from baocao.template.ooxml_tree import ancestor, drop, w

_SIGNS = re.compile("[-_=~*.\u2010-\u2015\u2026\u2212\u203e\u2500-\u257f\u2581\u2584\uff3f ]{2,}")
"""What clerks type rows of."""
_TC_BORDERS = "top left start bottom right end insideH insideV tl2br tr2bl"
_TABLE_BORDERS = tuple(_TC_BORDERS.split())
_BORDERS = ("top", "left", "bottom", "right", "between", "bar")


def erase(work: Work, stroke: Stroke) -> None:
    """Take a rule away, and nothing else. Raises `CannotMendError` when more hangs on it."""
    if stroke.kind is StrokeKind.SHAPE:
        _erase_shape(work, stroke.element)
    elif stroke.kind is StrokeKind.BORDER:
        _erase_border(stroke)
    elif stroke.kind is StrokeKind.CELL_BORDER:
        _erase_cell_border(stroke)
    elif stroke.kind is StrokeKind.UNDERSCORES:
        _erase_signs(work, stroke)
    else:
        _erase_underline(work, stroke)


def rules_below(work: Work, line: Line) -> list[Stroke]:
    """The rules that stand for the one below a line: in its paragraph and in the wordless ones behind it.

    Rules that lie wholly beside the line belong to others.
    """
    found = list(line.paragraph.strokes)
    for paragraph in blanks_below(work, line.paragraph):
        found += paragraph.strokes
    return [stroke for stroke in found if not _beside(stroke, line)]


def blanks_below(work: Work, paragraph: Paragraph) -> list[Paragraph]:
    """The paragraphs right behind one that hold no words."""
    found: list[Paragraph] = []
    following = paragraph.element.getnext()
    while following is not None and following.tag == w("p"):
        one = work.paragraphs.get(following)
        if one is None or one.pictures or one.boxes or any(map(str.isalnum, one.full_text)):
            break
        found.append(one)
        following = following.getnext()
    return found


def prune(run: Element) -> None:
    """Take a run away that holds nothing any more."""
    if run.tag == w("r") and all(item.tag == w("rPr") for item in run):
        drop(run)


def _beside(stroke: Stroke, line: Line) -> bool:
    if None in (stroke.left, stroke.right, line.left, line.right):
        return False
    return stroke.right <= line.left or stroke.left >= line.right  # type: ignore[operator]


def _erase_shape(work: Work, drawing: Element) -> None:
    words = any(True for _ in drawing.iter(w("t"), "{*}blip", "{*}imagedata"))
    lines = list(drawing.iter("{*}wsp", "{*}cxnSp", "{*}line", "{*}shape", "{*}rect"))
    if words or len(lines) > 1:
        raise CannotMendError("đường kẻ nằm chung một nhóm hình với hình khác")
    either = ancestor(drawing, f"{{{MC}}}AlternateContent")
    outer = drawing if either is None or ancestor(either, w("p")) is not ancestor(drawing, w("p")) else either
    run = outer.getparent()
    work.taken.add(drawing)
    drop(outer)
    prune(run)


def _erase_border(stroke: Stroke) -> None:
    holder = ancestor(stroke.element, w("pPr"))
    if holder is not None and holder.getparent().tag == w("p"):
        owner, side = holder, stroke.element.tag.rpartition("}")[2]
    else:
        owner, side = properties(stroke.paragraph.element, "pPr"), "bottom"
    put(child(owner, "pBdr", PPR), side if side in _BORDERS else "bottom", _BORDERS, val="nil")


def _erase_cell_border(stroke: Stroke) -> None:
    holder = ancestor(stroke.element, w("tcPr"))
    if holder is None:
        raise CannotMendError("đường kẻ là đường viền chung của cả bảng")
    side = stroke.element.tag.rpartition("}")[2]
    put(child(holder, "tcBorders", TCPR), side, _TABLE_BORDERS, val="nil")


def _erase_signs(work: Work, stroke: Stroke) -> None:
    paragraph = stroke.paragraph
    start = next(span.start for span in paragraph.spans if span.run is stroke.element)
    found = next((one for one in _SIGNS.finditer(paragraph.text) if one.end() > start), None)
    if found is None or paragraph.changed:
        raise CannotMendError("hàng dấu gạch không xóa riêng ra được")
    work.expect(paragraph.element, lost=found[0])
    work.lettering(paragraph).retype(found.start(), found[0], "")


def _erase_underline(work: Work, stroke: Stroke) -> None:
    """Letters lose their underline; blanks and tabs that were typed to be underlined go."""
    paragraph = stroke.paragraph
    underlined = [span for span in paragraph.spans if span.face.underline]
    if not "".join(span.text for span in underlined).strip() and not paragraph.changed:
        for span in reversed(underlined):
            work.lettering(paragraph).retype(span.start, span.text, "")
        return
    for span in underlined:
        for run in work.lettering(paragraph).isolate(span.start, span.end):
            dress(properties(run, "rPr"), SetFace(underline=False))
