"""Where the jobs of a run come from: folders, data files, tables with a row a unit, lists of jobs."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from baocao.batch.jobs import Job
from baocao.batch.outcome import Draft
from baocao.batch.sources.folders import Found, files_below
from baocao.batch.sources.joblist import Task, is_list, read_list
from baocao.batch.sources.twice import SameNames, Twice, told_copies
from baocao.batch.sources.undone import Undone, faults_by_entry, in_one_row
from baocao.batch.sources.unit_tables import Table, open_table
from baocao.errors import BaocaoError, DataError, Finding, Where, finding, stops
from baocao.packs.manifest import PACK_ID
from baocao.packs.shelves import has_pack_files


@dataclass(frozen=True, slots=True)
class Jobs:
    """What is to be made, in the order of the sources, and what is to be told before it begins: files passed
    by, entries of a list that cannot be done (those are errors; the others are done all the same).
    undone: these entries, as units that failed.
    whole: the data files of which no unit was left out; what a ledger has of others in them is no more.
    """

    jobs: tuple[Job, ...]
    findings: tuple[Finding, ...] = ()
    whole: frozenset[str] = frozenset()
    undone: tuple[Draft, ...] = ()

    @property
    def general(self) -> tuple[Finding, ...]:
        """The findings that are of no entry of a list."""
        of_entries = {item for draft in self.undone for item in draft.findings}
        return tuple(item for item in self.findings if item not in of_entries)


def find_jobs(sources: Sequence[Path], *, pack: str = "", unit: Path | str | None = None) -> Jobs:
    """The jobs of folders, data files and lists of jobs.

    pack, unit: name or folder of a pack, and a unit profile, used for all jobs whose list says nothing else.
    Raises `DataError` when a source is not there or nothing is to be made.
    """
    missing = [place for place in sources if not os.path.exists(place)]
    if missing:
        raise DataError([_missing(place) for place in missing])
    asked = Job("", 0, "", unit=os.path.abspath(unit) if unit else "", pack=_pack(pack))
    search = _Search(asked)
    for source in sources:
        search.look_at(source)
    jobs, undone = in_one_row(search.jobs(), search.undone)
    if not jobs:
        places = ", ".join(f"«{place}»" for place in sources)
        nothing = finding("hang-loat-khong-co-viec", noi=places)
        raise DataError(search.findings if stops(search.findings) else (*search.findings, nothing))
    return Jobs(jobs, tuple(search.findings), frozenset(search.whole), undone)


def select_part(jobs: Iterable[Job], part: int, parts: int) -> tuple[Job, ...]:
    """The jobs of one part of several (from 1). A job's part follows from its id alone: further units move
    no other. Raises a `BaocaoError` when there is no such part.
    """
    if not 1 <= part <= parts:
        raise BaocaoError(finding("hang-loat-phan-sai", phan=f"{part}/{parts}"))
    return tuple(job for job in jobs if _share(job, parts) == part - 1)


def _share(job: Job, parts: int) -> int:
    return int(job.mark[:16], 16) % parts


def _missing(place: Path) -> Finding:
    from baocao.vietnamese.text import nearest_file

    beside = os.listdir(place.parent) if os.path.isdir(place.parent) else []
    near = nearest_file(place.name, beside)
    hint = f" Có phải «{near}» không?" if near else ""
    return finding("hang-loat-khong-co-nguon", noi=place, goi_y=hint)


def _pack(named: str) -> str:
    """The name of a pack; that of a folder with its whole path, for workers may stand elsewhere."""
    folder = Path(named)
    if not named or (PACK_ID.fullmatch(named) and not has_pack_files(folder)):
        return named
    return os.path.abspath(folder) if os.path.isdir(folder) else named


@dataclass(slots=True)
class _Made:
    """A job with what its id is made of: the file as seen from its source, and what tells it from others of
    the same file.
    """

    job: Job
    seen_from_source: str
    rest: str = ""


@dataclass(slots=True)
class _Search:
    """Collects jobs. asked: what all of them share."""

    asked: Job
    findings: list[Finding] = field(default_factory=list)
    made: list[_Made] = field(default_factory=list)
    whole: set[str] = field(default_factory=set)
    twice: Twice = field(default_factory=Twice)
    undone: list[Undone] = field(default_factory=list)
    distinct: set[Job] = field(default_factory=set)
    _tables: dict[tuple[Path, str], Table | None] = field(default_factory=dict)

    def look_at(self, source: Path) -> None:
        """Add the jobs of one source."""
        if not source.is_dir():
            self._file(Found(source, source.name))
            return
        files, told = files_below(source)
        self.findings += told
        for found in files:
            self._data_file(found, self.asked)

    def _file(self, found: Found) -> None:
        if not is_list(found.path):
            self._data_file(Found.looked_into(found.path, found.name), self.asked)
            return
        tasks, told = read_list(found.path)
        before = len(self.findings)
        self.findings += told
        asking = SameNames()
        starts: list[tuple[int, int]] = []
        for task in tasks:
            first = len(self.made)
            starts.append((task.number, len(self.distinct)))
            self._task(task)
            asking.note(task, (item.job for item in self.made[first:]))
        self.findings += asking.told()
        file = str(found.path)

        def line_of(item: Finding) -> int:
            return (item.where.line or 0) if item.where.file == file else 0

        self.findings[before:] = sorted(self.findings[before:], key=line_of)
        for number, faults in faults_by_entry(self.findings[before:]).items():
            after = next((jobs for later, jobs in starts if later > number), len(self.distinct))
            self.undone.append(Undone(found.path, found.name, number, after, faults))

    def _task(self, task: Task) -> None:
        job = replace(
            self.asked,
            unit=os.path.abspath(task.folder / task.unit) if task.unit else self.asked.unit,
            pack=_pack_of(task) or self.asked.pack,
            name=task.name,
        )
        found = Found.looked_into(task.folder / task.data, task.data)
        if found.may_be_table and (table := self._opened(found, job)) is not None:
            rows = table.rows_of(task.row) if task.row else table.rows
            if table.rows and not rows:
                self.findings.append(task.no_row(table))
            self._rows(found, job, table, rows, task.rest)
            self._note_whole(found, rows == table.rows)
        elif task.row:
            self.findings.append(task.no_table())
        else:
            self._add(found, job, task.rest)

    def _data_file(self, found: Found, job: Job) -> None:
        table = self._opened(found, job) if found.may_be_table else None
        if table is None:
            self._add(found, job)
        else:
            self._rows(found, job, table, table.rows)
        self._note_whole(found, table is None or bool(table.rows))

    def _note_whole(self, found: Found, whole: bool) -> None:
        """Whether all units of a data file are to be done; of one that cannot be read nothing is known."""
        if whole:
            self.whole.add(os.path.abspath(found.path))

    def _opened(self, found: Found, job: Job) -> Table | None:
        """The table of a data file, read once; one without rows when it cannot be read."""
        key = found.path, job.unit
        if key not in self._tables:
            try:
                table = open_table(*key)
            except BaocaoError as fault:
                table = Table(found.path, findings=fault.findings)
            self.findings += table.findings if table is not None else ()
            self._tables[key] = table
        return self._tables[key]

    def _rows(
        self, found: Found, job: Job, table: Table, rows: Iterable[tuple[str, int]], rest: str = ""
    ) -> None:
        for name, number in rows:
            self.twice.note(name, table, job.pack)
            self._add(found, replace(job, row=number), f"#{name}{rest}")

    def _add(self, found: Found, job: Job, rest: str = "") -> None:
        made = replace(job, file=os.path.abspath(found.path))
        self.distinct.add(made)
        self.made.append(_Made(made, found.name, rest))

    def jobs(self) -> tuple[Job, ...]:
        """All jobs with their ids and places; one that is there twice comes once."""
        once: dict[Job, _Made] = {}
        for item in self.made:
            once.setdefault(item.job, item)
        self.findings += self._told_again()
        self.findings += told_copies(once)
        self.findings += self.twice.told()
        several = tuple(once.values())
        named = zip(
            several, _ids(several), _numbered((item.job.file, item.rest) for item in several), strict=True
        )
        return tuple(
            replace(item.job, id=id_, place=place, part_of_file=part)
            for place, (item, id_, (_, part)) in enumerate(named)
        )

    def _told_again(self) -> Iterator[Finding]:
        times: dict[str, int] = {}
        seen: dict[Job, int] = {}
        for item in self.made:
            seen[item.job] = seen.get(item.job, 0) + 1
            times[item.job.file] = max(times.get(item.job.file, 0), seen[item.job])
        for file, number in times.items():
            if number > 1:
                yield finding("hang-loat-viec-lap", Where(file), tep=Path(file).name, so=number)


def _pack_of(task: Task) -> str:
    """The pack that a list names; a folder is looked for beside the list."""
    beside = task.folder / task.pack
    if task.pack and has_pack_files(beside) and not PACK_ID.fullmatch(task.pack):
        return os.path.abspath(beside)
    return _pack(task.pack)


def _ids(made: Iterable[_Made]) -> list[str]:
    """One id a job: the file as seen from its source, or from the nearest folder that holds all files which
    look alike from theirs; then what tells it from others of the same file.
    """
    several = list(made)
    files: dict[str, set[str]] = {}
    for item in several:
        files.setdefault(item.seen_from_source, set()).add(item.job.file)
    seen = ((_seen(item, files[item.seen_from_source]), item.rest) for item in several)
    return [id_ for _, id_ in _numbered(("", name + rest) for name, rest in seen)]


def _seen(item: _Made, alike: set[str]) -> str:
    return item.seen_from_source if len(alike) == 1 else _from_common(item.job.file, alike)


def _numbered(names: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The names, those that were there before with a number."""
    given: dict[tuple[str, str], int] = {}
    for one in names:
        given[one] = given.get(one, 0) + 1
        yield one if given[one] == 1 else (one[0], f"{one[1]}~{given[one]}")


def _from_common(file: str, alike: Iterable[str]) -> str:
    try:
        return Path(os.path.relpath(file, os.path.commonpath(list(alike)))).as_posix()
    except ValueError:  # several drives of Windows
        return Path(file).as_posix()
