"""Messages about a finished report that cannot be read for the audit (`baocao.audit.reading`)."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

MESSAGES: dict[str, Message] = catalogue_of(
    Family.DATA,
    Severity.ERROR,
    {
        "bao-cao-khac-loai": (
            "Tệp này là {loai}, chương trình không đọc để soát được.",
            "{cach_sua}",
            "Chỉ soát được văn bản Word (*.docx) và văn bản thường (.txt).",
            "baocao soat bao-cao.pdf",
        ),
        "bao-cao-rong": (
            "Tệp này không có chữ nào để soát.",
            "Kiểm tra xem có đưa nhầm tệp không; trang quét, ảnh chụp thì phải gõ lại chữ mới soát được.",
            "",
            "Tệp Word chỉ dán ảnh chụp báo cáo",
        ),
        "bao-cao-hong": (
            "Không đọc được tệp Word này: {ly_do}.",
            "Lấy lại bản gốc của tệp, hoặc mở bằng Word (Mở và sửa - Open and Repair), lưu dưới tên mới rồi "
            "soát tệp mới.",
            "Tệp chép dở hoặc tải dở thường thiếu phần cuối.",
            "bao-cao.docx bị cắt ngang",
        ),
        "bao-cao-sai-ma": (
            "Không nhận ra bộ mã chữ của tệp này.",
            "Mở tệp bằng Word, thấy chữ hiện đúng thì lưu thành Word Document (*.docx) rồi soát tệp mới.",
            "Đọc nhầm bộ mã thì chữ có dấu bị sai hết.",
            "Tệp .txt lưu theo bộ mã của tiếng nước khác",
        ),
        "bao-cao-phong-cu": (
            "Chữ trong tệp gõ theo bộ mã cũ ({bo_ma}), ví dụ «{chu}».",
            "Chuyển sang Unicode: chọn toàn bộ chữ và chép, bấm Ctrl+Shift+F6 của UniKey, chọn bảng "
            "mã nguồn {bo_ma}, bảng mã đích Unicode, bấm Chuyển mã, dán lại, rồi đặt phông Times New Roman.",
            "Chữ gõ theo bộ mã cũ chỉ hiện đúng với phông cũ, chương trình không đọc ra tiếng Việt.",
            "ñy ban nh©n d©n x·",
        ),
    },
)
