"""Reports become PDFs: one LibreOffice for many; one that fails is tried once more, alone.

LibreOffice takes its files one after the other in the order they are named. So when it dies or hangs, the
first one without a PDF is to blame: the others go on in a new LibreOffice, that one comes last and alone.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from baocao.errors import BaocaoError, Finding, OutputError, finding
from baocao.output import told_of
from baocao.pdf.least_pages import least_pages
from baocao.pdf.office import find_libreoffice
from baocao.pdf.one_start import FIRST, Document, Patience, Pdf, Start

_PREFIX = "baocao-pdf-"
_LEFT_BEHIND = 24 * 60 * 60
"""Seconds after which no run can still be working in its folder: the one that made it was killed."""
_IN_VAIN = 3
"""After so many starts in a row without a single PDF LibreOffice itself is to blame and no file."""


def to_pdf(docx: bytes, *, timeout: float = FIRST) -> bytes:
    """Convert a report (bytes of a .docx) to PDF bytes; the same .docx gives the same. timeout: seconds.

    Raises `OutputError`: `thieu-libreoffice` where it is not installed, `pdf-khong-thanh` when it fails or
    hangs, `pdf-thieu-trang` when pages are missing; or what is wrong when the bytes are no Word document.
    """
    (made,) = to_pdfs([docx], patience=Patience(timeout))
    if made.findings:
        raise OutputError(made.findings)
    return made.data


def to_pdfs(several: Sequence[bytes], *, patience: Patience | None = None) -> list[Pdf]:
    """Convert reports (bytes of .docx files) by one LibreOffice; a PDF each, or why there is none, in their
    order. Raises `OutputError` as `converted`.
    """
    with _work_folder() as folder:
        sources = [folder / f"bao-cao-{place}.docx" for place in range(len(several))]
        for source, docx in zip(sources, several, strict=True):
            with told_of(source):
                source.write_bytes(docx)
        return sorted(converted(sources, patience=patience), key=lambda made: made.place)


def converted(
    files: Sequence[Path], *, patience: Patience | None = None, look: Callable[[], None] = lambda: None
) -> Iterator[Pdf]:
    """Each report's PDF as soon as it is done, in no certain order; one in memory at a time.

    look: called many times a second; what it raises ends LibreOffice and comes out here.

    Raises `OutputError`: `thieu-libreoffice` where it is not installed, or what the system refuses in its
    folder of temporary files.
    """
    program = find_libreoffice()
    if program is None:
        raise OutputError(finding("thieu-libreoffice"))
    with _work_folder() as folder:
        documents: list[Document] = []
        for place, file in enumerate(files):
            try:
                documents.append(_prepared(place, file, folder))
            except BaocaoError as fault:
                yield Pdf(place, findings=fault.findings)
        yield from _Conversion(program, folder, patience or Patience(), look).of(documents)


def _prepared(place: int, file: Path, folder: Path) -> Document:
    """A copy of the report for LibreOffice alone: no lock file beside the original, no name that troubles it,
    and digest and PDF of the same bytes whatever happens to the original meanwhile.
    """
    try:
        docx = file.read_bytes()
    except OSError as fault:
        raise OutputError(finding("pdf-khong-thanh", ly_do=f"không đọc được tệp {file}")) from fault
    least = least_pages(docx)
    copy = folder / f"{place:06d}.docx"
    with told_of(copy):
        copy.write_bytes(docx)
    return Document(place, copy, sha256(docx).hexdigest(), least)


class _Conversion:
    """The starts of LibreOffice that some documents need. folder: of work. look: as of `converted`."""

    def __init__(self, program: str, folder: Path, patience: Patience, look: Callable[[], None]) -> None:
        self._program = program
        self._folder = folder
        self._patience = patience
        self._look = look
        self._starts = 0

    def of(self, documents: Sequence[Document]) -> Iterator[Pdf]:
        """Every document's PDF, or why there is none."""
        waiting, again, in_vain = tuple(documents), list[Document](), 0
        while waiting and in_vain < _IN_VAIN:
            start = yield from self._start(waiting)
            in_vain = 0 if start.made else in_vain + 1
            again += start.doubtful
            waiting = start.untried
        if in_vain == _IN_VAIN or (len(documents) == 1 and again and start.late):
            yield from (_without(item, start.fault) for item in (*again, *waiting))
            return
        for document in again:
            alone = yield from self._start([document])
            if not alone.made:
                yield _without(document, alone.fault)

    def _start(self, documents: Sequence[Document]) -> Generator[Pdf, None, Start]:
        self._starts += 1
        folder = self._folder / f"lan-{self._starts}"
        start = Start(documents, self._patience, self._look)
        with told_of(folder):
            folder.mkdir()
            yield from start.pdfs(self._program, folder)
        return start


def _without(document: Document, fault: Finding) -> Pdf:
    return Pdf(document.place, source=document.source, findings=(fault,))


@contextlib.contextmanager
def _work_folder() -> Iterator[Path]:
    """A folder for temporary files; those that killed runs have left for a day go on the way."""
    with told_of(Path(tempfile.gettempdir())):
        _sweep(Path(tempfile.gettempdir()))
        folder = tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True)
    with folder as name:
        yield Path(name)


def _sweep(folder: Path) -> None:
    oldest = time.time() - _LEFT_BEHIND
    for item in folder.glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):
            if item.lstat().st_mtime < oldest:
                shutil.rmtree(item)
