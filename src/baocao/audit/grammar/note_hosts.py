"""What each footnote hangs on, and the figures of the body that footnotes break down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from baocao.audit.grammar.breakdowns import counted, openers, statement
from baocao.audit.grammar.choosing import choose
from baocao.audit.grammar.lists import Item, items_of
from baocao.audit.grammar.quantities import Figure, Figures
from baocao.audit.statements import NoteHost, Quantity, Relation, Role, Spot, Statement

_WORDS_BEFORE = 12
_NAMING_WORDS = 4
_MOST_SENTENCES = 12


def note_breakdowns(figures: Figures) -> Iterator[Statement]:
    """Notes that break down a figure of the sentence they hang in: "1.546 biên chế⁵", "⁵ Trong đó: … là 104".

    A note that no word opens as a breakdown is one when its figures add up, or when they are the levels of
    government. Notes of one passage that each give one figure are read together.
    """
    of_notes = _passages_of_notes(figures)
    for place, passage in enumerate(figures.document.passages):
        if passage.marks:
            read = [
                (_totals(figures, place, mark.offset), _items(figures, of_notes.get(mark.note, ())))
                for mark in passage.marks
            ]
            for totals, (items, kind) in read:
                choice = choose(totals, items) if totals else None
                if choice is not None:
                    yield from statement(choice, kind)
            yield from _together(read)


def hosts(figures: Figures, statements: Iterable[Statement]) -> Iterator[NoteHost]:
    """What each mark of a note hangs on; `statements` tell which figures of notes explain one of the body."""
    explains = _explaining(figures, statements)
    for place, passage in enumerate(figures.document.passages):
        for mark in passage.marks:
            figure = _right_before(figures, place, mark.offset)
            start = figure.quantity.spot.start if figure else _words_start(passage.text, mark.offset)
            yield NoteHost(
                mark.note,
                Spot(place, start, mark.offset),
                figure.quantity if figure else None,
                tuple(explains.get(mark.note, ())),
            )


def _passages_of_notes(figures: Figures) -> dict[str, list[int]]:
    """The passages of each note; of a number that is used again, those of its first."""
    found: dict[str, list[int]] = {}
    for place, passage in enumerate(figures.document.passages):
        own = found.setdefault(passage.note, []) if passage.note else []
        if not own or own[-1] == place - 1:
            own.append(place)
    return found


def _totals(figures: Figures, place: int, offset: int) -> list[Figure]:
    """The figures before a mark in its sentence, nearest first."""
    sentence = _sentence_at(figures, place, offset)
    if sentence is None:
        return []
    return counted(figure for figure in figures.inside(sentence) if figure.quantity.spot.end <= offset)


def _sentence_at(figures: Figures, place: int, offset: int) -> int | None:
    """The sentence that a mark hangs on: the last one that starts before it."""
    before = [index for index in figures.sentences(place) if figures.clauses[index].start < offset]
    return before[-1] if before else None


def _items(figures: Figures, passages: Sequence[int]) -> tuple[list[Item], str]:
    """The items of a note and the kind of its opener, "" without one."""
    sentences = [index for place in passages for index in figures.sentences(place)][:_MOST_SENTENCES]
    if not sentences:
        return [], ""
    first = figures.clauses[sentences[0]]
    opener = next((found for found in openers(first) if found.at <= 1), None)
    items = items_of(figures, sentences[0], opener.end if opener else 0)
    for index in sentences[1:]:
        if figures.in_clause(index) or len(passages) > 1:
            items += items_of(figures, index)
    return items, opener.kind if opener else ""


def _together(read: Sequence[tuple[list[Figure], tuple[list[Item], str]]]) -> Iterator[Statement]:
    """Notes that each tell one part: "¹ Cấp Huyện: 134/134 TTHC", "² Cấp xã: 63/63 TTHC"."""
    single = [
        items[0] for _, (items, kind) in read if not kind and len(items) == 1 and len(items[0].plain) == 1
    ]
    totals = next((totals for totals, (items, kind) in read if totals and not kind and len(items) == 1), [])
    if len(single) > 1 and totals:
        choice = choose(totals, single)
        if choice is not None:
            yield from statement(choice, "")


def _explaining(figures: Figures, statements: Iterable[Statement]) -> dict[str, list[Quantity]]:
    """The figures of each note that are parts of a figure outside of it."""
    passages = figures.document.passages
    found: dict[str, list[Quantity]] = {}
    for told in statements:
        total = told.one(Role.TOTAL)
        if told.kind is Relation.BREAKDOWN and total is not None and not passages[total.spot.passage].note:
            for part in told.all(Role.PART):
                if note := passages[part.spot.passage].note:
                    found.setdefault(note, []).append(part)
    return found


def _right_before(figures: Figures, place: int, offset: int) -> Figure | None:
    """The figure whose unit, or the few words that name what it counts, end at the mark."""
    text = figures.document.passages[place].text
    before = [figure for figure in figures.in_passage(place) if figure.quantity.spot.end <= offset]
    if not before:
        return None
    last = max(before, key=lambda figure: figure.quantity.spot.end)
    between = text[last.quantity.spot.end : offset]
    words = between.split()
    return last if len(words) <= _NAMING_WORDS and not set(between) & set(",;:.()") else None


def _words_start(text: str, offset: int) -> int:
    """Where the words right before a mark start, back to a mark of punctuation."""
    start = offset
    words = 0
    while start and words < _WORDS_BEFORE and text[start - 1] not in ",;:.(":
        start -= 1
        words += text[start].isspace()
    return start + (len(text[start:offset]) - len(text[start:offset].lstrip()))
