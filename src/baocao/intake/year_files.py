"""The files of other years that a report is compared with; of a table of units the row of the unit itself."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from baocao.errors import DataError, Finding, Where, finding
from baocao.intake.files import read_entries
from baocao.intake.paths import files_of
from baocao.intake.periods import PeriodKey
from baocao.intake.workbook import ENTRY, with_workbook
from baocao.packs.finder import packs_of_years
from baocao.source.raw import RawValue, Reading, nothing

if TYPE_CHECKING:
    from baocao.mapping.unit_table import UnitTable


class YearFiles:
    """Reads each file once, however many records ask for it."""

    def __init__(self) -> None:
        self._told: set[Path] = set()
        self._opened: dict[Path, Reading | UnitTable] = {}
        self._digests: dict[Path, bytes] = {}
        self._around: dict[tuple[Path, PeriodKey, PeriodKey, tuple[str, ...]], tuple[Path, ...]] = {}
        self._packs: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}

    def read(self, path: Path, unit: RawValue, named_at: Where | None = None) -> Reading:
        """What a file says of a unit. unit: its profile. named_at: the place that names the file."""
        if path not in self._opened:
            self._opened[path] = self._open(path, named_at)
        opened = self._opened[path]
        return opened if isinstance(opened, Reading) else self._row(opened, path, unit, named_at)

    def tell(self) -> tuple[Finding, ...]:
        """What is to be said of the tables opened so far; it is not told again with their units."""
        tables = {
            path: item.findings
            for path, item in self._opened.items()
            if not isinstance(item, Reading) and path not in self._told
        }
        self._told |= tables.keys()
        return tuple(found for findings in tables.values() for found in findings)

    def packs(self, pack_id: str, unit_folders: tuple[str, ...]) -> tuple[str, ...]:
        """The kind of report that a data file names, then those whose files serve as its other years."""
        asked = pack_id, unit_folders
        if asked not in self._packs:
            self._packs[asked] = (pack_id, *packs_of_years(pack_id, unit_folders))
        return self._packs[asked]

    def around(self, path: Path, of: PeriodKey, other: PeriodKey, packs: tuple[str, ...]) -> tuple[Path, ...]:
        """As `paths.files_of`; the folders are looked into once."""
        asked = path, of, other, packs
        if asked not in self._around:
            self._around[asked] = files_of(*asked)
        return self._around[asked]

    def digest(self, path: Path) -> bytes:
        """A digest of a file and of the workbook that it maps; of one that cannot be read, of nothing."""
        if path not in self._digests:
            named = read_entries(path).value.children.get(ENTRY)
            book = None if named is None else named.children.get("tep")
            files = [path] if book is None else [path, path.parent / book.text.strip()]
            whole = sha256(b"".join(file.read_bytes() for file in files if file.is_file()))
            self._digests[path] = whole.digest()
        return self._digests[path]

    def _open(self, path: Path, named_at: Where | None) -> Reading | UnitTable:
        main = read_entries(path, named_at)
        if ENTRY not in main.value.children:
            return main
        from baocao.mapping.unit_table import UnitTable, maps_units

        if not maps_units(main.value):
            return with_workbook(main, path.parent)
        try:
            return UnitTable(main, path)
        except DataError as fault:
            return nothing(str(path), *fault.findings)

    def _row(self, table: UnitTable, path: Path, unit: RawValue, named_at: Where | None) -> Reading:
        from baocao.mapping.namesakes import mark_of

        name = unit.children["ten"].text.strip() if "ten" in unit.children else ""
        rows = table.names.rows_of(name, mark_of(unit))
        if len(rows) != 1:
            lack = "nam-truoc-khong-co-dong" if not rows else "nam-truoc-nhieu-dong"
            place = named_at or Where(str(path))
            return nothing(str(path), finding(lack, place, tep=path.name, don_vi=name or "…"))
        reading = table.figures(rows[0])
        told = () if path in self._told else table.findings
        return Reading(reading.value, (*told, *reading.findings))
