"""Messages about a unit's code and name against the list of administrative units."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

_CODES = {
    "ma-don-vi-la": (
        "Ngày {ngay} không có đơn vị hành chính nào mang mã «{ma}».{goi_y}",
        "Gõ đúng mã: xã, phường, đặc khu 5 chữ số, tỉnh 2 chữ số. Mã của hệ thống khác thì không gõ ở đây.",
        "Mã và tên được đối chiếu với danh mục theo Quyết định 19/2025/QĐ-TTg mà baocao mang theo; lệnh"
        " «baocao thong-tin» cho biết danh mục đúng đến ngày nào.",
        'ma: "00005", van_ban: {ngay: 05/12/2025}',
    ),
    "ma-co-so-le": (
        "Mã «{ma}» có phần lẻ, không phải mã của đơn vị nào.{goi_y}",
        "Gõ lại mã đủ 5 chữ số; trong Excel thì đặt cột mã kiểu Văn bản (Text) trước khi gõ.",
        "Công thức hoặc việc đổi kiểu tệp có thể làm mã thành số lẻ.",
        'ma: "9700.5", ten: Ủy ban nhân dân xã Ba Vì',
    ),
    "ma-cua-don-vi-khac": (
        "Mã {ma} là của {dung}, không phải của {ten}.{goi_y}",
        "Sửa mục ma, hoặc sửa tên đơn vị nếu tên sai.",
        "Nhầm mã dễ làm báo cáo của đơn vị này mang số liệu của đơn vị kia.",
        'ten: Ủy ban nhân dân xã Ba Vì, ma: "00004"',
    ),
}

_NAMES_BY_CODE = {
    "ten-khac-ma": (
        "Mã {ma} là của {dung}, mà tên ghi ở đây là {ten}.",
        "Sửa tên thành {dung}; nếu tên đúng thì sửa mã.",
        "Tên này in trên báo cáo; mã cho biết gần đúng là đơn vị nào.",
        'ten: Ủy ban nhân dân xã Ba Vi, ma: "09700"',
    ),
}

_NAMES = {
    "ten-don-vi-la": (
        "Ngày {ngay}, {cap_tren} không có {ten}.{goi_y}",
        "Kiểm tra tên đơn vị, kể cả chữ xã, phường, đặc khu ở trước, và hồ sơ của cấp trên.",
        "Từ 01/7/2025 nhiều xã, phường đã sắp xếp lại và mang tên mới.",
        "ten: Ủy ban nhân dân xã Ba Vi, dong_chu_quan: [UBND thành phố Hà Nội]",
    ),
    "don-vi-cua-tinh-khac": (
        "{ten} thuộc {dung}, mà hồ sơ ghi cấp trên là {cap_tren}.",
        "Sửa cap_tren hoặc dong_chu_quan của hồ sơ; nếu cấp trên đúng thì sửa lại tên, mã của đơn vị.",
        "Nơi nhận, mẫu và cách viết lấy theo cấp trên, nên nhầm cấp trên thì báo cáo gửi nhầm tỉnh.",
        "ten: Ủy ban nhân dân phường Dĩ An, dong_chu_quan: [UBND tỉnh Bắc Ninh]",
    ),
    "don-vi-da-doi-ten": (
        "Ngày {ngay}, {ten} có tên là {dung}.{can_cu}",
        "Sửa lại tên trong hồ sơ; báo cáo của cả hai thời gian thì ghi thêm tu_ngay, truoc_day.",
        "Báo cáo ghi tên đơn vị theo ngày văn bản; chưa có ngày thì theo ngày cuối lấy số liệu.",
        'ten: Ủy ban nhân dân xã Kép, ma: "07399", van_ban: {ngay: 05/10/2026}',
    ),
}

_REMARKS = {
    "ma-mat-so-khong": (
        "Mã «{ma}» thiếu số 0 ở đầu; baocao đã hiểu là {dung}, mã của {ten}.",
        "Nên gõ đủ «{dung}»: trong Excel thì đặt cột mã kiểu Văn bản (Text) rồi gõ lại, trong hồ sơ thì gõ"
        " giữa hai dấu ngoặc kép.",
        "Excel tự bỏ số 0 ở đầu khi ô kiểu số.",
        "ten: Ủy ban nhân dân phường Ba Đình, ma: 4",
    ),
}

MESSAGES: dict[str, Message] = (
    catalogue_of(Family.DATA, Severity.ERROR, _CODES | _NAMES_BY_CODE)
    | catalogue_of(Family.DATA, Severity.WARNING, _NAMES)
    | catalogue_of(Family.DATA, Severity.INFO, _REMARKS)
)
