"""Slips of the keyboard: one digit typed for another, or two neighbouring digits exchanged."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise


def is_slip(typed: Decimal, meant: Decimal) -> bool:
    """Whether two numbers are equal, differ by one digit, or by two neighbouring digits exchanged."""
    own, other = f"{typed:f}", f"{meant:f}"
    if len(own) != len(other):
        return False
    apart = sum(digit != typed_for for digit, typed_for in zip(own, other, strict=True))
    return apart < 2 or other in exchanged(own)


def exchanged(digits: str) -> Iterator[str]:
    """The numbers that digits become when two neighbours, not the same, change places."""
    for at, (digit, after) in enumerate(pairwise(digits)):
        if digit != after:
            yield digits[:at] + after + digit + digits[at + 2 :]
