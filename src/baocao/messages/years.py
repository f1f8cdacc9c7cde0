"""Messages about the records of other years: last year's, found by itself, and a series of years."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

_ERRORS = {
    "cac-nam-sai": (
        "«{gia_tri}» không dùng được ở mục cac_nam.",
        "Mỗi dòng ghi một năm đủ bốn chữ số, trước kỳ báo cáo hoặc trong giai đoạn báo cáo, rồi tên tệp số "
        "liệu của năm đó, ví dụ «2023: 2023.yaml»; không cần so nhiều năm thì ghi «cac_nam: không».",
        "",
        "cac_nam: {hai ba: 2023.yaml}",
    ),
}

_WARNINGS = {
    "nam-truoc-hai-tep": (
        "Có hai tệp cùng là số liệu của kỳ trước ({nam}): {cac_tep}; máy không tự chọn nên báo cáo chưa so "
        "sánh.",
        "Ghi tệp cần so vào tệp số liệu, ví dụ «nam_truoc: {vi_du}»; không so thì ghi «nam_truoc: không».",
        "Hai tệp có thể khác số, so với tệp nào thì người làm báo cáo phải biết.",
        "so-lieu có 2026.yaml, 2025.yaml và 2025.xlsx",
    ),
    "cac-nam-hai-tep": (
        "Có hai tệp cùng là số liệu năm {nam}: {cac_tep}; máy không tự chọn nên dãy số liệu thiếu năm này.",
        "Ghi tệp cần dùng vào tệp số liệu, ví dụ «cac_nam: {{{nam}: {vi_du}}}».",
        "",
        "ky: {nam: 2021 - 2025}; so-lieu có 2023.yaml và 2023.xlsx",
    ),
    "nam-truoc-ghi-ky-khac": (
        "Tệp {tep} đứng ở chỗ của số liệu kỳ trước ({can}) nhưng bên trong là số liệu {ky}, nên báo cáo "
        "không so sánh với tệp này.",
        "Chỉ gõ nhầm kỳ thì sửa mục ky của tệp {tep}; không phải tệp cần so thì ghi tên tệp đúng ở mục "
        "nam_truoc, không so sánh thì ghi «nam_truoc: không».",
        "Bỏ qua mà không nói thì báo cáo thiếu hẳn phần so sánh.",
        "so-lieu/2026.yaml, còn so-lieu/2025.yaml ghi ky: 2024",
    ),
    "cac-nam-thieu": (
        "Chưa có số liệu của {cac_nam} trong {ky}.",
        "Thêm tệp số liệu của năm còn thiếu vào cùng chỗ với các năm kia, hoặc ghi ở mục cac_nam; số cộng cả "
        "giai đoạn chỉ có khi đủ mọi năm.",
        "",
        "ky: {nam: 2021 - 2025}; so-lieu chỉ có 2021.yaml, 2022.yaml, 2023.yaml, 2025.yaml",
    ),
    "cac-nam-sai-nam": (
        "Tệp ghi ở mục cac_nam cho năm {can} lại là số liệu kỳ {nam}.",
        "Ghi đúng tệp số liệu năm {can}, hoặc sửa mục ky trong tệp đó.",
        "Dãy số liệu sai năm thì mọi câu tăng, giảm đều sai.",
        "cac_nam: {2022: 2023.yaml}",
    ),
    "cac-nam-sai-goi": (
        "Tệp ghi ở mục cac_nam cho năm {nam} dùng gói «{goi}», báo cáo này dùng gói «{can}».",
        "Kiểm tra lại tên tệp của năm {nam} ở mục cac_nam.",
        "Hai loại báo cáo khác nhau có thể hiểu cùng một mục theo hai cách.",
        "cac_nam: {2022: kiem-soat-2022.yaml}",
    ),
    "cac-nam-qua-sap-xep": (
        "Dãy số liệu {tu} - {den} nằm ở hai bên ngày 01/7/2025.",
        "Tính lại số các năm trước theo đơn vị và nhiệm vụ hiện nay; không tính lại được thì ghi chú thích, "
        "ví dụ «Số liệu từ năm 2024 trở về trước là của các đơn vị trước khi sắp xếp».",
        "Từ 01/7/2025 xã mới gồm nhiều xã cũ và làm cả việc của cấp huyện, nên tăng, giảm qua các năm chưa "
        "chắc đúng.",
        "ky: {nam: 2022 - 2026}, có số liệu từng năm",
    ),
    "cac-nam-khac-don-vi": (
        "Dãy số liệu {tu} - {den} có những năm đơn vị còn là {ten} ({cac_nam}).",
        "Kiểm tra số các năm đó có cùng phạm vi không; không cùng thì ghi chú thích, ví dụ «Số liệu "
        "{cac_nam} là của {ten}».",
        "Theo hồ sơ đơn vị, giữa các năm này đơn vị đã đổi tên, đổi cấp hoặc sắp xếp lại.",
        "ky: {nam: 2021 - 2025}; tu_ngay: 01/01/2023, truoc_day: [{den_ngay: 31/12/2022, ten: …}]",
    ),
}

_FIGURES = {
    "cac-nam-lech": (
        "«{ten}» của {ky} ghi là {cong_bo}, còn {cach_tinh} thì được {tinh_duoc}.",
        "Sửa số của giai đoạn hoặc số của từng năm; hoặc để trống «{ten}» để máy tự tính thành {tinh_duoc}. "
        "Báo cáo vẫn in {cong_bo}.",
        "Người đọc cộng các năm trong bảng lại sẽ thấy ngay tổng số không khớp.",
        "ky: {nam: 2021 - 2025}, tiep_nhan: 60.000, trong khi năm năm cộng lại được 59.010",
    ),
}

_REMARKS = {
    "nam-truoc-tu-tim": (
        "Báo cáo so sánh với số liệu của kỳ trước ({nam}) trong tệp {tep}, máy tự tìm theo tên thư mục "
        "và tên tệp.",
        "Đúng tệp thì không phải làm gì; khác tệp thì ghi tên tệp ở mục nam_truoc, không so sánh thì ghi "
        "«nam_truoc: không».",
        "",
        "so-lieu có 2026.yaml và 2025.yaml; 2026.yaml không có mục nam_truoc",
    ),
    "cac-nam-tu-tim": (
        "Dãy số liệu nhiều năm lấy ở {cac_tep}, máy tự tìm theo tên thư mục và tên tệp.",
        "Đúng tệp thì không phải làm gì; khác tệp thì ghi từng năm ở mục cac_nam, ví dụ «cac_nam: {{2023: "
        "2023.yaml}}».",
        "",
        "ky: {nam: 2021 - 2025}; so-lieu có 2021.yaml, 2022.yaml, 2023.yaml, 2024.yaml, 2025.yaml",
    ),
}

MESSAGES: dict[str, Message] = (
    catalogue_of(Family.DATA, Severity.ERROR, _ERRORS)
    | catalogue_of(Family.DATA, Severity.WARNING, _WARNINGS)
    | catalogue_of(Family.FIGURES, Severity.WARNING, _FIGURES)
    | catalogue_of(Family.DATA, Severity.INFO, _REMARKS)
)
