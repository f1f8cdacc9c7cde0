"""Drawn rules: straight horizontal lines standing in the text, as Word's own "Line" shape makes them."""

from __future__ import annotations

from baocao.formats import Length
from baocao.ooxml.xml import WPS, escape


def rule_xml(length: int, doc_id: int, descr: str = "", name: str = "Đường kẻ", *, stroke: Length) -> str:
    """A run holding an inline horizontal line.

    length: EMU; stands in `wp:extent/@cx` and `a:ext/@cx`. doc_id: `wp:docPr/@id`, unique in the document,
    from 1. descr: alternative text; the template builder puts `ke: <expression>` there. stroke: width of the
    line (`Format.rules.stroke`).
    """
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{length}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{doc_id}" name="{escape(name)}" descr="{escape(descr)}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{WPS}"><wps:wsp><wps:cNvCnPr/>'
        f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{length}" cy="0"/></a:xfrm>'
        '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{int(stroke)}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr>'
        "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        "</mc:AlternateContent></w:r>"
    )
