"""Remarks as Word comments: where they stand, what the file needs for them."""

# ruff: noqa: E501 - literals of XML stay whole

from __future__ import annotations

import re

import pytest
from comments_kit import (
    COMMENTS,
    DOCUMENT,
    RELATIONS,
    TYPES,
    commented,
    on,
    text_box,
    untouched,
    without_comments,
)

from baocao.ooxml.comments import Remark, annotate
from small_docx import note, p, package, r, read_part, ref, tbl, tc


def test_a_comment_goes_around_the_words_of_its_paragraph():
    data = package(p("Một") + p(r("Hai "), r("chữ", "<w:b/>"), style="ThanBai") + p("Ba"))
    out = annotate(data, [on(1, "Sai chữ «Hai».\nHãy viết «hai».")])
    assert commented(out) == [("Hai chữ", "Sai chữ «Hai».\nHãy viết «hai».")]
    assert '<w:pStyle w:val="ThanBai"/></w:pPr><w:commentRangeStart w:id="0"/><w:r>' in read_part(
        out
    )  # behind the properties
    assert re.search(
        r'<w:commentRangeEnd w:id="0"/><w:r><w:rPr>.*?</w:rPr><w:commentReference w:id="0"/></w:r></w:p>',
        read_part(out),
    )


def test_what_makes_the_comments_known():
    data = package(p("Một"))
    out = annotate(data, [on(0)])
    untouched(data, out, DOCUMENT, COMMENTS, RELATIONS, TYPES)
    assert (
        '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" '
        'Target="comments.xml"/>'
    ) in read_part(out, RELATIONS)
    assert (
        '<Override PartName="/word/comments.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>'
    ) in read_part(out, TYPES)


def test_several_remarks_on_one_paragraph_stay_in_order():
    out = annotate(package(p("Một") + "<w:p/>"), [on(1, "a"), on(0, "b"), on(1, "c"), on(0, "d")])
    assert commented(out) == [("Một", "b"), ("Một", "d"), ("", "a"), ("", "c")]


@pytest.mark.parametrize(
    ("body", "number", "around"),
    [
        ("<w:p/>", 0, ""),
        ('<w:p w:rsidR="00>1" />', 0, ""),
        ("<w:p><w:pPr/></w:p>", 0, ""),
        ('<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr ></w:p>', 0, ""),
        (p("Ngoài") + tbl([tc(p("Ô"), tbl(["Trong"], columns=1), p("Cuối ô")), "Kế"]), 2, "Trong"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Khung nội dung')}</w:sdtContent></w:sdt>", 0, "Khung nội dung"),
        (p('<w:ins w:id="0" w:author="a">' + r("Thêm") + "</w:ins>", "vào"), 0, "Thêmvào"),
        (p('<w:hyperlink w:anchor="x">' + r("Liên kết") + "</w:hyperlink>"), 0, "Liên kết"),
        (p(r("A &lt;b&gt; &amp; c")), 0, "A &lt;b&gt; &amp; c"),
        ("<!-- <w:p> -->" + p("Thật"), 0, "Thật"),
        ("<?a <w:p>?>" + p("Thật"), 0, "Thật"),
    ],
)
def test_paragraphs_of_every_shape(body: str, number: int, around: str):
    data = package(body)
    out = annotate(data, [on(number)])
    assert commented(out) == [(around, "Lỗi")]
    assert without_comments(out) == without_comments(data)


def test_a_place_in_a_text_box_is_told_at_the_paragraph_that_holds_it():
    body = p("Đầu") + p("Có khung", text_box(p("Chữ trong khung"), p("Dòng hai"))) + p("Cuối")
    data = package(body)
    out = annotate(data, [on(3), on(4), on(5), on(6)])  # both writings of the box are counted
    place = "Trong khung chữ, gần chữ «Chữ trong khung»: Lỗi"
    second = "Trong khung chữ, gần chữ «Dòng hai»: Lỗi"
    assert [said for _, said in commented(out)] == [second, place, second, "Lỗi"]
    assert [around[-4:] for around, _ in commented(out)] == [" hai", " hai", " hai", "Cuối"]
    assert without_comments(out) == without_comments(data)
    inside = read_part(out).split("<w:txbxContent>")[1:]
    assert not any("comment" in piece.split("</w:txbxContent>")[0] for piece in inside)


def test_a_paragraph_that_only_old_readers_see_is_told_at_the_one_before():
    spare = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="w14">{p("Mới")}</mc:Choice><mc:Fallback>{p("Cũ")}</mc:Fallback>'
        "</mc:AlternateContent>"
    )
    out = annotate(package(p("Đầu") + spare), [on(2), on(1)])
    assert commented(out) == [("Mới", "Trong phần dự phòng, gần chữ «Cũ»: Lỗi"), ("Mới", "Lỗi")]


def test_a_place_in_a_footnote_is_told_at_its_reference():
    notes = note(1, "Chú một") + note(2, "Chú hai", "Đoạn sau " + "dài " * 30) + note(3, "Không dấu")
    body = p("Đầu") + p("Có ", ref(2)) + p("Có nữa", ref(1), text_box(p("Khung")))
    data = package(body, notes=notes)
    out = annotate(data, [on(number, part="word/footnotes.xml") for number in (2, 4, 5)])
    around = {said: words for words, said in commented(out)}
    long = "Đoạn sau " + "dài " * 30
    assert around == {
        "Trong chú thích, gần chữ «Chú một»: Lỗi": "Có nữaKhungKhung",
        f"Trong chú thích, gần chữ «{long[:59].rstrip()}…»: Lỗi": "Có ",
        "Trong chú thích, gần chữ «Không dấu»: Lỗi": "Đầu",
    }
    untouched(data, out, DOCUMENT, COMMENTS, RELATIONS, TYPES)


@pytest.mark.parametrize(
    ("anchor", "said"),
    [
        ("word/header1.xml#0", "Ở đầu trang, gần chữ «Tên cơ quan»: Lỗi"),
        ("word/header1.xml", "Ở đầu trang: Lỗi"),
        ("word/header1.xml#7", "Ở đầu trang: Lỗi"),
        ("docProps/core.xml", "Trong thuộc tính của tệp (Tệp, Thông tin): Lỗi"),
        ("word/styles.xml", "Ở phần word/styles.xml của tệp: Lỗi"),
        ("word/khong-co.xml#1", "Lỗi"),
        ("word/document.xml", "Lỗi"),
        ("word/document.xml#99", "Lỗi"),
        ("word/document.xml#-1", "Lỗi"),
        ("", "Lỗi"),
    ],
)
def test_every_other_place_is_told_at_the_first_paragraph(anchor: str, said: str):
    data = package(tbl(["Ô đầu", "Ô kế"]) + p("Sau"), header=p("Tên cơ quan"), title="Báo cáo")
    assert commented(annotate(data, [Remark(anchor, "Lỗi")])) == [("Ô đầu", said)]
