"""Where in the Word file something stands: part, heading above, words around."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from baocao.errors import Where
from baocao.template.ooxml_tree import Element, parse, text_of, w

_WORDS = 60
_HEADING_NAME = re.compile(r"heading ([1-9])", re.IGNORECASE)
_TITLE_WORDS = 70


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph of a template: the heading it stands under and its own words, tags included."""

    heading: str = ""
    words: str = ""


def part_label(part: str) -> str:
    """What a reader calls a part of the package."""
    name = part.rsplit("/", 1)[-1]
    for start, label in _LABELS.items():
        if name.startswith(start):
            return label
    return part


_LABELS = {
    "document": "thân văn bản",
    "header": "đầu trang",
    "footer": "chân trang",
    "endnotes": "chú thích cuối văn bản",
    "core": "thuộc tính của tệp",
}


def heading_levels(styles: bytes, where: Where) -> Mapping[str, int]:
    """Paragraph style ids of headings, with their level: by Word's own style name or the outline level."""
    levels: dict[str, int] = {}
    for style in parse(styles, where).iter(w("style")):
        name = style.find(w("name"))
        match = _HEADING_NAME.fullmatch(name.get(w("val"), "") if name is not None else "")
        outline = style.find(f"{w('pPr')}/{w('outlineLvl')}")
        if match:
            levels[style.get(w("styleId"))] = int(match.group(1))
        elif (
            outline is not None
            and style.get(w("type")) == "paragraph"
            and int(outline.get(w("val"), "9")) < 9
        ):
            levels[style.get(w("styleId"))] = int(outline.get(w("val"))) + 1
    return levels


class Places:
    """The paragraphs of one part, remembered before the compiler moves things about."""

    def __init__(self, root: Element, where: Where, levels: Mapping[str, int]) -> None:
        self.base = where
        self._levels = levels
        self._numbers: dict[Element, int] = {}
        self.all: list[Place] = []
        heading = ""
        for paragraph in root.iter(w("p")):
            words = text_of(paragraph).strip()
            self._numbers[paragraph] = len(self.all)
            self.all.append(Place(heading, _shorten(words, _WORDS)))
            if self.heading_level(paragraph) and words:
                heading = _shorten(words, _TITLE_WORDS)

    def heading_level(self, paragraph: Element) -> int:
        """The level of a heading paragraph, otherwise 0."""
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        return 0 if style is None else self._levels.get(style.get(w("val")), 0)

    def number(self, element: Element) -> int | None:
        """The number of the paragraph that an element is or stands in."""
        for item in (element, *element.iterancestors()):
            if item in self._numbers:
                return self._numbers[item]
        return None

    def where(self, element: Element, words: str = "") -> Where:
        """The place of an element in the reader's words."""
        number = self.number(element)
        place = Place() if number is None else self.all[number]
        return place_where(self.base, place, words)

    def __iter__(self) -> Iterator[Place]:
        return iter(self.all)


def place_where(base: Where, place: Place, words: str = "") -> Where:
    """A template's place as a `Where`."""
    return base.but(
        paragraph=f"dưới đề mục «{place.heading}»" if place.heading else "", words=words or place.words
    )


def _shorten(words: str, length: int) -> str:
    return words if len(words) <= length else words[: length - 1].rstrip() + "…"
