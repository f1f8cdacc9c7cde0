"""What making a form asks for, and what it finds by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from form_kit import cells, value_at

from workplace_kit import COMMITTEE, Clerk, fill

LAST_YEAR = "goi: cchc-nam\nky: 2025\nso_lieu: {tthc: {tiep_nhan: 1.000, da_giai_quyet: 900}}\n"


@pytest.fixture
def clerk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Clerk:
    """A clerk inside a new working folder whose profile says only the unit's name and level."""
    monkeypatch.chdir(tmp_path)
    clerk = Clerk(capsys)
    assert clerk.run("khoi-tao", "xa", "--ten", COMMITTEE, "--nam", "2026") == 0
    monkeypatch.chdir("xa")
    return clerk


def test_a_form_needs_no_signer(clerk: Clerk) -> None:
    assert clerk.codes("bieu", "tao", "--ky", "2026", "-o", "bieu.xlsx") == (0, [])
    code, told = clerk.codes("soat", "bieu.xlsx")
    assert code == 1
    assert told == ["thieu-muc", "thieu-bat-buoc", "thieu-bat-buoc"]


def test_a_form_needs_the_name_of_the_unit(clerk: Clerk) -> None:
    profile = Path("don-vi.yaml")
    profile.write_text(profile.read_text("utf-8").replace(f"ten: {COMMITTEE}", "ten:"), "utf-8")
    code, told = clerk.told("bieu", "tao", "--ky", "2026", "-o", "bieu.xlsx")
    assert code == 1
    assert [(item["ma"], item["vi_tri"]["key"]) for item in told] == [("thieu-muc", "ten")]


@pytest.mark.parametrize("target", ["so-lieu/2026.xlsx", "bieu.xlsx", "../gui-di/bieu-xa.xlsx"])
def test_last_years_file_is_found_by_itself(clerk: Clerk, target: str) -> None:
    Path("../gui-di").mkdir()
    Path("so-lieu/2025.yaml").write_text(LAST_YEAR, "utf-8")
    code, told = clerk.told("bieu", "tao", "--ky", "2026", "-o", target)
    assert code == 0
    assert [item["noi_dung"] for item in told] == [
        "Số kỳ trước (2025) trong biểu lấy ở tệp so-lieu/2025.yaml, máy tự tìm theo tên thư mục và tên tệp."
    ]
    assert value_at(cells(Path(target).read_bytes()), "tthc.tiep_nhan", "nam_truoc") == 1000


def test_two_files_of_last_year_are_told_and_none_is_taken(clerk: Clerk) -> None:
    Path("so-lieu/2025.yaml").write_text(LAST_YEAR, "utf-8")
    Path("so-lieu/2025.yml").write_text(LAST_YEAR, "utf-8")
    assert clerk.codes("bieu", "tao", "--ky", "2026", "-o", "b.xlsx") == (0, ["bieu-nam-truoc-hai-tep"])
    assert value_at(cells(Path("b.xlsx").read_bytes()), "tthc.tiep_nhan", "nam_truoc") is None


def test_the_folders_last_year_is_not_that_of_another_unit(clerk: Clerk) -> None:
    Path("so-lieu/2025.yaml").write_text(LAST_YEAR, "utf-8")
    other = Path("don-vi.yaml").read_text("utf-8").replace("Minh Họa", "Khác")
    Path("khac.yaml").write_text(other, "utf-8")
    options = ("--don-vi", "khac.yaml", "--ky", "2026", "-o", "khac.xlsx")
    assert clerk.codes("bieu", "tao", "cchc-nam", *options) == (0, [])


@pytest.mark.parametrize("words", [(), ("--ky", "26")])
def test_examples_of_periods_are_of_the_packs_kinds(clerk: Clerk, words: tuple[str, ...]) -> None:
    code, told = clerk.told("bieu", "tao", *words, "-o", "b.xlsx")
    assert code != 0
    assert [item["du_kien"]["vi_du"] for item in told] == ["2026"]


def test_examples_of_periods_are_of_the_units_own_pack(clerk: Clerk) -> None:
    own = Path("mau/cchc-nam")
    own.mkdir()
    (own / "goi.yaml").write_text("ky: [quy, 6_thang]\n", "utf-8")
    _, told = clerk.told("bieu", "tao", "cchc-nam", "--ky", "26", "-o", "b.xlsx")
    assert [item["du_kien"]["vi_du"] for item in told] == ['"quý I/2026", "6 tháng đầu năm 2026"']


def test_the_steps_after_starting_name_the_form(clerk: Clerk) -> None:
    fill("don-vi.yaml", ho_ten="Nguyễn Văn An")
    clerk.run("khoi-tao", ".", "--nam", "2026")
    step = next(line for line in clerk.out.splitlines() if "bieu tao" in line)
    command = step.partition("baocao ")[2].split()
    assert command == ["bieu", "tao", "--ky", "2026", "-o", "so-lieu/2026.xlsx"]
    assert clerk.run(*command) == 0
    assert clerk.run("soat") == 1
    assert clerk.out.startswith("Soát tệp số liệu mới nhất: so-lieu/2026.xlsx")
