"""Names that references lead to, as noi-dung.md gives and calls them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from baocao.builder.blocks import Paragraph, Source, paragraphs_of
from baocao.ooxml.bookmarks import is_name
from baocao.ooxml.inlines import CROSS_REF, Inline, Span
from baocao.packs.entry import Entry

_REFERENCE = re.compile(CROSS_REF)


def name_of(entry: Entry, key: str = "ten") -> str:
    """The name a component is given, "" without one; one that Word would refuse is told."""
    name = entry.text(key)
    if name and not is_name(name):
        entry.fault(entry.children[key], key, "một tên bắt đầu bằng chữ cái, chỉ gồm chữ, số và dấu _")
        return ""
    return name


def names_called(source: Source) -> set[str]:
    """The names that references in a text lead to."""
    texts = [inlines for item in source.items for _, inlines in paragraphs_of(item)]
    for note in source.notes.values():
        texts += (item.inlines for item in note.items if isinstance(item, Paragraph))
    return {name for inlines in texts for name in references_in(inlines)}


def references_in(inlines: Iterable[Inline]) -> Iterator[str]:
    """The names of the references in a paragraph of a template."""
    for item in inlines:
        if isinstance(item, Span):
            yield from (found[1] for found in _REFERENCE.finditer(item.text))
