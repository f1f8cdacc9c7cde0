"""Tables: rows, cells, merges, lines of the grid, shading."""

from __future__ import annotations

import pytest

from baocao.conformance.paper import Table
from conformance.read_kit import p, read, style, tbl, tc

ALL = "".join(
    f'<w:{side} w:val="single" w:sz="4"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
BORDERS = f"<w:tblBorders>{ALL}</w:tblBorders>"
NIL = BORDERS.replace("single", "nil")


def table(content: str, **parts: str) -> Table:
    (found,) = (block for block in read(content + p("sau"), **parts).blocks if isinstance(block, Table))
    return found


def test_cells_have_their_place_in_the_grid() -> None:
    wide = tc("rộng", '<w:gridSpan w:val="2"/>')
    late = '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>' + tc("muộn") + "</w:tr>"
    found = table(tbl([wide, "c"], ["a", "b", "c"]).replace("</w:tbl>", late + "</w:tbl>"))
    places = [[(cell.row, cell.column) for cell in row.cells] for row in found.rows]
    assert places == [[(0, 0), (0, 2)], [(1, 0), (1, 1), (1, 2)], [(2, 1)]]
    spots = [item.spot for item in found.paragraphs]
    assert spots[:3] == ["bảng 1, hàng 1, cột 1", "bảng 1, hàng 1, cột 3", "bảng 1, hàng 2, cột 1"]
    assert all(cell.table is found for row in found.rows for cell in row.cells)
    assert all(item.cell in row.cells for row in found.rows for cell in row.cells for item in cell.paragraphs)


def test_a_cell_merged_with_the_one_above_prints_nothing() -> None:
    first, second = tc("trên", '<w:vMerge w:val="restart"/>'), tc("dưới", "<w:vMerge/>")
    found = table(tbl([first, "a"], [second, "b"]))
    assert [item.text for item in found.paragraphs] == ["trên", "a", "b"]
    assert len(found.rows[1].cells) == 2


def test_rows_that_repeat_stand_at_the_top() -> None:
    rows = tbl(["a"], ["b"], ["c"]).replace("<w:tr>", "<w:tr><w:trPr><w:tblHeader/><w:cantSplit/></w:trPr>")
    assert [(row.repeats, row.whole) for row in table(rows).rows] == [(True, True)] * 3
    broken = rows.replace("<w:tblHeader/>", '<w:tblHeader w:val="0"/>', 1)
    assert [row.repeats for row in table(broken).rows] == [False, False, False]


def test_deleted_rows_and_cells_are_not_there() -> None:
    rows = tbl(["a", tc("x", '<w:cellDel w:id="1"/>')], ["b", "c"], ["d", "e"])
    head, second, third = rows.split("<w:tr>")[1:]
    gone = "<w:trPr><w:del w:id='2'/></w:trPr>"
    found = table(rows.replace(f"<w:tr>{second}<w:tr>{third}", f"<w:tr>{gone}{second}<w:tr>{third}"))
    assert [item.text for item in found.paragraphs] == ["a", "d", "e"]
    assert head


def test_a_table_whose_rows_were_all_deleted_is_not_there() -> None:
    gone = tbl(["a"]).replace("<w:tr>", "<w:tr><w:trPr><w:del w:id='2'/></w:trPr>")
    assert [type(block).__name__ for block in read(gone + p("sau")).blocks] == ["Paragraph"]


def test_a_table_in_a_cell() -> None:
    paper = read(tbl([tbl(["trong"], properties=BORDERS) + p("sau"), "bên"]))
    (outer,) = paper.blocks
    assert isinstance(outer, Table)
    inner = outer.rows[0].cells[0].blocks[0]
    assert isinstance(inner, Table)
    assert (inner.ruled, outer.ruled) == (True, False)
    assert (outer.spot, inner.spot) == ("bảng 1", "bảng 1, hàng 1, cột 1, bảng trong ô")
    assert [item.text for item in paper.paragraphs] == ["trong", "sau", "bên"]
    assert next(inner.paragraphs).spot == "bảng 1, hàng 1, cột 1, bảng trong ô, hàng 1, cột 1"


GRID = style("Luoi", kind="table", more=f"<w:tblPr>{BORDERS}</w:tblPr>")
BELOW = '<w:tcBorders><w:bottom w:val="single" w:sz="4"/></w:tcBorders>'
FOUR = "<w:tcBorders>" + ALL.split("<w:insideH")[0].replace("single", "dotted") + "</w:tcBorders>"


@pytest.mark.parametrize(
    ("content", "ruled", "border"),
    [
        (tbl(["a", "b"], ["c", "d"]), False, ""),
        (tbl(["a", "b"], ["c", "d"], properties=BORDERS), True, "single"),
        (tbl(["a", "b"], ["c", "d"], properties=NIL), False, ""),
        (tbl(["a", "b"], ["c", "d"], properties='<w:tblStyle w:val="Luoi"/>'), True, "single"),
        (tbl(["a", "b"], ["c", "d"], properties=f'<w:tblStyle w:val="Luoi"/>{NIL}'), False, ""),
        (tbl([tc("a", BELOW), "b"], ["c", "d"]), False, "single"),
        (tbl([tc("a", FOUR), tc("b", FOUR)]), True, "dotted"),
        (tbl(["a", "b"], properties=BORDERS.replace("insideV", "x")), True, "single"),
    ],
)
def test_whether_the_grid_is_drawn(content: str, ruled: bool, border: str) -> None:
    found = table(content, styles=GRID)
    assert (found.ruled, found.border) == (ruled, border)


def test_what_paints_a_cell() -> None:
    blue = '<w:tcPr><w:shd w:val="clear" w:fill="C6D9F1"/></w:tcPr>'
    head = f'<w:tblStylePr w:type="firstRow">{blue}</w:tblStylePr>'
    own = tc("b", '<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>')
    told = '<w:tblStyle w:val="Dep"/><w:tblLook w:firstRow="1"/>'
    found = table(tbl(["a", own], ["c", "d"], properties=told), styles=style("Dep", kind="table", more=head))
    assert [[cell.shading for cell in row.cells] for row in found.rows] == [["C6D9F1", ""], ["", ""]]


def test_rows_and_cells_in_content_controls() -> None:
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    row = f"<w:tr>{control.format(tc('c'))}{tc('d')}</w:tr>"
    found = table(tbl(["a", "b"]).replace("</w:tbl>", control.format(row) + "</w:tbl>"))
    assert [[next(cell.paragraphs).text for cell in row.cells] for row in found.rows] == [
        ["a", "b"],
        ["c", "d"],
    ]
