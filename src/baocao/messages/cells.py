"""What to do about a fault when its place is a cell of a workbook: there are no lines and no names to type.

One entry for each code whose remedy speaks of a text file; the sentence that says what is wrong is the same.
"""

from __future__ import annotations

REMEDIES = {
    "tep-khong-co": "Gõ vào ô này tên tệp, tính từ thư mục chứa tệp Excel.",
    "don-vi-thieu": "Tạo hồ sơ bằng lệnh «baocao khoi-tao» rồi điền vào, hoặc sửa lại tên tệp ở ô này.",
    "don-vi-la-so-lieu": "Gõ vào ô này tên tệp hồ sơ đơn vị, ví dụ don-vi.yaml.",
    "ten-tep-sai": "Gõ vào ô này tên một tệp, ví dụ {vi_du}.",
    "khoa-trung": "Giữ lại một chỗ đúng và xóa chỗ kia.",
    "khoa-la": "Sửa lại tên ở cột bên trái; xem đủ các tên bằng lệnh «baocao mau truong {goi}».",
    "muc-la": "Sửa tên mục thành một trong: {cac_muc}; hoặc xóa dòng này của trang tính.",
    "thieu-muc": "Gõ vào ô này, ví dụ {vi_du}.",
    "phai-la-bang": "Xóa nội dung ô này; các ô của từng mục nằm ở dòng riêng.",
    "phai-mot-dong": "Gõ lại nội dung ô này thành một dòng, không bấm Alt+Enter.",
    "phai-danh-sach": "Gõ mỗi ý một dòng trong ô này, xuống dòng bằng Alt+Enter.",
    "nhom-khong-phai-so": "Xóa ô này rồi gõ vào ô của từng chỉ tiêu trong nhóm, ví dụ {vi_du}.",
    "ma-cu": "Chọn ô này, chuyển chữ sang Unicode bằng UniKey (Ctrl+Shift+F6), rồi đổi phông của ô"
    " thành Times New Roman.",
    "chu-qua-dai": "Rút ngắn chữ trong ô này, hoặc chia ra nhiều ô.",
    "ky-tu-dieu-khien": "Xóa ký tự đó: gõ lại chữ trong ô này bằng tay thay vì dán từ nơi khác.",
    "sai-kieu": "Gõ con số vào ô này, ví dụ {vi_du}.",
    "sai-kieu-chu": "Gõ chữ vào ô này; muốn xuống dòng thì bấm Alt+Enter.",
    "sai-kieu-van-ban": "Gõ loại, số, ngày của văn bản vào các ô cùng dòng.",
    "hai-gia-tri": "Xóa một trong hai ô: «Số công bố» cho số đã công bố, «Số liệu» cho số thường;"
    " số tính được thì baocao tự tính.",
    "thieu-gia-tri": "Gõ số liệu vào ô này, hoặc xóa các ô thông tin thêm cùng dòng để bỏ trống chỉ tiêu.",
    "muc-cho-so": "Xóa ô này.",
    "danh-sach-thieu-gach": "Gõ từng dòng vào bảng của danh sách này; nếu không có thì gõ: không phát sinh.",
    "dong-trong": "Gõ nội dung vào dòng này của bảng, hoặc xóa dòng.",
    "rao-hai-lan": "Giữ lại một từ: xóa chữ trước con số, hoặc xóa ô từ rào.",
    "khoang-ngay-nguoc": "Đổi lại hai ô từ ngày và đến ngày.",
    "chot-truoc-ky": "Sửa ngày chốt số liệu hoặc ngày đầu kỳ.",
    "ngay-khong-doc-duoc": "Gõ vào ô này ngày/tháng/năm, ví dụ 25/3/2024.",
    "ky-khong-hop": "Gõ vào ô này một trong: {cac_loai}; hoặc làm biểu mới bằng gói mẫu khác.",
    "giai-doan-sai": "Gõ năm đầu nhỏ hơn năm cuối, ví dụ 2021 - 2025.",
    "nguoi-ky-la": "Gõ vào ô này một trong các tên: {cac_ten}; hoặc thêm người này vào nguoi_ky"
    " của hồ sơ đơn vị.",
    "nam-truoc-sai-nam": "Gõ vào ô này tên tệp số liệu năm {can}.",
    "nam-truoc-sai-goi": "Kiểm tra lại tên tệp năm trước ở ô này.",
    "so-van-ban-sai": "Chỉ gõ con số vào ô này, ví dụ {vi_du}; ký hiệu tự thêm vào. Chưa có số thì bỏ trống.",
    "van-ban-thua-chu": "Gõ vào ô này: {bo}; chữ «{thua}» do baocao tự thêm.",
    "chu-thich-thieu": "Thêm một dòng tên «{ten}» ở trang Chú thích, hoặc sửa tên trong đoạn.",
    "chu-thich-chua-viet": "Gõ nội dung chú thích vào ô này, hoặc xóa dòng này của bảng.",
    "phan-lon-hon-tong": "Kiểm tra lại hai số; sửa ở ô này hoặc ở ô của «{tong}».",
    "tong-lech": "Sửa ô «{ten}» hoặc các ô đã nêu; hoặc xóa ô «{ten}» để máy tự cộng thành {tinh_duoc}."
    " Báo cáo vẫn in {cong_bo}.",
    "ty-le-lech": "Nếu tỷ lệ sai: sửa ô này thành {tinh_duoc}, hoặc xóa ô để máy tự tính. Nếu số liệu sai:"
    " sửa ô «{ten_tu_so}» hoặc «{ten_mau_so}». Báo cáo vẫn in {cong_bo}.",
    "ty-le-bi-cat": "Sửa ô này thành {tinh_duoc}, hoặc xóa ô để máy tự tính. Báo cáo vẫn in {cong_bo}.",
    "khoang-ngoai-ky": "Kiểm tra lại hai ô «từ ngày», «đến ngày» của số liệu này; hay gặp nhất là gõ nhầm"
    " năm.",
}
