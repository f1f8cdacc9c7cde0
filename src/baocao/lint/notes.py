"""Footnotes of the template; headers and footers that a template with `extends` leaves behind."""

from __future__ import annotations

from collections.abc import Iterator

from baocao.errors import Finding, finding
from baocao.lint.word_file import WordFile, words_of
from baocao.template.ooxml_tree import w

_DRAWN = (w("drawing"), w("pict"), w("object"))


def note_findings(file: WordFile, *, is_base: bool) -> Iterator[Finding]:
    """Empty footnotes. is_base: whether the file's own package is printed, with its headers and footers."""
    sheet = file.sheets.get(file.notes)
    if sheet is not None:
        for note in sheet.root.iter(w("footnote")):
            if (
                note.get(w("type")) in (None, "normal")
                and not words_of(note).strip()
                and not any(note.iter(*_DRAWN))
            ):
                yield finding("chu-thich-rong", sheet.places.where(note))
    if not is_base:
        yield from _left_behind(file)


def _left_behind(file: WordFile) -> Iterator[Finding]:
    for name, sheet in file.sheets.items():
        if name.startswith(("word/header", "word/footer")):
            words = words_of(sheet.root).strip()
            if "{{" in words or "{%" in words:
                yield finding(
                    "khung-khong-mang", sheet.places.where(sheet.root, words[:60]), goi=file.extends
                )
