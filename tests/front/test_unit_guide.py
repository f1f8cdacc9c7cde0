"""What docs/mau-rieng.md tells a clerk to do, done: every command, page of Word and file filled in."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

import baocao
from baocao.builder import build_template
from baocao.formats import load_format
from docx_reading import read_docx
from workplace_kit import Clerk, fill

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "mau-rieng.md").read_text(encoding="utf-8")
FENCED = re.compile(r"```([a-z+]+) ?(.*)\n((?:.*\n)*?)```")
NOTE = "¹"


@pytest.fixture
def clerk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Clerk:
    """A clerk at an empty folder."""
    monkeypatch.chdir(tmp_path)
    return Clerk(capsys)


def steps(page: str) -> Iterator[tuple[str, str, str]]:
    """The fenced blocks of a page: kind, file, text."""
    for found in FENCED.finditer(page):
        yield found[1], found[2], found[3]


def word_page(text: str) -> bytes:
    """A Word file with these paragraphs; "¹" is a footnote, whose text stands in the last line."""
    lines = [re.sub(r"^\{%p (?!include)", "{% ", line) for line in text.splitlines()]
    body = [line.replace(NOTE, "[^1]") for line in lines if not line.startswith(NOTE)]
    notes = [f"[^1]: {line.removeprefix(NOTE).strip()}" for line in lines if line.startswith(NOTE)]
    return build_template("\n\n".join([*body, *notes]), ("I.", "1.", "a)"), load_format())


def words(text: str) -> str:
    return " ".join(re.sub(r"\[\^\d+\]", "", text).split())


class Walk:
    """The page, done from top to bottom."""

    def __init__(self, clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
        self.clerk, self.monkeypatch, self.seen = clerk, monkeypatch, ""

    def do(self, page: str) -> None:
        """Do every step."""
        for kind, file, text in steps(page):
            if kind == "bash":
                for line in text.splitlines():
                    self.command(shlex.split(line))
            elif kind == "word":
                Path(file).write_bytes(word_page(text))
            elif kind == "yaml":
                fill(file, **dict(line.split(": ", 1) for line in text.splitlines()))
            elif kind == "yaml+":
                with Path(file).open("a", encoding="utf-8") as stream:
                    stream.write(text)
            else:
                assert kind == "text"
                self.expect(text)

    def command(self, line: list[str]) -> None:
        """A command line; what it prints and the report it makes are seen."""
        name, *rest = line
        if name == "cd":
            self.monkeypatch.chdir(rest[0])
            return
        assert name == "baocao"
        assert self.clerk.run(*rest) == 0, (line, self.clerk.err)
        assert "Nên xem lại" not in self.clerk.err, (line, self.clerk.err)
        self.seen = self.clerk.out
        for file in re.findall(r"Đã tạo (\S+\.docx) \(", self.clerk.out):
            self.seen += read_docx(Path(file).read_bytes()).text

    def expect(self, text: str) -> None:
        """Each line stands in what the last command printed or made."""
        for line in text.splitlines():
            assert words(line) in words(self.seen), line


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
