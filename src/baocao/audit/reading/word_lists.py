"""The numbers and dashes that Word puts in front of paragraphs by itself, as the audit says them."""

from __future__ import annotations

from baocao.audit.reading.word_styles import Styles
from baocao.template.list_labels import Lists as ListLabels
from baocao.template.ooxml_tree import Element

_SIGNS = frozenset("-+*•–")


class Lists:
    """The lists of a document. Paragraphs are asked for in document order, each once."""

    def __init__(self, numbering: Element | None, styles: Styles) -> None:
        self._labels = ListLabels(numbering, styles.list_of)

    def label(self, paragraph: Element) -> str:
        """What stands in front of a paragraph, with the space behind it: "I. ", "- "; "" for nothing."""
        found = self._labels.label(paragraph)
        if found is None:
            return ""
        sign = "-" if found.bullet and found.text not in _SIGNS else found.text
        return sign + ("" if found.tail == "nothing" else " ") if sign else ""
