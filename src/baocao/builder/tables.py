"""Pipe tables of noi-dung.md."""

from __future__ import annotations

import re
from collections.abc import Sequence

from baocao.builder.blocks import CellAlign, Row, Table
from baocao.builder.lines import Line
from baocao.errors import Finding, Where, finding
from baocao.ooxml.inlines import TAG, parse_inlines

_CELL = re.compile(r"(?:" + TAG + r"|\\.?|[^|\\])*")
_RULE = re.compile(r"(:?)(-+)(:?)")
_CONTROL = re.compile(r"\{%tr\s(?:(?!%\}).)*%\}")
_ALIGNS = {
    ("", ""): CellAlign.DEFAULT,
    (":", ""): CellAlign.LEFT,
    (":", ":"): CellAlign.CENTER,
    ("", ":"): CellAlign.RIGHT,
}


def read_table(lines: Sequence[Line], file: str) -> tuple[Table | None, list[Finding]]:
    """Read the lines of one table: header row, rule row, body. None (and a finding) without a rule row.

    The length of the rule under a column is its share of the width.
    """
    rules = [_RULE.fullmatch(cell) for cell in split_cells(lines[1].bare)] if len(lines) > 1 else []
    if not rules or not all(rules):
        return None, [finding("noi-dung-bang-thieu-dong-ke", _where(lines[0], file))]
    header = _row(lines[0])
    rows = tuple(_row(line) for line in lines[2:])
    count = len(header.cells)
    sizes = [(lines[0], header), *zip(lines[2:], rows, strict=True)]
    findings = [_wrong(line, len(row.cells), count, file) for line, row in sizes if _differs(row, count)]
    if len(rules) != count:
        findings.append(_wrong(lines[1], len(rules), count, file))
    aligns = tuple(_ALIGNS[rule.group(1), rule.group(3)] for rule in rules if rule)
    shares = tuple(len(rule.group()) for rule in rules if rule)
    return Table(header, aligns, shares, rows, lines[0].number), findings


def split_cells(text: str) -> list[str]:
    """The cells of a row; a `|` inside a tag or behind a backslash parts nothing."""
    inner = text.removeprefix("|")
    cells: list[str] = []
    position = 0
    while position <= len(inner):
        match = _CELL.match(inner, position)
        end = match.end() if match else position
        cells.append(inner[position:end].strip().replace("\\|", "|"))
        position = end + 1
    return cells[:-1] if len(cells) > 1 and not cells[-1] and inner.endswith("|") else cells


def _row(line: Line) -> Row:
    cells = split_cells(line.bare)
    filled = [cell for cell in cells if cell]
    if len(filled) == 1 and _CONTROL.fullmatch(filled[0]):
        return Row((), line.number, filled[0])
    return Row(tuple(parse_inlines(cell, template=True) for cell in cells), line.number)


def _differs(row: Row, count: int) -> bool:
    return not row.control and len(row.cells) != count


def _wrong(line: Line, cells: int, count: int, file: str) -> Finding:
    return finding("noi-dung-bang-sai-so-o", _where(line, file), so_o=cells, so_cot=count)


def _where(line: Line, file: str) -> Where:
    return Where(file=file, line=line.number, words=line.bare[:40])
