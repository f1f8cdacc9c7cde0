"""Sums and rates over values. A blank stays blank, nil counts as 0, a hedged term hedges the result."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import NamedTuple

from baocao.derive.agreement import is_tiny_share, percent
from baocao.derive.resolved import amount_of
from baocao.model.outline import added_rows
from baocao.model.record import Hedge, Value
from baocao.packs.catalogue import list_field

ZERO = Decimal(0)


class Total(NamedTuple):
    """A sum. nil: every term is "không phát sinh"; the amount is 0 then."""

    amount: Decimal
    nil: bool
    hedge: Hedge


def total_of(terms: Iterable[Value | None]) -> Total | None:
    """The sum of `terms`; None when one of them is blank or there are none."""
    amount, nil, hedge, none = ZERO, True, Hedge.NONE, True
    for term in terms:
        if term is None:
            return None
        none = False
        if not term.nil:
            if term.number is None:
                return None
            amount, nil = amount + term.number, False
        if term.hedge and term.hedge is not hedge:
            hedge = Hedge.ABOUT if hedge else term.hedge
    return None if none else Total(amount, nil, hedge)


def add(terms: Iterable[Value | None]) -> Value | None:
    """The sum as a value, as of `total_of`. All nil: nil."""
    total = total_of(terms)
    if total is None:
        return None
    return Value(number=None if total.nil else total.amount, nil=total.nil, hedge=total.hedge)


def term(item: str, value_of: Callable[[str], Value | None]) -> Value | None:
    """The value of one part of a sum: an indicator's, or the sum of a list's field."""
    id_, field = list_field(item)
    return add_rows(value_of(id_), field) if field else value_of(id_)


def add_rows(value: Value | None, field: str) -> Value | None:
    """The sum of one field over the rows of a list; None when the list or one cell of the field is blank."""
    if value is None or not (value.nil or value.records):
        return None
    if value.nil:
        return Value(nil=True)
    return add(row.get(field) for row in added_rows(value))


def divide(numerator: Value, denominator: Value, places: int) -> Value | None:
    """The rate in percent, rounded as `percent` does; None when the base is 0 or "không phát sinh".

    What would round to 0 is "dưới" the smallest rate that `places` can show.
    """
    part, base = amount_of(numerator), amount_of(denominator)
    if not base or part is None:
        return None
    rate = percent(part, base, places)
    if is_tiny_share(part, base, places):
        return Value(number=rate, hedge=Hedge.UNDER)
    rough = numerator.hedge or denominator.hedge
    return Value(number=rate, hedge=Hedge.ABOUT if rough else Hedge.NONE)
