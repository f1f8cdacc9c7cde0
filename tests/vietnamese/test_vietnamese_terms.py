"""What changes its name with the law: one wording for each day and kind of unit."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocao.vietnamese.terms import Term, terms

LAST_OLD, FIRST_NEW = dt.date(2025, 6, 30), dt.date(2025, 7, 1)
LEVELS = (
    "tinh",
    "huyen",
    "quan",
    "thi_xa",
    "thanh_pho",
    "xa",
    "phuong",
    "thi_tran",
    "dac_khu",
    "so",
    "phong",
)
TERMS = list(terms().values())


@pytest.mark.parametrize(
    ("name", "level", "before", "after"),
    [
        ("mot_cua", "xa", "Bộ phận Một cửa", "Trung tâm Phục vụ hành chính công"),
        ("mot_cua", "tinh", "Bộ phận Một cửa", "Trung tâm Phục vụ hành chính công"),
        ("cap_xa", "tinh", "xã, phường, thị trấn", "xã, phường, đặc khu"),
        ("cac_cap_duoi", "tinh", "các huyện, thị xã, thành phố", "các xã, phường, đặc khu"),
        ("cac_cap_duoi", "huyen", "các xã, thị trấn", "các xã, thị trấn"),
        ("cac_cap_duoi", "xa", None, None),
        ("cung_cap", "xa", "xã, phường, thị trấn", "xã, phường, đặc khu"),
        ("cung_cap", "dac_khu", None, "xã, phường, đặc khu"),
        ("cung_cap", "thi_tran", "xã, phường, thị trấn", None),
        ("co_quan_cap_tren", "xa", "Ủy ban nhân dân huyện", "Ủy ban nhân dân tỉnh"),
        ("co_quan_cap_tren", "phuong", "Cơ quan cấp trên trực tiếp", "Ủy ban nhân dân tỉnh"),
        ("noi_vu_cap_tren", "xa", "Phòng Nội vụ", "Sở Nội vụ"),
        ("cap_uy", "thi_xa", "Thị ủy", "Thị ủy"),
    ],
)
def test_the_wording_changes_on_the_first_of_july_2025(
    name: str, level: str, before: str | None, after: str | None
) -> None:
    found = [terms()[name].at([level], day) for day in (LAST_OLD, FIRST_NEW)]
    assert [item.words if item else None for item in found] == [before, after]


def test_the_nearest_kind_of_unit_decides() -> None:
    below = terms()["cac_cap_duoi"]
    assert [
        item.words for kinds in (("quan", "huyen"), ("so", "huyen")) if (item := below.at(kinds, LAST_OLD))
    ] == [
        "các phường",
        "các xã, thị trấn",
    ]


def test_every_wording_has_its_law_and_its_label() -> None:
    for term in TERMS:
        assert term.label[0].islower()
        for item in term.wordings:
            assert item.words
            assert item.source.startswith(("NĐ ", "Luật ", "Điều lệ "))
            assert item.first <= item.last
            assert {item.first, item.last} <= {dt.date.min, dt.date.max, LAST_OLD, FIRST_NEW}


@given(st.sampled_from(TERMS), st.sampled_from(LEVELS), st.dates())
def test_a_kind_of_unit_has_at_most_one_wording_a_day(term: Term, level: str, day: dt.date) -> None:
    fitting = [
        item
        for item in term.wordings
        if item.first <= day <= item.last and (not item.levels or level in item.levels)
    ]
    assert len(fitting) <= 1
    assert term.at([level], day) == (fitting[0] if fitting else None)
