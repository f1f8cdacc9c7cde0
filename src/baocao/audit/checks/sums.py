"""Breakdowns: a total against its parts, of a sentence, a note, two levels, a list or a table."""

from __future__ import annotations

from fractions import Fraction

from baocao.audit.checks.amounts import (
    Amount,
    amounts,
    computed,
    half_step,
    is_hedged,
    one,
    power,
    said,
    sum_words,
)
from baocao.audit.checks.claims import Linear, balanced
from baocao.audit.checks.outcome import Fault, Outcome
from baocao.audit.document import Document, PassageKind
from baocao.audit.statements import Relation, Role, Statement
from baocao.audit.verdicts import Confidence, FaultKind, Verdict
from baocao.errors import Severity

_LEVELS = frozenset({"cap-tinh", "cap-huyen", "cap-xa"})
_PERCENT = "%"


def judge_breakdown(statement: Statement, document: Document) -> Outcome | None:
    """Whether the parts make up the total, or at least do not exceed it; None when nothing is said of them."""
    total, parts = one(statement, Role.TOTAL), amounts(statement, Role.PART)
    if total is None or not parts:
        return None
    claim = balanced(((total, 1), *((part, -1) for part in parts)), _slack(total, parts))
    words = f"{sum_words(parts)} = {computed(_sum(parts), total.quantity)}"
    if claim.holds({}):
        return Outcome(statement, Verdict.RIGHT, words, claim)
    told = f"{words}, tổng ghi {said(total)}"
    if not statement.whole and claim.gap > 0 and len(parts) == 1:
        return None
    if not statement.whole and claim.gap > 0:
        return Outcome(statement, Verdict.DOUBTFUL, f"{words}, một phần của {said(total)}", claim)
    return Outcome(statement, Verdict.WRONG, told, claim, _fault(statement, document, claim, total, parts))


def subset_fault(outcome: Outcome) -> Fault:
    """The fault of parts that fall short of a total which "trong đó" does not say they make up."""
    statement = outcome.statement
    total, parts = one(statement, Role.TOTAL), amounts(statement, Role.PART)
    assert total is not None
    facts = {
        "phep_cong": f"{sum_words(parts)} = {computed(_sum(parts), total.quantity)}",
        "tong": said(total),
        "lech": computed(total.exact - _sum(parts), total.quantity),
    }
    return Fault(
        FaultKind.SUM, "soat-trong-do-thieu", total.key, facts, Severity.WARNING, Confidence.POSSIBLE
    )


def may_be_whole(outcome: Outcome) -> bool:
    """Whether "trong đó" names two parts or more that fall short of their total."""
    statement = outcome.statement
    doubtful = outcome.verdict is Verdict.DOUBTFUL and statement.kind is Relation.BREAKDOWN
    return doubtful and len(statement.all(Role.PART)) > 1


def kind_of(statement: Statement, document: Document) -> FaultKind:
    """What sort of sum it is: of a table, of levels, of a note against the body, or of one sentence."""
    total, parts = statement.one(Role.TOTAL), statement.all(Role.PART)
    assert total is not None
    home = document.passages[total.spot.passage]
    if home.kind is PassageKind.CELL:
        return FaultKind.TABLE
    levels = [frozenset(part.concepts & _LEVELS) for part in parts]
    if len(parts) > 1 and all(levels) and len(set(levels)) == len(parts):
        return FaultKind.LEVEL
    notes = {document.passages[part.spot.passage].note for part in parts}
    return FaultKind.NOTE if notes != {home.note} and notes != {""} else FaultKind.SUM


def _slack(total: Amount, parts: tuple[Amount, ...]) -> Fraction:
    """Decimals and rates of two parts or more are rounded each: half of the last digit of every one."""
    items = (total, *parts)
    rounded = [item for item in items if item.quantity.places and not power(item.quantity)]
    if len(parts) < 2 or len(rounded) < 2:
        return Fraction(0)
    return sum((half_step(item.quantity) for item in rounded), Fraction(0))


def _sum(parts: tuple[Amount, ...]) -> Fraction:
    return sum((part.exact for part in parts), Fraction(0))


def _fault(
    statement: Statement, document: Document, claim: Linear, total: Amount, parts: tuple[Amount, ...]
) -> Fault:
    over = claim.gap < 0
    facts = {
        "phep_cong": f"{sum_words(parts)} = {computed(_sum(parts), total.quantity)}",
        "tong": said(total),
        "tinh_duoc": computed(_sum(parts), total.quantity),
        "so_sanh": "nhiều hơn" if over else "ít hơn",
        "lech": computed(abs(claim.gap), total.quantity),
    }
    if is_hedged((total, *parts)):
        return Fault(FaultKind.HEDGE, "soat-uoc-chung-tong", total.key, facts, Severity.WARNING)
    kind = kind_of(statement, document)
    if not statement.whole:
        return Fault(kind, "soat-phan-vuot-tong", total.key, facts, Severity.WARNING, Confidence.LIKELY)
    return Fault(kind, "soat-tong-sai", total.key, facts)
