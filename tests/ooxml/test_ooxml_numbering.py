"""Heading levels in the forms a pack asks for."""

from __future__ import annotations

import pytest
from lxml import etree

from baocao.formats import load_format
from baocao.ooxml.numbering import heading_levels, numbering_xml
from baocao.ooxml.styles import styles_xml
from baocao.ooxml.xml import W

FMT = load_format()
NS = {"w": W}


def _levels(*forms):
    return heading_levels(FMT, forms)


def _one(node, path):
    (value,) = node.xpath(path, namespaces=NS)
    return value


@pytest.mark.parametrize(
    ("forms", "texts"),
    [
        (("I.", "1.", "a)"), ["%1.", "%2.", ""]),
        (("I.", "1.", "1.1."), ["%1.", "%2.", "%2.%3."]),
        (("1.", "1.1.", "1.1."), ["%1.", "%1.%2.", "%1.%2.%3."]),
        (("I.", "1.1."), ["%1.", "%1.%2."]),
        (("Phần I", "I.", "1/"), ["Phần\u00a0%1", "%2.", "%3/"]),
        (("Phần thứ nhất", "A.", "1."), ["", "%2.", "%3."]),
        (("1.1.", "a)", "1.1."), ["%1.", "", "%3."]),
    ],
)
def test_number_texts(forms, texts):
    assert [level.text for level in _levels(*forms)] == texts


def test_roman_parents_show_as_arabic_numbers_all_the_way_down():
    assert [level.legal for level in _levels("I.", "1.1.", "1.1.")] == [False, True, True]
    assert [level.legal for level in _levels("I.", "1.", "1.1.")] == [False, False, False]


def test_literal_levels():
    part, point = _levels("Phần thứ nhất", "a)")
    assert (part.literal, part.counted, part.own_line) == (True, True, True)
    assert (point.literal, point.counted, point.own_line) == (True, False, False)


def test_unknown_form_is_refused():
    with pytest.raises(KeyError):
        _levels("§ 1")


def test_levels_and_heading_styles_point_at_each_other():
    forms = ("Phần thứ nhất", "I.", "1.", "a)")
    numbering = etree.fromstring(numbering_xml(FMT, forms).encode())
    styles = etree.fromstring(styles_xml(FMT, forms).encode())
    for level in _levels(*forms):
        style = _one(styles, f"w:style[@w:styleId='Heading{level.level}']")
        linked = numbering.xpath(
            f"w:abstractNum/w:lvl[w:pStyle/@w:val='Heading{level.level}']", namespaces=NS
        )
        assert _one(style, "w:pPr/w:outlineLvl/@w:val") == str(level.level - 1)
        assert bool(style.xpath("w:pPr/w:numPr", namespaces=NS)) == bool(linked) == level.counted
        assert style.xpath("w:pPr/w:keepNext", namespaces=NS)
        if linked:
            assert linked[0].get(f"{{{W}}}ilvl") == str(level.level - 1)


def test_bullets_are_a_dash_and_a_plus_then_a_space_in_the_first_line():
    numbering = etree.fromstring(numbering_xml(FMT, ("I.",)).encode())
    for number, style, mark in ((2, "GachDau", "-"), (3, "GachCong", "+")):
        (target,) = numbering.xpath(f"w:num[@w:numId='{number}']/w:abstractNumId/@w:val", namespaces=NS)
        level = _one(numbering, f"w:abstractNum[@w:abstractNumId='{target}']/w:lvl")
        assert _one(level, "w:pStyle/@w:val") == style
        assert _one(level, "w:lvlText/@w:val") == mark
        assert _one(level, "w:suff/@w:val") == "space"
        assert _one(level, "w:pPr/w:ind/@w:firstLine") == "720"
        assert not level.xpath("w:pPr/w:ind/@w:hanging", namespaces=NS)
