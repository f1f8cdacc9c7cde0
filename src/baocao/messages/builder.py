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
            "Thêm hoặc bớt dấu | để dòng nào cũng có {so_cot} ô (ô gộp viết << hoặc ^^); "
            "dấu | là chữ thì viết \\|.",
            "Dòng thiếu ô làm lệch các cột.",
            "| Lĩnh vực | Tiếp nhận | và dưới là | Đất đai |",
        ),
        "noi-dung-bang-khong-o-tren": (
            "Ô thứ {cot} của dòng này là ^^ (gộp với ô trên) nhưng phía trên không có ô nào để gộp.",
            "Viết chữ vào ô này, hoặc để trống; ^^ chỉ dùng từ dòng thứ hai của đầu bảng hay của thân bảng, "
            "không dùng ngay dưới một dòng thẻ {{%tr … %}}.",
            "Đầu bảng và thân bảng là hai phần, đầu bảng in lại ở mỗi trang.",
            "| ^^ | Trong kỳ | ở dòng đầu tiên của bảng",
        ),
        "noi-dung-bang-khong-o-trai": (
            "Ô đầu của dòng này là << (gộp với ô bên trái) nhưng bên trái không có ô nào.",
            "Viết chữ vào ô đầu, hoặc để trống; << chỉ dùng từ ô thứ hai.",
            "Ô gộp lấy chữ của ô bên trái; cột đầu không có ô nào ở bên trái.",
            "| << | Trong kỳ |",
        ),
        "noi-dung-bang-gop-lech": (
            "Ô thứ {cot} của dòng này là ^^ nhưng không nằm gọn dưới một ô: ô ở trên rộng hẹp khác.",
            "Gộp đúng những cột mà ô ở trên gộp: ô trên là «Tổng số | <<» thì ô dưới là «^^ | <<».",
            "Ô gộp trong Word phải là một hình chữ nhật.",
            "| Tổng số | << | và ngay dưới là | ^^ | Trong kỳ |",
        ),
        "noi-dung-doan-khong-co": (
            "Không có đoạn dùng chung tên «{ten}» (có: {co}).",
            "Sửa tên sau @doan, hoặc đặt tệp {ten}.md vào thư mục _doan cạnh thư mục của gói mẫu.",
            "Dòng @doan lấy lời văn của một đoạn dùng chung cho nhiều gói.",
            "@doan mo-dua trong khi tệp tên là _doan/mo-dau.md",
        ),
        "noi-dung-bang-khong-co": (
            "Sau dòng @bang không có bảng nào.",
            "Đặt bảng ngay dưới dòng @bang, hoặc xóa dòng @bang.",
            "Dòng @bang nói tên, cỡ chữ, bề rộng của bảng viết ngay sau nó.",
            "@bang {tieu_de: Kết quả} rồi đến một câu",
        ),
        "noi-dung-bang-ngang-trang-dung": (
            "Bảng này ghi «ngang: có» nhưng đang ở trang đứng.",
            "Đặt dòng @trang_ngang trước bảng, @het_trang_ngang sau bảng; hoặc đưa bảng vào @phu_luc có "
            "ngang: có; hoặc bỏ ngang: có ở @bang.",
            "ngang: có chỉ làm bảng rộng bằng trang ngang, không xoay trang; ở trang đứng thì bảng tràn lề.",
            "@bang {ten: bang_1, ngang: có} không nằm giữa @trang_ngang và @het_trang_ngang",
        ),
        "noi-dung-bang-nhieu-cot": (
            "Bảng này có {so_o} cột; bảng trong Word chỉ được nhiều nhất {so_cot} cột.",
            "Chia thành nhiều bảng, hoặc bớt cột.",
            "Word không mở được bảng nhiều cột hơn thế; cột hẹp như vậy in ra cũng không đọc được.",
            "một bảng 64 cột",
        ),
        "noi-dung-bang-cot-hep": (
            "Cột {cot} của bảng «{ten}» hẹp quá, không đủ chỗ cho một chữ số.",
            "Cho cột ấy rộng từ {can} mm: ghi ở mục rong của @bang, hoặc thêm dấu gạch ở dòng «|---|», dưới "
            "tên cột; hoặc bớt cột, đặt co_chu nhỏ hơn, chia thành hai bảng.",
            "Cột hẹp quá thì con số trong ô bị ngắt, mỗi dòng một chữ số, không đọc được.",
            "@bang {rong: [3, 80, 80]}",
        ),
        "noi-dung-bang-qua-rong": (
            "Các cột của bảng này rộng tất cả {rong} mm, mà trang chỉ có {co} mm bề ngang chữ.",
            "Ghi bề rộng nhỏ hơn cho các cột ở mục rong của @bang; hoặc đặt bảng ở trang ngang (@trang_ngang "
            "hay @phu_luc {{ngang: có}}); bảng của một mảnh đặt vào trang ngang thì ghi ngang: có vào @bang.",
            "Bảng rộng hơn trang thì mất cột khi in.",
            "@bang {rong: [100, 100]} ở trang đứng rộng 165 mm",
        ),
        "noi-dung-phan-chua-dong": (
            "Phần mở bằng @{ten} ở dòng này chưa được đóng bằng @{het}.",
            "Viết thêm dòng @{het} ở chỗ phần ấy hết; phần mở trong một thẻ {{% if %}} hay một khối thì đóng "
            "trước khi thẻ ấy, khối ấy hết.",
            "Phụ lục và trang ngang là những phần riêng, có trang riêng trong Word.",
            "@phu_luc {tieu_de: DANH SÁCH} mà không có @het_phu_luc",
        ),
        "noi-dung-phu-luc-hai-lan": (
            "Tiêu đề của phụ lục này mở đầu bằng chữ «{chu}»; dòng «Phụ lục» đã được in sẵn ở phía trên.",
            'Bỏ chữ ấy khỏi tieu_de, chỉ giữ tên của phụ lục, ví dụ tieu_de: "DANH SÁCH CÁC THÔN".',
            "Để nguyên thì trên giấy có hai lần chữ «Phụ lục».",
            '@phu_luc {tieu_de: "PHỤ LỤC A"}',
        ),
        "noi-dung-phan-thua": (
            "Dòng @{ten} này không đóng phần nào: phía trên không có @{mo} đang mở, hoặc một thẻ mở sau nó "
            "chưa đóng.",
            "Xóa dòng này, hoặc thêm @{mo} ở chỗ phần ấy bắt đầu; thẻ {{% if %}} mở trong phần thì đóng "
            "trước dòng này.",
            "Phần nào cũng phải có dòng mở rồi mới đến dòng đóng, như hai dấu ngoặc.",
            "@het_phu_luc mà phía trên không có @phu_luc",
        ),
        "noi-dung-phan-long-nhau": (
            "Dòng @{ten} này nằm trong phần mở bằng @{ngoai} ở dòng {dong}.",
            "Viết @{het} để đóng phần kia trước.",
            "Một trang trong Word không thể thuộc hai phần.",
            "@trang_ngang ở giữa @phu_luc và @het_phu_luc",
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
