"""One fault is told once: the figure that breaks several statements is found, the others stand beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from baocao.audit.checks.amounts import Amount, one
from baocao.audit.checks.claims import Claim
from baocao.audit.checks.outcome import Outcome
from baocao.audit.checks.repair import Repair, Ties, mends, mistypings, repairs, solved
from baocao.audit.statements import Relation, Role, Spot
from baocao.audit.verdicts import Verdict

_LEAST_PARTLY, _MOST_PARTLY = 3, 30
"""How many broken statements that meet in a figure are searched for one that mends some of them."""
_LEAST_SLIPPED = 100
"""A figure of one or two digits can be mended to fit anything."""
_MOST_SEARCHES = 300
"""How many broken statements of a document are searched for a repair."""


@dataclass(frozen=True, slots=True)
class Culprit:
    """Statements that are wrong together, the plainest first. repair: the one that mends them all.

    figure: the number that breaks them; None when it may be any. typo: the repair is a slip of the keyboard.
    """

    outcomes: tuple[Outcome, ...]
    figure: Amount | None = None
    repair: Repair | None = None
    typo: bool = False


class Weighing:
    """The broken statements of a document against those that hold."""

    def __init__(self, outcomes: Sequence[Outcome]) -> None:
        right = [item for item in outcomes if item.verdict is Verdict.RIGHT and item.claim is not None]
        claims = [item.claim for item in right if item.claim is not None]
        same = [item.claim for item in right if item.claim and item.statement.kind is Relation.SAME]
        self.ties = Ties(claims, same)
        self.supported = {figure.spot for claim in claims for figure in claim.figures}
        self._searches = 0
        self._mended: dict[Spot, Decimal] = {}
        wrong = [item for item in outcomes if item.verdict is Verdict.WRONG and item.fault is not None]
        doubted = {figure.spot for item in wrong if item.claim for figure in item.claim.figures}
        cut = [item for item in outcomes if _is_cut(item) and _meets(item, doubted)]
        self.broken = [*wrong, *cut]
        told = set(map(id, cut))
        self._whole = [
            item for item in outcomes if item.verdict is not Verdict.WRONG and id(item) not in told
        ]

    def culprits(self) -> Iterator[Culprit]:
        """Every broken statement, alone or with those that break with it; then what is to be told besides."""
        left = dict.fromkeys(range(len(self.broken)))
        for culprit, places in self._shared():
            if all(place in left for place in places):
                for place in places:
                    del left[place]
                yield self._mending(culprit)
        alone = [self.broken[place] for place in left]
        for outcome in alone:
            if not _is_cut(outcome):
                yield self._mending(self._alone(outcome))
        lighter = (*filter(_is_cut, alone), *self._whole)
        yield from filter(None, map(self._lighter, lighter))

    def _mending(self, culprit: Culprit) -> Culprit:
        """The culprit, its repair remembered for what it mends besides."""
        if culprit.repair is not None:
            self._mended |= dict.fromkeys(culprit.repair.spots, culprit.repair.value)
        return culprit

    def _lighter(self, outcome: Outcome) -> Culprit | None:
        """A statement that is no plain contradiction but is to be told: cut off, not to be checked, short.

        Not told: what the repairs of the others mend. Parts of "trong đó" that fall short of their total are
        told when one slip alone explains it.
        """
        claim = outcome.claim
        if claim is not None and self._mended and not claim.holds({}) and claim.holds(self._mended):
            return None
        if outcome.if_slip is not None and outcome.claim is not None:
            typed = self._search((outcome.claim,))
            if len(typed) == 1 and typed[0].item.value >= _LEAST_SLIPPED:
                slipped = replace(outcome, fault=outcome.if_slip)
                return Culprit((slipped,), typed[0].item, typed[0], typo=True)
        return Culprit((outcome,)) if outcome.fault is not None else None

    def _search(self, claims: Sequence[Claim]) -> tuple[Repair, ...]:
        """The slips that explain the claims; nothing is searched any more in a text full of faults."""
        self._searches += 1
        return repairs(claims, self.ties) if self._searches <= _MOST_SEARCHES else ()

    def _shared(self) -> list[tuple[Culprit, tuple[int, ...]]]:
        """The figures that break two statements or more and can be mended; the most telling first."""
        found = []
        for places, items in self._meeting().items():
            known = {place: claim for place in places if (claim := _at_least(self.broken[place]))}
            outcomes = tuple(self.broken[place] for place in places)
            if culprit := self._explained(outcomes, list(known.values()), items):
                found.append((culprit, places))
            elif _LEAST_PARTLY <= len(places) <= _MOST_PARTLY and self._searches <= _MOST_SEARCHES:
                found += self._partly(known, items)
        return sorted(found, key=lambda pair: (-len(pair[1]), not pair[0].typo, pair[1]))

    def _meeting(self) -> dict[tuple[int, ...], list[Amount]]:
        """The broken statements that meet in a figure, with all figures in which just these meet."""
        touching: dict[frozenset[Spot], dict[int, Amount]] = {}
        for place, outcome in enumerate(self.broken):
            for item in outcome.claim.figures if outcome.claim else ():
                touching.setdefault(self.ties.group(item.spot), {}).setdefault(place, item)
        meeting: dict[tuple[int, ...], list[Amount]] = {}
        for at in touching.values():
            if len(at) > 1:
                meeting.setdefault(tuple(sorted(at)), []).append(at[min(at)])
        return meeting

    def _explained(
        self, outcomes: tuple[Outcome, ...], claims: list[Claim], items: list[Amount]
    ) -> Culprit | None:
        """The figure that the broken statements blame, if its mending mends them all; None when none does."""
        typed = self._search(claims)
        if len(typed) == 1:
            return Culprit(outcomes, typed[0].item, typed[0], typo=True)
        asked = [repair for item in items if (repair := solved(item, claims, self.ties))]
        if len(asked) == 1 and not typed:
            return Culprit(outcomes, asked[0].item, asked[0])
        if not asked and not typed:
            return None
        spots = {repair.spots for repair in (*typed, *asked)}
        return Culprit(outcomes, (typed or asked)[0].item if len(spots) == 1 else None)

    def _partly(
        self, known: Mapping[int, Claim], items: list[Amount]
    ) -> list[tuple[Culprit, tuple[int, ...]]]:
        """The one slip that mends most of the broken statements that meet in a figure, two at least."""
        mended: dict[tuple[int, ...], list[Repair]] = {}
        for item in items:
            spots = self.ties.group(item.spot)
            asked = (claim.wanted(spot) for claim in known.values() for spot in spots)
            for value in {*mistypings(item), *(value for value in asked if value is not None)}:
                changes = dict.fromkeys(spots, value)
                places = tuple(place for place, claim in known.items() if claim.holds(changes))
                if len(places) > 1 and mends(spots, value, (), self.ties):
                    mended.setdefault(places, []).append(Repair(item, spots, value))
        if not mended:
            return []
        places, found = max(mended.items(), key=lambda pair: len(pair[0]))
        if len(found) > 1:
            return []
        typo = found[0].value in set(mistypings(found[0].item))
        outcomes = tuple(self.broken[place] for place in places)
        return [(Culprit(outcomes, found[0].item, found[0], typo=typo), places)]

    def _alone(self, outcome: Outcome) -> Culprit:
        if outcome.claim is None:
            return Culprit((outcome,))
        typed = self._search((outcome.claim,))
        if len(typed) == 1:
            return Culprit((outcome,), typed[0].item, typed[0], typo=True)
        doubtful = [item for item in outcome.claim.figures if item.spot not in self.supported]
        if len(doubtful) == 1:
            return Culprit((outcome,), doubtful[0], solved(doubtful[0], (outcome.claim,), self.ties))
        return Culprit((outcome,))


def _is_cut(outcome: Outcome) -> bool:
    return outcome.verdict is Verdict.TRUNCATED and outcome.fault is not None


def _meets(outcome: Outcome, spots: Collection[Spot]) -> bool:
    """Whether a statement has one of the figures."""
    return outcome.claim is not None and any(figure.spot in spots for figure in outcome.claim.figures)


def _at_least(outcome: Outcome) -> Claim | None:
    """What must hold of a broken statement when it is mended together with others."""
    return outcome.loose or outcome.claim


def without_misreadings(outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
    """The outcomes less those of a figure that another statement explains.

    A rate, a difference or a rest has one meaning: a right statement about it beats a wrong one, a judged
    one an unverifiable one. Parts of a total that another statement rightly adds up were misread; so were
    those that all have their right share of it: votes for several candidates overlap.
    """
    known = tuple(outcomes)
    best: dict[Spot, int] = {}
    for item in known:
        if item.rival is not None:
            best[item.rival.spot] = min(best.get(item.rival.spot, len(_ORDER)), _ORDER.index(item.verdict))
    right = [item for item in known if item.verdict is Verdict.RIGHT]
    added = {pair for item in right for pair in _pairs(item)}
    rated = {pair for item in right for pair in _rated(item)}
    seen: set[object] = set()
    kept = []
    for item in known:
        beaten = item.rival is not None and _ORDER.index(item.verdict) > best[item.rival.spot]
        pairs = set(_pairs(item)) if item.verdict is Verdict.WRONG else set()
        misread = not pairs.isdisjoint(added) or (pairs != set() and pairs <= rated)
        name = (item.statement.kind, item.rival.spot if item.rival else item.statement.quantities)
        if not beaten and not misread and name not in seen:
            seen.add(name)
            kept.append(item)
    return tuple(kept)


_ORDER = (Verdict.RIGHT, Verdict.TRUNCATED, Verdict.DOUBTFUL, Verdict.WRONG, Verdict.UNVERIFIABLE)


def _rated(outcome: Outcome) -> Iterator[tuple[Spot, Spot]]:
    """The base of a share with its numerator."""
    if outcome.statement.kind is Relation.SHARE and outcome.claim is not None:
        base, over = one(outcome.statement, Role.BASE), one(outcome.statement, Role.NUMERATOR)
        if base is not None and over is not None:
            yield base.spot, over.spot


def _pairs(outcome: Outcome) -> Iterator[tuple[Spot, Spot]]:
    """A total with each of its parts."""
    if outcome.statement.kind is Relation.BREAKDOWN and outcome.claim is not None:
        total, *parts = outcome.claim.figures
        yield from ((total.spot, part.spot) for part in parts)
