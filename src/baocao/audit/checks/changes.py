"""Changes: new against old, the stated difference and the word it is told with; places in a ranking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from baocao.audit.checks.amounts import Amount, computed, half_step, is_hedged, one, rounding, said, shown
from baocao.audit.checks.claims import Judgement, decimal_of
from baocao.audit.checks.outcome import Fault, Outcome
from baocao.audit.statements import Direction, Role, Statement
from baocao.audit.verdicts import Confidence, FaultKind, Verdict
from baocao.errors import Severity

_FULL = 100
_PERCENT = "%"
_TIMES = "lần"
_ABOUT = Fraction(1, 5)

Measure = Callable[[Fraction, Fraction], Fraction]
"""The size of a change from its new and its old value."""


def _apart(new: Fraction, old: Fraction) -> Fraction:
    return abs(new - old)


def _relative(new: Fraction, old: Fraction) -> Fraction:
    return abs(new - old) * _FULL / old


def _times(new: Fraction, old: Fraction) -> Fraction:
    return new / old


def _times_more(new: Fraction, old: Fraction) -> Fraction:
    return (new - old) / old


@dataclass(frozen=True, slots=True)
class _Change:
    """Two values of one quantity with what is said of them. up: 1 when a greater number is the better one."""

    statement: Statement
    new: Amount
    old: Amount
    difference: Amount | None

    @property
    def up(self) -> int:
        return -1 if self.statement.is_rank else 1

    @property
    def actual(self) -> Direction:
        """Which way the numbers go."""
        return _way(self.new.value, self.old.value, self.up)

    @property
    def slack(self) -> Fraction:
        """How far the difference may be off, because new and old are rounded."""
        return rounding(self.new.quantity) + rounding(self.old.quantity)

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The ways in which the difference can be meant; the plainest first."""
        assert self.difference is not None
        unit, own = self.difference.quantity.unit, self.new.quantity.unit
        if unit == _TIMES:
            return (_times, _times_more) if own != _TIMES else (_apart,)
        if unit == _PERCENT:
            return (_apart, _relative) if own == _PERCENT else (_relative,)
        return (_apart,)


def judge_change(statement: Statement) -> Outcome | None:
    """Whether difference and direction are those of the two numbers; None when new or old is not stated."""
    new, old = one(statement, Role.NEW), one(statement, Role.OLD)
    if new is None or old is None or not _comparable(new, old):
        return None
    change = _Change(statement, new, old, one(statement, Role.DIFFERENCE))
    if is_hedged((new, old)):
        return None
    if change.difference is None:
        return _direction_alone(change)
    if old.value <= 0 and change.measures != (_apart,):
        return None
    return _with_difference(change, change.difference)


def judge_rank(statement: Statement) -> Outcome | None:
    """Whether a place in a ranking is one of those there are: 11 of 12."""
    rank = one(statement, Role.RANK)
    if rank is None or rank.quantity.of is None:
        return None
    count = rank.quantity.of
    words = f"hạng {said(rank)} trong {shown(Fraction(count))}"
    if 0 < rank.value <= count:
        return Outcome(statement, Verdict.RIGHT, words)
    facts = {"hang": said(rank), "so_luong": shown(Fraction(count))}
    fault = Fault(FaultKind.RANK, "soat-thu-hang-vuot", rank.key, facts, Severity.WARNING, Confidence.LIKELY)
    return Outcome(statement, Verdict.WRONG, words, None, fault)


def _comparable(new: Amount, old: Amount) -> bool:
    units = {new.quantity.unit, old.quantity.unit} - {""}
    return len(units) <= 1 and new.key != old.key


def _way(new: Decimal, old: Decimal, up: int) -> Direction:
    if new == old:
        return Direction.LEVEL
    return Direction.UP if (new > old) == (up > 0) else Direction.DOWN


def _direction_alone(change: _Change) -> Outcome | None:
    statement = change.statement
    if statement.direction is Direction.NONE:
        return None
    claim = Judgement((change.new, change.old), _direction_test(change), lambda values, at: None)
    words = f"{said(change.old)} → {said(change.new)}: {change.actual.value}"
    if change.actual is statement.direction:
        return Outcome(statement, Verdict.RIGHT, words, claim)
    return Outcome(statement, Verdict.WRONG, words, claim, _wrong_direction(change))


def _direction_test(change: _Change) -> Callable[[tuple[Decimal, ...]], bool]:
    said_way, up = change.statement.direction, change.up

    def test(values: tuple[Decimal, ...]) -> bool:
        return said_way is Direction.NONE or _way(values[0], values[1], up) is said_way

    return test


def _wrong_direction(change: _Change) -> Fault:
    statement = change.statement
    facts = {
        "viet": statement.direction.value,
        "cu": said(change.old),
        "moi": said(change.new),
        "huong": change.actual.value,
        "luu_y": " (thứ hạng càng nhỏ là càng cao)" if statement.is_rank else "",
    }
    key = change.difference.key if change.difference else change.new.key
    return Fault(FaultKind.DIRECTION, "soat-huong-sai", key, facts)


def _with_difference(change: _Change, difference: Amount) -> Outcome:
    statement, rival = change.statement, difference.quantity
    way_is_right = statement.direction in (Direction.NONE, change.actual)
    fitting = next((measure for measure in change.measures if _fits(change, difference, measure)), None)
    claim = _claim(change, difference)
    if fitting is None:
        return _wrong_difference(change, difference, claim)
    words = _arithmetic(change, difference, fitting)
    if not way_is_right:
        return Outcome(statement, Verdict.WRONG, words, claim, _wrong_direction(change), rival)
    if fitting is _apart and rival.unit == _PERCENT:
        facts = {
            "moi": said(change.new),
            "cu": said(change.old),
            "cong_bo": said(difference),
            "so": said(difference).rstrip("%"),
        }
        fault = Fault(
            FaultKind.POINTS, "soat-diem-phan-tram", difference.key, facts, Severity.INFO, Confidence.LIKELY
        )
        return Outcome(statement, Verdict.DOUBTFUL, words, claim, fault, rival)
    return Outcome(statement, Verdict.RIGHT, words, claim, rival=rival)


def _claim(change: _Change, difference: Amount) -> Judgement:
    direction, measures = _direction_test(change), change.measures

    def test(values: tuple[Decimal, ...]) -> bool:
        new, old, stated = values
        if measures != (_apart,) and old <= 0:
            return False
        exact = (Fraction(new), Fraction(old))
        near = any(_near(change, difference, measure(*exact), Fraction(stated)) for measure in measures)
        return near and direction(values)

    def solve(values: tuple[Decimal, ...], at: int) -> Decimal | None:
        new, old, stated = values
        rises = (change.statement.direction is Direction.DOWN) == (change.up < 0)
        step = stated if rises else -stated
        if measures != (_apart,):
            return None
        return (old + step, new - step, abs(new - old))[at]

    return Judgement((change.new, change.old, difference), test, solve)


def _fits(change: _Change, difference: Amount, measure: Measure) -> bool:
    actual = measure(change.new.exact, change.old.exact)
    return _near(change, difference, actual, difference.exact)


def _near(change: _Change, difference: Amount, actual: Fraction, stated: Fraction) -> bool:
    """Whether the difference is the stated one at the precision it is typed with, cut off or rounded."""
    stated = abs(stated)
    match difference.quantity.hedge:
        case "hon":
            return actual >= stated - change.slack
        case "kem":
            return actual <= stated + change.slack
        case "khoang":
            return abs(actual - stated) <= stated * _ABOUT
    step = 2 * half_step(difference.quantity)
    cut = actual // step * step
    rounded = (2 * actual + step) // (2 * step) * step
    return stated in (cut, rounded) or abs(actual - stated) <= change.slack + rounding(difference.quantity)


def _wrong_difference(change: _Change, difference: Amount, claim: Judgement) -> Outcome:
    statement = change.statement
    words = _arithmetic(change, difference, change.measures[-1])
    result = words.rpartition("= ")[2]
    facts = {
        "phep_tinh": words.removesuffix(f" = {result}"),
        "tinh_duoc": result,
        "cong_bo": said(difference),
        "them": _divided_by_new(change, difference),
    }
    hedged = bool(difference.quantity.hedge)
    kind = FaultKind.HEDGE if hedged else FaultKind.DIFFERENCE
    fault = Fault(kind, "soat-chenh-lech-sai", difference.key, facts)
    stated = f"{words}, báo cáo ghi {said(difference)}"
    return Outcome(statement, Verdict.WRONG, stated, None if hedged else claim, fault, difference.quantity)


def _divided_by_new(change: _Change, difference: Amount) -> str:
    if change.measures != (_relative,) or change.new.value <= 0:
        return ""
    by_new = _apart(change.new.exact, change.old.exact) * _FULL / change.new.exact
    if not _near(change, difference, by_new, difference.exact):
        return ""
    return f" Số {said(difference)} là do chia cho {said(change.new)}, số của kỳ này."


def _arithmetic(change: _Change, difference: Amount, measure: Measure) -> str:
    """ "80,41 - 78,06 = 2,35"; "(120 - 100) : 100 = 20%"."""
    actual = measure(change.new.exact, change.old.exact)
    high, low = sorted((change.new, change.old), key=lambda item: item.value, reverse=True)
    if measure is _apart:
        return f"{said(high)} - {said(low)} = {computed(actual, difference.quantity)}"
    if measure is _times:
        return f"{said(change.new)} : {said(change.old)} = {shown(actual, 2)}"
    places = difference.quantity.places
    step = Fraction(1, 10**places)
    rounded = decimal_of((2 * actual + step) // (2 * step) * step)
    assert rounded is not None
    return f"({said(high)} - {said(low)}) : {said(change.old)} = {computed(rounded, difference.quantity)}"
