"""Holds the phrasings against the sentences of a document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from baocao.audit.grammar.lines import Line, lines
from baocao.audit.grammar.phrases import Phrasing, any_of, compiled, phrasings
from baocao.audit.grammar.quantities import Figure, Figures
from baocao.audit.scanning.kinds import Token
from baocao.audit.statements import Spot

_FURTHEST = 60
"""Tokens that may lie between two figures of a phrasing."""


@dataclass(frozen=True, slots=True)
class Match:
    """A phrasing found. figures: by slot. words: what the other slots keep. sentence: its clause."""

    phrasing: Phrasing
    sentence: int
    figures: Mapping[str, Figure]
    words: Mapping[str, str]
    spot: Spot


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of a document that have figures, with their lines."""

    figures: Figures
    lines: Mapping[int, Sequence[Line]]

    def matches(self, sentence: int, kind: str) -> Iterator[Match]:
        """What the phrasings of a kind find in a sentence, phrasing after phrasing in their order."""
        lines = [line for line in self.lines[sentence] if any_of(kind).search(line.text)]
        for phrasing in phrasings(kind) if lines else ():
            for line in lines:
                yield from _found(phrasing, line, sentence)


def sentences_of(figures: Figures) -> Sentences:
    """The sentences of all clauses, ready to hold phrasings against."""
    outer = (index for index, clause in enumerate(figures.clauses) if clause.host is None)
    read = ((sentence, list(lines(figures, sentence))) for sentence in outer)
    return Sentences(figures, {sentence: found for sentence, found in read if found})


def _found(phrasing: Phrasing, line: Line, sentence: int) -> Iterator[Match]:
    pattern = compiled(phrasing)
    for match in pattern.finditer(line.text):
        places = {slot: match.start(pattern.groupindex[slot]) for slot in phrasing.slots}
        filled = {slot: at for slot, at in places.items() if at >= 0}
        found = {slot: line.figures[at] for slot, at in filled.items() if at in line.figures}
        words = {
            slot: " ".join(match.group(pattern.groupindex[slot]).split())
            for slot in filled
            if slot not in found
        }
        if _near(line, match.start(), [filled[slot] for slot in found]):
            yield Match(phrasing, sentence, found, words, _spot(line, match.start(), match.end()))


def _near(line: Line, start: int, places: Sequence[int]) -> bool:
    """Whether nothing in the match lies too far apart to belong together."""
    counts = [bisect_right(line.starts, at) for at in sorted([start, *places])]
    return all(later - earlier <= _FURTHEST for earlier, later in pairwise(counts))


def _spot(line: Line, start: int, end: int) -> Spot:
    first = line.tokens[max(bisect_right(line.starts, start) - 1, 0)]
    last: Token = line.tokens[bisect_right(line.starts, end - 1) - 1]
    return Spot(line.passage, min(first.start, last.start), max(first.end, last.end))
