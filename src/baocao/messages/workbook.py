"""Messages about workbooks: the file, its sheets, and cells that hold no usable value."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

_SAVE = "Mở tệp bằng Excel, chọn Tệp, Lưu thành (Save As), loại «Excel Workbook (*.xlsx)», rồi đưa tệp mới."

_FILE = {
    "bang-tinh-hong": (
        "Tệp bảng tính {tep} bị hỏng: {ly_do}.",
        "Lấy lại bản gốc; nếu Excel còn mở được tệp thì mở ra, lưu lại dưới tên mới rồi đưa tệp mới.",
        "Tệp chép dở hoặc tải dở thường thiếu phần cuối.",
        "bieu.xlsx bị cắt ngang",
    ),
    "bang-tinh-mat-khau": (
        "Tệp bảng tính {tep} có đặt mật khẩu mở tệp.",
        "Mở tệp bằng Excel, vào Tệp, Thông tin, Bảo vệ sổ làm việc, Mã hóa bằng mật khẩu, xóa mật khẩu đi,"
        " rồi lưu lại.",
        "Tệp có mật khẩu được mã hóa, không đọc được nội dung.",
        "bieu.xlsx đặt mật khẩu mở tệp",
    ),
    "bang-tinh-macro": (
        "Tệp bảng tính {tep} có chứa macro (chương trình chạy trong Excel) nên không được đọc.",
        _SAVE + " Khi Excel hỏi, chọn lưu không kèm macro.",
        "Macro có thể làm hại máy; biểu mẫu và số liệu không cần macro.",
        "bieu.xlsm, hoặc bieu.xls có macro bên trong",
    ),
    "bang-tinh-nhi-phan": (
        "Tệp {tep} là bảng tính dạng nhị phân (.xlsb), chưa đọc được.",
        _SAVE,
        "",
        "bieu.xlsb",
    ),
    "bang-tinh-gia": (
        "Tệp {tep} mang đuôi của Excel nhưng bên trong là {loai}.",
        _SAVE + " Nếu Excel cảnh báo định dạng và đuôi tệp không khớp thì bấm Có để mở.",
        "Nhiều phần mềm xuất trang web hoặc tệp chữ rồi đặt đuôi .xls; các ô không ghi rõ đâu là số.",
        "thong-ke.xls xuất từ phần mềm Một cửa, thật ra là trang web",
    ),
    "bang-tinh-nham-loai": (
        "{tep} là {loai}, không phải bảng tính.",
        "Đưa đúng tệp bảng tính có đuôi .xlsx, .xls hoặc .ods.",
        "",
        "bao-cao.docx đổi tên thành bieu.xlsx",
    ),
    "bang-tinh-qua-lon": (
        "Bảng tính {tep} quá lớn: {so}, giới hạn là {gioi_han}.",
        "Giữ lại những trang tính có số liệu cần dùng, xóa ảnh và các trang khác, rồi lưu thành tệp mới.",
        "Biểu số liệu của một báo cáo chỉ vài trăm KB.",
        "bieu.xlsx chứa 6.000 phần",
    ),
    "bang-tinh-nen-bat-thuong": (
        "Bảng tính {tep} phình to bất thường khi mở ra ({lan} lần) nên không được đọc.",
        "Không mở tệp này; hỏi lại người gửi và xin bản khác.",
        "Tệp cố ý làm vậy để chiếm hết bộ nhớ của máy (bom nén).",
        "một phần 1 MB mở ra thành 1 GB",
    ),
    "trang-qua-rong": (
        "Trang tính này kéo dài tới tận ô {o}, quá xa để đọc.",
        "Xóa ô gõ nhầm ở xa đó (bấm Ctrl+End để tới ô cuối), hoặc xóa các hàng, cột thừa, rồi lưu lại.",
        "Một ô gõ nhầm ở cuối trang tính làm cả trang rộng hàng tỷ ô.",
        "một chữ gõ nhầm ở ô XFD1048576",
    ),
}

_NAMES = {
    "trang-trung-ten": (
        "Hai trang tính trông như cùng tên: «{ten_dau}» và «{ten}».",
        "Đổi tên hoặc xóa trang thừa; khi tên không ghi rõ trang nào thì trang đứng trước được đọc.",
        "Hai tên chỉ khác nhau ở chữ hoa, dấu cách hoặc cách gõ dấu.",
        "hai trang «Tổng hợp» và «tổng hợp »",
    ),
}

_HIDDEN = {
    "dong-an-co-so-lieu": (
        "Dòng đang bị ẩn mà có số liệu, số liệu đó vẫn được dùng: dòng {cac_dong}.",
        "Bỏ ẩn hoặc bỏ lọc rồi xem lại số ở đó; số không dùng thì xóa khỏi ô.",
        "Người xem bảng không thấy những số này; dòng ẩn thường là số cũ hoặc số đã bỏ.",
        "dòng của Xã Tân Phú bị ẩn",
    ),
    "cot-an-co-so-lieu": (
        "Cột đang bị ẩn mà có số liệu, số liệu đó vẫn được dùng: cột {cac_cot}.",
        "Bỏ ẩn cột rồi xem lại số ở đó; số không dùng thì xóa khỏi ô.",
        "Người xem bảng không thấy những số này; cột ẩn thường là số cũ hoặc số đã bỏ.",
        "cột C bị ẩn mà tthc.tiep_nhan lấy ở C5",
    ),
    "trang-an-co-so-lieu": (
        "Trang tính «{trang}» đang bị ẩn mà có số liệu, số liệu đó vẫn được dùng.",
        "Bấm chuột phải vào tên một trang, chọn Bỏ ẩn (Unhide), rồi xem lại số ở trang đó.",
        "Người xem bảng không thấy những số này; trang ẩn thường là bản cũ.",
        "trang «Tổng hợp» bị ẩn mà tthc.tiep_nhan lấy ở ô C5 của trang đó",
    ),
}

_REMARKS = {
    "trang-ten-thua-cach": (
        "Tên trang tính «{ten}» thừa dấu cách ở đầu hoặc cuối; vẫn đọc bình thường.",
        "Không phải sửa gì; muốn gọn thì bấm đúp vào tên trang tính và xóa dấu cách.",
        "",
        "trang «Tổng hợp »",
    ),
    "bang-tinh-khac-duoi": (
        "Tệp {tep} mang đuôi {duoi} nhưng thật ra là bảng tính {loai}; vẫn đọc bình thường.",
        "Không phải sửa gì; nếu Excel không mở được tệp thì đổi lại đuôi cho đúng.",
        "",
        "bieu.xls đổi tên thành bieu.xlsx",
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

MESSAGES: dict[str, Message] = (
    catalogue_of(Family.DATA, Severity.ERROR, _FILE | _CELLS)
    | catalogue_of(Family.DATA, Severity.WARNING, _NAMES | _HIDDEN)
    | catalogue_of(Family.DATA, Severity.INFO, _REMARKS)
)
