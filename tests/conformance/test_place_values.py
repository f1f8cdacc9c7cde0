"""Places and rows of lines by exact expectation: what no page of LibreOffice shows."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocao.conformance.paper import Line
from baocao.conformance.reading.lines import printed_widths
from baocao.conformance.reading.quantities import css, share
from baocao.conformance.reading.reader import read_paper
from baocao.conformance.reading.widths import cut, width_of
from baocao.formats import Length, Pt
from baocao.ooxml.metrics import wrap
from conformance.place_cases import AGENCY, BOTTOM, LONG, MOTTO, NAME
from conformance.place_kit import (
    LEFT,
    RIGHT,
    WIDE,
    document,
    ind,
    inline,
    jc,
    p,
    paper,
    r,
    shape,
    tabs,
    tbl,
    tc,
    wide,
)

MIDDLE = (LEFT + RIGHT) // 2
FRAME = '<w:framePr w:w="4000" w:hSpace="180" w:vAnchor="text" w:hAnchor="margin" w:x="1" w:y="1"/>'
BROKEN = '<w:cols w:num="2" w:space="720"/>'


def lines(body: str, **rest: str) -> list[Line]:
    return [line for paragraph in paper(body, **rest).paragraphs for line in paragraph.lines]


def test_a_centred_line_stands_about_the_middle() -> None:
    (line,) = lines(p(NAME, ppr=jc("center")))
    assert line.centre == pytest.approx(MIDDLE, abs=2)
    assert line.width == wide(NAME)


def test_lines_end_at_tabs_and_forced_ends() -> None:
    found = lines(p(f"{AGENCY}\t  {NAME} \n{MOTTO}"))
    assert [(line.text, line.start, line.end) for line in found] == [
        (AGENCY, 0, len(AGENCY)),
        (NAME, len(AGENCY) + 3, len(AGENCY) + 3 + len(NAME)),
        (MOTTO, len(AGENCY) + len(NAME) + 5, len(AGENCY) + len(NAME) + 5 + len(MOTTO)),
    ]
    assert [line.row for line in found] == [0, 0, 1]
    assert [line.order for line in found] == [0, 1, 2]


def test_a_broken_line_has_no_place_but_what_stands_before_its_tab() -> None:
    first, long = lines(p(f"Nơi nhận:\t{LONG}"))
    assert first.left == LEFT
    assert (long.left, long.right, long.centre, long.width) == (None, None, None, None)


def test_a_tab_of_word_2007_leads_to_the_middle_and_the_side() -> None:
    ptab = '<w:r><w:ptab w:relativeTo="margin" w:alignment="{}" w:leader="none"/></w:r>'
    left, middle, right = lines(
        p(r("trái"), ptab.format("center"), r("giữa"), ptab.format("right"), r("phải"))
    )
    assert left.left == LEFT
    assert middle.centre == pytest.approx(MIDDLE, abs=2)
    assert right.right == pytest.approx(RIGHT, abs=2)


def test_a_decimal_tab_stands_at_the_comma() -> None:
    (line,) = lines(p("\t12,5", ppr=tabs(("decimal", 3000))))
    assert line.left == LEFT + 3000 * 635 - wide("12")


def test_printed_widths_of_a_broken_line_are_those_of_its_pieces() -> None:
    (line,) = lines(p(NAME, ppr=ind(4000, 1000) + jc("center")))
    room = Length(RIGHT - LEFT - 5000 * 635)
    assert printed_widths(line) == tuple(wide(piece) for piece in wrap(NAME, room, Pt(14)))
    (whole,) = lines(p(NAME))
    assert printed_widths(whole) == (wide(NAME),)


@given(
    st.lists(st.sampled_from(["Ủy", "ban", "nhân-dân", "xã", "–", "CỘNG", "a b"]), min_size=1, max_size=40)
)
def test_broken_widths_agree_with_the_wrapping_of_plain_text(words: list[str]) -> None:
    text = " ".join(["Ủy", *words])
    (line,) = lines(p(text, ppr=ind(0, 6000)))
    room = Length(RIGHT - LEFT - 6000 * 635)
    assert list(printed_widths(line)) == [wide(piece) for piece in wrap(text, room, Pt(14))]


@given(st.lists(st.text("ab ", max_size=5), max_size=6), st.integers(0, 30), st.integers(0, 30))
def test_cut_spans_hold_the_letters_between(texts: list[str], start: int, end: int) -> None:
    (paragraph,) = paper(
        p("x", *(r(text, "<w:b/>" * (index % 2)) for index, text in enumerate(texts)))
    ).paragraphs
    spans = cut(paragraph.spans, start, end)
    assert "".join(span.text for span in spans) == paragraph.text[start:end]
    assert all(paragraph.text[span.start : span.end] == span.text for span in spans)


def test_squeezed_letters_are_narrower() -> None:
    (line,) = lines(p(r("một hai", '<w:spacing w:val="-20"/>')))
    assert line.width == wide("một hai") - 7 * 20 * 635
    (line,) = lines(p(r("một hai", '<w:w w:val="50"/>')))
    assert line.width == wide("một hai") // 2
    assert width_of(line.spans) == line.width


def test_paragraphs_beside_a_frame_stand_in_the_room_it_leaves() -> None:
    framed = p(AGENCY, ppr=FRAME) + p("Số: 1", ppr=FRAME) + p("một", ppr=FRAME) + p("hai", ppr=FRAME)
    beside = "".join(p(f"dòng {number}", ppr=jc("right")) + p(f"trái {number}") for number in range(4))
    found = {line.text: line.left for line in lines(framed + beside)}
    assert found["dòng 0"] == RIGHT - wide("dòng 0")
    assert found["trái 0"] == pytest.approx(LEFT + (4000 + 180) * 635, abs=700)
    assert found["trái 1"] == found["trái 0"]
    assert found["dòng 2"] is None
    assert found["trái 2"] == LEFT


def test_cells_of_a_row_share_their_row() -> None:
    head = tbl((tc(p(AGENCY), p("Số: 1"), width=3000), tc(p(MOTTO), width=6000)), grid=(3000, 6000))
    found = lines(p("trước") + head + p("sau"))
    assert [line.row for line in found] == [0, 1, 1, 1, 2]
    assert [line.order for line in found] == [0, 1, 2, 3, 4]


def test_a_table_of_one_column_is_no_row() -> None:
    found = lines(tbl((tc(p(AGENCY), p(MOTTO), width=9000),), grid=(9000,)))
    assert len({line.row for line in found}) == 2


def test_cells_count_their_margins() -> None:
    margin = '<w:tcMar><w:left w:w="300" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'
    read = paper(tbl((tc(p(AGENCY), width=3000, tcpr=margin), tc(p(MOTTO), width=6000)), grid=(3000, 6000)))
    (table,) = (block for block in read.blocks if not hasattr(block, "spans"))
    first, second = table.rows[0].cells
    assert (table.box.left, table.box.right) == (LEFT, LEFT + 9000 * 635)
    assert (first.box.left, first.box.right) == (LEFT, LEFT + 3000 * 635)
    (paragraph,) = first.paragraphs
    assert (paragraph.box.left, paragraph.box.right) == (LEFT + 300 * 635, LEFT + 3000 * 635)
    (paragraph,) = second.paragraphs
    assert (paragraph.box.left, paragraph.box.right) == (LEFT + 3108 * 635, LEFT + (9000 - 108) * 635)


def test_a_table_without_widths_has_no_places() -> None:
    first, _ = lines(tbl((tc(p(AGENCY)), tc(p(MOTTO)))))
    assert first.left is None


def test_turned_text_has_no_place() -> None:
    turned = tbl((tc(p("STT"), width=3000, tcpr='<w:textDirection w:val="btLr"/>'), tc(p("b"), width=3000)))
    assert [line.left is None for line in lines(turned)] == [True, False]


def test_columns_that_word_balances_have_no_places() -> None:
    assert [line.left for line in lines(p(AGENCY) + p(MOTTO), section=BROKEN)] == [None, None]


@pytest.mark.parametrize(
    ("typed", "emu"),
    [
        ("1in", 914_400),
        (".5pt", 6_350),
        ("10", 95_250),
        ("-.5in", -457_200),
        ("2.5cm", 900_000),
        ("auto", None),
        (None, None),
    ],
)
def test_lengths_of_vml(typed: str | None, emu: float | None) -> None:
    assert css(typed) == emu


@pytest.mark.parametrize(("typed", "part"), [("50%", 0.5), ("5000", 1.0), ("", None), ("x", None)])
def test_shares_of_a_width(typed: str, part: float | None) -> None:
    assert share(typed) == part


def test_placing_changes_no_byte_of_the_tree() -> None:
    data = document(p(MOTTO, ppr=BOTTOM) + p(inline(WIDE, 0, shape(WIDE))) + tbl((tc(p("a"), width=500),)))
    read = read_paper(data, "van-ban.docx")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        held = package.read("word/document.xml")
    from lxml import etree

    (root,) = (root for root in read.trees.values() if root.tag.endswith("}document"))
    assert etree.tostring(root, method="c14n") == etree.tostring(etree.fromstring(held), method="c14n")


def test_blanks_between_columns_part_a_line_and_keep_its_places():
    first, gap = "UBND XÃ", " " * 20
    left, right = lines(p(first + gap + MOTTO))
    assert (left.text, right.text) == (first, MOTTO)
    assert left.row == right.row
    assert (left.left, left.right) == (LEFT, LEFT + wide(first))
    assert right.left == LEFT + wide(first + gap)
    assert right.width == wide(MOTTO)


def test_blanks_between_columns_in_the_middle_of_the_page():
    left, right = lines(p("UBND XÃ" + " " * 20 + MOTTO, ppr=jc("center")))
    assert abs((left.left + right.right) // 2 - MIDDLE) <= 1


def test_columns_drawn_out_by_justifying_are_not_placed():
    row = r("UBND XÃ" + " " * 20 + MOTTO) + "<w:r><w:br/></w:r>" + r("sau")
    parted = lines(p(row, ppr=jc("both")))
    assert [(line.text, line.left) for line in parted] == [("UBND XÃ", None), (MOTTO, None), ("sau", LEFT)]
