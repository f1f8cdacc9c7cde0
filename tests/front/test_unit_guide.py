"""What docs/mau-rieng.md tells a clerk to do, done: every command, page of Word and file filled in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import baocao
from docx_reading import read_docx
from guide_kit import Walk, word_page
from workplace_kit import Clerk

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "mau-rieng.md").read_text(encoding="utf-8")


def test_the_page_can_be_followed_from_top_to_bottom(clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    Walk(clerk, monkeypatch).do(PAGE)


def test_each_tag_prints_what_the_page_says(clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    first_section = PAGE.partition("## 2.")[0]
    Walk(clerk, monkeypatch).do(first_section)
    rows = re.findall(r"^\| `(\{[{%] .+?)` \| (.+) \|$", PAGE, re.MULTILINE)
    assert len(rows) == 9
    tags = [f"Thẻ: {tag}" for tag, _ in rows]
    page = "\n".join(['{%p extends "cchc-nam" %}', "{%p block ket_thuc %}", *tags, "{%p endblock %}"])
    Path("mau/cchc-nam").mkdir()
    Path("mau/cchc-nam/mau.docx").write_bytes(word_page(page.replace("\\|", "|")))
    report = baocao.make_report("so-lieu/2026.yaml")
    printed = [line[5:] for line in read_docx(report.to_bytes()).paragraphs if line.startswith("Thẻ: ")]
    assert printed == [result for _, result in rows]


def test_every_command_of_the_author_is_on_the_page() -> None:
    from baocao.cli.commands.mau import command as mau

    for name in mau.commands_in:
        assert name == "ds" or f"baocao mau {name}" in PAGE, name
