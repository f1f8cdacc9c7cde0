"""The cells of a Word table with their place in the grid, the headers over them, and the rows of sums."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from baocao.audit.document import Cell
from baocao.audit.reading.captions import unit_told
from baocao.audit.reading.text_marks import plain
from baocao.audit.reading.word_styles import value
from baocao.template.ooxml_tree import Element, drop, own_paragraphs, text_of, w

_MOST_HEADERS = 4
_FIGURE = re.compile(r"(?!(?:19|20)\d\d\Z)[-+]?\d[\d.,/ ]*\s*%?")
_COLUMN_SIGN = re.compile(r"\(?(?:\d{1,2}|[A-ZĐ])\)?(?:\s*=.*)?|\(?\d{1,2}\s*=.*")
_RANK = re.compile(r"[\dIVX.]{1,5}")
_TOTAL = re.compile(
    r"(?:tổng(?:\s+(?:số|cộng))?|cộng|toàn\s+(?:tỉnh|thành phố|huyện|xã|phường))\s*(?:[:(].*)?", re.IGNORECASE
)


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
    amount = _header_rows(table, rows)
    heads = [row for row in rows[:amount] if not _counts_columns(row)]
    repeated = {_texts(row) for row in rows[:amount]}
    unit = unit_told(above, [square.text for row in rows[:amount] for square in row])
    for row_number, row in enumerate(rows, start=1):
        below = row_number > amount and _texts(row) not in repeated
        total = below and _is_total(row)
        for square in row:
            if not square.hidden:
                over = _over(heads, square.columns.start) if below else ()
                place = Cell(number, row_number, square.columns.start, over, total, unit)
                yield square.element, place


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
    return not _has_borders(table) and not any(map(_has_figures, said))


def _has_borders(table: Element) -> bool:
    """Whether lines are drawn, or a style may draw them."""
    properties = table.find(w("tblPr"))
    borders = None if properties is None else properties.find(w("tblBorders"))
    if borders is None:
        return bool(value(properties, "tblStyle")) or table.find(f".//{w('tcBorders')}") is not None
    return any(side.get(w("val"), "none") not in ("none", "nil") for side in borders)


def _texts(row: Sequence[Square]) -> tuple[str, ...]:
    return tuple(square.text for square in row)


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


def _header_rows(table: Element, rows: Sequence[Sequence[Square]]) -> int:
    marked = 0
    for row in inside(table, "tr"):
        if row.find(f"{w('trPr')}/{w('tblHeader')}") is None:
            break
        marked += 1
    if marked:
        return marked
    wordy = 0
    while wordy < min(len(rows), _MOST_HEADERS) and not _has_figures(rows[wordy]):
        wordy += 1
    if wordy == min(len(rows), _MOST_HEADERS):
        return min(1, len(rows) - 1)
    return wordy + (wordy > 0 and _counts_columns(rows[wordy]))


def _has_figures(row: Sequence[Square]) -> bool:
    return any(_FIGURE.fullmatch(square.text) for square in row)


def _counts_columns(row: Sequence[Square]) -> bool:
    """Whether a row only numbers the columns: (1) (2) (3)=(1)/(2)."""
    texts = [square.text for square in row if square.text]
    return len(texts) > 1 and all(map(_COLUMN_SIGN.fullmatch, texts))


def _over(heads: Sequence[Sequence[Square]], column: int) -> tuple[str, ...]:
    texts = (square.text for row in heads for square in row if column in square.columns)
    return tuple(dict.fromkeys(text for text in texts if text))


def _is_total(row: Sequence[Square]) -> bool:
    words = [square.text for square in row if square.text and not _RANK.fullmatch(square.text)]
    return bool(words) and _TOTAL.fullmatch(words[0]) is not None


def _number(text: str, missing: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else missing
