"""Messages about runs over many units: what is to be made, and the names of the reports."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

_ERRORS = {
    "hang-loat-khong-co-nguon": (
        "Không có tệp hoặc thư mục {noi}.{goi_y}",
        "Kiểm tra lại tên; lệnh tìm từ thư mục đang đứng.",
        "",
        "baocao hang-loat so-lieuu -o bao-cao",
    ),
    "hang-loat-khong-co-viec": (
        "Không có số liệu nào để làm báo cáo ở {noi}.",
        "Gõ đúng tên thư mục chứa tệp số liệu (YAML, JSON hoặc biểu Excel), tệp số liệu có bảng mỗi đơn vị "
        "một dòng, hoặc danh sách việc.",
        "",
        "baocao hang-loat so-lieu/2025 -o bao-cao (khi thư mục trống)",
    ),
    "viec-thieu-so-lieu": (
        "Việc thứ {thu_tu} của danh sách chưa ghi tệp số liệu.",
        "Ghi tên tệp số liệu ở mục so_lieu (cột «Số liệu»), ví dụ so-lieu/an-binh.yaml.",
        "",
        "cac_viec: [{mau: cchc-nam}]",
    ),
    "viec-sai-dang": (
        "Việc thứ {thu_tu} của danh sách không viết đúng: {ly_do}.",
        "Ghi mỗi việc thành các mục so_lieu, don_vi, dong, mau, tep, mỗi mục một giá trị.",
        "",
        "cac_viec: [an-binh.yaml, [tan-phu.yaml]]",
    ),
    "viec-thieu-cot": (
        "Danh sách việc chưa có cột «{cot}», cột ghi tên tệp số liệu của mỗi đơn vị.",
        "Thêm cột đó vào dòng tiêu đề, mỗi dòng một tệp; các cột khác, khi cần, là {cac_cot}.",
        "",
        "viec.csv có dòng tiêu đề «Đơn vị;Tệp» và không có cột nào ghi tệp số liệu",
    ),
    "viec-o-qua-dai": (
        "Từ dòng này, danh sách việc có một ô dài hơn {nghin} nghìn chữ.",
        'Tìm dấu ngoặc kép (") thừa ở dòng này: thiếu dấu đóng thì mọi dòng sau bị gộp vào một ô.',
        "",
        'viec.csv có ô mở đầu bằng " mà không đóng, sau đó là hàng nghìn dòng',
    ),
    "viec-muc-la": (
        "Danh sách việc có mục «{muc}» mà chương trình không biết.{goi_y}",
        "Dùng các mục {co_the}.",
        "",
        "cac_viec: [{so_lieu: an-binh.yaml, goii: cchc-nam}]",
    ),
    "viec-khong-co-tep": (
        "Không có tệp {tep} mà việc thứ {thu_tu} của danh sách cần.",
        "Sửa tên tệp trong danh sách; tên được tính từ thư mục chứa danh sách.",
        "",
        "cac_viec: [{so_lieu: khong-co.yaml}]",
    ),
    "viec-ten-tep-sai": (
        "Không đặt được tên tệp «{tep}» cho việc thứ {thu_tu}: {ly_do}.",
        "Sửa ở mục tep (cột «Tệp»), ví dụ an-binh.docx hoặc cum-1/an-binh.docx; bỏ trống thì chương trình tự "
        "đặt tên.",
        "",
        "cac_viec: [{so_lieu: an-binh.yaml, tep: ../an-binh.docx}]",
    ),
    "viec-dong-khong-bang": (
        "Việc thứ {thu_tu} nêu dòng «{dong}» nhưng {tep} không có bảng mỗi đơn vị một dòng.",
        "Bỏ mục dong, hoặc nêu tệp số liệu có bang_tinh với cot_don_vi.",
        "",
        "cac_viec: [{so_lieu: an-binh.yaml, dong: An Bình}]",
    ),
    "viec-dong-khong-co": (
        "Bảng của {tep} không có dòng «{dong}» mà việc thứ {thu_tu} cần.{goi_y}",
        "Ghi tên đơn vị như trong bảng, hoặc số thứ tự dòng của bảng tính.",
        "",
        "cac_viec: [{so_lieu: 2025.yaml, dong: Xã Không Có}]",
    ),
}

_WARNINGS = {
    "hang-loat-trung-don-vi": (
        "Hai bảng cùng kỳ đều có {don_vi}: {mot} và {hai}.",
        "Nếu là một đơn vị thì xóa dòng ở một bảng; nếu là hai đơn vị trùng tên thì ghi mã đơn vị (mục ma) "
        "để tên tệp khác nhau.",
        "Mỗi nơi thành một báo cáo, người nhận không biết bản nào đúng.",
        "hai bảng của hai tệp số liệu đều có dòng «Xã Tân Phú»",
    ),
    "viec-trung-tep": (
        "Việc thứ {cac_viec} của danh sách đặt một tên tệp {tep} cho {so} báo cáo; mỗi tệp được thêm mấy chữ "
        "số để phân biệt.",
        "Sửa ở mục tep (cột «Tệp») để mỗi báo cáo một tên; việc làm nhiều đơn vị thì bỏ trống mục này.",
        "",
        "cac_viec: [{so_lieu: a.yaml, tep: x.docx}, {so_lieu: b.yaml, tep: x.docx}]",
    ),
    "viec-hai-ban": (
        "Một đơn vị có nhiều báo cáo cùng số liệu, cùng mẫu ({tep}), tên tệp: {cac_ten}.",
        "Bỏ bớt việc thừa trong danh sách; nếu cần nhiều bản thì không phải sửa gì.",
        "",
        "cac_viec: [2025.yaml, {so_lieu: 2025.yaml, dong: Xã Tân Phú, tep: tan-phu.docx}]",
    ),
    "hang-loat-trung-ten": (
        "Có {so} báo cáo trùng tên tệp với nhau, ví dụ {ten} từ {hai_noi}{cua}; mỗi tệp được thêm mấy chữ số "
        "để phân biệt.",
        "Nếu một đơn vị có hai tệp số liệu thì bỏ bớt một tệp; nếu là hai kỳ thì thêm {{nam}} hoặc {{ky}} "
        "vào --ten-tep.",
        "",
        "so-lieu/2023/an-binh.yaml và so-lieu/2024/an-binh.yaml của cùng một xã, chưa có số văn bản",
    ),
}

_REMARKS = {
    "hang-loat-bo-qua": (
        "Không làm báo cáo từ {so} tệp: {cac_tep}; {ly_do}.",
        "Không cần làm gì nếu đúng như vậy; nếu là số liệu của một đơn vị thì nêu thẳng tên tệp trong lệnh.",
        "",
        "thư mục số liệu có thêm bảng tính gốc mà các tệp số liệu lấy số ra",
    ),
    "hang-loat-chua-la-so-lieu": (
        "Đã bỏ qua {so} tệp chưa dùng được làm số liệu: {cac_tep}.",
        "Không phải số liệu của đơn vị nào thì không cần làm gì. Nếu phải: tệp chữ .md thì để các mục khai "
        "báo (goi, ky, …) ở đầu tệp, giữa hai dòng «---»; tệp có đuôi .txt thì bỏ đuôi ấy; rồi chạy lại.",
        "Thiếu dòng «---» hoặc có đuôi khác thì không biết đó là tệp số liệu.",
        "thư mục số liệu có an-binh.yaml.txt",
    ),
    "hang-loat-viec-lap": (
        "{tep} được nêu {so} lần; chỉ làm một báo cáo.",
        "Không cần làm gì.",
        "",
        "baocao hang-loat so-lieu so-lieu/an-binh.yaml -o bao-cao",
    ),
}

_USAGE = {
    "hang-loat-khong-co-ho-so": (
        "Không có tệp hồ sơ {tep} nêu ở --don-vi.",
        "Gõ đúng tên tệp, ví dụ --don-vi tinh/don-vi.yaml; mỗi tệp số liệu đã có hồ sơ thì bỏ --don-vi.",
        "Hồ sơ nêu ở --don-vi dùng cho mọi báo cáo của lần chạy.",
        "baocao hang-loat so-lieu -o bao-cao --don-vi khong-co.yaml",
    ),
    "hang-loat-truong-la": (
        "Mẫu tên tệp có {truong} mà chương trình không biết.{goi_y}",
        "Dùng các chỗ trống sau: {cac_truong}.",
        "",
        "baocao hang-loat so-lieu -o bao-cao --ten-tep {tenn}",
    ),
    "hang-loat-mau-ten-sai": (
        "Mẫu tên tệp «{mau}» không dùng được: {ly_do}.",
        "Ghi chữ, số, dấu gạch nối và các chỗ trống như {{ma}}-{{ten}}-{{so}}; dấu / để chia thư mục.",
        "",
        "baocao hang-loat so-lieu -o bao-cao --ten-tep ../{ten}",
    ),
    "hang-loat-phan-sai": (
        "Không chia được phần «{phan}».",
        "Gõ phần thứ mấy trên tổng số phần, ví dụ 2/5 là phần thứ hai của năm phần.",
        "",
        "baocao hang-loat so-lieu -o bao-cao --phan 6/5",
    ),
}

_INTERNAL = {
    "hang-loat-loi-chuong-trinh": (
        "Chương trình gặp lỗi khi làm báo cáo của {don_vi}: {ly_do}.",
        "Các đơn vị khác vẫn làm tiếp. Chạy lại với --lai; nếu vẫn lỗi thì gửi tệp số liệu của đơn vị này "
        "kèm lời in của «baocao thong-tin» cho người phụ trách.",
        "Đây không phải lỗi của số liệu.",
        "",
    ),
    "hang-loat-het-bo-nho": (
        "Máy hết bộ nhớ khi làm báo cáo của {don_vi}.",
        "Đóng bớt chương trình khác hoặc giảm --so-tien-trinh, rồi chạy lại với --lai.",
        "",
        "",
    ),
}

MESSAGES: dict[str, Message] = (
    catalogue_of(Family.DATA, Severity.ERROR, _ERRORS)
    | catalogue_of(Family.DATA, Severity.WARNING, _WARNINGS)
    | catalogue_of(Family.DATA, Severity.INFO, _REMARKS)
    | catalogue_of(Family.USAGE, Severity.ERROR, _USAGE)
    | catalogue_of(Family.INTERNAL, Severity.ERROR, _INTERNAL)
)
