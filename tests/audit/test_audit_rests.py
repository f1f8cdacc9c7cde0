"""What is left of a total: "còn lại" says so; "còn", "chưa", "đang" may speak of another count."""

from __future__ import annotations

import pytest
from grammar_kit import body

from baocao.audit.auditing import audit
from baocao.audit.verdicts import FaultKind
from baocao.errors import Severity

TRUE_SENTENCES = [
    "Tự kiểm tra được 4/9 phòng, đơn vị trực thuộc; phát hiện 02 đơn vị còn chậm cập nhật hồ sơ.",
    "Rà soát 27/27 ấp, có 05 ấp còn hộ nghèo trên 5%.",
    "Đã kiểm tra 12/20 đơn vị; qua kiểm tra còn 03 đơn vị chưa niêm yết đầy đủ thủ tục.",
    "Có 25/27 ấp đạt chuẩn văn hóa, trong đó còn 04 ấp có tiêu chí đạt thấp.",
    "Đã giải quyết 120/150 hồ sơ, còn 12 hồ sơ quá hạn, 18 hồ sơ trong hạn.",
    "Đã hoàn thành 18/20 nhiệm vụ, còn 01 nhiệm vụ chậm tiến độ, 01 nhiệm vụ xin dừng.",
    "Xây dựng 20/25 km đường, còn 3 km đang thi công, 2 km chưa khởi công.",
    "Trong số 45 cơ sở có 30 cơ sở đã nộp hồ sơ, còn 10 cơ sở xin gia hạn.",
    "Đã giải quyết 120/150 hồ sơ, đang giải quyết 20 hồ sơ, quá hạn 05 hồ sơ, trả lại 05 hồ sơ.",
    "Đã cấp 980/1.000 giấy, nhưng còn 07 giấy ghi sai tên.",
    "Tổ chức 06 lớp, 240 người dự, trong số đó còn 15 người chưa được cấp giấy chứng nhận.",
]


@pytest.mark.parametrize("text", TRUE_SENTENCES)
def test_what_need_not_be_the_rest_is_not_held_against_the_total(text: str) -> None:
    assert [item.finding.text for item in audit(body(text)).remarks if not item.concerns_words] == []


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("Tiếp nhận 120 hồ sơ, đã giải quyết 100 hồ sơ, còn lại 30 hồ sơ.", Severity.ERROR),
        ("Đã giải quyết 480/500 hồ sơ, còn lại 30 hồ sơ đang giải quyết.", Severity.ERROR),
        ("Thụ lý 57 vụ việc, đã giải quyết 49 vụ việc, số còn lại 09 vụ đang giải quyết.", Severity.ERROR),
        ("Đã giải quyết 19/33 vụ việc, 15 vụ việc còn lại chưa giải quyết.", Severity.ERROR),
        ("Đạt 17/19 tiêu chí; còn 03 tiêu chí chưa đạt.", Severity.WARNING),
        ("Tự kiểm tra 07/14 văn bản, còn 08 văn bản chưa kiểm tra.", Severity.WARNING),
        ("Thụ lý 57 vụ việc, đã giải quyết 49 vụ việc (chưa giải quyết 09 vụ việc).", Severity.WARNING),
        ("Tiếp nhận 40 đơn, đã xử lý 38 đơn và 03 đơn đang xử lý.", Severity.WARNING),
    ],
)  # fmt: skip
def test_only_what_is_called_the_rest_is_surely_wrong(text: str, weight: Severity) -> None:
    (remark,) = [item for item in audit(body(text)).remarks if not item.concerns_words]
    assert (remark.kind, remark.finding.level) == (FaultKind.COMPLEMENT, weight)
