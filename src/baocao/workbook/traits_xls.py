"""What the records of an .xls workbook stream say beside the values ([MS-XLS] 2.4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from struct import Struct

from baocao.workbook.sheet import Extent, Traits, cell_name
from baocao.workbook.traits_xlsx import has_percent

_HEAD, _CELL, _LONG = Struct("<HH"), Struct("<HHH"), Struct("<I")
_PAIR, _HALF = Struct("<HH"), Struct("<H")
_SMALL, _LARGE = Struct("<4H"), Struct("<2I2H")

_EOF, _FILEPASS, _BOUNDSHEET, _DATEMODE = 0x0A, 0x2F, 0x85, 0x22
_FORMAT, _XF, _ROW, _COLINFO = 0x41E, 0xE0, 0x208, 0x7D
_FORMULA, _BOOLERR, _MULRK, _DIMENSIONS, _SST = 0x06, 0x205, 0xBD, 0x200, 0xFC
_FULL_SHEET = 65_536 * 256
_SINGLE = frozenset({_FORMULA, _BOOLERR, 0x203, 0x27E, 0xFD, 0x204, 0xD6})
"""Records of one filled cell: formula, bool or error, number, RK, label in the table, label, rich label."""

_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!",
    0x2A: "#N/A",
}  # fmt: skip
_HIDDEN_ROW, _BUILT_IN_PERCENT = 0x20, (9, 10)


@dataclass(slots=True)
class XlsSheet:
    """Traits of one sheet under way, and how far its filled cells go."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    percent: set[str] = field(default_factory=set)
    errors: dict[str, str] = field(default_factory=dict)
    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)

    @property
    def extent(self) -> Extent | None:
        """How far the filled cells go."""
        if not self.rows:
            return None
        return Extent(max(self.rows), max(self.columns))


@dataclass(frozen=True, slots=True)
class XlsFacts:
    """encrypted: no cell can be read. sheets: name, traits and extent of each, in the order of the tabs."""

    encrypted: bool
    sheets: tuple[tuple[str, Traits, Extent | None], ...]


def scan_xls(stream: bytes) -> XlsFacts:
    """Traits of every sheet. Raises `struct.error` or `ValueError` for a broken stream."""
    book = _Globals(stream)
    if book.encrypted:
        return XlsFacts(True, ())
    return XlsFacts(False, tuple((name, *book.sheet(start)) for start, name in book.starts))


class _Globals:
    """The records that hold for the whole book."""

    def __init__(self, stream: bytes) -> None:
        self.stream = stream
        self.encrypted = self.epoch_1904 = False
        self.starts: list[tuple[int, str]] = []
        formats, styles = set(_BUILT_IN_PERCENT), list[int]()
        for kind, body in _records(stream, 0):
            if kind == _FILEPASS:
                self.encrypted = True
                break
            if kind == _BOUNDSHEET:
                self.starts.append((_LONG.unpack_from(body)[0], _name(body[6:])))
            elif kind == _DATEMODE:
                self.epoch_1904 = body[:1] == b"\1"
            elif kind == _FORMAT and has_percent(body[2:].replace(b"\0", b"").decode("latin-1")):
                formats.add(_HALF.unpack_from(body)[0])
            elif kind == _SST and _LONG.unpack_from(body, 4)[0] > len(stream):
                raise ValueError("strings")
            elif kind == _XF:
                styles.append(_PAIR.unpack_from(body)[1])
        self.percent = frozenset(index for index, number in enumerate(styles) if number in formats)

    def sheet(self, start: int) -> tuple[Traits, Extent | None]:
        """The traits of the sheet whose records begin at byte `start`."""
        seen = XlsSheet()
        for kind, body in _records(self.stream, start):
            if kind in _SINGLE:
                self._cell(seen, kind, body)
            elif kind == _MULRK:
                self._many(seen, body)
            elif kind == _ROW:
                if body[12] & _HIDDEN_ROW:
                    seen.hidden_rows.add(_HALF.unpack_from(body)[0])
            elif kind == _DIMENSIONS:
                _check_dimensions(body)
            elif kind == _COLINFO and body[8] & 1:
                first, last = _PAIR.unpack_from(body)
                seen.hidden_columns.update(range(first, min(last, 255) + 1))
        traits = Traits(
            hidden_rows=frozenset(seen.hidden_rows),
            hidden_columns=frozenset(seen.hidden_columns),
            percent=frozenset(seen.percent),
            errors=seen.errors,
            epoch_1904=self.epoch_1904,
        )
        return traits, seen.extent

    def _cell(self, seen: XlsSheet, kind: int, body: bytes) -> None:
        row, column, style = _CELL.unpack_from(body)
        seen.rows.add(row)
        seen.columns.add(column)
        if style in self.percent:
            seen.percent.add(cell_name(row, column))
        if error := _error(kind, body):
            seen.errors[cell_name(row, column)] = error

    def _many(self, seen: XlsSheet, body: bytes) -> None:
        """Numbers side by side: row, first column, (style, number) each, last column."""
        row, first = _PAIR.unpack_from(body)
        seen.rows.add(row)
        for index, offset in enumerate(range(4, len(body) - 6, 6)):
            seen.columns.add(first + index)
            if _HALF.unpack_from(body, offset)[0] in self.percent:
                seen.percent.add(cell_name(row, first + index))


def _name(body: bytes) -> str:
    """A sheet's name: length, width of letters, letters."""
    wide = body[1] & 1
    return body[2 : 2 + body[0] * (1 + wide)].decode("utf-16-le" if wide else "latin-1", "replace")


def _error(kind: int, body: bytes) -> str:
    """The error a cell shows: of a formula's result, or stored as such."""
    if kind == _FORMULA and body[12:14] == b"\xff\xff" and body[6] == 2:
        return _ERRORS.get(body[8], "#N/A")
    if kind == _BOOLERR and body[7]:
        return _ERRORS.get(body[6], "#N/A")
    return ""


def _check_dimensions(body: bytes) -> None:
    """Refuse what would make python-calamine set memory aside for more cells than a sheet has."""
    top, bottom, left, right = _SMALL.unpack_from(body) if len(body) == 10 else _LARGE.unpack_from(body)
    if (bottom and right) and (bottom < top or right < left or (bottom - top) * (right - left) > _FULL_SHEET):
        raise ValueError("dimensions")


def _records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """The records from `start` to the first end mark, which is where python-calamine stops too."""
    size = len(stream)
    while start + 4 <= size:
        kind, length = _HEAD.unpack_from(stream, start)
        if kind == _EOF:
            return
        start += 4
        yield kind, stream[start : start + length]
        start += length
