"""Markdown values as WordprocessingML."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baocao.ooxml.inlines import parse_inlines
from baocao.ooxml.markdown import parse_note
from baocao.ooxml.paragraphs import note_xml, run_properties, runs_xml
from baocao.ooxml.xml import NAMESPACES, clean_text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def tree(fragment):
    return ET.fromstring(f"<root {NAMESPACES}>{fragment}</root>")


def words(fragment):
    pieces = {W + "t": lambda node: node.text or "", W + "tab": lambda _: "\t", W + "br": lambda _: "\n"}
    return "".join(pieces[node.tag](node) for node in tree(fragment).iter() if node.tag in pieces)


def reference(name):
    return f'<w:r><w:footnoteReference w:id="{name}"/></w:r>'


def test_runs_with_looks_and_a_note():
    assert runs_xml(parse_inlines("a **b**[^7]"), note_ref=reference) == (
        '<w:r><w:t xml:space="preserve">a </w:t></w:r>'
        '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">b</w:t></w:r>'
        '<w:r><w:footnoteReference w:id="7"/></w:r>'
    )


def test_look_joins_the_base_in_schema_order():
    base = '<w:i/><w:sz w:val="22"/>'
    assert run_properties(base, 0) == base
    assert run_properties('<w:sz w:val="22"/>', 7) == (
        '<w:b/><w:i/><w:sz w:val="22"/><w:vertAlign w:val="subscript"/>'
    )
    assert runs_xml(parse_inlines("**a**"), base) == (
        '<w:r><w:rPr><w:b/><w:i/><w:sz w:val="22"/></w:rPr><w:t xml:space="preserve">a</w:t></w:r>'
    )


def test_note_has_its_number_once():
    xml = note_xml(parse_note("+ Một\n\n+ Hai"))
    paragraphs = tree(xml).findall(W + "p")
    assert [words(ET.tostring(p, encoding="unicode")) for p in paragraphs] == [" + Một", "+ Hai"]
    assert [len(p.findall(f".//{W}footnoteRef")) for p in paragraphs] == [1, 0]
    assert {p.find(f"{W}pPr/{W}pStyle").get(W + "val") for p in paragraphs} == {"FootnoteText"}


def test_note_cannot_hold_a_note():
    with pytest.raises(ValueError, match="khac"):
        note_xml(parse_note("a[^khac]"))


def test_rich_tag_has_its_own_run():
    assert runs_xml(parse_inlines('a {{r x["b"] }}c', template=True)).count("<w:r>") == 3


@given(st.text(max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_text_is_printed_as_typed(text):
    """Control characters aside, an XML reader sees the words of the spans."""
    items = [item for item in parse_inlines(text) if hasattr(item, "text")]
    expected = clean_text("".join(item.text for item in items))
    assert words(runs_xml(items)) == expected
