"""The pictures of docs/hinh show what there is now: screens by the letter, others by a mark of the words."""

from __future__ import annotations

import importlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from baocao.errors import DataError

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "docs" / "hinh"
RUN = "run tools/make_pictures.py"


@pytest.fixture(scope="module", autouse=True)
def _beside_the_tools() -> Iterator[None]:
    sys.path.insert(0, str(ROOT / "tools"))
    yield
    sys.path.remove(str(ROOT / "tools"))


def tool(name: str) -> ModuleType:
    return importlib.import_module(name)


def test_screens_are_what_the_commands_print() -> None:
    made = tool("screens").screens()
    assert [name for name, text in made.items() if (HERE / name).read_text(encoding="utf-8") != text] == [], (
        RUN
    )


def test_no_picture_lags_behind_what_it_shows(tmp_path: Path) -> None:
    shown = {picture.name: picture.mark for picture in tool("pictures").pictures(tmp_path)}
    kept = json.loads((HERE / "nguon.json").read_text(encoding="utf-8"))
    assert [name for name, mark in shown.items() if kept.get(name) != mark] == [], RUN
    assert set(kept) == set(shown), RUN


def test_a_pack_whose_sample_makes_no_report_stops_the_tool(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = tool("pictures")
    broken = tmp_path / "2025.yaml"
    broken.write_text("goi: cchc-nam\n", encoding="utf-8")
    monkeypatch.setattr(pictures, "sample_files", lambda: dict.fromkeys(pictures.pack_names(), (broken,)))
    with pytest.raises(DataError):
        list(pictures.pictures(tmp_path))


def test_every_picture_is_made_and_stands_on_a_page() -> None:
    made = {*json.loads((HERE / "nguon.json").read_text(encoding="utf-8")), *tool("screens").screens()}
    files = {path.name for path in HERE.iterdir()} - {"nguon.json"}
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    texts = "".join(page.read_text(encoding="utf-8") for page in pages)
    assert files == made
    assert made - set(re.findall(r"\]\((?:[\w./-]*/)?hinh/([\w.-]+)\)", texts)) == set()
