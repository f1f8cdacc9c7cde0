"""A report as a Word file: what a reader of the page sees, each passage with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from baocao.audit.document import Cell, Document, NoteMark, Passage, PassageKind, document_of, passage_of
from baocao.audit.reading.blocks import head_length, in_section, is_heading, signature_span
from baocao.audit.reading.text_marks import plain
from baocao.audit.reading.word_lists import Lists
from baocao.audit.reading.word_styles import Styles
from baocao.audit.reading.word_tables import cells_of
from baocao.errors import Where
from baocao.ooxml.names import DOCUMENT, FOOTNOTES, NUMBERING, STYLES
from baocao.ooxml.package import Skeleton
from baocao.template.ooxml_tree import Element, ancestor, drop, own_descendants, parse, w
from baocao.template.revisions import accept_changes
from baocao.template.spots import note_ranks, stamp, stamp_notes, take_stamp

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARAGRAPH, _TABLE, _BOX, _RUN = (w(name) for name in ("p", "tbl", "txbxContent", "r"))
_TEXT, _REFERENCE = w("t"), w("footnoteReference")
_SHOWN = {w("tab"): " ", w("br"): " ", w("cr"): " ", w("noBreakHyphen"): "-"}


@dataclass(frozen=True, slots=True)
class _Item:
    """A paragraph with words in it, not yet sorted into blocks."""

    text: str
    marks: tuple[NoteMark, ...]
    typed: str
    anchor: str
    spot: str
    cell: Cell | None
    titled: bool


def read_docx(data: bytes, file: str) -> Document:
    """The document of a .docx; tracked changes read as accepted, hidden text as not there.

    file: its name, for the places. Raises `PackError` for what is no Word file, or a broken one.
    """
    package = Skeleton.read(data, file)
    reader = _Reader(package, file)
    return document_of(file, reader.passages())


class _Reader:
    def __init__(self, package: Skeleton, file: str) -> None:
        self._package, self._file = package, file
        self._styles = Styles(self._optional(STYLES))
        self._lists = Lists(self._optional(NUMBERING), self._styles)
        self._document = self._part(DOCUMENT)
        stamp(self._document, DOCUMENT)
        self._settle(self._document)
        self._ranks = note_ranks(self._document)
        self._notes = self._read_notes()
        self._tables = 0

    def passages(self) -> Iterator[Passage]:
        """The passages of the file in reading order."""
        items = list(self._walk(self._document, None))
        texts = [item.text for item in items]
        head = head_length(texts)
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
            for mark in passage.marks:
                if mark.note not in told:
                    told.add(mark.note)
                    yield from self._note_passages(mark.note, heading)

    def _passage(self, kind: PassageKind, item: _Item, section: str) -> Passage:
        where = Where(self._file, paragraph=in_section(item.spot, section), anchor=item.anchor)
        return passage_of(kind, item.text, item.marks, where, typed=item.typed)

    def _note_passages(self, number: str, section: str) -> Iterator[Passage]:
        for item in self._notes.get(number, ()):
            yield replace(self._passage(PassageKind.NOTE, item, section), note=number)

    def _optional(self, name: str) -> Element | None:
        return self._part(name) if name in self._package else None

    def _part(self, name: str) -> Element:
        return parse(self._package.data(name), Where(file=self._file, part=name))

    def _settle(self, root: Element) -> None:
        """Leave only what is read: changes accepted, no second drawing for old programs, no hidden text."""
        accept_changes(root)
        for element in list(root.iter(_FALLBACK)):
            drop(element)
        for run in list(root.iter(_RUN)):
            if self._styles.is_hidden(run, ancestor(run, _PARAGRAPH)):
                drop(run)

    def _read_notes(self) -> Mapping[str, tuple[_Item, ...]]:
        """The paragraphs of the notes by the number Word shows."""
        root = self._optional(FOOTNOTES)
        if root is None:
            return {}
        stamp_notes(root, FOOTNOTES, self._ranks)
        self._settle(root)
        notes: dict[str, tuple[_Item, ...]] = {}
        for note in root.iter(w("footnote")):
            rank = self._ranks.get(note.get(w("id")))
            if rank is not None:
                items = (self._item(paragraph, None) for paragraph in note.iter(_PARAGRAPH))
                notes[str(rank)] = tuple(item for item in items if item is not None)
        return notes

    def _walk(self, element: Element, cell: Cell | None) -> Iterator[_Item]:
        for child in element:
            if child.tag == _PARAGRAPH:
                item = self._item(child, cell)
                if item is not None:
                    yield item
                yield from self._boxes(child)
            elif child.tag == _TABLE:
                self._tables += 1
                for held, place in cells_of(child, self._tables):
                    yield from self._walk(held, place)
            else:
                yield from self._walk(child, cell)

    def _boxes(self, paragraph: Element) -> Iterator[_Item]:
        for box in paragraph.iter(_BOX):
            if ancestor(box, _PARAGRAPH) is paragraph:
                yield from self._walk(box, None)

    def _item(self, paragraph: Element, cell: Cell | None) -> _Item | None:
        anchor, spot = take_stamp(paragraph)
        label = self._lists.label(paragraph)
        typed, marks = self._words(paragraph)
        if not typed.strip():
            return None
        text = plain(typed)
        cut = len(text) - len(text.lstrip())
        moved = tuple(replace(mark, offset=max(mark.offset - cut, 0) + len(label)) for mark in marks)
        titled = self._styles.is_heading(paragraph)
        return _Item(label + text[cut:], moved, typed, anchor, spot, cell, titled)

    def _words(self, paragraph: Element) -> tuple[str, list[NoteMark]]:
        pieces: list[str] = []
        marks: list[NoteMark] = []
        for item in own_descendants(paragraph):
            if item.tag == _TEXT:
                pieces.append(item.text or "")
            elif item.tag in _SHOWN and item.getparent().tag == _RUN:
                pieces.append(_SHOWN[item.tag])
            elif item.tag == _REFERENCE:
                rank = self._ranks.get(item.get(w("id")))
                marks.append(NoteMark(len(plain("".join(pieces))), str(rank)))
        return "".join(pieces), marks


def _kind(item: _Item) -> PassageKind:
    if item.cell is not None:
        return PassageKind.CELL
    return PassageKind.HEADING if item.titled or is_heading(item.text) else PassageKind.BODY
