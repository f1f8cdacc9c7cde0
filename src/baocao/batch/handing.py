"""Handing out work: never more than the workers need at hand, and again, alone, when a worker was lost."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from baocao.batch.interrupts import Stop
from baocao.batch.workers.executors import WorkerLost

Item = TypeVar("Item")

_LOOK = 0.5
"""Seconds between two looks at whether the run was asked to end."""


@dataclass(frozen=True, slots=True)
class Handed(Generic[Item]):
    """What came of a chunk. answer: what the function gave. fault: why there is none.

    again: its items are tried once more, one by one, and will be handed back then.
    """

    chunk: tuple[Item, ...]
    answer: Any = None
    fault: Exception | None = None
    again: bool = False


def hand_out(
    chunks: Iterable[tuple[Item, ...]],
    start: Callable[[tuple[Item, ...]], Future[Any]],
    stop: Stop,
    window: int,
) -> Iterator[Handed[Item] | None]:
    """Start each chunk and hand back what comes of it, in the order in which they end; None now and then,
    while nothing ends.

    A chunk that fails as a whole (its worker died, took too long, or met a fault of the program) is tried
    again, each item alone; what fails a second time is handed back with its fault. Once `stop` was asked for
    nothing is started any more; what is at work is waited for. window: chunks that are started and not done.
    """
    source, alone = iter(chunks), deque[tuple[Item, ...]]()
    working: dict[Future[Any], tuple[tuple[Item, ...], bool]] = {}
    while True:
        while len(working) < window and not stop.asked:
            second = bool(alone)
            chunk = alone.popleft() if second else next(source, None)
            if chunk is None:
                break
            working[start(chunk)] = chunk, second
        if not working:
            return
        done = wait(working, _LOOK, FIRST_COMPLETED).done
        if not done:
            yield None
        for future in done:
            chunk, second = working.pop(future)
            handed = _handed(future, chunk, second)
            if handed.again:
                alone.extend((item,) for item in chunk)
            yield handed


def _handed(future: Future[Any], chunk: tuple[Item, ...], second: bool) -> Handed[Item]:
    try:
        return Handed(chunk, future.result())
    except Exception as fault:  # noqa: BLE001  (handed back: whoever began the chunk words it)
        gone = isinstance(fault, WorkerLost) and fault.gone
        return Handed(chunk, fault=fault, again=not (second or gone))


def was_lost(handed: Handed[Any]) -> bool:
    """Whether the worker of a chunk ended before it answered."""
    return isinstance(handed.fault, WorkerLost)
