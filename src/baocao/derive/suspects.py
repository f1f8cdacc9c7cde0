"""One fault, one finding: several rules that fail for the same reason, and the number that is the reason.

A number is suspected when another number in its place lets a failing rule hold and breaks no other. The
suspect that mends most rules explains them all: they are told together, and it is named when it is alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from baocao.derive.ground import Ground
from baocao.derive.judging import failures
from baocao.derive.spots import Scope, Spot
from baocao.derive.verdicts import Failure
from baocao.model.record import Value
from baocao.packs.rules import RuleKind

MOST_FAILURES = 12
"""When more rules fail, each is told by itself: the data is of another kind, not one slip."""
MOST_SUSPECTS = 16
"""Of one rule; a long column has more cells than are worth trying."""

_ADDED = frozenset({RuleKind.SUM, RuleKind.OWN, RuleKind.CARRIED})


@dataclass(frozen=True, slots=True)
class Suspect:
    """A typed number, and what it would have to be."""

    spot: Spot
    value: Value
    number: Decimal


@dataclass(frozen=True, slots=True)
class Case:
    """A failing rule, the others that fail for the same reason, and the only number that explains them."""

    failure: Failure
    others: tuple[Failure, ...] = ()
    suspect: Suspect | None = None


Key = tuple[str, int]


def cases(ground: Ground) -> Iterator[Case]:
    """Every failing rule, once, sums first. What the model has told (both numbers typed) is not repeated."""
    told = sorted(failures(ground), key=lambda one: one.rule.kind not in _ADDED)
    if not told:
        return
    of_the_model = failures(ground, ground.catalogue.by_kind.get(RuleKind.WITHIN, ()), typed=True)
    broken = frozenset(one.key for one in (*told, *of_the_model))
    explained: set[Key] = set()
    for failure in told:
        if failure.key in explained:
            continue
        mended = _mended(failure, broken) if len(told) <= MOST_FAILURES else {}
        case = _case(failure, mended, [one for one in told if one.key not in explained])
        explained |= {failure.key, *(one.key for one in case.others)}
        yield case


def _case(failure: Failure, mended: dict[Suspect, frozenset[Key]], left: Sequence[Failure]) -> Case:
    most = max(map(len, mended.values()), default=0)
    best = [suspect for suspect, keys in mended.items() if len(keys) == most]
    if not best:
        return Case(failure)
    shared = frozenset.intersection(*(mended[suspect] for suspect in best))
    others = tuple(one for one in left if one.key in shared and one.key != failure.key)
    return Case(failure, others, best[0] if len(best) == 1 else None)


def _mended(failure: Failure, broken: frozenset[Key]) -> dict[Suspect, frozenset[Key]]:
    """By suspect: which of the broken rules would hold. Suspects that would break another are none."""
    found: dict[Suspect, frozenset[Key]] = {}
    for suspect in _suspects(failure):
        mended = _holding(failure.scope, suspect, broken)
        if failure.key in mended:
            found[suspect] = mended
    return found


def _holding(scope: Scope, suspect: Suspect, broken: frozenset[Key]) -> frozenset[Key]:
    """Which broken rules hold with the suspect's other number; none when it breaks one that holds."""
    rules = scope.ground.catalogue.dependence.of(suspect.spot.id).rules
    changed = scope.changed(suspect.spot, suspect.number)
    still: set[Key] = set()
    for failure in failures(changed.ground, rules, typed=True):
        if failure.key not in broken:
            return frozenset()
        still.add(failure.key)
    looked_at = {rule.id for rule in rules}
    return frozenset(key for key in broken if key[0] in looked_at and key not in still)


def _suspects(failure: Failure) -> list[Suspect]:
    """The exact typed numbers of a sum, each with what would let the rule hold."""
    if failure.rule.kind not in _ADDED or failure.given:
        return []
    over = failure.left - failure.right
    right = () if failure.rule.kind is RuleKind.CARRIED else failure.rule.right
    sides = [*_moved(failure.scope, failure.rule.left, -over), *_moved(failure.scope, right, over)]
    return sides if len(sides) <= MOST_SUSPECTS else []


def _moved(scope: Scope, items: Sequence[str], by: Decimal) -> Iterator[Suspect]:
    for item in items:
        for spot, value in scope.leaves(item):
            number = (value.number or Decimal(0)) + by
            if not value.hedge and number >= 0:
                yield Suspect(spot, value, number)
