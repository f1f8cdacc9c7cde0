"""Messages about adding up the figures of several units. Their reader is the clerk of the unit above them."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

_ERRORS = {
    "tong-hop-khong-co-tep": (
        "Không có tệp số liệu nào để tổng hợp ở {noi}.",
        "Chép tệp số liệu của từng đơn vị (YAML, JSON hoặc biểu Excel) vào đó, hoặc gõ đúng tên thư mục.",
        "",
        "baocao tong-hop so-lieu/2024/xa (khi thư mục trống)",
    ),
    "tong-hop-thieu-don-vi": (
        "Chưa nêu hồ sơ của đơn vị tổng hợp.",
        "Thêm --don-vi và tên tệp, ví dụ --don-vi don-vi.yaml; trong thư mục làm việc của đơn vị thì "
        "không cần.",
        "",
        "baocao tong-hop so-lieu/2024/xa (ngoài thư mục làm việc)",
    ),
    "tong-hop-trung-don-vi": (
        "{don_vi} có hai tệp số liệu khác nhau: {mot} và {hai}.",
        "Giữ lại tệp đúng, chuyển tệp kia ra khỏi thư mục; nếu là hai đơn vị thì sửa tên ở mục don_vi.",
        "Cộng cả hai thì số của đơn vị này bị tính hai lần.",
        "so-lieu/2024/xa/an-binh.yaml và so-lieu/2024/xa/an-binh (1).yaml",
    ),
    "tong-hop-tinh-hai-lan": (
        "Tệp tổng hợp này có {so} đơn vị đã có số ở tệp khác ({cac_tep}): {cac_don_vi}.",
        "Đã có tệp của từng đơn vị thì chuyển tệp tổng hợp ra khỏi thư mục; nếu là những đơn vị khác nhau mà "
        "trùng tên thì hỏi lại số liệu.",
        "Cộng cả hai thì số của những đơn vị này bị tính hai lần.",
        "kết quả tong-hop.yaml chép vào thư mục so-lieu/2024/xa",
    ),
    "tong-hop-ten-tep-lech": (
        "Tệp mang tên của {theo_tep} nhưng bên trong là số liệu của {don_vi}.",
        "Xin lại tệp của {theo_tep}; nếu chỉ đặt nhầm tên tệp thì đổi tên tệp, nếu ghi nhầm tên đơn vị "
        "thì sửa mục don_vi.",
        "Thường là chép tệp của xã bên cạnh: cộng cả hai thì số của một xã bị tính hai lần.",
        "xa-tan-phu.xlsx là bản chép biểu của xã An Bình",
    ),
    "tong-hop-bieu-cua-don-vi-khac": (
        "Biểu này làm cho {mot}, nhưng hồ sơ đi kèm biểu là của {hai}.",
        "Hỏi lại số liệu là của đơn vị nào; đơn vị kia điền vào biểu làm cho mình.",
        "Số của đơn vị này mà tính cho đơn vị kia thì cả hai đều sai.",
        "xã Tân Phú điền vào biểu của xã An Bình, ô hồ sơ đơn vị ghi don-vi.yaml của mình",
    ),
    "tong-hop-khac-ky": (
        "{don_vi} gửi số liệu {ky}, còn lần tổng hợp này là {can}.",
        "Xin lại tệp {can} của {don_vi}; nếu chỉ gõ nhầm kỳ thì sửa mục ky của tệp.",
        "Tệp của kỳ khác vẫn cộng được, nên tổng sai mà nhìn vào không thấy.",
        "ky: 2023 trong so-lieu/2024/xa/an-binh.yaml",
    ),
    "tong-hop-khac-goi": (
        "{don_vi} gửi số liệu của gói mẫu {goi}, còn lần tổng hợp này theo gói {can}.",
        "Xin tệp theo gói {can}; nếu chỉ gõ nhầm thì sửa mục goi của tệp.",
        "",
        "goi: cchc-quy trong khi các đơn vị khác ghi goi: cchc-nam",
    ),
    "tong-hop-muc-sai": (
        "Mục tong_hop của tệp này không còn như lúc lệnh «baocao tong-hop» ghi ra.",
        "Làm lại tệp bằng lệnh «baocao tong-hop»; số liệu riêng của đơn vị thì để ở tệp khác và thêm --kem.",
        "Mục này cho biết từng đơn vị góp bao nhiêu vào mỗi tổng.",
        "tong_hop: {don_vi: xã An Bình}",
    ),
    "vet-khong-co": (
        "Không có chỉ tiêu «{ma}» trong gói mẫu {goi}.{goi_y}",
        "Gõ mã hoặc tên chỉ tiêu sau --vet, ví dụ --vet tthc.tiep_nhan; xem các mã bằng lệnh «baocao mau "
        "truong {goi}».",
        "",
        "baocao tong-hop so-lieu/2024/xa --vet tthc.tiep_nhn",
    ),
    "cac-don-vi-sai": (
        "Mục cac_don_vi phải là danh sách tên các đơn vị cấp dưới.",
        "Gõ mỗi đơn vị một dòng, ví dụ «- xã An Bình» hoặc «- {{ten: xã An Bình, tep: an-binh}}».",
        "Danh sách này cho biết đơn vị nào chưa gửi số liệu.",
        "cac_don_vi: 12",
    ),
    "cac-don-vi-trung": (
        "Mục cac_don_vi ghi {don_vi} hai lần.",
        "Xóa một dòng.",
        "",
        "cac_don_vi: [xã An Bình, xã An Bình]",
    ),
}

_WARNINGS = {
    "tong-hop-chua-gui": (
        "Chưa có số liệu của {so}/{tong} đơn vị: {cac_don_vi}. Các tổng chưa kể những đơn vị này.",
        "Xin số liệu rồi chạy lại lệnh; danh sách đơn vị lấy từ {theo}.",
        "Thiếu một đơn vị thì mọi tổng đều nhỏ hơn thực tế.",
        "cac_don_vi có 12 xã, thư mục chỉ có 11 tệp",
    ),
    "tong-hop-chua-du": (
        "Số tổng hợp này chưa có của {so} đơn vị: {cac_don_vi}.",
        "Có thêm số liệu thì chạy lại lệnh «baocao tong-hop», rồi làm lại báo cáo.",
        "Báo cáo in số tổng mà không nói rõ còn thiếu đơn vị nào.",
        "tong_hop: {chua_gui: [xã An Bình]}",
    ),
    "tong-hop-con-ngo": (
        "Lời nhắc khi tổng hợp, chưa ai xem: {noi_dung}",
        "Hỏi lại đơn vị; sai thì sửa tệp của đơn vị rồi chạy lại «baocao tong-hop», đúng thì ghi «da_xem: "
        "[{ma}]» ở mục tong_hop của tệp riêng (--kem) hoặc của tệp này.",
        "Lời nhắc lúc tổng hợp mà quên thì số sai vào thẳng báo cáo.",
        "tong_hop: {can_xem: [{ma: bcdghk, noi_dung: «Phí, lệ phí đã thu» gấp 1.000 lần năm trước}]}",
    ),
    "tong-hop-con-ngo-khac": (
        "Khi tổng hợp có {tong} lời nhắc chưa ai xem; trên đây chưa nêu {so}.",
        "Xem hết ở mục can_xem của tong_hop trong tệp số liệu, hoặc chạy lại «baocao tong-hop».",
        "",
        "tong_hop có 25 lời nhắc ở mục can_xem",
    ),
    "tong-hop-bo-don-vi": (
        "{don_vi} không được cộng: {ly_do}.",
        "Sửa tệp của đơn vị rồi chạy lại lệnh, bỏ --nhap.",
        "",
        "baocao tong-hop so-lieu/2024/xa --nhap (khi một xã gửi tệp của năm khác)",
    ),
    "tong-hop-don-vi-la": (
        "{don_vi} không có trong danh sách đơn vị của {theo}.{goi_y}",
        "Nếu đúng là đơn vị cấp dưới thì thêm vào mục cac_don_vi; nếu viết khác tên thì sửa một trong "
        "hai chỗ.",
        "Đơn vị lạ vẫn được cộng vào tổng.",
        "cac_don_vi: [xã An Bình], tệp ghi «xã An Bìn»",
    ),
    "tong-hop-khong-co-ho-so": (
        "Mục don_vi ghi hồ sơ {tep} nhưng không đọc được tệp ấy; số liệu được tính là của {don_vi}, theo "
        "{theo}.",
        "Đúng đơn vị thì không phải làm gì; sai thì ghi tên đơn vị ở mục don_vi, ví dụ «don_vi: xã An Bình».",
        "Đặt nhầm tên tệp thì số của đơn vị này thành số của đơn vị khác.",
        "don_vi: khong-co.yaml",
    ),
    "tong-hop-trung-tep": (
        "{don_vi} có hai tệp cùng số liệu: {mot} và {hai}; chỉ cộng một lần.",
        "Xóa bớt một tệp.",
        "",
        "an-binh.yaml và bản sao an-binh (1).yaml",
    ),
    "tong-hop-tep-khac": (
        "Không đọc được như số liệu, nên không cộng: {cac_tep}.",
        "Nếu đơn vị gửi số liệu trong những tệp này thì xin lại theo biểu Excel hoặc tệp số liệu; không thì "
        "bỏ qua.",
        "Có đơn vị gửi báo cáo Word hoặc PDF thay cho biểu số liệu.",
        "so-lieu/2024/xa/an-binh.docx",
    ),
    "tong-hop-don-vi-tren": (
        "Tệp này ghi tên chính đơn vị tổng hợp ({don_vi}); số liệu của nó được cộng như một đơn vị nữa.",
        "Nếu là số riêng của cơ quan cấp trên thì để vậy; nếu là số tổng của mọi đơn vị thì chuyển tệp "
        "ra chỗ khác.",
        "Cộng số tổng cùng với các phần thì tổng lớn gấp đôi.",
        "so-lieu/2024/xa/huyen.yaml ghi tên huyện",
    ),
    "tong-hop-khac-khoang-ngay": (
        "{don_vi} lấy số liệu {khoang}, các đơn vị khác {can}.",
        "Xin lại số liệu theo cùng ngày chốt, hoặc nêu rõ trong báo cáo.",
        "Tổng của những số chốt khác ngày thì không so sánh được với kỳ sau.",
        "ky: {nam: 2024, den_ngay: 30/11/2024}",
    ),
    "tong-hop-thieu-so": (
        "«{ten}»: {so}/{tong} đơn vị chưa có số: {cac_don_vi}. Tổng {gia_tri} chưa kể những đơn vị "
        "này.{he_qua}",
        "Hỏi lại những đơn vị này. Trong kỳ không có thì ghi 0 hoặc «không phát sinh», đừng để trống.",
        "Ô trống không phải là 0: tổng thiếu mà nhìn vào không thấy.",
        "11 xã ghi tiep_nhan, một xã để trống",
    ),
    "tong-hop-thieu-o": (
        "«{ten}»: cột «{cot}» còn trống ở {cac_cho}; tổng của cột chưa kể những dòng này.",
        "Hỏi lại đơn vị rồi điền đủ cột; không có thì ghi 0 hoặc «không phát sinh».",
        "",
        "linh_vuc: [{ten: Đất đai, tiep_nhan: 95}]",
    ),
    "tong-hop-dong-gan-giong": (
        "«{ten}»: dòng «{mot}» ({cua_mot}) và dòng «{hai}» ({cua_hai}) viết gần giống nhau nên đứng thành "
        "hai dòng.",
        "Nếu là một thì sửa cho cùng cách viết rồi chạy lại lệnh.",
        "Mỗi dòng cộng theo đúng chữ đã viết.",
        "Hộ tịch và Hộ tich",
    ),
    "tong-hop-nam-truoc-khong-theo-dong": (
        "Không lấy được số năm trước của từng đơn vị: bảng này có mỗi đơn vị một dòng, còn mục nam_truoc "
        "không nêu một bảng như vậy.",
        "Nêu ở mục nam_truoc tệp nối với bảng năm trước (cũng có bang_tinh và cot_don_vi); không so sánh với "
        "năm trước thì ghi «nam_truoc: không».",
        "",
        "bang.yaml có cot_don_vi và nam_truoc: 2023.yaml, tệp 2023.yaml là số của cả huyện",
    ),
    "tong-hop-lech-nam-truoc": (
        "{don_vi}: «{ten}» là {so}, {lan} năm trước ({truoc}); ở các đơn vị khác thường {thuong}.{goi_y}",
        "Hỏi lại đơn vị; đúng thì bỏ qua.",
        "Gõ nhầm đơn vị tính hoặc thừa, thiếu một chữ số thường lộ ra khi so với năm trước.",
        "năm trước 1.250 hồ sơ, năm nay 1.250.000",
    ),
    "tong-hop-lech-don-vi-khac": (
        "{don_vi}: «{ten}» là {so}, {lan} mức giữa của {tong} đơn vị ({giua}).{goi_y}",
        "Hỏi lại đơn vị; đúng thì bỏ qua.",
        "Mức giữa là số trung vị; chỉ nhắc khi lệch quá xa so với độ chênh thường thấy giữa các đơn vị.",
        "11 xã từ 900 đến 2.000 hồ sơ, một xã 1.250.000",
    ),
    "tong-hop-giong-nam-truoc": (
        "{don_vi}: cả {so} số liệu năm nay đều giống hệt năm trước.",
        "Xem có phải tệp năm trước chỉ sửa lại mục ky không; xin lại số liệu năm nay.",
        "",
        "tệp 2023 chép thành 2024, chỉ đổi ky",
    ),
    "tong-hop-giong-don-vi-khac": (
        "{don_vi} và {hai} gửi cùng {so} số liệu giống hệt nhau.",
        "Xem có phải một bên chép tệp của bên kia rồi quên sửa số không.",
        "",
        "tệp của xã An Bình chép thành tệp của xã Tân Phú, chỉ đổi tên",
    ),
    "tong-hop-sua-tay": (
        "{don_vi}: «{ten}» ghi {ghi}, còn các đơn vị bên dưới cộng lại là {cong}. Lần này lấy {ghi}.",
        "Nếu số ghi thêm phần của cơ quan cấp trên thì để vậy; nếu không thì làm lại tệp tổng hợp của "
        "{don_vi}.",
        "Tổng hợp nhiều cấp: tổng của cấp dưới đã bị sửa sau khi tổng hợp.",
        "tong-hop.yaml của huyện có tiep_nhan sửa từ 24.378 thành 27.630",
    ),
    "tong-hop-xoa-tay": (
        "{don_vi}: «{ten}» không có số tổng trong tệp này, nhưng các đơn vị bên dưới cộng lại là {cong}. Lần "
        "này vẫn lấy {cong}.",
        "Số của đơn vị nào sai thì sửa tệp của đơn vị ấy rồi làm lại tệp tổng hợp của {don_vi}; đúng thì "
        "không phải làm gì.",
        "Tổng hợp nhiều cấp: tệp của cấp dưới mở ra thành từng đơn vị, nên xóa số tổng thì số của từng đơn "
        "vị vẫn còn.",
        "tong-hop.yaml của huyện bị xóa dòng tiep_nhan",
    ),
    "tong-hop-chi-tieu-rieng": (
        "{don_vi} dùng mẫu riêng có {chi_tieu}; những số này không cộng vào tổng.",
        "Thống nhất chỉ tiêu và đơn vị tính với đơn vị rồi xin lại số liệu.",
        "Cùng một tên mà khác đơn vị tính thì không cộng được.",
        "chi-tieu.yaml riêng của xã đổi don_vi_tinh của tthc.tiep_nhan",
    ),
    "tong-hop-cong-hai-noi": (
        "«{ten}» có cả trong tệp số liệu riêng ({rieng}) và trong số tổng hợp ({cong}). Kết quả lấy {rieng}.",
        "Bỏ trống ở tệp số liệu riêng để lấy số tổng hợp; còn số riêng của cơ quan thì để thành một tệp "
        "trong thư mục.",
        "",
        "--kem rieng.yaml có tthc.tiep_nhan: 500",
    ),
}

_REMARKS = {
    "tong-hop-thu-muc-con": (
        "Không tìm trong thư mục con: {cac_thu_muc}.",
        "Muốn cộng cả những thư mục đó thì gõ thêm tên của chúng vào lệnh.",
        "",
        "so-lieu/2024/xa/cu/",
    ),
    "tong-hop-da-xem-la": (
        "Mã «{ma}» ở mục da_xem không còn ứng với lời nhắc nào.",
        "Số đã đổi thì xem lại lời nhắc mới và ghi mã mới; không còn lời nhắc thì xóa mã này.",
        "Mỗi mã chỉ ứng với đúng con số đã xem.",
        "tong_hop: {da_xem: [bcdghk]} sau khi xã đã gửi lại số khác",
    ),
    "tong-hop-it-don-vi": (
        "«{ten}»: chỉ {co}/{tong} đơn vị có số ({gia_tri}): {cac_don_vi}.",
        "Các đơn vị còn lại để trống; trong kỳ không có thì nên ghi 0 hoặc «không phát sinh».",
        "",
        "chỉ một xã ghi to_chuc.tinh_gian",
    ),
    "tong-hop-bo-nam-truoc": (
        "Không cộng số năm trước của {cac_ten}: {cac_don_vi} chỉ có số của một trong hai năm.",
        "Điền chỗ trống của những đơn vị này trong tệp năm nay hoặc năm trước; chưa điền thì báo cáo không "
        "so sánh những số này với năm trước.",
        "Tổng hai năm của những đơn vị khác nhau thì không so sánh được.",
        "năm nay 12 xã ghi tthc.tiep_nhan, năm trước chỉ có tệp của 11 xã",
    ),
    "tong-hop-ty-le-bo": (
        "«{ten}» không tính lại được vì chưa có {thieu}: {cac_don_vi} chỉ ghi sẵn tỷ lệ.",
        "Xin số lượng để tính; không lấy trung bình các tỷ lệ.",
        "Trung bình của các tỷ lệ không phải là tỷ lệ của tổng.",
        "mười hai xã đều ghi ty_le_ky_so, không xã nào ghi van_ban_ky_so",
    ),
    "tong-hop-khong-cong": (
        "Không cộng, đơn vị tổng hợp tự nhập nếu cần: {cac_ten}.",
        "Nhập những mục này vào tệp số liệu riêng rồi thêm --kem, hoặc nhập thẳng vào kết quả.",
        "Hạng, điểm, văn bản và lời văn của từng đơn vị không cộng thành của chung.",
        "chi_so.hang",
    ),
}

_PACK = {
    "chi-tieu-tong-hop-sai": (
        "Chỉ tiêu «{ma}» không tổng hợp được theo cách «{cach}».",
        "Danh sách cộng theo dòng (cong) hoặc mỗi đơn vị một dòng (don_vi) cần một cột chữ; "
        "số đếm, tiền và điểm chỉ nhận cong hoặc bo.",
        "",
        "tong_hop: don_vi cho một chỉ tiêu loai: dem",
    ),
}

MESSAGES: dict[str, Message] = (
    catalogue_of(Family.DATA, Severity.ERROR, _ERRORS)
    | catalogue_of(Family.FIGURES, Severity.WARNING, _WARNINGS)
    | catalogue_of(Family.FIGURES, Severity.INFO, _REMARKS)
    | catalogue_of(Family.PACK, Severity.ERROR, _PACK)
)
