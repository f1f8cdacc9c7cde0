"""One part of a Word file as this room's rules need it: notes, references, cells, drawings; one pass."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from baocao.ooxml.xml import WP, R, W, broken_at

_WORDS = 48
_SEPARATOR = " "
_ID, _TYPE, _VAL = f"{W} id", f"{W} type", f"{W} val"
_TRANSPARENT = ("sdt", "sdtContent", "customXml", "ins", "moveTo")
_DRAWN = ("drawing", "pict", "object")
_NOT_IN = {
    "p": ("p", "tbl", "tr"),
    "tbl": ("p", "tbl", "tr"),
    "tr": ("", "p", "tr", "tc", "txbxContent", "comment"),
    "tc": ("", "p", "tbl", "tc", "txbxContent", "comment"),
}
"""What Word refuses in what; "" is the body or a note."""
_ENDS_WITH = {"tc": "p", "tr": "tc", "tbl": "tr"}
"""What Word wants as the last block."""
WORDLESS = frozenset(f"{W} {name}" for name in ("body", "p", "r", "tc", "tr", "tbl", "sdtContent"))
"""Elements in which no words stand."""


@dataclass(slots=True)
class Reference:
    """A footnote reference. inside: "" in the body, else what it stands in ("txbxContent")."""

    note: str
    inside: str
    words: str


@dataclass(slots=True)
class Note:
    """A footnote. kind: "" or that of a separator. signs: number signs in it. lists: `w:numId` it uses."""

    id: str
    kind: str
    full: bool = False
    signs: int = 0
    lists: set[str] = field(default_factory=set)
    words: str = ""


@dataclass(slots=True)
class Gap:
    """A paragraph, cell, row or table that lacks what Word asks of it or stands where none may, and the words
    before it. paragraph: number of the last `w:p` begun in the part, from 0.
    """

    element: str
    words: str
    paragraph: int


@dataclass(slots=True)
class Story:
    """What was found in a part. loose: words outside of any text. error: why it is not XML, or ""."""

    references: list[Reference] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    misplaced: list[Gap] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)
    drawings: list[str] = field(default_factory=list)
    relations: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    error: str = ""


@dataclass(slots=True)
class _Open:
    """A structural element that has begun. home: what blocks in it stand in. last: its last block so far."""

    name: str
    home: str
    last: str = ""


def read_story(content: bytes) -> Story:
    """Read a part; what comes before a fault in the XML is kept."""
    reader = Reader()
    parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        reader.story.error = broken_at(error.lineno, error.offset + 1)
    return reader.story


class Reader:
    """Makes a story of what it is told of a part. Elements go by namespace and name, with a space between.

    Only the structural elements are kept, on a stack, each with its last block.
    """

    def __init__(self) -> None:
        self.story = Story()
        self.note: Note | None = None
        self._text = ""
        self._paragraphs = 0
        self._stack: list[_Open] = []
        self._wordless = True

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self._wordless = name in WORDLESS
        handler = _STARTS.get(name)
        if handler is not None:
            handler(self, name, attributes)
        for key, value in attributes.items():
            if key.startswith(R):
                self.story.relations.add(value)

    def end(self, name: str) -> None:
        """An element ends."""
        self._wordless = True
        handler = _ENDS.get(name)
        if handler is not None:
            handler(self)

    def paragraph(self) -> None:
        """A paragraph begins and ends, and nothing in it is heeded."""
        if self._stack and self._stack[-1].home not in _NOT_IN["p"]:
            self._stack[-1].last = "p"
            self._paragraphs += 1
        else:
            self.start(_PARAGRAPH, {})
            self.end(_PARAGRAPH)

    def characters(self, text: str) -> None:
        """Words, or the white space between elements."""
        if self._wordless and text.strip():
            self.story.loose.append(text.strip()[:_WORDS])
        self._text = (self._text + text)[-_WORDS:]
        if self.note is not None and text.strip():
            self.note.full = True
            self.note.words = (self.note.words + text)[:_WORDS]

    def _open(self, name: str, _: Mapping[str, str]) -> None:
        name = name[len(W) + 1 :]
        around = self._stack[-1].home if self._stack else ""
        if around in _NOT_IN.get(name, ()):
            self.story.misplaced.append(self._gap(name))
        self._stack.append(_Open(name, around if name in _TRANSPARENT else name))
        self._paragraphs += name == "p"

    def _close(self) -> None:
        closed = self._stack.pop()
        if closed.last != _ENDS_WITH.get(closed.name, closed.last):
            self.story.gaps.append(self._gap(closed.name))
        if self._stack:
            self._stack[-1].last = closed.last if closed.name in _TRANSPARENT else closed.name

    def _gap(self, name: str) -> Gap:
        return Gap(name, self._text.strip(), max(self._paragraphs - 1, 0))

    def _inside(self) -> str:
        if self.note is not None:
            return "footnote"
        return next((item.name for item in self._stack if item.name in ("txbxContent", "comment")), "")

    def _reference(self, _: str, attributes: Mapping[str, str]) -> None:
        self.story.references.append(Reference(attributes.get(_ID, ""), self._inside(), self._text.strip()))

    def _begin_note(self, _: str, attributes: Mapping[str, str]) -> None:
        kind = attributes.get(_TYPE, "")
        self.note = Note(attributes.get(_ID, ""), "" if kind == "normal" else kind)
        self.story.notes.append(self.note)

    def _end_note(self) -> None:
        self.note = None

    def _sign(self, _: str, __: Mapping[str, str]) -> None:
        if self.note is not None:
            self.note.signs += 1

    def _drawn(self, _: str, __: Mapping[str, str]) -> None:
        if self.note is not None:
            self.note.full = True

    def _list(self, _: str, attributes: Mapping[str, str]) -> None:
        if self.note is not None:
            self.note.lists.add(attributes.get(_VAL, ""))

    def _number(self, _: str, attributes: Mapping[str, str]) -> None:
        self.story.numbers.add(attributes.get(f"{W} numId", ""))

    def _drawing(self, _: str, attributes: Mapping[str, str]) -> None:
        self.story.drawings.append(attributes.get("id", ""))


_PARAGRAPH = f"{W} p"
_STRUCTURE = ("tc", "tr", "tbl", "p", "txbxContent", "comment", *_TRANSPARENT)
_STARTS: Mapping[str, Callable[[Reader, str, Mapping[str, str]], None]] = {
    f"{W} footnoteReference": Reader._reference,
    f"{W} footnote": Reader._begin_note,
    f"{W} footnoteRef": Reader._sign,
    f"{W} numId": Reader._list,
    f"{W} num": Reader._number,
    f"{WP} docPr": Reader._drawing,
    **{f"{W} {name}": Reader._open for name in _STRUCTURE},
    **{f"{W} {name}": Reader._drawn for name in _DRAWN},
}
_ENDS: Mapping[str, Callable[[Reader], None]] = {
    f"{W} footnote": Reader._end_note,
    **{f"{W} {name}": Reader._close for name in _STRUCTURE},
}
HEEDED = frozenset(_STARTS)
"""The elements a story is made of; all others are passed over, but for their words and relations."""
