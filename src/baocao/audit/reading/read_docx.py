"""A report as a Word file: what a reader of the page sees, each passage with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from baocao.audit.document import (
    Cell,
    Document,
    NoteMark,
    Passage,
    PassageKind,
    document_of,
    in_section,
    passage_of,
)
from baocao.audit.reading.blocks import frames, head_length, is_heading, signature_span
from baocao.audit.reading.table_places import with_cell_places
from baocao.audit.reading.text_marks import plain, take_marks
from baocao.audit.reading.word_lists import Lists
from baocao.audit.reading.word_notes import KINDS, NoteKind, note_key, shown_notes
from baocao.audit.reading.word_styles import Styles
from baocao.audit.reading.word_tables import cells_of, join_broken
from baocao.audit.reading.word_text import WordText
from baocao.errors import Where
from baocao.ooxml.names import DOCUMENT, FOOTNOTES, NUMBERING, SETTINGS, STYLES
from baocao.ooxml.package import Skeleton
from baocao.ooxml.xml import STRICT, WP, A, R, W
from baocao.template.ooxml_tree import Element, ancestor, drop, parse, w
from baocao.template.revisions import accept_changes
from baocao.template.spots import stamp, take_stamp

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARAGRAPH, _TABLE, _BOX, _RUN = (w(name) for name in ("p", "tbl", "txbxContent", "r"))
_PARTS = {"footnote": FOOTNOTES, "endnote": "word/endnotes.xml"}
_STRICT = {
    f"{STRICT}wordprocessingml/main": W,
    f"{STRICT}officeDocument/relationships": R,
    f"{STRICT}officeDocument/math": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    f"{STRICT}drawingml/wordprocessingDrawing": WP,
    f"{STRICT}drawingml/main": A,
}
"""The names of a Strict file, and those of the usual one that mean the same to a reader of words."""
_ABOVE = 2
"""How many paragraphs above a table may be its caption."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A paragraph with words in it, not yet sorted into blocks. keys: of the notes of `marks`."""

    text: str
    marks: tuple[NoteMark, ...]
    keys: tuple[str, ...]
    typed: str
    anchor: str
    spot: str
    cell: Cell | None
    titled: bool

    @property
    def note_typed(self) -> str:
        """The number of the note that a clerk typed here by hand, raised, in front; "" for none."""
        first = self.keys[:1] == ("",) and self.marks[0].offset == 0
        return self.marks[0].note if first else ""


def read_docx(data: bytes, file: str) -> Document:
    """The document of a .docx; tracked changes read as accepted, hidden text as not there.

    file: its name, for the places. Raises `PackError` for what is no Word file, or a broken one.
    """
    package = Skeleton.read(data, file)
    reader = _Reader(package, file)
    return document_of(file, with_cell_places(reader.passages()))


class _Reader:
    def __init__(self, package: Skeleton, file: str) -> None:
        self._package, self._file = package, file
        self._styles = Styles(self._optional(STYLES))
        self._lists = Lists(self._optional(NUMBERING), self._styles)
        self._document = self._part(DOCUMENT)
        stamp(self._document, DOCUMENT)
        self._settle(self._document)
        join_broken(self._document)
        self._shown = shown_notes(self._document, self._optional(SETTINGS))
        self._text = WordText(self._styles, self._shown)
        self._notes = {key: items for kind in KINDS for key, items in self._read_notes(kind)}
        self._tables = 0

    def passages(self) -> Iterator[Passage]:
        """The passages of the file in reading order."""
        items, typed_notes = _with_notes_apart(list(self._walk(self._document, None)))
        texts = [item.text for item in items]
        head = head_length(
            texts, {at for at, item in enumerate(items) if item.cell is not None or item.titled}
        )
        signing = signature_span(texts, head)
        heading = ""
        told: set[str] = set()
        for at, item in enumerate(items):
            kind = PassageKind.HEADER_BLOCK if at < head else PassageKind.SIGNATURE_BLOCK
            if at >= head and at not in signing:
                kind = _kind(item)
            framed = kind in (PassageKind.HEADER_BLOCK, PassageKind.SIGNATURE_BLOCK)
            section = "" if framed or kind is PassageKind.HEADING else heading
            passage = self._passage(kind, item, section)
            heading = passage.text if kind is PassageKind.HEADING else heading
            yield replace(passage, table=None if framed else item.cell)
            for key in item.keys:
                if key and key not in told:
                    told.add(key)
                    yield from self._note_passages(self._notes.get(key, ()), self._shown[key].shown, heading)
            for note in typed_notes.get(at, ()):
                yield from self._note_passages((note,), note.note_typed, heading)

    def _passage(self, kind: PassageKind, item: _Item, section: str) -> Passage:
        where = Where(self._file, paragraph=in_section(item.spot, section), anchor=item.anchor)
        return passage_of(kind, item.text, item.marks, where, typed=item.typed)

    def _note_passages(self, items: Sequence[_Item], number: str, section: str) -> Iterator[Passage]:
        for item in items:
            passage = self._passage(PassageKind.NOTE, item, section)
            marks = passage.marks[1:] if item.note_typed else passage.marks
            yield replace(passage, note=number, marks=marks)

    def _optional(self, name: str) -> Element | None:
        return self._part(name) if name in self._package else None

    def _part(self, name: str) -> Element:
        data = self._package.data(name)
        if STRICT.encode() in data:
            for strict, usual in _STRICT.items():
                data = data.replace(f'"{strict}"'.encode(), f'"{usual}"'.encode())
        return parse(data, Where(file=self._file, part=name))

    def _settle(self, root: Element) -> None:
        """Leave only what is read: changes accepted, no second drawing for old programs, no hidden text."""
        accept_changes(root)
        for element in list(root.iter(_FALLBACK)):
            drop(element)
        for run in list(root.iter(_RUN)):
            if self._styles.is_hidden(run, ancestor(run, _PARAGRAPH)):
                drop(run)

    def _read_notes(self, kind: NoteKind) -> Iterator[tuple[str, tuple[_Item, ...]]]:
        """The notes of a kind by their keys, each with its paragraphs."""
        part = _PARTS[kind.tag]
        root = self._optional(part)
        if root is None:
            return
        numbers = {paragraph: number for number, paragraph in enumerate(root.iter(_PARAGRAPH))}
        self._settle(root)
        for note in root.iter(w(kind.tag)):
            shown = self._shown.get(note_key(kind, note))
            if shown is not None:
                items = []
                for rank, paragraph in enumerate(note.iter(_PARAGRAPH), start=1):
                    spot = shown.place + (f", đoạn {rank}" if rank > 1 else "")
                    items.append(self._item(paragraph, None, f"{part}#{numbers[paragraph]}", spot))
                yield shown.key, tuple(line for item in items for line in _lines(item))

    def _walk(self, element: Element, cell: Cell | None) -> Iterator[_Item]:
        above: list[str] = []
        for child in element:
            if child.tag == _PARAGRAPH:
                item = self._item(child, cell, *take_stamp(child))
                for line in _lines(item):
                    above = [*above, line.text][-_ABOVE:]
                    yield line
                yield from self._boxes(child)
            elif child.tag == _TABLE:
                self._tables += 1
                for held, place in cells_of(child, self._tables, above):
                    yield from self._walk(held, place)
                above = []
            else:
                yield from self._walk(child, cell)

    def _boxes(self, paragraph: Element) -> Iterator[_Item]:
        for box in paragraph.iter(_BOX):
            if ancestor(box, _PARAGRAPH) is paragraph:
                yield from self._walk(box, None)

    def _item(self, paragraph: Element, cell: Cell | None, anchor: str, spot: str) -> _Item | None:
        label = self._lists.label(paragraph)
        words = self._text.of(paragraph)
        if self._styles.is_contents(paragraph):
            return None
        text, marks, keys = plain(words.typed), words.marks, words.keys
        if not marks:
            text, marks = take_marks(text)
            keys = ("",) * len(marks)
        if not text.strip():
            return None
        cut = len(text) - len(text.lstrip())
        moved = tuple(replace(mark, offset=max(mark.offset - cut, 0) + len(label)) for mark in marks)
        titled = self._styles.is_heading(paragraph)
        return _Item(label + text[cut:], moved, keys, words.typed, anchor, spot, cell, titled)


def _lines(item: _Item | None) -> Iterator[_Item]:
    """A paragraph as one line; the header and the block of who signs in the lines they were typed in.

    Shift+Enter is how many type "CỘNG HÒA …", the number and the day into one cell.
    """
    if item is None:
        return
    pieces = item.text.split("\n")
    if not any(map(frames, pieces)):
        yield replace(item, text=item.text.replace("\n", " "))
        return
    start = 0
    for piece in pieces:
        end = start + len(piece)
        held = [pair for pair in zip(item.marks, item.keys, strict=True) if start <= pair[0].offset <= end]
        marks = tuple(replace(mark, offset=mark.offset - start) for mark, _ in held)
        if piece.strip():
            yield replace(item, text=piece, marks=marks, keys=tuple(key for _, key in held))
        start = end + 1


def _with_notes_apart(items: list[_Item]) -> tuple[list[_Item], Mapping[int, Sequence[_Item]]]:
    """The paragraphs but for notes typed by hand, and those by the place of the paragraph they hang on."""
    body: list[_Item] = []
    marked: dict[str, int] = {}
    notes: dict[int, list[_Item]] = {}
    for item in items:
        home = marked.get(item.note_typed)
        if home is not None:
            notes.setdefault(home, []).append(item)
            continue
        body.append(item)
        typed = (mark.note for mark, key in zip(item.marks, item.keys, strict=True) if not key)
        marked |= dict.fromkeys(typed, len(body) - 1)
    return body, notes


def _kind(item: _Item) -> PassageKind:
    if item.cell is not None:
        return PassageKind.CELL
    return PassageKind.HEADING if item.titled or is_heading(item.text) else PassageKind.BODY
