"""The operators that can make something huge out of something small: `+`, `*`, `**`, `%`."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup

from baocao.template.guard import MAX_BITS, Budget, OverSpentError

GUARDED = frozenset({"+", "*", "**", "%"})
_WIDE = re.compile(r"\*|\d{4}")


def compute(budget: Budget, operator: str, left: Any, right: Any) -> Any:
    """`left operator right`, paid for. XML is no operand here. Raises `OverSpentError`."""
    budget.step()
    if type(left) is Markup or type(right) is Markup:
        raise ValueError("không làm phép tính này với đoạn chữ đã có định dạng")
    return _OPERATIONS[operator](budget, left, right)


def _sum(budget: Budget, left: Any, right: Any) -> Any:
    if isinstance(left, list | tuple) and isinstance(right, list | tuple):
        budget.step(len(left) + len(right))
        return budget.structure(left + right)  # type: ignore[operator]
    total = left + right
    return budget.text(total) if isinstance(total, str) else total


def _product(budget: Budget, left: Any, right: Any) -> Any:
    for values, times in ((left, right), (right, left)):
        if isinstance(values, str | list | tuple | bytes) and isinstance(times, int):
            budget.write(len(values) * max(times, 0))
            budget.number(times)
            return budget.structure(values * times)
    if isinstance(left, int) and isinstance(right, int) and left.bit_length() + right.bit_length() > MAX_BITS:
        raise OverSpentError("số")
    return left * right


def _power(budget: Budget, left: Any, right: Any) -> Any:
    for number in (left, right):
        budget.number(getattr(number, "gia_tri", number))
    if isinstance(left, int) and isinstance(right, int) and left.bit_length() * abs(right) > MAX_BITS:
        raise OverSpentError("số")
    return left**right


def _rest(budget: Budget, left: Any, right: Any) -> Any:
    """The rest of a division, or a text with holes filled; holes of great width are refused."""
    if not isinstance(left, str):
        return left % right
    if _WIDE.search(left):
        raise OverSpentError("số")
    budget.write(len(left))
    return budget.text(left % right)


_OPERATIONS = {"+": _sum, "*": _product, "**": _power, "%": _rest}
