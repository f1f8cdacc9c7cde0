"""The last step on sections: one that prints nothing leaves no page, the others keep theirs."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocao.render.sections import settle_sections

PORTRAIT, LANDSCAPE = (
    '<w:pgSz w:w="11906" w:h="16838"/>',
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>',
)
FILLED = (
    "<w:p><w:r><w:t>chữ</w:t></w:r></w:p>",
    "<w:tbl><w:tr/></w:tbl>",
    "<w:p><w:r><w:drawing/></w:r></w:p>",
)
BLANK = (
    "",
    "<w:p/>",
    '<w:p><w:r><w:t xml:space="preserve"> </w:t></w:r></w:p>',
    '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
)


def document(*sections, last):
    """sections: (content, properties) of those that end in a paragraph; last: those of the body's own."""
    body = "".join(f"{content}<w:p><w:pPr>{sect(inner)}</w:pPr></w:p>" for content, inner in sections)
    return f"<w:document><w:body>{body}{last[0]}{sect(last[1])}</w:body></w:document>"


def sect(inner):
    return f"<w:sectPr>{inner}</w:sectPr>"


def sections_of(text):
    """The properties of the sections as printed, and whether each prints something."""
    inner = re.split(r"<w:sectPr>(.*?)</w:sectPr>", text.partition("<w:body>")[2])
    return list(
        zip(
            (("<w:t" in content or "drawing" in content) for content in inner[::2]), inner[1::2], strict=False
        )
    )


SECTION = st.tuples(st.sampled_from((*FILLED, *BLANK)), st.sampled_from((PORTRAIT, LANDSCAPE)))


@given(st.lists(SECTION, max_size=6), SECTION)
def test_exactly_the_sections_with_content_are_left(sections, last):
    text = document(*sections, last=last)
    expected = [size for content, size in (*sections, last) if content in FILLED]
    settled = settle_sections(text)
    if not expected:
        assert settled == text
        return
    assert [(seen, size) for seen, size in sections_of(settled)] == [(True, size) for size in expected]
    assert settle_sections(settled) == settled
    assert settled.count("<w:t>chữ</w:t>") == text.count("<w:t>chữ</w:t>")
    assert "</w:tbl><w:sectPr" not in settled or "</w:tbl><w:sectPr" in text


@given(st.lists(SECTION, min_size=1, max_size=5), SECTION)
def test_no_section_that_is_dropped_leaves_a_paragraph(sections, last):
    settled = settle_sections(document(*sections, last=last))
    contents = [content for content, _ in (*sections, last)]
    if any(content in FILLED for content in contents):
        kept = sum(
            content.count("<w:p>") + content.count("<w:p/>") for content in contents if content in FILLED
        )
        assert settled.count("<w:p>") + settled.count("<w:p/>") <= kept + len(sections)


REF = '<w:headerReference w:type="{}" r:id="{}"/>'.format


def test_a_header_taken_from_a_dropped_section_stays():
    text = document(
        (FILLED[0], REF("default", "a") + PORTRAIT),
        ("", REF("default", "b") + LANDSCAPE),
        last=(FILLED[0], PORTRAIT),
    )
    assert sections_of(settle_sections(text)) == [
        (True, REF("default", "a") + PORTRAIT),
        (True, REF("default", "b") + PORTRAIT),
    ]


def test_a_header_of_its_own_is_not_replaced():
    text = document(
        (FILLED[0], PORTRAIT),
        ("", REF("default", "b") + REF("even", "c")),
        last=(FILLED[0], REF("default", "d") + PORTRAIT),
    )
    assert sections_of(settle_sections(text))[1] == (True, REF("even", "c") + REF("default", "d") + PORTRAIT)


@pytest.mark.parametrize(
    ("own", "printed"),
    [
        ("<w:pgNumType/><w:titlePg/>", "<w:pgNumType/>"),
        (REF("first", "x") + "<w:titlePg/>", REF("first", "x")),
        (REF("first", "y") + "<w:titlePg/>", REF("first", "y") + "<w:titlePg/>"),
        ('<w:pgNumType w:start="1"/><w:titlePg/>', '<w:pgNumType w:start="1"/><w:titlePg/>'),
    ],
)
def test_only_a_first_page_has_no_number(own, printed):
    first = REF("first", "x") + "<w:titlePg/>"
    text = document((FILLED[0], first), last=(FILLED[0], own))
    assert sections_of(settle_sections(text)) == [(True, first), (True, printed)]


def test_the_first_page_stays_when_all_before_it_has_dropped_out():
    text = document(("", "<w:titlePg/>"), last=(FILLED[0], "<w:titlePg/>"))
    assert sections_of(settle_sections(text)) == [(True, "<w:titlePg/>")]


def test_words_in_the_paragraph_that_ends_a_section_are_content():
    text = document(("", PORTRAIT), last=("", LANDSCAPE)).replace(
        "</w:pPr></w:p>", "</w:pPr><w:r><w:t>x</w:t></w:r></w:p>"
    )
    assert settle_sections(text) == (
        f"<w:document><w:body><w:p><w:pPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>{sect(PORTRAIT)}</w:body></w:document>"
    )


def test_a_paragraph_stays_behind_a_last_table_and_bookmarks_stay():
    mark = '<w:bookmarkStart w:id="1" w:name="a"/>'
    text = document((f"{mark}{FILLED[1]}", LANDSCAPE), last=(f"<w:p>{mark}</w:p>", PORTRAIT))
    assert settle_sections(text) == (
        f"<w:document><w:body>{mark}{FILLED[1]}<w:p><w:pPr></w:pPr></w:p>{mark}{sect(LANDSCAPE)}</w:body></w:document>"
    )


def test_paragraphs_of_a_text_box_do_not_end_the_paragraph():
    box = "<w:r><w:pict><w:p><w:r><w:t>hộp</w:t></w:r></w:p></w:pict></w:r>"
    text = document(("", PORTRAIT), last=(FILLED[0], LANDSCAPE)).replace(
        "</w:pPr></w:p>", f"</w:pPr>{box}</w:p>"
    )
    assert settle_sections(text) == text


def test_a_document_of_one_section_is_left_alone():
    text = document(last=(FILLED[0], PORTRAIT))
    assert settle_sections(text) is text


@given(st.lists(st.tuples(SECTION, st.sampled_from(("", "a", "b"))), min_size=1, max_size=6))
def test_every_printed_section_shows_the_header_it_showed(sections):
    typed = [(content, (REF("default", head) if head else "") + size) for (content, size), head in sections]
    *before, last = typed
    settled = settle_sections(document(*before, last=last))
    if not any(content in FILLED for content, _ in typed):
        return
    expected = [head for head, (content, _) in zip(_shown(typed), typed, strict=True) if content in FILLED]
    assert list(_shown(sections_of(settled))) == expected


def _shown(sections):
    """The header of each section: its own, or that of the one before."""
    head = ""
    for _, properties in sections:
        own = re.search(r'r:id="(\w)"', properties)
        head = own.group(1) if own else head
        yield head
