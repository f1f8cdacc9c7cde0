"""Lists that a block or fragment brings along, and how they count."""

# ruff: noqa: E501 - literals of XML and of templates stay whole

import re

import pytest
from carrying_kit import BASE, block, layer, made, style, styles_part

from baocao.errors import PackError
from small_docx import (
    REL,
    compiled,
    p,
    package,
    read_part,
)


def numbering(sign, form="bullet", extra=""):
    return (
        f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:lvlText w:val="{sign}"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )


LISTED = p("mục", ppr='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')


def test_a_list_comes_along_to_a_base_that_has_none():
    data = made(layer(LISTED, numbering=numbering("-")), BASE)
    assert '<w:lvlText w:val="-"/>' in read_part(data, "word/numbering.xml")
    assert "/numbering.xml" in read_part(data, "[Content_Types].xml")
    assert f"{REL}/numbering" in read_part(data, "word/_rels/document.xml.rels")


def test_a_list_that_only_a_style_names_comes_along():
    own = styles_part(style("Rieng", "Riêng", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'))
    base = package(p("đầu") + block(p("gốc")), numbering=numbering("*"))
    child = layer(p("a", style="Rieng"), numbering=numbering("-"), extra=own)
    data = made(child, base)
    styles = read_part(data, "word/styles.xml")
    assert '<w:numId w:val="2"/>' in styles[styles.index('w:styleId="Rieng"') :]


def test_a_counting_list_counts_for_itself_and_a_bullet_is_shared():
    base = package(p("đầu") + block(p("gốc")), numbering=numbering("-").replace('numId="1"', 'numId="7"'))
    shared = made(layer(LISTED, numbering=numbering("-")), base)
    assert 'w:numId w:val="7"' in read_part(shared)
    counting = package(
        p("đầu") + block(p("gốc")), numbering=numbering("%1.", "decimal").replace('numId="1"', 'numId="7"')
    )
    own = made(layer(LISTED, numbering=numbering("%1.", "decimal")), counting)
    assert 'w:numId w:val="8"' in read_part(own)


def numbers_of(data):
    return re.findall(r'<w:numId w:val="(\d+)"', read_part(data))


def test_a_list_of_the_same_number_counts_for_itself_too():
    base = package(LISTED + block(p("gốc")), numbering=numbering("%1.", "decimal"))
    assert numbers_of(made(layer(LISTED, numbering=numbering("%1.", "decimal")), base)) == ["1", "2"]
    shared = package(LISTED + block(p("gốc")), numbering=numbering("-"))
    assert numbers_of(made(layer(LISTED, numbering=numbering("-")), shared)) == ["1", "1"]


def test_a_style_that_comes_along_makes_no_list_of_the_base_its_own():
    own = styles_part(style("Rieng", "Riêng", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'))
    base = package(LISTED + block(p("gốc")), numbering=numbering("%1.", "decimal"))
    data = made(layer(p("a", style="Rieng"), numbering=numbering("%1.", "decimal"), extra=own), base)
    styles = read_part(data, "word/styles.xml")
    assert '<w:numId w:val="2"/>' in styles[styles.index('w:styleId="Rieng"') :]


def test_a_list_of_the_headings_of_the_base_counts_on():
    linked = numbering("%1.", "decimal", '<w:pStyle w:val="Heading1"/>')
    base = package(LISTED + block(p("gốc")), numbering=linked)
    assert numbers_of(made(layer(LISTED, numbering=linked), base)) == ["1", "1"]


def test_a_number_that_the_style_gives_anyway_stays_with_the_style():
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    own = styles_part(style("u1", "heading 1", f"<w:pPr>{numbered}</w:pPr>"))
    child = layer(p("a", style="u1", ppr=numbered), numbering=numbering("%1.", "decimal"), extra=own)
    assert "numPr" not in read_part(made(child, BASE))


def test_a_carried_list_lets_go_of_the_styles_of_the_base():
    child = layer(LISTED, numbering=numbering("%1.", "decimal", '<w:pStyle w:val="Heading1"/>'))
    assert "pStyle" not in read_part(made(child, BASE), "word/numbering.xml")


def test_a_bullet_that_is_a_picture_is_named():
    picture = numbering("-").replace("<w:lvlText", '<w:lvlPicBulletId w:val="0"/><w:lvlText')
    with pytest.raises(PackError) as caught:
        compiled(layer(LISTED, numbering=picture), BASE)
    (found,) = caught.value.findings
    assert (found.code, dict(found.facts)["loai"]) == ("phan-khong-mang-theo", "dấu đầu dòng bằng hình")
