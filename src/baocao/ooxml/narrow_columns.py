"""Columns of a pipe table that have no room for a digit: what stands in them breaks between its letters."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from baocao.formats import Format, Length, Pt
from baocao.ooxml.inlines import parse_inlines
from baocao.ooxml.markdown import text_of
from baocao.ooxml.metrics import text_width
from baocao.ooxml.pipe_grids import CELL_STYLE, GridLook
from baocao.ooxml.pipe_tables import PipeTable
from baocao.ooxml.styles import CELL_MARGIN

_NAME_LENGTH = 40
_LEAST_SPAN = 3
"""So many columns side by side are told by the first and the last."""
_MADE = "{%tc"
"""Begins a tag that repeats or leaves out columns: how wide the others are is known when it has run."""


class NarrowColumns(NamedTuple):
    """Columns, counted from 1. needed: how wide one must be for a digit between its margins."""

    columns: tuple[int, ...]
    needed: Length

    @property
    def facts(self) -> dict[str, Any]:
        """For a finding: "1, 3 đến 5", and the width in millimetres, up to the next tenth."""
        tenths = math.ceil(self.needed.mm * 10)
        return {"cot": ", ".join(_spans(self.columns)), "can": f"{tenths / 10:g}".replace(".", ",")}


def narrow_columns(
    table: PipeTable, widths: Sequence[Length], look: GridLook, fmt: Format
) -> NarrowColumns | None:
    """The columns with words of their own and no room for a digit; None when there are none.

    widths: of the columns. fmt: has the size of the letters when the table does not say it.
    """
    size = fmt.component(CELL_STYLE).size.chosen if look.size is None else Pt(float(look.size))
    digit = text_width("0", size)
    margin = Pt(CELL_MARGIN / 20) if look.margin is None else look.margin
    needed = Length(digit + 2 * margin)
    narrow = (column for column, width in enumerate(widths) if width < needed and _has_words(table, column))
    columns = tuple(column + 1 for column in narrow)
    return NarrowColumns(columns, needed) if columns else None


def _spans(columns: Iterable[int]) -> Iterator[str]:
    """Rising numbers with those that follow one another as a span: "1", "3 đến 5"."""
    for _, run in groupby(enumerate(columns), key=lambda item: item[1] - item[0]):
        numbers = [column for _, column in run]
        if len(numbers) < _LEAST_SPAN:
            yield from map(str, numbers)
        else:
            yield f"{numbers[0]} đến {numbers[-1]}"


def _has_words(table: PipeTable, column: int) -> bool:
    """Whether a cell of just this column has words, in a table whose columns are known."""
    cells = [cell for row in (*table.header, *table.rows) for cell in row.cells]
    if any(cell.text.startswith(_MADE) for cell in cells):
        return False
    return any(cell.column == column and cell.across == 1 and cell.text for cell in cells)


def name_of_table(table: PipeTable, title: str) -> str:
    """What a reader knows a table by: its title, or the words of its first header row."""
    words = text_of(parse_inlines(title)).strip()
    if not words and table.header:
        cells = (text_of(parse_inlines(cell.text)).strip() for cell in table.header[0].cells)
        words = " | ".join(filter(None, cells))
    return words if len(words) <= _NAME_LENGTH else words[:_NAME_LENGTH].rstrip() + "…"
