"""How the sheets, rows and columns of a form are called."""

from __future__ import annotations

from baocao.forms.conventions import Role

HEAD_LABELS = {
    "don_vi": "Hồ sơ đơn vị (tên tệp)",
    "nguoi_ky": "Người ký",
    "nam_truoc": "Tệp số liệu năm trước",
    "ky.loai": "Loại kỳ báo cáo",
    "ky.nam": "Năm báo cáo",
    "ky.den_nam": "Năm cuối của giai đoạn",
    "ky.quy": "Quý",
    "ky.thang": "Tháng",
    "ky.so": "Kỳ thứ mấy trong năm",
    "ky.tu_ngay": "Lấy số liệu từ ngày",
    "ky.den_ngay": "Lấy số liệu đến ngày",
    "ky.chot_ngay": "Ngày chốt số liệu",
    "van_ban.so": "Số của báo cáo",
    "van_ban.ngay": "Ngày ký báo cáo",
    "van_ban.ten_loai": "Tên loại văn bản",
    "van_ban.trich_yeu": "Trích yếu",
    "van_ban.can_cu": "Căn cứ",
    "van_ban.kinh_gui": "Kính gửi",
}
"""Row ids of `Chung` and how the rows are called."""

HEAD_COLUMNS = {
    Role.ID: "Mã",
    Role.LABEL: "Nội dung",
    Role.VALUE: "Điền vào đây",
    Role.EXPLANATION: "Giải thích",
}
TEXT_COLUMNS = {**HEAD_COLUMNS, Role.NUMBER: "TT"}
NOTE_COLUMNS = {Role.ID: "Mã", Role.NAME: "Tên chú thích", Role.CONTENT: "Nội dung chú thích"}
OTHER_COLUMNS = {Role.ID: "Mã", Role.PATH: "Mục của tệp số liệu", Role.VALUE: "Giá trị"}
FIGURE_COLUMNS = {
    Role.ID: "Mã",
    Role.NUMBER: "TT",
    Role.LABEL: "Chỉ tiêu",
    Role.UNIT: "Đơn vị tính",
    Role.VALUE: "Số liệu",
    Role.TOTAL: "Trên tổng số (tối đa)",
    Role.SCALE: "Đơn vị tiền",
    Role.HEDGE: "Chữ trước số",
    Role.COMPUTED: "Máy tính",
    Role.BEFORE: "Kỳ trước",
    Role.CHANGE: "Tăng, giảm",
    Role.CHECK: "Kiểm tra",
    Role.EXPLANATION: "Giải thích",
    Role.STATED: "Số công bố (khi khác số máy tính)",
    Role.DECIMALS: "Số chữ số lẻ khi in",
    Role.SOURCE: "Nguồn số liệu",
    Role.FROM: "Từ ngày",
    Role.TO: "Đến ngày",
    Role.IN_USE: "Số dùng để tính",
    Role.SLACK: "Sai số của số dùng để tính",
}
DOCUMENT_LABELS = {
    "loai": "Loại văn bản",
    "so": "Số, ký hiệu",
    "ngay": "Ngày văn bản",
    "co_quan": "Cơ quan ban hành",
    "trich_yeu": "Trích yếu",
}

MOST_LETTERS = 31
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


def sheet_name(title: str) -> str:
    """A title as Excel takes it for a sheet: at most 31 characters, cut after a whole word."""
    plain = " ".join(title.translate(_FORBIDDEN).split())
    if len(plain) <= MOST_LETTERS:
        return plain
    cut = plain[: MOST_LETTERS - 1]
    whole = cut if plain[MOST_LETTERS - 1] == " " else cut.rpartition(" ")[0] or cut
    return f"{whole.rstrip(' ,;.')}…"
