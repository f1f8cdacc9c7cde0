"""Tables of figures and footnotes: letters, grid, unit, columns, order of the notes."""

from __future__ import annotations

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from rules_text_kit import ask, paper_of, paragraphs_paper, table_of

from baocao.conformance.case import State
from baocao.conformance.mends import SetFace, SetLook
from baocao.conformance.paper import Note, Table
from baocao.formats import Align

ROWS = [["Lĩnh vực", "2022", "2023"], ["Đất đai", "1.674", "2.000"], ["Hộ tịch", "980", "1.020"]]


def grid(rows, *, size=12, align=WD_ALIGN_PARAGRAPH.RIGHT, style="Table Grid", above="Kết quả:"):
    def make(made):
        made.add_paragraph(above)
        table = made.add_table(len(rows), len(rows[0]), style=style)
        for line, texts in zip(table.rows, rows, strict=True):
            for column, (cell, text) in enumerate(zip(line.cells, texts, strict=True)):
                paragraph = cell.paragraphs[0]
                paragraph.add_run(text).font.size = Pt(size)
                paragraph.alignment = align if column else WD_ALIGN_PARAGRAPH.LEFT

    return paper_of(make)


def broken(rule, paper):
    return [one for one in ask(rule, paper) if one.state is State.BROKEN]


def test_letters_and_grid():
    assert broken("BG01", grid(ROWS)) == []
    small = broken("BG01", grid(ROWS, size=9))
    assert len(small) == 9
    assert small[0].seen == "cỡ 9"
    assert isinstance(small[0].mends[0], SetFace)
    (bare,) = broken("BG01", grid(ROWS, style="Normal Table"))
    assert bare.seen == "bảng không có đường kẻ"


@pytest.mark.parametrize(
    ("above", "heads", "state"),
    [
        ("Đơn vị tính: hồ sơ", ["Lĩnh vực", "Năm 2022", "Năm 2023"], State.HELD),
        ("ĐVT: triệu đồng", ["Lĩnh vực", "Năm 2022", "Năm 2023"], State.HELD),
        ("Kết quả:", ["Lĩnh vực", "Số tiếp nhận", "Tỷ lệ (%)"], State.HELD),
        ("Kết quả:", ["Lĩnh vực", "Đơn vị tính", "Năm 2023"], State.HELD),
        ("Kết quả:", ["Lĩnh vực", "Năm 2022", "Năm 2023"], State.BROKEN),
        ("Kết quả:", ["Lĩnh vực", "Năm 2022", "Tỷ lệ"], State.BROKEN),
    ],
)
def test_unit_of_measure(above, heads, state):
    (one,) = ask("BG02", grid([heads, *ROWS[1:]], above=above))
    assert one.state is state


def test_tables_without_figures_need_no_unit():
    assert ask("BG02", table_of([["Việc", "Ai làm"], ["Họp", "Văn phòng"], ["Báo cáo", "Tư pháp"]])) == []


def test_columns_of_numbers():
    assert broken("BG03", grid(ROWS)) == []
    assert broken("BG03", grid(ROWS, align=WD_ALIGN_PARAGRAPH.CENTER)) == []
    wrong = broken("BG03", grid(ROWS, align=WD_ALIGN_PARAGRAPH.LEFT))
    assert [one.seen for one in wrong] == [
        "«1.674» canh trái",
        "«980» canh trái",
        "«2.000» canh trái",
        "«1.020» canh trái",
    ]
    (mend,) = wrong[0].mends
    assert isinstance(mend, SetLook)
    assert mend.align is Align.RIGHT


def uneven(*rows, above="Kết quả:"):
    """What BG04 has against a table."""
    return [one.seen for one in broken("BG04", grid(list(rows), above=above))]


def test_decimals_of_a_column():
    head = ["Lĩnh vực", "Tỷ lệ (%)"]
    assert uneven(head, ["Đất đai", "74,2"], ["Hộ tịch", "62,02"], ["Khác", "100"]) == []
    told = ["«62,5» và «74,20» trong một cột"]
    assert uneven(head, ["Đất đai", "74,20"], ["Hộ tịch", "62,5"]) == told
    assert uneven(["Năm", "Kết quả"], ["2022", "74,20"], ["2023", "62,5"]) == told


@pytest.mark.parametrize("head", ["Đơn vị tính", "ĐVT", "Đơn vị"])
def test_rows_that_count_other_things_may_have_other_decimals(head):
    heads = ["TT", "Chỉ tiêu", head, "Năm 2026"]
    rows = [["1", "Nhiệm vụ", "nhiệm vụ", "42"], ["2", "Hoàn thành", "%", "87,10"]]
    assert uneven(heads, *rows, ["3", "Trực tuyến", "%", "62,55"]) == []
    told = ["«62,5» và «87,10» trong một cột"]
    assert uneven(heads, *rows, ["3", "Trực tuyến", "%", "62,5"]) == told
    assert uneven(["Chỉ tiêu", head, "Năm"], *[row[1:] for row in rows]) == []


def test_rows_say_what_they_count_where_no_column_does():
    heads = ["Chỉ tiêu", "Năm 2026"]
    assert uneven(heads, ["Hồ sơ tiếp nhận", "42"], ["Tỷ lệ trực tuyến (%)", "87,10"]) == []
    assert uneven(heads, ["Tiếp nhận", "42"], ["Trực tuyến", "87,10%"], ["Trước hạn", "99"]) == []
    assert uneven(heads, ["Nhiệm vụ", "42"], ["Hoàn thành", "87,10"]) == []
    assert uneven(heads, ["Nhiệm vụ", "42"], ["Hoàn thành", "87,10"], above="Đơn vị tính: nhiệm vụ") == [
        "«42» và «87,10» trong một cột"
    ]
    assert uneven(heads, ["Tỷ lệ trực tuyến", "87,10"], ["Tỷ lệ trước hạn", "99"]) == [
        "«99» và «87,10» trong một cột"
    ]


def test_a_column_of_offices_is_none_of_units():
    assert uneven(["TT", "Đơn vị", "Tỷ lệ"], ["1", "Xã A", "87,10"], ["2", "Xã B", "62,5"]) == [
        "«62,5» và «87,10» trong một cột"
    ]


@pytest.mark.parametrize(("last", "told"), [("62,50", []), ("62,5", ["«62,5» và «87,10» trong một cột"])])
def test_the_unit_of_cells_that_are_one_holds_for_all_their_rows(last, told):
    rows = [["Chỉ tiêu", "ĐVT", "Năm"], ["Việc", "việc", "42"], ["Trực tuyến", "%", "87,10"]]
    paper = grid([*rows, ["Trước hạn", "", last]])
    (table,) = (block for block in paper.sections[0].blocks if isinstance(block, Table))
    table.rows[3].cells[1].blocks.clear()
    assert [one.seen for one in broken("BG04", paper)] == told


def noted(*numbers: str, unused: str = ""):
    paper = paragraphs_paper([f"Đoạn {number}." for number in numbers] + ["Lời chú thích."])
    *bodies, words = paper.paragraphs
    for place, (paragraph, number) in enumerate(zip(bodies, numbers, strict=True)):
        paragraph.notes = ((5, number if number in numbers[:place] else f"{place}"),)
    paper.notes = tuple(
        Note(f"{place}", number, (words,))
        for place, number in enumerate(numbers)
        if number not in numbers[:place]
    )
    if unused:
        paper.notes += (Note("lost", unused, (words,)),)
    return paper


def test_footnotes_count_up_from_one():
    assert broken("FT01", noted("1", "2", "3")) == []
    assert [one.seen for one in broken("FT01", noted("1", "3"))] == ["chú thích 3 đứng sau chú thích 1"]
    assert [one.seen for one in broken("FT01", noted("4", "5"))] == ["chú thích đầu tiên mang số 4"]
    assert [one.seen for one in broken("FT01", noted("1", unused="2"))] == [
        "chú thích không có số dẫn trong bài"
    ]


def test_typed_footnotes_are_told():
    def make(made):
        first = made.add_paragraph("Đã tiếp nhận hồ sơ của cấp xã")
        first.add_run("1").font.superscript = True
        first.add_run(" và diện tích 5 km")
        first.add_run("2").font.superscript = True
        last = made.add_paragraph()
        last.add_run("1").font.superscript = True
        last.add_run(" Cấp xã: 63/63 thủ tục.")

    (one,) = broken("FT01", paper_of(make))
    assert one.seen == "số chú thích gõ tay sau «xã»"


def test_size_of_footnotes():
    def make(made):
        made.add_paragraph("Đoạn một.")
        made.add_paragraph().add_run("Lời chú thích.").font.size = Pt(14)

    paper = paper_of(make)
    paper.notes = (Note("1", "1", tuple(paper.paragraphs)[1:]),)
    (one,) = broken("FT02", paper)
    assert (one.seen, one.wanted) == ("cỡ 14", "cỡ 10 đến 11")


def test_rows_that_say_what_they_count_need_no_unit():
    rows = [["Nội dung", "Năm 2024", "Năm 2025"], ["Hồ sơ tiếp nhận", "43", "28"], ["Tỷ lệ", "63,54%", "75%"]]
    (one,) = ask("BG02", grid(rows))
    assert one.state is State.HELD


def test_one_head_of_many_without_a_unit_is_to_be_looked_at():
    rows = [
        ["Lĩnh vực", "Số cũ", "Số mới", "Đã xong"],
        ["Đất đai", "5", "6", "7"],
        ["Hộ tịch", "8", "9", "10"],
    ]
    (one,) = ask("BG02", grid(rows))
    assert (one.state, one.seen) == (State.UNSURE, "cột «Đã xong» không nói tính bằng gì")
