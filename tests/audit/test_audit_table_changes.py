"""Columns that say how far two others are apart."""

from __future__ import annotations

import pytest
from breakdown_kit import table

from baocao.audit.checks.judging import judge
from baocao.audit.statements import Direction, Reading, Relation, Role
from baocao.audit.verdicts import FaultKind

NEW, OLD, BY = Role.NEW, Role.OLD, Role.DIFFERENCE


def changes(told: Reading) -> list[tuple[str, ...]]:
    """New, old and difference of the changes, as typed."""
    return [
        tuple(item.all(role)[0].text for role in (NEW, OLD, BY))
        for item in told.statements
        if item.kind is Relation.CHANGE
    ]


def test_a_column_of_differences_is_learned_from_its_rows() -> None:
    told = table(
        ("Chỉ tiêu", "Năm 2022", "Năm 2023", "Tăng, giảm"),
        ("Hồ sơ tiếp nhận", "1.846", "1.902", "46"),
        ("Hồ sơ trực tuyến", "1.013", "1.588", "575"),
        ("Lượt tuyên truyền", "22", "31", "9"),
    )
    assert changes(told) == [("1.902", "1.846", "46"), ("1.588", "1.013", "575"), ("31", "22", "9")]
    (remark,) = judge(told)[1]
    assert remark.kind is FaultKind.TABLE
    assert "1.902 - 1.846 = 56, không phải 46" in remark.finding.text


def test_the_later_year_is_the_new_one_wherever_it_stands() -> None:
    told = table(
        ("Chỉ tiêu", "Năm 2023", "Năm 2022", "So sánh (%)"),
        ("Hồ sơ tiếp nhận", "1.200", "1.000", "20"),
        ("Hồ sơ trực tuyến", "500", "400", "20"),
        ("Lượt tuyên truyền", "22", "20", "10"),
    )
    assert changes(told)[1] == ("500", "400", "20")
    assert [remark.kind for remark in judge(told)[1]] == [FaultKind.TABLE]


def test_a_minus_is_a_fall() -> None:
    told = table(
        ("Đơn vị", "Năm 2022", "Năm 2023", "Tăng/giảm"),
        ("Xã A", "1.846", "1.902", "+56"),
        ("Xã B", "1.588", "1.013", "-575"),
        ("Tổng cộng", "3.434", "2.915", "-519"),
    )
    directions = [item.direction for item in told.statements if item.kind is Relation.CHANGE]
    assert directions == [Direction.NONE, Direction.DOWN, Direction.DOWN]
    assert judge(told)[1] == ()


@pytest.mark.parametrize(
    "rows",
    [
        (("Xã A", "100", "120", "tăng"), ("Xã B", "50", "60", "tăng")),
        (("Xã A", "100", "120", "7"), ("Xã B", "50", "60", "8")),
    ],
)
def test_a_column_that_tells_something_else_is_left_alone(rows: tuple[tuple[str, ...], ...]) -> None:
    assert changes(table(("Đơn vị", "Năm 2022", "Năm 2023", "Số xã tăng"), *rows)) == []
