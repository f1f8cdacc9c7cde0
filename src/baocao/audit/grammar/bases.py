"""Which figure a share is a share of, when the words do not say it outright."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from baocao.audit.grammar.concepts import levels_of
from baocao.audit.grammar.parts import Fit, may_count, units_fit
from baocao.audit.grammar.phrase_lists import phrase_lists
from baocao.audit.grammar.quantities import Figure, halves
from baocao.audit.grammar.surroundings import Surroundings
from baocao.audit.statements import Quantity, Spot
from baocao.derive.agreement import percent

CERTAIN, SEEN, LIKELY = Decimal(1), Decimal("0.9"), Decimal("0.7")
_FILE = "quanh-so.yaml"
_WHOLES = frozenset({"tiep-nhan", "ra-soat", "duoc-giao", "den-han", "bien-che"})
_RECEIVED, _DONE, _CARRIED = frozenset({"tiep-nhan"}), frozenset({"giai-quyet"}), frozenset({"ky-truoc"})
_PLANS = frozenset({"ke-hoach", "duoc-giao"})
_CLOSE, _APART = Decimal(2), Decimal(4)
_HUNDRED = Decimal(100)
_NEAR = 4


@dataclass(frozen=True, slots=True)
class Wanted:
    """A share whose base is looked for.

    goal: concepts that the words ask of the base ("tổng số … rà soát"). words: those words.
    planned: it is held against a plan, compared: against another period; both may be the smaller number.
    """

    numerator: Figure
    rate: Quantity
    goal: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    planned: bool = False
    compared: bool = False


@dataclass(frozen=True, slots=True)
class Base:
    """A base and how sure it is. near: with no base, the figures that may be meant."""

    base: Quantity | None = None
    confidence: Decimal = CERTAIN
    near: tuple[Quantity, ...] = ()


class Bases:
    """Finds the bases of a document's shares. totals: of the parts of breakdowns, by the part's place."""

    def __init__(self, surroundings: Surroundings, totals: Mapping[Spot, Quantity]) -> None:
        self._surroundings = surroundings
        self._totals = totals

    def find(self, sentence: int, wanted: Wanted) -> Base:
        """The base in the sentence, else in those around it: first one that gives the rate, then by words."""
        told = list(self._surroundings.tiers(sentence))
        tiers = [_candidates(tier, wanted) for tier in told]
        for depth, tier in enumerate(tiers):
            if exact := _nearest(tier, wanted):
                return Base(exact.quantity, SEEN if depth else CERTAIN)
        total = None if wanted.compared else self._totals.get(wanted.numerator.quantity.spot)
        if total is not None and any(item.quantity.spot == total.spot for item in tiers[0]):
            return Base(total, SEEN)
        if (found := _by_words(tiers[0], wanted, 0, _rated(told[0]))) is not None:
            return found
        if total is not None:
            return Base(total, SEEN)
        for depth, tier in enumerate(tiers[1:], 1):
            if (found := _by_words(tier, wanted, depth, _rated(told[depth]))) is not None:
                return found
        if wanted.goal and (asked := self._asked(sentence, wanted)):
            return Base(asked, LIKELY)
        if (exceeded := _exceeded(told[0], wanted)) is not None:
            return Base(exceeded.quantity, LIKELY)
        near = next(filter(None, tiers), [])
        return Base(near=tuple(item.quantity for item in near[-_NEAR:]))

    def _asked(self, sentence: int, wanted: Wanted) -> Quantity | None:
        """What the words ask for ("số hồ sơ đã giải quyết") before the paragraph, if it is one number."""
        found = [
            figure.quantity
            for figure in self._surroundings.earlier(sentence)
            if wanted.goal <= figure.quantity.concepts and _may_be_base(figure, wanted)
        ]
        exact = [base for base in found if gives(wanted.numerator.quantity, base, wanted.rate)]
        plainest = min((len(base.concepts) for base in exact or found), default=0)
        plain = [base for base in exact or found if len(base.concepts) == plainest]
        return plain[0] if exact or len({base.value for base in plain}) == 1 else None


def gives(numerator: Quantity, base: Quantity, rate: Quantity) -> bool:
    """Whether the rate is just what the two numbers give."""
    if base.value <= 0 or numerator.value < 0:
        return False
    if abs(numerator.value * _HUNDRED - rate.value * base.value) > base.value:
        return False
    return percent(numerator.value, base.value, rate.places) == rate.value


def gap(numerator: Quantity, base: Quantity, rate: Quantity) -> Decimal:
    """How far the stated rate is from the computed one, in percentage points."""
    return abs(numerator.value * _HUNDRED / base.value - rate.value)


def is_shifted(over: Quantity, base: Quantity, rate: Quantity) -> bool:
    """Whether a rate is off by its decimal mark alone: 9,83% for 98,3%."""
    finest = Decimal(10) ** (1 - rate.places)
    return abs(over.value * _HUNDRED / base.value - rate.value * 10) <= finest


def _nearest(tier: Sequence[Figure], wanted: Wanted) -> Figure | None:
    """Of the figures that give the rate the one that gives it most exactly; of equal ones the last."""
    over, rate = wanted.numerator.quantity, wanted.rate
    exact = [item for item in reversed(tier) if gives(over, item.quantity, rate)]
    return min(exact, key=lambda item: gap(over, item.quantity, rate), default=None)


def _candidates(figures: Sequence[Figure], wanted: Wanted) -> list[Figure]:
    readings = (reading for figure in figures for reading in _readings(figure))
    found = [figure for figure in readings if _may_be_base(figure, wanted)]
    asked = [figure for figure in found if wanted.goal & figure.quantity.concepts]
    return asked or found


def _readings(figure: Figure) -> Iterator[Figure]:
    """A figure, and of "a/b" also the number behind the stroke."""
    yield figure
    if figure.is_ratio and may_count(figure):
        yield halves(figure)[1]


def _may_be_base(figure: Figure, wanted: Wanted) -> bool:
    base, over = figure.quantity, wanted.numerator.quantity
    if base.spot == over.spot or not may_count(figure) or units_fit(figure, wanted.numerator) is Fit.NONE:
        return False
    if wanted.compared:
        return base.period != over.period
    if base.period != over.period:
        return False
    if wanted.planned:
        told = _PLANS & base.concepts or phrase_lists(_FILE)["phai_dat"].words.intersection(figure.before)
        return bool(told) or gives(over, base, wanted.rate)
    return base.value >= over.value and _level_fits(base, over)


def _level_fits(base: Quantity, over: Quantity) -> bool:
    """Whether what is counted at one level may be a share of what is counted at another."""
    own, whole = levels_of(over.concepts), levels_of(base.concepts)
    return not own or not whole or own <= whole


def _exceeded(tier: Sequence[Figure], wanted: Wanted) -> Figure | None:
    """The only count before that is received, when more are dealt with: "nhận 120; giải quyết 125".

    What was left of the time before may explain it: then its words are there.
    """
    over = wanted.numerator
    if (
        wanted.planned
        or wanted.compared
        or not _DONE & over.quantity.concepts
        or wanted.rate.value > _HUNDRED
    ):
        return None
    if any(_CARRIED & item.quantity.concepts for item in tier):
        return None
    before = [item for item in tier if _stands_before(item, over) and item.quantity.unit != "%"]
    if len(before) != 1 or not _RECEIVED & before[0].quantity.concepts:
        return None
    fits = units_fit(before[0], over) is Fit.GOOD and before[0].quantity.period == over.quantity.period
    return before[0] if fits and may_count(before[0]) and not before[0].is_ratio else None


def _rated(tier: Sequence[Figure]) -> frozenset[Spot]:
    """Where the figures stand that have a rate of their own right behind them: parts like the numerator."""
    return frozenset(figure.quantity.spot for figure, after in pairwise(tier) if after.quantity.unit == "%")


def _by_words(
    tier: Sequence[Figure], wanted: Wanted, depth: int, rated: frozenset[Spot] = frozenset()
) -> Base | None:
    """The one that the words make the whole; of several the one near the stated rate; else None.

    rated: places of figures that are a share of something themselves.
    """
    before = [item for item in tier if depth or _stands_before(item, wanted.numerator)]
    sure = LIKELY if depth else SEEN
    named = [item for item in before if _is_named(item, wanted.words)]
    if len(named) == 1:
        return Base(named[0].quantity, sure)
    strong = [
        item for item in before if wanted.planned or wanted.goal & item.quantity.concepts or _is_whole(item)
    ]
    if len(strong) == 1:
        return Base(strong[0].quantity, sure)
    if close := _closest(strong or [item for item in before if item.quantity.spot not in rated], wanted):
        return Base(close.quantity, LIKELY)
    linked = phrase_lists(_FILE)["noi_phan"].words.intersection(wanted.numerator.before[:3])
    if len(before) == 1 and linked and not depth:
        return Base(before[0].quantity, LIKELY)
    return None


def _stands_before(item: Figure, other: Figure) -> bool:
    return item.quantity.spot.start < other.quantity.spot.start


def _is_named(item: Figure, words: frozenset[str]) -> bool:
    """ "đạt 95,2% trên số phiếu thu về": whether "thu về 458 phiếu" has all those words."""
    return len(words) > 1 and words <= {*item.before, *item.after, *item.quantity.unit.split()}


def _is_whole(item: Figure) -> bool:
    return bool(
        phrase_lists(_FILE)["tong"].words.intersection(item.before) or _WHOLES & item.quantity.concepts
    )


def _closest(items: Sequence[Figure], wanted: Wanted) -> Figure | None:
    """The only one whose rate is about the stated one."""
    over, rate = wanted.numerator.quantity, wanted.rate
    gaps = sorted((gap(over, item.quantity, rate), at) for at, item in enumerate(items))
    if not gaps or gaps[0][0] > _CLOSE or (len(gaps) > 1 and gaps[1][0] < _APART):
        return None
    return items[gaps[0][1]]
