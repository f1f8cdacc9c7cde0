"""Appendices: titles that say again "Phụ lục", which the engine prints above them, and where they end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from baocao.errors import Finding, finding
from baocao.lint.word_file import Sheet, WordFile, words_of
from baocao.ooxml.captions import SAYS_APPENDIX
from baocao.ooxml.names import STYLES
from baocao.template.ooxml_tree import Element, own_descendants, w
from baocao.template.sequences import numbers_appendix
from baocao.template.word_fields import fields_among

_STATEMENT = "{%"
_NO_TITLE = re.compile(r"\(.*\)|(?:phụ\s+lục\s+(?:này\s+)?)?(?:ban\s+hành\s+)?kèm\s+theo\b.*", re.IGNORECASE)
"""What may stand between the number of an appendix and its title: a remark in brackets, what it goes with."""
_COUNTED = re.compile(r"⟦(?:a\)|thứ)⟧")


def appendix_findings(sheet: Sheet) -> Iterator[Finding]:
    """The title is the first paragraph with words below the number of an appendix; statements are none."""
    waits = False
    for paragraph in sheet.paragraphs():
        words = words_of(paragraph).strip()
        if _begins(paragraph):
            waits = True
        elif waits and words and not words.startswith(_STATEMENT) and not _NO_TITLE.fullmatch(words):
            waits = False
            if found := SAYS_APPENDIX.match(words):
                yield finding("phu-luc-hai-lan", sheet.places.where(paragraph, words[:60]), chu=found[0])
        waits = waits and _section_end(paragraph) is None


def _begins(paragraph: Element) -> bool:
    return any(map(numbers_appendix, fields_among(own_descendants(paragraph))))


def _section_end(paragraph: Element) -> Element | None:
    """The properties of the section that ends with a paragraph."""
    found: Element | None = paragraph.find(f"{w('pPr')}/{w('sectPr')}")
    return found


def turned_findings(file: WordFile) -> Iterator[Finding]:
    """The first counted heading on or behind landscape pages that follow the upright section of an appendix.

    An appendix ends with its section (`baocao.render.order`, `baocao.render.tree.appendices`), so its
    headings behind that one count on from the report's. Behind a section of the same direction the report
    goes on: that is what noi-dung.md makes.
    """
    if (sheet := file.document) is None or not file.levels:
        return
    sections = (item for item in sheet.root.iter(w("sectPr")) if item.getparent().tag != w("sectPrChange"))
    turned = [*map(_is_landscape, sections)]
    numbered = _numbered_styles(file)
    began, at = None, 0
    for paragraph in sheet.paragraphs():
        if _begins(paragraph):
            began = at
        cut = began is not None and at > began and turned[began : began + 2] == [False, True]
        if cut and _is_counted(paragraph, sheet, numbered):
            began = None
            words = words_of(paragraph).strip()
            yield finding("phu-luc-cat-ngang", sheet.places.where(paragraph, words[:60]))
        at += _section_end(paragraph) is not None


def _is_landscape(section: Element) -> bool:
    size = section.find(w("pgSz"))
    return size is not None and size.get(w("orient")) == "landscape"


def _numbered_styles(file: WordFile) -> frozenset[str]:
    """The styles of headings that Word numbers."""
    lists = (
        (style.get(w("styleId"), ""), style.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}"))
        for style in file.tree(STYLES).iter(w("style"))
    )
    return frozenset(
        name for name, listed in lists if listed is not None and listed.get(w("val")) != "0"
    ) & frozenset(file.levels)


def _is_counted(paragraph: Element, sheet: Sheet, numbered: frozenset[str]) -> bool:
    if not sheet.places.heading_level(paragraph):
        return False
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return _COUNTED.search(words_of(paragraph)) is not None or (
        style is not None and style.get(w("val"), "") in numbered
    )
