"""Rows of lists are counted as the reader sees them."""

from __future__ import annotations

from baocao.derive.spots import row_of
from baocao.errors import Where
from baocao.model.record import Value


def test_a_row_in_cells_has_the_number_of_excel() -> None:
    assert row_of({"ten": Value(), "so": Value(where=Where(sheet="Bảng", cell="C9"))}, 3) == 9


def test_a_row_of_a_text_is_counted_from_one() -> None:
    assert row_of({"so": Value(where=Where(line=40))}, 3) == 4
    assert row_of({}, 0) == 1
