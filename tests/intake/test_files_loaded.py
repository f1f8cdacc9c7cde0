"""What was read for a record, and with which content; texts that are read again and again."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from baocao.intake.reader import read
from baocao.packs.finder import builtin_folder
from baocao.source.files import Trees, files_loaded, read_tree

PROFILE = "ten: Ủy ban nhân dân tỉnh Ví Dụ\ncap: tinh\n"
DATA = "goi: cchc-nam\ndon_vi: don-vi.yaml\nky: 2025\nnam_truoc: cu.yaml\nso_lieu: {tthc: {ky_truoc: 1}}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "don-vi.yaml").write_text(PROFILE, "utf-8")
    (tmp_path / "2025.yaml").write_text(DATA, "utf-8")
    (tmp_path / "2024.yaml").write_text(DATA.replace("2025", "2024"), "utf-8")
    return tmp_path


def sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_every_file_is_there_with_its_digest_also_the_one_that_is_missing(folder: Path) -> None:
    with files_loaded() as seen:
        read(folder / "2025.yaml")
    files = (folder / "2025.yaml", folder / "don-vi.yaml", builtin_folder() / "cchc-nam" / "goi.yaml")
    assert seen == {str(file): sha(file) for file in files} | {str(folder / "cu.yaml"): ""}


def test_figures_found_beside_the_file_count_as_well(folder: Path) -> None:
    (folder / "2025.yaml").write_text(DATA.replace("nam_truoc: cu.yaml\n", ""), "utf-8")
    with files_loaded() as seen:
        assert read(folder / "2025.yaml").previous is not None
    assert str(folder / "2024.yaml") in seen


def test_nothing_is_noted_afterwards_or_by_those_outside(folder: Path) -> None:
    with files_loaded() as outer:
        read_tree(folder / "don-vi.yaml")
        with files_loaded() as inner:
            read_tree(folder / "2025.yaml")
        read_tree(folder / "2024.yaml")
    read_tree(folder / "khac.yaml")
    assert [Path(name).name for name in outer] == ["don-vi.yaml", "2024.yaml"]
    assert [Path(name).name for name in inner] == ["2025.yaml"]


def test_a_text_is_taken_apart_again_only_when_it_has_changed(folder: Path) -> None:
    trees, path = Trees(), folder / "don-vi.yaml"
    with files_loaded(trees):
        first, again = read_tree(path), read_tree(path)
        path.write_text(PROFILE.replace("Ví Dụ", "Khác"), "utf-8")
        changed = read_tree(path)
    assert first is again
    assert changed.value.children["ten"].text == "Ủy ban nhân dân tỉnh Khác"
    with files_loaded(trees):
        assert read_tree(path) is changed
    assert read_tree(path) is not changed


def test_few_texts_are_kept_and_those_in_use_stay(folder: Path) -> None:
    trees, path = Trees(), folder / "don-vi.yaml"
    with files_loaded(trees):
        first = read_tree(path)
        for number in range(100):
            other = folder / f"{number}.yaml"
            other.write_text(f"a: {number}\n", "utf-8")
            read_tree(other)
            assert read_tree(path) is first
        once = read_tree(folder / "0.yaml")
        assert read_tree(folder / "0.yaml") is once
    assert len(trees) == 16
