"""What can be done to a file to mend it, as values: a rule names them, `mending` does them.

No mend changes words beyond what it says. A mend of something that already is so does nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from baocao.conformance.appearance import Span
from baocao.conformance.paper import Line, Paragraph, Section, Stroke, Table
from baocao.formats import Align, Length


@dataclass(frozen=True, slots=True)
class SetFace:
    """Give letters another face; None leaves as it is. label: of the automatic number of `paragraph` instead.

    caps: print in capitals by formatting. plain: take highlight and shading away.
    """

    spans: tuple[Span, ...] = ()
    paragraph: Paragraph | None = None
    label: bool = False
    font: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    color: str | None = None
    underline: bool | None = None
    plain: bool = False


@dataclass(frozen=True, slots=True)
class SetLook:
    """Give a paragraph another look; None leaves as it is. lines: in single lines, spacing rule auto."""

    paragraph: Paragraph
    align: Align | None = None
    left: Length | None = None
    right: Length | None = None
    first_line: Length | None = None
    before: Length | None = None
    after: Length | None = None
    lines: float | None = None
    keep_next: bool | None = None
    keep_lines: bool | None = None
    contextual: bool | None = None


@dataclass(frozen=True, slots=True)
class Retype:
    """Put `new` where `old` stands, at `start` in the text of the paragraph.

    For spacing, punctuation, digits of a date or number, and fixed texts of the decree; nothing else. Notes,
    fields and breaks in between stay.
    """

    paragraph: Paragraph
    start: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class DropBlank:
    """Take an empty paragraph away. It holds nothing, no section break, and is not the only one of a cell."""

    paragraph: Paragraph


@dataclass(frozen=True, slots=True)
class SetSheet:
    """Give a section another sheet, margins or page numbering; None leaves as it is.

    decimal_numbers: Arabic digits from the natural start. restart: pages count from 1.
    """

    section: Section
    width: Length | None = None
    height: Length | None = None
    top: Length | None = None
    bottom: Length | None = None
    left: Length | None = None
    right: Length | None = None
    header: Length | None = None
    title_page: bool | None = None
    decimal_numbers: bool = False
    restart: bool = False


@dataclass(frozen=True, slots=True)
class NumberPages:
    """Put the page number in the middle of the head of the section's pages, away from its foot and page one.

    Other words of head and foot stay. first: it is the first section, whose first page shows none.
    """

    section: Section
    size: float
    first: bool


@dataclass(frozen=True, slots=True)
class DrawRule:
    """Draw a rule of `length` below a line, in its middle."""

    below: Line
    length: Length
    width: Length


@dataclass(frozen=True, slots=True)
class ResizeRule:
    """Give a drawn rule another length, its middle below the line's."""

    stroke: Stroke
    below: Line
    length: Length


@dataclass(frozen=True, slots=True)
class KeepRow:
    """Repeat a table's header row, or keep its rows whole (`w:tblHeader`, `w:cantSplit`)."""

    rows: tuple[object, ...]
    repeats: bool | None = None
    whole: bool | None = None


@dataclass(frozen=True, slots=True)
class SetColumns:
    """Give the columns of a table that only places the head or the signature other widths, left to right."""

    table: Table
    widths: tuple[Length, ...]


@dataclass(frozen=True, slots=True)
class ToUnicode:
    """Turn a paragraph's letters in an old encoding ("TCVN3", "VNI", "NFD") into Unicode (NFC) in `font`."""

    paragraph: Paragraph
    encoding: str
    font: str


_Format = SetFace | SetLook | SetSheet | NumberPages | KeepRow
Mend = _Format | SetColumns | Retype | DropBlank | DrawRule | ResizeRule | ToUnicode
