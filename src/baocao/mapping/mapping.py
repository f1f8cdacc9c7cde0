"""A unit's own workbook as data: the entry `bang_tinh` of a data file says where each figure stands.

    bang_tinh: {tep: bao-cao.xlsx, trang: Tổng hợp, o: {tthc.tiep_nhan: C5, tthc.dung_han: "Quý IV!C7"}}
    bang_tinh: {tep: cac-xa.xlsx, dong_tieu_de: 3, cot_don_vi: B, cot: {tthc.tiep_nhan: Đã tiếp nhận}}

`o` names a cell for each indicator; `cot` a column for each, in a table with a row for each unit; `bang` the
columns of a list. Everything else of the data file stays as typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from baocao.errors import DataError, Finding, Where, finding, stops
from baocao.mapping.joining import joined
from baocao.mapping.mapped_book import ENTRY, MappedBook
from baocao.mapping.unit_rows import UnitRows
from baocao.source.files import read_tree
from baocao.source.raw import Literal, RawValue, Reading

FIGURES = "so_lieu"


def has_workbook(main: RawValue) -> bool:
    """Whether a data file takes figures from a workbook."""
    return ENTRY in main.children


def from_workbook(main: Reading, folder: Path, *, unit: str = "", row: str = "") -> Reading:
    """The data file with the figures its `bang_tinh` names; every fault is a finding.

    folder: where the name of the workbook starts. unit: the unit's name in its profile. row: the row of the
    table to read instead of the unit's own: its number, or the name in it.
    """
    book = MappedBook(main.value, folder)
    parts = [] if book.cells is None else [book.cells]
    name = unit
    if book.units is not None:
        number = book.units.row_of(unit, row)
        if number is not None:
            parts.append(book.row(number, book.findings))
            name = book.units.name(number) or unit
    elif row and not book.has_rows:
        book.findings.append(finding("dong-khong-co-bang", book.entries.place(), dong=row))
    elif row:
        name = row
    parts += _lists(book, name, book.findings)
    book.findings += book.unseen()
    for id_, table in book.lists.items():
        if table.of_units and table.lacks(name):
            table.entries.add("bang-khong-co-dong", "", muc=id_, don_vi=name or "…")
    value = _filled(main.value, parts, book.findings)
    return Reading(value, (*main.findings, *book.findings))


def read_rows(path: Path) -> Iterator[tuple[str, Reading]]:
    """Every unit of a mapped table, from the top: the name in its row, and the data file with its figures.

    The data file and the workbook are read once. A unit with several rows comes once, with a finding; what
    is to be said of the files stands with the first unit. Raises `DataError` with every fault that keeps
    all units from being read.
    """
    main = read_tree(path)
    if not main.readable:
        raise DataError(main.findings)
    if not has_workbook(main.value):
        raise DataError(finding("khong-co-bang-tinh", Where(str(path)), tep=path))
    book = MappedBook(main.value, path.parent)
    shared = [] if book.cells is None else [book.cells]
    units = _units(book)
    findings = (*main.findings, *book.findings)
    if stops(findings) or units is None:
        raise DataError(findings)
    return _each(main.value, book, units, shared, findings)


def _units(book: MappedBook) -> UnitRows | None:
    """The rows of the units, all columns found; the faults of both are written down."""
    if not book.entries.text("cot_don_vi"):
        book.entries.add("thieu-muc", "cot_don_vi", muc="cot_don_vi", vi_du="B")
    units = book.units
    if units is None:
        return None
    for id_, table in book.lists.items():
        if not table.of_units:
            table.entries.add("bang-chung", "", muc=id_)
    if not units.named and units.column is not None and book.columns.items:
        book.entries.add("khong-co-don-vi", "cot_don_vi", trang=units.grid.name)
    return units


def _each(
    main: RawValue, book: MappedBook, units: UnitRows, shared: list[RawValue], findings: Iterable[Finding]
) -> Iterator[tuple[str, Reading]]:
    repeated, further = units.repeated()
    said = list(findings)
    for name, row in units.named:
        if row in further:
            continue
        parts = [*shared, book.row(row, said)]
        parts += _lists(book, name, said)
        value = _filled(main, parts, said)
        said += book.unseen()
        if row in repeated:
            said.append(repeated[row])
        yield name, Reading(value, tuple(said))
        said = []


def _lists(book: MappedBook, unit: str, findings: list[Finding]) -> list[RawValue]:
    """The lists of `bang`, each below its own names."""
    return [_nested(id_, table.value(unit, findings)) for id_, table in book.lists.items()]


def _nested(id_: str, value: RawValue) -> RawValue:
    for name in reversed(id_.split(".")):
        value = RawValue({name: value}, value.where, Literal.MAP)
    return value


def _filled(main: RawValue, parts: list[RawValue], findings: list[Finding]) -> RawValue:
    """The data file with what its workbook gives in the place of `bang_tinh`."""
    entries = {name: child for name, child in main.children.items() if name != ENTRY}
    figures = entries.pop(FIGURES, None)
    for part in parts:
        figures = joined(figures, part, findings)
    if figures is not None:
        entries[FIGURES] = figures
    return RawValue(entries, main.where, main.literal)
