"""Encodings and colours of letters: of two old encodings the first, colours by names an office uses."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from rules_text_kit import ask, paper_of, paragraphs_paper

from baocao.conformance.case import State
from baocao.conformance.checking import judge
from baocao.conformance.components import find_parts
from baocao.conformance.mending import mend
from baocao.conformance.mends import ToUnicode
from baocao.conformance.paper import Paper
from conformance.rules_head_kit import PROFILE, Result, checked
from format_rules import model
from format_rules.faults import edited, marked, text


def in_fonts(*fonts: str) -> Paper:
    """One paragraph with a word in each font."""

    def make(made: Any) -> None:
        paragraph = made.add_paragraph()
        for font in fonts:
            paragraph.add_run("b¸o c¸o ").font.name = font

    return paper_of(make)


@pytest.mark.parametrize(
    ("fonts", "encoding"), [((".VnTime", "VNI-Times"), "TCVN3"), (("VNI-Times", ".VnTime"), "VNI")]
)
def test_of_two_old_encodings_the_first_is_told(fonts, encoding):
    (seen,) = ask("FN03", in_fonts(*fonts))
    assert seen.seen == f"chữ gõ theo bảng mã {encoding}"


@pytest.mark.parametrize(
    "font", ["Symbol", "Wingdings", "Wingdings 2", "Wingdings 3", "Webdings", "OpenSymbol", "StarSymbol"]
)
def test_letters_typed_in_a_font_of_pictures_are_signs(font):
    """þ of Wingdings prints ☑, a of Symbol prints α: in another font they would be letters."""
    assert checked(model.packed(edited([in_font("Trong", font)]))).told("FN01") == []


def test_signs_typed_as_letters_are_no_words():
    """In capitals þ of Wingdings would be another sign; a sign is no word that is spelt wrongly."""
    wingdings = '</w:t></w:r><w:r><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr><w:t>{}'
    heading = text("KẾT QUẢ THỰC HIỆN", f"KẾT QUẢ THỰC HIỆN{wingdings.format('þ')}")
    sign = text("Trong", f"{wingdings.format('abc qui')}</w:t></w:r><w:r><w:t>Trong")
    sound = checked(model.packed(edited([])))
    assert _all_told(checked(model.packed(edited([heading, sign])))) == _all_told(sound)


def _all_told(result: Result) -> list[str]:
    return sorted(f"{one.rule.id} {one.seen.seen}" for one in result.checked.faults)


@pytest.mark.parametrize("font", ["Cambria Math", "MS Gothic", "Segoe UI Symbol", "Calibri"])
def test_letters_in_a_font_that_has_letters_are_told(font):
    assert checked(model.packed(edited([in_font("Trong", font)]))).told("FN01") == [
        (f"phông {font}", "phông Times New Roman")
    ]


def in_font(word: str, font: str) -> tuple[str, str, str]:
    return marked(word, f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>')


def test_marks_typed_apart_are_no_old_encoding():
    paper = paragraphs_paper([unicodedata.normalize("NFD", "Ủy ban nhân dân xã")])
    assert [one.state for one in ask("FN03", paper)] == [State.HELD]
    (seen,) = ask("FN06", paper)
    assert (seen.state, seen.seen) == (State.BROKEN, "chữ Unicode tổ hợp (dấu rời khỏi chữ)")
    assert [mend.encoding for mend in seen.mends if isinstance(mend, ToUnicode)] == ["NFD"]


@pytest.mark.parametrize(
    ("color", "name"),
    [
        ("376092", "xanh"),
        ("4F81BD", "xanh"),
        ("4472C4", "xanh"),
        ("FF0101", "đỏ"),
        ("0D0D0D", "gần đen"),
        ("595959", "xám đậm"),
        ("A6A6A6", "xám"),
        ("70AD47", "xanh lá"),
        ("F79646", "cam"),
    ],
)
def test_colours_have_names(color, name):
    def make(made: Any) -> None:
        from docx.shared import RGBColor

        made.add_paragraph().add_run("Kết quả").font.color.rgb = RGBColor.from_string(color)

    (seen,) = ask("FN02", paper_of(make))
    assert (seen.seen, seen.wanted) == (f"chữ màu {name}", "chữ màu đen")


W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


def painted(color: str) -> bytes:
    """The model with a word in black by `w:color`, which Word paints otherwise."""
    fill = (
        f'<w14:textFill {W14}><w14:solidFill><w14:srgbClr w14:val="{color}"/></w14:solidFill></w14:textFill>'
    )
    return model.packed(edited([marked("Trong", f'<w:color w:val="000000"/>{fill}')]))


def test_letters_painted_over_their_colour_are_told_and_mended():
    assert checked(painted("FF0000")).told("FN02") == [("chữ màu đỏ", "chữ màu đen")]
    mended = mend(
        painted("FF0000"), lambda paper: judge(paper, find_parts(paper, PROFILE.format), PROFILE), "a.docx"
    )
    assert "FN02" in {one.rule.id for one in mended.done}
    assert checked(mended.data).told("FN02") == []


def test_letters_painted_black_are_black():
    assert checked(painted("000000")).told("FN02") == []


@pytest.mark.parametrize("mark", ["<w:outline/>", "<w:emboss/>", "<w:imprint/>"])
def test_hollow_letters_are_for_a_person(mark):
    result = checked(model.packed(edited([marked("Trong", mark)])))
    assert [fault.seen.seen for fault in result.unsure("FN02")] == ["chữ rỗng hoặc chữ nổi"]
    assert result.told("FN02") == []


def test_letters_said_to_be_no_outline_are_plain():
    assert checked(model.packed(edited([marked("Trong", '<w:outline w:val="0"/>')]))).unsure("FN02") == []
