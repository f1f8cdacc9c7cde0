"""Rows 1 to 16 of docs/hien-tuong.md: head, title, opening words; each by a pack or a data file alone."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from pack_kit import HEAD, Office

from baocao.cli import run
from docx_reading import W


def between(lines: list[str], first: str, last: str) -> list[str]:
    return lines[lines.index(first) : lines.index(last) + 1]


def test_row_01_two_columns_above_the_title(office: Office) -> None:
    made = office.report("Nội dung.")
    (head, *_) = made.part()[0].findall(f"{W}tbl")
    cells = [
        [" ".join(cell.itertext(f"{W}t")) for cell in row.findall(f"{W}tc")] for row in head.findall(f"{W}tr")
    ]
    assert [len(row) for row in cells] == [2, 2]
    assert cells[0][0].startswith("ỦY BAN NHÂN DÂN")
    assert cells[0][1].startswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert cells[1][0].startswith("Số:")
    assert made.lines[4:6] == ["Số: 12/BC-UBND", "Minh Họa, ngày 05 tháng 01 năm 2027"]


@pytest.mark.parametrize(
    ("above", "own"),
    [
        ([], ["VĂN PHÒNG"]),
        ([], ["ỦY BAN NHÂN DÂN", "XÃ MINH HỌA"]),
        (["UBND TỈNH VÍ DỤ"], ["ỦY BAN NHÂN DÂN", "XÃ MINH HỌA"]),
    ],
)
def test_row_02_agency_of_one_to_three_lines(office: Office, above: list[str], own: list[str]) -> None:
    office.unit |= {"dong_ten": own, **({"dong_chu_quan": above} if above else {})}
    lines = office.report("Nội dung.").lines
    assert lines[: lines.index("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")] == [*above, *own]


def test_row_03_blanks_on_purpose_and_dotted_names(office: Office) -> None:
    office.data["van_ban"] = {}
    office.unit["nguoi_ky"] = UNNAMED
    lines = office.report("Nội dung.", "--nhap").lines
    assert lines[4:7] == ["Số:       /BC-UBND", "DỰ THẢO", "Minh Họa, ngày … tháng … năm …"]
    office.data["van_ban"] = {"ngay": "05/01/2027"}
    assert office.again().lines[4:6] == ["Số:       /BC-UBND", "Minh Họa, ngày 05 tháng 01 năm 2027"]
    assert lines[-1] == "……………………"


UNNAMED = {"thay_mat": "Ủy ban nhân dân", "chuc_vu": "Chủ tịch", "ho_ten": "……………………"}


def test_row_04_draft_as_type_and_below_the_date(office: Office) -> None:
    office.data["van_ban"] = {"so": "12", "ngay": "05/01/2027", "ten_loai": "Dự thảo báo cáo"}
    office.report("Nội dung.")
    assert run(["mau", "sao-chep", "thu", "--khoi", "dia_danh_ngay", "rieng"]) == 0
    made = next(Path("rieng").rglob("mau.docx"))
    _after_the_date(made)
    office.data["goi"] = str(made.parent)
    lines = office.again().lines
    assert "DỰ THẢO BÁO CÁO" in lines
    at = lines.index("Minh Họa, ngày 05 tháng 01 năm 2027")
    assert lines[at + 1] == "(Dự thảo)"


def _after_the_date(template: Path) -> None:
    """As an author does in Word: one more paragraph below the date."""
    with zipfile.ZipFile(template) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts["word/document.xml"].decode()
    start = text.rindex("<w:p>", 0, text.index("dv.dia_danh"))
    end = text.index("</w:p>", start) + len("</w:p>")
    mark = '<w:p><w:pPr><w:pStyle w:val="DiaDanhNgay"/></w:pPr><w:r><w:t>(Dự thảo)</w:t></w:r></w:p>'
    parts["word/document.xml"] = (text[:end] + mark + text[end:]).encode()
    with zipfile.ZipFile(template, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


@pytest.mark.parametrize("kind", ["BÁO CÁO", "BÁO CÁO CHUYÊN ĐỀ", "BÁO CÁO TÓM TẮT"])
def test_row_05_types(office: Office, kind: str) -> None:
    office.data["van_ban"] = office.data["van_ban"] | {"ten_loai": kind}
    lines = office.report("Nội dung.").lines
    assert lines[6] == kind


def test_row_05_a_document_without_a_type(office: Office) -> None:
    text = HEAD.replace("@ten_loai\n\n", "") + "Nội dung./.\n\n@khoi_ky\n"
    lines = office.report(text, "--khong-soat", whole=True).lines
    assert lines[5:7] == ["Minh Họa, ngày 05 tháng 01 năm 2027", "Nội dung./."]


def test_row_06_title_of_five_lines_in_either_case(office: Office) -> None:
    title = ["KẾT QUẢ CÔNG TÁC", "Cải cách hành chính", "năm 2026", "và phương hướng", "năm 2027"]
    office.data["van_ban"] = office.data["van_ban"] | {"trich_yeu": title}
    lines = office.report("Nội dung.").lines
    assert lines[7:12] == title


def test_row_08_addressees(office: Office) -> None:
    office.unit["kinh_gui"] = ["Sở Nội vụ"]
    assert "Kính gửi: Sở Nội vụ" in office.report("Nội dung.").lines
    office.unit["kinh_gui"] = ["Ủy ban nhân dân tỉnh", "Sở Nội vụ"]
    lines = office.report("Đồng kính gửi: Văn phòng Ủy ban nhân dân tỉnh.\n\nNội dung.").lines
    assert between(lines, "Kính gửi:", "Nội dung.") == [
        "Kính gửi:",
        "- Ủy ban nhân dân tỉnh;",
        "- Sở Nội vụ.",
        "Đồng kính gửi: Văn phòng Ủy ban nhân dân tỉnh.",
        "Nội dung.",
    ]


@pytest.mark.parametrize("place", ["Đưng K’Nớ", "Thành phố Cao Lãnh", "Đắk Ơ"])
def test_row_11_place_names(office: Office, place: str) -> None:
    office.unit["dia_danh"] = place
    assert office.report("Nội dung.").lines[5] == f"{place}, ngày 05 tháng 01 năm 2027"


CITED = """
  mo_dau.giao: {nhan: Văn bản giao, loai: van_ban}
  mo_dau.khac: {nhan: Văn bản khác, loai: danh_sach, truong: {van_ban: {nhan: Văn bản, loai: van_ban}}}
"""
OPENING = """{% block mo_dau %}
Thực hiện {{ mo_dau.giao }}{% for v in mo_dau.khac %}; {{ v.van_ban }}{% endfor %}, {{ dv.ten }}
(sau đây gọi tắt là UBND {{ dv.tu_xung }}) báo cáo kết quả giải quyết thủ tục hành chính (TTHC)
{{ ky.ten }}, cụ thể như sau:
{% endblock %}

UBND {{ dv.tu_xung }} đã rà soát TTHC theo Kế hoạch “Đẩy mạnh phong trào “Chính quyền thân thiện” trên địa
bàn xã” (kèm danh mục các thủ tục được rà soát, lĩnh vực, cơ quan chủ trì và thời hạn hoàn thành).
"""


def test_rows_12_14_15_one_opening_sentence_with_three_citations(office: Office) -> None:
    def cited(number: str, what: str) -> dict[str, str]:
        return {"loai": "Kế hoạch", "so": number, "ngay": "05/02/2026", "trich_yeu": what}

    office.data["so_lieu"] = {
        "mo_dau": {
            "giao": cited("10/KH-UBND", "cải cách hành chính năm 2026"),
            "khac": [
                {"van_ban": cited("11/KH-UBND", "rà soát")},
                {"van_ban": cited("12/KH-UBND", "kiểm tra")},
            ],
        }
    }
    lines = office.report(OPENING, "--khong-soat", catalogue=CITED).lines
    opening = next(line for line in lines if line.startswith("Thực hiện "))
    assert opening == (
        "Thực hiện Kế hoạch số 10/KH-UBND ngày 05/02/2026 về cải cách hành chính năm 2026; Kế hoạch số "
        "11/KH-UBND ngày 05/02/2026 về rà soát; Kế hoạch số 12/KH-UBND ngày 05/02/2026 về kiểm tra, Ủy ban "
        "nhân dân xã Minh Họa (sau đây gọi tắt là UBND xã) báo cáo kết quả giải quyết thủ tục hành chính "
        "(TTHC) năm 2026, cụ thể như sau:"
    )
    quoted = next(line for line in lines if "“Chính quyền" in line)
    assert "“Đẩy mạnh phong trào “Chính quyền thân thiện” trên địa bàn xã” (kèm danh mục" in quoted


def test_row_13_basis_in_lines_of_their_own(office: Office) -> None:
    office.data["van_ban"] = office.data["van_ban"] | {"can_cu": ["Căn cứ Luật A", "Căn cứ Nghị định B"]}
    lines = office.report("Nội dung.", "--khong-soat").lines
    assert between(lines, "Căn cứ Luật A;", "Nội dung.") == [
        "Căn cứ Luật A;",
        "Căn cứ Nghị định B.",
        "Nội dung.",
    ]


def test_row_16_no_opening_words(office: Office) -> None:
    lines = office.report("# KẾT QUẢ\n\nĐã tiếp nhận {{ tthc.nhan }} hồ sơ.").lines
    assert lines[7:10] == ["Kết quả công tác năm 2026", "I. KẾT QUẢ", "Đã tiếp nhận 1.250 hồ sơ."]
