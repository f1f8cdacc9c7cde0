"""Shares: a rate against its numerator and base."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from baocao.audit.checks.amounts import (
    Amount,
    amount,
    half_step,
    is_hedged,
    is_typed_ratio,
    one,
    reach,
    said,
    shown,
    with_unit,
)
from baocao.audit.checks.change_rates import judge_change_rate
from baocao.audit.checks.nearby import Nearby
from baocao.audit.checks.outcome import Fault, Outcome
from baocao.audit.checks.shares import Share, found_pair, is_impossible, is_telling, right_pair
from baocao.audit.statements import Quantity, Role, Statement
from baocao.audit.verdicts import Confidence, FaultKind, Verdict
from baocao.errors import Severity

_FULL = 100


def judge_share(statement: Statement, nearby: Nearby) -> Outcome | None:
    """Whether the rate is what its counts give; None when no rate is stated.

    nearby: the figures among which another base or numerator may be meant.
    """
    rate, over, base = (one(statement, role) for role in (Role.RATE, Role.NUMERATOR, Role.BASE))
    if rate is None:
        return None
    change = nearby.change(over.quantity) if over is not None else None
    if over is not None and change is not None:
        outcome = judge_change_rate(statement, rate, over, change)
        new = one(change, Role.NEW)
        if outcome is not None and (base in (None, new) or outcome.verdict is Verdict.RIGHT):
            return outcome
    near = (*statement.near, *nearby.of(statement.spot))
    if over is None or base is None or base.value <= 0 or over.value < 0:
        return _without_base(statement, rate, over, near)
    share = Share(over, base, rate)
    if is_hedged((over, base, rate)):
        return _hedged(statement, share)
    if not share.claim.holds({}) and _is_allowed(share, half_step(rate.quantity)):
        return Outcome(statement, Verdict.RIGHT, _loosely(share), rival=rate.quantity)
    if is_typed_ratio(statement) or share.claim.holds({}):
        return _exactly(statement, share, near)
    meant = (Share(over, amount(total), rate) for total in nearby.totals(over.quantity) if total.value > 0)
    return _exactly(statement, next((other for other in meant if other.claim.holds({})), share), near)


def _exactly(statement: Statement, share: Share, near: Sequence[Quantity]) -> Outcome:
    rival, words = share.rate.quantity, share.arithmetic
    if share.claim.holds({}):
        stated = f"{said(share.over)} : {said(share.base)} = {said(share.rate)}"
        return Outcome(statement, Verdict.RIGHT, stated, share.claim, rival=rival)
    result = words.rpartition("= ")[2]
    facts = {
        "phep_tinh": words.removesuffix(f" = {result}"),
        "tinh_duoc": result,
        "cong_bo": said(share.rate),
    }
    if share.is_cut:
        fault = Fault(FaultKind.TRUNCATED, "soat-ty-le-cat-bot", share.rate.spot, facts, Severity.WARNING)
        return Outcome(statement, Verdict.TRUNCATED, words, share.claim, fault, rival)
    stated = f"{words}, báo cáo ghi {said(share.rate)}"
    return Outcome(
        statement, Verdict.WRONG, stated, share.claim, _wrong(statement, share, facts, near), rival
    )


def _wrong(statement: Statement, share: Share, facts: Mapping[str, str], near: Sequence[Quantity]) -> Fault:
    """The fault of a rate; it is no sure one when another base of the text, not typed with it, gives it.

    A part that is more than the whole is told as that: no rate can mend it.
    """
    if share.actual > _FULL >= share.rate.exact:
        more = {"phan": with_unit(share.over), "tong": with_unit(share.base), "cong_bo": said(share.rate)}
        sure = statement.confidence == 1
        return Fault(
            FaultKind.RATE,
            "soat-phan-hon-tong",
            share.rate.spot,
            more,
            Severity.ERROR if sure else Severity.WARNING,
            Confidence.SURE if sure else Confidence.LIKELY,
        )
    kind = FaultKind.NO_BASE if is_impossible(share.over, share.rate) else FaultKind.RATE
    right = right_pair(share, near)
    told = {**facts, "them": _explained(share, right)}
    if right is not None and right[0].spot == share.over.spot and not is_typed_ratio(statement):
        heaviest, surest = Severity.WARNING, Confidence.LIKELY
    else:
        heaviest = Severity.WARNING if _is_slight(share) else Severity.ERROR
        surest = Confidence.SURE
    return Fault(kind, "soat-ty-le-sai", share.rate.spot, told, heaviest, surest)


def _is_slight(share: Share) -> bool:
    """Rounded up by less than one in the last decimal; nothing but all is 100%."""
    above = share.rate.exact - share.actual
    return 0 < above < 2 * half_step(share.rate.quantity) and share.rate.value != _FULL


def _explained(share: Share, right: tuple[Amount, Amount] | None) -> str:
    """What else could be behind the stated rate: another count of the text, or no whole base at all."""
    if right is not None:
        return f" Tỷ lệ {said(share.rate)} lại đúng với {said(right[0])} : {said(right[1])}."
    if is_impossible(share.over, share.rate):
        return f" Lấy {said(share.over)} chia cho tổng số nào cũng không ra {said(share.rate)}."
    return ""


def _hedged(statement: Statement, share: Share) -> Outcome:
    """A share with a hedged number: the rate must be among those that the numbers allow."""
    words, rival = _loosely(share), share.rate.quantity
    if _is_allowed(share, Fraction(0)):
        exact = share.claim.holds({}) or share.rate.quantity.hedge
        return Outcome(statement, Verdict.RIGHT if exact else Verdict.DOUBTFUL, words, rival=rival)
    facts = {"phep_tinh": words, "cong_bo": said(share.rate)}
    fault = Fault(
        FaultKind.HEDGE, "soat-uoc-chung-ty-le", share.rate.spot, facts, Severity.WARNING, Confidence.LIKELY
    )
    return Outcome(statement, Verdict.WRONG, f"{words}, báo cáo ghi {said(share.rate)}", None, fault, rival)


def _loosely(share: Share) -> str:
    return f"{said(share.over)} : {said(share.base)} = {shown(share.actual, 2)}%"


def _is_allowed(share: Share, slack: Fraction) -> bool:
    """Whether hedges and the rounding of "8,3 tỷ" allow the rate; of exact counts the rate is but one.

    slack: how far the rate itself is rounded.
    """
    (least, most), (base_least, base_most) = reach(share.over), reach(share.base)
    rate_least, rate_most = reach(share.rate)
    low = None if least is None or base_most is None or base_most <= 0 else least * _FULL / base_most
    high = None if most is None or base_least is None or base_least <= 0 else most * _FULL / base_least
    if low == high and not is_hedged((share.rate,)):
        return False
    return (high is None or rate_least is None or rate_least <= high + slack) and (
        low is None or rate_most is None or rate_most >= low - slack
    )


def _without_base(
    statement: Statement, rate: Amount, over: Amount | None, near: Sequence[Quantity]
) -> Outcome:
    """A rate whose two counts are not both stated with it: right when two numbers nearby give it."""
    if found := found_pair(over, rate, near):
        words = f"{said(found[0])} : {said(found[1])} = {said(rate)}"
        return Outcome(statement, Verdict.RIGHT, words, rival=rate.quantity)
    sure = statement.confidence == 1 and is_telling(rate)
    if over is not None and sure and is_impossible(over, rate):
        return _impossible(statement, rate, over)
    return _unverifiable(statement, rate, "hai số" if over is None else "tổng số")


def _impossible(statement: Statement, rate: Amount, over: Amount) -> Outcome:
    facts = {"tu_so": said(over), "cong_bo": said(rate)}
    fault = Fault(
        FaultKind.NO_BASE, "soat-ty-le-khong-mau", rate.spot, facts, Severity.WARNING, Confidence.LIKELY
    )
    words = f"{said(over)} chia cho tổng số nào cũng không ra {said(rate)}"
    return Outcome(statement, Verdict.WRONG, words, None, fault, rate.quantity)


def _unverifiable(statement: Statement, rate: Amount, missing: str) -> Outcome:
    """A rate that nobody can check; not told when it is hedged or 100%: nothing was counted out."""
    facts = {"cong_bo": said(rate), "thieu": missing}
    fault = Fault(
        FaultKind.UNVERIFIABLE,
        "soat-ty-le-chua-kiem",
        rate.spot,
        facts,
        Severity.INFO,
        Confidence.POSSIBLE,
    )
    told = None if rate.quantity.hedge or rate.value == _FULL else fault
    return Outcome(statement, Verdict.UNVERIFIABLE, f"không thấy {missing}", None, told, rate.quantity)
