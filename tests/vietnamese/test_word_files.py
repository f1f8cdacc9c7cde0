"""The program's own words are read the same by either loader of PyYAML."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import baocao
from baocao.vietnamese.word_files import words_of

SOURCE = Path(baocao.__file__).parent
FILES = sorted(file for room in ("audit", "vietnamese") for file in (SOURCE / room).rglob("*.yaml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_file_says_what_it_says_to_the_loader_in_python(file):
    assert words_of(file) == yaml.safe_load(file.read_text(encoding="utf-8"))


def test_a_build_without_libyaml_reads_too(tmp_path, monkeypatch):
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    (tmp_path / "a.yaml").write_text("chữ: [tỷ, tỉ]\n", encoding="utf-8")
    assert words_of(tmp_path / "a.yaml") == {"chữ": ["tỷ", "tỉ"]}
