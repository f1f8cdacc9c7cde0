"""Entries of a list of jobs that cannot be done: units without a report, in their places among the others."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from baocao.batch.jobs import Job
from baocao.batch.outcome import Draft
from baocao.errors import Finding, Severity


@dataclass(frozen=True, slots=True)
class Undone:
    """An entry and its faults. number: in its list, from 1. after: how many jobs stand before it."""

    path: Path
    name: str
    number: int
    after: int
    findings: tuple[Finding, ...]

    def draft(self, place: int) -> Draft:
        """As if it had been tried."""
        job = Job(f"{self.name}&viec={self.number}", place, str(self.path.absolute()))
        return Draft(job, unit=f"Việc thứ {self.number} của {self.path.name}", findings=self.findings)


def faults_by_entry(findings: Iterable[Finding]) -> dict[int, tuple[Finding, ...]]:
    """The errors of a list that are about one entry, by its number."""
    found: dict[int, tuple[Finding, ...]] = {}
    for item in findings:
        number = dict(item.facts).get("thu_tu")
        if number is not None and item.level is Severity.ERROR:
            found[int(number)] = (*found.get(int(number), ()), item)
    return found


def in_one_row(jobs: Sequence[Job], undone: Sequence[Undone]) -> tuple[tuple[Job, ...], tuple[Draft, ...]]:
    """Jobs and entries that cannot be done, with their places counted together."""
    bounds = sorted(item.after for item in undone)
    placed = (replace(job, place=at + bisect_right(bounds, at)) for at, job in enumerate(jobs))
    in_order = sorted(undone, key=lambda item: item.after)
    return tuple(placed), tuple(item.draft(item.after + at) for at, item in enumerate(in_order))
