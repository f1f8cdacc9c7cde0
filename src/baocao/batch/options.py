"""What may be asked of a run over many units."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from baocao.batch.naming import DEFAULT_PATTERN


@dataclass(frozen=True, slots=True)
class Options:
    """How a run is to go.

    pack, unit: used instead of those that the data files name. pattern: of the file names
    (`baocao.batch.naming`). by_parent: a folder for each unit above. processes: 0 for as many as help.
    dask: the address of a scheduler, whose workers are used instead. part: (i, n) does the i-th of n parts.
    again: only the units that the last run could not do. overwrite: also reports that were edited by hand.
    draft, strict: as of `produce`. audited: every report is audited. pdf: every report becomes a PDF as well.
    """

    pack: str = ""
    unit: Path | None = None
    pattern: str = DEFAULT_PATTERN
    by_parent: bool = False
    processes: int = 0
    dask: str = ""
    part: tuple[int, int] = (1, 1)
    again: bool = False
    overwrite: bool = False
    draft: bool = False
    strict: bool = False
    audited: bool = False
    pdf: bool = False

    @property
    def part_name(self) -> str:
        """The part in names of files, "2-5"; "" for a run over all units."""
        return f"{self.part[0]}-{self.part[1]}" if self.part[1] > 1 else ""
