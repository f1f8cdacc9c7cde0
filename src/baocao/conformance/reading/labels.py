"""The automatic number of a paragraph as it is printed, its level, and what puts it into the list."""

from __future__ import annotations

from functools import partial

from baocao.conformance.appearance import Element
from baocao.conformance.reading.looks import ListHome
from baocao.conformance.reading.measures import child
from baocao.conformance.reading.sheet import Sheet
from baocao.template.list_labels import Lists, Pointer, list_of

_SIGNS = {
    **dict.fromkeys("\uf0b7\uf06c\uf09f\uf0a1", "•"),
    **dict.fromkeys("\uf0a7\uf06e\uf0a8", "▪"),
    **dict.fromkeys("\uf02d\uf0be", "-"),
    **dict.fromkeys("\uf0d8\uf0e0\uf0e8", "➢"),
    **dict.fromkeys("\uf0fc\uf0fe", "✓"),
    "\uf076": "❖",
    "\uf02b": "+",
    "\uf02a": "*",
}
"""Signs of the fonts Symbol and Wingdings that Word offers as bullets."""


class Labels:
    """The lists of a file. Paragraphs are asked for in document order, each once."""

    def __init__(self, numbering: Element | None, sheet: Sheet) -> None:
        self._chain = partial(sheet.chain, "paragraph")
        self._numbers: dict[Element, Element | None] = {}
        self._lists = Lists(numbering, self._pointer, sheet.list_of_style)

    def next(self, paragraph: Element) -> tuple[str, ListHome]:
        """The number printed in front of a paragraph, "" for none, and what puts it there."""
        found = self._lists.label(paragraph)
        if found is None:
            return "", (None, None)
        text = "".join(_SIGNS.get(sign, sign) for sign in found.text) if found.bullet else found.text
        return text.strip(), (self._pointer(paragraph)[2], found.level)

    def _pointer(self, paragraph: Element) -> Pointer:
        return list_of(paragraph, self._chain, self._number_of)

    def _number_of(self, style: Element) -> Element | None:
        if style not in self._numbers:
            self._numbers[style] = child(style, "pPr", "numPr")
        return self._numbers[style]
