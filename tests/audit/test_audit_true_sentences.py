"""True sentences whose numbers look as if they belonged to each other: nothing is said against them."""

from __future__ import annotations

import pytest
from grammar_kit import body

from baocao.audit.auditing import audit
from baocao.audit.verdicts import FaultKind, Verdict

RATES = [
    "Thu ngân sách ước đạt 12.500 triệu đồng, đạt 104% dự toán, trong đó: thuế 5.200 triệu đồng, "
    "đạt 102%; lệ phí trước bạ 3.100 triệu đồng, đạt 98%; thuế thu nhập cá nhân 2.400 triệu đồng, đạt 110%; "
    "thu khác 1.800 triệu đồng, đạt 115%.",
    "Hội đồng bầu 3 đại biểu trong số 5 người ứng cử: ông A đạt 78,5%, bà B đạt 72,1%, ông C đạt 60,3%.",
    "Đầu năm toàn huyện có 1.245 hộ nghèo, chiếm 4,12%; cuối năm còn 856 hộ nghèo, chiếm 2,81%; giảm 389 hộ, "
    "tương ứng giảm 1,31%.",
    "Sau sắp xếp, toàn huyện còn 45 trường (giảm 4 trường so với năm 2021, tương đương 8,16%).",
    "Xảy ra 15 vụ, chết 08 người, bị thương 11 người; so với cùng kỳ giảm 03 vụ (-16,7%), tăng 01 người chết "
    "(+14,3%), giảm 04 người bị thương (-26,7%).",
    "Hoàn thành xuất sắc nhiệm vụ 212 người, đạt 15,0%; hoàn thành tốt nhiệm vụ 1.105 người, đạt 78,4%; "
    "hoàn thành nhiệm vụ 85 người, đạt 6,0%; không hoàn thành 08 người, đạt 0,6%.",
]  # fmt: skip
CHANGES = [
    "Năm 2021 xếp thứ 12/12, năm 2022 xếp thứ 10/12, năm 2023 xếp thứ 7/12, tăng 5 bậc so với năm 2021.",
    "Năm 2020 có 53 đơn vị sự nghiệp, năm 2022 còn 50 đơn vị, năm 2023 còn 48 đơn vị, giảm 05 đơn vị so với "
    "năm 2020.",
    "Năm 2021 đạt 75,2 điểm, năm 2022 đạt 78,06 điểm, năm 2023 đạt 80,41, tăng 5,21 điểm so với năm 2021.",
    "Năm 2022 có 52 mô hình, năm 2023 có 60 mô hình, tăng 20 mô hình so với năm 2020.",
]


@pytest.mark.parametrize("text", [*RATES, *CHANGES])
def test_nothing_is_said_against_a_true_sentence(text: str) -> None:
    found = audit(body(text))
    assert Verdict.WRONG not in {item.verdict for item in found.judged}
    told = [item for item in found.remarks if not item.concerns_words]
    assert {item.kind for item in told} <= {FaultKind.UNVERIFIABLE}


@pytest.mark.parametrize(
    "text",
    [
        "Tổng số phiếu hợp lệ 84.920 phiếu: ông A 52.412 phiếu (61,72%), bà B 48.120 phiếu (56,67%), ông C "
        "40.100 phiếu (47,22%).",
        "Năng suất bình quân 66,1 tạ/ha (đông xuân 72,5 tạ/ha, hè thu 58,2 tạ/ha).",
        "Điểm trung bình 6,83 điểm, gồm: xã A 7,20 điểm, xã B 6,80 điểm, xã C 6,50 điểm.",
    ],
)
def test_votes_and_means_are_no_sums(text: str) -> None:
    assert [item.finding.text for item in audit(body(text)).remarks if not item.concerns_words] == []
