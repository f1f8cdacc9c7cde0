"""The words of a document, passage by passage, as the checks of this room look at them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from baocao.audit.document import PROSE, Document, Passage, PassageKind
from baocao.audit.scanning.tokens import Token, tokens
from baocao.audit.statements import Spot
from baocao.audit.verdicts import Confidence, FaultKind, Remark
from baocao.errors import Finding, Where

_WORD = re.compile(r"[^\W_]+")
_STARTS = frozenset('.!?:;…“"(-+*/')
_SHOWN = 60
_PLACES = 100
"""Places that one remark may name."""
_MANY_CAPITALS = 0.7
_FRAME = frozenset({PassageKind.HEADER_BLOCK, PassageKind.SIGNATURE_BLOCK})


class Word(NamedTuple):
    """A run of letters and digits at [start:end] of its passage. small: in small letters."""

    text: str
    small: str
    start: int
    end: int

    @property
    def is_title(self) -> bool:
        """Whether only its first letter is a capital."""
        return self.text[:1].isupper() and self.text[1:] == self.small[1:]


@dataclass(frozen=True)
class Page:
    """One passage with its words. at: its place in `Document.passages`."""

    at: int
    passage: Passage

    @property
    def text(self) -> str:
        """The passage's text."""
        return self.passage.text

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words in order."""
        found = ((item[0], item.start(), item.end()) for item in _WORD.finditer(self.text))
        return tuple(Word(text, text.lower(), start, end) for text, start, end in found)

    @cached_property
    def small(self) -> tuple[str, ...]:
        """Its words in small letters."""
        return tuple(word.small for word in self.words)

    @cached_property
    def joins(self) -> tuple[bool, ...]:
        """Of each word but the last, whether only blanks stand between it and the next one."""
        text = self.text
        return tuple(text[first.end : second.start].isspace() for first, second in pairwise(self.words))

    @cached_property
    def in_capitals(self) -> bool:
        """Whether it is typed in capitals, as titles are."""
        letters = [char for char in self.text if char.isalpha()]
        return sum(map(str.isupper, letters)) > _MANY_CAPITALS * len(letters)

    @property
    def is_prose(self) -> bool:
        """Whether it is text of the report, not its header or its signature."""
        return self.passage.kind in PROSE

    def adjoins(self, first: int) -> bool:
        """Whether only blanks stand between the word `first` and the next one."""
        return 0 <= first < len(self.joins) and self.joins[first]

    def starts_sentence(self, word: int) -> bool:
        """Whether a word is the first one of a sentence, an item or a quotation."""
        before = self.text[max(0, self.words[word].start - 3) : self.words[word].start].rstrip()
        return word == 0 or (bool(before) and before[-1] in _STARTS)

    def spot(self, start: int, end: int) -> Spot:
        """A stretch of this passage."""
        return Spot(self.at, start, end)

    def around(self, start: int, end: int, reach: int = 24) -> str:
        """The words at and around a stretch, as a person would quote them."""
        first = max(0, start - reach)
        last = min(len(self.text), end + reach)
        cut = self.text[first:last]
        if first and " " in cut[: start - first]:
            cut = cut[cut.index(" ") + 1 :]
        if last < len(self.text) and " " in cut[-(last - end) :]:
            cut = cut[: cut.rindex(" ")]
        return cut.strip()


@dataclass(frozen=True)
class Pages:
    """A document as the checks see it. scanned: the tokens of its passages, when they are there already."""

    document: Document
    scanned: Sequence[tuple[Token, ...]] = ()

    @cached_property
    def all(self) -> tuple[Page, ...]:
        """Every passage."""
        return tuple(Page(at, passage) for at, passage in enumerate(self.document.passages))

    @cached_property
    def prose(self) -> tuple[Page, ...]:
        """The passages but for header and signature."""
        return tuple(page for page in self.all if page.is_prose)

    @cached_property
    def index(self) -> Mapping[str, Sequence[tuple[Page, int]]]:
        """The places of each word of the prose, in small letters: its passage and its rank there."""
        places: dict[str, list[tuple[Page, int]]] = defaultdict(list)
        for page in self.prose:
            for at, word in enumerate(page.small):
                places[word].append((page, at))
        return dict(places)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The words of the prose as typed, each once: what is told of a word alone is found once for all."""
        return tuple(dict.fromkeys(word.text for page in self.prose for word in page.words))

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The words that stand somewhere in small letters: no mere names."""
        return frozenset(text for text in self.texts if text.islower())

    @cached_property
    def pairs(self) -> Counter[tuple[str, str]]:
        """How often two words stand side by side in the prose, in small letters."""
        return Counter(
            pair
            for page in self.prose
            for pair, joined in zip(pairwise(page.small), page.joins, strict=True)
            if joined
        )

    def tokens_of(self, page: Page) -> tuple[Token, ...]:
        """The tokens of a passage."""
        return self.scanned[page.at] if self.scanned else tokens(page.text)

    def phrases(self, phrase: Sequence[str]) -> Iterator[tuple[Page, int]]:
        """The places where a phrase in small letters starts."""
        for page, at in self.index.get(phrase[0], ()):
            if page.small[at : at + len(phrase)] == tuple(phrase):
                yield page, at

    @cached_property
    def is_official(self) -> bool:
        """Whether it has the header or the signature of an official document; a news item has neither."""
        return any(passage.kind in _FRAME for passage in self.document.passages)

    def remark(
        self, code: str, kind: FaultKind, *spots: Spot, sure: Confidence = Confidence.SURE, **facts: str
    ) -> Remark:
        """A remark about the first spot; the others are the further places."""
        first, *others = spots[:_PLACES]
        further = tuple(map(self._where, others))
        told = Finding(code, self._where(first), tuple(facts.items()), others=further)
        return Remark(told, first, kind, sure, tuple(others))

    def _where(self, spot: Spot) -> Where:
        passage = self.document.passages[spot.passage]
        return passage.where.but(words=passage.text[spot.start : spot.end][:_SHOWN])
