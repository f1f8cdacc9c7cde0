"""Totals split by level of government: "tiếp nhận 27.630" and "cấp Huyện tiếp nhận 3.252", "các xã …"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain

from baocao.audit.document import PassageKind
from baocao.audit.grammar.breakdowns import made
from baocao.audit.grammar.concepts import levels_of
from baocao.audit.grammar.note_places import NotePlaces
from baocao.audit.grammar.parts import is_secondary, may_count
from baocao.audit.grammar.quantities import Figure, Figures
from baocao.audit.statements import Statement

_WHOLE = (frozenset({"cap-huyen", "cap-xa"}), frozenset({"cap-tinh", "cap-huyen", "cap-xa"}))
_FOLLOWING = 3
_IN_NOTE = Decimal(1)
_BEHIND = Decimal("0.9")

Key = tuple[str, str, frozenset[str]]


def level_totals(figures: Figures) -> Iterator[Statement]:
    """Totals against the figures of each level, in the notes of their passage or in what follows."""
    notes = NotePlaces(figures.document)
    for place, passage in enumerate(figures.document.passages):
        if passage.kind is PassageKind.BODY:
            own = list(_plain(figures, [place]))
            totals = [figure for figure in own if len(_levels(figure)) != 1]
            if totals:
                numbers = dict.fromkeys(mark.note for mark in passage.marks)
                hanging = chain.from_iterable(notes.after(number, place) for number in numbers)
                yield from _told(totals, _plain(figures, hanging), _IN_NOTE)
                behind = _plain(figures, _behind(figures, place))
                yield from _told(totals, chain(own, behind), _BEHIND)


def _behind(figures: Figures, place: int) -> Iterator[int]:
    """The next paragraphs of the body up to a heading."""
    passages = figures.document.passages
    left = _FOLLOWING
    for after in range(place + 1, min(len(passages), place + 4 * _FOLLOWING)):
        if passages[after].kind is PassageKind.HEADING or not left:
            return
        if passages[after].kind is PassageKind.BODY:
            left -= 1
            yield after


def _plain(figures: Figures, places: Iterable[int]) -> Iterator[Figure]:
    """The figures of sentences, brackets left out, that count something by themselves."""
    for place in places:
        for sentence in figures.sentences(place):
            for figure in figures.in_clause(sentence):
                if may_count(figure) and not is_secondary(figure) and _key(figure)[2]:
                    yield figure


def _levels(figure: Figure) -> frozenset[str]:
    return levels_of(figure.quantity.concepts)


def _key(figure: Figure) -> Key:
    quantity = figure.quantity
    return quantity.unit, quantity.period, quantity.concepts - _levels(figure)


def _told(totals: Sequence[Figure], others: Iterable[Figure], confidence: Decimal) -> Iterator[Statement]:
    for key, parts in _groups(others).items():
        first = (
            min(part.quantity.spot.passage for part in parts),
            min(part.quantity.spot.start for part in parts),
        )
        fitting = [
            total
            for total in totals
            if _fits(_key(total), key) and (total.quantity.spot.passage, total.quantity.spot.start) < first
        ]
        if fitting:
            yield _statement(fitting, parts, key, confidence)


def _groups(others: Iterable[Figure]) -> dict[Key, list[Figure]]:
    """One figure of each level that all say the same thing of their level."""
    by_key: dict[Key, dict[str, list[Figure]]] = {}
    for figure in others:
        levels = _levels(figure)
        if len(levels) == 1:
            by_key.setdefault(_key(figure), {}).setdefault(next(iter(levels)), []).append(figure)
    return {
        key: [told[0] for told in levels.values()]
        for key, levels in by_key.items()
        if frozenset(levels) in _WHOLE and all(len(told) == 1 for told in levels.values())
    }


def _fits(total: Key, parts: Key) -> bool:
    """Whether the parts say of their levels what the total says, perhaps with more words."""
    return total[:2] == parts[:2] and total[2] <= parts[2]


def _statement(totals: Sequence[Figure], parts: Sequence[Figure], key: Key, confidence: Decimal) -> Statement:
    amount = sum(part.quantity.value for part in parts)
    chosen = next((total for total in totals if total.quantity.value == amount), totals[-1])
    adds_up = chosen.quantity.value == amount
    near = tuple(total.quantity for total in totals if total is not chosen)
    whole = adds_up or _key(chosen)[2] == key[2]
    sure = confidence if len(totals) == 1 or adds_up else confidence / 2
    return made(
        chosen.quantity,
        [part.quantity for part in parts],
        "theo-cap",
        whole=whole,
        confidence=Decimal(1) if adds_up else sure,
        near=near,
    )
