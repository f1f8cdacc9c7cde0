"""What the content of an .ods says beside the values: one walk with expat over `content.xml`."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat

from baocao.workbook.sheet import ERROR_VALUE, Area, Extent, Traits, cell_name

# Names with their prefixes as they stand: python-calamine goes by them too, whatever they are declared to be.
_TABLE, _ROW, _COLUMN = "table:table", "table:table-row", "table:table-column"
_CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})
_KIND, _SHOWN_KIND, _FORMULA = "office:value-type", "calcext:value-type", "table:formula"
_COLUMNS, _ROWS = "table:number-columns-repeated", "table:number-rows-repeated"
_SPANS = ("table:number-rows-spanned", "table:number-columns-spanned")
_VISIBILITY = "table:visibility"
_ORDINARY = frozenset({"float", "string", "date", "time", "currency"})
_UNSEEN = ("collapse", "filter")
_LONGEST_ERROR = 100
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
    bottom: int = -1
    right: int = -1

    def reach(self, right: int) -> None:
        """Note filled cells from the present column to `right`, in all rows of the present row element."""
        self.bottom = self.row + self.rows_now - 1
        self.right = max(self.right, right)

    @property
    def extent(self) -> Extent | None:
        """How far the filled cells go."""
        return Extent(self.bottom, self.right) if self.bottom >= 0 else None

    def traits(self) -> Traits:
        """All that was seen; hidden rows and columns only as far as the cells go."""
        return Traits(
            merged=tuple(self.merged),
            hidden_rows=_clipped(self.hidden_rows, self.bottom),
            hidden_columns=_clipped(self.hidden_columns, self.right),
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
    """What expat tells, element by element. cell: attributes of a cell to be judged when it ends."""

    sheets: list[OdsSheet] = field(default_factory=list)
    depth: int = 0
    cell: dict[str, str] | None = None
    shown: str = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins. Tables inside tables (in drawings) are passed over."""
        if name in _CELLS:
            if self.depth == 1:
                self._begin_cell(self.sheets[-1], attributes)
        elif name == _TABLE:
            self.depth += 1
            if self.depth == 1:
                self.sheets.append(OdsSheet(attributes.get("table:name", "")))
        elif self.depth == 1 and name == _ROW:
            self._row(self.sheets[-1], attributes)
        elif self.depth == 1 and name == _COLUMN:
            self._column(self.sheets[-1], attributes)

    def text(self, text: str) -> None:
        """Letters shown in a cell."""
        if self.cell is not None and len(self.shown) < _LONGEST_ERROR:
            self.shown += text

    def end(self, name: str) -> None:
        """An element ends."""
        if name in _CELLS:
            if self.depth == 1 and self.cell is not None:
                self._judge(self.sheets[-1], self.cell)
                self.cell = None
        elif name == _TABLE:
            self.depth -= 1
        elif name == _ROW and self.depth == 1:
            self.sheets[-1].row += self.sheets[-1].rows_now

    def _column(self, sheet: OdsSheet, attributes: dict[str, str]) -> None:
        count = _repeated(attributes, _COLUMNS)
        if attributes.get(_VISIBILITY) in _UNSEEN:
            sheet.hidden_columns.append((sheet.column, sheet.column + count))
        sheet.column += count

    def _row(self, sheet: OdsSheet, attributes: dict[str, str]) -> None:
        sheet.rows_now, sheet.column = _repeated(attributes, _ROWS), 0
        if attributes.get(_VISIBILITY) in _UNSEEN:
            sheet.hidden_rows.append((sheet.row, sheet.row + sheet.rows_now))

    def _begin_cell(self, sheet: OdsSheet, attributes: dict[str, str]) -> None:
        """Pass an ordinary cell; keep any other until its text is known."""
        if attributes.get(_KIND) in _ORDINARY and _FORMULA not in attributes:
            count = _repeated(attributes, _COLUMNS)
            sheet.reach(sheet.column + count - 1)
            _merge(sheet, attributes)
            sheet.column += count
        else:
            self.cell, self.shown = attributes, ""

    def _judge(self, sheet: OdsSheet, cell: dict[str, str]) -> None:
        count, kind = _repeated(cell, _COLUMNS), cell.get(_KIND, "")
        if kind or self.shown:
            sheet.reach(sheet.column + count - 1)
        if kind or _FORMULA in cell:
            self._note(sheet, cell, kind, count)
        _merge(sheet, cell)
        sheet.column += count

    def _note(self, sheet: OdsSheet, cell: dict[str, str], kind: str, count: int) -> None:
        """What sets the cell apart, for each of its repetitions."""
        shown = self.shown.strip()
        error = cell.get(_SHOWN_KIND) == "error" or (_FORMULA in cell and ERROR_VALUE.fullmatch(shown))
        marked = {"percentage": sheet.percent, "boolean": sheet.booleans, "": sheet.uncomputed}.get(kind)
        if (not error and marked is None) or count * sheet.rows_now > _MOST_REPEATS:
            return
        for row in range(sheet.row, sheet.row + sheet.rows_now):
            for column in range(sheet.column, sheet.column + count):
                if error:
                    sheet.errors[cell_name(row, column)] = shown or "#N/A"
                elif marked is not None:
                    marked.add(cell_name(row, column))


def _merge(sheet: OdsSheet, cell: dict[str, str]) -> None:
    """Note the area a cell spans."""
    if _SPANS[0] not in cell and _SPANS[1] not in cell:
        return
    rows, columns = (int(cell.get(name, 1)) for name in _SPANS)
    if rows > 1 or columns > 1:
        last = (sheet.row + rows - 1, sheet.column + columns - 1)
        sheet.merged.append(((sheet.row, sheet.column), last))


def _repeated(attributes: dict[str, str], name: str) -> int:
    return max(int(attributes[name]), 1) if name in attributes else 1


def _clipped(ranges: list[tuple[int, int]], last: int) -> frozenset[int]:
    return frozenset(number for start, stop in ranges for number in range(start, min(stop, last + 1)))
