"""What is wrong with a noi-dung.md once it is read: notes, heading levels, components, text lost."""

from __future__ import annotations

from collections.abc import Iterator

from baocao.builder.blocks import (
    Control,
    Directive,
    Heading,
    NoteSource,
    Paragraph,
    Source,
    Table,
    paragraphs_of,
)
from baocao.builder.components import COMPONENTS
from baocao.builder.references import references_in
from baocao.builder.sections import judge_sections, judge_titles
from baocao.builder.tables import TABLE_COMMAND
from baocao.errors import Finding, Where, finding
from baocao.ooxml.bookmarks import is_name
from baocao.ooxml.inlines import Inline, NoteRef, RichTag, Span
from baocao.packs.entry import guess


def judge(source: Source, file: str, depth: int, *, whole: bool = True) -> list[Finding]:
    """Every fault of a source, kind by kind. depth: number of heading levels the pack numbers. whole: not a
    fragment, whose references may lead to names of the template around it.
    """
    checks = (
        _notes(source, file),
        _headings(source, file, depth),
        _components(source, file),
        judge_sections(source, file),
        judge_titles(source, file),
        _lost(source, file),
        _names(source, file),
        _named_references(source, file, whole),
    )
    return [fault for check in checks for fault in check]


def _notes(source: Source, file: str) -> Iterator[Finding]:
    called: set[str] = set()
    for item in source.items:
        for line, inlines in paragraphs_of(item):
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
            names = ", ".join(f"@{name}" for name in (*COMPONENTS, TABLE_COMMAND))
            yield finding("noi-dung-lenh-la", where, ten=item.name, cac_ten=names)
            continue
        faults: list[Finding] = []
        COMPONENTS[item.name].options(item.given, item.name, faults)
        yield from faults
        if item.name in first and not COMPONENTS[item.name].many:
            yield finding("noi-dung-lenh-lap", where, ten=item.name, dong_dau=first[item.name])
        first.setdefault(item.name, item.line)


def _names(source: Source, file: str) -> Iterator[Finding]:
    """Names that Word would refuse, or that two things have: it takes ab and AB for the same."""
    first: dict[str, int] = {}
    for name, line in _named(source):
        where = Where(file=file, line=line)
        if not is_name(name):
            yield finding("noi-dung-ten-sai", where, ten=name)
        elif (known := name.lower()) in first:
            yield finding("noi-dung-ten-trung", where, ten=name, dong_dau=first[known])
        first.setdefault(name.lower(), line)


def _named(source: Source) -> Iterator[tuple[str, int]]:
    """The names of headings, tables and components, each with its line; what has none is left out."""
    for item in source.items:
        holder: object = item
        if isinstance(item, Directive):
            component = COMPONENTS.get(item.name)
            holder = component and component.options(item.given, item.name, [])
        elif isinstance(item, Table):
            holder = item.spec
        if name := getattr(holder, "name", ""):
            yield name, item.line


def _named_references(source: Source, file: str, whole: bool) -> Iterator[Finding]:
    """References to names that nothing has; where this is not the whole text, other files may have them."""
    includes = any(isinstance(item, Control) and item.statement == "include" for item in source.items)
    if not whole or includes or source.is_child:
        return
    names = {name for name, _ in _named(source)} | source.notes.keys()
    for line, inlines in _all_paragraphs(source):
        for name in references_in(inlines):
            if name not in names:
                where = Where(file=file, line=line, words=_words(inlines))
                yield finding("noi-dung-tham-chieu-la", where, ten=name, goi_y=guess(name, sorted(names)))


def _all_paragraphs(source: Source) -> Iterator[tuple[int, tuple[Inline, ...]]]:
    for item in source.items:
        yield from paragraphs_of(item)
    for note in source.notes.values():
        yield from ((item.line, item.inlines) for item in note.items if isinstance(item, Paragraph))


def _lost(source: Source, file: str) -> Iterator[Finding]:
    """In a template that begins with `extends`, text outside the blocks is never printed."""
    depth = 0
    for item in source.items if source.is_child else ():
        if isinstance(item, Control):
            depth += {"block": 1, "endblock": -1}.get(item.statement, 0)
        elif not isinstance(item, Directive) and depth <= 0:
            line, inlines = next(paragraphs_of(item), (item.line, ()))
            yield finding("noi-dung-ngoai-khoi", Where(file=file, line=line, words=_words(inlines)))


def _references(inlines: tuple[Inline, ...]) -> Iterator[str]:
    return (item.name for item in inlines if isinstance(item, NoteRef))


def _words(inlines: tuple[Inline, ...]) -> str:
    texts = (
        item.text if isinstance(item, Span) else item.source
        for item in inlines
        if isinstance(item, Span | RichTag)
    )
    return "".join(texts)[:40].strip()
