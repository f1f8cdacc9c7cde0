"""Shares: "a/b hồ sơ, tỷ lệ c%", "đã giải quyết a, đạt c%", "a (c%)", and rates without their counts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from baocao.audit.document import PassageKind
from baocao.audit.grammar.bases import CERTAIN, LIKELY, SEEN, Base, Bases, Wanted, gap, gives, is_shifted
from baocao.audit.grammar.changes import is_apart_by
from baocao.audit.grammar.concepts import concepts_in
from baocao.audit.grammar.matching import Match, Sentences
from baocao.audit.grammar.parts import Fit, may_count, units_fit
from baocao.audit.grammar.quantities import Figure, Figures, halves
from baocao.audit.grammar.rate_words import (
    are_filling,
    counts_something,
    is_change,
    is_compared,
    is_linked,
    is_planned,
    is_put_behind,
    naming_no_count,
)
from baocao.audit.grammar.share_counts import UnnamedCounts, ratio_gives
from baocao.audit.grammar.share_sums import base_of_sum, ratio_of_sum
from baocao.audit.grammar.surroundings import Surroundings
from baocao.audit.statements import Quantity, Relation, Role, Spot, Statement

KIND = "ty-le"
_OUTRIGHT = frozenset({"ke", "kytruoc", "gach"})
_SIGNS = ("+", "-", "−", "–")
"""Before the rate of a change: "giảm 03 vụ (-16,7%)"."""
_SLIP = Decimal(12)
"""How far, in percentage points, a rate may be off that is still meant of two counts."""
_FAR = Decimal(40)
"""How far a rate is off when it can be no slip: it is of something else."""
_HUNDRED = Decimal(100)


def shares(
    sentences: Sentences, totals: Mapping[Spot, Quantity], compared: Collection[Spot] = ()
) -> Iterator[Statement]:
    """The shares of the document, each rate once.

    totals: of the parts of breakdowns, by the part's place. compared: places of rates of another period.
    """
    reader = _Reader(sentences, totals, compared)
    for sentence in sentences.lines:
        if _has_rate(sentences.figures, sentence):
            yield from reader.read(sentence)


def _has_rate(figures: Figures, sentence: int) -> bool:
    return any(figure.quantity.unit == "%" for figure in figures.inside(sentence))


class _Reader:
    """Makes statements of matches; looks for what a match leaves open."""

    def __init__(
        self, sentences: Sentences, totals: Mapping[Spot, Quantity], compared: Collection[Spot]
    ) -> None:
        self._compared = compared
        self._sentences = sentences
        self._figures = sentences.figures
        self._around = Surroundings(sentences.figures)
        self._bases = Bases(self._around, totals)
        self._unnamed = UnnamedCounts(sentences.figures, self._around)

    def read(self, sentence: int) -> Iterator[Statement]:
        """The shares of one sentence; the first phrasing that finds a rate has it."""
        read: set[Spot] = set()
        for match in self._sentences.matches(sentence, KIND):
            rate = match.figures["tyle"]
            if rate.quantity.spot in read or is_change(rate):
                continue
            statement = self._statement(match, rate)
            if statement is not None:
                read.add(rate.quantity.spot)
                yield statement

    def _statement(self, match: Match, rate: Figure) -> Statement | None:
        if rate.quantity.text[:1] in _SIGNS:
            return None
        over = match.figures.get("tyso")
        if over is not None:
            return self._of_ratio(match, over, rate)
        if rate.quantity.spot in self._compared:
            return None
        over, base = match.figures.get("tu"), match.figures.get("mau")
        if over is None or not may_count(over):
            return self._bare(match, rate)
        if base is not None:
            return self._of_two(match, over, base, rate)
        return self._of_one(match, over, rate)

    def _of_ratio(self, match: Match, ratio: Figure, rate: Figure) -> Statement | None:
        known = concepts_in(self._words_to(ratio))
        told_first = rate.quantity.spot.start < ratio.quantity.spot.start
        linked = told_first or ratio_gives(ratio.quantity, rate) or is_linked(rate, ratio, known)
        if not may_count(ratio) or not linked:
            return None
        if not ratio_gives(ratio.quantity, rate) and not told_first:
            both = ratio_of_sum(self._around.of(match.sentence), rate)
            if both is not None and ratio_gives(both, rate):
                return _made(match, rate, both, Base(both, SEEN))
            over, base = halves(ratio)
            if counts_something(rate) and not _is_held_against(over.quantity, base.quantity, rate):
                return None
        return _made(match, rate, ratio.quantity, Base(ratio.quantity))

    def _words_to(self, figure: Figure) -> Sequence[str]:
        clause = self._figures.clauses[figure.clause]
        return [token.text.lower() for token in clause.tokens[: figure.at][-40:]]

    def _of_two(self, match: Match, over: Figure, base: Figure, rate: Figure) -> Statement | None:
        if not _may_pair(match, over, base):
            return None
        if not gives(over.quantity, base.quantity, rate.quantity) and not _is_explained(over, base, rate):
            if self._is_told_apart(base, rate):
                return None
            told = _OUTRIGHT & match.words.keys()
            if not is_linked(rate, over) or (counts_something(rate) and not told):
                return None
            if not told and (other := self._unnamed.other_pair(match.sentence, rate)):
                return _made(match, rate, other[0], Base(other[1], SEEN))
            if (
                base.quantity.value < over.quantity.value
                and over.quantity.spot.start < base.quantity.spot.start
            ):
                return _made(match, rate, over.quantity, Base(base.quantity, SEEN))
        return _made(match, rate, over.quantity, Base(base.quantity))

    def _is_told_apart(self, count: Figure, rate: Figure) -> bool:
        """ "3 đại biểu trong số 5 người ứng cử: ông A đạt 78,5%": another subject stands behind the colon."""
        start, end = count.quantity.spot.end, rate.quantity.spot.start
        text = self._figures.document.passages[rate.quantity.spot.passage].text[start:end]
        _, colon, behind = text.rpartition(":")
        return bool(colon) and not are_filling(behind.lower().replace(",", " ").split())

    def _of_one(self, match: Match, over: Figure, rate: Figure) -> Statement | None:
        wanted = Wanted(
            over,
            rate.quantity,
            concepts_in(match.words.get("goc", "").split()),
            frozenset(match.words.get("goc", "").split()) - naming_no_count(),
            planned=is_planned(rate),
            compared=is_compared(self._figures, rate),
        )
        found = self._bases.find(match.sentence, wanted)
        if found.base is None and (ratio := self._unnamed.ratio_before(match.sentence, rate)):
            return _made(match, rate, ratio, Base(ratio, SEEN))
        if found.base is None and (both := base_of_sum(self._around.of(match.sentence), over, rate.quantity)):
            found = Base(both, LIKELY)
        exact = found.base is not None and gives(over.quantity, found.base, rate.quantity)
        if not exact and self._is_told_apart(over, rate):
            return None
        if self._is_of_another(match.sentence, wanted, found.base):
            found = Base(near=found.near)
        told = "goc" in match.words or _is_held_against(over.quantity, found.base, rate)
        if not exact and counts_something(rate) and not told:
            found = Base(near=found.near)
        linked = is_linked(rate, over) or is_put_behind(rate, over)
        if exact or (linked and not self._unnamed.other_pair(match.sentence, rate)):
            return _made(match, rate, over.quantity, found)
        return None

    def _is_of_another(self, sentence: int, wanted: Wanted, base: Quantity | None) -> bool:
        """Whether a rate that the base found for it does not give is of something the text does not tell.

        So it is of each part's own plan when the total "đạt 104% dự toán", of the old value behind "tăng",
        of a whole that is smaller than 100 parts in 100, and when it is far from what the base gives.
        """
        over, rate = wanted.numerator, wanted.rate
        if base is None or gives(over.quantity, base, rate):
            return False
        held = wanted.planned or wanted.compared
        if is_apart_by(over) or (rate.value > _HUNDRED and not held):
            return True
        if gap(over.quantity, base, rate) > _FAR and not held and not is_shifted(over.quantity, base, rate):
            return True
        before = (item for item in self._around.of(sentence) if item.quantity.spot.start < rate.spot.start)
        return not held and any(item.quantity.unit == "%" and is_planned(item) for item in before)

    def _bare(self, match: Match, rate: Figure) -> Statement | None:
        """A rate alone: counts of the sentence that give it, else nothing but the rate."""
        passage = self._figures.document.passages[rate.quantity.spot.passage]
        if passage.kind is PassageKind.CELL:
            return None
        if pair := self._unnamed.other_pair(match.sentence, rate):
            return _made(match, rate, pair[0], Base(pair[1], SEEN))
        if ratio := self._unnamed.ratio_before(match.sentence, rate):
            return _made(match, rate, ratio, Base(ratio, SEEN))
        if both := self._unnamed.of_sum(match.sentence, rate):
            return _made(match, rate, both.over, Base(both.base, SEEN))
        if ratio := self._unnamed.ratio_told_before(match.sentence, rate):
            return _made(match, rate, ratio, Base(ratio, SEEN))
        if rate.quantity.value < _HUNDRED and (pair := self._unnamed.told_before(match.sentence, rate)):
            return _made(match, rate, pair.over, Base(pair.base, SEEN))
        return _made(match, rate, None, Base())


def _may_pair(match: Match, over: Figure, base: Figure) -> bool:
    """Whether a numerator and a base that the words pair can be of each other."""
    own, whole = over.quantity, base.quantity
    if "gach" in match.words:
        return own.value <= whole.value
    if units_fit(base, over) is Fit.NONE:
        return False
    if _OUTRIGHT & match.words.keys():
        return True
    return own.period == whole.period


def _is_explained(over: Figure, base: Figure, rate: Figure) -> bool:
    """ "đạt 72,37% (201.447 hồ sơ trong tổng số 276.981 hồ sơ)": two counts told behind their rate."""
    told_first = rate.quantity.spot.start < over.quantity.spot.start < base.quantity.spot.start
    return told_first and 0 < gap(over.quantity, base.quantity, rate.quantity) <= _SLIP


def _is_held_against(over: Quantity, plan: Quantity | None, rate: Figure) -> bool:
    """Whether ", bằng 78,4% kế hoạch" is meant of that plan: it is about what the two give, not just 100%."""
    if plan is None or not is_planned(rate) or rate.quantity.value == _HUNDRED:
        return False
    if not are_filling(rate.before):
        return False
    return plan.value > 0 and gap(over, plan, rate.quantity) <= _SLIP


def _made(match: Match, rate: Figure, over: Quantity | None, found: Base) -> Statement:
    roles = [(Role.NUMERATOR, over), (Role.BASE, found.base), (Role.RATE, rate.quantity)]
    kept = tuple((role, quantity) for role, quantity in roles if quantity is not None)
    sure = found.confidence if found.base is not None else CERTAIN
    return Statement(Relation.SHARE, kept, match.spot, match.phrasing.name, confidence=sure, near=found.near)
