"""What is typed like a mark of a full text and is none: it would be printed as typed, above the signature.

##Tuyên truyền        a heading without the blank
{hoc_sinh, {{x}}      braces that name no figure
**Duy trì 12 tổ       a look that nothing ends
@phuluc abc           a line like those of templates
@muc_luc              one that an entry of the data file stands for
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from baocao.errors import Severity
from baocao.model.faults import Faults
from baocao.model.places import in_text
from baocao.model.record import Value
from baocao.ooxml.full_text import FullText, ItemKind, is_heading, is_options, text_lines
from baocao.ooxml.inlines import loose_mark

_NAME = r"[^\W\d]\w*(?:\.\w+)*"
_BRACES = re.compile(
    r"\\."
    r"|\{\{[ \t]*(?P<twice>[^{}]*?)[ \t]*\}\}"
    r"|\{%(?P<tag>.*?)%\}"
    rf"|(?P<open>\{{\{{?[ \t]*(?P<opened>{_NAME}))(?![^{{}}]*\}})"
    r"|\{[^{}]*\}"
    rf"|(?P<close>(?P<closed>{_NAME})[ \t]*\}})"
)
_DIRECTIVE = re.compile(r"@([^\W\d]\w*)(?:[ \t{].*)?")
CONTENTS = "muc_luc"
"""The component that prints the table of contents, and the figure of a pack that asks for it."""
_SHOWN = 40

Knows = Callable[[str], bool]


def check_slips(text: Value, read: FullText, knows: Knows, contents: str, faults: Faults) -> None:
    """Report them line by line. knows: whether a name is that of a figure. contents: the id of the figure
    that asks for a table of contents, "" in a pack without.
    """
    check_braces(text, knows, faults)
    for number, line in enumerate(text_lines(text.text)):
        where = in_text(text.where, text.text, number)
        if line.startswith("#") and not is_heading(line):
            marks = line[: len(line) - len(line.lstrip("#"))]
            faults.add("bai-de-muc-hong", where, dau=marks, mau=marks[:6])
        elif (asked := _DIRECTIVE.fullmatch(line)) and (number in read.loose or not is_options(line)):
            if contents and asked[1] == CONTENTS:
                faults.add("bai-muc-luc", where, lenh=line[:_SHOWN], muc=_entry(contents))
            else:
                faults.add("bai-lenh-la", where, lenh=line[:_SHOWN])
    lines = text.text.split("\n")
    for words, first in _pieces(read):
        if found := loose_mark(words):
            number = _line_of(found.typed, lines, first)
            shown = words[found.start :][:_SHOWN]
            faults.add("bai-dau-le", in_text(text.where, text.text, number), dau=found.typed, chu=shown)


def _entry(id_: str) -> str:
    """How a figure is typed that is asked for with "có": "trinh_bay: {muc_luc: có}"."""
    outer, *inner = id_.split(".")
    typed = "có"
    for name in reversed(inner):
        typed = f"{{{name}: {typed}}}"
    return f"{outer}: {typed}"


def check_braces(text: Value, knows: Knows, faults: Faults) -> None:
    """Report braces that look like a figure's place and are none; in notes, too."""
    for number, line in enumerate(text.text.split("\n")):
        if is_options(line.strip()) or not ("{" in line or "}" in line):
            continue
        for match in _BRACES.finditer(line):
            where = in_text(text.where, text.text, number)
            twice = match["twice"] if match["twice"] is not None else match["tag"]
            if twice is not None:
                stops = None if knows(twice) else Severity.WARNING
                name = twice if knows(twice) else "ten"
                faults.add("bai-ngoac-kep", where, severity=stops, doan=match[0][:_SHOWN], ten=name)
            elif match["open"]:
                faults.add("bai-ngoac-thieu", where, doan=match["open"], dau="}", ten=match["opened"])
            elif match["close"] and knows(match["closed"]):
                faults.add("bai-ngoac-thieu", where, doan=match["close"], dau="{", ten=match["closed"])


def _pieces(read: FullText) -> Iterator[tuple[str, int]]:
    """The words that may have looks, each with the line it begins at: paragraphs, headings, cells."""
    for item in read.items:
        if item.kind is not ItemKind.TABLE:
            yield item.text, item.line
        elif item.table is not None:
            for row in (*item.table.header, *item.table.rows):
                yield from ((cell.text, item.line + row.line) for cell in row.cells if not cell.covered)


def _line_of(mark: str, lines: Sequence[str], first: int) -> int:
    """The first line, from that of the piece on, in which the mark has no partner."""
    below = range(first, len(lines))
    return next((number for number in below if lines[number].count(mark) % 2), first)
