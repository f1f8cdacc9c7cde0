"""The widths of a table whose columns a loop has made."""

from __future__ import annotations

import re

from baocao.formats import Length, Mm
from baocao.ooxml.tables import cell, grid_table, row
from baocao.render.columns import with_columns


def twips(*widths: int) -> list[Length]:
    return [Length(width * 635) for width in widths]


def table(grid: list[int], *rows: list[tuple[int, int]]) -> str:
    """A table by its grid and, row by row, the width and the span of each cell."""
    made = (row(cell("<w:p/>", twips(width)[0], span=span) for width, span in cells) for cells in rows)
    return grid_table(twips(*grid), made)


def read(xml: str) -> tuple[list[int], list[list[int]]]:
    """The grid, and the widths of the cells row by row."""
    grid = [int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"', xml)]
    rows = [
        [int(width) for width in re.findall(r'<w:tcW w:w="(\d+)"', each)] for each in xml.split("<w:tr>")[1:]
    ]
    return grid, rows


def test_columns_of_a_loop_share_the_width_as_their_cells_do():
    # a narrow number, a wide label, three years: the tags of the loop had columns of their own
    made = table([500, 3000, 100, 1000, 100], [(500, 1), (3000, 1), (1000, 1), (1000, 1), (1000, 1)])
    widths = [361, 2169, 723, 723, 724]
    assert sum(widths) == 4700
    assert read(with_columns(made)) == (widths, [widths])


def test_as_many_columns_as_before_but_others():
    made = table([500, 3000, 500], [(500, 1), (1000, 1), (1000, 1)])
    assert read(with_columns(made)) == ([800, 1600, 1600], [[800, 1600, 1600]])


def test_a_merged_head_is_as_wide_as_what_it_covers_and_a_short_row_stays():
    body = [(500, 1), (1000, 1), (1000, 1)]
    made = table([500, 2000], [(500, 1), (2000, 2)], body, [(700, 1)])
    assert read(with_columns(made)) == ([500, 1000, 1000], [[500, 2000], [500, 1000, 1000], [700]])


def test_columns_are_alike_when_the_cells_do_not_say_how_wide():
    made = re.sub(r"<w:tcW[^>]*/>", "", table([2000, 2000], [(1, 1)] * 4))
    assert read(with_columns(made))[0] == [1000, 1000, 1000, 1000]


def test_a_table_that_fits_or_holds_another_stays():
    whole = grid_table([Mm(10)], (row((cell("<w:p/>", Mm(10)),)),))
    assert with_columns(whole) == whole
    around = grid_table([Mm(30)], (row((cell(whole + "<w:p/>", Mm(10)),)),))
    assert with_columns(around) == around
