"""Which job has which file: no two jobs share one, whatever the letters' case and whoever is done first."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from baocao.batch.jobs import Job
from baocao.batch.keeping.entries import Entry
from baocao.batch.keeping.ledger import Ledger
from baocao.batch.naming import apart
from baocao.batch.outcome import Draft


class Names:
    """The files of the ledger's jobs that stand in the folder, and those given out since."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._owners: dict[str, str] = {}
        self._take_standing()

    def file_of(self, draft: Draft, entry: Entry | None) -> str:
        """The file for a draft: the one it has had under the same name, its own name if that is free, else
        its name set apart.
        """
        if entry is not None and entry.file and entry.draft.name == draft.name:
            return entry.file
        free = self.owner(draft.name) in ("", draft.job.id)
        return draft.name if free else apart(draft.name, draft.job)

    def take(self, file: str, job: Job) -> None:
        """The file is the job's from now on."""
        self._owners[_folded(file)] = job.id

    def owner(self, file: str) -> str:
        """The id of the job whose file it is, "" for nobody's."""
        return self._owners.get(_folded(file), "")

    def reread(self) -> None:
        """Look again at what other parts of the run have made."""
        self._ledger.refresh()
        self._take_standing()

    def misplaced(self) -> Iterator[tuple[Entry, str]]:
        """The reports that have another name than the one they ought to have, with that name.

        A report has the name that the pattern gives, unless another one that stands in the folder asks for
        the same: then each of them is set apart.
        """
        self._owners.clear()
        self._take_standing()
        asking: dict[str, list[Entry]] = defaultdict(list)
        for entry in self._ledger.entries.values():
            if entry.file and (self._ledger.folder / entry.file).exists():
                asking[_folded(entry.draft.name)].append(entry)
        for entries in asking.values():
            for entry in entries:
                name, job = entry.draft.name, entry.draft.job
                right = name if len(entries) == 1 else apart(name, job)
                if entry.file != right and self._ledger.is_own(job.id) and self.owner(right) in ("", job.id):
                    yield entry, right

    def _take_standing(self) -> None:
        for job_id, entry in self._ledger.entries.items():
            if entry.file and (self._ledger.folder / entry.file).exists():
                self._owners.setdefault(_folded(entry.file), job_id)


def _folded(file: str) -> str:
    return unicodedata.normalize("NFC", file).casefold()
