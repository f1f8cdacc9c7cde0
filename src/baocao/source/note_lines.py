"""Lines that define a footnote in a text: `[^name]: words`, and those that continue it."""

from __future__ import annotations

import re
from collections.abc import Sequence

DEFINITION = re.compile(r"\[\^([\w.\-]{1,80})\]:[ \t]*(.*)", re.DOTALL)
"""The first line of a definition: name and words."""

_BLANKS = " \t"


def end_of_note(lines: Sequence[str], at: int) -> int:
    """Index after the last line that continues a note whose definition ends before `at`.

    An indented line continues it; after blank lines the indent must be four spaces or a tab.
    """
    end = at
    blank = False
    for index in range(at, len(lines)):
        line = lines[index]
        if not line.strip(_BLANKS):
            blank = True
            continue
        if not line.startswith(("    ", "\t") if blank else (" ", "\t")):
            break
        blank, end = False, index + 1
    return end
