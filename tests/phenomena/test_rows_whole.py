"""Rows 58 to 67 of docs/hien-tuong.md: the end of a report, and what concerns all of it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from pack_kit import Office

from docx_reading import W
from outside_tools import converted


def test_row_58_the_closing_sentence(office: Office) -> None:
    office.unit["kinh_gui"] = ["Sở Nội vụ"]
    closing = "Ủy ban nhân dân xã kính báo cáo {{ dv.kinh_gui | noi }} theo dõi, chỉ đạo./."
    text = f"@dau_van_ban\n\n@ten_loai\n\n@kinh_gui\n\n{closing}\n\n@khoi_ky\n"
    lines = office.report(text, "--khong-soat", whole=True).lines
    assert lines[9] == "Ủy ban nhân dân xã kính báo cáo Sở Nội vụ theo dõi, chỉ đạo./."


def test_rows_59_60_recipients(office: Office) -> None:
    office.unit |= {
        "noi_nhan": ["TT/HU (để b/c)", "TT/HĐND", "Các ban, ngành (05 bản)"],
        "luu": "VT, VH-XH",
        "nguoi_soan": "Mẫu",
    }
    made = office.report("Nội dung.")
    at = made.lines.index("Nơi nhận:")
    assert made.lines[at + 1 : at + 5] == [
        "- TT/HU (để b/c);",
        "- TT/HĐND;",
        "- Các ban, ngành (05 bản);",
        "- Lưu: VT, VH-XHMẫu.",
    ]
    (drafter,) = [r for r in made.part().iter(f"{W}r") if "".join(r.itertext(f"{W}t")) == "Mẫu"]
    assert drafter.find(f"{W}rPr/{W}vertAlign").get(f"{W}val") == "subscript"


@pytest.mark.parametrize(
    ("signer", "printed"),
    [
        (
            {"thay_mat": "Ủy ban nhân dân", "chuc_vu": "Chủ tịch", "ho_ten": "Nguyễn Văn Mẫu"},
            ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Mẫu"],
        ),
        (
            {
                "thay_mat": "Ủy ban nhân dân",
                "ky_thay": "Chủ tịch",
                "chuc_vu": "Phó Chủ tịch",
                "ho_ten": "Trần Thị Mẫu",
            },
            ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Thị Mẫu"],
        ),
    ],
)
def test_row_61_who_signs(office: Office, signer: dict[str, str], printed: list[str]) -> None:
    office.unit["nguoi_ky"] = signer
    assert office.report("Nội dung.").lines[-len(printed) :] == printed


def test_row_61_a_head_without_on_behalf_of(office: Office) -> None:
    office.unit |= {"ten": "Văn phòng Hội đồng", "dong_ten": ["VĂN PHÒNG"]}
    office.unit["nguoi_ky"] = {"chuc_vu": "Chánh Văn phòng", "ho_ten": "Lê Văn Mẫu"}
    assert office.report("Nội dung.").lines[-2:] == ["CHÁNH VĂN PHÒNG", "Lê Văn Mẫu"]


def test_row_63_results_and_the_tasks_of_the_next_period(office: Office) -> None:
    office.data["ky"] = {"quy": "3", "nam": "2026"}
    office.data["van_ban"] = {"so": "12", "ngay": "05/10/2026"}
    office.pack["trich_yeu"] = ["Kết quả {ky}, nhiệm vụ {ky_sau}"]
    lines = office.report(
        "# KẾT QUẢ {{ ky.ten | hoa }}\n\nChữ.\n\n# NHIỆM VỤ {{ ky.sau | hoa }}\n\nChữ."
    ).lines
    assert lines[7:9] == ["Kết quả quý III năm 2026, nhiệm vụ quý IV năm 2026", "I. KẾT QUẢ QUÝ III NĂM 2026"]
    assert "II. NHIỆM VỤ QUÝ IV NĂM 2026" in lines


OWN = (
    "{{ dv.tu_xung | hoa_dau }} tiếp nhận {{ tthc.nhan }} hồ sơ{% if tthc.dung %}, đúng hạn {{ tthc.dung }}"
    "{% endif %}."
)


def test_row_64_one_template_two_communes(office: Office) -> None:
    assert office.report(OWN, "--khong-soat").lines[8] == "Xã tiếp nhận 1.250 hồ sơ, đúng hạn 07."
    office.unit |= {"ten": "Ủy ban nhân dân phường Ví Dụ", "cap": "phuong", "dia_danh": "Ví Dụ"}
    office.unit["phong_cach"] = {"so_hai_chu_so": "không"}
    office.data["so_lieu"] = {"tthc": {"nhan": "9"}}
    assert office.again("--khong-soat").lines[8] == "Phường tiếp nhận 9 hồ sơ."


@pytest.mark.parametrize(
    ("day", "words"),
    [("30/06/2025", "Bộ phận Một cửa"), ("05/07/2025", "Trung tâm Phục vụ hành chính công")],
)
def test_row_65_words_of_the_two_level_model(office: Office, day: str, words: str) -> None:
    office.data["ky"] = {"thang": "6", "nam": "2025"}
    office.data["van_ban"] = {"so": "12", "ngay": day}
    assert (
        office.report("Nơi nhận hồ sơ: {{ dv.mot_cua }}.", "--khong-soat").lines[8]
        == f"Nơi nhận hồ sơ: {words}."
    )


@pytest.mark.libreoffice
def test_row_66_one_page_or_more_than_twenty(office: Office, tmp_path: Path) -> None:
    reports = {"ngan": office.report("Nội dung.", "--khong-soat").data}
    long = "\n\n".join(
        f"Đoạn thứ {number}: " + "công tác cải cách hành chính được duy trì; " * 12 for number in range(130)
    )
    reports["dai"] = office.report(long, "--khong-soat").data
    pages = {}
    for name, data in converted(reports, tmp_path, "pdf").items():
        (tmp_path / f"{name}.pdf").write_bytes(data)
        said = subprocess.run(
            ["pdftotext", f"{tmp_path}/{name}.pdf", "-"], capture_output=True, check=True
        ).stdout
        pages[name] = said.count(b"\f")
    assert pages["ngan"] == 1
    assert pages["dai"] >= 22


NAMES = """  nguoi.ho_ten: {nhan: Người phụ trách, loai: chu}
  nguoi.dien_thoai: {nhan: Số điện thoại, loai: chu}
"""
PRIVATE = (
    "Đầu mối: {% if dv.them.cong_khai_ten %}{{ nguoi.ho_ten }}, điện thoại {{ nguoi.dien_thoai }}{% else %}"
    "……………{% endif %}."
)


@pytest.mark.parametrize(
    ("switch", "printed"), [("có", "Lê Thị Mẫu, điện thoại 0000 000 000"), ("", "……………")]
)
def test_row_67_names_only_where_the_unit_wants_them(office: Office, switch: str, printed: str) -> None:
    office.unit["them"] = {"cong_khai_ten": switch}
    office.data["so_lieu"] = {"nguoi": {"ho_ten": "Lê Thị Mẫu", "dien_thoai": "0000 000 000"}}
    line = office.report(PRIVATE, "--khong-soat", catalogue=NAMES).lines[8]
    assert line == f"Đầu mối: {printed}."
