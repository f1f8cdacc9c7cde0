"""Messages about making a form in Excel. Their readers are whoever sends forms out."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

_USAGE = {
    "bieu-thieu-ky": (
        "Chưa biết biểu dành cho kỳ nào.",
        "Thêm --ky rồi đến kỳ báo cáo, ví dụ {vi_du}.",
        "Kỳ báo cáo ghi sẵn trong biểu, người điền không phải gõ và không gõ nhầm.",
        "baocao bieu tao cchc-nam --don-vi don-vi.yaml -o bieu.xlsx",
    ),
    "bieu-ky-sai": (
        "Không đọc được kỳ báo cáo «{ky}».",
        "Gõ lại sau --ky, ví dụ {vi_du}; kỳ có dấu cách thì đặt trong dấu nháy kép.",
        "",
        "baocao bieu tao cchc-nam --don-vi don-vi.yaml --ky 26 -o bieu.xlsx",
    ),
    "bieu-thieu-don-vi": (
        "Chưa biết biểu dành cho đơn vị nào: lệnh chạy ngoài thư mục làm việc của đơn vị.",
        "Thêm --don-vi rồi đến tệp hồ sơ đơn vị, hoặc chạy lệnh trong thư mục có tệp don-vi.yaml.",
        "Tên đơn vị in ở đầu mỗi trang của biểu, và báo cáo cần hồ sơ đơn vị.",
        "baocao bieu tao cchc-nam --ky 2026 -o bieu.xlsx",
    ),
}

_DATA = {
    "bieu-chu-qua-dai": (
        "Chữ ở mục này dài {so} ký tự, một ô của Excel chỉ chứa được {nhieu_nhat}.",
        "Rút ngắn chữ của mục này, hoặc tách thành nhiều mục, rồi làm lại biểu.",
        "Cắt bớt thì mất chữ mà không ai biết, nên biểu chưa được ghi ra.",
        "noi_dung_khac: một văn bản dài hơn 32.767 ký tự",
    ),
}

_DOUBTS = {
    "bieu-nam-truoc-hai-tep": (
        "Không điền số liệu kỳ trước ({nam}) vào biểu vì có hai tệp đều hợp: {cac_tep}.",
        "Thêm --nam-truoc rồi đến tên tệp đúng, ví dụ «--nam-truoc {vi_du}».",
        "Lấy nhầm tệp thì người điền đối chiếu với số sai.",
        "so-lieu có 2025.yaml và 2025.xlsx, lệnh làm biểu năm 2026 không có --nam-truoc",
    ),
}

_REMARKS = {
    "bieu-nam-truoc-tu-tim": (
        "Số kỳ trước ({nam}) trong biểu lấy ở tệp {tep}, máy tự tìm theo tên thư mục và tên tệp.",
        "Đúng tệp thì không phải làm gì; khác tệp thì thêm --nam-truoc rồi đến tên tệp.",
        "",
        "so-lieu có 2025.yaml, lệnh làm biểu năm 2026 không có --nam-truoc",
    ),
}

MESSAGES: dict[str, Message] = (
    catalogue_of(Family.USAGE, Severity.ERROR, _USAGE)
    | catalogue_of(Family.DATA, Severity.ERROR, _DATA)
    | catalogue_of(Family.DATA, Severity.WARNING, _DOUBTS)
    | catalogue_of(Family.DATA, Severity.INFO, _REMARKS)
)
