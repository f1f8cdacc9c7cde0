"""Word files typed as XML for the tests of the reader: only the parts that a test speaks of."""

from __future__ import annotations

import io
import zipfile

from baocao.conformance.paper import Paper, Paragraph
from baocao.conformance.reading.reader import read_paper

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NS = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
    '<a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="1F497D"/></a:dk2>'
    '<a:lt2><a:srgbClr val="EEECE1"/></a:lt2><a:accent1><a:srgbClr val="4F81BD"/></a:accent1></a:clrScheme>'
    '<a:fontScheme name="x"><a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/><a:cs typeface=""/>'
    '</a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface="Arial"/>'
    "</a:minorFont></a:fontScheme></a:themeElements></a:theme>"
)
TIMES = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r>{_in("rPr", properties)}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str = "", properties: str = "") -> str:
    """A paragraph; text without tags becomes one run."""
    return f"<w:p>{_in('pPr', properties)}{content if content.startswith('<') else r(content)}</w:p>"


def style(
    ident: str, *, kind: str = "paragraph", base: str = "", ppr: str = "", rpr: str = "", more: str = ""
) -> str:
    """A style; its name is its id. "*" at the end of the id makes it the default one of its kind."""
    default = ' w:default="1"' if ident.endswith("*") else ""
    ident = ident.rstrip("*")
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return (
        f'<w:style w:type="{kind}"{default} w:styleId="{ident}"><w:name w:val="{ident}"/>'
        f"{based}{_in('pPr', ppr)}{_in('rPr', rpr)}{more}</w:style>"
    )


def defaults(rpr: str = "", ppr: str = "") -> str:
    """docDefaults."""
    return (
        f"<w:docDefaults><w:rPrDefault>{_in('rPr', rpr)}</w:rPrDefault>"
        f"<w:pPrDefault>{_in('pPr', ppr)}</w:pPrDefault></w:docDefaults>"
    )


def tbl(*rows: list[str], properties: str = "") -> str:
    """A table; a cell given as plain text is one paragraph."""
    body = "".join(f"<w:tr>{''.join(map(tc, row))}</w:tr>" for row in rows)
    grid = "<w:gridCol/>" * max(map(len, rows))
    return f"<w:tbl>{_in('tblPr', properties) or '<w:tblPr/>'}<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def tc(content: str, properties: str = "") -> str:
    """A cell; one that is a cell already stays."""
    if content.startswith("<w:tc"):
        return content
    return f"<w:tc>{_in('tcPr', properties)}{content if content.startswith('<') else p(content)}</w:tc>"


def lvl(
    level: int, form: str, text: str, *, ppr: str = "", rpr: str = "", more: str = "", start: int = 1
) -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/>{_in("pPr", ppr)}{_in("rPr", rpr)}</w:lvl>'
    )


def abstract(ident: int, *levels: str, more: str = "") -> str:
    """A definition of a list."""
    return f'<w:abstractNum w:abstractNumId="{ident}">{more}{"".join(levels)}</w:abstractNum>'


def num(ident: int, definition: int, more: str = "") -> str:
    """A list."""
    return f'<w:num w:numId="{ident}"><w:abstractNumId w:val="{definition}"/>{more}</w:num>'


def listed(ident: int, level: int | None = 0) -> str:
    """The properties of a paragraph in a list."""
    told = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    return f'<w:numPr>{told}<w:numId w:val="{ident}"/></w:numPr>'


def parts_of(body: str, **parts: str) -> dict[str, str]:
    """The members of a .docx. parts: the content of the root by name without ".xml" ("styles", "header1")."""
    roots = {"header": "hdr", "footer": "ftr"}
    members = {"word/document.xml": f"<w:document {NS}><w:body>{body}</w:body></w:document>"}
    relations = []
    for name, content in parts.items():
        kind = name.rstrip("0123456789")
        target = "theme/theme1.xml" if kind == "theme" else f"{name}.xml"
        root = roots.get(kind, kind)
        whole = content if kind == "theme" else f"<w:{root} {NS}>{content}</w:{root}>"
        members[f"word/{target}"] = whole
        relations.append(f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{target}"/>')
    members["word/_rels/document.xml.rels"] = relationships("".join(relations))
    members["_rels/.rels"] = relationships(
        f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
    )
    overrides = {"word/document.xml": "document.main"} | {
        name: name.removeprefix("word/").removesuffix(".xml").rstrip("0123456789")
        for name in members
        if name.startswith("word/") and name.count("/") == 1 and name != "word/document.xml"
    }
    members["[Content_Types].xml"] = types(overrides)
    return members


def relationships(content: str) -> str:
    """A part of relationships."""
    return f'<Relationships xmlns="{PACKAGE}/relationships">{content}</Relationships>'


def types(overrides: dict[str, str]) -> str:
    """The list of contents. overrides: what kind of WordprocessingML each part is."""
    told = "".join(
        f'<Override PartName="/{name}" ContentType="{TYPE}.{kind}+xml"/>' for name, kind in overrides.items()
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{told}</Types>'
    )


def zipped(members: dict[str, str] | dict[str, bytes]) -> bytes:
    """A package."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A .docx."""
    return zipped(parts_of(body, **parts))


def read(body: str, **parts: str) -> Paper:
    """A .docx, read."""
    return read_paper(docx(body, **parts), "thu.docx")


def only(body: str, **parts: str) -> Paragraph:
    """The first paragraph of a .docx, which may print nothing: another stands behind it."""
    return next(read(body + p("sau"), **parts).paragraphs)


def texts(paper: Paper) -> list[str]:
    """What the paragraphs of the body print, numbers included."""
    return [paragraph.full_text for paragraph in paper.paragraphs]


def _in(tag: str, content: str) -> str:
    return f"<w:{tag}>{content}</w:{tag}>" if content else ""
