"""Numbers that are wider than their cell: Word breaks "24.500.000.000" between digits, and it is misread.

Only tables with fixed columns (ECMA-376 part 1, 17.4.52): others widen by themselves. A table whose longest
number fits into its narrowest cell in large letters is not looked at again, so most reports cost one search
each. Strings only: this is the hot path.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from baocao.errors import Finding, Where, finding
from baocao.formats import Length
from baocao.ooxml.metrics import text_width
from baocao.render.cell_looks import Looks, looks_of
from baocao.render.columns import spans_of

_FIXED = '<w:tblLayout w:type="fixed"/>'
_ROW = re.compile(r"<w:tr\b")
_CELL = re.compile(r"<w:tc\b")
_CELL_WIDTH = re.compile(r'<w:tcW\b[^>]*\bw:w="(\d+)"')
_TEXT = re.compile(r"<w:t(?: [^<>]*)?>([^<]*)")
_NUMBER = re.compile(r"(?<![\d.,])\d[\d.,]*\d")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_CAPTION = re.compile(r"(?:Bảng|Biểu)(?:\ssố)?\s[\dIVX]")
_TWIP = 635  # EMU
_LARGE_POINT = 100  # twips: a point or comma of 20 points; a digit is twice as wide
_WIDEST_MARGINS = 240  # twips: Word's own, left and right, and a little
_NAME = 60


@dataclass(frozen=True, slots=True)
class _Broken:
    """A number and its cell. row, column: from 0, the column of the grid."""

    number: str
    row: int
    column: int


def narrow_cells(document: str, styles: Callable[[], str], where: Where) -> Iterator[Finding]:
    """A finding for each column of a table with a number that must break, naming its longest.

    document: the finished part. styles: gives word/styles.xml, when it is needed.
    """
    before, *tables = document.split("<w:tbl>")
    for piece in tables:
        table = piece.partition("</w:tbl>")[0]
        if _FIXED in table and _may_break(table):
            yield from _told(table, before, looks_of(styles()), where)
        before = piece


def _may_break(table: str) -> bool:
    """Whether the widest number of a table, in large letters, is wider than its narrowest cell."""
    widths = [int(width) for width in _CELL_WIDTH.findall(table)]
    return bool(widths) and not _surely_fits(table, min(widths))


def _surely_fits(content: str, width: int) -> bool:
    """Whether every number of cells `width` twips wide fits in large letters, whatever the margins."""
    numbers = _NUMBER.findall("\n".join(_TEXT.findall(content)))
    points = (number.count(".") + number.count(",") for number in numbers)
    widest = max((2 * len(number) - point for number, point in zip(numbers, points, strict=True)), default=0)
    return widest * _LARGE_POINT <= width - _WIDEST_MARGINS


def _told(table: str, before: str, looks: Looks, where: Where) -> Iterator[Finding]:
    rows = _ROW.split(table)[1:]
    by_column: dict[int, list[_Broken]] = {}
    for item in _broken(rows, looks.of_table(table)):
        by_column.setdefault(item.column, []).append(item)
    for column, items in by_column.items():
        worst = max(items, key=lambda item: len(item.number))
        more = f" (và {len(items) - 1:02d} số khác của cột)" if len(items) > 1 else ""
        yield finding(
            "bang-so-gay-dong",
            where.but(words=worst.number),
            so=worst.number,
            bang=_table_name(rows, before),
            dong=_row_name(rows[worst.row], worst.row),
            cot=_column_name(rows, column),
            them=more,
        )


def _broken(rows: Sequence[str], looks: Looks) -> Iterator[_Broken]:
    for place, row in enumerate(rows):
        column = 0
        for cell, span in zip(_CELL.split(row)[1:], spans_of(row), strict=True):
            width = _CELL_WIDTH.search(cell)
            if width and not _surely_fits(cell, int(width.group(1))):
                room = int(width.group(1)) - looks.margins(cell)
                yield from (_Broken(number, place, column) for number in _too_wide(cell, room, looks))
            column += span


def _too_wide(cell: str, room: int, looks: Looks) -> Iterator[str]:
    """The numbers of a cell that are wider than `room`, in twips."""
    for text, look in looks.runs(cell):
        for number in _NUMBER.findall(text):
            if text_width(number, Length(look.size), bold=look.bold, italic=look.italic) > room * _TWIP:
                yield number


def _table_name(rows: Sequence[str], before: str) -> str:
    """The caption above a table, else the words of its first row."""
    above = map(_text, before.rsplit("<w:p>", 4)[1:])
    captions = [text for text in above if _CAPTION.match(text)]
    name = captions[-1] if captions else ", ".join(filter(None, map(_text, _CELL.split(rows[0])[1:])))
    return name if len(name) <= _NAME else f"{name[:_NAME].rpartition(' ')[0]}…"


def _row_name(row: str, place: int) -> str:
    words = next((text for text in map(_text, _CELL.split(row)[1:]) if _LETTERS.search(text)), "")
    return f"thứ {place + 1}" + (f" «{words[:_NAME]}»" if words else "")


def _column_name(rows: Sequence[str], column: int) -> str:
    """The number of a column, and the lowest words above it in the header."""
    words = ""
    for row in [row for row in rows if "<w:tblHeader" in row] or rows[:1]:
        start = 0
        for cell, span in zip(_CELL.split(row)[1:], spans_of(row), strict=True):
            if start <= column < start + span and _LETTERS.search(_text(cell)):
                words = _text(cell)
            start += span
    return f"thứ {column + 1}" + (f" «{words[:_NAME]}»" if words else "")


def _text(cell: str) -> str:
    return unescape("".join(_TEXT.findall(cell))).replace("\u00a0", " ").strip()
