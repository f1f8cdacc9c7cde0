"""What a package needs so that notes can be printed: part, type, relationship, settings, styles, separators.

Done once at compile time: the render only writes the notes between `NoteShell.head` and `NoteShell.tail`.
Sources: ECMA-376 part 1, 17.11 (footnotes), 17.15 (settings), 17.6.17 (order in `w:sectPr`).
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, MutableMapping, Sequence
from copy import deepcopy

from lxml import etree

from baocao.errors import Where
from baocao.ooxml.names import CONTENT_TYPES, DOCUMENT_RELATIONSHIPS, FOOTNOTES, SETTINGS, STYLES
from baocao.ooxml.xml import DECLARATION, R
from baocao.template.compiled import NoteShell
from baocao.template.ooxml_tree import Element, insert_in_order, make, parse, serialize, w

_TYPES_NS = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_REL_NS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_SETTINGS = (
    "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries"
    " displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData"
    " embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges"
    " bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors"
    " hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate linkStyles"
    " stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView trackRevisions"
    " doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme"
    " styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone"
    " doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders"
    " bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing"
    " drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery"
    " doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin"
    " doNotShadeFormData noPunctuationKerning characterSpacingControl printTwoOnOne"
    " strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture"
    " doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText"
    " doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags"
    " alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr"
)
_SETTINGS_ORDER = tuple(_SETTINGS.split())
_SECTION_ORDER = ("headerReference", "footerReference", "footnotePr")
_STYLE_XML = {
    "FootnoteText": (
        '<w:style w:type="paragraph" w:styleId="FootnoteText" {ns}><w:name w:val="footnote text"/>'
        '<w:link w:val="FootnoteTextChar"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
        '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        '<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>'
    ),
    "FootnoteTextChar": (
        '<w:style w:type="character" w:customStyle="1" w:styleId="FootnoteTextChar" {ns}>'
        '<w:name w:val="Footnote Text Char"/><w:link w:val="FootnoteText"/><w:uiPriority w:val="99"/>'
        '<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>'
    ),
    "FootnoteReference": (
        '<w:style w:type="character" w:styleId="FootnoteReference" {ns}><w:name w:val="footnote reference"/>'
        '<w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    ),
}
_TIGHT = '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p>{_TIGHT}<w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for kind, number in (("separator", -1), ("continuationSeparator", 0))
)


def furnish(parts: MutableMapping[str, bytes], documents: Sequence[Element], where: Where) -> NoteShell:
    """Make the package and all sections ready for notes; the first document is the package's own."""
    name = _ensure_notes_part(parts, where)
    settings = _settings(parts, where)
    for section in (item for root in documents for item in root.iter(w("sectPr"))):
        _furnish_section(section, settings)
    text_style, reference_style = _styles(parts, where)
    head = _head(documents[0], parts.get(name), where)
    parts[name] = f"{head}</w:footnotes>".encode()
    return NoteShell(name, head, "</w:footnotes>", text_style, reference_style)


def notes_part(parts: Mapping[str, bytes], where: Where) -> str:
    """The part that holds the notes, or "" when the package has none."""
    if DOCUMENT_RELATIONSHIPS not in parts:
        return ""
    return related_part(parse(parts[DOCUMENT_RELATIONSHIPS], where), "footnotes")


def _ensure_notes_part(parts: MutableMapping[str, bytes], where: Where) -> str:
    name = notes_part(parts, where)
    if not name:
        name = FOOTNOTES
        relationships = relationships_of(parts, DOCUMENT_RELATIONSHIPS, where)
        add_relationship(relationships, f"{R}/footnotes", "footnotes.xml")
        parts[DOCUMENT_RELATIONSHIPS] = serialize(relationships)
    declare_type(parts, name, f"{_WORD_TYPE}footnotes+xml", where)
    return name


def relationships_of(parts: Mapping[str, bytes], name: str, where: Where) -> Element:
    """The relationships of a part; none when it has no such file yet."""
    if name in parts:
        return parse(parts[name], where)
    return etree.fromstring(f'<Relationships xmlns="{_REL_NS[1:-1]}"/>')


def related_part(relationships: Element, kind: str) -> str:
    """The part of the document's first relationship of a kind ("footnotes"), or ""."""
    for item in relationships:
        if item.get("Type", "").rsplit("/", 1)[-1] == kind and item.get("TargetMode") != "External":
            return posixpath.normpath(posixpath.join("word", item.get("Target", ""))).lstrip("/")
    return ""


def add_relationship(relationships: Element, kind: str, target: str, external: bool = False) -> str:
    """Add a relationship; gives its new id."""
    taken = {item.get("Id") for item in relationships}
    number = next(n for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
    item = etree.SubElement(
        relationships, _REL_NS + "Relationship", Id=f"rId{number}", Type=kind, Target=target
    )
    if external:
        item.set("TargetMode", "External")
    return f"rId{number}"


def declare_type(parts: MutableMapping[str, bytes], name: str, content_type: str, where: Where) -> None:
    """State the content type of a part, replacing another one stated for it."""
    types = parse(parts[CONTENT_TYPES], where)
    for item in types.findall(_TYPES_NS + "Override"):
        if item.get("PartName") == f"/{name}":
            types.remove(item)
    etree.SubElement(types, _TYPES_NS + "Override", PartName=f"/{name}", ContentType=content_type)
    parts[CONTENT_TYPES] = serialize(types)


def _settings(parts: MutableMapping[str, bytes], where: Where) -> Element:
    """Ensure `w:footnotePr` with the two separators in the settings; gives it. A report tracks no changes."""
    if SETTINGS not in parts:
        parts[SETTINGS] = f'{DECLARATION}<w:settings xmlns:w="{w("")[1:-1]}"/>'.encode()
        declare_type(parts, SETTINGS, f"{_WORD_TYPE}settings+xml", where)
        relationships = relationships_of(parts, DOCUMENT_RELATIONSHIPS, where)
        add_relationship(relationships, f"{R}/settings", "settings.xml")
        parts[DOCUMENT_RELATIONSHIPS] = serialize(relationships)
    root = parse(parts[SETTINGS], where)
    for tracking in root.findall(w("trackRevisions")):
        root.remove(tracking)
    old = root.find(w("footnotePr"))
    properties = deepcopy(old) if old is not None else make("footnotePr")
    for item in properties.findall(w("footnote")):
        properties.remove(item)
    for number in ("-1", "0"):
        properties.append(make("footnote", id=number))
    insert_in_order(root, properties, _SETTINGS_ORDER)
    parts[SETTINGS] = serialize(root)
    return properties


def _furnish_section(section: Element, settings: Element) -> None:
    """Section settings override those of the document, and LibreOffice 7.4 obeys only these: state both."""
    if section.find(w("footnotePr")) is not None:
        return
    own = make("footnotePr")
    own.extend([deepcopy(item) for item in settings if item.tag != w("footnote")])
    if not len(own):
        own.append(make("numFmt", val="decimal"))
    insert_in_order(section, own, _SECTION_ORDER)


def _styles(parts: MutableMapping[str, bytes], where: Where) -> tuple[str, str]:
    """Ids of the styles of note text and reference; made when missing, never changed."""
    root = parse(parts[STYLES], where)
    text = _style_id(root, "footnote text")
    reference = _style_id(root, "footnote reference")
    if text and reference:
        return text, reference
    for name in (["FootnoteText", "FootnoteTextChar"] if not text else []) + (
        [] if reference else ["FootnoteReference"]
    ):
        root.append(etree.fromstring(_STYLE_XML[name].replace("{ns}", f'xmlns:w="{w("")[1:-1]}"')))
    parts[STYLES] = serialize(root)
    return text or "FootnoteText", reference or "FootnoteReference"


def _style_id(root: Element, name: str) -> str:
    for style in root.iter(w("style")):
        found = style.find(w("name"))
        if found is not None and found.get(w("val"), "").lower() == name:
            return str(style.get(w("styleId")))
    return ""


def _head(document: Element, data: bytes | None, where: Where) -> str:
    """Everything of the notes part before the first note; the namespaces are those of the document too."""
    root = parse(data, where) if data is not None else None
    spaces = dict(document.nsmap)
    for prefix, uri in (root.nsmap if root is not None else {}).items():
        spaces.setdefault(prefix, uri)
    shell = etree.Element(w("footnotes"), nsmap=spaces)
    ignorable = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
    if document.get(ignorable):
        shell.set(ignorable, document.get(ignorable))
    separators = _valid_separators(root)
    for item in separators:
        shell.append(item)
    text: str = etree.tostring(shell, encoding="unicode")
    if not separators:
        text = text.removesuffix("/>") + ">" + _SEPARATORS
    return DECLARATION + text.removesuffix("</w:footnotes>")


def _valid_separators(root: Element | None) -> list[Element]:
    """The two separators as the template has them, when they are sound: own ids, a sign, no number sign."""
    found: list[Element] = []
    for kind, number in (("separator", "-1"), ("continuationSeparator", "0")):
        notes = [] if root is None else [n for n in root.findall(w("footnote")) if n.get(w("type")) == kind]
        sound = (
            len(notes) == 1
            and len(list(notes[0].iter(w(kind)))) == 1
            and not list(notes[0].iter(w("footnoteRef")))
        )
        if not sound:
            return []
        notes[0].set(w("id"), number)
        notes[0].tail = None
        found.append(notes[0])
    return found


def part_names(parts: MutableMapping[str, bytes]) -> list[str]:
    """Parts whose text may hold tags, besides the document."""
    return [
        name
        for name in parts
        if name == "docProps/core.xml"
        or (name.startswith(("word/header", "word/footer", "word/endnotes")) and name.endswith(".xml"))
    ]
