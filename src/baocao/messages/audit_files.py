"""Messages about what `baocao soat` is given and cannot audit, though it reads such files."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

_FILES = {
    "soat-tep-khoa": (
        "Đây là tệp tạm mà Word hay LibreOffice tự đặt ra khi đang mở văn bản, không phải báo cáo.",
        "Soát chính tệp báo cáo{ten_goc}; đóng văn bản lại thì tệp tạm này tự mất.",
        "",
        "baocao soat ~$bao-cao.docx",
    ),
    "soat-la-mau": (
        "Tệp còn {so} chỗ là thẻ của mẫu, ví dụ «{the}».",
        "Nếu đây là mẫu Word: kiểm tra bằng lệnh «baocao mau kiem-tra {tep_go}». Nếu là báo cáo: điền vào"
        " những chỗ đó rồi soát lại.",
        "Mẫu chưa có số liệu nên không có gì để tính lại.",
        "baocao soat mau.docx",
    ),
}

_INTERNAL = {
    "soat-khong-xong": (
        "Báo cáo đã ghi xong nhưng chưa soát được vì chương trình gặp lỗi: {ly_do}.",
        "Báo cáo vẫn dùng được, chỉ là chưa được soát. Chụp màn hình này, gửi kèm tệp cho người phụ trách"
        " chương trình; soát lại thì gõ «baocao soat {tep_go}».",
        "Đây không phải lỗi của số liệu.",
        "",
    ),
    "soat-loi-chuong-trinh": (
        "Chương trình gặp lỗi của chính nó khi soát tệp này: {ly_do}.",
        "Chụp màn hình này, gửi kèm tệp cho người phụ trách chương trình.",
        "Đây không phải lỗi của báo cáo hay số liệu.",
        "",
    ),
}

MESSAGES: dict[str, Message] = catalogue_of(Family.DATA, Severity.ERROR, _FILES) | catalogue_of(
    Family.INTERNAL, Severity.ERROR, _INTERNAL
)
