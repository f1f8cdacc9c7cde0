"""The ledger of a folder of results: what was made of which data, so that a run which was killed at any
moment goes on where it was, and nobody's work is written over.

It stands in `DIR/.baocao/` as lines of JSON, one for every job that was done with; the last line of a job
holds. Lines are appended (and brought to the disk) before the files they speak of are renamed. A line that
was cut off is no line. Parts of a run (`--phan`) have a ledger each and read those of the others.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

from baocao.batch.jobs import INNER, Job
from baocao.batch.keeping.entries import Entry, Key, entry_as_data, entry_of, key_of
from baocao.batch.keeping.files import digest_if_read, folded, keep_names
from baocao.batch.lines import as_line
from baocao.batch.outcome import Pair, Status
from baocao.errors import OutputError, finding
from baocao.output import told_of, write_result

_FORMAT = 1
_LEDGERS = "so*.jsonl"
_SPARE_LINES = 2
"""A ledger is written anew when it has more than this many lines a job."""


class Ledger:
    """The ledger of one part of a run, open for writing; entries of all parts. Use `locks.open_ledger`.

    Iterating gives what is known of all jobs, those of other runs into the folder as well.
    """

    def __init__(self, folder: Path, part: str = "") -> None:
        self.folder = folder
        self.path = folder / INNER / f"so{part and '-' + part}.jsonl"
        self._entries: dict[Key, Entry] = {}
        self._turns: dict[Key, int] = {}
        self._files: dict[str, Key] = {}
        self._own: set[Key] = set()
        self._numbers: dict[Pair, int] = {}
        self._free = count()
        self._pairs: dict[Pair, Pair] = {}
        self._sources: dict[str, str] = {}
        self._states: dict[Path, tuple[int, int]] = {}
        self._turn = 0
        self._read_all()

    def __iter__(self) -> Iterator[Entry]:
        return (entry for entry in self._entries.values() if not entry.handed_on)

    def is_own(self, entry: Entry) -> bool:
        """Whether this part has written of the job last."""
        return entry.key in self._own

    def entry(self, job: Job) -> Entry | None:
        """The last that is known of the job, wherever the source began when it was done."""
        entry = self._entries.get(self.key(job))
        return None if entry is None or entry.handed_on else entry

    def key(self, job: Job) -> Key:
        """The identity of a job."""
        return key_of(self.source(job), job.part_of_file)

    def source(self, job: Job) -> str:
        """The data file of a job, seen from the folder of the results: both may be moved together."""
        if job.file not in self._sources:
            self._sources[job.file] = self._seen(job.file)
        return self._sources[job.file]

    def _seen(self, file: str) -> str:
        try:
            return os.path.relpath(file, self.folder).replace(os.sep, "/")
        except ValueError:  # another drive of Windows
            return file

    def wanting(self, jobs: Iterable[Job]) -> tuple[Job, ...]:
        """Those of the jobs whose last try failed, or that no run has come to yet, or not to the end."""
        return tuple(job for job in jobs if self._wants(self.entry(job)))

    def _wants(self, entry: Entry | None) -> bool:
        if entry is None or entry.failed:
            return True
        if entry.status is Status.KEPT:
            return False
        path = self.folder / entry.file
        return not os.path.exists(path) or (bool(entry.before) and digest_if_read(path) == entry.before)

    def write(self, entries: Sequence[Entry]) -> None:
        """Write the entries down, all or none, and wait until they are on the disk.

        Raises `OutputError` when there is no room or the folder may not be written.
        """
        if not entries:
            return
        numbers = dict(self._numbers)
        lines = b"".join(self._lines(entries, self._numbers))
        try:
            with told_of(self.path):
                _append(self.path, lines)
        except OutputError:
            self._numbers = numbers
            raise
        for entry in entries:
            self._take(entry, self._turn, own=True)

    def refresh(self) -> bool:
        """Read again what other parts have written since; returns whether they have."""
        others = [
            path for path in self._ledgers() if path != self.path and _state(path) != self._states.get(path)
        ]
        for path in others:
            self._read(path)
        return bool(others)

    def _lines(self, entries: Iterable[Entry], numbers: dict[Pair, int]) -> Iterator[bytes]:
        if not numbers and not _state(self.path)[0]:
            yield as_line({"so_hang_loat": _FORMAT})
        for entry in entries:
            for pair in entry.known.inputs if entry.known else ():
                if pair not in numbers:
                    numbers[pair] = next(self._free)
                    yield as_line({"so": numbers[pair], "dau_vao": pair})
            yield as_line({"lan": self._turn} | entry_as_data(entry, numbers.__getitem__))

    def _ledgers(self) -> list[Path]:
        return sorted(self.path.parent.glob(_LEDGERS))

    def _read_all(self) -> None:
        lines = 0
        for path in self._ledgers():
            read = self._read(path)
            lines = read if path == self.path else lines
        self._turn = max(self._turns.values(), default=0) + 1
        if lines > _SPARE_LINES * (len(self._own) + len(self._numbers) + 1):
            self._compact()

    def _read(self, path: Path) -> int:
        """Take the entries of a ledger; returns how many lines it has."""
        pairs: dict[int, Pair] = {}
        lines = 0
        self._states[path] = _state(path)
        with told_of(path), path.open("rb") as stream:
            for line in stream:
                lines += 1
                data = _data_of(line)
                _check_format(path, data.get("so_hang_loat"))
                with suppress(
                    KeyError, TypeError, ValueError, ArithmeticError
                ):  # changed by somebody: no line
                    self._take_line(data, pairs, own=path == self.path)
        if path == self.path:
            self._numbers = {pair: number for number, pair in pairs.items()}
            self._free = count(max(pairs, default=-1) + 1)
        return lines

    def _take_line(self, data: dict[str, Any], pairs: dict[int, Pair], *, own: bool) -> None:
        if "so" in data:
            name, digest = data["dau_vao"]
            pairs[int(data["so"])] = self._pairs.setdefault((name, digest), (name, digest))
        elif "viec" in data:
            self._take(entry_of(data, pairs), int(data["lan"]), own=own)

    def _take(self, entry: Entry, turn: int, *, own: bool) -> None:
        key = entry.key
        if turn < self._turns.get(key, 0):
            return
        (self._own.add if own else self._own.discard)(key)
        self._turns[key] = turn
        self._entries[key] = self._with_its_file(entry, turn)

    def _with_its_file(self, entry: Entry, turn: int) -> Entry:
        """The entry; a file belongs to the last that names it, and the other of the two has none any more."""
        name, key = folded(entry.file), entry.key
        other = self._files.get(name, key)
        if not entry.file or entry.handed_on:
            return entry
        earlier = self._entries.get(other)
        if earlier is not None and other != key and folded(earlier.file) == name:
            if turn < self._turns[other]:
                return entry.without_file
            self._entries[other] = earlier.without_file
        self._files[name] = key
        return entry

    def _compact(self) -> None:
        """Write the ledger anew with one line a job; when that cannot be done the long one serves as well."""
        numbers: dict[Pair, int] = {}
        entries = [self._entries[key] for key in self._turns if key in self._own]
        head = as_line({"so_hang_loat": _FORMAT})
        whole = head + b"".join(self._lines(entries, numbers))
        with suppress(OutputError):
            write_result(self.path, whole, overwrite=True)
            self._numbers = numbers


def has_ledger(folder: Path) -> bool:
    """Whether a run was ever begun into the folder."""
    return any((folder / INNER).glob(_LEDGERS))


def _data_of(line: bytes) -> dict[str, Any]:
    """What a line says; nothing when it was cut off."""
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _state(path: Path) -> tuple[int, int]:
    """Size and time of a file; zeros when it is not there."""
    try:
        status = path.stat()
    except OSError:
        return 0, 0
    return status.st_size, status.st_mtime_ns


def _check_format(path: Path, typed: Any) -> None:
    if isinstance(typed, int) and typed > _FORMAT:
        raise OutputError(finding("hang-loat-so-dang-moi", tep=path))


def _append(path: Path, lines: bytes) -> None:
    """Add lines at the end; when that fails half way the file is as it was before, as far as the system lets
    it be cut. A new file is brought to the disk with its name.
    """
    new = not path.exists()
    with path.open("ab", buffering=0) as stream:
        length = stream.tell()
        try:
            if length and not _ends_a_line(path):
                lines = b"\n" + lines
            view = memoryview(lines)
            while view:
                view = view[stream.write(view) :]
            os.fsync(stream.fileno())
            if new:
                keep_names(path.parent)
        except OSError:
            stream.truncate(length)
            raise


def _ends_a_line(path: Path) -> bool:
    with path.open("rb") as stream:
        stream.seek(-1, os.SEEK_END)
        return stream.read(1) == b"\n"
