"""Benchmarks and tools run by hand: what they take from the package is there."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = sorted([*(ROOT / "benchmarks").glob("*.py"), *(ROOT / "tools").glob("*.py")])


def taken(script: Path) -> Iterator[tuple[str, str]]:
    """Module and name of everything that a script takes from the package."""
    for node in ast.walk(ast.parse(script.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.partition(".")[0] == "baocao":
            yield from ((node.module, item.name) for item in node.names)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_what_a_script_takes_from_the_package_is_there(script: Path) -> None:
    missing = [
        (module, name)
        for module, name in taken(script)
        if not hasattr(importlib.import_module(module), name) and find_spec(f"{module}.{name}") is None
    ]
    assert missing == []
