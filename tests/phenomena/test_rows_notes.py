"""Rows 41 to 48 of docs/hien-tuong.md: footnotes, letters, quotation marks, symbols, dates."""

from __future__ import annotations

import pytest
from pack_kit import Office

from docx_reading import W

NOTES = """Đã tiếp nhận {{ tthc.nhan }} hồ sơ[^nhan],[^them] đúng hạn {{ tthc.dung }} hồ sơ[^dung],
kiểm tra công vụ,[^kiem] “nêu gương”.

[^nhan]: Trong tổng số {{ tthc.nhan }} hồ sơ có:

    + Trực tiếp: 05 hồ sơ;

    + Trực tuyến: 02 hồ sơ.

    Số liệu của Cổng dịch vụ công.

[^them]: Không kể hồ sơ rút.

[^dung]: Gồm {{ tthc.dung }} hồ sơ đúng và trước hạn.

[^kiem]: Kế hoạch số 10/KH-UBND.
"""


def test_rows_41_to_43_notes_tied_to_the_body(office: Office) -> None:
    reading = office.report(NOTES, "--khong-soat").reading
    assert reading.paragraphs[8] == (
        "Đã tiếp nhận 1.250 hồ sơ[^1],[^2] đúng hạn 07 hồ sơ[^3], kiểm tra công vụ,[^4] “nêu gương”."
    )
    assert reading.notes == [
        [
            "Trong tổng số 1.250 hồ sơ có:",
            "+ Trực tiếp: 05 hồ sơ;",
            "+ Trực tuyến: 02 hồ sơ.",
            "Số liệu của Cổng dịch vụ công.",
        ],
        ["Không kể hồ sơ rút."],
        ["Gồm 07 hồ sơ đúng và trước hạn."],
        ["Kế hoạch số 10/KH-UBND."],
    ]


def test_row_42_a_long_list_of_the_data_in_a_note(office: Office) -> None:
    catalogue = "  xa: {nhan: Các xã, loai: danh_sach, truong: {ten: {nhan: Tên, loai: chu}}}\n"
    office.data["so_lieu"] = {"xa": [{"ten": f"xã {number}"} for number in range(1, 41)]}
    listed = "{% for x in xa %}{{ x.ten }}{{ '; ' if not loop.last }}{% endfor %}"
    text = f"Đã kiểm tra 40 xã[^xa].\n\n[^xa]: Gồm {listed}.\n"
    (note,) = office.report(text, "--khong-soat", catalogue=catalogue).reading.notes
    assert note == ["Gồm " + "; ".join(f"xã {number}" for number in range(1, 41)) + "."]


def test_row_44_bold_italic_in_a_bullet_and_italic_in_quotation_marks(office: Office) -> None:
    made = office.report("- Kết quả: ***đạt yêu cầu*** và “*dân biết, dân bàn*”.", "--khong-soat")
    assert made.lines[8] == "- Kết quả: đạt yêu cầu và “dân biết, dân bàn”."
    strong, quoted = made.run_with("đạt yêu cầu"), made.run_with("dân biết, dân bàn")
    assert [strong.find(f"{W}rPr/{W}{name}") is not None for name in "bi"] == [True, True]
    assert [quoted.find(f"{W}rPr/{W}{name}") is not None for name in "bi"] == [False, True]


def test_row_45_quotation_marks_with_commas_inside(office: Office) -> None:
    text = "Mô hình “Ngày không hẹn, không viết, không chờ”, “Một cửa thân thiện”."
    assert office.report(text, "--khong-soat").lines[8] == text


def test_row_46_dashes_and_what_must_not_part(office: Office) -> None:
    made = office.report(
        "Giai đoạn 2021 - 2025, 2026–2030; Chỉ thị số 26/CT-TTg; {{ tthc.dung }}/{{ tthc.nhan }} hồ sơ.",
        "--khong-soat",
    )
    (line,) = [
        "".join(p.itertext(f"{W}t"))
        for p in made.part().iter(f"{W}p")
        if "Giai đoạn" in "".join(p.itertext())
    ]
    assert line.replace("\u00a0", " ") == (
        "Giai đoạn 2021 - 2025, 2026–2030; Chỉ thị số 26/CT-TTg; 07/1.250 hồ sơ."
    )
    assert "số\u00a026/CT-TTg" in line


@pytest.mark.parametrize(
    "symbol",
    ["98/QĐ-UBND-TL", "379/KH-UBND.HC", "225-CV/ĐU", "71-KL/TU", "1436/UBND-VHTT", "3349/QĐ-BCĐ"],
)
@pytest.mark.parametrize("day", ["05/4/2022", "19 tháng 9 năm 2023"])
def test_rows_47_48_symbols_and_both_styles_of_dates(office: Office, symbol: str, day: str) -> None:
    catalogue = "  van_ban: {nhan: Văn bản, loai: van_ban}\n"
    office.data["so_lieu"] = {
        "van_ban": {"loai": "Công văn", "so": symbol, "ngay": day, "trich_yeu": "kiểm tra"}
    }
    line = office.report("Theo {{ van_ban }}.", "--khong-soat", catalogue=catalogue).lines[8]
    assert line == f"Theo Công văn số {symbol} ngày {day} về kiểm tra."
