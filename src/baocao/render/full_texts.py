"""Full texts of the data as block XML: headings in the numbering of the template, tables, figures by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import pairwise

from baocao.formats import Format, load_format
from baocao.model.table_options import TableOptions, judged_options
from baocao.ooxml.bookmarks import bookmark, is_name
from baocao.ooxml.captions import TABLE, caption
from baocao.ooxml.full_text import Item, ItemKind, read_full, with_figures
from baocao.ooxml.inlines import Inline, Span, parse_inlines
from baocao.ooxml.markdown import BlockKind, text_of
from baocao.ooxml.numbering import HeadingLevel, heading_levels
from baocao.ooxml.paragraphs import STYLES, CrossRefWriter, NoteWriter, runs_xml, styled_paragraph
from baocao.ooxml.pipe_grids import shared_widths
from baocao.ooxml.pipe_tables import PipeTable
from baocao.ooxml.table_blocks import TableBlock, column_numbers
from baocao.render.typed_texts import TypedFullText
from baocao.template import marks

WordsOf = Callable[[str], "str | None"]

_KINDS = {
    ItemKind.PARAGRAPH: BlockKind.PARAGRAPH,
    ItemKind.BULLET: BlockKind.BULLET,
    ItemKind.SUB_BULLET: BlockKind.SUB_BULLET,
}
_KEEPS = "<w:keepNext/>"


class FullTexts:
    """Writes full texts. words_of: the words of a name between braces. note_ref, cross_ref: see `runs_xml`.

    bookmarks: gives the number of each new bookmark.
    """

    def __init__(
        self,
        text: TypedFullText,
        words_of: WordsOf,
        note_ref: NoteWriter,
        cross_ref: CrossRefWriter,
        bookmarks: Iterator[int],
    ) -> None:
        self._layout, self._words_of = text.bo_cuc, words_of
        self._note_ref, self._cross_ref, self._bookmarks = note_ref, cross_ref, bookmarks

    def xml(self, source: str) -> str:
        """The paragraphs and tables of a source."""
        items = read_full(source).items
        pairs = pairwise((*items, None))
        return "".join(self._item(item, following) for item, following in pairs if item is not None)

    def runs(self, source: str, properties: str) -> str | None:
        """The runs of a text of one paragraph; None for any other."""
        items = read_full(source).items
        if len(items) > 1 or any(item.kind is not ItemKind.PARAGRAPH for item in items):
            return None
        return "".join(self._runs(self._inlines(item.text), properties) for item in items)

    def _inlines(self, source: str) -> tuple[Inline, ...]:
        return parse_inlines(with_figures(source, self._words_of))

    def _runs(self, inlines: Sequence[Inline], properties: str = "") -> str:
        return runs_xml(inlines, properties, self._note_ref, self._cross_ref)

    def _cell(self, source: str, properties: str) -> str:
        return self._runs(self._inlines(source), properties)

    def _item(self, item: Item, following: Item | None) -> str:
        if item.kind is ItemKind.HEADING:
            return self._heading(item)
        if item.table is not None:
            return self._table(item.table, judged_options(item.options))
        inlines = self._inlines(item.text)
        leads = text_of(inlines).rstrip().endswith(":") and following is not None and following.table is None
        keeps = _KEEPS if leads or text_of(inlines).rstrip().endswith("./.") else ""
        return styled_paragraph(STYLES[_KINDS[item.kind]], self._runs(inlines), keeps)

    def _heading(self, item: Item) -> str:
        if not item.text:
            return bookmark(self._bookmarks, item.name, "")
        number = self._layout.first + item.level - 1
        runs = self._runs(self._inlines(item.text))
        levels = _levels(self._layout.profile, self._layout.headings)
        if number > len(levels):
            return styled_paragraph(STYLES[BlockKind.PARAGRAPH], runs, _KEEPS)
        name = item.name if is_name(item.name) else ""
        named = bookmark(self._bookmarks, name, self._runs(_front(levels[number - 1])) + runs)
        return marks.mark(marks.HEADING, number) + styled_paragraph(f"Heading{number}", named)

    def _table(self, table: PipeTable, options: TableOptions) -> str:
        numbers = column_numbers(len(table.shares)) if options.numbered else ()
        title = self._inlines(options.title)
        look = replace(options.look, numbers=numbers, descr=options.about or text_of(title))
        widths = shared_widths(_format(self._layout.profile).page.text_width, table.shares)
        above = partial(self._runs, self._inlines(options.above)) if options.above else None
        return TableBlock(table, widths, look, self._caption(title, options.name), above).xml(self._cell)

    def _caption(self, title: Sequence[Inline], name: str) -> str:
        if not title:
            return ""
        shown = marks.mark(marks.COUNT, TABLE)
        return caption(self._bookmarks, TABLE, self._runs(title), name, shown=shown)


def _front(level: HeadingLevel) -> tuple[Inline, ...]:
    """What stands in front of the words of a heading whose number is text, or has a line of its own."""
    number = ""
    if level.form == "a)":
        number = marks.mark(marks.LETTER, level.level) + " "
    elif level.literal:
        number = f"Phần {marks.mark(marks.ORDINAL, level.level)}"
    front = number + ("\n" if level.own_line else "")
    return (Span(front),) if front else ()


@lru_cache(maxsize=8)
def _format(profile: str) -> Format:
    return load_format(profile)


@lru_cache(maxsize=32)
def _levels(profile: str, forms: tuple[str, ...]) -> tuple[HeadingLevel, ...]:
    return heading_levels(_format(profile), forms)
