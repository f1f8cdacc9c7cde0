"""What docs/soat-bao-cao.md shows is what the command says of the reference report; counts are left out."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from workplace_kit import Clerk

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "soat-bao-cao.md").read_text(encoding="utf-8")
SHOWN = [block for block in re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL) if "baocao" not in block]
ENTRY = re.compile(r"^ +[•→-] (.*(?:\n {4,}(?![•→-] ).*)*)", re.MULTILINE)


def test_every_remark_shown_is_printed(tmp_path, monkeypatch, capsys):
    shutil.copy(ROOT / "tests" / "audit" / "tan-hong-2023.txt", tmp_path / "114-BC-UBND.txt")
    monkeypatch.chdir(tmp_path)
    clerk = Clerk(capsys)
    assert clerk.run("soat", "114-BC-UBND.txt", "--ca-dung") == 1
    printed = {line.strip().lstrip("•→- ") for line in (clerk.out + clerk.err).splitlines()}
    shown = [" ".join(words.split()) for block in SHOWN for words in ENTRY.findall(block)]
    assert len(shown) == 9
    assert [words for words in shown if words not in printed] == []
