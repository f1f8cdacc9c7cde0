"""Quantities of a statement are asked for by their role."""

from __future__ import annotations

from decimal import Decimal

from baocao.audit.scanning.kinds import Hedge
from baocao.audit.statements import Quantity, Relation, Role, Spot, Statement


def quantity(value: int) -> Quantity:
    spot = Spot(0, 0, len(str(value)))
    return Quantity(Decimal(value), "người", (), Hedge.NONE, 0, False, None, spot, str(value))


def test_parts_come_in_the_order_of_the_text_and_a_missing_role_is_none() -> None:
    total, first, second = map(quantity, (1546, 104, 1442))
    roles = ((Role.TOTAL, total), (Role.PART, first), (Role.PART, second))
    statement = Statement(Relation.BREAKDOWN, roles, Spot(0, 0, 40), "trong đó")
    assert statement.one(Role.TOTAL) == total
    assert statement.all(Role.PART) == (first, second)
    assert statement.one(Role.RATE) is None
