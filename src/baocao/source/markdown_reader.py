"""A report as one text file: the entries of a data file on top, below them its words in Markdown.

The words become the figure `noi_dung`; what follows a heading "# Phụ lục" the list `phu_luc`, an entry for
each (`ten`, `noi_dung`); notes that are defined anywhere among the words serve them all (`chu_thich`). Every
value stands at its own line of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from baocao.errors import Finding, Severity, Where, finding
from baocao.source.front_matter import begins_with_entries, read_front_matter
from baocao.source.heading_names import parted_name
from baocao.source.note_lines import DEFINITION, end_of_note
from baocao.source.raw import Literal, RawValue, Reading

WORDS, APPENDICES, NOTES, FIGURES, PACK = "noi_dung", "phu_luc", "chu_thich", "so_lieu", "goi"
APPENDIX_NAME = "ten"
USUAL_PACK = "chung"
"""The pack of a file that names none."""

_LOOKED_AT = 4096
_APPENDIX = re.compile(
    r"#[ \t]+phụ[ \t]+lục(?:[ \t]+(?:\d{1,2}|[IVXLC]{1,6}))?[ \t]*(?:[:.–-][ \t]*(.*))?", re.IGNORECASE
)

_PART = re.compile(r"#[ \t]+\S")
_CLOSING = "./."
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str


def holds_entries(path: Path) -> bool:
    """Whether a file of words is a data file: entries stand on top. One that cannot be looked at is none."""
    try:
        if not path.is_file():  # a pipe would wait for somebody to write
            return False
        with path.open("rb") as file:
            head = file.read(_LOOKED_AT)
    except (OSError, ValueError):
        return False
    return begins_with_entries(head.decode("utf-8-sig", errors="replace").replace("\r", "\n"))


def read_markdown(text: str, file: str) -> Reading:
    """Read the text of a file called `file`; NFC is expected."""
    parted = read_front_matter(text, file)
    entries = parted.entries
    if entries.value.literal is not Literal.MAP:
        return entries
    lines = [_Line(parted.first + index, line) for index, line in enumerate(parted.lines)]
    body, notes, doubles = _part_notes(lines, file)
    tree = dict(entries.value.children)
    tree.setdefault(PACK, RawValue(USUAL_PACK, Where(file), Literal.TEXT))
    findings = [*entries.findings, *doubles]
    findings += _misplaced(body, file)
    _add(tree, FIGURES, dict(_words(body, file)), findings)
    _add(tree, NOTES, notes, findings)
    return Reading(replace(entries.value, value=tree), tuple(findings))


def _add(tree: dict[str, RawValue], name: str, values: dict[str, RawValue], found: list[Finding]) -> None:
    """Put what stands below among the entries on top; what both have is told."""
    given = tree.get(name)
    if not values or (given is not None and not given.blank and given.literal is not Literal.MAP):
        return
    known = {} if given is None else given.children
    for key, value in values.items():
        if key in known and not known[key].blank:
            found.append(finding("khoa-trung", value.where, khoa=key, lan_dau=known[key].where.spot))
    filled = {key: child for key, child in known.items() if not child.blank}
    where = next(iter(values.values())).where if given is None else given.where
    tree[name] = RawValue(values | filled, where, Literal.MAP)


def _part_notes(lines: Sequence[_Line], file: str) -> tuple[list[_Line], dict[str, RawValue], list[Finding]]:
    """The words with blank lines where notes are defined, and the notes."""
    texts = [line.text for line in lines]
    body, notes, doubles, at = list(lines), dict[str, RawValue](), list[Finding](), 0
    while at < len(lines):
        match = DEFINITION.match(texts[at]) if texts[at].startswith("[^") else None
        end = at + 1 if match is None else end_of_note(texts, at + 1)
        if match is not None:
            where = Where(file, lines[at].number)
            if match[1] in notes:
                first = notes[match[1]].where.spot
                doubles.append(finding("khoa-trung", where, khoa=f"[^{match[1]}]:", lan_dau=first))
            source = "\n".join([match[2], *(text.strip(" \t") for text in texts[at + 1 : end])]).strip()
            notes.setdefault(match[1], RawValue(source, where, Literal.TEXT))
            body[at:end] = [_Line(line.number, "") for line in lines[at:end]]
        at = end
    return body, notes, doubles


def _words(lines: Sequence[_Line], file: str) -> Iterator[tuple[str, RawValue]]:
    """`noi_dung`, and `phu_luc` when there is any."""
    starts = _starts(lines)
    body = lines[: starts[0]] if starts else lines
    if any(line.text.strip() for line in body):
        yield WORDS, _text(body, file)
    if starts:
        ends = [*starts[1:], len(lines)]
        items = [_appendix(lines[start:end], file) for start, end in zip(starts, ends, strict=True)]
        yield APPENDICES, RawValue(tuple(items), items[0].where, Literal.LIST)


def _misplaced(lines: Sequence[_Line], file: str) -> Iterator[Finding]:
    """An appendix that swallows the rest of the report: the words before it do not close, and behind it stand
    the words that do, or a part of the report.
    """
    starts = _starts(lines)
    if not starts or any(_closes(line) for line in lines[: starts[0]]):
        return
    below = [line for index, line in enumerate(lines) if index > starts[0] and index not in starts]
    closing = next((line for line in below if _closes(line)), None)
    own = _with_own_parts(lines, starts)
    part = next(
        (line for line in below if _PART.match(line.text) and (closing or line.number not in own)), None
    )
    if found := part or closing:
        last = max((index for index in starts if lines[index].number < found.number), default=starts[0])
        where, shown = Where(file, lines[last].number), found.text.strip()[:_SHOWN]
        severity = None if closing else Severity.WARNING
        yield finding("bai-phu-luc-giua", where, severity=severity, chu=shown, dong=found.number)


def _with_own_parts(lines: Sequence[_Line], starts: Sequence[int]) -> set[int]:
    """The numbers of the lines of appendices whose first words are a heading."""
    own = set[int]()
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        first = next((line for line in lines[start + 1 : end] if line.text.strip()), None)
        if first is not None and _PART.match(first.text):
            own.update(line.number for line in lines[start:end])
    return own


def _closes(line: _Line) -> bool:
    return line.text.rstrip().endswith(_CLOSING)


def _starts(lines: Sequence[_Line]) -> list[int]:
    """The places of the lines that begin an appendix."""
    return [index for index, line in enumerate(lines) if _appendix_head(line)]


def _appendix_head(line: _Line) -> tuple[str, str] | None:
    """The title of the appendix that a line begins, and the name it is called by; None for another line."""
    words, name = parted_name(line.text.strip())
    match = _APPENDIX.fullmatch(words)
    return ((match[1] or "").strip(), name) if match else None


def _appendix(lines: Sequence[_Line], file: str) -> RawValue:
    """An appendix. The name it is called by goes before its words, as a heading that has no words itself."""
    title, name = _appendix_head(lines[0]) or ("", "")
    where = Where(file, lines[0].number)
    entries = {APPENDIX_NAME: RawValue(title or None, where, Literal.TEXT if title else Literal.NULL)}
    if any(line.text.strip() for line in lines[1:]):
        named = [_Line(lines[0].number, f"# {{#{name}}}")] if name else []
        entries[WORDS] = _text([*named, *lines[1:]], file)
    return RawValue(entries, where, Literal.MAP)


def _text(lines: Sequence[_Line], file: str) -> RawValue:
    """The lines as one value that begins at the first that says something."""
    first = next(index for index, line in enumerate(lines) if line.text.strip())
    words = "\n".join(line.text for line in lines[first:]).rstrip()
    return RawValue(words, Where(file, lines[first].number), Literal.TEXT)
