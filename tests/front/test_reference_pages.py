"""The reference pages of docs/ are printed from the code; here they are held to it."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from baocao.messages import catalogue

RUN = "run tools/make_reference.py"
ROOT = Path(__file__).resolve().parents[2]
TOOLS = ROOT / "tools"


@pytest.fixture(scope="module")
def tool() -> Iterator[ModuleType]:
    sys.path.insert(0, str(TOOLS))
    yield importlib.import_module("make_reference")
    sys.path.remove(str(TOOLS))


def written(*names: str) -> dict[str, str]:
    return {name: (ROOT / "docs" / name).read_text(encoding="utf-8") for name in names}


def test_the_pages_are_what_the_code_says(tool: ModuleType) -> None:
    pages = tool.pages()
    assert [name for name, text in written(*pages).items() if text != pages[name]] == [], RUN


def test_the_pages_of_the_packs_are_what_the_packs_say(tool: ModuleType) -> None:
    pages = tool.pack_pages()
    assert [name for name, text in written(*pages).items() if text != pages[name]] == [], RUN
    listed = {f"tra-cuu/{path.name}" for path in (ROOT / "docs" / "tra-cuu").glob("truong-*.md")}
    assert {name for name in pages if "truong-" in name} == listed, RUN


def test_every_option_says_what_it_is_for(tool: ModuleType) -> None:
    rows = re.findall(r"^\| `(-[^`]+)` \| (.*) \|$", tool.pages()["tra-cuu/lenh.md"], re.MULTILINE)
    assert len(rows) > 60
    assert [name for name, text in rows if not text.endswith((".", ")"))] == []


def test_what_a_clerk_copies_from_a_sentence_has_the_braces_of_the_screen(tool: ModuleType) -> None:
    """Places that a finding fills are printed by their names; all else as the program tells it."""

    class Names(dict[str, str]):
        def __missing__(self, name: str) -> str:
            return f"{{{name}}}"

    page = tool.pages()["loi-nhac.md"]
    sentences = [
        (item.code, sentence.format_map(Names()))
        for item in catalogue().values()
        for sentence in (item.text, item.remedy, item.why, item.in_cell, item.in_words)
    ]
    assert [code for code, told in sentences if told not in page] == []
    assert "{{{{" not in page
    assert not re.search(r"@\w+ \{\{", page)


def test_every_message_has_a_sentence_and_a_remedy() -> None:
    assert [code for code, item in catalogue().items() if not (item.text and item.remedy)] == []
