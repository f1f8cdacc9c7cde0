"""What the styles of a Word file say of a paragraph: its list, its level of heading, whether it is hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator

from baocao.template.list_labels import Pointer, list_of
from baocao.template.ooxml_tree import Element, w

_OFF = ("0", "false", "off", "none")
_CONTENTS = re.compile(r"(?:toc|mục lục|contents)\s*\d", re.IGNORECASE)
_NO_LEVEL = 9
"""`w:outlineLvl` of body text (ECMA-376 part 1, 17.3.1.20)."""


class Styles:
    """The part word/styles.xml; None for a file without one."""

    def __init__(self, root: Element | None) -> None:
        items = [] if root is None else root.findall(w("style"))
        self._styles = {item.get(w("styleId")): item for item in items}
        self._chains: dict[str, tuple[Element, ...]] = {}
        self._hiding: dict[str, bool | None] = {}

    def list_of(self, paragraph: Element) -> Pointer:
        """Its list ("" without one), the level from 0 (None when not told), and the style that says so."""
        return list_of(paragraph, self._chain)

    def is_heading(self, paragraph: Element) -> bool:
        """Whether Word's navigation lists the paragraph."""
        for holder, style in self._holders(paragraph):
            level = value(holder.find(w("pPr")) if style else holder, "outlineLvl")
            if level.isdigit():
                return int(level) < _NO_LEVEL
        return False

    def is_contents(self, paragraph: Element) -> bool:
        """Whether it is a line of a table of contents (styles that Word calls "toc 1" and so on)."""
        named = value(paragraph.find(w("pPr")), "pStyle")
        return any(_CONTENTS.match(value(item, "name")) for item in self._chain(named))

    def is_hidden(self, run: Element, paragraph: Element | None) -> bool:
        """Whether a run is hidden text."""
        own = run.find(w("rPr"))
        told = _hides(own)
        if told is None and own is not None:
            told = self._style_hides(value(own, "rStyle"))
        if told is None and paragraph is not None:
            told = self._style_hides(value(paragraph.find(w("pPr")), "pStyle"))
        return bool(told)

    def is_raised(self, run: Element) -> bool:
        """Whether a run is superscript."""
        own = run.find(w("rPr"))
        holders = (own, *(item.find(w("rPr")) for item in self._chain(value(own, "rStyle"))))
        told = (value(holder, "vertAlign") for holder in holders)
        return next(filter(None, told), "") == "superscript"

    def _style_hides(self, name: str) -> bool | None:
        """What a style, or the nearest that it is based on, says of hiding; None when none does."""
        if name not in self._hiding:
            told = (_hides(item.find(w("rPr"))) for item in self._chain(name))
            self._hiding[name] = next((sign for sign in told if sign is not None), None)
        return self._hiding[name]

    def _holders(self, paragraph: Element) -> Iterator[tuple[Element, str]]:
        """The paragraph's own properties with "", then its styles with their ids, nearest first."""
        properties = paragraph.find(w("pPr"))
        if properties is not None:
            yield properties, ""
        for style in self._chain(value(properties, "pStyle")):
            yield style, style.get(w("styleId"))

    def _chain(self, name: str) -> tuple[Element, ...]:
        """A style and those it is based on."""
        if name not in self._chains:
            self._chains[name] = tuple(self._followed(name))
        return self._chains[name]

    def _followed(self, name: str) -> Iterator[Element]:
        seen: set[str] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[name]
            name = value(self._styles[name], "basedOn")


def _hides(properties: Element | None) -> bool | None:
    """Whether properties of a run hide it; None when they say nothing of it."""
    sign = None if properties is None else properties.find(w("vanish"))
    return None if sign is None else sign.get(w("val"), "1") not in _OFF


def value(element: Element | None, name: str) -> str:
    """The `w:val` of a child, "" without one."""
    found = None if element is None else element.find(w(name))
    return "" if found is None else str(found.get(w("val"), ""))
