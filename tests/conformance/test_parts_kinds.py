"""Of which kind a document is and who issues it: letters, acts of another law, papers of the Party, none."""

from __future__ import annotations

import pytest

from baocao.conformance.parts import Issuer
from conformance.parts_kit import (
    LAST,
    MOTTO,
    NAMES,
    NATION,
    PLACE_DATE,
    PROSE,
    body,
    foot,
    found,
    head,
    parts_of,
    say,
    title,
    two_columns,
    with_head,
)


def test_party_document():
    left = ("ĐẢNG BỘ TỈNH ĐỒNG THÁP", "HUYỆN ỦY TÂN HỒNG", "*", "Số 12-BC/HU")
    parts = with_head(left=left, right=("ĐẢNG CỘNG SẢN VIỆT NAM", PLACE_DATE))
    assert parts.issuer is Issuer.PARTY
    assert found(parts, "quoc_hieu") == []
    assert found(parts, "co_quan") == ["HUYỆN ỦY TÂN HỒNG"]


def test_text_without_a_head():
    parts = parts_of(lambda d: body(d, *[PROSE] * 4))
    assert parts.issuer is Issuer.UNKNOWN
    assert parts.kind.name == ""
    assert len(parts.prose) == 4
    assert parts.quoc_hieu == parts.co_quan == parts.nguoi_ky == parts.ten_loai == ()


def test_letter():
    left = (
        "UBND TỈNH ĐỒNG THÁP",
        "SỞ NỘI VỤ",
        "Số: 25/SNV-CCHC",
        "V/v báo cáo công tác",
        "cải cách hành chính",
    )

    def letter(document):
        two_columns(document, left, (NATION, MOTTO, PLACE_DATE), ("SỞ NỘI VỤ", NATION, MOTTO))
        say(document, "Kính gửi: Ủy ban nhân dân tỉnh Đồng Tháp", align="center")

    parts = parts_of(letter, body, foot)
    assert parts.kind.name == "công văn"
    assert found(parts, "trich_yeu_cong_van") == list(left[3:])
    assert found(parts, "trich_yeu") == []
    assert found(parts, "kinh_gui") == ["Kính gửi: Ủy ban nhân dân tỉnh Đồng Tháp"]
    assert found(parts, "chu_quan") == ["UBND TỈNH ĐỒNG THÁP"]


def test_letter_without_its_sign():
    left = (*NAMES, "Số: 25/UBND-VP", "Báo cáo công tác cải cách")
    parts = parts_of(
        lambda d: two_columns(d, left, (NATION, MOTTO, PLACE_DATE), NAMES),
        lambda d: say(d, "Kính gửi: Sở Nội vụ", align="center"),
        body,
        foot,
    )
    assert parts.kind.name == "công văn"
    assert found(parts, "trich_yeu_cong_van") == ["Báo cáo công tác cải cách"]


@pytest.mark.parametrize(
    ("kind", "number", "issuer"),
    [
        ("QUYẾT ĐỊNH", "Số: 06/2026/QĐ-UBND", Issuer.OTHER),
        ("QUYẾT ĐỊNH", "Số:      /2026/QĐ-UBND", Issuer.OTHER),
        ("NGHỊ QUYẾT", "Số: 12/2026/NQ-HĐND", Issuer.OTHER),
        ("THÔNG TƯ", "Số: 01/2026/TT-BNV", Issuer.OTHER),
        ("NGHỊ ĐỊNH", "Số: 30/2020/NĐ-CP", Issuer.OTHER),
        ("QUYẾT ĐỊNH", "Số: 06/QĐ-UBND", Issuer.STATE),
        ("QUYẾT ĐỊNH", "Số: 06/2026/QĐ-SNV", Issuer.STATE),
        ("BÁO CÁO", "Số: 114/2026/BC-UBND", Issuer.STATE),
        ("BÁO CÁO", "Số: 114/2026/QĐ-UBND", Issuer.STATE),
        ("NGHỊ QUYẾT", "Số: 12/2026/NQ-UBND", Issuer.STATE),
    ],
)
def test_normative_acts_follow_another_law(kind, number, issuer):
    parts = parts_of(lambda d: head(d, number=number), lambda d: title(d, kind=kind), body, foot)
    assert parts.issuer is issuer
    assert found(parts, "so_ky_hieu") == [" ".join(number.split())]


@pytest.mark.parametrize("text", ["DANH SÁCH CÁN BỘ", "Chào bạn"])
def test_nothing_is_guessed_where_there_is_no_head(text):
    parts = parts_of(lambda d: say(d, text, align="center", bold=True), body)
    assert parts.issuer is Issuer.UNKNOWN
    assert parts.kind.name == ""
    for field in ("ten_loai", "trich_yeu", "co_quan", "chu_quan", "so_ky_hieu", "kinh_gui", "tham_quyen"):
        assert found(parts, field) == []
    assert found(parts, "than_bai") == [text, PROSE, LAST]


def test_whom_a_letter_without_a_head_addresses_is_found():
    parts = parts_of(lambda d: body(d, "Kính gửi: Sở Nội vụ", PROSE, LAST))
    assert found(parts, "kinh_gui") == ["Kính gửi: Sở Nội vụ"]
    assert found(parts, "trich_yeu") == []
