"""What a rule comes to: how it stands, or the two numbers of one that fails. What rounding leaves open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from baocao.derive.agreement import Verdict
from baocao.derive.spots import Scope
from baocao.model.margins import margin_of
from baocao.model.record import Hedge, Value
from baocao.packs.judgement import lies_in, span
from baocao.packs.rules import Rule


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


def is_exact(rule: Rule, scope: Scope) -> bool:
    """Whether the numbers behind the right side were typed in full, none in triệu or tỷ đồng."""
    return not margin(scope, rule.right)


def is_allowed(
    gap: Decimal, relation: str, scope: Scope, items: Iterable[str], hedge: Hedge = Hedge.NONE
) -> bool:
    """Whether left - right is allowed as it is, or within what the rounding of `items` leaves open."""
    return lies_in(gap, span(relation, hedge)) or lies_in(gap, span(relation, hedge, margin(scope, items)))


def margin(scope: Scope, items: Iterable[str]) -> Decimal:
    """How far numbers typed in triệu or tỷ đồng may be off by rounding; 0 for all others."""
    return sum(
        (margin_of(value) for item in items for _, value in scope.leaves(item) if value.scale), Decimal(0)
    )


def amount(value: Value) -> Decimal:
    """Its number; 0 for none."""
    return value.number if value.number is not None else Decimal(0)
