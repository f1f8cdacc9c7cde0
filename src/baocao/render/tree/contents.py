"""Tables of contents of a finished document: an entry for each printed heading, with its number.

An entry leaves its page empty until `paged` has put it in (`baocao.paging`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

from baocao.ooxml.bookmarks import CONTENTS_NAMES
from baocao.ooxml.fields import field_of_words
from baocao.ooxml.xml import text_runs
from baocao.render.tree.bookmarks import Bookmarks
from baocao.render.tree.outline import Head, Outline
from baocao.render.tree.trees import elements_of, part_of, tree_of
from baocao.template.ooxml_tree import Element, ancestor, make, w
from baocao.template.word_fields import Field, fields_of

_RANGE = re.compile(r'\\o\s*"?(\d)\s*-\s*(\d)')
_STRANGE = frozenset({"a", "b", "c", "d", "f", "l", "s", "t"})
"""Switches of tables that are made of something else than headings."""
_LINKED = frozenset({"REF", "NOTEREF", "TOC", "PAGEREF", "HYPERLINK"})


def write_contents(document: Element, outline: Outline, bookmarks: Bookmarks, styles: Element) -> None:
    """Put the printed headings into every table of contents made of headings. styles: of the package."""
    names = {_style_name(item): item for item in styles.iter(w("style"))}
    for table in [item for item in fields_of(document) if _is_contents(item)]:
        low, high = _levels(table)
        heads = [head for head in outline.heads if low <= head.depth <= high and _entry_words(head)]
        first, last = (ancestor(run, w("p")) for run in (table.begin, table.end))
        if first is None or last is None or first.getparent() is not last.getparent():
            continue
        looks = _Looks(_own_looks(first, last), names, _text_width(document, first))
        _write(table, first, last, [_Entry(head, bookmarks) for head in heads], looks)


class _Entry:
    """A heading as it stands in a table of contents. name: of the bookmark round it."""

    def __init__(self, head: Head, bookmarks: Bookmarks) -> None:
        self.level = head.depth
        self.words = _entry_words(head)
        self.name = bookmarks.for_contents(head.paragraph)


def _is_contents(item: Field) -> bool:
    switches = {word[:1] for word in item.switches}
    return item.kind == "TOC" and item.separate is not None and not switches & _STRANGE


def _levels(table: Field) -> tuple[int, int]:
    found = _RANGE.search(table.instruction)
    return (int(found[1]), int(found[2])) if found else (1, 9)


def _entry_words(head: Head) -> str:
    """The number and the words of a heading on one line, as Word puts them into the table."""
    words = f"{head.label} {head.words}" if head.span is None and head.label else head.words
    return " ".join(words.split())


def _write(table: Field, first: Element, last: Element, entries: Sequence[_Entry], looks: _Looks) -> None:
    """The paragraphs from the first to the last one of the table anew."""
    signs = _signs(table)
    tail = _after(table, last)
    home = first.getparent()
    for item in list(_from_to(first, last)):
        if item is not first:
            home.remove(item)
    made = [_paragraph(entry, looks.of(entry.level)) for entry in entries] or [make("p")]
    start = 0 if made[0].find(w("pPr")) is None else 1
    for place, sign in enumerate(signs):
        made[0].insert(start + place, sign)
    if (breaks := first.find(f"{w('pPr')}/{w('pageBreakBefore')}")) is not None and start:
        made[0].find(w("pPr")).insert(1, breaks)
    closing = make("p")
    closing.extend(tail)
    for item in (*made, closing):
        first.addprevious(item)
    home.remove(first)


def _signs(table: Field) -> list[Element]:
    """The runs up to the one that parts code and entries."""
    runs: list[Element] = [table.begin]
    while runs[-1] is not table.separate and (after := runs[-1].getnext()) is not None:
        runs.append(after)
    return runs


def _after(table: Field, last: Element) -> list[Element]:
    """What stands in the last paragraph from the end of the field on, and its properties."""
    properties = last.find(w("pPr"))
    ended = [table.end, *table.end.itersiblings()] if table.end is not None else []
    return [*([] if properties is None or _style_of(last) else [properties]), *ended]


def _from_to(first: Element, last: Element) -> Iterator[Element]:
    item = first
    while item is not None:
        yield item
        if item is last:
            return
        item = item.getnext()


@dataclass(frozen=True, slots=True)
class _Looks:
    """How entries look. own: the author's entries by the id of their style. styles: by name. width: of the
    text on the page, in twips; None when it is not known.
    """

    own: Mapping[str, Element]
    styles: Mapping[str, Element]
    width: int | None

    def of(self, level: int) -> Element:
        """The properties of an entry: as the author's table has them, or the style with dots to the page."""
        style = self.styles.get(f"toc {level}")
        ident = "" if style is None else style.get(w("styleId"), "")
        if ident in self.own:
            return self._kept(self.own[ident])
        properties = make("pPr")
        if style is not None:
            named = make("pStyle")
            named.set(w("val"), ident)
            properties.append(named)
        has_tabs = style is not None and style.find(f"{w('pPr')}/{w('tabs')}") is not None
        if self.width is not None and not has_tabs:
            tabs = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{self.width}"/></w:tabs>'
            properties.extend(elements_of(tabs))
        return properties

    def _kept(self, own: Element) -> Element:
        kept = deepcopy(own)
        for name in ("pageBreakBefore", "sectPr"):
            for item in kept.findall(w(name)):
                kept.remove(item)
        return kept


def _own_looks(first: Element, last: Element) -> dict[str, Element]:
    return {_style_of(item): item.find(w("pPr")) for item in _from_to(first, last) if _style_of(item)}


def _text_width(document: Element, paragraph: Element) -> int | None:
    """Of the page on which a paragraph stands, in twips: its section is the one that ends next."""
    reached = False
    for item in document.iter(w("p"), w("sectPr")):
        reached = reached or item is paragraph
        if reached and item.tag == w("sectPr"):
            return _width_of(item)
    return None


def _width_of(section: Element) -> int | None:
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if size is None or margins is None:
        return None
    told = [size.get(w("w"), ""), *(margins.get(w(side), "0") for side in ("left", "right", "gutter"))]
    if not all(item.isdecimal() for item in told):
        return None
    page, *taken = map(int, told)
    return page - sum(taken)


def _paragraph(entry: _Entry, look: Element) -> Element:
    page = field_of_words(f"PAGEREF {entry.name} \\h", "")
    words = text_runs(f"{entry.words}\t")
    link = f'<w:hyperlink w:anchor="{entry.name}" w:history="1">{words}{page}</w:hyperlink>'
    paragraph = make("p")
    paragraph.append(look)
    paragraph.extend(elements_of(link))
    return paragraph


def _style_of(paragraph: Element) -> str:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if style is None else str(style.get(w("val"), ""))


def _style_name(style: Element) -> str:
    name = style.find(w("name"))
    return "" if name is None else str(name.get(w("val"), "")).lower()


# Pages.


def paged(document: str, pages: Sequence[str]) -> str:
    """A finished document with the pages in its entries, in their order."""
    root = tree_of(document)
    for item, page in zip(_entries_of(root), pages, strict=True):
        item.show(page)
    return part_of(root, document)


def probes(texts: Mapping[str, str]) -> tuple[dict[str, str], int]:
    """Copies for LibreOffice of the parts that have fields or links; how many entries there are in all."""
    copies, entries = dict[str, str](), 0
    for name, text in texts.items():
        if "<w:instrText" in text or "<w:hyperlink" in text:
            copies[name], found = _probe(text)
            entries += found
    return copies, entries


def _probe(part: str) -> tuple[str, int]:
    """A copy of a part for LibreOffice to lay out, whose only live references are the pages of entries; how
    many there are.

    LibreOffice keeps the pages inside of a TOC field as they stand, and reckons a PAGEREF outside of one; the
    links of its PDF tell the words of each. All other fields and links become their words.
    """
    root = tree_of(part)
    entries = _entries_of(root)
    kept = {item.begin for item in entries}
    for item in fields_of(root):
        if item.kind in _LINKED and item.begin not in kept:
            _unlink(item)
    for holder in list(root.iter(w("hyperlink"), w("sdt"))):
        _unwrap(holder)
    return part_of(root, part), len(entries)


def _entries_of(document: Element) -> list[Field]:
    """The pages of the entries that were written here, in order."""
    return [
        item
        for item in fields_of(document)
        if item.kind == "PAGEREF" and item.argument().startswith(CONTENTS_NAMES)
    ]


def _unlink(item: Field) -> None:
    if item.separate is None or item.end is None:
        return
    for run in (*_signs(item), item.end):
        if run.getparent() is not None and run.find(w("br")) is None:
            run.getparent().remove(run)


def _unwrap(holder: Element) -> None:
    content = holder.find(w("sdtContent")) if holder.tag == w("sdt") else holder
    for item in list(() if content is None else content):
        holder.addprevious(item)
    holder.getparent().remove(holder)
