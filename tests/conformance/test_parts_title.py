"""Type and subject are found in hand-typed documents, whatever one fault they have."""

from __future__ import annotations

import pytest

from conformance.parts_kit import (
    LAST,
    PROSE,
    SUBJECT,
    body,
    foot,
    found,
    head,
    parts_of,
    say,
    title,
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("BÁO CÁO", "báo cáo"),
        ("Báo cáo", "báo cáo"),
        ("BAÓ CÁO", "báo cáo"),
        ("BÁO CÁOO", "báo cáo"),
        ("BÁO CÁO CHUYÊN ĐỀ", "báo cáo"),
        ("Báo cáo chuyên đề", "báo cáo"),
        ("TỜ TRÌNH", "tờ trình"),
        ("KẾ HOẠCH", "kế hoạch"),
        ("PHƯƠNG ÁN", "phương án"),
        ("ĐỀ ÁN", "đề án"),
        ("DỰ ÁN", "dự án"),
        ("BẢN TIN", ""),
    ],
)
def test_type_with_a_slip(text, name):
    parts = parts_of(head, lambda d: title(d, text), body, foot)
    assert found(parts, "ten_loai") == [text]
    assert found(parts, "trich_yeu") == [SUBJECT]
    assert parts.kind.name == name


def test_a_missing_type_is_told_by_the_symbol():
    parts = parts_of(head, lambda d: say(d, SUBJECT, align="center", bold=True), body, foot)
    assert parts.kind.name == "báo cáo"
    assert found(parts, "ten_loai") == []
    assert found(parts, "trich_yeu") == [SUBJECT]


@pytest.mark.parametrize(
    "look",
    [
        {"bold": True, "align": "center"},
        {"bold": False, "align": "center"},
        {"bold": True, "align": "left"},
        {"bold": True, "align": "both", "first": 10},
        {"bold": True, "italic": True, "align": "center"},
    ],
)
def test_subject_set_wrongly(look):
    def subject(document):
        say(document, "BÁO CÁO", align="center", bold=True)
        say(document, SUBJECT, **look)

    parts = parts_of(head, subject, body, foot)
    assert found(parts, "trich_yeu") == [SUBJECT]
    assert found(parts, "prose") == [PROSE, LAST]


@pytest.mark.parametrize("text", [SUBJECT.upper(), f"V/v {SUBJECT}", f"{SUBJECT}."])
def test_subject_worded_wrongly(text):
    parts = parts_of(head, lambda d: title(d, subject=text), body, foot)
    assert found(parts, "trich_yeu") == [text]


def test_a_plain_subject_above_kinh_gui():
    def plain(document):
        say(document, "BÁO CÁO", align="center", bold=True)
        say(document, f"{SUBJECT}.", align="left", first=10)
        say(document, "")
        say(document, "Kính gửi: Ủy ban nhân dân tỉnh", align="center")

    parts = parts_of(head, plain, body, foot)
    assert found(parts, "trich_yeu") == [f"{SUBJECT}."]


def test_subject_in_three_lines_and_bracket_below():
    def subject(document):
        say(document, "BÁO CÁO", align="center", bold=True)
        for text in ("Kết quả thực hiện", "công tác cải cách hành chính", "năm 2025"):
            say(document, text, align="center", bold=True)
        say(document, "(Số liệu tính đến ngày 14/12/2025)", align="center", italic=True)

    parts = parts_of(head, subject, body, foot)
    assert found(parts, "trich_yeu") == ["Kết quả thực hiện", "công tác cải cách hành chính", "năm 2025"]
    assert found(parts, "than_bai") == [PROSE, LAST]


def test_subject_missing():
    parts = parts_of(head, lambda d: say(d, "BÁO CÁO", align="center", bold=True), body, foot)
    assert found(parts, "trich_yeu") == []
    assert found(parts, "than_bai") == [PROSE, LAST]


def test_a_type_joined_with_its_subject_is_a_type():
    joined = "BÁO CÁO TÌNH HÌNH PHÁT TRIỂN KINH TẾ - XÃ HỘI", "NĂM 2026 VÀ NHIỆM VỤ NĂM 2027"
    parts = parts_of(head, lambda d: title(d, *joined), body, foot)
    assert found(parts, "ten_loai") == [joined[0]]
    assert found(parts, "trich_yeu") == [joined[1]]
    assert parts.kind.name == "báo cáo"
