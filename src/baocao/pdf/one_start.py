"""One start of LibreOffice over some documents: PDFs are taken over as they appear, time is watched."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from baocao.errors import Finding, finding
from baocao.pdf.office import Office, running
from baocao.pdf.page_count import BrokenPdfError, count_pages
from baocao.pdf.settling import settled

FIRST, NEXT = 120.0, 60.0
_POLL = 0.04  # seconds between two looks at what has appeared


@dataclass(frozen=True, slots=True)
class Pdf:
    """What came of one report. place: of the report among those asked for, from 0. data: the PDF, b"" when
    there is none; pages: how many it has. source: SHA-256 of the .docx, hexadecimal. findings: why there is
    no PDF. seconds: since the one before it.
    """

    place: int
    data: bytes = b""
    pages: int = 0
    source: str = ""
    findings: tuple[Finding, ...] = ()
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds without a new PDF after which LibreOffice is taken for hanging: of the first one (LibreOffice
    has to start, from a cold disk), and of each one after it.
    """

    first: float = FIRST
    next: float = NEXT


@dataclass(frozen=True, slots=True)
class Document:
    """A report to convert. place: as of `Pdf`. copy: the file that LibreOffice reads. source: its digest.
    least: pages it needs at least.
    """

    place: int
    copy: Path
    source: str
    least: int


class Start:
    """LibreOffice started once. After `pdfs` has run out: made: how many PDFs came. doubtful: documents to be
    tried once more, alone. untried: those it did not come to. fault: what is to be told of a doubtful one.
    late: it hung and was ended. look: called again and again; what it raises ends the start.
    """

    def __init__(self, documents: Sequence[Document], patience: Patience, look: Callable[[], None]) -> None:
        self._documents = documents
        self._patience = patience
        self._look = look
        self._left = {f"{document.copy.stem}.pdf": document for document in documents}
        self._short: list[Document] = []
        self._reached = -1
        self.made = 0
        self.late = False
        self.doubtful: tuple[Document, ...] = ()
        self.untried: tuple[Document, ...] = ()
        self.fault = finding("pdf-khong-thanh", ly_do="không có kết quả")

    def pdfs(self, program: str, folder: Path) -> Iterator[Pdf]:
        """Each PDF as soon as it is whole. folder: empty, of this start alone."""
        sources = [document.copy for document in self._documents]
        began, limit = time.monotonic(), self._patience.first
        with running(program, sources, folder) as office:
            while True:
                ended, before = office.ended(_POLL), len(self._left)
                yield from self._taken(office, began)
                self._look()
                if len(self._left) < before:
                    began, limit = time.monotonic(), self._patience.next
                if ended or time.monotonic() - began > limit:
                    break
        self.late = not ended
        self._judge(office, limit)

    def _taken(self, office: Office, began: float) -> Iterator[Pdf]:
        """What has appeared since the last look; one that is not whole yet is left for the next."""
        there = {item.name for item in office.target.iterdir()}
        for name in [name for name in self._left if name in there]:
            file = office.target / name
            try:
                data = file.read_bytes()
                pages = count_pages(data)
            except (OSError, BrokenPdfError):
                continue
            document = self._left.pop(name)
            self._reached = max(self._reached, self._documents.index(document))
            with contextlib.suppress(OSError):  # the folder is removed in the end
                file.unlink()
            if pages < document.least:
                self._short.append(document)
                there_are, needed = f"{pages:02d}", f"{document.least:02d}"
                self.fault = finding("pdf-thieu-trang", so_trang=there_are, it_nhat=needed)
                continue
            self.made += 1
            yield Pdf(
                document.place,
                settled(data, document.source),
                pages,
                document.source,
                seconds=time.monotonic() - began,
            )

    def _judge(self, office: Office, limit: float) -> None:
        """Who is to blame: what was passed over was refused; the first one after those that came, when
        LibreOffice did not end by itself, is where it stopped.
        """
        left = list(self._left.values())
        refused = [item for item in left if self._documents.index(item) < self._reached]
        after = left[len(refused) :]
        stopped = self.late or office.failed
        blamed = after[:1] if stopped else after
        self.doubtful = (*self._short, *refused, *blamed)
        self.untried = tuple(after[len(blamed) :])
        if refused or blamed:
            words = f"quá {limit:g} giây mà chưa xong" if self.late else office.reason()
            self.fault = finding("pdf-khong-thanh", ly_do=words)
