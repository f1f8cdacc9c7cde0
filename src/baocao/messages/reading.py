"""Messages about a finished report that cannot be read for the audit (`baocao.audit.reading`)."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

MESSAGES: dict[str, Message] = catalogue_of(
    Family.DATA,
    Severity.ERROR,
    {
        "bao-cao-khac-loai": (
            "Tệp này là {loai}, máy chưa soát được loại này.",
            "{cach_sua}",
            "Chỉ soát được văn bản Word (*.docx) và văn bản thường (.txt).",
            "baocao soat bao-cao.pdf",
        ),
        "bao-cao-rong": (
            "Tệp này không có chữ nào để soát.",
            "Kiểm tra xem có đưa nhầm tệp không; trang quét, ảnh chụp thì phải gõ lại chữ mới soát được.",
            "Chữ trên ảnh chụp, trang quét là hình, không phải chữ đọc được.",
            "Tệp Word chỉ dán ảnh chụp báo cáo",
        ),
        "bao-cao-rong-byte": (
            "Tệp rỗng (0 byte), có lẽ lưu hoặc tải chưa xong.",
            "Lấy lại bản gốc của tệp, hoặc mở văn bản rồi lưu lại lần nữa.",
            "",
            "bao-cao.docx có dung lượng 0 KB",
        ),
        "bao-cao-mat-dau": (
            "Chữ trong tệp bị mất dấu tiếng Việt khi lưu, ví dụ «{chu}».",
            "Chép lại từ bản gốc; khi lưu, ở ô cạnh nút Lưu (Save) chọn UTF-8, rồi soát tệp mới.",
            "Notepad lưu kiểu ANSI thì thay mỗi chữ có dấu bằng một dấu hỏi, không lấy lại được.",
            "Ti?p nh?n 100 h? s?, ?ã gi?i quy?t 90 h? s?",
        ),
        "bao-cao-qua-dai": (
            "Tệp có {so} đoạn và ô, nhiều hơn {nhieu_nhat} nên máy không soát.",
            "Nhiều báo cáo ghép lại thì tách ra rồi soát từng tệp; phụ lục số liệu dài thì để riêng.",
            "Một báo cáo dài trăm trang chỉ có vài nghìn đoạn.",
            "Bảng mười nghìn dòng dán vào báo cáo",
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
