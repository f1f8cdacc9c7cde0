"""The place of a finding: as a reader finds it in Word, and as a program finds it."""

import xml.etree.ElementTree as ET

import pytest

from baocao.errors import PackError
from baocao.render import render
from small_docx import W, compiled, note, p, package, read_part, ref, tbl, tc, words

HEADING = p("I. KẾT QUẢ", style="Heading1")
BAD = "{{ ten | khong_co }}"
NESTED = tbl([tc("a"), tc(p("b"), p(BAD))])
BOX = f"<w:r><w:pict><w:txbxContent>{p('một')}{p(BAD)}</w:txbxContent></w:pict></w:r>"
UNDER = "dưới đề mục «I. KẾT QUẢ»"
WIDE = '<w:tcW w:w="2000" w:type="dxa"/><w:gridSpan w:val="2"/>'

SPOTS = {
    "body": (p("a") + p(BAD), "đoạn 3", 2),
    "after a table": (tbl([tc("a"), tc("b")]) + p(BAD), "đoạn 2", 3),
    "cell": (
        tbl([tc("a"), tc("b")]) + tbl([tc("a"), tc("b")], [tc(BAD), tc("b")]),
        "bảng 2, hàng 2, cột 1",
        5,
    ),
    "second of a cell": (tbl([tc("a"), tc(p("b"), p(BAD))]), "bảng 1, hàng 1, cột 2, đoạn 2", 3),
    "after a merged cell": (tbl([tc("a", tcpr=WIDE), tc(BAD)], columns=3), "bảng 1, hàng 1, cột 3", 2),
    "nested": (
        tbl([tc("a"), tc(NESTED, p("c"))]),
        "bảng 1, hàng 1, cột 2, bảng trong ô, hàng 1, cột 2, đoạn 2",
        4,
    ),
    "second nested": (
        tbl([tc(tbl(["a"], columns=1), tbl([BAD], columns=1), p("c"))], columns=1),
        "bảng 1, hàng 1, cột 1, bảng thứ 2 trong ô, hàng 1, cột 1",
        2,
    ),
    "text box": (p("a") + p(BOX), "đoạn 3, khung chữ, đoạn 2", 4),
    "content control": (
        p("a") + f"<w:sdt><w:sdtContent>{p(BAD)}</w:sdtContent></w:sdt>",
        "đoạn 3",
        2,
    ),
}


def fault(data):
    with pytest.raises(PackError) as caught:
        compiled(data)
    (found,) = caught.value.findings
    return found.where


@pytest.mark.parametrize(("body", "spot", "number"), SPOTS.values(), ids=SPOTS.keys())
def test_where_a_paragraph_stands(body, spot, number):
    data = package(HEADING + body)
    where = fault(data)
    assert where.paragraph == f"{spot}, {UNDER}"
    assert where.anchor == f"word/document.xml#{number}"
    saved = list(ET.fromstring(read_part(data)).iter(W + "p"))
    assert words(saved[number]) == BAD


def test_a_note_has_the_number_that_word_shows():
    notes = note(7, "bảy") + note(3, "ba", f"thêm {BAD}")
    where = fault(package(HEADING + p("a", ref(7)) + p("b", ref(3)), notes=notes))
    assert (where.paragraph, where.words) == (f"chú thích 2, đoạn 2, {UNDER}", f"thêm {BAD}")
    assert where.anchor == "word/footnotes.xml#4"  # two separators, note 7, first paragraph of note 3


def test_a_header():
    where = fault(package(p("a"), header=p("x") + p(BAD)))
    assert (where.part, where.paragraph, where.anchor) == ("đầu trang", "đoạn 2", "word/header1.xml#1")


def test_the_places_of_a_layer_are_those_of_its_own_file():
    base = package(p("{%p block a %}") + p("a") + p("{%p endblock %}"))
    child = package(p('{%p extends "goi" %}') + p("{%p block a %}") + p(BAD) + p("{%p endblock %}"))
    with pytest.raises(PackError) as caught:
        compiled(child, base)
    (found,) = caught.value.findings
    assert (found.where.file, found.where.anchor) == ("mau-0.docx", "word/document.xml#2")


@pytest.mark.parametrize("number", [1, 2])
def test_a_fault_met_while_rendering_has_the_same_place(number):
    notes = note(1, "ghi {{ khong_co }}")
    data = package(HEADING + p("a") + tbl([tc("b"), tc("{{ khong_co }}")]) + p("c", ref(1)), notes=notes)
    with pytest.raises(PackError) as caught:
        render(compiled(data), {"ten": "x"})
    where = caught.value.findings[number - 1].where
    expected = {
        1: (f"bảng 1, hàng 1, cột 2, {UNDER}", "word/document.xml#3"),
        2: (f"chú thích 1, {UNDER}", "word/footnotes.xml#2"),
    }
    assert (where.paragraph, where.anchor) == expected[number]


def test_a_style_built_on_a_heading_is_a_heading():
    styles = read_part(package(p("a")), "word/styles.xml").replace(
        "</w:styles>",
        '<w:style w:type="paragraph" w:styleId="Rieng"><w:name w:val="Riêng"/>'
        '<w:basedOn w:val="Heading2"/></w:style>'
        "</w:styles>",
    )
    data = package(p("1. Việc", style="Rieng") + p(BAD), extra={"word/styles.xml": styles.encode()})
    assert fault(data).paragraph == "đoạn 2, dưới đề mục «1. Việc»"
