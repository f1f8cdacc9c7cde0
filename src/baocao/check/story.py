"""One part of a Word file as this room's rules need it: notes, references, cells, drawings; one pass."""

from __future__ import annotations

from collections.abc import Callable
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
_WORDLESS = frozenset(f"{W} {name}" for name in ("body", "p", "r", "tc", "tr", "tbl", "sdtContent"))


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


def read_story(content: bytes) -> Story:
    """Read a part; what comes before a fault in the XML is kept."""
    return _Reader().read(content)


class _Reader:
    """Keeps only the structural elements on a stack, each with its last block."""

    def __init__(self) -> None:
        self.story = Story()
        self._text = ""
        self._paragraphs = 0
        self._stack: list[list[str]] = []
        self._note: Note | None = None
        self._wordless = True
        self._starts: dict[str, Callable[[dict[str, str]], None]] = {
            f"{W} footnoteReference": self._reference,
            f"{W} footnote": self._begin_note,
            f"{W} footnoteRef": self._sign,
            f"{W} numId": self._list,
            f"{W} num": self._number,
            f"{WP} docPr": self._drawing,
        }
        for name in ("tc", "tr", "tbl", "p", "txbxContent", "comment", *_TRANSPARENT):
            self._starts[f"{W} {name}"] = self._opener(name)
        for name in _DRAWN:
            self._starts[f"{W} {name}"] = self._drawn
        self._ends = {
            f"{W} footnote": self._end_note,
            **{
                f"{W} {name}": self._close
                for name in ("tc", "tr", "tbl", "p", "txbxContent", "comment", *_TRANSPARENT)
            },
        }

    def read(self, content: bytes) -> Story:
        """The story of a part."""
        parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        try:
            parser.Parse(content, True)
        except expat.ExpatError as error:
            self.story.error = broken_at(error.lineno, error.offset + 1)
        return self.story

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._wordless = name in _WORDLESS
        handler = self._starts.get(name)
        if handler is not None:
            handler(attributes)
        for key, value in attributes.items():
            if key.startswith(R):
                self.story.relations.add(value)

    def _end(self, name: str) -> None:
        self._wordless = True
        handler = self._ends.get(name)
        if handler is not None:
            handler()

    def _characters(self, text: str) -> None:
        if self._wordless and text.strip():
            self.story.loose.append(text.strip()[:_WORDS])
        self._text = (self._text + text)[-_WORDS:]
        if self._note is not None and text.strip():
            self._note.full = True
            self._note.words = (self._note.words + text)[:_WORDS]

    def _opener(self, name: str) -> Callable[[dict[str, str]], None]:
        def begin(_: dict[str, str]) -> None:
            around = next((item for item, _ in reversed(self._stack) if item not in _TRANSPARENT), "")
            if around in _NOT_IN.get(name, ()):
                self.story.misplaced.append(self._gap(name))
            self._stack.append([name, ""])
            self._paragraphs += name == "p"

        return begin

    def _close(self) -> None:
        name, last = self._stack.pop()
        wanted = {"tc": "p", "tr": "tc", "tbl": "tr"}.get(name)
        if wanted and last != wanted:
            self.story.gaps.append(self._gap(name))
        if self._stack:
            self._stack[-1][1] = last if name in _TRANSPARENT else name

    def _gap(self, name: str) -> Gap:
        return Gap(name, self._text.strip(), max(self._paragraphs - 1, 0))

    def _inside(self) -> str:
        if self._note is not None:
            return "footnote"
        return next((name for name, _ in self._stack if name in ("txbxContent", "comment")), "")

    def _reference(self, attributes: dict[str, str]) -> None:
        self.story.references.append(Reference(attributes.get(_ID, ""), self._inside(), self._text.strip()))

    def _begin_note(self, attributes: dict[str, str]) -> None:
        kind = attributes.get(_TYPE, "")
        self._note = Note(attributes.get(_ID, ""), "" if kind == "normal" else kind)
        self.story.notes.append(self._note)

    def _end_note(self) -> None:
        self._note = None

    def _sign(self, _: dict[str, str]) -> None:
        if self._note is not None:
            self._note.signs += 1

    def _drawn(self, _: dict[str, str]) -> None:
        if self._note is not None:
            self._note.full = True

    def _list(self, attributes: dict[str, str]) -> None:
        if self._note is not None:
            self._note.lists.add(attributes.get(_VAL, ""))

    def _number(self, attributes: dict[str, str]) -> None:
        self.story.numbers.add(attributes.get(f"{W} numId", ""))

    def _drawing(self, attributes: dict[str, str]) -> None:
        self.story.drawings.append(attributes.get("id", ""))
