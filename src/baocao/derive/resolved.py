"""What became of one indicator: its value and how it was come by."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from baocao.model.record import Value
from baocao.quick import quick_dataclass


class How(StrEnum):
    """How a figure was come by."""

    STATED = "nhap"
    SUM = "cong"
    RATE = "ty_le"
    YEARS = "cac_nam"
    FALLBACK = "mac_dinh"


@quick_dataclass(frozen=True, slots=True)
class Resolved:
    """One indicator with data. `inputs`: parts of a sum, numerator and denominator, or fallback (ids).

    years: those whose figures it is made of.
    """

    id: str
    value: Value
    how: How = How.STATED
    inputs: tuple[str, ...] = ()
    years: tuple[int, ...] = ()


def amount_of(value: Value) -> Decimal | None:
    """The number for arithmetic: "không phát sinh" counts as 0; None for what is not a number."""
    return Decimal(0) if value.nil else value.number


def is_given(value: Value) -> bool:
    """Whether the data says anything: nil is a statement, an entry with only a style (`so_le`) is not."""
    return (
        value.number is not None
        or value.nil
        or bool(value.text or value.records or value.period)
        or value.date is not None
        or value.document is not None
        or value.yes is not None
    )


def has_data(value: Value) -> bool:
    """Whether there is something to print a sentence about: 0 counts, nil does not."""
    return not value.nil and is_given(value)
