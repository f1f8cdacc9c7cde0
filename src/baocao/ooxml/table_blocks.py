"""A table as it stands in a text: kept off it, with its caption and the line of its form and unit above."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from baocao.formats import Length
from baocao.ooxml.paragraphs import styled_paragraph
from baocao.ooxml.pipe_grids import GridLook, RunWriter, pipe_grid
from baocao.ooxml.pipe_tables import PipeTable

GAP = styled_paragraph("Ke", "", "<w:keepNext/>")
"""A tiny paragraph (about 10 pt) that keeps a table off the text above and stays with it."""
GAP_BELOW = styled_paragraph("Ke", "")
"""The same below a table."""
_LINE = '<w:keepNext/><w:jc w:val="right"/>'
_ITALIC = "<w:i/><w:iCs/>"


@dataclass(frozen=True, slots=True)
class TableBlock:
    """caption: its paragraph, or "". above: given run properties, the runs of the line right above the table;
    None for no line.
    """

    grid: PipeTable
    widths: Sequence[Length]
    look: GridLook
    caption: str = ""
    above: Callable[[str], str] | None = None

    def xml(self, runs: RunWriter, control: Callable[[str], str] = str) -> str:
        """The paragraphs and the table. runs, control: see `pipe_grid`."""
        line = ""
        if self.above is not None:
            line = styled_paragraph("BangChu", self.above(_ITALIC + self.look.letters), _LINE)
        table = pipe_grid(self.grid, self.widths, runs, self.look, control)
        return GAP + self.caption + line + table + GAP_BELOW


def column_numbers(columns: int) -> tuple[str, ...]:
    """The usual row below the header: (1) (2) (3) …"""
    return tuple(f"({number})" for number in range(1, columns + 1))
