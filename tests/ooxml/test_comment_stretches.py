"""Remarks on words of a paragraph: exactly those words are covered."""

# ruff: noqa: E501 - literals of XML stay whole

from __future__ import annotations

import re
import unicodedata

import pytest
from stretches_kit import DOCUMENT, FIELD, FILLED, SIMPLE, SUM, about, around, marked

from baocao.ooxml.comments import Remark, annotate
from baocao.ooxml.package import write_package
from small_docx import URI, p, r, read_part, ref, tbl, tc

BOLD = "<w:rPr><w:b/></w:rPr>"
KEPT = '<w:t xml:space="preserve">'


def start(number: int = 0) -> str:
    return f'<w:commentRangeStart w:id="{number}"/>'


def end(number: int = 0) -> str:
    mark = '<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr>'
    return f'<w:commentRangeEnd w:id="{number}"/><w:r>{mark}<w:commentReference w:id="{number}"/></w:r>'


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("đạt 79%", f'<w:r w:rsidR="00A1">{BOLD}{KEPT}Có </w:t></w:r>{start()}<w:r w:rsidR="00A1">{BOLD}{KEPT}đạt 79%</w:t></w:r>{end()}<w:r w:rsidR="00A1">{BOLD}{KEPT} nhé</w:t></w:r>'),
        ("Có", f'{start()}<w:r w:rsidR="00A1">{BOLD}{KEPT}Có</w:t></w:r>{end()}<w:r w:rsidR="00A1">{BOLD}{KEPT} đạt 79% nhé</w:t></w:r>'),
        ("nhé", f'<w:r w:rsidR="00A1">{BOLD}{KEPT}Có đạt 79% </w:t></w:r>{start()}<w:r w:rsidR="00A1">{BOLD}{KEPT}nhé</w:t></w:r>{end()}'),
        (" 79% ", f'<w:r w:rsidR="00A1">{BOLD}{KEPT}Có đạt </w:t></w:r>{start()}<w:r w:rsidR="00A1">{BOLD}{KEPT}79%</w:t></w:r>{end()}<w:r w:rsidR="00A1">{BOLD}{KEPT} nhé</w:t></w:r>'),
    ],
)  # fmt: skip
@pytest.mark.parametrize("opening", [KEPT, "<w:t>"])
def test_a_run_is_cut_where_the_words_begin_and_end(words: str, expected: str, opening: str):
    body = f'<w:p><w:pPr><w:jc w:val="both"/></w:pPr><w:r w:rsidR="00A1">{BOLD}{opening}Có đạt 79% nhé</w:t></w:r></w:p>'
    found = marked(body, about(words, "Có đạt 79% nhé"))
    assert found == f'<w:p><w:pPr><w:jc w:val="both"/></w:pPr>{expected}</w:p>'


def test_a_run_that_is_the_words_is_not_cut():
    body = "<w:p><w:r><w:t>Có </w:t></w:r><w:r><w:t>79%</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p>"
    found = marked(body, about("79%", "Có 79%."))
    assert found == body.replace("<w:r><w:t>79%</w:t></w:r>", f"{start()}<w:r><w:t>79%</w:t></w:r>{end()}")


def test_words_over_several_runs():
    found = marked(p(r("Đạt 7"), r("9", "<w:b/>"), r(",5% rồi")), about("79,5%", "Đạt 79,5% rồi"))
    assert found == p(r("Đạt "), start(), r("7"), r("9", "<w:b/>"), r(",5%"), end(), r(" rồi"))


def test_several_remarks_in_one_run_beside_over_and_in_each_other():
    text = "một hai ba bốn"
    remarks = [about("hai", text), about("ba", text), about("hai ba bốn", text), about("hai", text)]
    found = marked(p(text), *remarks)
    assert found == p(
        *(
            r("một "),
            start(0),
            start(2),
            start(3),
            r("hai"),
            end(0),
            end(3),
            r(" "),
            start(1),
            r("ba"),
            end(1),
        ),
        *(r(" bốn"), end(2)),
    )
    crossing = marked(p(text), about("một hai", text), about("hai ba", text))
    assert crossing == p(start(0), r("một "), start(1), r("hai"), end(0), r(" ba"), end(1), r(" bốn"))


def test_what_ends_in_a_place_stands_before_what_begins_there():
    found = marked(p("79%80%"), about("79%", "79%80%"), about("80%", "79%80%"))
    assert found == p(start(0), r("79%"), end(0), start(1), r("80%"), end(1))


def test_a_remark_on_words_and_one_on_the_whole_paragraph():
    found = marked(p("Có 79%"), Remark(f"{DOCUMENT}#0", "Cả đoạn"), about("79%", "Có 79%"))
    assert found == p(start(0), r("Có "), start(1), r("79%"), end(0), end(1))


@pytest.mark.parametrize(
    ("content", "words", "expected"),
    [
        ("A<w:tab/>B", "B", ["A<w:tab/>", "B", ""]),
        ("A<w:tab/>B", "A", ["", "A", "<w:tab/>B"]),
        ("A<w:br/>B", "A B", ["", "A<w:br/>B", ""]),
        ("Số 12<w:noBreakHyphen/>KH đây", "12-KH", ["Số ", "12<w:noBreakHyphen/>KH", " đây"]),
        ("A<w:noBreakHyphen/>B", "-", ["A", "<w:noBreakHyphen/>", "B"]),
        ("A<w:softHyphen/>B C", "AB", ["", "A<w:softHyphen/>B", " C"]),
        ("A<w:lastRenderedPageBreak/>B", "B", ["A<w:lastRenderedPageBreak/>", "B", ""]),
        ('A<w:sym w:font="Symbol" w:char="F0B3"/>B', "≥B", ["A", '<w:sym w:font="Symbol" w:char="F0B3"/>B', ""]),
        ("a &amp; b &#x1ED9; c", "& b ộ", ["a ", "&amp; b &#x1ED9;", " c"]),
    ],
)  # fmt: skip
def test_what_stands_in_a_run_beside_text(content: str, words: str, expected: list[str]):
    def run(inside: str) -> str:
        typed = re.sub(r"(<w:[^>]*/>)|([^<]+)", lambda it: it[1] or f"{KEPT}{it[2]}</w:t>", inside)
        return f"<w:r>{BOLD}{typed}</w:r>" if inside else ""

    read = re.sub(r"<w:(tab|br)/>", " ", content).replace("<w:noBreakHyphen/>", "-")
    read = re.sub(r"<w:sym[^>]*/>", "≥", read).replace("&amp;", "&").replace("&#x1ED9;", "ộ")
    found = marked(f"<w:p>{run(content)}</w:p>", about(words, re.sub(r"<[^>]*>", "", read)))
    before, inside, after = map(run, expected)
    assert found == f"<w:p>{before}{start()}{inside}{end()}{after}</w:p>"


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ('<w:hyperlink w:anchor="x">', "</w:hyperlink>"),
        ('<w:ins w:id="5" w:author="Lan">', "</w:ins>"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ('<w:smartTag w:element="a"><w:smartTag w:element="b">', "</w:smartTag></w:smartTag>"),
    ],
)
def test_words_inside_of_what_holds_runs(opening: str, closing: str):
    body = p(r("Đầu "), opening + r("Có 79% đây") + closing, " cuối")
    text = "Đầu Có 79% đây cuối"
    inside = f"{r('Có ')}{start()}{r('79%')}{end()}{r(' đây')}"
    assert marked(body, about("79%", text)) == p(r("Đầu "), opening + inside + closing, " cuối")
    across = f"{r('Có 79% ')}{start()}{r('đây')}"
    assert marked(body, about("đây cuối", text)) == p(
        r("Đầu "), opening + across + closing, r(" cuối"), end()
    )


@pytest.mark.parametrize("whole", [SUM, SIMPLE, FILLED])
def test_what_word_reckons_or_fills_in_anew_is_covered_whole(whole: str):
    found = marked(p(r("Cộng "), whole, " hồ sơ"), about("345", "Cộng 12.345 hồ sơ"))
    assert found == p(r("Cộng "), start() + whole + end(), " hồ sơ")


def test_the_words_of_a_link_typed_as_a_field_are_covered_exactly():
    link = FIELD.format(' HYPERLINK "http://a.vn" ', "trang 12 ở đây")
    cut = (
        f"<w:r>{KEPT}trang </w:t></w:r>{start()}<w:r>{KEPT}12</w:t></w:r>{end()}<w:r>{KEPT} ở đây</w:t></w:r>"
    )
    body = p(r("Xem "), link)
    assert marked(body, about("12", "Xem trang 12 ở đây")) == body.replace(
        "<w:r><w:t>trang 12 ở đây</w:t></w:r>", cut
    )


def test_words_of_a_cell_beside_a_note_and_beside_deleted_ones():
    cell = tbl([tc(p("Tổng 13 hồ sơ")), "Kế"])
    assert around(marked(p("Đầu") + cell, about("13", "Tổng 13 hồ sơ", 1))) == ["13"]
    noted = p(r("Có 60"), ref(1), " hồ sơ")
    assert marked(noted, about("60", "Có 60 hồ sơ")) == p(r("Có "), start(), r("60"), end(), ref(1), " hồ sơ")
    gone = '<w:del w:id="1" w:author="a"><w:r><w:delText>79% là 70%</w:delText></w:r></w:del>'
    moved = f'<w:moveFrom w:id="2" w:author="a">{r("80%")}</w:moveFrom>'
    body = p(r("Đạt "), gone, moved, "80% hay 79%")
    assert marked(body, about("80%", "Đạt 80% hay 79%")) == p(
        r("Đạt "), gone, moved, start(), r("80%"), end(), r(" hay 79%")
    )


@pytest.mark.parametrize(
    ("typed", "read", "words", "nth"),
    [
        ("Có 1 hồ sơ, 1 đơn", "1. Có 1 hồ sơ, 1 đơn", "1", 1),  # the number of a list in front
        ("1 hồ sơ, 1 đơn vị", "1. 1 hồ sơ, 1 đơn vị", "1", 1),
        ("Đạt 31¹ trong 31² kỳ", "Đạt 31 trong 31 kỳ", "31", 1),  # marks of notes typed by hand
        ("Đạt 31[1], và 5[2].", "- Đạt 31, và 5.", "5", 0),
        ("  A   B\u00a0C\tD  ", "A B C D", "C", 0),
        ("số\u00ad liệu\u200b 5", "số liệu 5", "5", 0),
        (unicodedata.normalize("NFD", "Tổng số 5 tổ"), "Tổng số 5 tổ", "5", 0),
        ("KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "PHÓ", 0),  # one line of several
        ("hidden trước Số 5", "Số 5", "5", 0),
        ("Số 5 còn nữa ẩn", "Số 5", "5", 0),
    ],
)
def test_a_text_read_in_another_way(typed: str, read: str, words: str, nth: int):
    (found,) = around(marked(p(typed), about(words, read, nth=nth)))
    assert found == words


def test_the_right_one_of_equal_words():
    typed, read = "Đạt 31¹ trong 31² kỳ", "Đạt 31 trong 31 kỳ"
    body = p(typed)
    assert marked(body, about("31", read, nth=1)) == p(
        r("Đạt 31¹ trong "), start(), r("31"), end(), r("² kỳ")
    )
    assert marked(body, about("31", read)) == p(r("Đạt "), start(), r("31"), end(), r("¹ trong 31² kỳ"))


def test_words_with_letters_typed_apart():
    nfd = unicodedata.normalize("NFD", "ổ tổng ổ")
    found = marked(p(r(nfd[:4]), r(nfd[4:])), about("tổng", "ổ tổng ổ"))
    assert [unicodedata.normalize("NFC", words) for words in around(found)] == ["tổng"]


@pytest.mark.parametrize(
    ("typed", "read", "words"),
    [
        ("Đạt 79%", "Một đoạn khác hẳn, có 79% trong đó", "79%"),
        ("Đạt 79%", "3. Đạt 79%", "3."),  # what Word puts in front itself
        ("KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC", "PHÓ CỤC TRƯỞNG", "PHÓ"),
        ("GIÁM ĐỐC PHÓ GIÁM ĐỐC", "GIÁM ĐỐC", "ĐỐC"),  # one of two lines that say the same
        ("Đạt 79%", "Đạt 79%", ""),
        ("Đạt  79%", "Đạt  79%", "  "),
        ("", "Đạt 79%", "79%"),
    ],
)
def test_words_that_cannot_be_found_without_doubt_leave_the_whole_paragraph(typed, read, words):
    body = p(typed) if typed else "<w:p></w:p>"
    inside = r(typed) if typed else ""
    assert marked(body, about(words, read)) == f"<w:p>{start()}{inside}{end()}</w:p>"


def test_words_of_a_text_box_leave_the_paragraph_that_holds_it():
    box = f"<w:r><w:pict><w:txbxContent>{p('Trong 5 khung')}</w:txbxContent></w:pict></w:r>"
    body = p(r("Ngoài 5 khung"), box)
    assert marked(body, about("5", "Trong 5 khung", 1)).startswith(f"<w:p>{start()}<w:r>")
    assert marked(body, about("5", "Ngoài 5 khung")) == p(
        r("Ngoài "), start(), r("5"), end(), r(" khung"), box
    )


@pytest.mark.parametrize(
    "text",
    [
        "<w:t> Có 79% nhé </w:t>",  # Word drops the outer blanks; two halves that keep theirs would not
        "<w:t><![CDATA[Có 79% nhé]]></w:t>",
        "<w:t>Có 7<!-- a -->9% nhé</w:t>",
        "<w:t>Có 7<?a b?>9% nhé</w:t>",
    ],
)
def test_a_text_that_cannot_be_cut_is_covered_whole(text: str):
    found = marked(f"<w:p><w:r><w:t>A</w:t>{text}</w:r></w:p>", about("79%", "ACó 79% nhé"))
    assert found in (
        f"<w:p><w:r><w:t>A</w:t></w:r>{start()}<w:r>{text}</w:r>{end()}</w:p>",
        f"<w:p>{start()}<w:r><w:t>A</w:t>{text}</w:r>{end()}</w:p>",
    )


def test_a_run_whose_looks_are_a_tracked_change_is_covered_whole():
    change = '<w:b/><w:rPrChange w:id="7" w:author="Lan"><w:rPr/></w:rPrChange>'
    body = p(r("Số "), r("Có 79% nhé", change), r(" rồi"))
    found = marked(body, about("79%", "Số Có 79% nhé rồi"))
    assert found == p(r("Số "), start(), r("Có 79% nhé", change), end(), r(" rồi"))


def test_an_equation_is_covered_whole():
    math = (
        '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:f><m:num><m:r><m:t>90</m:t>'
        "</m:r></m:num><m:den><m:r><m:t>100</m:t></m:r></m:den></m:f></m:oMath>"
    )
    body = f"<w:p>{r('Đạt ')}{math}{r(' = 90%')}</w:p>"
    assert marked(body, about("100", "Đạt 90/100 = 90%")) == body.replace(math, start() + math + end())


@pytest.mark.parametrize("prefix", ["", "ns0"])
def test_a_run_with_another_prefix(prefix: str):
    lead = f"{prefix}:" if prefix else ""
    run = f'<{lead}r><{lead}rPr><{lead}b/></{lead}rPr><{lead}t xml:space="preserve">%s</{lead}t></{lead}r>'
    declared = f'xmlns{lead and ":" + prefix}="{URI}"'
    text = f"<{lead}document {declared}><{lead}body><{lead}p>{run % 'Có 79% nhé'}</{lead}p></{lead}body></{lead}document>"
    parts = {"word/document.xml": text.encode(), "[Content_Types].xml": b"<Types/>"}
    out = read_part(annotate(write_package(parts), [about("79%", "Có 79% nhé")]))
    own = f' xmlns:w="{URI}"'
    assert (
        f'{run % "Có "}<w:commentRangeStart{own} w:id="0"/>{run % "79%"}<w:commentRangeEnd{own} w:id="0"/>'
        in out
    )
    assert out.endswith(f"{run % ' nhé'}</{lead}p></{lead}body></{lead}document>")
