"""The items of noi-dung.md as WordprocessingML, with their footnotes numbered as they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from baocao.builder.blocks import Control, Directive, Heading, Item, NoteSource, Paragraph, Source, Table
from baocao.builder.components import COMPONENTS
from baocao.builder.kit import Kit, tag_paragraph
from baocao.builder.references import names_called
from baocao.builder.sections import turned_items
from baocao.formats import Format
from baocao.ooxml.bookmarks import bookmark
from baocao.ooxml.captions import TABLE, caption
from baocao.ooxml.inlines import Inline, Span, parse_inlines
from baocao.ooxml.markdown import text_of
from baocao.ooxml.numbering import HeadingLevel, heading_levels
from baocao.ooxml.paragraphs import FOOTNOTE_REF, FOOTNOTE_STYLE, STYLES, runs_xml, styled_paragraph
from baocao.ooxml.table_blocks import TableBlock
from baocao.ooxml.xml import text_runs

_LAST_TAGS = re.compile(r"(?:\{%[^%]*%\}\s*)+\Z")

PLACEHOLDERS = {"a)": "⟦a)⟧ ", "Phần thứ nhất": "Phần ⟦thứ⟧"}
"""What stands in front of a heading whose number is text; the renderer counts and fills it in last."""


@dataclass
class Writer:
    """Writes one template. `notes` fills with `w:footnote` elements, numbered from 1 as referred to."""

    source: Source
    fmt: Format
    forms: Sequence[str]
    notes: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.kit = Kit(self.fmt)
        self.levels = heading_levels(self.fmt, self.forms)
        self._called = names_called(self.source)

    def body(self) -> str:
        """Block XML of the whole document."""
        return "".join(self._item(item, turned) for item, turned in turned_items(self.source.items))

    def _item(self, item: Item, turned: bool) -> str:
        match item:
            case Heading():
                return self._heading(item)
            case Paragraph():
                keeps = "<w:keepNext/>" if _leads_on(item.inlines) else ""
                return styled_paragraph(STYLES[item.kind], self._runs(item.inlines), keeps)
            case Control():
                return self._control(item, "ThanBai")
            case Directive():
                component = COMPONENTS[item.name]
                return component.write(self.kit, component.options(item.given, item.name, []))
            case Table():
                return self._table(item, turned or item.spec.turned)

    def _runs(self, inlines: Sequence[Inline], look: str = "") -> str:
        return runs_xml(inlines, look, self._note)

    def _control(self, item: Control, style: str) -> str:
        """A statement is a small grey paragraph; `{{p x }}` has the style of the paragraphs it stands for."""
        return tag_paragraph(item.tag) if item.statement else styled_paragraph(style, text_runs(item.tag))

    def _heading(self, item: Heading) -> str:
        level = self.levels[item.level - 1]
        runs = self._runs(_numbered(level, item.inlines))
        return styled_paragraph(f"Heading{item.level}", bookmark(self.kit.bookmarks, item.name, runs))

    def _table(self, table: Table, turned: bool) -> str:
        spec, widths = table.spec, table.widths_on(self.fmt.page, turned=turned)
        title = ""
        if spec.title:
            title = caption(self.kit.bookmarks, TABLE, self._runs(spec.title), spec.name)
        above = partial(self._runs, spec.above) if spec.above else None
        return TableBlock(table.grid, widths, spec.look, title, above).xml(self._cell, tag_paragraph)

    def _cell(self, text: str, look: str) -> str:
        return self._runs(parse_inlines(text, template=True), look)

    def _note(self, name: str) -> str:
        number = len(self.notes) + 1
        self.notes.append(
            f'<w:footnote w:id="{number}">{self._note_body(self.source.notes[name])}</w:footnote>'
        )
        reference = (
            '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
            f'<w:footnoteReference w:id="{number}"/></w:r>'
        )
        named = name if name in self._called else ""
        self._called.discard(name)
        return bookmark(self.kit.bookmarks, named, reference)

    def _note_body(self, note: NoteSource) -> str:
        """Paragraphs of a note; the first that is not a statement carries the number."""
        lead = FOOTNOTE_REF + text_runs(" ")
        pieces: list[str] = []
        for item in note.items:
            if isinstance(item, Control):
                pieces.append(self._control(item, FOOTNOTE_STYLE))
            else:
                pieces.append(styled_paragraph(FOOTNOTE_STYLE, lead + self._runs(item.inlines)))
                lead = ""
        return "".join(pieces)


def _numbered(level: HeadingLevel, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The words of a heading with what its form puts in front: a placeholder, a line break, or nothing."""
    front = PLACEHOLDERS.get(level.form, "") + ("\n" if level.own_line else "")
    if (
        inlines
        and isinstance(inlines[0], Span)
        and not (inlines[0].bold or inlines[0].italic or inlines[0].sub)
    ):
        return (Span(front + inlines[0].text), *inlines[1:])
    return (Span(front), *inlines) if front else inlines


def _leads_on(inlines: Sequence[Inline]) -> bool:
    """Whether a paragraph must stay with what follows: the lead-in to a list, the closing of the report."""
    text = _LAST_TAGS.sub("", text_of(inlines)).rstrip()
    return text.endswith((":", "./."))
