"""The numbered paragraphs of a finished document: headings and list items, with the numbers Word prints.

The numbers are counted by `baocao.template.list_labels`, those that are typed ("a)", "Phần thứ nhất") are
read. Comes in: the document as a tree, all else settled; goes out: `Outline`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from baocao.errors import Where
from baocao.ooxml.names import NUMBERING, STYLES
from baocao.ooxml.package import Skeleton
from baocao.render.tree.appendices import appendix_of
from baocao.template.list_labels import Lists, Pointer, list_of
from baocao.template.ooxml_tree import Element, own_descendants, parse, w
from baocao.template.places import heading_levels

_TYPED = re.compile(
    r"\s*(?:((?:[Pp]hần|PHẦN)\s+(?:thứ\s+[^\n.:–-]+?|[IVXLC]+))(?=\s*(?:[\n.:–-]|$))"
    r"|(\d+(?:\.\d+)*|[IVXLC]+|[A-ZĐ]|[a-zđ])(?=[./)]\s))"
)
_POINT = re.compile(r"[a-zđ]")
_LIST_ITEM = 10
"""The depth of a numbered paragraph that is no heading: below all headings."""
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NO_CONTENTS = re.compile(r"TOC|MucLuc", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Head:
    """A paragraph that has a number or is a heading. depth: level of the heading, from 1.

    number: as a reference prints it, without what ends it, "" when it has none. span: where a typed number
    stands among the words, None when Word counts it. labels: the full labels of its list down to its own
    level, with the level of each.
    """

    paragraph: Element
    depth: int
    words: str
    number: str = ""
    label: str = ""
    span: tuple[int, int] | None = None
    listed: str = ""
    labels: Mapping[int, tuple[str, str]] = field(default_factory=dict)

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading, for Word's own table of contents."""
        return self.depth < _LIST_ITEM

    @property
    def title(self) -> str:
        """Its words without a typed number."""
        rest = self.words if self.span is None else self.words[self.span[1] :].lstrip(".)/: \t\n")
        return " ".join(rest.split())


@dataclass(slots=True)
class Outline:
    """The heads of a document in order. above: the numbered heads that each belongs to, outermost first.

    appendices: the paragraph "Phụ lục I" that each paragraph of an appendix belongs to.
    """

    heads: list[Head] = field(default_factory=list)
    above: dict[Head, tuple[Head, ...]] = field(default_factory=dict)
    by_paragraph: dict[Element, Head] = field(default_factory=dict)
    appendices: Mapping[Element, Element] = field(default_factory=dict)


def read_outline(document: Element, skeleton: Skeleton) -> Outline:
    """Count the paragraphs of a document."""
    reader = _Reader(skeleton)
    outline, path = Outline(appendices=appendix_of(document)), list[Head]()
    appendix: Element | None = None
    for paragraph in _paragraphs(document):
        if appendix is not (appendix := outline.appendices.get(paragraph)):
            path = []
        head = reader.head(paragraph)
        if head is None:
            continue
        if head.words.strip() or head.label:
            path = [item for item in path if item.depth < head.depth]
            outline.above[head] = tuple(item for item in path if item.number)
            outline.heads.append(head)
            outline.by_paragraph[paragraph] = head
            path.append(head)
    return outline


def _paragraphs(document: Element) -> Iterator[Element]:
    for paragraph in document.iter(w("p")):
        if next(paragraph.iterancestors(_FALLBACK), None) is None:
            yield paragraph


class _Reader:
    """Judges the paragraphs of one document, in order."""

    def __init__(self, skeleton: Skeleton) -> None:
        styles = skeleton.data(STYLES) if STYLES in skeleton else b"<styles/>"
        root = parse(styles, Where())
        self._levels = heading_levels(styles, Where())
        self._styles = {item.get(w("styleId")): item for item in root.iter(w("style"))}
        numbering = parse(skeleton.data(NUMBERING), Where()) if NUMBERING in skeleton else None
        self._lists = Lists(numbering, self._pointer, self._list_of_style)
        self._printed: dict[str, dict[int, tuple[str, str]]] = {}

    def head(self, paragraph: Element) -> Head | None:
        """The paragraph as a head; None for one without number and level."""
        depth = self._depth(paragraph)
        label = self._lists.label(paragraph)
        if label is None or label.bullet or not label.text.strip():
            return self._typed(paragraph, depth) if depth else None
        listed = self._pointer(paragraph)[0]
        level = int(label.level.get(w("ilvl"), "0"))
        kept = {at: item for at, item in self._printed.get(listed, {}).items() if at < level}
        template = label.level.find(w("lvlText"))
        kept[level] = (label.text, "" if template is None else template.get(w("val"), ""))
        self._printed[listed] = kept
        number = label.text.strip().rstrip(".")
        return Head(
            paragraph, depth or _LIST_ITEM, words_of(paragraph), number, label.text, None, listed, dict(kept)
        )

    def _typed(self, paragraph: Element, depth: int) -> Head:
        words = words_of(paragraph)
        found = _TYPED.match(words)
        if found is None:
            return Head(paragraph, depth, words)
        group = 1 if found[1] else 2
        return Head(paragraph, depth, words, found[group], found[group], found.span(group))

    def _depth(self, paragraph: Element) -> int:
        properties = paragraph.find(w("pPr"))
        own = None if properties is None else properties.find(w("outlineLvl"))
        if own is not None and own.get(w("val"), "").isdigit():
            level = int(own.get(w("val"))) + 1
            return level if level < _LIST_ITEM else 0
        style = _value(properties, "pStyle")
        return 0 if _NO_CONTENTS.match(style) else self._levels.get(style, 0)

    def _pointer(self, paragraph: Element) -> Pointer:
        return list_of(paragraph, self._chain)

    def _chain(self, name: str) -> Iterator[Element]:
        seen: set[str] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[name]
            name = _value(self._styles[name], "basedOn")

    def _list_of_style(self, name: str) -> str:
        style = self._styles.get(name)
        return "" if style is None else _value(style.find(f"{w('pPr')}/{w('numPr')}"), "numId")


def words_of(paragraph: Element) -> str:
    """The words of a paragraph as places are counted in it: a line break or a tab is one sign."""
    return "".join(
        (item.text or "") if item.tag == w("t") else "\n"
        for item in own_descendants(paragraph)
        if item.tag in (w("t"), w("br"), w("tab"))
    )


def _value(element: Element | None, name: str) -> str:
    found = None if element is None else element.find(w(name))
    return "" if found is None else str(found.get(w("val"), ""))


def full_number(head: Head, above: int = -1) -> str:
    """The number in the context of its list: the labels of the levels above in front, where the own does not
    repeat them. above: the deepest level that is left out.
    """
    levels = sorted(head.labels)
    text, shown = "", set[int]()
    for level in reversed(levels):
        label, template = head.labels[level]
        if level in shown or level <= above:
            continue
        text = label.strip() + text
        shown |= {int(found) - 1 for found in re.findall(r"%([1-9])", template)}
    return text.rstrip(".") or head.number


def cited(chain: list[str]) -> list[tuple[int, str]]:
    """How a place is cited, from small to large: place in the chain and the word in front of its number.

    chain: numbers, outermost first. "điểm a khoản 2 Mục I Phần II": Phần, Mục begin with a capital, khoản,
    điểm do not (NĐ 30/2020/NĐ-CP, Phụ lục II, mục V).
    """
    rank, kept = 0, list[tuple[int, str]]()
    for place, number in enumerate(chain):
        if place and number.startswith(f"{chain[place - 1]}.") and kept:
            kept.pop()
            word = "Mục"
            rank = max(rank, 2)
        elif number.lower().startswith("phần"):
            word, rank = "", 1
        elif _POINT.fullmatch(number.rstrip(")")):
            word, rank = "điểm", 4
        elif rank == 0 and number[:1].isalpha():
            word, rank = "Phần", 1
        elif rank <= 1:
            word, rank = "Mục", 2
        else:
            word, rank = "khoản", 3
        kept.append((place, word))
    return kept[::-1]
