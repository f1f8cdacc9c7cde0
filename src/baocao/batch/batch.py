"""All reports of a run, from the sources to the tables; for `baocao hang-loat` and for scripts in Python.

    summary = baocao.make_reports(["so-lieu/2026"], "bao-cao", baocao.BatchOptions(pdf=True))
    for one in summary.failed:
        print(one.unit, one.finding)

Only what a run has in common stands here; its phases are `running`, what is kept of it `ledger` and `tables`.
"""

from __future__ import annotations

import datetime as dt
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from baocao.batch.events import Ahead, Event, Lost, Moved, Stopped
from baocao.batch.interrupts import Stop, stop_on_signals
from baocao.batch.jobs import Job, Settings
from baocao.batch.keeping.ledger import Ledger, has_ledger
from baocao.batch.keeping.locks import open_ledger
from baocao.batch.keeping.orphans import Orphans, told_orphans
from baocao.batch.naming import check_pattern
from baocao.batch.options import Options
from baocao.batch.outcome import Draft, Result, Status
from baocao.batch.running import run, run_pdfs
from baocao.batch.sources.job_finder import Jobs, find_jobs, select_part
from baocao.batch.sources.twice import told_clashes
from baocao.batch.telling.result_book import Cell
from baocao.batch.telling.tables import Tables, Written
from baocao.batch.telling.tally import Tally, Told, Watch
from baocao.batch.workers.executors import Workers, cores, open_workers
from baocao.errors import BaocaoError, Finding, finding
from baocao.output import make_folder
from baocao.version import __version__
from baocao.vietnamese.text import first_upper

_FEW = 8
"""So many reports are made sooner than a process is started."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run has done. total: units it was to do. counts: by how they ended. kept: reports edited by
    hand. foreign, kept_pdf: reports and PDFs of somebody else that stand in the places of ours. left: units
    it did not come to, None unless it was interrupted. doubtful, faulty: reports whose findings ask to be
    looked at, and those that an audit asks to mend. findings: of no single unit. seconds: all in all.
    """

    total: int
    counts: Counter[Status]
    kept: tuple[Told, ...]
    foreign: tuple[Told, ...]
    kept_pdf: tuple[Told, ...]
    failed: tuple[Told, ...]
    without_pdf: tuple[Told, ...]
    left: int | None
    doubtful: int
    faulty: int
    findings: tuple[Finding, ...]
    tables: Written
    seconds: float


def run_batch(
    sources: Sequence[Path | str],
    folder: Path | str,
    options: Options | None = None,
    *,
    watch: Watch | None = None,
) -> Summary:
    """Make the reports of all units of `sources` in `folder`, and the tables of the run.

    sources: folders of data files or forms, data files of one unit, data files with a row a unit, lists of
    jobs. watch: called at each step. Ctrl-C ends the run in good order; the same call goes on later. What is
    wrong with one unit is in its row and stops no other. Raises `BaocaoError` when the pattern of the names
    or the part is not possible or there is no such profile, `DataError` when the sources give no unit,
    `OutputError` when the folder or the workers cannot be used.
    """
    began = time.monotonic()
    wishes = options or Options()
    settings = _settings(Path(folder), wishes)
    found = find_jobs(list(map(Path, sources)), pack=wishes.pack, unit=wishes.unit)
    jobs = select_part(found.jobs, *wishes.part)
    undone = tuple(draft for draft in found.undone if select_part([draft.job], *wishes.part))
    tables = Tables(_made_folder(folder, wishes), wishes.part_name)
    tally = Tally(tables, watch, with_pdf=wishes.pdf)
    with ExitStack() as stack:
        stop = stack.enter_context(stop_on_signals())
        ledger = stack.enter_context(open_ledger(Path(settings.folder), wishes.part_name))
        orphans = Orphans(ledger, found.jobs, found.whole)
        wanted = ledger.wanting(jobs) if wishes.again else jobs
        workers = stack.enter_context(_workers(wishes, wanted, settings.folder))
        run_ = _Run(wishes, settings, workers, ledger, orphans, stop)
        total = len(wanted) + len(undone)
        ending = _Ending(run_, found, jobs, tables, tally, sources, total, began)
        try:
            left = _work(run_, wanted, undone, tally)
        except BaseException:  # also a second Ctrl-C: what is done is told all the same
            ending.told(total - tally.counts.total())
            raise
        findings, written = ending.told(left)
    seconds = time.monotonic() - began
    return _summary(tally, total, left, findings, written, seconds)


def _made_folder(folder: Path | str, options: Options) -> Path:
    """The folder of the results, made when it is missing; where nothing was run nothing is to do again."""
    if options.again and not has_ledger(Path(folder)):
        raise BaocaoError(finding("hang-loat-chua-chay", thu_muc=folder))
    make_folder(Path(folder))
    return Path(folder)


def _summary(
    tally: Tally,
    total: int,
    left: int | None,
    findings: tuple[Finding, ...],
    tables: Written,
    seconds: float,
) -> Summary:
    return Summary(
        total=total,
        counts=tally.counts,
        kept=tally.kept,
        foreign=tally.foreign,
        kept_pdf=tally.kept_pdf,
        failed=tally.failed,
        without_pdf=tally.without_pdf,
        left=left,
        doubtful=tally.doubtful,
        faulty=tally.faulty,
        findings=findings,
        tables=tables,
        seconds=seconds,
    )


@dataclass(frozen=True, slots=True)
class _Run:
    """What the phases of a run have in common."""

    options: Options
    settings: Settings
    workers: Workers
    ledger: Ledger
    orphans: Orphans
    stop: Stop


@dataclass(frozen=True, slots=True)
class _Ending:
    """The end of a run, come to its end or not. found: what its sources gave. jobs: its part of these. total:
    units it was to do. began: as of `time.monotonic`.
    """

    run: _Run
    found: Jobs
    jobs: Sequence[Job]
    tables: Tables
    tally: Tally
    sources: Sequence[Path | str]
    total: int
    began: float

    def told(self, left: int | None) -> tuple[tuple[Finding, ...], Written]:
        """Write the tables; what they tell of no single unit, and where they are. left: as of `Summary`."""
        for earlier in _not_reached(self.jobs, self.tally, self.run.ledger):
            self.tables.take(earlier, earlier=True)
        general = (*self.found.general, *told_clashes(self.tally.names), *told_orphans(self.run.orphans))
        sums = _sums(self.run, self.sources, self.total, self.tally, left, self.began)
        written = self.tables.close(general, sums)
        return general + written.findings, written


def _settings(folder: Path, options: Options) -> Settings:
    if options.unit is not None and not options.unit.exists():
        raise BaocaoError(finding("hang-loat-khong-co-ho-so", tep=options.unit))
    pattern = "{cap_tren}/" + options.pattern if options.by_parent else options.pattern
    check_pattern(pattern)
    return Settings(
        folder=str(folder.absolute()),
        pattern=pattern,
        draft=options.draft,
        strict=options.strict,
        audited=options.audited,
        part=options.part_name,
    )


def _workers(options: Options, jobs: Sequence[Job], folder: str) -> Workers:
    """Those who do the work. The workers of a cluster have to see the folders of the data as well."""
    if options.dask:
        read = sorted({str(Path(job.file).parent) for job in jobs})
        return open_workers(dask=options.dask, folders=(folder, *read))
    worthwhile = len(jobs) // (1 if options.pdf else _FEW)
    return open_workers(options.processes or max(1, min(cores(), worthwhile)))


def _work(of: _Run, jobs: Sequence[Job], undone: Sequence[Draft], tally: Tally) -> int | None:
    """Reports, then their PDFs; how many units are left when the run was interrupted, else None.

    undone: what failed before anything could be tried.
    """
    common = (of.settings, of.workers, of.ledger)
    overwrite = of.options.overwrite
    tally.begin(len(jobs) + len(undone))
    for draft in undone:
        tally.take(Result(draft, Status.FAILED, findings=draft.findings))
    left = _follow(
        run(jobs, *common, orphans=of.orphans, overwrite=overwrite, stop=of.stop), tally, tally.take
    )
    if of.options.pdf and left is None:
        made = tuple(tally.waiting.values())
        tally.begin(len(made), pdf=True)
        left = _follow(run_pdfs(made, *common, overwrite=overwrite, stop=of.stop), tally, tally.take_pdf)
    tally.finish()
    return left


def _follow(events: Iterable[Event], tally: Tally, take: Callable[[Result], None]) -> int | None:
    left = None
    for event in events:
        match event:
            case Result():
                take(event)
            case Moved(result):
                tally.moved(result)
            case Lost(jobs):
                tally.lost(len(jobs))
            case Ahead(count):
                tally.ahead(count)
            case Stopped(count):
                left = count
    return left


def _not_reached(jobs: Iterable[Job], tally: Tally, ledger: Ledger) -> Iterator[Result]:
    """The last results of the units that this run was not to do, or did not come to."""
    for job in jobs:
        entry = ledger.entry(job)
        if entry is not None and job.id not in tally:
            draft = replace(entry.draft, job=job)
            file, output, findings = entry.told
            yield Result(draft, entry.status, file, output, findings, entry.pdf.file, entry.pdf.pages)


def _sums(
    of: _Run, sources: Sequence[Path | str], total: int, tally: Tally, left: int | None, began: float
) -> dict[str, Cell]:
    """What the last sheet says."""
    return {
        "Lúc": dt.datetime.now().strftime("%d/%m/%Y %H:%M"),
        "Làm từ": ", ".join(map(str, sources)),
        "Thư mục kết quả": of.settings.folder,
        **({"Phần": "/".join(map(str, of.options.part))} if of.options.part_name else {}),
        "Số đơn vị": total,
        **_counted(tally, of.options, left),
        "Số giây": round(time.monotonic() - began, 1),
        "Phiên bản baocao": __version__,
    }


def _counted(tally: Tally, options: Options, left: int | None) -> dict[str, Cell]:
    counts = tally.counts
    counts[Status.KEPT] -= len(tally.foreign)
    counted: dict[str, Cell] = {first_upper(status.value): counts[status] for status in Status}
    if tally.foreign:
        counted["Giữ tệp có sẵn"] = len(tally.foreign)
    if options.pdf:
        counted["Chưa có bản PDF"] = len(tally.without_pdf)
    if left is not None:
        counted["Chưa đến lượt (lệnh bị dừng)"] = left
    return counted
