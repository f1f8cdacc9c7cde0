"""Breakdowns: a total against its parts, of a sentence, a note, two levels, a list or a table."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from baocao.audit.checks.amounts import (
    Amount,
    amounts,
    computed,
    half_step,
    is_hedged,
    one,
    power,
    retyped,
    said,
    sum_words,
)
from baocao.audit.checks.claims import Linear, balanced
from baocao.audit.checks.outcome import Fault, Outcome
from baocao.audit.document import Document, PassageKind
from baocao.audit.statements import Role, Statement
from baocao.audit.verdicts import Confidence, FaultKind, Verdict
from baocao.errors import Severity

_LEVELS = frozenset({"cap-tinh", "cap-huyen", "cap-xa"})
_MANY = 3
_FEW = 10
"""A part of a total that a list may have lost: a tenth."""
_LARGE = 100
_TABLE = "bang-"
_MEAN = frozenset({"quân", "trung"})
"""Of "bình quân", "trung bình"."""


def judge_breakdown(statement: Statement, document: Document) -> Outcome | None:
    """Whether the parts make up the total or at least do not exceed it; None when nothing is said."""
    total, parts = one(statement, Role.TOTAL), amounts(statement, Role.PART)
    if total is None or not parts:
        return None
    claim = balanced(((total, 1), *((part, -1) for part in parts)), _slack(total, parts), _step(total, parts))
    words = f"{sum_words(parts)} = {computed(_sum(parts), total.quantity)}"
    if claim.holds({}):
        return Outcome(statement, Verdict.RIGHT, words, claim)
    if _is_mean(statement, total, parts):
        return None
    little = abs(claim.gap) * _FEW <= total.exact
    certain = little or statement.listed or statement.confidence == 1
    if claim.gap > 0 and not (statement.whole and certain):
        return _short(statement, document, claim, total, parts, little=little)
    told = f"{words}, tổng ghi {said(total)}"
    loose = None if statement.whole else replace(claim, high=None)
    fault = _fault(statement, document, claim, total, parts)
    return Outcome(statement, Verdict.WRONG, told, claim, fault, loose=loose)


def _is_mean(statement: Statement, total: Amount, parts: tuple[Amount, ...]) -> bool:
    """Whether a "total" is rather the mean of its parts: it lies among them, and none is far below it.

    So are a column of densities and "năng suất bình quân 66,1 tạ/ha (đông xuân 72,5, hè thu 58,2)".
    """
    values = [part.value for part in parts if part.value]
    may_be = total.quantity.places or statement.phrasing.startswith(_TABLE)
    if len(values) < 2 or not (may_be or _MEAN.intersection(total.quantity.noun)):
        return False
    return min(values) <= total.value <= max(values) and all(2 * value >= total.value for value in values)


def _short(
    statement: Statement,
    document: Document,
    claim: Linear,
    total: Amount,
    parts: tuple[Amount, ...],
    *,
    little: bool,
) -> Outcome | None:
    """Parts that fall short of a total which they need not make up; None for a single part.

    Told when a slip explains what is missing, little or so much that no chance makes a slip explain it; and
    when a note names three parts or more.
    """
    if len(parts) < 2:
        return None
    kind, facts = kind_of(statement, document), _facts(claim, total, parts)
    fault = Fault(kind, "soat-trong-do-thieu", total.spot, facts, Severity.WARNING, Confidence.POSSIBLE)
    words = f"{facts['phep_cong']}, một phần của {said(total)}"
    told = fault if kind is FaultKind.NOTE and len(parts) >= _MANY else None
    if told is not None and not little:
        told = replace(fault, heaviest=Severity.INFO)
    slip = fault if little or claim.gap >= _LARGE else None
    return Outcome(statement, Verdict.DOUBTFUL, words, claim, told, if_slip=slip)


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


def _facts(claim: Linear, total: Amount, parts: tuple[Amount, ...]) -> dict[str, str]:
    added = computed(_sum(parts), total.quantity)
    return {
        "phep_cong": f"{sum_words(parts)} = {added}",
        "tong": said(total),
        "tinh_duoc": retyped(added, total.quantity),
        "lech": computed(abs(claim.gap), total.quantity),
    }


def _step(total: Amount, parts: tuple[Amount, ...]) -> Fraction | None:
    """The rounding of all figures in millions …: that of the finest ("5 tỷ" beside "2,1 tỷ")."""
    return min((half_step(item.quantity) for item in (total, *parts) if power(item.quantity)), default=None)


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
    facts = _facts(claim, total, parts)
    if is_hedged((total, *parts)):
        return Fault(FaultKind.HEDGE, "soat-uoc-chung-tong", total.spot, facts, Severity.WARNING)
    kind = kind_of(statement, document)
    if not statement.whole:
        return Fault(kind, "soat-phan-vuot-tong", total.spot, facts, Severity.WARNING, Confidence.LIKELY)
    return Fault(kind, "soat-tong-sai", total.spot, facts)
