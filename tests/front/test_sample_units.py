"""The sample units: a province, a ward that changes one block, a commune with a whole template of its own."""

from __future__ import annotations

import importlib.util
import re
import shutil
import zipfile
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from front_kit import SAMPLES
from lxml import etree

import baocao
from docx_reading import W, read_docx
from outside_tools import audit_faults, converted, integrity_faults, sdk_faults
from workplace_kit import Clerk

ROOT = SAMPLES.parent
UNITS = ("tinh-mau", "phuong-mot-khoi", "xa-mau-rieng")
WARD, COMMUNE = "phuong-mot-khoi", "xa-mau-rieng"
TEMPLATES = {
    "tinh-mau": ("_manh/nguon-so-lieu.docx",),
    WARD: ("cchc-nam/mau.docx",),
    COMMUNE: ("cchc-nam/mau.docx", "_manh/khoi-ky.docx"),
}
NUMBER = re.compile(r"^(?:[IVX]+|\d+)\. ")
PROVINCE_SOURCE = (
    "Số liệu về hồ sơ thủ tục hành chính trong báo cáo này lấy từ Hệ thống thông tin giải quyết thủ tục hành "
    "chính tỉnh {}{{Gồm hồ sơ nộp trực tiếp, qua bưu chính, qua Cổng Dịch vụ công quốc gia và tại điểm hỗ "
    "trợ ở {}.}}."
)


@pytest.fixture
def clerk(capsys: pytest.CaptureFixture[str]) -> Clerk:
    return Clerk(capsys)


@pytest.fixture
def units(tmp_path: Path) -> Path:
    """A copy of the sample units, to work in."""
    for name in UNITS:
        shutil.copytree(SAMPLES / name, tmp_path / name)
    return tmp_path


@cache
def report(unit: str, year: int = 2025) -> bytes:
    """The report of a sample."""
    return baocao.make_report(SAMPLES / unit / "so-lieu" / f"{year}.yaml").to_bytes()


def without_own_template(units: Path, unit: str) -> bytes:
    """The same report by the template of the pack."""
    shutil.rmtree(units / unit / "mau")
    return baocao.make_report(units / unit / "so-lieu" / "2025.yaml").to_bytes()


def paragraphs(data: bytes) -> list[str]:
    """Each paragraph, the words of its notes in braces where they are referred to."""
    reading = read_docx(data)
    return [
        re.sub(r"\[\^(\d+)\]", lambda found: f"{{{' | '.join(reading.notes[int(found[1]) - 1])}}}", text)
        for text in reading.paragraphs
    ]


# ----- made by plain commands -----


@pytest.mark.parametrize(
    ("unit", "year", "codes"),
    [(WARD, 2025, ["so-sanh-khac-don-vi"]), (WARD, 2024, []), (COMMUNE, 2025, [])],
)
def test_the_report_is_made_in_its_folder_with_what_it_is_meant_to_tell(
    clerk: Clerk,
    units: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    unit: str,
    year: int,
    codes: list[str],
) -> None:
    monkeypatch.chdir(units / unit)
    words = () if year == 2025 else (f"so-lieu/{year}.yaml",)
    assert clerk.codes("tao", *words) == (0, codes)
    (made,) = Path("ket-qua").iterdir()
    assert made.read_bytes() == report(unit, year)


@pytest.mark.parametrize("unit", UNITS)
def test_nothing_is_found_in_the_templates(clerk: Clerk, units: Path, unit: str) -> None:
    assert clerk.codes("mau", "kiem-tra", str(units / unit / "mau")) == (0, [])


def test_every_template_is_among_those_that_are_looked_at() -> None:
    for unit, names in TEMPLATES.items():
        folder = SAMPLES / unit / "mau"
        assert {str(path.relative_to(folder)) for path in folder.rglob("*.docx")} == set(names)


# ----- the ward: one block -----

COMPARED = [
    *("Nội dung", "Năm 2024", "Năm 2025", "Tăng, giảm"),
    *("Hồ sơ tiếp nhận", "12.480", "14.600", "tăng 2.120"),
    *("Hồ sơ tiếp nhận trực tuyến", "7.930", "10.962", "tăng 3.032"),
    *("Tỷ lệ hồ sơ trực tuyến", "63,54%", "75,08%", "tăng 11,54 điểm %"),
    *("Hồ sơ giải quyết trễ hạn", "43", "28", "giảm 15"),
    *("Tỷ lệ thanh toán trực tuyến", "79,11%", "93,35%", "tăng 14,24 điểm %"),
]


def test_the_wards_block_adds_its_words_and_leaves_every_other_paragraph(units: Path) -> None:
    expected = paragraphs(without_own_template(units, WARD))
    title = expected.index("I. KẾT QUẢ THỰC HIỆN CÔNG TÁC CCHC NĂM 2025")
    after = expected.index("1. Công tác chỉ đạo, điều hành")
    assert after == title + 3
    expected[after:after] = [
        "Kết quả giải quyết thủ tục hành chính so với năm 2024:",
        *COMPARED,
        PROVINCE_SOURCE.format("Ví Dụ, chốt ngày 14/12/2025", "các khóm"),
    ]
    expected.insert(
        title + 1,
        "Phường đi vào hoạt động từ ngày 01/7/2025 trên cơ sở phường Thí Nghiệm và một phần xã Bản Thử; việc "
        "so sánh với năm 2024 trong báo cáo này chỉ để tham khảo{Số liệu năm 2024 là của phường Thí Nghiệm, "
        "chưa gồm phần xã Bản Thử nhập vào từ ngày 01/7/2025.}.",
    )
    assert paragraphs(report(WARD)) == expected


def test_the_wards_notes_are_numbered_with_those_of_the_pack(units: Path) -> None:
    own, pack = read_docx(report(WARD)), read_docx(without_own_template(units, WARD))
    assert [note[0][:30] for note in own.notes[:2]] == [
        "Số liệu năm 2024 là của phường",
        "Gồm hồ sơ nộp trực tiếp, qua b",
    ]
    assert own.notes[2:] == pack.notes
    assert len(pack.notes) == 3
    assert re.findall(r"\[\^(\d+)\]", own.text) == ["1", "2", "3", "4", "5"]


def test_the_report_of_last_year_bears_the_names_of_last_year() -> None:
    lines = paragraphs(report(WARD, 2024))
    assert lines[:12] == [
        *("ỦY BAN NHÂN DÂN", "PHƯỜNG THÍ NGHIỆM"),
        *("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        *("Số: 21/BC-UBND", "Thí Nghiệm, ngày 14 tháng 02 năm 2025", "BÁO CÁO"),
        "Kết quả thực hiện công tác cải cách hành chính năm 2024",
        *("Kính gửi:", "- Ủy ban nhân dân thành phố;", "- Phòng Nội vụ thành phố."),
        "Ủy ban nhân dân (UBND) phường báo cáo kết quả thực hiện cải cách hành chính (CCHC) năm 2024, cụ thể "
        "như sau:",
    ]
    assert PROVINCE_SOURCE.format("Ví Dụ Bắc", "các khóm") in lines
    assert "Trong năm, Bộ phận Một cửa phường tiếp nhận 12.480 hồ sơ" in "\n".join(lines)
    assert lines[-3:] == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Hồ Thị Nghiệm"]
    assert not any("tham khảo" in line for line in lines)


# ----- the commune: a whole template, saved by LibreOffice -----

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


# ----- where each value comes from -----


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        (
            WARD,
            """\
* thư mục đơn vị (01 khối)  mau/cchc-nam/mau.docx: ket_qua_chung
* nguon-so-lieu      đơn vị cấp trên, ../tinh-mau/mau/_manh/nguon-so-lieu.docx
  ky_hieu                       ký hiệu cơ quan: UBND [đơn vị cấp trên]
                                ← đơn vị cấp trên, ../tinh-mau/don-vi.yaml:23
  luu                           dòng Lưu: VT, VH-XH [đơn vị cấp trên]
                                ← đơn vị cấp trên, ../tinh-mau/don-vi.yaml:34
  dong_ten                      các dòng tên cơ quan: ỦY BAN NHÂN DÂN; PHƯỜNG THÍ ĐIỂM
                                ← mặc định
  them.ap_khom                  các chữ riêng của đơn vị: các khóm
                                ← hồ sơ đơn vị, don-vi.yaml:12
""",
        ),
        (
            COMMUNE,
            """\
* khoi-ky            thư mục đơn vị, mau/_manh/khoi-ky.docx
* nguon-so-lieu      đơn vị cấp trên, ../tinh-mau/mau/_manh/nguon-so-lieu.docx
  luu                           dòng Lưu: VT, TTPVHCC
                                ← hồ sơ đơn vị, don-vi.yaml:11
  phong_cach.nghin_ngan         đọc nghìn hay ngàn: ngàn
                                ← hồ sơ đơn vị, don-vi.yaml:12
  phong_cach.kieu_ngay          cách viết ngày: ngan [đơn vị cấp trên]
                                ← đơn vị cấp trên, ../tinh-mau/don-vi.yaml:35
""",
        ),
    ],
)
def test_each_value_tells_its_origin(
    clerk: Clerk, units: Path, monkeypatch: pytest.MonkeyPatch, unit: str, expected: str
) -> None:
    monkeypatch.chdir(units / unit)
    monkeypatch.setenv("COLUMNS", "110")
    assert clerk.run("mau", "xem", "--nguon") == 0
    shown = clerk.out.splitlines()
    for value, origin in _pairs(expected.splitlines()):
        at = shown.index(value)
        assert not origin or shown[at + 1] == origin


def _pairs(lines: list[str]) -> list[tuple[str, str]]:
    """Each value with the line below it that tells its origin, or ""."""
    following = [*lines[1:], ""]
    return [
        (value, after if "←" in after else "")
        for value, after in zip(lines, following, strict=True)
        if "←" not in value
    ]


# ----- validators -----


def parts_of(unit: str) -> list[Path]:
    return [SAMPLES / unit / "mau" / name for name in TEMPLATES[unit]]


@pytest.fixture(params=[(WARD, 2025), (WARD, 2024), (COMMUNE, 2025)], ids=str)
def finished(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    unit, year = request.param
    path = tmp_path / f"{unit}.docx"
    path.write_bytes(report(unit, year))
    return path


def test_ooxml_integrity_and_our_own_check_find_nothing(finished: Path) -> None:
    assert integrity_faults(finished) == []
    assert baocao.check_docx(finished.read_bytes()) == ()


@pytest.mark.parametrize("unit", UNITS)
def test_ooxml_integrity_finds_nothing_in_the_templates(unit: str) -> None:
    assert [fault for path in parts_of(unit) for fault in integrity_faults(path)] == []


@pytest.mark.parametrize("unit", ["tinh-mau", WARD])
def test_openxml_audit_finds_nothing_in_what_libreoffice_has_not_saved(unit: str, tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(report(WARD))
    assert [fault for file in (*parts_of(unit), path) for fault in audit_faults(file)] == []


@pytest.mark.sdk
def test_open_xml_sdk_finds_nothing_in_what_libreoffice_has_not_saved(tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(report(WARD))
    files = (*parts_of("tinh-mau"), *parts_of(WARD), path)
    assert [fault for file in files for fault in sdk_faults(file)] == []


def test_openxml_audit_finds_in_the_communes_report_only_what_libreoffice_wrote(tmp_path: Path) -> None:
    """LibreOffice 7.4 orders numFmt after pStyle, writes "start" for "left" and "true" for "on"."""
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(report(COMMUNE))
    known = {_kind(fault) for file in parts_of(COMMUNE) for fault in audit_faults(file)}
    assert {_kind(fault) for fault in audit_faults(path)} - known == set()


def _kind(fault: str) -> str:
    """A fault without its place: the last step of its path and what is wrong there."""
    place, _, words = fault.partition(": ")
    return re.sub(r"\[\d+\]", "", place.rsplit("/", 1)[-1]) + words


# ----- the templates are what the tool makes -----


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "make_sample_templates", ROOT / "tools/make_sample_templates.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def words(path: Path) -> list[str]:
    """The words of a template, a paragraph a line, those of its notes last."""
    with zipfile.ZipFile(path) as archive:
        names = [f"word/{name}.xml" for name in ("document", "footnotes")]
        roots = [etree.fromstring(archive.read(name)) for name in names if name in archive.namelist()]
    paragraphs = [item for root in roots for item in root.iter(f"{W}p")]
    return ["".join(text.text or "" for text in item.iter(f"{W}t")) for item in paragraphs]


@pytest.mark.parametrize("unit", ["tinh-mau", WARD, pytest.param(COMMUNE, marks=pytest.mark.libreoffice)])
def test_the_tool_makes_these_templates(units: Path, unit: str) -> None:
    tool().make(unit, units)
    for path in parts_of(unit):
        assert words(units / path.relative_to(SAMPLES)) == words(path)


# ----- the pages -----


@pytest.mark.libreoffice
def test_the_signature_stays_with_the_last_sentence_and_each_page_has_its_notes(tmp_path: Path) -> None:
    import pdfplumber

    reports = {unit: report(unit) for unit in (WARD, COMMUNE)}
    pages = {}
    for unit, data in converted(reports, tmp_path, "pdf").items():
        (tmp_path / f"{unit}.pdf").write_bytes(data)
        with pdfplumber.open(tmp_path / f"{unit}.pdf") as pdf:
            pages[unit] = [page.extract_text() for page in pdf.pages]
    for unit, closing in ((WARD, "Trên đây là kết quả"), (COMMUNE, "kính báo cáo")):
        assert closing in pages[unit][-1]
        assert "Nơi nhận:" in pages[unit][-1]
        assert "TM. ỦY BAN NHÂN DÂN" in pages[unit][-1]
    first_notes = [re.findall(r"^1 (\w+ \w+)", text, re.M)[-1:] for text in pages[COMMUNE]]
    assert first_notes == [[], ["Gồm hồ"], ["Mô hình"], [], []]
