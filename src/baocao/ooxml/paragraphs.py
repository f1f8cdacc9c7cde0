"""Markdown values into WordprocessingML: runs, paragraphs and the paragraphs of a footnote. Pure strings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from baocao.ooxml.inlines import BOLD, ITALIC, SUB, CrossRef, Inline, NoteRef, RichTag, Span
from baocao.ooxml.markdown import Block, BlockKind
from baocao.ooxml.xml import escape_content, text_runs

NoteWriter = Callable[[str], str]
"""Given the name of a note, registers it and gives the run that refers to it."""

CrossRefWriter = Callable[[CrossRef, str], str]
"""Given a reference by name and the content of `w:rPr`, gives the runs that print it."""

STYLES: Mapping[BlockKind, str] = {
    BlockKind.PARAGRAPH: "ThanBai",
    BlockKind.BULLET: "GachDau",
    BlockKind.SUB_BULLET: "GachCong",
}
"""Paragraph styles of the blocks of a text in the body."""

FOOTNOTE_STYLE = "FootnoteText"
FOOTNOTE_REF = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'

_PROPERTY = re.compile(r"<w:(\w+)[^>]*/>")
_SCHEMA_ORDER = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid"
    " vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl"
    " cs em lang eastAsianLayout specVanish oMath"
)
_PLACE = {name: place for place, name in enumerate(_SCHEMA_ORDER.split())}
_LOOKS = {
    BOLD: ("b", "<w:b/>"),
    ITALIC: ("i", "<w:i/>"),
    SUB: ("vertAlign", '<w:vertAlign w:val="subscript"/>'),
}


def no_notes(name: str) -> str:
    """For places that cannot hold a footnote; raises `ValueError` naming the note."""
    raise ValueError(f"a footnote cannot stand here: {name}")


def as_typed(reference: CrossRef, properties: str) -> str:
    """For places that know no names: a reference stays as it was typed."""
    return text_runs(f"[@{reference.name}{'|so' * reference.number_only}]", properties)


def runs_xml(
    inlines: Iterable[Inline],
    base_rpr: str = "",
    note_ref: NoteWriter = no_notes,
    cross_ref: CrossRefWriter = as_typed,
) -> str:
    """The runs of a paragraph. `base_rpr`: run properties (XML) that every run has besides its own look."""
    return "".join(_run(item, base_rpr, note_ref, cross_ref) for item in inlines)


def styled_paragraph(style: str, runs: str, ppr: str = "") -> str:
    """`runs` as a `w:p` of a paragraph style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{ppr}</w:pPr>{runs}</w:p>'


def note_xml(
    blocks: Sequence[Block],
    style: str = FOOTNOTE_STYLE,
    note_ref: NoteWriter = no_notes,
    cross_ref: CrossRefWriter = as_typed,
) -> str:
    """The paragraphs of one footnote; the first carries the number and a space."""
    lead = FOOTNOTE_REF + text_runs(" ")
    written = (runs_xml(block.inlines, note_ref=note_ref, cross_ref=cross_ref) for block in blocks)
    paragraphs = [styled_paragraph(style, runs) for runs in written]
    if paragraphs:
        paragraphs[0] = paragraphs[0].replace("</w:pPr>", "</w:pPr>" + lead, 1)
    return "".join(paragraphs)


@lru_cache(maxsize=256)
def run_properties(base_rpr: str, flags: int) -> str:
    """Run properties of a look (`BOLD | ITALIC | SUB`) on top of `base_rpr`, in the order of the schema."""
    found = {match.group(1): match.group() for match in _PROPERTY.finditer(base_rpr)}
    found |= dict(look for flag, look in _LOOKS.items() if flags & flag)
    return "".join(found[name] for name in sorted(found, key=_PLACE.__getitem__))


def _run(item: Inline, base_rpr: str, note_ref: NoteWriter, cross_ref: CrossRefWriter) -> str:
    if isinstance(item, NoteRef):
        return note_ref(item.name)
    flags = BOLD * item.bold | ITALIC * item.italic | SUB * item.sub
    properties = run_properties(base_rpr, flags) if flags or base_rpr else ""
    if isinstance(item, CrossRef):
        return cross_ref(item, properties)
    return text_runs(item.text, properties) if isinstance(item, Span) else _tag_run(item, properties)


def _tag_run(tag: RichTag, properties: str) -> str:
    """A run that the template compiler replaces as a whole by runs in its look."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape_content(tag.source)}</w:t></w:r>'
