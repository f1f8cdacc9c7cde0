"""Căn cứ, headings, prose, captions and empty paragraphs of hand-typed documents."""

from __future__ import annotations

import base64
import io

import pytest

from conformance.parts_kit import LAST, PROSE, body, foot, found, head, parts_of, say, title

DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
"""A picture of one pixel."""


def with_text(*texts, kind="BÁO CÁO", **look):
    look = {"align": "both", "first": 12.7} | look
    return parts_of(
        head, lambda d: title(d, kind), lambda d: [say(d, text, **look) for text in texts], body, foot
    )


def typed(*paragraphs):
    """A document whose body is (text, bold) paragraphs."""
    return parts_of(
        head,
        title,
        lambda d: [say(d, text, align="both", first=12.7, bold=bold) for text, bold in paragraphs],
        foot,
    )


def outline(parts):
    return [(one.level, one.number, one.title, one.titled) for one in parts.headings]


@pytest.mark.parametrize(
    ("text", "level", "number"),
    [
        ("I. KẾT QUẢ THỰC HIỆN", "mục", "I"),
        ("I.KẾT QUẢ THỰC HIỆN", "mục", "I"),
        ("I/ KẾT QUẢ THỰC HIỆN", "mục", "I"),
        ("I- KẾT QUẢ THỰC HIỆN", "mục", "I"),
        ("I KẾT QUẢ THỰC HIỆN", "mục", "I"),
        ("IV. KẾT QUẢ THỰC HIỆN", "mục", "IV"),
        ("1. Kết quả", "khoản", "1"),
        ("1.Kết quả", "khoản", "1"),
        ("1) Kết quả", "khoản", "1"),
        ("1/ Kết quả", "khoản", "1"),
        ("1 Kết quả", "khoản", "1"),
        ("12. Kết quả", "khoản", "12"),
        ("1.1. Kết quả", "số con", "1.1"),
        ("1.1 Kết quả", "số con", "1.1"),
        ("2.3.1. Kết quả", "số con", "2.3.1"),
        ("a) Kết quả", "điểm", "a"),
        ("đ) Kết quả", "điểm", "đ"),
        ("a. Kết quả", "điểm", "a"),
        ("A. KẾT QUẢ THỰC HIỆN", "chữ", "A"),
        ("Điều 1. Phạm vi điều chỉnh", "điều", "1"),
        ("Điều 1: Phạm vi điều chỉnh", "điều", "1"),
    ],
)
def test_a_heading_by_its_number(text, level, number):
    parts = typed((text, True), (PROSE, False), (LAST, False))
    assert [(one.level, one.number, one.titled) for one in parts.headings] == [(level, number, True)]
    assert found(parts, "prose") == [PROSE, LAST]
    assert len(parts.than_bai) == 3


@pytest.mark.parametrize(
    "text",
    [
        "3.190 hồ sơ đã được giải quyết đúng hạn trong năm.",
        "15/12/2025 là ngày chốt số liệu của báo cáo năm.",
        "24/7 là thời gian hoạt động của cổng dịch vụ công.",
        "Điều 5 Nghị định số 30/2020/NĐ-CP quy định về văn bản.",
        "Mục tiêu chung là nâng cao chỉ số cải cách hành chính.",
        "Phần lớn hồ sơ được nộp trực tuyến tại nhà của người dân.",
        "Chương trình hành động đã được ban hành từ đầu năm nay.",
        "Phần I của Kế hoạch nêu rõ mục tiêu của từng giai đoạn.",
        "2025 là năm đầu tiên thực hiện mô hình chính quyền mới.",
        "98,5% hồ sơ được giải quyết đúng hạn trong năm vừa qua.",
        "- Một là, tiếp tục rà soát các thủ tục hành chính.",
        "Công tác tuyên truyền được thực hiện thường xuyên.",
    ],
)
def test_text_that_is_no_heading(text):
    parts = typed((text, False), (LAST, False))
    assert parts.headings == ()
    assert found(parts, "prose") == [text, LAST]


def test_titled_or_running_on():
    parts = typed(
        ("I. KẾT QUẢ", True),
        ("1. Cải cách thể chế", True),
        (PROSE, False),
        ("2. Cải cách thủ tục", False),
        (PROSE, False),
        ("3. Giao Văn phòng chủ trì, phối hợp với các đơn vị thực hiện.", False),
        ("a) Rà soát các thủ tục hành chính thuộc thẩm quyền;", False),
        ("b) Báo cáo Ủy ban nhân dân xã kết quả.", False),
        ("4. Cải cách tài chính công:", True),
    )
    assert [one.titled for one in parts.headings] == [True, True, True, False, False, False, True]
    assert len(parts.prose) == 5


def test_part_with_its_title_below():
    def parts_typed(document):
        for text in ("Phần I", "TÌNH HÌNH THỰC HIỆN", "Chương II", "KẾT QUẢ", "Mục 1", "CẢI CÁCH THỂ CHẾ"):
            say(document, text, align="center", bold=True)

    parts = parts_of(head, title, parts_typed, body, foot)
    assert [(one.level, one.number, one.own_title.text) for one in parts.headings] == [
        ("phần", "I", "TÌNH HÌNH THỰC HIỆN"),
        ("phần", "II", "KẾT QUẢ"),
        ("tiết", "1", "CẢI CÁCH THỂ CHẾ"),
    ]
    assert found(parts, "prose") == [PROSE, LAST]


@pytest.mark.parametrize("text", ["PHẦN I", "Phần thứ nhất", "phần i".title().replace("I", "I")])
def test_part_set_wrongly(text):
    parts = typed((text, False), ("TÌNH HÌNH THỰC HIỆN", True), (PROSE, False))
    assert [one.level for one in parts.headings] == ["phần"]
    assert parts.headings[0].own_title is not None
    assert found(parts, "prose") == [PROSE]


def test_letters_beyond_b_are_no_roman_numbers():
    parts = typed(*((f"{letter}. NỘI DUNG", True) for letter in "ABCD"))
    assert [(one.level, one.number) for one in parts.headings] == [("chữ", letter) for letter in "ABCD"]


def test_automatic_numbers():
    def numbered(document):
        for text in ("Cải cách thể chế", "Cải cách bộ máy"):
            paragraph = say(document, text, bold=True)
            paragraph.style = document.styles["List Number"]

    parts = parts_of(head, title, numbered, body, foot)
    assert outline(parts) == [
        ("khoản", "1", "Cải cách thể chế", True),
        ("khoản", "2", "Cải cách bộ máy", True),
    ]


GROUNDS = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
    "Căn cứ Nghị định số 150/2025/NĐ-CP ngày 12 tháng 6 năm 2025 của Chính phủ;",
    "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội.",
)


@pytest.mark.parametrize("italic", [True, False])
def test_grounds(italic):
    parts = with_text(*GROUNDS, kind="QUYẾT ĐỊNH", italic=italic)
    assert found(parts, "can_cu") == list(GROUNDS)
    assert found(parts, "prose") == [PROSE, LAST]


@pytest.mark.parametrize(
    "last", ["Căn cứ Kế hoạch số 5/KH-UBND", "Cắn cứ Luật Thanh tra;", "- Căn cứ Luật Thanh tra;"]
)
def test_grounds_with_a_slip(last):
    parts = with_text(GROUNDS[0], last, italic=True)
    assert found(parts, "can_cu") == [GROUNDS[0], last]


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Kế hoạch số 18/KH-UBND, Ủy ban nhân dân xã Tân Phước báo cáo kết quả thực hiện như sau:",
        "Căn cứ Công văn số 256/SNV-CCHC của Sở Nội vụ, Ủy ban nhân dân xã báo cáo tình hình thực hiện.",
    ],
)
def test_an_opening_sentence_is_no_ground(text):
    parts = with_text(text)
    assert parts.can_cu == ()
    assert found(parts, "prose") == [text, PROSE, LAST]


def test_a_decision():
    def decision(document):
        title(document, "QUYẾT ĐỊNH", "Về việc thành lập Tổ công nghệ số cộng đồng")
        say(document, "ỦY BAN NHÂN DÂN XÃ TÂN PHƯỚC", align="center", bold=True)
        for text in GROUNDS:
            say(document, text, align="both", first=12.7, italic=True)
        say(document, "QUYẾT ĐỊNH:", align="center", bold=True)
        body(
            document, "Điều 1. Thành lập Tổ công nghệ số cộng đồng gồm 09 thành viên.", "Điều 2. Hiệu lực./."
        )

    parts = parts_of(head, decision, foot)
    assert found(parts, "trich_yeu") == ["Về việc thành lập Tổ công nghệ số cộng đồng"]
    assert found(parts, "can_cu") == list(GROUNDS)
    assert [(one.level, one.titled) for one in parts.headings] == [("điều", False)] * 2
    assert len(parts.prose) == 2


def test_captions_and_units_of_tables():
    def table(document):
        body(document, PROSE)
        say(document, "Bảng 1. Kết quả giải quyết hồ sơ", align="center", bold=True)
        say(document, "Đơn vị tính: hồ sơ", align="right", italic=True)
        document.add_table(2, 3, style="Table Grid")
        say(document, "Nguồn: Trung tâm Phục vụ hành chính công", italic=True)
        say(document, "KẾT QUẢ THEO LĨNH VỰC", align="center", bold=True)
        document.add_table(2, 3, style="Table Grid")
        body(document, LAST)

    parts = parts_of(head, title, table, foot)
    assert len(parts.captions) == 4
    assert found(parts, "prose") == [PROSE, LAST]
    assert len(parts.data_tables) == 2
    assert len(parts.layout_tables) == 2


def test_empty_paragraphs():
    def gaps(document):
        say(document, "")
        body(document, PROSE)
        say(document, "")
        body(document, PROSE)
        document.add_table(1, 1)
        say(document, "")
        body(document, LAST)
        say(document, "")

    parts = parts_of(head, title, gaps, foot)
    assert len(parts.blanks) == 1


def test_a_table_of_data_with_nouns_of_a_signature():
    def table(document):
        body(document, PROSE)
        made = document.add_table(2, 2, style="Table Grid")
        for cell, text in zip(made._cells, ("Nơi nhận", "CHỦ TỊCH", "12", "Lê Văn Ba"), strict=True):
            cell.paragraphs[0].add_run(text)
        body(document, LAST)

    parts = parts_of(head, title, table, foot)
    assert found(parts, "nguoi_ky") == ["Lê Văn Tám"]
    assert len(parts.data_tables) == 1
    assert found(parts, "prose") == [PROSE, LAST]
    assert parts.unsure == {}


@pytest.mark.parametrize("above", [True, False])
def test_the_name_of_a_figure_beside_it_is_a_caption(above):
    def drawn(document):
        pieces = [
            lambda: document.add_picture(io.BytesIO(DOT)),
            lambda: say(document, "Biểu đồ 1. Hồ sơ qua các năm"),
        ]
        for piece in pieces if above else reversed(pieces):
            piece()

    parts = parts_of(head, title, drawn, body, foot)
    assert found(parts, "captions") == ["Biểu đồ 1. Hồ sơ qua các năm"]


def test_a_sentence_beside_a_figure_is_text():
    def drawn(document):
        document.add_picture(io.BytesIO(DOT))
        say(document, "Biểu đồ trên cho thấy hồ sơ trực tuyến tăng đều qua các năm.")

    assert found(parts_of(head, title, drawn, body, foot), "captions") == []
