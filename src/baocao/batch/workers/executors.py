"""Who does the work: this process, processes of this machine, or a Dask cluster. One interface for all."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from types import TracebackType
from typing import Any, Self


class WorkerLost(Exception):  # noqa: N818  (what happened to the worker, no error of the caller)
    """The worker ended before it answered. late: it was ended because it took longer than these seconds, 0
    for another reason. gone: all of them are out of reach, so that trying again is of no use.
    """

    def __init__(self, late: float = 0.0, gone: bool = False) -> None:
        super().__init__(late, gone)
        self.late, self.gone = late, gone


class Workers(ABC):
    """Those who do the work; a context manager that ends them.

    count: how many work at the same time. window: how many tasks they need at hand, so that nobody waits.
    """

    count: int

    @property
    def window(self) -> int:
        """One task at work and one waiting for each."""
        return 2 * self.count

    @abstractmethod
    def submit(self, function: Callable[..., Any], *arguments: Any, limit: float = 0) -> Future[Any]:
        """Let one of the workers call `function`, which stands in a module, with small arguments.

        limit: seconds after which it is ended, 0 for none. The future gives what the function returns, raises
        what it raises, and `WorkerLost` when its worker ended or was too late.
        """

    @abstractmethod
    def close(self) -> None:
        """End the workers at once; what they were doing is lost."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class InThisProcess(Workers):
    """One worker: the process itself. Nothing can be ended here, so limits are not kept."""

    count = 1
    window = 1

    def submit(self, function: Callable[..., Any], *arguments: Any, limit: float = 0) -> Future[Any]:
        """Call the function and come back when it is done."""
        future: Future[Any] = Future()
        try:
            future.set_result(function(*arguments))
        except Exception as fault:  # noqa: BLE001  (handed on by the future, as by every executor)
            future.set_exception(fault)
        return future

    def close(self) -> None:
        """Nothing to end."""


def cores() -> int:
    """How many processes this machine can run at the same time."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def open_workers(count: int = 0, *, dask: str = "", folders: Sequence[str] = ()) -> Workers:
    """The workers of a run: `count` processes (0: one a core; 1: this process), or those of a Dask cluster.

    dask: address of the scheduler, "tcp://10.0.0.5:8786". folders: what every worker has to see, absolute.
    Raises `OutputError` when the cluster cannot be used: not installed, not reached within ten seconds, no
    workers, another version of baocao, or a folder that one of them does not see.
    """
    if dask:
        from baocao.batch.workers.cluster import DaskWorkers

        return DaskWorkers(dask, folders)
    asked = count or cores()
    if asked == 1:
        return InThisProcess()
    from baocao.batch.workers.processes import Processes

    return Processes(asked)
