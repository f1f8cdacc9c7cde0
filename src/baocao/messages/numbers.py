"""Messages about figures as they were typed. Their reader is an office clerk."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

_NUMBERS = {
    "so-khong-doc-duoc": (
        "«{gia_tri}» không phải là một số.",
        "Gõ con số, ví dụ {vi_du}.{khi_trong}",
        "",
        "tiep_nhan: nhiều",
    ),
    "so-chu-so-la": (
        "«{gia_tri}» có chữ số đặc biệt (toàn góc, số mũ hoặc phân số).",
        "Gõ lại bằng các phím số 0 đến 9, ví dụ {vi_du}.",
        "",
        "tiep_nhan: ２７",
    ),
    "so-nham-dau": (
        "Dấu chấm, dấu phẩy trong «{gia_tri}» đặt sai chỗ.",
        "Dấu chấm ngăn từng ba chữ số, dấu phẩy trước phần lẻ; ví dụ {vi_du}.",
        "",
        "tiep_nhan: 27.63.0",
    ),
    "so-qua-dai": (
        "Số «{gia_tri}» dài quá mức.",
        "Kiểm tra xem có gõ thừa chữ số không; ví dụ đúng: {vi_du}.",
        "",
        "",
    ),
    "so-kem-chu": (
        "Sau con số còn chữ «{thua}».",
        "{cach_sua}",
        "",
        "tiep_nhan: 27.630 hồ sơ mới",
    ),
    "so-hai-nghia": (
        "«{gia_tri}» có thể hiểu là {mot} hoặc {hai}.",
        "Nếu là {mot} thì gõ liền {lien}; nếu là {hai} thì gõ {hai}.",
        "Dấu chấm ngăn hàng nghìn, dấu phẩy đứng trước phần lẻ; kiểu của máy tính tiếng Anh thì ngược lại.",
        "diem: 27.630",
    ),
    "so-dau-phay": (
        "«{gia_tri}» viết dấu phẩy như số thập phân {hai}, mà ở đây phải là số nguyên.",
        "Nếu là {mot} thì gõ {mot} hoặc {lien}.",
        "Kiểu viết của máy tính tiếng Anh ngược với kiểu Việt Nam.",
        "tiep_nhan: 27,630",
    ),
    "so-khong-nguyen": (
        "«{gia_tri}» không phải số nguyên.",
        "Số đếm và thứ hạng phải là số nguyên, ví dụ {vi_du}.",
        "",
        "tiep_nhan: 1,5",
    ),
    "so-tien-le": (
        "Số tiền «{gia_tri}» là số thập phân mà chưa có đơn vị triệu đồng, tỷ đồng.",
        "{cach_sua}",
        "",
        "chi_phi: 8,3",
    ),
    "so-sai-don-vi": (
        "Đơn vị «{don_vi}» không hợp với chỉ tiêu này.",
        "Gõ con số theo dạng {vi_du}.",
        "",
        "tiep_nhan: 98%",
    ),
    "so-am": (
        "«{gia_tri}» là số âm.",
        "Bỏ dấu trừ, ví dụ {vi_du}.",
        "Số đếm, tỷ lệ, điểm và tiền trong báo cáo không thể âm; mức giảm do baocao tự tính.",
        "tiep_nhan: -5",
    ),
    "ty-le-vuot-100": (
        "Tỷ lệ {gia_tri} lớn hơn 100%.",
        "Kiểm tra lại tử số, mẫu số rồi gõ tỷ lệ từ 0% đến 100%.",
        "",
        "ty_le: 120%",
    ),
    "ty-le-thieu-tram-lan": (
        "Tỷ lệ đang đọc là {gia_tri}%, mà «{tu_so}» trên «{mau_so}» là khoảng {nhan}%.",
        "Gõ {nhan}%, hoặc để trống để máy tự tính.",
        "Tỷ lệ tính theo phần trăm, không theo phần của 1.",
        "tiep_nhan: 3.252, dung_han: 3.211, ty_le_dung_han: {cong_bo: 0,9874}",
    ),
    "vuot-toi-da": (
        "Giá trị {gia_tri} lớn hơn mức tối đa {toi_da}.",
        "Gõ lại giá trị không quá {toi_da}.",
        "",
        "diem: 12/10",
    ),
    "hang-sai": (
        "Hạng «{gia_tri}» không dùng được.",
        "Hạng bắt đầu từ 1; gõ hạng trên tổng số, ví dụ 11/12.",
        "",
        "hang: 0/12",
    ),
    "hang-chua-go": (
        "Chưa gõ {so_dau}, mới có {so_sau} {tong}.",
        "Gõ {so_dau} vào trước dấu gạch chéo, ví dụ 11/12; chưa có thì xóa cả {so_sau}.",
        "",
        "hang: /40",
    ),
    "hang-hai-tong": (
        "Ô này gõ «{gia_tri}» mà ô {o_ben} bên cạnh cũng đã gõ {ben}.",
        "Gõ {mot} ở ô này, {hai} ở ô {o_ben}.",
        "",
        "Ô thứ hạng gõ 27/92, ô «Trên tổng số» gõ 92",
    ),
    "so-thua-don-vi": (
        "Chỉ tiêu này không phải là tiền mà đơn vị tiền chọn «{don_vi}».",
        "Xóa ô này.",
        "",
        "Chọn «triệu đồng» ở dòng Hồ sơ tiếp nhận",
    ),
    "hang-lon-hon-tong": (
        "Hạng {hang} lớn hơn tổng số đơn vị được xếp hạng là {tong}.",
        "Gõ hạng trước, tổng số sau dấu gạch chéo, ví dụ 11/12.",
        "",
        "hang: 12/11",
    ),
    "rao-hai-lan": (
        "Có hai chữ trước số: «{mot}» gõ liền với số và «{hai}» ở mục riêng.",
        "Giữ lại một chữ.",
        "",
        "{gia_tri: trên 5, rao: gần}",
    ),
    "so-nguyen-sai": (
        "«{gia_tri}» không phải số nguyên từ {tu} đến {den}.",
        "Gõ một số nguyên từ {tu} đến {den}, không có dấu chấm.",
        "",
        "ky: {nam: 20233}",
    ),
    "phan-lon-hon-tong": (
        "Số này ({so_phan}) lớn hơn «{tong}» ({so_tong}{cho}), là số bao gồm nó.",
        "Kiểm tra lại hai số; sửa ở đây hoặc ở {noi_tong}.",
        "Một phần không thể lớn hơn tổng.",
        "tiep_nhan: 10, truc_tuyen: 11",
    ),
    "tong-nho-hon-phan": (
        "Số này ({so}) nhỏ hơn các số nằm trong nó: {cac_so}.",
        "Kiểm tra lại số này trước, thường do gõ thiếu chữ số; nếu nó đúng thì sửa các số kia.",
        "Một phần không thể lớn hơn tổng.",
        "tiep_nhan: 2.763 (đúng ra 27.630), truc_tuyen: 17.534, da_giai_quyet: 27.282",
    ),
    "phan-lon-hon-cac-tong": (
        "Số này ({so}) lớn hơn các số bao gồm nó: {cac_so}.",
        "Kiểm tra lại số này trước, thường do gõ thừa chữ số; nếu nó đúng thì sửa các số kia.",
        "Một phần không thể lớn hơn tổng.",
        "tiep_nhan: 100, da_giai_quyet: 95, dung_han: 940 (đúng ra 94)",
    ),
}

_WARNINGS = {
    "tien-thieu-don-vi": (
        "Số tiền «{gia_tri}» chưa có đơn vị nên đang đọc là {so} đồng; có lẽ là triệu đồng, tỷ đồng.",
        "{cach_sua}",
        "Thiếu đơn vị thì báo cáo in «22 đồng» thay cho «22 tỷ đồng».",
        "von_dau_tu: 24",
    ),
}

MESSAGES: dict[str, Message] = catalogue_of(Family.DATA, Severity.ERROR, _NUMBERS) | catalogue_of(
    Family.DATA, Severity.WARNING, _WARNINGS
)
