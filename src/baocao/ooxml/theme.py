"""word/theme/theme1.xml. No style refers to it; see NOTES.md for why it is there."""

from __future__ import annotations

from baocao.formats import Format
from baocao.ooxml.xml import DECLARATION, A, escape

_COLORS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "000000",
    "lt2": "FFFFFF",
    "hlink": "000000",
    "folHlink": "000000",
}
_ORDER = ("dk1", "lt1", "dk2", "lt2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'


def theme_xml(fmt: Format) -> str:
    """A theme of one font, black on white, so that choosing a "theme" colour in Word does no harm."""
    colors = "".join(
        f'<a:{name}><a:srgbClr val="{_COLORS.get(name, fmt.color)}"/></a:{name}>' for name in _ORDER
    )
    face = f'<a:latin typeface="{escape(fmt.font)}"/><a:ea typeface=""/><a:cs typeface=""/>'
    lines = "".join(f'<a:ln w="{width}">{_FILL}</a:ln>' for width in (6350, 12700, 19050))
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'{DECLARATION}<a:theme xmlns:a="{A}" name="baocao"><a:themeElements>'
        f'<a:clrScheme name="baocao">{colors}</a:clrScheme>'
        f'<a:fontScheme name="baocao"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}'
        f"</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="baocao"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{effects}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
