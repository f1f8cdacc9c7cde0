"""What a template may spend: steps, characters, time. Jinja's own sandbox bounds none of them."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import Any

MAX_STEPS = 1_000_000
"""Loop turns, calls and filtered items of one report; the reference report takes about 2,000."""
MAX_CHARACTERS = 24_000_000
"""Characters of one report, counted once for every text built on the way. Measured: a text of 750,000 letters
(300 pages) spends 1.1 million, 90,000 list lines (1.8 million letters) 10 million."""
MAX_SECONDS = 4
"""Processor time of one report; the reference report takes about 0.003, those 90,000 lines 1.3."""
MAX_NUMBER = 10_000
"""Largest whole number a filter or method may be given as a width, a count, a number of places."""
MAX_BITS = 4_096
_LOOK_AT_CLOCK = 64
_SEARCHED_A_STEP = 64
_PAID_AT_ONCE = 64
_CONTAINERS = (list, tuple, dict, set, frozenset)
_NUMBERS = (int, float, Decimal)


class OverSpentError(Exception):
    """The template spends too much; `args` holds what: "bước", "chữ", "giây", "số"."""


@dataclass(slots=True)
class Budget:
    """Counts what one render spends. Raises `OverSpentError`."""

    steps: int = MAX_STEPS
    characters: int = MAX_CHARACTERS
    seconds: float = MAX_SECONDS
    deadline: float = 0.0
    look: int = 0

    def __post_init__(self) -> None:
        self.deadline = time.thread_time() + self.seconds

    def step(self, count: int = 1) -> None:
        """Spend steps; every so often look at the clock."""
        self.steps -= count
        self.look -= count
        if self.look < 0:
            self.look = _LOOK_AT_CLOCK
            if self.steps < 0:
                raise OverSpentError("bước")
            if time.thread_time() > self.deadline:
                raise OverSpentError("giây")

    def search(self, values: object) -> None:
        """Spend what looking through values takes."""
        if isinstance(values, str | list | tuple | range):
            self.step(1 + len(values) // _SEARCHED_A_STEP)

    def write(self, count: int) -> None:
        """Spend characters."""
        self.characters -= count
        if self.characters < 0:
            raise OverSpentError("chữ")

    def number(self, value: object) -> None:
        """Refuse numbers that would make a function build something huge."""
        if isinstance(value, _NUMBERS) and not -MAX_NUMBER <= value <= MAX_NUMBER:
            raise OverSpentError("số")

    def counted(self, values: Any) -> Iterable[Any]:
        """The same values, paid for: at once when their number is known, otherwise one by one."""
        try:
            count = len(values)
        except TypeError:
            return self._one_by_one(values)
        self.step(count)
        return values  # type: ignore[no-any-return]

    def _one_by_one(self, values: Iterable[Any]) -> Iterator[Any]:
        for value in values:
            self.step()
            yield value

    def text(self, value: str) -> str:
        """A text that was built on the way, paid for."""
        self.write(len(value))
        return value

    def structure(self, value: Any) -> Any:
        """A list, tuple or mapping built by the template; what it holds is counted with all repetitions.

         A list that holds the same list twice, and so on, is small in memory but endless to compare or to
        print.
        """
        waiting = [value]
        while waiting:
            item = waiting.pop()
            self.step()
            if isinstance(item, dict):
                waiting += item.keys()
                waiting += item.values()
            elif isinstance(item, _CONTAINERS):
                self.step(len(item))
                waiting += item
        return value


def pieces_within(budget: Budget, pieces: Iterable[str]) -> list[str]:
    """The pieces a template yields, paid for some at a time: one by one costs more than making them."""
    out: list[str] = []
    waiting = iter(pieces)
    while some := list(islice(waiting, _PAID_AT_ONCE)):
        budget.write(sum(map(len, some)))
        out += some
    return out
