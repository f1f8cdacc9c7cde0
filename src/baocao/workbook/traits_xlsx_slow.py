"""The traits of an .xlsx sheet in an unusual shape: namespace prefixes, cells without `r`, comments.

The same answers as `traits_xlsx`, from expat, three times slower. What the reader of values would read as
something else is refused: a value in two elements, before its formula, or put together of references,
comments and quoted sections.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

from baocao.workbook.sheet import Extent, Traits, cell_name, column_number
from baocao.workbook.traits_xlsx import BookFacts

_LAST_COLUMN = 16_384
_TRUE = ("1", "true")
_TEXTS = ("str", "inlineStr")


def scan_sheet_slowly(xml: bytes, facts: BookFacts) -> tuple[Traits, Extent | None]:
    """Traits, merged cells excepted, and how far filled cells go. Raises `ValueError` for broken XML and for
    values that would not be read as they stand.
    """
    parser = expat.ParserCreate()
    walk = _Walk(facts, lambda: parser.CurrentByteIndex, xml)
    parser.StartDoctypeDeclHandler = _refuse
    parser.buffer_text = True
    parser.StartElementHandler = walk.start
    parser.EndElementHandler = walk.end
    parser.CharacterDataHandler = walk.text
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as fault:
        raise ValueError(str(fault)) from None
    return walk.traits(), walk.extent


@dataclass(slots=True)
class _Cell:
    row: int
    column: int
    style: int
    kind: str
    formula: bool = False
    value: str = ""
    values: int = 0


@dataclass(slots=True)
class _Walk:
    facts: BookFacts
    place: Callable[[], int]
    xml: bytes
    began: int = 0
    row: int = -1
    column: int = -1
    cell: _Cell | None = None
    inside: str = ""
    extent: Extent | None = None
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    percent: set[str] = field(default_factory=set)
    errors: dict[str, str] = field(default_factory=dict)
    uncomputed: set[str] = field(default_factory=set)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self.inside = name.rpartition(":")[2]
        begin: Callable[[dict[str, str]], None] | None = {
            "row": self._row,
            "c": self._begin_cell,
            "f": self._formula,
            "v": self._value,
            "t": self._text_in_place,
            "col": self._col,
        }.get(self.inside)
        if begin:
            begin(attributes)

    def text(self, text: str) -> None:
        """Letters inside a value."""
        if self.cell and self.inside in ("v", "t"):
            self.cell.value += text

    def end(self, name: str) -> None:
        """An element ends; a cell is judged when it does."""
        self.inside = ""
        ended = name.rpartition(":")[2]
        if ended in ("v", "t") and self.cell:
            self._check_written(self.cell)
        if ended == "c" and self.cell:
            self._judge(self.cell)
            self.cell = None

    def traits(self) -> Traits:
        """All that was seen."""
        return Traits(
            hidden_rows=frozenset(self.hidden_rows),
            hidden_columns=frozenset(self.hidden_columns),
            percent=frozenset(self.percent),
            errors=self.errors,
            uncomputed=frozenset(self.uncomputed),
            epoch_1904=self.facts.epoch_1904,
        )

    def _row(self, attributes: dict[str, str]) -> None:
        self.row = int(attributes["r"]) - 1 if "r" in attributes else self.row + 1
        self.column = -1
        if attributes.get("hidden") in _TRUE or _nothing(attributes.get("ht")):
            self.hidden_rows.add(self.row)

    def _col(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") in _TRUE or _nothing(attributes.get("width")):
            last = min(int(attributes.get("max", 0)), _LAST_COLUMN)
            self.hidden_columns.update(range(int(attributes.get("min", 1)) - 1, last))

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self.column += 1
        row, reference = self.row, attributes.get("r", "").upper()
        if reference:
            letters = reference.rstrip("0123456789")
            if not letters.isalpha() or not letters.isascii() or len(letters) == len(reference):
                raise ValueError(reference)
            row, self.column = int(reference[len(letters) :]) - 1, column_number(letters)
        self.cell = _Cell(row, self.column, int(attributes.get("s", 0)), attributes.get("t", "n"))

    def _formula(self, _: dict[str, str]) -> None:
        if self.cell and self.cell.values:
            raise ValueError("f")
        if self.cell:
            self.cell.formula = True

    def _value(self, _: dict[str, str]) -> None:
        self.began = self.place()
        if self.cell and self.cell.values:
            raise ValueError("v")
        if self.cell:
            self.cell.values += 1

    def _text_in_place(self, _: dict[str, str]) -> None:
        self.began = self.place()

    def _check_written(self, cell: _Cell) -> None:
        """The bytes of a value that just ended."""
        written = self.xml[self.began : self.place()]
        if b"<!" in written or b"<?" in written or (b"&" in written and cell.kind not in _TEXTS):
            raise ValueError(cell.value)

    def _judge(self, cell: _Cell) -> None:
        name = cell_name(cell.row, cell.column)
        if cell.value:
            known = self.extent or Extent(cell.row, cell.column)
            self.extent = Extent(max(known.bottom, cell.row), max(known.right, cell.column))
        if cell.kind == "e" and cell.value:
            self.errors[name] = cell.value
        if cell.formula and cell.kind != "str" and (not cell.value or self._stale(cell)):
            self.uncomputed.add(name)
        if cell.style in self.facts.percent and cell.value:
            self.percent.add(name)

    def _stale(self, cell: _Cell) -> bool:
        return self.facts.stale and cell.value == "0"


def _nothing(size: str | None) -> bool:
    return size is not None and float(size) == 0


def _refuse(*_: object) -> None:
    """Entities of the file's own are not known to the reader of values."""
    raise ValueError("DOCTYPE")
