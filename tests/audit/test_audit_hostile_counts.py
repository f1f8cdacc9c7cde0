"""Paragraphs, notes and cells that all tell another number take linear time too, right or wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from baocao.audit.auditing import audit
from baocao.audit.reading.read_text import read_text
from growth_kit import linear

FEW = 500


def paragraphs(count: int) -> str:
    return "\n\n".join(f"Năm 2023 tiếp nhận {i} hồ sơ, đã giải quyết {i} hồ sơ." for i in range(count))


def wrong_rates(count: int) -> str:
    return "\n\n".join(f"Tiếp nhận {i} hồ sơ, đã giải quyết {i} hồ sơ, đạt 50%." for i in range(count))


def notes(count: int) -> str:
    body = "\n\n".join(f"Tiếp nhận {i} hồ sơ[{i}]." for i in range(1, count))
    return body + "\n\n" + "\n".join(f"[{i}] Cấp xã: {i}/{i} hồ sơ." for i in range(1, count))


def items(count: int) -> str:
    return "".join(f"- xã {i}: {i} hồ sơ;\n" for i in range(count))


def table(count: int) -> str:
    head = "STT | Xã | Số đơn | Đã giải quyết | Đang giải quyết | Tỷ lệ (%)\n"
    rows = (f"{i} | Xã {i} | {3 * i} | {i} | {2 * i} | 33,3\n" for i in range(1, count))
    return head + "".join(rows) + " | Tổng cộng | 5 | 4 | 3 | 2\n"


@pytest.mark.parametrize("made", [paragraphs, wrong_rates, notes, items, table])
def test_four_times_the_numbers_take_about_four_times_as_long(made: Callable[[int], str]) -> None:
    assert linear(made, lambda text: audit(read_text(text, "a.txt")), FEW)
