"""Where the PDF of a report goes: beside it, under its name; never over a PDF that somebody else made."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from baocao.batch.jobs import Settings
from baocao.batch.keeping.entries import Entry, PdfEntry
from baocao.batch.keeping.files import awaited, digest_if_read, digest_of, put, remove
from baocao.batch.keeping.ledger import Ledger
from baocao.batch.keeping.placing import FOREIGN_PDF, STALE_PDF
from baocao.batch.making.pdfs import PdfDraft, PdfJob
from baocao.batch.outcome import Result, Status
from baocao.errors import Finding, OutputError, finding
from baocao.output import check_target


class PdfPlaces:
    """The PDFs of a folder of results. overwrite: PDFs that are not ours are replaced."""

    def __init__(self, ledger: Ledger, settings: Settings, *, overwrite: bool = False) -> None:
        self.folder = Path(settings.folder)
        self._drafts = settings.drafts
        self._ledger = ledger
        self._overwrite = overwrite

    def asked(self, result: Result) -> PdfJob | Result:
        """What is to be converted; or the finished result, when nothing is: the PDF already shows the report,
        or a PDF stands there that is to be kept.
        """
        entry = self._ledger.entry(result.draft.job)
        if entry is None or not result.file or result.status is Status.FAILED:
            return result
        file, earlier = _pdf_of(result.file), entry.pdf
        try:
            standing = digest_of(self.folder / file)
        except OutputError as fault:
            return self.fail(result, fault.findings)
        ours = earlier.file == file and standing in (earlier.output, earlier.before)
        if standing and not ours and not self._overwrite:
            told = tuple(item for item in result.findings if item.code not in (STALE_PDF, FOREIGN_PDF))
            return replace(result, pdf=file, findings=(*told, finding(FOREIGN_PDF, tep=file)))
        if ours and standing == earlier.output and earlier.source == result.output and not earlier.failed:
            return replace(result, pdf=file, pages=earlier.pages)
        temporary = self._drafts / f"{result.draft.job.mark[:32]}.pdf"
        return PdfJob(str(self.folder / result.file), str(temporary))

    def take(self, result: Result, draft: PdfDraft) -> Result:
        """Write down what came of a report and put its PDF in its place."""
        entry = self._ledger.entry(result.draft.job)
        try:
            if draft.output and entry is not None:
                return self._placed(result, draft, entry)
        except OutputError as fault:
            return self.fail(result, draft.findings + fault.findings)
        return self.fail(result, draft.findings)

    def fail(self, result: Result, why: tuple[Finding, ...]) -> Result:
        """The report has no PDF of its present text; a later run tries again."""
        entry = self._ledger.entry(result.draft.job)
        told = result.findings + why
        if entry is None:
            return replace(result, findings=told)
        pdf = replace(entry.pdf, file=entry.pdf.file or _pdf_of(result.file), failed=True)
        try:
            self._ledger.write([replace(entry, pdf=pdf)])
        except OutputError as fault:
            told += tuple(item for item in fault.findings if item not in told)
        return replace(result, findings=told)

    def _placed(self, result: Result, draft: PdfDraft, entry: Entry) -> Result:
        file, earlier = _pdf_of(result.file), entry.pdf
        target, temporary = self.folder / file, Path(draft.job.temporary)
        if not awaited(temporary, draft.output):
            raise OutputError(finding("hang-loat-mat-ban-thao", tep=temporary))
        check_target(target, suffix=".pdf", overwrite=True)
        standing = digest_of(target)
        pdf = PdfEntry(file, draft.source, draft.output, standing, draft.pages)
        self._ledger.write([replace(entry, pdf=pdf)])
        if digest_of(target) != standing:  # looked at again: writing down waits for the disk
            raise OutputError(finding("hang-loat-vua-doi", tep=file))
        put(temporary, target, replacing=bool(standing))
        if earlier.file not in ("", file) and digest_if_read(self.folder / earlier.file) == earlier.output:
            remove(self.folder / earlier.file, self.folder)
        told = tuple(item for item in result.findings if item.code != STALE_PDF)
        return replace(result, pdf=file, pages=draft.pages, findings=told + draft.findings)


def _pdf_of(file: str) -> str:
    return file.removesuffix(".docx") + ".pdf"
