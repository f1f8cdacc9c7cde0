"""PDFs of a run: beside their reports, made anew when these change, never over one that is not ours."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

import pytest
from run_kit import Office, small_work, words

from baocao.batch import running
from baocao.batch.events import Ahead, Event, Stopped
from baocao.batch.interrupts import Stop
from baocao.batch.keeping.ledger import Ledger
from baocao.batch.keeping.locks import open_ledger
from baocao.batch.making.pdfs import PdfDraft, PdfJob
from baocao.batch.outcome import Result
from baocao.batch.running import run, run_pdfs
from baocao.batch.workers.executors import InThisProcess, open_workers
from baocao.errors import finding


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setattr(running, "make_pdfs", small_pdfs)
    return Office(tmp_path)


def small_pdfs(chunk: tuple[PdfJob, ...], sign: str) -> tuple[PdfDraft, ...]:
    """A "PDF" of three pages that says what the report says; none of a report that says "bad"."""
    return tuple(map(small_pdf, chunk))


def small_pdf(job: PdfJob) -> PdfDraft:
    docx = Path(job.docx).read_bytes()
    with (Path(job.docx).parents[1] / "calls.txt").open("a") as stream:
        stream.write(f"{Path(job.docx).name}\n")
    if docx.startswith(b"bad"):
        return PdfDraft(job, findings=(finding("pdf-khong-thanh", ly_do="thử"),))
    data = b"%PDF " + docx[:12]
    Path(job.temporary).write_bytes(data)
    return PdfDraft(job, hashlib.sha256(docx).hexdigest(), hashlib.sha256(data).hexdigest(), 3)


def events_of(office: Office, **more: bool) -> list[Event]:
    settings = office.settings()
    with open_ledger(office.results) as ledger, InThisProcess() as workers:
        made = run(office.jobs(), settings, workers, ledger, work=small_work, **more)  # type: ignore[arg-type]
        results = [item for item in made if isinstance(item, Result)]
        office.calls()
        return list(run_pdfs(results, settings, workers, ledger, **more))  # type: ignore[arg-type]


def told(office: Office, **more: bool) -> dict[str, str]:
    found = (item for item in events_of(office, **more) if isinstance(item, Result))
    return {item.draft.job.id: f"{words(item)} {item.pdf} {item.pages}" for item in found}


def test_made_then_unchanged_then_made_anew(office: Office) -> None:
    office.write(a="x:one", b="y:two")
    assert told(office) == {"a": "MADE x.docx x.pdf 3", "b": "MADE y.docx y.pdf 3"}
    assert told(office) == {"a": "SAME x.docx x.pdf 3", "b": "SAME y.docx y.pdf 3"}
    assert office.calls() == []
    office.write(a="x:more")
    assert told(office) == {"a": "MADE x.docx x.pdf 3", "b": "SAME y.docx y.pdf 3"}
    assert office.calls() == ["x.docx"]
    assert office.reports()["x.pdf"] == "%PDF moremor"
    assert office.left_over() == []


def test_an_edited_report_gets_its_pdf_too(office: Office) -> None:
    office.write(a="x:one")
    told(office)
    (office.results / "x.docx").write_text("edited")
    assert told(office) == {"a": "KEPT x.docx hang-loat-sua-tay x.pdf 3"}
    assert office.reports()["x.pdf"] == "%PDF edited"


def test_a_pdf_that_is_not_ours_is_kept(office: Office) -> None:
    office.write(a="x:one", b="y:two")
    office.results.mkdir()
    (office.results / "x.pdf").write_text("signed")
    assert told(office) == {"a": "MADE x.docx hang-loat-pdf-la x.pdf 0", "b": "MADE y.docx y.pdf 3"}
    (office.results / "y.pdf").write_text("signed")
    assert told(office)["b"] == "SAME y.docx hang-loat-pdf-la y.pdf 0"
    assert told(office, overwrite=True)["a"] == "SAME x.docx x.pdf 3"
    assert office.reports()["x.pdf"] == "%PDF oneoneo"


def test_a_signed_pdf_of_an_earlier_report_is_told_once(office: Office) -> None:
    """With the same advice, whether PDFs are asked for or not."""
    office.write(a="x:one")
    told(office)
    (office.results / "x.pdf").write_text("signed")
    office.write(a="x:more")
    assert office.told() == {"a": "MADE x.docx hang-loat-pdf-la"}
    assert told(office) == {"a": "SAME x.docx hang-loat-pdf-la x.pdf 0"}
    assert office.reports()["x.pdf"] == "signed"


def test_a_pdf_saved_at_the_last_moment_is_not_replaced(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.write(a="x:one")
    told(office)
    office.write(a="x:more")
    office.run()
    real = Ledger.write

    def late(self: Ledger, entries: object) -> None:
        real(self, entries)  # type: ignore[arg-type]
        if entries:
            (office.results / "x.pdf").write_text("signed")

    monkeypatch.setattr(Ledger, "write", late)
    assert told(office)["a"].split() == ["SAME", "x.docx", "hang-loat-pdf-cu", "hang-loat-vua-doi", "0"]
    assert office.reports()["x.pdf"] == "signed"


def test_a_pdf_that_fails_is_told_and_tried_again(office: Office) -> None:
    office.write(a="x:bad", b="y:two")
    assert told(office) == {"a": "MADE x.docx pdf-khong-thanh  0", "b": "MADE y.docx y.pdf 3"}
    with open_ledger(office.results) as ledger:
        assert [job.id for job in ledger.wanting(office.jobs())] == ["a"]
    assert told(office)["a"] == "SAME x.docx pdf-khong-thanh  0"
    assert office.calls() == ["x.docx"]


def test_the_pdf_goes_with_the_name_of_its_report(office: Office) -> None:
    office.write(a="x-01:one")
    told(office)
    office.write(a="x-02:one")
    assert told(office) == {"a": "MADE x-02.docx x-02.pdf 3"}
    assert sorted(office.reports()) == ["x-02.docx", "x-02.pdf"]


def test_units_without_a_report_have_no_pdf(office: Office) -> None:
    office.write(a="fail:oops", b="y:two")
    assert told(office) == {"b": "MADE y.docx y.pdf 3"}


def test_a_pdf_open_in_a_program(office: Office) -> None:
    office.write(a="x:one")
    told(office)
    office.write(a="x:more")
    (office.results / ".~lock.x.pdf#").touch()
    assert told(office) == {"a": "MADE x.docx hang-loat-pdf-cu tep-dang-mo  0"}


def test_a_pdf_of_an_earlier_report_is_told(office: Office) -> None:
    office.write(a="x:one", b="y:two")
    told(office)
    office.write(a="x:more")
    assert office.told() == {"a": "MADE x.docx hang-loat-pdf-cu", "b": "SAME y.docx"}
    assert office.told() == {"a": "SAME x.docx hang-loat-pdf-cu", "b": "SAME y.docx"}
    assert told(office)["a"] == "SAME x.docx x.pdf 3"
    assert office.told()["a"] == "SAME x.docx"


def test_a_folder_where_a_pdf_should_go(office: Office) -> None:
    office.write(a="x:one", b="y:two")
    (office.results / "x.pdf").mkdir(parents=True)
    assert told(office) == {"a": "MADE x.docx khong-ghi-duoc  0", "b": "MADE y.docx y.pdf 3"}


def test_stopped_before_the_pdfs(office: Office) -> None:
    office.write(a="x:one", b="y:two")
    settings = office.settings()
    with open_ledger(office.results) as ledger, InThisProcess() as workers:
        made = run(office.jobs(), settings, workers, ledger, work=small_work)
        results = [item for item in made if isinstance(item, Result)]
        assert list(run_pdfs(results, settings, workers, ledger, stop=Stop(asked=True))) == [Stopped(2)]


def test_asked_to_end_in_the_middle_of_the_pdfs(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    stop = Stop()

    def one_then_stop(chunk: tuple[PdfJob, ...], sign: str) -> tuple[PdfDraft, ...]:
        """As a worker that looks for the sign: what is done by then."""
        done = small_pdfs(chunk[:1], sign)
        assert not Path(sign).exists()
        stop.asked = True
        assert Path(sign).exists()
        return done

    monkeypatch.setattr(running, "make_pdfs", one_then_stop)
    office.write(a="x:one", b="y:two", c="z:three")
    settings = office.settings()
    with open_ledger(office.results) as ledger, InThisProcess() as workers:
        results = list(run(office.jobs(), settings, workers, ledger, work=small_work))
        made, left = run_pdfs(results, settings, workers, ledger, stop=stop)  # type: ignore[arg-type]
    assert (made.pdf, left) == ("x.pdf", Stopped(2))  # type: ignore[union-attr]
    assert office.left_over() == []
    monkeypatch.setattr(running, "make_pdfs", small_pdfs)
    office.calls()
    told(office)
    assert office.calls() == ["y.docx", "z.docx"]


def test_pdfs_that_are_finished_are_told_while_the_worker_goes_on(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "make_pdfs", pdfs_held_back)
    office.write(a="x:one", b="y:two", c="z:three")
    settings, ahead = office.settings(), []
    with open_ledger(office.results) as ledger, InThisProcess() as here, open_workers(2) as workers:
        results = list(run(office.jobs(), settings, here, ledger, work=small_work))
        for event in run_pdfs(results, settings, workers, ledger):  # type: ignore[arg-type]
            if isinstance(event, Ahead):
                ahead.append(event.count)
                if event.count == 3:
                    (office.results / "go").touch()
    assert ahead[-1] == 3


def pdfs_held_back(chunk: tuple[PdfJob, ...], sign: str) -> tuple[PdfDraft, ...]:
    """Answers when it may; gives up after half a minute."""
    drafts = small_pdfs(chunk, sign)
    ends = time.monotonic() + 30
    while not Path(chunk[0].docx).with_name("go").exists() and time.monotonic() < ends:
        time.sleep(0.02)
    return drafts


def test_a_worker_that_is_lost_costs_its_pdf_only(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(chunk: tuple[PdfJob, ...], sign: str) -> tuple[PdfDraft, ...]:
        if any("x.docx" in job.docx for job in chunk):
            raise LookupError("no PDF")
        return small_pdfs(chunk, sign)

    monkeypatch.setattr(running, "make_pdfs", refusing)
    office.write(a="x:one", b="y:two", c="z:three")
    found = told(office)
    assert found == {
        "a": "MADE x.docx loi-noi-bo  0",
        "b": "MADE y.docx y.pdf 3",
        "c": "MADE z.docx z.pdf 3",
    }
