"""Messages about the result: files, folders, LibreOffice, and baocao's own faults."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

_OUTPUT = {
    "tep-da-co": (
        "Tệp {tep} đã có sẵn nên chưa ghi gì vào đó.",
        "Thêm --ghi-de để ghi đè lên tệp cũ, hoặc đặt tên khác.",
        "Tệp cũ có thể đã được sửa tay; ghi đè là mất phần sửa đó.",
        "baocao tao so-lieu.yaml -o bao-cao.docx (khi bao-cao.docx đã có)",
    ),
    "tep-dang-mo": (
        "Tệp {tep} đang mở trong Word hoặc LibreOffice nên không ghi được.",
        "Đóng tệp đó lại rồi chạy lại lệnh.",
        "Trên Windows, Word khóa tệp đang mở; ghi lúc đó sẽ mất một trong hai bản.",
        "Mở bao-cao.docx bằng Word rồi chạy baocao tao … -o bao-cao.docx --ghi-de",
    ),
    "ten-sai-duoi": (
        "Tên kết quả {tep} không có đuôi {duoi}.",
        "Đặt tên có đuôi {duoi}, ví dụ bao-cao{vi_du}.",
        "Word, Excel chỉ mở được tệp khi tên đúng đuôi; máy cũng chọn cách ghi theo đuôi.",
        "baocao tao so-lieu.yaml -o bao-cao.pdf",
    ),
    "ghi-vao-dau-vao": (
        "{tep} là tệp mà lệnh này đang đọc, nên không ghi đè lên nó.",
        "Đặt tên khác cho tệp kết quả.",
        "Ghi đè lên tệp số liệu hay hồ sơ đơn vị là mất số liệu.",
        "baocao tao so-lieu.yaml -o so-lieu.yaml --ghi-de",
    ),
    "thu-muc-khong-co": (
        "Không có thư mục {thu_muc} để ghi kết quả.",
        "Tạo thư mục đó trước, hoặc chọn thư mục khác.",
        "",
        "baocao tao so-lieu.yaml -o khong-co/bao-cao.docx",
    ),
    "khong-duoc-ghi": (
        "Không được phép ghi vào {tep}.",
        "Chọn thư mục khác (ví dụ thư mục Tài liệu), hoặc nhờ quản trị máy cấp quyền ghi.",
        "Thư mục hoặc tệp này chỉ cho đọc.",
        "baocao tao so-lieu.yaml -o /etc/bao-cao.docx",
    ),
    "het-cho-trong": (
        "Ổ đĩa chứa {tep} đã hết chỗ trống nên báo cáo chưa được ghi.",
        "Xóa bớt tệp không cần hoặc chọn ổ đĩa khác, rồi chạy lại.",
        "Bản cũ (nếu có) vẫn nguyên vẹn: kết quả chỉ thay tên khi đã ghi xong.",
        "",
    ),
    "lien-ket-dut": (
        "Không ghi được tệp {tep}: ở đó có một liên kết (link) dẫn tới chỗ không có tệp nào.",
        "Xóa liên kết đó, hoặc nối lại ổ đĩa mà liên kết dẫn tới, rồi chạy lại.",
        "",
        "don-vi.yaml là liên kết tới tệp của một ổ đĩa đã tháo ra",
    ),
    "khong-ghi-duoc": (
        "Không ghi được tệp {tep}: {ly_do}.",
        "Kiểm tra tên tệp và thư mục, rồi chạy lại với -o trỏ tới nơi khác.",
        "",
        "baocao tao so-lieu.yaml -o thu-muc/ (tên tệp là một thư mục)",
    ),
    "loi-in-bi-mat": (
        "Không in được hết lời kết quả: ổ đĩa của tệp nhận lời in đã đầy, hoặc nơi nhận đã đóng.",
        "Các tệp lệnh đã ghi vẫn còn nguyên; muốn thấy lời kết quả thì chạy lại, in ra chỗ khác.",
        "",
        "baocao hang-loat so-lieu -o bao-cao > lan-chay.log (khi ổ đĩa của lan-chay.log đã đầy)",
    ),
    "thieu-libreoffice": (
        "Máy này chưa có LibreOffice nên không tạo được bản PDF; báo cáo .docx vẫn tạo được.",
        "Cài LibreOffice rồi chạy lại, hoặc bỏ --pdf và dùng Word để lưu thành PDF.",
        "Bản PDF do LibreOffice dựng từ chính tệp .docx.",
        "baocao tao so-lieu.yaml --pdf (khi máy không có LibreOffice)",
    ),
    "pdf-khong-thanh": (
        "LibreOffice không tạo được bản PDF: {ly_do}.",
        "Đóng các cửa sổ LibreOffice đang mở rồi chạy lại; tệp .docx vẫn dùng được.",
        "Tệp làm LibreOffice treo hoặc dừng được thử lại một lần, riêng một mình, rồi mới báo.",
        "baocao tao so-lieu.yaml --pdf (khi LibreOffice bị treo)",
    ),
    "pdf-thieu-trang": (
        "Bản PDF mà LibreOffice tạo ra chỉ có {so_trang} trang, trong khi báo cáo đã ngắt sẵn thành ít nhất "
        "{it_nhat} trang, nên không lấy bản đó.",
        "Mở tệp .docx bằng Word rồi lưu thành PDF, hoặc chạy lại; tệp .docx vẫn dùng được.",
        "Bản PDF thiếu trang mà gửi đi thì nơi nhận không biết là thiếu.",
        "baocao tao so-lieu.yaml --pdf (khi LibreOffice bỏ mất trang sau chỗ ngắt trang)",
    ),
}

_USAGE = {
    "lenh-sai": (
        "{ly_do}",
        "Sửa lại lệnh rồi chạy lại.",
        "",
        "baocao taoo so-lieu.yaml",
    ),
}

_INTERNAL = {
    "loi-noi-bo": (
        "baocao gặp lỗi của chính chương trình: {ly_do}.",
        "Chạy lại với biến môi trường BAOCAO_DEBUG=1, rồi gửi kết quả kèm lời in của «baocao thong-tin» "
        "cho người phụ trách.",
        "Đây không phải lỗi của số liệu.",
        "",
    ),
}

MESSAGES: dict[str, Message] = (
    catalogue_of(Family.OUTPUT, Severity.ERROR, _OUTPUT)
    | catalogue_of(Family.USAGE, Severity.ERROR, _USAGE)
    | catalogue_of(Family.INTERNAL, Severity.ERROR, _INTERNAL)
)
