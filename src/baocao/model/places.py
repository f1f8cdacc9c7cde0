"""Where in a text of the data something stands, as precisely as the file tells."""

from __future__ import annotations

from baocao.errors import Where

_WORDS = 40


def in_text(where: Where, source: str, line: int) -> Where:
    """The place of a line (from 0) of a text. where: of the text; source: its words.

    A text that is a file of its own, or the words of one, begins at its line; one that stands behind a name
    somewhere in YAML or a cell is told with the words of the line.
    """
    if where.line is not None and where.column is None and not where.cell:
        return where.but(line=where.line + line)
    if "\n" not in source:
        return where
    return where.but(words=source.split("\n")[line].strip()[:_WORDS])
