"""Text into XML."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from baocao.ooxml.xml import W, clean_text, escape, text_runs

ANY_TEXT = st.text(st.characters(codec=None), max_size=60)


def _root(fragment: str) -> etree._Element:
    return etree.fromstring(f'<w:p xmlns:w="{W}">{fragment}</w:p>')


def _text(fragment: str) -> str:
    marks = {f"{{{W}}}br": "\n", f"{{{W}}}tab": "\t"}
    return "".join(marks.get(item.tag, item.text or "") for item in _root(fragment).iter(f"{{{W}}}*"))


def test_controls_and_half_characters_are_dropped():
    assert clean_text("a\x00b\x0bc\x1fd\ud800e\ufffef\uffffg\th\ni") == "abcdefg\th\ni"


def test_carriage_returns_become_newlines():
    assert clean_text("a\r\nb\rc") == "a\nb\nc"


def test_escape_serves_content_and_attributes():
    assert escape('<a & "b">\x07') == "&lt;a &amp; &quot;b&quot;&gt;"


def test_a_run_keeps_spaces_tabs_and_line_breaks():
    assert text_runs(" a\tb\n", "<w:b/>") == (
        '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> a</w:t><w:tab/>'
        '<w:t xml:space="preserve">b</w:t><w:br/></w:r>'
    )


def test_no_text_makes_no_run():
    assert text_runs("") == text_runs("\x00") == ""


@settings(max_examples=200)
@given(ANY_TEXT)
def test_what_is_typed_is_what_a_reader_finds(text):
    assert _text(text_runs(text)) == clean_text(text)


@settings(max_examples=100)
@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing(text):
    assert clean_text(clean_text(text)) == clean_text(text)
