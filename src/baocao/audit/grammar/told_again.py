"""Counts told again word for word: in the note of their sentence, or of the whole place in two sections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from baocao.audit.document import PassageKind
from baocao.audit.grammar.clauses import Clause
from baocao.audit.grammar.note_places import MOST_MARKS, NotePlaces
from baocao.audit.grammar.parts import may_count
from baocao.audit.grammar.phrase_lists import phrase_lists, small_words
from baocao.audit.grammar.quantities import Figure, Figures
from baocao.audit.grammar.slips import exchanged
from baocao.audit.statements import Quantity

_FILE = "nhac-lai.yaml"
_LEAST_TOLD = 5
"""Tokens that a note must repeat before its figure."""
_LEAST_ALIKE = 8
"""Words that two paragraphs must share before their figures."""
_MOST_TOKENS = 40
_MOST_OF_NAME = 10
_LIKELY = Decimal("0.9")

Group = tuple[Decimal, list[Quantity]]


def told_in_notes(figures: Figures) -> Iterator[Group]:
    """A figure of a note that begins with the very words before a figure of the sentence it hangs in."""
    notes = NotePlaces(figures.document)
    for place, passage in enumerate(figures.document.passages):
        for mark in passage.marks[:MOST_MARKS]:
            again = [figure for at in notes.after(mark.note, place)[:1] for figure in _first(figures, at)]
            if again:
                words = _words_before(figures, again[0])
                same = [
                    figure for figure in _plain(figures, place) if _repeats(figures, figure, words, again[0])
                ]
                if len(same) == 1:
                    yield _LIKELY, [same[0].quantity, again[0].quantity]


def _first(figures: Figures, place: int) -> Sequence[Figure]:
    """The first figure of a note."""
    sentences = figures.sentences(place)
    own = figures.in_clause(sentences[0]) if sentences else ()
    return [figure for figure in own[:1] if _is_count(figure)]


def _plain(figures: Figures, place: int) -> Iterator[Figure]:
    for sentence in figures.sentences(place):
        yield from filter(_is_count, figures.in_clause(sentence))


def _is_count(figure: Figure) -> bool:
    return may_count(figure) and not figure.is_ratio


def _words_before(figures: Figures, figure: Figure) -> list[str]:
    """What stands before a figure in its clause."""
    return small_words(figures.clauses[figure.clause].tokens[max(figure.at - _MOST_TOKENS, 0) : figure.at])


def _repeats(figures: Figures, figure: Figure, words: Sequence[str], again: Figure) -> bool:
    own = _words_before(figures, figure)
    told = len(words) >= _LEAST_TOLD and own[-len(words) :] == list(words)
    return told and figure.quantity.unit == again.quantity.unit


def told_of_a_place(figures: Figures) -> Iterator[Group]:
    """ "Toàn tỉnh có 141 xã, phường" in two passages: equal, or two digits of one changed places."""
    groups: dict[tuple[str, ...], list[Quantity]] = {}
    for figure in figures.all:
        passage = figures.document.passages[figure.quantity.spot.passage]
        if passage.kind is PassageKind.BODY and _is_count(figure) and figure.quantity.value >= 10:
            key = _of_place(figures.clauses[figure.clause], figure)
            if key:
                groups.setdefault((figure.quantity.period, *key), []).append(figure.quantity)
    for group in groups.values():
        if len(group) == len({item.spot.passage for item in group}) == 2 and _slipped(*group):
            yield _LIKELY, group


def told_alike_again(figures: Figures) -> Iterator[Group]:
    """Two paragraphs with the same long words before a count that is equal, or has two digits swapped."""
    groups: dict[tuple[str, ...], list[Quantity]] = {}
    for figure in figures.all:
        quantity = figure.quantity
        passage = figures.document.passages[quantity.spot.passage]
        if passage.kind is PassageKind.BODY and figure.at >= _LEAST_ALIKE and _is_count(figure):
            words = _words_before(figures, figure)
            if sum(word.isalpha() for word in words) >= _LEAST_ALIKE:
                groups.setdefault((quantity.unit, quantity.period, *words), []).append(quantity)
    for group in groups.values():
        if len(group) == len({item.spot.passage for item in group}) == 2 and _slipped(*group):
            yield _LIKELY, group


def _of_place(clause: Clause, figure: Figure) -> tuple[str, ...]:
    """The place that a sentence begins with and what it has so many of; () for other sentences."""
    lists = phrase_lists(_FILE)
    if figure.at > _MOST_OF_NAME or clause.host is not None:
        return ()
    words = small_words(clause.tokens[: figure.at + _MOST_OF_NAME])
    at = lists["mo_cau"].starts(words, 0)
    at += words[at : at + 1] == [","]
    place = lists["toan_vung"].starts(words, at)
    has = lists["hien_co"].starts(words, at + place)
    if not place or not has or at + place + has != figure.at:
        return ()
    name = _name(words[figure.at + 1 :])
    known = lists["co_dinh"].starts(name, 0)
    return (words[at + place - 1], *name) if known else ()


def _name(words: Sequence[str]) -> list[str]:
    """What is counted, up to the end of the thought; what has more words is only some of it."""
    ends, goes_on = phrase_lists(_FILE)["het_ten"], phrase_lists(_FILE)["co_dinh"]
    for at, word in enumerate(words):
        joined = word == "," and goes_on.starts(words, at + 1)
        if (not word.isalpha() and not joined) or ends.starts(words, at):
            return list(words[:at])
    return list(words)


def _slipped(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are equal or one has two neighbouring digits of the other changed places."""
    first, second = (f"{item.value:f}" for item in (one, other))
    return first == second or second in exchanged(first)
