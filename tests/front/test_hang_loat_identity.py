"""One unit, one report: however the data are reached or corrected between two runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from hang_loat_kit import NAMES, data_of, ended, reports, rows, write_units

from baocao.cli import run

FIRST = "VD-001-an-vi-01.docx"


@pytest.fixture
def units(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder so-lieu/2025 with two communes, in the current folder."""
    monkeypatch.chdir(tmp_path)
    return write_units(Path("so-lieu/2025"), NAMES[:2])


def hang_loat(*words: str) -> int:
    return run(["hang-loat", *words])


def test_the_same_data_from_a_folder_above_are_the_same_units(units: Path) -> None:
    assert hang_loat("so-lieu/2025", "-o", "ra") == 0
    before = reports(Path("ra"))
    assert hang_loat("so-lieu", "-o", "ra") == 0
    assert reports(Path("ra")) == before
    assert ended(Path("ra")) == dict.fromkeys(NAMES[:2], "khong_doi")


def test_two_years_in_one_folder_are_both_known(units: Path) -> None:
    """A correction of last year's data makes last year's report anew."""
    last = Path("so-lieu/2024")
    last.mkdir()
    text = data_of("An Ví", 31).replace("2025", "2024")
    (last / "don-vi-1.yaml").write_text(text, "utf-8")
    assert hang_loat("so-lieu/2024", "-o", "ra") == 0
    assert hang_loat("so-lieu/2025", "-o", "ra") == 0
    (last / "don-vi-1.yaml").write_text(text.replace("1200", "1300"), "utf-8")
    assert hang_loat("so-lieu/2024", "-o", "ra") == 0
    assert ended(Path("ra")) == {"An Ví": "da_lam"}
    assert len(reports(Path("ra"))) == 3


@pytest.mark.parametrize("edited", [False, True])
def test_a_data_file_that_was_renamed_keeps_its_report(units: Path, edited: bool) -> None:
    assert hang_loat("so-lieu/2025", "-o", "ra") == 0
    if edited:
        (Path("ra") / FIRST).write_bytes(b"edited")
    before = reports(Path("ra"))
    (units / "don-vi-1.yaml").rename(units / "an-vi.yaml")
    for _ in range(2):
        assert hang_loat("so-lieu/2025", "-o", "ra") == 0
        assert reports(Path("ra")) == before
    assert ended(Path("ra"))["An Ví"] == ("giu_ban_sua" if edited else "khong_doi")


def test_a_renamed_file_with_another_number_leaves_no_second_report(units: Path) -> None:
    assert hang_loat("so-lieu/2025", "-o", "ra") == 0
    (units / "don-vi-1.yaml").unlink()
    (units / "an-vi.yaml").write_text(data_of("An Ví", 1).replace("{so: 1,", "{so: 7,"), "utf-8")
    assert hang_loat("so-lieu/2025", "-o", "ra") == 0
    assert sorted(reports(Path("ra"))) == ["VD-001-an-vi-07.docx", "VD-002-binh-vi-02.docx"]


def test_last_years_reports_stay_when_their_data_are_put_away(units: Path) -> None:
    last = write_units(Path("so-lieu/2024"), NAMES[:1])
    (last / "don-vi-1.yaml").write_text(data_of("An Ví", 31).replace("2025", "2024"), "utf-8")
    assert hang_loat("so-lieu/2024", "-o", "ra") == 0
    (old,) = reports(Path("ra"))
    (last / "don-vi-1.yaml").unlink()
    assert hang_loat("so-lieu/2025", "-o", "ra") == 0
    assert sorted(reports(Path("ra"))) == sorted([FIRST, "VD-002-binh-vi-02.docx", old])


def test_reports_of_units_that_are_no_more_are_told(units: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert hang_loat("so-lieu/2025", "-o", "ra") == 0
    (units / "don-vi-1.yaml").unlink()
    capsys.readouterr()
    assert hang_loat("so-lieu/2025", "-o", "ra") == 0
    assert f"còn 1 báo cáo của đơn vị không còn trong số liệu: {FIRST}" in capsys.readouterr().err
    assert FIRST in reports(Path("ra"))


def test_again_does_what_no_run_has_come_to(units: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert hang_loat("so-lieu/2025", "-o", "ra", "--phan", "1/2") == 0
    made = len(reports(Path("ra")))
    assert made < 2
    assert hang_loat("so-lieu/2025", "-o", "ra", "--lai") == 0
    assert len(reports(Path("ra"))) == 2
    assert len(rows(Path("ra"))) == 2
    (Path("ra") / FIRST).unlink()
    assert hang_loat("so-lieu/2025", "-o", "ra", "--lai") == 0
    assert FIRST in reports(Path("ra"))


def test_again_where_no_run_ever_was_is_refused(units: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert hang_loat("so-lieu/2025", "-o", "moi", "--lai") == 2
    assert "moi chưa có lần chạy nào" in capsys.readouterr().err
    assert not Path("moi").exists()


def test_what_was_kept_stays_in_the_table(units: Path) -> None:
    """Also in that of a later run which does not come to the unit, and though the file is not ours."""
    Path("ra").mkdir()
    (Path("ra") / FIRST).write_bytes(b"somebody's")
    assert hang_loat("so-lieu/2025", "-o", "ra") == 0
    assert ended(Path("ra"))["An Ví"] == "giu_ban_sua"
    assert hang_loat("so-lieu/2025", "-o", "ra", "--lai") == 0
    row = rows(Path("ra"))["An Ví"]
    assert (row["ket_qua"], row["tep"], row["lan_truoc"]) == ("giu_ban_sua", FIRST, True)
    assert [item["ma"] for item in row["phat_hien"]][-1] == "hang-loat-tep-la"
