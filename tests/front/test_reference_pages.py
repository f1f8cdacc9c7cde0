"""The reference pages of docs/ are printed from the code; here they are held to it."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def pages() -> dict[str, str]:
    spec = importlib.util.spec_from_file_location("make_reference", ROOT / "tools" / "make_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    made: dict[str, str] = module.pages()
    return made


@pytest.mark.parametrize("name", ["bo-loc.md", "loi-nhac.md"])
def test_the_page_is_what_the_code_says(name: str) -> None:
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == pages()[name], "run tools/make_reference.py"


def test_every_message_has_a_sentence_and_a_remedy() -> None:
    from baocao.messages import catalogue

    assert [code for code, item in catalogue().items() if not (item.text and item.remedy)] == []
