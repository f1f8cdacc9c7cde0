"""The columns that paragraphs stand in: of a section, of frames (`w:framePr`), of text boxes and drawings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from baocao.conformance.appearance import Box, Element
from baocao.conformance.paper import Paragraph, Section
from baocao.conformance.reading.lines import Layout
from baocao.conformance.reading.measures import TWIP
from baocao.conformance.reading.quantities import twips
from baocao.conformance.reading.shapes import Anchor, Drawing, Piece
from baocao.formats import Length
from baocao.template.ooxml_tree import w

UNKNOWN = Box(None, None)
_PROPERTIES, _FRAME, _DROP_CAP = w("pPr"), w("framePr"), w("dropCap")
_GAP = 720


@dataclass(frozen=True, slots=True)
class Ground:
    """What places count from. column: of the paragraph; margin: the text area; page: the sheet.

    cell: whether the column is that of a table's cell. modern: Word 2013 and later lay out every drawing in
    its cell, whatever `layoutInCell` says.
    """

    column: Box
    margin: Box
    page: Box
    cell: bool = False
    modern: bool = False

    def within(self, column: Box, *, cell: bool = False) -> Ground:
        """The ground of what stands in a column of its own."""
        return replace(self, column=column, cell=cell)


def ground_of(section: Section, *, modern: bool) -> Ground:
    """The ground of a section with one column of text."""
    page = Box(Length(0), section.width)
    return Ground(section.text_box, section.text_box, page, modern=modern)


def columns_of(section: Section) -> tuple[Box, ...]:
    """The columns of text of a section; one unless it says more (`w:cols`)."""
    element = section.element
    columns = None if element is None else element.find(w("cols"))
    if section.columns < 2 or columns is None:
        return (section.text_box,)
    area = section.text_box
    left, right = area.left or 0, area.right or 0
    own = [(twips(item, "w") or 0, twips(item, "space") or 0) for item in columns.findall(w("col"))]
    if not own:
        gap = _GAP * TWIP if (told := twips(columns, "space")) is None else told
        wide = (right - left - gap * (section.columns - 1)) // section.columns
        own = [(Length(wide), Length(gap))] * section.columns
    boxes, at = [], left
    for wide, gap in own:
        boxes.append(Box(Length(at), Length(at + wide)))
        at += wide + gap
    return tuple(boxes)


def is_framed(paragraph: Paragraph) -> bool:
    """Whether a paragraph stands in a frame beside the text."""
    return _frame(paragraph) is not None


def frame_gap(paragraph: Paragraph) -> int | None:
    """How far the text keeps from a frame that stands in it; None for no frame and one placed on the page."""
    frame = _frame(paragraph)
    return None if _told(frame, "vAnchor") != "text" else twips(frame, "hSpace") or 0


def framed(paragraph: Paragraph, ground: Ground, widest: int) -> Box:
    """The column of a paragraph in a frame. widest: of its letters, for a frame without a width."""
    frame = _frame(paragraph)
    side = _side({"text": "column"}.get(_told(frame, "hAnchor"), _told(frame, "hAnchor") or "page"), ground)
    if frame is None or side.left is None or side.right is None:
        return UNKNOWN
    width = twips(frame, "w") or widest
    align = _told(frame, "xAlign")
    left = _aligned(align, side.left, side.right, width) if align else side.left + (twips(frame, "x") or 0)
    return Box(Length(left), Length(left + width))


def drawing_left(drawing: Drawing, place: int, layout: Layout, ground: Ground) -> int | None:
    """The left side of a drawing on the sheet. place: where it is anchored in the text."""
    anchor = drawing.anchor
    if anchor is None:
        return layout.x(place)
    if anchor.relative == "character" and not anchor.align:
        at = layout.x(place)
        return None if at is None else at + anchor.offset
    side = _side(_seen(anchor, ground), ground)
    if side.left is None or side.right is None:
        return None
    if anchor.align:
        return _aligned(anchor.align, side.left, side.right, drawing.width)
    if anchor.part is not None:
        return side.left + round(anchor.part * (side.right - side.left))
    return side.left + anchor.offset


def text_column(piece: Piece, left: int | None) -> Box:
    """The column of the text in a text box. left: of the drawing."""
    if left is None:
        return UNKNOWN
    return Box(Length(left + piece.left + piece.inset[0]), Length(left + piece.right - piece.inset[1]))


def _frame(paragraph: Paragraph) -> Element | None:
    properties = paragraph.element.find(_PROPERTIES)
    found: Iterable[Element] = () if properties is None else properties.iterchildren(_FRAME)
    return next((item for item in found if item.get(_DROP_CAP, "none") == "none"), None)


def _told(frame: Element | None, name: str) -> str:
    return "" if frame is None else frame.get(w(name)) or ""


def _seen(anchor: Anchor, ground: Ground) -> str:
    """What it is relative to; in a cell that lays out its drawings, everything is relative to the cell."""
    return "column" if ground.cell and (anchor.in_cell or ground.modern) else anchor.relative


def _side(relative: str, ground: Ground) -> Box:
    page, margin = ground.page, ground.margin
    return {
        "page": page,
        "margin": margin,
        "leftMargin": Box(page.left, margin.left),
        "insideMargin": Box(page.left, margin.left),
        "rightMargin": Box(margin.right, page.right),
        "outsideMargin": Box(margin.right, page.right),
    }.get(relative, ground.column)


def _aligned(align: str, left: int, right: int, width: int) -> int:
    if align in ("right", "outside"):
        return right - width
    return left + (right - left - width) // 2 if align == "center" else left
