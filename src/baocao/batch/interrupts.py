"""Ctrl-C and the system's request to end: the run stops handing out work and leaves in good order."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType


class Stop:
    """Whether the run was asked to end: by a signal, or by whoever started the run, who sets `asked`."""

    def __init__(self, asked: bool = False) -> None:
        self._asked = asked
        self._sign: Path | None = None

    @property
    def asked(self) -> bool:
        """Whether the run is to end."""
        return self._asked

    @asked.setter
    def asked(self, value: bool) -> None:
        self._asked = value
        self._show()

    @contextmanager
    def shown(self, sign: Path) -> Iterator[None]:
        """Inside, a file stands at `sign` as soon as the run is asked to end: workers in other processes and
        on other machines, who do much in a row, look for it. Where none can be written they do all they have.
        """
        with suppress(OSError):
            sign.unlink()  # of a run that was killed
        self._sign = sign
        self._show()
        try:
            yield
        finally:
            self._sign = None
            with suppress(OSError):
                sign.unlink()

    def _show(self) -> None:
        if self._asked and self._sign is not None:
            with suppress(OSError):
                self._sign.touch()


@contextmanager
def stop_on_signals() -> Iterator[Stop]:
    """A `Stop` that the first Ctrl-C (or SIGTERM) sets; the second one interrupts at once.

    Outside of the main thread signals cannot be met: the `Stop` is then only set by its owner.
    """
    stop = Stop()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return

    def met(number: int, frame: FrameType | None) -> None:
        if stop.asked:
            raise KeyboardInterrupt
        stop.asked = True

    before = {number: signal.signal(number, met) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            # A program that Python is embedded in may have a handler that Python does not know of.
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
