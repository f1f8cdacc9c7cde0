"""The command killed in the middle of its PDFs: the next run makes those that are missing and no others."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from baocao.pdf.page_count import count_pages
from pdf_kit import FakeOffice, alive

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the fake LibreOffice is a script")


def command(samples: Path, results: Path, workers: int = 2, part: str = "1/18") -> list[str]:
    """Some communes of the made-up province."""
    source = samples / "tinh-120-xa" / "2025.yaml"
    options = ["--phan", part, "--pdf", "--so-tien-trinh", str(workers)]
    return [sys.executable, "-m", "baocao", "hang-loat", str(source), "-o", str(results), *options]


@pytest.mark.parametrize("made", [1, 4])
def test_killed_in_the_middle_of_the_pdfs(
    samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: int
) -> None:
    office = FakeOffice(tmp_path / "bin")
    monkeypatch.setenv("PATH", str(office.folder), prepend=os.pathsep)
    results = tmp_path / "bao-cao"
    first = subprocess.Popen(command(samples, results), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait_for_pdfs(results, made)
    first.send_signal(signal.SIGKILL)
    first.wait()
    there = {file.name: file.read_bytes() for file in results.glob("*.pdf")}
    assert [name for name, data in there.items() if count_pages(data) != 4] == []
    before = sum(files for _, _, files in office.starts())

    again = subprocess.run(command(samples, results), capture_output=True, check=False, timeout=120)
    assert again.returncode == 0, again.stderr.decode()
    reports, pdfs = list(results.glob("*.docx")), {file.name: file for file in results.glob("*.pdf")}
    assert {file.stem for file in reports} == {file.stem for file in pdfs.values()}
    assert {count_pages(file.read_bytes()) for file in pdfs.values()} == {4}
    assert [name for name, data in there.items() if pdfs[name].read_bytes() != data] == []
    asked = sum(files for _, _, files in office.starts()) - before
    assert asked <= len(reports) - made

    third = subprocess.run(command(samples, results), capture_output=True, check=False, timeout=120)
    assert third.returncode == 0
    assert sum(files for _, _, files in office.starts()) == before + asked


@pytest.mark.parametrize("workers", [1, 2])
def test_asked_to_end_in_the_middle_of_the_pdfs(
    samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workers: int
) -> None:
    office = FakeOffice(tmp_path / "bin", each=0.3)
    monkeypatch.setenv("PATH", str(office.folder), prepend=os.pathsep)
    results = tmp_path / "bao-cao"
    run = subprocess.Popen(
        command(samples, results, workers, "1/10"), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    wait_for_pdfs(results, 2)
    run.send_signal(signal.SIGINT)
    _, said = run.communicate(timeout=60)
    assert run.returncode == 130, said.decode()
    reports, pdfs = list(results.glob("*.docx")), list(results.glob("*.pdf"))
    assert 2 <= len(pdfs) < len(reports) - 2
    assert [start for start in office.starts() if alive(start[0]) or alive(start[1])] == []
    assert list(results.glob(".baocao/tam/**/*.*")) == []


def wait_for_pdfs(results: Path, count: int) -> None:
    """Wait until so many PDFs are finished, in their places or not yet."""
    ends = time.monotonic() + 60
    while len([*results.glob("*.pdf"), *results.glob(".baocao/tam/**/*.pdf")]) < count:
        assert time.monotonic() < ends
        time.sleep(0.02)
