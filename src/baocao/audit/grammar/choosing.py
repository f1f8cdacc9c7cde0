"""Which figures of a list are the parts of a total: those that add up to it, else the plainest choice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, takewhile

from baocao.audit.grammar.lists import Item, run_of
from baocao.audit.grammar.parts import (
    Fit,
    family_of,
    fit,
    levels_named,
    makes_whole,
    named,
    of_other_times,
    overlaps,
)
from baocao.audit.grammar.quantities import Figure
from baocao.audit.statements import Quantity

_MOST_TOTALS = 4
_MOST_EXTRAS = 6
_LARGEST_FAMILY = 5
_SAME_WORDS = 2
_DIMENSIONS = frozenset({"kenh", "han", "cap", "trang-thai", "nguon", "gioi"})


@dataclass(frozen=True, slots=True)
class Choice:
    """A total with its parts. whole: the family of the parts says that they are all, certain: without doubt.

    sure: no other choice was possible. adds_up: the parts make the total.
    """

    total: Quantity
    parts: tuple[Quantity, ...]
    near: tuple[Quantity, ...]
    whole: bool
    certain: bool
    sure: bool
    adds_up: bool


def choose(totals: Sequence[Figure], items: Sequence[Item], *, apart: bool = False) -> Choice | None:
    """The parts among `items` of one of `totals`, nearest first; None when none fits.

    An unfinished list, one with parts of several kinds and one whose units are not known is a choice only
    when it adds up or says less than its total. apart: the words say that no part is counted twice.
    """
    near = tuple(totals[:_MOST_TOTALS])
    for total, quantity in _stated(near):
        for parts in _options(total, items):
            adds_up = sum(_value(part) for part in parts) == quantity.value
            if adds_up and not of_other_times(quantity, [part.quantity for part in parts]):
                return _told_of(total, quantity, parts, near)
    return _plainest(near, items, apart)


def _told_of(total: Figure, quantity: Quantity, parts: Sequence[Figure], totals: Sequence[Figure]) -> Choice:
    """The choice of parts that make a number; of one like "49/48 đơn vị" they make it wrong, not right."""
    own = total.quantity
    if quantity is own or own.of is None or own.value <= own.of:
        return _choice(quantity, parts, totals, adds_up=True)
    return replace(_choice(own, parts, totals, adds_up=False), sure=True)


def _stated(totals: Sequence[Figure]) -> Iterator[tuple[Figure, Quantity]]:
    """Each figure with what it may state: of "90/100 hồ sơ" first the 90, then the 100."""
    for total in totals:
        yield total, total.quantity
    for total in totals:
        whole = total.quantity.of
        if total.is_ratio and whole is not None and whole != total.quantity.value:
            yield total, replace(total.quantity, value=whole)


def _value(figure: Figure) -> Decimal:
    return figure.quantity.value


def _options(total: Figure, items: Sequence[Item]) -> Iterator[tuple[Figure, ...]]:
    """Choices of two parts or more, the plainest first."""
    run = run_of(items)
    fitting = [_fitting(total, item) for item in run]
    first = _first_of_each(fitting)
    every = tuple(figure for figures in fitting for figure in figures)
    own = tuple(fitting[0]) if fitting else ()
    for option in sorted((first, every, own), key=is_family, reverse=True):
        if len(option) > 1:
            yield option
    yield from _shorter(total, first, run)
    if len(first) > 1:
        yield from _with_extras(first, every)


def _fitting(total: Figure, item: Item) -> list[Figure]:
    return [figure for figure in item.plain if figure is not total and fit(total, figure)]


def _first_of_each(fitting: Sequence[Sequence[Figure]]) -> tuple[Figure, ...]:
    return tuple(figures[0] for figures in takewhile(bool, fitting))


def _shorter(total: Figure, first: Sequence[Figure], run: Sequence[Item]) -> Iterator[tuple[Figure, ...]]:
    """The first items up to where they add up, unless the next one begins with the words of one of them."""
    amount = Decimal(0)
    for place, figure in enumerate(first[:-1], start=1):
        amount += _value(figure)
        begun = [item.words[:_SAME_WORDS] for item in run[: place + 1]]
        goes_on = len(begun[-1]) == _SAME_WORDS and begun[-1] in begun[:-1]
        if place > 1 and amount == _value(total) and not goes_on:
            yield tuple(first[:place])


def _with_extras(first: Sequence[Figure], every: Sequence[Figure]) -> Iterator[tuple[Figure, ...]]:
    """The first figure of each item and some of the others: a comma typed for a semicolon."""
    own = set(map(id, first))
    extras = [figure for figure in every if id(figure) not in own]
    if 1 < len(extras) <= _MOST_EXTRAS:
        for amount in range(1, len(extras)):
            for chosen in combinations(map(id, extras), amount):
                yield tuple(figure for figure in every if id(figure) in own.union(chosen))


def _plainest(totals: Sequence[Figure], items: Sequence[Item], apart: bool) -> Choice | None:
    """The parts of the nearest total that do not add up to it."""
    for total in totals:
        parts, sure = _plain_parts(total, items)
        if not parts:
            continue
        parts = _apart(parts)
        goods = [part for part in parts if fit(total, part) is Fit.GOOD]
        sure = sure and (apart or len(goods) == len(parts))
        made = _choice(total.quantity, parts, totals, adds_up=False)
        more = sum(map(_value, parts)) > _value(total)
        doubtful = not sure or any(item.unfinished for item in run_of(items)) or is_mixed(parts)
        if of_other_times(total.quantity, made.parts):
            return None
        if more and doubtful and sum(map(_value, goods)) > _value(total) and _one_large(total, goods):
            return replace(_choice(total.quantity, goods, totals, adds_up=False), sure=False)
        if more and (doubtful or _is_another(total, parts) or (not apart and _overlapping(total, parts))):
            return None
        return replace(made, sure=not doubtful)
    return None


def _one_large(total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether at most one part is more than half of the total: they count nothing twice."""
    return sum(_value(part) * 2 > _value(total) for part in parts) < 2 and len(parts) > 2


def _is_another(total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the first figure is too large to begin a list of parts of this total."""
    return len(parts) == 1 or (_value(parts[0]) > 2 * _value(total) and not is_family(parts))


def _overlapping(total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether each part alone is more than half of the total, and all far more: they count things again."""
    if family_of([named(part) | levels_named(part) for part in parts]):
        return False
    told = sum(map(_value, parts))
    return told * 10 > _value(total) * 13 and all(_value(part) * 2 > _value(total) for part in parts)


def _apart(parts: Sequence[Figure]) -> tuple[Figure, ...]:
    """Without those that count again what others count, unless they are all there are ("nam", "nữ")."""
    if len(parts) < 2 or is_family(parts):
        return tuple(parts)
    return tuple(part for part in parts if not overlaps(part)) or tuple(parts[:1])


def _up_to(total: Figure, first: Sequence[Figure]) -> tuple[Figure, ...]:
    """The items before one that tells more than the whole total: another thought has begun there."""
    return (*first[:1], *takewhile(lambda part: _value(part) <= _value(total), first[1:]))


def is_family(parts: Sequence[Figure], *, certainly: bool = False) -> bool:
    """Whether the parts are named as all members of a family; certainly: without any doubt."""
    if not 1 < len(parts) <= _LARGEST_FAMILY:
        return False
    names = [named(part) | levels_named(part) for part in parts]
    return makes_whole(family_of(names), names, certainly=certainly)


def _plain_parts(total: Figure, items: Sequence[Item]) -> tuple[tuple[Figure, ...], bool]:
    """The plainest parts, and whether no other choice is as plain."""
    run = run_of(items)
    fitting = [_fitting(total, item) for item in run]
    every_first = _first_of_each(fitting)
    first = every_first if is_family(every_first, certainly=True) else _up_to(total, every_first)
    if len(first) > 1:
        own = fitting[0]
        if (
            len(own) > 1
            and family_of([named(part) for part in own])
            and not family_of(list(map(named, first)))
        ):
            return tuple(own), False
        every = tuple(figure for figures in fitting[: len(first)] for figure in figures)
        return (first, True) if len(every) == len(first) else (every, False)
    every = _of_one_family(tuple(fitting[0])) if fitting else ()
    return every, len(run) == len(items)


def _of_one_family(parts: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """The first parts when they are a whole family: "đúng hạn 80, quá hạn 10" before "đang làm 10"."""
    for size in range(min(len(parts), _LARGEST_FAMILY), 1, -1):
        if is_family(parts[:size]):
            return parts[:size]
    return parts


def is_mixed(parts: Sequence[Figure]) -> bool:
    """Whether some parts are told by another measure than others: channel and deadline."""
    told = [frozenset(family for family, _ in named(part)) & _DIMENSIONS for part in parts]
    measures = [families for families in told if families]
    return bool(measures) and not frozenset.intersection(*measures)


def _choice(total: Quantity, parts: Sequence[Figure], totals: Sequence[Figure], *, adds_up: bool) -> Choice:
    quantities = tuple(part.quantity for part in parts)
    near = tuple(figure.quantity for figure in totals if figure.quantity.spot != total.spot)
    return Choice(
        total, quantities, near, is_family(parts), is_family(parts, certainly=True), adds_up, adds_up
    )
