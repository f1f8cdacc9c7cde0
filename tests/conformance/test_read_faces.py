"""Faces: what letters look like, through defaults, table style, styles, direct formatting and theme."""

from __future__ import annotations

from dataclasses import replace

import pytest

from baocao.conformance.appearance import Face
from conformance.read_kit import (
    THEME,
    TIMES,
    abstract,
    defaults,
    listed,
    lvl,
    num,
    only,
    p,
    r,
    read,
    style,
    tbl,
)

PLAIN = Face(fonts=("Times New Roman",), size=10.0)


def face(properties: str = "", text: str = "chữ", ppr: str = "", **parts: str) -> Face:
    """The face of one run."""
    return only(p(r(text, properties), ppr), **parts).spans[0].face


def test_a_file_that_says_nothing_has_words_own_face() -> None:
    assert face() == PLAIN


@pytest.mark.parametrize(
    ("properties", "seen"),
    [
        ('<w:sz w:val="27"/>', {"size": 13.5}),
        ('<w:sz w:val="14pt"/>', {"size": 14.0}),
        ("<w:b/><w:i/>", {"bold": True, "italic": True}),
        ('<w:b w:val="0"/><w:i w:val="false"/>', {}),
        ('<w:u w:val="single"/>', {"underline": "single"}),
        ('<w:u w:val="none"/>', {}),
        ('<w:color w:val="auto"/>', {}),
        ('<w:color w:val="ff0000"/>', {"color": "FF0000"}),
        ('<w:highlight w:val="yellow"/>', {"highlight": "yellow"}),
        ('<w:highlight w:val="white"/>', {}),
        ('<w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/>', {"shading": "FFFF00"}),
        ('<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>', {}),
        ('<w:shd w:val="clear" w:color="auto" w:fill="auto"/>', {}),
        ('<w:shd w:val="solid" w:color="00FF00" w:fill="auto"/>', {"shading": "00FF00"}),
        ('<w:shd w:val="pct20" w:color="auto" w:fill="auto"/>', {"shading": "CCCCCC"}),
        ('<w:vertAlign w:val="superscript"/>', {"raised": True}),
        ('<w:vertAlign w:val="subscript"/>', {"lowered": True}),
        ("<w:cs/><w:bCs/><w:szCs w:val='26'/><w:sz w:val='20'/>", {"bold": True, "size": 13.0}),
    ],
)
def test_direct_formatting(properties: str, seen: dict[str, object]) -> None:
    assert face(properties) == replace(PLAIN, **seen)


def test_styles_lay_over_defaults_and_direct_formatting_over_styles() -> None:
    styles = (
        defaults('<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="22"/>')
        + style("Thuong*", rpr='<w:sz w:val="24"/><w:color w:val="111111"/>')
        + style("Than", base="Thuong", rpr='<w:sz w:val="28"/>')
        + style("Nhan", kind="character", rpr='<w:i/><w:sz w:val="26"/>')
    )
    seen = Face(fonts=("Arial",), size=12.0, color="111111")
    assert face(styles=styles) == seen
    assert face(ppr='<w:pStyle w:val="Than"/>', styles=styles) == replace(seen, size=14.0)
    assert face('<w:rStyle w:val="Nhan"/>', ppr='<w:pStyle w:val="Than"/>', styles=styles) == replace(
        seen, size=13.0, italic=True
    )
    assert face('<w:rStyle w:val="Nhan"/><w:sz w:val="30"/>', styles=styles) == replace(
        seen, size=15.0, italic=True
    )


@pytest.mark.parametrize("named", ["Khong", "Nhan"])
def test_a_paragraph_style_that_is_not_there_is_the_default_one(named: str) -> None:
    styles = style("Thuong*", rpr='<w:sz w:val="24"/>') + style("Nhan", kind="character", rpr="<w:i/>")
    assert face(ppr=f'<w:pStyle w:val="{named}"/>', styles=styles) == replace(PLAIN, size=12.0)


def test_styles_based_on_each_other_end_somewhere() -> None:
    styles = style("A", base="B", rpr="<w:b/>") + style("B", base="A", rpr='<w:sz w:val="28"/>')
    assert face(ppr='<w:pStyle w:val="A"/>', styles=styles) == replace(PLAIN, bold=True, size=14.0)


@pytest.mark.parametrize(
    ("paragraph", "character", "direct", "bold"),
    [
        ("<w:b/>", "", "", True),
        ("<w:b/>", "<w:b/>", "", False),
        ("<w:b/>", '<w:b w:val="0"/>', "", True),
        ("", "<w:b/>", "", True),
        ("<w:b/>", "<w:b/>", "<w:b/>", True),
        ("<w:b/>", "", '<w:b w:val="0"/>', False),
    ],
)
def test_toggles_turn_over_from_level_to_level(
    paragraph: str, character: str, direct: str, bold: bool
) -> None:
    styles = style("Dam", rpr=paragraph) + style("Chu", kind="character", rpr=character)
    seen = face('<w:rStyle w:val="Chu"/>' + direct, ppr='<w:pStyle w:val="Dam"/>', styles=styles)
    assert seen.bold is bold


def test_a_style_may_switch_off_what_the_one_below_it_switched_on() -> None:
    styles = style("A", rpr="<w:b/>") + style("B", base="A", rpr='<w:b w:val="0"/>')
    assert not face(ppr='<w:pStyle w:val="B"/>', styles=styles).bold


def test_a_toggle_of_the_defaults_stays_on() -> None:
    styles = defaults("<w:i/>") + style("A", rpr="<w:i/>")
    assert face(ppr='<w:pStyle w:val="A"/>', styles=styles).italic


@pytest.mark.parametrize(
    ("text", "fonts"),
    [
        ("abc 123", ("Ascii",)),
        ("Đường", ("Ansi", "Ascii")),
        ("đ", ("Ansi",)),
        ("…", ("Ansi",)),
        ("   ", ("Ascii",)),
        ("中", ("East",)),
        ("a中", ("Ascii", "East")),
        ("ก", ("Complex",)),
    ],
)
def test_letters_take_the_font_of_their_kind(text: str, fonts: tuple[str, ...]) -> None:
    told = '<w:rFonts w:ascii="Ascii" w:hAnsi="Ansi" w:eastAsia="East" w:cs="Complex"/>'
    assert face(told, text).fonts == fonts


def test_a_hint_gives_signs_to_the_east_asian_font_but_not_vietnamese_letters() -> None:
    told = '<w:rFonts w:hint="eastAsia" w:ascii="Ascii" w:hAnsi="Ansi" w:eastAsia="East"/>'
    assert face(told, "“").fonts == ("East",)
    assert face(told, "“Độ”").fonts == ("Ansi", "East")


def test_fonts_of_the_four_kinds_come_from_different_levels() -> None:
    styles = defaults('<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>')
    assert face('<w:rFonts w:ascii="Verdana"/>', "aĐ", styles=styles).fonts == ("Arial", "Verdana")


def test_theme_fonts() -> None:
    minor = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:ascii="Arial"/>'
    assert face(minor, "aĐ", theme=THEME).fonts == ("Calibri",)
    assert face(minor, "a").fonts == ("Arial",)
    assert face('<w:rFonts w:asciiTheme="majorHAnsi"/>', "a", theme=THEME).fonts == ("Cambria",)
    over = defaults('<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>')
    assert face(TIMES, "aĐ", theme=THEME, styles=over).fonts == ("Times New Roman",)


@pytest.mark.parametrize(
    ("told", "seen"),
    [
        ('<w:color w:val="FF0000" w:themeColor="text1"/>', "000000"),
        ('<w:color w:val="auto" w:themeColor="accent1"/>', "4F81BD"),
        ('<w:color w:val="000000" w:themeColor="text1" w:themeTint="80"/>', "7F7F7F"),
        ('<w:color w:val="000000" w:themeColor="background1" w:themeShade="80"/>', "808080"),
        ('<w:color w:val="123456" w:themeColor="accent9"/>', "123456"),
    ],
)
def test_theme_colours(told: str, seen: str) -> None:
    assert face(told, theme=THEME).color == seen


def test_settings_may_lead_a_theme_colour_elsewhere() -> None:
    mapping = '<w:clrSchemeMapping w:bg1="light1" w:t1="dark2"/>'
    assert face('<w:color w:themeColor="text1"/>', theme=THEME, settings=mapping).color == "1F497D"


def test_letters_in_capitals_are_told_as_printed() -> None:
    paragraph = only(p(r("Độc lập", "<w:caps/>")))
    assert (paragraph.text, paragraph.spans[0].face.caps) == ("ĐỘC LẬP", True)


TABLE = style(
    "Luoi",
    kind="table",
    rpr='<w:color w:val="0000FF"/><w:sz w:val="26"/>',
    ppr='<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>',
    more='<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
    '<w:tblStylePr w:type="firstCol"><w:rPr><w:i/></w:rPr></w:tblStylePr>'
    '<w:tblStylePr w:type="band1Horz"><w:rPr><w:u w:val="single"/></w:rPr></w:tblStylePr>'
    '<w:tblStylePr w:type="nwCell"><w:rPr><w:b w:val="0"/></w:rPr></w:tblStylePr>',
)


def cells(look: str) -> list[tuple[bool, bool, str]]:
    """Bold, italic and underline of the cells of a table of three rows and two columns."""
    table = tbl(["a", "b"], ["c", "d"], ["e", "f"], properties=f'<w:tblStyle w:val="Luoi"/>{look}')
    paper = read(table, styles=defaults('<w:sz w:val="22"/>') + TABLE)
    faces = [paragraph.spans[0].face for paragraph in paper.paragraphs]
    assert {(item.size, item.color) for item in faces} == {(13.0, "0000FF")}
    return [(item.bold, item.italic, item.underline) for item in faces]


def test_conditional_formats_of_a_table_style() -> None:
    wanted = [
        (False, True, ""),
        (True, False, ""),
        (False, True, "single"),
        (False, False, "single"),
        (False, True, ""),
        (False, False, ""),
    ]
    asked = 'w:firstRow="1" w:firstColumn="1" w:lastRow="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"'
    assert cells(f"<w:tblLook {asked}/>") == wanted
    assert cells('<w:tblLook w:val="04A0"/>') == wanted
    assert cells('<w:tblLook w:val="0600"/>') == [(False, False, "")] * 6


def test_a_bold_style_in_a_bold_row_of_a_table_turns_over() -> None:
    table = tbl([f"<w:p><w:pPr><w:pStyle w:val='Dam'/></w:pPr>{r('a')}</w:p>", "b"],
                properties='<w:tblStyle w:val="Luoi"/><w:tblLook w:val="0020"/>')  # fmt: skip
    paper = read(table, styles=TABLE.replace('<w:tblStylePr w:type="nwCell"', '<w:tblStylePr w:type="x"')
                 + style("Dam", rpr="<w:b/>"))  # fmt: skip
    assert [paragraph.spans[0].face.bold for paragraph in paper.paragraphs] == [False, True]


def test_the_number_in_front_looks_like_its_level_over_the_mark_of_the_paragraph() -> None:
    numbering = abstract(0, lvl(0, "upperRoman", "%1.", rpr="<w:b/>")) + num(1, 0)
    mark = f'{listed(1)}<w:rPr><w:i/><w:sz w:val="28"/></w:rPr>'
    paragraph = only(p(r("a", '<w:sz w:val="24"/>'), mark), numbering=numbering)
    assert paragraph.label == "I."
    assert paragraph.label_face == replace(PLAIN, size=14.0, bold=True, italic=True)
    assert paragraph.spans[0].face == replace(PLAIN, size=12.0)
