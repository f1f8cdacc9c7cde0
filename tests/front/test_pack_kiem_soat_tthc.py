"""The pack `kiem-soat-tthc`: the sample sentence by sentence, its appendices, what drops out."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from docx import Document

from baocao.intake.reader import read, read_typed
from baocao.produce import produce
from baocao.report import Report
from docx_reading import read_docx
from small_docx import read_part

DATA = Path(__file__).resolve().parents[2] / "samples" / "kiem-soat-tthc" / "so-lieu" / "2026-quy-1.yaml"
HEAD = (
    "goi: kiem-soat-tthc\nky: {loai: quy, so: 1, nam: 2026}\nvan_ban: {so: 12, ngay: 16/3/2026}\nso_lieu:\n"
)
TEXT = [
    "Thực hiện Công văn số 1187/VPUBND-KSTTHC ngày 02/3/2026 của Văn phòng UBND tỉnh về việc "
    "báo cáo kiểm soát thủ tục hành chính quý I năm 2026, Ủy ban nhân dân xã Đồng Mẫu báo cáo"
    " tình hình, kết quả kiểm soát thủ tục hành chính (TTHC) quý I năm 2026 (số liệu từ ngày "
    "15/12/2025 đến ngày 14/3/2026) như sau:",
    "I. TÌNH HÌNH, KẾT QUẢ QUÝ I NĂM 2026",
    "1. Chỉ đạo, triển khai",
    "Công tác kiểm soát TTHC được triển khai theo Kế hoạch số 19/KH-UBND ngày 16/01/2026 về "
    "kiểm soát thủ tục hành chính năm 2026.",
    "Trong quý, đã tổ chức 02 lớp tập huấn về kiểm soát TTHC, có 86 lượt người dự.",
    "2. Công bố, công khai thủ tục hành chính",
    "Số TTHC còn hiệu lực thuộc thẩm quyền giải quyết, đang được công khai tại Trung tâm Phục"
    " vụ hành chính công và trên Cổng Dịch vụ công quốc gia, là 436 thủ tục.",
    "Số TTHC theo lĩnh vực, số TTHC thực hiện theo cơ chế một cửa và có quy trình nội bộ nêu "
    "tại Phụ lục III kèm theo.",
    "3. Rà soát, đơn giản hóa thủ tục hành chính",
    "Việc rà soát, đánh giá TTHC thực hiện theo Kế hoạch số 23/KH-UBND ngày 27/01/2026 về rà "
    "soát, đánh giá thủ tục hành chính năm 2026.",
    "Đã rà soát 05/12 TTHC, đạt 41,67% kế hoạch; kiến nghị giữ nguyên 03 TTHC; kiến nghị đơn "
    "giản hóa 02 TTHC, bằng 40% số TTHC đã rà soát; chi phí tiết kiệm dự kiến 38.500.000 đồng.",
    "4. Tiếp nhận, xử lý phản ánh, kiến nghị",
    "Trong quý, đã tiếp nhận 04 phản ánh, kiến nghị về quy định hành chính (thời hạn cấp bản "
    "sao trích lục hộ tịch, thành phần hồ sơ đất đai); đã xử lý 03 phản ánh, kiến nghị, đạt "
    "75%.",
    "5. Tiếp nhận, giải quyết thủ tục hành chính",
    "Trong quý, Trung tâm Phục vụ hành chính công xã tiếp nhận 2.214 hồ sơ (trực tuyến 1.502 "
    "hồ sơ; trực tiếp, qua dịch vụ bưu chính 651 hồ sơ; từ kỳ trước chuyển qua 61 hồ sơ). Tỷ "
    "lệ hồ sơ trực tuyến đạt 67,84% số hồ sơ tiếp nhận.",
    "Đã giải quyết 2.148 hồ sơ, đạt 97,02% số hồ sơ tiếp nhận; trong đó trước hạn và đúng hạn"
    " 2.131 hồ sơ (trước hạn 1.585 hồ sơ), đạt 99,21% số hồ sơ đã giải quyết.",
    "Đang giải quyết 66 hồ sơ (trong hạn 62 hồ sơ; quá hạn 04 hồ sơ).",
    "Tình hình, kết quả giải quyết từng lĩnh vực nêu tại Phụ lục I kèm theo.",
    "Số hồ sơ giải quyết quá hạn là 17 hồ sơ; đã gửi 21 thư xin lỗi đến tổ chức, cá nhân. "
    "Nguyên nhân quá hạn nêu tại Phụ lục II kèm theo.",
    "6. Số hóa hồ sơ, thanh toán trực tuyến",
    "Số hồ sơ, kết quả giải quyết TTHC được số hóa: 2.089/2.148 hồ sơ, đạt 97,25%.",
    "Số hồ sơ thanh toán trực tuyến: 768/905 hồ sơ phát sinh nghĩa vụ tài chính, đạt 84,86%.",
    "II. KHÓ KHĂN, VƯỚNG MẮC",
    "- Hồ sơ đất đai quá hạn còn nhiều; việc phối hợp lấy ý kiến giữa các cơ quan còn chậm;",
    "- Một số người dân chưa quen nộp hồ sơ trực tuyến.",
    "III. NHIỆM VỤ TRỌNG TÂM QUÝ II NĂM 2026",
    "- Hoàn thành việc rà soát 07 thủ tục hành chính còn lại theo kế hoạch;",
    "- Giải quyết dứt điểm các hồ sơ đất đai quá hạn trong tháng 4 năm 2026;",
    "- Hướng dẫn người dân nộp hồ sơ, thanh toán trực tuyến tại nhà văn hóa các thôn.",
    "IV. KIẾN NGHỊ, ĐỀ XUẤT",
    "- Sớm bàn giao đủ bản đồ địa chính của các xã trước khi sắp xếp (Sở Nông nghiệp và Môi trường).",
    "Trên đây là tình hình, kết quả kiểm soát TTHC quý I năm 2026 của Ủy ban nhân dân xã Đồng Mẫu./.",
]
DOSSIERS = [
    "TT|Lĩnh vực giải quyết|Số hồ sơ nhận giải quyết|Số lượng hồ sơ đã giải quyết"
    "|Số lượng hồ sơ đang giải quyết",
    "Tổng số|Trực tuyến trong kỳ|Trực tiếp, bưu chính trong kỳ|Từ kỳ trước|Tổng số|Trước hạn|Đúng hạn|Quá hạn"
    "|Tổng số|Trong hạn|Quá hạn",
    "1|2|3 = 4 + 5 + 6|4|5|6|7 = 8 + 9 + 10|8|9|10|11 = 12 + 13|12|13",
    "I|Lĩnh vực tư pháp|1.465|990|469|6|1.457|1.159|298|0|8|8|0",
    "1|Hộ tịch|503|402|95|6|495|388|107|0|8|8|0",
    "2|Chứng thực|962|588|374|0|962|771|191|0|0|0|0",
    "II|Lĩnh vực kinh tế, đất đai|552|363|138|51|502|297|188|17|50|46|4",
    "1|Đất đai|374|214|118|42|332|166|152|14|42|39|3",
    "2|Thành lập và hoạt động của hộ kinh doanh|134|121|9|4|131|112|19|0|3|3|0",
    "3|Hoạt động xây dựng|44|28|11|5|39|19|17|3|5|4|1",
    "III|Lĩnh vực văn hóa, xã hội|197|149|44|4|189|129|60|0|8|8|0",
    "1|Bảo trợ xã hội|133|97|33|3|127|86|41|0|6|6|0",
    "2|Người có công|64|52|11|1|62|43|19|0|2|2|0",
    "|Tổng cộng|2.214|1.502|651|61|2.148|1.585|546|17|66|62|4",
]
CAUSES = [
    "TT|Lĩnh vực, công việc giải quyết|Số lượng hồ sơ quá hạn|Nguyên nhân quá hạn|Ghi chú",
    "Tổng số|Đã giải quyết|Đang giải quyết",
    "1|2|3 = 4 + 5|4|5|6|7",
    "I|Lĩnh vực kinh tế, đất đai|21|17|4||",
    "1|Đăng ký, cấp giấy chứng nhận quyền sử dụng đất lần đầu|17|14|3|Hồ sơ nhận từ các xã trước khi sắp xếp "
    "thiếu bản đồ địa chính; phải xác minh nguồn gốc đất|Đã gửi 17 thư xin lỗi",
    "2|Cấp giấy phép xây dựng nhà ở riêng lẻ|4|3|1|Chờ ý kiến của cơ quan quản lý đường bộ"
    "|Đã gửi 04 thư xin lỗi",
    "|Tổng cộng|21|17|4||",
]
PROCEDURES = [
    "TT|Lĩnh vực|Số lượng TTHC|TTHC theo cơ chế một cửa|TTHC có quy trình nội bộ",
    "Tổng số|Cấp tỉnh|Cấp huyện|Cấp xã|Tổng số|Cấp tỉnh|Cấp huyện|Cấp xã|Tổng số|Cấp tỉnh|Cấp huyện|Cấp xã",
    "1|2|3 = 4 + 5 + 6|4|5|6|7 = 8 + 9 + 10|8|9|10|11 = 12 + 13 + 14|12|13|14",
    "I|Lĩnh vực tư pháp|49|0|0|49|49|0|0|49|49|0|0|49",
    "1|Hộ tịch|38|0|0|38|38|0|0|38|38|0|0|38",
    "2|Chứng thực|11|0|0|11|11|0|0|11|11|0|0|11",
    "II|Lĩnh vực kinh tế, đất đai|72|0|0|72|72|0|0|72|69|0|0|69",
    "1|Đất đai|46|0|0|46|46|0|0|46|44|0|0|44",
    "2|Thành lập và hoạt động của hộ kinh doanh|9|0|0|9|9|0|0|9|9|0|0|9",
    "3|Hoạt động xây dựng|17|0|0|17|17|0|0|17|16|0|0|16",
    "III|Lĩnh vực văn hóa, xã hội|65|0|0|65|65|0|0|65|65|0|0|65",
    "1|Bảo trợ xã hội|31|0|0|31|31|0|0|31|31|0|0|31",
    "2|Người có công|34|0|0|34|34|0|0|34|34|0|0|34",
    "IV|Lĩnh vực khác|250|0|0|250|238|0|0|238|220|0|0|220",
    "1|Các lĩnh vực khác|250|0|0|250|238|0|0|238|220|0|0|220",
    "|Tổng cộng|436|0|0|436|424|0|0|424|403|0|0|403",
]
PROCEDURE = (
    "{ten: Hộ tịch, tong: TONG, cap_tinh: 6, cap_huyen: 3, cap_xa: XA, mot_cua_cap_tinh: 5, "
    "mot_cua_cap_huyen: 3, mot_cua_cap_xa: 3, quy_trinh_cap_tinh: 4, "
    "quy_trinh_cap_huyen: 2, quy_trinh_cap_xa: 3}"
)
ROW = (
    "{truc_tuyen: 5, truc_tiep: 2, ky_truoc: 1, truoc_han: 6, dung_han: 1, qua_han: 0, "
    "dang_trong_han: 1, dang_qua_han: 0"
)


def made(figures: str) -> Report:
    return produce(read_typed(HEAD + figures, "2026.yaml", unit_path=DATA.parents[1] / "don-vi.yaml"))


def lines_of(data: bytes | None) -> list[str]:
    assert data is not None
    return read_docx(data).paragraphs


def rows_of(data: bytes | None, place: int) -> list[str]:
    """The rows of a table of the report, cells parted by "|", merged ones once."""
    assert data is not None
    table = Document(io.BytesIO(data)).tables[place]
    own = ([cell for cell in row._tr.tc_lst if cell.vMerge != "continue"] for row in table.rows)
    return ["|".join("".join(text.text for text in cell.xpath(".//w:t")) for cell in cells) for cells in own]


def sections_of(data: bytes | None) -> list[tuple[bool, bool]]:
    """Of each section: whether it is landscape, whether its pages count from 1."""
    assert data is not None
    found = re.findall(r"<w:sectPr>.*?</w:sectPr>", read_part(data))
    assert all(section.count("<w:headerReference") == 2 for section in found)
    return [("landscape" in section, 'w:start="1"' in section) for section in found]


def test_the_sample_is_printed_sentence_by_sentence() -> None:
    report = produce(read(DATA))
    assert not report.findings
    lines = lines_of(report.data)
    start = lines.index(TEXT[0])
    assert lines[start : start + len(TEXT)] == TEXT


def test_the_appendices_have_their_heads_and_pages() -> None:
    report = produce(read(DATA))
    lines = lines_of(report.data)
    assert sections_of(report.data) == [(False, False), (True, True), (True, True), (True, True)]
    for head, title in (
        ("Phụ lục I", "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH QUÝ I NĂM 2026"),
        ("Phụ lục II", "NGUYÊN NHÂN QUÁ HẠN TRONG GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH QUÝ I NĂM 2026"),
        ("Phụ lục III", "SỐ LƯỢNG THỦ TỤC HÀNH CHÍNH QUÝ I NĂM 2026"),
    ):
        start = lines.index(head)
        assert lines[start + 1 : start + 3] == [
            title,
            "(Kèm theo Báo cáo số 74/BC-UBND ngày 18 tháng 3 năm 2026 của Ủy ban nhân dân xã Đồng Mẫu)",
        ]


@pytest.mark.parametrize(("place", "rows"), [(-3, DOSSIERS), (-2, CAUSES), (-1, PROCEDURES)])
def test_the_forms_cell_by_cell(place: int, rows: list[str]) -> None:
    assert rows_of(produce(read(DATA)).data, place) == rows


def test_one_appendix_has_no_number_and_rows_without_group_stand_alone() -> None:
    figures = f"  tthc: {{tiep_nhan: 8, da_giai_quyet: 7}}\n  bieu_ii_06:\n    - {ROW}, ten: Hộ tịch}}\n"
    report = made(figures)
    assert not report.findings
    lines = lines_of(report.data)
    assert "Phụ lục" in lines
    assert "Tình hình, kết quả giải quyết từng lĩnh vực nêu tại Phụ lục kèm theo." in lines
    assert rows_of(report.data, -1)[3:] == [
        "1|Hộ tịch|8|5|2|1|7|6|1|0|1|1|0",
        "|Tổng cộng|8|5|2|1|7|6|1|0|1|1|0",
    ]
    assert sections_of(report.data) == [(False, False), (True, True)]


def test_without_forms_there_is_no_appendix_and_no_empty_heading() -> None:
    report = made("  tthc: {tiep_nhan: 8, da_giai_quyet: 8, tre_han: không phát sinh}\n")
    lines = lines_of(report.data)
    start = lines.index("I. TÌNH HÌNH, KẾT QUẢ QUÝ I NĂM 2026")
    assert lines[start : start + 6] == [
        "I. TÌNH HÌNH, KẾT QUẢ QUÝ I NĂM 2026",
        "1. Tiếp nhận, giải quyết thủ tục hành chính",
        "Trong quý, Trung tâm Phục vụ hành chính công xã tiếp nhận 08 hồ sơ.",
        "Đã giải quyết 08 hồ sơ, đạt 100% số hồ sơ tiếp nhận.",
        "Trong quý, không có hồ sơ giải quyết quá hạn.",
        "Trên đây là tình hình, kết quả kiểm soát TTHC quý I năm 2026 của Ủy ban nhân dân xã Đồng Mẫu./.",
    ]
    assert not any("Phụ lục" in line for line in lines)
    assert sections_of(report.data) == [(False, False)]


def test_figures_of_the_text_and_of_the_forms_must_agree() -> None:
    figures = f"  tthc: {{tiep_nhan: 9, da_giai_quyet: 7}}\n  bieu_ii_06:\n    - {ROW}, ten: Hộ tịch}}\n"
    (found,) = made(figures).findings
    assert "cột 4, 5, 6 của Biểu II.06" in found.text


def test_procedures_of_three_levels_are_summed() -> None:
    row = PROCEDURE.replace("TONG", "12").replace("XA", "3")
    report = made(f"  tthc: {{hieu_luc: 12, tiep_nhan: 8, da_giai_quyet: 8}}\n  bieu_ii_07b:\n    - {row}\n")
    assert not report.findings
    assert rows_of(report.data, -1)[3:] == [
        "1|Hộ tịch|12|6|3|3|11|5|3|3|9|4|2|3",
        "|Tổng cộng|12|6|3|3|11|5|3|3|9|4|2|3",
    ]
    assert TEXT[7].replace("Phụ lục III", "Phụ lục") in lines_of(report.data)


@pytest.mark.parametrize(
    ("total", "commune", "in_force", "words"),
    [
        ("13", "3", "12", "ghi là 13 thủ tục"),
        ("11", "2", "11", "Số này (2) nhỏ hơn các số nằm trong nó"),
        ("12", "3", "15", "cột 4, 5, 6 của Biểu II.07b"),
    ],
)
def test_procedures_that_do_not_agree_are_told(total: str, commune: str, in_force: str, words: str) -> None:
    row = PROCEDURE.replace("TONG", total).replace("XA", commune)
    figures = (
        f"  tthc: {{hieu_luc: {in_force}, tiep_nhan: 8, da_giai_quyet: 8}}\n  bieu_ii_07b:\n    - {row}\n"
    )
    (found,) = made(figures).findings
    assert words in found.text


LATE = "da_giai_quyet: 2, dang_giai_quyet: 1, nguyen_nhan: Chờ ý kiến"


def test_a_remark_that_is_left_out_leaves_its_cell_empty() -> None:
    figures = (
        "  tthc: {tiep_nhan: 9, da_giai_quyet: 7}\n  bieu_ii_07:\n"
        f"    - {{ten: Đất đai, {LATE}}}\n"
        f"    - {{ten: Xây dựng, {LATE}, ghi_chu: Đã xin lỗi}}\n"
        f"    - {{nhom: Lĩnh vực tư pháp, ten: Hộ tịch, {LATE}}}\n"
    )
    report = made(figures)
    assert not report.findings
    assert rows_of(report.data, -1)[3:] == [
        "1|Đất đai|3|2|1|Chờ ý kiến|",
        "2|Xây dựng|3|2|1|Chờ ý kiến|Đã xin lỗi",
        "I|Lĩnh vực tư pháp|3|2|1||",
        "1|Hộ tịch|3|2|1|Chờ ý kiến|",
        "|Tổng cộng|9|6|3||",
    ]


def test_procedures_without_a_group_are_numbered_through() -> None:
    row = PROCEDURE.replace("TONG", "12").replace("XA", "3")
    other = row.replace("{ten: Hộ tịch", "{nhom: Lĩnh vực khác, ten: Thể dục")
    rows = "".join(f"    - {one}\n" for one in (row, row.replace("Hộ tịch", "Chứng thực"), other))
    report = made(f"  tthc: {{tiep_nhan: 8, da_giai_quyet: 8}}\n  bieu_ii_07b:\n{rows}")
    assert [line.partition("|12|")[0] for line in rows_of(report.data, -1)[3:-1]] == [
        "1|Hộ tịch",
        "2|Chứng thực",
        "I|Lĩnh vực khác",
        "1|Thể dục",
    ]


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ("giu_nguyen: 3", "Qua rà soát, kiến nghị giữ nguyên 03 TTHC."),
        ("don_gian_hoa: 2", "Qua rà soát, kiến nghị đơn giản hóa 02 TTHC."),
        (
            "giu_nguyen: 3, don_gian_hoa: 2",
            "Đã rà soát 05 TTHC; kiến nghị giữ nguyên 03 TTHC; kiến nghị đơn giản hóa 02 TTHC, "
            "bằng 40% số TTHC đã rà soát.",
        ),
    ],
)
def test_what_a_review_proposes_is_told(figures: str, words: str) -> None:
    report = made(f"  tthc: {{tiep_nhan: 8, da_giai_quyet: 8, {figures}}}\n")
    assert words in lines_of(report.data)
