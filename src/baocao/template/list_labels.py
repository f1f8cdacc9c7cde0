"""The numbers and dashes that Word puts in front of paragraphs by itself, counted as Word counts them.

Source: ECMA-376 part 1, 17.9 (abstractNum, num, lvlOverride, startOverride, lvlRestart, numStyleLink).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from baocao.template.ooxml_tree import Element, w

_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_SLOT = re.compile(r"%([1-9])")
_MOST = 4000
_LONGEST = 6
"""Digits of a number that a file may start with."""
_OFF = ("0", "false", "off")
_OWN_LIST, _NO_LIST, _DEEPEST = f"{w('pPr')}/{w('numPr')}", "0", 8

Pointer = tuple[str, int | None, str]
"""The list of a paragraph ("" for none), the level from 0 (None when not told), the style that says so."""


@dataclass(frozen=True, slots=True)
class Label:
    """What stands in front of a paragraph. level: its `w:lvl`. bullet: whether it is a sign, no number.

    tail: what Word puts behind it: "tab", "space", "nothing".
    """

    text: str
    level: Element
    bullet: bool
    tail: str


class Lists:
    """The lists of a document. Paragraphs are asked for in document order, each once.

    numbering: the root of word/numbering.xml, None without one. pointer: tells the list of a paragraph.
    list_of_style: the `w:numId` of a numbering style, for lists that are linked to one.
    """

    def __init__(
        self,
        numbering: Element | None,
        pointer: Callable[[Element], Pointer],
        list_of_style: Callable[[str], str] = lambda name: "",
    ) -> None:
        self._pointer, self._list_of_style = pointer, list_of_style
        items = [] if numbering is None else numbering.findall(w("abstractNum"))
        self._abstracts = {item.get(w("abstractNumId")): item for item in items}
        numbers = [] if numbering is None else numbering.findall(w("num"))
        self._numbers = {item.get(w("numId")): item for item in numbers}
        self._levels: dict[str, dict[int, Element]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def label(self, paragraph: Element) -> Label | None:
        """What stands in front of a paragraph; None for one that is in no list."""
        listed, level, style = self._pointer(paragraph)
        if listed not in self._numbers:
            return None
        levels = self._levels_of(listed)
        place = _linked(levels, style) if level is None else level
        if place not in levels:
            return None
        counts = self._count(listed, levels, place)
        found = levels[place]
        bullet = _value(found, "numFmt") == "bullet"
        text = _value(found, "lvlText") if bullet else self._number(levels, counts, place)
        return Label(text, found, bullet, _value(found, "suff") or "tab")

    def level(self, listed: str, place: int) -> Element | None:
        """The `w:lvl` of a list; None for one that is not there."""
        return self._levels_of(listed).get(place) if listed in self._numbers else None

    def level_of(self, paragraph: Element) -> Element | None:
        """The `w:lvl` of a paragraph without counting it."""
        listed, level, style = self._pointer(paragraph)
        if listed not in self._numbers:
            return None
        levels = self._levels_of(listed)
        return levels.get(_linked(levels, style) if level is None else level)

    def _levels_of(self, listed: str) -> dict[int, Element]:
        if listed not in self._levels:
            number = self._numbers[listed]
            found = dict(self._abstract_levels(_value(number, "abstractNumId"), set()))
            for override in number.findall(w("lvlOverride")):
                own = override.find(w("lvl"))
                if own is not None:
                    found[item_level(override)] = own
            self._levels[listed] = found
        return self._levels[listed]

    def _abstract_levels(self, name: str, seen: set[str]) -> dict[int, Element]:
        """The levels of a definition, or of the one that its numbering style stands for."""
        abstract = self._abstracts.get(name)
        if abstract is None or name in seen:
            return {}
        levels = {item_level(level): level for level in abstract.findall(w("lvl"))}
        link = _value(abstract, "numStyleLink")
        linked = self._numbers.get(self._list_of_style(link)) if link and not levels else None
        if linked is None:
            return levels
        return self._abstract_levels(_value(linked, "abstractNumId"), seen | {name})

    def _count(self, listed: str, levels: dict[int, Element], place: int) -> dict[int, int]:
        counts = self._counts.setdefault(_value(self._numbers[listed], "abstractNumId"), {})
        if listed not in self._begun:
            self._begun.add(listed)
            for override in self._numbers[listed].findall(w("lvlOverride")):
                begin = _digits(_value(override, "startOverride"))
                if begin is not None:
                    counts[item_level(override)] = begin - 1
        counts[place] = counts.get(place, _start(levels[place]) - 1) + 1
        for deeper in [level for level in counts if level > place and _restarts(levels.get(level), place)]:
            del counts[deeper]
        return counts

    def _number(self, levels: dict[int, Element], counts: dict[int, int], place: int) -> str:
        legal = levels[place].find(w("isLgl"))
        digits = legal is not None and legal.get(w("val"), "1") not in _OFF

        def number(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            if at not in levels:
                return ""
            form = "decimal" if digits else _value(levels[at], "numFmt")
            return written(counts.get(at, _start(levels[at])), form)

        return _SLOT.sub(number, _value(levels[place], "lvlText"))


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


def list_of(
    paragraph: Element,
    chain: Callable[[str], Iterable[Element]],
    number_of: Callable[[Element], Element | None] = lambda item: item.find(_OWN_LIST),
) -> Pointer:
    """The list of a paragraph: its own, or that of the nearest of its styles that has one (17.3.1.19).

    chain: the named style and those it is based on, nearest first. number_of: the `w:numPr` of a style. A
    level beyond Word's nine is the nearest of them, one that is no number the first.
    """
    own = paragraph.find(_OWN_LIST)
    level = _told_level(own)
    if listed := _value(own, "numId"):
        return _unless_none(listed), level or 0, ""
    for style in chain(_value(paragraph.find(w("pPr")), "pStyle")):
        number = number_of(style)
        if listed := _value(number, "numId"):
            level = _told_level(number) if level is None else level
            return _unless_none(listed), level, str(style.get(w("styleId"), ""))
    return "", None, ""


def _unless_none(listed: str) -> str:
    return "" if listed == _NO_LIST else listed


def _told_level(number: Element | None) -> int | None:
    told = None if number is None else number.find(w("ilvl"))
    if told is None:
        return None
    try:
        return min(max(int(told.get(w("val"), "")), 0), _DEEPEST)
    except ValueError:
        return 0


def item_level(element: Element) -> int:
    """The level a `w:lvl` or `w:lvlOverride` speaks of, from 0."""
    return _digits(element.get(w("ilvl"), "0")) or 0


def _value(element: Element | None, name: str) -> str:
    found = None if element is None else element.find(w(name))
    return "" if found is None else str(found.get(w("val"), ""))


def _digits(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST else None


def _start(level: Element) -> int:
    return _digits(_value(level, "start")) or 0


def _restarts(level: Element | None, above: int) -> bool:
    """Whether a level begins anew after a paragraph of the level `above`, from 0."""
    told = None if level is None else _digits(_value(level, "lvlRestart"))
    return told is None or above < told


def _linked(levels: dict[int, Element], style: str) -> int:
    """The level of a list that belongs to a style; the first when none says so."""
    return next((place for place, item in levels.items() if style and _value(item, "pStyle") == style), 0)


def _roman(number: int) -> str:
    words = ""
    for worth, sign in _ROMAN:
        words += sign * (number // worth)
        number %= worth
    return words
