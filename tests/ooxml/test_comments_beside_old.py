"""Remarks in a file that has comments of its own."""

# ruff: noqa: E501 - literals of XML stay whole

from __future__ import annotations

import pytest
from comments_kit import COMMENTS, DOCUMENT, RELATIONS, TYPES, commented, on, told, untouched, with_comments

from baocao.ooxml.comments import annotate
from baocao.ooxml.package import Skeleton, write_package
from small_docx import NS, p, package, read_part

OLD = f'<w:comments {NS}><w:comment w:id="7" w:author="Chị Lan" w:initials="L">{p("Cũ")}</w:comment></w:comments>'
OLD_BODY = p('<w:commentRangeStart w:id="7"/>', "Một", '<w:commentRangeEnd w:id="7"/>',
             '<w:r><w:commentReference w:id="7"/></w:r>') + p("Hai")  # fmt: skip


@pytest.mark.parametrize(
    ("target", "part"),
    [
        ("comments.xml", COMMENTS),
        ("/word/comments.xml", COMMENTS),
        ("../word/ghichu/c2.xml", "word/ghichu/c2.xml"),
        ("Comments.xml", COMMENTS),
    ],
)
def test_old_comments_stay_and_new_ones_follow(target: str, part: str):
    data = with_comments(OLD_BODY, OLD, target=target, part=part)
    out = annotate(data, [on(1, "Mới"), on(0, "Thêm")])
    untouched(data, out, DOCUMENT, part)
    assert told(out, part) == {"7": "Cũ", "8": "Mới", "9": "Thêm"}
    assert read_part(out, part).startswith(OLD.removesuffix("</w:comments>"))


def test_a_place_in_an_old_comment_is_told_where_that_comment_stands():
    out = annotate(with_comments(p("Đầu") + OLD_BODY, OLD), [on(0, part=COMMENTS)])
    assert commented(out)[1] == ("Một", "Trong một ghi chú bên lề đã có, gần chữ «Cũ»: Lỗi")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"<w:comments {NS}/>", ["0", "1"]),
        (f'<w:comments {NS}><w:comment w:id="2147483647">{p("a")}</w:comment></w:comments>', ["0", "1"]),
        (f'<w:comments {NS}><w:comment w:id="-3">{p("a")}</w:comment></w:comments>', ["0", "1"]),
        (f'<w:comments {NS}><w:comment w:id="x">{p("a")}</w:comment></w:comments>', ["0", "1"]),
    ],
)
def test_numbers_are_free_ones(old: str, new: list[str]):
    out = annotate(with_comments(p("Một"), old), [on(0), on(0)])
    assert list(told(out))[-2:] == new


def test_a_mark_without_a_comment_keeps_its_number():
    out = annotate(package(p('<w:commentRangeStart w:id="4"/>', "Một")), [on(0)])
    assert list(told(out)) == ["5"]


def test_a_comments_part_that_nobody_refers_to_is_left_alone():
    data = package(p("Một"), extra={COMMENTS: OLD.encode()})
    out = annotate(data, [on(0)])
    untouched(data, out, DOCUMENT, "word/comments1.xml", RELATIONS, TYPES)
    assert told(out, "word/comments1.xml") == {"0": "Lỗi"}


def test_a_relationship_to_a_part_that_is_missing_gets_its_part():
    parts = Skeleton.read(with_comments(OLD_BODY, OLD)).parts()
    del parts[COMMENTS]
    out = annotate(write_package(parts), [on(0)])
    assert told(out) == {"8": "Lỗi"}


def test_words_own_styles_are_used_when_the_file_has_them():
    styles = (
        f'<w:styles {NS}><w:style w:type="character" w:styleId="ThamchiuChuthich"><w:name w:val="annotation reference"/>'
        '</w:style><w:style w:type="paragraph" w:styleId="VnbanChuthich"><w:name w:val="annotation text"/></w:style>'
        "</w:styles>"
    )
    data = package(p("Một"), extra={"word/styles.xml": styles.encode()})
    out = annotate(data, [on(0)])
    assert '<w:rStyle w:val="ThamchiuChuthich"/></w:rPr><w:commentReference' in read_part(out)
    assert '<w:pPr><w:pStyle w:val="VnbanChuthich"/></w:pPr>' in read_part(out, COMMENTS)
    assert "<w:sz " not in read_part(out, COMMENTS)
