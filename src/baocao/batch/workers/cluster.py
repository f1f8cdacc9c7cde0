"""Workers of a Dask cluster: processes of several machines that see the same folders."""

from __future__ import annotations

import asyncio
import contextlib
import math
import os
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import CancelledError, Future, InvalidStateError, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from baocao.batch.workers.executors import WorkerLost, Workers
from baocao.errors import Finding, OutputError, finding
from baocao.version import __version__

if TYPE_CHECKING:
    from distributed import Client

_PATIENCE = 10
"""Seconds until a scheduler or its workers must have answered."""
_LOOK = 0.5
"""Seconds between two looks at what is waited for."""
_ASK = 5.0
"""Seconds between two questions whether any worker is there."""
_NOBODY = 30.0
"""Seconds without any worker after which none is waited for any more; one started anew is there before."""
_UNREACHED = (OSError, TimeoutError, RuntimeError, AttributeError)
"""What a question to a scheduler raises that does not answer (AttributeError: of a client that is closed
meanwhile and has none any more).
"""
_ALONE = threading.Lock()


@dataclass(frozen=True, slots=True)
class Seen:
    """What a worker sees. version: of its baocao. missing: folders that are not there for it."""

    version: str
    missing: tuple[str, ...]


class _Waiting(NamedTuple):
    """A task that was handed out. limit: seconds it has, until when they last."""

    inner: Any
    limit: float
    until: float


def look(folders: Sequence[str]) -> Seen:
    """Runs on a worker: its version, and which of the folders or files it does not see."""
    return Seen(__version__, tuple(item for item in folders if not os.path.exists(item)))


def one_at_a_time(function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    """Runs on a worker: the rooms keep things in memory that only one thread may use at a time."""
    with _ALONE:
        return function(*arguments)


class DaskWorkers(Workers):
    """The workers of a cluster whose scheduler is at `address`. folders: what each of them has to see.

    count: those that are there at the start and were looked at. Ones that join later are given work by the
    scheduler, but no more is handed out at a time because of them.
    """

    def __init__(self, address: str, folders: Sequence[str] = ()) -> None:
        self._client = _connected(address)
        self._waiting: dict[Future[Any], _Waiting] = {}
        self._ended = threading.Event()
        self._nobody = False
        try:
            self.count = _checked(self._client, address, folders)
        except BaseException:
            self.close()
            raise
        threading.Thread(target=self._watch, daemon=True).start()

    def submit(self, function: Callable[..., Any], *arguments: Any, limit: float = 0) -> Future[Any]:
        """As `Workers.submit`. A task whose worker dies is begun again by the scheduler, on another one.

        limit: twice as long is waited, since a task first waits for the one before it.
        """
        outer: Future[Any] = Future()
        if self._gone:
            outer.set_exception(WorkerLost(gone=True))
            return outer
        inner = self._client.submit(one_at_a_time, function, arguments, pure=False)
        self._waiting[outer] = _Waiting(inner, 2 * limit, time.monotonic() + (2 * limit or math.inf))
        outer.add_done_callback(lambda done: self._waiting.pop(done, None))
        inner.add_done_callback(lambda done: _hand_on(done, outer))  # type: ignore[no-untyped-call]
        return outer

    def close(self) -> None:
        """Leave the cluster; it goes on without us, our tasks are forgotten."""
        self._ended.set()
        self._client.close()  # type: ignore[no-untyped-call]

    @property
    def _gone(self) -> bool:
        return self._nobody or self._client.status in ("closing", "closed")

    def _watch(self) -> None:
        """End what nobody answers any more: the scheduler or all workers are gone, or the time is over."""
        asked = there = time.monotonic()
        while not self._ended.wait(_LOOK):
            now = time.monotonic()
            if now - asked >= _ASK:
                asked, there = now, now if self._anybody() else there
            self._nobody = self._nobody or asked - there >= _NOBODY
            for outer, task in tuple(self._waiting.items()):
                if self._gone:
                    _settled(outer, WorkerLost(gone=True))
                elif now > task.until and _settled(outer, WorkerLost(late=task.limit)):
                    self._restart(task.inner)

    def _anybody(self) -> bool:
        """Whether the cluster has a worker at all."""
        with contextlib.suppress(*_UNREACHED):
            return bool(self._client.nthreads())  # type: ignore[no-untyped-call]
        return False

    def _restart(self, task: Any) -> None:
        """End the worker that has a task; where it has a nanny, that starts a new one."""
        with contextlib.suppress(*_UNREACHED):  # the task is told as too late in any case
            at_work = self._client.processing()  # type: ignore[no-untyped-call]
            having = [name for name, keys in at_work.items() if task.key in keys]
            task.cancel()
            self._client.restart_workers(having, timeout=_PATIENCE, raise_for_error=False)


def _settled(outer: Future[Any], fault: BaseException) -> bool:
    """Set the fault of a future, unless it is done already."""
    with contextlib.suppress(InvalidStateError):
        outer.set_exception(fault)
        return True
    return False


def _hand_on(inner: Any, outer: Future[Any]) -> None:
    from distributed.scheduler import KilledWorker

    try:
        answer = inner.result()
    except KilledWorker:
        _settled(outer, WorkerLost())
    except (asyncio.CancelledError, CancelledError):  # the scheduler is out of reach
        _settled(outer, WorkerLost(gone=True))
    except Exception as fault:  # noqa: BLE001  (handed on)
        _settled(outer, fault)
    else:
        with contextlib.suppress(InvalidStateError):  # too late: it was given up
            outer.set_result(answer)


def _connected(address: str) -> Client:
    """A client of the scheduler. One that waits in vain cannot be ended, so the scheduler is asked first."""
    try:
        from distributed import Client
    except ImportError:
        raise OutputError(finding("dask-chua-cai")) from None
    with ThreadPoolExecutor(1) as aside:  # the caller may have an event loop of its own
        answer = aside.submit(asyncio.run, _asked(address))
    if answer.exception() is not None:
        raise OutputError(finding("dask-khong-noi-duoc", dia_chi=address, giay=_PATIENCE))
    return Client(address, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]


async def _asked(address: str) -> None:
    """Raises an exception unless a scheduler answers at the address."""
    from distributed.core import rpc
    from distributed.security import Security

    async with asyncio.timeout(_PATIENCE):
        way = Security().get_connection_args("client")  # type: ignore[no-untyped-call]
        async with rpc(address, connection_args=way) as scheduler:  # type: ignore[no-untyped-call]
            await scheduler.identity()


def _checked(client: Client, address: str, folders: Sequence[str]) -> int:
    """How many workers there are; raises `OutputError` unless each of them can do the work."""
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError:
        raise OutputError(finding("dask-khong-co-may", dia_chi=address)) from None
    answers: Mapping[str, Any] = client.run(look, list(folders), on_error="return")
    if found := [item for worker, seen in sorted(answers.items()) for item in _judged(worker, seen)]:
        raise OutputError(found)
    return len(answers)


def _judged(worker: str, seen: Any) -> list[Finding]:
    if not isinstance(seen, Seen):
        return [finding("dask-thieu-baocao", may=worker, ly_do=type(seen).__name__, phien_ban=__version__)]
    if seen.version != __version__:
        return [finding("dask-khac-phien-ban", may=worker, ban_may=seen.version, ban_day=__version__)]
    return [finding("dask-khong-thay-thu-muc", may=worker, thu_muc=item) for item in seen.missing]
