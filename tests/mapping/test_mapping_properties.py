"""Whatever is typed in `bang_tinh`: addresses read back, nothing crashes, what is wrong is said in words."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from mapping_kit import TABLE, words, write_table

from baocao.intake.mapping import from_python
from baocao.mapping.mapped_book import NAMES
from baocao.mapping.mapping import from_workbook
from baocao.workbook.addresses import Address, read_address, read_column
from baocao.workbook.book import cell_name, column_name

CHARACTERS = st.characters(exclude_categories=["Cs"])
SHEETS = st.text(CHARACTERS, min_size=1, max_size=20).map(str.strip).filter(bool)
TEXTS = ["B", "C3", "C3/D3", "Tổng hợp!C3", "Hồ sơ", "Đơn vị", "1-2", ""]
KEYS = ["tthc.tiep_nhan", "tthc", "tiep_nhan", "cot", "tu_dong", "a"]
TYPED: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.integers(-3, 30) | st.sampled_from(TEXTS) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=6,
)
ENTRIES = st.dictionaries(st.sampled_from(NAMES), TYPED, max_size=6)


@given(st.integers(0, 1_048_575), st.integers(0, 16_383), SHEETS)
def test_what_excel_calls_a_cell_is_read_back(row: int, column: int, sheet: str) -> None:
    name = cell_name(row, column)
    quoted = sheet.replace("'", "''")
    assert read_address(name) == Address("", row, column)
    assert read_address(f"'{quoted}'!{name}") == Address(sheet, row, column)
    assert read_column(column_name(column)) == column


_KEPT = TemporaryDirectory()
FOLDER = Path(_KEPT.name)
write_table(FOLDER, TABLE)


@settings(max_examples=150, deadline=None)
@given(ENTRIES, st.sampled_from(["", "3", "Xã Tân Phú", "x"]))
def test_no_mapping_crashes(entry: dict[str, Any], row: str) -> None:
    data = {"so_lieu": {"tthc": {"tiep_nhan": 1}}, "bang_tinh": {"tep": "bang.xlsx", **entry}}
    got = from_workbook(from_python(data, "a.yaml"), FOLDER, unit="UBND xã Tân Hồng", row=row)
    assert all(words([item]) for item in got.findings)
    assert "bang_tinh" not in got.value.children
