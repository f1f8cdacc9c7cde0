"""A Dask cluster does the work of a run: a real scheduler and two worker processes on this machine."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from run_kit import Office

from baocao.batch.batch import run_batch
from baocao.batch.options import Options
from baocao.batch.outcome import Status
from baocao.batch.workers import cluster
from baocao.batch.workers.executors import open_workers
from baocao.errors import OutputError
from outside_tools import library

library("distributed")

HERE = Path(__file__).parent

SCHEDULER = "from distributed.cli.dask_scheduler import main; main()"
WORKER = "from distributed.cli.dask_worker import main; main()"
WITHOUT_BAOCAO = f"import sys; sys.modules['baocao'] = None; {WORKER}"


def dask(folder: Path, script: str, *words: str) -> subprocess.Popen[bytes]:
    paths = {"PYTHONPATH": os.pathsep.join((str(HERE), *sys.path)), "DASK_DISTRIBUTED__DASHBOARD__LINK": ""}
    output = (folder / "dask.txt").open("ab")
    with output:
        return subprocess.Popen(
            [sys.executable, "-c", script, *words],
            env=os.environ | paths,
            cwd=folder,
            stdout=output,
            stderr=output,
        )


def address_in(told: Path) -> str:
    """The address that a scheduler writes down once it listens."""
    ends = time.monotonic() + 30
    while True:
        assert time.monotonic() < ends, "no scheduler"
        with contextlib.suppress(OSError, ValueError):
            return str(json.loads(told.read_text())["address"])
        time.sleep(0.02)


class Cluster:
    """A scheduler with two workers, each a process of its own."""

    def __init__(self, folder: Path, *, nanny: bool = False) -> None:
        self.folder, self.nanny = folder, "--nanny" if nanny else "--no-nanny"
        told = folder / "scheduler.json"
        words = ("--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(told), "--no-dashboard")
        self.scheduler = dask(folder, SCHEDULER, *words)
        self.address = address_in(told)
        self.workers = [self.worker() for _ in range(2)]

    def worker(self, script: str = WORKER) -> subprocess.Popen[bytes]:
        words = (self.address, self.nanny, "--nthreads", "1", "--no-dashboard")
        return dask(self.folder, script, *words, "--host", "127.0.0.1", "--death-timeout", "30")

    def wait(self, count: int = 2) -> None:
        from distributed import Client

        with Client(self.address, timeout=20, set_as_default=False) as client:
            client.wait_for_workers(count, timeout=60)

    def close(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.terminate() if self.nanny == "--nanny" else process.kill()
            process.wait()


@pytest.fixture
def doomed(tmp_path: Path) -> Iterator[Cluster]:
    """A cluster of which a test may kill what it likes."""
    made = Cluster(tmp_path)
    try:
        made.wait()
        yield made
    finally:
        made.close()


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A cluster for all tests that leave it as it is."""
    made = Cluster(tmp_path_factory.mktemp("cluster"))
    try:
        made.wait()
        yield made
    finally:
        made.close()


def codes(fault: pytest.ExceptionInfo[OutputError]) -> list[str]:
    return [item.code for item in fault.value.findings]


def test_the_cluster_does_the_work(two: Cluster, tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.many(80)
    office.write(u007="fail:oops")
    office.results.mkdir()
    workers = open_workers(dask=two.address, folders=[str(office.data), str(office.results)])
    assert workers.count == 2
    told = office.told(workers)
    assert len(told) == 80
    assert [name for name, word in told.items() if not word.startswith("MADE")] == ["u007"]
    with open_workers(1) as here:
        again = office.told(here)
    assert [name for name, word in again.items() if not word.startswith("SAME")] == ["u007"]


def test_a_worker_killed_in_mid_run_loses_nothing(doomed: Cluster, tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.write(**{f"u{number:03d}": f"r{number:03d}:text {number}" for number in range(120)})
    office.results.mkdir()

    killing = threading.Thread(target=kill_after, args=(office, 20, doomed.workers[0]))
    killing.start()
    told = office.told(open_workers(dask=doomed.address), work=slower_work)
    killing.join()
    assert doomed.workers[0].wait(timeout=60) == -signal.SIGKILL
    assert len(told) == 120
    assert [word for word in told.values() if not word.startswith("MADE")] == []
    assert len(office.reports()) == 120
    assert office.left_over() == []


def test_the_scheduler_killed_in_mid_run(
    doomed: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 2)
    office = Office(tmp_path)
    office.many(120)
    office.results.mkdir()
    workers = open_workers(dask=doomed.address)
    killing = threading.Thread(target=kill_after, args=(office, 20, doomed.scheduler))
    killing.start()
    told = office.told(workers, work=slower_work)
    killing.join()
    assert len(told) == 120
    made = [name for name, word in told.items() if word.startswith("MADE")]
    assert {word for word in told.values() if not word.startswith("MADE")} == {"FAILED dask-mat-lien-lac"}
    assert len(made) >= 20
    assert len(office.reports()) == len(made)
    office.calls()
    assert len(office.told()) == 120
    assert len(office.calls()) == 120 - len(made)


def test_all_workers_killed_in_mid_run(
    doomed: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_ASK", 0.2)
    monkeypatch.setattr(cluster, "_NOBODY", 1.0)
    office = Office(tmp_path)
    office.many(120)
    office.results.mkdir()
    workers = open_workers(dask=doomed.address)
    killing = threading.Thread(target=kill_after, args=(office, 20, *doomed.workers))
    killing.start()
    told = office.told(workers, work=slower_work)
    killing.join()
    assert len(told) == 120
    made = [name for name, word in told.items() if word.startswith("MADE")]
    assert {word for word in told.values() if not word.startswith("MADE")} == {"FAILED dask-mat-lien-lac"}
    assert 20 <= len(made) == len(office.reports())


def test_a_job_that_hangs_is_given_up(tmp_path: Path) -> None:
    made = Cluster(tmp_path, nanny=True)
    office = Office(tmp_path)
    office.many(6)
    office.write(u003="hang:")
    office.results.mkdir()
    try:
        made.wait()
        told = office.told(open_workers(dask=made.address), patience=5.0)
    finally:
        made.close()
    assert told["u003"] == "FAILED hang-loat-qua-lau"
    assert len(told) == 6
    assert [name for name, word in told.items() if not word.startswith("MADE")] == ["u003"]


def kill_after(office: Office, count: int, *processes: subprocess.Popen[bytes]) -> None:
    """Kill processes as soon as so many reports stand in the folder; tells nobody when they never do."""
    until = time.monotonic() + 60
    while len(list(office.results.glob("*.docx"))) < count:
        if time.monotonic() > until:
            return
        time.sleep(0.005)
    for process in processes:
        process.kill()


def slower_work(chunk: tuple[object, ...], *more: object) -> object:
    from run_kit import small_work

    time.sleep(0.02 * len(chunk))
    return small_work(chunk, *more)  # type: ignore[arg-type]


def test_a_folder_that_the_workers_do_not_see(two: Cluster, tmp_path: Path) -> None:
    with pytest.raises(OutputError) as fault:
        open_workers(dask=two.address, folders=[str(tmp_path), str(tmp_path / "elsewhere")])
    assert codes(fault) == ["dask-khong-thay-thu-muc"] * 2
    assert "elsewhere" in fault.value.findings[0].text


def test_the_same_bytes_as_made_here(two: Cluster, tmp_path: Path, samples: Path) -> None:
    source, few = samples / "tinh-120-xa" / "2025.yaml", (1, 10)
    run_batch([source], tmp_path / "here", Options(processes=1, part=few))
    there = run_batch([source], tmp_path / "there", Options(dask=two.address, part=few))
    assert there.counts[Status.MADE] == there.total > 5
    made = {path.name: path.read_bytes() for path in (tmp_path / "there").glob("*.docx")}
    assert made == {path.name: path.read_bytes() for path in (tmp_path / "here").glob("*.docx")}


def test_a_worker_without_baocao(doomed: Cluster, tmp_path: Path) -> None:
    doomed.workers.append(doomed.worker(WITHOUT_BAOCAO))
    doomed.wait(3)
    with pytest.raises(OutputError) as fault:
        open_workers(dask=doomed.address)
    assert codes(fault) == ["dask-thieu-baocao"]


def test_another_version_on_the_workers(two: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "__version__", "0.0.1")
    with pytest.raises(OutputError) as fault:
        open_workers(dask=two.address)
    assert codes(fault) == ["dask-khac-phien-ban"] * 2


def test_an_address_where_nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 1)
    with socket.socket() as taken:  # bound, so that nobody else listens there
        taken.bind(("127.0.0.1", 0))
        with pytest.raises(OutputError) as fault:
            open_workers(dask=f"tcp://127.0.0.1:{taken.getsockname()[1]}")
    assert codes(fault) == ["dask-khong-noi-duoc"]


def test_a_port_where_something_else_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 1)
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen()
        with pytest.raises(OutputError) as fault:
            open_workers(dask=f"tcp://127.0.0.1:{deaf.getsockname()[1]}")
    assert codes(fault) == ["dask-khong-noi-duoc"]


@pytest.mark.parametrize("address", ["abc", "tcp://", "ftp://127.0.0.1:1", "tcp://127.0.0.1:99999999"])
def test_an_address_that_is_none(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 1)
    with pytest.raises(OutputError) as fault:
        open_workers(dask=address)
    assert codes(fault) == ["dask-khong-noi-duoc"]


def test_a_scheduler_without_workers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 1)
    made = Cluster(tmp_path)
    try:
        for process in made.workers:
            process.kill()
        with pytest.raises(OutputError) as fault:
            open_workers(dask=made.address)
    finally:
        made.close()
    assert codes(fault) == ["dask-khong-co-may"]


def test_dask_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(OutputError) as fault:
        open_workers(dask="tcp://127.0.0.1:8786")
    assert codes(fault) == ["dask-chua-cai"]
    assert 'pip install "baocao[dask]"' in fault.value.findings[0].remedy
