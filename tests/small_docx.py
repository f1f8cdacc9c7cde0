"""Small Word files written as literals, and what stands in a rendered one. For the tests of template, render, check."""

# ruff: noqa: E501 - literals of XML and of templates stay whole

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
import zipfile
from types import SimpleNamespace

from baocao.ooxml.package import write_package
from baocao.render import render, to_bytes
from baocao.template import LayerSource
from baocao.template.compiler import compile_template
from baocao.vietnamese.filters import FILTERS

URI = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{URI}}}"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NS = (
    f'xmlns:w="{URI}" xmlns:r="{REL}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
STYLES = "".join(
    f'<w:style w:type="{kind}" w:styleId="{ident}"><w:name w:val="{name}"/></w:style>'
    for kind, ident, name in (
        ("paragraph", "Normal", "Normal"),
        ("paragraph", "ThanBai", "Thân bài"),
        ("paragraph", "GachDau", "Gạch đầu dòng"),
        ("paragraph", "Heading1", "heading 1"),
        ("paragraph", "Heading2", "heading 2"),
        ("paragraph", "Heading3", "heading 3"),
        ("paragraph", "FootnoteText", "footnote text"),
        ("character", "FootnoteReference", "footnote reference"),
    )
)
SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)


def p(*runs, style="", ppr=""):
    """A paragraph; a run given as plain text becomes one `w:r`."""
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + ppr
    head = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{head}{''.join(run if run.startswith('<w:') else r(run) for run in runs)}</w:p>"


def r(text, properties=""):
    """A run. `<` in the text must be written as an entity."""
    head = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{head}<w:t xml:space="preserve">{text}</w:t></w:r>'


def tc(*content, tcpr='<w:tcW w:w="2000" w:type="dxa"/>'):
    """A cell."""
    return f"<w:tc><w:tcPr>{tcpr}</w:tcPr>{''.join(item if item.startswith('<w:') else p(item) for item in content)}</w:tc>"


def tbl(*rows, columns=2):
    """A table; a row is a list of cells, a cell given as text is one paragraph."""
    grid = '<w:gridCol w:w="2000"/>' * columns
    body = "".join(
        f"<w:tr>{''.join(cell if cell.startswith('<w:') else tc(cell) for cell in row)}</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def ref(number):
    """The reference of a footnote."""
    return f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


def note(number, *paragraphs):
    """A footnote as Word writes it."""
    sign = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    items = [item if item.startswith("<w:") else p(item, style="FootnoteText") for item in paragraphs]
    items[0] = re.sub(r"(<w:p>(?:<w:pPr>.*?</w:pPr>)?)", rf"\1{sign}", items[0], count=1)
    return f'<w:footnote w:id="{number}">{"".join(items)}</w:footnote>'


def package(body, *, notes=None, header="", title="", extra=None, rels="", numbering=""):
    """A Word file. notes: the content of the notes part after the separators; rels: further relationships."""
    relations = f'<Relationship Id="rId1" Type="{REL}/styles" Target="styles.xml"/>' + rels
    overrides = {"word/document.xml": "document.main+xml", "word/styles.xml": "styles+xml"}
    parts = {
        "word/styles.xml": f"<w:styles {NS}>{STYLES}</w:styles>",
        "_rels/.rels": _rels(
            f'<Relationship Id="rId1" Type="{REL}/officeDocument" Target="word/document.xml"/>'
        ),
    }
    if notes is not None:
        relations += f'<Relationship Id="rId2" Type="{REL}/footnotes" Target="footnotes.xml"/>'
        overrides["word/footnotes.xml"] = "footnotes+xml"
        parts["word/footnotes.xml"] = f"<w:footnotes {NS}>{SEPARATORS}{notes}</w:footnotes>"
    section = SECTION
    if header:
        relations += f'<Relationship Id="rId3" Type="{REL}/header" Target="header1.xml"/>'
        overrides["word/header1.xml"] = "header+xml"
        parts["word/header1.xml"] = f"<w:hdr {NS}>{header}</w:hdr>"
        section = SECTION.replace("<w:pgSz", '<w:headerReference w:type="default" r:id="rId3"/><w:pgSz')
    if numbering:
        relations += f'<Relationship Id="rId4" Type="{REL}/numbering" Target="numbering.xml"/>'
        overrides["word/numbering.xml"] = "numbering+xml"
        parts["word/numbering.xml"] = f"<w:numbering {NS}>{numbering}</w:numbering>"
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{TYPES}{kind}"/>' for name, kind in overrides.items()
    )
    if title:
        parts["docProps/core.xml"] = _core(title)
        types += (
            '<Override PartName="/docProps/core.xml" '
            'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        )
    parts["word/document.xml"] = f"<w:document {NS}><w:body>{body}{section}</w:body></w:document>"
    parts["word/_rels/document.xml.rels"] = _rels(relations)
    parts["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>'
    )
    return write_package({name: text.encode() for name, text in parts.items()} | (extra or {}))


def _rels(content):
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{content}</Relationships>'


def _core(title):
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></cp:coreProperties>'
    )


def compiled(*layers, filters=FILTERS):
    """Compile layers of one pack, most specific first."""
    sources = [LayerSource(f"mau-{place}.docx", "goi", data) for place, data in enumerate(layers)]
    return compile_template(sources, filters)


def produced(data, context=None, *, draft=False, filters=FILTERS):
    """Compile and render; gives the .docx."""
    return to_bytes(render(compiled(data, filters=filters), context or {}, draft=draft, filters=filters))


def read_part(data, name="word/document.xml"):
    """A part of a .docx as text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def words(element):
    """The text of a paragraph or note: tabs, line breaks, references as `[1]`."""
    out = []
    for item in element.iter():
        name = item.tag.removeprefix(W)
        if name == "t":
            out.append(item.text or "")
        elif name == "footnoteReference":
            out.append(f"[{item.get(W + 'id')}]")
        elif name in ("br", "tab"):
            out.append({"br": "\n", "tab": "\t"}[name])
    return "".join(out)


def paragraphs(data, name="word/document.xml"):
    """The texts of all paragraphs of a part."""
    return [words(item) for item in ET.fromstring(read_part(data, name)).iter(W + "p")]


def spoken(data, name="word/document.xml"):
    """The texts of the paragraphs that say something; Word hides those of a cell merged with the one above."""
    root = ET.fromstring(read_part(data, name))
    merged = [
        cell
        for cell in root.iter(W + "tc")
        if (merge := cell.find(f"{W}tcPr/{W}vMerge")) is not None and merge.get(W + "val") != "restart"
    ]
    hidden = {item for cell in merged for item in cell.iter(W + "p")}
    return [words(item) for item in root.iter(W + "p") if item not in hidden and words(item).strip()]


def notes_of(data):
    """The notes by id, each a list of paragraph texts."""
    root = ET.fromstring(read_part(data, "word/footnotes.xml"))
    return {
        item.get(W + "id"): [words(paragraph) for paragraph in item.iter(W + "p")]
        for item in root.iter(W + "footnote")
        if item.get(W + "type") is None
    }


class Text(SimpleNamespace):
    """A text of the data, as `baocao.derive` makes them."""

    la_van_ban = True

    def __init__(self, markdown, **notes):
        super().__init__(markdown=markdown, notes=notes)
