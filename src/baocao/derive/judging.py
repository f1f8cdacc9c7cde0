"""Does a rule hold? One function a kind of rule; a blank or hedged number is judged as `packs.rules` says.

What decides (hedges, tolerances, bounds) is in `packs.judgement`, where the Excel form reads it too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from baocao.derive.agreement import Verdict
from baocao.derive.arithmetic import total_of
from baocao.derive.ground import Ground
from baocao.derive.outline import total_below
from baocao.derive.rate_judges import judge_shares, judge_stated_rate
from baocao.derive.spots import Scope
from baocao.derive.verdicts import Failure, Judged, amount, is_allowed
from baocao.model.margins import margin_of
from baocao.model.outline import rows_below
from baocao.model.record import Period, Value
from baocao.packs.catalogue import When
from baocao.packs.judgement import LEAST_PARTS, lies_in, period_bounds, span
from baocao.packs.rules import AT_MOST, EQUAL, Rule, RuleKind


def failures(
    ground: Ground, rules: Iterable[Rule] | None = None, *, typed: bool = False
) -> Iterator[Failure]:
    """Every rule of the catalogue, or of `rules`, that does not hold, row by row where it is one of rows.

    typed: with those between two typed numbers, too, which the model has judged and told.
    """
    whole = (Scope(ground),)
    for rule in ground.catalogue.rules if rules is None else rules:
        judge_one = _JUDGES.get(rule.kind)
        if judge_one is None:
            continue
        for scope in scopes(ground, rule) if rule.list else whole:
            if not typed and judged_by_model(rule, scope):
                continue
            found = judge_one(rule, scope)
            if isinstance(found, Failure):
                yield found


def judge(rule: Rule, scope: Scope) -> Judged:
    """How a rule stands; of a rule of rows, in one of them."""
    made = _JUDGES.get(rule.kind) or _TOLD_ELSEWHERE.get(rule.kind)
    return made(rule, scope) if made is not None else None


def scopes(ground: Ground, rule: Rule) -> Iterator[Scope]:
    """What a rule is judged over: the record, or each row of its list."""
    if not rule.list:
        yield Scope(ground)
        return
    value = ground.value(rule.list)
    for number in range(len(value.records) if value is not None else 0):
        yield Scope(ground, ground.catalogue[rule.list], number)


def judged_by_model(rule: Rule, scope: Scope) -> bool:
    """Whether the model compares the two already: both typed, and exact."""
    return rule.kind is RuleKind.WITHIN and scope.stated(rule.left[0]) and scope.stated(rule.right[0])


def _sum(rule: Rule, scope: Scope) -> Judged:
    whole = scope.term(rule.left[0])
    if whole is None or _is_outdone(rule, scope):
        return None
    given = tuple(item for item in rule.right if scope.term(item) is not None)
    total = total_of(map(scope.term, given))
    if total is None or total.hedge:
        return None
    if _is_its_own_sum(rule, scope):
        return Verdict.AGREES
    gap = amount(whole) - total.amount
    if len(given) == len(rule.right):
        agrees = is_allowed(gap, EQUAL, scope, (*rule.left, *given), whole.hedge)
        return Verdict.AGREES if agrees else Failure(rule, scope, amount(whole), total.amount)
    if len(given) < LEAST_PARTS or whole.hedge or _is_judged_whole(rule, given, scope):
        return None
    fits = is_allowed(-gap, AT_MOST, scope, (*rule.left, *given))
    return None if fits else Failure(rule, scope, amount(whole), total.amount, given)


def _is_its_own_sum(rule: Rule, scope: Scope) -> bool:
    """Whether the whole is blank and was computed from these very parts."""
    return not scope.stated(rule.left[0]) and scope.inputs(rule.left[0]) == rule.right


def _is_outdone(rule: Rule, scope: Scope) -> bool:
    """Whether a longer breakdown that holds all these parts has data for another part: these are no whole.

    Province + communes and province + districts + communes may stand side by side; who has districts fills
    all three.
    """
    return any(
        scope.term(item) is not None for longer in rule.unless for item in longer if item not in rule.right
    )


def _is_judged_whole(rule: Rule, given: tuple[str, ...], scope: Scope) -> bool:
    """Whether the parts given are all there are: another breakdown has just these."""
    return set(given) in map(set, scope.indicator(rule.left[0]).parts)


def _within(rule: Rule, scope: Scope) -> Judged:
    return _compare(rule, scope, (scope.term(rule.left[0]),), (scope.term(rule.right[0]),))


def _own(rule: Rule, scope: Scope) -> Judged:
    return _compare(rule, scope, map(scope.term, rule.left), map(scope.term, rule.right))


def _carried(rule: Rule, scope: Scope) -> Judged:
    """What is carried over here against what was left over last period."""
    ground = scope.ground
    if not ground.record.carries_on:
        return None
    before = ground.before.get(rule.right[0])
    return _compare(rule, scope, (scope.term(rule.left[0]),), (before.value if before else None,))


def _compare(rule: Rule, scope: Scope, left: Iterable[Value | None], right: Iterable[Value | None]) -> Judged:
    here, there = total_of(left), total_of(right)
    if here is None or there is None or here.hedge or there.hedge:
        return None
    typed = rule.terms if rule.kind is not RuleKind.CARRIED else rule.left
    holds = is_allowed(here.amount - there.amount, rule.relation, scope, typed)
    return Verdict.AGREES if holds else Failure(rule, scope, here.amount, there.amount)


def judge_outline(rule: Rule, scope: Scope) -> Judged:
    """A row against the sum of the rows right below it; `check_outline` tells it."""
    whole, list_ = scope.term(rule.left[0]), scope.ground.value(rule.list)
    if whole is None or list_ is None or whole.hedge:
        return None
    total = total_below(list_, scope.row, rule.left[0], rule.right[0])
    if total is None or total.hedge:
        return None
    below = rows_below(list_.records, rule.right[0])[scope.row]
    cells = (list_.records[place][rule.left[0]] for place in below)
    margin = margin_of(whole) + sum(map(margin_of, cells), Decimal(0))
    agrees = lies_in(amount(whole) - total.amount, span(EQUAL, margin=margin))
    return Verdict.AGREES if agrees else Failure(rule, scope, amount(whole), total.amount)


def _limit(rule: Rule, scope: Scope) -> Judged:
    """A rank or points against their total; the model tells it."""
    value = scope.term(rule.left[0])
    if value is None or value.number is None or value.of is None:
        return None
    return Verdict.AGREES if lies_in(value.number - value.of, span(AT_MOST)) else Verdict.DIFFERS


def _date(rule: Rule, scope: Scope) -> Judged:
    """A day against the period or the report's own date; `check_dates` tells it."""
    value, record = scope.term(rule.left[0]), scope.ground.record
    styled = value and (value.date or (value.document.date if value.document else None))
    if not styled:
        return None
    if rule.right[0] == When.REPORT:
        first, last = None, record.head.date
    else:
        first, last = bounds(record.period)
    if last is None:
        return None
    return Verdict.AGREES if (first or styled.day) <= styled.day <= last else Verdict.DIFFERS


def bounds(period: Period) -> tuple[dt.date, dt.date]:
    """First and last day of what belongs to a period."""
    return period_bounds(period.window_from, period.window_to, period.as_of)


_JUDGES: dict[RuleKind, Callable[[Rule, Scope], Judged]] = {
    RuleKind.SUM: _sum,
    RuleKind.WITHIN: _within,
    RuleKind.OWN: _own,
    RuleKind.CARRIED: _carried,
    RuleKind.RATE: judge_stated_rate,
    RuleKind.SHARES: judge_shares,
}
_TOLD_ELSEWHERE: dict[RuleKind, Callable[[Rule, Scope], Judged]] = {
    RuleKind.RANK: _limit,
    RuleKind.POINTS: _limit,
    RuleKind.DATES: _date,
    RuleKind.OUTLINE: judge_outline,
}
