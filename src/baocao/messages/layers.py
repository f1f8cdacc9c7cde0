"""Messages about layers of a template: what extends what, what is carried along, what a file holds."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

_INHERITANCE = {
    "extends-sai-cho": (
        "Thẻ extends phải đứng riêng một đoạn, ngoài bảng và không nằm trong thẻ nào khác.",
        'Đưa {{%p extends "…" %}} lên đầu tệp Word, thành một đoạn riêng không có chữ nào khác.',
        "Thẻ này nói cả tệp thay các khối của gói nào, nên chỉ đặt được ở đầu tệp.",
        'Theo {% extends "cchc-nam" %} giữa câu',
    ),
    "khoi-trung": (
        "Khối «{ten}» được đặt hai lần trong cùng một tệp; lần đầu ở {cho_dau}.",
        "Bỏ một trong hai, hoặc đặt tên khác cho khối.",
        "",
        "{%p block mo_dau %} hai lần",
    ),
    "super-khong-co": (
        "Khối «{ten}» dùng super() nhưng không có khối nào cùng tên ở mẫu gốc để in lại.",
        "Bỏ {{{{p super() }}}}, hoặc sửa tên khối cho đúng tên ở mẫu gốc.",
        "",
        "{{p super() }} trong mẫu không có extends",
    ),
    "chu-canh-khoi": (
        "Chữ «{chu}» đứng chung một đoạn với thẻ {the} nên sẽ không được in.",
        "Bấm Enter sau thẻ mở và trước thẻ đóng, để mỗi thẻ đứng riêng một đoạn, lời văn ở các đoạn giữa.",
        "Đoạn có thẻ block hay endblock chỉ dành cho thẻ; báo cáo bỏ đoạn đó cùng mọi chữ trên đó.",
        "{%p block ket_thuc %} Trên đây là báo cáo {%p endblock %} trong một đoạn",
    ),
    "khoi-lech-bac": (
        "Khối «{ten}» ở mẫu gốc là {goc}, còn ở tệp này là {day}.",
        "Để {cach}.",
        "Khối được in vào đúng chỗ khối của mẫu gốc; khác bậc thì tệp Word hỏng và mất chữ.",
        "{%p block mo_dau %} trong khi ở mẫu gốc {% block mo_dau %} đứng giữa câu",
    ),
    "super-lech-bac": (
        "Thẻ {the} in lại khối «{ten}» của mẫu gốc, mà khối đó là {goc}, nên không đặt ở chỗ này được.",
        "Thay bằng {cach}.",
        "Cả đoạn văn của mẫu gốc mà in vào giữa một câu thì tệp Word hỏng và mất chữ.",
        "Ngoài ra: {{ super() }} giữa câu, trong khi khối gồm cả đoạn",
    ),
    "manh-sai-cho": (
        "Thẻ {the} phải đứng riêng một đoạn của thân văn bản hoặc của ô trong bảng.",
        'Để {{%p include "…" %}} thành một đoạn riêng, ngoài chú thích, khung chữ, đầu trang và chân trang.',
        "Mảnh gồm những đoạn trọn vẹn, có thể có bảng và chú thích, nên không đặt được giữa câu.",
        'Kính gửi {% include "noi-nhan" %}',
    ),
    "manh-viet-sai": (
        "Thẻ include ở đoạn này viết chưa đúng.",
        'Viết tên mảnh trong ngoặc kép, không thêm gì khác: {{%p include "khoi-ky" %}}.',
        "",
        "{%p include ten_manh %}",
    ),
    "manh-la": (
        "Không có mảnh nào tên «{ten}».{goi_y}",
        "Sửa tên trong thẻ include; hoặc để tệp {ten}.docx vào thư mục mau/_manh của đơn vị.",
        "Mảnh là tệp Word nhỏ dùng chung cho nhiều mẫu, lấy vào bằng thẻ include.",
        '{%p include "khoi-kyy" %}',
    ),
    "manh-vong": (
        "Các mảnh lấy lẫn nhau thành vòng: {vong}.",
        "Bỏ thẻ include này.",
        "Đi theo vòng đó thì báo cáo dài mãi không hết.",
        'Mảnh khoi-ky có {%p include "khoi-ky" %}',
    ),
    "manh-qua-sau": (
        "Mảnh «{ten}» nằm sâu quá {toi_da} bậc trong các mảnh khác.",
        "Bớt số mảnh lồng vào nhau.",
        "",
        "Bảy mảnh, mảnh trước lấy mảnh sau",
    ),
}

_FILE = {
    "hinh-mat": (
        "Mẫu dùng hình hoặc phần «{ten}» nhưng tệp mẫu không chứa nó.",
        "Mở mẫu bằng Word, xóa hình đó rồi chèn lại, lưu lại tệp.",
        "Word báo tệp không đọc được khi thiếu phần được dẫn tới.",
        "word/_rels/document.xml.rels dẫn tới media/a.png, tệp không có word/media/a.png",
    ),
    "mau-xml-hong": (
        "Tệp Word của mẫu bị hỏng bên trong: {ly_do}.",
        "Mở tệp bằng Word, lưu lại dưới tên khác rồi thử lại.",
        "",
        "",
    ),
    "mau-hong-san": (
        "Mẫu có chỗ hỏng nên Word không mở được báo cáo làm từ mẫu này: {loi}.",
        "Mở mẫu bằng Word (Mở, Mở và sửa chữa), lưu lại; không được thì lấy lại bản cũ của mẫu.",
        "Báo cáo giữ nguyên bảng, hình và kiểu chữ của mẫu, nên chỗ hỏng cũng theo sang.",
        "Mẫu có ô của bảng không kết thúc bằng một đoạn văn",
    ),
    "mau-luu-strict": (
        "Mẫu được lưu kiểu «Strict Open XML», kiểu này chương trình không đọc được.",
        "Mở bằng Word, chọn Lưu thành (Save As), loại Word Document (*.docx), không chọn Strict.",
        "",
        "Lưu thành, loại Strict Open XML Document",
    ),
    "mau-khac-chuan": (
        "Mẫu này và mẫu gốc được lưu theo hai chuẩn Word khác nhau («{ten}»).",
        "Mở mẫu bằng Word, chọn Lưu thành (Save As), loại Word Document (*.docx), không chọn Strict Open "
        "XML.",
        "",
        "",
    ),
    "goi-cha-khong-co": (
        "Thẻ extends ở đầu mẫu ghi gói «{goi}» nhưng không có mẫu nào của gói tên như vậy.{goi_y}",
        "Sửa tên gói trong thẻ extends ở đầu tệp Word; xem các gói bằng lệnh baocao mau ds.",
        "",
        '{%p extends "cchc-nan" %}',
    ),
    "khoi-la": (
        "Mẫu gốc không có khối «{ten}» nên phần này sẽ không được in.{goi_y}",
        "Sửa tên khối trong thẻ block.",
        "",
        "{%p block mo_bai %} khi mẫu gốc chỉ có mo_dau",
    ),
    "chu-ngoai-khoi": (
        "Mẫu này chỉ thay các khối của mẫu gốc, nên chữ nằm ngoài khối sẽ không được in.",
        "Đưa đoạn này vào một khối ({{%p block … %}} … {{%p endblock %}}), hoặc xóa đi.",
        "",
        "",
    ),
    "phan-khong-mang-theo": (
        "Khối của mẫu này có thành phần loại «{loai}», chưa đưa được sang mẫu gốc.",
        "Bỏ thành phần đó khỏi khối, hoặc dùng một mẫu đầy đủ không có extends.",
        "Chỉ hình ảnh, biểu đồ, liên kết, danh sách, bảng và kiểu chữ được mang theo.",
        "Sơ đồ SmartArt trong khối",
    ),
    "ket-qua-vo": (
        "Báo cáo tạo ra không phải là tệp Word đúng cách: {ly_do}.",
        "Xem lại các thẻ {{% if %}}, {{% for %}} quanh chỗ này: thẻ mở và thẻ đóng phải cùng bậc.",
        "",
        "",
    ),
}

_LEFT_BEHIND = {
    "ngat-phan-trong-khoi": (
        "Khối có dấu ngắt phần (section break): phần đó giữ khổ giấy, lề, nhưng đầu trang, chân trang là của "
        "mẫu gốc.",
        "Không cần sửa nếu được; cần đầu trang riêng cho phần đó thì dùng một mẫu đầy đủ, không có extends.",
        "",
        "Một trang ngang trong khối, có đầu trang ghi chữ riêng",
    ),
    "dau-trang-khong-mang": (
        "Đầu trang hoặc chân trang của tệp này có chữ «{chu}»; báo cáo in đầu trang, chân trang của mẫu gốc.",
        "Xóa chữ đó; muốn đầu trang riêng thì dùng một mẫu đầy đủ, không có extends.",
        "Tệp có extends chỉ thay các khối trong thân văn bản.",
        "Đầu trang ghi «Bản của xã»",
    ),
}

_WHOLE_FILE = {
    "khoi-long-khoi": (
        "Khối «{ten}» nằm trong khối «{ngoai}» nên in ở cả hai chỗ: ở đây và ở chỗ của nó trong mẫu gốc.",
        "Chuyển khối «{ten}» ra ngoài khối «{ngoai}» (sau {{%p endblock %}} của khối đó); hoặc đổi tên khối "
        "nếu chỉ in ở đây.",
        "Khối cùng tên với mẫu gốc được in ở chỗ mẫu gốc đặt khối đó.",
        "{%p block ket_thuc %} … {%p block noi_nhan %} … {%p endblock %} … {%p endblock %}",
    ),
    "lien-ket-hut": (
        "Liên kết ở đây dẫn tới dấu trang (bookmark) «{ten}», nhưng báo cáo không in chỗ có dấu trang đó.",
        "Bấm chuột phải vào liên kết, chọn Loại bỏ Siêu kết nối (Remove Hyperlink); hoặc đặt dấu trang vào "
        "một khối có in.",
        "Người đọc bấm vào liên kết sẽ không đi tới đâu.",
        "Liên kết trong khối tới dấu trang nằm ngoài khối",
    ),
    "mau-con-sua-doi": (
        "Mẫu còn {so} chỗ sửa đổi chưa chấp nhận (Track Changes); báo cáo in như đã chấp nhận tất cả.",
        "Trong Word chọn Xem lại (Review), Chấp nhận Tất cả Thay đổi và Dừng Theo dõi (Accept All Changes "
        "and Stop Tracking), xem lại chữ rồi lưu.",
        "Báo cáo gửi đi không được mang chữ gạch bỏ của người soạn mẫu.",
        "Mẫu lưu khi đang bật Track Changes",
    ),
    "mat-extends": (
        "Mẫu này không có dòng extends nên thay cả mẫu của gói «{goi}»: báo cáo chỉ in {con} khối ở đây, "
        "còn {mat} khối của gói không được in.",
        'Muốn chỉ thay các khối ở đây thì thêm vào đầu tệp Word một đoạn riêng: {{%p extends "{goi}" %}}.',
        "Dòng extends nói rằng phần không có trong tệp này lấy từ gói.",
        "{%p block ket_thuc %} … {%p endblock %} mà phía trên không có {%p extends … %}",
    ),
}

_FROM_BASE = {
    "trang-khac-mau-goc": (
        "Tệp này có {gi} khác mẫu gốc; báo cáo theo mẫu gốc.",
        "Không cần sửa nếu đúng ý; muốn trang giấy riêng thì dùng một mẫu đầy đủ, không có extends.",
        "",
        "Tệp chỉ có khối, lề trái 20 mm",
    ),
    "kieu-theo-mau-goc": (
        "Kiểu chữ «{ten}» ở tệp này khác với mẫu gốc; báo cáo in theo kiểu của mẫu gốc.",
        "Không cần sửa nếu đúng ý; muốn chữ khác đi thì định dạng thẳng đoạn đó, hoặc tạo kiểu có tên riêng.",
        "Mỗi kiểu chữ chỉ có một hình dáng trong cả báo cáo.",
        "Heading 1 đổi sang 16 pt trong tệp chỉ có khối",
    ),
    "nhan-xet-khong-in": (
        "Mẫu có {so} nhận xét (comment) của Word; báo cáo không in nhận xét.",
        "Không cần sửa; xóa nhận xét khi đã xử lý xong: Xem lại (Review), Xóa (Delete).",
        "",
        "Mẫu mang nhận xét của người góp ý",
    ),
}

MESSAGES: dict[str, Message] = (
    catalogue_of(Family.TEMPLATE, Severity.ERROR, _INHERITANCE | _FILE)
    | catalogue_of(Family.TEMPLATE, Severity.WARNING, _LEFT_BEHIND | _WHOLE_FILE)
    | catalogue_of(Family.TEMPLATE, Severity.INFO, _FROM_BASE)
)
