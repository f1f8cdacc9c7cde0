"""Shares of sums: "trước hạn 300, đúng hạn 175 … đạt 98,96%", "09/10 phòng và 14/15 xã, đạt 92%"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from baocao.audit.grammar.bases import gap, gives
from baocao.audit.grammar.parts import Fit, may_count, units_fit
from baocao.audit.grammar.quantities import Figure
from baocao.audit.statements import Quantity, Spot

_MOST = 8
_NEAR = Decimal(5)
"""How far, in percentage points, a rate may be off that is still meant of a sum."""
_PARTS = frozenset({"cap-tinh", "cap-huyen", "cap-xa", "truc-tuyen", "truc-tiep", "buu-chinh"})


class Pair(NamedTuple):
    """A numerator and a base."""

    over: Quantity
    base: Quantity


def sum_of(parts: Sequence[Quantity]) -> Quantity:
    """Several figures of one passage taken together; its place is from the first to the last of them."""
    first, last = parts[0].spot, parts[-1].spot
    whole = [part.of for part in parts if part.of is not None]
    return replace(
        parts[0],
        value=sum((part.value for part in parts), start=parts[0].value * 0),
        of=sum(whole, start=whole[0] * 0) if len(whole) == len(parts) else None,
        spot=Spot(first.passage, first.start, last.end),
        text=" + ".join(part.text for part in parts),
    )


def pair_of_sum(figures: Sequence[Figure], rate: Quantity) -> Pair | None:
    """The only two neighbouring counts of a sentence whose sum has the rate in a third count; else None."""
    if not rate.places:
        return None
    counts = [item for item in figures if may_count(item) and not item.is_ratio][:_MOST]
    found = [pair for pair in _pairs(counts) if gives(*pair, rate)]
    return found[0] if len(found) == 1 else None


def _pairs(counts: Sequence[Figure]) -> Iterator[Pair]:
    for one, other in combinations(range(len(counts)), 2):
        parts = counts[one], counts[other]
        if other == one + 1 and units_fit(*parts) is Fit.GOOD:
            over = sum_of([part.quantity for part in parts])
            yield from (
                Pair(over, base.quantity) for base in counts[:one] if units_fit(base, parts[0]) is Fit.GOOD
            )


def base_of_sum(figures: Sequence[Figure], over: Figure, rate: Quantity) -> Quantity | None:
    """ "cấp huyện tiếp nhận 300, cấp xã 700; đã giải quyết 950, đạt 95%": the counts told before, together.

    They must give the rate, or be the parts of one whole that nearly give it.
    """
    before = [item for item in figures if item.quantity.spot.start < over.quantity.spot.start]
    counts = [item for item in before if may_count(item) and not item.is_ratio][:_MOST]
    if not 1 < len(counts) < _MOST or any(units_fit(item, over) is not Fit.GOOD for item in counts):
        return None
    names = [item.quantity.concepts & _PARTS for item in counts]
    if not all(names) or len(set(names)) < len(names):
        return None
    both = sum_of([item.quantity for item in counts])
    fits = over.quantity.value <= both.value and both.period == over.quantity.period
    return both if fits and gap(over.quantity, both, rate) <= _NEAR else None


def ratio_of_sum(figures: Sequence[Figure], rate: Figure) -> Quantity | None:
    """ "09/10 phòng và 14/15 xã, đạt 92%": the ratios right before a rate, taken together; None of one."""
    before: list[Quantity] = []
    for item in figures:
        if item.quantity.spot.start >= rate.quantity.spot.start:
            break
        before = [*before, item.quantity] if item.is_ratio and may_count(item) else []
    return sum_of(before) if len(before) > 1 else None
