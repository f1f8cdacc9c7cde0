"""The style sheet: chains of styles from the named one to its last ancestor, and the document's defaults.

Source: ECMA-376 part 1, 17.7 (styles). A style that is not there, or of another type than asked for, is the
default one of its type, as in Word and LibreOffice; a chain that comes back to itself ends there.
"""

from __future__ import annotations

from baocao.conformance.appearance import Element
from baocao.conformance.reading.measures import VAL, W_, attribute_on, child, value

Chain = tuple[Element, ...]
_DEEPEST = 20
"""Styles in a chain; Word's own have four at most."""


class Sheet:
    """word/styles.xml; None for a file without one."""

    def __init__(self, root: Element | None) -> None:
        styles = [] if root is None else root.findall(f"{W_}style")
        self._styles = {(kind_of(item), item.get(f"{W_}styleId", "")): item for item in styles}
        self._defaults = {kind_of(item): item for item in styles if attribute_on(item, "default")}
        self._chains: dict[tuple[str, str], Chain] = {}
        self._bases: dict[Element, str] = {}
        defaults = child(root, "docDefaults")
        self.default_run = child(defaults, "rPrDefault", "rPr")
        self.default_paragraph = child(defaults, "pPrDefault", "pPr")

    def chain(self, kind: str, name: str) -> Chain:
        """A style and those it is based on, nearest first. kind: paragraph, character, table, numbering."""
        key = kind, name
        if key not in self._chains:
            self._chains[key] = self._followed(kind, self._styles.get(key, self._defaults.get(kind)))
        return self._chains[key]

    def name_of(self, paragraph: Element) -> str:
        """The id of a paragraph's style; that of the default one when it names none, "" without one."""
        chain = self.chain("paragraph", value(child(paragraph, "pPr"), "pStyle"))
        return str(chain[0].get(f"{W_}styleId", "")) if chain else ""

    def list_of_style(self, name: str) -> str:
        """The `w:numId` that a numbering style stands for, "" for none."""
        number = (child(style, "pPr", "numPr", "numId") for style in self.chain("numbering", name))
        return next((item.get(VAL, "") for item in number if item is not None), "")

    def _followed(self, kind: str, style: Element | None) -> Chain:
        found: dict[Element, None] = {}
        while style is not None and style not in found and len(found) < _DEEPEST:
            found[style] = None
            style = self._styles.get((kind, self._base_of(style)))
        return tuple(found)

    def _base_of(self, style: Element) -> str:
        if style not in self._bases:
            self._bases[style] = value(style, "basedOn")
        return self._bases[style]


def kind_of(style: Element) -> str:
    """What a style is for; a style without a type is one of paragraphs."""
    return str(style.get(f"{W_}type", "paragraph"))
