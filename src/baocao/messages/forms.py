"""Messages about filled forms: sheets, rows, columns and cells that are not as the form was made."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

_MAKE = "làm biểu mới bằng lệnh «baocao bieu tao»"

_FORM = {
    "bang-tinh-khong-la-bieu": (
        "Tệp {tep} là bảng tính nhưng không phải biểu do baocao làm.",
        f"Muốn dùng biểu thì {_MAKE} rồi điền vào đó; muốn dùng bảng này thì viết tệp số liệu có mục"
        " bang_tinh chỉ rõ số nào lấy ở ô nào.",
        "",
        "baocao tao bang-rieng.xlsx",
    ),
    "bieu-mat-trang-ma": (
        "Biểu này mất trang ẩn ghi mã các ô, nên không biết ô nào là của chỉ tiêu nào.",
        f"Cần {_MAKE} rồi chép số liệu sang; gửi cả tệp, đừng chép riêng từng trang tính sang tệp khác.",
        "",
        "Chép các trang của biểu sang một tệp Excel mới",
    ),
    "bieu-dang-moi": (
        "Biểu này do bản baocao mới hơn làm ra (dạng {dang}), bản đang dùng chỉ đọc được đến dạng {biet}.",
        "Cập nhật baocao rồi chạy lại, hoặc làm biểu mới bằng bản đang dùng.",
        "",
        "dang: 2",
    ),
    "bieu-khac-goi": (
        "Biểu này làm cho gói mẫu «{goi}», không phải gói «{can}».",
        "Đưa đúng biểu của gói «{can}», hoặc bỏ --mau để làm báo cáo theo gói «{goi}».",
        "Hai gói có thể hiểu cùng một ô theo hai cách.",
        "baocao tao bieu.xlsx --mau kiem-soat",
    ),
    "bieu-mat-trang": (
        "Biểu thiếu trang tính «{trang}».",
        f"Chép lại trang đó từ biểu gốc. Không còn biểu gốc thì làm lại: {_MAKE}, thêm --so-lieu"
        " và tên tệp này để giữ những số đã gõ.",
        "Số liệu của trang bị xóa sẽ không vào báo cáo.",
        "Xóa trang «2. Cải cách thể chế»",
    ),
    "bieu-trang-lap": (
        "Trang tính này là bản sao của trang «{trang}», không biết lấy số liệu ở trang nào.",
        "Xóa trang không dùng, giữ lại một trang.",
        "",
        "Trang «1. Kết quả chung» và «1. Kết quả chung (2)»",
    ),
    "bieu-ma-trung": (
        "Dòng (hoặc cột) của «{nhan}» có ở hai chỗ: {cho} và ở đây.",
        "Xóa dòng (hoặc cột) chép thừa, giữ lại một.",
        "Không thể biết số ở chỗ nào mới là số đúng.",
        "Chép dòng 14 rồi chèn vào dưới",
    ),
    "bieu-ma-sua": (
        "Ô ẩn này cho máy biết dòng (hoặc cột) là của chỉ tiêu nào; nó phải là «{can}» nhưng đang là «{ma}».",
        "Gõ lại «{can}» vào ô này, hoặc lấy lại biểu gốc.",
        "Sửa ô này thì số của dòng (hoặc cột) bị tính cho chỉ tiêu khác.",
        "Gõ số vào cột A đang ẩn",
    ),
    "bieu-ma-la": (
        "Dòng (hoặc cột) này không có trong biểu khi làm ra; ô ẩn ở đầu ghi «{ma}».",
        "Xóa dòng (hoặc cột) này; số liệu thì gõ vào dòng có sẵn của chỉ tiêu.",
        "",
        "Chép một dòng từ biểu khác sang",
    ),
    "bieu-mat-cot-ma": (
        "Trang này mất cột A đang ẩn, là cột cho biết mỗi dòng là của chỉ tiêu nào.",
        "Bấm Ctrl+Z nếu vừa xóa; không thì chép cả trang này từ biểu gốc rồi gõ lại số liệu vào đó.",
        "Các lỗi khác của trang này chưa nêu, vì chưa chắc số nào của chỉ tiêu nào.",
        "Chọn cả trang rồi xóa cột A",
    ),
    "bieu-mat-dong-ma": (
        "Trang này mất dòng 1 đang ẩn, là dòng cho biết mỗi cột dùng để làm gì.",
        "Bấm Ctrl+Z nếu vừa xóa; không thì chép cả trang này từ biểu gốc rồi gõ lại số liệu vào đó.",
        "Các lỗi khác của trang này chưa nêu, vì chưa chắc ô nào là số liệu.",
        "Xóa dòng 1",
    ),
    "bieu-khac-ky": (
        "Biểu này làm cho {ky_bieu} mà các ô kỳ báo cáo của biểu nay ghi {ky}.",
        "Gõ lại các ô đó cho đúng {ky_bieu}; cần báo cáo {ky} thì làm biểu mới bằng lệnh «baocao bieu tao».",
        "Nhãn «Kỳ trước», các ngày và phép kiểm tra trong biểu là của {ky_bieu}.",
        "Bỏ khóa trang Chung rồi sửa năm 2026 thành 2025",
    ),
    "bieu-chu-thich-ten-sai": (
        "Tên chú thích «{ten}» có dấu cách hoặc dấu câu.",
        "Gõ tên liền không dấu, ví dụ {vi_du}; trong lời văn gọi chú thích này bằng [^{vi_du}].",
        "",
        "Gõ «Mô hình mới» vào cột «Tên chú thích»",
    ),
    "bieu-mat-cot": (
        "Trang này mất cột «{cot}».",
        "Bấm Ctrl+Z nếu vừa xóa; không thì chép lại trang này từ biểu gốc.",
        "",
        "Xóa cột E",
    ),
    "bieu-dong-la": (
        "Dòng này không có trong biểu nên không biết «{gia_tri}» là của chỉ tiêu nào.",
        "Chuyển số liệu vào dòng có sẵn của chỉ tiêu rồi xóa dòng này; nội dung riêng thì viết ở Lời văn.",
        "",
        "Chèn một dòng mới rồi gõ số vào",
    ),
    "bieu-lech-nhan": (
        "Ở đây ghi «{ghi}» nhưng ô này là chỗ của «{can}».{them}",
        "Các dòng đã bị sắp xếp hoặc dời đi: bấm Ctrl+Z để trả về chỗ cũ, hoặc chép trang này từ biểu gốc"
        " rồi gõ lại số vào đó.",
        "Để vậy thì số liệu vào nhầm chỉ tiêu; các lỗi khác của trang này chưa nêu.",
        "Sắp xếp cột «Chỉ tiêu» theo A đến Z",
    ),
    "bieu-o-gop": (
        "Các ô {vung} đã bị gộp thành một, nên không biết số liệu là của ô nào.",
        "Trên thẻ Trang đầu (Home) bấm Phối và Căn giữa (Merge & Center) để bỏ gộp ô, rồi gõ số vào từng ô.",
        "",
        "Gộp E14 với E15",
    ),
    "bieu-chu-thich-thieu-ten": (
        "Chú thích này có nội dung mà chưa có tên.",
        "Gõ vào ô này một tên liền không dấu, ví dụ mo_hinh; trong lời văn gọi chú thích bằng [^mo_hinh].",
        "",
        "Trang Chú thích, cột tên để trống",
    ),
    "bieu-muc-khac-trung": (
        "Mục «{muc}» ghi ở đây mà {o} cũng đã gõ.",
        "Giữ lại một chỗ: xóa dòng này của trang Mục khác, hoặc xóa chữ, số ở ô kia.",
        "Không thể biết chỗ nào mới là chỗ đúng.",
        "so_lieu.tthc.tiep_nhan ở trang Mục khác khi ô của chỉ tiêu này đã gõ",
    ),
    "bieu-muc-khac-lech": (
        "Dòng này ghi thêm cho dòng thứ {dong} «{can}» của «{muc}», mà dòng ấy nay là «{co}».",
        "Các dòng của bảng đã đổi chỗ, bị xóa hoặc sửa tên: sửa số thứ tự và tên trong ngoặc vuông"
        " cho khớp bảng, hoặc xóa dòng này.",
        "Để vậy thì phần ghi thêm vào nhầm dòng.",
        'so_lieu.tthc.linh_vuc[1 "Hộ tịch"].tiep_nhan.nguon sau khi xóa dòng Hộ tịch',
    ),
    "bieu-muc-khac-xa": (
        "Dòng này ghi dòng thứ {dong} của «{muc}», mà ở đó mới có {so} dòng.",
        "Sửa số trong ngoặc vuông cho khớp bảng, hoặc xóa dòng này.",
        "",
        "van_ban.can_cu[300000000]",
    ),
    "bieu-duong-dan-sai": (
        "Không hiểu «{gia_tri}» ở trang Mục khác là mục nào.",
        "Gõ tên mục như trong tệp số liệu, ví dụ so_lieu.tthc.tiep_nhan.nguon; hoặc xóa dòng này.",
        "",
        "so_lieu..tthc",
    ),
}

_WARNINGS = {
    "bieu-mat-dong": (
        "Trang này mất {so} dòng nên coi như để trống: {cac_dong}.",
        "Nếu có số liệu thì chép lại dòng đó từ biểu gốc, cả cột A đang ẩn; không có thì bỏ qua.",
        "",
        "Xóa dòng 14",
    ),
    "bieu-dong-tong": (
        "Dòng «{ten}» của danh sách không đọc: máy tự cộng các dòng trên.",
        "Xóa dòng này; nếu đúng là tên của một mục thì viết tên đầy đủ.",
        "Đọc cả dòng tổng thì mọi số bị tính hai lần.",
        "Gõ «Tổng cộng» dưới dòng cuối của bảng lĩnh vực",
    ),
    "bieu-go-de": (
        "Ô này do máy tính mà nay gõ đè «{gia_tri}»; số gõ ở đây không được đọc.",
        "Gõ số vào ô {o} ở cột «Số liệu» cùng dòng; ô này thì bấm Ctrl+Z, hoặc để nguyên.",
        "Cột «Máy tính» chỉ có công thức, để so với số gõ ở cột «Số liệu».",
        "Bỏ khóa trang rồi gõ số vào cột «Máy tính»",
    ),
    "bieu-cot-la": (
        "Cột này không có trong biểu nên không đọc, ví dụ «{gia_tri}».",
        "Chuyển nội dung vào một cột có sẵn của biểu; chỉ ghi cho mình thì để nguyên.",
        "",
        "Thêm một cột bên phải bảng",
    ),
    "bieu-ky-truoc-khac": (
        "Cột «Kỳ trước» ghi {so}, còn tệp năm trước ghi {so_tep}; báo cáo so với số trong tệp.",
        "Tệp năm trước sai thì sửa tệp đó; tệp đúng thì bỏ qua, hoặc gõ lại ô này cho khớp.",
        "Có tệp năm trước thì cột «Kỳ trước» chỉ để xem.",
        "Chung!C7 ghi 2025.yaml, rồi sửa một số ở cột «Kỳ trước»",
    ),
    "bieu-goi-cu": (
        "Biểu này làm theo phiên bản {cu} của gói «{goi}», nay là {moi}.{them}",
        f"Nên {_MAKE}, thêm --so-lieu và tên tệp này để chuyển những số đã gõ sang.",
        "Biểu cũ không có ô cho những chỉ tiêu mới.",
        "",
    ),
}

_INFO = {
    "bieu-ho-so-cho-khac": (
        "Biểu không còn nằm cạnh hồ sơ đơn vị của nó; dùng hồ sơ {ho_so}, cũng của {ten}.",
        "Đúng hồ sơ thì không phải làm gì; khác thì thêm --don-vi rồi đến tên tệp hồ sơ.",
        "",
        "Chép biểu của xã sang thư mục khác rồi chạy lệnh trong thư mục làm việc của xã",
    ),
    "bieu-doi-ten-trang": (
        "Trang này trong biểu tên là «{trang}», đã bị đổi tên; vẫn đọc như trang đó.",
        "Không phải sửa gì.",
        "",
        "Đổi tên trang «Chung» thành «Thông tin»",
    ),
    "so-go-kem-chu": (
        "Ô này gõ «{gia_tri}»; baocao đọc được, nhưng phép tính trong biểu bỏ qua vì ô có chữ.",
        "Gõ {so} vào ô này{cho}.",
        "Excel không cộng những ô là chữ.",
        "hơn 850",
    ),
    "so-go-thanh-chu": (
        "Số «{gia_tri}» trong ô này gõ thành chữ; baocao đọc là {so}.{cung_dong}",
        "Gõ lại số vào ô, bỏ dấu nháy đơn ở đầu nếu có, để công thức ở các ô khác cộng cả ô này.",
        "Excel không cộng những ô là chữ.",
        "'27.630",
    ),
}

_DATES = {
    "o-la-ngay": (
        "Ô này là ngày {gia_tri}, không phải con số.",
        "Gõ lại con số, ví dụ {vi_du}; ô vẫn ra ngày thì đổi kiểu ô sang Số (Number) trước khi gõ.",
        "Excel tự đổi những gì giống ngày tháng, ví dụ 11/12 thành ngày 11 tháng 12.",
        "Gõ 11/12 vào ô thứ hạng",
    ),
    "ngay-la-so": (
        "Ô này cần ngày mà đang là số {gia_tri}.{goi_y}",
        "Gõ ngày/tháng/năm vào ô, ví dụ {vi_du}; hoặc đổi kiểu ô sang Ngày (Date).",
        "Excel giữ ngày dưới dạng số thứ tự; ô mất kiểu ngày thì chỉ còn con số.",
        "45376",
    ),
}

MESSAGES: dict[str, Message] = (
    catalogue_of(Family.DATA, Severity.ERROR, _FORM | _DATES)
    | catalogue_of(Family.DATA, Severity.WARNING, _WARNINGS)
    | catalogue_of(Family.DATA, Severity.INFO, _INFO)
)
