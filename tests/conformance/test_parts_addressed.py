"""Kính gửi of hand-typed documents, with and without a fault."""

from __future__ import annotations

import pytest

from conformance.parts_kit import (
    LAST,
    PROSE,
    body,
    foot,
    found,
    head,
    parts_of,
    say,
    title,
)


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ((("Kính gửi: Sở Nội vụ tỉnh Đồng Tháp", 35),), 1),
        ((("Kính gởi: Sở Nội vụ tỉnh Đồng Tháp", 35),), 1),
        ((("Kính gửi Sở Nội vụ tỉnh Đồng Tháp", 35),), 1),
        ((("Kính gửi:", 35), ("- Ủy ban nhân dân tỉnh;", 53), ("- Sở Nội vụ.", 53)), 3),
        ((("Kính gửi:", 35), ("Ủy ban nhân dân tỉnh", 53), ("Sở Nội vụ", 53)), 3),
        ((("Kính gửi: - Ủy ban nhân dân tỉnh;", 35), ("- Sở Nội vụ.", 53)), 2),
        ((("Kính gửi:\tSở Nội vụ", 35),), 2),
    ],
)
def test_addressed(lines, wanted):
    parts = parts_of(head, title, lambda d: [say(d, text, left=left) for text, left in lines], body, foot)
    assert len(parts.kinh_gui) == wanted
    assert found(parts, "prose") == [PROSE, LAST]


def test_addressed_in_a_table():
    def table(document):
        made = document.add_table(1, 2)
        say(made.rows[0].cells[0], "Kính gửi:", align="right")
        for text in ("- Ủy ban nhân dân tỉnh;", "- Sở Nội vụ."):
            say(made.rows[0].cells[1], text)

    parts = parts_of(head, title, table, body, foot)
    assert found(parts, "kinh_gui") == ["Kính gửi:", "- Ủy ban nhân dân tỉnh;", "- Sở Nội vụ."]
    assert len(parts.layout_tables) == 3


def test_addressed_below_the_first_paragraph():
    parts = parts_of(
        head, title, lambda d: body(d, PROSE), lambda d: say(d, "Kính gửi: Sở Nội vụ", left=35),
        lambda d: body(d, LAST), foot,
    )  # fmt: skip
    assert found(parts, "kinh_gui") == ["Kính gửi: Sở Nội vụ"]
    assert found(parts, "prose") == [PROSE, LAST]
