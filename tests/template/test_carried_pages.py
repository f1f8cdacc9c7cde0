"""Pages, headers, sections and remarks of a block's own file."""

# ruff: noqa: E501 - literals of XML and of templates stay whole

import re

import pytest
from carrying_kit import BASE, EXTENDS, block, layer, made, remarks

from baocao.errors import Severity
from small_docx import (
    NS,
    REL,
    TYPES,
    compiled,
    p,
    package,
    paragraphs,
    r,
    read_part,
)


def page(size="11906", margin="1134"):
    return f'<w:sectPr><w:pgSz w:w="{size}" w:h="16838"/><w:pgMar w:top="{margin}" w:left="{margin}"/></w:sectPr>'


def with_page(data_body, section):
    data = package(data_body)
    document = re.sub(r"<w:sectPr>.*</w:sectPr>(?=</w:body>)", section, read_part(data))
    return package("", extra={"word/document.xml": document.encode()})


@pytest.mark.parametrize(
    ("section", "words"),
    [
        (page("16838"), "khổ giấy"),
        (page(margin="1500"), "lề trang"),
        (page("16838", "1500"), "khổ giấy và lề trang"),
    ],
)
def test_another_page_is_told(section, words):
    base = with_page(p("đầu") + block(p("gốc")), page())
    child = with_page(EXTENDS + block(p("a")), section)
    assert remarks(child, base) == [("trang-khac-mau-goc", Severity.INFO, {"gi": words})]
    assert remarks(with_page(EXTENDS + block(p("a")), page(margin="1140")), base) == []
    assert read_part(made(child, base)).count("<w:sectPr>") == 1


def test_words_of_a_header_that_is_not_printed():
    base = package(p("đầu") + block(p("gốc")), header=p("Mật"))
    assert remarks(layer(p("a"), header=p("Mật")), base) == []
    (found,) = compiled(layer(p("a"), header=p("Bản ", "của xã")), base).findings
    assert (found.code, found.level, dict(found.facts)) == (
        "dau-trang-khong-mang",
        Severity.WARNING,
        {"chu": "Bản của xã"},
    )
    assert (found.where.part, found.where.anchor) == ("đầu trang", "word/header1.xml#0")


def test_a_section_break_in_a_block():
    turned = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    broken = p("ngang", ppr=f"<w:sectPr>{turned}</w:sectPr>")
    assert compiled(layer(p("a"), broken), BASE).findings == ()
    after = package(p("đầu") + block(p("gốc")) + p("cuối"))
    printed = read_part(made(layer(p("a"), broken), after))
    assert re.findall(r"<w:pgSz [^>]*>|cuối", printed)[:2] == [turned, "cuối"]


def test_the_header_of_a_section_in_a_block_is_the_base_s():
    own = '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:titlePg/></w:sectPr>'
    child = layer(p("a"), p("ngang", ppr=own), header=p("Bản của xã"))
    rels = read_part(child, "word/_rels/document.xml.rels")
    number = re.search(r'Id="(\w+)"[^>]*Target="header1.xml"', rels)[1]
    child = layer(p("a"), p("ngang", ppr=own.replace("rId5", number)), header=p("Bản của xã"))
    found = compiled(child, BASE).findings
    assert [(item.code, item.where.paragraph) for item in found] == [
        ("dau-trang-khong-mang", ""),
        ("ngat-phan-trong-khoi", "đoạn 4"),
    ]
    assert "headerReference" not in read_part(made(child, BASE))


def commented(body, **parts):
    rels = f'<Relationship Id="rId8" Type="{REL}/comments" Target="comments.xml"/>'
    comments = f'<w:comments {NS}><w:comment w:id="0">{p("xem lại")}</w:comment></w:comments>'
    data = package(body, rels=rels, **parts)
    types = read_part(data, "[Content_Types].xml").replace(
        "</Types>", f'<Override PartName="/word/comments.xml" ContentType="{TYPES}comments+xml"/></Types>'
    )
    extra = {"word/comments.xml": comments.encode(), "[Content_Types].xml": types.encode()}
    return package(body, rels=rels, extra=extra, **parts)


REMARK = (
    '<w:commentRangeStart w:id="0"/>',
    r("chữ"),
    '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
)


@pytest.mark.parametrize("of_layer", [True, False])
def test_comments_are_not_printed(of_layer):
    body = block(p(*REMARK))
    files = [commented(EXTENDS + body), BASE] if of_layer else [commented(p("đầu") + body)]
    (found,) = compiled(*files).findings
    assert (found.code, found.level, dict(found.facts)) == ("nhan-xet-khong-in", Severity.INFO, {"so": "01"})
    data = made(*files)
    assert paragraphs(data) == ["đầu", "chữ"]
    assert "comment" not in read_part(data) + read_part(data, "[Content_Types].xml")
    assert "comments" not in read_part(data, "word/_rels/document.xml.rels")


def test_a_section_in_a_block_has_the_headers_of_the_base():
    header = '<w:headerReference w:type="default" r:id="rId5"/>'
    base = package(p("đầu") + block(p("gốc")), header=p("1"))
    number = re.search(r'Id="(\w+)"[^>]*header1.xml', read_part(base, "word/_rels/document.xml.rels"))[1]
    header = header.replace("rId5", number)
    document = read_part(base).replace("<w:sectPr>", f"<w:sectPr>{header}")
    base = package("", header=p("1"), extra={"word/document.xml": document.encode()})
    broken = p("ngang", ppr='<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>')
    printed = read_part(made(layer(p("a"), broken), base))
    assert re.findall(r"<w:sectPr>(<w:headerReference [^>]*>)?", printed) == [header]
