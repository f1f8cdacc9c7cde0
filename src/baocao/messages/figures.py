"""Messages of the room `figures`: what the data states against what can be computed from it."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

_WARNINGS = {
    "tong-lech": (
        "«{ten}» ghi là {cong_bo}, {huong} tổng các phần là {chenh_lech}: {phep_cong} = {tinh_duoc}.{goi_y}",
        "Sửa «{ten}» hoặc các phần của nó ({muc_phan}); hoặc để trống «{ten}» để máy tự cộng thành "
        "{tinh_duoc}. Báo cáo vẫn in {cong_bo}.",
        "Người đọc cộng các phần lại sẽ thấy ngay tổng số không khớp.",
        "tiep_nhan: 27.631 trong khi cap_huyen.tiep_nhan: 3.252 và cap_xa.tiep_nhan: 24.378",
    ),
    "tong-hai-cach": (
        "«{ten}» để trống; số tự cộng được là {cong_bo}{cho}, nhưng cộng cách khác thì {phep_cong} = "
        "{tinh_duoc}.{goi_y}",
        "Kiểm tra lại {muc_phan} và các phần khác của «{ten}»; hoặc gõ hẳn số đúng vào «{ten}». "
        "Báo cáo in {cong_bo}.",
        "Hai bảng số trong cùng báo cáo cộng ra hai tổng khác nhau.",
        "tiep_nhan: (trống), linh_vuc cộng được 500, còn truc_tuyen: 300 và truc_tiep: 190",
    ),
    "ty-le-lech": (
        "Tỷ lệ công bố {cong_bo} không khớp số liệu: {tu_so} («{ten_tu_so}»{cho_tu_so}) trên {mau_so} "
        "(«{ten_mau_so}»{cho_mau_so}) là {tinh_duoc}.{goi_y}",
        "Nếu tỷ lệ sai: sửa thành {tinh_duoc}, hoặc để trống để máy tự tính. Nếu số liệu sai: sửa mục "
        "{muc_tu_so} hoặc {muc_mau_so}. Báo cáo vẫn in {cong_bo}.",
        "Tỷ lệ không tính lại được từ chính số liệu của báo cáo là lỗi hay gặp nhất, thường do nhầm mẫu số.",
        'tiep_nhan: 3.252, dung_han: 3.190, ty_le_dung_han: {cong_bo: "99,15%"}',
    ),
    "bac-lech": (
        "«{ten}» của dòng {so_dong} ghi là {ghi}, nhưng các dòng ngay dưới cộng lại là {phep_cong} = "
        "{tinh_duoc}.",
        "Sửa số của dòng {so_dong} hoặc của các dòng ngay dưới; hoặc để trống ô của dòng {so_dong} để máy tự "
        "cộng thành {tinh_duoc}. Báo cáo vẫn in {ghi}.",
        "Dòng 1 là tổng của các dòng 1.1, 1.2…; người đọc cộng lại sẽ thấy ngay không khớp.",
        "{stt: 1, diem: 20}, {stt: 1.1, diem: 12}, {stt: 1.2, diem: 7}",
    ),
    "phan-vuot-tong": (
        "{ten_phan} là {phan}, lớn hơn «{ten_tong}» là {tong}.",
        "Sửa «{ten_tong}» hoặc các phần của nó: phần không thể lớn hơn tổng.",
        "Có số trong phép so sánh này do máy cộng hoặc tính ra, nên từng ô nhập riêng thì không thấy sai.",
        "tiep_nhan: 100, còn hai trong ba phần của nó là 60 và 50",
    ),
    "ty-le-tinh-vuot-100": (
        "Tỷ lệ tính được là {tinh_duoc}, vượt {toi_da}: {tu_so} («{ten_tu_so}»{cho_tu_so}) chia cho {mau_so} "
        "(«{ten_mau_so}»{cho_mau_so}).",
        "Kiểm tra lại mục {muc_tu_so} và {muc_mau_so}: tử số phải nằm trong mẫu số.",
        "Tỷ lệ trên 100% thường là do tử số và mẫu số không cùng phạm vi hoặc không cùng kỳ.",
        "da_giai_quyet: 120, tiep_nhan: 100",
    ),
    "ty-le-khong-du-100": (
        "Các tỷ lệ thành phần của «{ten}» cộng lại là {tong}, không phải 100%: {phep_cong}.",
        "Sửa các tỷ lệ đã ghi, hoặc nhập số lượng từng phần để máy tự tính.",
        "Các phần của cùng một tổng phải cộng lại đủ 100% (cho phép lệch do làm tròn).",
        "ty_le_truc_tuyen: 74,2 và ty_le_truc_tiep: 35,8",
    ),
    "kiem-tra-lech": (
        "Không đúng «{ten}»: {trai}, còn {phai}; lệch {chenh_lech}.{goi_y}",
        "Kiểm tra lại các số này với sổ theo dõi rồi sửa số sai. Báo cáo vẫn in các số đã nhập.",
        "Người đọc cộng lại sẽ thấy ngay các số không khớp nhau.",
        "Một dòng của Biểu II.06 nhận 120 hồ sơ, mà đã giải quyết 100 và đang giải quyết 15",
    ),
    "kiem-tra-vuot": (
        "Không đúng «{ten}»: {trai}, lớn hơn {phai} là {chenh_lech}.{goi_y}",
        "Kiểm tra lại các số này với sổ theo dõi rồi sửa số sai. Báo cáo vẫn in các số đã nhập.",
        "Số này không thể lớn hơn số kia.",
        "Số mô hình tiêu biểu 5, mà chỉ có 4 mô hình đang thực hiện",
    ),
    "ky-truoc-lech": (
        "«{ten}» là {so}, {huong} «{ten_truoc}» của {ky_truoc} là {chenh_lech}: kỳ trước ghi "
        "{so_truoc}{cho}.{goi_y}",
        "Kiểm tra lại hai số: số chuyển qua phải bằng số còn lại cuối kỳ trước. Nếu kỳ trước báo cáo sai "
        "thì ghi chú việc điều chỉnh. Báo cáo vẫn in {so}.",
        "Người đọc đặt hai báo cáo liền nhau sẽ thấy số chuyển qua không khớp.",
        "ky_truoc: 280, năm trước dang_giai_quyet: 270",
    ),
    "ngay-ngoai-ky": (
        "Ngày {ngay} không nằm trong {ky} ({tu} đến {den}).",
        "Kiểm tra lại ngày này và kỳ báo cáo; hay gặp nhất là gõ nhầm năm.",
        "Mục này chỉ nhận việc xảy ra trong kỳ.",
        "ngay_van_hanh: 01/7/2023 trong báo cáo năm 2025",
    ),
    "ngay-sau-bao-cao": (
        "Ngày {ngay} đứng sau ngày của báo cáo ({ngay_bao_cao}).",
        "Kiểm tra lại ngày này và ngày văn bản; hay gặp nhất là gõ nhầm năm.",
        "Báo cáo không thể dẫn việc xảy ra sau ngày ký.",
        "ke_hoach: {loai: Kế hoạch, ngay: 15/01/2026}, van_ban: {ngay: 20/12/2025}",
    ),
    "khoang-ngoai-ky": (
        "Số liệu này lấy {khoang}, không chạm ngày nào của {ky} ({tu} đến {den}).",
        "Kiểm tra lại tu_ngay, den_ngay của số liệu; hay gặp nhất là gõ nhầm năm.",
        "Số liệu của kỳ khác đứng trong báo cáo làm người đọc hiểu sai.",
        "{gia_tri: 500, tu_ngay: 15/12/2020, den_ngay: 14/12/2021} trong báo cáo năm 2023",
    ),
    "huong-trai-nguoc": (
        "Câu chữ viết «{viet}» nhưng theo số liệu thì «{ten}» {huong}.",
        "Sửa lại chữ trong câu, hoặc sửa số liệu năm nay hay năm trước của «{ten}».",
        "Lời văn trái với số liệu làm người đọc không biết tin bên nào.",
        "Điểm tăng từ 78,06 lên 80,41 nhưng trong câu viết «giảm 2,35 điểm»",
    ),
    "dong-thieu-tong": (
        "Dòng {dong}{ten} của «{danh_sach}» chưa có {tong}, các dòng khác đã có.",
        "Gõ {tong} sau dấu gạch chéo ở cột «{cot}», ví dụ «{vi_du}».",
        "Thiếu {tong} của một dòng thì không cộng được cả cột, không nói được dòng nào cao nhất, thấp nhất.",
        "linh_vuc: [{ten: Thể chế, diem: 9}, {ten: Bộ máy, diem: 9/10}]",
    ),
    "cau-vuot-chi-tieu": (
        "Câu này viết «{viet}» mà «{ten}» là {so}{cho}.",
        "Sửa lại con số trong câu, hoặc sửa số liệu của «{ten}»; câu còn lại của kỳ trước thì xóa.",
        "Hai chỗ trong cùng báo cáo nói khác nhau về một số.",
        "{noi_dung: hồ sơ trễ hạn còn 19 hồ sơ, chi_tieu: tthc.tre_han}, tthc: {tre_han: 0}",
    ),
    "cot-cong-trong": (
        "Dòng {dong}{ten} của «{danh_sach}» để trống «{cot}», nên báo cáo không có «{tong}».",
        "Gõ «{cot}» của dòng này; đúng là không có thì gõ 0.",
        "Thiếu số của một dòng thì không cộng được cả cột, báo cáo bỏ cả câu nói về tổng.",
        "bang: [{stt: 1, tu_cham: 9}, {stt: 2, tieu_chi: Hạ tầng số}]",
    ),
}

_REMARKS = {
    "da-nhap-khong-in": (
        "Đã nhập «{ten}» nhưng báo cáo không in chỗ nào.",
        "Xem có thiếu số liệu đi kèm không; nếu không cần in thì bỏ qua lời nhắc này.",
        "Câu in số này thường cần thêm một số khác, ví dụ số có mặt cần số biên chế được giao.",
        "co_mat: 116 (không có bien_che)",
    ),
    "ty-le-bi-cat": (
        "Tỷ lệ công bố {cong_bo} là số bị cắt bớt, chưa làm tròn: {tu_so} («{ten_tu_so}»{cho_tu_so}) trên "
        "{mau_so} («{ten_mau_so}»{cho_mau_so}) làm tròn là {tinh_duoc}.",
        "Sửa thành {tinh_duoc}, hoặc để trống để máy tự tính. Báo cáo vẫn in {cong_bo}.",
        "Số liệu chính thức làm tròn từ 5 trở lên; cắt bớt làm các tỷ lệ cộng lại bị hụt.",
        'tiep_nhan: 24.378, truc_tuyen: 15.121, ty_le_truc_tuyen: {cong_bo: "62,02%"}',
    ),
}

MESSAGES: dict[str, Message] = catalogue_of(Family.FIGURES, Severity.WARNING, _WARNINGS) | catalogue_of(
    Family.FIGURES, Severity.INFO, _REMARKS
)
