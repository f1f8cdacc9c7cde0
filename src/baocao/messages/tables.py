"""Messages about the tables that a run over many units leaves beside its reports."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

_WARNINGS = {
    "bang-dang-mo": (
        "Bảng kết quả {tep} đang mở hoặc chỉ cho đọc, nên bảng lần này ghi vào {khac}.",
        "Đóng {tep} lại, rồi xem {khac}; lần chạy sau bảng lại ghi vào {tep}.",
        "Trên Windows, Excel khóa tệp đang mở; các báo cáo không bị ảnh hưởng.",
        "Mở ket-qua.xlsx bằng Excel rồi chạy lại baocao hang-loat",
    ),
    "bang-cua-nguoi": (
        "Tệp {tep} không phải bảng do lệnh này ghi, hoặc đã có người lưu lại sau đó, nên giữ nguyên; bảng "
        "lần này ghi vào {khac}.",
        "Xem {khac}. Cần giữ {tep} thì đổi tên tệp ấy, không cần thì xóa; lần chạy sau bảng lại ghi vào "
        "{tep}.",
        "Ghi đè thì mất số liệu hoặc ghi chú của người khác.",
        "Gõ thêm cột ghi chú vào ket-qua.xlsx, lưu lại, rồi chạy lại baocao hang-loat",
    ),
}

_ERRORS = {
    "bang-khong-ghi-duoc": (
        "Chưa ghi được bảng kết quả {tep}. {ly_do}",
        "Sửa điều vừa nêu rồi chạy lại đúng lệnh cũ: báo cáo đã làm không phải làm lại, bảng được ghi đủ.",
        "Các báo cáo đã ghi vẫn còn nguyên; chỉ thiếu bảng.",
        "Ổ đĩa hết chỗ trống vào lúc ghi bảng",
    ),
}

MESSAGES: dict[str, Message] = catalogue_of(Family.OUTPUT, Severity.WARNING, _WARNINGS) | catalogue_of(
    Family.OUTPUT, Severity.ERROR, _ERRORS
)
