"""Complements: a total, a part and what is left."""

from __future__ import annotations

from fractions import Fraction

from baocao.audit.checks.amounts import Amount, amounts, computed, is_hedged, one, retyped, said
from baocao.audit.checks.claims import balanced
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
    hedged = is_hedged(claim.figures)
    facts = {
        "phep_tru": _taken(total, parts),
        "tinh_duoc": retyped(computed(left, rest.quantity), rest.quantity),
        "con_lai": said(rest),
        "tong": said(total),
        "phan": " và ".join(map(said, parts)),
    }
    kind = FaultKind.HEDGE if hedged else FaultKind.COMPLEMENT
    sure = statement.confidence == 1
    fault = Fault(
        kind,
        "soat-con-lai-sai",
        rest.spot,
        facts,
        Severity.ERROR if sure else Severity.WARNING,
        Confidence.SURE if sure else Confidence.LIKELY,
        is_absurd=left < 0,
    )
    told = f"{words}, báo cáo ghi {said(rest)}"
    return Outcome(statement, Verdict.WRONG, told, claim, fault, rest.quantity)


def _taken(total: Amount, parts: tuple[Amount, ...]) -> str:
    return " - ".join(said(item) for item in (total, *parts))
