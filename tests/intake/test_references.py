"""Names of files inside a data file: all of them, and as seen from another folder."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from baocao.intake.mapping import from_python
from baocao.intake.reader import read
from baocao.intake.references import file_entries, moved, seen_from
from workplace_kit import Clerk
from years_kit import of_year, workplace

DATA = {
    "don_vi": "don-vi.yaml",
    "nam_truoc": "2023.yaml",
    "cac_nam": {"2022": "cu/2022.xlsx", "2021": {"tthc.tiep_nhan": 5}, "2020": "/kho/2020.yaml"},
    "bang_tinh": {"tep": "bao-cao.xlsx", "trang": "Tổng hợp"},
}


def texts(data: dict[str, object]) -> dict[str, str]:
    entries = file_entries(from_python(data).value)
    return {".".join(path): raw.text for path, raw in entries.items()}


def test_every_entry_that_names_a_file() -> None:
    assert texts(DATA) == {
        "don_vi": "don-vi.yaml",
        "bang_tinh.tep": "bao-cao.xlsx",
        "nam_truoc": "2023.yaml",
        "cac_nam.2022": "cu/2022.xlsx",
        "cac_nam.2020": "/kho/2020.yaml",
    }
    assert texts({"don_vi": {"ten": "xã A", "cap_tren": "../tinh/don-vi.yaml"}}) == {
        "don_vi.cap_tren": "../tinh/don-vi.yaml"
    }


@pytest.mark.parametrize("data", [
    {"don_vi": "Ủy ban nhân dân xã A", "nam_truoc": "không", "cac_nam": "không"},
    {"nam_truoc": {"tthc.tiep_nhan": 5}, "don_vi": "", "bang_tinh": {}},
])  # fmt: skip
def test_what_is_no_name_of_a_file_stays(data: dict[str, object], tmp_path: Path) -> None:
    assert texts(data) == {}
    tree = from_python(data).value
    assert moved(tree, tmp_path, tmp_path / "c") == tree


def test_names_from_another_folder(tmp_path: Path) -> None:
    tree = moved(from_python(DATA).value, tmp_path / "a", tmp_path / "b" / "c")
    assert {".".join(path): raw.text for path, raw in file_entries(tree).items()} == {
        "don_vi": "../../a/don-vi.yaml",
        "bang_tinh.tep": "../../a/bao-cao.xlsx",
        "nam_truoc": "../../a/2023.yaml",
        "cac_nam.2022": "../../a/cu/2022.xlsx",
        "cac_nam.2020": "/kho/2020.yaml",
    }
    same = from_python({"nam_truoc": "./2023.yaml"}).value
    assert moved(same, tmp_path, tmp_path) == same


def test_another_drive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> str:
        raise ValueError("path is on mount 'C:', start on mount 'D:'")

    monkeypatch.setattr(os.path, "relpath", refuse)
    assert seen_from(tmp_path / "a.yaml", tmp_path / "c") == (tmp_path.resolve() / "a.yaml").as_posix()


@pytest.fixture
def clerk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Clerk:
    root = workplace(tmp_path / "xa")
    for year in (2023, 2024, 2025):
        (root / "so-lieu" / f"nam {year}.yaml").write_text(of_year(year), encoding="utf-8")
    named = "nam_truoc: nam 2024.yaml\ncac_nam: {2023: nam 2023.yaml}"
    (root / "so-lieu" / "2025.yaml").write_text(of_year(2025, more=named), encoding="utf-8")
    (root / "so-lieu" / "c").mkdir()
    monkeypatch.chdir(root / "so-lieu")
    return Clerk(capsys)


@pytest.mark.parametrize("name", ["c/2025.yaml", "c/2025.json"])
def test_a_data_file_written_elsewhere_finds_its_files(clerk: Clerk, name: str) -> None:
    assert clerk.run("bieu", "doc", "2025.yaml", "-o", name) == 0
    raw = read(name)
    assert sorted(raw.years) == [2023]
    assert raw.previous is not None
    assert clerk.run("soat", name) == 0


def test_a_form_written_elsewhere_finds_its_files(clerk: Clerk) -> None:
    assert clerk.run("bieu", "tao", "--so-lieu", "2025.yaml", "-o", "c/bieu.xlsx") == 0
    assert sorted(read("c/bieu.xlsx").years) == [2023]
    assert clerk.run("soat", "c/bieu.xlsx") == 0


def test_no_form_and_no_data_file_replaces_what_it_is_made_from(clerk: Clerk) -> None:
    assert clerk.run("bieu", "tao", "--so-lieu", "2025.yaml", "-o", "bieu.xlsx") == 0
    assert clerk.run("bieu", "tao", "--so-lieu", "nam 2024.yaml", "-o", "truoc.xlsx") == 0
    data = of_year(2025, more="nam_truoc: truoc.xlsx\ncac_nam: {2023: nam 2023.yaml}")
    Path("2025.yaml").write_text(data, encoding="utf-8")
    shutil.copy("bieu.xlsx", "ban-sao.yaml")
    before = {file: file.read_bytes() for file in (*Path().glob("*.*"), Path("../don-vi.yaml"))}
    for words in (
        ("tao", "--so-lieu", "bieu.xlsx", "-o", "bieu.xlsx"),
        ("tao", "--so-lieu", "2025.yaml", "-o", "truoc.xlsx"),
        ("tao", "tong-ket", "--ky", "2025", "--nam-truoc", "2025.yaml", "-o", "truoc.xlsx"),
        ("doc", "2025.yaml", "-o", "2025.yaml"),
        ("doc", "ban-sao.yaml", "-o", "ban-sao.yaml"),
        ("doc", "2025.yaml", "-o", "nam 2023.yaml"),
        ("doc", "bieu.xlsx", "-o", "../don-vi.yaml"),
    ):
        assert clerk.codes("bieu", *words, "--ghi-de") == (4, ["ghi-vao-dau-vao"]), words
    assert {file: file.read_bytes() for file in before} == before
