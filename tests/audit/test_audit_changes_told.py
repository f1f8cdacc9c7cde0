"""Changes told without their old value, with it in brackets, and with a second difference."""

from __future__ import annotations

import pytest
from grammar_kit import body

from baocao.audit.auditing import audit
from baocao.audit.verdicts import FaultKind, Remark, Verdict


def told(text: str) -> list[Remark]:
    return [item for item in audit(body(text)).remarks if not item.concerns_words]


@pytest.mark.parametrize(
    "text",
    [
        "Tiếp nhận 3.568 hồ sơ, so với cùng kỳ năm trước giảm 444 hồ sơ, giảm 11,07%.",
        "Tiếp nhận 3.568 hồ sơ, so với cùng kỳ năm trước tăng 364 hồ sơ, tăng 11,36%.",
        "Tiếp nhận 3.568 hồ sơ; so với cùng kỳ năm 2022 (4.012 hồ sơ) giảm 444 hồ sơ, giảm 11,07%.",
        "Tổng thu đạt 18,74 tỷ đồng; so với cùng kỳ năm trước giảm 1,26 tỷ đồng, giảm 6,3%.",
        "Tiếp nhận 3.568 hồ sơ, tăng 364 hồ sơ so với cùng kỳ, tỷ lệ tăng 11,36%.",
        "Thu hút 12 dự án, tăng 03 dự án (33,3%) so với cùng kỳ.",
        "Xử lý 28 vụ, so với cùng kỳ năm 2022 giảm 07 vụ (20%).",
        "Tiếp nhận 3.568 hồ sơ, so với quý II (3.204 hồ sơ) tăng 364 hồ sơ, tăng 11,36%.",
        "Chi 18,5 tỷ đồng, so với năm 2022 tăng thêm 2 tỷ đồng, tương ứng tăng 12,1%.",
    ],
)
def test_what_is_told_behind_the_word_of_direction_is_the_difference(text: str) -> None:
    found = audit(body(text))
    assert told(text) == []
    assert {item.verdict for item in found.judged} == {Verdict.RIGHT}


@pytest.mark.parametrize(
    "text",
    [
        "So với quý II (3.204 hồ sơ), số hồ sơ tăng 364 hồ sơ, tăng 11,36%; so với năm 2022 (4.012 hồ sơ) "
        "giảm 444 hồ sơ, giảm 11,07%.",
        "Tiếp nhận 540 đơn (quý II: 200 đơn, giảm 60 đơn so với quý I).",
        "Tiếp nhận 540 đơn, so với cùng kỳ năm trước giảm được 60 đơn, giảm nhiều nhất là xã A.",
        "Tiếp nhận 540 đơn, so với cùng kỳ năm trước tăng thêm 60 đơn, trong đó tăng 40 đơn ở xã A.",
    ],
)
def test_a_difference_is_never_the_old_value(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tiếp nhận 3.568 hồ sơ, so với cùng kỳ năm trước giảm 445 hồ sơ, giảm 13,07%.", FaultKind.RATE),
        ("So với quý II năm 2023 (tiếp nhận 3.204 hồ sơ), số hồ sơ tiếp nhận là 3.568 hồ sơ, tăng 364 hồ sơ, "
         "tương ứng tăng 13,36%.", FaultKind.DIFFERENCE),
        ("Đăng tải 28 tin, bài (quý II: 35 tin, bài, giảm 25%).", FaultKind.DIFFERENCE),
        ("Đăng 42 tin, bài, tăng 15 tin, bài so với 6 tháng đầu năm (30 tin, bài).", FaultKind.DIFFERENCE),
        ("Tiếp nhận 3.568 hồ sơ; so với cùng kỳ năm 2022 (4.012 hồ sơ) tăng 444 hồ sơ, tăng 11,07%.",
         FaultKind.DIRECTION),
    ],
)  # fmt: skip
def test_a_wrong_difference_is_told_once(text: str, kind: FaultKind) -> None:
    assert [item.kind for item in told(text)] == [kind]


@pytest.mark.parametrize("word", ["", "ước đạt ", "ước "])
def test_a_forecast_is_computed_with_just_so(word: str) -> None:
    text = f"Tổng thu ngân sách {word}18,74 tỷ đồng, bằng 112,1% dự toán (17,62 tỷ đồng)."
    assert [item.kind for item in told(text)] == [FaultKind.RATE]
