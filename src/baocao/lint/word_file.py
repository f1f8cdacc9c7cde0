"""A template as Word saved it: its parts as trees, each paragraph with its place. Read by every rule here.

The trees are for looking only; the compiler's passes get their own copies (`baocao.lint.reading`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from baocao.errors import Finding, PackError, Where
from baocao.ooxml.names import DOCUMENT, DOCUMENT_RELATIONSHIPS, STYLES, part_label
from baocao.ooxml.package import Skeleton
from baocao.template.compiled import LayerSource
from baocao.template.furniture import notes_part
from baocao.template.layers import extended_pack
from baocao.template.ooxml_tree import Element, own_descendants, parse, w
from baocao.template.places import Places, heading_levels
from baocao.template.spots import note_ranks, stamp, stamp_notes

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_STORIES = ("word/header", "word/footer", "word/endnotes", "docProps/core")
_SPACES = frozenset({w("br"), w("tab"), w("cr")})


@dataclass(frozen=True, slots=True)
class Sheet:
    """One part with paragraphs. name: of the part. root: as saved."""

    name: str
    root: Element
    where: Where
    places: Places

    def paragraphs(self) -> Iterator[Element]:
        """The paragraphs, without the copies Word keeps for its older versions (`mc:Fallback`)."""
        for paragraph in self.root.iter(w("p")):
            if next(paragraph.iterancestors(FALLBACK), None) is None:
                yield paragraph


@dataclass(slots=True)
class WordFile:
    """A template file taken apart. parts: bytes by name. extends: the pack it names, or "".

    findings: why parts could not be read. notes: name of the part of the notes, or "".
    """

    source: LayerSource
    parts: Mapping[str, bytes]
    levels: Mapping[str, int] = field(default_factory=dict)
    sheets: dict[str, Sheet] = field(default_factory=dict)
    extends: str = ""
    notes: str = ""
    findings: list[Finding] = field(default_factory=list)

    @property
    def where(self) -> Where:
        """The file."""
        return Where(file=self.source.name)

    @property
    def document(self) -> Sheet | None:
        """The body; None when it could not be read."""
        return self.sheets.get(DOCUMENT)

    def is_printed(self, part: str) -> bool:
        """Whether reports print the part, readable or not."""
        return part in (DOCUMENT, self.notes) or _is_story(part)

    def tree(self, part: str) -> Element:
        """A fresh tree of a part. Raises `PackError` when it is no XML."""
        return parse(self.parts[part], self.where_in(part))

    def where_in(self, part: str) -> Where:
        """A part as a whole; for a program, its beginning."""
        return self.where.but(part=part_label(part), anchor=f"{part}#0")


def open_word_file(source: LayerSource) -> WordFile:
    """Take a template file apart. Raises `PackError` when it is no Word package at all."""
    file = WordFile(source, Skeleton.read(source.data, source.name).parts())
    try:
        file.notes = notes_part(file.parts, file.where_in(DOCUMENT_RELATIONSHIPS))
    except PackError as fault:
        file.findings += fault.findings
    try:
        if STYLES in file.parts:
            file.levels = heading_levels(file.parts[STYLES], file.where_in(STYLES))
    except PackError as fault:
        file.findings += fault.findings
    for name in (DOCUMENT, *filter(_is_story, file.parts), file.notes):
        if name in file.parts:
            _add_sheet(file, name)
    if file.document is not None:
        file.extends = extended_pack(file.document.root)
    return file


def _is_story(name: str) -> bool:
    return name.startswith(_STORIES) and name.endswith(".xml")


def _add_sheet(file: WordFile, name: str) -> None:
    where = file.where.but(part=part_label(DOCUMENT if name == file.notes else name))
    try:
        root = file.tree(name)
    except PackError as fault:
        file.findings += fault.findings
        return
    if name == file.notes and file.document is not None:
        stamp_notes(root, name, note_ranks(file.document.root))
    else:
        stamp(root, name)
    file.sheets[name] = Sheet(name, root, where, Places(root, where, file.levels))


def texts_of(paragraph: Element) -> list[Element]:
    """The `w:t` of a paragraph, without those of text boxes in it."""
    return [item for item in own_descendants(paragraph) if item.tag == w("t")]


def words_of(element: Element) -> str:
    """Everything an element says, line breaks and tabs as spaces."""
    return "".join(
        (item.text or "") if item.tag == w("t") else " "
        for item in element.iter()
        if item.tag == w("t") or item.tag in _SPACES
    )


def window(text: str, start: int, end: int, length: int = 60) -> str:
    """The words around text[start:end], about `length` characters."""
    room = max(length - (end - start), 0) // 2
    left, right = max(start - room, 0), min(end + room, len(text))
    cut = text[left:right].strip()
    return ("…" if left else "") + cut[:140] + ("…" if right < len(text) else "")
