"""What a run tells while it goes on, beside the results themselves."""

from __future__ import annotations

from dataclasses import dataclass

from baocao.batch.jobs import Job
from baocao.batch.outcome import Result


@dataclass(frozen=True, slots=True)
class Moved:
    """A report that was already told of now has another name, because a later unit asks for the same one.

    result: takes the place of the earlier result of its job.
    """

    result: Result


@dataclass(frozen=True, slots=True)
class Lost:
    """A worker ended or took too long in the middle of these jobs; each is tried once more, alone."""

    jobs: tuple[Job, ...]


@dataclass(frozen=True, slots=True)
class Stopped:
    """The run was interrupted; what was finished is in its place. left: jobs that were not done."""

    left: int


@dataclass(frozen=True, slots=True)
class Ahead:
    """Workers have finished more than was handed back so far. count: how many PDFs."""

    count: int


Event = Result | Moved | Lost | Stopped | Ahead
"""A `Result` comes once for each job that is done with, in the order in which they end."""
