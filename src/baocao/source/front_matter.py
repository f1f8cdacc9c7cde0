"""A text file with entries on top: `---`, YAML, `---`, then words in Markdown, each with its line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from baocao.errors import Where, finding
from baocao.source.raw import Literal, RawValue, Reading, nothing
from baocao.source.yaml_reader import read_yaml

_MARK = re.compile(r"-{3}[ \t]*")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """entries: what stands between the two marks, with its lines in the file. lines: of the words below.

    first: the number of the first of them.
    """

    entries: Reading
    lines: tuple[str, ...] = ()
    first: int = 1


def begins_with_entries(text: str) -> bool:
    """Whether a text has the mark of entries in its first line that is not blank."""
    return _MARK.fullmatch(text.lstrip("\n \t").partition("\n")[0]) is not None


def read_front_matter(text: str, file: str) -> FrontMatter:
    """Part entries and words. Without both marks there are no entries, and a finding says so."""
    lines = text.split("\n")
    top = next((index for index, line in enumerate(lines) if line.strip()), 0)
    if not _MARK.fullmatch(lines[top]):
        return FrontMatter(nothing(file, finding("bai-thieu-dau", Where(file, top + 1), tep=file)))
    end = next((index for index in range(top + 1, len(lines)) if _MARK.fullmatch(lines[index])), 0)
    if not end:
        return FrontMatter(nothing(file, finding("bai-thieu-dong-dong", Where(file, top + 1), tep=file)))
    typed = "\n".join([""] * (top + 1) + lines[top + 1 : end])
    return FrontMatter(_entries(typed, file, end), tuple(lines[end + 1 :]), end + 2)


def _entries(typed: str, file: str, end: int) -> Reading:
    if not typed.strip():
        return Reading(RawValue({}, Where(file, end), Literal.MAP))
    reading = read_yaml(typed, file)
    if reading.readable or reading.findings:
        return reading
    return Reading(RawValue({}, Where(file, end), Literal.MAP))
