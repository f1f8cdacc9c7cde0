"""Changes: new against old, the stated difference and the word it is told with; places in a ranking."""

from __future__ import annotations

from fractions import Fraction

from baocao.audit.checks.amounts import Amount, as_typed, computed, is_hedged, one, retyped, said, shown
from baocao.audit.checks.claims import Judgement
from baocao.audit.checks.differences import Change, Measure, apart, relative
from baocao.audit.checks.outcome import Fault, Outcome
from baocao.audit.statements import Direction, Role, Statement
from baocao.audit.verdicts import Confidence, FaultKind, Verdict
from baocao.errors import Severity

_TO = "đến"
_PERCENT = "%"
_TABLE = "bang-"
_MOST_GROWTH = 300
"""In percent: no clerk means more when he typed less."""


def judge_change(statement: Statement, words: str) -> Outcome | None:
    """Whether difference and direction are those of the numbers; None when new or old is not known.

    words: of the statement, as typed.
    """
    new, old = one(statement, Role.NEW), one(statement, Role.OLD)
    if new is None or old is None or not _comparable(new, old):
        return None
    change = Change(statement, new, old, one(statement, Role.DIFFERENCE))
    if change.difference is None:
        return _direction_alone(change, words)
    if old.value <= 0 and change.measures(change.difference) != (apart,):
        return None
    return _with_difference(change, change.difference)


def judge_rank(statement: Statement) -> Outcome | None:
    """Whether a place in a ranking is one of those there are: 11 of 12."""
    rank = one(statement, Role.RANK)
    if rank is None or rank.quantity.of is None:
        return None
    count = rank.quantity.of
    words = f"hạng {said(rank)} trong {shown(Fraction(count))}"
    claim = Judgement((rank,), lambda values: 0 < values[0] <= count, lambda values, at: None)
    if claim.holds({}):
        return Outcome(statement, Verdict.RIGHT, words)
    facts = {"hang": said(rank), "so_luong": shown(Fraction(count))}
    fault = Fault(FaultKind.RANK, "soat-thu-hang-vuot", rank.spot, facts, Severity.WARNING, Confidence.LIKELY)
    return Outcome(statement, Verdict.WRONG, words, claim, fault)


def _comparable(new: Amount, old: Amount) -> bool:
    units = {new.quantity.unit, old.quantity.unit} - {""}
    return len(units) <= 1 and new.spot != old.spot and not is_hedged((new, old))


def _direction_alone(change: Change, typed: str) -> Outcome | None:
    """The word alone; "cắt giảm từ 20% đến 50%" tells how much is cut, not from where to where."""
    statement = change.statement
    if statement.direction is Direction.NONE:
        return None
    claim = Judgement(
        (change.new, change.old), lambda values: change.is_told_right(*values), lambda values, at: None
    )
    words = f"{as_typed(change.old)} → {as_typed(change.new)}: {change.actual.value}"
    if claim.holds({}):
        return Outcome(statement, Verdict.RIGHT, words, claim)
    if _TO in typed.lower().split():
        return None
    return Outcome(statement, Verdict.WRONG, words, claim, _wrong_direction(change))


def _wrong_direction(change: Change) -> Fault:
    statement = change.statement
    facts = {
        "viet": statement.direction.value,
        "cu": as_typed(change.old),
        "moi": as_typed(change.new),
        "huong": change.actual.value,
        "luu_y": " (thứ hạng càng nhỏ là càng cao)" if statement.is_rank else "",
    }
    return Fault(FaultKind.DIRECTION, "soat-huong-sai", (change.difference or change.new).spot, facts)


def _with_difference(change: Change, difference: Amount) -> Outcome:
    statement, rival = change.statement, difference.quantity
    claim, (verdict, measure) = change.claim(difference), _best(change, difference)
    words = " = ".join(change.arithmetic(difference, measure))
    if verdict is Verdict.WRONG:
        stated = f"{words}, báo cáo ghi {said(difference)}"
        return Outcome(statement, verdict, stated, claim, _wrong_difference(change, difference), rival)
    if not change.is_told_right(change.new.value, change.old.value):
        return Outcome(statement, Verdict.WRONG, words, claim, _wrong_direction(change), rival)
    if verdict is Verdict.TRUNCATED:
        facts = _facts(change, difference, measure)
        fault = Fault(FaultKind.TRUNCATED, "soat-ty-le-cat-bot", difference.spot, facts, Severity.WARNING)
        return Outcome(statement, verdict, words, claim, fault, rival)
    if measure is apart and rival.unit == _PERCENT:
        return Outcome(statement, Verdict.DOUBTFUL, words, claim, _points(change, difference), rival)
    return Outcome(statement, Verdict.RIGHT, words, claim, rival=rival)


def _best(change: Change, difference: Amount) -> tuple[Verdict, Measure]:
    """The meaning in which the difference is right or at least cut off; the last one when in none."""
    values = change.new.value, change.old.value, difference.value
    judged = [
        (change.verdict(difference, measure, values), measure) for measure in change.measures(difference)
    ]
    order = (Verdict.RIGHT, Verdict.TRUNCATED, Verdict.WRONG)
    best = min(order.index(verdict) for verdict, _ in judged)
    if order[best] is Verdict.WRONG:
        return judged[-1]
    return next(item for item in judged if item[0] is order[best])


def _facts(change: Change, difference: Amount, measure: Measure) -> dict[str, str]:
    operation, result = change.arithmetic(difference, measure)
    return {
        "phep_tinh": operation,
        "tinh_duoc": retyped(result, difference.quantity),
        "cong_bo": said(difference),
    }


def _points(change: Change, difference: Amount) -> Fault:
    facts = {
        "moi": said(change.new),
        "cu": said(change.old),
        "cong_bo": said(difference),
        "so": said(difference).rstrip(_PERCENT),
    }
    return Fault(
        FaultKind.POINTS, "soat-diem-phan-tram", difference.spot, facts, Severity.INFO, Confidence.LIKELY
    )


def _wrong_difference(change: Change, difference: Amount) -> Fault:
    kind = FaultKind.HEDGE if difference.quantity.hedge else FaultKind.DIFFERENCE
    kind = FaultKind.TABLE if change.statement.phrasing.startswith(_TABLE) else kind
    if (copied := _copied(change, difference)) is not None:
        return Fault(kind, "soat-chep-so-cu", change.new.spot, copied)
    measure = change.measures(difference)[-1]
    told = {**_facts(change, difference, measure), "them": _divided_by_new(change, difference)}
    actual = measure(change.new.exact, change.old.exact)
    absurd = measure is relative and actual > _MOST_GROWTH >= difference.exact
    return Fault(kind, "soat-chenh-lech-sai", difference.spot, told, is_absurd=absurd)


def _copied(change: Change, difference: Amount) -> dict[str, str] | None:
    """The holes for a new value that is last year's: what the difference says it should be."""
    way = change.statement.direction
    if change.new.value != change.old.value or way not in (Direction.UP, Direction.DOWN):
        return None
    if change.measures(difference) != (apart,) or change.statement.is_rank or difference.quantity.hedge:
        return None
    sign, meant = ("+", 1) if way is Direction.UP else ("-", -1)
    return {
        "cu": as_typed(change.old),
        "huong": way.value,
        "cong_bo": said(difference),
        "phep_tinh": f"{said(change.old)} {sign} {said(difference)}",
        "tinh_duoc": retyped(
            computed(change.old.exact + meant * difference.exact, change.new.quantity), change.new.quantity
        ),
    }


def _divided_by_new(change: Change, difference: Amount) -> str:
    """What the clerk may have done: the difference in percent of the new value."""
    if change.measures(difference) != (relative,) or change.new.value <= 0 or difference.quantity.hedge:
        return ""
    turned = change.old.value, change.new.value, difference.value
    if change.verdict(difference, relative, turned) is not Verdict.RIGHT:
        return ""
    return f" Số {said(difference)} là do chia cho {said(change.new)}; phải chia cho {said(change.old)}."
