"""Tables typed as text: columns set with "|", with tabs, or with wide blanks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from baocao.audit.document import Cell
from baocao.audit.reading.captions import unit_told
from baocao.audit.reading.table_rows import (
    counts_columns,
    has_figures,
    header_rows,
    headers_over,
    is_total,
    texts_of,
)
from baocao.audit.reading.text_marks import plain

_WIDE, _WIDER = (re.compile(rf"(?<=\S) {{{least},}}(?=\S)") for least in (2, 3))
"""Blanks between columns; a line set to the margin has two here and there, hardly three."""
_RULE = re.compile(r"[\s|:+=_-]+")
_ABOVE = 2
"""How many lines above a table may be its caption."""

CellText = tuple[str, Cell]


@dataclass(frozen=True, slots=True)
class _Square:
    columns: range
    text: str


def tables_in(lines: Sequence[str]) -> Iterator[tuple[int, tuple[CellText, ...]]]:
    """The lines that are rows of a table: the place of the line, and its cells; () for a drawn rule.

    lines: as typed, blank ones too.
    """
    number = 0
    for style, places in groupby(range(len(lines)), key=lambda at: _style(lines[at])):
        if style is None:
            continue
        for run in _runs(lines, list(places), style):
            held = [at for at in run if not _RULE.fullmatch(lines[at])]
            rows = [_row(style(lines[at])) for at in held]
            if _is_table(rows):
                number += 1
                yield from ((at, ()) for at in run if _RULE.fullmatch(lines[at]))
                above = [line for line in lines[max(run[0] - 2 * _ABOVE, 0) : run[0]] if line.strip()]
                yield from zip(held, _cells(rows, number, above[-_ABOVE:]), strict=True)


def _bars(line: str) -> list[str]:
    return line.strip().removeprefix("|").removesuffix("|").split("|")


def _tabs(line: str) -> list[str]:
    return line.strip("\n").split("\t")


def _blanks(line: str) -> list[str]:
    return _WIDE.split(line.strip())


def _style(line: str) -> Callable[[str], list[str]] | None:
    """How the columns of a line are set; None when it has none."""
    if "|" in line:
        return _bars
    if "\t" in line.strip():
        return _tabs
    return _blanks if _WIDE.search(line) else None


def _runs(lines: Sequence[str], places: list[int], style: Callable[[str], list[str]]) -> Iterator[list[int]]:
    """Lines that may be one table: of one style; those set with wide blanks have as many columns each."""
    if style is not _blanks:
        yield places
        return
    for _, found in groupby(places, key=lambda at: len(_blanks(lines[at]))):
        run = list(found)
        if 2 * sum(_WIDER.search(lines[at]) is not None for at in run) >= len(run):
            yield run


def _row(cells: list[str]) -> list[_Square]:
    return [_Square(range(at, at + 1), plain(cell).strip()) for at, cell in enumerate(cells, start=1)]


def _is_table(rows: list[list[_Square]]) -> bool:
    """Whether figures stand in a column of their own; a number in the first one only counts the rows."""
    return len(rows) > 1 and any(has_figures(row[1:]) for row in rows)


def _cells(rows: list[list[_Square]], number: int, above: Sequence[str]) -> Iterator[tuple[CellText, ...]]:
    amount = header_rows(rows)
    headers = headers_over([row for row in rows[:amount] if not counts_columns(row)])
    repeated = {texts_of(row) for row in rows[:amount]}
    unit = unit_told(above, [square.text for row in rows[:amount] for square in row])
    for row_number, row in enumerate(rows, start=1):
        below = row_number > amount and texts_of(row) not in repeated
        total = below and is_total(row)
        places = (
            Cell(number, row_number, at, headers.get(at, ()) if below else (), total, unit)
            for at in range(1, len(row) + 1)
        )
        yield tuple(zip((square.text for square in row), places, strict=True))
