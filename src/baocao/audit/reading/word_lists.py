"""The numbers and dashes that Word puts in front of paragraphs by itself, counted as Word counts them."""

from __future__ import annotations

import re

from baocao.audit.reading.word_styles import Styles, value
from baocao.template.ooxml_tree import Element, w

_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_SIGNS = frozenset("-+*•–")
_SLOT = re.compile(r"%([1-9])")
_MOST = 4000


class Lists:
    """The lists of a document. Paragraphs are asked for in document order, each once."""

    def __init__(self, numbering: Element | None, styles: Styles) -> None:
        self._styles = styles
        items = [] if numbering is None else numbering.findall(w("abstractNum"))
        self._levels = {
            item.get(w("abstractNumId")): {item_level(level): level for level in item.findall(w("lvl"))}
            for item in items
        }
        numbers = [] if numbering is None else numbering.findall(w("num"))
        self._numbers = {item.get(w("numId")): item for item in numbers}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def label(self, paragraph: Element) -> str:
        """What stands in front of a paragraph, with the space behind it: "I. ", "- "; "" for nothing."""
        listed, level, style = self._styles.list_of(paragraph)
        if listed not in self._numbers:
            return ""
        abstract = value(self._numbers[listed], "abstractNumId")
        levels = self._levels.get(abstract, {})
        place = _linked(levels, style) if level is None else level
        if place not in levels:
            return ""
        self._count(listed, abstract, place)
        sign = self._sign(levels, abstract, place)
        return sign + ("" if value(levels[place], "suff") == "nothing" else " ") if sign else ""

    def _count(self, listed: str, abstract: str, place: int) -> None:
        counts = self._counts.setdefault(abstract, {})
        if listed not in self._begun:
            self._begun.add(listed)
            for override in self._numbers[listed].findall(w("lvlOverride")):
                begin = value(override, "startOverride")
                if begin.isdigit():
                    counts[item_level(override)] = int(begin) - 1
        start = _start(self._levels[abstract][place]) - 1
        counts[place] = counts.get(place, start) + 1
        for deeper in [level for level in counts if level > place]:
            del counts[deeper]

    def _sign(self, levels: dict[int, Element], abstract: str, place: int) -> str:
        text = value(levels[place], "lvlText")
        if value(levels[place], "numFmt") == "bullet":
            return text if text in _SIGNS else "-"
        legal = levels[place].find(w("isLgl")) is not None

        def number(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            if at not in levels:
                return ""
            form = "decimal" if legal else value(levels[at], "numFmt")
            return written(self._counts[abstract].get(at, _start(levels[at])), form)

        return _SLOT.sub(number, text)


def written(number: int, form: str) -> str:
    """A number in one of Word's forms (`ST_NumberFormat`); in an unknown one as digits, in "none" nothing."""
    if form == "none":
        return ""
    if form in ("upperRoman", "lowerRoman") and 0 < number < _MOST:
        return _roman(number) if form == "upperRoman" else _roman(number).lower()
    if form in ("upperLetter", "lowerLetter") and 0 < number < _MOST:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    return f"{number:02d}" if form == "decimalZero" else str(number)


def item_level(element: Element) -> int:
    """The level a `w:lvl` or `w:lvlOverride` speaks of, from 0."""
    level = element.get(w("ilvl"), "0")
    return int(level) if level.isdigit() else 0


def _start(level: Element) -> int:
    start = value(level, "start")
    return int(start) if start.isdigit() else 0


def _linked(levels: dict[int, Element], style: str) -> int:
    """The level of a list that belongs to a style; the first when none says so."""
    return next((place for place, item in levels.items() if style and value(item, "pStyle") == style), 0)


def _roman(number: int) -> str:
    words = ""
    for worth, sign in _ROMAN:
        words += sign * (number // worth)
        number %= worth
    return words
