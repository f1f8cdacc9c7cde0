"""PDFs of finished reports, some at a time: what a worker is asked to convert, and what it hands back."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from baocao.errors import BaocaoError, Finding
from baocao.output import write_result
from baocao.pdf import to_pdf

PdfChunk = tuple["PdfJob", ...]
"""PDFs that one worker makes in a row, by one LibreOffice."""


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


def make_pdfs(chunk: Sequence[PdfJob]) -> tuple[PdfDraft, ...]:
    """Convert the reports of a chunk by one LibreOffice; one draft a job, in their order.

    Each PDF is written whole to its `temporary` (replacing what an earlier run left there) as soon as it is
    done. One that fails is told in its draft and the others go on. Digests are SHA-256 in hexadecimal.
    """
    return tuple(map(_made, chunk))


def _made(job: PdfJob) -> PdfDraft:
    began = time.monotonic()
    try:
        docx = Path(job.docx).read_bytes()
        pdf = to_pdf(docx)
        write_result(Path(job.temporary), pdf, overwrite=True)
    except BaocaoError as fault:
        return PdfDraft(job, findings=fault.findings, seconds=time.monotonic() - began)
    source, output = sha256(docx).hexdigest(), sha256(pdf).hexdigest()
    return PdfDraft(job, source, output, seconds=time.monotonic() - began)
