"""Every "baocao ‹word›" that rules, messages and pages name as a command is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from baocao.cli import baocao
from baocao.cli.grammar import LazyGroup
from baocao.formats.rules import load_rules
from baocao.messages import catalogue

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
_COMMAND = r"baocao ([a-z][a-z-]*)(?!\w)(?: ([a-z][a-z-]*)(?![\w./<]))?"
_QUOTED = re.compile(rf"[`«]{_COMMAND}")
_TYPED = re.compile(rf"^(?:\$ )?{_COMMAND}", re.MULTILINE)
_BLOCK = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_MISTYPED = {"taoo"}
"""Shown on purpose, to say what a mistyped command gets."""


def unknown(text: str) -> Iterator[str]:
    """The commands that a text names and that do not exist."""
    typed = (found for block in _BLOCK.findall(text) for found in _TYPED.findall(block))
    for word, below in (*_QUOTED.findall(text), *typed):
        command = baocao.get_command(click.Context(baocao), word)
        if command is None and word not in _MISTYPED:
            yield f"baocao {word}"
        elif below and isinstance(command, LazyGroup) and below not in command.commands_in:
            yield f"baocao {word} {below}"


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_pages_name_commands_that_exist(page: Path) -> None:
    assert list(unknown(page.read_text(encoding="utf-8"))) == []


def test_rules_name_commands_that_exist() -> None:
    rules = load_rules("nd30-2020").values()
    texts = (text for rule in rules for text in (rule.reason, rule.mend, rule.why))
    assert [name for text in texts for name in unknown(text)] == []


def test_messages_name_commands_that_exist() -> None:
    assert [name for message in catalogue().values() for name in unknown(repr(message))] == []


def test_a_command_that_does_not_exist_is_seen() -> None:
    assert list(unknown("gõ `baocao kiem` rồi «baocao mau xoa»")) == ["baocao kiem", "baocao mau xoa"]
