"""The sentences around a sentence in which a figure that it leaves out may stand, nearest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from baocao.audit.document import PassageKind
from baocao.audit.grammar.quantities import Figure, Figures

_SENTENCES_BEFORE = 2
_PARAGRAPHS_BEFORE = 2
_BULLETS = 12
_MOST = 24
"""Sentences of one passage that are looked at: the others have none before them."""


class Surroundings:
    """The neighbourhood of each sentence of a document."""

    def __init__(self, figures: Figures) -> None:
        self._figures = figures
        self._hosts = dict(_note_hosts(figures))
        self._intros = _intros(figures)

    def tiers(self, sentence: int) -> Iterator[Sequence[Figure]]:
        """Figures in the order of the text: of the sentence itself, the one a note hangs on, those before."""
        yield self.of(sentence)
        passage = self._figures.clauses[sentence].passage
        own = self._figures.sentences(passage)
        at = own.index(sentence) if sentence in own[:_MOST] else 0
        for before in reversed(own[max(at - _SENTENCES_BEFORE, 0) : at]):
            yield self.of(before)
        if (host := self._hosts.get(passage)) is not None:
            yield self.of(host)
        if (intro := self._intros.get(passage)) is not None and at <= _SENTENCES_BEFORE:
            yield self.of(intro)

    def just_before(self, sentence: int) -> Sequence[Figure]:
        """The figures of the sentence before in the same paragraph."""
        own = self._figures.sentences(self._figures.clauses[sentence].passage)
        at = own.index(sentence) if sentence in own[:_MOST] else 0
        return self.of(own[at - 1]) if at else ()

    def earlier(self, sentence: int) -> Iterator[Figure]:
        """The figures of the two paragraphs before, the nearest first."""
        last = self._figures.clauses[sentence].passage
        for passage in range(last - 1, max(last - 1 - _PARAGRAPHS_BEFORE, -1), -1):
            for other in reversed(self._figures.sentences(passage)[-_MOST:]):
                yield from reversed(self.of(other))

    def of(self, sentence: int) -> Sequence[Figure]:
        """The figures of a sentence and its brackets, in the order of the text."""
        return self._figures.in_text_order(sentence)


def _note_hosts(figures: Figures) -> Iterator[tuple[int, int]]:
    """Each passage of a note with the sentence that the note hangs on."""
    passages = figures.document.passages
    marks = {mark.note: (place, mark.offset) for place, one in enumerate(passages) for mark in one.marks}
    for place, passage in enumerate(passages):
        if passage.kind is PassageKind.NOTE and passage.note in marks:
            home, offset = marks[passage.note]
            before = [at for at in figures.sentences(home) if figures.clauses[at].start < offset]
            if before:
                yield place, before[-1]


def _intros(figures: Figures) -> dict[int, int]:
    """Each item of a list ("- …") with the last sentence of the paragraph that leads the list in."""
    found: dict[int, int] = {}
    intro, since = None, 0
    for place, passage in enumerate(figures.document.passages):
        if passage.kind is PassageKind.NOTE:
            continue
        if passage.text[:1] in ("-", "+", "•", "–") and passage.kind is PassageKind.BODY:
            if intro is not None and since < _BULLETS:
                found[place] = intro
            since += 1
            continue
        sentences = figures.sentences(place)
        intro, since = (sentences[-1] if sentences else None), 0
    return found
