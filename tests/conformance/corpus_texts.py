"""The documents of the corpus: made-up units, figures and names, written as offices write them."""

# ruff: noqa: E501 - sentences stay whole

from __future__ import annotations

from dataclasses import replace

from conformance.corpus_kit import Annex, Content, Item

_TABLE = Item(
    "bang",
    rows=(
        ("STT", "Lĩnh vực", "Tiếp nhận", "Đã giải quyết", "Tỷ lệ"),
        ("1", "Đất đai", "1.250", "1.225", "98%"),
        ("2", "Hộ tịch", "2.400", "2.376", "99%"),
        ("3", "Xây dựng", "150", "147", "98%"),
        ("", "Tổng cộng", "3.800", "3.748", "98,63%"),
    ),
)
_WIDE = Item(
    "bang",
    rows=(
        ("STT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn", "Sản phẩm", "Ghi chú"),
        ("1", "Rà soát thủ tục", "Phòng Văn hóa - Xã hội", "Các ấp", "Quý I", "Báo cáo", ""),
        (
            "2",
            "Số hóa hồ sơ",
            "Trung tâm Phục vụ hành chính công",
            "Công an xã",
            "Quý II",
            "Cơ sở dữ liệu",
            "",
        ),
    ),
)
_PROSE = (
    "Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh, ngay từ đầu năm, Ủy ban nhân dân xã đã ban hành kế hoạch, phân công "
    "nhiệm vụ cho từng đơn vị, thường xuyên đôn đốc, kiểm tra việc thực hiện và kịp thời tháo gỡ khó khăn, vướng mắc "
    "phát sinh tại cơ sở."
)
_MORE = (
    "Công tác tuyên truyền được thực hiện bằng nhiều hình thức như họp ấp, phát thanh, đăng tin trên trang thông tin "
    "điện tử và niêm yết tại trụ sở; người dân đồng tình, hưởng ứng và tham gia đóng góp nhiều ý kiến thiết thực."
)

REPORT = Content(
    name="bc-xa",
    agency=("ỦY BAN NHÂN DÂN", "XÃ TÂN PHƯỚC"),
    number="114",
    symbol="BC-UBND",
    place="Tân Phước",
    day="ngày 25 tháng 3 năm 2026",
    kind="BÁO CÁO",
    subject=("Kết quả thực hiện công tác cải cách hành chính năm 2025", "và nhiệm vụ, giải pháp năm 2026"),
    addressed=("Ủy ban nhân dân tỉnh Đồng Tháp", "Sở Nội vụ tỉnh Đồng Tháp"),
    items=(
        Item(
            "doan",
            "Thực hiện Công văn số 256/SNV-CCHC ngày 18 tháng 02 năm 2026 của Sở Nội vụ về việc báo cáo công tác cải "
            "cách hành chính, Ủy ban nhân dân xã Tân Phước báo cáo kết quả như sau:",
        ),
        Item("muc", "KẾT QUẢ THỰC HIỆN NĂM 2025", "I."),
        Item("khoan", "Cải cách thể chế", "1."),
        Item("doan", _PROSE, note="Kế hoạch số 18/KH-UBND ngày 15 tháng 01 năm 2025 của Ủy ban nhân dân xã."),
        Item("doan", _MORE),
        Item("khoan", "Cải cách thủ tục hành chính", "2."),
        Item("diem", "Số hồ sơ tiếp nhận trong năm là 3.800 hồ sơ, tăng so với năm trước.", "a)"),
        Item("diem", "Số hồ sơ đã giải quyết là 3.748 hồ sơ, đạt tỷ lệ 98,63%.", "b)"),
        Item("diem", "Không có hồ sơ giải quyết quá hạn kéo dài trên địa bàn xã.", "c)"),
        Item("diem", "Người dân được hướng dẫn nộp hồ sơ trực tuyến tại nhà.", "d)"),
        Item("diem", "Kết quả được trả đúng hẹn, kèm thư xin lỗi khi chậm trễ.", "đ)"),
        Item("diem", "Phản ánh, kiến nghị được xử lý dứt điểm trong ngày.", "e)"),
        Item("doan", "Kết quả giải quyết hồ sơ theo lĩnh vực được tổng hợp trong bảng dưới đây."),
        Item("ten_bang", "Bảng 1. Kết quả giải quyết hồ sơ theo lĩnh vực"),
        Item("don_vi", "Đơn vị tính: hồ sơ"),
        _TABLE,
        Item("muc", "TỒN TẠI, HẠN CHẾ", "II."),
        Item("gach", "Một số cán bộ còn lúng túng khi sử dụng phần mềm dùng chung;", "-"),
        Item("gach", "Trang thiết bị chưa đồng bộ, đường truyền có lúc chưa ổn định.", "-"),
        Item("muc", "NHIỆM VỤ, GIẢI PHÁP NĂM 2026", "III."),
        Item("doan", _PROSE.replace("đầu năm", "quý I"), note="Thực hiện từ ngày 05 tháng 01 năm 2026."),
        Item("doan", _MORE.replace("Công tác", "Hoạt động")),
        Item("doan", "Số liệu chi tiết và danh mục nhiệm vụ tại Phụ lục I và Phụ lục II kèm theo."),
        Item(
            "doan",
            "Trên đây là báo cáo kết quả công tác cải cách hành chính của Ủy ban nhân dân xã Tân Phước./.",
        ),
    ),
    recipients=("Như trên", "Thường trực Đảng ủy xã", "Chủ tịch, các Phó Chủ tịch UBND xã", "Lưu: VT, VHXH"),
    authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    signer="Trần Thị Thu Hà",
    annexes=(
        Annex(
            "I",
            "KẾT QUẢ GIẢI QUYẾT HỒ SƠ NĂM 2025",
            "(Kèm theo Báo cáo số 114/BC-UBND ngày 25 tháng 3 năm 2026 của Ủy ban nhân dân xã Tân Phước)",
            (Item("don_vi", "Đơn vị tính: hồ sơ"), _TABLE),
        ),
        Annex(
            "II",
            "DANH MỤC NHIỆM VỤ NĂM 2026",
            "(Kèm theo Báo cáo số 114/BC-UBND ngày 25 tháng 3 năm 2026 của Ủy ban nhân dân xã Tân Phước)",
            (_WIDE,),
            landscape=True,
        ),
    ),
)

DECISION = Content(
    name="qd-xa",
    agency=("ỦY BAN NHÂN DÂN", "XÃ HÒA BÌNH"),
    number="05",
    symbol="QĐ-UBND",
    place="Hòa Bình",
    day="ngày 09 tháng 01 năm 2026",
    kind="QUYẾT ĐỊNH",
    subject=("Về việc thành lập Tổ công nghệ số cộng đồng xã Hòa Bình",),
    enacting="ỦY BAN NHÂN DÂN XÃ HÒA BÌNH",
    grounds=(
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
        "Căn cứ Nghị định số 150/2025/NĐ-CP ngày 12 tháng 6 năm 2025 của Chính phủ quy định tổ chức các cơ quan chuyên "
        "môn thuộc Ủy ban nhân dân tỉnh, thành phố trực thuộc trung ương và Ủy ban nhân dân xã, phường, đặc khu;",
        "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội tại Tờ trình số 02/TTr-VHXH ngày 06 tháng 01 năm 2026.",
    ),
    items=(
        Item("lenh", "QUYẾT ĐỊNH:"),
        Item(
            "dieu",
            "Thành lập Tổ công nghệ số cộng đồng xã Hòa Bình gồm 09 thành viên, do đồng chí Phó Chủ tịch Ủy ban nhân "
            "dân xã làm Tổ trưởng.",
            "Điều 1.",
        ),
        Item("dieu", "Tổ công nghệ số cộng đồng có nhiệm vụ:", "Điều 2."),
        Item(
            "khoan_chay", "Tuyên truyền, hướng dẫn người dân sử dụng dịch vụ công trực tuyến tại nơi ở.", "1."
        ),
        Item(
            "khoan_chay", "Hỗ trợ hộ kinh doanh dùng hóa đơn điện tử và thanh toán không dùng tiền mặt.", "2."
        ),
        Item(
            "khoan_chay",
            "Báo cáo kết quả hoạt động với Ủy ban nhân dân xã trước ngày 20 hằng tháng, gồm:",
            "3.",
        ),
        Item("diem", "Số lượt người được hướng dẫn, chia theo từng ấp trên địa bàn;", "a)"),
        Item("diem", "Khó khăn, vướng mắc và đề xuất, kiến nghị nếu có.", "b)"),
        Item("dieu", "Quyết định này có hiệu lực kể từ ngày ký.", "Điều 3."),
        Item(
            "dieu",
            "Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã, Trưởng phòng Văn hóa - Xã hội, các đơn vị liên "
            "quan và các thành viên có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.",
            "Điều 4.",
        ),
    ),
    recipients=("Như Điều 4", "Thường trực Đảng ủy xã", "Lưu: VT, VHXH"),
    authority=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    signer="Nguyễn Văn Bình",
)

# The chairman decides in his own right: no TM. line (Mẫu 1.3 of the decree).
CHAIR = replace(
    DECISION,
    name="qd-chu-tich",
    enacting="CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ HÒA BÌNH",
    authority=("CHỦ TỊCH",),
    number="12",
)

PLAN = Content(
    name="kh-phuong",
    agency=("ỦY BAN NHÂN DÂN", "PHƯỜNG AN LẠC"),
    number="27",
    symbol="KH-UBND",
    place="An Lạc",
    day="ngày 06 tháng 02 năm 2026",
    kind="KẾ HOẠCH",
    subject=("Tuyên truyền, phổ biến cải cách hành chính năm 2026",),
    items=(
        Item(
            "doan",
            "Căn cứ Kế hoạch số 12/KH-UBND ngày 20 tháng 01 năm 2026 của Ủy ban nhân dân thành phố về cải cách hành "
            "chính, Ủy ban nhân dân phường An Lạc ban hành kế hoạch như sau:",
        ),
        Item("muc", "MỤC ĐÍCH, YÊU CẦU", "I."),
        Item("khoan", "Mục đích", "1."),
        Item("diem", _MORE, "a)"),
        Item("diem", _PROSE.replace("xã", "phường"), "b)"),
        Item("khoan", "Yêu cầu", "2."),
        Item("gach", "Nội dung tuyên truyền phù hợp với từng nhóm đối tượng, dễ nhớ, dễ làm theo;", "-"),
        Item("cong", "Trước hết là người cao tuổi và hộ kinh doanh;", "+"),
        Item("cong", "Sau đó là đoàn viên, hội viên và học sinh trên địa bàn;", "+"),
        Item("gach", "Tiết kiệm, không hình thức, gắn với nhiệm vụ thường xuyên của đơn vị.", "-"),
        Item("muc", "NỘI DUNG VÀ HÌNH THỨC TUYÊN TRUYỀN", "II."),
        Item("doan", _MORE.replace("ấp", "khu phố")),
        Item("doan", _PROSE.replace("xã", "phường").replace("đầu năm", "tháng Hai")),
        Item("muc", "TỔ CHỨC THỰC HIỆN", "III."),
        Item("khoan", "Phòng Văn hóa - Xã hội", "1."),
        Item(
            "doan",
            "Chủ trì, phối hợp với các đơn vị tổ chức thực hiện; tổng hợp, báo cáo kết quả trước ngày 10 tháng 12.",
        ),
        Item("khoan", "Các khu phố", "2."),
        Item("doan", "Căn cứ tình hình thực tế, tổ chức ít nhất 02 buổi tuyên truyền trong năm."),
        Item("doan", "Yêu cầu các đơn vị nghiêm túc triển khai thực hiện Kế hoạch này./."),
    ),
    recipients=("UBND thành phố", "Thường trực Đảng ủy phường", "Các phòng, đơn vị thuộc phường", "Lưu: VT"),
    authority=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    signer="Lê Hoàng Phúc",
)

LETTER = Content(
    name="cv-phong",
    parents=("UBND XÃ TÂN PHƯỚC",),
    agency=("PHÒNG VĂN HÓA - XÃ HỘI",),
    number="48",
    symbol="VHXH-NV",
    place="Tân Phước",
    day="ngày 12 tháng 5 năm 2026",
    kind="",
    subject=("V/v cử cán bộ tham gia lớp", "tập huấn chuyển đổi số"),
    addressed=("Trường Tiểu học Tân Phước 1",),
    items=(
        Item(
            "doan",
            "Thực hiện Kế hoạch số 35/KH-UBND ngày 04 tháng 5 năm 2026 của Ủy ban nhân dân xã về đào tạo, bồi dưỡng "
            "năm 2026, Phòng Văn hóa - Xã hội đề nghị đơn vị cử cán bộ tham gia lớp tập huấn như sau:",
        ),
        Item(
            "khoan_chay",
            "Thời gian: 02 ngày, từ ngày 20 tháng 5 năm 2026, tại Hội trường Ủy ban nhân dân xã.",
            "1.",
        ),
        Item(
            "khoan_chay",
            "Thành phần: mỗi đơn vị cử 03 cán bộ phụ trách công nghệ thông tin và văn thư.",
            "2.",
        ),
        Item("doan", "Danh sách gửi về Phòng Văn hóa - Xã hội trước ngày 15 tháng 5 năm 2026 để tổng hợp./."),
    ),
    recipients=("Như trên", "Lưu: VT"),
    authority=("TRƯỞNG PHÒNG",),
    signer="Phạm Quốc Hưng",
)

PROPOSAL = Content(
    name="ttr-so",
    parents=("UBND TỈNH ĐỒNG THÁP",),
    agency=("SỞ NỘI VỤ",),
    number="1203",
    symbol="TTr-SNV",
    place="Đồng Tháp",
    day="ngày 30 tháng 10 năm 2026",
    kind="TỜ TRÌNH",
    subject=("Về việc ban hành Quy định xét, công nhận sáng kiến",),
    addressed=("Ủy ban nhân dân tỉnh Đồng Tháp",),
    items=(
        Item(
            "doan",
            "Sở Nội vụ kính trình Ủy ban nhân dân tỉnh xem xét, ban hành Quy định với các nội dung sau đây:",
        ),
        Item("muc", "SỰ CẦN THIẾT", "I."),
        Item("doan", _PROSE.replace("Ủy ban nhân dân xã", "Sở Nội vụ")),
        Item("doan", _MORE),
        Item("muc", "NỘI DUNG CHỦ YẾU", "II."),
        Item(
            "khoan_chay",
            "Quy định gồm 04 chương, 18 điều, áp dụng cho cơ quan, đơn vị trên địa bàn tỉnh.",
            "1.",
        ),
        Item(
            "khoan_chay", "Kinh phí thực hiện dự kiến là 350 triệu đồng mỗi năm, do ngân sách bảo đảm.", "2."
        ),
        Item("khoan_chay", "Thời gian thực hiện từ quý I năm 2027; việc sơ kết tiến hành hằng năm.", "3."),
        Item(
            "doan",
            _MORE.replace("Công tác tuyên truyền", "Việc lấy ý kiến").replace("họp ấp", "họp lấy ý kiến"),
        ),
        Item("doan", "Kính trình Ủy ban nhân dân tỉnh xem xét, quyết định./."),
    ),
    recipients=("Như trên", "Giám đốc, các Phó Giám đốc Sở", "Lưu: VT, TCCB (Lan)"),
    authority=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    signer="Võ Thị Ngọc Lan",
)

DRAFT = Content(
    name="tb-truong",
    parents=("UBND PHƯỜNG AN LẠC",),
    agency=("TRƯỜNG TRUNG HỌC CƠ SỞ", "LÊ QUÝ ĐÔN"),
    number="",
    symbol="TB-THCS",
    place="An Lạc",
    day="ngày      tháng      năm 2026",
    kind="THÔNG BÁO",
    subject=("Tuyển sinh lớp 6 năm học 2026 - 2027",),
    items=(
        Item(
            "doan",
            "Trường Trung học cơ sở Lê Quý Đôn thông báo tuyển sinh lớp 6 năm học 2026 - 2027 như sau:",
        ),
        Item("khoan", "Đối tượng", "1."),
        Item("doan", "Học sinh đã hoàn thành chương trình tiểu học, cư trú trên địa bàn phường An Lạc."),
        Item("khoan", "Hồ sơ", "2."),
        Item("diem", "Đơn đăng ký dự tuyển theo mẫu của nhà trường;", "a)"),
        Item("diem", "Bản sao giấy khai sinh và học bạ tiểu học.", "b)"),
        Item("khoan", "Thời gian", "3."),
        Item("doan", "Nhận hồ sơ từ ngày 01 tháng 7 năm 2026 đến hết ngày 15 tháng 7 năm 2026./."),
    ),
    recipients=("UBND phường", "Phụ huynh học sinh", "Lưu: VT"),
    authority=("HIỆU TRƯỞNG",),
    signer="Đặng Minh Tâm",
)

REGULATION = Content(
    name="quy-che",
    agency=("ỦY BAN NHÂN DÂN", "XÃ HÒA BÌNH"),
    number="31",
    symbol="QC-UBND",
    place="Hòa Bình",
    day="ngày 18 tháng 9 năm 2026",
    kind="QUY CHẾ",
    subject=("Tiếp công dân của Ủy ban nhân dân xã Hòa Bình",),
    items=(
        Item("chuong", "QUY ĐỊNH CHUNG", "Chương I"),
        Item("dieu_ten", "Phạm vi điều chỉnh", "Điều 1."),
        Item("doan", "Quy chế này quy định việc tiếp công dân tại trụ sở Ủy ban nhân dân xã và tại các ấp."),
        Item("dieu_ten", "Nguyên tắc tiếp công dân", "Điều 2."),
        Item("khoan_chay", "Công khai, dân chủ, kịp thời; thủ tục đơn giản, thuận tiện cho người dân.", "1."),
        Item(
            "khoan_chay", "Giữ bí mật và bảo đảm an toàn cho người tố cáo theo quy định của pháp luật.", "2."
        ),
        Item("chuong", "TỔ CHỨC TIẾP CÔNG DÂN", "Chương II"),
        Item("muc_a", "TRÁCH NHIỆM CỦA NGƯỜI TIẾP CÔNG DÂN", "Mục 1"),
        Item("dieu_ten", "Trách nhiệm của công chức tiếp công dân", "Điều 3."),
        Item("diem", "Trang phục chỉnh tề, đeo thẻ công chức, lắng nghe và ghi chép đầy đủ;", "a)"),
        Item("diem", "Hướng dẫn người dân đến đúng cơ quan có thẩm quyền giải quyết.", "b)"),
        Item("muc_a", "LỊCH TIẾP CÔNG DÂN", "Mục 2"),
        Item("dieu_ten", "Lịch tiếp công dân", "Điều 4."),
        Item("doan", _MORE),
        Item("doan", "Văn phòng Ủy ban nhân dân xã theo dõi, đôn đốc việc thực hiện Quy chế này./."),
    ),
    recipients=("Ủy ban nhân dân tỉnh", "Thường trực Đảng ủy xã", "Lưu: VT"),
    authority=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    signer="Nguyễn Văn Bình",
)

CONTENTS = (REGULATION, REPORT, DECISION, CHAIR, PLAN, LETTER, PROPOSAL, DRAFT)
