"""Messages about a file that describes a format of its own: a new decree laid over one that ships."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

_ERRORS = {
    "the-thuc-khong-co": (
        "Không có bộ thể thức nào tên «{ten}».{goi_y}",
        "Gõ tên một bộ có sẵn ({co_san}), hoặc đường dẫn tới tệp .yaml của bộ thể thức.",
        "",
        "baocao the-thuc van-ban.docx --ho-so nd31",
    ),
    "the-thuc-muc-la": (
        "Bộ thể thức không có mục «{muc}».{goi_y}",
        "Sửa lại tên mục cho đúng; bộ thể thức mới chỉ đổi giá trị của những mục mà bộ nó dựa trên đã có.",
        "Mục gõ sai tên thì số đo mới không có tác dụng mà không ai biết.",
        "trang: {traii: {chon: 30}}",
    ),
    "the-thuc-sai-kieu": (
        "Mục «{muc}» đang ghi «{gia_tri}» nhưng phải là {can}.",
        "Sửa giá trị của mục này; xem cách ghi ở bộ thể thức có sẵn.",
        "",
        "trang: {trai: {chon: ba mươi}}",
    ),
    "the-thuc-tep-rong": (
        "Tệp thể thức «{tep}» không có mục nào.",
        "Gõ vào tệp dòng «dua_tren: {ma}», rồi chỉ những mục khác với bộ thể thức ấy; hoặc bỏ `--ho-so`.",
        "",
        "(tệp rỗng)",
    ),
    "the-thuc-ngoai-khoang": (
        "Mục «{muc}» chọn {chon} nhưng chỉ cho phép {khoang}.",
        "Sửa số ở «chon» cho nằm trong khoảng «tu» đến «den», hoặc nới khoảng ấy.",
        "«chon» là số mà chương trình dùng khi sửa văn bản; nó phải hợp quy định.",
        "trang: {trai: {chon: 20, tu: 30, den: 35}}",
    ),
}

MESSAGES: dict[str, Message] = catalogue_of(Family.DATA, Severity.ERROR, _ERRORS)
