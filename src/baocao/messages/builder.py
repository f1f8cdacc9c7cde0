"""Messages of the room `builder`: faults in the source text of a template (noi-dung.md)."""

from __future__ import annotations

from baocao.messages import catalogue_of
from baocao.messages.kinds import Family, Severity

MESSAGES = catalogue_of(
    Family.PACK,
    Severity.ERROR,
    {
        "noi-dung-the-chua-dong": (
            "Thẻ mở bằng {mo} nhưng không được đóng lại.",
            "Viết thêm {dong} vào cuối thẻ; một thẻ không được chứa dòng trống.",
            "Phần chữ đứng sau thẻ chưa đóng sẽ bị coi là lệnh.",
            "{{ tthc.tiep_nhan hồ sơ",
        ),
        "noi-dung-chu-thich-thieu": (
            "Chỗ này gọi chú thích [^{ten}] nhưng không có dòng nào viết nội dung của nó.",
            "Viết thêm một dòng «[^{ten}]: nội dung chú thích», hoặc bỏ [^{ten}] khỏi câu.",
            "Không có nội dung thì số chú thích trỏ vào khoảng trống.",
            "đạt 98,74%[^bon].",
        ),
        "noi-dung-chu-thich-thua": (
            "Chú thích [^{ten}] có nội dung nhưng không chỗ nào trong bài gọi đến.",
            "Đặt [^{ten}] ngay sau chữ cần chú thích, hoặc xóa dòng «[^{ten}]: …».",
            "Nội dung viết ra mà không được gọi sẽ mất khỏi báo cáo.",
            "[^bon]: nội dung, mà trong bài không có [^bon]",
        ),
        "noi-dung-chu-thich-trung": (
            "Chú thích [^{ten}] được viết nội dung hai lần, lần đầu ở dòng {dong_dau}.",
            "Đổi tên một trong hai chú thích, hoặc xóa bớt một dòng «[^{ten}]: …».",
            "Hai nội dung cùng tên thì không biết in nội dung nào.",
            "hai dòng bắt đầu bằng [^bon]:",
        ),
        "noi-dung-chu-thich-rong": (
            "Chú thích [^{ten}] không có nội dung.",
            "Viết nội dung ngay sau «[^{ten}]:», hoặc xóa dòng này và chỗ gọi nó.",
            "Chú thích trống là lỗi trong Word.",
            "[^bon]:",
        ),
        "noi-dung-chu-thich-long-nhau": (
            "Nội dung của chú thích [^{ten}] lại gọi chú thích [^{trong}].",
            "Bỏ [^{trong}] khỏi nội dung chú thích; viết thẳng phần giải thích vào đó.",
            "Word không cho đặt chú thích trong chú thích.",
            "[^bon]: theo báo cáo[^nam].",
        ),
        "noi-dung-lenh-la": (
            "Không có thành phần nào tên là @{ten}.",
            "Dùng một trong các tên: {cac_ten}. Nếu đây là chữ thường, viết \\@{ten}.",
            "Dòng bắt đầu bằng @ chèn một thành phần dựng sẵn của văn bản.",
            "@khoi_kí",
        ),
        "noi-dung-lenh-lap": (
            "Thành phần @{ten} đã được chèn ở dòng {dong_dau}.",
            "Xóa một trong hai dòng @{ten}.",
            "Mỗi thành phần của văn bản chỉ đứng một chỗ.",
            "hai dòng @khoi_ky",
        ),
        "noi-dung-de-muc-qua-sau": (
            "Đề mục này ở cấp {cap} (có {cap} dấu #) nhưng gói chỉ đánh số {so_cap} cấp đề mục.",
            "Bớt dấu #, hoặc thêm dạng đánh số cấp {cap} vào mục danh_so của goi.yaml.",
            "Cấp đề mục không có dạng đánh số thì không biết in số gì.",
            "#### Tiêu đề, mà danh_so có ba dạng",
        ),
        "noi-dung-bang-sai-so-o": (
            "Dòng này của bảng có {so_o} ô, dòng đầu của bảng có {so_cot} ô.",
            "Thêm hoặc bớt dấu | để dòng nào cũng có {so_cot} ô; dấu | là chữ thì viết \\|.",
            "Dòng thiếu ô làm lệch các cột.",
            "| Lĩnh vực | Tiếp nhận | và dưới là | Đất đai |",
        ),
        "noi-dung-bang-thieu-dong-ke": (
            "Bảng bắt đầu ở đây thiếu dòng kẻ ngay dưới dòng đầu.",
            "Thêm dòng «|---|---|» (mỗi cột một nhóm gạch) dưới dòng đầu của bảng; "
            "dấu | đầu câu là chữ thì viết \\|.",
            "Dòng kẻ tách dòng đầu của bảng, in lại ở mỗi trang, với các dòng số liệu.",
            "| Lĩnh vực | Tiếp nhận | và ngay dưới là | Đất đai | 12 |",
        ),
        "noi-dung-ngoai-khoi": (
            "Phần chữ này đứng ngoài các khối nên sẽ không được in.",
            "Đưa nó vào giữa {{% block tên_khối %}} và {{% endblock %}}, "
            "hoặc bỏ dòng {{% extends … %}} ở đầu tệp.",
            "Mẫu bắt đầu bằng extends chỉ thay các khối của mẫu gốc.",
            '{% extends "cchc-nam" %} rồi đến một câu không nằm trong khối nào',
        ),
    },
)
