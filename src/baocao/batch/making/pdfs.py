"""PDFs of finished reports, some at a time: what a worker is asked to convert, and what it hands back."""

from __future__ import annotations

import contextlib
import math
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from multiprocessing import parent_process
from pathlib import Path
from types import FrameType

from baocao.batch.making.fingerprints import digest
from baocao.errors import Finding, OutputError, Where
from baocao.output import write_result
from baocao.pdf import Pdf, converted
from baocao.pdf.page_count import BrokenPdfError, count_pages
from baocao.pdf.settling import is_of

PdfChunk = tuple["PdfJob", ...]
"""PDFs that one worker makes in a row, by one LibreOffice."""

FILES_EACH = 400
"""Files that one LibreOffice converts before a new one is started. Starting takes about 1.2 seconds, a report
of eight pages 0.06, and memory stays at 215 MB from the first file to the four hundredth (LibreOffice 7.4).
"""


@dataclass(frozen=True, slots=True)
class PdfJob:
    """One PDF to make. docx: the finished report, absolute. temporary: where the finished PDF is put,
    absolute; it is not yet in its place, as little as the draft of a report.
    """

    docx: str
    temporary: str


@dataclass(frozen=True, slots=True)
class PdfDraft:
    """What a worker hands over. source: digest of the .docx as converted. output: digest of the PDF, "" when
    there is none. pages: of the PDF. findings: why there is none. seconds: of LibreOffice.
    """

    job: PdfJob
    source: str = ""
    output: str = ""
    pages: int = 0
    findings: tuple[Finding, ...] = ()
    seconds: float = 0.0


def pdf_chunks(jobs: Sequence[PdfJob], workers: int) -> Iterator[PdfChunk]:
    """The jobs in their order, as evenly as can be: as many chunks for each of the workers, none longer than
    `FILES_EACH`.
    """
    count = workers * math.ceil(len(jobs) / (workers * FILES_EACH))
    bounds = [len(jobs) * at // count for at in range(count + 1)] if count else []
    yield from (tuple(jobs[a:b]) for a, b in pairwise(bounds) if a < b)


def make_pdfs(chunk: Sequence[PdfJob], sign: str = "") -> tuple[PdfDraft, ...]:
    """Convert the reports of a chunk by one LibreOffice; one draft a job, in their order.

    Each PDF is written whole to its `temporary` as soon as it is done; one that a killed run has left there
    of the same report is taken as it is. One that fails is told in its draft and the others go on. Digests
    are SHA-256 in hexadecimal. sign: as soon as a file stands there LibreOffice is ended, and only jobs that
    were done by then have drafts.
    """
    drafts = {at: draft for at, job in enumerate(chunk) if (draft := _left_behind(job))}
    asked = [at for at in range(len(chunk)) if at not in drafts]
    told: tuple[Finding, ...] = ()
    with _ended_in_good_order():
        try:
            files = [Path(chunk[at].docx) for at in asked]
            for pdf in converted(files, look=partial(_leave_at, sign)) if asked else ():
                drafts[asked[pdf.place]] = _draft(chunk[asked[pdf.place]], pdf)
        except OutputError as fault:
            told = fault.findings
        except _AskedToEndError:
            return tuple(drafts[at] for at in sorted(drafts))
    return tuple(drafts.get(at) or PdfDraft(job, findings=told) for at, job in enumerate(chunk))


class _AskedToEndError(Exception):
    """The run was asked to end."""


def _leave_at(sign: str) -> None:
    if sign and os.path.lexists(sign):
        raise _AskedToEndError


def _left_behind(job: PdfJob) -> PdfDraft | None:
    """The draft of a PDF that already stands in its temporary place and is of this very report."""
    try:
        pdf = Path(job.temporary).read_bytes()
        source = digest(Path(job.docx).read_bytes())
        pages = count_pages(pdf)
    except (OSError, BrokenPdfError):
        return None
    return PdfDraft(job, source, digest(pdf), pages) if is_of(pdf, source) else None


def _draft(job: PdfJob, pdf: Pdf) -> PdfDraft:
    findings = pdf.findings
    if not findings:
        try:
            write_result(Path(job.temporary), pdf.data, overwrite=True)
        except OutputError as fault:
            findings = fault.findings
    if findings:
        place = Where(file=Path(job.docx).name)
        told = tuple(item if any(item.where) else replace(item, where=place) for item in findings)
        return PdfDraft(job, pdf.source, findings=told, seconds=pdf.seconds)
    return PdfDraft(job, pdf.source, digest(pdf.data), pdf.pages, seconds=pdf.seconds)


class _ToldToEndError(BaseException):
    """Raised in the middle of the work, so that it is left as after a fault."""


@contextlib.contextmanager
def _ended_in_good_order() -> Iterator[None]:
    """A worker that is told to end (SIGTERM) ends LibreOffice and removes its files first.

    In the process of the command itself, whoever already cares for the signal is left to it.
    """
    before = signal.getsignal(signal.SIGTERM)
    cared_for = parent_process() is None and before is not signal.SIG_DFL
    if cared_for or threading.current_thread() is not threading.main_thread():
        yield
        return
    signal.signal(signal.SIGTERM, _leave)
    try:
        yield
    except _ToldToEndError:
        signal.signal(signal.SIGTERM, before)
        signal.raise_signal(signal.SIGTERM)
    finally:
        signal.signal(signal.SIGTERM, before)


def _leave(number: int, frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)  # while LibreOffice is being ended
    raise _ToldToEndError
