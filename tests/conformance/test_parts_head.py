"""The lines of the head are found in hand-typed documents, whatever one fault they have."""

from __future__ import annotations

import pytest

from baocao.conformance.parts import Issuer
from conformance.parts_kit import (
    MOTTO,
    NAMES,
    NATION,
    PLACE_DATE,
    SUBJECT,
    body,
    foot,
    found,
    parts_of,
    say,
    with_head,
)


@pytest.mark.parametrize(
    "text",
    [
        NATION,
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "CỘNG HÒA XÃ HỘI CHỦ NGHIÃ VIỆT NAM",
        "CỘNG HÒA XÃ HÔI CHỦ NGHĨA VIET NAM",
        "Cộng hòa xã hội chủ nghĩa Việt Nam",
        "CỘNG HÒA  XÃ HỘI  CHỦ NGHĨA VIỆT NAM.",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA",
        "CONG HOA XA HOI CHU NGHIA VIET NAM",
    ],
)
def test_quoc_hieu_with_a_slip(text):
    parts = with_head(right=(text, MOTTO, PLACE_DATE))
    assert found(parts, "quoc_hieu") == [" ".join(text.split())]
    assert found(parts, "tieu_ngu") == [MOTTO]
    assert found(parts, "co_quan") == list(NAMES)


@pytest.mark.parametrize(
    "text",
    [
        "Độc lập – Tự do – Hạnh phúc",
        "Độc lập-Tự do-Hạnh phúc",
        "ĐỘC LẬP - TỰ DO - HẠNH PHÚC",
        "Độc Lập - Tự Do - Hạnh Phúc",
        "Độc lập Tự do Hạnh phúc",
        "Độc lâp - Tự do - Hạnh phúc",
        "Độc lập - Tư do - Hạnh phuc",
        "Độc lập - Tự do",
    ],
)
def test_tieu_ngu_with_a_slip(text):
    parts = with_head(right=(NATION, text, PLACE_DATE))
    assert found(parts, "tieu_ngu") == [text]
    assert found(parts, "quoc_hieu") == [NATION]


def test_quoc_hieu_in_two_lines():
    parts = with_head(right=("CỘNG HÒA XÃ HỘI", "CHỦ NGHĨA VIỆT NAM", MOTTO, PLACE_DATE))
    assert found(parts, "quoc_hieu") == ["CỘNG HÒA XÃ HỘI", "CHỦ NGHĨA VIỆT NAM"]


@pytest.mark.parametrize(
    ("without", "field"), [(NATION, "quoc_hieu"), (MOTTO, "tieu_ngu"), (PLACE_DATE, "dia_danh_ngay")]
)
def test_a_missing_line_stays_empty(without, field):
    parts = with_head(right=tuple(text for text in (NATION, MOTTO, PLACE_DATE) if text != without))
    assert found(parts, field) == []
    assert parts.issuer is Issuer.STATE
    assert found(parts, "co_quan") == list(NAMES)
    assert found(parts, "trich_yeu") == [SUBJECT]


@pytest.mark.parametrize(
    "text",
    [
        "Số: 5/BC-UBND",
        "Số 114/BC-UBND",
        "SỐ: 114/BC-UBND",
        "Số :114/BC-UBND",
        "Số: 114 / BC - UBND",
        "Số:      /BC-UBND",
        "Số: …/BC-UBND",
        "Số:......./BC-UBND",
        "Sô: 114/BC-UBND",
        "114/BC-UBND",
        "Số: 114-BC/UBND",
        "Số: 114/BC–UBND",
        "Số: 114/2026/BC-UBND",
        "Số: 372/BC-UBND.HC",
    ],
)
def test_number_with_a_slip(text):
    parts = with_head(left=(*NAMES, text))
    assert found(parts, "so_ky_hieu") == [" ".join(text.split())]
    assert found(parts, "co_quan") == list(NAMES)
    assert found(parts, "trich_yeu_cong_van") == []


@pytest.mark.parametrize(
    "text",
    [
        "Tân Phước, ngày 5 tháng 03 năm 2026",
        "Tân Phước ngày 25 tháng 3 năm 2026",
        "Tân Phước, ngày      tháng      năm 2026",
        "Tân Phước, ngày … tháng … năm …",
        "Tân Phước, ngày....tháng....năm 2026",
        "Tân Phước, 25/3/2026",
        "Tân Phước, ngày 25/03/2026",
        "Tân Phước, ngay 25 thang 3 nam 2026",
        "tân phước, Ngày 25 Tháng 3 Năm 2026",
        "Thành phố Hồ Chí Minh, ngày 25 tháng 3 năm 2026",
    ],
)
def test_date_with_a_slip(text):
    parts = with_head(right=(NATION, MOTTO, text))
    assert found(parts, "dia_danh_ngay") == [" ".join(text.split())]
    assert found(parts, "co_quan") == list(NAMES)


@pytest.mark.parametrize(
    ("lines", "bold", "above"),
    [
        (("UBND TỈNH ĐỒNG THÁP", "SỞ NỘI VỤ"), ("SỞ NỘI VỤ",), 1),
        (("UBND TỈNH ĐỒNG THÁP", "SỞ NỘI VỤ"), ("UBND TỈNH ĐỒNG THÁP", "SỞ NỘI VỤ"), 1),
        (("UBND TỈNH ĐỒNG THÁP", "SỞ NỘI VỤ"), (), 1),
        (("ỦY BAN NHÂN DÂN", "XÃ TÂN PHƯỚC"), ("ỦY BAN NHÂN DÂN",), 0),
        (("ỦY BAN NHÂN DÂN", "XÃ TÂN PHƯỚC"), ("XÃ TÂN PHƯỚC",), 0),
        (("UỶ BAN NHÂN DÂN", "XÃ TÂN PHƯỚC"), (), 0),
        (("ỦY BAN NHÂN DÂN", "TỈNH ĐỒNG THÁP", "SỞ TÀI NGUYÊN", "VÀ MÔI TRƯỜNG"), ("SỞ TÀI NGUYÊN",), 2),
        (("SỞ Y TẾ ĐỒNG THÁP", "TRUNG TÂM Y TẾ", "HUYỆN TÂN HỒNG"), (), 1),
        (("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", "TRƯỜNG TIỂU HỌC TÂN PHƯỚC"), ("TRƯỜNG TIỂU HỌC TÂN PHƯỚC",), 1),
        (("UBND TỈNH ĐỒNG THÁP", "ỦY BAN NHÂN DÂN XÃ TÂN PHƯỚC"), ("ỦY BAN NHÂN DÂN XÃ TÂN PHƯỚC",), 1),
        (("VĂN PHÒNG", "ỦY BAN NHÂN DÂN TỈNH"), ("VĂN PHÒNG", "ỦY BAN NHÂN DÂN TỈNH"), 0),
        (("BỘ NỘI VỤ",), ("BỘ NỘI VỤ",), 0),
        (("TẬP ĐOÀN BẢO MINH", "AN PHÁT ĐỒNG THÁP"), ("AN PHÁT ĐỒNG THÁP",), 1),
        (("ubnd xã tân phước", "trung tâm phục vụ hành chính công"), (), 1),
    ],
)
def test_agency_and_the_one_above_by_words_before_faces(lines, bold, above):
    parts = with_head(left=(*lines, "Số: 114/BC-UBND"), bold=(*bold, NATION, MOTTO))
    assert found(parts, "chu_quan") == list(lines[:above])
    assert found(parts, "co_quan") == list(lines[above:])


def test_a_place_is_no_type():
    parts = with_head(left=("ỦY BAN NHÂN DÂN", "PHƯỜNG AN LẠC", "Số: 27/KH-UBND"))
    assert found(parts, "co_quan") == ["ỦY BAN NHÂN DÂN", "PHƯỜNG AN LẠC"]
    assert found(parts, "ten_loai") == ["BÁO CÁO"]


@pytest.mark.parametrize(
    ("mark", "field"),
    [("HỎA TỐC", "urgency"), ("KHẨN", "urgency"), ("MẬT", "secrecy"), ("LƯU HÀNH NỘI BỘ", "circulation")],
)
def test_marks(mark, field):
    parts = with_head(left=(*NAMES, "Số: 114/BC-UBND", mark))
    assert found(parts, field) == [mark]
    assert found(parts, "co_quan") == list(NAMES)
    assert found(parts, "trich_yeu_cong_van") == []


def test_a_draft_is_no_agency():
    parts = with_head(left=("DỰ THẢO LẦN 2", *NAMES, "Số:     /BC-UBND"))
    assert found(parts, "co_quan") == list(NAMES)
    assert found(parts, "chu_quan") == []


def test_old_encoding_is_read_for_recognition():
    def typed(document):
        table = document.add_table(1, 2)
        left = (("ñy ban nh©n d©n", ".VnTimeH"), ("x· t©n ph­íc", ".VnTimeH"), ("Sè: 114/BC-UBND", ".VnTime"))
        right = (
            ("céng hßa x· héi chñ nghÜa viÖt nam", ".VnTimeH"),
            ("§éc lËp - Tù do - H¹nh phóc", ".VnTime"),
        )
        for cell, lines in zip(table.rows[0].cells, (left, right), strict=True):
            for text, font in lines:
                say(cell, text, align="center", font=font)
        say(document, "b¸o c¸o", align="center", bold=True, font=".VnTimeH")
        say(document, "KÕt qu¶ c¶i c¸ch", align="center", bold=True, font=".VnTime")

    parts = parts_of(typed, body, foot)
    assert parts.kind.name == "báo cáo"
    assert [len(getattr(parts, field)) for field in ("quoc_hieu", "tieu_ngu", "so_ky_hieu", "trich_yeu")] == [
        1
    ] * 4
    assert len(parts.co_quan) == 2
