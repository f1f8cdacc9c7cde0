"""The counts of a rate that the phrase with the rate does not name."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from baocao.audit.grammar.bases import gap, gives
from baocao.audit.grammar.concepts import concepts_in
from baocao.audit.grammar.parts import Fit, may_count, units_fit
from baocao.audit.grammar.quantities import Figure, Figures
from baocao.audit.grammar.rate_words import own_concepts
from baocao.audit.grammar.share_sums import Pair, pair_of_sum
from baocao.audit.grammar.surroundings import Surroundings
from baocao.audit.statements import Quantity

_PAIRED, _LOOKED_AT, _AROUND = 12, 48, 12
_HUNDRED = Decimal(100)


class UnnamedCounts:
    """Looks in a sentence, and in those before it, for the counts that give a rate."""

    def __init__(self, figures: Figures, around: Surroundings) -> None:
        self._figures, self._around = figures, around

    def other_pair(self, sentence: int, rate: Figure) -> tuple[Quantity, Quantity] | None:
        """The only two counts before the rate in its sentence that give it, when it is told finely."""
        if rate.quantity.value >= _HUNDRED:
            return None
        before = [
            figure
            for figure in self._around.of(sentence)
            if may_count(figure) and figure.quantity.spot.start < rate.quantity.spot.start
        ][-_PAIRED:]
        pairs = [
            (over.quantity, base.quantity)
            for over in before
            for base in before
            if over is not base
            and gives(over.quantity, base.quantity, rate.quantity)
            and units_fit(base, over) is Fit.GOOD
            and (rate.quantity.places or not gap(over.quantity, base.quantity, rate.quantity))
        ]
        return pairs[0] if len(pairs) == 1 else None

    def of_sum(self, sentence: int, rate: Figure) -> Pair | None:
        """A count that the rate is a share of when two neighbouring counts are taken together."""
        for figures in self._around.tiers(sentence):
            if pair := pair_of_sum(figures, rate.quantity):
                return pair
        return None

    def ratio_told_before(self, sentence: int, rate: Figure) -> Quantity | None:
        """ "48/48 đơn vị được giao tự chủ … thực hiện tự chủ đạt tỷ lệ 100%": an "a/b" of that gives it."""
        asked = own_concepts(rate)
        ratios = (item for tier in self._around.tiers(sentence) for item in tier if item.is_ratio)
        found = (
            ratio.quantity
            for ratio in ratios
            if may_count(ratio)
            and ratio_gives(ratio.quantity, rate)
            and asked & concepts_in(self._words_around(ratio))
        )
        return next(found, None)

    def _words_around(self, figure: Figure) -> Sequence[str]:
        tokens = self._figures.clauses[figure.clause].tokens
        return [token.text.lower() for token in tokens[max(figure.at - _AROUND, 0) : figure.at + _AROUND]]

    def told_before(self, sentence: int, rate: Figure) -> Pair | None:
        """ "Tỷ lệ hồ sơ trực tuyến đạt c%": a count of that before it, and a base that gives it."""
        asked = own_concepts(rate)
        if not asked or not rate.quantity.places:
            return None
        near = [item for tier in self._around.tiers(sentence) for item in tier][:_LOOKED_AT]
        for over in near:
            if asked <= over.quantity.concepts and may_count(over):
                for base in near:
                    if (
                        gives(over.quantity, base.quantity, rate.quantity)
                        and units_fit(base, over) is Fit.GOOD
                    ):
                        return Pair(over.quantity, base.quantity)
        return None

    def ratio_before(self, sentence: int, rate: Figure) -> Quantity | None:
        """An "a/b" before the rate in its sentence that gives it."""
        for figure in self._around.of(sentence):
            if figure.quantity.spot.start > rate.quantity.spot.start:
                break
            if figure.is_ratio and may_count(figure) and ratio_gives(figure.quantity, rate):
                return figure.quantity
        return None


def ratio_gives(ratio: Quantity, rate: Figure) -> bool:
    """Whether an "a/b" gives the rate as it is told."""
    base, over, stated = ratio.of, ratio.value, rate.quantity
    if base is None or base <= 0:
        return False
    return abs(over * _HUNDRED / base - stated.value) * 2 <= Decimal(10) ** -stated.places
