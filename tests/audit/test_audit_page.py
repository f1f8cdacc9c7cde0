"""The page of an audit: marks with links both ways, remarks in groups, everything typed escaped."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from audit_hand import ERROR, INFO, WARNING, audited, judged, quantity, remark
from baocao.audit.auditing import audit as audit_of
from baocao.audit.document import Passage, PassageKind, document_of
from baocao.audit.grouping import computation, place_of, short_repair, told_at, unread_figures
from baocao.audit.page import page
from baocao.audit.page_text import LOOKS, SIGNS
from baocao.audit.reading.read_docx import read_docx
from baocao.audit.reading.read_text import read_text
from baocao.audit.statements import Relation, Spot
from baocao.audit.verdicts import Audit, Confidence, FaultKind, Remark, Verdict
from baocao.errors import Where, finding
from small_docx import note, p, package, ref, tbl, tc

TEXT = """I. KẾT QUẢ

Đã giải quyết 90/100 hồ sơ, đạt 91%. Tiếp nhận 20 hồ sơ¹ và 30 PAKN.

¹ Cấp huyện 12 hồ sơ, cấp xã 9 hồ sơ.
"""


@pytest.fixture(scope="module")
def document():
    return read_text(TEXT, "thu/bao-cao.txt")


@pytest.fixture(scope="module")
def audit(document):
    return audited(
        document,
        remark(document, "đạt 91%", "90 : 100 = 90%.", ERROR, others=("90/100",)),
        remark(document, "30 PAKN", "Chưa giải thích «PAKN».", INFO, FaultKind.ABBREVIATION),
        remark(document, "20 hồ sơ", "12 + 9 = 21.", WARNING, FaultKind.SUM, sure=Confidence.LIKELY),
        right=[judged(document, "90/100 hồ sơ", "90 : 100 = 90%")],
        unread=[quantity(document, "9", 9)],
    )


def tree(audit, **options):
    return html.fromstring(page(audit, **options))


def words(element):
    return " ".join(element.text_content().split())


def test_groups_stand_gravest_first_and_figures_before_words(audit):
    made = tree(audit)
    assert [words(item) for item in made.iter("h1", "h2")] == [
        "Soát bao-cao.txt",
        "✗ Phải sửa: số liệu (01)",
        "! Nên xem lại: số liệu (01)",
        "i Lưu ý: cách viết (01)",
        "Báo cáo đã đọc",
    ]
    first = made.get_element_by_id("y-1")
    assert [words(item) for item in first.iter("q", "p", "em")] == [
        "đạt 91%",
        "90 : 100 = 90%. (chắc chắn)",
        "(chắc chắn)",
        "→ Sửa lại lệnh rồi chạy lại.",
    ]


def test_a_remark_on_words_that_is_sure_needs_no_word_for_it(audit):
    assert not tree(audit).get_element_by_id("y-3").findall(".//em")


def test_each_remark_and_its_place_know_each_other(audit):
    made = tree(audit)
    ids = {item.get("id") for item in made.iter() if item.get("id")}
    links = {item.get("href").removeprefix("#") for item in made.iter("a")}
    assert links <= ids
    for number in (1, 2, 3):
        assert {f"y-{number}", f"cho-{number}"} <= links & ids
    assert all(item.get("href").startswith("#") for item in made.iter("a"))


def test_the_marks_cover_the_words_and_carry_a_sign(audit):
    made = tree(audit).find(".//main")
    assert [(item.get("class"), item.text) for item in made.iter("mark")] == [
        ("sai", "đạt 91%"),
        ("xem", "20 hồ sơ"),
        ("luu-y", "30 PAKN"),
    ]
    assert [words(item) for item in made.iter("sup")] == ["✗1", "!2", "1", "i3", "1"]
    beside = made.findall(".//aside")
    assert [[words(item) for item in aside] for aside in beside] == [
        [
            f"{said} → Sửa lại lệnh rồi chạy lại."
            for said in ("✗1 90 : 100 = 90%.", "!2 12 + 9 = 21.", "i3 Chưa giải thích «PAKN».")
        ]
    ]


def test_the_note_stands_behind_its_paragraph_and_its_number_leads_there(audit):
    made = tree(audit)
    assert words(made.get_element_by_id("ct-1")) == "1 Cấp huyện 12 hồ sơ, cấp xã 9 hồ sơ."
    assert [item.get("href") for item in made.iter("a") if item.text == "1"] == ["#ct-1"]


def test_what_agrees_is_shown_when_asked(audit):
    assert "✓" not in page(audit)
    made = tree(audit, checked=True)
    assert [words(item) for item in made.iter("h2")][-3:] == [
        "Đã tính lại, số khớp (01)",
        "Số không nằm trong phép tính nào (01)",
        "Báo cáo đã đọc",
    ]
    assert [words(item) for item in made.iter("td")] == [
        "dòng 3, đoạn 2 (mục I. KẾT QUẢ)",
        "90/100 hồ sơ",
        "90 : 100 = 90%",
    ]
    assert [words(item) for item in made.iter("span") if item.get("class") == "dung"] == ["✓"]


def test_an_audit_without_remarks_says_so(document):
    made = tree(Audit(document, (judged(document, "90/100", "", Verdict.UNVERIFIABLE),), ()))
    assert [words(item) for item in made.find(".//header").iter("p")] == [
        "Không có gì phải sửa.",
        "Chưa kiểm được 01 chỗ có số.",
    ]


def test_a_table_is_a_table_with_its_remark_beside_it():
    wide = tc("Kết quả", tcpr='<w:gridSpan w:val="2"/>')
    body = p("Trước.") + tbl(
        [tc("Xã"), wide],
        [tc(p("")), "Nhận", "Xong"],
        ["Tân Phú", "12", "11"],
        ["Tổng số", tc(p("13", ref(2))), "11"],
        columns=3,
    )
    document = read_docx(package(body + p("Sau."), notes=note(2, "Cả huyện.")), "a.docx")
    made = tree(audited(document, remark(document, "13", "12 không phải 13.", kind=FaultKind.TABLE))).find(
        ".//main"
    )
    rows = [[(cell.tag, words(cell), cell.get("colspan")) for cell in row] for row in made.iter("tr")]
    assert rows == [
        [("th", "Xã", None), ("th", "Kết quả", "2")],
        [("td", "", None), ("th", "Nhận", None), ("th", "Xong", None)],
        [("td", "Tân Phú", None), ("td", "12", None), ("td", "11", None)],
        [("td", "Tổng số", None), ("td", "13✗11", None), ("td", "11", None)],
    ]
    blocks = [words(item) for item in made.findall("div")]
    assert blocks[0] == "Trước."
    assert blocks[2:] == ["1 Cả huyện.", "Sau."]
    assert [words(item) for item in made.iter("aside")] == [
        "✗1 12 không phải 13. → Sửa lại lệnh rồi chạy lại."
    ]
    assert [cell.get("class") for cell in made.iter("td")][2:4] == ["so", "so"]


def test_a_table_that_claims_endless_columns_is_drawn_without_its_empty_squares():
    wide = tc("5", tcpr='<w:gridSpan w:val="999"/>')
    body = tbl(*[[wide, "7"] for _ in range(120)], columns=2)
    made = page(audited(read_docx(package(body), "a.docx")))
    assert made.count("<td") == 240


def test_remarks_are_numbered_as_they_are_told(document):
    """The gravest first, though it stands last in the text."""
    remarks = (remark(document, "20 hồ sơ", "A.", INFO), remark(document, "đạt 91%", "B.", ERROR))
    made = tree(audited(document, *remarks))
    assert words(made.get_element_by_id("y-1").find("p")) == "B. (chắc chắn)"
    assert [item.get("id") for item in made.findall(".//ol/li")] == ["y-1", "y-2"]


def test_numbers_of_rows_and_columns_are_no_figures_to_be_checked():
    body = tbl(
        ["TT", "Xã", "Nhận", "Xong"],
        ["(1)", "(2)", "(3)=(4)+(5)", "(4)"],
        ["7", "Tân Phú", "12", "11"],
        ["8", "Tân Hộ", "15", "14"],
        columns=4,
    )
    document = read_docx(package(body), "a.docx")
    figures = [quantity(document, words, 1) for words in ("(3)=(4)+(5)", "7", "12")]
    assert [item.text for item in unread_figures(audited(document, unread=figures))] == ["12"]


@pytest.mark.parametrize(
    ("remedy", "short"),
    [
        ("Sửa 3.190 thành 3.252; hoặc đối chiếu.", "Sửa 3.190 thành 3.252."),
        ("Gõ nhầm: 12 phải là 21. Nếu không thì xem sổ.", "Gõ nhầm: 12 phải là 21."),
        ("Xem lại. Có thể 7 phải là 4, khớp cả.", "Có thể 7 phải là 4, khớp cả."),
        ("Thêm ./. ngay sau chữ cuối cùng.", "Thêm ./. ngay sau chữ cuối cùng."),
        ("", ""),
    ],
)
def test_the_margin_has_the_first_advice(remedy, short):
    assert short_repair(remedy) == short


HOSTILE = '<script>alert(1)</script> "&amp;" \' <img src=x onerror=y> {{ a }} ]]> </style>'


def test_everything_typed_is_escaped():
    document = read_text(f"{HOSTILE}¹\n\n¹ {HOSTILE}\n", '<b>"x".txt')
    at = Spot(0, 0, 8)
    told = Remark(finding("lenh-sai", Where(paragraph=HOSTILE), ly_do=HOSTILE), at, FaultKind.RATE)
    made = page(Audit(document, (judged(document, "alert", HOSTILE),), (told,)), checked=True)
    assert not re.search(r"<(script|img|b)\b", made)
    read = html.fromstring(made)
    assert [item.tag for item in read.iter("script", "img", "b")] == []
    assert made.count("</style>") == 1
    allowed = {"id", "class", "href", "title", "lang", "charset", "http-equiv", "content", "name", "colspan"}
    assert {name for item in read.iter() for name in item.attrib} <= allowed | {"aria-label"}


@given(
    st.text(alphabet="ab <&>\"'é", min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(-2, 14), st.integers(-2, 14)), max_size=4),
)
def test_marks_that_overlap_leave_the_text_as_it_was(text, stretches):
    """However remarks overlap, cross or lie outside, the letters stay and the page is well formed."""
    document = document_of("a.txt", [Passage(PassageKind.BODY, text, Where("a.txt"))])
    remarks = tuple(
        Remark(finding("lenh-sai", ly_do="a"), Spot(0, min(pair), max(pair)), FaultKind.RATE)
        for pair in stretches
    )
    made = page(Audit(document, (), remarks))
    body = made[made.index("<main>") :]
    block = re.search(r'<div class="chu"><p>(.*?)</p></div>', body, re.DOTALL)
    assert block is not None
    letters = re.sub(r"<sup>.*?</sup>|<[^>]*>", "", block[1])
    assert letters == escape(text)
    for number in range(1, len(remarks) + 1):
        assert body.count(f'id="cho-{number}"') == 1
        assert f'href="#y-{number}"' in body


def test_the_page_loads_nothing_and_is_the_same_each_time(audit):
    made = page(audit, checked=True)
    assert made == page(audit, checked=True)
    assert "default-src 'none'" in made
    assert not re.search(r"https?://|url\(|@import|<link|<script", made)


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def full(colour):
    return colour if len(colour) == 7 else "#" + "".join(2 * letter for letter in colour[1:])


def test_letters_stand_out_from_their_ground():
    """WCAG 2.1, 1.4.3: 4.5 to 1 for letters; each colour of letters on white, the text on each mark."""
    style = (Path(page.__code__.co_filename).parent / "trang-soat.css").read_text(encoding="utf-8")
    letters = re.findall(r"(?<![-\w])color: (#\w+)", style)
    grounds = re.findall(r"background: (#\w+)", style)
    assert len(letters) > 5
    assert all(contrast(full(colour), "#ffffff") >= 4.5 for colour in letters)
    assert all(contrast("#1a1a1a", full(ground)) >= 4.5 for ground in grounds)
    assert set(SIGNS) == set(LOOKS)


def test_sums_of_a_table_are_told_at_their_total_and_restated_counts_by_their_place():
    rows = (["Lĩnh vực", "Tiếp nhận"], ["Hộ tịch", "1.842"], ["Đất đai", "3.285"], ["Tổng cộng", "5.127"])
    document = read_docx(package(p("Số hồ sơ như sau:") + tbl(*rows)), "a.docx")
    (total,) = [item for item in audit_of(document).judged if item.statement.kind is Relation.BREAKDOWN]
    assert place_of(document, told_at(document, total.statement)) == (
        "bảng dưới «Số hồ sơ như sau», dòng «Tổng cộng», cột «Tiếp nhận»"
    )
    assert computation(document, total) == "1.842 + 3.285 = 5.127 (với các ô cùng cột)"
    again = read_text("Tiếp nhận 27.630 hồ sơ.\n\nĐã số hóa 27.048/27.630 hồ sơ, đạt 97,89%.\n", "a.txt")
    told = [computation(again, item) for item in audit_of(again).judged]
    assert told == ["cùng số ở đoạn 1", "27.048 : 27.630 = 97,89%"]
