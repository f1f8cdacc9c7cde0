"""The pack `chuyen-doi-so`: the sample sentence by sentence, the scoring table, what drops out."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document

from baocao.intake.reader import read, read_typed
from baocao.produce import produce
from docx_reading import read_docx

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "chuyen-doi-so"
DATA = SAMPLE / "so-lieu" / "2026-chuyen-doi-so.yaml"
HEAD = "goi: chuyen-doi-so\nky: {loai: nam, nam: 2026}\nvan_ban: {so: 12, ngay: 16/12/2026}\nso_lieu:\n"

OPENING = (
    "Thực hiện Công văn số 2140/SKHCN-CĐS ngày 20/11/2026 của Sở Khoa học và Công nghệ, Ủy ban nhân dân "
    "(UBND) phường báo cáo kết quả thực hiện công tác chuyển đổi số năm 2026 và nhiệm vụ, giải pháp "
    "năm 2027, cụ thể như sau:"
)
RESULTS = [
    "II. KẾT QUẢ THỰC HIỆN",
    "1. Hạ tầng số",
    "- Sóng di động băng rộng phủ 24/24 tổ dân phố, đạt 100%.",
    "- 7.530/8.420 hộ gia đình dùng Internet cáp quang, đạt 89,43%.",
    "- 52/52 cán bộ, công chức được trang bị máy tính, đạt 100%.",
    "- Có 12 điểm truy cập Internet công cộng miễn phí.",
    "2. Nhân lực số và tổ công nghệ số cộng đồng",
    "Trong năm, phường tổ chức 06 lớp tập huấn, bồi dưỡng kỹ năng số cho 312 lượt người; đăng, phát 86 tin, "
    "bài tuyên truyền về chuyển đổi số.",
    "Trên địa bàn có 24 tổ công nghệ số cộng đồng với 168 thành viên, đã hướng dẫn hơn 4.600 lượt người dân "
    "sử dụng các nền tảng, dịch vụ số.",
    "3. Chính quyền số",
    "- Văn bản điện tử: tiếp nhận 11.320 văn bản đến, phát hành 4.216 văn bản đi trên phần mềm Quản lý "
    "văn bản và điều hành; tỷ lệ văn bản đi được ký số cá nhân và cơ quan là 99,74% (4.205/4.216 văn bản).",
    "- Dịch vụ công trực tuyến: 214 thủ tục cung cấp toàn trình, 96 thủ tục cung cấp một phần.",
    "- Hồ sơ trực tuyến: tiếp nhận 12.905/14.260 hồ sơ, tỷ lệ 90,5%.",
    "- Hồ sơ nộp qua dịch vụ công trực tuyến toàn trình: 9.780 hồ sơ.",
    "- Hồ sơ nộp qua dịch vụ công trực tuyến một phần: 3.125 hồ sơ.",
    "- Thanh toán trực tuyến: 7.688/8.140 hồ sơ phát sinh nghĩa vụ tài chính, tỷ lệ 94,45%.",
    "- Số hóa: 14.102/14.260 hồ sơ, kết quả giải quyết thủ tục hành chính, tỷ lệ 98,89%.",
    "4. Kinh tế số",
    "- 128/146 doanh nghiệp, hợp tác xã dùng nền tảng số trong sản xuất, kinh doanh, đạt 87,67%.",
    "- 905/1.120 hộ kinh doanh nhận thanh toán không dùng tiền mặt, đạt 80,8%.",
    "- Có 18 sản phẩm của địa phương trên sàn thương mại điện tử.",
    "5. Xã hội số",
    "- Đã kích hoạt 20.430 tài khoản định danh điện tử.",
    "- 18.950/21.600 người từ đủ 15 tuổi có tài khoản thanh toán, đạt 87,73%.",
    "- 6.480/21.600 người từ đủ 15 tuổi có chữ ký số cá nhân, đạt 30%.",
    "- 19.200 người dân có sổ sức khỏe điện tử.",
    "- 09 trường học thu học phí không dùng tiền mặt.",
    "6. An toàn thông tin mạng",
    "- 02/02 hệ thống thông tin được phê duyệt cấp độ an toàn.",
    "- 58 máy tính cài phần mềm phòng chống mã độc tập trung.",
    "- Trong năm, không để xảy ra sự cố an toàn thông tin mạng.",
    "7. Kết quả chấm điểm",
    "Theo bộ tiêu chí tại Quyết định số 905/QĐ-UBND ngày 18/5/2026 của UBND tỉnh, phường tự chấm 86,5/100 "
    "điểm, tự xếp mức Tốt (chi tiết tại Phụ lục).",
    "III. TỒN TẠI, HẠN CHẾ",
]


EMPTY = "so-lieu-trong"


def lines_of(data: bytes | None) -> list[str]:
    assert data is not None
    return read_docx(data).paragraphs


def with_(figures: str, *told: str) -> list[str]:
    """The report of those figures, from its opening to its closing. told: the codes of its findings."""
    report = produce(read_typed(HEAD + figures, "2026.yaml", unit_path=SAMPLE / "don-vi.yaml"))
    assert [found.code for found in report.findings] == list(told)
    lines = lines_of(report.data)
    first = next(place for place, line in enumerate(lines) if line.startswith("Ủy ban nhân dân (UBND)"))
    last = next(place for place, line in enumerate(lines) if line.endswith("./."))
    return lines[first + 1 : last]


def test_the_sample_is_printed_sentence_by_sentence() -> None:
    report = produce(read(DATA))
    assert not report.findings
    lines = lines_of(report.data)
    assert OPENING in lines
    start = lines.index(RESULTS[0])
    assert lines[start : start + len(RESULTS)] == RESULTS


def test_the_scoring_table_adds_up_by_the_numbers_of_its_rows() -> None:
    report = produce(read(DATA))
    assert report.data is not None
    table = Document(io.BytesIO(report.data)).tables[-1]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[:5] == [
        ["TT", "Tiêu chí", "Điểm", "Điểm", "Giải trình"],
        ["TT", "Tiêu chí", "Tối đa", "Tự chấm", "Giải trình"],
        ["1", "Nhận thức số", "15", "14,5", ""],
        ["1.1", "Người đứng đầu chỉ đạo chuyển đổi số", "8", "8", ""],
        ["1.1.1", "Chủ tịch UBND là Trưởng Ban Chỉ đạo", "4", "4", "Quyết định kiện toàn năm 2026"],
    ]
    assert ["6", "An toàn thông tin", "8", "6,5", ""] in rows  # left blank in the data
    assert rows[-1] == ["", "Tổng cộng", "100", "86,5", ""]
    numbers = [row.cells[0].paragraphs[0] for row in table.rows[2:-1]]
    bold = {item.text for item in numbers if any(run.bold and run.text for run in item.runs)}
    assert bold == {"1", "2", "3", "4", "5", "6"}


def test_what_has_no_figures_drops_out_with_its_heading() -> None:
    assert with_("  {}\n", EMPTY) == []
    assert with_("  an_toan: {su_co: 0}\n") == [
        "I. KẾT QUẢ THỰC HIỆN",
        "1. An toàn thông tin mạng",
        "- Trong năm, không để xảy ra sự cố an toàn thông tin mạng.",
    ]
    assert with_("  kinh_te_so: {san_pham_tren_san: 0}\n  ha_tang: {ho_cap_quang: 12}\n") == [
        "I. KẾT QUẢ THỰC HIỆN",
        "1. Hạ tầng số",
        "- 12 hộ gia đình dùng Internet cáp quang.",
        "2. Kinh tế số",
        "- Chưa có sản phẩm của địa phương trên sàn thương mại điện tử.",
    ]


def test_without_a_table_no_appendix_is_named_or_printed() -> None:
    report = produce(read_typed(HEAD + "  an_toan: {su_co: 1}\n", "a.yaml", unit_path=SAMPLE / "don-vi.yaml"))
    text = "\n".join(lines_of(report.data))
    assert "Phụ lục" not in text
    assert "xảy ra 01 sự cố" in text


def test_the_parts_of_the_commune_are_called_as_the_unit_calls_them(tmp_path: Path) -> None:
    profile = (SAMPLE / "don-vi.yaml").read_text(encoding="utf-8")
    commune = profile.replace("cap: phuong", "cap: xa").replace("tu_xung: phường", "tu_xung: xã")
    figures = HEAD + "  ha_tang: {khu_dan_cu: 14, khu_phu_song: 13}\n"
    for own, words in (("", "13/14 thôn, ấp, tổ dân phố, đạt"), ("them: {thon: thôn}\n", "13/14 thôn, đạt")):
        unit = tmp_path / "don-vi.yaml"
        unit.write_text(commune + own, encoding="utf-8")
        lines = lines_of(produce(read_typed(figures, "a.yaml", unit_path=unit)).data)
        assert f"- Sóng di động băng rộng phủ {words} 92,86%." in lines


def test_every_typed_figure_of_online_services_is_printed() -> None:
    assert with_('  chinh_quyen_so: {ho_so_mot_phan: 31, dti_diem: "512,5/600"}\n') == [
        "I. KẾT QUẢ THỰC HIỆN",
        "1. Chính quyền số",
        "- Hồ sơ nộp qua dịch vụ công trực tuyến một phần: 31 hồ sơ.",
        "2. Kết quả chấm điểm",
        "Chỉ số chuyển đổi số của phường đạt 512,5/600 điểm.",
    ]


CRITERIA = "{loai: Quyết định, so: 905/QĐ-UBND, ngay: 18/5/2026, co_quan: UBND tỉnh}"
SCORED = (
    "bang: [{stt: '1', tieu_chi: A, toi_da: 5, tu_cham: 4}, {stt: '2', tieu_chi: B, toi_da: 5, tu_cham: 3}]"
)
UNSCORED = SCORED.replace(", tu_cham: 3", "")


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        (f"{SCORED}, muc_do: Tốt", "Phường tự chấm 7/10 điểm, tự xếp mức Tốt (chi tiết tại Phụ lục)."),
        (f"{UNSCORED}, muc_do: Tốt", "Phường tự xếp mức Tốt (chi tiết tại Phụ lục)."),
        (UNSCORED, "Phường tự chấm điểm (chi tiết tại Phụ lục)."),
        ("muc_do: Tốt", "Phường tự xếp mức Tốt."),
        (
            f"van_ban: {CRITERIA}",
            "Việc tự chấm điểm thực hiện theo bộ tiêu chí tại Quyết định số 905/QĐ-UBND ngày 18/5/2026 "
            "của UBND tỉnh.",
        ),
    ],
)
def test_without_a_total_the_rest_of_the_scoring_is_still_told(figures: str, words: str) -> None:
    text = HEAD + f"  cham_diem: {{{figures}}}\n"
    report = produce(read_typed(text, "2026.yaml", unit_path=SAMPLE / "don-vi.yaml"))
    lines = lines_of(report.data)
    assert lines[lines.index("1. Kết quả chấm điểm") + 1] == words
