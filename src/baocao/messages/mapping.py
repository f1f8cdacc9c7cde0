"""Messages about a unit's own workbook: the entry `bang_tinh` of a data file, and what it names."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

_ENTRY = {
    "bang-tinh-thieu-tep": (
        "Mục bang_tinh chưa nêu tên tệp bảng tính.",
        "Thêm dòng «tep: bao-cao.xlsx» vào mục bang_tinh, tính từ thư mục chứa tệp số liệu này.",
        "",
        "bang_tinh: {o: {tthc.tiep_nhan: C5}}",
    ),
    "bang-tinh-trong": (
        "Mục bang_tinh chưa nêu ô hay cột nào.",
        "Thêm mục o (mỗi chỉ tiêu một ô, ví dụ «tthc.tiep_nhan: C5») hoặc mục cot (mỗi chỉ tiêu một cột,"
        " ví dụ «tthc.tiep_nhan: C»).",
        "",
        "bang_tinh: {tep: bao-cao.xlsx}",
    ),
    "khong-co-bang-tinh": (
        "Tệp {tep} không có mục bang_tinh nên không có bảng nhiều đơn vị.",
        "Thêm mục bang_tinh gồm tep, cot_don_vi và cot; xem docs/bang-tinh-rieng.md.",
        "",
        "tệp số liệu thường, không có bang_tinh",
    ),
    "bang-chung": (
        "Bảng của danh sách «{muc}» không cho biết dòng nào của đơn vị nào.",
        "Thêm «cot_don_vi: B» (cột ghi tên đơn vị) vào mục này.",
        "Nếu không thì đơn vị nào cũng nhận cả bảng.",
        "bang: {tthc.linh_vuc: {tu_dong: 5, cot: {ten: A}}} cạnh cot_don_vi: B",
    ),
    "ho-so-can-don-vi": (
        "Mục ho_so lấy hồ sơ từng đơn vị từ bảng, mà tệp này chưa có mục don_vi ghi những gì các đơn vị dùng"
        " chung.",
        "Thêm mục don_vi ngay trong tệp này, ví dụ «don_vi: {{cap_tren: don-vi.yaml}}» hoặc «don_vi: "
        "{{ky_hieu: UBND}}»; đang ghi tên tệp hồ sơ thì thay bằng các mục dùng chung.",
        "Mỗi dòng của bảng là một đơn vị, nên không dùng hồ sơ của riêng một đơn vị được.",
        "bang_tinh: {ho_so: {dia_danh: C}} cạnh don_vi: don-vi.yaml",
    ),
    "bang-can-don-vi-chung": (
        "Bảng có {so} đơn vị, mà hồ sơ được nêu là của một đơn vị: mọi báo cáo sẽ mang cùng một tên.",
        "Mục don_vi trong tệp số liệu chỉ ghi những gì các đơn vị dùng chung, không ghi ten, ví dụ «don_vi: "
        "{{cap_tren: don-vi.yaml}}»; cả bảng thì không dùng --don-vi.",
        "Tên của từng đơn vị lấy ở cột cot_don_vi.",
        "don_vi: don-vi.yaml cạnh bang_tinh có cot_don_vi, mà làm cho cả bảng",
    ),
    "o-va-so-lieu": (
        "Chỉ tiêu này vừa gõ ở đây vừa lấy từ ô {o} của {tep}.",
        "Xóa dòng gõ tay ở đây, hoặc bỏ chỉ tiêu khỏi mục bang_tinh.",
        "Không thể biết con số nào mới là số đúng.",
        "so_lieu: {tthc.tiep_nhan: 5} cạnh bang_tinh: {o: {tthc.tiep_nhan: C5}}",
    ),
}

_SHEETS = {
    "trang-khong-co": (
        "Tệp {tep} không có trang tính «{trang}».{goi_y}",
        "Gõ lại tên trang tính đúng như ở cuối cửa sổ Excel.",
        "",
        "trang: Tổng hop",
    ),
    "trang-chua-neu": (
        "Tệp {tep} có nhiều trang tính mà chưa nêu lấy trang nào: {cac_trang}.",
        "Thêm vào mục bang_tinh dòng «trang: tên trang»; ô ở trang khác thì ghi cả tên "
        "trang, ví dụ Quý IV!C7.",
        "",
        "bang_tinh: {tep: bao-cao.xlsx, o: {tthc.tiep_nhan: C5}} khi tệp có hai trang",
    ),
    "o-dia-chi-sai": (
        "«{gia_tri}» không phải địa chỉ một ô.",
        "Gõ chữ của cột rồi số của dòng, ví dụ C5; ô ở trang khác thì ghi cả tên trang, ví dụ Quý IV!C7;"
        " hạng trên tổng số đứng ở hai ô thì gõ C5/D5.",
        "",
        "o: {tthc.tiep_nhan: 5C}",
    ),
    "o-ngoai-trang": (
        "Ô {o} nằm ngoài phần có chữ, số của trang «{trang}»; ô cuối là {cuoi}.",
        "Mở bảng tính, bấm vào ô có số liệu rồi gõ lại địa chỉ hiện ở góc trên bên trái.",
        "",
        "o: {tthc.tiep_nhan: C500}",
    ),
    "o-trong-vung-gop": (
        "Ô này nằm trong vùng gộp; giá trị của cả vùng đứng ở ô {o_dau}.",
        "Đổi địa chỉ thành {o_dau}, hoặc bỏ gộp ô rồi gõ số liệu vào ô này.",
        "",
        "o: {tthc.tiep_nhan: C6} khi C5:C6 đã gộp",
    ),
}

_COLUMNS = {
    "cot-khong-co": (
        "Dòng tiêu đề ({dong}) của trang «{trang}» không có cột «{cot}».{goi_y}",
        "Gõ lại đúng chữ ở tiêu đề cột, hoặc gõ chữ của cột, ví dụ C. Tiêu đề hai tầng thì gõ cả hai,"
        " ví dụ «Tiếp nhận/Trực tuyến».",
        "",
        "cot: {tthc.tiep_nhan: Đã tiếp nhân}",
    ),
    "dong-tieu-de-sai": (
        "Dòng {dong} của trang «{trang}» {sai}, nên không thấy cột nào trong {so} cột nêu theo tiêu"
        " đề.{goi_y}",
        "Gõ ở dong_tieu_de số của dòng ghi tiêu đề các cột, như ở lề trái của Excel; tiêu đề hai tầng thì gõ"
        " hai số, ví dụ 4-5.",
        "",
        "dong_tieu_de: 3 khi dòng 3 trống",
    ),
    "cot-can-tieu-de": (
        "«{cot}» không phải chữ của cột, mà chưa biết tiêu đề các cột đứng ở dòng nào của trang «{trang}».",
        "Thêm dòng «dong_tieu_de: 3» (số của dòng tiêu đề; hai tầng thì gõ 3-4), hoặc gõ "
        "chữ của cột, ví dụ C.",
        "",
        "cot: {tthc.tiep_nhan: Đã tiếp nhận} khi không có dong_tieu_de",
    ),
    "cot-ngoai-trang": (
        "Cột «{cot}» nằm ngoài phần có chữ, số của trang «{trang}»; cột cuối là {cuoi}.",
        "Mở bảng tính xem chữ ở đầu cột có số liệu rồi gõ lại.",
        "",
        "cot: {tthc.tiep_nhan: ZZ}",
    ),
    "cot-nhieu-cho": (
        "«{cot}» chỉ tới nhiều cột của trang «{trang}»: {cac_cot}.",
        "Gõ chữ của cột, ví dụ C; tiêu đề hai tầng thì gõ cả hai, ví dụ «Tiếp nhận/Trực tuyến».",
        "",
        "cot: {tthc.tiep_nhan: Tổng số} khi hai cột cùng tên Tổng số",
    ),
}

_ROWS = {
    "dong-chua-neu": (
        "Chưa biết lấy dòng của đơn vị nào trong bảng.",
        "Thêm vào mục bang_tinh dòng «dong: Xã Tân Phú» (tên như trong bảng, hoặc số của dòng), hoặc thêm"
        " --dong khi chạy lệnh; có hồ sơ đơn vị thì tự tìm theo tên trong hồ sơ. Muốn mỗi dòng một báo cáo "
        "thì dùng lệnh baocao hang-loat.",
        "",
        "bang_tinh: {tep: cac-xa.xlsx, cot_don_vi: B, cot: {tthc.tiep_nhan: C}} khi không có hồ sơ đơn vị",
    ),
    "don-vi-khong-co-dong": (
        "Cột {cot} của trang «{trang}» không có dòng nào của «{don_vi}».{goi_y}",
        "Gõ ở mục dong tên đơn vị như trong bảng, hoặc số của dòng, ví dụ «dong: 15»; bảng thiếu thì thêm "
        "dòng của đơn vị. Muốn mỗi dòng một báo cáo (baocao hang-loat) thì mục don_vi chỉ ghi những gì dùng "
        "chung, ví dụ «don_vi: {{cap_tren: don-vi.yaml}}».",
        "",
        "dong: Xã Tân Phứ",
    ),
    "don-vi-nhieu-dong": (
        "Trang «{trang}» có hơn một dòng của «{don_vi}»: {cac_o}.",
        "Giữ lại một dòng trong bảng, hoặc gõ số của dòng cần lấy, ví dụ «dong: 15».",
        "Không thể biết dòng nào mới là số đúng.",
        "hai dòng Xã Tân Phú",
    ),
    "hai-dong-mot-don-vi": (
        "Trang «{trang}» có hơn một dòng của «{don_vi}»: {cac_o}.",
        "Giữ lại một dòng trong bảng. Hai đơn vị khác nhau mà trùng tên thì thêm cột mã, ghi ở mục bang_tinh:"
        " «ho_so: {{ma: A}}».",
        "Không thể biết dòng nào mới là số đúng.",
        "hai dòng Xã Tân Phú, khi mỗi dòng một báo cáo",
    ),
    "dong-la-tong": (
        "«{don_vi}» là dòng cộng của bảng, không phải một đơn vị.",
        "Gõ tên đơn vị; nếu đúng là cần số của dòng cộng thì gõ số của dòng, ví dụ «dong: 40».",
        "",
        "dong: Tổng cộng",
    ),
    "dong-la-tieu-de": (
        "Dòng {dong} của trang «{trang}» là dòng tiêu đề hoặc đứng trên tiêu đề, không phải một đơn vị.",
        "Gõ lại số của dòng như ở lề trái của Excel, hoặc gõ tên đơn vị.",
        "",
        "dong: 3 khi dong_tieu_de: 3",
    ),
    "dong-ngoai-trang": (
        "Trang «{trang}» không có dòng {dong}.",
        "Gõ lại số của dòng như ở lề trái của Excel.",
        "",
        "dong: 9999",
    ),
    "dong-khong-co-bang": (
        "Mục bang_tinh lấy số liệu theo từng ô nên không có dòng «{dong}».",
        "Bỏ --dong; muốn lấy theo dòng thì thêm cot_don_vi và cot vào mục bang_tinh.",
        "",
        "baocao tao so-lieu.yaml --dong 'Xã Tân Phú' khi bang_tinh chỉ có mục o",
    ),
    "dong-can-bang-tinh": (
        "Tệp {tep} không có mục bang_tinh nên không có dòng «{dong}».",
        "Bỏ --dong; --dong chỉ dùng khi tệp số liệu lấy số từ bảng tính có mỗi đơn vị một dòng.",
        "",
        "baocao tao 2026.yaml --dong 'Xã Tân Phú' khi 2026.yaml không có bang_tinh",
    ),
    "ten-thieu-cap": (
        "Tên «{ten}» trong bảng không cho biết là xã, phường hay đặc khu.{goi_y}",
        "Là đơn vị thì ghi đủ tên trong bảng, ví dụ «Xã Tân Phú» (cả bảng đều là xã thì thêm «cap: xa» vào"
        " mục don_vi của tệp số liệu cũng được). Là dòng cộng thì ghi «Cộng …» ở đầu; là dòng chữ trên, dưới"
        " bảng thì thêm tu_dong, den_dong vào mục bang_tinh.",
        "Tên cơ quan trên báo cáo viết theo tên này: Ủy ban nhân dân xã Tân Phú.",
        "cột đơn vị chỉ ghi «Tân Phú», mục don_vi không có cap",
    ),
    "dong-thieu-ten": (
        "Dòng {dong} có mã hoặc số liệu mà không có tên đơn vị.{goi_y}",
        "Gõ tên đơn vị vào ô này. Là dòng cộng thì ghi «Tổng cộng»; không thuộc bảng thì thêm «den_dong» (số"
        " của dòng cuối bảng) vào mục bang_tinh.",
        "Bỏ qua dòng này thì một đơn vị mất báo cáo mà không ai biết.",
        "ô tên để trống ở dòng có số",
    ),
    "khong-co-don-vi": (
        "Trang «{trang}» không có tên đơn vị nào ở cột đã nêu.",
        "Kiểm tra cot_don_vi, tu_dong và den_dong: tên đơn vị phải là chữ, đứng dưới dòng tiêu đề.",
        "",
        "cot_don_vi: A khi cột A chỉ có số thứ tự",
    ),
}

_REMARKS = {
    "dong-khac-don-vi": (
        "Số liệu lấy ở dòng của «{dong}», còn báo cáo mang tên «{don_vi}» theo hồ sơ đơn vị.",
        "Kiểm tra mục dong và hồ sơ đơn vị có phải của cùng một đơn vị không.",
        "",
        "dong: Xã Tân Phú cạnh hồ sơ của xã Tân Hồng",
    ),
    "dong-khong-phai-don-vi": (
        "Có {so} dòng không có số liệu, tên không có chữ xã, phường, nên không làm báo cáo: {cac_dong}.",
        "Là tiêu đề, chữ ký thì không phải sửa; là đơn vị chưa có số thì ghi đủ tên, ví dụ «Xã Tân Phú».",
        "Dưới bảng thường có «Người lập biểu», giữa bảng có «I. Các xã».",
        "dòng «Người lập biểu» dưới bảng",
    ),
    "bang-het-som": (
        "Bảng đọc đến dòng {cuoi} vì dòng {trong} trống; từ ô này xuống còn {so} dòng có chữ, số không đọc.",
        "Còn thuộc bảng thì xóa dòng trống, hoặc thêm «den_dong: {den}» vào mục của bảng; không thì thêm"
        " «den_dong: {cuoi}».",
        "Bảng kết thúc ở dòng trống đầu tiên.",
        "một dòng trống giữa bảng lĩnh vực",
    ),
    "bang-co-dong-cong": (
        "Dòng «{ten}» có vẻ là dòng cộng của bảng mà vẫn được đọc như một mục.",
        "Đúng là dòng cộng thì sửa tên thành «Tổng cộng», hoặc thêm «den_dong: {dong}» vào mục của bảng; là"
        " một mục riêng thì để nguyên.",
        "Đọc cả dòng cộng thì mọi số bị tính hai lần.",
        "dòng cuối của bảng ghi «Cộng lĩnh vực»",
    ),
    "nam-truoc-khong-co-dong": (
        "Bảng năm trước ({tep}) không có dòng của «{don_vi}» nên báo cáo không so sánh với năm trước.",
        "Đơn vị mới lập thì không phải sửa; đổi tên thì ghi tên mới vào dòng của đơn vị trong bảng năm"
        " trước.",
        "",
        "năm nay có thêm xã, bảng năm trước chưa có",
    ),
    "nam-truoc-nhieu-dong": (
        "Bảng năm trước ({tep}) có hơn một dòng của «{don_vi}» nên báo cáo không so sánh với năm trước.",
        "Xóa dòng thừa; hai đơn vị cùng tên thì thêm cột mã vào cả hai bảng, ghi ở mục ho_so: {{ma: A}}.",
        "Không thể biết dòng nào mới là số của đơn vị này.",
        "hai dòng Xã Tân Phú trong bảng năm trước",
    ),
    "ma-nhieu-don-vi": (
        "Mã «{ma}» ghi cho nhiều đơn vị: {cac_don_vi}.",
        "Sửa lại mã của đơn vị ghi sai; hai dòng của một đơn vị thì giữ một dòng.",
        "",
        "ho_so: {ma: A} khi ô A5 và A9 cùng ghi 00123",
    ),
    "bang-ten-la": (
        "Danh sách «{muc}» có {so} dòng của «{ten}», mà bảng các đơn vị không có tên này, nên không báo cáo"
        " nào có các dòng ấy.{goi_y}",
        "Gõ lại tên cho giống tên ở bảng các đơn vị; thừa thì xóa các dòng ấy.",
        "Các dòng của danh sách được chia cho từng đơn vị theo tên.",
        "trang Lĩnh vực ghi «Xã An Phòng», trang Tổng hợp ghi «Xã An Phỏng»",
    ),
    "bang-khong-co-dong": (
        "Bảng của danh sách «{muc}» không có dòng nào của «{don_vi}».",
        "Đúng là không có thì không phải sửa; nếu có thì sửa tên đơn vị trong bảng cho giống tên ở đây.",
        "",
        "bang: {tthc.linh_vuc: {cot_don_vi: A, …}} khi cột A ghi tên khác",
    ),
}

MESSAGES: dict[str, Message] = catalogue_of(
    Family.DATA, Severity.ERROR, _ENTRY | _SHEETS | _COLUMNS | _ROWS
) | catalogue_of(Family.DATA, Severity.WARNING, _REMARKS)
