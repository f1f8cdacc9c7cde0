"""Reports whose job is no more: the data file was renamed or moved, a row's name was corrected or the row
taken out. They ask for no name any more; the one job that now makes the same report takes it over.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from baocao.batch.jobs import Job
from baocao.batch.keeping.entries import Entry, Key
from baocao.batch.keeping.files import folded
from baocao.batch.keeping.ledger import Ledger
from baocao.batch.outcome import Draft
from baocao.errors import Finding, finding

_Index = tuple[dict[str, list[Entry]], dict[tuple[str, ...], Entry]]
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
        self._indexed: _Index | None = None

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
        """The entry whose report a new job takes over: that of the same unit, pack and period; else the only
        one that asked for the same name.
        """
        by_name, by_unit = self._found()
        for entry in map(by_unit.get, _units(draft)):
            if entry is not None and entry.key not in self._handed:
                return entry
        named = [entry for entry in by_name[folded(draft.name)] if entry.key not in self._handed]
        return named[0] if len(named) == 1 else None

    def with_file(self, file: str) -> Entry | None:
        """The entry whose report has that name."""
        by_name, _ = self._found()
        with_it = (entry for entry in by_name[folded(file)] if folded(entry.file) == folded(file))
        return next((entry for entry in with_it if entry.key not in self._handed), None)

    def hand_on(self, entry: Entry) -> None:
        """The entry's report has a job again."""
        self._handed.add(entry.key)

    def _found(self) -> _Index:
        """By the names asked for and had, and by unit."""
        if self._indexed is None:
            several = sorted(self, key=lambda entry: entry.key)
            names: dict[str, list[Entry]] = defaultdict(list)
            for entry in several:
                for name in {folded(entry.draft.name), folded(entry.file)}:
                    names[name].append(entry)
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
