"""A table with a row for each unit: which rows are units, and the row of one of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from baocao.errors import Finding, Where, finding
from baocao.mapping.entries import Entries, hint, row_number
from baocao.mapping.grid import Grid
from baocao.source.raw import Literal, RawValue
from baocao.vietnamese.text import nearest
from baocao.vietnamese.unit_names import adds_units, find_unit, is_unit, same_unit
from baocao.workbook.book import cell_name


class UnitRows:
    """The rows of units in a sheet. entries: of `bang_tinh`, with `cot_don_vi`, `tu_dong`, `den_dong`."""

    def __init__(self, grid: Grid, entries: Entries, findings: list[Finding]) -> None:
        self.grid, self.entries, self.findings = grid, entries, findings
        typed = entries.row("tu_dong")
        self.first = typed if typed is not None else grid.title_rows[1] + 1 if grid.title_rows else 0
        self.last = entries.row("den_dong")

    @cached_property
    def column(self) -> int | None:
        """The column of the units' names; None with a finding, or when none is named."""
        typed = self.entries.text("cot_don_vi")
        if not typed:
            return None
        target = RawValue(typed, self.entries.place("cot_don_vi"), Literal.TEXT)
        return next(iter(self.grid.columns(target, self.findings)), None)

    @cached_property
    def named(self) -> tuple[tuple[str, int], ...]:
        """Name and row of every unit, from the top; totals, numbers of columns and blanks are none."""
        if self.column is None:
            return ()
        rows = self.grid.filled_rows(self.column, self.first, self.last)
        return tuple((name, row) for row, name in rows if is_unit(name))

    def row_of(self, unit: str, asked: str) -> int | None:
        """The row to read: the one asked for on the command line, the one of `dong`, else the unit's own.

        unit: the name in the profile. None with a finding.
        """
        typed = asked or self.entries.text("dong")
        if typed.isdigit():
            return self._by_number(typed, unit)
        wanted = typed or unit
        if not self.entries.text("cot_don_vi"):
            self.entries.add("thieu-muc", "cot_don_vi", muc="cot_don_vi", vi_du="B")
        elif not wanted:
            self.entries.add("dong-chua-neu", "dong")
        elif self.column is not None:
            return self._by_name(wanted, unit)
        return None

    def _by_number(self, typed: str, unit: str) -> int | None:
        row = row_number(typed, self.entries, "dong")
        if row is not None and row >= len(self.grid.sheet.rows):
            self.entries.add("dong-ngoai-trang", "dong", dong=row + 1, trang=self.grid.name)
            return None
        if row is not None and self.grid.title_rows and row <= self.grid.title_rows[1]:
            self.entries.add("dong-la-tieu-de", "dong", dong=row + 1, trang=self.grid.name)
            return None
        return row if row is None else self._compared(row, unit)

    def _by_name(self, wanted: str, unit: str) -> int | None:
        found = find_unit(wanted, self.named)
        facts: dict[str, Any] = {"don_vi": wanted, "trang": self.grid.name}
        if not found:
            code = "dong-la-tong" if adds_units(wanted) else "don-vi-khong-co-dong"
            near = hint(nearest(wanted, (name for name, _ in self.named)))
            self.entries.add(code, "dong", goi_y=near, cot=self.entries.text("cot_don_vi"), **facts)
            return None
        if len(found) > 1:
            self.entries.add(
                "don-vi-nhieu-dong", "dong", cac_o=self._cells(*(row for _, row in found)), **facts
            )
            return None
        return self._compared(found[0][1], unit)

    def _compared(self, row: int, unit: str) -> int:
        """The row; a warning when it is of another unit than the profile."""
        name = self.name(row)
        if unit and name and not same_unit(unit, name):
            self.findings.append(finding("dong-khac-don-vi", self._place(row), dong=name, don_vi=unit))
        return row

    def several(self, rows: Sequence[int]) -> Finding:
        """The fault of a unit that has several rows."""
        facts: dict[str, Any] = {"don_vi": self.name(rows[0]), "trang": self.grid.name}
        return finding("hai-dong-mot-don-vi", self._place(rows[0]), cac_o=self._cells(*rows), **facts)

    def name(self, row: int) -> str:
        """The unit's name in a row."""
        return self.grid.name_at(row, self.column) if self.column is not None else ""

    def cell(self, row: int) -> RawValue:
        """The cell with the unit's name in a row; NULL when no column of names is known."""
        if self.column is None:
            return RawValue(None, self.grid.sheet.where(row, 0), Literal.NULL)
        return RawValue(self.name(row), self._place(row), Literal.TEXT)

    def _place(self, row: int) -> Where:
        return self.grid.sheet.where(row, self.column or 0)

    def _cells(self, *rows: int) -> str:
        return ", ".join(cell_name(row, self.column or 0) for row in rows)
