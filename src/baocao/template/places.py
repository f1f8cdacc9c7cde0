"""Where in the Word file something stands: part, paragraph, heading above, words around."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from baocao.errors import Where
from baocao.template.compiled import Place
from baocao.template.ooxml_tree import Element, parse, text_of, w
from baocao.template.spots import take_stamp

_WORDS = 60
_HEADING_NAME = re.compile(r"heading ([1-9])", re.IGNORECASE)
_TITLE_WORDS = 70


def heading_levels(styles: bytes, where: Where) -> Mapping[str, int]:
    """Paragraph style ids of headings, with their level: by Word's own style name or the outline level.

    A style without a level of its own has that of the style it builds on.
    """
    own: dict[str, int | None] = {}
    based: dict[str, str] = {}
    for style in parse(styles, where).iter(w("style")):
        if style.get(w("type"), "paragraph") == "paragraph":
            ident, below = style.get(w("styleId"), ""), style.find(w("basedOn"))
            own[ident] = _own_level(style)
            based[ident] = "" if below is None else below.get(w("val"), "")
    return {ident: level for ident in own if (level := _inherited(ident, own, based))}


def _own_level(style: Element) -> int | None:
    """The level that a style states, 0 for the text below headings; None when it states none."""
    name, outline = style.find(w("name")), style.find(f"{w('pPr')}/{w('outlineLvl')}")
    match = _HEADING_NAME.fullmatch(name.get(w("val"), "") if name is not None else "")
    if match:
        return int(match.group(1))
    if outline is None:
        return None
    level = int(outline.get(w("val"), "9")) + 1
    return level if level < 10 else 0


def _inherited(ident: str, own: Mapping[str, int | None], based: Mapping[str, str]) -> int:
    seen: set[str] = set()
    while ident in own and ident not in seen:
        seen.add(ident)
        level = own[ident]
        if level is not None:
            return level
        ident = based[ident]
    return 0


class Places:
    """The stamped paragraphs of one part, remembered before the compiler moves things about."""

    def __init__(self, root: Element, where: Where, levels: Mapping[str, int]) -> None:
        self.base = where
        self._numbers: dict[Element, int] = {}
        self._headings: dict[Element, int] = {}
        self.all: list[Place] = []
        heading = ""
        for paragraph in root.iter(w("p")):
            words = text_of(paragraph).strip()
            anchor, spot = take_stamp(paragraph)
            self._numbers[paragraph] = len(self.all)
            self.all.append(Place(heading, _shorten(words, _WORDS), spot, anchor))
            level = _level(paragraph, levels)
            if level:
                self._headings[paragraph] = level
                heading = _shorten(words, _TITLE_WORDS) or heading

    def heading_level(self, paragraph: Element) -> int:
        """The level of a heading paragraph, otherwise 0."""
        return self._headings.get(paragraph, 0)

    def number(self, element: Element) -> int | None:
        """The number of the paragraph that an element is or stands in, or the first inside it."""
        for item in (element, *element.iterancestors(), *element.iter(w("p"))):
            if item in self._numbers:
                return self._numbers[item]
        return None

    def where(self, element: Element, words: str = "") -> Where:
        """The place of an element in the reader's words and for a program."""
        number = self.number(element)
        place = Place() if number is None else self.all[number]
        return place.where(self.base, words)

    def __iter__(self) -> Iterator[Place]:
        return iter(self.all)


def _level(paragraph: Element, levels: Mapping[str, int]) -> int:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return 0 if style is None else levels.get(style.get(w("val")), 0)


def _shorten(words: str, length: int) -> str:
    return words if len(words) <= length else words[: length - 1].rstrip() + "…"
