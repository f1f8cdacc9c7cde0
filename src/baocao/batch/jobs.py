"""What a run over many units is asked to do: its jobs, and the settings that all of them share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from pathlib import Path

INNER = ".baocao"
"""The folder of a run's own files, inside the folder of the results."""
DRAFTS = "tam"
"""The folder in it where workers leave finished reports, not yet in their places."""
WHOLE = "tat-ca"
"""The folder in that for a run over all units; a part of a run has one of its own name."""

Chunk = tuple["Job", ...]
"""Jobs that one worker does in a row; those of one table stay together, so that it is read once."""


@dataclass(frozen=True, slots=True)
class Job:
    """One report to make.

    id: the same in every run over the same source, on every machine: the data file as seen from the folder of
    the source, with "#" and the unit's name for a row of a table. place: where the job stands in the source,
    from 0. file: the data file, absolute. row: the unit's row in the table that the data file maps, from 0;
    None when the file is of one unit. unit: a profile used instead of the file's own, absolute. pack: a pack
    used instead of the file's own. name: file name asked for by a list of jobs, relative to the folder of the
    results. part_of_file: what tells the job from others of the same data file; wherever the source begins, a
    job is the same one by its file and this.
    """

    id: str
    place: int
    file: str
    row: int | None = None
    unit: str = ""
    pack: str = ""
    name: str = ""
    part_of_file: str = ""

    @property
    def mark(self) -> str:
        """Hexadecimal digits that follow from the id: for names of drafts, to tell reports of one name apart,
        to share the jobs among parts. An id may hold letters that no encoding has, as names of files do.
        """
        return sha256(self.id.encode(errors="surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Settings:
    """What all jobs of a run share. folder: of the results, absolute. pattern: of the file names
    (`baocao.batch.naming`). draft, strict: as of `produce`. audited: finished reports are audited as well.
    part: "2-5" for the second of five parts, "" for a run over all units.
    """

    folder: str
    pattern: str
    draft: bool = False
    strict: bool = False
    audited: bool = False
    part: str = ""

    @property
    def drafts(self) -> Path:
        """Where finished reports wait: no run clears away what another part of it has finished."""
        return Path(self.folder, INNER, DRAFTS, self.part or WHOLE)


def chunks(jobs: Sequence[Job], size: int) -> Iterator[Chunk]:
    """The jobs in their order, `size` at a time; no chunk has rows of two tables."""
    for _, of_table in groupby(jobs, key=lambda job: job.file if job.row is not None else ""):
        several = tuple(of_table)
        yield from (several[at : at + size] for at in range(0, len(several), size))
