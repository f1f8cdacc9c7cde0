"""The blocks of a template as Word made it: from the paragraph or row of its tag to that of its end.

Read on a copy whose torn tags were made whole by the compiler's own steps; what is given stands in the tree
as it was, so that it can be copied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass

from baocao.errors import PackError, Where, stops
from baocao.ooxml.names import DOCUMENT, part_label
from baocao.template.flow import read_flow
from baocao.template.joining import join_tags
from baocao.template.ooxml_tree import Element, make, own_descendants, w
from baocao.template.places import Places
from baocao.template.spots import stamp
from baocao.template.tag_places import Tag

_NAME = re.compile(r"block\s+(\w+)")
_EXTENDS = re.compile(r"extends\s+[\"']([^\"']*)[\"']")
_SUPER = re.compile(r"\bsuper\s*\(")
_MARKERS = ("block", "endblock", "extends")


@dataclass(frozen=True, slots=True)
class Span:
    """A block. first, last: paragraphs or rows of its two tags, siblings. outer: the block around, or ""."""

    name: str
    first: Element
    last: Element
    outer: str

    def content(self) -> list[Element]:
        """What stands between the two tags."""
        found: list[Element] = []
        item = self.first.getnext()
        while item is not None and item is not self.last:
            found.append(item)
            item = item.getnext()
        return found


@dataclass(frozen=True, slots=True)
class Outline:
    """What a document is made of. spans: blocks by name, in order. fixed: blocks inside a sentence or cell of
    a row, by name, with their place: they cannot be taken out. supers: paragraphs that print the block below.
    knots: places where `super()` stands inside other words. extends: the pack the document names, or "".
    """

    spans: Mapping[str, Span]
    fixed: Mapping[str, Where]
    supers: tuple[Element, ...]
    knots: tuple[tuple[Element, Where], ...]
    extends: str


def read_outline(document: Element, where: Where) -> Outline:
    """The blocks of a document. A tag of a block that shares its paragraph gets one of its own: that changes
    the tree, not what it prints. Raises `PackError` with every fault of its tags.
    """
    originals, tags = _tags(document, where)
    if _part_tags(originals, tags):
        originals, tags = _tags(document, where)
    spans: dict[str, Span] = {}
    fixed: dict[str, Where] = {}
    for tag, outer in _with_outer(tags):
        name = block_name(tag)
        if not name:
            continue
        first, last = (originals.owner(item) for item in (tag, tag.group.tags[-1] if tag.group else tag))
        if first is None or last is None:
            fixed.setdefault(name, originals.where(tag))
        else:
            spans.setdefault(name, Span(name, first, last, outer))
    supers, knots = _supers(originals, tags)
    extends = (match.group(1) for tag in tags if (match := _EXTENDS.match(tag.body)))
    return Outline(spans, fixed, supers, knots, next(extends, ""))


def block_name(tag: Tag) -> str:
    """The name of the block that a tag begins, or ""."""
    match = _NAME.match(tag.body) if tag.word == "block" else None
    return match.group(1) if match else ""


class _Originals:
    """From the tags of the copy back to the tree it was made of."""

    def __init__(self, document: Element, where: Where) -> None:
        self.copy = deepcopy(document)
        self.paragraphs = list(document.iter(w("p")))
        self.numbers = {item: number for number, item in enumerate(self.copy.iter(w("p")))}
        stamp(self.copy, DOCUMENT)
        self.places = Places(self.copy, where.but(part=part_label(DOCUMENT)), {})

    def paragraph(self, element: Element) -> Element:
        """The paragraph that an element of the copy is, stands in, or (a row) begins with."""
        inside = (item for item in (element, *element.iterancestors(), *element.iter(w("p"))))
        return self.paragraphs[next(self.numbers[item] for item in inside if item in self.numbers)]

    def owner(self, tag: Tag) -> Element | None:
        """The paragraph or row that gives way to a tag; None for a tag inside a sentence or of a cell."""
        if tag.inline or tag.owner.tag not in (w("p"), w("tr")):
            return None
        paragraph = self.paragraph(tag.owner)
        return paragraph if tag.owner.tag == w("p") else next(paragraph.iterancestors(w("tr")))

    def where(self, tag: Tag) -> Where:
        """The place of a tag in the reader's words."""
        return self.places.where(tag.owner)


def _tags(document: Element, where: Where) -> tuple[_Originals, list[Tag]]:
    originals = _Originals(document, where)
    faults = join_tags(originals.copy, originals.places)
    flow = read_flow(originals.copy, originals.places)
    faults += flow.findings
    if stops(faults):
        raise PackError(faults)
    return originals, flow.tags


def _part_tags(originals: _Originals, tags: list[Tag]) -> bool:
    """Where a block begins or ends among other tags, give each a paragraph of its own; whether any did."""
    by_owner: dict[Element, list[Tag]] = {}
    for tag in tags:
        if not tag.inline and tag.owner.tag == w("p"):
            by_owner.setdefault(tag.owner, []).append(tag)
    crowded = {
        owner: crowd
        for owner, crowd in by_owner.items()
        if len(crowd) > 1 and any(tag.word in _MARKERS for tag in crowd)
    }
    for owner, crowd in crowded.items():
        original = originals.paragraph(owner)
        for tag in crowd:
            if tag.word or tag.is_output:
                original.addprevious(_paragraph_like(original, tag))
        original.getparent().remove(original)
    return bool(crowded)


def _paragraph_like(original: Element, tag: Tag) -> Element:
    """A paragraph that holds one tag and looks like another paragraph."""
    paragraph, run, text = make("p"), make("r"), make("t")
    properties, look = original.find(w("pPr")), next(original.iter(w("rPr")), None)
    paragraph.extend([deepcopy(properties)] if properties is not None else [])
    run.extend([deepcopy(look)] if look is not None and look.getparent().tag == w("r") else [])
    text.text = f"{{{{p {tag.body} }}}}" if tag.is_output else f"{{%p {tag.body} %}}"
    run.append(text)
    paragraph.append(run)
    return paragraph


def _with_outer(tags: list[Tag]) -> Iterator[tuple[Tag, str]]:
    """Every tag with the block it stands in; that of the block itself for the tag that ends it."""
    around: list[str] = []
    for tag in tags:
        yield tag, around[-1] if around else ""
        if tag.word == "block":
            around.append(block_name(tag))
        elif tag.word == "endblock":
            around.pop()


def _supers(
    originals: _Originals, tags: list[Tag]
) -> tuple[tuple[Element, ...], tuple[tuple[Element, Where], ...]]:
    whole: list[Element] = []
    knots: list[tuple[Element, Where]] = []
    for tag in tags:
        if not _SUPER.search(tag.body):
            continue
        paragraph = originals.paragraph(tag.owner)
        if tag.is_output and not tag.inline and tag.body == "super()":
            whole.append(paragraph)
        else:
            knots.append((paragraph, originals.where(tag)))
    return tuple(whole), tuple(knots)


def is_extends(paragraph: Element) -> bool:
    """Whether a paragraph of the body says which pack the document extends."""
    return bool(re.search(r"\{%-?p?\s+extends\s", words_of(paragraph)))


def words_of(paragraph: Element) -> str:
    """The words of a paragraph, tags included, line breaks and tabs as spaces."""
    texts = (
        (item.text or "") if item.tag == w("t") else " "
        for item in own_descendants(paragraph)
        if item.tag in _SPOKEN
    )
    return "".join(texts)


_SPOKEN = frozenset(w(name) for name in ("t", "br", "tab", "cr"))
