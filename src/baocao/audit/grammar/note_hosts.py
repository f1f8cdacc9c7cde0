"""What each footnote hangs on, and the figures of the body that footnotes break down."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from baocao.audit.grammar.breakdowns import counted, is_certain, listed, statement
from baocao.audit.grammar.bullets import bullet_items
from baocao.audit.grammar.choosing import choose
from baocao.audit.grammar.lists import Item, items_of
from baocao.audit.grammar.note_lists import listed_parts
from baocao.audit.grammar.note_places import MOST_MARKS, NotePlaces
from baocao.audit.grammar.note_words import meant_elsewhere
from baocao.audit.grammar.openers import openers
from baocao.audit.grammar.quantities import Figure, Figures
from baocao.audit.statements import NoteHost, Quantity, Relation, Role, Spot, Statement

_WORDS_BEFORE = 12
_NAMING_WORDS = 8
_MOST_TOTALS = 24
_MOST_SENTENCES = 12

Read = tuple[list[Item], str]
"""The items of a note, and the kind of the opener before them."""


def note_breakdowns(figures: Figures) -> Iterator[Statement]:
    """Notes that break down a figure of the sentence they hang in: "1.546 biên chế⁵", "⁵ Trong đó: … là 104".

    A note that no word opens as a breakdown is one when its figures add up, or when they are the levels of
    government. Notes of one passage that each give one figure are read together.
    """
    notes = _Notes(figures)
    for place, passage in enumerate(figures.document.passages):
        if passage.marks:
            own = _by_end(figures, place)
            read = [
                (_totals(figures, place, own, mark.offset), notes.read(mark.note, place))
                for mark in passage.marks[:MOST_MARKS]
            ]
            for mark, (totals, told) in zip(passage.marks, read, strict=False):
                yield from _broken_down(totals, told, _right_before(passage.text, own, mark.offset))
            yield from _together(read)


def _broken_down(totals: Sequence[Figure], read: Read, hanging: Figure | None) -> Iterator[Statement]:
    """What a note says of a figure before its mark; `hanging` stands right there.

    A note that is nothing but a list makes up what it hangs on, or the only count of its sentence.
    """
    items, kind = read
    choice = choose(totals, items, apart=kind == "du") if totals else None
    told = list(statement(choice, kind)) if choice is not None else []
    total = hanging if hanging in totals else totals[0] if len(totals) == 1 else None
    left_open = not is_certain(told) and kind != "mot_phan"
    parts = listed_parts(total, items, in_note=True) if total and left_open else []
    if total and parts:
        yield listed(total, parts)
    else:
        yield from told


def hosts(figures: Figures, statements: Iterable[Statement]) -> Iterator[NoteHost]:
    """What each mark of a note hangs on; `statements` tell which figures of notes explain one of the body."""
    explains = _explaining(figures, statements)
    notes = NotePlaces(figures.document)
    for place, passage in enumerate(figures.document.passages):
        own = _by_end(figures, place) if passage.marks else []
        hanging = [_right_before(passage.text, own, mark.offset) for mark in passage.marks]
        meant = meant_elsewhere(figures, place, hanging, notes)
        for mark, figure in zip(passage.marks, hanging, strict=True):
            start = figure.quantity.spot.start if figure else _words_start(passage.text, mark.offset)
            other = meant.get(mark)
            yield NoteHost(
                mark.note,
                Spot(place, start, mark.offset),
                figure.quantity if figure else None,
                explains.get(mark.note, ()),
                other.quantity if other else None,
            )


class _Notes:
    """What the notes of a document list, each read once."""

    def __init__(self, figures: Figures) -> None:
        self._figures = figures
        self._places = NotePlaces(figures.document)
        self._known: dict[int, Read] = {}

    def read(self, note: str, place: int) -> Read:
        """The items of the note with a number that stands next after a passage."""
        places = self._places.after(note, place)
        if not places:
            return [], ""
        if places[0] not in self._known:
            self._known[places[0]] = _items(self._figures, places)
        return self._known[places[0]]


def _by_end(figures: Figures, place: int) -> list[Figure]:
    return sorted(figures.in_passage(place), key=_end)


def _end(figure: Figure) -> int:
    return figure.quantity.spot.end


def _totals(figures: Figures, place: int, own: Sequence[Figure], offset: int) -> list[Figure]:
    """The figures before a mark in its sentence, nearest first. own: those of the passage by their ends."""
    sentences = figures.sentences(place)
    sentence = bisect_left(sentences, offset, key=lambda index: figures.clauses[index].start) - 1
    if sentence < 0:
        return []
    start = figures.clauses[sentences[sentence]].start
    return counted(figure for figure in _before(own, offset) if figure.quantity.spot.start >= start)


def _before(own: Sequence[Figure], offset: int) -> Sequence[Figure]:
    """The last figures before an offset, in order."""
    end = bisect_right(own, offset, key=_end)
    return own[max(end - _MOST_TOTALS, 0) : end]


def _items(figures: Figures, passages: Sequence[int]) -> Read:
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
    if not any(item.entries for item in items):
        items = bullet_items(figures, passages[-1])
    return items, opener.kind if opener else ""


def _together(read: Sequence[tuple[list[Figure], Read]]) -> Iterator[Statement]:
    """Notes that each tell one part: "¹ Cấp Huyện: 134/134 TTHC", "² Cấp xã: 63/63 TTHC"."""
    single = [
        items[0] for _, (items, kind) in read if not kind and len(items) == 1 and len(items[0].plain) == 1
    ]
    totals = next((totals for totals, (items, kind) in read if totals and not kind and len(items) == 1), [])
    if len(single) > 1 and totals:
        choice = choose(totals, single)
        if choice is not None:
            yield from statement(choice, "")


def _explaining(figures: Figures, statements: Iterable[Statement]) -> dict[str, tuple[Quantity, ...]]:
    """The figures of each note that are parts of a figure outside of it."""
    passages = figures.document.passages
    found: dict[str, list[Quantity]] = {}
    for told in statements:
        total = told.one(Role.TOTAL)
        if told.kind is Relation.BREAKDOWN and total is not None and not passages[total.spot.passage].note:
            for part in told.all(Role.PART):
                if note := passages[part.spot.passage].note:
                    found.setdefault(note, []).append(part)
    return {note: tuple(parts) for note, parts in found.items()}


def _right_before(text: str, own: Sequence[Figure], offset: int) -> Figure | None:
    """The figure whose unit, or the few words that name what it counts, end at the mark; no rate."""
    last = next(iter(reversed(_before(own, offset))), None)
    if last is None or last.quantity.unit == "%":
        return None
    between = text[last.quantity.spot.end : offset]
    return last if len(between.split()) <= _NAMING_WORDS and not set(between) & set(",;:.()") else None


def _words_start(text: str, offset: int) -> int:
    """Where the words right before a mark start, back to a mark of punctuation."""
    start = offset
    words = 0
    while start and words < _WORDS_BEFORE and (text[start - 1] not in ",;:.(" or text[start].isdigit()):
        start -= 1
        words += text[start].isspace()
    return start + (len(text[start:offset]) - len(text[start:offset].lstrip()))
