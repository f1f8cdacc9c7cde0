"""Drawings as flat pieces: where lines and text boxes stand in them, how the whole is anchored.

DrawingML here (ECMA-376 part 1, 20.1 and 20.4), VML of older files in `vml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from baocao.conformance.appearance import Element
from baocao.conformance.reading.quantities import number
from baocao.formats import Length, Mm
from baocao.ooxml.xml import WP, WPS, A

THIN = Mm(1)
"""A shape lower than this, and longer than that, is a rule."""
_INSET = 91_440
_A, _WP, _WPS = f"{{{A}}}", f"{{{WP}}}", f"{{{WPS}}}"
_WP14 = "{http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing}"
_GROUPS = ("wgp", "grpSp", "wpc", "lockedCanvas")
_SHAPES = ("wsp", "cxnSp", "sp", "pic")
_TURN = 21_600_000


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a floating drawing stands. relative: to column, margin, page, character, leftMargin, …

    align: left, center, right, inside, outside; "" for `offset`. part: offset as a share of what it is
    relative to.
    """

    relative: str = "column"
    align: str = ""
    offset: int = 0
    part: float | None = None
    in_cell: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """A shape in a drawing, from the drawing's left side. thin: horizontal and low enough for a rule.

    content: its `w:txbxContent`; inset: left and right distance of the text. known: whether what is drawn can
    be told (not in a picture).
    """

    element: Element
    left: int
    right: int
    thin: bool = False
    drawn: bool = True
    solid: bool = True
    stroke: Length | None = None
    content: Element | None = None
    inset: tuple[int, int] = (_INSET, _INSET)
    known: bool = True


@dataclass(frozen=True, slots=True)
class Drawing:
    """A `w:drawing`, `w:pict` or `w:object`. anchor: None when it stands in the text like a letter.

    width: its room in the line. whole: it is as wide as the column (a horizontal line of the web).
    """

    element: Element
    width: int
    pieces: tuple[Piece, ...]
    anchor: Anchor | None = None
    whole: bool = False


def read_drawing(element: Element) -> Drawing | None:
    """A `w:drawing`; None when nothing of it is printed."""
    holder = next((item for item in element if item.tag in (_WP + "inline", _WP + "anchor")), None)
    data = None if holder is None else holder.find(f"{_A}graphic/{_A}graphicData")
    if holder is None or data is None or _hidden(holder):
        return None
    extent, effect = holder.find(_WP + "extent"), holder.find(_WP + "effectExtent")
    width, height = number(extent, "cx") or 0, number(extent, "cy") or 0
    anchored = holder.tag == _WP + "anchor"
    before = 0 if anchored else number(effect, "l") or 0
    after = 0 if anchored else number(effect, "r") or 0
    pieces = tuple(piece for item in data for piece in _pieces(item, _Frame(before, 1.0, width, height)))
    return Drawing(element, before + width + after, pieces, _anchor(holder) if anchored else None)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the lengths of a group count from: x = left + scale * (x in the file)."""

    left: float
    scale: float
    width: int
    height: int
    root: bool = True


def _pieces(shape: Element, frame: _Frame) -> Iterator[Piece]:
    name = _local(shape)
    if name in _GROUPS:
        inside = _group(shape, frame)
        for item in shape:
            yield from _pieces(item, inside)
    elif name in _SHAPES:
        yield _piece(shape, frame)


def _group(shape: Element, frame: _Frame) -> _Frame:
    if _local(shape) == "wpc":
        return _Frame(frame.left, frame.scale, frame.width, frame.height, root=False)
    form = next((item.find(_A + "xfrm") for item in shape if _local(item) == "grpSpPr"), None)
    if form is None:
        return frame
    size, inner = number(form.find(_A + "ext"), "cx"), number(form.find(_A + "chExt"), "cx")
    left = frame.left if frame.root else frame.left + frame.scale * (number(form.find(_A + "off"), "x") or 0)
    shown = frame.width if frame.root else frame.scale * (size or 0)
    scale = shown / inner if inner else frame.scale
    start = number(form.find(_A + "chOff"), "x") or 0
    return _Frame(left - scale * start, scale, frame.width, frame.height, root=False)


def _piece(shape: Element, frame: _Frame) -> Piece:
    look = next((item for item in shape if _local(item) == "spPr"), None)
    left, width, height = _extent(None if look is None else look.find(_A + "xfrm"), frame)
    content = next((item[0] for item in shape if item.tag == _WPS + "txbx" and len(item)), None)
    body = shape.find(_WPS + "bodyPr")
    picture = _local(shape) == "pic"
    thin = content is None and height <= (3 if picture else 1) * THIN and width >= 3 * max(height, THIN)
    line = None if look is None else look.find(_A + "ln")
    sides = tuple(_INSET if (side := number(body, name)) is None else side for name in ("lIns", "rIns"))
    return Piece(
        shape,
        round(left),
        round(left + width),
        thin=thin,
        drawn=_drawn(shape, look, line),
        solid=_solid(line),
        stroke=_stroke(line, height),
        content=None if content is not None and _turned_text(body) else content,
        inset=(sides[0], sides[1]),
        known=not picture,
    )


def _extent(form: Element | None, frame: _Frame) -> tuple[float, float, float]:
    """Left side, width, height as printed, turned by the shape's rotation."""
    size = None if form is None else form.find(_A + "ext")
    width, height = number(size, "cx"), number(size, "cy")
    if form is None or width is None or height is None:
        return frame.left, frame.width, frame.height
    left = frame.left if frame.root else frame.left + frame.scale * (number(form.find(_A + "off"), "x") or 0)
    across, down = width * frame.scale, height * frame.scale
    turn = (number(form, "rot") or 0) % (_TURN // 2) / _TURN
    if 0.2 < turn < 0.3:
        return left + (across - down) / 2, down, across
    return left, across, down if turn < 0.01 or turn > 0.49 else max(across, down)


def _drawn(shape: Element, look: Element | None, line: Element | None) -> bool:
    filled = look is not None and any(look.find(_A + name) is not None for name in ("solidFill", "gradFill"))
    if line is not None:
        return line.find(_A + "noFill") is None or filled
    style = next((item.find(_A + "lnRef") for item in shape if _local(item) == "style"), None)
    return filled or _local(shape) == "pic" or (number(style, "idx") or 0) > 0


def _solid(line: Element | None) -> bool:
    if line is None:
        return True
    dash = line.find(_A + "prstDash")
    dashed = line.find(_A + "custDash") is not None or (dash is not None and dash.get("val") != "solid")
    return not dashed and line.get("cmpd", "sng") == "sng"


def _stroke(line: Element | None, height: float) -> Length | None:
    width = number(line, "w")
    return Length(width) if width is not None else Length(round(height)) if height else None


def _turned_text(body: Element | None) -> bool:
    return body is not None and body.get("vert", "horz") != "horz"


def _hidden(holder: Element) -> bool:
    properties = holder.find(_WP + "docPr")
    return properties is not None and properties.get("hidden") in ("1", "true")


def _anchor(holder: Element) -> Anchor:
    in_cell = holder.get("layoutInCell", "1") not in ("0", "false")
    if holder.get("simplePos") in ("1", "true"):
        return Anchor("page", offset=number(holder.find(_WP + "simplePos"), "x") or 0, in_cell=in_cell)
    place = next(holder.iter(_WP + "positionH"), None)
    if place is None:
        return Anchor(in_cell=in_cell)
    relative = place.get("relativeFrom", "column")
    align = place.findtext(_WP + "align")
    if align:
        return Anchor(relative, align=align.strip(), in_cell=in_cell)
    part, offset = place.findtext(_WP14 + "pctPosHOffset"), place.findtext(_WP + "posOffset") or "0"
    shares = float(part) / 100_000 if part and part.strip("-").isdigit() else None
    plain = offset.strip().removeprefix("-").isdigit()
    return Anchor(relative, offset=int(offset) if plain else 0, part=shares, in_cell=in_cell)


def _local(element: Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
