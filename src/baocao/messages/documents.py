"""Messages about the documents that a report cites. Their reader is an office clerk."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

_WARNINGS = {
    "van-ban-thieu-ky-hieu": (
        "Số của {loai} mới gõ «{gia_tri}», chưa có ký hiệu sau dấu gạch chéo.",
        "Gõ đủ số và ký hiệu như ghi trên văn bản, ví dụ «34/KH-UBND».",
        "Báo cáo viện dẫn văn bản bằng cả số và ký hiệu (NĐ 30, PL I.II.6).",
        "{loai: Kế hoạch, so: 08, ngay: 14/01/2026}",
    ),
    "van-ban-thieu-so": (
        "{loai} này đã có ngày mà chưa có số, ký hiệu.",
        "Gõ số và ký hiệu vào mục so, ví dụ «34/KH-UBND»; văn bản không đánh số thì để nguyên.",
        "Báo cáo viện dẫn văn bản bằng cả số, ký hiệu và ngày (NĐ 30, PL I.II.6).",
        "{loai: Kế hoạch, ngay: 14/01/2026}",
    ),
    "van-ban-thieu-ngay": (
        "{loai} số {so} chưa có ngày.",
        "Gõ ngày của văn bản vào mục ngay, ví dụ 14/01/2026.",
        "Báo cáo viện dẫn văn bản bằng cả số, ký hiệu và ngày (NĐ 30, PL I.II.6).",
        "{loai: Kế hoạch, so: 08/KH-UBND}",
    ),
    "ke-hoach-nam-khac": (
        "Trích yếu của kế hoạch ghi năm {nam}, mà đây là báo cáo {ky}.",
        "Kiểm tra lại: thường là còn kế hoạch của năm trước; sửa cả số và ngày của văn bản. Đúng kế hoạch thì"
        " để nguyên.",
        "Báo cáo viện dẫn kế hoạch của năm khác thì người đọc không biết việc nào làm theo kế hoạch nào.",
        "ke_hoach: {…, trich_yeu: cải cách hành chính năm 2025}, ky: {nam: 2026}",
    ),
}

MESSAGES: dict[str, Message] = catalogue_of(Family.DATA, Severity.WARNING, _WARNINGS)
