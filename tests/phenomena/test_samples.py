"""The samples that docs/hien-tuong.md names show their rows: words of their finished reports."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from test_table import ROWS

import baocao
from docx_reading import read_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SAMPLES = Path(__file__).resolve().parents[2] / "samples"
FILES = {
    "tan-hong": "2023.yaml",
    "xa-mau": "2025.yaml",
    "chung": "so-lieu/2026-phong-chay.md",
    "lac-thuy": "2011-2020.yaml",
    "phuong-mot-khoi": "so-lieu/2025.yaml",
    "cchc-xa": "so-lieu/2026.yaml",
    "kiem-soat-tthc": "so-lieu/2026-quy-1.yaml",
}
SHOWN = {
    1: r"HUYỆN TÂN HỒNG\nCỘNG HÒA",
    2: r"^ỦY BAN NHÂN DÂN\nHUYỆN TÂN HỒNG\n",
    3: r"Số: +/BC-UBND[\s\S]*ngày … tháng …",
    4: r"\nDỰ THẢO\n",
    5: r"\nBÁO CÁO CHUYÊN ĐỀ\n",
    6: r"Cải cách hành chính năm 2023\nnhiệm vụ, giải pháp năm 2024 và các năm tiếp theo\n",
    8: r"\nKính gửi:\n- Ủy ban nhân dân tỉnh;\n- Công an tỉnh\.\n",
    12: r"\nThực hiện ý kiến chỉ đạo .* như sau:\n",
    14: r"cải cách hành chính \(CCHC\)",
    17: r"\nI\. KẾT QUẢ[\s\S]*\n1\. Cải cách thể chế\n[\s\S]*\n- ",
    25: r"\+ Đối với cấp Huyện: .*; .*; ",
    28: r"nước uống\.\.\. ",
    29: r"11/12[\s\S]*01/12[\s\S]*05/12",
    30: r"197/197 thủ tục[\s\S]*134/134 TTHC, chiếm 100%",
    31: r"80,41 điểm[\s\S]*xếp hạng 01/12 \(tăng 09 bậc so với năm 2022 là 10/12\)",
    32: r"80,41 điểm \(tăng 2,35 điểm so với năm 2022 là 78,06 điểm\)",
    33: r"27\.630 hồ sơ[\s\S]*3\.252 hồ sơ \(trong đó tiếp nhận trực tuyến là 2\.413 hồ sơ, .*\), đã giải",
    35: r"8,3 tỷ đồng",
    36: r"trên 1\.674",
    37: r"từ ngày 15/12/2022",
    38: r"không phát sinh việc ban hành",
    39: r"98,74%[\s\S]*74,2%[\s\S]*99,15%",
    40: r"thủ tục hành chính các lĩnh vực[\s\S]*hồ sơ[\s\S]*TTHC",
    41: r"98,74%\[\^4\]",
    42: r"\+ Đối với cấp Huyện: .*\n\+ Đối với viên chức",
    43: r"11 công chức\[\^6\] và 95 viên chức\[\^7\]",
    44: r"\n- [^\n]*Phấn đấu Chỉ số CCHC năm 2024 xếp thứ hạng [^\n]*\.\n",
    45: r"“Biết chào hỏi, biết lắng nghe, biết giải thích, ",
    46: r"2021 - 2025[\s\S]*Chỉ thị số 26/CT-TTg",
    47: r"471-TB/VPHU[\s\S]*98/QĐ-UBND-TL[\s\S]*1203-CV/HU[\s\S]*379/KH-UBND\.HC",
    48: r"06/02/2023[\s\S]*30 tháng 3 năm 2023",
    49: r"\nBảng 1\. Kết quả kiểm tra cơ sở do xã quản lý\n",
    50: r"\nSố hồ sơ nhận giải quyết\n[\s\S]*\nTrực tuyến trong kỳ\n",
    51: r"\n1\n2\n3 = 4 \+ 5 \+ 6\n4\n",
    52: r"\nI\nLĩnh vực tư pháp\n1\.465\n",
    53: r"\n11 = 12 \+ 13\n[\s\S]*\nHồ sơ nhận từ các xã .*; phải xác minh nguồn gốc đất\n",
    54: r"\nBiểu số II\.06, ",
    56: r" nêu tại Phụ lục I kèm theo\.\n",
    57: r"\nPhụ lục I\n.*\n\(Kèm theo Báo cáo số 74/BC-UBND ngày 18 tháng 3 năm 2026 ",
    58: r"xin báo cáo đến Ban Chấp hành Đảng bộ Huyện\./\.\n",
    59: r"\n- TT/HU, TT/HĐND Huyện;\n[\s\S]*\n- Lưu: VT, PCVPTài\.\n",
    61: r"\nTM\. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nHuỳnh Văn Nhã\n",
    63: r"\nII\. NHIỆM VỤ, GIẢI PHÁP NĂM 2024 ",
    64: r"\nPhường đi vào hoạt động từ ngày 01/7/2025",
    65: r"Trung tâm Phục vụ hành chính công xã",
}
"""Row -> what a reader finds in the report of the sample that the page names."""
NAMED = {int(row[0]): found.group(1) for row in ROWS if (found := re.search(r"`samples/([\w-]+)`", row[4]))}


@cache
def text_of(sample: str) -> str:
    report = baocao.make_report(SAMPLES / sample / FILES[sample], draft=sample == "xa-mau")
    return read_docx(report.to_bytes()).text


def test_every_row_with_a_sample_says_what_is_found_there() -> None:
    assert sorted(NAMED) == sorted(SHOWN)


@pytest.mark.parametrize("row", sorted(SHOWN))
def test_the_sample_shows_its_row(row: int) -> None:
    assert re.search(SHOWN[row], text_of(NAMED[row])), NAMED[row]


def document(sample: str) -> etree._Element:
    report = baocao.make_report(SAMPLES / sample / FILES[sample])
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(report.to_bytes())).read("word/document.xml"))


def words(element: etree._Element) -> str:
    return "".join(element.itertext(f"{W}t")).replace("\u00a0", " ")


def test_row_44_the_words_of_the_sample_are_bold_and_italic() -> None:
    runs = [run for run in document("tan-hong").iter(f"{W}r") if "Phấn đấu Chỉ số" in words(run)]
    assert [sorted({mark.tag for mark in run.find(f"{W}rPr")} & {f"{W}b", f"{W}i"}) for run in runs] == [
        [f"{W}b", f"{W}i"]
    ]


def test_rows_50_to_54_the_form_of_the_sample_is_a_landscape_table_with_a_head_of_two_levels() -> None:
    body = document("kiem-soat-tthc").find(f"{W}body")
    form = next(table for table in body.iter(f"{W}tbl") if "Lĩnh vực giải quyết" in words(table))
    head = [row for row in form.iter(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is not None]
    spans = [[cell.get(f"{W}val") for cell in row.iter(f"{W}gridSpan")] for row in head]
    assert spans == [["4", "4", "3"], [], []]
    assert [len(list(row.iter(f"{W}vMerge"))) for row in head] == [2, 2, 0]
    after = next(item for item in form.itersiblings() if item.find(f".//{W}pgSz") is not None)
    assert after.find(f".//{W}pgSz").get(f"{W}orient") == "landscape"
