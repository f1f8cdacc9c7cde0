"""Finished reports go to the disk while the next one is being made: waiting for a disk costs no processor."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path
from types import TracebackType
from typing import Self

from baocao.output import make_folder, write_result


class Writer:
    """A context manager; at its end everything is written. Only one report waits, so memory stays flat."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1)
        self._last: Future[None] | None = None

    def write(self, path: Path, data: bytes) -> Future[None]:
        """Write a file whole and wait until it is on the disk; the future raises what `write_result` does."""
        if self._last is not None:
            wait((self._last,))
        self._last = self._thread.submit(_write, path, data)
        return self._last

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._thread.shutdown()


def _write(path: Path, data: bytes) -> None:
    make_folder(path.parent)
    write_result(path, data, overwrite=True)
