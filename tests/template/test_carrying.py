"""Styles that a block or fragment brings along: known by name, told when they look different."""

import re

import pytest
from carrying_kit import BASE, block, layer, made, remarks, style, styles_part

from baocao.errors import Severity
from small_docx import (
    note,
    p,
    package,
    paragraphs,
    r,
    read_part,
    ref,
    tbl,
    tc,
)


def based(ident):
    return f'<w:basedOn w:val="{ident}"/>'


def styles_of(data):
    return re.findall(r'<w:pStyle w:val="([^"]*)"', read_part(data))


def test_a_style_is_known_by_its_name():
    child = layer(
        p("đề mục", style="u1"),
        p("thân", style="Thnbi"),
        extra=styles_part(style("u1", "Heading 1"), style("Thnbi", "Thân bài")),
    )
    data = made(child, BASE)
    assert styles_of(data) == ["Heading1", "ThanBai"]
    assert "u1" not in read_part(data, "word/styles.xml")


def test_a_style_of_the_same_id_and_another_name_comes_along_under_a_new_id():
    own = styles_part(
        style("ThanBai", "Thân bài mới", '<w:pPr><w:jc w:val="right"/></w:pPr>'),
        style("Con", "Con", based("ThanBai")),
    )
    data = made(layer(p("a", style="ThanBai"), p("b", style="Con"), extra=own), BASE)
    styles = read_part(data, "word/styles.xml")
    assert styles_of(data) == ["ThanBai1", "Con"]
    assert '<w:basedOn w:val="ThanBai1"/>' in styles
    assert '<w:jc w:val="right"/>' in styles[styles.index('w:styleId="ThanBai1"') :]


def test_the_name_counts_more_than_the_id():
    child = layer(p("a", style="ThanBai"), extra=styles_part(style("ThanBai", "Gạch đầu dòng")))
    assert styles_of(made(child, BASE)) == ["GachDau"]


def test_a_style_the_base_lacks_comes_with_what_it_builds_on():
    own = styles_part(
        style("Con", "Con", based("Cha"), '<w:next w:val="u1"/>'),
        style("Cha", "Cha", based("ThuongTi")),
        style("ThuongTi", "Normal"),
        style("u1", "heading 1"),
        style("Thua", "Thừa"),
    )
    data = made(layer(p("a", style="Con"), extra=own), BASE)
    styles = read_part(data, "word/styles.xml")
    assert styles_of(data) == ["Con"]
    assert re.findall(r'w:styleId="(Con|Cha|Thua)"', styles) == ["Con", "Cha"]
    assert '<w:next w:val="Heading1"/>' in styles
    assert styles.count('<w:basedOn w:val="Normal"/>') == 1


def test_a_style_that_builds_on_nothing_keeps_the_defaults_of_its_file():
    def defaults(size):
        return (
            f'<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="{size}"/></w:rPr></w:rPrDefault>'
            '<w:pPrDefault><w:pPr><w:spacing w:after="160"/></w:pPr></w:pPrDefault></w:docDefaults>'
        )

    own = styles_part(style("Rieng", "Riêng", "<w:rPr><w:b/></w:rPr>"), defaults=defaults(22))
    styles = read_part(made(layer(p("a", style="Rieng"), extra=own), BASE), "word/styles.xml")
    carried = styles[styles.index('w:styleId="Rieng"') :]
    assert '<w:rPr><w:b/><w:sz w:val="22"/></w:rPr>' in carried
    assert '<w:spacing w:after="160"/>' in carried


def test_character_and_table_styles_and_the_look_of_a_note_reference():
    reference = ref(1).replace("FootnoteReference", "FootnoteAnchor")
    own = styles_part(
        style("FootnoteAnchor", "Footnote Reference", kind="character"),
        style("Manh", "Mạnh", kind="character"),
        style("Ke", "Kẻ ô", kind="table"),
    )
    table = tbl([tc("ô")], columns=1).replace("<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="Ke"/></w:tblPr>')
    child = layer(p(r("m", '<w:rStyle w:val="Manh"/>'), reference), table, notes=note(1, "ghi"), extra=own)
    data = made(child, BASE)
    assert re.findall(r'<w:rStyle w:val="([^"]*)"', read_part(data)) == ["Manh", "FootnoteReference"]
    assert re.findall(r'w:styleId="(Manh|Ke|FootnoteAnchor)"', read_part(data, "word/styles.xml")) == [
        "Manh",
        "Ke",
    ]


LOOKS = {
    "size": '<w:rPr><w:sz w:val="32"/></w:rPr>',
    "bold": "<w:rPr><w:b/></w:rPr>",
    "italic": "<w:rPr><w:i/></w:rPr>",
    "font": '<w:rPr><w:rFonts w:ascii="Arial"/></w:rPr>',
    "side": '<w:pPr><w:jc w:val="center"/></w:pPr>',
    "indent": '<w:pPr><w:ind w:firstLine="720"/></w:pPr>',
    "gap": '<w:pPr><w:spacing w:before="120"/></w:pPr>',
}
FONT = '<w:rPr><w:rFonts w:ascii="Times New Roman"/></w:rPr>'


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
def test_a_style_that_looks_different_is_told_once(look):
    base = package(
        p("đầu") + block(p("gốc")), extra=styles_part(style("ThanBai", "Thân bài", FONT), _notes())
    )
    own = styles_part(style("ThanBai", "Thân bài", look))
    assert remarks(layer(p("a", style="ThanBai"), p("b", style="ThanBai"), extra=own), base) == [
        ("kieu-theo-mau-goc", Severity.INFO, {"ten": "Thân bài"})
    ]


UNSEEN = {
    "rounding": '<w:pPr><w:ind w:firstLine="12"/></w:pPr>',
    "said anyway": '<w:pPr><w:jc w:val="start"/></w:pPr><w:rPr><w:b w:val="0"/></w:rPr>',
    "spelling": "<w:pPr><w:widowControl/></w:pPr>",
}


@pytest.mark.parametrize("look", UNSEEN.values(), ids=UNSEEN.keys())
def test_a_style_that_looks_the_same_is_not_told(look):
    own = styles_part(style("ThanBai", "Thân bài", look))
    assert remarks(layer(p("a", style="ThanBai"), extra=own), BASE) == []


def _notes():
    return style("FootnoteText", "footnote text") + style(
        "FootnoteReference", "footnote reference", kind="character"
    )


def _default(size):
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="{size}"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )


def test_words_without_a_style_look_different_under_other_defaults():
    own = styles_part(style("Normal", "Normal", default=True), defaults=_default(40))
    assert remarks(layer(p("a"), extra=own), BASE) == [
        ("kieu-theo-mau-goc", Severity.INFO, {"ten": "Normal"})
    ]
    assert remarks(layer(p("a", style="Rieng"), extra=own), BASE) == []
    assert remarks(layer(p("{% if x %}"), p("{% endif %}"), extra=own), BASE) == []


def _bordered(content):
    return style("Ke", "Kẻ ô", f"<w:tblPr>{content}</w:tblPr>", kind="table")


def _marked(content):
    return style("Nhan", "Nhấn", f"<w:rPr>{content}</w:rPr>", kind="character")


RULED = '<w:tblBorders><w:top w:val="single" w:sz="4"/></w:tblBorders>'
TABLE = tbl([tc("ô")], columns=1).replace("<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="Ke"/></w:tblPr>')
MARKED = p(r("x", '<w:rStyle w:val="Nhan"/>'))


@pytest.mark.parametrize(
    ("content", "mine", "theirs", "name"),
    [
        (TABLE, _bordered(RULED), _bordered(""), "Kẻ ô"),
        (TABLE, _bordered(RULED), _bordered(RULED), ""),
        (TABLE, _bordered(RULED.replace("single", "nil")), _bordered(""), ""),
        (MARKED, _marked('<w:color w:val="FF0000"/>'), _marked(""), "Nhấn"),
        (MARKED, _marked('<w:color w:val="auto"/>'), _marked(""), ""),
    ],
)
def test_table_and_character_styles_that_look_different_are_told(content, mine, theirs, name):
    base = package(p("đầu") + block(p("gốc")), extra=styles_part(theirs, _notes()))
    told = [("kieu-theo-mau-goc", Severity.INFO, {"ten": name})] if name else []
    assert remarks(layer(content, extra=styles_part(mine)), base) == told


def test_our_styles_get_their_ids_back():
    own = styles_part(style("Gchudng", "Gạch đầu dòng"), style("Con", "Con", based("Gchudng")), _notes())
    data = made(package(p("a", style="Gchudng") + p("b", style="Con"), extra=own))
    assert styles_of(data) == ["GachDau", "Con"]
    assert '<w:basedOn w:val="GachDau"/>' in read_part(data, "word/styles.xml")


def test_a_style_of_a_heading_still_numbers_a_heading_of_the_layer():
    """The level of a heading is read before its style gets the base's id."""
    child = layer(
        p("⟦a)⟧ một", style="u3"), p("⟦a)⟧ hai", style="u3"), extra=styles_part(style("u3", "heading 3"))
    )
    assert paragraphs(made(child, BASE))[1:] == ["a) một", "b) hai"]
