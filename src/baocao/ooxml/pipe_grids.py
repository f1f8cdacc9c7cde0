"""A pipe table as a Word table: merged cells, header rows that repeat, the row of column numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from baocao.formats import Length, Pt
from baocao.ooxml.paragraphs import styled_paragraph
from baocao.ooxml.pipe_tables import PipeCell, PipeRow, PipeTable
from baocao.ooxml.tables import Merge, cell, grid_table, parted, row
from baocao.ooxml.xml import text_runs

HEAD_STYLE, CELL_STYLE = "BangDau", "BangChu"
_KEEPS = "<w:keepNext/>"
_UNDO_BOLD = '<w:b w:val="0"/><w:bCs w:val="0"/><w:i/><w:iCs/>'

RunWriter = Callable[[str, str], str]
"""Given the text of a cell and run properties, its runs."""


@dataclass(frozen=True, slots=True)
class GridLook:
    """How a table looks. size: of its letters, in points; the style's when None. margin: left and right of
    the words in a cell. numbers: the row of column numbers below the header. repeats: header rows on each
    page. together: no page ends inside it, as far as it fits one. descr: alternative text.
    """

    size: Decimal | None = None
    margin: Length | None = None
    numbers: tuple[str, ...] = ()
    repeats: bool = True
    together: bool = False
    descr: str = ""

    @property
    def letters(self) -> str:
        """Run properties of every word in the table."""
        return (
            ""
            if self.size is None
            else f'<w:sz w:val="{self.size * 2:.0f}"/><w:szCs w:val="{self.size * 2:.0f}"/>'
        )


PLAIN = GridLook()


def pipe_grid(
    table: PipeTable,
    widths: Sequence[Length],
    runs: RunWriter,
    look: GridLook = PLAIN,
    control: Callable[[str], str] = str,
) -> str:
    """The `w:tbl` of a table. widths: of the columns. control: the paragraph of a tag that is a whole row."""
    writing = _Writing(table, widths, runs, look)
    rows = [writing.row(line, header=True) for line in table.header]
    if look.numbers:
        rows.append(writing.numbers())
    for line in table.rows:
        if line.control:
            rows.append(row((cell(control(line.control), Length(sum(widths)), span=len(widths)),)))
        else:
            rows.append(writing.row(line, header=False))
    return grid_table(widths, rows, descr=look.descr, margin=look.margin)


def shared_widths(total: Length, shares: Sequence[int | Decimal]) -> list[Length]:
    """`total` parted by `shares`, to the last twip."""
    return [Pt(width / 20) for width in parted(total.twips, shares, round)]


@dataclass(frozen=True, slots=True)
class _Writing:
    table: PipeTable
    widths: Sequence[Length]
    runs: RunWriter
    look: GridLook

    def row(self, line: PipeRow, *, header: bool) -> str:
        """The `w:tr` of a row of the header or of the body."""
        leads = self.look.together or (not header and _heads_a_group(line))
        leads = leads and line is not self.table.rows[-1]
        cells = (self._cell(item, header=header, leads=leads) for item in line.cells)
        return row(cells, header=header and self.look.repeats)

    def numbers(self) -> str:
        """The row of column numbers, in italics."""
        look = _UNDO_BOLD + self.look.letters
        keeps = _KEEPS if self.look.together else ""
        cells = (
            cell(styled_paragraph(HEAD_STYLE, text_runs(number, look), keeps), width, valign="center")
            for number, width in zip(self.look.numbers, self.widths, strict=True)
        )
        return row(cells, header=self.look.repeats)

    def _cell(self, item: PipeCell, *, header: bool, leads: bool) -> str:
        width = Length(sum(self.widths[item.column : item.column + item.across]))
        merge = Merge.GOES_ON if item.covered else Merge.START if item.down > 1 else None
        return cell(
            self._paragraph(item, header=header, leads=leads),
            width,
            span=item.across,
            merge=merge,
            valign="center" if header or merge is Merge.START else "",
        )

    def _paragraph(self, item: PipeCell, *, header: bool, leads: bool) -> str:
        """leads: of a row that stays on the page of the next one."""
        align = self.table.aligns[item.column]
        properties = _KEEPS if leads else ""
        if align and not header and item.across == 1:
            properties += f'<w:jc w:val="{align}"/>'
        letters = self.look.letters
        if letters:
            properties += f"<w:rPr>{letters}</w:rPr>"
        runs = "" if item.covered else self.runs(item.text, letters)
        return styled_paragraph(HEAD_STYLE if header else CELL_STYLE, runs, properties)


def _heads_a_group(line: PipeRow) -> bool:
    """Whether a row names the group below it: merged to its right edge, or all its words are bold."""
    words = [item.text for item in line.cells if item.text]
    bold = all(text.startswith("**") and text.endswith("**") for text in words)
    return line.cells[-1].across > 1 or (bold and bool(words))
