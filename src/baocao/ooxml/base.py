"""A small clean Word package of our own, built from a format's data: what every `mau.docx` starts from."""

from __future__ import annotations

from collections.abc import Sequence

from baocao.formats import Format
from baocao.ooxml import names
from baocao.ooxml.contents import ENTRY_STYLE, contents_styles
from baocao.ooxml.fields import field_of_number
from baocao.ooxml.numbering import numbering_xml
from baocao.ooxml.styles import font_table_xml, styles_xml
from baocao.ooxml.theme import theme_xml
from baocao.ooxml.xml import DECLARATION, NAMESPACES, escape

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FIRST_HEADER_ID, _HEADER_ID = "rId7", "rId6"

_DOCUMENT_PARTS = (
    ("rId1", "styles", names.STYLES),
    ("rId2", "numbering", names.NUMBERING),
    ("rId3", "settings", names.SETTINGS),
    ("rId4", "fontTable", names.FONT_TABLE),
    ("rId5", "footnotes", names.FOOTNOTES),
    (_HEADER_ID, "header", names.HEADER),
    (_FIRST_HEADER_ID, "header", names.FIRST_HEADER),
    ("rId8", "theme", names.THEME),
)
_FIRST_ENTRY = f'<w:pStyle w:val="{ENTRY_STYLE(1)}"/>'
_NOTE_SETTINGS = '<w:numFmt w:val="decimal"/><w:numRestart w:val="continuous"/>'
_SEPARATORS = ((-1, "separator"), (0, "continuationSeparator"))
_COMPATIBILITY = (
    ("compatibilityMode", "15"),
    ("overrideTableStyleFontSizeAndJustification", "1"),
    ("enableOpenTypeFeatures", "1"),
    ("doNotFlipMirrorIndents", "1"),
    ("differentiateMultirowTableHeaders", "1"),
)


def base_parts(
    fmt: Format,
    headings: Sequence[str],
    body: str = "",
    *,
    notes: str = "",
    title: str = "",
    creator: str = "",
) -> dict[str, bytes]:
    """Every part of a package in the format `fmt`, by name.

    headings: form of each heading level, outermost first (`Manifest.headings`). body: block XML of the
    document, before the section properties. notes: `w:footnote` elements 1..N. title, creator: document
    properties. Raises `KeyError` for a heading form the format does not have.
    """
    parts = {
        names.CONTENT_TYPES: content_types_xml(),
        names.ROOT_RELATIONSHIPS: _root_relationships(),
        names.DOCUMENT: document_xml(fmt, body),
        names.DOCUMENT_RELATIONSHIPS: _relationships(
            *(
                (number, f"{_OFFICE}/relationships/{kind}", name.removeprefix("word/"))
                for number, kind, name in _DOCUMENT_PARTS
            )
        ),
        names.STYLES: styles_xml(fmt, headings, contents_styles(fmt) if _FIRST_ENTRY in body else ""),
        names.NUMBERING: numbering_xml(fmt, headings),
        names.SETTINGS: settings_xml(fmt),
        names.FONT_TABLE: font_table_xml(fmt),
        names.THEME: theme_xml(fmt),
        names.FOOTNOTES: footnotes_xml(notes),
        names.HEADER: _header(page_number_xml()),
        names.FIRST_HEADER: _header('<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p>'),
        names.CORE_PROPERTIES: core_properties_xml(fmt, title=title, creator=creator),
        names.APP_PROPERTIES: f'{DECLARATION}<Properties xmlns="{_OFFICE}/extended-properties">'
        "<Application>baocao</Application></Properties>",
    }
    return {name: text.encode() for name, text in parts.items()}


def _root_relationships() -> str:
    return _relationships(
        ("rId1", f"{_OFFICE}/relationships/officeDocument", names.DOCUMENT),
        ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", names.CORE_PROPERTIES),
        ("rId3", f"{_OFFICE}/relationships/extended-properties", names.APP_PROPERTIES),
    )


def document_xml(fmt: Format, body: str) -> str:
    """The part word/document.xml: `body`, then the properties of the last section."""
    return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}{section_xml(fmt)}</w:body></w:document>"


def section_xml(fmt: Format, *, landscape: bool = False, restart: bool = False, goes_on: bool = False) -> str:
    """A `w:sectPr` on a new page: margins, page number above except on its first page.

    landscape: the sheet turned, its margins with it. restart: pages count from 1 again (an appendix, PL
    I.III.1.đ). goes_on: in the middle of a document, its first page has a number too.
    """
    page = fmt.page
    width, height = page.width.chosen.twips, page.height.chosen.twips
    top, right, bottom, left = (side.chosen.twips for side in (page.top, page.right, page.bottom, page.left))
    edge = page.header.chosen.twips
    size = f'w:w="{width}" w:h="{height}"'
    if landscape:
        size = f'w:w="{height}" w:h="{width}" w:orient="landscape"'
    start = ' w:fmt="decimal" w:start="1"' if restart else ' w:fmt="decimal"'
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{_HEADER_ID}"/>'
        f'<w:headerReference w:type="first" r:id="{_FIRST_HEADER_ID}"/>'
        f'<w:footnotePr>{_NOTE_SETTINGS}</w:footnotePr><w:type w:val="nextPage"/><w:pgSz {size}/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="{edge}" '
        f'w:footer="{edge}" w:gutter="0"/><w:pgNumType{start}/>'
        f'<w:cols w:space="708"/>{"" if goes_on else "<w:titlePg/>"}</w:sectPr>'
    )


def settings_xml(fmt: Format) -> str:
    """The part word/settings.xml."""
    notes = "".join(f'<w:footnote w:id="{number}"/>' for number, _ in _SEPARATORS)
    compatibility = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in _COMPATIBILITY
    )
    return (
        f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/>'
        f'<w:defaultTabStop w:val="{fmt.first_line.chosen.twips}"/><w:autoHyphenation w:val="0"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f"<w:footnotePr>{_NOTE_SETTINGS}{notes}</w:footnotePr>"
        f'<w:compat>{compatibility}</w:compat><w:themeFontLang w:val="{fmt.language}"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def footnotes_xml(notes: str) -> str:
    """The part word/footnotes.xml: the separators Word wants, then `notes` (`w:footnote` elements 1..N)."""
    furniture = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in _SEPARATORS
    )
    return f"{DECLARATION}<w:footnotes {NAMESPACES}>{furniture}{notes}</w:footnotes>"


def page_number_xml() -> str:
    """The paragraph with the PAGE field, in style Header (PL I.I.7)."""
    return f'<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>{field_of_number("PAGE", "2")}</w:p>'


def core_properties_xml(fmt: Format, *, title: str = "", creator: str = "") -> str:
    """The part docProps/core.xml. It carries no dates: the same report has the same bytes on every day."""
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>'
        f"{escape(title)}</dc:title><dc:creator>{escape(creator)}</dc:creator>"
        f"<dc:language>{fmt.language}</dc:language></cp:coreProperties>"
    )


def content_types_xml() -> str:
    """The part [Content_Types].xml of the base package."""
    overrides = [(names.DOCUMENT, f"{_WORD_TYPE}.document.main+xml")]
    overrides += [
        (name, f"{_WORD_TYPE}.{kind}+xml") for _, kind, name in _DOCUMENT_PARTS if name != names.THEME
    ]
    overrides += [
        (names.THEME, "application/vnd.openxmlformats-officedocument.theme+xml"),
        (names.CORE_PROPERTIES, "application/vnd.openxmlformats-package.core-properties+xml"),
        (names.APP_PROPERTIES, "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    ]
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides)
        + "</Types>"
    )


def _header(content: str) -> str:
    return f"{DECLARATION}<w:hdr {NAMESPACES}>{content}</w:hdr>"


def _relationships(*items: tuple[str, str, str]) -> str:
    return (
        f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
        + "".join(f'<Relationship Id="{n}" Type="{kind}" Target="{target}"/>' for n, kind, target in items)
        + "</Relationships>"
    )
