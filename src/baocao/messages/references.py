"""Messages about names, references by name and tables of contents."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

_BUILT = {
    "noi-dung-ten-sai": (
        "«{ten}» không đặt làm tên được.",
        "Đặt tên bắt đầu bằng chữ cái, chỉ gồm chữ, số và dấu gạch dưới, dài nhất 30 ký tự.",
        "Tên này thành dấu trang (bookmark) trong Word, mà Word không nhận dấu cách và các dấu khác.",
        "# KẾT QUẢ {#ket qua}",
    ),
    "noi-dung-ten-trung": (
        "Tên «{ten}» đã đặt ở dòng {dong_dau}.",
        "Đổi một trong hai tên, rồi xem lại các chỗ viết [@{ten}].",
        "Hai chỗ cùng tên thì không biết [@{ten}] chỉ chỗ nào.",
        "## Tồn tại {#han_che} và sau đó ## Hạn chế {#han_che}",
    ),
    "noi-dung-tham-chieu-la": (
        "[@{ten}] không chỉ tới đâu: không đề mục, bảng, phụ lục hay chú thích nào tên «{ten}».{goi_y}",
        "Viết {{#{ten}}} ở cuối đề mục cần chỉ tới, thêm «ten: {ten}» cho bảng, phụ lục; hoặc sửa lại tên.",
        "Chỗ chỉ tới được in thành số của đề mục, bảng; không biết là mục nào thì không in được.",
        "như đã nêu tại [@ket_qa]",
    ),
}
_TEMPLATE = {
    "tham-chieu-la": (
        "[@{ten}] không chỉ tới đâu: không tệp mẫu nào có dấu trang (bookmark) tên «{ten}».{goi_y}",
        "Trong Word bôi đen đề mục (hoặc chữ «Bảng 1»), chọn Chèn (Insert), Dấu trang (Bookmark), "
        "đặt tên «{ten}»; hoặc sửa tên trong [@{ten}].",
        "Chỗ chỉ tới được in thành số của đề mục, bảng; không biết là mục nào thì không in được.",
        "Xem [@ket_qa] trong mẫu chỉ có dấu trang ket_qua",
    ),
    "truong-ref-la": (
        "Tham chiếu chéo ở đây chỉ tới dấu trang (bookmark) «{ten}» mà không tệp mẫu nào có.",
        "Xóa tham chiếu này rồi chèn lại: Tham khảo (References), Tham chiếu chéo (Cross-reference).",
        "Khi cập nhật, Word in «Error! Reference source not found» vào chỗ này.",
        "Đề mục được chỉ tới đã bị xóa khỏi mẫu",
    ),
    "tham-chieu-hut": (
        "[@{ten}] chỉ tới phần không in trong báo cáo này.",
        "Sửa mẫu: đặt câu có [@{ten}] trong cùng điều kiện {{% if … %}} với phần mang tên «{ten}».",
        "Phần đó không có số liệu nên không in; câu chỉ tới nó sẽ chỉ vào khoảng trống.",
        "Xem [@han_che], mà mục Hạn chế không in vì không có số liệu",
    ),
    "tham-chieu-khong-so": (
        "[@{ten}] cần một con số nhưng chỗ mang tên «{ten}» không đánh số.",
        "Viết [@{ten}] không có «|so», hoặc đánh số cho chỗ đó.",
        "Phụ lục duy nhất của báo cáo và đề mục không đánh số thì không có số để in.",
        "[@phu_luc|so] khi chỉ in một phụ lục",
    ),
    "truong-ref-hut": (
        "Tham chiếu chéo ở đây chỉ tới «{ten}», thuộc phần không in trong báo cáo này.",
        "Sửa mẫu: đặt câu này trong cùng điều kiện {{% if … %}} với phần được chỉ tới.",
        "Khi cập nhật, Word in «Error! Reference source not found» vào chỗ này.",
        "Tham chiếu chéo của Word tới một đề mục nằm trong {%p if … %}",
    ),
}
_DATA = {
    "tham-chieu-hut-chu": (
        "[@{ten}] trong lời văn không chỉ tới đâu: báo cáo không in phần nào tên «{ten}».{goi_y}",
        "Sửa lại tên trong [@{ten}], hoặc bỏ chỗ này khỏi câu; tên của bảng thì ở @bang phải có cả tieu_de. "
        "Nếu đây là chữ thường thì viết \\[@{ten}].",
        "Chỗ chỉ tới được in thành số của đề mục, bảng, phụ lục hay chú thích mang tên đó.",
        "như đã nêu tại [@ket_qa]",
    ),
}
_PAGES = {
    "muc-luc-chua-co-trang": (
        "Mục lục chưa có số trang: {ly_do}.",
        "Mở báo cáo bằng Word, bấm vào mục lục, nhấn F9, chọn Chỉ cập nhật số trang "
        "(Update page numbers only).",
        "Đề mục nằm ở trang nào chỉ biết được khi dàn trang; máy nhờ LibreOffice dàn, không có thì nhờ Word.",
        "@muc_luc trên máy không có LibreOffice",
    ),
}
_PAGED = {
    "muc-luc-so-trang": (
        "Số trang trong mục lục là theo LibreOffice; Word có thể ngắt trang khác một chút.",
        "In từ Word thì bấm vào mục lục, nhấn F9, chọn Chỉ cập nhật số trang (Update page numbers only).",
        "Word và LibreOffice xuống dòng khác nhau đôi chỗ nên đề mục ở cuối trang có thể lệch một trang.",
        "@muc_luc",
    ),
}
_REPLACED = {
    "tham-chieu-khoi-thay": (
        "Khối «{khoi}» ở đây thay mất phần mang tên «{ten}», mà mẫu còn chỉ tới phần đó ({cho}).",
        "Đặt tên «{ten}» cho phần thay vào ([@{ten}] sẽ chỉ tới đó), hoặc thay cả khối có câu chỉ tới.",
        "Báo cáo vẫn lập được nhưng câu chỉ tới in dấu chấm lửng ở chỗ con số, vì không còn gì để chỉ.",
        "Mẫu riêng thay khối phu_luc, mẫu gốc còn câu «nêu tại [@so_lieu]»",
    ),
}
MESSAGES: dict[str, Message] = {
    **catalogue_of(Family.PACK, Severity.WARNING, _REPLACED),
    **catalogue_of(Family.PACK, Severity.ERROR, _BUILT),
    **catalogue_of(Family.PACK, Severity.ERROR, _TEMPLATE),
    **catalogue_of(Family.DATA, Severity.ERROR, _DATA),
    **catalogue_of(Family.OUTPUT, Severity.WARNING, _PAGES),
    **catalogue_of(Family.OUTPUT, Severity.INFO, _PAGED),
}
