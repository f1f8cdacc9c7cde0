"""From a fault to a remark: how sure it is, how much it weighs, what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from baocao.audit.checks.advice import advice
from baocao.audit.checks.amounts import Amount, amounts, one, said
from baocao.audit.checks.culprits import Culprit, Weighing
from baocao.audit.checks.outcome import Fault, Outcome
from baocao.audit.checks.quoting import WEIGHT, remark, short_place
from baocao.audit.document import Document
from baocao.audit.statements import Role, Spot
from baocao.audit.verdicts import Confidence, FaultKind, Remark
from baocao.errors import Severity
from baocao.messages.audit import FIRST_ADVICE, NO_ADVICE, OTHERWISE

_SURE, _LIKELY = Decimal(1), Decimal("0.8")
_CONFIDENCES, _WEIGHTS = list(Confidence), list(Severity)
_COPIED, _TWICE = "soat-chep-so-cu", "soat-hai-cho-lech"
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
    copied = any(item.fault and item.fault.code == _COPIED for item in outcomes)
    if len(outcomes) > 1 and culprit.figure is not None and not copied:
        return _tell_shared(document, outcomes, culprit, culprit.figure)
    first = outcomes[0]
    fault = first.fault
    assert fault is not None
    level = _read(outcomes)
    if len(outcomes) == 1 and _is_backed(first, fault, weighing):
        level = Confidence.SURE
    confidence = max(level, fault.surest, key=_CONFIDENCES.index)
    return remark(
        document,
        fault.code,
        fault.kind,
        culprit.repair.item.spot if culprit.repair else fault.at,
        about=first.statement.spot,
        confidence=confidence,
        weight=max(WEIGHT[level], fault.heaviest, key=_WEIGHTS.index),
        others=_others(outcomes),
        **_facts(document, culprit, outcomes, fault, confidence),
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
        goi_y=_sentence(advice(culprit)),
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


def _facts(
    document: Document, culprit: Culprit, outcomes: list[Outcome], fault: Fault, level: Confidence
) -> dict[str, str]:
    """The holes of the message with the advice: before the rest of the remedy, or behind it."""
    also = "".join(f" Cũng không khớp: {item.arithmetic}." for item in outcomes[1:])
    said_first, told = FIRST_ADVICE.get(fault.code), advice(culprit, level)
    facts = dict(fault.facts)
    if fault.code == _COPIED:
        return {**facts, "cac_cho": _places(document, outcomes)}
    if fault.code == _TWICE:
        facts["cho_kia"] = _other_place(document, outcomes)
    if said_first is None:
        return {**facts, "goi_y": also + _sentence(told)}
    first = told + OTHERWISE if told else NO_ADVICE if fault.is_absurd else said_first.format(**facts)
    return {**facts, "cach_sua": first, "goi_y": also}


def _sentence(told: str) -> str:
    return f" {told}." if told else ""


def _places(document: Document, outcomes: list[Outcome]) -> str:
    """Where the new values of changes stand: "đoạn 7 và đoạn 33"."""
    news = (one(outcome.statement, Role.NEW) for outcome in outcomes)
    return " và ".join(dict.fromkeys(short_place(document, item.spot) for item in news if item is not None))


def _other_place(document: Document, outcomes: list[Outcome]) -> str:
    """Where the first number of a quantity stands that is told twice, when in another paragraph."""
    same = one(outcomes[0].statement, Role.SAME)
    fault = outcomes[0].fault
    if same is None or fault is None or same.spot.passage == fault.at.passage:
        return "chỗ trước"
    return short_place(document, same.spot)
