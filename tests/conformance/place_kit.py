"""Small Word files for the places of lines and rules, and where LibreOffice prints them."""

# ruff: noqa: E501 - literals of XML stay whole

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from pathlib import Path

from baocao.conformance.paper import Paper
from baocao.conformance.reading.reader import read_paper
from baocao.formats import Mm, Pt
from baocao.ooxml.metrics import text_width
from baocao.ooxml.package import write_package
from baocao.ooxml.xml import MC, WP, WPS, A, R, W
from outside_tools import converted

WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}" xmlns:wp="{WP}" xmlns:a="{A}" xmlns:wps="{WPS}" xmlns:wpg="{WPG}" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w10="urn:schemas-microsoft-com:office:word" '
    'xmlns:wp14="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"'
)
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" '
    'w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault>'
    "<w:pPrDefault/></w:docDefaults>"
)
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" '
    'w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" '
    'w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)
PAGE = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="720" w:footer="720" w:gutter="0"/>'
LEFT, RIGHT = 1701 * 635, (11906 - 850) * 635
"""The sides of the text area of `PAGE`, EMU."""
WIDE = int(Mm(50))
"""The width of a rule, EMU."""
_PER_PT = 12_700


def document(body: str, *, mode: int = 15, styles: str = "", settings: str = "", section: str = "") -> bytes:
    """A .docx. mode: compatibility mode. section: content of the last `w:sectPr` behind paper and margins."""
    compat = f'<w:compat>{settings}<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="{mode}"/></w:compat>'
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        + "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{TYPES}{kind}+xml"/>'
            for name, kind in (("document", "document.main"), ("styles", "styles"), ("settings", "settings"))
        )
        + "</Types>",
        "_rels/.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(
            f'<Relationship Id="rId{index}" Type="{R}/{name}" Target="{name}.xml"/>'
            for index, name in enumerate(("styles", "settings"), 1)
        )
        + "</Relationships>",
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}<w:sectPr>{section}{PAGE}</w:sectPr></w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAMES}>{DEFAULTS}{STYLES}{styles}</w:styles>",
        "word/settings.xml": f"<w:settings {NAMES}>{compat}</w:settings>",
    }
    return write_package({name: text.encode() for name, text in parts.items()})


def paper(body: str, **rest: str) -> Paper:
    """A document as the check reads it."""
    return read_paper(document(body, **rest), "van-ban.docx")


def wide(text: str) -> int:
    """How wide a text is in the usual letters, in EMU."""
    return text_width(text, Pt(14))


def p(*inside: str, ppr: str = "") -> str:
    """A paragraph; text without markup becomes a run, tabs and newlines in it elements."""
    runs = "".join(item if item.startswith("<") else r(item) for item in inside)
    return f"<w:p>{f'<w:pPr>{ppr}</w:pPr>' if ppr else ''}{runs}</w:p>"


def r(text: str, rpr: str = "") -> str:
    """A run."""
    text = f'<w:t xml:space="preserve">{text}</w:t>'
    for sign, tag in (("\t", "tab"), ("\n", "br")):
        text = text.replace(sign, f'</w:t><w:{tag}/><w:t xml:space="preserve">')
    return f"<w:r>{f'<w:rPr>{rpr}</w:rPr>' if rpr else ''}{text}</w:r>"


def jc(value: str) -> str:
    return f'<w:jc w:val="{value}"/>'


def ind(left: int = 0, right: int = 0, first: int = 0) -> str:
    """Indents in twips."""
    line = f'w:firstLine="{first}"' if first >= 0 else f'w:hanging="{-first}"'
    return f'<w:ind w:left="{left}" w:right="{right}" {line}/>'


def tabs(*stops: tuple[str, int]) -> str:
    inside = "".join(f'<w:tab w:val="{kind}" w:pos="{place}"/>' for kind, place in stops)
    return f"<w:tabs>{inside}</w:tabs>"


def tc(*content: str, width: int = 0, span: int = 1, tcpr: str = "") -> str:
    """A cell of `width` twips (0: not told)."""
    told = f'<w:tcW w:w="{width}" w:type="dxa"/>' if width else '<w:tcW w:w="0" w:type="auto"/>'
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f"<w:tc><w:tcPr>{told}{spanned}{tcpr}</w:tcPr>{''.join(content) or p()}</w:tc>"


def tbl(
    *rows: tuple[str, ...],
    grid: tuple[int, ...] = (),
    tblpr: str = "",
    width: str = '<w:tblW w:w="0" w:type="auto"/>',
) -> str:
    columns = "".join(f'<w:gridCol w:w="{one}"/>' for one in grid)
    lines = "".join(f"<w:tr>{''.join(cells)}</w:tr>" for cells in rows)
    return f"<w:tbl><w:tblPr>{width}{tblpr}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{lines}</w:tbl>"


def shape(
    width: int,
    height: int = 0,
    *,
    prst: str = "line",
    ln: str = '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>',
    inside: str = "",
    body: str = "<wps:bodyPr/>",
) -> str:
    """A shape of `width` × `height` EMU as `wps:wsp`."""
    return (
        f'<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="{prst}"><a:avLst/></a:prstGeom>{ln}</wps:spPr>{inside}{body}</wps:wsp>'
    )


def inline(width: int, height: int, graphic: str) -> str:
    return _drawing(
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>',
        graphic,
        "inline",
    )


def anchored(
    width: int,
    height: int,
    graphic: str,
    horizontal: str,
    vertical: str = '<wp:positionV relativeFrom="paragraph"><wp:posOffset>300000</wp:posOffset></wp:positionV>',
    *,
    in_cell: int = 1,
) -> str:
    """A floating drawing. horizontal: `wp:positionH`."""
    head = (
        f'<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="{in_cell}" '
        f'allowOverlap="1"><wp:simplePos x="0" y="0"/>{horizontal}{vertical}<wp:extent cx="{width}" cy="{height}"/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
    )
    return _drawing(head, graphic, "anchor")


def _drawing(head: str, graphic: str, kind: str) -> str:
    uri = WPG if "wpg:wgp" in graphic else WPS
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{head}<wp:docPr id="1" name="Line 1"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{uri}">{graphic}</a:graphicData></a:graphic></wp:{kind}></w:drawing></mc:Choice></mc:AlternateContent></w:r>'
    )


def at(relative: str, value: int | str) -> str:
    """`wp:positionH`: EMU or left, center, right."""
    inside = (
        f"<wp:align>{value}</wp:align>" if isinstance(value, str) else f"<wp:posOffset>{value}</wp:posOffset>"
    )
    return f'<wp:positionH relativeFrom="{relative}">{inside}</wp:positionH>'


def pict(inside: str) -> str:
    return f"<w:r><w:pict>{inside}</w:pict></w:r>"


@dataclass(frozen=True)
class Sheet:
    """The first page of a PDF: letters with their sides, horizontal lines; EMU from the left side."""

    letters: str
    sides: tuple[tuple[float, float], ...]
    strokes: tuple[tuple[float, float], ...]

    def sides_of(self, text: str, near: int = 0) -> tuple[float, float] | None:
        """Where a text begins and ends, there where it begins next to `near`; None when it is not printed."""
        wanted = "".join(text.split())
        starts = [found.start() for found in re.finditer(f"(?={re.escape(wanted)})", self.letters)]
        places = [(self.sides[start][0], self.sides[start + len(wanted) - 1][1]) for start in starts]
        return min(places, key=lambda place: abs(place[0] - near), default=None)

    def joined_strokes(self) -> list[tuple[float, float]]:
        """The lines, and two that touch as one: a tab and the next are underlined apart."""
        ends = dict(self.strokes)
        near = [
            (left, other)
            for left, right in self.strokes
            for start, other in ends.items()
            if abs(start - right) < 3 * _PER_PT
        ]
        return [*self.strokes, *near]


def printed(files: dict[str, bytes], folder: Path) -> dict[str, Sheet]:
    """The first pages of some files as LibreOffice prints them."""
    return {name: sheet_of(data) for name, data in converted(files, folder, "pdf").items()}


def sheet_of(data: bytes) -> Sheet:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[0]
        letters = [item for item in page.chars if item["text"].strip()]
        drawn = [*page.lines, *page.rects, *page.curves]
        return Sheet(
            "".join(item["text"] for item in letters),
            tuple((item["x0"] * _PER_PT, item["x1"] * _PER_PT) for item in letters for _ in item["text"]),
            tuple(
                (item["x0"] * _PER_PT, item["x1"] * _PER_PT)
                for item in drawn
                if item["x1"] - item["x0"] > 5 and abs(item["bottom"] - item["top"]) < 4
            ),
        )
