"""noi-dung.md read into items and notes. Faults are gathered, not raised, so that all are seen at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from baocao.builder.blocks import Control, Directive, Heading, Item, NoteSource, Paragraph, Source, Table
from baocao.builder.judge import judge
from baocao.builder.lines import Line, control_tags, read_lines
from baocao.builder.tables import TABLE_COMMAND, read_table
from baocao.errors import Finding, Where, finding
from baocao.ooxml.inlines import NOTE_NAME, parse_inlines
from baocao.ooxml.markdown import BlockKind
from baocao.source.files import read_text
from baocao.source.note_lines import end_of_note
from baocao.source.raw import Literal, RawValue

_DEFINITION = re.compile(NOTE_NAME + r":[ \t]*(.*)")
_HEADING = re.compile(r"(#{1,6})[ \t]+(\S.*?)(?:[ \t]*\{#([^{}#]*)\})?")
_BULLET = re.compile(r"([-+])[ \t]+(\S.*)")
_DIRECTIVE = re.compile(r"@(\w+)(?:[ \t]*(\{.*\}))?")
_ESCAPED = re.compile(r"\\(?=[#@|]|[-+][ \t])")
_KINDS = {"-": BlockKind.BULLET, "+": BlockKind.SUB_BULLET}


def read_source(
    source: str, file: str, depth: int, passages: Mapping[str, str] | None = None, *, whole: bool = True
) -> tuple[Source, list[Finding]]:
    """Read a whole noi-dung.md. depth: number of heading levels the pack numbers (`danh_so`). passages: as of
    `read_lines`. whole: as of `judge`.
    """
    lines, findings = read_lines(source, file, passages)
    body, notes, doubles = _part_notes(lines, file)
    reader = _Reader(file)
    read = Source(tuple(reader.items(body)), {note.name: note for note in notes})
    return read, [*findings, *doubles, *reader.findings, *judge(read, file, depth, whole=whole)]


def _part_notes(lines: list[Line], file: str) -> tuple[list[Line], list[NoteSource], list[Finding]]:
    body: list[Line] = []
    notes: dict[str, NoteSource] = {}
    findings: list[Finding] = []
    texts = [line.text for line in lines]
    at = 0
    while at < len(lines):
        definition = _DEFINITION.fullmatch(texts[at])
        if definition is None:
            body.append(lines[at])
            at += 1
            continue
        end = end_of_note(texts, at + 1)
        first = Line(lines[at].number, definition.group(2))
        note = NoteSource(
            definition.group(1), tuple(_note_items([first, *lines[at + 1 : end]])), first.number
        )
        if earlier := notes.get(note.name):
            where = Where(file=file, line=note.line)
            findings.append(finding("noi-dung-chu-thich-trung", where, ten=note.name, dong_dau=earlier.line))
        notes.setdefault(note.name, note)
        body.append(Line(first.number, ""))
        at = end
    return body, list(notes.values()), findings


def _note_items(lines: Sequence[Line]) -> Iterator[Paragraph | Control]:
    """A note holds paragraphs and tags; `- ` and `+ ` begin a paragraph and stay in its text."""
    pending: list[Line] = []
    for line in [*lines, Line(0, "")]:
        tags = control_tags(line.bare) if line.bare else None
        if pending and (tags is not None or not line.bare or _BULLET.match(line.bare)):
            yield _paragraph(BlockKind.PARAGRAPH, pending)
            pending = []
        if tags is not None:
            yield from (Control(tag, line.number) for tag in tags)
        elif line.bare:
            pending.append(Line(line.number, _ESCAPED.sub("", line.bare, count=1)))


def _paragraph(kind: BlockKind, lines: Sequence[Line]) -> Paragraph:
    text = " ".join(line.bare for line in lines)
    return Paragraph(kind, parse_inlines(text, template=True), lines[0].number)


@dataclass
class _Reader:
    """Reads the lines of the body; `pending` are the lines of the paragraph or table being read."""

    file: str
    findings: list[Finding] = field(default_factory=list)
    pending: list[Line] = field(default_factory=list)
    kind: BlockKind = BlockKind.PARAGRAPH
    in_table: bool = False
    of_table: Directive | None = None
    """The `@bang` that waits for its table."""

    def items(self, lines: Sequence[Line]) -> Iterator[Item]:
        """The items of the body, top to bottom."""
        for line in lines:
            if self.in_table != line.bare.startswith("|") or not line.bare:
                yield from self._flush()
            if line.bare.startswith("|"):
                self.in_table = True
                self.pending.append(line)
            elif line.bare:
                self._lonely()
                yield from self._line(line)
        yield from self._flush()
        self._lonely()

    def _line(self, line: Line) -> Iterator[Item]:
        single = self._single(line)
        bullet = _BULLET.fullmatch(line.bare)
        if single is not None or bullet:
            yield from self._flush()
        if single is not None:
            yield from single
        elif bullet:
            self.kind = _KINDS[bullet.group(1)]
            self.pending.append(Line(line.number, bullet.group(2)))
        else:
            self.pending.append(Line(line.number, _ESCAPED.sub("", line.bare, count=1)))

    def _single(self, line: Line) -> list[Item] | None:
        """The items of a line that is no part of a paragraph; None when it is."""
        if (tags := control_tags(line.bare)) is not None:
            return [Control(tag, line.number) for tag in tags]
        if heading := _HEADING.fullmatch(line.bare):
            inlines = parse_inlines(heading.group(2), template=True)
            return [Heading(len(heading.group(1)), inlines, line.number, heading.group(3) or "")]
        if found := _DIRECTIVE.fullmatch(line.bare):
            directive = Directive(found.group(1), line.number, self._given(found.group(2), line))
            if directive.name != TABLE_COMMAND:
                return [directive]
            self.of_table = directive
            return []
        return None

    def _lonely(self) -> None:
        """Tell of a `@bang` without a table behind it."""
        if self.of_table is not None:
            where = Where(file=self.file, line=self.of_table.line)
            self.findings.append(finding("noi-dung-bang-khong-co", where))
            self.of_table = None

    def _given(self, typed: str | None, line: Line) -> RawValue | None:
        """What a component is given, read as YAML at its line."""
        if typed is None:
            return None
        read = read_text("\n" * (line.number - 1) + typed, self.file)
        self.findings += read.findings
        return read.value if read.readable else None

    def _flush(self) -> Iterator[Item]:
        lines, self.pending = self.pending, []
        kind, self.kind = self.kind, BlockKind.PARAGRAPH
        in_table, self.in_table = self.in_table, False
        if lines and in_table:
            yield from self._table(lines)
        elif lines:
            yield _paragraph(kind, lines)

    def _table(self, lines: Sequence[Line]) -> Iterator[Table]:
        command, self.of_table = self.of_table, None
        given = None if command is None else command.given or RawValue({}, Where(), Literal.MAP)
        table, findings = read_table(lines, self.file, given)
        self.findings += findings
        if table is not None:
            yield table
