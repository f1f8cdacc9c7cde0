"""Messages about a unit's working folder and about starting a pack. Their reader is an office clerk."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

_DATA = {
    "so-lieu-chua-co": (
        "Thư mục {thu_muc} chưa có tệp số liệu nào.",
        "Tạo tệp số liệu trống bằng lệnh «baocao khoi-tao {goc} --nam …» (gõ năm báo cáo vào chỗ ba chấm), "
        "rồi điền vào.",
        "",
        "baocao tao (khi thư mục so-lieu trống)",
    ),
    "so-lieu-bo-qua": (
        "Thư mục {thu_muc} chưa có tệp số liệu nào dùng được; đã bỏ qua: {cac_tep}.",
        "Tệp chữ .md phải mở đầu bằng một dòng «---», rồi đến các mục khai báo và một dòng «---» nữa. Tệp bị "
        "Notepad thêm đuôi .txt thì đổi tên, bỏ đuôi ấy. Chưa có tệp nào thì gõ «baocao khoi-tao "
        "{goc} --nam …».",
        "Thiếu dòng «---» hoặc có đuôi khác thì không biết đó là tệp số liệu.",
        "baocao tao (khi so-lieu/2026-chung.md thiếu dòng «---» đầu tệp)",
    ),
    "so-lieu-nhieu-tep": (
        "Thư mục {thu_muc} có {so} tệp số liệu cùng là mới nhất: {cac_tep}.",
        "Gõ tên tệp cần dùng ngay sau lệnh, ví dụ «baocao {lenh} {vi_du}».",
        "Máy chỉ tự chọn khi có đúng một tệp của năm mới nhất.",
        "so-lieu có 2026.yaml và 2026-quy-1.yaml",
    ),
    "so-lieu-la-ho-so": (
        "{tep} là hồ sơ đơn vị, không phải tệp số liệu.",
        "Gõ lại lệnh với tên tệp số liệu, ví dụ {vi_du}.",
        "Hồ sơ nói đơn vị là ai; số liệu của từng năm ở các tệp riêng, thường trong thư mục so-lieu.",
        "baocao tao don-vi.yaml",
    ),
}

_PASSED_OVER = {
    "so-lieu-moi-bo-qua": (
        "Đã bỏ qua {cac_tep}; số liệu được lấy ở {tep}.",
        "Nếu tệp cần dùng là tệp bị bỏ qua: {cach_sua}; rồi chạy lại lệnh. Nếu không cần đến tệp ấy thì "
        "chuyển nó ra khỏi thư mục số liệu.",
        "Thiếu dòng «---» hoặc có đuôi khác thì không biết đó là tệp số liệu.",
        "baocao tao (khi so-lieu có 2025.yaml và 2026-chung.md thiếu dòng «---» đầu tệp)",
    ),
}

_OUTPUT = {
    "thu-muc-la-tep": (
        "{tep} là một tệp, nên không tạo được thư mục có tên đó.",
        "Đổi tên hoặc chuyển tệp đó đi chỗ khác, hoặc gõ tên thư mục khác, rồi chạy lại lệnh.",
        "",
        "baocao khoi-tao don-vi.yaml",
    ),
    "thu-muc-khong-duoc-tao": (
        "Không được phép tạo {thu_muc}.",
        "Chọn nơi khác (ví dụ trong thư mục Tài liệu), hoặc nhờ quản trị máy cấp quyền ghi.",
        "Thư mục hoặc ổ đĩa chứa nó chỉ cho đọc.",
        "baocao khoi-tao /etc/xa-minh-hoa",
    ),
    "thu-muc-khong-tao-duoc": (
        "Không tạo được thư mục {thu_muc}: {ly_do}.",
        'Gõ tên thư mục ngắn hơn, không có các dấu \\ / : * ? " < > |, rồi chạy lại lệnh.',
        "",
        "",
    ),
    "goi-thu-muc-da-co": (
        "Thư mục {thu_muc} đã có sẵn nên chưa ghi gì vào đó.",
        "Đặt tên khác cho gói mẫu, hoặc chuyển thư mục đó đi chỗ khác.",
        "Ghi vào đó có thể làm hỏng gói mẫu đang dùng.",
        "baocao mau tao-moi tiep-dan (lần thứ hai)",
    ),
}

_USAGE = {
    "chua-neu-goi": (
        "Thiếu GÓI: lệnh này cần biết gói mẫu, và có nhiều gói dùng được: {cac_goi}.",
        "Gõ tên gói ngay sau lệnh, ví dụ «baocao {lenh} {vi_du}».",
        "Máy chỉ tự chọn gói ghi trong tệp số liệu mới nhất của thư mục làm việc, hoặc gói duy nhất có.",
        "baocao mau truong (ngoài thư mục làm việc, khi có hai gói)",
    ),
    "chua-neu-so-lieu": (
        "Thiếu TỆP: lệnh này cần biết tệp số liệu.",
        "Dùng lệnh cd vào thư mục làm việc của đơn vị (có tệp don-vi.yaml, tạo bằng «baocao khoi-tao») "
        "rồi gõ lại; ở nơi khác thì gõ tên tệp ngay sau lệnh, ví dụ «baocao {lenh} so-lieu.yaml».",
        "",
        "baocao tao",
    ),
    "khong-la-thu-muc-lam-viec": (
        "Đây là một thư mục, nhưng không phải thư mục làm việc của đơn vị.",
        "Gõ tên tệp số liệu, hoặc tên thư mục có tệp don-vi.yaml (tạo bằng «baocao khoi-tao»).{goi_y}",
        "",
        "baocao tao Downloads",
    ),
    "khoi-tao-ben-trong": (
        "{thu_muc} nằm trong thư mục làm việc {goc} nên không tạo thêm thư mục làm việc ở đó.",
        "Để thêm năm hoặc tệp còn thiếu cho {goc}, gõ «{lenh}»; để làm cho đơn vị khác, gõ tên một thư mục "
        "không nằm trong so-lieu, mau, ket-qua.",
        "Mỗi thư mục làm việc chỉ có một hồ sơ đơn vị; thêm một hồ sơ ở so-lieu thì máy lấy nhầm nó.",
        "cd so-lieu && baocao khoi-tao .",
    ),
    "khoi-tao-cap-sai": (
        "Gói {goi} không dành cho cấp «{cap}».{goi_y}",
        "Gõ sau --cap một trong: {cac_cap}.",
        "",
        "baocao khoi-tao xa-minh-hoa --cap ap",
    ),
    "khoi-tao-nam-sai": (
        "«{nam}» không phải là năm báo cáo.",
        "Gõ sau --nam đủ bốn chữ số, từ 1946 đến 2100, ví dụ --nam 2026.",
        "",
        "baocao khoi-tao xa-minh-hoa --nam 26",
    ),
    "khoi-tao-thieu-cap-tren": (
        "Không có hồ sơ của đơn vị cấp trên ở {tep}.",
        "Gõ sau --cap-tren đường dẫn tới tệp don-vi.yaml của đơn vị cấp trên; chưa có thì bỏ --cap-tren.",
        "",
        "baocao khoi-tao xa-minh-hoa --cap-tren tinh/don-vi.yml",
    ),
    "goi-ten-sai": (
        "Tên gói mẫu «{ten}» không dùng được.",
        "Đặt tên bằng chữ thường không dấu, số và dấu gạch nối, ví dụ «baocao mau tao-moi {vi_du}»; "
        "tên đầy đủ của báo cáo gõ sau --ten.",
        "Tên này cũng là tên thư mục và đứng ở mục goi của tệp số liệu.",
        'baocao mau tao-moi "Tiếp dân"',
    ),
    "goi-ten-da-dung": (
        "Đã có gói mẫu tên «{ten}».",
        "Đặt tên khác; còn để sửa chính gói đó cho đơn vị mình, dùng «baocao mau sao-chep {ten}».",
        "Hai gói cùng tên thì gói của đơn vị đè lên gói có sẵn.",
        "baocao mau tao-moi cchc-nam",
    ),
}

_PACK = {
    "goi-nen-khong-khoi": (
        "Mẫu Word của gói «{nen}» không chia thành khối, nên không dựa vào nó để thay vài khối được.",
        "Lấy cả mẫu ra sửa bằng «baocao mau sao-chep {nen}», hoặc tạo gói không có --dua-tren.",
        "Mỗi khối nằm giữa hai thẻ {{%p block tên %}} và {{%p endblock %}}.",
        "baocao mau tao-moi rieng --dua-tren goi-khong-co-khoi",
    ),
}

_REMARKS = {
    "khoi-tao-ho-so-giu": (
        "{tep} đã có nên được giữ nguyên; {tuy_chon} không được dùng đến.",
        "Sửa thẳng trong tệp đó, hoặc thêm --ghi-de để viết lại (bản cũ được giữ dưới tên khác).",
        "Hồ sơ có thể đã được sửa tay; ghi đè là mất phần sửa đó.",
        'baocao khoi-tao . --ten "Ủy ban nhân dân xã Minh Họa" (lần thứ hai)',
    ),
}

MESSAGES: dict[str, Message] = (
    catalogue_of(Family.DATA, Severity.ERROR, _DATA)
    | catalogue_of(Family.DATA, Severity.WARNING, _PASSED_OVER)
    | catalogue_of(Family.OUTPUT, Severity.ERROR, _OUTPUT)
    | catalogue_of(Family.USAGE, Severity.ERROR, _USAGE)
    | catalogue_of(Family.PACK, Severity.ERROR, _PACK)
    | catalogue_of(Family.USAGE, Severity.INFO, _REMARKS)
)
