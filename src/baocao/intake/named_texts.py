"""Texts that a data file takes from files of their own: `noi_dung: {tep: bai.md}`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from baocao.errors import DataError, Finding, Where, finding
from baocao.intake.profile import LONGEST_NAME, bad_name
from baocao.source.files import read_words
from baocao.source.front_matter import begins_with_entries, read_front_matter
from baocao.source.raw import Literal, RawValue, Reading

ENTRY = "tep"
_FIGURES = "so_lieu"
_SUFFIXES = (".md", ".txt")


def with_texts(main: Reading, folder: Path) -> Reading:
    """The data file with the words of the files that its texts name. folder: of the data file."""
    figures = main.value.children.get(_FIGURES)
    if figures is None:
        return main
    findings: list[Finding] = []
    filled = _filled(figures, folder, findings)
    if filled is figures:
        return main
    tree = replace(main.value, value={**main.value.children, _FIGURES: filled})
    return replace(main, value=tree, findings=(*main.findings, *findings))


def _filled(raw: RawValue, folder: Path, findings: list[Finding]) -> RawValue:
    """The same tree where nothing of it names a text."""
    if raw.literal is Literal.MAP:
        if raw.children.keys() == {ENTRY}:
            return _text(raw.children[ENTRY], folder, findings)
        below = {name: _filled(child, folder, findings) for name, child in raw.children.items()}
        same = all(below[name] is child for name, child in raw.children.items())
        return raw if same else replace(raw, value=below)
    if raw.literal is Literal.LIST:
        items = tuple(_filled(item, folder, findings) for item in raw.items)
        same = all(new is old for new, old in zip(items, raw.items, strict=True))
        return raw if same else replace(raw, value=items)
    return raw


def _text(named: RawValue, folder: Path, findings: list[Finding]) -> RawValue:
    name = named.text.strip()
    if not 0 < len(name) <= LONGEST_NAME or not name.lower().endswith(_SUFFIXES):
        findings.append(bad_name(named, ENTRY, "bai.md"))
        return RawValue(None, named.where, Literal.NULL)
    path = folder / name
    try:
        text, found = read_words(path, named.where)
    except DataError as fault:
        findings += fault.findings
        return RawValue(None, named.where, Literal.NULL)
    findings += found
    if not text.strip():
        findings.append(finding("tep-rong", named.where, tep=path))
    return _words(text, str(path))


def _words(text: str, file: str) -> RawValue:
    """The text of a file without blank lines around it, and without entries that stand on top."""
    lines, first = text.split("\n"), 1
    if begins_with_entries(text):
        parted = read_front_matter(text, file)
        lines, first = list(parted.lines), parted.first
    top = next((index for index, line in enumerate(lines) if line.strip()), 0)
    return RawValue("\n".join(lines[top:]).rstrip(), Where(file, first + top), Literal.TEXT)
