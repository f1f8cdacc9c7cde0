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
from contextlib import ExitStack, contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

from baocao.batch.jobs import DRAFTS, INNER, Job
from baocao.batch.keeping.entries import Entry, Pair, entry_as_data, entry_of
from baocao.batch.lines import as_line
from baocao.errors import OutputError, finding
from baocao.output import make_folder, told_of, write_result

_FORMAT = 1
_SPARE_LINES = 2
"""A ledger is written anew when it has more than this many lines a job."""


class Ledger:
    """The ledger of one part of a run, open for writing; entries of all parts. Use `open_ledger`."""

    def __init__(self, folder: Path, part: str = "") -> None:
        self.folder = folder
        self.path = folder / INNER / f"so{part and '-' + part}.jsonl"
        self.entries: dict[str, Entry] = {}
        self._turns: dict[str, int] = {}
        self._own: set[str] = set()
        self._numbers: dict[Pair, int] = {}
        self._free = count()
        self._pairs: dict[Pair, Pair] = {}
        self._turn = 0
        self._read_all()

    def is_own(self, job_id: str) -> bool:
        """Whether this part has written of the job last."""
        return job_id in self._own

    def entry(self, job: Job) -> Entry | None:
        """The last that is known of the job; None as well for one of that name in another data file.

        A data file that is not there any more was moved: it is the same job.
        """
        entry = self.entries.get(job.id)
        if entry is None or entry.source in ("", self.source(job)):
            return entry
        return None if os.path.exists(os.path.join(self.folder, entry.source)) else entry

    def source(self, job: Job) -> str:
        """The data file of a job, seen from the folder of the results: both may be moved together."""
        try:
            return os.path.relpath(job.file, self.folder).replace(os.sep, "/")
        except ValueError:  # another drive of Windows
            return job.file

    def failed(self, jobs: Iterable[Job]) -> tuple[Job, ...]:
        """Those of the jobs whose last try failed."""
        return tuple(job for job in jobs if (entry := self.entry(job)) is not None and entry.failed)

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

    def refresh(self) -> None:
        """Read again what other parts have written since."""
        for path in self._ledgers():
            if path != self.path:
                self._read(path)

    def _lines(self, entries: Iterable[Entry], numbers: dict[Pair, int]) -> Iterator[bytes]:
        if not numbers and not self.path.exists():
            yield as_line({"so_hang_loat": _FORMAT})
        for entry in entries:
            for pair in entry.known.inputs if entry.known else ():
                if pair not in numbers:
                    numbers[pair] = next(self._free)
                    yield as_line({"so": numbers[pair], "dau_vao": pair})
            yield as_line({"lan": self._turn} | entry_as_data(entry, numbers.__getitem__))

    def _ledgers(self) -> list[Path]:
        return sorted(self.path.parent.glob("so*.jsonl"))

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
        with told_of(path), path.open("rb") as stream:
            for line in stream:
                lines += 1
                data = _data_of(line)
                _check_format(path, data.get("so_hang_loat"))
                with suppress(KeyError, TypeError, ValueError):  # changed by somebody: no line
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
        job_id = entry.draft.job.id
        if turn < self._turns.get(job_id, 0):
            return
        self.entries[job_id], self._turns[job_id] = entry, turn
        (self._own.add if own else self._own.discard)(job_id)

    def _compact(self) -> None:
        """Write the ledger anew with one line a job; when that cannot be done the long one serves as well."""
        numbers: dict[Pair, int] = {}
        entries = [self.entries[job_id] for job_id in self._turns if job_id in self._own]
        head = as_line({"so_hang_loat": _FORMAT})
        whole = head + b"".join(self._lines(entries, numbers))
        with suppress(OutputError):
            write_result(self.path, whole, overwrite=True)
            self._numbers = numbers


def _data_of(line: bytes) -> dict[str, Any]:
    """What a line says; nothing when it was cut off."""
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _check_format(path: Path, typed: Any) -> None:
    if isinstance(typed, int) and typed > _FORMAT:
        raise OutputError(finding("hang-loat-so-dang-moi", tep=path))


def _append(path: Path, lines: bytes) -> None:
    """Add lines at the end; when that fails half way the file is as it was before."""
    with path.open("ab", buffering=0) as stream:
        length = stream.tell()
        try:
            if length and not _ends_a_line(path):
                lines = b"\n" + lines
            view = memoryview(lines)
            while view:
                view = view[stream.write(view) :]
            os.fsync(stream.fileno())
        except OSError:
            stream.truncate(length)
            raise


def _ends_a_line(path: Path) -> bool:
    with path.open("rb") as stream:
        stream.seek(-1, os.SEEK_END)
        return stream.read(1) == b"\n"


@contextmanager
def open_ledger(folder: Path, part: str = "") -> Iterator[Ledger]:
    """The ledger of the folder, made with it when missing; nobody else works on the same part meanwhile.

    part: "1-4" for the first of four parts, "" for a run over everything. Raises `OutputError` when another
    run is at work on the same jobs, or the folder cannot be written.
    """
    make_folder(folder / INNER / DRAFTS)
    with ExitStack() as stack:
        if _locked(stack, folder, part):
            _clear(folder / INNER / DRAFTS)
            stack.callback(_clear, folder / INNER / DRAFTS)
        yield Ledger(folder, part)


def _locked(stack: ExitStack, folder: Path, part: str) -> bool:
    """Take the lock of the part; returns whether no other part is at work.

    Raises `OutputError` when the part is, or one that has jobs in common with it.
    """
    from filelock import FileLock, Timeout

    own = folder / INNER / f"khoa{part and '-' + part}"
    alone = True
    with told_of(own):
        for path in (own, *sorted(set(own.parent.glob("khoa*")) - {own})):
            try:
                lock = stack.enter_context(FileLock(path, timeout=0))
            except Timeout:
                if _have_jobs_in_common(path.name, own.name):
                    raise OutputError(finding("hang-loat-dang-chay", thu_muc=folder)) from None
                alone = False
            else:
                if path != own:
                    lock.release()
    return alone


def _have_jobs_in_common(one: str, other: str) -> bool:
    """Whether the parts of two locks overlap: different parts of the same number do not."""
    return one == other or one.rpartition("-")[2] != other.rpartition("-")[2]


def _clear(drafts: Path) -> None:
    """Remove what killed workers and runs have left, but for finished PDFs, which the next run takes as they
    are; what cannot be removed stays nobody's trouble.
    """
    with suppress(OSError):
        for path in drafts.iterdir():
            if path.suffix != ".pdf":
                with suppress(OSError):
                    path.unlink()
