"""Which tables in a folder of results are ours: a file of that name may be somebody's data or hold notes."""

from __future__ import annotations

import contextlib
import json
import os
from hashlib import sha256
from pathlib import Path

from baocao.batch.jobs import INNER
from baocao.batch.keeping.files import digest_if_read
from baocao.output import make_folder, write_result

_KEPT = 4
"""So many digests of one table are remembered: of the one that stands there, and of those before it."""


class OwnTables:
    """The digests of the tables that runs have written into a folder.

    folder: of the results. name: of the tables without their suffix; each part of a run remembers its own.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self._memory = folder / INNER / f"{name}.json"
        self._digests = _read(self._memory)

    def has_written(self, path: Path) -> bool:
        """Whether the file is a table of ours as we left it; also when there is none."""
        if not path.is_file():
            return not os.path.lexists(path)
        digest = digest_if_read(path)
        return bool(digest) and digest in self._digests.get(path.name, ())

    def remember(self, path: Path, data: bytes) -> None:
        """Note down a table before it is written: a run that is killed in between still knows it.

        Raises `OutputError` when that cannot be noted down.
        """
        known = self._digests.setdefault(path.name, [])
        known[:] = [*known, sha256(data).hexdigest()][-_KEPT:]
        make_folder(self._memory.parent)
        write_result(self._memory, json.dumps(self._digests).encode(), overwrite=True)


def _read(memory: Path) -> dict[str, list[str]]:
    """What was noted down; nothing of it when the file is spoilt, for then no table counts as ours."""
    with contextlib.suppress(OSError, ValueError):
        data = json.loads(memory.read_bytes())
        if isinstance(data, dict):
            return {str(name): list(map(str, of)) for name, of in data.items() if isinstance(of, list)}
    return {}
