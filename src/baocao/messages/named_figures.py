"""Messages about full texts: what their own figures (`so`) are reckoned from, names, wide tables."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

_ERRORS = {
    "so-cong-khac-don-vi": (
        "Không cộng được các con số khác đơn vị tính: {cac_so}.",
        "Kiểm tra lại tên các con số. Nếu đúng là cần cộng thì ghi rõ đơn vị tính của tổng, ví dụ "
        "{{tinh: {phep_tinh}, don_vi_tinh: lượt}}.",
        "Hồ sơ cộng với người không ra số gì; máy không tự chọn đơn vị tính cho tổng.",
        "so: {tiep: 5 hồ sơ, cong_dan: 6 người, tong: tiep + cong_dan}",
    ),
    "so-phep-tinh-vong": (
        "Các phép tính này quay vòng, không tính được: {cac_phep_tinh}.",
        "Gõ hẳn con số cho một trong các tên ấy, hoặc sửa tên trong phép tính.",
        "Muốn tính số này phải có số kia, mà muốn có số kia lại phải tính số này.",
        "so: {tiep: giai_quyet + ton, giai_quyet: tiep + ton, ton: 5 hồ sơ}",
    ),
    "so-kieu-mu": (
        "«{gia_tri}» là cách viết số mũ của máy tính, trong báo cáo không dùng.",
        "Gõ đủ các chữ số, ví dụ {vi_du}.",
        "Chữ e đứng sau số sẽ bị hiểu là đơn vị tính.",
        "so: {tiep: 1e5}",
    ),
    "so-co-chu": (
        "Trong con số «{gia_tri}» có chữ «{chu}», không phải chữ số.",
        "Gõ chữ số, ví dụ {vi_du}.",
        "Chữ O trông giống số 0, chữ l và chữ I giống số 1. Chữ ấy sẽ bị hiểu là đơn vị tính.",
        "so: {luot: 1.85O lượt học sinh}",
    ),
    "so-khac-don-vi-ky-truoc": (
        "Số kỳ này tính theo đơn vị «{don_vi}», số kỳ trước lại tính theo «{ky_truoc}».",
        "Sửa lại đơn vị tính của một trong hai số. Nếu là hai nội dung khác nhau thì đặt cho mỗi số một tên.",
        "Hai số khác đơn vị tính thì không so sánh tăng, giảm được.",
        "so: {vu_chay: {gia_tri: 04 vụ, nam_truoc: 07 người}}",
    ),
    "bai-bang-nhieu-cot": (
        "Bảng này có {so_o} cột; bảng trong Word chỉ được nhiều nhất {so_cot} cột.",
        "Chia thành nhiều bảng, hoặc bớt cột.",
        "Word không mở được bảng nhiều cột hơn thế; cột hẹp như vậy in ra cũng không đọc được.",
        "một bảng 64 cột",
    ),
    "ten-muc-trung": (
        "Tên «{ten}» đã đặt cho một đề mục hoặc bảng khác ({lan_dau}).",
        "Đặt tên khác cho một trong hai chỗ, rồi sửa các chỗ dẫn [@{ten}] cho đúng. Chỉ khác nhau ở chữ hoa, "
        "chữ thường thì vẫn là trùng.",
        "Hai chỗ cùng tên thì chỉ dẫn được tới một chỗ.",
        "# Kết quả {#a} … # Tồn tại {#a}",
    ),
    "bai-de-muc-khong-chu": (
        "Đề mục này chỉ có tên để dẫn tới «{{#{ten}}}», chưa có chữ.",
        "Gõ chữ của đề mục vào giữa, ví dụ «{dau} Tồn tại, hạn chế {{#{ten}}}»; phụ lục thì gõ "
        "«# Phụ lục: Tên phụ lục {{#{ten}}}».",
        "Tên để dẫn tới không in ra, nên đề mục sẽ là một dòng trống.",
        "## {#han_che}",
    ),
}

_WARNINGS = {
    "bai-bang-cot-hep": (
        "Cột {cot} của bảng «{ten}» hẹp quá, không đủ chỗ cho một chữ số.",
        "Thêm dấu gạch ở dòng «|---|», dưới tên cột ấy, cho cột rộng ra; hoặc bớt cột, chia thành hai bảng, "
        "đặt cỡ chữ nhỏ hơn: «@bang {{tieu_de: …, co_chu: 9}}».",
        "Cột hẹp quá thì con số trong ô bị ngắt, mỗi dòng một chữ số, không đọc được.",
        "| Thôn | Số hộ | và dưới là |-|------------------------------------------------------------|",
    ),
    "so-dau-cham-le": (
        "«{gia_tri}» có dấu chấm mà sau đó không đủ ba chữ số; đang đọc là số lẻ {so_le}.",
        "Nếu là số lẻ thì gõ dấu phẩy: {so_le}. Nếu là hàng nghìn thì gõ đủ ba chữ số sau dấu chấm, "
        "ví dụ {nghin}.",
        "Dấu chấm dùng để tách hàng nghìn. Gõ sót một chữ số thì 1.850 lượt thành ra 1,85 lượt.",
        "so: {luot: 1.85 lượt học sinh}",
    ),
    "so-doc-la-hang": (
        "«{gia_tri}» đang đọc như thứ hạng, {mot} trên tổng số {tong}, nên in là «{in_ra}».",
        "Nếu đúng thì gõ luôn «{in_ra}», máy không nhắc nữa. Nếu là phân số thì gõ thẳng {phan_so} vào câu "
        "trong bài, không đặt tên cho nó; hoặc gõ thành tỷ lệ phần trăm: {ty_le}.",
        "Số dưới 10 in thêm số 0 ở trước, nên phân số sẽ thành ra như ngày tháng.",
        "so: {muc_giam: 1/3}",
    ),
    "so-chia-khac-don-vi": (
        "Tỷ lệ «{phep_tinh}» chia hai con số khác đơn vị tính: {cac_don_vi}.",
        "Kiểm tra lại tên các con số: tỷ lệ phần trăm phải là một phần của cùng một thứ. Nếu vẫn đúng thì "
        'viết {{tinh: {phep_tinh}, don_vi_tinh: "%"}} để máy không nhắc nữa.',
        "Chia tiền cho số hồ sơ cũng ra một tỷ lệ phần trăm, nhưng không có nghĩa gì.",
        "so: {kinh_phi: 5 triệu đồng, ho_so: 3 hồ sơ, ty_le: ho_so / kinh_phi}",
    ),
}

MESSAGES: dict[str, Message] = catalogue_of(Family.DATA, Severity.ERROR, _ERRORS) | catalogue_of(
    Family.DATA, Severity.WARNING, _WARNINGS
)
