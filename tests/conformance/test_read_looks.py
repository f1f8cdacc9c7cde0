"""Looks: alignment, indents, spacing, tabs, borders of paragraphs through every level of formatting."""

from __future__ import annotations

from dataclasses import replace

import pytest

from baocao.conformance.appearance import Look
from baocao.formats import Align, Cm, Length, Pt
from conformance.read_kit import abstract, defaults, listed, lvl, num, only, p, read, style, tbl

ZERO = Length(0)
PLAIN = Look(Align.LEFT, ZERO, ZERO, ZERO, ZERO, ZERO, 240, "auto")


def twips(amount: int) -> Length:
    return Length(amount * 635)


def look(ppr: str = "", **parts: str) -> Look:
    return only(p("chữ", ppr), **parts).look


def test_a_file_that_says_nothing() -> None:
    assert look() == PLAIN


@pytest.mark.parametrize(
    ("ppr", "seen"),
    [
        ('<w:jc w:val="both"/>', {"align": Align.JUSTIFY}),
        ('<w:jc w:val="center"/>', {"align": Align.CENTER}),
        ('<w:jc w:val="start"/>', {}),
        ('<w:jc w:val="end"/>', {"align": Align.RIGHT}),
        ('<w:jc w:val="distribute"/>', {"align": Align.JUSTIFY, "spread": True}),
        ('<w:jc w:val="nonsense"/>', {}),
        ('<w:bidi/><w:jc w:val="left"/>', {"align": Align.RIGHT}),
        ('<w:ind w:left="567" w:right="284" w:firstLine="720"/>',
         {"left": twips(567), "right": twips(284), "first_line": twips(720)}),
        ('<w:ind w:start="567" w:end="284" w:hanging="360"/>',
         {"left": twips(567), "right": twips(284), "first_line": twips(-360)}),
        ('<w:ind w:firstLine="720" w:hanging="360"/>', {"first_line": twips(-360)}),
        ('<w:ind w:firstLine="1.27cm"/>', {"first_line": Cm(1.27)}),
        ('<w:ind w:firstLine="720.5"/>', {"first_line": Length(457_518)}),
        ('<w:ind w:firstLineChars="200"/>', {"first_line": Pt(20)}),
        ('<w:ind w:firstLineChars="200" w:firstLine="560"/>', {"first_line": twips(560)}),
        ('<w:ind w:firstLineChars="0" w:firstLine="0"/>', {}),
        ('<w:spacing w:before="120" w:after="60" w:line="360" w:lineRule="auto"/>',
         {"before": Pt(6), "after": Pt(3), "line": 360}),
        ('<w:spacing w:line="340" w:lineRule="exact"/>', {"line": 340, "line_rule": "exact"}),
        ('<w:spacing w:line="17pt" w:lineRule="atLeast"/>', {"line": 340, "line_rule": "atLeast"}),
        ('<w:spacing w:beforeLines="50" w:before="156"/>', {"before": twips(156)}),
        ('<w:spacing w:beforeLines="50"/>', {"before": Pt(6)}),
        ('<w:spacing w:before="100" w:beforeAutospacing="1" w:afterAutospacing="0"/>',
         {"before": Pt(5), "auto_before": True}),
        ("<w:contextualSpacing/><w:keepNext/><w:keepLines/><w:pageBreakBefore/>",
         {"contextual": True, "keep_next": True, "keep_lines": True, "page_break_before": True}),
        ('<w:keepNext w:val="0"/>', {}),
        ('<w:pBdr><w:bottom w:val="nil"/></w:pBdr>', {}),
        ('<w:shd w:val="clear" w:fill="D9D9D9"/>', {"shading": "D9D9D9"}),
        ('<w:outlineLvl w:val="1"/>', {"outline": 1}),
        ('<w:outlineLvl w:val="9"/>', {}),
        ('<w:tabs><w:tab w:val="center" w:pos="4680"/><w:tab w:val="start" w:pos="720"/>'
         '<w:tab w:val="bar" w:pos="100"/></w:tabs>',
         {"tabs": ((twips(720), "left"), (twips(4680), "center"))}),
    ],
)  # fmt: skip
def test_direct_formatting(ppr: str, seen: dict[str, object]) -> None:
    assert look(ppr) == replace(PLAIN, **seen)


STYLES = (
    defaults(ppr='<w:spacing w:after="160" w:line="259" w:lineRule="auto"/>')
    + style("Thuong*", ppr='<w:jc w:val="both"/><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>')
    + style("Than", base="Thuong", ppr='<w:spacing w:before="120"/><w:ind w:left="100" w:firstLine="720"/>')
)
SET = replace(PLAIN, align=Align.JUSTIFY, after=Pt(8), line=259, style="Thuong", tabs=((twips(720), "left"),))
OWN = replace(SET, before=Pt(6), left=twips(100), first_line=twips(720), style="Than")


def test_attributes_of_one_element_come_from_several_levels() -> None:
    assert look(styles=STYLES) == SET
    assert look('<w:pStyle w:val="Than"/>', styles=STYLES) == OWN
    assert look('<w:pStyle w:val="Than"/><w:spacing w:after="0"/><w:ind w:left="0"/>', styles=STYLES) == (
        replace(OWN, after=ZERO, left=ZERO)
    )


def test_tabs_add_up_and_a_cleared_one_goes() -> None:
    told = '<w:tabs><w:tab w:val="clear" w:pos="720"/><w:tab w:val="right" w:pos="9000"/></w:tabs>'
    assert look(told, styles=STYLES).tabs == ((twips(9000), "right"),)
    assert look(told.replace("clear", "center"), styles=STYLES).tabs == (
        (twips(720), "center"),
        (twips(9000), "right"),
    )


def test_indents_in_characters_are_as_wide_as_the_letters_of_the_style() -> None:
    styles = style("Thuong*", rpr='<w:sz w:val="28"/>')
    assert look('<w:ind w:firstLineChars="200" w:leftChars="100"/>', styles=styles) == replace(
        PLAIN, left=Pt(14), first_line=Pt(28), style="Thuong"
    )


LIST = abstract(0, lvl(0, "decimal", "%1.", ppr='<w:ind w:left="720" w:hanging="360"/>')) + num(1, 0)


def test_the_list_that_a_paragraph_names_lies_over_its_style() -> None:
    seen = look(f'<w:pStyle w:val="Than"/>{listed(1)}', styles=STYLES, numbering=LIST)
    assert seen == replace(OWN, left=twips(720), first_line=twips(-360))
    own = f'<w:pStyle w:val="Than"/>{listed(1)}<w:ind w:left="0" w:firstLine="500"/>'
    assert look(own, styles=STYLES, numbering=LIST) == replace(OWN, left=ZERO, first_line=twips(500))


def test_the_list_of_a_style_lies_under_that_style() -> None:
    styles = STYLES + style("Muc", base="Than", ppr=listed(1) + '<w:ind w:left="50"/>')
    seen = look('<w:pStyle w:val="Muc"/>', styles=styles, numbering=LIST)
    assert (seen.left, seen.first_line) == (twips(50), twips(-360))
    styles = STYLES + style("Muc", base="Than", ppr=listed(1))
    seen = look('<w:pStyle w:val="Muc"/>', styles=styles, numbering=LIST)
    assert (seen.left, seen.first_line) == (twips(720), twips(-360))


def test_a_paragraph_taken_out_of_its_styles_list_loses_the_lists_indents() -> None:
    styles = STYLES + style("Muc", base="Than", ppr=listed(1))
    seen = only(p("a", f'<w:pStyle w:val="Muc"/>{listed(0)}'), styles=styles, numbering=LIST)
    assert (seen.label, seen.look.left, seen.look.first_line) == ("", twips(100), twips(720))


def test_a_table_style_lies_over_the_defaults_and_under_paragraph_styles() -> None:
    grid = style("Luoi", kind="table", ppr='<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>')
    table = tbl(["a", p("b", '<w:pStyle w:val="Than"/>')], properties='<w:tblStyle w:val="Luoi"/>')
    first, second = (item.look for item in read(table, styles=STYLES + grid).paragraphs)
    assert first == replace(SET, after=ZERO, line=240)
    assert second == replace(OWN, after=ZERO, line=240)
    spaced = STYLES.replace('<w:jc w:val="both"/>', '<w:spacing w:after="200"/>')
    assert [item.look.after for item in read(table, styles=spaced + grid).paragraphs] == [Pt(10), Pt(10)]
