"""Where a finished draft goes: never over a report that a clerk has edited or a file of somebody else's.

For each draft of a chunk a `Plan` is made (`planning`); the plans are written down together, then carried
out. Renaming comes last, so a run that is killed at any moment leaves whole files only, and a ledger that
knows each of them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from baocao.batch.jobs import Job, Settings
from baocao.batch.keeping.entries import Entry
from baocao.batch.keeping.files import digest_if_read, digest_of, put, remove, same_file
from baocao.batch.keeping.ledger import Ledger
from baocao.batch.keeping.names import Names
from baocao.batch.keeping.orphans import Orphans
from baocao.batch.keeping.planning import Plan, Planner
from baocao.batch.outcome import Draft, Known, Result, Status, unforeseen
from baocao.errors import Finding, OutputError, finding
from baocao.output import check_target

STALE_PDF = "hang-loat-pdf-cu"
FOREIGN_PDF = "hang-loat-pdf-la"


class Places:
    """The folder of the results. orphans: reports whose job is no more. overwrite: edited reports and files
    that are not ours are replaced.
    """

    def __init__(
        self, ledger: Ledger, settings: Settings, orphans: Orphans, *, overwrite: bool = False
    ) -> None:
        self.folder = Path(settings.folder)
        self._ledger = ledger
        self._names = Names(ledger, orphans)
        self._planner = Planner(ledger, settings, orphans, self._names, overwrite=overwrite)
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
        if entry.status is Status.FAILED or entry.wish != self._planner.wish(job):
            return False
        standing = digest_if_read(self.folder / entry.file)
        return standing == entry.output or self._planner.edited(entry, standing)

    def take(self, drafts: Sequence[Draft]) -> tuple[Result, ...]:
        """Write down what came of the drafts of a chunk and put them in their places, all of them before one
        is told: a run that is broken off while telling leaves no entry without its file.
        """
        plans = [self._planner.plan(draft) for draft in drafts]
        refused = self._write_down([entry for plan in plans for entry in plan.entries])
        results = tuple(self._taken(draft, plan, refused) for draft, plan in zip(drafts, plans, strict=True))
        if not refused:
            self._write_missed()
        return results

    def _taken(self, draft: Draft, plan: Plan, refused: tuple[Finding, ...]) -> Result:
        if refused and plan.entry is not None:
            return self._fail(draft, refused)
        return self._carry_out(draft, plan)

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
        plan = self._planner.failure(draft, why)
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
        except Exception as fault:  # noqa: BLE001  (one unit's fault never costs the others their results)
            return self._fail(draft, (unforeseen(fault),))
        return self._tidied(draft, plan)

    def _tidied(self, draft: Draft, plan: Plan) -> Result:
        """What is left to do once the report stands in its place; a fault here does not undo that."""
        try:
            self._drop(draft)
            entry = plan.entry or self._ledger.entry(draft.job)
            if entry is not None and entry.status is Status.MADE:
                self._remove_left(entry)
            return self._with_pdf_told(plan.result)
        except Exception as fault:  # noqa: BLE001  (as above)
            return replace(plan.result, findings=(*plan.result.findings, unforeseen(fault)))

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
