"""Whatever happens to data and results between runs, and wherever a run is killed: no edited report is lost,
no job has two reports of ours, and a run after which nothing happened makes nothing.
"""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from run_kit import Office

from baocao.batch.jobs import Job
from baocao.batch.keeping import placing
from baocao.batch.keeping.ledger import Ledger
from baocao.batch.keeping.locks import open_ledger
from baocao.batch.keeping.orphans import Orphans
from baocao.batch.outcome import Status

FILES = st.sampled_from("abcd")
NAMES = st.sampled_from(["x", "y", "X", "z"])
TEXTS = st.sampled_from(["one", "two", "three", "four"])


class _Killed(BaseException):
    """The run ends here, as if it had been killed."""


class Walk(RuleBasedStateMachine):
    """A folder of data and one of results, and what people and machines do to them."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="baocao-walk-"))
        self.office = Office(self.root)
        self.edited: dict[str, str] = {}
        self.count = 0

    def teardown(self) -> None:
        shutil.rmtree(self.root)

    def jobs(self, above: bool) -> tuple[Job, ...]:
        """The jobs, found from the folder of the data or from the one above: other ids, the same jobs."""
        jobs = self.office.jobs()
        return tuple(replace(job, id=f"data/{job.id}") for job in jobs) if above else jobs

    @rule(file=FILES, name=NAMES, text=TEXTS)
    def data_change(self, file: str, name: str, text: str) -> None:
        self.office.write(**{file: f"{name}:{text}"})

    @rule(file=FILES)
    def data_get_faulty(self, file: str) -> None:
        self.office.write(**{file: "fail:oops"})

    @rule(old=FILES, new=FILES)
    def data_are_renamed(self, old: str, new: str) -> None:
        source, target = self.office.data / old, self.office.data / new
        if source.exists() and not target.exists():
            source.rename(target)

    @rule(file=FILES)
    def data_go(self, file: str) -> None:
        (self.office.data / file).unlink(missing_ok=True)

    @rule(chance=st.randoms(use_true_random=False))
    def somebody_edits_a_report(self, chance: object) -> None:
        if found := sorted(self.office.results.glob("*.docx")):
            self.count += 1
            path = found[chance.randrange(len(found))]  # type: ignore[attr-defined]
            path.write_text(f"edited {self.count}")
            self.edited = {text: name for text, name in self.edited.items() if name != path.name}
            self.edited[f"edited {self.count}"] = path.name

    @rule(chance=st.randoms(use_true_random=False))
    def somebody_removes_a_report(self, chance: object) -> None:
        if found := sorted(self.office.results.glob("*.docx")):
            path = found[chance.randrange(len(found))]  # type: ignore[attr-defined]
            path.unlink()
            self.edited = {text: name for text, name in self.edited.items() if name != path.name}

    @rule(above=st.booleans(), parts=st.booleans())
    def a_run(self, above: bool, parts: bool) -> None:
        jobs = self.jobs(above)
        if parts:
            self.office.run(jobs=jobs[::2], part="1-2")
            self.office.run(jobs=jobs[1::2], part="2-2")
        self.office.run(jobs=jobs)
        self.office.calls()
        last = self.office.told(jobs=jobs)
        assert all(word.startswith(("SAME", "KEPT", "FAILED")) for word in last.values()), last
        files = [word.split()[1] for word in last.values() if not word.startswith("FAILED")]
        assert len({name.casefold() for name in files}) == len(files)
        self.nothing_else_of_ours_stands(jobs, set(files))

    def nothing_else_of_ours_stands(self, jobs: tuple[Job, ...], files: set[str]) -> None:
        """But for reports of jobs that are no more, and earlier ones of jobs whose data are faulty now."""
        with open_ledger(self.office.results) as ledger:
            orphans = {entry.file for entry in Orphans(ledger, jobs)}
            faulty = {entry.file for entry in ledger if entry.status is Status.FAILED}
        for name, text in self.office.reports().items():
            assert name in files | orphans | faulty or text in self.edited, name

    @rule(above=st.booleans(), where=st.sampled_from(["write", "put", "remove"]), after=st.integers(0, 3))
    def a_run_is_killed(self, above: bool, where: str, after: int) -> None:
        left = [after]
        room = Ledger if where == "write" else placing
        real = getattr(room, where)

        def killed(*arguments: object, **more: object) -> object:
            left[0] -= 1
            if left[0] < 0:
                raise _Killed
            return real(*arguments, **more)

        setattr(room, where, killed)
        try:
            with suppress(_Killed):
                self.office.run(jobs=self.jobs(above))
        finally:
            setattr(room, where, real)

    @invariant()
    def no_edited_report_is_lost(self) -> None:
        texts = self.office.reports().values() if self.office.results.exists() else ()
        assert set(self.edited) <= set(texts)

    @invariant()
    def no_job_has_two_reports(self) -> None:
        if not self.office.results.exists() or not (self.office.results / ".baocao").exists():
            return
        there = [entry.file for entry in Ledger(self.office.results) if entry.file]
        files = [file.casefold() for file in there if (self.office.results / file).exists()]
        assert len(files) == len(set(files)), files


TestWalk = Walk.TestCase
TestWalk.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
