"""Messages about a document that cannot be read for the format check (`baocao.conformance.reading`)."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

MESSAGES: dict[str, Message] = catalogue_of(
    Family.DATA,
    Severity.ERROR,
    {
        "the-thuc-khac-loai": (
            "Tệp này là {loai}, không kiểm tra được thể thức.",
            "{cach_sua}",
            "Phông chữ, cỡ chữ, canh lề, số trang chỉ đọc được từ văn bản Word (*.docx).",
            "baocao the-thuc cong-van.pdf",
        ),
        "the-thuc-rong-byte": (
            "Tệp rỗng (0 byte), có lẽ lưu hoặc tải chưa xong.",
            "Lấy lại bản gốc của tệp, hoặc mở văn bản rồi lưu lại lần nữa.",
            "",
            "cong-van.docx có dung lượng 0 KB",
        ),
        "the-thuc-rong": (
            "Văn bản này không có chữ nào để kiểm tra.",
            "Kiểm tra xem có đưa nhầm tệp không; trang quét, ảnh chụp thì phải gõ lại chữ mới kiểm tra được.",
            "Chữ trên ảnh chụp, trang quét là hình, không phải chữ đọc được.",
            "Tệp Word chỉ dán ảnh chụp công văn",
        ),
        "the-thuc-hong": (
            "Không đọc được tệp Word này: {ly_do}.",
            "Lấy lại bản gốc của tệp, hoặc mở bằng Word (Mở và sửa - Open and Repair), lưu dưới tên mới rồi "
            "kiểm tra tệp mới.",
            "Tệp chép dở hoặc tải dở thường thiếu phần cuối.",
            "cong-van.docx bị cắt ngang",
        ),
        "the-thuc-qua-lon": (
            "Văn bản quá lớn nên máy không kiểm tra: {so}, nhiều nhất là {nhieu_nhat}.",
            "Nhiều văn bản ghép vào một tệp thì tách ra rồi kiểm tra từng tệp; phụ lục dài, ảnh lớn thì để "
            "thành tệp riêng.",
            "Văn bản hành chính dài nhất cũng chỉ vài trăm trang.",
            "cong-van.docx dài 5.000 trang",
        ),
    },
)
