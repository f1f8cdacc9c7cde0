"""Messages about what the data says: names and shapes; warnings. Their reader is an office clerk."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

_NAMES = {
    "khoa-la": (
        "Không có chỉ tiêu «{khoa}» trong gói mẫu.{goi_y}",
        "Sửa lại tên mục; xem đủ các tên bằng lệnh «baocao mau truong {goi}».",
        "Số liệu dưới tên lạ sẽ không vào báo cáo.",
        "so_lieu: {tthc: {tiep_nhn: 27.630}}",
    ),
    "muc-la": (
        "Không có mục «{khoa}» ở đây.{goi_y}",
        "Sửa tên mục thành một trong: {cac_muc}; hoặc xóa dòng này.",
        "",
        "ky: {nan: 2023}",
    ),
    "thieu-muc": (
        "Chưa nhập mục «{muc}».",
        "Gõ «{muc}: {vi_du}», thay bằng nội dung của đơn vị; dòng đã có mà còn trống thì gõ tiếp vào đó.",
        "",
        "",
    ),
    "thieu-bat-buoc": (
        "Chưa nhập chỉ tiêu bắt buộc này.",
        "{cach_sua}",
        "Báo cáo không được để trống chỉ tiêu này.",
        "tthc: {tiep_nhan: }",
    ),
    "phai-la-bang": (
        "Mục «{muc}» phải gồm các dòng «tên mục: giá trị» thụt vào bên dưới.",
        "Xuống dòng sau «{muc}:», thụt vào hai dấu cách rồi gõ từng dòng, ví dụ «{vi_du}: …».",
        "",
        "so_lieu: 27.630",
    ),
    "phai-mot-dong": (
        "Chỗ này chỉ nhận chữ trên một dòng.",
        "Gõ nội dung trên cùng dòng với tên mục, không xuống dòng và không gạch đầu dòng.",
        "",
        "ten: [a, b]",
    ),
    "phai-danh-sach": (
        "Chỗ này phải là danh sách các dòng chữ.",
        "Xuống dòng rồi gõ mỗi ý một dòng, bắt đầu bằng «- ».",
        "",
        "trich_yeu: {a: b}",
    ),
    "gia-tri-la": (
        "Không dùng được «{gia_tri}» ở đây.{goi_y}",
        "Gõ một trong: {cac_gia_tri}.",
        "",
        "kieu_ngay: dayy",
    ),
    "ten-muc-sai": (
        "Tên «{ten}» viết sai.",
        "Đặt tên bằng chữ thường không dấu, số và dấu gạch dưới, ví dụ cap_tren.",
        "",
        "them: {Cấp trên: Tỉnh}",
    ),
    "bac-trung": (
        "Số thứ tự {so} đã có ở {lan_dau}.",
        "Đánh lại số thứ tự để mỗi dòng có một số riêng.",
        "Số thứ tự cho biết dòng nào nằm dưới dòng nào, nên không được trùng.",
        "{stt: 1.1, …}, {stt: 1.1, …}",
    ),
    "bac-thieu-dong-tren": (
        "Dòng {so} nằm dưới dòng {tren}, nhưng danh sách không có dòng {tren}.",
        "Thêm dòng {tren}, hoặc sửa lại số thứ tự {so}.",
        "Các dòng con cộng lại thành dòng trên; thiếu dòng trên thì tổng điểm thiếu các dòng này.",
        "{stt: 1, …}, {stt: 2.1, …}",
    ),
    "nhom-khong-phai-so": (
        "«{muc}» là một nhóm, không nhận giá trị trực tiếp.",
        "Xuống dòng, thụt vào hai dấu cách rồi gõ chỉ tiêu trong nhóm, ví dụ «{vi_du}: …».",
        "",
        "tthc: 27.630",
    ),
    "ma-cu": (
        "Chữ ở đây gõ bằng bảng mã cũ (TCVN3 hoặc VNI), ví dụ chữ «{chu}».",
        "Dùng UniKey (Ctrl+Shift+F6) chuyển sang Unicode rồi chép lại.",
        "In ra sẽ thành chữ không đọc được.",
        "ten: ñy ban nh©n d©n x· Phó Léc",
    ),
    "chu-qua-dai": (
        "Đoạn chữ dài {so} ký tự, quá mức {nhieu_nhat}.",
        "Rút ngắn đoạn chữ, hoặc chia thành nhiều mục; bài chữ của cả báo cáo thì chuyển bớt sang phụ lục.",
        "",
        "",
    ),
}

_SHAPES = {
    "sai-kieu": (
        "Chỗ này phải là {can}, không phải {co}.",
        "Gõ con số ngay sau tên mục, ví dụ {vi_du}.",
        "",
        "tiep_nhan: [1, 2]",
    ),
    "sai-kieu-chu": (
        "Chỗ này phải là một đoạn chữ.",
        "Gõ chữ ngay sau tên mục; nếu nhiều dòng thì gõ dấu | sau dấu hai chấm, xuống dòng "
        "và thụt các dòng vào.",
        "",
        "ghi_chu: [a, b]",
    ),
    "sai-kieu-van-ban": (
        "Chỗ này phải là một văn bản với loại, số và ngày.",
        "Gõ ví dụ {{loai: Kế hoạch, so: 34/KH-UBND, ngay: 06/02/2023}}.",
        "",
        "ke_hoach: 34/KH-UBND",
    ),
    "co-khong-sai": (
        "Không hiểu «{gia_tri}» là có hay không.",
        "Gõ có hoặc không.",
        "",
        "da_ban_hanh: rồi",
    ),
    "hai-gia-tri": (
        "Chỉ tiêu này có cả gia_tri và cong_bo.",
        "Giữ lại một mục: cong_bo cho số đã công bố, gia_tri cho số thường; số tính được thì baocao tự tính.",
        "",
        "{gia_tri: 98, cong_bo: 99}",
    ),
    "thieu-gia-tri": (
        "Chỉ tiêu này có mục con mà chưa có giá trị.",
        "Thêm mục gia_tri, ví dụ {{gia_tri: 27.630, nguon: Văn phòng}}; hoặc xóa các mục con để bỏ trống.",
        "",
        "{nguon: Văn phòng}",
    ),
    "muc-cho-so": (
        "Mục này chỉ dùng cho con số.",
        "Xóa mục này.",
        "",
        "{gia_tri: chữ, so_le: 2}",
    ),
    "danh-sach-thieu-gach": (
        "Chỗ này phải là danh sách.",
        "Xuống dòng rồi gõ mỗi dòng của danh sách bắt đầu bằng «- »; nếu không có thì gõ: không phát sinh.",
        "",
        "chi_tiet: {ten: a}",
    ),
}

_WARNINGS = {
    "hoc-vi": (
        "Trước họ tên người ký có «{thua}».",
        "Chỉ gõ họ và tên: {ten}.",
        "Không ghi học hàm, học vị, danh hiệu trước họ tên người ký (NĐ 30, PL I.II.7.c).",
        "ho_ten: ThS. Nguyễn Văn A",
    ),
    "thieu-thay-mat": (
        "Ủy ban nhân dân ký mà chưa có dòng TM.",
        "Thêm dòng «thay_mat: Ủy ban nhân dân» vào người ký; nếu theo chế độ thủ trưởng thì để nguyên.",
        "Ủy ban nhân dân làm việc theo chế độ tập thể (NĐ 30, Điều 13.2).",
        "nguoi_ky: {chuc_vu: Chủ tịch, ho_ten: A}",
    ),
    "dau-viet-tat-thua": (
        "«{gia_tri}» có sẵn chữ viết tắt, baocao đã tự bỏ đi.",
        "Gõ «{muc}: {bo}»; chữ TM., KT., TL., TUQ., Q. do baocao tự thêm.",
        "",
        "thay_mat: TM. Ủy ban nhân dân",
    ),
    "ho-ten-in-hoa": (
        "Họ tên người ký gõ toàn chữ in hoa.",
        "Gõ chữ thường, chỉ hoa chữ đầu: «ho_ten: {ten}».",
        "Họ tên người ký in chữ thường, đậm (NĐ 30, PL I.II.7).",
        "ho_ten: LÊ THỊ HOA",
    ),
    "ten-viet-tat": (
        "Tên đơn vị viết tắt UBND.",
        "Gõ đủ: «ten: {ten}».",
        "Tên cơ quan ban hành phải ghi đầy đủ (NĐ 30, PL I.II.2).",
        "ten: UBND xã Phú Lộc",
    ),
    "dia-danh-thuong": (
        "Địa danh không viết hoa chữ đầu.",
        "Gõ «dia_danh: {dung}».",
        "",
        "dia_danh: phú lộc",
    ),
    "ky-hieu-thua": (
        "Ký hiệu «{gia_tri}» có sẵn tên loại văn bản, baocao đã tự bỏ đi.",
        "Gõ «ky_hieu: {bo}»; phần trước do gói mẫu thêm vào.",
        "",
        "ky_hieu: BC-UBND",
    ),
    "cap-da-bo": (
        "Báo cáo ghi ngày từ 01/7/2025 mà đơn vị là cấp {cap}.",
        "Kiểm tra tên đơn vị và cấp; nếu đúng là đơn vị cũ thì xem lại ngày văn bản.",
        "Từ 01/7/2025 chính quyền địa phương chỉ còn cấp tỉnh và cấp xã.",
        "cap: huyen, van_ban: {ngay: 05/12/2025}",
    ),
    "ty-le-duoi-mot": (
        "«{gia_tri}» nhỏ hơn 1 mà không có dấu %: có phải là {nhan}% không? Nay đang đọc là {gia_tri}%.",
        "Nếu phải thì gõ {nhan}%; nếu đúng là dưới 1% thì gõ thêm dấu %: {gia_tri}%.",
        "Tỷ lệ tính theo phần trăm, không theo phần của 1.",
        'ty_le: "0,75"',
    ),
    "ty-le-la-mot": (
        "«1» đang đọc là 1%, mà các tỷ lệ khác cùng cột đều nhỏ hơn 1; có lẽ là 100%.",
        "Nếu phải thì gõ 100%; nếu đúng là 1% thì gõ 1%.",
        "Tỷ lệ tính theo phần trăm, không theo phần của 1.",
        'ty_le_dung_han: "1" cạnh ty_le_dung_han: "0,98" của dòng trên',
    ),
    "luu-thieu-vt": (
        "Dòng Lưu «{gia_tri}» không bắt đầu bằng VT.",
        "Gõ «luu: VT» rồi dấu phẩy và đơn vị soạn thảo, ví dụ «luu: VT, NV».",
        "Bản gốc lưu tại Văn thư (NĐ 30, PL I.II.9).",
        "luu: PCVP",
    ),
    "nam-truoc-sai-nam": (
        "Tệp năm trước ghi kỳ {nam}, mà báo cáo này cần số liệu năm {can}.",
        "Ghi tên tệp số liệu năm {can} ở mục nam_truoc.",
        "So với tệp sai năm thì mọi câu tăng, giảm đều sai.",
        "nam_truoc: 2023.yaml (trong tệp của năm 2023)",
    ),
    "nam-truoc-sai-goi": (
        "Tệp năm trước dùng gói «{goi}», báo cáo này dùng gói «{can}».",
        "Kiểm tra lại tên tệp ở mục nam_truoc.",
        "Hai loại báo cáo khác nhau có thể hiểu cùng một mục theo hai cách.",
        "nam_truoc: kiem-soat-2022.yaml",
    ),
    "ngay-truoc-ky": (
        "Ngày văn bản đứng trước khi {ky} bắt đầu.",
        "Kiểm tra lại ngày văn bản và năm báo cáo.",
        "",
        "van_ban: {ngay: 25/3/2020}, ky: {nam: 2023}",
    ),
    "dong-trong": (
        "Dòng thứ {so} của danh sách để trống nên bị bỏ qua.",
        "Gõ nội dung, hoặc xóa dòng gạch đầu dòng này.",
        "",
        "",
    ),
    "so-lieu-trong": (
        "Tệp số liệu chưa có số nào, nên báo cáo chỉ có lời mở đầu và lời kết.",
        "Điền số liệu vào tệp rồi làm lại; chỉ muốn xem mẫu thì thêm --nhap để in bản dự thảo có chỗ trống.",
        "Câu nào có số chưa điền thì báo cáo không in câu ấy.",
        "so_lieu:",
    ),
}

_INFO = {
    "hang-thieu-tong": (
        "Hạng {hang} chưa có tổng số đơn vị được xếp hạng.",
        "Biết tổng số thì gõ hạng, dấu gạch chéo rồi tổng số, ví dụ {vi_du}; không biết thì để nguyên.",
        "Thiếu tổng số thì báo cáo chỉ in «xếp hạng {hang}», người đọc không biết là cao hay thấp.",
        "hang: 12",
    ),
    "van-ban-thua-chu": (
        "«{gia_tri}» có sẵn chữ «{thua}», baocao đã tự bỏ đi.",
        "Gõ «{muc}: {bo}»; chữ «{thua}» do baocao tự thêm.",
        "",
        "{loai: Kế hoạch, so: số 5/KH-UBND}",
    ),
    "so-hieu-mot-chu-so": (
        "Số văn bản «{gia_tri}» dưới 10 mà không có số 0 phía trước; báo cáo in đúng như đã gõ.",
        "Nếu văn bản ghi như vậy thì để nguyên; nếu không thì gõ 0{gia_tri}.",
        "Số dưới 10 phải thêm số 0 phía trước (NĐ 30, PL I.II.3).",
        "{loai: Quyết định, so: 1/QĐ-UBND}",
    ),
    "chu-thich-thua": (
        "Chú thích «{ten}» không được gọi ở đoạn nào nên không in.",
        "Thêm [^{ten}] vào chỗ cần chú thích, hoặc xóa chú thích này.",
        "",
        "",
    ),
}

_ERRORS = _NAMES | _SHAPES

MESSAGES: dict[str, Message] = (
    catalogue_of(Family.DATA, Severity.ERROR, _ERRORS)
    | catalogue_of(Family.DATA, Severity.WARNING, _WARNINGS)
    | catalogue_of(Family.DATA, Severity.INFO, _INFO)
)
