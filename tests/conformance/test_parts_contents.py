"""A table of contents repeats headings: it is none of the components itself."""

from __future__ import annotations

import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from conformance.parts_kit import LAST, PROSE, foot, found, head, parts_of, say, title

HEADINGS = ("I. KẾT QUẢ THỰC HIỆN", "II. NHIỆM VỤ, GIẢI PHÁP")


def field(paragraph, kind):
    sign = OxmlElement("w:fldChar")
    sign.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(sign)


def entry(document, words, page):
    """An entry with its page as a field of its own."""
    paragraph = say(document, f"{words}\t")
    field(paragraph, "begin")
    instruction = OxmlElement("w:instrText")
    instruction.text = " PAGEREF _Toc1 \\h "
    paragraph.add_run()._r.append(instruction)
    field(paragraph, "separate")
    paragraph.add_run(page)
    field(paragraph, "end")
    return paragraph


def contents(document):
    """The contents as a field that begins in the first entry and ends in a paragraph of its own."""
    say(document, "MỤC LỤC", align="center", bold=True)
    first = entry(document, HEADINGS[0], "1")
    opening = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    xml = f"<w:p {nsdecls('w')}>{opening}</w:p>"
    for place, run in enumerate(list(parse_xml(xml))):
        first._p.insert(1 + place, run)
    entry(document, HEADINGS[1], "2")
    field(say(document), "end")


def text(document):
    for words in HEADINGS:
        say(document, words, align="both", first=12.7, bold=True)
        say(document, PROSE, align="both", first=12.7)
    say(document, LAST, align="both", first=12.7)


@pytest.mark.parametrize("titled", [True, False], ids=["with its title", "the field alone"])
def test_entries_are_neither_headings_nor_text(titled):
    def typed(document):
        contents(document)
        if not titled:
            document.element.body.remove(next(one._p for one in document.paragraphs if one.text == "MỤC LỤC"))

    parts = parts_of(head, title, typed, text, foot)
    plain = parts_of(head, title, text, foot)
    assert [one.title for one in parts.headings] == [one.title for one in plain.headings]
    for name in ("than_bai", "prose", "trich_yeu", "blanks", "nguoi_ky", "appendices"):
        assert found(parts, name) == found(plain, name)


def test_words_block_of_contents_is_known_without_a_field():
    def typed(document):
        contents(document)
        control = parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/>"
            "</w:docPartObj></w:sdtPr><w:sdtContent/></w:sdt>"
        )
        own = [one._p for one in document.paragraphs[-4:]]
        own[0].addprevious(control)
        for paragraph in own:
            for sign in paragraph.findall(f".//{qn('w:fldChar')}"):
                sign.getparent().remove(sign)
            control[-1].append(paragraph)

    assert found(parts_of(head, title, typed, text, foot), "than_bai") == found(
        parts_of(head, title, text, foot), "than_bai"
    )


def test_a_paragraph_that_only_says_so_is_text():
    parts = parts_of(head, title, lambda d: say(d, "Mục lục: xem trang sau.", align="both"), text, foot)
    assert found(parts, "than_bai")[0] == "Mục lục: xem trang sau."
