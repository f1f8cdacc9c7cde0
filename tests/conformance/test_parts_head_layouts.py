"""The head is found wherever its lines stand on the page."""

from __future__ import annotations

from conformance.parts_kit import (
    LAST,
    MOTTO,
    NAMES,
    NATION,
    PLACE_DATE,
    PROSE,
    SUBJECT,
    blank,
    body,
    foot,
    found,
    head,
    parts_of,
    say,
    title,
    with_head,
)


def test_a_line_above_the_head_is_no_agency():
    parts = parts_of(lambda d: say(d, "Mở đầu"), head, title, body, foot)
    _whole(parts)


def test_head_in_paragraphs_with_indents():
    def apart(document):
        say(document, NATION, align="center", left=65, bold=True)
        say(document, MOTTO, align="center", left=65, bold=True)
        for name in NAMES:
            say(document, name, bold=True)
        say(document, "Số: 114/BC-UBND")
        say(document, PLACE_DATE, align="right", italic=True)

    _whole(parts_of(apart, title, body, foot))


def test_head_all_in_the_middle():
    def middle(document):
        for text in (NATION, MOTTO, *NAMES, "Số: 114/BC-UBND", PLACE_DATE):
            say(document, text, align="center")

    _whole(parts_of(middle, title, body, foot))


def test_head_in_the_head_of_the_page():
    document = blank()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    table = section.first_page_header.add_table(1, 2, section.page_width)
    for cell, lines in zip(
        table.rows[0].cells, ((*NAMES, "Số: 114/BC-UBND"), (NATION, MOTTO, PLACE_DATE)), strict=True
    ):
        for text in lines:
            say(cell, text, align="center")
    _whole(parts_of(title, body, foot, document=document))


def test_type_in_a_row_of_the_table_of_the_head():
    def rows(document):
        table = document.add_table(2, 2)
        lines = ((*NAMES, "Số: 114/BC-UBND"), (NATION, MOTTO, PLACE_DATE))
        for cell, texts in zip(table.rows[0].cells, lines, strict=True):
            for text in texts:
                say(cell, text, align="center")
        below = table.rows[1].cells[0].merge(table.rows[1].cells[1])
        for text in ("BÁO CÁO", SUBJECT):
            say(below, text, align="center", bold=True)

    _whole(parts_of(rows, body, foot))


def _whole(parts):
    assert found(parts, "quoc_hieu") == [NATION]
    assert found(parts, "tieu_ngu") == [MOTTO]
    assert found(parts, "co_quan") == list(NAMES)
    assert found(parts, "so_ky_hieu") == ["Số: 114/BC-UBND"]
    assert found(parts, "dia_danh_ngay") == [PLACE_DATE]
    assert found(parts, "ten_loai") == ["BÁO CÁO"]
    assert found(parts, "trich_yeu") == [SUBJECT]
    assert found(parts, "prose") == [PROSE, LAST]
    assert parts.unsure == {}


def test_head_with_columns_swapped():
    parts = with_head(left=(NATION, MOTTO, PLACE_DATE), right=(*NAMES, "Số: 114/BC-UBND"))
    _whole(parts)
