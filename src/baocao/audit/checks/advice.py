"""The one repair of a fault in words; none that no clerk can have meant."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from baocao.audit.checks.amounts import computed, retyped, said
from baocao.audit.checks.culprits import Culprit
from baocao.audit.checks.repair import Repair
from baocao.audit.verdicts import Confidence
from baocao.messages.audit import BACKED, MENDS_ALL, PERHAPS, SLIP

_FULL = Decimal(100)


def advice(culprit: Culprit, level: Confidence = Confidence.SURE) -> str:
    """What a number should be, without a full stop; "" when nothing or nothing sensible is found.

    level: how sure the fault is; of one that is but possible no repair is likely.
    """
    repair = culprit.repair
    if repair is None or _is_absurd(repair):
        return ""
    words = BACKED if not culprit.typo else PERHAPS if level is Confidence.POSSIBLE else SLIP
    told = words.format(cu=said(repair.item), moi=_typed(repair))
    count = len(culprit.outcomes)
    return told if count == 1 else told + MENDS_ALL.format(so_cho=count)


def _typed(repair: Repair) -> str:
    like = repair.item.quantity
    return retyped(computed(Fraction(repair.value), like), like)


def _is_absurd(repair: Repair) -> bool:
    """A rate of at most 100% that would become more."""
    is_rate = repair.item.quantity.unit == "%"
    return is_rate and repair.value > _FULL >= repair.item.value
