"""Sections: sheet, margins, page numbers, heads and feet with those they inherit; settings of the file."""

from __future__ import annotations

import pytest

from baocao.conformance.paper import Story
from baocao.formats import Cm, Length, Mm
from conformance.read_kit import p, read


def twips(amount: int) -> Length:
    return Length(amount * 635)


A4 = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" '
    'w:header="567" w:footer="600" w:gutter="0"/>'
)


def end(content: str) -> str:
    return f"<w:sectPr>{content}</w:sectPr>"


def test_the_sheet() -> None:
    (section,) = read(p("a") + end(A4 + '<w:titlePg/><w:pgNumType w:fmt="lowerRoman" w:start="3"/>')).sections
    assert (round(section.width.mm), round(section.height.mm)) == (210, 297)
    assert [item.twips for item in (section.top, section.bottom, section.left, section.right)] == [
        1134,
        1134,
        1701,
        851,
    ]
    assert (section.header.twips, section.footer.twips) == (567, 600)
    assert (section.landscape, section.title_page, section.number_format, section.number_start) == (
        False, True, "lowerRoman", 3,
    )  # fmt: skip
    assert (section.starts, section.columns) == ("nextPage", 1)
    assert section.text_box.left == twips(1701)


def test_what_word_takes_when_nothing_is_said() -> None:
    paper = read(p("a"))
    (section,) = paper.sections
    assert (section.width.twips, section.height.twips) == (12_240, 15_840)
    assert [item.twips for item in (section.top, section.bottom, section.left, section.right)] == [
        1440,
        1440,
        1800,
        1800,
    ]
    assert (section.number_format, section.number_start, section.title_page) == ("decimal", None, False)
    assert section.element.getparent() is paper.trees["word/document.xml"][0]


def test_lengths_with_units_and_a_gutter() -> None:
    told = (
        '<w:pgSz w:w="210mm" w:h="297mm"/>'
        '<w:pgMar w:top="-2cm" w:bottom="2cm" w:left="25mm" w:right="15mm" w:gutter="5mm"/>'
    )
    (section,) = read(p("a") + end(told)).sections
    assert (section.width, section.top, section.left) == (Mm(210), Cm(2), Mm(30))
    (section,) = read(p("a") + end(told), settings="<w:gutterAtTop/>").sections
    assert (section.top, section.left) == (Mm(25), Mm(25))


@pytest.mark.parametrize(
    ("told", "columns"),
    [
        ('<w:cols w:space="708"/>', 1),
        ('<w:cols w:num="2"/>', 2),
        ('<w:cols w:num="3" w:equalWidth="0"><w:col w:w="1"/><w:col w:w="2"/></w:cols>', 2),
    ],
)
def test_columns(told: str, columns: int) -> None:
    assert read(p("a") + end(told)).sections[0].columns == columns


def reference(kind: str, ident: str, tag: str = "header") -> str:
    return f'<w:{tag}Reference w:type="{kind}" r:id="{ident}"/>'


HEADS = {"header1": p("một"), "header2": p("hai"), "footer1": p("chân")}


def test_sections_hold_their_blocks_and_inherit_heads() -> None:
    first = p("a") + p(
        "b",
        f"<w:sectPr>{reference('default', 'header1')}{reference('default', 'footer1', 'footer')}</w:sectPr>",
    )
    body = (
        first
        + p("c", end('<w:type w:val="continuous"/>' + reference("default", "header2")))
        + p("d")
        + end("")
    )
    paper = read(body, **HEADS)
    assert [[item.text for item in section.blocks] for section in paper.sections] == [
        ["a", "b"],
        ["c"],
        ["d"],
    ]
    assert [section.starts for section in paper.sections] == ["nextPage", "continuous", "nextPage"]
    heads = [[item.text for item in section.headers["default"]] for section in paper.sections]
    assert heads == [["một"], ["hai"], ["hai"]]
    assert paper.sections[1].headers["default"] is paper.sections[2].headers["default"]
    assert [section.footers["default"][0].text for section in paper.sections] == ["chân"] * 3
    assert [(item.text, item.story) for item in paper.everything] == [
        ("a", Story.BODY), ("b", Story.BODY), ("c", Story.BODY), ("d", Story.BODY),
        ("một", Story.HEADER), ("chân", Story.FOOTER), ("hai", Story.HEADER),
    ]  # fmt: skip


def test_anchor_and_spot_of_a_head() -> None:
    paper = read(p("a") + end(reference("default", "header1")), **HEADS)
    (head,) = paper.sections[0].headers["default"]
    assert (head.anchor, head.spot) == ("word/header1.xml#0", "đầu trang, đoạn 1")


@pytest.mark.parametrize(
    ("more", "settings", "kinds"),
    [
        ("", "", ["default"]),
        ("<w:titlePg/>", "", ["default", "first"]),
        ("", "<w:evenAndOddHeaders/>", ["default", "even"]),
        ("<w:titlePg/>", "<w:evenAndOddHeaders/>", ["default", "first", "even"]),
    ],
)
def test_only_heads_that_are_printed(more: str, settings: str, kinds: list[str]) -> None:
    told = "".join(reference(kind, "header1") for kind in ("even", "first", "default"))
    paper = read(p("a") + end(told + more), settings=settings, **HEADS)
    assert list(paper.sections[0].headers) == kinds
    assert paper.even_headers is bool(settings)


def test_a_head_that_is_not_there_prints_nothing() -> None:
    paper = read(p("a") + end(reference("default", "header9")))
    assert paper.sections[0].headers == {"default": ()}


def test_a_break_of_sections_in_a_content_control() -> None:
    control = f"<w:sdt><w:sdtContent>{p('a', end(''))}</w:sdtContent></w:sdt>"
    paper = read(control + p("b") + end(""))
    assert [[item.text for item in section.blocks] for section in paper.sections] == [["a"], ["b"]]


def test_settings() -> None:
    plain = read(p("a"))
    assert (plain.adds_gaps, plain.protected, plain.strict) == (False, False, False)
    told = (
        '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'
        "<w:compat><w:doNotUseHTMLParagraphAutoSpacing/></w:compat>"
    )
    set_so = read(p("a"), settings=told)
    assert (set_so.adds_gaps, set_so.protected) == (True, True)
    assert not read(p("a"), settings=told.replace('enforcement="1"', 'enforcement="0"')).protected
