"""Data files with a table that has a row for each unit, as far as a run needs to know them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from baocao.errors import Finding
from baocao.vietnamese.unit_names import find_unit

Row = tuple[str, int]
"""The unit's name in a row, and the row's number from 0."""


@dataclass(frozen=True, slots=True)
class Table:
    """The units of a table. findings: what is to be said of its files. period: kind and period of its data,
    to be compared with those of another.
    """

    path: Path
    rows: tuple[Row, ...] = ()
    findings: tuple[Finding, ...] = ()
    period: tuple[bytes, ...] = ()

    def rows_of(self, asked: str) -> tuple[Row, ...]:
        """The row of a unit's name, or of its number as a workbook counts; none when there is no such."""
        if asked.isascii() and asked.isdigit():
            number = asked.lstrip("0")
            return tuple(row for row in self.rows if str(row[1] + 1) == number)
        found = find_unit(asked, self.rows)
        return found if len(found) == 1 else ()


def open_table(path: Path, unit: str = "") -> Table | None:
    """The table that a data file maps; None when it is the data of one unit.

    unit: a profile used instead of the file's own. Raises `DataError` when no row of the table can be read.
    """
    from baocao.intake.canonical import canonical
    from baocao.intake.table import maps_units, open_units
    from baocao.source.files import read_tree

    main = read_tree(path)
    if not main.readable or not maps_units(main.value):
        return None
    table = open_units(path, unit_path=unit or None)
    rows = tuple((row.name, row.number) for row in table.units)
    entries = (main.value.children.get(name) for name in ("goi", "ky"))
    period = tuple(canonical(raw) if raw is not None else b"" for raw in entries)
    return Table(path, rows, tuple(table.findings), period)
