"""Messages about Word templates, about what a report is missing, and about finished Word files."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

_MATCHING = {
    "the-chua-dong": (
        "Thẻ mở bằng {mo} chưa được đóng bằng {dong}.",
        "Trong tệp Word, thêm {dong} vào cuối thẻ này.",
        "Thẻ chưa đóng thì không biết đâu là thẻ, đâu là lời văn.",
        "{{ tthc.tiep_nhan",
    ),
    "khoi-chua-dong": (
        "Thẻ {the} chưa có thẻ đóng {dong} đi cùng.",
        "Thêm {dong} vào chỗ khối này phải hết; thẻ mở nằm ở đoạn riêng thì thẻ đóng cũng để ở đoạn riêng.",
        "",
        "{% if tthc %} … (không có {% endif %})",
    ),
    "the-cheo": (
        "Thẻ {the} mở ở trong một thẻ khác nhưng lại đóng ở ngoài: {giua} ({cho}) đứng trước {dong} của nó.",
        "Đổi chỗ hai thẻ đóng: chuyển {dong} lên trước {giua}.",
        "Thẻ mở sau phải đóng trước.",
        "{% for x in ds %}{% if x %}…{% endfor %}{% endif %}",
    ),
    "the-thua": (
        "Thẻ {the} không đi với thẻ mở nào phía trước.",
        "Xóa thẻ này, hoặc thêm thẻ mở của nó vào chỗ khối bắt đầu.",
        "",
        "… {% endif %} (không có {% if … %})",
    ),
    "the-lech-cho": (
        "Thẻ {the} và thẻ {kia} của nó đứng ở hai chỗ không cùng bậc (đoạn, ô, hàng hay trong dòng chữ).",
        "Để cả hai cùng kiểu: cùng ở đoạn riêng ({{%p … %}}), cùng là hàng của một bảng ({{%tr … %}}), "
        "hoặc cùng nằm trong dòng chữ.",
        "Bỏ hay lặp phần giữa hai thẻ như vậy sẽ làm hỏng tệp Word.",
        "{%p if a %} ở một đoạn, {%p endif %} ở trong ô của bảng",
    ),
    "the-ngoai-bang": (
        "Thẻ {the} dành cho hàng hoặc ô của bảng nhưng lại đứng ngoài bảng.",
        "Chuyển thẻ vào bảng, hoặc đổi thành {{%p … %}}.",
        "",
        "{%tr for x in ds %} ở ngoài bảng",
    ),
    "the-sai-cu-phap": (
        "Thẻ ở đoạn này viết sai: {ly_do}.",
        "Xem lại dấu ngoặc, dấu nháy và tên bộ lọc trong thẻ.",
        "",
        "{{ tthc.tiep_nhan | }}",
    ),
    "the-khong-dung": (
        "Mẫu báo cáo không dùng được «{the}».",
        "Bỏ thẻ này; muốn dùng lại phần chữ của gói khác thì dùng extends và block, hoặc include.",
        "Mẫu không được đọc tệp khác trên máy, cũng không được tắt việc giữ nguyên dấu của số liệu.",
        '{% import "tep-khac" as t %}',
    ),
    "mau-long-qua-sau": (
        "Các thẻ lồng nhau quá sâu nên không đọc được.",
        "Bớt số thẻ lồng nhau, hoặc tách thành nhiều đoạn.",
        "",
        "21 thẻ {% for %} lồng nhau",
    ),
}

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

_NAMES = {
    "bo-loc-la": (
        "Không có bộ lọc «{ten}».{goi_y}",
        "Sửa tên bộ lọc sau dấu «|».",
        "",
        "{{ x | soo }}",
    ),
    "phep-thu-la": (
        "Không có phép thử «{ten}».{goi_y}",
        "Sửa tên sau chữ «is».",
        "",
        "{% if x is trongg %}",
    ),
    "ten-khong-biet": (
        "Mẫu dùng tên «{ten}» nhưng gói không có chỉ tiêu hay mục nào tên như vậy.{goi_y}",
        "Sửa lại tên trong thẻ; xem các tên dùng được bằng lệnh baocao mau truong.",
        "Nếu bỏ qua, chỗ đó sẽ trống mà không ai hay.",
        "{{ tthc.tiep_nhann }}",
    ),
    "khong-duoc-dung": (
        "Mẫu không được dùng «{ten}».",
        "Bỏ tên này khỏi thẻ; dùng các bộ lọc có sẵn thay cho nó.",
        "Mẫu chỉ được đọc số liệu của báo cáo, không được chạm tới phần bên trong của chương trình.",
        "{{ x.__class__ }}",
    ),
    "khong-in-duoc": (
        "Thẻ này in ra cả một danh sách hoặc một nhóm chứ không phải một con số hay một câu.",
        "Thêm tên mục cần in sau dấu chấm, hoặc dùng {{% for … %}} để đi qua từng dòng của danh sách.",
        "",
        "{{ tthc }}",
    ),
    "chu-co-dinh-dang": (
        "Đoạn chữ này có định dạng, gạch đầu dòng hoặc chú thích nên không in được bằng {{{{ … }}}}.",
        "Dùng {{{{p … }}}} ở một đoạn riêng, hoặc {{{{r … }}}} trong dòng chữ.",
        "In bằng {{{{ … }}}} thì chữ đậm, chữ nghiêng và chú thích sẽ mất.",
        "{{ noi_dung }} khi nội dung là «một **hai**»",
    ),
    "bo-loc-loi": (
        "Không viết được giá trị ở đoạn này: {ly_do}.",
        "Xem lại số liệu và bộ lọc của thẻ.",
        "",
        "{{ 'abc' | so }}",
    ),
    "mau-loi-khi-tinh": (
        "Thẻ ở đoạn này không tính được: {ly_do}.",
        "Xem lại phép tính và các tên trong thẻ.",
        "",
        "{{ 1 // 0 }}",
    ),
    "mau-qua-tai": (
        "Mẫu báo cáo làm máy tính quá sức nên đã dừng lại: {vi}.",
        "Xem lại các vòng lặp và phép tính ở đoạn này.",
        "Một báo cáo thường chỉ cần vài nghìn bước; mẫu hỏng hoặc mẫu xấu có thể làm treo máy.",
        "{% for i in range(1000000000) %}",
    ),
}

_NOTES = {
    "chu-thich-sai-cho": (
        "Có chú thích đặt trong đầu trang, chân trang, khung chữ hoặc trong một chú thích khác.",
        "Chuyển dấu chú thích ra thân văn bản.",
        "Word không mở tệp có chú thích ở những chỗ đó.",
        "Dấu chú thích trong đầu trang",
    ),
    "chu-thich-mat": (
        "Dấu chú thích ở đây không có nội dung chú thích đi kèm.",
        "Xóa dấu chú thích này rồi chèn lại bằng Word (References > Insert Footnote).",
        "",
        "",
    ),
    "chu-thich-cuoi": (
        "Chú thích cuối văn bản (endnote) ở đây chưa đưa được sang mẫu gốc.",
        "Trong Word bấm chuột phải vào nội dung chú thích đó, chọn Convert to Footnote, rồi lưu lại.",
        "Khối và mảnh chỉ mang theo được chú thích ở chân trang.",
        "Dấu endnote trong khối mo_dau",
    ),
    "chu-thich-trong-the": (
        "Đoạn này chỉ dành cho thẻ và sẽ biến mất, nhưng lại có dấu chú thích.",
        "Chuyển dấu chú thích sang đoạn văn bên cạnh.",
        "",
        "{%p if x %}¹",
    ),
    "chu-thich-rong": (
        "Chú thích ở đoạn này không có chữ nào.",
        "Viết nội dung cho chú thích trong tệp Word, hoặc bỏ dấu chú thích khi không có gì để ghi.",
        "Chú thích trống làm người đọc tưởng in thiếu.",
        "Chú thích chỉ gồm {% if x %}…{% endif %} mà x không có",
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
        "Mở mẫu bằng Word, chọn Save As kiểu Word Document (.docx), không chọn Strict Open XML.",
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
        "Chỉ hình ảnh, liên kết, danh sách, bảng và kiểu chữ được mang theo.",
        "Biểu đồ trong khối",
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
        "Khối có dấu ngắt phần (section break): phần đó giữ khổ giấy, lề nhưng mất đầu trang, chân trang.",
        "Bỏ dấu ngắt phần; cần đầu trang riêng cho phần đó thì dùng một mẫu đầy đủ, không có extends.",
        "",
        "Một trang ngang trong khối",
    ),
    "dau-trang-khong-mang": (
        "Đầu trang hoặc chân trang của tệp này có chữ «{chu}»; báo cáo in đầu trang, chân trang của mẫu gốc.",
        "Xóa chữ đó; muốn đầu trang riêng thì dùng một mẫu đầy đủ, không có extends.",
        "Tệp có extends chỉ thay các khối trong thân văn bản.",
        "Đầu trang ghi «Bản của xã»",
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
        "Không cần sửa; xóa nhận xét khi đã xử lý xong (Review, Delete).",
        "",
        "Mẫu mang nhận xét của người góp ý",
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
        "Bấm chuột phải vào liên kết, chọn Remove Hyperlink; hoặc đặt dấu trang vào một khối có in.",
        "Người đọc bấm vào liên kết sẽ không đi tới đâu.",
        "Liên kết trong khối tới dấu trang nằm ngoài khối",
    ),
    "mau-con-sua-doi": (
        "Mẫu còn {so} chỗ sửa đổi chưa chấp nhận (Track Changes); báo cáo in như đã chấp nhận tất cả.",
        "Trong Word chọn Review, Accept All Changes and Stop Tracking, xem lại chữ rồi lưu.",
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

_LOST = {
    "chu-bi-bo": (
        "Đoạn (hoặc hàng) này có thẻ chiếm cả đoạn, nên chữ đứng cạnh thẻ sẽ không được in.",
        "Chuyển chữ sang đoạn khác, hoặc bỏ chữ p/tr/tc sau dấu mở thẻ.",
        "",
        "{%p if x %} Lời văn",
    ),
}

_BLANK = {
    "chu-nhieu-doan": (
        "Chữ ở đây gồm nhiều đoạn hoặc có gạch đầu dòng, mà báo cáo in nó ở giữa một câu.",
        "Viết lại thành một đoạn, không xuống dòng trống và không gạch đầu dòng.",
        "",
        "{{r noi_dung }} khi nội dung có hai đoạn",
    ),
    "o-trong": (
        "Báo cáo cần in chỗ này ({ten}) nhưng chưa có số liệu.",
        "Điền số liệu đó vào tệp số liệu; hoặc thêm --nhap để in bản dự thảo có chỗ trống.",
        "Báo cáo chính thức không được có chỗ trống.",
        "tiep_nhan: (để trống)",
    ),
    "chu-thich-khong-co": (
        "Lời văn có dấu chú thích [^{ten}] nhưng không có nội dung chú thích nào tên «{ten}».",
        "Thêm «{ten}: …» vào mục chu_thich của tệp số liệu, hoặc sửa tên trong dấu [^{ten}].",
        "",
        "đã ban hành kế hoạch[^kh]",
    ),
    "chu-thich-rong-ten": (
        "Chú thích «{ten}» không có chữ nào.",
        "Viết nội dung cho chú thích đó trong tệp số liệu, hoặc bỏ dấu [^{ten}].",
        "",
        "chu_thich: {kh: ''}",
    ),
    "chu-thich-trong-chu-thich": (
        "Chú thích «{ngoai}» lại gọi chú thích «{ten}»; Word không cho chú thích nằm trong chú thích.",
        "Viết thẳng nội dung của «{ten}» vào chú thích «{ngoai}».",
        "",
        "chu_thich: {a: xem [^b]}",
    ),
}

_INTERNAL = {
    "con-dau-the": (
        "Báo cáo còn sót dấu của thẻ nên không được ghi ra.",
        "Đây là lỗi của baocao; gửi mẫu và số liệu cho người phát triển.",
    ),
    "chu-thich-lech": (
        "Số dấu chú thích và số chú thích không khớp nên báo cáo không được ghi ra.",
        "Đây là lỗi của baocao; gửi mẫu và số liệu cho người phát triển.",
    ),
}

_DRAFT = {
    "o-trong-nhap": (
        "Bản dự thảo để trống chỗ này ({ten}).",
        "Điền số liệu đó vào tệp số liệu trước khi in bản chính thức.",
        "",
        "baocao tao so-lieu.yaml --nhap",
    ),
}

MESSAGES: dict[str, Message] = (
    catalogue_of(Family.TEMPLATE, Severity.ERROR, _MATCHING | _INHERITANCE | _NAMES | _NOTES | _FILE)
    | catalogue_of(Family.TEMPLATE, Severity.WARNING, _LOST | _LEFT_BEHIND | _WHOLE_FILE)
    | catalogue_of(Family.TEMPLATE, Severity.INFO, _FROM_BASE)
    | catalogue_of(Family.DATA, Severity.ERROR, _BLANK)
    | catalogue_of(Family.DATA, Severity.INFO, _DRAFT)
    | catalogue_of(Family.INTERNAL, Severity.ERROR, _INTERNAL)
)
