"""Messages about Word files that cannot be read as packages (`baocao.ooxml.package`)."""

from __future__ import annotations

from baocao.messages import catalogue_of
from baocao.messages.kinds import Family, Severity

_SAVE = "Mở tệp bằng Word, chọn Lưu thành (Save As), loại Word Document (*.docx), rồi dùng tệp mới."

MESSAGES = catalogue_of(
    Family.TEMPLATE,
    Severity.ERROR,
    {
        "docx-khong-phai": (
            "Tệp này không phải văn bản Word dạng .docx.",
            _SAVE,
            "Đổi đuôi tệp .doc hay .pdf thành .docx không làm nó thành văn bản Word mới.",
            "mau.docx là tệp .doc đổi tên",
        ),
        "docx-cu-hoac-co-mat-khau": (
            "Tệp này là văn bản Word đời cũ (.doc) hoặc có đặt mật khẩu.",
            "Mở tệp bằng Word, bỏ mật khẩu (Tệp, Thông tin, Bảo vệ), rồi lưu thành Word Document (*.docx).",
            "Văn bản có mật khẩu được mã hóa, không đọc được nội dung.",
            "mau.docx đặt mật khẩu mở tệp",
        ),
        "docx-hong": (
            "Tệp Word bị hỏng: {ly_do}.",
            "Lấy lại bản gốc của tệp, hoặc mở bằng Word cho Word sửa rồi lưu lại dưới tên mới.",
            "Tệp chép dở hoặc tải dở thường thiếu phần cuối.",
            "mau.docx bị cắt ngang",
        ),
        "docx-thieu-phan": (
            "Tệp Word thiếu phần {phan}.",
            _SAVE,
            "Không có phần này Word cũng không mở được tệp.",
            "một tệp .zip bất kỳ đổi tên thành mau.docx",
        ),
        "docx-ten-phan-la": (
            "Tệp Word có phần bên trong mang tên không hợp lệ: {phan}.",
            _SAVE,
            "Tên có «..», dấu «\\» hoặc bắt đầu bằng «/» có thể dẫn ra ngoài tệp.",
            "phần tên ../../x.xml",
        ),
        "docx-trung-phan": (
            "Tệp Word có hai phần cùng tên {phan}.",
            _SAVE,
            "Mỗi chương trình sẽ đọc một phần khác nhau.",
            "hai phần word/document.xml",
        ),
        "docx-qua-lon": (
            "Tệp Word quá lớn: {so}, giới hạn là {gioi_han}.",
            "Bỏ bớt ảnh hoặc nén ảnh trong tệp (Word: chọn ảnh, Định dạng ảnh, Nén ảnh), rồi lưu lại.",
            "Mẫu báo cáo chỉ có chữ, bảng và vài ảnh nhỏ.",
            "mau.docx chứa 3.000 phần",
        ),
        "docx-nen-bat-thuong": (
            "Phần {phan} của tệp Word phình to bất thường khi mở ra ({lan} lần).",
            _SAVE,
            "Tệp cố ý làm vậy để chiếm hết bộ nhớ của máy (bom nén).",
            "một phần 1 MB mở ra thành 1 GB",
        ),
    },
)
