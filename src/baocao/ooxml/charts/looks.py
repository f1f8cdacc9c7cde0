"""How series are told apart: in black and white by pattern, dash and marker; in colour by these as well.

The colours are those of a calm palette that colour-blind readers tell apart; their greys differ too.
"""

from __future__ import annotations

from typing import NamedTuple

GREY, COLOUR = "den_trang", "mau"
PALETTES = (GREY, COLOUR)
_BLACK, _WHITE = "000000", "FFFFFF"


class Fill(NamedTuple):
    """A fill: one colour, or a pattern of it on a ground."""

    colour: str
    pattern: str = ""
    ground: str = _WHITE


_FILLS = {
    GREY: (
        Fill("595959"),
        Fill(_BLACK, "wdUpDiag"),
        Fill("D9D9D9"),
        Fill(_BLACK, "pct25"),
        Fill(_WHITE),
        Fill(_BLACK, "dkHorz"),
        Fill(_BLACK, "lgGrid"),
        Fill(_BLACK, "wdDnDiag"),
    ),
    COLOUR: (
        Fill("1F4E79"),
        Fill("C77414", "wdUpDiag", "FBE3C4"),
        Fill("7FB3D5"),
        Fill("2E7D5B", "dkHorz", "D5EBDD"),
        Fill("F2C879"),
        Fill("8E3B46", "wdDnDiag", "F3D6DA"),
        Fill("A9A9A9"),
        Fill("5B4A8A", "pct50", "E1DCF0"),
    ),
}
_STROKES = {
    GREY: (_BLACK, "595959", _BLACK, "7F7F7F", _BLACK, "595959"),
    COLOUR: ("1F4E79", "B8660B", "2E7D5B", "8E3B46", "5B4A8A", "595959"),
}
_DASHES = ("solid", "dash", "sysDot", "lgDash", "dashDot", "sysDash")
_MARKERS = ("circle", "square", "triangle", "diamond", "circle", "square")
_HAIR, _STROKE = 9525, 25400


def _solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def area_look(palette: str, place: int) -> str:
    """`c:spPr` of a column, bar or slice."""
    fills = _FILLS[palette]
    colour, pattern, ground = fills[place % len(fills)]
    inside = _solid(colour)
    if pattern:
        inside = (
            f'<a:pattFill prst="{pattern}"><a:fgClr><a:srgbClr val="{colour}"/></a:fgClr>'
            f'<a:bgClr><a:srgbClr val="{ground}"/></a:bgClr></a:pattFill>'
        )
    edge = _BLACK if palette == GREY else colour
    return f'<c:spPr>{inside}<a:ln w="{_HAIR}">{_solid(edge)}</a:ln></c:spPr>'


def line_look(palette: str, place: int) -> str:
    """`c:spPr` and `c:marker` of a line; every second marker is hollow."""
    strokes = _STROKES[palette]
    colour = strokes[place % len(strokes)]
    dash = _DASHES[place % len(_DASHES)]
    inside = _WHITE if place % 2 else colour
    return (
        f'<c:spPr><a:ln w="{_STROKE}" cap="rnd">{_solid(colour)}<a:prstDash val="{dash}"/><a:round/></a:ln>'
        f'</c:spPr><c:marker><c:symbol val="{_MARKERS[place % len(_MARKERS)]}"/><c:size val="8"/>'
        f'<c:spPr>{_solid(inside)}<a:ln w="{_HAIR}">{_solid(colour)}</a:ln></c:spPr></c:marker>'
    )
