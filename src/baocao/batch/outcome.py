"""What came of a job: first as its worker hands it over, then as it stands in the folder of the results."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from baocao.batch.jobs import Job
from baocao.errors import Finding, finding


class Status(StrEnum):
    """How a job ended; the words of the result table."""

    MADE = "đã làm"
    SAME = "không đổi"
    KEPT = "giữ bản đã sửa tay"
    FAILED = "chưa làm được"


Pair = tuple[str, str]
"""A file or folder that a report was made from, and its digest."""


@dataclass(frozen=True, slots=True)
class Known:
    """What an earlier run wrote down of a job. inputs: the files and folders it was made from, with their
    digests. key: the digest of all that decides the bytes. output: the digest of the report.
    """

    inputs: tuple[Pair, ...]
    key: str
    output: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What a worker hands over. unit, code, parent: name and code of the unit, name of the unit above; "" as
    far as not known. name: the file name that the pattern gives, "" when there is no report. data, pack:
    digests of the unit's data and of the pack. known: as it is to be written down. temporary: the finished
    report, written out but not yet in its place; "" when there is none. unchanged: the earlier report
    still is what would be made. findings: everything to be told of the unit. seconds: of the worker.
    about: pack and period, "" when there is no report; of these a unit has one report.
    """

    job: Job
    unit: str = ""
    code: str = ""
    parent: str = ""
    name: str = ""
    data: str = ""
    pack: str = ""
    known: Known | None = None
    temporary: str = ""
    unchanged: bool = False
    findings: tuple[Finding, ...] = ()
    seconds: float = 0.0
    about: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """A job that is done with. file: the report, relative to the folder of the results, "" when there is
    none. output: its digest. findings: all there is to tell of the unit, those of its draft first. pdf,
    pages: its PDF, likewise, and how many pages that has.
    """

    draft: Draft
    status: Status
    file: str = ""
    output: str = ""
    findings: tuple[Finding, ...] = ()
    pdf: str = ""
    pages: int = 0

    @property
    def failed(self) -> bool:
        """Whether the unit is without what was asked for."""
        return self.status is Status.FAILED


def unforeseen(fault: Exception) -> Finding:
    """A fault of the program that one unit met: it is told of that unit, the others go on."""
    return finding("loi-noi-bo", ly_do=f"{type(fault).__name__}: {fault}")
