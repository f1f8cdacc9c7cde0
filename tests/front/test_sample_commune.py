"""The sample commune: a whole template of its own, saved by LibreOffice."""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path

import pytest
from front_kit import SAMPLES
from lxml import etree
from sample_units_kit import (
    COMMUNE,
    PROVINCE_SOURCE,
    TEMPLATES,
    UNITS,
    paragraphs,
    report,
    without_own_template,
)

from docx_reading import W, read_docx

NUMBER = re.compile(r"^(?:[IVX]+|\d+)\. ")


@pytest.fixture
def units(tmp_path: Path) -> Path:
    """A copy of the sample units, to work in."""
    for name in UNITS:
        shutil.copytree(SAMPLES / name, tmp_path / name)
    return tmp_path


OWN_TITLES = [
    "I. KẾT QUẢ NĂM 2025",
    "1. Giải quyết thủ tục hành chính",
    "2. Chuyển đổi số",
    "3. Tổ chức bộ máy",
    "4. Cán bộ, công chức, viên chức",
    "5. Tài chính",
    "6. Ban hành văn bản, phổ biến pháp luật",
    "7. Chỉ đạo, kiểm tra",
    "II. KHÓ KHĂN, HẠN CHẾ",
    "III. NHIỆM VỤ, GIẢI PHÁP NĂM 2026",
    "1. Nhiệm vụ",
    "2. Giải pháp",
]
OWN_WORDS = [
    "Thực hiện Công văn số 2310/SNV-CCHC ngày 19/12/2025 của Sở Nội vụ về việc báo cáo kết quả cải cách hành "
    "chính năm 2025, Ủy ban nhân dân (UBND) xã Giả Định báo cáo kết quả cải cách hành chính (CCHC) năm 2025 "
    "như sau:",
    *(NUMBER.sub("", title) for title in OWN_TITLES[:1]),
    "Giải quyết thủ tục hành chính",
    PROVINCE_SOURCE.format("Ví Dụ, chốt ngày 14/12/2025", "các ấp"),
    *(NUMBER.sub("", title) for title in OWN_TITLES[2:9]),
    "Ủy ban nhân dân xã Giả Định kính báo cáo Ủy ban nhân dân tỉnh, Sở Nội vụ./.",
    "- Trang thông tin điện tử xã (để công khai);",
]
WORDS_OF_THE_PACK = [
    "Thực hiện Công văn số 2310/SNV-CCHC ngày 19/12/2025 của Sở Nội vụ về việc báo cáo kết quả cải cách hành "
    "chính năm 2025, Ủy ban nhân dân (UBND) xã báo cáo kết quả thực hiện cải cách hành chính (CCHC) năm 2025 "
    "(số liệu chốt ngày 14/12/2025) và nhiệm vụ, giải pháp năm 2026, cụ thể như sau:",
    "KẾT QUẢ THỰC HIỆN CÔNG TÁC CCHC NĂM 2025",
    "Công tác chỉ đạo, điều hành",
    "Cải cách thể chế",
    "Cải cách thủ tục hành chính",
    "Cải cách tổ chức bộ máy",
    "Cải cách chế độ công vụ",
    "Cải cách tài chính công",
    "Xây dựng và phát triển Chính quyền điện tử, Chính quyền số",
    "Tồn tại, hạn chế",
    "Trên đây là kết quả thực hiện cải cách hành chính năm 2025 và nhiệm vụ, giải pháp năm 2026 của Ủy ban "
    "nhân dân xã Giả Định, xin báo cáo Ủy ban nhân dân tỉnh, Sở Nội vụ./.",
]


def test_the_communes_titles_stand_in_its_own_order() -> None:
    lines = paragraphs(report(COMMUNE))
    assert [line for line in lines if NUMBER.match(line)] == OWN_TITLES


def test_the_commune_says_these_things_in_its_own_words_and_all_others_as_the_pack(units: Path) -> None:
    own = [NUMBER.sub("", line) for line in paragraphs(report(COMMUNE))]
    pack = [NUMBER.sub("", line) for line in paragraphs(without_own_template(units, COMMUNE))]
    assert [line for line in own if line not in pack] == OWN_WORDS
    assert [line for line in pack if line not in own] == WORDS_OF_THE_PACK
    assert len(own) - len(OWN_WORDS) == len(pack) - len(WORDS_OF_THE_PACK)


def test_the_communes_house_style_and_signature() -> None:
    lines = paragraphs(report(COMMUNE))
    assert "thu nhập tăng thêm bình quân 850 ngàn đồng/người/tháng." in "\n".join(lines)
    assert lines[-13:] == [
        *("Nơi nhận:", "- Như trên;", "- Thường trực Đảng ủy;", "- Thường trực HĐND;"),
        *("- Chủ tịch, các Phó Chủ tịch UBND;", "- Ủy ban MTTQ Việt Nam và các đoàn thể;"),
        *("- Các phòng, đơn vị trực thuộc;", "- Trang thông tin điện tử xã (để công khai);"),
        "- Lưu: VT, TTPVHCC.",
        *("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Vũ Thị Định"),
    ]


def test_the_communes_notes_start_again_on_each_page(tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(report(COMMUNE))
    with zipfile.ZipFile(path) as archive:
        document = etree.fromstring(archive.read("word/document.xml"))
    restarts = [item.get(f"{W}val") for item in document.iter(f"{W}numRestart")]
    assert restarts == ["eachPage"]
    assert len(read_docx(report(COMMUNE)).notes) == 6


@pytest.mark.parametrize("name", TEMPLATES[COMMUNE])
def test_the_communes_files_are_saved_by_libreoffice(name: str) -> None:
    with zipfile.ZipFile(SAMPLES / COMMUNE / "mau" / name) as archive:
        assert b"<Application>LibreOffice/" in archive.read("docProps/app.xml")
