"""What a paragraph of Word says, letter by letter: signs of special fonts, equations, marks of notes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from baocao.audit.document import NoteMark
from baocao.audit.reading.text_marks import is_measure, plain
from baocao.audit.reading.word_notes import KINDS, ShownNote, note_key, own_mark_of
from baocao.audit.reading.word_styles import Styles
from baocao.template.ooxml_tree import Element, own_descendants, w

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_RUN = w("r")
_SPACES = {w("tab"): " ", w("br"): "\n", w("cr"): "\n", w("ptab"): " ", w("noBreakHyphen"): "-"}
_REFERENCES = {kind.reference: kind for kind in KINDS}
_SIGNS = {
    **dict(zip((0xA3, 0xB3, 0xB1, 0xB4, 0xB8, 0xB9, 0xBB, 0x2D), "≤≥±×÷≠≈−", strict=True)),
    **dict(zip((0xAE, 0xE0, 0xE8, 0xF0, 0xDE), "→→→→⇒", strict=True)),
}
"""Signs of the fonts Symbol and Wingdings that say something; the others only look like bullets and boxes."""
_TEN = re.compile(r"(?<![\d.,])10\Z")
_RAISED_NUMBER = re.compile(r"\s*[\[(]?(\d{1,3})[\])]?\s*")


@dataclass(frozen=True, slots=True)
class Words:
    """typed: as typed, with a line's end where one was forced (Shift+Enter), marks of notes left out.

    keys: of their notes, "" for a number typed by hand.
    """

    typed: str
    marks: tuple[NoteMark, ...]
    keys: tuple[str, ...]


class _Said:
    """The pieces of a paragraph so far, and the marks between them."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.marks: list[NoteMark] = []
        self.keys: list[str] = []
        self._length = self._measured = 0

    def mark(self, shown: str, key: str) -> None:
        """A mark of a note behind what was said so far."""
        self._length += len(plain("".join(self.pieces[self._measured :])))
        self._measured = len(self.pieces)
        self.marks.append(NoteMark(self._length, shown))
        self.keys.append(key)


class WordText:
    """The words of a document's paragraphs. notes: the shown ones by key."""

    def __init__(self, styles: Styles, notes: Mapping[str, ShownNote]) -> None:
        self._styles, self._notes = styles, notes

    def of(self, paragraph: Element) -> Words:
        """The words of a paragraph, without those of text boxes in it."""
        said = _Said()
        left_out: Element | None = None
        for item in own_descendants(paragraph):
            if item.tag in _REFERENCES:
                key = note_key(_REFERENCES[item.tag], item)
                said.mark(self._notes[key].shown, key)
                left_out = own_mark_of(item)
            elif item.tag == w("t") and (number := self._typed_number(item, said.pieces)):
                said.mark(number, "")
            elif item is not left_out and (piece := _piece(item)):
                said.pieces.append(piece)
        return Words("".join(said.pieces), tuple(said.marks), tuple(said.keys))

    def _typed_number(self, item: Element, pieces: list[str]) -> str:
        """The number of a note typed by hand: raised digits behind a word; not those of "m²"."""
        number = _RAISED_NUMBER.fullmatch(item.text or "")
        if number is None or not self._styles.is_raised(item.getparent()):
            return ""
        before = "".join(pieces[-3:])[-3:]
        return "" if is_measure(before) or _TEN.search(before) else number[1]


def _piece(item: Element) -> str:
    if item.tag in (w("t"), f"{_MATH}t"):
        return item.text or ""
    if item.tag in _SPACES:
        return _SPACES[item.tag] if item.getparent().tag == _RUN else ""
    if item.tag == f"{_MATH}den":
        return "/"
    return _sign(item.get(w("char"), "")) if item.tag == w("sym") else ""


def _sign(code: str) -> str:
    """The letter of a `w:sym`, whose code is F0xx for the fonts that have signs only."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if 0xF000 <= number <= 0xF0FF:
        return _SIGNS.get(number - 0xF000, "")
    return chr(number) if 0x20 <= number < 0xD800 else ""
