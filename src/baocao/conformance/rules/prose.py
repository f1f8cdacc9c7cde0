"""The words of a document as the rules of language read them: body, grounds, figures, appendices, footnotes.

Head and signature have rules of their own; paragraphs in fonts of an old encoding are no words yet. The
text of a piece has one character for each of its paragraph, so that what is found can be mended in the file.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from baocao.audit.document import Document, Passage, PassageKind
from baocao.audit.scanning.kinds import Kind, Token
from baocao.audit.scanning.shapes import SYMBOL
from baocao.audit.scanning.tokens import tokens
from baocao.audit.verdicts import Remark
from baocao.audit.words.abbreviations import abbreviations
from baocao.audit.words.pages import Page, Pages
from baocao.audit.words.spelling import two_spellings
from baocao.conformance.case import Case, Seen
from baocao.conformance.components.words import prints_pictures
from baocao.conformance.mends import Mend, Retype
from baocao.conformance.paper import Cell, Paper, Paragraph, paragraphs_of
from baocao.conformance.parts import Parts
from baocao.conformance.rules.kit import broken
from baocao.errors import Where
from baocao.vietnamese.legacy_text import encoding_of_font

BREAK = "\x00"
"""What stands between two pieces in `Prose.text`."""
_BLANKS = dict.fromkeys((*range(0x2000, 0x200B), 0xA0, 0x202F, 0x3000), " ")
_PICTURE = "□"
_SIGN = re.compile(r"\S")
_SHOWN = 40


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A paragraph. text: in NFC, blanks of all kinds as a space. exact: whether each character stands where
    it does in the paragraph. at: its place among the pieces.
    """

    at: int
    paragraph: Paragraph
    kind: PassageKind
    text: str
    exact: bool

    @property
    def cell(self) -> Cell | None:
        """The cell of a table of figures that it stands in."""
        return self.paragraph.cell if self.kind is PassageKind.CELL else None

    def typed(self, start: int, end: int) -> str:
        """The words of a stretch as they stand in the file."""
        return self.paragraph.text[start:end] if self.exact else self.text[start:end]

    def around(self, start: int, end: int) -> str:
        """A stretch with the words around it, for a person to find it."""
        first = self.text.rfind(" ", 0, max(0, start - _SHOWN // 4)) + 1 if start > _SHOWN // 4 else 0
        last = self.text.find(" ", end + _SHOWN // 4)
        return self.text[first : last if last >= 0 else len(self.text)].strip()


class Hit:
    """What a pattern matched in a piece."""

    __slots__ = ("_shift", "found", "piece")

    def __init__(self, piece: Piece, found: re.Match[str], shift: int) -> None:
        self.piece, self.found, self._shift = piece, found, shift

    def __getitem__(self, group: int | str) -> str:
        return self.found[group] or ""

    def span(self, group: int | str = 0) -> tuple[int, int]:
        """Where it stands in the text of the piece."""
        start, end = self.found.span(group)
        return start - self._shift, end - self._shift

    @property
    def before(self) -> str:
        """The text of the piece before it."""
        return self.piece.text[: self.span()[0]]

    @property
    def after(self) -> str:
        """The text of the piece behind it."""
        return self.piece.text[self.span()[1] :]

    @property
    def in_sentence(self) -> bool:
        """Whether words of the same sentence stand before it."""
        before = self.piece.text[max(0, self.span()[0] - 4) : self.span()[0]].rstrip()
        return bool(before) and (before[-1].isalpha() or before[-1].isdecimal() or before[-1] in ",)%”")


class _Symbols(Sequence[tuple[Token, ...]]):
    """The symbols of documents of each piece: all that the checks of words ask of the tokens."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces

    def __len__(self) -> int:
        return len(self._pieces)

    def __getitem__(self, at: int) -> tuple[Token, ...]:  # type: ignore[override]
        found = SYMBOL.finditer(self._pieces[at].text)
        return tuple(Token(Kind.SYMBOL, one.start(), one.end(), one[0]) for one in found)


@dataclass(frozen=True, eq=False)
class Prose:
    """All pieces in reading order; those of a footnote behind the paragraph it hangs on."""

    pieces: tuple[Piece, ...]

    @cached_property
    def text(self) -> str:
        """All of it, `BREAK` between two pieces: a pattern is searched once for all of them."""
        return BREAK.join(piece.text for piece in self.pieces)

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for piece in self.pieces:
            starts.append(at)
            at += len(piece.text) + 1
        return starts

    def find(self, pattern: re.Pattern[str]) -> Iterator[Hit]:
        """What a pattern matches within one piece."""
        for found in pattern.finditer(self.text):
            at = bisect_right(self._starts, found.start()) - 1
            piece = self.pieces[at]
            if found.end() - self._starts[at] <= len(piece.text):
                yield Hit(piece, found, self._starts[at])

    @cached_property
    def pages(self) -> Pages:
        """The pieces as the checks of `baocao soat` take them: passage n is piece n."""
        passages = tuple(Passage(piece.kind, piece.text, Where()) for piece in self.pieces)
        return Pages(Document("", passages, None, None), _Symbols(self.pieces))

    def tokens_of(self, piece: Piece) -> tuple[Token, ...]:
        """The figures, dates, symbols and words of a piece."""
        if piece.at not in self._scanned:
            self._scanned[piece.at] = tokens(piece.text)
        return self._scanned[piece.at]

    @cached_property
    def _scanned(self) -> dict[int, tuple[Token, ...]]:
        return {}

    def page_of(self, piece: Piece) -> Page:
        """The words of a piece."""
        return self.pages.all[piece.at]

    @cached_property
    def spellings(self) -> tuple[Remark, ...]:
        """Words that are written in two ways."""
        return tuple(two_spellings(self.pages))

    @cached_property
    def abbreviations(self) -> tuple[Remark, ...]:
        """Abbreviations that a reader cannot look up."""
        return tuple(abbreviations(self.pages))


def prose_of(case: Case) -> Prose:
    """The words of the document; made once for all rules."""
    return _prose_of(case.paper, case.parts)


@lru_cache(maxsize=1)
def _prose_of(paper: Paper, parts: Parts) -> Prose:
    kinds: dict[int, PassageKind] = {}
    for appendix in parts.appendices:
        kinds |= dict.fromkeys(map(id, paragraphs_of(appendix.blocks)), PassageKind.BODY)
    kinds |= dict.fromkeys(map(id, (*parts.can_cu, *parts.than_bai)), PassageKind.BODY)
    for table in parts.data_tables:
        kinds |= dict.fromkeys(map(id, table.paragraphs), PassageKind.CELL)
    told = {id(line.paragraph) for appendix in parts.appendices for line in (appendix.word, *appendix.title)}
    notes = {note.id: note.paragraphs for note in paper.notes}
    found: list[tuple[Paragraph, PassageKind]] = []
    for paragraph in paper.paragraphs:
        if id(paragraph) in kinds and id(paragraph) not in told:
            found.append((paragraph, kinds[id(paragraph)]))
        hanging = (notes.pop(note, ()) for _, note in paragraph.notes)
        found += [(one, PassageKind.NOTE) for paragraphs in hanging for one in paragraphs]
    return Prose(tuple(_pieces(found)))


def _pieces(found: Iterable[tuple[Paragraph, PassageKind]]) -> Iterator[Piece]:
    old: dict[tuple[str, ...], bool] = {}
    at = 0
    for paragraph, kind in found:
        for span in paragraph.spans:
            names = span.face.fonts
            if names not in old:
                old[names] = any(map(encoding_of_font, names))
        text = paragraph.text
        if text.strip() and not any(old[span.face.fonts] for span in paragraph.spans):
            text = _without_pictures(paragraph)
            seen = text if text.isascii() else unicodedata.normalize("NFC", text).translate(_BLANKS)
            yield Piece(at, paragraph, kind, seen, len(seen) == len(text))
            at += 1


def _without_pictures(paragraph: Paragraph) -> str:
    """The text with a square for each letter that its font prints as a sign."""
    if not any(prints_pictures(span.face.fonts) for span in paragraph.spans):
        return paragraph.text
    return "".join(
        _SIGN.sub(_PICTURE, span.text) if prints_pictures(span.face.fonts) else span.text
        for span in paragraph.spans
    )


def told(
    piece: Piece, start: int, end: int, wanted: str, *, new: str | None = None, seen: str | None = None
) -> Seen:
    """A stretch of a piece is wrong. new: what to type there instead, None when a person has to.

    seen, wanted: in words; the stretch itself when `seen` is None.
    """
    mends: tuple[Mend, ...] = ()
    if new is not None and piece.exact:
        mends = (Retype(piece.paragraph, start, piece.typed(start, end), new),)
    shown = f"«{piece.text[start:end]}»" if seen is None else seen
    return broken(piece.paragraph, shown, wanted, mends, start, end)


@lru_cache(maxsize=256)
def words_pattern(shape: str, words: tuple[str, ...]) -> re.Pattern[str]:
    """`shape` with the words, as typed, in the place of "WORDS"; the longest first."""
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(shape.replace("WORDS", "|".join(map(re.escape, ordered))))
