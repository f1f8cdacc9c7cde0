"""The table of contents: repeats headings that stand elsewhere, so it is neither text nor headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from baocao.conformance.appearance import Element
from baocao.conformance.components.words import fold
from baocao.conformance.paper import Block, Paragraph
from baocao.template.ooxml_tree import w

_GALLERY = "Table of Contents"
_TITLE = "muc luc"


def contents_of(blocks: Sequence[Block]) -> frozenset[int]:
    """The ids of the paragraphs of tables of contents: those of their fields, the title right above, and
    whatever stands in Word's building block of that kind.
    """
    found: set[int] = set()
    above: Paragraph | None = None
    fields: list[str] = []
    for block in blocks:
        if not isinstance(block, Paragraph):
            continue
        opened = any(map(_is_contents, fields))
        inside = list(_fields_after(block.element, fields))
        if opened or any(map(_is_contents, inside)) or _in_gallery(block.element):
            found.add(id(block))
            if above is not None and fold(above.text).strip(" .:") == _TITLE:
                found.add(id(above))
        above = block
    return frozenset(found)


def _fields_after(paragraph: Element, fields: list[str]) -> Iterator[str]:
    """The instructions of the fields that begin in a paragraph; `fields` is left with those still open."""
    for item in paragraph.iter(w("fldChar"), w("instrText")):
        if item.tag == w("instrText"):
            if fields:
                fields[-1] += item.text or ""
                yield fields[-1]
        elif item.get(w("fldCharType")) == "begin":
            fields.append("")
        elif item.get(w("fldCharType")) == "end" and fields:
            fields.pop()


def _is_contents(instruction: str) -> bool:
    return instruction.split()[:1] == ["TOC"]


def _in_gallery(paragraph: Element) -> bool:
    galleries = (
        gallery.get(w("val"))
        for control in paragraph.iterancestors(w("sdt"))
        for gallery in control.iterfind(f"{w('sdtPr')}/{w('docPartObj')}/{w('docPartGallery')}")
    )
    return _GALLERY in galleries
