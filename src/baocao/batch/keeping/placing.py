"""Where a finished draft goes: never over a report that a clerk has edited or a file of somebody else's.

For each draft of a chunk a `Plan` is made from what the ledger knows and what stands in the folder; the plans
are written down together, then carried out. Renaming comes last, so a run that is killed at any moment leaves
whole files only, and a ledger that knows each of them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from baocao.batch.jobs import Job, Settings
from baocao.batch.keeping.entries import Entry
from baocao.batch.keeping.files import awaited, digest_if_read, digest_of, put, remove, same_file
from baocao.batch.keeping.ledger import Ledger
from baocao.batch.keeping.names import Names
from baocao.batch.keeping.orphans import Orphans
from baocao.batch.outcome import Draft, Known, Pair, Result, Status
from baocao.errors import Finding, OutputError, finding
from baocao.output import check_target, make_folder

STALE_PDF = "hang-loat-pdf-cu"
FOREIGN_PDF = "hang-loat-pdf-la"


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done with a draft. result: as it will be. entry: to be written down first, None when
    nothing has changed. standing: digest of the file in whose place the draft goes, "" when there is none.
    moves: whether the draft is to be put there. handed_on: the entry of a job that is no more, whose report
    the draft's job takes over.
    """

    result: Result
    entry: Entry | None = None
    standing: str = ""
    moves: bool = False
    handed_on: Entry | None = None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What is to be written down."""
        gone = replace(self.handed_on, handed_on=True) if self.handed_on is not None else None
        return tuple(entry for entry in (self.entry, gone) if entry is not None)


class Places:
    """The folder of the results. orphans: reports whose job is no more. overwrite: edited reports and files
    that are not ours are replaced.
    """

    def __init__(
        self, ledger: Ledger, settings: Settings, orphans: Orphans, *, overwrite: bool = False
    ) -> None:
        self.folder = Path(settings.folder)
        self._ledger = ledger
        self._settings = settings
        self._overwrite = overwrite
        self._orphans = orphans
        self._names = Names(ledger, orphans)
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
        refused = self._write_down([entry for plan in plans for entry in plan.entries])
        for draft, plan in zip(drafts, plans, strict=True):
            if refused and plan.entry is not None:
                yield self._fail(draft, refused)
            else:
                yield self._with_pdf_told(self._carry_out(draft, plan))
        if not refused:
            self._write_missed()

    def _write_down(self, entries: Sequence[Entry]) -> tuple[Finding, ...]:
        """Write the entries; returns why it was refused."""
        try:
            self._ledger.write(entries)
        except OutputError as fault:
            return fault.findings
        return ()

    def _write_missed(self) -> None:
        """Write what could not be written when it came about."""
        if self._unwritten and not self._write_down(self._unwritten):
            self._unwritten.clear()

    def _fail(self, draft: Draft, why: tuple[Finding, ...], *, taken: bool = False) -> Result:
        """The draft comes to nothing after all; its failure is written down as soon as that is possible.

        taken: the file that was planned for it is somebody else's now.
        """
        self._drop(draft)
        plan = self._failure(draft, why)
        written = plan.entries
        self._unwritten += [item.without_file for item in written] if taken else written
        return plan.result

    def _carry_out(self, draft: Draft, plan: Plan) -> Result:
        try:
            if plan.moves:
                self._put(draft, plan)
        except OutputError as fault:
            taken = not plan.standing and os.path.lexists(self.folder / plan.result.file)
            return self._fail(draft, fault.findings, taken=taken)
        self._drop(draft)
        entry = plan.entry or self._ledger.entry(draft.job)
        if entry is not None and entry.status is Status.MADE:
            self._remove_left(entry)
        return plan.result

    def _put(self, draft: Draft, plan: Plan) -> None:
        """Rename a draft into its place, after a last look: planning may be a second ago."""
        target = self.folder / plan.result.file
        if plan.standing:
            check_target(target, suffix=".docx", overwrite=True)
            if digest_of(target) != plan.standing:
                raise OutputError(finding("hang-loat-vua-doi", tep=plan.result.file))
        put(Path(draft.temporary), target, replacing=bool(plan.standing))

    def _with_pdf_told(self, result: Result) -> Result:
        """The result, with a finding when the PDF beside its report shows an earlier one."""
        entry = self._ledger.entry(result.draft.job)
        if entry is None or entry.pdf.source in ("", result.output) or result.status is Status.FAILED:
            return result
        standing = digest_if_read(self.folder / entry.pdf.file)
        if not standing:
            return result
        code = STALE_PDF if standing in (entry.pdf.output, entry.pdf.before) else FOREIGN_PDF
        return replace(result, findings=(*result.findings, finding(code, tep=entry.pdf.file)))

    def _drop(self, draft: Draft) -> None:
        if draft.temporary:
            remove(Path(draft.temporary), Path(draft.temporary).parent)

    def _remove_left(self, entry: Entry) -> None:
        """Remove the reports of earlier names, unless somebody has edited them since."""
        for name, digest in entry.left:
            old = self.folder / name
            ours = self._names.is_free(name, entry.key)
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
        except Exception as fault:  # noqa: BLE001  (one unit's fault never stops the others)
            reason = f"{type(fault).__name__}: {fault}"
            return self._failure(draft, (finding("loi-noi-bo", ly_do=reason),))
        return self._failure(draft)

    def _failure(self, draft: Draft, also: tuple[Finding, ...] = ()) -> Plan:
        """The unit has no report of its present data; one of earlier data that still stands there is told."""
        entry = self._ledger.entry(draft.job)
        bare = replace(draft, temporary="", known=None, findings=draft.findings + also)
        told = bare.findings
        if entry is None:
            return Plan(Result(bare, Status.FAILED, findings=told), self._new(bare, Status.FAILED))
        if entry.file and os.path.exists(self.folder / entry.file):
            told += (finding("hang-loat-ban-cu", tep=entry.file),)
        of_job = replace(bare, name=entry.draft.name)
        written = replace(entry, draft=of_job, status=Status.FAILED, kept=None)
        return Plan(Result(bare, Status.FAILED, findings=told), written)

    def _new(self, draft: Draft, status: Status) -> Entry:
        """An entry of a job without a report."""
        return Entry(
            draft, status, self._ledger.source(draft.job), draft.job.part_of_file, self._wish(draft.job)
        )

    def _unchanged(self, draft: Draft, entry: Entry) -> Plan:
        """The report is the one that would be made now, or somebody's edition of it."""
        known = replace(draft.known, output=entry.output) if draft.known is not None else entry.known
        earlier = replace(entry.draft, job=draft.job, known=known, unchanged=True, seconds=draft.seconds)
        standing = digest_of(self.folder / entry.file)
        if self._edited(entry, standing):
            renewed = replace(entry, known=known)
            return self._keep(earlier, renewed, entry.file, standing, "hang-loat-sua-tay")
        if standing != entry.output:
            raise OutputError(finding("hang-loat-vua-doi", tep=entry.file))
        left = self._still_left(entry)
        written = replace(entry, known=known, status=Status.MADE, left=left, kept=None)
        told = Result(earlier, Status.SAME, entry.file, standing, earlier.findings)
        return Plan(told, written if written != entry else None)

    def _placed(self, draft: Draft, known: Known, entry: Entry | None) -> Plan:
        if not awaited(Path(draft.temporary), known.output):
            raise OutputError(finding("hang-loat-mat-ban-thao", tep=draft.temporary))
        entry, heir = self._taken_over(draft, entry)
        file = self._file_of(draft, entry)
        standing = digest_of(self.folder / file)
        there = heir or self._orphans.with_file(file)
        kept = self._why_kept(known, entry, file, standing)
        if kept is not None and not (there is not None and kept[1] in there.own and there.file == kept[0]):
            if heir is not None:
                self._orphans.hand_on(heir)
            return replace(self._keep(draft, entry, *kept), handed_on=heir)
        same = standing == known.output
        if not same:
            make_folder((self.folder / file).parent)
            check_target(self.folder / file, suffix=".docx", overwrite=True)
        left, told = self._left(entry, file)
        bare = replace(draft, temporary="")
        status = Status.SAME if same else Status.MADE
        result = Result(bare, status, file, known.output, bare.findings + told)
        new = replace(self._new(replace(bare, known=None), Status.MADE), known=known, file=file)
        written = replace(new, output=known.output, before=standing, left=left)
        if entry is not None:
            written = replace(written, pdf=entry.pdf)
        if there is not None:
            self._orphans.hand_on(there)
            if heir is None and there.pdf.file:
                written = replace(written, left=(*left, (there.pdf.file, there.pdf.output)))
        return Plan(result, written, standing, moves=not same, handed_on=there)

    def _taken_over(self, draft: Draft, entry: Entry | None) -> tuple[Entry | None, Entry | None]:
        """What is known of the draft's job; of one that is new, with what is known of the job whose report it
        takes over, and that.
        """
        if entry is not None and entry.file:
            return entry, None
        heir = self._orphans.heir_to(draft)
        if heir is None:
            return entry, None
        named = replace(heir.draft, job=draft.job)
        part = draft.job.part_of_file
        return replace(heir, draft=named, source=self._ledger.source(draft.job), part=part), heir

    def _file_of(self, draft: Draft, entry: Entry | None) -> str:
        key = self._ledger.key(draft.job)
        file = self._names.file_of(draft.name, key, entry)
        new = entry is None or entry.file != file
        if new and os.path.lexists(self.folder / file):  # another part may have put it there just now
            self._names.reread()
            file = self._names.file_of(draft.name, key, entry)
        self._names.take(file, key)
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
        """What stands there stays; that is written down, for the tables of later runs."""
        bare = replace(draft, temporary="")
        told = (*bare.findings, finding(code, tep=file))
        known = entry or self._new(replace(bare, known=None), Status.KEPT)
        written = replace(known, status=Status.KEPT, kept=(file, standing, code))
        old = self._ledger.entry(draft.job)
        return Plan(
            Result(bare, Status.KEPT, file, standing, told), None if written == old else written, standing
        )

    def _left(self, entry: Entry | None, file: str) -> tuple[tuple[Pair, ...], tuple[Finding, ...]]:
        """Reports of earlier names: those to remove, and what is told of one that somebody has edited."""
        if entry is None:
            return (), ()
        left = self._still_left(entry)
        if not entry.file or entry.file == file:
            return left, ()
        standing = digest_of(self.folder / entry.file)
        if standing and standing not in entry.own:
            return left, (finding("hang-loat-ten-cu", tep=entry.file, moi=file),)
        return (*left, (entry.file, standing)) if standing else left, ()

    def _still_left(self, entry: Entry) -> tuple[Pair, ...]:
        """Reports of earlier names that are there yet: one that somebody puts there later is not ours."""
        return tuple(pair for pair in entry.left if digest_if_read(self.folder / pair[0]) == pair[1])

    def settle(self, results: Mapping[str, Result]) -> Iterator[Result]:
        """Give each report the name it ought to have, now that all names are known; yields those of `results`
        that were renamed.
        """
        by_key = {self._ledger.key(result.draft.job): result for result in results.values()}
        for entry, file in tuple(self._names.misplaced()):
            old, target = self.folder / entry.file, self.folder / file
            if os.path.lexists(target) or digest_if_read(old) != entry.output:
                continue
            written = replace(entry, file=file, before="", left=(*entry.left, (entry.file, entry.output)))
            if self._write_down([written]) or not self._renamed(old, target, entry):
                continue
            if found := by_key.get(entry.key):
                yield replace(found, file=file)
        self._write_missed()

    def _renamed(self, old: Path, target: Path, entry: Entry) -> bool:
        """Rename a report; one that is in use keeps its name, and the ledger says so, until the next run."""
        try:
            put(old, target, replacing=False)
        except OutputError:
            self._unwritten.append(entry)
            return False
        return True
