"""What a run does to the folder of the results: what it replaces, what it keeps, and how it calls things."""

from __future__ import annotations

from pathlib import Path

import pytest
from run_kit import Office

from baocao.batch.events import Moved
from baocao.batch.naming import apart
from baocao.errors import OutputError, finding


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def edit(office: Office, name: str, text: str = "edited") -> None:
    (office.results / name).write_text(text)


def test_made_then_unchanged_then_made_anew(office: Office) -> None:
    office.write(a="x:one", b="y:two")
    assert office.told() == {"a": "MADE x.docx", "b": "MADE y.docx"}
    assert office.calls() == ["a", "b"]
    assert office.told() == {"a": "SAME x.docx", "b": "SAME y.docx"}
    assert office.calls() == []
    office.write(a="x:more")
    assert office.told() == {"a": "MADE x.docx", "b": "SAME y.docx"}
    assert office.calls() == ["a"]
    assert office.reports() == {"x.docx": "moremoremore", "y.docx": "twotwotwotwo"}


def test_a_report_that_is_missing_is_made_again(office: Office) -> None:
    office.write(a="x:one", b="y:two")
    office.run()
    (office.results / "x.docx").unlink()
    assert office.told() == {"a": "MADE x.docx", "b": "SAME y.docx"}
    assert (office.results / "x.docx").exists()


def test_one_unit_fails_and_the_others_go_on(office: Office) -> None:
    office.write(a="x:one", b="fail:gone.yaml", c="z:three")
    assert office.told() == {"a": "MADE x.docx", "b": "FAILED tep-khong-co", "c": "MADE z.docx"}
    office.calls()
    assert office.told()["b"] == "FAILED tep-khong-co"
    assert office.calls() == ["b"]


def test_an_edited_report_is_kept(office: Office) -> None:
    office.write(a="x:one")
    office.run()
    edit(office, "x.docx")
    assert office.told() == {"a": "KEPT x.docx hang-loat-sua-tay"}
    office.calls()
    assert office.told() == {"a": "KEPT x.docx hang-loat-sua-tay"}
    assert office.calls() == []
    assert office.reports() == {"x.docx": "edited"}


def test_an_edited_report_of_other_data_is_kept_and_told(office: Office) -> None:
    office.write(a="x:one")
    office.run()
    edit(office, "x.docx")
    office.write(a="x:more")
    for _ in range(2):
        assert office.told() == {"a": "KEPT x.docx hang-loat-sua-tay-lech"}
    assert office.reports() == {"x.docx": "edited"}
    assert office.left_over() == []


def test_an_edited_report_is_replaced_when_asked(office: Office) -> None:
    office.write(a="x:one", b="y:two")
    office.run()
    edit(office, "x.docx")
    assert office.told(overwrite=True) == {"a": "MADE x.docx", "b": "SAME y.docx"}
    assert office.reports()["x.docx"] == "oneoneoneone"


def test_an_edited_report_stays_though_its_number_changed(office: Office) -> None:
    office.write(a="x-01:one")
    office.run()
    edit(office, "x-01.docx")
    office.write(a="x-02:one")
    assert office.told() == {"a": "KEPT x-01.docx hang-loat-sua-tay-lech"}
    assert office.reports() == {"x-01.docx": "edited"}
    assert office.told(overwrite=True) == {"a": "MADE x-02.docx hang-loat-ten-cu"}
    assert office.reports() == {"x-01.docx": "edited", "x-02.docx": "oneoneoneone"}


def test_the_old_name_goes_when_the_name_changed(office: Office) -> None:
    office.write(a="x-01:one")
    office.run()
    office.write(a="x-02:one")
    assert office.told() == {"a": "MADE x-02.docx"}
    assert office.reports() == {"x-02.docx": "oneoneoneone"}


def test_emptied_folders_go_with_the_old_name(office: Office) -> None:
    office.write(a="p/x:one", b="q/y:one")
    office.run()
    office.write(a="q/x:one")
    office.run()
    assert sorted(item.name for item in office.results.iterdir()) == [".baocao", "q"]


def test_names_that_change_places(office: Office) -> None:
    office.write(a="x:one", b="y:two")
    office.run()
    office.write(a="y:one", b="x:two")
    office.run()
    assert office.reports() == {"x.docx": "twotwotwotwo", "y.docx": "oneoneoneone"}
    assert set(office.told().values()) == {"SAME x.docx", "SAME y.docx"}


def test_a_file_that_is_not_ours_is_kept(office: Office) -> None:
    office.write(a="x:one")
    office.results.mkdir()
    edit(office, "x.docx", "somebody's")
    assert office.told() == {"a": "KEPT x.docx hang-loat-tep-la"}
    assert office.reports() == {"x.docx": "somebody's"}
    assert office.told(overwrite=True) == {"a": "MADE x.docx"}
    assert office.reports() == {"x.docx": "oneoneoneone"}


def test_a_lost_ledger_costs_no_report(office: Office) -> None:
    office.write(a="x:one", b="y:two")
    office.run()
    (office.results / ".baocao" / "so.jsonl").unlink()
    edit(office, "y.docx")
    assert office.told() == {"a": "SAME x.docx", "b": "KEPT y.docx hang-loat-tep-la"}
    assert office.told()["a"] == "SAME x.docx"


def test_a_report_of_earlier_data_is_told_when_the_present_ones_are_faulty(office: Office) -> None:
    office.write(a="x:one")
    office.run()
    office.write(a="fail:oops")
    assert office.told() == {"a": "FAILED tep-khong-co hang-loat-ban-cu"}
    assert office.reports() == {"x.docx": "oneoneoneone"}
    office.write(a="x:one")
    assert office.told() == {"a": "SAME x.docx"}
    assert office.told() == {"a": "SAME x.docx"}


def test_two_units_of_one_name_are_both_set_apart(office: Office) -> None:
    office.write(a="x:one", b="X:two", c="y:three")
    events = office.run()
    assert [item.result.draft.job.id for item in events if isinstance(item, Moved)] == ["a"]
    assert office.reports() == {
        apart("x.docx", "../data/a"): "oneoneoneone",
        apart("X.docx", "../data/b"): "twotwotwotwo",
        "y.docx": "threethreeth",
    }
    office.calls()
    assert all(word.startswith("SAME") for word in office.told().values())
    assert office.calls() == []


@pytest.mark.parametrize("order", ["abc", "bca", "cab"])
def test_names_do_not_depend_on_the_order(office: Office, order: str) -> None:
    office.write(a="x:one", b="x:two", c="x:three")
    jobs = {job.id: job for job in office.jobs()}
    for one in order:
        office.run(jobs=[jobs[one]])
    assert office.reports() == {
        apart("x.docx", "../data/c"): "threethreeth",
        apart("x.docx", "../data/b"): "twotwotwotwo",
        apart("x.docx", "../data/a"): "oneoneoneone",
    }


def test_one_that_is_alone_again_has_its_own_name_again(office: Office) -> None:
    office.write(a="x:one", b="x:two")
    office.run()
    office.write(b="y:two")
    office.run()
    assert office.reports() == {"x.docx": "oneoneoneone", "y.docx": "twotwotwotwo"}


def test_another_year_in_the_same_folder_is_another_job(office: Office, tmp_path: Path) -> None:
    """Data files of one name in two folders: the reports of one are no old reports of the other."""
    office.write(a="x-2024:one", b="y:two")
    office.run()
    other = Office(tmp_path)
    other.data = tmp_path / "data-2025"
    other.data.mkdir()
    other.write(a="x-2025:one", b="y:more")
    other.run()
    assert office.reports() == {
        "x-2024.docx": "oneoneoneone",
        "x-2025.docx": "oneoneoneone",
        apart("y.docx", "../data/b"): "twotwotwotwo",
        apart("y.docx", "../data-2025/b"): "moremoremore",
    }
    office.write(a="x-2024:corrected")
    assert office.told()["a"] == "MADE x-2024.docx"
    assert other.told()["a"] == "SAME x-2025.docx"


def test_data_that_were_moved_are_the_same_job(office: Office, tmp_path: Path) -> None:
    office.write(a="x-01:one")
    office.run()
    office.data.rename(tmp_path / "moved")
    office.data = tmp_path / "moved"
    office.write(a="x-02:one")
    assert office.told() == {"a": "MADE x-02.docx"}
    assert office.reports() == {"x-02.docx": "oneoneoneone"}


def test_another_pattern_names_all_reports_anew(office: Office) -> None:
    office.write(a="x:one")
    office.run()
    office.calls()
    assert office.told(pattern="{ma}") == {"a": "SAME x.docx"}
    assert office.calls() == ["a"]


def test_a_report_open_in_word(office: Office) -> None:
    office.write(a="x:one", b="y:two")
    office.run()
    (office.results / "~$x.docx").touch()
    office.write(a="x:more", b="y:more")
    assert office.told() == {"a": "FAILED tep-dang-mo hang-loat-ban-cu", "b": "MADE y.docx"}
    (office.results / "~$x.docx").unlink()
    assert office.told() == {"a": "MADE x.docx", "b": "SAME y.docx"}


def test_a_folder_where_a_report_should_go(office: Office) -> None:
    office.write(a="x:one", b="y:two")
    (office.results / "x.docx").mkdir(parents=True)
    told = office.told()
    assert told["a"].startswith("FAILED")
    assert told["b"] == "MADE y.docx"


def test_a_folder_in_the_place_of_a_report_that_was_there(office: Office) -> None:
    office.write(a="x:one", b="y:two")
    office.run()
    (office.results / "x.docx").unlink()
    (office.results / "x.docx").mkdir()
    assert office.told() == {"a": "FAILED khong-ghi-duoc hang-loat-ban-cu", "b": "SAME y.docx"}


def test_an_old_name_in_use_stays_until_the_next_run(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    from baocao.batch.keeping import placing

    office.write(a="x:one", b="X:two")
    real = placing.put

    def locked(source: Path, target: Path, *, replacing: bool) -> None:
        if source.name == "x.docx":
            raise OutputError(finding("tep-dang-mo", tep=source))
        real(source, target, replacing=replacing)

    monkeypatch.setattr(placing, "put", locked)
    assert [item for item in office.run() if isinstance(item, Moved)] == []
    assert sorted(office.reports()) == [apart("X.docx", "../data/b"), "x.docx"]
    monkeypatch.undo()
    office.calls()
    office.run()
    assert office.calls() == []
    assert sorted(office.reports()) == [apart("X.docx", "../data/b"), apart("x.docx", "../data/a")]


def test_only_the_failed_ones_again(office: Office) -> None:
    from baocao.batch.keeping.locks import open_ledger

    office.write(a="x:one", b="fail:oops", c="fail:oops")
    office.run()
    office.write(b="y:two")
    with open_ledger(office.results) as ledger:
        again = ledger.wanting(office.jobs())
    office.calls()
    assert office.told(jobs=again) == {"b": "MADE y.docx", "c": "FAILED tep-khong-co"}
    with open_ledger(office.results) as ledger:
        assert [job.id for job in ledger.wanting(office.jobs())] == ["c"]
