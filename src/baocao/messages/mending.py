"""Messages of `baocao the-thuc --sua`: files that must not be mended, and results that are not written."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

_FILES = {
    "sua-tep-strict": (
        "Tệp được lưu theo dạng «Strict Open XML Document»: kiểm tra được nhưng không sửa vào tệp này được.",
        "Mở tệp bằng Word, chọn Lưu thành (Save As), loại «Word Document (*.docx)», rồi sửa tệp mới.",
        "Dạng Strict ghi tên các phần bên trong khác hẳn; sửa nhầm thì Word không mở được nữa.",
        "baocao the-thuc bao-cao-strict.docx --sua da-sua.docx",
    ),
    "sua-tep-da-ky": (
        "Tệp đã được ký số; sửa vào tệp thì chữ ký số không còn giá trị.",
        "Sửa trên tệp chưa ký rồi ký lại; nếu văn bản đã ban hành thì đính chính bằng công văn (Điều 18).",
        "Chữ ký số bảo đảm rằng văn bản không đổi một chữ nào từ lúc ký.",
        "baocao the-thuc da-ky-so.docx --sua da-sua.docx",
    ),
    "sua-tep-khoa": (
        "Tệp đang được bảo vệ, không cho sửa.",
        "Mở tệp bằng Word, vào thẻ Xem lại (Review), Hạn chế Sửa (Restrict Editing), bấm Dừng Bảo vệ (Stop "
        "Protection), lưu lại rồi sửa.",
        "Ai đó đã chủ ý khóa văn bản; chương trình không tự mở khóa.",
        "baocao the-thuc van-ban-khoa.docx --sua da-sua.docx",
    ),
    "sua-qua-nhieu": (
        "Văn bản có {so} chỗ phải sửa, nhiều hơn mức máy tự sửa trong một lần ({nhieu_nhat} chỗ).",
        "Mở bằng Word, chọn cả văn bản (Ctrl+A), đặt phông chữ, cỡ chữ, canh lề, cách dòng một lượt, lưu lại "
        "rồi sửa bằng máy; nhiều văn bản ghép vào một tệp thì tách ra.",
        "Cả nghìn trang sai từng đoạn thì sửa từng chỗ rất lâu, mà đặt lại cả văn bản chỉ mất một phút.",
        "baocao the-thuc van-ban-nghin-trang.docx --sua da-sua.docx",
    ),
}

_INTERNAL = {
    "sua-mat-noi-dung": (
        "Sửa thử thì thấy nội dung của văn bản bị đổi ngoài ý muốn, nên chưa ghi gì cả.",
        "Tệp gốc còn nguyên. Chụp màn hình này, gửi kèm tệp cho người phụ trách chương trình.",
        "Chương trình đếm lại mọi chữ, chú thích, bảng, hình, ghi chú trước khi ghi; lệch một chỗ là dừng.",
        "",
    ),
    "sua-hong-tep": (
        "Sửa thử thì được một tệp mà Word có thể không mở, nên chưa ghi gì cả: {ly_do}",
        "Tệp gốc còn nguyên. Chụp màn hình này, gửi kèm tệp cho người phụ trách chương trình.",
        "Đây không phải lỗi của văn bản.",
        "",
    ),
    "sua-khong-dung": (
        "Các chỗ sửa cứ làm hỏng lẫn nhau, nên chưa ghi gì cả.",
        "Tệp gốc còn nguyên. Chụp màn hình này, gửi kèm tệp cho người phụ trách chương trình.",
        "Đây không phải lỗi của văn bản.",
        "",
    ),
}

MESSAGES: dict[str, Message] = catalogue_of(Family.DATA, Severity.ERROR, _FILES) | catalogue_of(
    Family.INTERNAL, Severity.ERROR, _INTERNAL
)
