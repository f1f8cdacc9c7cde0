"""Workers that are processes of this machine. One that dies or hangs takes only its own task with it."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from multiprocessing.context import SpawnContext, SpawnProcess
from types import ModuleType
from typing import TYPE_CHECKING, Any

from baocao.batch.workers.executors import WorkerLost, Workers

if TYPE_CHECKING:
    from pebble import ProcessPool

_STARTING = threading.Lock()
_OBJECTS_LET_BE = 20_000
"""What some fifteen reports leave behind that only a collection takes away."""


def collect_seldom() -> None:
    """Look for objects that hold one another only every few reports: usually it is ten times in each, through
    all that a worker keeps for the next one.
    """
    gc.set_threshold(_OBJECTS_LET_BE)


class _Process(SpawnProcess):
    """A process that does not run the caller's own script again.

    Without this a script that asks for a run and has no `if __name__ == "__main__"` would start itself
    in every worker.
    """

    def start(self) -> None:
        with _STARTING:
            own = sys.modules["__main__"]
            sys.modules["__main__"] = ModuleType("__main__")
            try:
                super().start()
            finally:
                sys.modules["__main__"] = own


class _Context(SpawnContext):
    Process = _Process


class Processes(Workers):
    """`count` processes, each with its own interpreter; the same on every system."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._pool = self._new_pool()

    def _new_pool(self) -> ProcessPool:
        from pebble import ProcessPool

        return ProcessPool(max_workers=self.count, context=_Context(), initializer=collect_seldom)

    def submit(self, function: Callable[..., Any], *arguments: Any, limit: float = 0) -> Future[Any]:
        """As `Workers.submit`; a pool that broke as a whole is replaced."""
        try:
            inner = self._pool.schedule(function, args=arguments, timeout=limit or None)
        except RuntimeError:  # its threads met something they could not go on from
            self.close()
            self._pool = self._new_pool()
            inner = self._pool.schedule(function, args=arguments, timeout=limit or None)
        outer: Future[Any] = Future()
        inner.add_done_callback(lambda done: _hand_on(done, outer))
        return outer

    def close(self) -> None:
        """End the processes, also those at work."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()


def _hand_on(inner: Future[Any], outer: Future[Any]) -> None:
    from concurrent.futures import BrokenExecutor, CancelledError, TimeoutError

    from pebble import ProcessExpired

    try:
        outer.set_result(inner.result())
    except TimeoutError:
        outer.set_exception(WorkerLost(late=True))
    except (ProcessExpired, BrokenExecutor, CancelledError):
        outer.set_exception(WorkerLost())
    except BaseException as fault:  # noqa: BLE001  (handed on)
        outer.set_exception(fault)
