"""Messages about copying and comparing templates. Their readers are clerks who edit in Word."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

_TEMPLATE = {
    "khoi-khong-co": (
        "Mẫu của gói «{goi}» không có khối «{khoi}».{goi_y}",
        "Xem khối nào có chữ gì bằng «baocao mau xem {goi} --khoi», rồi gõ lại tên khối sau --khoi.",
        "Khối là phần của mẫu nằm giữa hai dòng xám «block …» và «endblock».",
        "baocao mau sao-chep cchc-nam --khoi mo_dauu .",
    ),
    "khoi-trong-cau": (
        "Khối «{khoi}» nằm trong một câu hoặc một ô của hàng nên không tách riêng ra được.",
        "Chép khối chứa nó, hoặc chép cả mẫu (bỏ --khoi).",
        "Chỉ những khối có dòng mở và dòng đóng riêng mới thành một phần riêng trong Word.",
        "Số: {% block so %}{{ vb.so }}{% endblock %}",
    ),
    "khoi-super-trong-cau": (
        "Khối «{khoi}» gọi phần gốc bằng «super()» ở giữa câu hoặc trong điều kiện, nên không ghép được "
        "với phần gốc.",
        "Đặt «{{{{p super() }}}}» thành một đoạn riêng trong khối đó, rồi chạy lại.",
        "Ghép phần gốc vào bản sao chỉ làm được khi phần gốc là những đoạn trọn vẹn.",
        "{% if super() %}",
    ),
    "khoi-vong": (
        "Khối «{khoi}» chứa chính nó qua một khối khác.",
        "Mở mẫu trong Word, bỏ khối «{khoi}» nằm trong khối kia.",
        "",
        "Khối a chứa khối b, mẫu dưới lại để khối b chứa khối a",
    ),
}

_USAGE = {
    "chua-biet-noi-chep": (
        "Chưa biết chép mẫu vào đâu: lệnh chạy ngoài thư mục làm việc của đơn vị.",
        "Thêm tên thư mục vào cuối lệnh, hoặc chạy lệnh trong thư mục có tệp don-vi.yaml.",
        "",
        "baocao mau sao-chep cchc-nam",
    ),
}

_OUTPUT = {
    "mau-la-goc": (
        "Gói «{goi}» chỉ có một mẫu, là chính tệp {tep}, nên không có gì để chép.",
        "Mở tệp đó bằng Word và sửa thẳng vào đó, hoặc chọn thư mục khác để chép sang.",
        "",
        "baocao mau sao-chep goi-rieng . (gói chỉ có trong thư mục mau/ của đơn vị)",
    ),
    "mau-da-co-khoi": (
        "Mẫu {tep} đã giữ riêng khối {cac_khoi} nên chưa chép đè lên.",
        "Sửa ngay trong tệp đó; hoặc thêm --ghi-de để lấy lại chữ gốc của khối này "
        "(tệp đang có được giữ lại bên cạnh với tên {giu_lai}).",
        "Khối trong tệp đó có thể đã sửa trong Word; chép đè là mất phần sửa.",
        "baocao mau sao-chep cchc-nam --khoi mo_dau . (lần thứ hai)",
    ),
    "mau-da-co": (
        "Đã có mẫu {tep} ({loai}) nên chưa chép gì vào đó.",
        "Sửa ngay trong tệp đó; hoặc chọn thư mục khác; hoặc thêm --ghi-de để thay bằng bản mới "
        "(tệp đang có được giữ lại bên cạnh với tên {giu_lai}).",
        "Mẫu đó có thể đã sửa trong Word; thay đi là mất phần sửa.",
        "baocao mau sao-chep cchc-nam . (lần thứ hai)",
    ),
}

MESSAGES: dict[str, Message] = (
    catalogue_of(Family.TEMPLATE, Severity.ERROR, _TEMPLATE)
    | catalogue_of(Family.USAGE, Severity.ERROR, _USAGE)
    | catalogue_of(Family.OUTPUT, Severity.ERROR, _OUTPUT)
)
