"""What is wrong with a noi-dung.md once it is read: notes, heading levels, components, text lost."""

from __future__ import annotations

from collections.abc import Iterator

from baocao.builder.blocks import Control, Directive, Heading, Item, NoteSource, Paragraph, Source, Table
from baocao.builder.components import COMPONENTS
from baocao.errors import Finding, Where, finding
from baocao.ooxml.inlines import Inline, NoteRef, Span


def judge(source: Source, file: str, depth: int) -> list[Finding]:
    """Every fault of a source, kind by kind. depth: number of heading levels the pack numbers."""
    checks = (
        _notes(source, file),
        _headings(source, file, depth),
        _components(source, file),
        _lost(source, file),
    )
    return [fault for check in checks for fault in check]


def _notes(source: Source, file: str) -> Iterator[Finding]:
    called: set[str] = set()
    for item in source.items:
        for line, inlines in _paragraphs(item):
            for name in _references(inlines):
                called.add(name)
                if name not in source.notes:
                    where = Where(file=file, line=line, words=_words(inlines))
                    yield finding("noi-dung-chu-thich-thieu", where, ten=name)
    for note in source.notes.values():
        yield from _note(note, note.name in called, file)


def _note(note: NoteSource, called: bool, file: str) -> Iterator[Finding]:
    where = Where(file=file, line=note.line)
    if not called:
        yield finding("noi-dung-chu-thich-thua", where, ten=note.name)
    if not note.items:
        yield finding("noi-dung-chu-thich-rong", where, ten=note.name)
    for item in note.items:
        if isinstance(item, Paragraph):
            for inner in _references(item.inlines):
                place = where.but(line=item.line)
                yield finding("noi-dung-chu-thich-long-nhau", place, ten=note.name, trong=inner)


def _headings(source: Source, file: str, depth: int) -> Iterator[Finding]:
    for item in source.items:
        if isinstance(item, Heading) and item.level > depth:
            where = Where(file=file, line=item.line, words=_words(item.inlines))
            yield finding("noi-dung-de-muc-qua-sau", where, cap=item.level, so_cap=depth)


def _components(source: Source, file: str) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for item in source.items:
        if not isinstance(item, Directive):
            continue
        where = Where(file=file, line=item.line)
        if item.name not in COMPONENTS:
            names = ", ".join(f"@{name}" for name in COMPONENTS)
            yield finding("noi-dung-lenh-la", where, ten=item.name, cac_ten=names)
        elif item.name in first:
            yield finding("noi-dung-lenh-lap", where, ten=item.name, dong_dau=first[item.name])
        first.setdefault(item.name, item.line)


def _lost(source: Source, file: str) -> Iterator[Finding]:
    """In a template that begins with `extends`, text outside the blocks is never printed."""
    depth = 0
    for item in source.items if source.is_child else ():
        if isinstance(item, Control):
            depth += {"block": 1, "endblock": -1}.get(item.statement, 0)
        elif not isinstance(item, Directive) and depth <= 0:
            line, inlines = next(_paragraphs(item), (item.line, ()))
            yield finding("noi-dung-ngoai-khoi", Where(file=file, line=line, words=_words(inlines)))


def _paragraphs(item: Item) -> Iterator[tuple[int, tuple[Inline, ...]]]:
    """Line number and inlines of each paragraph an item is made of."""
    if isinstance(item, Heading | Paragraph):
        yield item.line, item.inlines
    elif isinstance(item, Table):
        for row in (item.header, *item.rows):
            yield from ((row.line, cell) for cell in row.cells)


def _references(inlines: tuple[Inline, ...]) -> Iterator[str]:
    return (item.name for item in inlines if isinstance(item, NoteRef))


def _words(inlines: tuple[Inline, ...]) -> str:
    texts = (
        item.text if isinstance(item, Span) else item.source
        for item in inlines
        if not isinstance(item, NoteRef)
    )
    return "".join(texts)[:40].strip()
