"""From a fault to a remark: how sure it is, how much it weighs, what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from baocao.audit.checks.amounts import Amount, amounts, computed, said
from baocao.audit.checks.culprits import Culprit, Weighing
from baocao.audit.checks.outcome import Fault, Outcome
from baocao.audit.checks.quoting import WEIGHT, remark
from baocao.audit.document import Document
from baocao.audit.statements import Role, Spot
from baocao.audit.verdicts import Confidence, FaultKind, Remark
from baocao.errors import Severity

_SURE, _LIKELY = Decimal(1), Decimal("0.8")
_CONFIDENCES, _WEIGHTS = list(Confidence), list(Severity)
_KINDS = (
    FaultKind.TABLE,
    FaultKind.LEVEL,
    FaultKind.NOTE,
    FaultKind.SUM,
    FaultKind.COMPLEMENT,
    FaultKind.SAME,
    FaultKind.DIFFERENCE,
    FaultKind.DIRECTION,
    FaultKind.RATE,
    FaultKind.NO_BASE,
    FaultKind.RANK,
)


def tell(document: Document, culprit: Culprit, weighing: Weighing) -> Remark:
    """The remark about statements that are wrong together, or about one by itself."""
    outcomes = sorted(culprit.outcomes, key=_rank)
    if len(outcomes) > 1 and culprit.figure is not None:
        return _tell_shared(document, outcomes, culprit, culprit.figure)
    first = outcomes[0]
    fault = first.fault
    assert fault is not None
    level = _read(outcomes)
    if len(outcomes) == 1 and _is_backed(first, fault, weighing):
        level = Confidence.SURE
    also = "".join(f" Cũng không khớp: {item.arithmetic}." for item in outcomes[1:])
    return remark(
        document,
        fault.code,
        fault.kind,
        culprit.repair.item.spot if culprit.repair else fault.at,
        about=first.statement.spot,
        confidence=max(level, fault.surest, key=_CONFIDENCES.index),
        weight=max(WEIGHT[level], fault.heaviest, key=_WEIGHTS.index),
        others=_others(outcomes),
        **{**fault.facts, "goi_y": also + _advice(culprit)},
    )


def _tell_shared(document: Document, outcomes: list[Outcome], culprit: Culprit, figure: Amount) -> Remark:
    """The remark about one number that several statements do not fit: sure when a slip explains them all."""
    fault = outcomes[0].fault
    assert fault is not None
    at = figure.spot
    near = (item.statement.spot for item in outcomes if item.statement.spot.passage == at.passage)
    return remark(
        document,
        "soat-mot-so-lech",
        fault.kind,
        at,
        about=next(near, at),
        confidence=Confidence.SURE if culprit.typo else _read(outcomes),
        others=_others(outcomes),
        so=said(figure),
        so_cho=str(len(outcomes)),
        cac_phep="; ".join(item.arithmetic for item in outcomes),
        goi_y=_advice(culprit),
    )


def _rank(outcome: Outcome) -> tuple[int, int, int]:
    kind = outcome.fault.kind if outcome.fault else None
    spot = outcome.statement.spot
    return _KINDS.index(kind) if kind in _KINDS else len(_KINDS), spot.passage, spot.start


def _read(outcomes: list[Outcome]) -> Confidence:
    """How surely the statements were read: as the surest of them."""
    read = max(outcome.statement.confidence for outcome in outcomes)
    if read >= _SURE:
        return Confidence.SURE
    return Confidence.LIKELY if read >= _LIKELY else Confidence.POSSIBLE


def _is_backed(outcome: Outcome, fault: Fault, weighing: Weighing) -> bool:
    """Whether all figures of a statement but the doubted one are right in other statements."""
    if outcome.claim is None:
        return False
    others = [item.spot for item in outcome.claim.figures if item.spot != fault.at]
    return bool(others) and all(key in weighing.supported for key in others)


def _others(outcomes: list[Outcome]) -> list[Spot]:
    """The places of all figures of the statements, in the order of the text."""
    spots = {item.spot for outcome in outcomes for item in _figures(outcome)}
    return sorted(spots, key=lambda spot: (spot.passage, spot.start))


def _figures(outcome: Outcome) -> Sequence[Amount]:
    if outcome.claim is not None:
        return outcome.claim.figures
    return [item for role in Role for item in amounts(outcome.statement, role)]


def _advice(culprit: Culprit) -> str:
    """The one repair in words; "" when there is none or more than one."""
    repair = culprit.repair
    if repair is None:
        return ""
    old, new = said(repair.item), computed(Fraction(repair.value), repair.item.quantity)
    count = len(culprit.outcomes)
    fits = "thì khớp" if count == 1 else f"thì khớp cả {count} chỗ"
    if culprit.typo:
        return f" Nhiều khả năng gõ nhầm: sửa {old} thành {new} {fits}."
    return f" Các số kia khớp với những chỗ khác trong báo cáo, nên nhiều khả năng {old} phải là {new}."
