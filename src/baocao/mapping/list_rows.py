"""A table of somebody's workbook as a list of records: one row below the other until the first blank one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from baocao.errors import Finding, Where, finding
from baocao.mapping.columns import columns_of, row_value
from baocao.mapping.entries import Entries, hint
from baocao.mapping.grid import Grid
from baocao.mapping.table_ends import left_below, suspected_sums
from baocao.mapping.unit_rows import UnitRows
from baocao.source.raw import Literal, RawValue
from baocao.vietnamese.text import nearest
from baocao.vietnamese.unit_names import is_total, is_unit, unit_key


class ListTable:
    """One list of `bang`. With `cot_don_vi` the table holds the rows of several units."""

    def __init__(self, grid: Grid, entries: Entries, findings: list[Finding]) -> None:
        self.grid, self.entries, self.findings = grid, entries, findings
        self.columns = columns_of(entries.targets("cot"), grid, entries.place("cot"), findings)
        if not self.columns.items:
            entries.add("thieu-muc", "cot", muc="cot", vi_du="{ten: A}")
        if grid.title_rows is None and not entries.text("tu_dong"):
            entries.add("thieu-muc", "tu_dong", muc="tu_dong", vi_du="5")

    @cached_property
    def units(self) -> UnitRows:
        """Its rows by unit."""
        return UnitRows(self.grid, self.entries, self.findings)

    def value(self, unit: str, findings: list[Finding]) -> RawValue:
        """The records, of one unit where the table holds several; NULL at the first row without any."""
        place = self.grid.sheet.where(self.units.first, min(self.columns.flat(), default=0))
        items = []
        for row in self._rows(unit):
            value = row_value(self.columns, self.grid, row, findings)
            items.append(RawValue(_typed(value), self.grid.sheet.where(row, 0), Literal.MAP))
        return RawValue(tuple(items), place, Literal.LIST) if items else RawValue(None, place, Literal.NULL)

    @property
    def place(self) -> Where:
        """Its sheet."""
        return Where(self.grid.sheet.file, sheet=self.grid.sheet.title)

    def strangers(self, names: Sequence[str], id_: str) -> Iterator[Finding]:
        """Units in its column of them that the table of units does not have. names: those that it has."""
        known = {unit_key(name) for name in names}
        for key, rows in self._by_unit.items():
            cell = self.units.cell(rows[0])
            if key not in known and is_unit(cell.text):
                near = hint(nearest(cell.text, names))
                facts: dict[str, Any] = {"ten": cell.text[:60], "muc": id_, "goi_y": near}
                yield finding("bang-ten-la", cell.where, so=f"{len(rows):02d}", **facts)

    def lacks(self, unit: str) -> bool:
        """Whether a table of several units has no row of this one."""
        return unit_key(unit) not in self._by_unit

    def prepare(self) -> None:
        """Share the rows out among the units: what is to be said of the whole table is written down."""
        self._rows("")

    @property
    def of_units(self) -> bool:
        """Whether a column says which unit a row belongs to."""
        return bool(self.entries.text("cot_don_vi"))

    def _rows(self, unit: str) -> Iterator[int]:
        if not self.of_units:
            return iter(self._all_rows)
        return iter(self._by_unit.get(unit_key(unit), ()))

    @cached_property
    def _all_rows(self) -> list[int]:
        """The rows of the table: to `den_dong`, else to the first blank row; totals are none. What is left
        below, and rows that seem to be totals, are remarks.
        """
        last, columns = self.units.last, sorted(self.columns.flat())
        end = len(self.grid.sheet.rows)
        rows: list[int] = []
        for row in range(self.units.first, end if last is None else min(last + 1, end)):
            if all(self.grid.sheet.value(row, column) == "" for column in columns):
                if last is None:
                    self._tell_end(rows, columns, row)
                    break
            elif not any(is_total(self.grid.name_at(row, column)) for column in range(columns[0] + 1)):
                rows.append(row)
        if not self.of_units:
            self.findings += suspected_sums(self.grid, rows, columns)
        return rows

    def _tell_end(self, rows: list[int], columns: list[int], end: int) -> None:
        told = left_below(self.grid, rows, columns, end)
        self.findings += () if told is None else (told,)

    @cached_property
    def _by_unit(self) -> dict[tuple[object, ...], list[int]]:
        """Rows by the unit's key; a blank name goes on with the unit above."""
        found: dict[tuple[object, ...], list[int]] = {}
        key: tuple[object, ...] = ()
        for row in self._all_rows:
            key = unit_key(name) if (name := self.units.name(row)) else key
            found.setdefault(key, []).append(row)
        return found


def _typed(value: RawValue) -> dict[str, RawValue]:
    """The entries of a row without the blank ones."""
    made: dict[str, RawValue] = {}
    for name, item in value.children.items():
        if item.children:
            inner = _typed(item)
            if inner:
                made[name] = RawValue(inner, item.where, Literal.MAP)
        elif not item.blank:
            made[name] = item
    return made
