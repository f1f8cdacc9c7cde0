"""Lists whose rows are numbered 1, 1.1 in the Excel form: sums, marks, what LibreOffice computes of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from form_kit import SAMPLES, cells, formula_cells, recalculated, value_at

from baocao.authoring.forms.making import MadeForm, Wanted, make_form

SAMPLE = SAMPLES / "chuyen-doi-so"
DATA = SAMPLE / "so-lieu" / "2026-chuyen-doi-so.yaml"


def form_with(folder: Path, old: str = "", new: str = "") -> MadeForm:
    file = folder / "so-lieu.yaml"
    file.write_text(DATA.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    wanted = Wanted("chuyen-doi-so", folder / "bieu.xlsx", data=file, unit=SAMPLE / "don-vi.yaml")
    return make_form(wanted)


def check_of(made: bytes, words: str) -> list[str]:
    """The row of the sheet of checks whose rule has the words, as text."""
    sheet = cells(made)["Kiểm tra"]
    rows = ([str(cell.value or "") for cell in row] for row in sheet.iter_rows())
    return next(row for row in rows if any(words in cell for cell in row))


def test_the_sum_of_a_column_takes_the_outer_rows_only(tmp_path: Path) -> None:
    book = cells(form_with(tmp_path, "toi_da: 8}\n", "toi_da: 8, tu_cham: 6,5}\n").data)
    assert value_at(book, "cham_diem.tong_toi_da", "tu_tinh") == 100


def test_rows_that_agree_and_a_row_that_does_not_are_marked(tmp_path: Path) -> None:
    words = "«Điểm tối đa» = tổng các dòng ngay dưới"
    assert "✓" in check_of(form_with(tmp_path).data, words)
    assert "✗" in check_of(form_with(tmp_path, "toi_da: 40", "toi_da: 41").data, words)


@pytest.mark.libreoffice
@pytest.mark.parametrize("wrong", ["", "toi_da: 41"])
def test_libreoffice_computes_the_same(tmp_path: Path, wrong: str) -> None:
    made = form_with(tmp_path, "toi_da: 40", wrong or "toi_da: 40").data
    stored, computed = cells(made), cells(recalculated(made, tmp_path))
    differs = []
    for sheet, cell in formula_cells(made):
        one, other = stored[sheet][cell].value, computed[sheet][cell].value
        numbers = isinstance(one, int | float) and isinstance(other, int | float)
        if not (abs(one - other) < 1e-6 if numbers else (one or "") == (other or "")):
            differs.append((sheet, cell, one, other))
    assert differs == []
