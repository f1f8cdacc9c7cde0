"""The cells of a Word table with their place in the grid, the headers over them, and the rows of sums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from baocao.audit.document import Cell
from baocao.audit.reading.captions import unit_told
from baocao.audit.reading.table_rows import (
    counts_columns,
    has_figures,
    header_rows,
    headers_over,
    is_total,
    texts_of,
)
from baocao.audit.reading.text_marks import plain
from baocao.audit.reading.word_styles import value
from baocao.template.ooxml_tree import Element, drop, own_paragraphs, text_of, w


@dataclass(frozen=True, slots=True)
class Square:
    """A cell as it lies in the grid. columns: those it covers, from 1. hidden: merged with the one above."""

    element: Element
    columns: range
    text: str
    hidden: bool


def cells_of(table: Element, number: int, above: Sequence[str]) -> Iterator[tuple[Element, Cell | None]]:
    """The cells that Word shows, row by row, each with its place; None in a table that only sets paragraphs.

    number: of the table, from 1. above: the paragraphs before it, which may tell the unit of its figures.
    """
    rows = [list(_squares(row)) for row in inside(table, "tr")]
    if _only_sets(table, rows):
        yield from ((square.element, None) for row in rows for square in row if not square.hidden)
        return
    amount = header_rows(rows, _marked_headers(table))
    headers = headers_over([row for row in rows[:amount] if not counts_columns(row)])
    repeated = {texts_of(row) for row in rows[:amount]}
    unit = unit_told(above, [square.text for row in rows[:amount] for square in row])
    for row_number, row in enumerate(rows, start=1):
        below = row_number > amount and texts_of(row) not in repeated
        total = below and is_total(row)
        for square in row:
            if not square.hidden:
                column = square.columns.start
                over = headers.get(column, ()) if below else ()
                yield square.element, Cell(number, row_number, column, over, total, unit)


def join_broken(root: Element) -> None:
    """Make one table of those that a clerk split: nothing stands between them, and the columns agree."""
    for table in list(root.iter(w("tbl"))):
        following = table.getnext()
        while following is not None and following.tag == w("tbl") and _grid(following) == _grid(table):
            for row in following.findall(w("tr")):
                table.append(row)
            drop(following)
            following = table.getnext()


def _grid(table: Element) -> int:
    return len(table.findall(f"{w('tblGrid')}/{w('gridCol')}"))


def _only_sets(table: Element, rows: Sequence[Sequence[Square]]) -> bool:
    """Whether a table is a frame or a header block: one row, one column, or neither borders nor figures."""
    said = [[square for square in row if square.text] for row in rows]
    if len([row for row in said if row]) <= 1 or max(map(len, said)) <= 1:
        return True
    return not _has_borders(table) and not any(map(has_figures, said))


def _has_borders(table: Element) -> bool:
    """Whether lines are drawn, or a style may draw them."""
    properties = table.find(w("tblPr"))
    borders = None if properties is None else properties.find(w("tblBorders"))
    if borders is None:
        return bool(value(properties, "tblStyle")) or table.find(f".//{w('tcBorders')}") is not None
    return any(side.get(w("val"), "none") not in ("none", "nil") for side in borders)


def inside(element: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those within content controls."""
    for child in element:
        if child.tag == w(name):
            yield child
        elif child.tag != w("tbl"):
            yield from inside(child, name)


def _squares(row: Element) -> Iterator[Square]:
    column = 1 + _number(value(row.find(w("trPr")), "gridBefore"), 0)
    for cell in inside(row, "tc"):
        properties = cell.find(w("tcPr"))
        merge = None if properties is None else properties.find(w("vMerge"))
        hidden = merge is not None and merge.get(w("val")) != "restart"
        end = column + max(_number(value(properties, "gridSpan"), 1), 1)
        text = " ".join(plain(text_of(item)).strip() for item in own_paragraphs(cell)).strip()
        yield Square(cell, range(column, end), text, hidden)
        column = end


def _marked_headers(table: Element) -> int:
    """How many rows Word repeats on each page."""
    marked = 0
    for row in inside(table, "tr"):
        if row.find(f"{w('trPr')}/{w('tblHeader')}") is None:
            break
        marked += 1
    return marked


def _number(text: str, missing: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else missing
