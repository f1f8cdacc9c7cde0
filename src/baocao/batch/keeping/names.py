"""Which job has which file: no two jobs share one, whatever the letters' case and whoever is done first."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator

from baocao.batch.keeping.entries import Entry, Key
from baocao.batch.keeping.files import folded
from baocao.batch.keeping.ledger import Ledger
from baocao.batch.keeping.orphans import Orphans
from baocao.batch.naming import apart


class Names:
    """The files of the ledger's jobs that stand in the folder, and those given out since."""

    def __init__(self, ledger: Ledger, orphans: Orphans) -> None:
        self._ledger = ledger
        self._orphans = orphans
        self._owners: dict[str, Key] = {}
        self._take_standing()

    def file_of(self, name: str, key: Key, entry: Entry | None) -> str:
        """The file for a report that asks for a name: the one it has had under the same name, that name if it
        is free, else the name set apart.
        """
        if entry is not None and entry.file and entry.draft.name == name and self.is_free(entry.file, key):
            return entry.file
        return name if self.is_free(name, key) else _apart(name, key)

    def take(self, file: str, key: Key) -> None:
        """The file is the job's from now on."""
        self._owners[folded(file)] = key

    def is_free(self, file: str, key: Key) -> bool:
        """Whether no other job has the file."""
        return self._owners.get(folded(file), key) == key

    def reread(self) -> None:
        """Look again at what other parts of the run have made."""
        if self._ledger.refresh():
            self._take_standing()

    def misplaced(self) -> Iterator[tuple[Entry, str]]:
        """The reports that have another name than the one they ought to have, with that name.

        A report has the name that the pattern gives, unless another one that stands in the folder asks for
        the same: then each of them is set apart. One whose job is no more asks for none.
        """
        self._owners.clear()
        self._take_standing()
        asking: dict[str, list[Entry]] = defaultdict(list)
        for entry in self._standing():
            asking[folded(entry.draft.name)].append(entry)
        for entries in asking.values():
            for entry in entries:
                name = entry.draft.name
                right = name if len(entries) == 1 else _apart(name, entry.key)
                if entry.file != right and self._ledger.is_own(entry) and self.is_free(right, entry.key):
                    yield entry, right

    def _take_standing(self) -> None:
        for entry in self._standing():
            self._owners.setdefault(folded(entry.file), entry.key)

    def _standing(self) -> Iterator[Entry]:
        for entry in self._ledger:
            there = entry.file and os.path.exists(self._ledger.folder / entry.file)
            if there and entry not in self._orphans:
                yield entry


def _apart(name: str, key: Key) -> str:
    source, part = key
    return apart(name, source.replace(os.sep, "/") + part)
