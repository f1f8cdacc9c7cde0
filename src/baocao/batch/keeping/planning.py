"""What is to be done with a finished draft, from what the ledger knows and what stands in the folder.

A report that a clerk has edited and a file of somebody else's are kept, unless the run is to replace them.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

from baocao.batch.jobs import Job, Settings
from baocao.batch.keeping.entries import Entry
from baocao.batch.keeping.files import awaited, digest_if_read, digest_of
from baocao.batch.keeping.ledger import Ledger
from baocao.batch.keeping.names import Names
from baocao.batch.keeping.orphans import Orphans
from baocao.batch.outcome import Draft, Known, Pair, Result, Status, unforeseen
from baocao.errors import Finding, OutputError, finding
from baocao.output import check_target, make_folder


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


class Planner:
    """Makes the plans that `baocao.batch.keeping.placing.Places` writes down and carries out."""

    def __init__(
        self, ledger: Ledger, settings: Settings, orphans: Orphans, names: Names, *, overwrite: bool
    ) -> None:
        self._folder = Path(settings.folder)
        self._ledger = ledger
        self._settings = settings
        self._overwrite = overwrite
        self._orphans = orphans
        self._names = names

    def edited(self, entry: Entry, standing: str) -> bool:
        """Whether somebody's edition of a report stands there that is to be kept. standing: its digest."""
        return bool(standing) and not self._overwrite and standing not in entry.own

    def wish(self, job: Job) -> str:
        """What decides the name of a report beside its data."""
        return job.name or self._settings.pattern

    def plan(self, draft: Draft) -> Plan:
        """What is to be done with a draft; what is wrong with one unit is in its plan."""
        entry = self._ledger.entry(draft.job)
        try:
            if draft.unchanged and entry is not None:
                return self._unchanged(draft, entry)
            if draft.temporary and draft.known is not None:
                return self._placed(draft, draft.known, entry)
        except OutputError as fault:
            return self.failure(draft, fault.findings)
        except Exception as fault:  # noqa: BLE001  (one unit's fault never stops the others)
            return self.failure(draft, (unforeseen(fault),))
        return self.failure(draft)

    def failure(self, draft: Draft, also: tuple[Finding, ...] = ()) -> Plan:
        """The unit has no report of its present data; one of earlier data that still stands there is told."""
        entry = self._ledger.entry(draft.job)
        bare = replace(draft, temporary="", known=None, findings=draft.findings + also)
        told = bare.findings
        if entry is None:
            return Plan(Result(bare, Status.FAILED, findings=told), self._new(bare, Status.FAILED))
        if entry.file and os.path.exists(self._folder / entry.file):
            told += (finding("hang-loat-ban-cu", tep=entry.file),)
        of_job = replace(bare, name=entry.draft.name)
        written = replace(entry, draft=of_job, status=Status.FAILED, kept=None)
        return Plan(Result(bare, Status.FAILED, findings=told), written)

    def _new(self, draft: Draft, status: Status) -> Entry:
        """An entry of a job without a report."""
        return Entry(
            draft, status, self._ledger.source(draft.job), draft.job.part_of_file, self.wish(draft.job)
        )

    def _unchanged(self, draft: Draft, entry: Entry) -> Plan:
        """The report is the one that would be made now, or somebody's edition of it."""
        known = replace(draft.known, output=entry.output) if draft.known is not None else entry.known
        earlier = replace(entry.draft, job=draft.job, known=known, unchanged=True, seconds=draft.seconds)
        standing = digest_of(self._folder / entry.file)
        if self.edited(entry, standing):
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
        standing = digest_of(self._folder / file)
        there = heir or self._orphans.with_file(file)
        kept = self._why_kept(known, entry, file, standing)
        if kept is not None and not (there is not None and kept[1] in there.own and there.file == kept[0]):
            if heir is not None:
                self._orphans.hand_on(heir)
            return replace(self._keep(draft, entry, *kept), handed_on=heir)
        same = standing == known.output
        if not same:
            make_folder((self._folder / file).parent)
            check_target(self._folder / file, suffix=".docx", overwrite=True)
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
        if new and os.path.lexists(self._folder / file):  # another part may have put it there just now
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
            old = digest_of(self._folder / entry.file)
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
        standing = digest_of(self._folder / entry.file)
        if standing and standing not in entry.own:
            return left, (finding("hang-loat-ten-cu", tep=entry.file, moi=file),)
        return (*left, (entry.file, standing)) if standing else left, ()

    def _still_left(self, entry: Entry) -> tuple[Pair, ...]:
        """Reports of earlier names that are there yet: one that somebody puts there later is not ours."""
        return tuple(pair for pair in entry.left if digest_if_read(self._folder / pair[0]) == pair[1])
