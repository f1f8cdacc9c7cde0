"""Messages about packs: finding them, goi.yaml, chi-tieu.yaml. Their readers edit packs, not data."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

_FINDING = {
    "goi-khong-co": (
        "Không có gói mẫu «{goi}».{goi_y}",
        "Ghi tên một gói có sẵn ({co_san}) hoặc đường dẫn tới thư mục gói mẫu.",
        "",
        "goi: cchc-nan",
    ),
    "goi-thu-muc-khoa": (
        "Không mở được thư mục mẫu {thu_muc}: máy không cho đọc.",
        "Xin quyền đọc thư mục này (nhờ người giữ máy), hoặc chép thư mục về chỗ của mình rồi chạy lại.",
        "Bỏ qua thư mục này thì báo cáo sẽ in bằng mẫu khác mà không ai hay.",
        "Thư mục mau/cchc-nam của đơn vị do người khác tạo và không cho đọc",
    ),
    "goi-chua-neu": (
        "Chưa biết dùng gói mẫu nào.",
        "Thêm dòng «goi: {vi_du}» vào đầu tệp số liệu, hoặc thêm --mau {vi_du} vào lệnh.",
        "",
        "",
    ),
    "goi-khong-co-thu-vien": (
        "Không thấy thư mục các gói mẫu có sẵn ({thu_muc}).",
        "Cài lại baocao.",
        "",
        "",
    ),
    "goi-thieu-tep": (
        "Gói mẫu «{goi}» thiếu tệp {tep}.",
        "Thêm tệp đó vào thư mục gói; gói riêng của đơn vị chỉ được thiếu tệp "
        "khi trùng mã với một gói có sẵn.",
        "",
        "",
    ),
    "goi-tep-hong": (
        "Tệp của gói mẫu không đọc được. {loi}",
        "{cach_sua}",
        "",
        "",
    ),
    "goi-ma-lech-thu-muc": (
        "Gói mẫu nằm trong thư mục «{thu_muc}» mà lại ghi mã «{ma}».",
        "Sửa dòng này thành «ma: {thu_muc}», hoặc đổi tên thư mục thành «{ma}».",
        "Gói được tìm theo tên thư mục; mã khác tên thư mục thì gọi tên nào cũng không đúng.",
        "mau/cchc-xa/goi.yaml: ma: cchc-nam",
    ),
}

_BASED = {
    "goi-nen-khong-co": (
        "Gói mẫu này dựa trên gói «{nen}» nhưng không có gói nào tên như vậy.{goi_y}",
        "Sửa dòng dua_tren thành tên một gói đã có ({co_san}), hoặc xóa dòng đó.",
        "",
        "dua_tren: cchc-nan",
    ),
    "goi-nen-vong": (
        "Các gói mẫu dựa vào nhau thành vòng: {vong}.",
        "Xóa dòng dua_tren này. Thư mục trùng tên với một gói có sẵn thì đã dựa trên gói đó, "
        "không phải ghi dua_tren.",
        "",
        "mau/cchc-nam/goi.yaml: dua_tren: cchc-nam",
    ),
    "goi-dang-moi": (
        "Gói mẫu này viết theo dạng {dang}, còn baocao {ban} trên máy này mới biết đến dạng {biet}.",
        "Cập nhật baocao rồi làm lại, hoặc xin bản của gói mẫu viết theo dạng {biet}.",
        "Đọc tiếp thì có thể hiểu sai những mục mới, nên chương trình dừng ở đây.",
        "dang: 2",
    ),
}

_TAKEN = {
    "goi-lay-goi-khong-co": (
        "Mục lay_chi_tieu lấy chỉ tiêu của gói «{goi}» nhưng không có gói nào tên như vậy.{goi_y}",
        "Sửa thành tên một gói đã có: {co_san}.",
        "",
        "lay_chi_tieu: {cchc-nan: [chi_so]}",
    ),
    "goi-lay-vong": (
        "Các gói mẫu lấy chỉ tiêu của nhau thành vòng: {vong}.",
        "Xóa dòng này; chỉ tiêu nào cần thì ghi vào chi-tieu.yaml của một gói, các gói kia lấy của gói đó.",
        "Gói này chờ chỉ tiêu của gói kia, gói kia lại chờ gói này, thì không gói nào có chỉ tiêu để lấy.",
        "cchc-xa lấy của cchc-ky, cchc-ky lấy của cchc-xa",
    ),
    "goi-lay-khong-co": (
        "Gói «{goi}» không có chỉ tiêu hay nhóm nào mã «{ma}» để lấy.{goi_y}",
        "Sửa mã; xem các mã bằng lệnh «baocao mau truong {goi}».",
        "",
        "lay_chi_tieu: {cchc-nam: [tthc.tiep_nhn]}",
    ),
    "goi-lay-thieu": (
        "Tỷ lệ «{ma}» lấy của gói «{goi}» tính từ «{thieu}», mà gói này chưa lấy «{thieu}».",
        "Thêm {thieu} vào danh sách «{goi}» của lay_chi_tieu.",
        "Thiếu tử số hoặc mẫu số thì tỷ lệ không tính được và không kiểm tra được.",
        "lay_chi_tieu: {cchc-nam: [tthc.ty_le_giai_quyet]}",
    ),
}

_WARNINGS = {
    "goi-nam-goi-khong-co": (
        "Mục lay_cac_nam lấy số liệu ở tệp của gói «{goi}» nhưng không có gói nào tên như vậy.{goi_y}",
        "Sửa thành tên một gói đã có ({co_san}), hoặc xóa tên này.",
        "Tên sai thì tệp số liệu năm trước không được tìm thấy, báo cáo thiếu phần so sánh.",
        "lay_cac_nam: [cchc-nan]",
    ),
}

_REMARKS = {
    "goi-tep-nhac": (
        "Tệp của gói mẫu có chỗ cần lưu ý. {loi}",
        "{cach_sua}",
        "",
        "",
    ),
    "goi-da-len-phien-ban": (
        "Bản riêng này làm cho gói «{goi}» phiên bản {lam_cho}, nay gói đó là phiên bản {phien_ban}.",
        'Xem có gì khác bằng lệnh «{lenh}»; xem xong thì sửa dòng này thành «lam_cho: "{phien_ban}"».',
        "Phần đơn vị đã sửa vẫn được giữ nguyên; chỉ những phần còn lại theo phiên bản mới.",
        'lam_cho: "1.0"',
    ),
}

_ENTRIES = {
    "goi-muc-la": (
        "Không có mục «{muc}» ở đây.{goi_y}",
        "Xóa mục này hoặc đổi thành một trong các mục: {cac_muc}.",
        "",
        "chi_tieu: {a.b: {nhann: Hồ sơ}}",
    ),
    "goi-thieu-muc": (
        "Thiếu mục «{muc}».",
        "Thêm dòng «{muc}: …», ví dụ «{muc}: {vi_du}».",
        "",
        "",
    ),
    "goi-gia-tri-sai": (
        "Mục «{muc}» có giá trị «{gia_tri}» không dùng được.{goi_y}",
        "Sửa thành {can}.",
        "",
        "loai: demm",
    ),
    "goi-cho-dien-la": (
        "Chỗ điền «{{{ten}}}» trong «{muc}» không có.{goi_y}",
        "Dùng một trong các chỗ điền: {cac_ten}.",
        "",
        'trich_yeu: ["Kết quả {nam_nay}"]',
    ),
}

_CATALOGUE = {
    "chi-tieu-ma-sai": (
        "Mã «{ma}» viết sai.",
        "Mã chỉ gồm chữ thường không dấu, số và dấu gạch dưới, các phần nối bằng dấu chấm, "
        "mỗi phần bắt đầu bằng chữ; ví dụ «tthc.tiep_nhan».",
        "",
        "TTHC.TiepNhan",
    ),
    "chi-tieu-ma-trung-nhom": (
        "Mã «{ma}» vừa là một chỉ tiêu vừa là nhóm chứa «{con}».",
        "Đổi tên một trong hai, ví dụ «{ma}.tong».",
        "Trong mẫu Word, một tên không thể vừa là con số vừa là nhóm.",
        "tthc: {...} và tthc.tiep_nhan: {...}",
    ),
    "chi-tieu-ten-danh-rieng": (
        "Tên «{ten}» dành riêng cho mẫu nên không dùng làm tên chỉ tiêu, nhóm hoặc cột được.",
        "Đặt tên khác, ví dụ «{ten}_so».",
        "Trong mẫu Word tên này đã có nghĩa khác và sẽ che mất số liệu.",
        "dv.ten",
    ),
    "chi-tieu-khong-co": (
        "Mục «{muc}» nhắc tới chỉ tiêu «{ma}» không có trong danh mục.{goi_y}",
        "Sửa mã, hoặc thêm chỉ tiêu đó vào chi_tieu.",
        "",
        "mau_so: tthc.tiep_nhn",
    ),
    "chi-tieu-cot-khong-co": (
        "Mục «{muc}» không dùng cho cột của danh sách.",
        "Xóa mục này ở cột; chỉ chỉ tiêu có một con số mới so được với kỳ trước.",
        "",
        "truong: {ky_truoc: {nhan: Kỳ trước, loai: dem, bang_ky_truoc: dang}}",
    ),
    "chi-tieu-khong-phai-so": (
        "Mục «{muc}» nhắc tới «{ma}» là loại {loai}, không cộng hoặc chia được.",
        "Ghi mã của một chỉ tiêu là số, hoặc «mã_danh_sách[].cột» với cột là số.",
        "",
        "",
    ),
    "chi-tieu-vong": (
        "Các chỉ tiêu tính lẫn nhau thành vòng: {vong}.",
        "Bỏ một trong các mục thanh_phan, tu_so, mau_so, trong hoặc mac_dinh_theo để cắt vòng.",
        "",
        "",
    ),
    "chi-tieu-lech-loai": (
        "Mục «{muc}» không dùng cho loại {loai}.",
        "Xóa mục này hoặc đổi loai; mục này chỉ dùng cho: {dung_cho}.",
        "",
        "loai: chu, truong: {...}",
    ),
    "chi-tieu-thieu-cap": (
        "Tỷ lệ có mục {co} mà thiếu mục {thieu}.",
        "Thêm «{thieu}: mã chỉ tiêu», hoặc bỏ «{co}» nếu tỷ lệ này chỉ nhập chứ không tính.",
        "Một tỷ lệ phải nêu rõ mẫu số.",
        "",
    ),
}

MESSAGES: dict[str, Message] = {
    **catalogue_of(Family.PACK, Severity.ERROR, _FINDING | _BASED | _TAKEN | _ENTRIES | _CATALOGUE),
    **catalogue_of(Family.PACK, Severity.WARNING, _WARNINGS),
    **catalogue_of(Family.PACK, Severity.INFO, _REMARKS),
}
