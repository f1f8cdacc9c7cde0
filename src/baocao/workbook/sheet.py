"""One sheet of a workbook as data: values from A1 on, and what the cells say beside their values."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from baocao.errors import Finding, Where, finding
from baocao.source.raw import Literal, RawValue
from baocao.vietnamese.text import nfc

Area = tuple[tuple[int, int], tuple[int, int]]
"""A rectangle of cells: first and last, each (row, column) from 0."""

ERROR_VALUE = re.compile(r"#(?:REF!|DIV/0!|VALUE!|NAME\?|N/A|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)|Err:\d{3}")
"""What Excel and LibreOffice show in a cell whose formula fails."""


class Extent(NamedTuple):
    """The last row and the last column that hold anything, from 0."""

    bottom: int
    right: int

    @property
    def cells(self) -> int:
        """How many cells there are from A1 on."""
        return (self.bottom + 1) * (self.right + 1)


@dataclass(frozen=True, slots=True)
class Traits:
    """What a sheet's file says beside the values. Single cells go by their names ("E14").

    merged: rectangles of merged cells. percent: cells shown with a percent sign. booleans: cells of yes/no
    that the reader of values gives as numbers. errors: cell -> the error shown ("#REF!"). uncomputed:
    formulas whose value the file does not hold. epoch_1904: dates count from 1904, not from 1900.
    xml: the sheet itself, of an .xlsx in the usual shape.
    """

    merged: tuple[Area, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    percent: frozenset[str] = frozenset()
    booleans: frozenset[str] = frozenset()
    errors: Mapping[str, str] = field(default_factory=dict)
    uncomputed: frozenset[str] = frozenset()
    epoch_1904: bool = False
    xml: bytes = field(default=b"", compare=False, repr=False)

    def constants(self, column: str) -> frozenset[str]:
        """Cells of a column ("H") with a value that no formula makes; none where the file does not tell."""
        found = re.findall(rb'<c r="(%b[0-9]+)"[^>]*[^>/]><(?:v|is)>' % column.encode("ascii"), self.xml)
        return frozenset(name.decode("ascii") for name in found)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet by absolute positions: `rows[0][0]` is A1. Rows and columns count from 0 everywhere.

    file: the workbook, as findings name it. name: as the file has it. rows: all of one length; a blank cell
    is "", a number float or int, a date `datetime.date` or `datetime`, a time of day `time`, a duration
    `timedelta`, else str or bool.
    """

    file: str
    name: str
    rows: Sequence[Sequence[object]]
    hidden: bool = False
    traits: Traits = field(default_factory=Traits)

    @property
    def width(self) -> int:
        """How many columns have something."""
        return len(self.rows[0]) if self.rows else 0

    @property
    def merged(self) -> tuple[Area, ...]:
        """Rectangles of merged cells."""
        return self.traits.merged

    @property
    def hidden_rows(self) -> frozenset[int]:
        """Rows nobody sees, by hiding, filtering or no height."""
        return self.traits.hidden_rows

    @property
    def hidden_columns(self) -> frozenset[int]:
        """Columns nobody sees."""
        return self.traits.hidden_columns

    def value(self, row: int, column: int) -> object:
        """The value of a cell as the file holds it; "" when blank or beyond the last cell."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return ""

    @property
    def title(self) -> str:
        """The name as findings print it: NFC, no spaces around."""
        return _title(self.name)

    def where(self, row: int, column: int) -> Where:
        """The cell as a place."""
        return Where(self.file, sheet=self.title, cell=cell_name(row, column))

    def raw(self, row: int, column: int) -> RawValue:
        """The cell as a typed value: what a data file would hold in its place.

        Numbers are EXACT with the fifteen digits Excel itself shows, never with an exponent. A number the
        cell shows as a percentage is multiplied by 100 exactly, all its digits kept, and given as a person
        types it: 0.98741 shown as 98,74% is TEXT "98,741%". Dates are text "25/3/2024", times "10:30". Text
        is NFC. Blank cells, cells of spaces and formulas without a stored value are NULL; an error value is
        the text the cell shows.
        """
        value, traits = self.value(row, column), self.traits
        name = cell_name(row, column)
        where = Where(self.file, None, None, self.title, name)
        if isinstance(value, str):
            return _of_text(value or traits.errors.get(name, ""), where)
        if name in traits.uncomputed:
            return RawValue(None, where, Literal.NULL)
        if isinstance(value, bool) or name in traits.booleans:
            return RawValue("true" if value else "false", where, Literal.BOOL)
        if isinstance(value, (float, int)):
            text = exact_text(value)
            if name in traits.percent:
                return RawValue(f"{plain(Decimal(text) * 100).replace('.', ',')}%", where, Literal.TEXT)
            return RawValue(text, where, Literal.EXACT, traits.epoch_1904)
        return RawValue(_moment(value), where, Literal.TEXT)

    def fault(self, row: int, column: int) -> Finding | None:
        """What makes the cell unusable: an error value, or a formula without a stored value."""
        value = self.value(row, column)
        if not isinstance(value, str) and not self.traits.uncomputed:
            return None
        name = cell_name(row, column)
        typed = value.strip() if isinstance(value, str) else ""
        odd = typed[:1] in ("#", "E") and ERROR_VALUE.fullmatch(typed)
        shown = self.traits.errors.get(name, typed if odd else "")
        if shown:
            return finding("o-bao-loi", self.where(row, column), loi=shown)
        if name in self.traits.uncomputed:
            return finding("o-chua-tinh", self.where(row, column))
        return None


@lru_cache(1024)
def _title(name: str) -> str:
    return nfc(name).strip()


def cell_name(row: int, column: int) -> str:
    """ "E14" for (13, 4)."""
    return column_name(column) + str(row + 1)


@lru_cache(1024)
def column_name(column: int) -> str:
    """ "E" for 4, "AA" for 26."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """4 for "E", 26 for "AA"."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def exact_text(value: float) -> str:
    """A number as Excel shows it: at most fifteen digits, a dot for the decimals, no exponent."""
    if isinstance(value, int) or (value.is_integer() and -1e15 < value < 1e15):
        return str(int(value))
    return plain(Decimal(f"{value:.15g}"))


def plain(number: Decimal) -> str:
    """A decimal without exponent and without trailing zeros."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _of_text(value: str, where: Where) -> RawValue:
    text = nfc(value).replace("\r\n", "\n").replace("\r", "\n")
    return RawValue(text, where, Literal.TEXT) if text.strip() else RawValue(None, where, Literal.NULL)


def _moment(value: object) -> str:
    """A date, a time or a duration in the words of a data file."""
    if isinstance(value, dt.datetime):
        day = f"{value.day}/{value.month}/{value.year}"
        return day if value.time() == dt.time() else f"{day} {value:%H:%M}"
    if isinstance(value, dt.date):
        return f"{value.day}/{value.month}/{value.year}"
    if isinstance(value, dt.timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    return f"{value:%H:%M}" if isinstance(value, dt.time) else str(value)
