"""The sections of a finished document: one whose content has dropped out takes its break with it.

A section's properties stand in the last paragraph of the section, those of the last section at the end of the
body (ECMA-376 part 1, 17.6.17 and 17.6.18). So a section that prints nothing is an empty page, until its
`w:sectPr` goes too; when the last one prints nothing, the properties of the one before become the document's.
See NOTES.md of the room `ooxml`, "Sections". Strings only: this is the hot path.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_BODY = re.compile(r"<w:body(?: [^<>]*)?>")
_SECTION = re.compile(r"<w:sectPr(?: [^<>]*)?(?:/>|>.*?</w:sectPr>)", re.DOTALL)
_PARAGRAPH_EDGE = re.compile(r"<w:p(?: [^<>]*)?(/?)>|</w:p>")
_SEEN = re.compile(
    r"<w:t(?: [^<>]*)?>[^<]*[^<\s]|<w:(?:tbl|drawing|pict|object|sym|footnoteReference|endnoteReference"
    r"|fldSimple|instrText|altChunk)[ />]|<m:oMath"
)
_FLAT_PARAGRAPH = re.compile(r"<w:p(?: [^<>]*)?(?:/>|>(?:(?!<w:p[ >]).)*?</w:p>)", re.DOTALL)
_RANGE_MARK = re.compile(r"<w:bookmark(?:Start|End) [^<>]*/>")
_ENDS_WITH_TABLE = re.compile(r"</w:tbl>\s*(?:<w:bookmark(?:Start|End) [^<>]*/>\s*)*\Z")
_REFERENCE = re.compile(r"<w:(?:header|footer)Reference [^<>]*/>")
_TYPE = re.compile(r' w:type="(\w+)"')
_FIRST_PAGE = re.compile(r"<w:titlePg(?: [^<>]*)?/>")
_COUNTS_AGAIN = re.compile(r"<w:pgNumType [^<>]*w:start=")
_OPENING = re.compile(r"<w:sectPr(?: [^<>]*)?/?>")

References = dict[tuple[str, str], str]
"""The header and footer references of a section, by element and type ("default", "first", "even")."""


@dataclass(slots=True)
class _Section:
    """A section as it stands in the text, up to and with the paragraph that carries its properties.

    content: what stands before that paragraph; carrier: the paragraph, "" for the last section. typed: the
    properties as they stand there; properties: as they shall be.
    """

    content: str
    carrier: str
    typed: str
    properties: str = field(init=False)
    seen: bool = field(init=False)

    def __post_init__(self) -> None:
        self.properties = self.typed
        self.seen = bool(_SEEN.search(self.content) or _SEEN.search(self.carrier))


def settle_sections(document: str) -> str:
    """The document without the sections that print nothing; a document that prints nothing stays.

    A header or footer that the next section took from a dropped one is still its own. A section that goes on
    counting pages does not hide the number of its first page as the document's first section does.
    """
    parts = _parted(document) if document.count("<w:sectPr") > 1 else None
    if parts is None:
        return document
    head, sections, tail = parts
    if not any(section.seen for section in sections):
        return document
    _settle_references(sections)
    return head + "".join(_written(sections)) + tail


def _parted(document: str) -> tuple[str, list[_Section], str] | None:
    """What stands before the sections, the sections, what stands behind; None for no whole body."""
    body = _BODY.search(document)
    *breaks, last = _SECTION.finditer(document)
    if body is None or document.find("</w:p>", last.end()) >= 0:
        return None
    sections: list[_Section] = []
    at = body.end()
    for found in breaks:
        start = max(document.rfind("<w:p>", at, found.start()), document.rfind("<w:p ", at, found.start()))
        if start < 0:
            return None
        end = _end_of_paragraph(document, start)
        sections.append(_Section(document[at:start], document[start:end], found.group()))
        at = end
    sections.append(_Section(document[at : last.start()], "", last.group()))
    return document[: body.end()], sections, document[last.end() :]


def _end_of_paragraph(document: str, start: int) -> int:
    """Where the paragraph that begins at `start` ends; text boxes hold paragraphs of their own."""
    depth = 0
    for edge in _PARAGRAPH_EDGE.finditer(document, start):
        if edge.group() == "</w:p>":
            depth -= 1
        elif not edge.group(1):
            depth += 1
        if not depth:
            return edge.end()
    return len(document)


def _settle_references(sections: list[_Section]) -> None:
    """Give each section that is printed what it took from dropped ones, and its first page its number."""
    inherited: References = {}
    shown: References = {}
    first = True
    for section in sections:
        own = _references(section.properties)
        inherited |= own
        if not section.seen:
            continue
        before, shown = shown, shown | inherited
        goes_on = not first and not _COUNTS_AGAIN.search(section.properties)
        lacking = {key: xml for key, xml in inherited.items() if key not in own}
        section.properties = _with_references(section.properties, lacking)
        if goes_on and _first_page(before) == _first_page(shown):
            section.properties = _FIRST_PAGE.sub("", section.properties)
        inherited, first = {}, False


def _references(properties: str) -> References:
    found = _REFERENCE.findall(properties)
    return {(xml[3:9], kind.group(1) if (kind := _TYPE.search(xml)) else "default"): xml for xml in found}


def _first_page(shown: References) -> tuple[str | None, str | None]:
    return shown.get(("header", "first")), shown.get(("footer", "first"))


def _with_references(properties: str, lacking: References) -> str:
    """References come first of all in a `w:sectPr`."""
    if not lacking:
        return properties
    opening = _OPENING.match(properties).group()  # type: ignore[union-attr]  # it is one
    if opening.endswith("/>"):
        return f"{opening[:-2]}>{''.join(lacking.values())}</w:sectPr>"
    return opening + "".join(lacking.values()) + properties[len(opening) :]


def _written(sections: list[_Section]) -> Iterator[str]:
    last = max(place for place, section in enumerate(sections) if section.seen)
    for place, section in enumerate(sections):
        if not section.seen:
            yield _without_paragraphs(section.content + section.carrier)
        elif place < last or not section.carrier:
            before, _, after = section.carrier.partition(section.typed)
            yield section.content + before + section.properties * bool(section.carrier) + after
        else:
            yield section.content + _without_properties(section)
    yield sections[last].properties


def _without_properties(section: _Section) -> str:
    """The paragraph that ended what is now the last section. An empty one goes, unless a table needs it."""
    if _SEEN.search(section.carrier) or _ENDS_WITH_TABLE.search(section.content):
        return section.carrier.replace(section.typed, "", 1)
    return _without_paragraphs(section.carrier)


def _without_paragraphs(text: str) -> str:
    """Paragraphs that show nothing taken out; bookmarks stay."""
    return _FLAT_PARAGRAPH.sub(lambda found: "".join(_RANGE_MARK.findall(found.group())), text)
