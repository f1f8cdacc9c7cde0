"""Complements: a total, a part and what is left."""

from __future__ import annotations

from fractions import Fraction

from baocao.audit.checks.amounts import Amount, amounts, computed, is_hedged, one, retyped, said, sum_words
from baocao.audit.checks.claims import Linear, balanced
from baocao.audit.checks.outcome import Fault, Outcome
from baocao.audit.statements import Role, Statement
from baocao.audit.verdicts import Confidence, FaultKind, Verdict
from baocao.errors import Severity


def judge_complement(statement: Statement) -> Outcome | None:
    """Whether total - parts is the stated rest; None when one of the three is not stated."""
    total, rest, parts = one(statement, Role.TOTAL), one(statement, Role.REST), amounts(statement, Role.PART)
    if total is None or rest is None or not parts:
        return None
    claim = balanced(((total, 1), *((part, -1) for part in parts), (rest, -1)))
    left = total.exact - sum((part.exact for part in parts), Fraction(0))
    words = f"{_taken(total, parts)} = {computed(left, rest.quantity)}"
    if claim.holds({}):
        return Outcome(statement, Verdict.RIGHT, words, claim, rival=rest.quantity)
    fault = _fault(statement, claim, left, total, parts, rest)
    told = f"{words}, báo cáo ghi {said(rest)}"
    return Outcome(statement, Verdict.WRONG, told, claim, fault, rest.quantity)


def _fault(
    statement: Statement,
    claim: Linear,
    left: Fraction,
    total: Amount,
    parts: tuple[Amount, ...],
    rest: Amount,
) -> Fault:
    """What is told of a rest; when nothing can be left, of the sum of all that is told."""
    kind = FaultKind.HEDGE if is_hedged(claim.figures) else FaultKind.COMPLEMENT
    sure = statement.confidence == 1
    severity = Severity.ERROR if sure else Severity.WARNING
    confidence = Confidence.SURE if sure else Confidence.LIKELY
    if left < 0:
        added = total.exact - left + rest.exact
        facts = {
            "phep_cong": f"{sum_words((*parts, rest))} = {computed(added, total.quantity)}",
            "tong": said(total),
            "tinh_duoc": retyped(computed(added, total.quantity), total.quantity),
            "lech": computed(added - total.exact, total.quantity),
        }
        return Fault(kind, "soat-tong-sai", total.spot, facts, severity, confidence)
    facts = {
        "phep_tru": _taken(total, parts),
        "tinh_duoc": retyped(computed(left, rest.quantity), rest.quantity),
        "con_lai": said(rest),
        "tong": said(total),
        "phan": " và ".join(map(said, parts)),
    }
    return Fault(kind, "soat-con-lai-sai", rest.spot, facts, severity, confidence)


def _taken(total: Amount, parts: tuple[Amount, ...]) -> str:
    return " - ".join(said(item) for item in (total, *parts))
