"""Pipe tables as pure reading: rows of `| a | b |`, a rule row `|---|:-:|`, cells that belong to others.

`^^` belongs to the cell above, `<<` to the cell on its left. Header rows stand above the rule row.
Used for templates (where a `|` inside a tag parts nothing and a tag may stand for a whole row) and for texts
of the data. Never raises: what is wrong comes as a `PipeFault`, told by the caller in its own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import takewhile

from baocao.ooxml.inlines import TAG

ABOVE, LEFT = "^^", "<<"
"""What a cell holds that belongs to the cell above, or to the cell on its left."""
MOST_COLUMNS = 63
"""As many columns as a table of Word may have."""
_TYPED_LEFT = "\\<<"
"""The two signs themselves; `\\^^` loses its backslash with the other inline marks."""

_TEMPLATE_CELL = re.compile(r"(?:" + TAG + r"|\\.?|[^|\\])*")
_TEXT_CELL = re.compile(r"(?:\\.?|[^|\\])*")
_RULE = re.compile(r"(:?)(-+)(:?)")
_CONTROL = re.compile(r"\{%tr\s(?:(?!%\}).)*%\}")


class CellAlign(StrEnum):
    """Alignment of a column, by the value of Word's `w:jc`; the default is the table style's own."""

    DEFAULT = ""
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


_ALIGNS = {
    ("", ""): CellAlign.DEFAULT,
    (":", ""): CellAlign.LEFT,
    (":", ":"): CellAlign.CENTER,
    ("", ":"): CellAlign.RIGHT,
}


@dataclass(frozen=True, slots=True)
class PipeCell:
    """A cell as it is printed. column: its first, from 0. across, down: columns and rows it covers from here.

    covered: it continues the cell above (`^^`), which has the text.
    """

    text: str
    column: int
    across: int = 1
    down: int = 1
    covered: bool = False


@dataclass(frozen=True, slots=True)
class PipeRow:
    """A row. line: index among the lines given. control: a tag that stands for the whole row, or ""."""

    cells: tuple[PipeCell, ...]
    line: int
    control: str = ""


@dataclass(frozen=True, slots=True)
class PipeTable:
    """A table: its header rows, and for each column the alignment and its share of the width (dashes)."""

    header: tuple[PipeRow, ...]
    aligns: tuple[CellAlign, ...]
    shares: tuple[int, ...]
    rows: tuple[PipeRow, ...]


class PipeFaultKind(StrEnum):
    """What can be wrong with a table."""

    NO_RULE = "no_rule"
    """No row of dashes below the header."""
    CELLS = "cells"
    """A row has more or fewer cells than the first."""
    NOTHING_ABOVE = "nothing_above"
    """`^^` in the first row of the header or of the body, or below a row that is a tag."""
    NOTHING_LEFT = "nothing_left"
    """`<<` in the first column."""
    WIDE = "wide"
    """More columns than Word takes in a table."""
    RAGGED = "ragged"
    """`^^` below a cell over several columns, and the columns below are not the same: no rectangle."""


@dataclass(frozen=True, slots=True)
class PipeFault:
    """A fault. line: index among the lines given. cells: in that row; columns: of the table; column: of the
    cell, from 1, where one cell is at fault.
    """

    kind: PipeFaultKind
    line: int
    cells: int = 0
    columns: int = 0
    column: int = 0


def read_pipe_table(
    lines: Sequence[str], *, template: bool = False
) -> tuple[PipeTable | None, list[PipeFault]]:
    """Read the lines of one table, each beginning with `|`. No table comes with a fault that leaves none.

    template: the cells hold tags. The first row of dashes below the first line parts header and body.
    """
    typed = [split_cells(line, template=template) for line in lines]
    at = next((index for index, cells in enumerate(typed) if index and _is_rule(cells)), 0)
    if not at:
        return None, [PipeFault(PipeFaultKind.NO_RULE, 0)]
    if len(typed[at]) > MOST_COLUMNS:
        return None, [PipeFault(PipeFaultKind.WIDE, at, len(typed[at]), MOST_COLUMNS)]
    reading = _Reading(template, len(typed[0]))
    header = tuple(reading.rows(typed[:at], 0))
    rows = tuple(reading.rows(typed[at + 1 :], at + 1))
    if len(typed[at]) != reading.columns:
        reading.fault(PipeFaultKind.CELLS, at, cells=len(typed[at]))
    if reading.faults:
        return None, sorted(reading.faults, key=lambda fault: fault.line)
    rules = [match for cell in typed[at] if (match := _RULE.fullmatch(cell))]
    aligns = tuple(_ALIGNS[rule.group(1), rule.group(3)] for rule in rules)
    return PipeTable(header, aligns, tuple(len(rule.group()) for rule in rules), rows), []


def split_cells(text: str, *, template: bool = False) -> list[str]:
    """The cells of a row; a `|` behind a backslash, or with `template` inside a tag, parts nothing."""
    pattern = _TEMPLATE_CELL if template else _TEXT_CELL
    inner = text.removeprefix("|")
    cells: list[str] = []
    position = 0
    while position <= len(inner):
        match = pattern.match(inner, position)
        end = match.end() if match else position
        cells.append(inner[position:end].strip().replace("\\|", "|"))
        position = end + 1
    return cells[:-1] if len(cells) > 1 and not cells[-1] and inner.endswith("|") else cells


def _is_rule(cells: Sequence[str]) -> bool:
    return all(_RULE.fullmatch(cell) for cell in cells)


@dataclass(slots=True)
class _Stretch:
    """Neighbouring cells of a row that are one."""

    text: str
    column: int
    across: int = 1


@dataclass(slots=True)
class _Row:
    """A row being read; without stretches when its number of cells is wrong or it is a tag."""

    stretches: list[_Stretch] = field(default_factory=list)
    control: str = ""


@dataclass
class _Reading:
    template: bool
    columns: int
    faults: list[PipeFault] = field(default_factory=list)

    def fault(self, kind: PipeFaultKind, line: int, *, cells: int = 0, column: int = 0) -> None:
        """Write down what keeps a line from being a row of this table."""
        self.faults.append(PipeFault(kind, line, cells, self.columns, column))

    def rows(self, typed: Sequence[Sequence[str]], first: int) -> Iterator[PipeRow]:
        """The rows of the header or of the body, whose first line has the index `first`."""
        read: list[_Row] = []
        for line, cells in enumerate(typed, first):
            above = read[-1] if read and not read[-1].control else None
            read.append(self._row(cells, above, line))
        for index, row in enumerate(read):
            cells_of = (_cell(item, read[index + 1 :]) for item in row.stretches)
            yield PipeRow(tuple(cells_of), first + index, row.control)

    def _row(self, cells: Sequence[str], above: _Row | None, line: int) -> _Row:
        filled = [cell for cell in cells if cell]
        if self.template and len(filled) == 1 and _CONTROL.fullmatch(filled[0]):
            return _Row(control=filled[0])
        if len(cells) != self.columns:
            self.fault(PipeFaultKind.CELLS, line, cells=len(cells))
            return _Row()
        if cells[0] == LEFT:
            self.fault(PipeFaultKind.NOTHING_LEFT, line, column=1)
        row = _Row(_stretches(cells, {item.column for item in above.stretches} if above else set()))
        self._check_above(row, above, line)
        return row

    def _check_above(self, row: _Row, above: _Row | None, line: int) -> None:
        if above is not None and not above.stretches:
            return
        known = {(item.column, item.across) for item in above.stretches} if above else set()
        for item in row.stretches:
            if item.text == ABOVE and (item.column, item.across) not in known:
                kind = PipeFaultKind.RAGGED if above else PipeFaultKind.NOTHING_ABOVE
                self.fault(kind, line, column=item.column + 1)


def _stretches(cells: Sequence[str], begun_above: AbstractSet[int]) -> list[_Stretch]:
    """The cells of a row joined; `^^` beside `^^` is one cell where no other begins in the row above."""
    out: list[_Stretch] = []
    for column, text in enumerate(cells):
        goes_on = text == ABOVE and out and out[-1].text == ABOVE and column not in begun_above
        if out and (text == LEFT or goes_on):
            out[-1].across += 1
        else:
            out.append(_Stretch(text, column))
    return out


def _cell(item: _Stretch, below: Sequence[_Row]) -> PipeCell:
    def goes_on(row: _Row) -> bool:
        return any((each.column, each.text) == (item.column, ABOVE) for each in row.stretches)

    covered = item.text == ABOVE
    text = "" if covered else LEFT if item.text == _TYPED_LEFT else item.text
    return PipeCell(text, item.column, item.across, 1 + sum(1 for _ in takewhile(goes_on, below)), covered)
