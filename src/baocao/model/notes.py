"""`chu_thich`: footnotes by name, and whether the texts that call them by `[^ten]` find them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from baocao.errors import Where
from baocao.intake.raw import Literal, RawValue
from baocao.model.faults import Faults
from baocao.model.form import Form
from baocao.model.places import in_text
from baocao.model.profile import Profile
from baocao.model.record import Value
from baocao.ooxml.inlines import NoteRef
from baocao.ooxml.markdown import Block, Note, parse_note, parse_text
from baocao.source.scalars import NOTE_NAME

Source = tuple[str, Where]
"""A Markdown text and where it stands."""


def read_notes(main: Form, faults: Faults) -> dict[str, str]:
    """Markdown sources of the named footnotes."""
    raw = main.get("chu_thich")
    if raw is None:
        return {}
    if raw.literal is not Literal.MAP:
        faults.add("phai-la-bang", main.at("chu_thich"), muc="chu_thich", vi_du="mo_hinh")
    return {name: _note(name, item, faults) for name, item in raw.children.items()}


def note_texts(main: Form) -> Iterator[Value]:
    """The named footnotes, each with its place."""
    raw = main.raw.children.get("chu_thich")
    for item in raw.children.values() if raw is not None else ():
        if item.text:
            yield Value(item.where, text=item.text)


def _note(name: str, raw: RawValue, faults: Faults) -> str:
    where = raw.where.but(key=f"chu_thich.{name}")
    if not NOTE_NAME.fullmatch(name) and not where.cell:  # a cell's name is judged where it is read
        faults.add("ten-muc-sai", where, ten=name)
    if raw.literal in (Literal.MAP, Literal.LIST):
        faults.add("sai-kieu-chu", where)
    elif raw.blank:
        faults.add("chu-thich-chua-viet", where, ten=name)
    elif list(_references(parse_note(raw.text))):
        faults.add("chu-thich-long", where, ten=name)
    return raw.text.strip("\n").rstrip()


def check_notes(main: Form, notes: Mapping[str, str], sources: Iterable[Source], faults: Faults) -> None:
    """Report references to notes that are not there, and notes that nothing calls."""
    used = {name for source in sources for name in _calls(source, notes, faults)}
    for name in notes:
        if name not in used:
            where = main.raw.children["chu_thich"].children[name].where.but(key=f"chu_thich.{name}")
            faults.add("chu-thich-thua", where, ten=name)


def _calls(source: Source, notes: Mapping[str, str], faults: Faults) -> Iterator[str]:
    """The names of notes a text calls that it does not define itself; its faults are reported."""
    text, where = source
    doc = parse_text(text)
    called = dict.fromkeys(_references(doc.blocks))
    _check_own(doc.notes, called, where, faults)
    own = {note.name for note in doc.notes}
    for name in called:
        if name not in notes and name not in own:
            line = text.count("\n", 0, text.find(f"[^{name}]"))
            hint = faults.guess(name, (*notes, *own))
            faults.add("chu-thich-thieu", in_text(where, text, line), ten=name, goi_y=hint)
        elif name not in own:
            yield name


def _check_own(own: Iterable[Note], called: Container[str], where: Where, faults: Faults) -> None:
    """Judge the notes a text defines itself (`[^ten]: ...`)."""
    seen: set[str] = set()
    for note in own:
        if note.name in seen:
            faults.add("khoa-trung", where, khoa=f"[^{note.name}]:", lan_dau=where.spot or "chỗ khác")
        elif not note.blocks:
            faults.add("chu-thich-chua-viet", where, ten=note.name)
        elif list(_references(note.blocks)):
            faults.add("chu-thich-long", where, ten=note.name)
        elif note.name not in called:
            faults.add("chu-thich-thua", where, ten=note.name)
        seen.add(note.name)


def extra_sources(profile: Profile | None) -> Iterator[Source]:
    """The unit's own texts (`them`) that may call a note."""
    for item in profile.texts.values() if profile is not None else ():
        if "[^" in item.raw.text:
            yield item.raw.text, item.raw.where.but(key=item.key)


def sources_of(values: Mapping[str, Value]) -> Iterator[Source]:
    """The texts among the values that may call a note, rows of lists included."""
    for value in values.values():
        if "[^" in value.text:
            yield value.text, value.where
        for row in value.records:
            yield from sources_of(row)


def _references(blocks: Iterable[Block]) -> Iterator[str]:
    return (item.name for block in blocks for item in block.inlines if isinstance(item, NoteRef))
