"""The same data give the same bytes: however many workers, wherever and whenever they work, killed or not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

PART = "--phan", "1/4"
"""A part of the made-up province is enough: some thirty communes."""


def command(samples: Path, results: Path, *words: str) -> list[str]:
    source = samples / "tinh-120-xa" / "2025.yaml"
    return [sys.executable, "-m", "baocao", "hang-loat", str(source), "-o", str(results), *PART, *words]


def make(samples: Path, results: Path, *words: str, **changes: str) -> None:
    done = subprocess.run(
        command(samples, results, *words),
        env=os.environ | changes,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr


def reports(results: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in results.glob("*.docx")}


def statuses(results: Path) -> set[str]:
    """How the units of the last run ended, by its result table."""
    lines = next(results.glob("ket-qua*.jsonl")).read_text(encoding="utf-8").splitlines()
    return {json.loads(line)["ket_qua"] for line in lines}


def times(results: Path) -> dict[str, int]:
    """When each report was written."""
    return {path.name: path.stat().st_mtime_ns for path in results.glob("*.docx")}


@pytest.fixture(scope="module")
def plain(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made by one worker."""
    results = tmp_path_factory.mktemp("plain") / "results"
    make(samples, results, "--so-tien-trinh", "1", TZ="UTC", LC_ALL="C", PYTHONHASHSEED="0")
    assert len(reports(results)) > 20
    return results


def test_four_workers_another_time_zone_another_locale(plain: Path, samples: Path, tmp_path: Path) -> None:
    results = tmp_path / "results"
    other = {"TZ": "Pacific/Kiritimati", "LC_ALL": "vi_VN.UTF-8", "PYTHONHASHSEED": "4321"}
    make(samples, results, "--so-tien-trinh", "4", **other)
    assert reports(results) == reports(plain)


def test_killed_and_run_again(plain: Path, samples: Path, tmp_path: Path) -> None:
    results = tmp_path / "results"
    quiet = subprocess.DEVNULL
    asked = command(samples, results, "--so-tien-trinh", "2")
    process = subprocess.Popen(asked, stdout=quiet, stderr=quiet)
    until = time.monotonic() + 60
    while len(list(results.glob("*.docx"))) < 5 and time.monotonic() < until and process.poll() is None:
        time.sleep(0.005)
    process.kill()
    process.wait()
    there = reports(results)
    assert there.items() <= reports(plain).items()
    before = times(results)
    make(samples, results, "--so-tien-trinh", "2")
    assert reports(results) == reports(plain)
    assert before.items() <= times(results).items()


def test_a_second_run_changes_nothing(plain: Path, samples: Path) -> None:
    before = times(plain)
    make(samples, plain, "--so-tien-trinh", "2")
    assert times(plain) == before
    assert statuses(plain) == {"khong_doi"}
