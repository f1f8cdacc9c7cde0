"""No pattern repeats a group possessively: Python before 3.11.5, Debian 12's, loses matches of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import baocao

_GROUP = re.compile(r"\)(?:[*+?]|\{+[0-9]*,?[0-9]*\}+)\+(?!\w)")
ROOMS = ("audit", "check", "vietnamese", "model", "mapping", "template", "ooxml", "source", "workbook")


@pytest.mark.parametrize("room", ROOMS)
def test_groups_are_atomic_instead(room: str) -> None:
    files = sorted((Path(baocao.__file__).parent / room).rglob("*.py"))
    lines = [
        line
        for file in files
        for line in file.read_text("utf-8").splitlines()
        if 'f"' in line or "re." in line
    ]
    assert files
    assert [line for line in lines if _GROUP.search(line) and "`" not in line] == []


@pytest.mark.parametrize("wrong", ["(?:a|b)*+", "(x)++", "(?:y){0,4}+", "(?:y){{1,3}}+"])
def test_the_search_finds_what_it_is_to_find(wrong: str) -> None:
    assert _GROUP.search(f"{wrong}(?!z)")
