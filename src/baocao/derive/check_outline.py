"""Rows that are not the sum of the rows right below them, in lists with `bac`."""

from __future__ import annotations

from collections.abc import Iterator

from baocao.derive.ground import Ground
from baocao.derive.judging import judge, scopes
from baocao.derive.verdicts import Failure
from baocao.errors import Finding, finding
from baocao.model.outline import number_of, rows_below
from baocao.model.record import Value
from baocao.packs.rules import RuleKind

MOST_ROWS = 12
"""More rows are not written out in a finding."""


def check_outline(ground: Ground) -> Iterator[Finding]:
    """One finding for each number that differs from the sum of those below it."""
    for rule in ground.catalogue.by_kind.get(RuleKind.OUTLINE, ()):
        for scope in scopes(ground, rule):
            failure = judge(rule, scope)
            if isinstance(failure, Failure):
                yield _finding(failure)


def _finding(failure: Failure) -> Finding:
    scope, name, tree = failure.scope, failure.rule.left[0], failure.rule.right[0]
    value = scope.ground.value(failure.rule.list)
    assert value is not None
    rows = value.records
    below = rows_below(rows, tree)[scope.row]
    words = [f"{_words(failure, rows[item].get(name))} ({number_of(rows[item], tree)})" for item in below]
    places = (cell.where for item in below if (cell := rows[item].get(name)) is not None)
    return finding(
        "bac-lech",
        scope.where(name),
        others=tuple(where for where in places if where.seen_from(scope.where(name))),
        ten=scope.label(name),
        so_dong=number_of(rows[scope.row], tree),
        ghi=scope.words(name, Value(number=failure.left)),
        phep_cong=" + ".join(words) if len(words) <= MOST_ROWS else f"{len(words)} dòng ngay dưới",
        tinh_duoc=scope.words(name, Value(number=failure.right)),
    )


def _words(failure: Failure, value: Value | None) -> str:
    number = value.number if value is not None else None
    return failure.scope.words(failure.rule.left[0], Value(number=number or failure.left * 0))
