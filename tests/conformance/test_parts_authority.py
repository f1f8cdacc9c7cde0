"""Who decides stands on lines of its own between subject and căn cứ, and is not the subject's end."""

from __future__ import annotations

import pytest
from docx.enum.text import WD_BREAK

from conformance.parts_kit import blank, body, foot, found, head, parts_of, say

SUBJECT = "Về việc kiện toàn Tổ công nghệ số cộng đồng"
GROUND = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"


def decision(*authority: str, subject: str = SUBJECT, bold: bool = True, one_paragraph: bool = False):
    document = blank()
    head(document, number="Số: 3/QĐ-UBND")
    say(document, "QUYẾT ĐỊNH", align="center", bold=True)
    last = say(document, subject, align="center", bold=True)
    for line in authority:
        if one_paragraph:
            last.runs[-1].add_break(WD_BREAK.LINE)
            last.add_run(line).bold = bold
        else:
            say(document, line, align="center", bold=bold)
    body(document, GROUND, "Điều 1. Kiện toàn Tổ.")
    foot(document)
    return parts_of(document=document)


@pytest.mark.parametrize("bold", [True, False])
@pytest.mark.parametrize("one_paragraph", [True, False])
@pytest.mark.parametrize(
    "authority",
    [
        ("ỦY BAN NHÂN DÂN XÃ BẢO LÂM",),
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BẢO LÂM",),
        ("TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI",),
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN", "XÃ BẢO LÂM"),
        ("HIỆU TRƯỞNG TRƯỜNG TIỂU HỌC BẢO LÂM",),
    ],
)
def test_who_decides(authority, one_paragraph, bold):
    parts = decision(*authority, one_paragraph=one_paragraph, bold=bold)
    assert found(parts, "tham_quyen") == list(authority)
    assert found(parts, "trich_yeu") == [SUBJECT]
    assert found(parts, "can_cu") == [GROUND]


def test_below_a_subject_in_capitals_who_decides_stands_right_above_the_grounds():
    subject = "VỀ VIỆC THÀNH LẬP TỔ CÔNG NGHỆ SỐ"
    parts = decision("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BẢO LÂM", subject=subject)
    assert found(parts, "trich_yeu") == [subject]
    assert found(parts, "tham_quyen") == ["CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BẢO LÂM"]


def test_no_one_named_is_no_one_found():
    parts = decision()
    assert found(parts, "tham_quyen") == []
    assert found(parts, "trich_yeu") == [SUBJECT]
