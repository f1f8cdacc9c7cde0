"""Lines of noi-dung.md: numbered, in NFC, a tag that runs over several lines put on one, the passages that
several packs share (`@doan mo-dau`) in the place of their names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from baocao.errors import Finding, Where, finding
from baocao.ooxml.inlines import TAG
from baocao.ooxml.markdown import to_lines

_OPENING = re.compile(r"\{\{|\{%|\{#(?![^{}#]*\}$)")
"""`{#name}` at the end of a line names a heading and opens nothing."""
_COMMAND = re.compile(r"[ \t]*@\w+[ \t]*\{")
_NO_BRACE = re.compile(TAG + r'|"(?:\\.|[^"\\])*"|\'[^\']*\'')
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}", "{": "}"}
_STATEMENT, _COMMENT = r"\{%(?:(?!%\}).)*%\}", r"\{#(?:(?!#\}).)*#\}"
_CONTROL_LINE = re.compile(rf"(?:(?:{_STATEMENT}|{_COMMENT})\s*)+")
_CONTROL_TAG = re.compile(rf"\{{%[-+]?(?:p\s)?(.*?)[-+]?%\}}|{_COMMENT}")
_PASSAGE = re.compile(r"@doan[ \t]+(\S+)(?:[ \t]+(.*))?")
"""The words behind the name go on where the passage ends."""
_PARAGRAPHS_TAG = re.compile(r"\{\{p\s(?:(?!\}\}).)*\}\}")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its number in the file, from 1. `text` still has its indent, no white space at the end."""

    number: int
    text: str

    @property
    def bare(self) -> str:
        """The line without its indent."""
        return self.text.strip(" \t")


def read_lines(
    source: str, file: str, passages: Mapping[str, str] | None = None
) -> tuple[list[Line], list[Finding]]:
    """The lines of a source text, and a finding for each tag that is not closed and each unknown passage.

    passages: texts by name. Their lines bear the number of the line that asks for them.
    """
    lines: list[Line] = []
    asked, findings = _with_passages(_numbered(source), passages or {}, file)
    numbered = iter(asked)
    for number, text in numbered:
        whole, fault = _whole(text, numbered)
        if fault:
            where = Where(file=file, line=number, words=text.strip()[:40])
            findings.append(finding("noi-dung-the-chua-dong", where, mo=fault, dong=_CLOSING[fault]))
        lines += [Line(number, piece.rstrip(" \t")) for piece in whole]
    return lines, findings


def _numbered(source: str) -> Iterator[tuple[int, str]]:
    return enumerate(to_lines(unicodedata.normalize("NFC", source.removeprefix("\ufeff"))), 1)


def _with_passages(
    numbered: Iterator[tuple[int, str]], passages: Mapping[str, str], file: str
) -> tuple[list[tuple[int, str]], list[Finding]]:
    lines: list[tuple[int, str]] = []
    findings: list[Finding] = []
    for number, text in numbered:
        asked = _PASSAGE.fullmatch(text.strip())
        if asked is None:
            lines.append((number, text))
        elif asked.group(1) in passages:
            passage = passages[asked.group(1)].rstrip() + (asked.group(2) or "")
            lines += [(number, line) for _, line in _numbered(passage)]
        else:
            where = Where(file=file, line=number)
            known = ", ".join(sorted(passages)) or "chưa có đoạn nào"
            findings.append(finding("noi-dung-doan-khong-co", where, ten=asked.group(1), co=known))
    return lines, findings


def _whole(text: str, following: Iterator[tuple[int, str]]) -> tuple[list[str], str]:
    """`text` with the lines that finish its last tag, or what a command is given; the opening sign when
    nothing finishes it.
    """
    while opening := open_tag(text) or _open_command(text):
        _, more = next(following, (0, None))
        if more is None or (opening != "{#" and not more.strip()):
            return [text, ""], opening
        text = f"{text} {more.strip()}"
    fault = nested_opening(text)
    return [text], fault


def open_tag(text: str) -> str:
    """The opening sign of the tag that `text` leaves open, or ""."""
    position = 0
    while match := _OPENING.search(text, position):
        end = text.find(_CLOSING[match.group()], match.end())
        if end < 0:
            return match.group()
        position = end + 2
    return ""


def _open_command(text: str) -> str:
    """ "{" when `text` is a command whose braces are still open, else ""."""
    bare = _NO_BRACE.sub("", text) if _COMMAND.match(text) else ""
    return "{" if bare.count("{") > bare.count("}") else ""


def nested_opening(text: str) -> str:
    """The opening sign of a tag in which another begins: its own end was forgotten. Otherwise ""."""
    for match in re.finditer(TAG, text, re.DOTALL):
        tag = match.group()
        if not tag.startswith("{#") and _OPENING.search(tag, 2):
            return tag[:2]
    return ""


def control_tags(text: str) -> list[str] | None:
    """Tags of a line that holds nothing else, as paragraph tags, without comments. None for other lines."""
    if _PARAGRAPHS_TAG.fullmatch(text):
        return [text]
    if not _CONTROL_LINE.fullmatch(text):
        return None
    statements = [match.group(1) for match in _CONTROL_TAG.finditer(text)]
    return [f"{{%p {statement.strip()} %}}" for statement in statements if statement is not None]
