"""A run with small reports: workers that stand here, jobs whose data file holds what is to be done."""

from __future__ import annotations

import hashlib
import os
import signal
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from baocao.batch.events import Event
from baocao.batch.jobs import Chunk, Job, Settings
from baocao.batch.keeping.locks import open_ledger
from baocao.batch.outcome import Draft, Known, Result
from baocao.batch.running import run
from baocao.batch.workers.executors import InThisProcess, Workers
from baocao.errors import BaocaoError, finding
from baocao.output import write_result


def small_work(chunk: Chunk, settings: Settings, known: Mapping[str, Known]) -> tuple[Draft, ...]:
    """As `making.work.work`; what the data file says is done: "name: text", "die", "hang", "fail"."""
    return tuple(_draft(job, settings, known.get(job.id)) for job in chunk)


def unhurried_work(chunk: Chunk, settings: Settings, known: Mapping[str, Known]) -> tuple[Draft, ...]:
    """As `small_work`, with time enough to interrupt it."""
    time.sleep(0.005 * len(chunk))
    return small_work(chunk, settings, known)


def _draft(job: Job, settings: Settings, known: Known | None) -> Draft:
    typed = Path(job.file).read_text()
    name, _, text = typed.partition(":")
    key = digest(typed)
    if known is not None and known.key == key:
        return Draft(job, unchanged=True)
    note_call(settings, job)
    if name == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if name == "hang":
        time.sleep(3600)
    if name == "slow":
        time.sleep(float(text))
    if name == "fail":
        return Draft(job, unit=job.id, findings=(finding("tep-khong-co", tep=text),))
    data = text.encode() * 500
    temporary = settings.drafts / f"{digest(job.id)}.docx"
    try:
        write_result(temporary, data, overwrite=True)
    except BaocaoError as fault:
        return Draft(job, unit=job.id, findings=fault.findings)
    made = Known(((job.file, key), ("mau.docx", "0" * 64)), key, hashlib.sha256(data).hexdigest())
    return Draft(job, job.id, name=f"{name}.docx", known=made, temporary=str(temporary), about="viec/2025")


def note_call(settings: Settings, job: Job) -> None:
    """One more line of the work that was really done."""
    with open(Path(settings.folder).parent / "calls.txt", "a") as stream:
        stream.write(f"{job.id}\n")


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


class Office:
    """A folder with data files and one with results."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.data, self.results = root / "data", root / "results"
        self.data.mkdir(exist_ok=True)

    def write(self, **files: str) -> None:
        for name, text in files.items():
            (self.data / name).write_text(text)

    def many(self, count: int) -> None:
        self.write(**{f"u{number:03d}": f"r{number:03d}:text {number}" for number in range(count)})

    def jobs(self) -> tuple[Job, ...]:
        files = sorted(self.data.iterdir())
        return tuple(Job(file.name, place, str(file)) for place, file in enumerate(files))

    def settings(self, pattern: str = "{ten}") -> Settings:
        return Settings(str(self.results), pattern)

    def run(
        self,
        workers: Workers | None = None,
        *,
        pattern: str = "{ten}",
        part: str = "",
        jobs: Sequence[Job] | None = None,
        work: Any = small_work,
        **more: Any,
    ) -> list[Event]:
        """All events of a run; in this process unless there are workers."""
        settings = replace(self.settings(pattern), part=part)
        wanted = self.jobs() if jobs is None else jobs
        with open_ledger(self.results, part) as ledger, workers or InThisProcess() as hands:
            return list(run(wanted, settings, hands, ledger, work=work, **more))

    def told(self, *arguments: Any, **more: Any) -> dict[str, str]:
        """By job: its status, its file, and the codes of what is told beside."""
        events = self.run(*arguments, **more)
        return {item.draft.job.id: words(item) for item in events if isinstance(item, Result)}

    def calls(self) -> list[str]:
        """The jobs that workers were given since the last look."""
        path = self.root / "calls.txt"
        lines = path.read_text().split() if path.exists() else []
        path.unlink(missing_ok=True)
        return sorted(lines)

    def reports(self) -> dict[str, str]:
        """What stands in the folder: by name the beginning of its text."""
        found = (item for item in self.results.rglob("*") if item.is_file() and ".baocao" not in item.parts)
        return {item.relative_to(self.results).as_posix(): item.read_text()[:12].strip() for item in found}

    def left_over(self) -> list[str]:
        """Files of drafts that nobody has put in their places."""
        drafts = (self.results / ".baocao" / "tam").rglob("*")
        return sorted(item.name for item in drafts if item.is_file())


def words(result: Result) -> str:
    codes = [item.code for item in result.findings]
    return " ".join(filter(None, (result.status.name, result.file, *codes)))
