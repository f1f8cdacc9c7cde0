"""Messages about charts: what a chart of a template asks for, and what its data cannot give."""

from __future__ import annotations

from baocao.messages import catalogue_of
from baocao.messages.kinds import Family, Severity

_FAULTS = {
    "bieu-do-sai-cho": (
        "Mô tả «bieu_do: …» ở đây không đứng trên một biểu đồ của thân văn bản.",
        "Trong Word chọn Chèn (Insert), Biểu đồ (Chart) ở thân văn bản, không đặt trong chú thích; rồi ghi "
        "mô tả này vào văn bản thay thế (Alt Text) của chính biểu đồ đó.",
        "Chỉ biểu đồ của Word mới nhận được số liệu của báo cáo.",
        "bieu_do: tthc.tiep_nhan.cac_nam trên một hình ảnh",
    ),
    "bieu-do-loai-la": (
        "Chưa đưa được số liệu vào loại này: {loai}.",
        "Đổi sang biểu đồ cột, thanh ngang, đường, miền hoặc tròn: trong Word chọn Đổi Loại Biểu đồ (Change "
        "Chart Type).",
        "Biểu đồ nhận số liệu phải có nhóm và dãy số, mỗi nhóm một số.",
        "bieu_do: tthc.tiep_nhan.cac_nam trên biểu đồ phân tán",
    ),
    "bieu-do-khong-so": (
        "Biểu đồ cần một con số ở «{ten}» nhưng nhận được «{gia_tri}».",
        "Sửa mục so_lieu của biểu đồ: chỉ nêu mã của số liệu kiểu số, hoặc các năm của nó (thêm .cac_nam).",
        "Chữ và ngày không vẽ thành cột hay đường được.",
        "so_lieu: {Tên: dv.ten}",
    ),
    "bieu-do-lan-lon": (
        "Trong một biểu đồ, có dòng nêu cả dãy số, có dòng chỉ nêu một con số.",
        "Ở mục so_lieu, dòng nào cũng nêu một dãy (ví dụ thêm .cac_nam), hoặc dòng nào cũng nêu một con số.",
        "Máy không biết con số đứng riêng thuộc nhóm nào.",
        "so_lieu: {{Tiếp nhận: tthc.tiep_nhan.cac_nam, Giải quyết: tthc.da_giai_quyet}}",
    ),
    "bieu-do-lech": (
        "Biểu đồ có {nhom} nhóm nhưng dãy «{ten}» có {so} con số.",
        "Sửa mục so_lieu hoặc nhom của biểu đồ để dãy nào cũng có đủ mỗi nhóm một số; số nào chưa có thì để"
        " trống trong tệp số liệu.",
        "Thiếu một số thì các cột sau nó lệch sang nhóm khác.",
        "nhom: [Nông nghiệp, Đất đai, Hộ tịch] mà dãy chỉ có hai số",
    ),
    "bieu-do-tron-nhieu-day": (
        "Biểu đồ tròn chỉ vẽ được một dãy số nhưng được giao {so} dãy.",
        "Chỉ để một dòng trong so_lieu, hoặc dùng loai: cot.",
        "Mỗi hình tròn là một tổng thể chia thành các phần.",
        "loai: tron với hai dãy các năm",
    ),
}
_OF_DATA = {
    "bieu-do-tron-am": (
        "Biểu đồ tròn có phần mang số âm.",
        "Sửa số liệu, hoặc dùng loai: cot.",
        "Phần của một tổng thể không thể âm.",
        "một phần là -5",
    ),
    "bieu-do-tron-lech": (
        "Các phần của biểu đồ tròn cộng lại là {cong}, khác tổng số {tong}.",
        "Sửa số liệu cho khớp; hoặc nêu đủ các phần trong so_lieu, nêu đúng tổng ở mục tong.",
        "Hình tròn vẽ các phần của một tổng thể; thiếu hay trùng một phần thì mọi tỷ trọng đều sai.",
        "đúng hạn 90, quá hạn 5, tổng số 100",
    ),
}
_DOUBTS = {
    "bieu-do-nhieu-nhom": (
        "Biểu đồ có {so} nhóm, nhiều hơn mức còn đọc được ({toi_da}).",
        "Chọn bớt nhóm, chia thành nhiều biểu đồ, hoặc dùng bảng.",
        "Quá nhiều cột hoặc phần thì tên nhóm chồng lên nhau, bản in không đọc được.",
        "biểu đồ tròn của 15 lĩnh vực",
    ),
}
_REMARKS = {
    "bieu-do-tron-khong": (
        "Các phần của biểu đồ tròn ở đây đều bằng 0 nên biểu đồ không được in.",
        "Kiểm tra lại số liệu của biểu đồ; đúng là đều bằng 0 thì bỏ qua lời nhắc.",
        "Hình tròn mà mọi phần đều bằng 0 thì in ra chỉ có tên, không có hình.",
        "Giao: 0, Xong: 0",
    ),
    "bieu-do-trong": (
        "Biểu đồ ở đây chưa có con số nào nên không được in.",
        "Điền số liệu của biểu đồ; không cần biểu đồ này thì bỏ qua lời nhắc.",
        "Biểu đồ không có số liệu được bỏ cùng dòng tên của nó.",
        "các năm đều để trống",
    ),
}

MESSAGES = (
    catalogue_of(Family.TEMPLATE, Severity.ERROR, _FAULTS)
    | catalogue_of(Family.DATA, Severity.ERROR, _OF_DATA)
    | catalogue_of(Family.TEMPLATE, Severity.WARNING, _DOUBTS)
    | catalogue_of(Family.DATA, Severity.INFO, _REMARKS)
)
