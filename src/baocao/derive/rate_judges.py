"""Does a rule of a rate hold, or of the shares of one whole? (See `baocao.derive.judging`.)"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from baocao.derive.agreement import Verdict, judge_rate, places_of
from baocao.derive.ground import Ground
from baocao.derive.resolved import How, amount_of
from baocao.derive.spots import Scope
from baocao.derive.verdicts import Failure, Judged, margin
from baocao.derive.wording import printed_hedge, printed_number
from baocao.packs.judgement import lies_in, share_slack, span
from baocao.packs.rules import EQUAL, Rule, RuleKind


def judge_stated_rate(rule: Rule, scope: Scope) -> Judged:
    """A rate against its numerator and denominator; one that was computed against its limit."""
    rate, top, base = scope.term(rule.left[0]), *map(scope.term, rule.right)
    if rate is None or rate.number is None or top is None or base is None:
        return None
    numerator, denominator = amount_of(top), amount_of(base)
    if numerator is None or not denominator:
        return None
    hedged = bool(top.hedge or base.hedge)
    if not scope.stated(rule.left[0]):
        return _computed_rate(rule, scope, rate.number, hedged=hedged)
    if hedged:
        return None
    indicator = scope.indicator(rule.left[0])
    stated = printed_number(rate, indicator, scope.ground.style)
    hedge = printed_hedge(rate, indicator, scope.ground.style)
    verdict = judge_rate(stated, hedge, numerator, denominator)
    if verdict is Verdict.AGREES:
        return verdict
    margins = (margin(scope, (rule.right[0],)), margin(scope, (rule.right[1],)))
    if not rate.hedge and _rounds_to(stated, numerator, denominator, *margins):
        return Verdict.AGREES
    return Failure(rule, scope, stated, numerator, verdict=verdict)


def _computed_rate(rule: Rule, scope: Scope, rate: Decimal, *, hedged: bool) -> Judged:
    """A computed rate above its limit, unless another rule says that its part exceeds the whole; of hedged
    numbers ("trên 50" of "gần 20") no other does.
    """
    maximum = scope.indicator(rule.left[0]).maximum
    limit = Decimal(100) if maximum is None else maximum
    computed = scope.owner is not None or scope.ground.now[rule.left[0]].how is How.RATE
    beyond = computed and rate > limit and (hedged or not _is_judged_as_part(rule, scope))
    return Failure(rule, scope, rate, limit) if beyond else None


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


def judge_shares(rule: Rule, scope: Scope) -> Judged:
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
