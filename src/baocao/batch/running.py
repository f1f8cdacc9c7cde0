"""A run over many units: jobs go out in chunks, drafts come back, are put in their places and told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from baocao.batch.events import Ahead, Event, Lost, Moved, Stopped
from baocao.batch.handing import Handed, hand_out, was_lost
from baocao.batch.interrupts import Stop
from baocao.batch.jobs import Chunk, Job, Settings, chunks
from baocao.batch.keeping.ledger import Ledger
from baocao.batch.keeping.orphans import Orphans
from baocao.batch.keeping.pdf_placing import PdfPlaces
from baocao.batch.keeping.placing import Places
from baocao.batch.making.pdfs import PdfChunk, PdfDraft, PdfJob, make_pdfs, pdf_chunks
from baocao.batch.outcome import Draft, Known, Result, unforeseen
from baocao.batch.workers.executors import WorkerLost, Workers
from baocao.errors import Finding, finding

Work = Callable[[Chunk, Settings, Mapping[str, Known]], tuple[Draft, ...]]
Item = TypeVar("Item")
Drawn = TypeVar("Drawn")

_LARGEST = 32
"""Jobs of a chunk: few enough that an interrupt or a lost worker costs little."""
_SMALLEST = 8
"""Jobs of a chunk as long as nobody is left without work: page numbers of a chunk cost one LibreOffice."""
_SHARES = 8
"""Chunks a worker gets of many jobs, so that all end at about the same time."""
PATIENCE, _USUAL = 60.0, 2.0
"""Seconds that one report may take, and each further one of a chunk."""
PDF_PATIENCE, _PDF_USUAL = 180.0, 10.0
"""Seconds that one PDF may take, the start of LibreOffice included, and each further one of a chunk."""


def run(
    jobs: Sequence[Job],
    settings: Settings,
    workers: Workers,
    ledger: Ledger,
    *,
    orphans: Orphans | None = None,
    overwrite: bool = False,
    stop: Stop | None = None,
    patience: float = PATIENCE,
    work: Work | None = None,
) -> Iterator[Event]:
    """Make the reports of the jobs; yields a `Result` for each as it is done with, and what else happens.

    Reports that stand there as they would be made now are left alone. orphans: reports whose job is no more,
    by default those whose data file is gone. overwrite: edited reports, and files
    that are not ours, are replaced. stop: ends the run in good order. patience: seconds that one report may
    take. work: what the workers call (default `baocao.batch.making.work.work`).
    """
    asked = stop or Stop()
    places = Places(ledger, settings, orphans or Orphans(ledger, jobs), overwrite=overwrite)
    results: dict[str, Result] = {}
    function = work or _work()

    def start(chunk: Chunk) -> Any:
        limit = patience + _USUAL * (len(chunk) - 1)
        return workers.submit(function, chunk, settings, places.known(chunk), limit=limit)

    for handed in hand_out(chunks(jobs, _size(len(jobs), workers)), start, asked, workers.window):
        if handed is None:
            continue
        if handed.again and was_lost(handed):
            yield Lost(handed.chunk)
        for result in places.take(_drafts(handed, _failed)):
            results[result.draft.job.id] = result
            yield result
    if left := len(jobs) - len(results):
        yield Stopped(left)
    else:
        yield from map(Moved, places.settle(results))


def _work() -> Work:
    from baocao.batch.making.work import work

    return work


def _size(count: int, workers: Workers) -> int:
    share, all_at_work = count // (workers.count * _SHARES), -(-count // workers.count)
    return max(1, min(_LARGEST, all_at_work, max(_SMALLEST, share)))


def _drafts(handed: Handed[Item], failed: Callable[[Item, Finding], Drawn]) -> tuple[Drawn, ...]:
    """What a chunk gives; for each item that was lost for good, what `failed` makes of the reason."""
    if handed.again:
        return ()
    if handed.fault is None:
        drafts: tuple[Drawn, ...] = handed.answer
        return drafts
    why = fault_told(handed.fault)
    return tuple(failed(item, why) for item in handed.chunk)


def _failed(job: Job, why: Finding) -> Draft:
    return Draft(job, unit=job.id, findings=(why,))


def _failed_pdf(job: PdfJob, why: Finding) -> PdfDraft:
    return PdfDraft(job, findings=(why,))


def run_pdfs(
    results: Iterable[Result],
    settings: Settings,
    workers: Workers,
    ledger: Ledger,
    *,
    overwrite: bool = False,
    stop: Stop | None = None,
    patience: float = PDF_PATIENCE,
) -> Iterator[Event]:
    """Make the PDFs of the reports of a run; yields each result anew, with its PDF or why there is none.

    A PDF that already shows the report is left alone, and so is one that is not ours unless `overwrite`.
    Results without a report are not handed back. patience: seconds that one PDF may take.
    """
    asked = stop or Stop()
    places = PdfPlaces(ledger, settings, overwrite=overwrite)
    waiting: dict[PdfJob, Result] = {}
    for result in results:
        job = places.asked(result)
        if isinstance(job, PdfJob):
            waiting[job] = result
        elif job.file and not job.failed:
            yield job

    if not waiting:
        return
    sign = Path(next(iter(waiting)).temporary).with_suffix(".dung")
    start = partial(_start_pdfs, workers, sign, patience)
    with asked.shown(sign):
        for handed in hand_out(pdf_chunks(tuple(waiting), workers.count), start, asked, workers.count):
            if handed is None:
                yield Ahead(_finished(waiting, sign.parent))
                continue
            for draft in _drafts(handed, _failed_pdf):
                yield places.take(waiting.pop(draft.job), draft)
    if waiting:
        yield Stopped(len(waiting))


def _start_pdfs(workers: Workers, sign: Path, patience: float, chunk: PdfChunk) -> Any:
    limit = patience + _PDF_USUAL * (len(chunk) - 1)
    return workers.submit(make_pdfs, chunk, str(sign), limit=limit)


def _finished(jobs: Iterable[PdfJob], folder: Path) -> int:
    """How many PDFs are finished though the worker has not yet answered."""
    try:
        return len({item.name for item in folder.iterdir()} & {Path(job.temporary).name for job in jobs})
    except OSError:  # a shared folder may be out of reach for a moment
        return 0


def fault_told(fault: Exception) -> Finding:
    """Why a job was lost, in words."""
    if isinstance(fault, WorkerLost):
        if fault.gone:
            return finding("dask-mat-lien-lac")
        if fault.late:
            return finding("hang-loat-qua-lau", giay=f"{fault.late:g}")
        return finding("hang-loat-may-lam-dung")
    return unforeseen(fault)
