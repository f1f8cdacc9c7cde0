"""Rows of sums that hold a mean in some columns: năng suất, mật độ, điểm, số người mỗi hộ."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from baocao.audit.grammar.phrase_lists import phrase_lists
from baocao.audit.grammar.slips import is_slip
from baocao.audit.grammar.table_grid import Grid
from baocao.audit.statements import Quantity

_FILE = "bang.yaml"


def is_mean(grid: Grid, column: int, total: Quantity, parts: Sequence[Quantity], *, proved: bool) -> bool:
    """Whether the figure of a row of sums may be a mean of its parts: it lies between the least and greatest.

    The words over the column may say that it counts something. proved: other columns of the row are sums;
    then whole numbers are one too if a slip of the keyboard explains what is wrong.
    """
    values = [part.value for part in parts if part.value]
    if len(values) < 2 or not min(values) <= total.value <= max(values):
        return False
    if _counts(grid, column):
        return False
    whole = not total.places and not any(part.places for part in parts)
    return not (whole and proved and is_slip(total.value, sum(values, Decimal(0))))


def _counts(grid: Grid, column: int) -> bool:
    """Whether the words over a column name what can be counted together."""
    headers = grid.headers.get(column, ())
    words = [word for header in headers for word in header]
    counted = phrase_lists(_FILE)["dem_duoc"].within(words, 0, len(words))
    return counted or any(header[:1] == ("số",) for header in headers)
