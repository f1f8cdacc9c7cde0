"""`ky.trong_ky`, `ky.cung_ky`: the words by which one text serves a year, a quarter, a half of a year."""

from __future__ import annotations

import datetime as dt

import pytest

from baocao.derive.views import period_view
from baocao.model.record import HouseStyle, Period, PeriodKind


@pytest.mark.parametrize(
    ("kind", "number", "before", "during", "compared"),
    [
        ("nam", 0, "năm 2025", "trong năm", "năm 2025"),
        ("quy", 3, "quý III năm 2025", "trong quý", "cùng kỳ năm 2025"),
        ("thang", 2, "tháng 02 năm 2025", "trong tháng", "cùng kỳ năm 2025"),
        ("6_thang", 1, "6 tháng đầu năm 2025", "trong 6 tháng đầu năm", "cùng kỳ năm 2025"),
        ("6_thang", 2, "6 tháng cuối năm 2025", "trong 6 tháng cuối năm", "cùng kỳ năm 2025"),
        ("9_thang", 0, "9 tháng đầu năm 2025", "trong 9 tháng đầu năm", "cùng kỳ năm 2025"),
        ("giai_doan", 0, "giai đoạn 2021 - 2025", "trong giai đoạn", "giai đoạn 2021 - 2025"),
    ],
)
def test_words_of_the_period(kind: str, number: int, before: str, during: str, compared: str) -> None:
    day = dt.date(2026, 1, 1)
    period = Period(PeriodKind(kind), 2026, number, "", before, "", day, day)
    view = period_view(period, HouseStyle())
    assert (view.trong_ky, view.cung_ky) == (during, compared)
