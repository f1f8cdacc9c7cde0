"""Last year's file must be last year's, and of the same kind of report."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import baocao

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "tan-hong"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(SAMPLE, tmp_path, dirs_exist_ok=True)
    text = (tmp_path / "2023.yaml").read_text(encoding="utf-8")
    before, _, after = text.partition("nam_truoc:")
    after = after.partition("so_lieu:")[2]
    (tmp_path / "2023.yaml").write_text(f"{before}nam_truoc: 2022.yaml\n\nso_lieu:{after}", encoding="utf-8")
    return tmp_path


def codes_with(folder: Path, previous: str) -> list[tuple[str, str]]:
    (folder / "2022.yaml").write_text(previous, encoding="utf-8")
    found = baocao.check_data(folder / "2023.yaml")
    return [(item.code, item.where.key) for item in found if item.code.startswith("nam-truoc")]


FIGURES = "so_lieu:\n  chi_so:\n    diem: 78,06\n    hang: 10/12\n    hai_long_hang: 10/12\n"


def test_the_year_before_is_taken_without_a_word(folder: Path) -> None:
    assert codes_with(folder, "goi: cchc-nam\nky: {nam: 2022}\n" + FIGURES) == []
    assert codes_with(folder, FIGURES) == []


def test_a_file_of_another_year_or_pack_is_told(folder: Path) -> None:
    assert codes_with(folder, "ky: {nam: 2023}\n" + FIGURES) == [("nam-truoc-sai-nam", "nam_truoc")]
    assert codes_with(folder, "ky: 2021\n" + FIGURES) == [("nam-truoc-sai-nam", "nam_truoc")]
    assert codes_with(folder, "goi: khac\n" + FIGURES) == [("nam-truoc-sai-goi", "nam_truoc")]
