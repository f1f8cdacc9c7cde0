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
        "Xóa dấu chú thích này rồi chèn lại: trong Word chọn Tham khảo (References), Chèn cước chú (Insert "
        "Footnote).",
        "",
        "",
    ),
    "chu-thich-cuoi": (
        "Chú thích cuối văn bản (endnote) ở đây chưa đưa được sang mẫu gốc.",
        "Trong Word bấm chuột phải vào nội dung chú thích đó, chọn Chuyển đổi thành Cước chú (Convert to "
        "Footnote), rồi lưu lại.",
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

_TABLES = {
    "bang-so-gay-dong": (
        "Số {so} rộng hơn ô nên bị ngắt làm hai dòng: bảng «{bang}», dòng {dong}, cột {cot}{them}.",
        "Tăng bề rộng cột (rong của @bang, hoặc kéo cột trong mẫu Word), giảm cỡ chữ (co_chu), hoặc ghi số "
        "theo đơn vị lớn hơn, ví dụ triệu đồng.",
        "Số bị ngắt giữa chừng dễ đọc nhầm thành hai số.",
        "24.500.000.000 trong cột rộng 18 mm",
    ),
}

_DRAFT = {
    "o-trong-nhap": (
        "Bản dự thảo để trống chỗ này.",
        "Điền số liệu đó vào tệp số liệu trước khi in bản chính thức.",
        "",
        "baocao tao so-lieu.yaml --nhap",
    ),
}

MESSAGES: dict[str, Message] = (
    catalogue_of(Family.TEMPLATE, Severity.ERROR, _MATCHING | _NAMES | _NOTES)
    | catalogue_of(Family.TEMPLATE, Severity.WARNING, _LOST | _TABLES)
    | catalogue_of(Family.DATA, Severity.ERROR, _BLANK)
    | catalogue_of(Family.DATA, Severity.INFO, _DRAFT)
    | catalogue_of(Family.INTERNAL, Severity.ERROR, _INTERNAL)
)
