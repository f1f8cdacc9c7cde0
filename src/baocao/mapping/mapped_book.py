"""The workbook that a data file's `bang_tinh` names: its cells, its row for a unit, its lists, as values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from baocao.errors import DataError, Finding, Where, finding
from baocao.mapping.columns import Columns, columns_of, row_value
from baocao.mapping.entries import Entries, Targets, first_place, hint
from baocao.mapping.grid import Grid
from baocao.mapping.list_rows import ListTable
from baocao.mapping.own_entries import PROFILE, own_targets
from baocao.mapping.title_rows import settle
from baocao.mapping.unit_rows import UnitRows
from baocao.source.raw import Literal, RawValue
from baocao.vietnamese.text import nearest
from baocao.workbook.addresses import Address, read_address
from baocao.workbook.book import Book, Sheet, read_book

ENTRY = "bang_tinh"
NAMES = (
    "tep", "trang", "o", "cot", "cot_don_vi", "dong", "dong_tieu_de", "tu_dong", "den_dong", "bang",
    "ho_so", "van_ban", "nguoi_ky",
)  # fmt: skip
LIST_NAMES = ("trang", "cot", "cot_don_vi", "dong_tieu_de", "tu_dong", "den_dong")

LONGEST_NAME = 1000
"""Characters of a file's name; a longer one is some other text."""


class MappedBook:
    """One mapping and its workbook. Every fault goes to `findings`; what cannot be read is left out."""

    def __init__(self, main: RawValue, folder: Path) -> None:
        self.main = main
        self.findings: list[Finding] = []
        self.entries = Entries(main.children[ENTRY], ENTRY, NAMES, self.findings)
        self._missing: set[str] = set()
        self._grids: dict[tuple[str, tuple[int, int] | None], Grid] = {}
        self.book = self._open(folder)
        if not any(name in self.entries.raw.children for name in ("o", "cot", "bang")):
            self.entries.add("bang-tinh-trong", "")

    def _open(self, folder: Path) -> Book | None:
        typed = self.entries.text("tep")
        if not 0 < len(typed) <= LONGEST_NAME:
            self.entries.add("bang-tinh-thieu-tep", "tep")
            return None
        try:
            book = read_book(folder / typed, self.entries.place("tep"))
        except DataError as fault:
            self.findings += fault.findings
            return None
        self.findings += book.findings
        return book

    @cached_property
    def cells(self) -> RawValue | None:
        """The figures of `o`, each from its own cell."""
        targets = self.entries.targets("o")
        return self._from_cells(targets, self.entries.place("o")) if self.book and targets else None

    def _from_cells(self, targets: Targets, where: Where) -> RawValue:
        made: dict[str, RawValue] = {}
        for name, item in targets.items():
            if isinstance(item, dict):
                made[name] = self._from_cells(item, first_place(item))
            elif (value := self._from_cell(item)) is not None:
                made[name] = value
        return RawValue(made, where, Literal.MAP)

    def _from_cell(self, target: RawValue) -> RawValue | None:
        grid, cells = None, []
        for address in _addresses(target, self.findings):
            if grid is None or address.sheet:
                grid = self.grid(address.sheet, target.where)
            if grid is None:
                return None
            if not grid.holds(address.row, address.column):
                facts: dict[str, Any] = {"o": target.text[:60], "trang": grid.name, "cuoi": grid.last_cell()}
                self.findings.append(finding("o-ngoai-trang", target.where, **facts))
                return None
            cells.append((address.row, address.column))
        return grid.value(cells, self.findings) if grid is not None and cells else None

    @cached_property
    def units(self) -> UnitRows | None:
        """The table with a row for each unit; None when there is none, or its sheet cannot be found."""
        if self.book is None or not any(
            self.entries.raw.children.get(name) for name in ("cot", "cot_don_vi")
        ):
            return None
        grid = self._table("", self.entries)
        return None if grid is None else UnitRows(grid, self.entries, self.findings)

    @property
    def has_rows(self) -> bool:
        """Whether anything is read by the name of a unit."""
        names = self.entries.raw.children
        return "cot" in names or any(table.of_units for table in self.lists.values())

    @cached_property
    def columns(self) -> Columns:
        """The columns of `cot`; one that cannot be found is left out."""
        grid = self.units.grid if self.units is not None else None
        if grid is None:
            return Columns(self.entries.place("cot"))
        return columns_of(self.entries.targets("cot"), grid, self.entries.place("cot"), self.findings)

    def find_columns(self) -> None:
        """Have all columns looked for, so that each one that cannot be found is written down."""
        _found = self.columns, self.own

    def row(self, number: int, findings: list[Finding]) -> RawValue:
        """The figures of one row of the table."""
        assert self.units is not None
        return row_value(self.columns, self.units.grid, number, findings)

    @cached_property
    def own(self) -> Columns:
        """The columns that say something of the unit and its report: `ho_so`, `van_ban`, `nguoi_ky`."""
        targets = own_targets(self.entries, self.main.children.get(PROFILE))
        where = first_place(targets) if targets else self.entries.place()
        grid = self.units.grid if self.units is not None else None
        return Columns(where) if grid is None else columns_of(targets, grid, where, self.findings)

    def own_row(self, number: int, findings: list[Finding]) -> RawValue:
        """What one row says of its unit and report."""
        assert self.units is not None
        return row_value(self.own, self.units.grid, number, findings)

    @cached_property
    def lists(self) -> Mapping[str, ListTable]:
        """The tables of `bang`, by the id of their list."""
        raw = self.entries.raw.children.get("bang")
        if self.book is None or raw is None or raw.blank:
            return {}
        found = {}
        for id_, table in raw.children.items():
            entries = Entries(table, f"{ENTRY}.bang.{id_}", LIST_NAMES, self.findings)
            grid = self._table(entries.text("trang"), entries)
            if grid is not None:
                found[id_] = ListTable(grid, entries, self.findings)
        return found

    def unseen(self) -> list[Finding]:
        """What is to be told of figures that nobody sees."""
        return [item for grid in self._grids.values() for item in grid.unseen()]

    @property
    def has_hidden(self) -> bool:
        """Whether a sheet that is read has anything that nobody sees."""
        return any(grid.has_hidden for grid in self._grids.values())

    def settle(self) -> None:
        """Tell rows without any of the headings once, instead of each heading."""
        settle(self._grids.values(), self.findings)

    def _table(self, name: str, entries: Entries) -> Grid | None:
        rows, at = entries.rows("dong_tieu_de"), entries.place("dong_tieu_de")
        return self.grid(name, entries.place("trang"), rows, at)

    def grid(
        self,
        name: str,
        where: Where,
        title_rows: tuple[int, int] | None = None,
        titles_at: Where | None = None,
    ) -> Grid | None:
        """A sheet by its name, the one of `trang` when none is given, or the only one that is seen."""
        typed = name or self.entries.text("trang")
        sheet = self._named(typed, where) if typed else self._only()
        if sheet is None:
            return None
        return self._grids.setdefault((sheet.name, title_rows), Grid(sheet, title_rows, titles_at))

    def _named(self, typed: str, where: Where) -> Sheet | None:
        assert self.book is not None
        sheet = self.book.sheet(typed)
        if sheet is None and typed not in self._missing:
            self._missing.add(typed)
            near = hint(nearest(typed, (item.name.strip() for item in self.book.sheets)))
            facts: dict[str, Any] = {"trang": typed[:60], "tep": self.book.file, "goi_y": near}
            self.findings.append(finding("trang-khong-co", where, **facts))
        return sheet

    def _only(self) -> Sheet | None:
        assert self.book is not None
        seen = [sheet for sheet in self.book.sheets if not sheet.hidden]
        if len(seen) == 1:
            return seen[0]
        if "" not in self._missing:
            self._missing.add("")
            names = ", ".join(f"«{sheet.name.strip()}»" for sheet in seen[:8])
            self.entries.add("trang-chua-neu", "trang", tep=self.book.file, cac_trang=names)
        return None


_TWO_CELLS = re.compile(r"(?P<first>.+[0-9])\s*/\s*(?P<second>[^/]+)")


def _addresses(target: RawValue, findings: list[Finding]) -> list[Address]:
    """The cell a text names, or the two of "C5/D5"; none with a finding."""
    two = _TWO_CELLS.fullmatch(target.text)
    found = [read_address(part) for part in (two.groups() if two else (target.text,))]
    good = [address for address in found if address is not None]
    if len(good) == len(found):
        return good
    findings.append(finding("o-dia-chi-sai", target.where, gia_tri=target.text[:60] or "…"))
    return []
