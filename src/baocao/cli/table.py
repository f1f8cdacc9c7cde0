"""Plain tables for the screen: columns as wide as their widest cell, the last one wrapped."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence

WIDTH = 110
"""Columns of a page that goes to a file or another program: the same everywhere."""


def screen_width() -> int:
    """Columns of the terminal that shows the output, or as many as COLUMNS asks for, or `WIDTH`."""
    asked = sys.stdout.isatty() or "COLUMNS" in os.environ
    return shutil.get_terminal_size((WIDTH, 24)).columns if asked else WIDTH


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Lay out `rows` under `header`; widths follow the content, the last column follows the screen."""
    body = [tuple(row) for row in rows]
    widths = [max(len(row[index]) for row in (tuple(header), *body)) for index in range(len(header) - 1)]
    room = max(screen_width() - sum(widths) - 2 * len(widths), 24)
    lines = [
        _line(tuple(header), widths, room),
        _line(tuple("─" * max(len(name), 3) for name in header), widths, room),
    ]
    return "\n".join(lines + [_line(row, widths, room) for row in body])


def _line(row: Sequence[str], widths: Sequence[int], room: int) -> str:
    lead = "".join(cell.ljust(width + 2) for cell, width in zip(row, widths, strict=False))
    wrapped = textwrap.wrap(row[-1], room) or [""]
    return ("\n" + " " * len(lead)).join((lead + wrapped[0], *wrapped[1:])).rstrip()
