"""Dates against the period and the report's own date, as the catalogue asks (`ngay_thuoc`)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from baocao.derive.agreement import Verdict
from baocao.derive.ground import Ground
from baocao.derive.judging import bounds, judge, scopes
from baocao.errors import Finding, Where, finding
from baocao.model.record import StyledDate, Value
from baocao.packs.catalogue import When
from baocao.packs.rules import RuleKind
from baocao.vietnamese.dates import short_date


def check_dates(ground: Ground) -> Iterator[Finding]:
    """Findings about dates, cited documents and the windows of figures."""
    rules = ground.catalogue.by_kind
    for rule in rules.get(RuleKind.DATES, ()):
        for scope in scopes(ground, rule):
            value = scope.term(rule.left[0])
            if value is not None and judge(rule, scope) is Verdict.DIFFERS:
                yield from _day(ground, value, When(rule.right[0]), scope.where(rule.left[0]))
    for rule in rules.get(RuleKind.WINDOW, ()):
        for id_ in rule.left:
            yield from _window(ground, id_)


def _day(ground: Ground, value: Value, when: When, where: Where) -> Iterator[Finding]:
    styled = value.date or (value.document.date if value.document else None)
    if styled is None:
        return
    if when is When.REPORT:
        yield from _after_report(ground, styled.day, where)
    else:
        yield finding("ngay-ngoai-ky", where, ngay=_words(styled.day), **_period_facts(ground))


def _window(ground: Ground, id_: str) -> Iterator[Finding]:
    value = ground.value(id_)
    if value is None or not any(value.window):
        return
    first, last = bounds(ground.record.period)
    begin, end = (side.day if side else None for side in value.window)
    latest = max(filter(None, (begin, end)))
    after = list(_after_report(ground, latest, ground.where(id_)))
    yield from after
    if not after and ((begin and begin > last) or (end and end < first)):
        span = _span(*value.window)
        yield finding("khoang-ngoai-ky", ground.where(id_), khoang=span, **_period_facts(ground))


def _after_report(ground: Ground, day: dt.date, where: Where) -> Iterator[Finding]:
    report = ground.record.head.date
    if report is not None and day > report:
        yield finding("ngay-sau-bao-cao", where, ngay=_words(day), ngay_bao_cao=_words(report))


def _period_facts(ground: Ground) -> dict[str, Any]:
    first, last = bounds(ground.record.period)
    return {"ky": ground.record.period.label, "tu": _words(first), "den": _words(last)}


def _span(begin: StyledDate | None, end: StyledDate | None) -> str:
    said = [f"từ {_words(begin.day)}" if begin else "", f"đến {_words(end.day)}" if end else ""]
    return " ".join(filter(None, said))


def _words(day: dt.date) -> str:
    return short_date(day)
