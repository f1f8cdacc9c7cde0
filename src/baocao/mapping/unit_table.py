"""A table with a row for each unit, opened once and read row by row."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from baocao.errors import DataError, Finding, Where, finding, stops
from baocao.mapping.mapped_book import ENTRY, MappedBook
from baocao.mapping.mapping import check_shared, filled, has_workbook, lists_of, of_row, without_rows
from baocao.mapping.namesakes import Namesakes
from baocao.mapping.own_entries import is_shared
from baocao.mapping.sorted_rows import SortedRows
from baocao.mapping.unit_profile import nameless
from baocao.mapping.unit_rows import UnitRows
from baocao.source.files import read_tree
from baocao.source.raw import RawValue, Reading

_OF_ROWS = "dong-an-co-so-lieu"


def maps_units(main: RawValue) -> bool:
    """Whether a data file stands for all units of its table: it has a column of their names, names none of
    the rows, and its `don_vi` is what they have in common (`own_entries.is_shared`).
    """
    table = main.children[ENTRY].children if ENTRY in main.children else {}
    row = table.get("dong")
    return "cot_don_vi" in table and (row is None or row.blank) and is_shared(main)


def read_rows(path: Path) -> Iterator[tuple[str, Reading]]:
    """Every unit of a mapped table, from the top: the name in its row, and the data file with its figures.

    What is to be said of the files stands with the first unit. Raises as `UnitTable`.
    """
    return _each(UnitTable(read_tree(path), path))


def _each(table: UnitTable) -> Iterator[tuple[str, Reading]]:
    said = table.findings
    for name, row in table.units:
        reading = table.figures(row)
        yield name, Reading(reading.value, (*said, *reading.findings))
        said = ()


class UnitTable:
    """The table of a data file. units: name and row (from 0) of each, from the top; one with several rows
    comes once, with a finding. findings: what is to be said of the files. main: the data file as typed.
    names: the same units by their names.

    Raises `DataError` with every fault that keeps all units from being read.
    """

    def __init__(self, main: Reading, path: Path) -> None:
        if not main.readable:
            raise DataError(main.findings)
        if not has_workbook(main.value):
            raise DataError(finding("khong-co-bang-tinh", Where(str(path)), tep=path))
        self.main, self.book = main.value, MappedBook(main.value, path.parent)
        self._shared = [] if self.book.cells is None else [self.book.cells]
        rows = _units(self.book)
        findings = (*main.findings, *self.book.findings)
        if stops(findings) or rows is None:
            raise DataError(findings)
        self._rows = rows
        self._sorted = SortedRows(rows, self.book)
        self.names = Namesakes(rows, self._sorted.units, self.book.own)
        self._repeated = self.names.repeated()
        self.units = self.names.units
        told = (*self._sorted.passed_by(), *self.names.same_code(), *self._strangers())
        self.findings = (*findings, *told, *self._unseen())

    def reading(self, row: int) -> Reading:
        """The data file with what one row gives, and what is to be said of that row alone."""
        said: list[Finding] = []
        value = self._filled(of_row(self.main, self.book, row, said), row, said)
        said += self._about(row)
        return Reading(value, (*said, *without_rows(self.book, self._rows.name(row))))

    def figures(self, row: int) -> Reading:
        """The same without what the row says of profile and head: to add up, or to compare with."""
        said: list[Finding] = []
        value = self._filled(self.main, row, said)
        if row in self._sorted.nameless:
            said.append(nameless(self._rows.cell(row), self.names.code(row)))
        return Reading(value, (*said, *self._about(row)))

    def _about(self, row: int) -> list[Finding]:
        repeated = self._repeated.get(row)
        return [*self.book.unseen(), *([] if repeated is None else [repeated])]

    def _filled(self, main: RawValue, row: int, findings: list[Finding]) -> RawValue:
        lists = lists_of(self.book, self._rows.name(row), findings)
        return filled(main, [*self._shared, self.book.row(row, findings), *lists], findings)

    def _strangers(self) -> Iterator[Finding]:
        """Units that only a list has: their rows would get lost."""
        names = [name for name, _ in self._rows.named]
        for id_, table in self.book.lists.items():
            yield from table.strangers(names, id_)

    def _unseen(self) -> list[Finding]:
        """What is to be told of single cells, columns and sheets that nobody sees: with the files, once,
        whichever row is read first. Hidden rows are told with their units.
        """
        told = self.book.unseen()
        if self.book.has_hidden:
            for _, row in self.units:
                self._filled(of_row(self.main, self.book, row, []), row, [])
            told += (item for item in self.book.unseen() if item.code != _OF_ROWS)
        return told


def _units(book: MappedBook) -> UnitRows | None:
    """The rows of the units, all columns found; the faults of both are written down."""
    if not book.entries.text("cot_don_vi"):
        book.entries.add("thieu-muc", "cot_don_vi", muc="cot_don_vi", vi_du="B")
    units = book.units
    if units is None:
        return None
    check_shared(book)
    for id_, table in book.lists.items():
        if not table.of_units:
            table.entries.add("bang-chung", "", muc=id_)
        table.prepare()
    book.find_columns()
    if not units.named and not stops(book.findings):
        book.entries.add("khong-co-don-vi", "cot_don_vi", trang=units.grid.name)
    book.settle()
    return units
