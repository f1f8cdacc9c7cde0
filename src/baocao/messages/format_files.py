"""Messages of `baocao the-thuc` about the files and rules it is given."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

_ERRORS = {
    "thu-muc-khong-van-ban": (
        "Trong thư mục này không có văn bản Word (.docx) nào.",
        "Nêu tên tệp, hoặc nêu đúng thư mục chứa văn bản; văn bản .doc thì mở bằng Word rồi lưu thành .docx.",
        "",
        "baocao the-thuc thu-muc-trong",
    ),
    "quy-tac-the-thuc-la": (
        "Không có quy tắc thể thức mang mã «{ma}».{goi_y}",
        "Sửa lại mã ở mục khong_theo; xem đủ các mã bằng lệnh «baocao the-thuc --giai-thich tat-ca».",
        "Mã gõ sai thì quy tắc vẫn bị tính là lỗi.",
        "the_thuc: {khong_theo: [{quy_tac: CQ99, ly_do: theo quy chế}]}",
    ),
}

MESSAGES: dict[str, Message] = catalogue_of(Family.DATA, Severity.ERROR, _ERRORS)
