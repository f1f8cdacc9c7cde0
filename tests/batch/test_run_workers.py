"""Workers that die, hang or are killed take nothing with them but their own job."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from multiprocessing import active_children
from pathlib import Path

import pytest
from run_kit import Office, unhurried_work

from baocao.batch.events import Lost, Stopped
from baocao.batch.interrupts import Stop, stop_on_signals
from baocao.batch.outcome import Result
from baocao.batch.workers.executors import InThisProcess, WorkerLost, cores, open_workers
from baocao.batch.workers.processes import Processes


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def pid_of_worker() -> int:
    return os.getpid()


def raise_it(words: str) -> None:
    raise LookupError(words)


def test_the_kinds_of_workers() -> None:
    assert isinstance(open_workers(1), InThisProcess)
    with open_workers(2) as two:
        assert isinstance(two, Processes)
        assert two.count == 2
        assert two.submit(pid_of_worker).result() != os.getpid()
    assert cores() >= 1


@pytest.mark.parametrize("count", [1, 2])
def test_a_fault_of_the_function_comes_back(count: int) -> None:
    with open_workers(count) as workers, pytest.raises(LookupError, match="words"):
        workers.submit(raise_it, "words").result()


def test_a_worker_that_was_killed_while_idle() -> None:
    with open_workers(2) as workers:
        for _ in range(3):
            os.kill(workers.submit(pid_of_worker).result(), signal.SIGKILL)
            time.sleep(0.3)
            assert workers.submit(pid_of_worker).result() > 0


@pytest.mark.parametrize("moment", [0.0, 0.05, 0.1, 0.2])
def test_all_workers_killed_at_their_start_hold_nothing_up(moment: float) -> None:
    with open_workers(2) as workers:
        asked = [workers.submit(pid_of_worker, limit=60) for _ in range(8)]
        time.sleep(moment)
        for process in active_children():
            process.kill()
        for future in asked:
            assert isinstance(future.exception(timeout=30), WorkerLost | None)
        assert workers.submit(pid_of_worker).result(timeout=30) > 0


def unheard_of() -> object:
    return lambda: None


def test_an_answer_that_cannot_be_sent_is_told() -> None:
    with open_workers(2) as workers:
        with pytest.raises(RuntimeError, match="function"):
            workers.submit(unheard_of).result(timeout=30)
        assert workers.submit(pid_of_worker).result(timeout=30) > 0


def test_a_task_that_takes_too_long_is_ended() -> None:
    with open_workers(2) as workers:
        with pytest.raises(WorkerLost) as fault:
            workers.submit(time.sleep, 3600, limit=0.5).result(timeout=60)
        assert fault.value.late == 0.5
        assert workers.submit(pid_of_worker).result() > 0


def test_leaving_ends_the_workers_at_once() -> None:
    with open_workers(2) as workers:
        pid = workers.submit(pid_of_worker).result()
        workers.submit(time.sleep, 3600)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_job_that_kills_its_worker_is_the_only_one_to_fail(office: Office) -> None:
    office.many(60)
    office.write(u031="die:", u045="die:")
    events = office.run(open_workers(2))
    told = {item.draft.job.id: item for item in events if isinstance(item, Result)}
    assert len(told) == 60
    failed = [name for name, item in told.items() if item.failed]
    assert sorted(failed) == ["u031", "u045"]
    assert [item.code for item in told["u031"].findings] == ["hang-loat-may-lam-dung"]
    lost = {job.id for item in events if isinstance(item, Lost) for job in item.jobs}
    assert {"u031", "u045"} <= lost
    assert len(office.reports()) == 58
    assert office.left_over() == []


def test_a_job_that_hangs_is_the_only_one_to_fail(office: Office) -> None:
    office.many(12)
    office.write(u003="hang:")
    told = office.told(open_workers(2), patience=3.0)
    assert told["u003"] == "FAILED hang-loat-qua-lau"
    assert [word for name, word in told.items() if name != "u003" and not word.startswith("MADE")] == []


def test_a_worker_killed_from_outside_in_mid_run(office: Office) -> None:
    office.write(**{f"u{number:03d}": "slow:0.02" for number in range(40)})
    office.write(**{f"u{number:03d}": f"r{number:03d}:text" for number in range(0, 40, 2)})
    workers = open_workers(2)
    victim = workers.submit(pid_of_worker).result()
    killing = threading.Thread(target=kill_after, args=(office, 3, victim))
    killing.start()
    told = office.told(workers, work=unhurried_work)
    killing.join()
    assert len(told) == 40
    assert [name for name, word in told.items() if word.startswith("FAILED")] == []


def kill_after(office: Office, count: int, process: int) -> None:
    """Kill a process as soon as so many reports stand in the folder."""
    until = time.monotonic() + 60
    while not office.results.exists() or len(list(office.results.glob("*.docx"))) < count:
        assert time.monotonic() < until
        time.sleep(0.002)
    os.kill(process, signal.SIGKILL)


def test_an_unforeseen_fault_of_a_worker_is_told(office: Office) -> None:
    office.write(a="x:one", b="y:two")
    assert office.told(work=refusing) == {"a": "FAILED loi-noi-bo", "b": "FAILED loi-noi-bo"}


def refusing(*_: object) -> None:
    raise LookupError("no work")


def test_a_script_without_the_usual_guard_does_not_start_itself_again(tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.many(40)
    script = tmp_path / "script.py"
    script.write_text(
        "from pathlib import Path\n"
        "from run_kit import Office\n"
        "from baocao.batch.workers.executors import open_workers\n"
        f"print('once', len(Office(Path({str(tmp_path)!r})).run(open_workers(2))))\n"
    )
    paths = {"PYTHONPATH": os.pathsep.join((str(Path(__file__).parent), *sys.path))}
    done = subprocess.run(
        [sys.executable, str(script)], env=os.environ | paths, capture_output=True, text=True, timeout=60
    )
    assert (done.stdout, done.stderr) == ("once 40\n", "")


def test_a_run_that_is_stopped_hands_out_no_more(office: Office) -> None:
    office.many(100)
    stop = Stop()
    from run_kit import small_work

    def stopping(*arguments: object) -> object:
        stop.asked = True
        return small_work(*arguments)  # type: ignore[arg-type]

    events = office.run(work=stopping, stop=stop)
    done = [item for item in events if isinstance(item, Result)]
    assert events[-1] == Stopped(100 - len(done))
    assert len(office.reports()) == len(done) == 12
    assert len(office.run()) == 100
    assert len(office.calls()) == 100


def test_the_second_ctrl_c_interrupts_at_once() -> None:
    before = signal.getsignal(signal.SIGINT)
    with stop_on_signals() as stop:
        signal.raise_signal(signal.SIGINT)
        assert stop.asked
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


def test_signals_cannot_be_met_outside_of_the_main_thread() -> None:
    found = []

    def elsewhere() -> None:
        with stop_on_signals() as stop:
            found.append(stop.asked)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert found == [False]
