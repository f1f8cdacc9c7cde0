"""Footnotes of the template without words; those with tags are the compiler's matter."""

from __future__ import annotations

from collections.abc import Iterator

from baocao.errors import Finding, finding
from baocao.lint.word_file import WordFile, words_of
from baocao.template.ooxml_tree import Element, w

_DRAWN = (w("drawing"), w("pict"), w("object"))


def note_findings(file: WordFile) -> Iterator[Finding]:
    """Empty footnotes."""
    sheet = file.sheets.get(file.notes)
    if sheet is None:
        return
    for note in sheet.root.iter(w("footnote")):
        if note.get(w("type")) in (None, "normal") and _is_empty(note):
            yield finding("chu-thich-rong", sheet.places.where(note))


def _is_empty(note: Element) -> bool:
    return not words_of(note).strip() and next(note.iter(*_DRAWN), None) is None
