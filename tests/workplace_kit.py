"""A clerk in a working folder: run commands, fill in files, read what came out."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from baocao.cli import run

COMMITTEE = "Ủy ban nhân dân xã Minh Họa"


class Clerk:
    """Runs commands in a folder and keeps what the last one printed."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.out = self.err = ""

    def run(self, *words: str) -> int:
        """Run a command; gives its exit code."""
        code = run(words)
        self.out, self.err = self._capsys.readouterr()
        return code

    def told(self, *words: str) -> tuple[int, list[dict[str, Any]]]:
        """Exit code and findings of a command run with --json."""
        code = self.run(*words, "--json")
        return code, json.loads(self.out)["phat_hien"]

    def codes(self, *words: str) -> tuple[int, list[str]]:
        """Exit code and the codes of the findings."""
        code, findings = self.told(*words)
        return code, [item["ma"] for item in findings]


def fill(path: Path | str, **values: str) -> None:
    """Type values behind the first blank entry of each name in a YAML file."""
    file = Path(path)
    text = file.read_text(encoding="utf-8")
    for name, value in values.items():
        text, count = re.subn(
            rf"^(\s*{name}:)(?=\s*(#|$))",
            lambda found, typed=value: f"{found[1]} {typed}",
            text,
            count=1,
            flags=re.M,
        )
        assert count == 1, name
    file.write_text(text, encoding="utf-8")


_ENTRY = re.compile(r"(\s*)# ( *(?:[a-z_][\w-]*:|- ).*)")


def commented_blocks(text: str) -> list[range]:
    """Runs of lines that hold commented entries ("# ten: …", "#   - …"), as indexes of lines."""
    lines = text.splitlines()
    blocks: list[range] = []
    for number, line in enumerate(lines):
        if _ENTRY.fullmatch(line) and blocks and blocks[-1].stop == number:
            blocks[-1] = range(blocks[-1].start, number + 1)
        elif _ENTRY.fullmatch(line):
            blocks.append(range(number, number + 1))
    return blocks


def put_to_use(text: str, block: range) -> str:
    """The text with one block of commented entries taken into use."""
    lines = text.splitlines()
    for number in block:
        lines[number] = _ENTRY.sub(r"\1\2", lines[number])
    return "\n".join(lines) + "\n"


def files_in(folder: Path | str) -> list[str]:
    """The files of a folder and those below it, in order."""
    root = Path(folder)
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
