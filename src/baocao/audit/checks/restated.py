"""One quantity stated again: all its numbers are the same, or one is another rounded or hedged."""

from __future__ import annotations

from decimal import Decimal

from baocao.audit.checks.amounts import Amount, amounts, half_step, is_hedged, power, reach, said, with_unit
from baocao.audit.checks.claims import Judgement
from baocao.audit.checks.outcome import Fault, Outcome
from baocao.audit.statements import Role, Statement
from baocao.audit.verdicts import FaultKind, Verdict


def judge_same(statement: Statement) -> Outcome | None:
    """Whether all numbers of a statement can be the same one; None for a single number."""
    items = amounts(statement, Role.SAME)
    if len(items) < 2:
        return None
    first = items[0]
    odd = next((item for item in items[1:] if not _agree(first, item)), None)
    claim = _claim(items)
    if odd is None:
        return Outcome(statement, Verdict.RIGHT, " = ".join(said(item) for item in items), claim)
    facts = {"mot": with_unit(first), "hai": with_unit(odd)}
    kind = FaultKind.HEDGE if is_hedged((first, odd)) else FaultKind.SAME
    fault = Fault(kind, "soat-hai-cho-lech", odd.spot, facts)
    return Outcome(statement, Verdict.WRONG, f"{said(first)} ≠ {said(odd)}", claim, fault)


def _claim(items: tuple[Amount, ...]) -> Judgement:
    def test(values: tuple[Decimal, ...]) -> bool:
        changed = [item._replace(value=value) for item, value in zip(items, values, strict=True)]
        return all(_agree(changed[0], item) for item in changed[1:])

    def solve(values: tuple[Decimal, ...], at: int) -> Decimal | None:
        others = {value for place, value in enumerate(values) if place != at}
        return others.pop() if len(others) == 1 else None

    return Judgement(items, test, solve)


def _agree(one: Amount, other: Amount) -> bool:
    """Whether both can stand for one number; of two precisions the coarser is rounded or cut off."""
    if one.value == other.value:
        return True
    if is_hedged((one, other)):
        (low, high), (other_low, other_high) = reach(one), reach(other)
        return not (
            (high is not None and other_low is not None and high < other_low)
            or (low is not None and other_high is not None and other_high < low)
        )
    if _digit(one) == _digit(other):
        return False
    step = 2 * max(half_step(one.quantity), half_step(other.quantity))
    return abs(one.exact - other.exact) < step


def _digit(item: Amount) -> int:
    """The power of ten of the last digit typed."""
    return power(item.quantity) - item.quantity.places
