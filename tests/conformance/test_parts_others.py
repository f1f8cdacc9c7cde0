"""A second document in the same file: told, not checked; its head and signature are no tables of figures."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK

from baocao.conformance.parts import Parts
from conformance.parts_kit import (
    MOTTO,
    NAMES,
    NATION,
    PLACE_DATE,
    blank,
    body,
    closed,
    foot,
    found,
    head,
    say,
    sign,
    title,
    two_columns,
)
from conformance.rules_head_kit import Result, checked

Step = Callable[[Document], object]
APART = "tách thành tệp riêng rồi soát"


def _section(document: Document) -> None:
    document.add_section(WD_SECTION.NEW_PAGE)


def _page(document: Document) -> None:
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _plan(number: str) -> Step:
    def typed(document: Document) -> None:
        head(document, number=number)
        title(document, "KẾ HOẠCH", "Cải cách hành chính năm 2026")
        body(document)

    return typed


def judged(*steps: Step) -> Result:
    """A report with its signature and what stands behind it, held against the format."""
    document = blank()
    for step in (head, title, body, foot, *steps):
        step(document)
    stream = io.BytesIO()
    document.save(stream)
    return checked(stream.getvalue())


@pytest.mark.parametrize("begin", [_section, _page])
@pytest.mark.parametrize("number", ["Số: 16/KH-UBND", "Số 16/KHUBND", "Số:      /KH-UBND"])
def test_a_second_document_is_told_by_its_number(begin: Step, number: str) -> None:
    result = judged(begin, _plan(number), foot)
    said = " ".join(number.split())
    told = [(one.seen.seen, one.seen.wanted) for one in result.unsure("QH01")]
    assert told == [(f"từ «{said}» là một văn bản khác, chưa soát", APART)]
    assert result.broken("BG01") == []


def test_a_second_head_typed_with_tabs_is_told() -> None:
    def typed(document: Document) -> None:
        for left, right in ((NAMES[0], NATION), (NAMES[1], MOTTO), ("Số: 16/KH-UBND", PLACE_DATE)):
            say(document, f"{left}\t{right}")

    assert found(closed(foot, _section, typed, body, sign), "others") == ["Số: 16/KH-UBND"]


def test_a_document_by_itself_has_no_other() -> None:
    assert found(closed(foot), "others") == []
    assert judged().unsure("QH01") == []


def _form(document: Document) -> None:
    two_columns(document, [*NAMES, "Số: …/BC-UBND"], [NATION, MOTTO, "…, ngày … tháng … năm …"])


@pytest.mark.parametrize("name", ["Phụ lục", "Mẫu số 01", "Biểu số 02"])
def test_a_form_to_be_filled_in_is_no_document(name: str) -> None:
    def named(document: Document) -> None:
        say(document, name, align="center", bold=True)

    parts = closed(foot, _section, named, _form, body)
    assert found(parts, "others") == []
    assert parts.data_tables == ()


def _annex(document: Document) -> None:
    two_columns(document, NAMES, [NATION, MOTTO])
    title(document, "KẾ HOẠCH", "Cải cách hành chính năm 2026")
    say(document, "(Kèm theo Quyết định số 15/QĐ-UBND)", align="center", italic=True)
    body(document)


def test_an_annex_with_names_of_its_own_is_no_document() -> None:
    parts = closed(foot, _section, _annex)
    assert found(parts, "others") == []
    assert _data(parts) == 0


def test_who_signs_an_annex_is_no_figure() -> None:
    def signed(document: Document) -> None:
        two_columns(
            document, ["NGƯỜI LẬP BIỂU", "", "Trần Thị Ba"], ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Văn Tám"]
        )

    assert _data(closed(foot, _section, _annex, signed)) == 0


def test_tables_without_a_grid_that_name_posts_among_figures_stay_tables() -> None:
    def listed(document: Document) -> None:
        table = document.add_table(3, 3)
        for row, texts in zip(
            table.rows,
            (("STT", "HỌ TÊN", "CHỦ TRÌ"), ("1", "Lê Văn Tám", "5"), ("2", "Lê Ba", "7")),
            strict=True,
        ):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text

    assert _data(closed(foot, _section, listed)) == 1


def _data(parts: Parts) -> int:
    return len(parts.data_tables)
