"""Messages about workbooks: the file, its sheets, and cells that hold no usable value."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

_FILE = {
    "bang-tinh-hong": (
        "Tệp bảng tính {tep} bị hỏng, không mở được.",
        "Lấy lại bản gốc, hoặc mở tệp bằng Excel cho Excel sửa rồi lưu lại dưới tên mới (.xlsx).",
        "Tệp chép dở hoặc tải dở thường thiếu phần cuối.",
        "bieu.xlsx bị cắt ngang",
    ),
}

_CELLS = {
    "o-bao-loi": (
        "Ô này báo lỗi {loi}, không có giá trị.",
        "Sửa công thức trong ô, hoặc gõ thẳng con số vào ô rồi lưu lại.",
        "Công thức đang trỏ tới ô đã bị xóa hoặc phép tính không làm được.",
        "ô C7 hiện #REF!",
    ),
    "o-chua-tinh": (
        "Ô này có công thức nhưng tệp chưa lưu kết quả tính.",
        "Mở tệp bằng Excel hoặc LibreOffice, đợi tính xong, bấm Lưu rồi đưa lại tệp.",
        "Tệp do phần mềm xuất ra thường chỉ có công thức; kết quả chỉ có sau khi mở và lưu bằng Excel.",
        "ô C7 có công thức =SUM(C3:C6) do phần mềm ghi, chưa mở bằng Excel lần nào",
    ),
}

MESSAGES: dict[str, Message] = catalogue_of(Family.DATA, Severity.ERROR, _FILE | _CELLS)
