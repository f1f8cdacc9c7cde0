"""Quantities that a report states in two places: an index and its rank, a long number, a count told alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from baocao.audit.document import PassageKind
from baocao.audit.grammar.bullets import mark_of
from baocao.audit.grammar.concepts import concepts_in
from baocao.audit.grammar.indexes import MOST_PLACES, indexes
from baocao.audit.grammar.phrase_lists import phrase_lists
from baocao.audit.grammar.quantities import Figure, Figures
from baocao.audit.grammar.slips import exchanged
from baocao.audit.grammar.told_again import told_alike_again, told_in_notes, told_of_a_place
from baocao.audit.scanning.kinds import Kind
from baocao.audit.statements import Quantity, Relation, Role, Statement

_FILE = "nhac-lai.yaml"
_LONG_NUMBER = 1000
_VERY_LONG_NUMBER = 10_000
_OWN_WORDS = 4
_WORDS_BEHIND = 6
_SHORTEST, _LONGEST = 4, 12
_SURE = Decimal(1)
_LIKELY = Decimal("0.9")


def restated(figures: Figures) -> Iterator[Statement]:
    """What is stated again, each group once.

    Indexes and ranks by what they measure, whose they are and their year; counts told in the same words;
    long numbers that are equal, which can only be found right.
    """
    told: dict[tuple[int, int], list[frozenset[tuple[int, int]]]] = defaultdict(list)
    again = (*told_in_notes(figures), *told_of_a_place(figures), *told_alike_again(figures))
    for confidence, group in (*indexes(figures), *_told_alike(figures), *again, *_equal(figures)):
        key = frozenset((item.spot.passage, item.spot.start) for item in group)
        if len(key) > 1 and not any(key <= other for other in told[min(key)]):
            for member in key:
                told[member].append(key)
            yield _statement(group, confidence)


def _statement(group: Sequence[Quantity], confidence: Decimal) -> Statement:
    roles = tuple((Role.SAME, item) for item in group)
    return Statement(Relation.SAME, roles, group[-1].spot, "nhac-lai", confidence)


def _told_alike(figures: Figures) -> Iterator[tuple[Decimal, list[Quantity]]]:
    """Two figures of running text that speak of the same thing, equal or one a slip of the other.

    Rates must be told in the same words but for filling ones; long counts by the same concepts.
    """
    groups: dict[tuple[object, ...], list[Quantity]] = {}
    for figure in figures.all:
        quantity = figure.quantity
        if quantity.unit and not figure.is_ratio and _runs(figures, quantity):
            told = quantity.concepts | _told_behind(figures, figure)
            for own in _own_words(figure):
                if told or own:
                    groups.setdefault((quantity.unit, quantity.period, told, own), []).append(quantity)
    for group in groups.values():
        if len(group) == len({item.spot.passage for item in group}) == 2 and _alike(*group):
            yield _LIKELY, group
    yield from _swapped(figures)


def _swapped(figures: Figures) -> Iterator[tuple[Decimal, list[Quantity]]]:
    """Two long numbers of the same things of which one has two neighbouring digits of the other swapped."""
    known: dict[tuple[object, ...], Quantity] = {}
    for figure in figures.all:
        quantity = figure.quantity
        if not quantity.unit or quantity.unit == "%" or not _runs(figures, quantity):
            continue
        digits, told = _digits(quantity), quantity.concepts | _told_behind(figures, figure)
        key = (quantity.unit, quantity.period, told)
        if not _SHORTEST <= len(digits) <= _LONGEST or quantity.value < _LONG_NUMBER:
            continue
        for slipped in exchanged(digits):
            other = known.get((*key, slipped))
            if other and other.spot.passage != quantity.spot.passage:
                yield _LIKELY, [other, quantity]
                break
        known.setdefault((*key, digits), quantity)


def _told_behind(figures: Figures, figure: Figure) -> frozenset[str]:
    """The concepts of the words right behind a figure and its unit: "27.630 hồ sơ được tiếp nhận"."""
    words: list[str] = []
    for token in figures.clauses[figure.clause].tokens[figure.unit_end : figure.unit_end + _WORDS_BEHIND]:
        if token.kind is not Kind.WORD:
            break
        words.append(token.text.lower())
    return concepts_in(words)


def _own_words(figure: Figure) -> Iterator[frozenset[str]]:
    """What two figures must share besides their concepts; nothing for one that cannot be told alike."""
    quantity = figure.quantity
    words = frozenset(figure.before) - phrase_lists(_FILE)["chu_dem"].words
    if quantity.unit in ("bậc", "điểm") or (quantity.unit == "%" and not quantity.places):
        return
    if len(words) >= _OWN_WORDS and (quantity.unit == "%" or quantity.value >= _LONG_NUMBER):
        yield words
    if quantity.unit != "%" and quantity.value >= _VERY_LONG_NUMBER:
        yield frozenset()


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are equal, or differ by one digit or by two that changed places."""
    first, second = _digits(one), _digits(other)
    if len(first) != len(second):
        return False
    apart = [at for at, (own, typed) in enumerate(zip(first, second, strict=True)) if own != typed]
    swapped = len(apart) == 2 and first[apart[0]] == second[apart[1]] and first[apart[1]] == second[apart[0]]
    return len(apart) < 2 or swapped


def _digits(quantity: Quantity) -> str:
    return "".join(filter(str.isdigit, f"{quantity.value:f}"))


def _runs(figures: Figures, quantity: Quantity) -> bool:
    """Whether it stands in a sentence of the body, not in a list, a table or a note."""
    passage = figures.document.passages[quantity.spot.passage]
    return passage.kind is PassageKind.BODY and not mark_of(figures, quantity.spot.passage)


def _equal(figures: Figures) -> Iterator[tuple[Decimal, list[Quantity]]]:
    """Long numbers that are the same in several passages, tables left out."""
    groups: dict[tuple[Decimal, str], list[Quantity]] = {}
    for quantity in _stated(figures.all):
        passage = figures.document.passages[quantity.spot.passage]
        if abs(quantity.value) >= _LONG_NUMBER and quantity.unit and passage.kind is not PassageKind.CELL:
            groups.setdefault((quantity.value, quantity.unit), []).append(quantity)
    for group in groups.values():
        if 1 < len({item.spot.passage for item in group}) <= MOST_PLACES >= len(group):
            yield _SURE, group


def _stated(figures: Iterable[Figure]) -> Iterator[Quantity]:
    """Each figure, and the base of one like "27.048/27.630"."""
    for figure in figures:
        quantity = figure.quantity
        yield quantity
        if figure.is_ratio and quantity.of is not None and quantity.of != quantity.value:
            yield replace(quantity, value=quantity.of)
