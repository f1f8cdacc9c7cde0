"""Drawings of older files: VML in `w:pict` and `w:object` (ECMA-376 part 4, 19.1), read as flat pieces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from baocao.conformance.appearance import Element
from baocao.conformance.reading.quantities import css, styled
from baocao.conformance.reading.shapes import THIN, Anchor, Drawing, Piece
from baocao.formats import Length

_V, _O = "{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:office}"
_LINE, _GROUP = _V + "line", _V + "group"
_SHAPES = frozenset(_V + name for name in ("line", "rect", "roundrect", "shape", "polyline", "oval"))
_INSET = 91_440
_STROKE = Length(9_525)
_NO = ("f", "false", "0")
_SIDES = {"text": "column", "char": "character", "margin": "margin", "page": "page"}
_FULL = 1_000


@dataclass(frozen=True, slots=True)
class _Scale:
    """How the numbers of a group are read: EMU = left + scale * (number - start)."""

    left: float = 0
    scale: float = 9_525
    start: float = 0
    inside: bool = False

    def read(self, typed: str | None) -> float:
        return (css(typed, self.scale) or 0) - (self.start * self.scale if self.inside else 0)


def read_pict(element: Element) -> Drawing | None:
    """A `w:pict` or `w:object`; None when nothing of it is printed."""
    shape = next((item for item in element if item.tag in _SHAPES or item.tag == _GROUP), None)
    if shape is None:
        return None
    look = styled(shape.get("style"))
    if look.get("visibility") == "hidden":
        return None
    if shape.get(_O + "hr") in ("t", "true", "1"):
        return _horizontal_line(element, shape, look)
    pieces = tuple(_pieces(shape, _Scale()))
    if not pieces:
        return None
    if look.get("position", "static") not in ("absolute", "relative"):
        left = min(piece.left for piece in pieces)
        width = max(piece.right for piece in pieces) - left
        return Drawing(element, round(width), pieces)
    return Drawing(element, max(piece.right for piece in pieces), pieces, _anchor(shape, look))


def _anchor(shape: Element, look: Mapping[str, str]) -> Anchor:
    relative = look.get("mso-position-horizontal-relative", "text")
    align = look.get("mso-position-horizontal", "absolute")
    in_cell = shape.get(_O + "allowincell", "t") not in _NO
    side = _SIDES.get(relative, _SIDES["text"])
    if align != "absolute":
        return Anchor(side, align=align, in_cell=in_cell)
    return Anchor(side, offset=round(css(look.get("margin-left")) or 0), in_cell=in_cell)


def _horizontal_line(element: Element, shape: Element, look: Mapping[str, str]) -> Drawing:
    """A line as web pages have them: as wide as the column when no width is said."""
    width = round(css(look.get("width")) or 0)
    whole = not width or shape.get(_O + "hrpct") not in (None, "0")
    stroke = Length(round(css(look.get("height")) or _STROKE))
    return Drawing(element, width, (Piece(shape, 0, width, thin=True, stroke=stroke),), whole=whole)


def _pieces(shape: Element, scale: _Scale) -> Iterator[Piece]:
    if shape.tag == _GROUP:
        inner = _inner(shape, scale)
        for item in shape:
            yield from _pieces(item, inner)
    elif shape.tag in _SHAPES:
        yield _piece(shape, scale)


def _inner(group: Element, scale: _Scale) -> _Scale:
    left, _, width, _ = _extent(group, scale)
    size = _numbers(group.get("coordsize")) or (_FULL, _FULL)
    origin = _numbers(group.get("coordorigin")) or (0, 0)
    return _Scale(left, width / size[0] if size[0] else scale.scale, origin[0], inside=True)


def _extent(shape: Element, scale: _Scale) -> tuple[float, float, float, float]:
    """Left side, upper side, width, height; the left side of a whole drawing is 0: its anchor places it."""
    look = styled(shape.get("style"))
    left = scale.left + scale.read(look.get("left") or "0") if scale.inside else 0
    width, height = (css(look.get(name), scale.scale) or 0 for name in ("width", "height"))
    return left, 0, width, height


def _piece(shape: Element, scale: _Scale) -> Piece:
    left, top, width, height = _line(shape, scale) if shape.tag == _LINE else _extent(shape, scale)
    box = shape.find(_V + "textbox")
    content = None if box is None or not len(box) else box[0]
    picture = shape.find(_V + "imagedata") is not None
    thin = content is None and abs(height - top) <= THIN and width >= 3 * THIN
    stroke = shape.find(_V + "stroke")
    return Piece(
        shape,
        round(left),
        round(left + width),
        thin=thin,
        drawn=picture or shape.get("stroked") not in _NO or shape.get("filled") in ("t", "true", "1"),
        solid=stroke is None or (stroke.get("dashstyle", "solid") == "solid" and _single(stroke)),
        stroke=Length(round(css(shape.get("strokeweight"), 1) or _STROKE)),
        content=content,
        inset=_inset(box),
        known=not picture,
    )


def _single(stroke: Element) -> bool:
    return bool(stroke.get("linestyle", "single") == "single")


def _line(shape: Element, scale: _Scale) -> tuple[float, float, float, float]:
    """Left side, one end's height, width, the other end's height of a `v:line`."""
    ends = [(shape.get(name) or "0,0").partition(",") for name in ("from", "to")]
    (x1, y1), (x2, y2) = ((scale.left + scale.read(x or "0"), scale.read(y or "0")) for x, _, y in ends)
    return min(x1, x2), y1, abs(x2 - x1), y2


def _inset(box: Element | None) -> tuple[int, int]:
    """The left and right distance of the text of a text box."""
    typed = "" if box is None else box.get("inset") or ""
    parts = [css(part) for part in (*typed.split(","), *("",) * 4)]
    left, right = (_INSET if part is None else round(part) for part in (parts[0], parts[2]))
    return left, right


def _numbers(typed: str | None) -> tuple[float, ...]:
    parts = (typed or "").split(",")
    return tuple(float(part) for part in parts) if all(part.lstrip("-").isdigit() for part in parts) else ()
