"""Full disks, folders that only let read, drafts that vanish: told, and the rest goes on."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from run_kit import Office, small_work

from baocao.batch.keeping import files, placing
from baocao.batch.keeping.ledger import Ledger
from baocao.batch.keeping.locks import open_ledger
from baocao.errors import OutputError, finding
from baocao.output import make_folder


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


@pytest.fixture
def small_disk(office: Office) -> Iterator[Office]:
    """The folder of the results is a disk of its own, of one megabyte."""
    office.results.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(office.results)]
    if os.geteuid() or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("cần quyền gắn ổ đĩa tạm")
    try:
        yield office
    finally:
        subprocess.run(["umount", str(office.results)], check=True)


def remount(office: Office, how: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{how}", str(office.results)], check=True)


def test_a_full_disk_is_told_and_the_next_run_goes_on(small_disk: Office) -> None:
    """Each report has 60 kB; there is room for a dozen or so."""
    small_disk.write(**{f"u{number:02d}": f"r{number:02d}:{'x' * 118}{number:02d}" for number in range(30)})
    told = small_disk.told()
    made = [name for name, word in told.items() if word.startswith("MADE")]
    failed = [name for name, word in told.items() if word == "FAILED het-cho-trong"]
    assert len(made) + len(failed) == 30
    assert len(made) >= 8
    assert failed
    for path in small_disk.results.glob("*.docx"):
        assert path.stat().st_size == 60_000
    remount(small_disk, "size=8m")
    small_disk.calls()
    again = small_disk.told()
    assert sorted(small_disk.calls()) == sorted(failed)
    assert {again[name] for name in made} == {f"SAME r{name[1:]}.docx" for name in made}
    assert [word for word in again.values() if word.startswith("FAILED")] == []
    assert len(small_disk.reports()) == 30


def test_failures_that_could_not_be_written_down_are_written_later(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full for the ledger, then there is room again."""
    office.many(40)
    real, times = Ledger.write, []

    def refusing(self: Ledger, entries: object) -> None:
        times.append(entries)
        if len(times) <= 3:
            raise OutputError(finding("het-cho-trong", tep=self.path))
        real(self, entries)  # type: ignore[arg-type]

    monkeypatch.setattr(Ledger, "write", refusing)
    told = office.told()
    failed = [name for name, word in told.items() if word == "FAILED het-cho-trong"]
    assert failed
    assert len(office.reports()) == 40 - len(failed)
    with open_ledger(office.results) as ledger:
        assert [job.id for job in ledger.wanting(office.jobs())] == failed
    assert office.left_over() == []


def test_a_folder_that_only_lets_read(small_disk: Office) -> None:
    small_disk.write(a="x:one", b="y:two")
    small_disk.run()
    small_disk.write(a="x:more")
    remount(small_disk, "ro")
    with pytest.raises(OutputError) as fault:
        small_disk.run()
    (told,) = fault.value.findings
    assert (told.code, dict(told.facts)["tep"]) == ("khong-duoc-ghi", str(small_disk.results))
    with pytest.raises(OutputError) as fault:
        make_folder(small_disk.results / "moi")
    assert [item.code for item in fault.value.findings] == ["thu-muc-khong-duoc-tao"]
    remount(small_disk, "rw")
    assert small_disk.told() == {"a": "MADE x.docx", "b": "SAME y.docx"}


def test_a_file_that_is_not_let_go(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """As Windows answers when the target is open: the others go on, the next run makes it."""
    office.write(a="x:one", b="y:two")
    office.run()
    office.write(a="x:more", b="y:more")
    real = os.replace

    def locked(source: Path, target: Path) -> None:
        if Path(target).name == "x.docx":
            raise PermissionError(13, "in use", str(target))
        real(source, target)

    monkeypatch.setattr(files.os, "replace", locked)
    assert office.told() == {"a": "FAILED khong-duoc-ghi hang-loat-ban-cu", "b": "MADE y.docx"}
    assert office.reports()["x.docx"] == "oneoneoneone"
    monkeypatch.undo()
    assert office.told() == {"a": "MADE x.docx", "b": "SAME y.docx"}
    assert office.left_over() == []


@pytest.mark.parametrize(
    ("step", "word", "again"),
    [
        ("put", "FAILED loi-noi-bo", "MADE y.docx"),
        ("digest_of", "FAILED loi-noi-bo hang-loat-ban-cu", "MADE y.docx"),
        ("digest_if_read", "MADE y.docx loi-noi-bo", "SAME y.docx"),
    ],
)
def test_a_fault_of_the_program_with_one_report_costs_the_others_nothing(
    office: Office, monkeypatch: pytest.MonkeyPatch, step: str, word: str, again: str
) -> None:
    """In putting it there, in the last look at what it replaces, in tidying up behind it."""
    if step != "put":
        office.write(a="x:one", b="w:two" if step == "digest_if_read" else "y:two", c="z:three")
        office.run()
    office.write(a="x:more", b="y:more", c="z:more")
    real = getattr(placing, step)

    def faulty(*paths: Path, **more: bool) -> object:
        if {path.name for path in paths} & {"y.docx", "w.docx"} and started:
            raise RuntimeError("unforeseen")
        return real(*paths, **more)

    started: list[bool] = []
    monkeypatch.setattr(placing, step, faulty)
    writing = Ledger.write

    def written(self: Ledger, entries: object) -> None:
        writing(self, entries)  # type: ignore[arg-type]
        started.append(True)

    monkeypatch.setattr(Ledger, "write", written)
    assert office.told() == {"a": "MADE x.docx", "b": word, "c": "MADE z.docx"}
    monkeypatch.undo()
    assert office.told() == {"a": "SAME x.docx", "b": again, "c": "SAME z.docx"}
    assert office.left_over() == []


def test_a_file_put_there_at_the_last_moment_is_kept(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.write(a="x:one")
    real = placing.put

    def late(source: Path, target: Path, *, replacing: bool) -> None:
        target.write_text("somebody's")
        real(source, target, replacing=replacing)

    monkeypatch.setattr(placing, "put", late)
    assert office.told()["a"].startswith("FAILED tep-da-co")
    assert office.reports() == {"x.docx": "somebody's"}
    monkeypatch.undo()
    assert office.told() == {"a": "KEPT x.docx hang-loat-tep-la"}


def test_a_file_system_without_links(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    office.write(a="x:one")
    monkeypatch.setattr(files.os, "link", refused)
    assert office.told() == {"a": "MADE x.docx"}
    assert office.told() == {"a": "SAME x.docx"}
    with pytest.raises(OutputError):
        files.put(office.data / "a", office.results / "x.docx", replacing=False)


@pytest.mark.parametrize("what", ["gone", "changed"])
def test_a_draft_that_is_not_whole_any_more(
    office: Office, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    def careless(*arguments: object) -> object:
        drafts = small_work(*arguments)  # type: ignore[arg-type]
        for draft in drafts:
            if what == "gone":
                Path(draft.temporary).unlink()
            else:
                Path(draft.temporary).write_text("half")
        return drafts

    monkeypatch.setattr(files, "_WAITS", (0.01,))
    office.write(a="x:one")
    assert office.told(work=careless) == {"a": "FAILED hang-loat-mat-ban-thao"}
    assert office.reports() == {}
    assert office.left_over() == []
