"""Workers that are processes of this machine. One that dies or hangs takes only its own task with it.

Each process has a pipe of its own and a thread here that hands it one task at a time. They share no queue and
no lock: a process that is killed in the middle of reading, at its start or while it waits leaves nothing
locked behind that another one would wait for.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnContext, SpawnProcess
from queue import SimpleQueue
from types import ModuleType
from typing import Any, NamedTuple

from baocao.batch.workers.executors import WorkerLost, Workers

_STARTING = threading.Lock()
_OBJECTS_LET_BE = 20_000
"""What some fifteen reports leave behind that only a collection takes away."""
_GRACE = 5.0
"""Seconds that a process which is told to end may take to do so in good order."""
_STARTS = 3
"""So often a process is started for a task before it is given up."""


class _Task(NamedTuple):
    """What a process is to do. limit: seconds, 0 for none."""

    future: Future[Any]
    call: tuple[Callable[..., Any], tuple[Any, ...]]
    limit: float


class Processes(Workers):
    """`count` processes, each with its own interpreter; the same on every system. A process is started when
    the first task is there for it.
    """

    def __init__(self, count: int) -> None:
        self.count = count
        self._tasks: SimpleQueue[_Task | None] = SimpleQueue()
        self._hands = [_Hand(self._tasks) for _ in range(count)]

    def submit(self, function: Callable[..., Any], *arguments: Any, limit: float = 0) -> Future[Any]:
        """As `Workers.submit`; the time counts from when a process has taken the task."""
        future: Future[Any] = Future()
        self._tasks.put(_Task(future, (function, arguments), limit))
        return future

    def close(self) -> None:
        """End the processes, also those at work."""
        for hand in self._hands:
            hand.leave()
            self._tasks.put(None)
        for hand in self._hands:
            hand.join()
        while not self._tasks.empty():
            if task := self._tasks.get():
                task.future.set_exception(WorkerLost())


class _Hand(threading.Thread):
    """Hands tasks to a process of its own, which it starts anew when it has died."""

    def __init__(self, tasks: SimpleQueue[_Task | None]) -> None:
        super().__init__(daemon=True)
        self._tasks = tasks
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._woken, self._wake = _PIPES.Pipe(duplex=False)
        self._leaving = False
        self.start()

    def run(self) -> None:
        """One task after the other, until it is told to leave."""
        while (task := self._tasks.get()) is not None and not self._leaving:
            try:
                task.future.set_result(self._answer(task))
            except BaseException as fault:  # noqa: BLE001  (handed on)
                task.future.set_exception(fault)
        if task is not None:
            task.future.set_exception(WorkerLost())
        self._end()

    def leave(self) -> None:
        """End the process, whatever it is doing."""
        self._leaving = True
        self._wake.send(None)

    def _answer(self, task: _Task) -> Any:
        """What the process says to a task; raises what it raised, or `WorkerLost`."""
        pipe, process = self._handed(task)
        ready = wait([pipe, process.sentinel, self._woken], task.limit or None)
        if pipe not in ready:
            self._end()
            raise WorkerLost(late=0.0 if ready else task.limit)
        try:
            done, answer = pipe.recv()
        except (EOFError, OSError):
            self._end()
            raise WorkerLost from None
        if not done:
            raise answer
        return answer

    def _handed(self, task: _Task) -> tuple[Connection, SpawnProcess]:
        """Give the task to the process; one that has died meanwhile did so before it had the task."""
        for _ in range(_STARTS):
            pipe, process = self._running()
            try:
                pipe.send(task.call)
            except OSError:
                self._end()
            else:
                return pipe, process
        raise WorkerLost

    def _running(self) -> tuple[Connection, SpawnProcess]:
        if self._process is None or self._pipe is None or not self._process.is_alive():
            self._end()
            self._pipe, theirs = _PIPES.Pipe()
            self._process = _Process(target=_serve, args=(theirs,), daemon=True)
            self._process.start()
            theirs.close()
        return self._pipe, self._process

    def _end(self) -> None:
        """End the process, in good order if it can."""
        if self._process is not None and self._pipe is not None:
            self._process.terminate()
            self._process.join(_GRACE)
            self._process.kill()
            self._process.join()
            self._pipe.close()
        self._process = self._pipe = None


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


_PIPES = SpawnContext()


def collect_seldom() -> None:
    """Look for objects that hold one another only every few reports: usually it is ten times in each, through
    all that a worker keeps for the next one.
    """
    gc.set_threshold(_OBJECTS_LET_BE)


def _serve(pipe: Connection) -> None:
    """Runs in the process: do what comes through the pipe until nothing comes any more.

    Ctrl-C is for the run, which tells its workers what to do. Whatever the process is doing, it ends with the
    run that started it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()
    threading.Thread(target=_end_with_the_run, daemon=True).start()
    while True:
        try:
            function, arguments = pipe.recv()
        except (EOFError, OSError):
            return
        except Exception as fault:  # noqa: BLE001  (a function that is not there: handed back)
            _say(pipe, done=False, what=fault)
            continue
        try:
            answer = function(*arguments)
        except Exception as fault:  # noqa: BLE001  (handed back)
            _say(pipe, done=False, what=fault)
        else:
            _say(pipe, done=True, what=answer)


def _say(pipe: Connection, *, done: bool, what: Any) -> None:
    try:
        pipe.send((done, what))
    except OSError:  # the run has ended
        raise SystemExit from None
    except Exception:  # noqa: BLE001  (not to be sent: said in words)
        pipe.send((False, RuntimeError(f"{type(what).__name__}: {what}")))


def _end_with_the_run() -> None:
    run = parent_process()
    if run is not None:
        run.join()
        os.kill(os.getpid(), signal.SIGTERM)
