"""Notes whose words speak of another figure than the one they hang on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from baocao.audit.document import NoteMark
from baocao.audit.grammar.note_places import MOST_MARKS, NotePlaces
from baocao.audit.grammar.parts import may_count, members
from baocao.audit.grammar.phrase_lists import phrase_lists, small_words
from baocao.audit.grammar.quantities import Figure, Figures

_RIVALS = frozenset({"kenh", "cap", "han", "bien-che", "don", "phuong-an"})
"""Families of which a note is about one member: channels, levels of government, deadlines …"""
_MOST_WORDS = 60
_OPENING_WORDS = 12

Bigrams = frozenset[tuple[str, str]]


def meant_elsewhere(
    figures: Figures, place: int, hanging: Sequence[Figure | None], notes: NotePlaces
) -> Mapping[NoteMark, Figure]:
    """The figure that the note of a mark speaks of where it is another one than it hangs on.

    hanging: the figure right before each mark of the passage. Two neighbouring notes are swapped when each
    has words of the other's figure and none of its own; a note is misplaced when what it tells is named as
    one member of a family, and the figure it hangs on as another one.
    """
    marks = figures.document.passages[place].marks[:MOST_MARKS]
    told = [_Told(figures, notes.after(mark.note, place)) for mark in marks]
    found: dict[NoteMark, Figure] = {}
    start = 0
    hosts: list[Bigrams] = []
    for mark in marks:
        hosts.append(_bigrams(_words(figures, place, start, mark.offset)))
        start = mark.offset
    for (at, first), (after, second) in pairwise(enumerate(hanging[: len(marks)])):
        if first and second and _swapped(hosts[at], hosts[after], told[at].bigrams, told[after].bigrams):
            found |= {marks[at]: second, marks[after]: first}
    for mark, figure, note in zip(marks, hanging, told, strict=False):
        other = _rival(figures, figure, note) if figure and mark not in found else None
        if other is not None:
            found[mark] = other
    return found


class _Told:
    """What a note says: its first words, and those before its colon or its first figure."""

    def __init__(self, figures: Figures, places: Sequence[int]) -> None:
        clauses = [figures.clauses[index] for place in places for index in figures.sentences(place)]
        tokens = [token for clause in clauses for token in clause.tokens][:_MOST_WORDS]
        words = small_words(tokens)
        self.words = tuple(words)
        self.bigrams = _bigrams(words)
        colon = words.index(":") if ":" in words[:_OPENING_WORDS] else 0
        self.label = tuple(words[:colon])
        self.parts = [
            figure
            for place in places
            for index in figures.sentences(place)
            for figure in figures.in_clause(index)
            if may_count(figure)
        ]


def _words(figures: Figures, place: int, start: int, end: int) -> list[str]:
    """The words of a passage between two offsets, from the last sentence that starts between them."""
    inside = [index for index in figures.sentences(place) if figures.clauses[index].start < end]
    tokens = figures.clauses[inside[-1]].tokens if inside else ()
    return small_words(token for token in tokens if start <= token.start < end)


def _bigrams(words: Sequence[str]) -> Bigrams:
    """Neighbouring words that say something."""
    lists = phrase_lists("nhac-lai.yaml")
    filling, common = lists["chu_dem"], lists["viec_chung"]
    return frozenset(
        pair
        for pair in pairwise(words)
        if all(word.isalpha() and not filling.starts((word,), 0) for word in pair)
        and not common.starts(pair, 0)
    )


def _swapped(first: Bigrams, second: Bigrams, first_note: Bigrams, second_note: Bigrams) -> bool:
    own, other = first - second, second - first
    crossed = first_note & other and second_note & own
    return bool(crossed) and not first_note & own and not second_note & other


def _rival(figures: Figures, figure: Figure, note: _Told) -> Figure | None:
    """The figure of the sentence that is named as the member of a family that the note is about."""
    own = _rivals((*figure.before, *figure.after))
    spoken = _rivals(note.words)
    for family, member in _about(note):
        others = [name for kind, name in own if kind == family]
        if others and member not in others and not any((family, name) in spoken for name in others):
            near = [
                other
                for other in figures.in_clause(figure.clause)
                if (family, member) in _rivals((*other.before, *other.after)) and _goes(note, figure, other)
            ]
            if len(near) == 1:
                return near[0]
    return None


def _about(note: _Told) -> Iterator[tuple[str, str]]:
    """The only member of each family that the note speaks of."""
    spoken = _rivals(note.words)
    for family, member in sorted(spoken):
        if sum(kind == family for kind, _ in spoken) == 1:
            yield family, member


def _goes(note: _Told, hanging: Figure, other: Figure) -> bool:
    """Whether the note surely tells of the other figure: its label says so, or its counts add up to it."""
    if hanging is other or hanging.quantity.unit != other.quantity.unit:
        return False
    labelled = bool(_rivals(note.label) & _rivals((*other.before, *other.after)))
    added = sum(part.quantity.value for part in note.parts)
    return labelled or (len(note.parts) > 1 and added == other.quantity.value)


def _rivals(words: Sequence[str]) -> frozenset[tuple[str, str]]:
    return frozenset(pair for pair in members(tuple(words)) if pair[0] in _RIVALS)
