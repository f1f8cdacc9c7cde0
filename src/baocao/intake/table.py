"""One data file with a row for each unit -> a record for each: the files are read once for all of them.

    goi: cchc-nam
    don_vi: {cap_tren: ../don-vi.yaml, ky_hieu: UBND}      what the units have in common: no `ten`
    bang_tinh: {tep: cac-xa.xlsx, cot_don_vi: B, cot: {…}, ho_so: {ma: A}, van_ban: {so: Số}}

A record is the same as the one that `reader.read` makes of that row (`--dong`).
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from baocao.errors import DataError, finding, stops
from baocao.intake.canonical import canonical
from baocao.intake.files import read_entries
from baocao.intake.profile import Above
from baocao.intake.raw import RawRecord, RawValue
from baocao.intake.reader import in_workplace, record_of
from baocao.intake.references import files_read
from baocao.intake.year_files import YearFiles
from baocao.intake.years import with_files_around
from baocao.mapping.own_entries import PROFILE, is_shared
from baocao.mapping.unit_table import UnitTable as MappedTable
from baocao.mapping.unit_table import maps_units
from baocao.workplace import find_workplace

__all__ = ["TableRow", "UnitTable", "maps_units", "open_units"]


class TableRow(NamedTuple):
    """A unit of a table: its name as it stands there, and its row, from 0. Units of one name have their code
    or the unit above in brackets behind it, so that no two have the same.
    """

    name: str
    number: int


def open_units(path: Path | str, *, unit_path: Path | str | None = None) -> UnitTable:
    """Open a data file that maps a table with a row for each unit (`maps_units`).

    unit_path: a unit profile asked for instead of the file's own; it cannot be that of all units.
    Raises `DataError` with every fault that keeps all units from being read.
    """
    file = Path(path)
    main = read_entries(file)
    table = MappedTable(main, file)
    if unit_path is not None or not is_shared(table.main):
        where = table.main.children.get(PROFILE, table.main).where.but(key=PROFILE)
        raise DataError(finding("bang-can-don-vi-chung", where, so=f"{len(table.units):02d}"))
    return UnitTable(file, table)


class UnitTable:
    """An open table. units: from the top; a unit with several rows stands there once, with a finding in its
    record. findings: what is to be said of the files, once for all units. files: those that the record of the
    first unit was read from.
    """

    def __init__(self, file: Path, table: MappedTable) -> None:
        self.file, self._table = file, table
        labels = zip(table.names.labels(), table.units, strict=True)
        self.units = tuple(TableRow(label, row) for label, (_, row) in labels)
        self._place = find_workplace(file.parent)
        self._above, self._years = Above(file.parent), YearFiles()
        self._dumps: dict[int, tuple[RawValue, bytes]] = {}
        self._latest: tuple[int, RawRecord] | None = None
        above = self._above.tell(table.main.children[PROFILE])
        if stops(above):
            raise DataError((*table.findings, *above))
        self.files = self._open_others()
        self.findings = (*table.findings, *above, *self._years.tell())

    def record(self, number: int) -> RawRecord:
        """The data of the unit in a row; faults of that row are findings of the record."""
        if self._latest is None or self._latest[0] != number:
            self._latest = number, self._record(number)
        return self._latest[1]

    def _record(self, number: int) -> RawRecord:
        main = self._table.reading(number)
        profiles = self._above.profiles(main.value.children[PROFILE])
        raw = record_of(main, str(self.file), self.file.parent, profiles, self._years)
        if self._place is not None:
            raw = in_workplace(raw, self._place)
        return with_files_around(raw, self.file)

    def content(self, number: int) -> bytes:
        """Everything that decides the report of a row but pack, templates and program: what the row and the
        data file say, the profiles above, the unit's figures of last year, the files of earlier ones. Places
        are no part of it, so that a row put in above changes nothing.
        """
        raw = self.record(number)
        faults = "|".join(item.code for item in raw.findings if stops((item,)))
        before = raw.previous_file or raw.previous
        trees = [
            raw.main,
            *(item.figures for item in raw.years.values()),
            *([] if before is None else [before]),
        ]
        above = [self._dumped(item) for item in raw.parents]
        earlier = [self._years.digest(Path(name)) for names in raw.year_files.values() for name in names]
        return b"\n".join((*map(canonical, trees), b"", *above, b"", *earlier, faults.encode()))

    def _open_others(self) -> tuple[Path, ...]:
        """Have the files opened that all records are read from beside the table."""
        return files_read(self._record(self.units[0].number))

    def _dumped(self, shared: RawValue) -> bytes:
        known = self._dumps.get(id(shared))
        if known is None:
            known = self._dumps[id(shared)] = shared, canonical(shared)
        return known[1]
