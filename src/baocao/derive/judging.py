"""Does a rule hold? One function a kind of rule; a blank or hedged number is judged as `packs.rules` says.

What decides (hedges, tolerances, bounds) is in `packs.judgement`, where the Excel form reads it too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from baocao.derive.agreement import Verdict, judge_rate, places_of
from baocao.derive.arithmetic import total_of
from baocao.derive.ground import Ground
from baocao.derive.resolved import How, amount_of
from baocao.derive.spots import Scope
from baocao.derive.wording import printed_number
from baocao.model.margins import margin_of
from baocao.model.record import Hedge, Period, Value
from baocao.packs.catalogue import When
from baocao.packs.judgement import LEAST_PARTS, lies_in, period_bounds, share_slack, span
from baocao.packs.rules import AT_MOST, EQUAL, Rule, RuleKind


@dataclass(frozen=True, slots=True)
class Failure:
    """A rule that does not hold. left, right: the two numbers compared.

    given: of a SUM whose other parts are blank, the parts that already exceed the whole. verdict: of a RATE.
    """

    rule: Rule
    scope: Scope
    left: Decimal
    right: Decimal
    given: tuple[str, ...] = ()
    verdict: Verdict = Verdict.DIFFERS

    @property
    def key(self) -> tuple[str, int]:
        """The same rule of the same row has the same key."""
        return self.rule.id, self.scope.row


Judged = Failure | Verdict | None
"""A rule that fails with its two numbers, or how it stands; None: not judged."""


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
    gap = _amount(whole) - total.amount
    if len(given) == len(rule.right):
        agrees = _holds(gap, EQUAL, scope, (*rule.left, *given), whole.hedge)
        return Verdict.AGREES if agrees else Failure(rule, scope, _amount(whole), total.amount)
    if len(given) < LEAST_PARTS or whole.hedge or _is_judged_whole(rule, given, scope):
        return None
    fits = _holds(-gap, AT_MOST, scope, (*rule.left, *given))
    return None if fits else Failure(rule, scope, _amount(whole), total.amount, given)


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
    holds = _holds(here.amount - there.amount, rule.relation, scope, typed)
    return Verdict.AGREES if holds else Failure(rule, scope, here.amount, there.amount)


def _rate(rule: Rule, scope: Scope) -> Judged:
    rate, top, base = scope.term(rule.left[0]), *map(scope.term, rule.right)
    if rate is None or rate.number is None or top is None or base is None or top.hedge or base.hedge:
        return None
    numerator, denominator = amount_of(top), amount_of(base)
    if numerator is None or not denominator:
        return None
    indicator = scope.indicator(rule.left[0])
    if not scope.stated(rule.left[0]):
        limit = Decimal(100) if indicator.maximum is None else indicator.maximum
        computed = scope.owner is not None or scope.ground.now[rule.left[0]].how is How.RATE
        beyond = computed and rate.number > limit and not _is_judged_as_part(rule, scope)
        return Failure(rule, scope, rate.number, limit) if beyond else None
    stated = printed_number(rate, indicator, scope.ground.style)
    verdict = judge_rate(stated, rate.hedge, numerator, denominator)
    if verdict is Verdict.AGREES:
        return verdict
    margins = (_margin(scope, (rule.right[0],)), _margin(scope, (rule.right[1],)))
    if not rate.hedge and _rounds_to(stated, numerator, denominator, *margins):
        return Verdict.AGREES
    return Failure(rule, scope, stated, numerator, verdict=verdict)


def is_exact(rule: Rule, scope: Scope) -> bool:
    """Whether the numbers behind the right side were typed in full, none in triệu or tỷ đồng."""
    return not _margin(scope, rule.right)


def _rounds_to(stated: Decimal, numerator: Decimal, denominator: Decimal, *margins: Decimal) -> bool:
    """Whether rounded amounts ("8,3 tỷ đồng") may stand for exact ones that give the stated rate."""
    if not any(margins):
        return False
    top, base = margins
    step = Fraction(1, 2 * 10 ** places_of(stated))
    low = Fraction(numerator - top) * 100 / Fraction(denominator + base)
    high = Fraction(numerator + top) * 100 / Fraction(denominator - base)
    return low - step <= Fraction(stated) <= high + step


def _is_judged_as_part(rule: Rule, scope: Scope) -> bool:
    """Whether the numerator is a declared part of the denominator: then it is judged as such."""
    pair = ((rule.right[0],), (rule.right[1],))
    rules = scope.ground.catalogue.rules
    return any(
        (one.left, one.right) == pair and one.kind is RuleKind.WITHIN and one.list == rule.list
        for one in rules
    )


def _shares(rule: Rule, scope: Scope) -> Judged:
    """Stated shares of all parts of one whole must make 100%, each allowed its rounding."""
    ground = scope.ground
    stated = [id_ for id_ in rule.left if ground.stated(id_)]
    if not stated or all(_is_computable(ground, id_) for id_ in rule.left):
        return None
    shares = [_exact_share(ground, id_) for id_ in rule.left]
    given = [share for share in shares if share is not None]
    if len(given) != len(shares):
        return None
    total = sum(given, Decimal(0))
    slack = sum((share_slack(share, places_of(share)) for share in given), Decimal(0))
    holds = lies_in(total - 100, span(EQUAL, margin=slack))
    return Verdict.AGREES if holds else Failure(rule, scope, total, Decimal(100))


def _exact_share(ground: Ground, id_: str) -> Decimal | None:
    value = ground.value(id_)
    if value is None or value.number is None or value.hedge:
        return None
    return printed_number(value, ground.catalogue[id_], ground.style)


def _is_computable(ground: Ground, id_: str) -> bool:
    rate = ground.catalogue[id_]
    return ground.amount(rate.numerator) is not None and bool(ground.amount(rate.denominator))


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


def _holds(
    gap: Decimal, relation: str, scope: Scope, items: Iterable[str], hedge: Hedge = Hedge.NONE
) -> bool:
    """Whether left - right is allowed as it is, or within what the rounding of `items` leaves open."""
    return lies_in(gap, span(relation, hedge)) or lies_in(gap, span(relation, hedge, _margin(scope, items)))


def _margin(scope: Scope, items: Iterable[str]) -> Decimal:
    """How far numbers typed in triệu or tỷ đồng may be off by rounding; 0 for all others."""
    return sum(
        (margin_of(value) for item in items for _, value in scope.leaves(item) if value.scale), Decimal(0)
    )


def bounds(period: Period) -> tuple[dt.date, dt.date]:
    """First and last day of what belongs to a period."""
    return period_bounds(period.window_from, period.window_to, period.as_of)


def _amount(value: Value) -> Decimal:
    return value.number if value.number is not None else Decimal(0)


_JUDGES: dict[RuleKind, Callable[[Rule, Scope], Judged]] = {
    RuleKind.SUM: _sum,
    RuleKind.WITHIN: _within,
    RuleKind.OWN: _own,
    RuleKind.CARRIED: _carried,
    RuleKind.RATE: _rate,
    RuleKind.SHARES: _shares,
}
_TOLD_ELSEWHERE: dict[RuleKind, Callable[[Rule, Scope], Judged]] = {
    RuleKind.RANK: _limit,
    RuleKind.POINTS: _limit,
    RuleKind.DATES: _date,
}
