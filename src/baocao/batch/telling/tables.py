"""The tables of a run, beside its reports: `ket-qua.jsonl` for scripts, `ket-qua.xlsx` for people."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from baocao.batch.lines import as_line
from baocao.batch.outcome import Result
from baocao.batch.telling.own_tables import OwnTables
from baocao.batch.telling.result_book import Cell, result_book
from baocao.batch.telling.rows import EARLIER, Row, row_of
from baocao.errors import Finding, OutputError, finding
from baocao.output import check_target, write_result

NAME = "ket-qua"
_ENDINGS = ("", *(f" ({number})" for number in range(2, 10)))
"""Of the usual name, and of those that are used when that one is taken."""
_TAKEN = {"tep-dang-mo": "bang-dang-mo", "khong-duoc-ghi": "bang-dang-mo", "tep-da-co": "bang-cua-nguoi"}
"""Why the usual name cannot be used, and how that is told once the table stands under another one."""


@dataclass(frozen=True, slots=True)
class Written:
    """The tables of a run. book, lines: where they stand, None when they could not be written."""

    book: Path | None
    lines: Path | None
    findings: tuple[Finding, ...] = ()


class Rows(Sequence[Row]):
    """Rows as lines of JSON, read when they are asked for: a run over a country keeps little in memory."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        self._lines = tuple(lines)

    def __len__(self) -> int:
        return len(self._lines)

    def __getitem__(self, place: int) -> Row:  # type: ignore[override]
        row: Row = json.loads(self._lines[place])
        return row

    def __iter__(self) -> Iterator[Row]:
        return map(json.loads, self._lines)

    @property
    def data(self) -> bytes:
        """All lines."""
        return b"".join(self._lines)


class Tables:
    """Takes the results of a run as they come, and writes its tables at the end.

    folder: of the reports. part: goes into the names of the tables ("2-5"), "" for a run over all units.
    """

    def __init__(self, folder: Path, part: str = "") -> None:
        self._usual = folder / (f"{NAME}-{part}" if part else NAME)
        self._own = OwnTables(folder, self._usual.name)
        self._lines: dict[tuple[int, str], bytes] = {}
        self._findings: list[Finding] = []

    def take(self, result: Result, *, earlier: bool = False) -> Row:
        """Keep the row of a result and return it; a later result of the same job takes its place.

        earlier: this run did not come to the unit, the result is that of the run before.
        """
        row = row_of(result)
        if earlier:
            row[EARLIER] = True
        self._lines[row["thu_tu"], row["viec"]] = as_line(row)
        return row

    def close(self, general: Sequence[Finding], sums: Mapping[str, Cell]) -> Written:
        """Write both tables, with the units in the order of their jobs. general: findings of no unit."""
        rows = Rows(line for _, line in sorted(self._lines.items()))
        lines = self._write(".jsonl", rows.data)
        book = self._write(".xlsx", result_book(rows, [item.as_data() for item in general], sums))
        return Written(book, lines, tuple(self._findings))

    def _write(self, suffix: str, data: bytes) -> Path | None:
        """Write a table; under another name where the usual one is taken by a file that is not ours, or by
        our last table while that is open in an office program.
        """
        usual, *others = (self._usual.with_name(self._usual.name + other + suffix) for other in _ENDINGS)
        fault = self._fault_of(usual, data)
        if fault is None:
            self._remove_old(others)
            return usual
        for path in others if fault.code in _TAKEN else ():
            if self._fault_of(path, data) is None:
                self._findings.append(finding(_TAKEN[fault.code], tep=usual, khac=path))
                return path
        self._findings.append(finding("bang-khong-ghi-duoc", tep=usual, ly_do=fault.text))
        return None

    def _fault_of(self, path: Path, data: bytes) -> Finding | None:
        """Write a table where that is allowed; what keeps it from being written."""
        try:
            check_target(path, suffix=path.suffix, overwrite=self._own.has_written(path))
            self._own.remember(path, data)
            write_result(path, data, overwrite=True)
        except OutputError as fault:
            return fault.findings[0]
        return None

    def _remove_old(self, others: Iterable[Path]) -> None:
        """Remove what earlier runs wrote beside a table that was taken: it tells of the past."""
        for path in others:
            with contextlib.suppress(OSError, OutputError):
                if self._own.has_written(path):
                    check_target(path, suffix=path.suffix, overwrite=True)
                    path.unlink(missing_ok=True)
