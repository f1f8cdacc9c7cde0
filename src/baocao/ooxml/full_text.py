"""Full texts of the data: what `markdown` reads, and headings, tables, numbered points and named figures.

`#` to `######` begin headings, lines that begin with `|` are tables, a line that begins with "1. " or "a) " a
paragraph of its own. `{name}` stands for a figure. Items keep their source and the line they begin at: what
is put for a name is put into a single item, so that no figure can change what the text is made of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from baocao.ooxml.markdown import to_lines
from baocao.ooxml.pipe_tables import PipeFault, PipeTable, read_pipe_table
from baocao.source.heading_names import parted_name
from baocao.source.note_lines import DEFINITION, end_of_note
from baocao.vietnamese.directions import SAME

_BLANKS = " \t"
_HEADING = re.compile(r"(#{1,6})[ \t]+(\S.*)")
_BULLET = re.compile(r"([-+])[ \t]+(?=[^ \t])")
_POINT = re.compile(r"(?:\d{1,2}|[a-zđ])[.)][ \t]")
_OPTIONS = re.compile(r"@bang(?:[ \t]+(\S.*))?")
_TYPED_NUMBER = re.compile(
    r"(?P<look>\*{0,3})(?:(?:Phần|Mục)[ \t]+)?"
    r"(?:[IVXLC]{1,6}(?:[.):/]|[ \t]*[-–](?=[ \t]))"
    r"|\d{1,2}(?:\.\d{1,2})*[.):/]|\d{1,2}(?:\.\d{1,2})+(?=[ \t])|[a-zđ][.)])[ \t\u00a0]+(?=\S)",
    re.IGNORECASE,
)
_LINE_ESCAPE = re.compile(r"\\(?=[#@|]|[-+][ \t])")
_FIGURE = re.compile(r"\\(.)|\{\{|\{[%#]|\{[ \t]*([^\W\d][\w. ]{0,80}?)[ \t]*\}", re.DOTALL)
_MOVED = re.compile(
    r"(?<!\\)\{[ \t]*(?P<figure>[^\W\d][\w.]*)\.huong[ \t]*\}"
    r"(?:[ \t\u00a0]*\(?\{[ \t]*(?P=figure)\.(?:ty_le_)?chenh_lech(?:\.so)?[ \t]*\}\)?)+"
)
_MARKS = re.compile(r"[\\*~\[\]^]")


class ItemKind(StrEnum):
    """What an item of a full text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    SUB_BULLET = "sub_bullet"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Item:
    """One heading, paragraph, bullet or table. text: its source; line: where it begins, from 0.

    level, name: of a heading, from 1, and the name that references lead to, as typed; a heading of no words
    names the appendix that the text is printed in. options: what stands
    behind `@bang` above a table, as typed. number: of a heading, typed by hand: it is not among its words.
    """

    kind: ItemKind
    text: str
    line: int
    level: int = 0
    table: PipeTable | None = None
    options: str = ""
    name: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class TableFault:
    """What keeps lines from being a table. line: of the text, from 0."""

    fault: PipeFault
    line: int


@dataclass(frozen=True, slots=True)
class FullText:
    """A text as read. A faulty table is printed as typed, a paragraph a line.

    loose: the lines of `@bang` without a table below, from 0.
    """

    items: tuple[Item, ...]
    faults: tuple[TableFault, ...] = ()
    loose: frozenset[int] = frozenset()


def read_full(source: str) -> FullText:
    """Read a full text. Never fails: what is no mark is text."""
    reader = _Reader()
    items = tuple(reader.items(_without_notes(to_lines(source))))
    return FullText(items, tuple(reader.faults), frozenset(reader.loose))


def text_lines(source: str) -> list[str]:
    """The lines of a text without blanks around them, blank ones where notes are defined."""
    return _without_notes(to_lines(source))


def is_heading(line: str) -> bool:
    """Whether a line is a heading."""
    return _HEADING.fullmatch(line) is not None


def is_options(line: str) -> bool:
    """Whether a line is the `@bang` of a table."""
    return _OPTIONS.fullmatch(line) is not None


def without_number(words: str) -> tuple[str, str]:
    """The words of a heading without the number typed in front ("I.", "1.1.", "a)"), and that number.

    A backslash in front keeps it.
    """
    if words.startswith("\\") and _TYPED_NUMBER.match(words, 1):
        return words[1:], ""
    typed = _TYPED_NUMBER.match(words)
    if typed is None:
        return words, ""
    return typed["look"] + words[typed.end() :], typed[0].removeprefix(typed["look"]).strip()


def figures_in(source: str) -> Iterator[tuple[str, int]]:
    """The names between braces, each with the line it stands in, from 0."""
    for match in _FIGURE.finditer(source):
        if match[2] is not None:
            yield match[2], source.count("\n", 0, match.start())


def with_figures(text: str, words_of: Callable[[str], str | None]) -> str:
    """An item's source with the words of each name in its place, free of marks; None leaves it as typed.

    Behind a figure that has not moved ("không thay đổi") no difference is printed.
    """

    def moved(match: re.Match[str]) -> str:
        direction = f"{match['figure']}.huong"
        return f"{{{direction}}}" if words_of(direction) == SAME else match[0]

    def words(match: re.Match[str]) -> str:
        if match[1] == "{":
            return "{"
        found = None if match[2] is None else words_of(match[2])
        return match[0] if found is None else _MARKS.sub(r"\\\g<0>", found)

    return _FIGURE.sub(words, _MOVED.sub(moved, text)) if "{" in text else text


def _without_notes(lines: Sequence[str]) -> list[str]:
    """The lines with blank ones where notes are defined."""
    body, at = [line.strip(_BLANKS) for line in lines], 0
    while at < len(lines):
        defined = lines[at].startswith("[^") and DEFINITION.match(lines[at])
        end = end_of_note(lines, at + 1) if defined else at + 1
        if defined:
            body[at:end] = [""] * (end - at)
        at = end
    return body


@dataclass
class _Reader:
    """pending: lines of the item being read, `begun` the first of them."""

    faults: list[TableFault] = field(default_factory=list)
    pending: list[str] = field(default_factory=list)
    begun: int = 0
    kind: ItemKind = ItemKind.PARAGRAPH
    options: tuple[str, int] | None = None
    loose: set[int] = field(default_factory=set)

    def items(self, lines: Sequence[str]) -> Iterator[Item]:
        """The items of a text without notes, top to bottom."""
        for number, line in enumerate([*lines, ""]):
            in_table = self.kind is ItemKind.TABLE and bool(self.pending)
            starts = self._start(line, number)
            if self.pending and (not line or starts is not None or in_table != line.startswith("|")):
                yield from self._flush()
            if starts is not None:
                yield from self._begin(starts, line, number)
            elif line:
                yield from self._go_on(line, number)

    def _start(self, line: str, number: int) -> ItemKind | None:
        """What a line begins by itself; None for one that may continue a paragraph."""
        if _HEADING.fullmatch(line):
            return ItemKind.HEADING
        if bullet := _BULLET.match(line):
            return ItemKind.BULLET if bullet[1] == "-" else ItemKind.SUB_BULLET
        if line.startswith("|"):
            return None if self.kind is ItemKind.TABLE and self.pending else ItemKind.TABLE
        if _OPTIONS.fullmatch(line) or _POINT.match(line):
            return ItemKind.PARAGRAPH
        return None

    def _begin(self, kind: ItemKind, line: str, number: int) -> Iterator[Item]:
        if heading := _HEADING.fullmatch(line):
            yield from self._drop_options()
            words, name = parted_name(heading[2])
            words, typed = without_number(words)
            yield Item(kind, words, number, level=len(heading[1]), name=name, number=typed)
        elif options := _OPTIONS.fullmatch(line):
            yield from self._drop_options()
            self.options = options[1] or "", number
        else:
            if kind is not ItemKind.TABLE:
                yield from self._drop_options()
            bullet = _BULLET.match(line)
            self.pending, self.begun, self.kind = [line[bullet.end() :] if bullet else line], number, kind

    def _go_on(self, line: str, number: int) -> Iterator[Item]:
        if not self.pending:
            yield from self._drop_options()
            self.begun, self.kind = number, ItemKind.PARAGRAPH
        in_table = self.kind is ItemKind.TABLE
        self.pending.append(line if in_table else _LINE_ESCAPE.sub("", line, count=1))

    def _flush(self) -> Iterator[Item]:
        lines, self.pending = self.pending, []
        kind, self.kind = self.kind, ItemKind.PARAGRAPH
        if kind is ItemKind.TABLE:
            yield from self._table(lines)
        else:
            yield Item(kind, " ".join(lines), self.begun)

    def _table(self, lines: Sequence[str]) -> Iterator[Item]:
        table, faults = read_pipe_table(lines)
        self.faults += (TableFault(fault, self.begun + fault.line) for fault in faults)
        if table is None:
            yield from self._drop_options(missing=False)
            for number, line in enumerate(lines, self.begun):
                yield Item(ItemKind.PARAGRAPH, line, number)
            return
        options, self.options = self.options, None
        yield Item(
            ItemKind.TABLE, "\n".join(lines), self.begun, table=table, options=options[0] if options else ""
        )

    def _drop_options(self, *, missing: bool = True) -> Iterator[Item]:
        """Options without a table below are text, as typed. missing: there is none, not a faulty one."""
        options, self.options = self.options, None
        if options is not None:
            self.loose |= {options[1]} if missing else set()
            yield Item(ItemKind.PARAGRAPH, f"@bang {options[0]}".rstrip(), options[1])
