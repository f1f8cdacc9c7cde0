"""Messages of `baocao mau kiem-tra`: what is wrong in a Word template before a report is made of it."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity
from baocao.messages.lint_warnings import WARNINGS

_BRACES = {
    "ngoac-roi": (
        "Hai dấu ngoặc của thẻ bị tách ra vì có dấu cách ở giữa.",
        "Xóa dấu cách, để hai dấu liền nhau: {{{{ … }}}} hoặc {{% … %}}.",
        "Thẻ như vậy không được hiểu là thẻ và sẽ in nguyên ra báo cáo.",
        "{ { tthc.tiep_nhan }}",
    ),
    "ngoac-toan-do": (
        "Dấu ngoặc «{sai}» là dấu của bàn phím tiếng Nhật, tiếng Trung, không phải dấu ngoặc của thẻ.",
        "Xóa đi, chuyển bàn phím về tiếng Việt hoặc tiếng Anh rồi gõ lại {dung}.",
        "Hai loại dấu trông giống nhau nhưng là hai ký tự khác nhau.",
        "｛｛ tthc.tiep_nhan ｝｝",
    ),
    "ngoac-thua": (
        "Thẻ «{the}» thừa dấu ngoặc.",
        "Chỉ để hai dấu ở mỗi bên: {{{{ … }}}}.",
        "",
        "{{{tthc.tiep_nhan}}}",
    ),
    "ngoac-lech": (
        "Thẻ «{sai}» đóng không đúng dấu.",
        "Sửa dấu đóng thành {dung}: mở bằng {{{{ thì đóng bằng }}}}, mở bằng {{% thì đóng bằng %}}.",
        "",
        "{{ tthc.tiep_nhan }",
    ),
    "ngoac-thieu": (
        "Có dấu đóng {dong} nhưng phía trước không có {mo} («{sai}»).",
        "Thêm {mo} vào đầu thẻ, hoặc xóa dấu {dong} nếu chỗ này không phải là thẻ.",
        "Thẻ thiếu dấu mở sẽ in nguyên ra báo cáo.",
        "{tthc.tiep_nhan}}",
    ),
    "ngoac-don": (
        "«{sai}» chỉ có một dấu ngoặc ở mỗi bên nên sẽ in nguyên như vậy.",
        "Muốn in số liệu thì gõ hai dấu ngoặc: {dung}.",
        "",
        "{tthc.tiep_nhan}",
    ),
}

_WORDS = {
    "the-viet-hoa": (
        "Thẻ «{the}» có chữ «{sai}» viết hoa nên không dùng được.",
        "Gõ chữ thường: {dung}. Word hay tự viết hoa đầu câu; bấm Ctrl+Z ngay sau khi Word đổi.",
        "Tên thẻ chỉ có chữ thường.",
        "{% If tthc.tiep_nhan %}",
    ),
    "the-dau-la": (
        "Thẻ «{the}» có dấu {sai} không dùng được trong thẻ.",
        "Thay bằng «{dung}». Word hay tự đổi dấu; bấm Ctrl+Z ngay sau khi Word đổi.",
        "Trong thẻ chỉ dùng các dấu có trên bàn phím: - . < > = ! \" '",
        "{% if tthc.tiep_nhan ≥ 1 %}",
    ),
    "the-chu-la": (
        "Thẻ «{the}» có chữ «{sai}» của bảng chữ cái nước ngoài, nhìn giống chữ «{dung}» nhưng là chữ khác.",
        "Xóa chữ đó rồi gõ lại chữ {dung} trên bàn phím; không rõ chữ nào thì xóa cả thẻ rồi gõ lại.",
        "Tên có chữ như vậy không trùng với tên nào của gói, dù nhìn không khác.",
        "{{ tthc.tiep_nh\u0430n }} với chữ a của tiếng Nga",
    ),
    "the-dau-an": (
        "Thẻ «{the}» có một ký tự không nhìn thấy, thường do chép từ trang web.",
        "Xóa cả thẻ rồi gõ lại bằng tay.",
        "",
        "{{ tthc.tiep_nhan }} chép từ trang web",
    ),
    "the-nhay-le": (
        "Thẻ «{the}» có dấu nháy {sai} không đi thành cặp.",
        'Gõ đủ hai dấu nháy quanh đoạn chữ trong thẻ, thí dụ "kỳ trước".',
        "",
        "{{ x | default(“không) }}",
    ),
    "the-cach-chu": (
        "Sau dấu mở thẻ có dấu cách nên «{sai}» không được hiểu.",
        "Viết liền, không có dấu cách: {dung}.",
        "Chữ p, tr, tc, r phải đứng sát dấu mở thẻ.",
        "{% tr for m in tthc.linh_vuc %}",
    ),
    "the-nham-ngoac": (
        "Thẻ «{the}» dùng nhầm loại dấu ngoặc.",
        "Viết {dung}. Để in số liệu dùng {{{{ … }}}}; để đặt điều kiện, vòng lặp dùng {{% … %}}.",
        "",
        "{% tthc.tiep_nhan %}",
    ),
    "the-la": (
        "Không có thẻ «{ten}».{goi_y}",
        "Sửa chữ đầu của thẻ; các thẻ hay dùng: if, elif, else, endif, for, endfor, block, endblock.",
        "",
        "{% end if %}",
    ),
    "the-o-ngoai-bang": (
        "Thẻ «{ten}» chỉ dùng được trong ô của bảng.",
        "Chuyển thẻ vào ô cần gộp hoặc tô nền, hoặc xóa đi.",
        "",
        "{% colspan 2 %} ở ngoài bảng",
    ),
    "so-trong-the": (
        "Số «{sai}» trong thẻ viết theo kiểu Việt Nam nên bị hiểu thành số khác.",
        "Trong thẻ viết {dung}: không có dấu phân cách hàng nghìn, phần thập phân sau dấu chấm.",
        "Trong thẻ, 1.000 là một phẩy không; 80,5 là hai số.",
        "{% if tthc.tiep_nhan > 1.000 %}",
    ),
    "the-dau-bang": (
        "Điều kiện «{the}» so sánh bằng một dấu bằng.",
        "Gõ hai dấu bằng liền nhau: ==.",
        "",
        "{% if ky.so = 1 %}",
    ),
    "the-bi-bo": (
        "Thẻ «{the}» nằm chung {cho} với {boi} nên sẽ không được in.",
        "Để {boi} ở một {cho} riêng, phần cần in ở {cho} khác.",
        "Thẻ có chữ p, tr, tc thay cho cả đoạn, cả hàng, cả ô chứa nó.",
        "{%tr for m in tthc.linh_vuc %}{{ m.ten }}{%tr endfor %} trong một hàng",
    ),
}

_MEANING = {
    "bo-loc-doi-so": (
        "Bộ lọc «{ten}» dùng không đúng: {ly_do}.",
        "Sửa phần trong ngoặc sau tên bộ lọc; xem cách dùng ở trang bộ lọc.",
        "",
        "{{ tthc.tiep_nhan | so_hai(1, 2) }}",
    ),
    "bo-loc-lech-loai": (
        "Bộ lọc «{ten}» không dùng được cho giá trị này: {ly_do}.",
        "Bỏ bộ lọc, hoặc dùng bộ lọc hợp với loại của số liệu.",
        "",
        "{{ ky.ten | so }}",
    ),
    "lap-khong-danh-sach": (
        "Vòng lặp đi qua «{ten}» nhưng đó không phải là danh sách.",
        "Sau chữ «in» ghi tên một danh sách; xem các danh sách của gói bằng lệnh baocao mau truong.",
        "",
        "{% for m in tthc.tiep_nhan %}",
    ),
    "ten-het-vong-lap": (
        "Tên «{ten}» chỉ có bên trong {o_dau}, nhưng thẻ này nằm ngoài.",
        "Chuyển thẻ vào bên trong {o_dau}, hoặc dùng tên đầy đủ của số liệu.",
        "Ra khỏi vòng lặp hoặc khối thì tên đặt trong đó không còn.",
        "{% for m in tthc.linh_vuc %}…{% endfor %} {{ m.ten }}",
    ),
    "khoi-trong-khung": (
        "Khối «{ten}» nằm trong khung chữ (text box); Word ghi khung chữ hai lần nên khối bị trùng.",
        "Chuyển thẻ block ra ngoài khung chữ.",
        "",
        "{%p block ghi_chu %} trong khung chữ",
    ),
}

_WORD = {
    "the-trong-nhan-xet": (
        "Thẻ đặt trong nhận xét (comment) thì không được in: «{chu}».",
        "Chuyển thẻ ra thân văn bản, rồi xóa nhận xét.",
        "",
        "Nhận xét có chữ {{ ky.ten }}",
    ),
    "the-cho-khong-in": (
        "Thẻ «{the}» nằm ở phần không được điền số liệu.",
        "Thẻ chỉ được điền trong thân văn bản, chú thích, đầu trang, chân trang và khung chữ.",
        "Biểu đồ và sơ đồ trong báo cáo sẽ còn nguyên chữ của thẻ.",
        "{{ ky.ten }} trong tên biểu đồ",
    ),
    "mau-sai-loai-tep": (
        "Đây là {loai}, không dùng làm mẫu báo cáo được.",
        "Mở bằng Word, chọn Lưu thành (Save As), loại Word Document (*.docx), rồi dùng tệp mới.",
        "Word không mở báo cáo .docx làm ra từ loại tệp này.",
        "Tệp .dotx đổi tên thành mau.docx",
    ),
}

_REMARKS = {
    "mau-chua-ro-goi": (
        "Chưa biết mẫu này của gói nào nên chưa soát được tên các số liệu trong thẻ.",
        "Thêm --mau và tên gói (xem bằng lệnh baocao mau ds), hoặc để tệp trong thư mục của gói.",
        "",
        "baocao mau kiem-tra mau-rieng.docx",
    ),
}

_TARGETS = {
    "khong-co-mau": (
        "Thư mục {thu_muc} không có mẫu Word nào.",
        "Nêu một tệp .docx, thư mục của một gói mẫu, hoặc thư mục làm việc của đơn vị (có thư mục mau).",
        "",
        "baocao mau kiem-tra so-lieu",
    ),
}

_USAGE = {
    "chua-neu-mau": (
        "Chưa nêu mẫu cần kiểm tra, mà đây cũng không phải là thư mục làm việc của đơn vị.",
        "Gõ tên tệp hoặc thư mục sau lệnh, ví dụ «baocao mau kiem-tra mau.docx».",
        "",
        "baocao mau kiem-tra",
    ),
}

MESSAGES: dict[str, Message] = (
    catalogue_of(Family.TEMPLATE, Severity.ERROR, _BRACES | _WORDS | _MEANING | _WORD)
    | catalogue_of(Family.TEMPLATE, Severity.WARNING, WARNINGS)
    | catalogue_of(Family.TEMPLATE, Severity.INFO, _REMARKS)
    | catalogue_of(Family.PACK, Severity.ERROR, _TARGETS)
    | catalogue_of(Family.USAGE, Severity.ERROR, _USAGE)
)
