"""Reports whose job is no more: the data file was renamed or moved, a row's name was corrected or the row
taken out. They ask for no name any more; the one job that now makes the same report takes it over.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator

from baocao.batch.jobs import Job
from baocao.batch.keeping.entries import Entry, Key
from baocao.batch.keeping.files import folded
from baocao.batch.keeping.ledger import Ledger
from baocao.batch.outcome import Draft
from baocao.errors import Finding, finding

_MOST_TOLD = 5


class Orphans:
    """The entries of a ledger whose job is no more.

    jobs: all that the sources of the run give, also those that this run is not to do. whole: data files of
    which no unit was left out (`Jobs.whole`). A job of another data file that is still there lives: last
    year's reports in the same folder stay what they are.
    """

    def __init__(self, ledger: Ledger, jobs: Iterable[Job], whole: Collection[str] = ()) -> None:
        self._ledger = ledger
        self._living = {ledger.key(job) for job in jobs}
        self._whole = {ledger.key(Job("", 0, file))[0] for file in whole}
        self._there: dict[str, bool] = {}
        self._handed: set[Key] = set()
        self._indexed: tuple[dict[str, Entry], dict[tuple[str, ...], Entry]] | None = None

    def __contains__(self, entry: Entry) -> bool:
        """Whether the entry's job is no more."""
        if entry.key in self._living:
            return False
        return entry.key[0] in self._whole or not self._has_data(entry.source)

    def __iter__(self) -> Iterator[Entry]:
        """Those whose report stands in the folder."""
        for entry in self._ledger:
            if entry.file and entry in self and os.path.exists(self._ledger.folder / entry.file):
                yield entry

    def heir_to(self, draft: Draft) -> Entry | None:
        """The entry whose report a new job takes over: one of the same name, or of the same unit, pack and
        period.
        """
        by_name, by_unit = self._found()
        found = [by_name.get(folded(draft.name)), *map(by_unit.get, _units(draft))]
        return next((entry for entry in found if entry is not None and entry.key not in self._handed), None)

    def with_file(self, file: str) -> Entry | None:
        """The entry whose report has that name."""
        entry = self._found()[0].get(folded(file))
        mine = entry is not None and folded(entry.file) == folded(file) and entry.key not in self._handed
        return entry if mine else None

    def hand_on(self, entry: Entry) -> None:
        """The entry's report has a job again."""
        self._handed.add(entry.key)

    def _found(self) -> tuple[dict[str, Entry], dict[tuple[str, ...], Entry]]:
        """By name and by unit."""
        if self._indexed is None:
            several = sorted(self, key=lambda entry: entry.key)
            names = {folded(entry.draft.name): entry for entry in several}
            names |= {folded(entry.file): entry for entry in several}
            self._indexed = names, {unit: entry for entry in several for unit in _units(entry.draft)}
        return self._indexed

    def _has_data(self, source: str) -> bool:
        if source not in self._there:
            self._there[source] = os.path.exists(os.path.join(self._ledger.folder, source))
        return self._there[source]


def _units(draft: Draft) -> Iterator[tuple[str, ...]]:
    """What a report is of: by the unit's code, and by its name."""
    if draft.about and draft.code:
        yield draft.about, draft.code
    if draft.about and draft.unit:
        yield draft.about, draft.parent, draft.unit


def told_orphans(orphans: Orphans) -> Iterator[Finding]:
    """The reports that stand in the folder though the sources have their units no more, in one finding."""
    files = sorted(orphan.file for orphan in orphans)
    if files:
        more = len(files) - _MOST_TOLD
        row = ", ".join(files[:_MOST_TOLD]) + (f" và {more} tệp khác" if more > 0 else "")
        yield finding("hang-loat-con-lai", so=len(files), cac_tep=row)
