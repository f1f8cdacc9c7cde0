"""What decides whether a rule holds: hedges, tolerances, bounds, and what a workbook cannot judge.

Data and plain numbers only. The model and derive judge by it, the Excel form writes it into its formulas, so
that a number has the same verdict in both. `packs.rules` says what each kind of rule compares.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Mapping
from decimal import Decimal

from baocao.packs.rules import AT_MOST, RuleKind

Span = tuple[Decimal | None, Decimal | None]
"""The least and the greatest that left - right may be; None for no limit."""

HEDGED: Mapping[str, tuple[bool, bool]] = {
    "trên": (True, False),
    "hơn": (True, False),
    "gần": (False, True),
    "khoảng": (True, True),
    "dưới": (False, True),
}
"""By the word before a number: whether it may be less, and may be more, than what it stands for."""

LEFT_MAY_BE_HEDGED = frozenset({RuleKind.SUM, RuleKind.RATE})
"""Kinds that judge a hedged left side, as `HEDGED` says; a hedge anywhere else: not judged."""

LEAST_PARTS = 2
"""Of a SUM with blank parts: so many are given when they are judged not to exceed the whole."""

_NONE = Decimal(0)


def span(relation: str, hedge: str = "", margin: Decimal = _NONE) -> Span:
    """What left - right may be. hedge: before the left side; it leaves no margin."""
    if hedge:
        less, more = HEDGED[hedge]
        return None if less else _NONE, None if more else _NONE
    return None if relation == AT_MOST else -margin, margin


def lies_in(gap: Decimal, allowed: Span) -> bool:
    """Whether left - right is allowed."""
    low, high = allowed
    return (low is None or gap >= low) and (high is None or gap <= high)


def margin(power: int, places: int) -> Decimal:
    """How far a number may be off that was typed in a larger unit: half of its last decimal, in đồng.

    power: of ten of the unit (9 for tỷ); 0 for a number as it is, which is exact. "8,3 tỷ đồng" stands for
    8,25 to 8,35 tỷ đồng.
    """
    return Decimal(5).scaleb(power - places - 1) if power else _NONE


def share_slack(share: Decimal, places: int) -> Decimal:
    """How far a stated share may be from the exact one: half of its last digit; a whole one for 99% and 1%,
    which stand for everything short of 100% and above 0%.
    """
    step = Decimal(1).scaleb(-places)
    return step if share in (step, 100 - step) else step / 2


def period_bounds(first: dt.date, last: dt.date, as_of: dt.date | None) -> tuple[dt.date, dt.date]:
    """First and last day of what belongs to a period: of its data window, its last month and `chot_ngay`."""
    month_end = last.replace(day=monthrange(last.year, last.month)[1])
    return first, max(month_end, as_of or month_end)


NOT_IN_EXCEL: Mapping[str, str] = {
    "khoang": "Khoảng ngày của từng số liệu (từ ngày, đến ngày): không sau ngày báo cáo, và chạm kỳ báo cáo.",
    "ngay-chu": "Ngày gõ thành chữ, như 25 tháng 3 năm 2026; ngày ghi trong danh sách.",
    "o-chu": "Số gõ thành chữ, như «trên 30» hay «27.630» trong một ô.",
    "cong-rao": "Tổng của những số có chữ trên, hơn, gần, khoảng, dưới đứng trước.",
    "dong-thieu": "Dòng của danh sách còn ô số để trống: máy tự cộng, tự chia rồi mới so; tỷ lệ và tiền "
    "trong danh sách.",
    "cac-nam": "Số cộng từ các năm của một giai đoạn.",
}
"""Every case that the form leaves to the program; its sheet of checks says so, and shows no mark for it."""
