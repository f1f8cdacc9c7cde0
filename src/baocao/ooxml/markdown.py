"""Texts in data: the Markdown subset of paragraphs, bullets and notes, read into frozen values.

A blank line parts paragraphs, a single line break is a space, `- ` and `+ ` begin bullets of the first and
second level, `[^name]: text` defines a note (lines that continue it are indented). Inline marks:
`baocao.ooxml.inlines`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from baocao.ooxml.inlines import Inline, Span, parse_inlines
from baocao.source.note_lines import DEFINITION, end_of_note

_BULLET = re.compile(r"([-+])[ \t]+(?=[^ \t])")
_ESCAPED_BULLET = re.compile(r"\\[-+][ \t]")
_BLANKS = " \t"


class BlockKind(StrEnum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    SUB_BULLET = "sub_bullet"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the text; a bullet's sign is not part of `inlines`."""

    kind: BlockKind
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """The definition of a footnote: one block a paragraph; none when nothing was written."""

    name: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class TextDoc:
    """A text as read. `notes` stand as defined, top to bottom; judging doubles is the caller's part."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()


def parse_text(source: str) -> TextDoc:
    """Read a text of the data. Never fails: what is no mark is text."""
    body, definitions = split_notes(to_lines(source))
    notes = tuple(Note(name, _note_blocks(lines)) for name, lines in definitions)
    return TextDoc(_blocks(body), notes)


def parse_note(source: str) -> tuple[Block, ...]:
    """Read the text of a footnote: paragraphs only; `- ` or `+ ` begins one and stays in its text."""
    return _note_blocks([line.strip(_BLANKS) for line in to_lines(source)])


def own_notes(source: str) -> dict[str, str]:
    """The footnotes that a text defines itself: sources by name; the first of a name counts."""
    if "]:" not in source:
        return {}
    _, definitions = split_notes(to_lines(source))
    return {name: "\n".join(lines).strip() for name, lines in reversed(definitions)}


def plain(source: str) -> str | None:
    """The text itself when it is one paragraph without bullets, looks and notes; else None."""
    doc = parse_text(source)
    if doc.notes or len(doc.blocks) > 1:
        return None
    if not doc.blocks:
        return ""
    block = doc.blocks[0]
    if block.kind is not BlockKind.PARAGRAPH or not all(_is_bare(item) for item in block.inlines):
        return None
    return text_of(block.inlines)


def text_of(inlines: Iterable[Inline]) -> str:
    """The words of a paragraph without looks and notes."""
    return "".join(item.text for item in inlines if isinstance(item, Span))


def to_lines(source: str) -> list[str]:
    """Lines of a text, whatever the line ends."""
    return source.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def split_notes(lines: list[str]) -> tuple[list[str], list[tuple[str, list[str]]]]:
    """Part the lines of the text from the note definitions (name, lines without their indent)."""
    body: list[str] = []
    notes: list[tuple[str, list[str]]] = []
    at = 0
    while at < len(lines):
        definition = DEFINITION.match(lines[at]) if lines[at].startswith("[^") else None
        at += 1
        if definition is None:
            body.append(lines[at - 1].strip(_BLANKS))
            continue
        end = end_of_note(lines, at)
        rest = [line.strip(_BLANKS) for line in lines[at:end]]
        notes.append((definition.group(1), [definition.group(2).strip(_BLANKS), *rest]))
        body.append("")
        at = end
    return body, notes


def _blocks(lines: list[str]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    pending: list[str] = []
    kind = BlockKind.PARAGRAPH
    for line in [*lines, ""]:
        bullet = _BULLET.match(line)
        if pending and (bullet or not line):
            blocks.append(Block(kind, parse_inlines(" ".join(pending))))
            pending.clear()
        if not line:
            continue
        if bullet:
            kind = BlockKind.BULLET if bullet.group(1) == "-" else BlockKind.SUB_BULLET
            line = line[bullet.end() :]
        elif not pending:
            kind = BlockKind.PARAGRAPH
        pending.append(line if bullet else without_line_escape(line))
    return tuple(blocks)


def without_line_escape(line: str) -> str:
    """Take the backslash off a line that begins with `\\- ` or `\\+ `."""
    return line[1:] if _ESCAPED_BULLET.match(line) else line


def _note_blocks(lines: list[str]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    pending: list[str] = []
    for line in [*lines, ""]:
        if pending and (not line or _BULLET.match(line)):
            blocks.append(Block(BlockKind.PARAGRAPH, parse_inlines(" ".join(pending))))
            pending.clear()
        if line:
            pending.append(without_line_escape(line))
    return tuple(blocks)


def _is_bare(item: Inline) -> bool:
    return isinstance(item, Span) and not (item.bold or item.italic or item.sub)
