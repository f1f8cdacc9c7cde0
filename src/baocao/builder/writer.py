"""The items of noi-dung.md as WordprocessingML, with their footnotes numbered as they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from baocao.builder.blocks import Control, Directive, Heading, Item, NoteSource, Paragraph, Row, Source, Table
from baocao.builder.components import COMPONENTS
from baocao.builder.kit import GAP, Kit, tag_paragraph
from baocao.formats import Format, Length
from baocao.ooxml.inlines import Inline, Span
from baocao.ooxml.markdown import text_of
from baocao.ooxml.numbering import HeadingLevel, heading_levels
from baocao.ooxml.paragraphs import FOOTNOTE_REF, FOOTNOTE_STYLE, STYLES, runs_xml, styled_paragraph
from baocao.ooxml.tables import cell, grid_table, row
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

    def body(self) -> str:
        """Block XML of the whole document."""
        return "".join(map(self._item, self.source.items))

    def _item(self, item: Item) -> str:
        match item:
            case Heading():
                return self._heading(item)
            case Paragraph():
                keeps = "<w:keepNext/>" if _leads_on(item.inlines) else ""
                return styled_paragraph(STYLES[item.kind], self._runs(item.inlines), keeps)
            case Control():
                return self._control(item, "ThanBai")
            case Directive():
                return COMPONENTS[item.name](self.kit)
            case Table():
                return self._table(item)

    def _runs(self, inlines: Sequence[Inline]) -> str:
        return runs_xml(inlines, note_ref=self._note)

    def _control(self, item: Control, style: str) -> str:
        """A statement is a small grey paragraph; `{{p x }}` has the style of the paragraphs it stands for."""
        return tag_paragraph(item.tag) if item.statement else styled_paragraph(style, text_runs(item.tag))

    def _heading(self, item: Heading) -> str:
        level = self.levels[item.level - 1]
        return styled_paragraph(f"Heading{item.level}", self._runs(_numbered(level, item.inlines)))

    def _table(self, table: Table) -> str:
        widths = _widths(self.fmt.page.text_width, table.shares)
        rows = [self._row(table.header, table, widths, "BangDau")]
        rows += [self._row(line, table, widths, "BangChu") for line in table.rows]
        return GAP + grid_table(widths, rows)

    def _row(self, line: Row, table: Table, widths: Sequence[Length], style: str) -> str:
        if line.control:
            whole = cell(tag_paragraph(line.control), Length(sum(widths)), span=len(widths))
            return row((whole,))
        header = style == "BangDau"
        aligns = ["" if header or not align else f'<w:jc w:val="{align}"/>' for align in table.aligns]
        paragraphs = [
            styled_paragraph(style, self._runs(inlines), align)
            for inlines, align in zip(line.cells, aligns, strict=True)
        ]
        return row((cell(text, width) for text, width in zip(paragraphs, widths, strict=True)), header=header)

    def _note(self, name: str) -> str:
        number = len(self.notes) + 1
        self.notes.append(
            f'<w:footnote w:id="{number}">{self._note_body(self.source.notes[name])}</w:footnote>'
        )
        return (
            '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
            f'<w:footnoteReference w:id="{number}"/></w:r>'
        )

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


def _widths(total: Length, shares: Sequence[int]) -> list[Length]:
    """`total` parted by `shares`, to the last twip."""
    edges = [total.twips * sum(shares[:count]) // sum(shares) for count in range(len(shares) + 1)]
    return [Length((right - left) * 635) for left, right in pairwise(edges)]
