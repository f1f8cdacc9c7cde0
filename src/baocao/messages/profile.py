"""Messages about dates, period, unit profile, head and notes. Their reader is an office clerk."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

_DATES = {
    "ngay-khong-doc-duoc": (
        "«{gia_tri}» không phải là ngày.",
        "Gõ ngày/tháng/năm, ví dụ 25/3/2024.",
        "",
        "ngay: hôm nay",
    ),
    "ngay-nam-tat": (
        "Năm trong «{gia_tri}» viết tắt.",
        "Gõ đủ bốn chữ số của năm, ví dụ 25/3/2024.",
        "",
        "ngay: 25/3/24",
    ),
    "ngay-khong-co": (
        "Không có ngày {gia_tri} trong lịch.",
        "Gõ theo thứ tự ngày/tháng/năm, ví dụ 25/3/2024.",
        "",
        "ngay: 31/02/2023",
    ),
    "ngay-ngoai-khoang": (
        "Ngày {gia_tri} ở ngoài khoảng từ 02/9/1945 đến năm 2100.",
        "Kiểm tra lại năm.",
        "",
        "ngay: 25/3/0224",
    ),
    "khoang-ngay-nguoc": (
        "Ngày đầu đứng sau ngày cuối.",
        "Đổi lại tu_ngay và den_ngay.",
        "",
        "{tu_ngay: 15/12/2023, den_ngay: 14/12/2022}",
    ),
    "chot-truoc-ky": (
        "Ngày chốt số liệu đứng trước ngày đầu kỳ.",
        "Sửa chot_ngay hoặc tu_ngay.",
        "",
        "ky: {nam: 2023, chot_ngay: 31/12/2021}",
    ),
}

_FORMAT = {
    "khong-theo-khong-phai-danh-sach": (
        "Mục khong_theo phải là một danh sách: mỗi quy tắc một dòng, có mã quy tắc và lý do.",
        "Xuống dòng sau «khong_theo:», rồi gõ mỗi quy tắc một dòng, ví dụ"
        " «- {{quy_tac: CQ09, ly_do: theo Quy chế số 12/QC-UBND}}».",
        "Không theo một quy tắc thể thức thì người đọc kết quả phải biết vì sao.",
        "the_thuc: {khong_theo: CQ09}",
    ),
}

_PERIOD = {
    "ky-khong-hop": (
        "Gói {goi} không làm báo cáo kỳ «{loai}».",
        "Đổi kỳ báo cáo (mục ky, hoặc sau --ky) thành một trong: {cac_loai}; hoặc dùng gói mẫu khác.",
        "",
        "ky: {loai: thang, thang: 3, nam: 2023}",
    ),
    "giai-doan-sai": (
        "Giai đoạn {tu} - {den} không dùng được.",
        "Gõ năm đầu nhỏ hơn năm cuối, ví dụ «nam: 2021 - 2025».",
        "",
        "ky: {nam: 2025 - 2021}",
    ),
}

_UNIT = {
    "cap-khong-hop": (
        "Gói {goi} không dành cho đơn vị cấp «{cap}».{goi_y}",
        "Gõ cap là một trong: {cac_cap}; hoặc dùng gói mẫu khác.",
        "",
        "cap: quan",
    ),
    "dia-danh-co-ngay": (
        "Địa danh «{gia_tri}» có sẵn chữ «ngày» hoặc dấu phẩy.",
        "Chỉ gõ địa danh: «dia_danh: {bo}»; chữ «, ngày … tháng … năm …» do baocao tự thêm.",
        "",
        'dia_danh: "xã Phú Lộc, ngày"',
    ),
    "ky-hieu-sai": (
        "Ký hiệu cơ quan «{gia_tri}» viết sai.",
        "Gõ chữ in hoa, số và dấu gạch nối liền nhau, ví dụ UBND hoặc UBND-NV; không gõ BC và dấu gạch chéo.",
        "Ký hiệu đứng sau «BC-» trong số văn bản (NĐ 30, PL I.II.3).",
        "ky_hieu: ubnd xã",
    ),
    "nguoi-ky-chi-co-ten": (
        "Mục nguoi_ky phải gồm chức vụ và họ tên, không chỉ một dòng chữ.",
        "Xuống dòng sau «nguoi_ky:», thụt vào hai dấu cách rồi gõ hai dòng «chuc_vu: Chủ tịch» và «{vi_du}».",
        "",
        "nguoi_ky: Lê Thị Hoa",
    ),
    "nguoi-ky-la": (
        "Hồ sơ đơn vị không có người ký «{ten}».{goi_y}",
        "Gõ một trong các tên: {cac_ten}; hoặc thêm người này vào mục nguoi_ky của hồ sơ đơn vị.",
        "",
        "nguoi_ky: pho_chu_tch",
    ),
    "thieu-ky-thay": (
        "Người ký là «{chuc_vu}» mà chưa nêu ký thay ai.",
        "Thêm dòng «ky_thay: Chủ tịch» (hoặc chức vụ của người đứng đầu) vào người ký này.",
        "Cấp phó ký phải có KT. trước chức vụ của cấp trưởng (NĐ 30, Điều 13.2; PL I.II.7.b).",
        "nguoi_ky: {thay_mat: Ủy ban nhân dân, chuc_vu: Phó Chủ tịch, ho_ten: A}",
    ),
    "hai-tham-quyen": (
        "Người ký vừa thừa lệnh vừa thừa ủy quyền.",
        "Giữ lại một mục: thua_lenh hoặc thua_uy_quyen.",
        "",
        "",
    ),
    "noi-nhan-co-luu": (
        "Dòng Lưu không nhập trong nơi nhận.",
        "Xóa dòng này và gõ «luu: {gia_tri}» thành mục riêng của hồ sơ đơn vị.",
        "baocao tự đặt dòng Lưu ở cuối nơi nhận.",
        'noi_nhan: ["Lưu: VT"]',
    ),
}

_VERSIONS = {
    "ten-ngoai-thoi-gian": (
        "Hồ sơ đơn vị không nêu tên nào dùng vào ngày {ngay}; các tên đã nêu dùng: {biet}.",
        "Xem lại ngày văn bản và kỳ báo cáo; nếu đúng thì ghi tên dùng vào ngày đó ở mục truoc_day của hồ sơ,"
        " hoặc sửa tu_ngay, den_ngay.",
        "Báo cáo ghi tên đơn vị theo ngày văn bản; chưa có ngày thì theo ngày cuối lấy số liệu.",
        "tu_ngay: 01/7/2025, van_ban: {ngay: 05/3/2024}",
    ),
    "giai-doan-chong": (
        "Hai tên của đơn vị trùng thời gian: tên trước dùng {truoc}, tên sau dùng {sau}.",
        "Sửa tu_ngay, den_ngay để mỗi ngày chỉ có một tên.",
        "",
        "tu_ngay: 01/6/2025, truoc_day: [{den_ngay: 30/6/2025, ten: …}]",
    ),
}

_GAPS = {
    "giai-doan-ho": (
        "Hồ sơ đơn vị không nêu tên dùng trong khoảng từ {khoang}.",
        "Sửa tu_ngay, den_ngay cho liền nhau; nếu lúc đó đơn vị chưa có thì để nguyên.",
        "",
        "tu_ngay: 01/7/2025, truoc_day: [{den_ngay: 31/12/2024, ten: …}]",
    ),
    "so-sanh-qua-sap-xep": (
        "Báo cáo so sánh {ky} với {truoc}, mà hai kỳ này nằm ở hai bên ngày 01/7/2025.",
        "Tính lại số kỳ trước theo đơn vị và nhiệm vụ hiện nay; không tính lại được thì ghi chú thích{cho}, "
        "ví dụ «Số liệu {truoc} là của các đơn vị trước khi sắp xếp», hoặc ghi «nam_truoc: không» để không "
        "so.",
        "Từ 01/7/2025 xã mới gồm nhiều xã cũ và làm cả việc của cấp huyện, nên tăng, giảm chưa chắc đúng.",
        "ky: {nam: 2025}, nam_truoc: 2024.yaml",
    ),
    "so-chuyen-chua-doi-chieu": (
        "Số từ {truoc} chuyển sang chưa được đối chiếu: theo hồ sơ, lúc đó chưa có đơn vị này.",
        "Tự đối chiếu số chuyển sang; đơn vị đã có từ trước thì thêm tên lúc đó vào mục truoc_day của hồ sơ.",
        "Số còn lại của nhiều đơn vị cũ không so được với số chuyển sang của một đơn vị mới.",
        "tu_ngay: 01/7/2025, ky: {nam: 2025}, nam_truoc: 2024.yaml",
    ),
    "so-sanh-khac-don-vi": (
        "Báo cáo so sánh {ky} với {truoc}, mà lúc đó đơn vị là {ten}; số từ kỳ trước chuyển sang không được "
        "đối chiếu.",
        "Kiểm tra số kỳ trước có cùng phạm vi không; không cùng thì ghi chú thích{cho}, ví dụ "
        "«Số liệu {truoc} là của {ten}», hoặc ghi «nam_truoc: không» để không so sánh.",
        "Theo hồ sơ đơn vị, giữa hai kỳ đơn vị đã đổi tên, đổi cấp hoặc sắp xếp lại.",
        "tu_ngay: 01/01/2023, truoc_day: [{den_ngay: 31/12/2022, ten: …}]",
    ),
}

_INFO = {
    "ky-khac-nghi-dinh": (
        "Báo cáo lấy số liệu từ {tu} đến {den}, khác với Nghị định 09/2019/NĐ-CP (từ {tu_nd} đến {den_nd}).",
        "Cấp trên yêu cầu như vậy thì để nguyên; không thì xóa tu_ngay, den_ngay để lấy theo nghị định.",
        "Điều 12 Nghị định 09/2019/NĐ-CP: số liệu báo cáo định kỳ chốt ngày 14 của tháng cuối kỳ.",
        "ky: {nam: 2026, tu_ngay: 01/01/2026, den_ngay: 31/12/2026}",
    ),
}

_HEAD = {
    "so-van-ban-sai": (
        "Số văn bản «{gia_tri}» không dùng được.",
        "Chỉ gõ con số, ví dụ «so: {vi_du}»; ký hiệu tự thêm vào. Chưa có số thì bỏ trống.",
        "",
        "so: 114/BC-UBND",
    ),
    "trich-yeu-qua-dai": (
        "Trích yếu có {so} dòng, quá mức 5 dòng.",
        "Gộp hoặc rút ngắn các dòng trích yếu.",
        "",
        "",
    ),
}

_NOTES = {
    "chu-thich-thieu": (
        "Đoạn này gọi chú thích [^{ten}] mà chưa có chú thích nào tên như vậy.{goi_y}",
        "Thêm dòng «{ten}: nội dung» vào mục chu_thich, hoặc sửa tên trong đoạn.",
        "",
        'ghi_chu: "... [^mo_hinh]"',
    ),
    "chu-thich-long": (
        "Chú thích «{ten}» lại gọi chú thích khác.",
        "Bỏ phần [^…] trong chú thích này; viết thẳng nội dung vào.",
        "Word không cho chú thích trong chú thích.",
        'chu_thich: {a: "xem [^b]"}',
    ),
    "chu-thich-chua-viet": (
        "Chú thích «{ten}» chưa có nội dung.",
        "Gõ nội dung chú thích, hoặc xóa dòng này.",
        "",
        "chu_thich: {a: }",
    ),
}

_RECIPIENTS = {
    "noi-nhan-chung": (
        "Nơi nhận in «{chu}», chưa nêu tên cơ quan nào.",
        "Ghi các nơi nhận của đơn vị vào mục noi_nhan của hồ sơ đơn vị, mỗi nơi một dòng, ví dụ"
        " «- Ủy ban nhân dân tỉnh».",
        "Hồ sơ đơn vị không có mục noi_nhan thì báo cáo in nơi nhận chung của gói mẫu.",
        "goi.yaml: {noi_nhan: [Cơ quan cấp trên trực tiếp]}, don-vi.yaml không có noi_nhan",
    ),
}

_ERRORS = _DATES | _PERIOD | _FORMAT | _UNIT | _VERSIONS | _HEAD | _NOTES

MESSAGES: dict[str, Message] = (
    catalogue_of(Family.DATA, Severity.ERROR, _ERRORS)
    | catalogue_of(Family.DATA, Severity.WARNING, _GAPS | _RECIPIENTS)
    | catalogue_of(Family.DATA, Severity.INFO, _INFO)
)
