"""Where a finished draft goes: never over a report that a clerk has edited or a file of somebody else's.

For each draft of a chunk a `Plan` is made from what the ledger knows and what stands in the folder; the plans
are written down together, then carried out. Renaming comes last, so a run that is killed at any moment leaves
whole files only, and a ledger that knows each of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from baocao.batch.jobs import Job, Settings
from baocao.batch.keeping.entries import Entry, Pair
from baocao.batch.keeping.files import awaited, digest_if_read, digest_of, put, remove, same_file
from baocao.batch.keeping.ledger import Ledger
from baocao.batch.keeping.names import Names
from baocao.batch.outcome import Draft, Known, Result, Status
from baocao.errors import Finding, OutputError, finding
from baocao.output import check_target, make_folder

STALE_PDF = "hang-loat-pdf-cu"


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done with a draft. result: as it will be. entry: to be written down first, None when
    nothing has changed. standing: digest of the file in whose place the draft goes, "" when there is none.
    moves: whether the draft is to be put there.
    """

    result: Result
    entry: Entry | None = None
    standing: str = ""
    moves: bool = False


class Places:
    """The folder of the results. overwrite: edited reports and files that are not ours are replaced."""

    def __init__(self, ledger: Ledger, settings: Settings, *, overwrite: bool = False) -> None:
        self.folder = Path(settings.folder)
        self._ledger = ledger
        self._settings = settings
        self._overwrite = overwrite
        self._names = Names(ledger)
        self._unwritten: list[Entry] = []

    def known(self, jobs: Sequence[Job]) -> dict[str, Known]:
        """What was written down of those jobs whose reports stand there as they were made, or were edited
        since and are to be kept.
        """
        found = ((job, self._ledger.entry(job)) for job in jobs)
        return {
            job.id: entry.known
            for job, entry in found
            if entry is not None and entry.known is not None and self._serves(job, entry)
        }

    def _serves(self, job: Job, entry: Entry) -> bool:
        if entry.status is Status.FAILED or entry.wish != self._wish(job):
            return False
        standing = digest_if_read(self.folder / entry.file)
        return standing == entry.output or self._edited(entry, standing)

    def _edited(self, entry: Entry, standing: str) -> bool:
        return bool(standing) and not self._overwrite and standing not in entry.own

    def _wish(self, job: Job) -> str:
        """What decides the name of a report beside its data."""
        return job.name or self._settings.pattern

    def take(self, drafts: Sequence[Draft]) -> Iterator[Result]:
        """Write down what came of the drafts of a chunk and put them in their places."""
        plans = [self._plan(draft) for draft in drafts]
        refused = self._write_down([plan.entry for plan in plans if plan.entry is not None])
        for draft, plan in zip(drafts, plans, strict=True):
            if refused and plan.entry is not None:
                yield self._fail(draft, refused)
            else:
                yield self._with_pdf_told(self._carry_out(draft, plan))

    def _write_down(self, entries: Sequence[Entry]) -> tuple[Finding, ...]:
        """Write the entries, after those that could not be written before; returns why it was refused."""
        try:
            self._ledger.write([*self._unwritten, *entries])
        except OutputError as fault:
            return fault.findings
        self._unwritten.clear()
        return ()

    def _fail(self, draft: Draft, why: tuple[Finding, ...]) -> Result:
        """The draft comes to nothing after all; its failure is written down as soon as that is possible."""
        self._drop(draft)
        plan = self._failure(draft, why)
        if plan.entry is not None and self._write_down([plan.entry]):
            self._unwritten.append(plan.entry)
        return plan.result

    def _carry_out(self, draft: Draft, plan: Plan) -> Result:
        try:
            if plan.moves:
                target = self.folder / plan.result.file
                put(Path(draft.temporary), target, replacing=bool(plan.standing))
        except OutputError as fault:
            return self._fail(draft, fault.findings)
        self._drop(draft)
        entry = plan.entry or self._ledger.entry(draft.job)
        if entry is not None and entry.status is Status.MADE:
            self._remove_left(entry)
        return plan.result

    def _with_pdf_told(self, result: Result) -> Result:
        """The result, with a finding when the PDF beside its report shows an earlier one."""
        entry = self._ledger.entry(result.draft.job)
        if entry is None or entry.pdf.source in ("", result.output) or result.status is Status.FAILED:
            return result
        if not (self.folder / entry.pdf.file).exists():
            return result
        return replace(result, findings=(*result.findings, finding(STALE_PDF, tep=entry.pdf.file)))

    def _drop(self, draft: Draft) -> None:
        if draft.temporary:
            remove(Path(draft.temporary), Path(draft.temporary).parent)

    def _remove_left(self, entry: Entry) -> None:
        """Remove the reports of earlier names, unless somebody has edited them since."""
        for name, digest in entry.left:
            old = self.folder / name
            ours = self._names.owner(name) in ("", entry.draft.job.id)
            if ours and not same_file(old, self.folder / entry.file) and digest_if_read(old) == digest:
                remove(old, self.folder)

    def _plan(self, draft: Draft) -> Plan:
        entry = self._ledger.entry(draft.job)
        try:
            if draft.unchanged and entry is not None:
                return self._unchanged(draft, entry)
            if draft.temporary and draft.known is not None:
                return self._placed(draft, draft.known, entry)
        except OutputError as fault:
            return self._failure(draft, fault.findings)
        return self._failure(draft)

    def _failure(self, draft: Draft, also: tuple[Finding, ...] = ()) -> Plan:
        """The unit has no report of its present data; one of earlier data that still stands there is told."""
        entry = self._ledger.entry(draft.job)
        bare = replace(draft, temporary="", known=None, findings=draft.findings + also)
        told = bare.findings
        if entry is None:
            new = Entry(bare, Status.FAILED, self._ledger.source(draft.job))
            return Plan(Result(bare, Status.FAILED, findings=told), new)
        if entry.file and (self.folder / entry.file).exists():
            told += (finding("hang-loat-ban-cu", tep=entry.file),)
        written = replace(entry, draft=replace(bare, name=entry.draft.name), status=Status.FAILED)
        return Plan(Result(bare, Status.FAILED, findings=told), written)

    def _unchanged(self, draft: Draft, entry: Entry) -> Plan:
        """The report is the one that would be made now, or somebody's edition of it."""
        known = replace(draft.known, output=entry.output) if draft.known is not None else entry.known
        earlier = replace(entry.draft, job=draft.job, known=known, unchanged=True, seconds=draft.seconds)
        written = replace(entry, known=known) if known != entry.known else None
        standing = digest_of(self.folder / entry.file)
        if self._edited(entry, standing):
            return replace(
                self._keep(earlier, entry, entry.file, standing, "hang-loat-sua-tay"), entry=written
            )
        return Plan(Result(earlier, Status.SAME, entry.file, standing, earlier.findings), written)

    def _placed(self, draft: Draft, known: Known, entry: Entry | None) -> Plan:
        if not awaited(Path(draft.temporary), known.output):
            raise OutputError(finding("hang-loat-mat-ban-thao", tep=draft.temporary))
        file = self._file_of(draft, entry)
        standing = digest_of(self.folder / file)
        kept = self._why_kept(known, entry, file, standing)
        if kept is not None:
            return self._keep(draft, entry, *kept)
        same = standing == known.output
        if not same:
            make_folder((self.folder / file).parent)
            check_target(self.folder / file, suffix=".docx", overwrite=True)
        left, told = self._left(entry, file)
        bare = replace(draft, temporary="")
        status = Status.SAME if same else Status.MADE
        result = Result(bare, status, file, known.output, bare.findings + told)
        source, wish = self._ledger.source(draft.job), self._wish(draft.job)
        new = Entry(replace(bare, known=None), Status.MADE, source, wish, known, file)
        new = replace(new, output=known.output, before=standing, left=left)
        written = replace(new, pdf=entry.pdf) if entry is not None else new
        return Plan(result, written, standing, moves=not same)

    def _file_of(self, draft: Draft, entry: Entry | None) -> str:
        file = self._names.file_of(draft, entry)
        new = entry is None or entry.file != file
        if new and (self.folder / file).exists():  # another part of the run may have put it there just now
            self._names.reread()
            file = self._names.file_of(draft, entry)
        self._names.take(file, draft.job)
        return file

    def _why_kept(
        self, known: Known, entry: Entry | None, file: str, standing: str
    ) -> tuple[str, str, str] | None:
        """The file that is kept instead of the draft, its digest, and the code of the reason; or None."""
        if self._overwrite:
            return None
        if entry is not None and entry.file and entry.file != file:
            old = digest_of(self.folder / entry.file)
            if old and old not in entry.own:
                return entry.file, old, "hang-loat-sua-tay-lech"
        if standing in ("", known.output):
            return None
        if entry is None or entry.file != file:
            return file, standing, "hang-loat-tep-la"
        if standing in entry.own:
            return None
        same = entry.known is not None and entry.known.key == known.key
        return file, standing, "hang-loat-sua-tay" if same else "hang-loat-sua-tay-lech"

    def _keep(self, draft: Draft, entry: Entry | None, file: str, standing: str, code: str) -> Plan:
        bare = replace(draft, temporary="")
        told = (*bare.findings, finding(code, tep=file))
        written = None
        if entry is not None and entry.status is Status.FAILED:
            written = replace(entry, status=Status.KEPT)
        return Plan(Result(bare, Status.KEPT, file, standing, told), written, standing)

    def _left(self, entry: Entry | None, file: str) -> tuple[tuple[Pair, ...], tuple[Finding, ...]]:
        """Reports of earlier names: those to remove, and what is told of one that somebody has edited."""
        if entry is None or not entry.file or entry.file == file:
            return (entry.left if entry is not None else ()), ()
        standing = digest_of(self.folder / entry.file)
        if standing and standing not in entry.own:
            return entry.left, (finding("hang-loat-ten-cu", tep=entry.file, moi=file),)
        return (*entry.left, (entry.file, standing)) if standing else entry.left, ()

    def settle(self, results: Mapping[str, Result]) -> Iterator[Result]:
        """Give each report the name it ought to have, now that all names are known; yields those of `results`
        that were renamed.
        """
        for entry, file in tuple(self._names.misplaced()):
            old, target = self.folder / entry.file, self.folder / file
            if target.exists() or digest_if_read(old) != entry.output:
                continue
            written = replace(entry, file=file, before="", left=(*entry.left, (entry.file, entry.output)))
            if self._write_down([written]):
                continue
            if not self._renamed(old, target, entry):
                continue
            if found := results.get(entry.draft.job.id):
                yield replace(found, file=file)

    def _renamed(self, old: Path, target: Path, entry: Entry) -> bool:
        """Rename a report; one that is in use keeps its name, and the ledger says so, until the next run."""
        try:
            put(old, target, replacing=False)
        except OutputError:
            self._unwritten.append(entry)
            self._write_down([])
            return False
        return True
