"""What to do about a fault when its place is a cell of a workbook: there are no lines and no names to type.

One entry for each code whose remedy speaks of a text file; the sentence that says what is wrong is the same.
"""

from __future__ import annotations

REMEDIES = {
    "tep-khong-co": "Gõ vào ô này tên tệp, tính từ thư mục chứa tệp Excel.",
    "don-vi-thieu": "Tạo hồ sơ bằng lệnh «baocao khoi-tao» rồi điền vào, hoặc sửa lại tên tệp ở ô này.",
    "don-vi-la-so-lieu": "Gõ vào ô này tên tệp hồ sơ đơn vị, ví dụ don-vi.yaml.",
    "khong-theo-khong-phai-danh-sach": "Xóa ô này; quy tắc đơn vị không theo thì ghi ở tệp don-vi.yaml.",
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
    "rao-hai-lan": "Giữ lại một chữ: xóa chữ gõ liền với số, hoặc xóa ô «Chữ trước số».",
    "hang-sai": "Gõ vào ô này hạng từ 1 trở lên, ví dụ 11; tổng số gõ ở ô «Trên tổng số» cùng dòng.",
    "hang-chua-go": "Gõ {so_dau} vào ô này; chưa có thì xóa ô {so_sau} bên phải.",
    "hang-lon-hon-tong": "Sửa hạng ở ô này, hoặc sửa tổng số ở ô «Trên tổng số» cùng dòng.",
    "hang-thieu-tong": "Biết tổng số thì gõ vào ô «Trên tổng số» cùng dòng; không biết thì để nguyên.",
    "so-dau-phay": "Nếu là {mot} thì gõ liền các chữ số: {lien}.",
    "so-nham-dau": "Gõ liền các chữ số, chỉ đặt dấu phẩy trước phần lẻ; ví dụ {vi_du}.",
    "ty-le-duoi-mot": "Nếu phải thì gõ {nhan}, không gõ dấu %; nếu đúng là dưới 1% thì để nguyên.",
    "ty-le-la-mot": "Nếu phải thì gõ 100, không gõ dấu %; nếu đúng là 1% thì để nguyên.",
    "ty-le-thieu-tram-lan": "Gõ {nhan} vào ô này, không gõ dấu %; hoặc xóa ô để máy tự tính.",
    "ty-le-vuot-100": "Kiểm tra lại tử số, mẫu số rồi gõ tỷ lệ từ 0 đến 100, không gõ dấu %.",
    "khoang-ngay-nguoc": "Đổi lại hai ô từ ngày và đến ngày.",
    "ky-khac-nghi-dinh": "Cấp trên yêu cầu như vậy thì để nguyên; không thì xóa hai ô ngày đầu, ngày cuối lấy"
    " số liệu để lấy theo nghị định.",
    "chot-truoc-ky": "Sửa ngày chốt số liệu hoặc ngày đầu kỳ.",
    "ngay-khong-doc-duoc": "Gõ vào ô này ngày/tháng/năm, ví dụ 25/3/2024.",
    "ky-khong-hop": "Gõ vào ô này một trong: {cac_loai}; hoặc làm biểu mới bằng gói mẫu khác.",
    "giai-doan-sai": "Gõ năm đầu nhỏ hơn năm cuối, ví dụ 2021 - 2025.",
    "nguoi-ky-la": "Gõ vào ô này họ tên hoặc chức vụ của một trong những người: {cac_ten}; hoặc để trống"
    " để người ký thường lệ ký.",
    "nam-truoc-tu-tim": "Đúng tệp thì không phải làm gì; khác tệp thì gõ tên tệp vào ô này, không so"
    " sánh thì gõ vào ô này: không.",
    "nam-truoc-hai-tep": "Gõ tên tệp cần so vào ô này, ví dụ {vi_du}; không so sánh thì gõ: không.",
    "nam-truoc-ghi-ky-khac": "Chỉ gõ nhầm kỳ thì sửa mục ky của tệp {tep}; không phải tệp cần so thì gõ tên"
    " tệp đúng vào ô này; không so sánh thì gõ vào ô này: không.",
    "so-sanh-qua-sap-xep": "Tính lại số kỳ trước theo đơn vị và nhiệm vụ hiện nay; không tính lại được thì"
    " ghi chú thích{cho}, ví dụ «Số liệu {truoc} là của các đơn vị trước khi sắp xếp», hoặc gõ vào ô này:"
    " không.",
    "so-sanh-khac-don-vi": "Kiểm tra số kỳ trước có cùng phạm vi không; không cùng thì ghi chú thích{cho},"
    " ví dụ «Số liệu {truoc} là của {ten}», hoặc gõ vào ô này: không.",
    "tep-thieu-so-lieu": "Gõ vào ô này tên tệp số liệu của năm trước, hoặc xóa ô để dùng cột «Kỳ trước».",
    "gia-tri-la": "Gõ vào ô này một trong: {cac_gia_tri}.",
    "dau-viet-tat-thua": "Gõ vào ô này: {bo}; chữ TM., KT., TL., TUQ., Q. do baocao tự thêm.",
    "yaml-thieu-cach": "Xóa ô này rồi gõ số liệu vào ô của từng chỉ tiêu.",
    "nam-truoc-sai-nam": "Gõ vào ô này tên tệp số liệu năm {can}.",
    "nam-truoc-sai-goi": "Kiểm tra lại tên tệp năm trước ở ô này.",
    "so-van-ban-sai": "Chỉ gõ con số vào ô này, ví dụ {vi_du}; ký hiệu tự thêm vào. Chưa có số thì bỏ trống.",
    "van-ban-thieu-so": "Gõ vào ô này số và ký hiệu, ví dụ 34/KH-UBND; văn bản không đánh số thì để nguyên.",
    "van-ban-thieu-ngay": "Gõ vào ô này ngày của văn bản, ví dụ 14/01/2026.",
    "van-ban-thua-chu": "Gõ vào ô này: {bo}; chữ «{thua}» do baocao tự thêm.",
    "chu-thich-thieu": "Thêm một dòng tên «{ten}» ở trang Chú thích, hoặc sửa tên trong đoạn.",
    "chu-thich-chua-viet": "Gõ nội dung chú thích vào ô này, hoặc xóa dòng này của bảng.",
    "phan-lon-hon-tong": "Kiểm tra lại hai số; sửa ở ô này hoặc ở ô của «{tong}».",
    "tong-lech": "Sửa ô «{ten}» hoặc các ô đã nêu; hoặc xóa ô «{ten}» để máy tự cộng thành {tinh_duoc}."
    " Báo cáo vẫn in {cong_bo}.",
    "ty-le-lech": "Nếu tỷ lệ sai: sửa ô này thành {tinh_duoc}, hoặc xóa ô để máy tự tính. Nếu số liệu sai:"
    " sửa ô «{ten_tu_so}» hoặc «{ten_mau_so}». Báo cáo vẫn in {cong_bo}.",
    "ty-le-tinh-vuot-100": "Kiểm tra lại ô «{ten_tu_so}» và ô «{ten_mau_so}»: tử số phải nằm trong mẫu số.",
    "ty-le-bi-cat": "Sửa ô này thành {tinh_duoc}, hoặc xóa ô để máy tự tính. Báo cáo vẫn in {cong_bo}.",
    "khoang-ngoai-ky": "Kiểm tra lại hai ô «từ ngày», «đến ngày» của số liệu này; hay gặp nhất là gõ nhầm"
    " năm.",
    "ma-don-vi-la": "Gõ vào ô này đúng mã: xã, phường, đặc khu 5 chữ số, tỉnh 2 chữ số; không có thì xóa.",
    "ma-cua-don-vi-khac": "Sửa mã ở ô này, hoặc sửa tên đơn vị ở cùng dòng nếu tên sai.",
    "ma-mat-so-khong": "Nên đặt cột này kiểu Văn bản (Text) rồi gõ đủ «{dung}»; để nguyên cũng vẫn đúng.",
    "ten-don-vi-la": "Kiểm tra tên ở ô này, kể cả chữ xã, phường, đặc khu ở trước, và hồ sơ của cấp trên.",
    "don-vi-cua-tinh-khac": "Sửa tên ở ô này, hoặc sửa cấp trên (cap_tren, dong_chu_quan) nếu cấp trên sai.",
    "don-vi-da-doi-ten": "Sửa tên ở ô này thành {dung}.",
}
