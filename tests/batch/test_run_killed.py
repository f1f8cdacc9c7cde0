"""A run killed at any moment leaves whole files, and the next run makes what is missing and no more."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from run_kit import Office

COUNT = 240
LEFT = 160
"""Units still to make when a run is killed, 5 ms each: the signal must reach it before its end."""
RUN = """
import sys
from pathlib import Path
from run_kit import Office, unhurried_work
from baocao.batch.workers.executors import open_workers
Office(Path(sys.argv[1])).run(open_workers(int(sys.argv[2])), work=unhurried_work)
"""


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(tmp_path)
    made.many(COUNT)
    return made


def begin(office: Office, workers: int, script: str = RUN) -> subprocess.Popen[str]:
    paths = {"PYTHONPATH": os.pathsep.join((str(Path(__file__).parent), *sys.path))}
    command = [sys.executable, "-c", script, str(office.root), str(workers)]
    return subprocess.Popen(command, env=os.environ | paths, stdout=subprocess.PIPE, text=True)


def count_of(office: Office) -> int:
    return len(list(office.results.glob("*.docx"))) if office.results.exists() else 0


def wait_for(office: Office, count: int, process: subprocess.Popen[str]) -> None:
    until = time.monotonic() + 60
    while count_of(office) < count:
        assert process.poll() is None, "the run has ended before"
        assert time.monotonic() < until
        time.sleep(0.002)


def children_of(pid: int) -> list[int]:
    """The processes below one, as Linux lists them."""
    found = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        found += [int(word) for word in (task / "children").read_text().split()]
    return found + [deeper for child in found for deeper in children_of(child)]


def alive(pid: int) -> bool:
    status = Path(f"/proc/{pid}/status")
    return status.exists() and "State:\tZ" not in status.read_text()


def whole(number: int) -> str:
    return f"text {number}" * 500


def assert_whole(office: Office) -> None:
    for path in office.results.glob("*.docx"):
        assert path.read_text() == whole(int(path.stem[1:])), f"half a file: {path.name}"


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="cần /proc của Linux")
@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("seed", range(5))
def test_killed_at_a_random_moment(office: Office, seed: int, workers: int) -> None:
    chance = random.Random(seed)
    process = begin(office, workers)
    wait_for(office, chance.randrange(COUNT - LEFT), process)
    time.sleep(chance.random() * 0.01)
    below = children_of(process.pid)
    process.kill()
    process.communicate(timeout=30)
    assert process.returncode == -signal.SIGKILL
    until = time.monotonic() + 30
    while any(map(alive, below)) and time.monotonic() < until:
        time.sleep(0.01)
    assert not any(map(alive, below)), "workers outlive their run"
    assert_whole(office)
    there = {f"u{path.stem[1:]}" for path in office.results.glob("*.docx")}
    assert len(there) < COUNT
    office.calls()
    office.run()
    assert set(office.calls()) == {job.id for job in office.jobs()} - there
    assert count_of(office) == COUNT
    assert_whole(office)
    assert office.left_over() == []
    assert set(office.told().values()) == {f"SAME r{number:03d}.docx" for number in range(COUNT)}


STOPPING = """
import sys
from pathlib import Path
from run_kit import Office, unhurried_work
from baocao.batch.events import Stopped
from baocao.batch.workers.executors import open_workers
from baocao.batch.interrupts import stop_on_signals
with stop_on_signals() as stop:
    events = Office(Path(sys.argv[1])).run(open_workers(int(sys.argv[2])), stop=stop, work=unhurried_work)
print(len(events) - 1, events[-1].left)
"""


@pytest.mark.skipif(os.name != "posix", reason="Windows không gửi được tín hiệu cho một tiến trình")
@pytest.mark.parametrize("request_to_end", [signal.SIGINT, signal.SIGTERM])
def test_asked_to_end_in_mid_run(office: Office, request_to_end: signal.Signals) -> None:
    process = begin(office, 2, STOPPING)
    wait_for(office, 20, process)
    process.send_signal(request_to_end)
    told, _ = process.communicate(timeout=30)
    done, left = map(int, told.split())
    assert process.returncode == 0
    assert done == count_of(office)
    assert 20 <= done < COUNT
    assert left == COUNT - done
    assert office.left_over() == []
    office.calls()
    office.run()
    assert len(office.calls()) == left
    assert count_of(office) == COUNT


def test_the_line_is_written_but_not_the_file_renamed(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a kill between the two leaves behind, whether there was an earlier report or not."""
    from baocao.batch.keeping import placing

    office.run(jobs=office.jobs()[:2])
    office.write(u000="r000:newer", u002="r002:new")
    monkeypatch.setattr(placing, "put", lambda *_, **__: sys.exit("killed"))
    with pytest.raises(SystemExit):
        office.run(jobs=(office.jobs()[0], office.jobs()[2]))
    monkeypatch.undo()
    assert office.reports()["r000.docx"] == "text 0text 0"
    told = office.told(jobs=office.jobs()[:3])
    assert told == {"u000": "MADE r000.docx", "u001": "SAME r001.docx", "u002": "MADE r002.docx"}
    assert office.reports()["r000.docx"] == "newernewerne"
