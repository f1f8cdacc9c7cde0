"""A difference with its rate: "giảm 95 lượt (7,3%) so với năm 2022", where the old value is not said."""

from __future__ import annotations

from decimal import Decimal

from baocao.audit.checks.amounts import Amount, computed, is_hedged, one, said
from baocao.audit.checks.claims import Judgement
from baocao.audit.checks.outcome import Fault, Outcome
from baocao.audit.checks.shares import agrees
from baocao.audit.statements import Direction, Role, Statement
from baocao.audit.verdicts import Confidence, FaultKind, Verdict
from baocao.derive.agreement import percent
from baocao.errors import Severity


def judge_change_rate(statement: Statement, rate: Amount, over: Amount, change: Statement) -> Outcome | None:
    """Whether the rate is that of the difference `over` to the old value, which new and difference give.

    None when the change does not say which way it went, or is hedged.
    """
    new = one(change, Role.NEW)
    rises = change.direction is Direction.UP
    if new is None or change.is_rank or change.direction not in (Direction.UP, Direction.DOWN):
        return None
    if is_hedged((new, over, rate)) or _old(over.value, new.value, rises=rises) <= 0:
        return None
    places = rate.quantity.places

    def test(values: tuple[Decimal, ...]) -> bool:
        return agrees(values[0], _old(values[0], values[1], rises=rises), values[2], places)

    claim = Judgement((over, new, rate), test, lambda values, at: None)
    actual = computed(percent(over.value, _old(over.value, new.value, rises=rises), places), rate.quantity)
    operation = f"{said(over)} : ({said(new)} {'-' if rises else '+'} {said(over)})"
    words = f"{operation} = {actual}"
    if claim.holds({}):
        return Outcome(statement, Verdict.RIGHT, words, claim, rival=rate.quantity)
    facts = {"phep_tinh": operation, "tinh_duoc": actual, "cong_bo": said(rate), "them": ""}
    fault = Fault(FaultKind.RATE, "soat-ty-le-sai", rate.spot, facts, Severity.WARNING, Confidence.LIKELY)
    stated = f"{words}, báo cáo ghi {said(rate)}"
    return Outcome(statement, Verdict.WRONG, stated, claim, fault, rate.quantity)


def _old(difference: Decimal, new: Decimal, *, rises: bool) -> Decimal:
    return new - difference if rises else new + difference
