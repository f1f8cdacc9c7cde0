"""What a worker does: jobs in, drafts out. Everything that can go wrong with a unit is in its draft.

A report is unchanged when the digests of everything it was made from are what they were (`Known`); then
nothing is read but these files. Of a table whose workbook has changed, the row of the unit decides.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from baocao.batch.jobs import Chunk, Job, Settings
from baocao.batch.making.bench import Bench
from baocao.batch.making.fingerprints import AUDITED, CELLS, ROW, Digests, digest, digest_of_pairs, key_of
from baocao.batch.making.inputs import (
    around,
    content_of,
    files_of,
    is_file,
    of_pages,
    stands,
    stands_but_for_files,
    takes_cells,
)
from baocao.batch.making.writing import Writer
from baocao.batch.naming import facts_of, name_of
from baocao.batch.outcome import Draft, Known, Pair
from baocao.errors import BaocaoError, Finding, Where, finding
from baocao.intake.raw import RawRecord
from baocao.intake.reader import read
from baocao.paging import Paged, all_with_page_numbers
from baocao.produce import Begun
from baocao.render import Parts
from baocao.report import Report
from baocao.source.files import files_loaded

_LONGEST_REASON = 200
_bench = Bench()


def work(chunk: Chunk, settings: Settings, known: Mapping[str, Known]) -> tuple[Draft, ...]:
    """Do the jobs of a chunk, one after the other.

    known: by id of the job, what is written down of reports that stand in the folder as they were left. The
    draft of a report that still is what would be made says so (`unchanged`) and nothing else of the unit; its
    `known` replaces what was written down, for the same report may follow from files that changed.
    """
    digests = Digests(settings.folder)
    with Writer() as writer:
        begun = [_Work(job, settings, digests, writer) for job in chunk]
        for item in begun:
            item.do(known.get(item.job.id))
        _lay_out(begun)
        return tuple(item.done() for item in begun)


def _lay_out(items: Sequence[_Work]) -> None:
    """Finish the reports that wait for the pages of their tables of contents: one LibreOffice tells them."""
    waiting = [(item, parts) for item in items if (parts := item.unpaged) is not None]
    if waiting:
        paged = all_with_page_numbers([parts for _, parts in waiting])
        for (item, _), pages in zip(waiting, paged, strict=True):
            item.finish(pages)


class _Work:
    """One job on its way. draft: as far as it is."""

    def __init__(self, job: Job, settings: Settings, digests: Digests, writer: Writer) -> None:
        self.job, self.settings, self.digests, self.writer = job, settings, digests, writer
        self.draft = Draft(job)
        self._writing: Future[None] | None = None
        self._begun: tuple[Begun, tuple[Pair, ...]] | None = None

    def do(self, known: Known | None) -> None:
        """Make the report; it may still be on its way to the disk."""
        began = time.perf_counter()
        with self._told():
            self._do(known)
        self.draft = replace(self.draft, seconds=time.perf_counter() - began)

    @property
    def unpaged(self) -> Parts | None:
        """The report while it waits for page numbers."""
        return None if self._begun is None else self._begun[0].unpaged

    def finish(self, paged: Paged | None = None) -> None:
        """Judge and keep the report that was begun. paged: with its page numbers, when it waited for them."""
        assert self._begun is not None
        begun, inputs = self._begun
        self._begun = None
        with self._told():
            report = begun.report(paged)
            self.draft = replace(self.draft, findings=report.findings)
            if report.data is not None:
                self._take(report, report.data, (*inputs, *self._further(report)))

    def done(self) -> Draft:
        """The draft, when the report is on the disk."""
        if self._writing is not None:
            with self._told():
                self._writing.result()
        return self.draft

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What goes wrong inside is in the draft."""
        try:
            yield
        except BaocaoError as fault:
            self._fail(fault.findings)
        except MemoryError:
            self._fail((finding("hang-loat-het-bo-nho", self._place, don_vi=self._unit),))
        except Exception as fault:  # noqa: BLE001  (one unit's fault never stops the others)
            reason = f"{type(fault).__name__}: {fault}"[:_LONGEST_REASON]
            told = finding("hang-loat-loi-chuong-trinh", self._place, don_vi=self._unit, ly_do=reason)
            self._fail((told,))

    @property
    def _place(self) -> Where:
        return Where(self.job.file)

    @property
    def _unit(self) -> str:
        return self.draft.unit or self.job.id

    def _fail(self, findings: tuple[Finding, ...]) -> None:
        told = self.draft.findings + findings
        self.draft = replace(self.draft, known=None, temporary="", findings=tuple(dict.fromkeys(told)))

    def _do(self, known: Known | None) -> None:
        if known is not None and stands(known, self.job, self.settings, self.digests):
            self.draft = replace(self.draft, known=known, unchanged=True)
        elif self.job.row is None:
            self._do_file(known)
        else:
            self._do_row(self.job.row, known)

    def _do_file(self, known: Known | None) -> None:
        with files_loaded(_bench.trees) as loaded:
            raw = read(Path(self.job.file), unit_path=self.job.unit or None)
        files = files_of(loaded, self.digests)
        row = ((ROW, digest(content_of(raw))),) if takes_cells(raw, loaded) else ()
        if row and known is not None and not raw.findings and self._same_row(row[0], files, known):
            return
        self._make(raw, (*files, *row))

    def _do_row(self, row: int, known: Known | None) -> None:
        table = _bench.table(self.job, self.digests)
        raw = table.record(row)
        files, says = table.inputs(self.digests), (ROW, table.digest(row))
        if known is None or not self._same_row(says, files, known):
            self._make(raw, (*files, says))

    def _same_row(self, says: Pair, files: tuple[Pair, ...], known: Known) -> bool:
        """Whether the unit's row says what it said, and nothing but files around it has changed; then that is
        the draft, and the report is known by the files as they are now.
        """
        inputs = dict(known.inputs)
        cells = inputs.get(CELLS, str(self.job.row))
        if inputs.get(ROW) != says[1] or cells != str(self.job.row):
            return False
        if not stands_but_for_files(known, self.job, self.settings, self.digests):
            return False
        new = (*files, *(pair for pair in known.inputs if not is_file(pair)))
        renewed = replace(known, inputs=new, key=key_of(new, self.job, self.settings, self.digests))
        self.draft = replace(self.draft, known=renewed, unchanged=True)
        return True

    def _make(self, raw: RawRecord, read_from: tuple[Pair, ...]) -> None:
        self._name(raw)
        if not raw.main.children:
            self._fail(raw.findings)
            return
        producer, of_pack = _bench.producer(raw, self.job, self.settings, self.digests)
        self.draft = replace(self.draft, pack=digest_of_pairs(of_pack))
        with files_loaded() as loaded:
            begun = producer.begin(producer.with_series(raw))
        of_data = tuple(dict((*read_from, *files_of(loaded, self.digests))).items())
        of_row = (pair for pair in of_data if pair[0] == ROW)
        self.draft = replace(self.draft, data=next(of_row, ("", digest_of_pairs(of_data)))[1])
        self._begun = begun, (*of_data, *around(raw, self.job, self.digests), *of_pack)
        if begun.unpaged is None:
            self.finish()

    def _name(self, raw: RawRecord) -> None:
        """The unit by its profile, as far as that says, before anything is judged."""
        unit = raw.unit.text_of("ten") or (raw.form.unit if raw.form is not None else "")
        parent = raw.parents[0].text_of("ten") if raw.parents else ""
        self.draft = replace(self.draft, unit=unit, code=raw.unit.text_of("ma"), parent=parent)

    def _further(self, report: Report) -> Iterator[Pair]:
        if report.findings:
            yield CELLS, "" if self.job.row is None else str(self.job.row)
        if self.settings.audited:
            yield AUDITED
        yield from of_pages(report, self.digests)

    def _take(self, report: Report, data: bytes, inputs: tuple[Pair, ...]) -> None:
        """Keep a finished report in the folder of drafts, under a name that follows from the job."""
        assert report.figures is not None
        record = report.figures.record
        facts = facts_of(record, self.job.file)
        name = self.job.name or name_of(self.settings.pattern, facts)
        target = self.settings.drafts / f"{self.job.mark[:32]}.docx"
        self._writing = self.writer.write(target, data)
        self.draft = replace(
            self.draft,
            unit=record.unit.name,
            code=record.unit.code,
            parent=record.unit.parent,
            about=f"{facts['goi']}/{facts['ky']}",
            name=name,
            known=Known(inputs, key_of(inputs, self.job, self.settings, self.digests), digest(data)),
            temporary=str(target),
            findings=self.draft.findings + self._audit(data, name),
        )

    def _audit(self, data: bytes, name: str) -> tuple[Finding, ...]:
        if not self.settings.audited:
            return ()
        from baocao.review import audit_made

        return audit_made(data, name, self.draft.findings, draft=self.settings.draft).audit.findings
