"""Units that stand in two places: in two tables, twice in a list; two reports that ask for one name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from baocao.batch.jobs import Job
from baocao.batch.outcome import Draft
from baocao.batch.sources.joblist import Task
from baocao.batch.sources.unit_tables import Table
from baocao.batch.sources.wording import some_of
from baocao.errors import Finding, Where, finding
from baocao.vietnamese.unit_names import unit_key


class Twice:
    """Notes the rows of tables; tells of units that two tables have for the same period and pack."""

    def __init__(self) -> None:
        self._first: dict[tuple[object, ...], Table] = {}
        self._names: dict[tuple[Path, Path], dict[str, None]] = defaultdict(dict)

    def note(self, name: str, table: Table, pack: str) -> None:
        """One more row that is to be made."""
        first = self._first.setdefault((unit_key(name), table.period, pack), table)
        if first.path != table.path:
            self._names[first.path, table.path][name] = None

    def told(self) -> Iterator[Finding]:
        """One finding for each two tables."""
        for (one, other), names in self._names.items():
            place = Where(str(other))
            yield finding(
                "hang-loat-trung-don-vi", place, don_vi=some_of(names, "đơn vị"), mot=one.name, hai=other.name
            )


class SameNames:
    """Notes the file names that the entries of a list ask for; tells of those for several reports."""

    def __init__(self) -> None:
        self._asking: dict[str, dict[Job, Task]] = defaultdict(dict)

    def note(self, task: Task, jobs: Iterable[Job]) -> None:
        """The jobs of one more entry."""
        if task.name:
            self._asking[task.name.casefold()].update((job, task) for job in jobs)

    def told(self) -> Iterator[Finding]:
        """One finding a name, at the last of the entries that ask for it."""
        for jobs in self._asking.values():
            tasks = tuple({task.number: task for task in jobs.values()}.values())
            if len(jobs) > 1:
                last = tasks[-1]
                numbers = " và ".join(str(task.number) for task in tasks[:2])
                place = last.where.but(key="tep")
                yield finding("viec-trung-tep", place, cac_viec=numbers, so=len(jobs), tep=last.name)


def told_copies(jobs: Iterable[Job]) -> Iterator[Finding]:
    """The units of which several reports are made of the same data, profile and pack, under other names."""
    names: dict[Job, list[str]] = defaultdict(list)
    for job in jobs:
        names[replace(job, name="")].append(job.name or "theo --ten-tep")
    for job, several in names.items():
        if len(several) > 1:
            row = "" if job.row is None else f", dòng {job.row + 1}"
            listed = some_of(several, "tên")
            yield finding("viec-hai-ban", Where(job.file), tep=Path(job.file).name + row, cac_ten=listed)


def told_clashes(drafts: Iterable[Draft]) -> Iterator[Finding]:
    """The reports of a run that the pattern gives one name; each got a mark of its own (`naming.apart`).
    Names that a list asks for are told by their entries.
    """
    asking: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.name:
            asking[draft.name.casefold()].append(draft)
    several = [items for items in asking.values() if len(items) > 1 and not all(map(_is_from_list, items))]
    if several:
        first = several[0]
        sources = " và ".join(f"«{item.job.id}»" for item in first[:2])
        number = sum(map(len, several))
        units = {(item.unit, item.code) for item in first}
        same = "" if len(units) > 1 or not first[0].unit else f", đều của {_named(first[0])}"
        yield finding("hang-loat-trung-ten", so=number, ten=first[0].name, hai_noi=sources, cua=same)


def _is_from_list(draft: Draft) -> bool:
    return draft.job.name != ""


def _named(draft: Draft) -> str:
    return f"{draft.unit} (mã {draft.code})" if draft.code else draft.unit
