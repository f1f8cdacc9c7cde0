"""What happens to a report between planning and renaming, and what is remembered of it afterwards."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from run_kit import Office, small_work

from baocao.batch.jobs import Chunk, Settings
from baocao.batch.keeping import placing, planning
from baocao.batch.keeping.ledger import Ledger
from baocao.batch.keeping.locks import open_ledger
from baocao.batch.keeping.orphans import Orphans
from baocao.batch.outcome import Draft, Known
from baocao.errors import OutputError, finding


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def after_writing(monkeypatch: pytest.MonkeyPatch, what: object) -> None:
    """Do something at the moment when a chunk is written down and not yet renamed."""
    real = Ledger.write

    def write(self: Ledger, entries: object) -> None:
        real(self, entries)  # type: ignore[arg-type]
        what()  # type: ignore[operator]

    monkeypatch.setattr(Ledger, "write", write)


def test_a_report_saved_at_the_last_moment_is_not_replaced(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.write(a="x:one", b="y:two")
    office.run()
    office.write(a="x:more", b="y:more")
    after_writing(monkeypatch, lambda: (office.results / "x.docx").write_text("edited"))
    assert office.told() == {"a": "FAILED hang-loat-vua-doi hang-loat-ban-cu", "b": "MADE y.docx"}
    monkeypatch.undo()
    assert office.told()["a"] == "KEPT x.docx hang-loat-sua-tay"
    assert office.reports()["x.docx"] == "edited"


def test_a_report_opened_at_the_last_moment_is_not_replaced(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.write(a="x:one")
    office.run()
    office.write(a="x:more")
    after_writing(monkeypatch, (office.results / "~$x.docx").touch)
    assert office.told() == {"a": "FAILED tep-dang-mo hang-loat-ban-cu"}


def test_a_report_that_goes_while_its_worker_looks_is_not_unchanged(office: Office) -> None:
    def late(chunk: Chunk, settings: Settings, known: Mapping[str, Known]) -> tuple[Draft, ...]:
        (office.results / "x.docx").unlink()
        return small_work(chunk, settings, known)

    office.write(a="x:one")
    office.run()
    assert office.told(work=late) == {"a": "FAILED hang-loat-vua-doi"}
    assert office.told() == {"a": "MADE x.docx"}


def test_a_name_that_another_takes_at_the_last_moment_is_his(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two parts that plan one name at once: the slower one does not claim the other's file."""
    real = placing.put

    def late(source: Path, target: Path, *, replacing: bool) -> None:
        target.write_text("the other part's")
        real(source, target, replacing=replacing)

    office.write(a="x:one")
    monkeypatch.setattr(placing, "put", late)
    assert office.told()["a"].startswith("FAILED tep-da-co")
    monkeypatch.undo()
    assert office.told() == {"a": "KEPT x.docx hang-loat-tep-la"}


def test_one_fault_of_the_program_stops_no_other(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    real = planning.awaited

    def broken(path: Path, digest: str) -> bool:
        if "one" in path.read_text():
            raise LookupError("a fault")
        return real(path, digest)

    monkeypatch.setattr(planning, "awaited", broken)
    office.write(a="x:one", b="y:two")
    assert office.told() == {"a": "FAILED loi-noi-bo", "b": "MADE y.docx"}


def test_a_copy_put_under_an_old_name_later_is_not_removed(office: Office) -> None:
    office.write(a="x-01:one")
    office.run()
    office.write(a="x-02:one")
    office.run()
    office.run()
    (office.results / "x-01.docx").write_text("one" * 500)
    office.write(a="x-02:more")
    assert office.told() == {"a": "MADE x-02.docx"}
    assert sorted(office.reports()) == ["x-01.docx", "x-02.docx"]


def test_a_full_ledger_costs_one_try_a_chunk(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many failures wait to be written down: time grows with the units, not with their square."""
    office.write(**{f"u{number:03d}": f"fail:{number}" for number in range(200)})
    lines: list[int] = []

    def full(self: Ledger, entries: list[object]) -> None:
        lines.append(len(entries))
        raise OutputError(finding("het-cho-trong", tep=self.path))

    monkeypatch.setattr(Ledger, "write", full)
    office.run()
    assert sum(lines) <= 2 * 200


def test_a_lost_ledger_is_read_once(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reports stand there, nobody knows them, and no other part is at work: nothing to read again."""
    office.many(40)
    office.run()
    (office.results / ".baocao/so.jsonl").unlink()
    read: list[Path] = []
    real = Ledger._read
    monkeypatch.setattr(Ledger, "_read", lambda self, path: read.append(path) or real(self, path))
    assert set(office.told().values()) == {f"SAME r{number:03d}.docx" for number in range(40)}
    assert read == []


def test_a_pipe_where_a_report_should_go_is_told(office: Office) -> None:
    office.write(a="x:one", b="y:two")
    office.run()
    (office.results / "x.docx").unlink()
    os.mkfifo(office.results / "x.docx")
    assert office.told() == {"a": "FAILED khong-ghi-duoc hang-loat-ban-cu", "b": "SAME y.docx"}


def test_orphans_that_cannot_be_told_apart_stay(office: Office) -> None:
    """Two asked for one name: whose heir a new job is nobody knows; no report goes to the wrong one."""
    office.write(a="x:one", b="x:two")
    office.run()
    for name in "ab":
        (office.data / name).unlink()
    office.write(c="x:three", d="x:four")
    assert all(word.startswith("MADE") for word in office.told().values())
    assert sorted(office.reports().values()) == [
        "fourfourfour",
        "oneoneoneone",
        "threethreeth",
        "twotwotwotwo",
    ]
    assert all(word.startswith("SAME") for word in office.told().values())


def test_an_edited_orphan_is_kept_by_its_heir(office: Office) -> None:
    office.write(a="x:one")
    office.run()
    (office.results / "x.docx").write_text("edited")
    (office.data / "a").unlink()
    office.write(b="x:more")
    for _ in range(2):
        assert office.told() == {"b": "KEPT x.docx hang-loat-sua-tay-lech"}
    assert office.told(overwrite=True) == {"b": "MADE x.docx"}


def test_a_row_that_was_corrected_takes_its_report_along(office: Office) -> None:
    """Rows of one table: the file is there, the row of that name is not."""
    office.write(table="x:one")
    (table,) = office.jobs()
    before = replace(table, id="table#Tan Phu", part_of_file="#Tan Phu")
    after = replace(table, id="table#Tân Phú", part_of_file="#Tân Phú")
    office.run(jobs=[before])
    with open_ledger(office.results) as ledger:
        assert [item.file for item in Orphans(ledger, [after], [after.file])] == ["x.docx"]
        assert list(Orphans(ledger, [after])) == []
        assert list(Orphans(ledger, [before], [after.file])) == []
        orphans = Orphans(ledger, [after], [after.file])
        draft = Draft(after, name="x.docx")
        assert orphans.heir_to(draft) is not None
        orphans.hand_on(orphans.heir_to(draft))  # type: ignore[arg-type]
        assert orphans.heir_to(draft) is None
