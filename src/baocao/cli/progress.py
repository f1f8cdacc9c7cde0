"""How far a long command is: a bar on a terminal, plain lines now and then elsewhere, on stderr."""

from __future__ import annotations

import os
import sys
import time
from abc import ABC, abstractmethod
from collections import deque
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Self

import click

from baocao.vietnamese.numbers import format_count, format_number

if TYPE_CHECKING:
    from rich.progress import Progress

LINE_EVERY = 5.0
"""Seconds between two plain lines."""
_SPEED_OVER = 30.0
"""Seconds over which the rate is taken: a repeated run passes over what is unchanged much faster."""
_SPEED_AFTER = 2.0
"""Seconds after which the rate is told: units come in bursts, and the first says nothing of the others."""
_TOO_FEW = 20
"""The rate is told from a twentieth of the work on."""


class Pace:
    """How many units are done a second, of late."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._seen = deque([(self._began, 0)])

    def note(self, done: int) -> None:
        """So many are done now; of one moment only the last counts, and of each second one is kept."""
        now = time.monotonic()
        if len(self._seen) > 1 and now - self._seen[-2][0] < 1:
            self._seen[-1] = (now, done)
        else:
            self._seen.append((now, done))
        while now - self._seen[0][0] > _SPEED_OVER and len(self._seen) > 2:
            self._seen.popleft()

    def rate(self) -> float:
        """A second; 0 as long as it is not known."""
        (first, before), (_, done) = self._seen[0], self._seen[-1]
        now = time.monotonic()
        return (done - before) / (now - first) if now - self._began >= _SPEED_AFTER else 0.0


@dataclass(frozen=True, slots=True)
class Stand:
    """How far the work is. noun: what is counted ("đơn vị"). faulty: how many of them failed."""

    done: int
    total: int
    faulty: int
    noun: str = "đơn vị"

    def words(self, rate: float) -> str:
        """In one line: "1.204/3.321 đơn vị · 152 đơn vị/giây · còn 14 giây · 02 chưa làm được".

        rate: a second, 0 when not known. Of the first few neither it nor the time that is left is told.
        """
        parts = [f"{format_number(self.done)}/{format_number(self.total)} {self.noun}"]
        if rate and self.done * _TOO_FEW >= self.total:
            parts.append(f"{_rate_words(rate)} {self.noun}/giây")
            if self.done < self.total:
                parts.append(f"còn {time_words((self.total - self.done) / rate)}")
        if self.faulty:
            parts.append(f"{format_count(self.faulty, two_digits=True)} chưa làm được")
        return " · ".join(parts)


def time_words(seconds: float) -> str:
    """A span of time as read aloud: "14 giây", "2 phút 05 giây", "1 giờ 12 phút"."""
    whole = max(round(seconds), 1)
    minutes, rest = divmod(whole, 60)
    hours, minutes_left = divmod(minutes, 60)
    if hours:
        return f"{hours} giờ {minutes_left:02d} phút"
    return f"{minutes} phút {rest:02d} giây" if minutes else f"{rest} giây"


def _rate_words(rate: float) -> str:
    return format_number(round(rate)) if rate >= 10 else f"{rate:.1f}".replace(".", ",")


class Watching(ABC):
    """Shows how far the work is; a context manager that leaves the screen clean."""

    @abstractmethod
    def show(self, title: str, stand: Stand) -> None:
        """The work of this title is so far now."""

    def say(self, words: str) -> None:
        """A sentence that stays on the screen."""
        click.echo(words, err=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:  # noqa: B027  (most have nothing to clean up)
        """Leave the screen clean."""


class Unseen(Watching):
    """Nothing is shown: a program reads what the command prints."""

    def show(self, title: str, stand: Stand) -> None:
        """Nothing."""

    def say(self, words: str) -> None:
        """Nothing."""


class Lines(Watching):
    """A line every few seconds, for a log file or a terminal that draws nothing."""

    def __init__(self) -> None:
        self._title = ""
        self._told = 0.0
        self._pace = Pace()

    def show(self, title: str, stand: Stand) -> None:
        """Print a line when the last one is some seconds old."""
        now = time.monotonic()
        if title != self._title:
            self._title, self._told, self._pace = title, now, Pace()
        self._pace.note(stand.done)
        if now - self._told >= LINE_EVERY and stand.done:
            self._told = now
            self.say(f"{title}: {stand.words(self._pace.rate())}")


class Bar(Watching):
    """A bar that is drawn a few times a second and is gone at the end."""

    def __init__(self) -> None:
        self._bar = _new_bar()
        self._title = ""
        self._pace = Pace()
        self._task = self._bar.add_task("", total=None, start=False, visible=False, stand=None, pace=None)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def close(self) -> None:
        """Take the bar away."""
        self._bar.stop()

    def show(self, title: str, stand: Stand) -> None:
        """Move the bar; a new title begins anew."""
        if title != self._title:
            self._title, self._pace = title, Pace()
            self._bar.reset(self._task, total=stand.total, description=title, visible=True)
        self._pace.note(stand.done)
        self._bar.update(self._task, completed=stand.done, stand=stand, pace=self._pace)

    def say(self, words: str) -> None:
        """Print above the bar."""
        self._bar.console.print(words, markup=False, highlight=False)


def _new_bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, ProgressColumn, Task
    from rich.text import Text

    class Words(ProgressColumn):
        """What the bar means, in words."""

        def render(self, task: Task) -> Text:
            stand: Stand | None = task.fields["stand"]
            return Text(stand.words(task.fields["pace"].rate()) if stand else "")

    class Title(ProgressColumn):
        """What is being done."""

        def render(self, task: Task) -> Text:
            return Text(task.description)

    return Progress(
        Title(),
        BarColumn(bar_width=24),
        Words(),
        console=Console(stderr=True),
        transient=True,
        refresh_per_second=5,
    )


def watching(*, as_json: bool) -> Watching:
    """How this run is shown: not at all to a program, as a bar on a terminal that can draw, else in lines."""
    if as_json:
        return Unseen()
    return Bar() if sys.stderr.isatty() and os.environ.get("TERM") != "dumb" else Lines()
