"""Pipe tables as pure reading: header rows, merged cells, what is wrong with them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocao.ooxml.pipe_tables import CellAlign, PipeCell, PipeFaultKind, read_pipe_table, split_cells

K = PipeFaultKind


def read(source, **options):
    return read_pipe_table(source.strip().split("\n"), **options)


def test_two_header_rows_with_merged_cells():
    table, faults = read(
        """
| TT | Lĩnh vực | Nhận | << |
| ^^ | ^^ | Tổng số | Trong kỳ |
|--|------|:-:|--:|
| **I** | **Nhóm** | << | << |
| 1 | a | b | c |
"""
    )
    assert faults == []
    assert [row.cells for row in table.header] == [
        (PipeCell("TT", 0, down=2), PipeCell("Lĩnh vực", 1, down=2), PipeCell("Nhận", 2, across=2)),
        (
            PipeCell("", 0, covered=True),
            PipeCell("", 1, covered=True),
            PipeCell("Tổng số", 2),
            PipeCell("Trong kỳ", 3),
        ),
    ]
    assert [row.line for row in (*table.header, *table.rows)] == [0, 1, 3, 4]
    assert table.rows[0].cells == (PipeCell("**I**", 0), PipeCell("**Nhóm**", 1, across=3))
    assert table.aligns == (CellAlign.DEFAULT, CellAlign.DEFAULT, CellAlign.CENTER, CellAlign.RIGHT)
    assert table.shares == (2, 6, 3, 3)


@pytest.mark.parametrize("second", ["| ^^ | ^^ | d |", "| ^^ | << | d |"])
def test_a_rectangle_of_four(second):
    table, faults = read(f"| a | << | c |\n{second}\n|-|-|-|")
    assert faults == []
    assert table.header[0].cells[0] == PipeCell("a", 0, across=2, down=2)
    assert table.header[1].cells == (PipeCell("", 0, across=2, covered=True), PipeCell("d", 2))


def test_cells_side_by_side_below_two_cells_stay_two():
    table, _ = read("| a | b |\n| ^^ | ^^ |\n|-|-|")
    assert [cell.across for cell in table.header[1].cells] == [1, 1]


def test_tags_stand_for_rows_in_a_template_only():
    source = "| a | b |\n|-|-|\n| {%tr for x in y | sort %} |\n| {{ x | so }} | c |"
    table, faults = read(source, template=True)
    assert faults == []
    assert [(row.control, len(row.cells)) for row in table.rows] == [
        ("{%tr for x in y | sort %}", 0),
        ("", 2),
    ]
    _, faults = read(source)
    assert [(fault.kind, fault.line, fault.cells) for fault in faults] == [(K.CELLS, 3, 3)]


def test_the_signs_themselves():
    table, faults = read("| \\<< | a\n|-|-|\n| \\^^ | ^ |")
    assert faults == []
    assert [cell.text for row in (*table.header, *table.rows) for cell in row.cells] == [
        "<<",
        "a",
        "\\^^",
        "^",
    ]


@pytest.mark.parametrize(
    ("source", "faults"),
    [
        ("| a |\n| b |", [(K.NO_RULE, 0, 0)]),
        ("| a |", [(K.NO_RULE, 0, 0)]),
        ("| a | b |\n|-|\n| c |\n| ^^ | d |", [(K.CELLS, 1, 0), (K.CELLS, 2, 0)]),
        ("| ^^ | a |\n|-|-|\n| b | ^^ |", [(K.NOTHING_ABOVE, 0, 1), (K.NOTHING_ABOVE, 2, 2)]),
        ("| << | a |\n|-|-|", [(K.NOTHING_LEFT, 0, 1)]),
        ("| a | << |\n| ^^ | b |\n|-|-|", [(K.RAGGED, 1, 1)]),
        ("| a | b |\n| ^^ | << |\n|-|-|", [(K.RAGGED, 1, 1)]),
    ],
)
def test_faults(source, faults):
    table, found = read(source)
    assert table is None
    assert [(fault.kind, fault.line, fault.column) for fault in found] == faults


def test_nothing_belongs_to_a_row_that_is_a_tag():
    _, faults = read("| a |\n|-|\n| b |\n| {%tr if x %} |\n| ^^ |\n| {%tr endif %} |", template=True)
    assert [(fault.kind, fault.line) for fault in faults] == [(K.NOTHING_ABOVE, 4)]


@given(st.lists(st.text("ab|^<-\\ :{}%", max_size=12), min_size=1, max_size=6), st.booleans())
def test_any_lines_are_read_and_every_row_of_a_table_covers_its_columns(lines, template):
    table, faults = read_pipe_table([f"|{line}" for line in lines], template=template)
    assert (table is None) == bool(faults)
    for row in (*table.header, *table.rows) if table else ():
        covered = [cell.column + at for cell in row.cells for at in range(cell.across)]
        assert row.control or covered == list(range(len(table.shares)))


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("| a | b |", ["a", "b"]),
        ("|a|b", ["a", "b"]),
        ("|  |  |", ["", ""]),
        ("| {{ a | b }} | {% if c | d %} |", ["{{ a | b }}", "{% if c | d %}"]),
        ("| a\\|b | \\", ["a|b", "\\"]),
    ],
)
def test_cells(row, cells):
    assert split_cells(row, template=True) == cells
