"""PDFs over a Dask cluster: a real scheduler, two worker processes, one of them killed in mid-run."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from baocao.batch.making.pdfs import PdfDraft, PdfJob, make_pdfs, pdf_chunks
from baocao.batch.workers.executors import open_workers
from outside_tools import library
from pdf_kit import FakeOffice, document

library("distributed")
pytestmark = pytest.mark.skipif(os.name != "posix", reason="the fake LibreOffice is a script")


@pytest.fixture
def cluster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator:
    """Two workers that find the fake LibreOffice on their PATH."""
    from test_run_dask import Cluster

    fake = FakeOffice(tmp_path / "bin")
    monkeypatch.setenv("PATH", str(fake.folder), prepend=os.pathsep)
    monkeypatch.setenv("TMPDIR", str(tmp_path))  # a killed worker leaves its folder
    (tmp_path / "may").mkdir()
    made = Cluster(tmp_path / "may")
    try:
        made.wait()
        yield made
    finally:
        made.close()


def test_a_worker_killed_in_mid_run_costs_no_pdf(cluster, tmp_path: Path) -> None:
    jobs = [PdfJob(str(tmp_path / f"{at:02}.docx"), str(tmp_path / f"{at:02}.pdf")) for at in range(60)]
    for at, job in enumerate(jobs):
        Path(job.docx).write_bytes(document(f"Xã {at}"))
    with open_workers(dask=cluster.address, folders=[str(tmp_path)]) as workers:
        futures = [workers.submit(make_pdfs, chunk) for chunk in pdf_chunks(jobs, workers.count)]
        wait_for_pdfs(tmp_path, 10)
        cluster.workers[0].send_signal(signal.SIGKILL)
        drafts: list[PdfDraft] = [draft for future in futures for draft in future.result(60)]
    assert [draft.job for draft in drafts] == jobs
    assert {(draft.pages, draft.findings) for draft in drafts} == {(4, ())}
    assert len({draft.output for draft in drafts}) == 60
    assert sorted(item.stem for item in tmp_path.glob("*.pdf")) == [f"{at:02}" for at in range(60)]


def wait_for_pdfs(folder: Path, count: int) -> None:
    ends = time.monotonic() + 30
    while len(list(folder.glob("*.pdf"))) < count and time.monotonic() < ends:
        time.sleep(0.02)
    assert len(list(folder.glob("*.pdf"))) >= count
