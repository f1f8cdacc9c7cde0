"""Appendices of hand-typed documents, with and without a fault."""

from __future__ import annotations

import pytest
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK

from conformance.parts_kit import (
    LAST,
    NAME,
    PROSE,
    SENT,
    body,
    closed,
    foot,
    found,
    head,
    parts_of,
    say,
    send,
    sign,
    title,
)


def _new_page(document):
    document.add_section(WD_SECTION.NEW_PAGE)


@pytest.mark.parametrize(
    "word", ["Phụ lục", "PHỤ LỤC", "Phụ lục I", "PHỤ LỤC 1", "Phụ lục số 01", "Phụ lụcI", "Phu lục I"]
)
@pytest.mark.parametrize("begin", [_new_page, lambda d: d.add_paragraph().add_run().add_break(WD_BREAK.PAGE)])
def test_appendix_words(word, begin):
    def appendix(document):
        begin(document)
        say(document, word, align="center", bold=True)
        say(document, "BẢNG TỔNG HỢP KẾT QUẢ", align="center", bold=True)
        say(
            document,
            "(Kèm theo Báo cáo số 114/BC-UBND ngày 25 tháng 3 năm 2026)",
            align="center",
            italic=True,
        )
        document.add_table(3, 3, style="Table Grid")

    parts = closed(foot, appendix)
    assert [one.word.text for one in parts.appendices] == [word]
    assert [line.text for line in parts.appendices[0].title] == ["BẢNG TỔNG HỢP KẾT QUẢ"]
    assert len(parts.appendices[0].reference) == 1
    assert len(parts.data_tables) == 1
    assert found(parts, "nguoi_ky") == [NAME]


@pytest.mark.parametrize(
    "look", [{"align": "left", "bold": True}, {"align": "center"}, {"align": "center", "italic": True}]
)
def test_appendix_set_wrongly(look):
    def appendix(document):
        _new_page(document)
        say(document, "Phụ lục", **look)
        say(document, "Bảng tổng hợp", **look)
        say(document, "Kèm theo Báo cáo số 114/BC-UBND ngày 25 tháng 3 năm 2026", **look)
        body(document, PROSE)

    parts = closed(sign, send, appendix)
    (one,) = parts.appendices
    assert [line.text for line in one.title] == ["Bảng tổng hợp"]
    assert len(one.reference) == 1
    assert found(parts, "noi_nhan") == list(SENT)


def test_appendix_before_the_signature():
    def appendix(document):
        say(document, "Phụ lục", align="center", bold=True)
        say(document, "BẢNG TỔNG HỢP", align="center", bold=True)

    parts = closed(appendix, foot)
    assert "appendices" in parts.unsure


def test_appendix_of_a_document_without_a_signature():
    def appendix(document):
        _new_page(document)
        say(document, "Phụ lục", align="center", bold=True)
        say(document, "BẢNG TỔNG HỢP", align="center", bold=True)
        body(document, PROSE)

    parts = closed(appendix)
    assert found(parts, "prose") == [PROSE, LAST]
    assert len(parts.appendices) == 1


def test_the_word_in_a_sentence_is_no_appendix():
    text = "Phụ lục I và Phụ lục II kèm theo nêu chi tiết số liệu của từng lĩnh vực trong năm 2025."
    parts = parts_of(head, title, lambda d: body(d, PROSE, text, LAST), foot)
    assert parts.appendices == ()
    assert "appendices" not in parts.unsure
