"""The sample units make their reports in their own folders; where each value comes from."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from front_kit import SAMPLES
from sample_units_kit import (
    COMMUNE,
    PROVINCE_SOURCE,
    TEMPLATES,
    UNITS,
    WARD,
    paragraphs,
    report,
    without_own_template,
)

from docx_reading import read_docx
from workplace_kit import Clerk


@pytest.fixture
def clerk(capsys: pytest.CaptureFixture[str]) -> Clerk:
    return Clerk(capsys)


@pytest.fixture
def units(tmp_path: Path) -> Path:
    """A copy of the sample units, to work in."""
    for name in UNITS:
        shutil.copytree(SAMPLES / name, tmp_path / name)
    return tmp_path


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
