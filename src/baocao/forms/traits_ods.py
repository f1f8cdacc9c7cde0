"""What the content of an .ods says beside the values: one walk with expat over `content.xml`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

from baocao.forms.sheet import ERROR_VALUE, Area, Extent, Traits, cell_name

_TABLE, _OFFICE, _CALCEXT = "table:", "office:", "calcext:"
"""Prefixes as they stand: python-calamine goes by them too, whatever they are declared to mean."""
_UNSEEN = ("collapse", "filter")
_MOST_REPEATS = 100_000
"""A filled cell repeated more often only widens the extent, which then refuses the sheet."""


@dataclass(slots=True)
class OdsSheet:
    """One table under way. row, column: the next ones to come."""

    name: str
    row: int = 0
    column: int = 0
    rows_now: int = 1
    hidden_rows: list[tuple[int, int]] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)
    percent: set[str] = field(default_factory=set)
    booleans: set[str] = field(default_factory=set)
    errors: dict[str, str] = field(default_factory=dict)
    uncomputed: set[str] = field(default_factory=set)
    extent: Extent | None = None

    def reach(self, right: int) -> None:
        """Note filled cells from the present column to `right`, in all rows of the present row element."""
        bottom = self.row + self.rows_now - 1
        known = self.extent or Extent(bottom, right)
        self.extent = Extent(max(known.bottom, bottom), max(known.right, right))

    def traits(self) -> Traits:
        """All that was seen; hidden rows and columns only as far as the cells go."""
        far = self.extent or Extent(0, 0)
        return Traits(
            merged=tuple(self.merged),
            hidden_rows=_clipped(self.hidden_rows, far.bottom),
            hidden_columns=_clipped(self.hidden_columns, far.right),
            percent=frozenset(self.percent),
            booleans=frozenset(self.booleans),
            errors=self.errors,
            uncomputed=frozenset(self.uncomputed),
        )


def scan_ods(content: bytes) -> tuple[OdsSheet, ...]:
    """Every table in order. Raises `ValueError` for broken XML."""
    walk = _Walk()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = walk.start
    parser.EndElementHandler = walk.end
    parser.CharacterDataHandler = walk.text
    try:
        parser.Parse(content, True)
    except expat.ExpatError as fault:
        raise ValueError(str(fault)) from None
    return tuple(walk.sheets)


@dataclass(slots=True)
class _Walk:
    sheets: list[OdsSheet] = field(default_factory=list)
    depth: int = 0
    cell: dict[str, str] | None = None
    shown: str = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins. Tables inside tables (in drawings) are passed over."""
        if name == f"{_TABLE}table":
            self.depth += 1
            if self.depth == 1:
                self.sheets.append(OdsSheet(attributes.get(f"{_TABLE}name", "")))
        begin = _BEGIN.get(name) if self.depth == 1 else None
        if begin:
            begin(self, attributes)

    def text(self, text: str) -> None:
        """Letters shown in a cell."""
        if self.cell is not None and len(self.shown) < 100:
            self.shown += text

    def end(self, name: str) -> None:
        """An element ends."""
        if name == f"{_TABLE}table":
            self.depth -= 1
        elif self.depth == 1 and name in _CELLS and self.cell is not None:
            self._judge(self.sheets[-1], self.cell)
            self.cell = None
        elif self.depth == 1 and name == f"{_TABLE}table-row":
            self.sheets[-1].row += self.sheets[-1].rows_now

    def column(self, attributes: dict[str, str]) -> None:
        """A column, or several alike."""
        sheet, count = self.sheets[-1], _repeated(attributes, "columns")
        if attributes.get(f"{_TABLE}visibility") in _UNSEEN:
            sheet.hidden_columns.append((sheet.column, sheet.column + count))
        sheet.column += count

    def row(self, attributes: dict[str, str]) -> None:
        """A row, or several alike."""
        sheet = self.sheets[-1]
        sheet.rows_now, sheet.column = _repeated(attributes, "rows"), 0
        if attributes.get(f"{_TABLE}visibility") in _UNSEEN:
            sheet.hidden_rows.append((sheet.row, sheet.row + sheet.rows_now))

    def begin_cell(self, attributes: dict[str, str]) -> None:
        """A cell, or several alike."""
        self.cell, self.shown = attributes, ""

    def _judge(self, sheet: OdsSheet, cell: dict[str, str]) -> None:
        count = _repeated(cell, "columns")
        kind = cell.get(f"{_OFFICE}value-type", "")
        if kind or self.shown or f"{_TABLE}formula" in cell:
            if kind or self.shown:
                sheet.reach(sheet.column + count - 1)
            self._note(sheet, cell, kind, count)
        rows, columns = _span(cell, "rows"), _span(cell, "columns")
        if rows > 1 or columns > 1:
            sheet.merged.append(
                ((sheet.row, sheet.column), (sheet.row + rows - 1, sheet.column + columns - 1))
            )
        sheet.column += count

    def _note(self, sheet: OdsSheet, cell: dict[str, str], kind: str, count: int) -> None:
        """What sets the cell apart, for each of its repetitions."""
        shown = self.shown.strip()
        error = cell.get(f"{_CALCEXT}value-type") == "error" or (
            f"{_TABLE}formula" in cell and ERROR_VALUE.fullmatch(shown)
        )
        marked = {"percentage": sheet.percent, "boolean": sheet.booleans, "": sheet.uncomputed}.get(kind)
        if (not error and marked is None) or count * sheet.rows_now > _MOST_REPEATS:
            return
        for row in range(sheet.row, sheet.row + sheet.rows_now):
            for column in range(sheet.column, sheet.column + count):
                if error:
                    sheet.errors[cell_name(row, column)] = shown or "#N/A"
                elif marked is not None and (kind or f"{_TABLE}formula" in cell):
                    marked.add(cell_name(row, column))


_BEGIN: dict[str, Callable[[_Walk, dict[str, str]], None]] = {
    f"{_TABLE}table-column": _Walk.column,
    f"{_TABLE}table-row": _Walk.row,
    f"{_TABLE}table-cell": _Walk.begin_cell,
    f"{_TABLE}covered-table-cell": _Walk.begin_cell,
}
_CELLS = frozenset({f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"})


def _repeated(attributes: dict[str, str], what: str) -> int:
    return max(int(attributes.get(f"{_TABLE}number-{what}-repeated", 1)), 1)


def _span(attributes: dict[str, str], what: str) -> int:
    return int(attributes.get(f"{_TABLE}number-{what}-spanned", 1))


def _clipped(ranges: list[tuple[int, int]], last: int) -> frozenset[int]:
    return frozenset(number for start, stop in ranges for number in range(start, min(stop, last + 1)))
