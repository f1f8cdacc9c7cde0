"""PDFs of a run, as a worker makes them: each whole and in its place, none twice, nothing left running."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocao.batch.making.pdfs import FILES_EACH, PdfDraft, PdfJob, make_pdfs, pdf_chunks
from baocao.batch.workers.executors import open_workers
from baocao.pdf.page_count import count_pages
from pdf_kit import HANGS, REFUSED, FakeOffice, alive, document

posix = pytest.mark.skipif(os.name != "posix", reason="the fake LibreOffice is a script")


@given(count=st.integers(0, 5000), workers=st.integers(1, 64))
def test_a_run_is_divided_evenly_into_chunks_no_libreoffice_is_too_long_at(count: int, workers: int) -> None:
    jobs = [PdfJob(f"{at}.docx", f"{at}.pdf") for at in range(count)]
    chunks = list(pdf_chunks(jobs, workers))
    sizes = [len(chunk) for chunk in chunks]
    assert [job for chunk in chunks for job in chunk] == jobs
    assert not count or max(sizes) <= FILES_EACH
    assert not count or max(sizes) - min(sizes) <= 1
    assert len(chunks) % workers == 0 or len(chunks) == count


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeOffice:
    fake = FakeOffice(tmp_path / "bin")
    monkeypatch.setenv("PATH", str(fake.folder), prepend=os.pathsep)
    return fake


def jobs_of(folder: Path, *documents: bytes) -> tuple[PdfJob, ...]:
    jobs = [PdfJob(str(folder / f"{at}.docx"), str(folder / f"{at}.pdf")) for at in range(len(documents))]
    for job, data in zip(jobs, documents, strict=True):
        Path(job.docx).write_bytes(data)
    return tuple(jobs)


def digest(file: str) -> str:
    return sha256(Path(file).read_bytes()).hexdigest()


@posix
def test_drafts_in_the_order_of_the_jobs_each_with_what_became_of_it(
    office: FakeOffice, tmp_path: Path
) -> None:
    jobs = jobs_of(tmp_path, document(), document(REFUSED), b"hong", document("Hai"))
    drafts = make_pdfs(jobs)
    assert [draft.job for draft in drafts] == list(jobs)
    for at in (0, 3):
        assert drafts[at].findings == ()
        assert drafts[at].pages == count_pages(Path(jobs[at].temporary).read_bytes()) == 4
        assert (drafts[at].source, drafts[at].output) == (digest(jobs[at].docx), digest(jobs[at].temporary))
    assert [(item.code, item.where.file) for at in (1, 2) for item in drafts[at].findings] == [
        ("pdf-khong-thanh", "1.docx"),
        ("docx-khong-phai", "2.docx"),
    ]
    assert not Path(jobs[1].temporary).exists()


@posix
def test_what_a_killed_run_has_left_is_taken_when_it_is_of_the_same_report(
    office: FakeOffice, tmp_path: Path
) -> None:
    jobs = jobs_of(tmp_path, document("Một"), document("Hai"), document("Ba"))
    first = make_pdfs(jobs)
    Path(jobs[1].docx).write_bytes(document("Hai, sửa lại"))
    whole = Path(jobs[2].temporary).read_bytes()
    Path(jobs[2].temporary).write_bytes(whole[:-20])
    second = make_pdfs(jobs)
    assert [files for _, _, files in office.starts()] == [3, 2]
    assert [a.output == b.output for a, b in zip(first, second, strict=True)] == [True, False, True]
    assert [draft.pages for draft in second] == [4, 4, 4]
    assert Path(jobs[2].temporary).read_bytes() == whole


@posix
def test_where_no_pdf_can_be_written_the_others_still_are(office: FakeOffice, tmp_path: Path) -> None:
    jobs = jobs_of(tmp_path, document("Một"), document("Hai"))
    Path(jobs[0].temporary).mkdir()
    first, second = make_pdfs(jobs)
    assert [item.code for item in first.findings] == ["khong-ghi-duoc"]
    assert second.pages == 4


def test_without_libreoffice_every_report_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("baocao.pdf.converting.find_libreoffice", lambda: None)
    jobs = jobs_of(tmp_path, document("Một"), document("Hai"))
    told = make_pdfs(jobs)
    assert [item.code for draft in told for item in draft.findings] == ["thieu-libreoffice"] * 2
    assert make_pdfs(()) == ()


@posix
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_a_worker_that_ends_takes_libreoffice_with_it(
    office: FakeOffice, tmp_path: Path, how: signal.Signals
) -> None:
    jobs = jobs_of(tmp_path, document("Một"), document(HANGS))
    words = "import sys; from baocao.batch.making.pdfs import PdfJob, make_pdfs; a = sys.argv[1:]\n"
    words += "make_pdfs([PdfJob(*pair) for pair in zip(a[::2], a[1::2])])"
    temporary = tmp_path / "tam"
    temporary.mkdir()
    pairs = [item for job in jobs for item in (job.docx, job.temporary)]
    worker = subprocess.Popen(
        [sys.executable, "-c", words, *pairs], env=os.environ | {"TMPDIR": str(temporary)}
    )
    try:
        wait_for(lambda: Path(jobs[0].temporary).exists())
        ((main, helper, _),) = office.starts()
        assert alive(main)
        worker.send_signal(how)
        assert worker.wait(60) == -how
    finally:
        worker.kill()
        worker.wait()
    wait_for(lambda: not alive(main) and not alive(helper))
    assert how == signal.SIGKILL or list(temporary.iterdir()) == []


@posix
def test_a_run_that_is_to_end_is_given_what_is_done(office: FakeOffice, tmp_path: Path) -> None:
    jobs = jobs_of(tmp_path, document("Một"), document(HANGS), document("Hai"))
    sign = tmp_path / "dung"
    with ThreadPoolExecutor(1) as aside:
        asked = aside.submit(make_pdfs, jobs, str(sign))
        wait_for(lambda: Path(jobs[0].temporary).exists())
        assert not asked.done()
        sign.touch()
        assert [(draft.job, draft.pages) for draft in asked.result(20)] == [(jobs[0], 4)]
    ((main, helper, _),) = office.starts()
    assert not alive(main)
    assert not alive(helper)


@posix
def test_a_pool_that_is_closed_takes_libreoffice_with_it(
    office: FakeOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "tam"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    jobs = jobs_of(tmp_path, document("Một"), document(HANGS), document("Hai"), document(HANGS))
    with open_workers(2) as workers:
        for chunk in pdf_chunks(jobs, workers.count):
            workers.submit(make_pdfs, chunk)
        wait_for(lambda: Path(jobs[0].temporary).exists() and Path(jobs[2].temporary).exists())
    started = [process for start in office.starts() for process in start[:2]]
    assert len(started) == 4
    wait_for(lambda: not any(map(alive, started)))
    assert [item.name for item in temporary.iterdir() if item.name.startswith("baocao-pdf-")] == []


def wait_for(condition) -> None:
    ends = time.monotonic() + 60
    while not condition() and time.monotonic() < ends:
        time.sleep(0.02)
    assert condition()


def test_drafts_are_small() -> None:
    """They travel between processes and machines: no bytes of a PDF in them."""
    import pickle

    draft = PdfDraft(PdfJob("a" * 100, "b" * 100), "c" * 64, "d" * 64, 8)
    assert len(pickle.dumps(draft)) < 700
