"""Rules, text boxes and frames as clerks draw them, each a small file: for places against the printed page."""

# ruff: noqa: E501 - literals of XML stay whole

from __future__ import annotations

from baocao.formats import Mm
from conformance.place_cases import AGENCY, BOTTOM, FIXED, MOTTO, TOP
from conformance.place_kit import anchored, at, document, ind, inline, jc, p, pict, r, shape, tbl, tc

LONG_RULE = int(Mm(55))
"""EMU."""
VML_GROUP = (
    '<v:group style="position:absolute;margin-left:50pt;margin-top:10pt;width:200pt;height:50pt" coordorigin="100,100" coordsize="4000,1000">'
    '<v:line from="100,100" to="2100,100"/><v:line from="2100,600" to="4100,600"/></v:group>'
)
VML_CENTRE = (
    '<v:line style="position:absolute;z-index:1;mso-position-horizontal:center;mso-position-horizontal-relative:margin" '
    'from="0,20pt" to="150pt,20pt"/>'
)
HORIZONTAL_LINE = '<v:rect style="width:200pt;height:1.5pt" o:hralign="center" o:hrstd="t" o:hr="t" fillcolor="black" stroked="f"/>'
VML_LINE = (
    '<v:line style="position:absolute;z-index:2" from="100pt,25pt" to="250pt,25pt" strokeweight=".75pt"/>'
)
VML_CONNECTOR = (
    '<v:shapetype id="_x0000_t32" coordsize="21600,21600" o:spt="32" o:oned="t" path="m,l21600,21600e" filled="f">'
    '<v:path arrowok="t" fillok="f" o:connecttype="none"/></v:shapetype>'
    '<v:shape id="a1" o:spid="_x0000_s1026" type="#_x0000_t32" '
    'style="position:absolute;left:0;text-align:left;margin-left:60pt;margin-top:20pt;width:120pt;height:0;z-index:1"  '
    'o:connectortype="straight"/>'
)
NO_EDGE = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:ln><a:noFill/></a:ln>'
CELL_BORDER = '<w:tcBorders><w:bottom w:val="single" w:sz="6" w:color="000000"/></w:tcBorders>'


def rules() -> dict[str, bytes]:
    """Lines drawn in every way."""
    return _inline_rules() | _anchored_rules() | _shaped_rules() | _old_rules() | _borders() | _typed_rules()


def _rule(place: str) -> str:
    return anchored(LONG_RULE, 0, shape(LONG_RULE), place)


def _in_cell(content: str, tcpr: str = "", tblpr: str = "") -> bytes:
    """Beside the agency, in a table."""
    cells = tc(p(AGENCY), width=3400), tc(content, width=5900, tcpr=tcpr)
    return document(tbl(cells, grid=(3400, 5900), tblpr=tblpr) + p("sau"))


def _inline_rules() -> dict[str, bytes]:
    drawn = inline(LONG_RULE, 0, shape(LONG_RULE))
    return {
        "inline": document(p(MOTTO, ppr=jc("center")) + p(drawn, ppr=jc("center")) + p("sau")),
        "inline-after": document(p(r(MOTTO), "<w:r><w:br/></w:r>", drawn, ppr=jc("right")) + p("sau")),
    }


def _anchored_rules() -> dict[str, bytes]:
    return {
        "column": document(p(r(MOTTO), _rule(at("column", int(Mm(30)))), ppr=jc("center"))),
        "margin-centre": document(p(r(MOTTO), _rule(at("margin", "center")))),
        "page-right": document(p(r(MOTTO), _rule(at("page", "right")))),
        "page": document(p(r(MOTTO), _rule(at("page", int(Mm(80)))))),
        "in-cell": _in_cell(p(r(MOTTO), _rule(at("column", int(Mm(15)))), ppr=jc("center"))),
        "character": document(p(r("abc def"), _rule(at("character", 0)), r(" ghi"))),
    }


def _shaped_rules() -> dict[str, bytes]:
    wide = LONG_RULE
    flat = shape(wide, 12700, prst="rect", ln=NO_EDGE)
    turned = shape(0, wide).replace("<a:xfrm>", '<a:xfrm rot="5400000">')
    return {
        "rectangle": document(p(r(MOTTO), anchored(wide, 12700, flat, at("column", 360000)))),
        "group": document(p(r(MOTTO), anchored(2 * wide, 400000, _group(wide), at("column", 720000)))),
        "turned": document(p(r("abc"), anchored(0, wide, turned, at("column", int(Mm(60)))))),
    }


def _old_rules() -> dict[str, bytes]:
    return {
        "vml-group": document(p(r("x"), pict(VML_GROUP))),
        "vml-centre": document(p(r("x"), pict(VML_CENTRE))),
        "horizontal-line": document(p(pict(HORIZONTAL_LINE), ppr=jc("center")) + p("sau")),
        "vml-line": document(p(r(MOTTO), pict(VML_LINE))),
        "vml-connector": document(p(r(MOTTO), pict(VML_CONNECTOR))),
    }


def _borders() -> dict[str, bytes]:
    return {
        "border": document(p(MOTTO, ppr=BOTTOM + ind(2000, 1500) + jc("center")) + p("sau")),
        "border-top": document(p(MOTTO) + p("sau", ppr=TOP + ind(3000, 3000, -300))),
        "cell-border": _in_cell(p(MOTTO), CELL_BORDER, FIXED),
    }


def _typed_rules() -> dict[str, bytes]:
    underlined = '<w:u w:val="single"/>'
    return {
        "underscores": document(p(MOTTO, ppr=jc("center")) + p("______________", ppr=jc("center"))),
        "underline": document(
            p(r(MOTTO, underlined), ppr=jc("center")) + p(r("một"), r("\t\t", underlined), r("hai"))
        ),
    }


def boxes() -> dict[str, bytes]:
    """Text boxes and frames."""
    return _text_boxes() | _frames()


def _text_boxes() -> dict[str, bytes]:
    pair = _box(AGENCY, at("column", -200000)) + _box(MOTTO, at("margin", "right"))
    insets = _box(MOTTO, at("page", 1500000), '<wps:bodyPr lIns="0" rIns="720000"/>')
    vml = (
        '<v:rect style="position:absolute;margin-left:200pt;margin-top:5pt;width:220pt;height:60pt;z-index:1" stroked="f">'
        f'<v:textbox inset="0,0,20pt,0"><w:txbxContent>{p(MOTTO, ppr=jc("center"))}</w:txbxContent></v:textbox></v:rect>'
    )
    return {
        "two-boxes": document(p(pair) + p("sau")),
        "insets": document(p(insets) + p("sau")),
        "vml-box": document(p(pict(vml)) + p("sau")),
    }


def _box(words: str, place: str, body: str = "<wps:bodyPr/>") -> str:
    """A text box without an edge."""
    wide, high = int(Mm(70)), int(Mm(20))
    content = f"<wps:txbx><w:txbxContent>{p(words, ppr=jc('center'))}</w:txbxContent></wps:txbx>"
    text = shape(wide, high, prst="rect", ln="<a:ln><a:noFill/></a:ln>", inside=content, body=body)
    down = '<wp:positionV relativeFrom="paragraph"><wp:posOffset>100000</wp:posOffset></wp:positionV>'
    return anchored(wide, high, text, place, down)


def _frames() -> dict[str, bytes]:
    frame = (
        '<w:framePr w:w="4000" w:hSpace="180" w:wrap="around" w:vAnchor="text" w:hAnchor="{}" {} w:y="100"/>'
    )
    columns = p('<w:r><w:br w:type="column"/></w:r>', r(MOTTO), ppr=jc("center"))
    return {
        "frame": document(p(AGENCY, ppr=frame.format("page", 'w:x="2000"') + jc("center")) + p("sau")),
        "frame-right": document(p(AGENCY, ppr=frame.format("margin", 'w:xAlign="right"')) + p("sau")),
        "columns": document(
            p(AGENCY, ppr=jc("center")) + columns, section='<w:cols w:num="2" w:space="400"/>'
        ),
    }


def _group(wide: int) -> str:
    one = shape(wide).replace('<a:off x="0" y="0"/>', '<a:off x="100000" y="0"/>')
    two = shape(wide // 2).replace('<a:off x="0" y="0"/>', f'<a:off x="{wide}" y="200000"/>')
    form = f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{2 * wide}" cy="400000"/><a:chOff x="0" y="0"/><a:chExt cx="{2 * wide}" cy="400000"/></a:xfrm>'
    return f"<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr>{form}</wpg:grpSpPr>{one}{two}</wpg:wgp>"
