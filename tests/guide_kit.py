"""A page of docs/ done from top to bottom: commands are run, files filled in, what is shown is expected."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from baocao.builder import build_template
from baocao.formats import load_format
from docx_reading import read_docx
from workplace_kit import Clerk, fill

FENCED = re.compile(r"```([a-z+]+) ?(.*)\n((?:.*\n)*?)```")
NOTE = "¹"


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
    """A text without marks of notes and without breaks of lines."""
    return " ".join(re.sub(r"\[\^\d+\]", "", text).split())


def add_words(file: Path, text: str) -> None:
    """Put text into a file of words, in front of the block that ends the report; an appendix at its end."""
    own = file.read_text(encoding="utf-8")
    end = len(own) if text.startswith(("@phu_luc", "# Phụ lục")) else own.index("{% block ket_thuc %}")
    file.write_text(f"{own[:end]}\n{text}\n{own[end:]}", encoding="utf-8")


class Walk:
    """The page, done from top to bottom."""

    def __init__(self, clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
        self.clerk, self.monkeypatch, self.seen = clerk, monkeypatch, ""

    def do(self, page: str) -> None:
        """Do every step."""
        for kind, file, text in steps(page):
            if kind == "bash":
                for line in text.splitlines():
                    self.command(shlex.split(line, comments=True))
            elif kind == "word":
                Path(file).write_bytes(word_page(text))
            elif kind == "yaml" and file:
                fill(file, **dict(line.split(": ", 1) for line in text.splitlines()))
            elif kind == "yaml+":
                with Path(file).open("a", encoding="utf-8") as stream:
                    stream.write(text)
            elif kind == "markdown" and file:
                Path(file).write_text(text, encoding="utf-8")
            elif kind == "markdown+":
                add_words(Path(file), text)
            elif kind == "text":
                self.expect(text)
            else:
                assert kind in ("yaml", "markdown"), kind

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
