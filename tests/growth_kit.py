"""Whether work grows no faster than what it is given: how the tests of linear time look at the clock."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import TypeVar

TIMES = 4
MOST = 9.0
"""How much longer four times the input may take: 4 when linear, 16 when quadratic."""
LEAST = 0.05
"""Seconds below which a measurement says nothing."""
ATTEMPTS = 4

T = TypeVar("T")


def linear(make: Callable[[int], T], work: Callable[[T], object], size: int) -> bool:
    """Whether working on what is made of four times the size takes about four times as long.

    The size is doubled until the clock has something to tell. A busy machine makes a measurement slow and
    never fast: what is linear once in four attempts is linear.
    """
    while _seconds(work, make(size)) < LEAST:
        size *= 2
    small, whole = make(size), make(TIMES * size)
    return any(_seconds(work, whole) < MOST * max(_seconds(work, small), LEAST) for _ in range(ATTEMPTS))


def _seconds(work: Callable[[T], object], given: T) -> float:
    """Processor time without the garbage collector, whose rounds grow with all that the tests hold."""
    gc.collect()
    gc.disable()
    try:
        begun = time.process_time()
        work(given)
        return time.process_time() - begun
    finally:
        gc.enable()
