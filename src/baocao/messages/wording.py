"""Messages about the words of a finished report: spelling, abbreviations, marks, numbers of items."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

_SLIPS = {
    "chu-lap": (
        "Chữ bị gõ lặp: «{lap}».",
        "Xóa một lần, chỉ để «{chu}».",
        "",
        "đã giải quyết giải quyết 12 hồ sơ",
    ),
    "phan-tram-hai-lan": (
        "Dấu phần trăm gõ hai lần, gần chữ «{chu}».",
        "Xóa một dấu. Trong tệp soạn, chỗ điền một tỷ lệ in sẵn dấu %: sau đó không gõ thêm.",
        "",
        "đúng hạn đạt 96%%",
    ),
    "viet-tat-go-nham": (
        "Chữ viết tắt «{viet_tat}» không được giải thích ở đâu; có lẽ là «{dung}» gõ nhầm.",
        "Sửa thành «{dung}»; nếu đúng là «{viet_tat}» thì ghi cả cụm từ ở chỗ dùng lần đầu.",
        "Người đọc không tra được chữ viết tắt này.",
        "văn bản quy phạm pháp luật (VBQPPL) … 07/14 VBVPPL",
    ),
    "viet-sai": (
        "«{sai}» viết sai chính tả.",
        "Sửa thành «{dung}».",
        "",
        "bổ xung kinh phí",
    ),
    "am-tiet-sai": (
        "«{chu}» viết sai: {sai_sao}.",
        "{cach_sua}",
        "Tiếng Việt không có chữ nào viết như vậy.",
        "hiêụ quả, nghành giáo dục, yeu cầu",
    ),
    "chu-dinh": (
        "Hai chữ gõ dính vào nhau: «{chu}».",
        "Thêm dấu cách: «{dung}».",
        "",
        "tổ chức thựchiện",
    ),
    "thieu-dau-dong": (
        "Dấu {loai} mở «{dau}» không có dấu đóng «{thieu}», gần chữ «{chu}».",
        "Thêm «{thieu}» vào chỗ kết thúc, hoặc xóa dấu mở.",
        "",
        "tiếp nhận 12 hồ sơ (trong đó trực tuyến 10 hồ sơ.",
    ),
    "thieu-dau-mo": (
        "Dấu {loai} đóng «{dau}» không có dấu mở «{thieu}», gần chữ «{chu}».",
        "Thêm «{thieu}» vào chỗ bắt đầu, hoặc xóa dấu đóng.",
        "",
        "Trung tâm Dịch vụ Nông nghiệp 02 người).",
    ),
    "nhay-le": (
        "Dấu nháy {dau} đứng một mình, gần chữ «{chu}».",
        "Thêm dấu nháy ở đầu kia của lời trích, hoặc xóa dấu này.",
        "",
        'phong trào "Đẩy mạnh cải cách hành chính.',
    ),
    "ket-thieu-dau": (
        "Văn bản kết thúc bằng «{chu}», không có dấu ./. ở cuối.",
        "Thêm ./. ngay sau chữ cuối cùng.",
        "Mẫu văn bản của Nghị định số 30/2020/NĐ-CP, Phụ lục III: nội dung kết thúc bằng ./.",
        "Trên đây là báo cáo của Ủy ban nhân dân xã.",
    ),
    "ket-sai-dau": (
        "Văn bản kết thúc bằng «{dau}», gõ thiếu hoặc nhầm; dấu kết thúc là ./.",
        "Sửa «{dau}» thành ./.",
        "Mẫu văn bản của Nghị định số 30/2020/NĐ-CP, Phụ lục III: nội dung kết thúc bằng ./.",
        "báo cáo Ban Chấp hành Đảng bộ Huyện./",
    ),
    "so-muc-nhay": (
        "Số thứ tự nhảy từ «{truoc}» sang «{muc}», gần chữ «{chu}».",
        "Sửa thành «{dung}» và đánh lại các mục sau, hoặc thêm mục còn thiếu.",
        "",
        "I. … II. … IV. …",
    ),
    "so-muc-lap": (
        "Số thứ tự «{muc}» đã dùng cho mục ngay trước, gần chữ «{chu}».",
        "Sửa thành «{dung}» và đánh lại các mục sau.",
        "",
        "1. … 2. … 2. …",
    ),
    "so-muc-lech": (
        "Mục «{muc}» nằm dưới mục «{truoc}», hai số không khớp nhau.",
        "Sửa thành «{dung}».",
        "",
        "2. Cải cách thủ tục … 1.1. Kết quả rà soát",
    ),
    "chu-bang-ma-cu": (
        "Có chữ gõ theo bộ mã cũ ({ma}), ví dụ «{chu}», nên chưa soát được chính tả.",
        "Chuyển sang Unicode: chọn toàn bộ chữ và chép, bấm Ctrl+Shift+F6 của UniKey, chọn bảng mã nguồn "
        "{ma}, bảng mã đích Unicode, bấm Chuyển mã, dán lại, rồi soát lại.",
        "Chữ gõ theo bộ mã cũ chỉ hiện đúng với phông cũ.",
        "ñy ban nh©n d©n",
    ),
}

_REMARKS = {
    "viet-tat-chua-neu": (
        "Chữ viết tắt «{viet_tat}» không được giải thích ở chỗ nào trong văn bản.",
        "Ở chỗ dùng lần đầu, viết cả cụm từ rồi ghi ({viet_tat}) ngay sau; hoặc bỏ viết tắt.",
        "Người đọc ngoài đơn vị có thể không hiểu.",
        "tiếp nhận 02 PAKN của công dân",
    ),
    "viet-tat-truoc": (
        "Chữ viết tắt «{viet_tat}» được dùng trước chỗ giải thích.",
        "Chuyển phần giải thích ({viet_tat}) lên chỗ dùng lần đầu, hoặc viết cả cụm từ ở đây.",
        "",
        "xử lý PAKN … phản ánh, kiến nghị (PAKN)",
    ),
    "hai-cach-viet": (
        "Một từ viết hai cách: «{it}» ({so_it} chỗ) và «{nhieu}» ({so_nhieu} chỗ).",
        "Chọn một cách cho cả văn bản, ví dụ sửa «{it}» thành «{nhieu}».",
        "",
        "theo quy định … đúng qui định",
    ),
    "hai-cach-viet-hoa": (
        "Viết hoa không thống nhất trong cùng cụm từ: «{it}» ({so_it} chỗ) và «{nhieu}» ({so_nhieu} chỗ).",
        "Chọn một cách cho cả văn bản, ví dụ sửa «{it}» thành «{nhieu}».",
        "",
        "UBND Huyện … UBND huyện",
    ),
    "dau-thanh-hai-kieu": (
        "Dấu thanh đặt hai kiểu: «{it}» ({so_it} chỗ) và «{nhieu}» ({so_nhieu} chỗ).",
        "Chọn một kiểu cho cả văn bản, ví dụ theo «{nhieu}».",
        "Kiểu hòa và kiểu hoà đều được dùng, nhưng một văn bản nên theo một kiểu.",
        "số hóa hồ sơ … số hoá kết quả",
    ),
    "ngay-thieu-so-khong": (
        "«{ngay}» thiếu số 0 phía trước{may_cho}.",
        "Sửa thành «{dung}»: ngày dưới 10 và tháng 1, tháng 2 viết thêm số 0.",
        "Nghị định số 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 4.",
        "ngày 5 tháng 1 năm 2024",
    ),
    "thang-thua-so-khong": (
        "«{ngay}» thừa số 0 trước tháng{may_cho}.",
        "Sửa thành «{dung}»: chỉ tháng 1 và tháng 2 viết thêm số 0.",
        "Nghị định số 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 4.",
        "ngày 05 tháng 04 năm 2024",
    ),
    "cach-truoc-dau": (
        "Thừa dấu cách trước «{dau}», gần chữ «{chu}».",
        "Xóa dấu cách đó.",
        "",
        "tiếp nhận 12 hồ sơ , giải quyết 10 hồ sơ",
    ),
    "cach-nham-ben": (
        "Dấu cách đặt nhầm bên của «{dau}», gần chữ «{chu}».",
        "Bỏ dấu cách phía trước «{dau}», thêm một dấu cách phía sau.",
        "",
        "nghiêm túc ;tỷ lệ đúng hạn cao",
    ),
    "cach-sau-mo": (
        "Thừa dấu cách sau «{dau}», gần chữ «{chu}».",
        "Xóa dấu cách đó.",
        "",
        "( Dự thảo)",
    ),
    "thieu-cach": (
        "Thiếu dấu cách cạnh «{dau}», gần chữ «{chu}».",
        "Thêm một dấu cách.",
        "",
        "rà soát,đánh giá thủ tục hành chính",
    ),
    "gach-lech": (
        "Dấu gạch nối chỉ có dấu cách ở một bên, gần chữ «{chu}».",
        "Để dấu cách ở cả hai bên, hoặc bỏ cả hai.",
        "",
        "giai đoạn 2020 -2025",
    ),
    "hai-dau-lien": (
        "Hai dấu câu đứng liền nhau: «{dau}», gần chữ «{chu}».",
        "Xóa dấu thừa.",
        "",
        "đạt 5/10 điểm.; lĩnh vực xây dựng",
    ),
    "cau-thieu-cham": (
        "Đoạn văn kết thúc ở «{chu}» mà không có dấu câu.",
        "Thêm dấu chấm, hoặc gõ nốt câu nếu còn thiếu chữ.",
        "",
        "Đoạn dài kết thúc bằng «… trong thời gian tới»",
    ),
    "chu-dau-roi": (
        "Có {so_doan} đoạn gõ bằng Unicode tổ hợp: chữ và dấu là hai ký tự rời nhau.",
        "Chọn những đoạn đó và chép, bấm Ctrl+Shift+F6 của UniKey, chọn bảng mã nguồn Unicode tổ hợp, bảng "
        "mã đích Unicode, bấm Chuyển mã rồi dán lại.",
        "Tìm những chữ này bằng Ctrl+F sẽ không thấy.",
        "Đoạn chép từ máy Mac",
    ),
}

MESSAGES: dict[str, Message] = catalogue_of(Family.DATA, Severity.WARNING, _SLIPS) | catalogue_of(
    Family.DATA, Severity.INFO, _REMARKS
)
