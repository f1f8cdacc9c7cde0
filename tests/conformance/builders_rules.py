"""The ways offices draw the rule under Tiêu ngữ, agency and subject. Lengths are twips.

A maker gives what is put into the run of runs of the line itself and the paragraphs that follow it.
"""

# ruff: noqa: E501 - literals of XML stay whole

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from baocao.formats import Length
from baocao.ooxml.metrics import text_width
from conformance.builders_typing import EMU, Look, R, Typist


@dataclass(frozen=True)
class Place:
    """Where the line stands that wants a rule: the column's width, the middle of the line in it, its size.

    row: size of the underscores where the rule is a row of them.
    """

    column: int
    middle: int
    length: int
    size: float
    row: float


Drawn = tuple[str, list[str]]
RuleMaker = Callable[[Typist, Place], Drawn]


def width(text: str, size: float, bold: bool = False) -> int:
    """The width of a line of Times New Roman."""
    return round(text_width(text, Length(int(size * 12700)), bold=bold) / EMU)


def drawingml(hand: Typist, place: Place, *, fallback: bool = True) -> Drawn:
    """Word 2010 and later: a line shape hung below its own line, with the old drawing as fallback."""
    left, top, number = place.middle - place.length // 2, int(place.size * 20 * 1.16), hand.next_id()
    shape = (
        '<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{place.length * EMU}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:round/></a:ln></wps:spPr>'
        "<wps:bodyPr/></wps:wsp>"
    )
    graphic = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    anchor = (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" '
        f'relativeHeight="{251658240 + number}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{left * EMU}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{top * EMU}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{place.length * EMU}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="Straight Connector {number}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{graphic}">{shape}</a:graphicData></a:graphic></wp:anchor></w:drawing>'
    )
    old = f"<mc:Fallback>{_vml_line(hand, place)}</mc:Fallback>" if fallback else ""
    choice = f'<mc:Choice Requires="wps">{anchor}</mc:Choice>'
    return (
        f"<w:r><w:rPr><w:noProof/></w:rPr><mc:AlternateContent>{choice}{old}</mc:AlternateContent></w:r>",
        [],
    )


def vml(hand: Typist, place: Place) -> Drawn:
    """Word 97 to 2007: `v:line`."""
    return f"<w:r>{_vml_line(hand, place)}</w:r>", []


def vml_connector(hand: Typist, place: Place) -> Drawn:
    """Word 2007: an arrow connector without arrows."""
    left, top = (place.middle - place.length // 2) / 20, place.size * 1.16
    style = (
        f"position:absolute;margin-left:{left:.1f}pt;margin-top:{top:.1f}pt;width:{place.length / 20:.1f}pt;"
    )
    number = hand.next_id()
    shape = (
        f'<v:shape id="_x0000_s{1025 + number}" type="#_x0000_t32" style="{style}height:0;z-index:{number}" '
        'o:connectortype="straight"/>'
    )
    kind = (
        '<v:shapetype id="_x0000_t32" coordsize="21600,21600" o:spt="32" o:oned="t" path="m,l21600,21600e" '
        'filled="f"><v:path arrowok="t" fillok="f" o:connecttype="none"/></v:shapetype>'
    )
    return f"<w:r><w:pict>{kind}{shape}</w:pict></w:r>", []


def _vml_line(hand: Typist, place: Place) -> str:
    left, top, number = (place.middle - place.length // 2) / 20, place.size * 1.16, hand.next_id()
    ends = f'from="{left:.1f}pt,{top:.1f}pt" to="{left + place.length / 20:.1f}pt,{top:.1f}pt"'
    return (
        f'<w:pict><v:line id="Line_{number}" o:spid="_x0000_s{1025 + number}" '
        f'style="position:absolute;z-index:{number}" {ends}/></w:pict>'
    )


def underscores(hand: Typist, place: Place) -> Drawn:
    """A row of underscores in a paragraph of its own, as the Government's own files have it."""
    count = max(1, round(place.length / width("_", place.row)))
    return "", [hand.par(R("_" * count, place.row), look=_around(place))]


def border(hand: Typist, place: Place) -> Drawn:
    """The lower border of a small empty paragraph with indents on both sides."""
    left = place.middle - place.length // 2
    look = Look(left=left, right=place.column - left - place.length, border=6, line=60, rule="exact")
    return "", [hand.par(R("", 2), look=look)]


def _around(place: Place) -> Look:
    """A paragraph that is centred on the middle of the line."""
    shift = 2 * place.middle - place.column
    return Look(align="center", left=max(0, shift), right=max(0, -shift))


RULES: dict[str, RuleMaker] = {
    "dml": drawingml,
    "dml-khong-ban-cu": partial(drawingml, fallback=False),
    "vml": vml,
    "vml-noi": vml_connector,
    "gach-duoi": underscores,
    "vien-doan": border,
}
