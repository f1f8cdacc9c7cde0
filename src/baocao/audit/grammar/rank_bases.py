"""The number behind the stroke of a rank: how many are ranked, against the other ranks of the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from baocao.audit.grammar.slips import is_slip
from baocao.audit.statements import Quantity, Relation, Role, Statement

_LIKELY = Decimal("0.9")
_OFTEN = 3
_STROKE = "/"


def behind_stroke(rank: Quantity) -> Quantity | None:
    """ "11/12 huyện" as the 12; None for a rank typed otherwise."""
    front, stroke, back = rank.text.partition(_STROKE)
    if rank.of is None or not stroke:
        return None
    start = rank.spot.start + len(front) + 1
    return replace(rank, value=rank.of, of=None, text=back, spot=replace(rank.spot, start=start))


def rank_bases(changes: Iterable[Statement], ranks: Iterable[Statement]) -> Iterator[Statement]:
    """Two ranks that are compared, of which one is out of another number by a slip: "11/62 … 10/12 huyện".

    Only where the report ranks out of the one number often and out of the other a single time.
    """
    pairs = [(old, new) for told in changes if told.is_rank and (old := told.one(Role.OLD))
             and (new := told.one(Role.NEW))]  # fmt: skip
    known = {rank.spot: rank for pair in pairs for rank in pair}
    known |= {rank.spot: rank for told in ranks for rank in told.all(Role.RANK)}
    often = Counter(rank.of for rank in known.values())
    for old, new in pairs:
        first, second = behind_stroke(old), behind_stroke(new)
        if first is not None and second is not None and _slipped(first, second, often):
            roles = ((Role.SAME, first), (Role.SAME, second))
            yield Statement(Relation.SAME, roles, second.spot, "hang-tren", _LIKELY)


def _slipped(one: Quantity, other: Quantity, often: Counter[Decimal | None]) -> bool:
    rare, usual = sorted((one, other), key=lambda back: often[back.value])
    known = often[rare.value] == 1 and often[usual.value] >= _OFTEN
    return known and one.unit == other.unit and is_slip(rare.value, usual.value)
