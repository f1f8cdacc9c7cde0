"""One sheet of a form: where its ids stand now, against where they stood when it was made."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from baocao.errors import Finding, Where, finding
from baocao.forms.conventions import (
    DATA_ROLES,
    HEAD_ROW,
    ID_COLUMN,
    ID_ROW,
    MISSED_CELLS,
    TABLE_HEAD,
    Role,
    SheetKind,
    split_column,
)
from baocao.forms.meta import MadeSheet, Placed, cell_text
from baocao.source.raw import Literal, RawValue
from baocao.source.scalars import literal_of
from baocao.workbook.book import Sheet, cell_name, column_name
from baocao.workbook.hidden import hidden_findings

Cell = tuple[int, int]
"""Row and column, from 0."""


class FormSheet:
    """A sheet and what it was made as. Faults go to `findings`, each with its cell.

    columns, rows: id -> number, from 0, as they stand now.
    """

    def __init__(self, made: MadeSheet, sheet: Sheet, findings: list[Finding]) -> None:
        self.made, self.sheet, self.findings = made, sheet, findings
        self._moved: list[tuple[Cell, str, str]] = []
        self.columns = self._columns()
        for placed in made.columns.values():
            if placed.id not in self.columns and holds_data(placed.id):
                findings.append(finding("bieu-mat-cot", self.place, cot=placed.label or placed.id))

    @property
    def place(self) -> Where:
        """The sheet as a place."""
        return Where(self.sheet.file, sheet=self.sheet.name.strip())

    def _columns(self) -> dict[str, int]:
        """Column ids as they stand now; without the hidden row, as they stood when the form was made."""
        numbers = range(self.sheet.width)
        if self.made.columns and not any(
            cell_text(self.sheet, ID_ROW, number) in self.made.columns for number in numbers
        ):
            self.findings.append(finding("bieu-mat-dong-ma", self.place))
            return {id_: placed.number for id_, placed in self.made.columns.items()}
        return self._ids(((number, (ID_ROW, number)) for number in numbers), self.made.columns, across=True)

    @cached_property
    def without_ids(self) -> bool:
        """Whether the hidden column A is gone; a finding says so."""
        here = (cell_text(self.sheet, row, ID_COLUMN) for row in range(len(self.sheet.rows)))
        known = {*self.made.rows, TABLE_HEAD, Role.ID.value}
        gone = not any(text in known for text in here)
        if gone:
            self.findings.append(finding("bieu-mat-cot-ma", self.place))
        return gone

    def _rows_as_made(self) -> dict[str, int]:
        """Rows as they stood when the form was made, where their labels still say so."""
        column = self.columns.get(Role.LABEL)
        return {
            id_: placed.number
            for id_, placed in self.made.rows.items()
            if column is not None and _calls(cell_text(self.sheet, placed.number, column), placed.label)
        }

    @cached_property
    def head_row(self) -> int:
        """The row of a table's headings; an id that is typed over is a finding."""
        for row in range(len(self.sheet.rows)):
            if cell_text(self.sheet, row, ID_COLUMN) == TABLE_HEAD:
                return row
        if not self.without_ids:
            typed = cell_text(self.sheet, HEAD_ROW, ID_COLUMN)
            where = self.sheet.where(HEAD_ROW, ID_COLUMN)
            self.findings.append(finding("bieu-ma-sua", where, can=TABLE_HEAD, ma=typed[:60] or "…"))
        return HEAD_ROW

    @cached_property
    def rows(self) -> dict[str, int]:
        """Row ids as they stand now."""
        if self.without_ids:
            return self._rows_as_made()
        numbers = ((row, (row, ID_COLUMN)) for row in range(ID_ROW + 1, len(self.sheet.rows)))
        return self._ids(numbers, self.made.rows, across=False)

    @cached_property
    def data_columns(self) -> dict[str, int]:
        """The columns that hold data."""
        return {id_: column for id_, column in self.columns.items() if holds_data(id_)}

    def cell(self, row: int, column: int) -> RawValue:
        """What is typed in a cell; one that cannot be used is a finding."""
        raw = self.sheet.raw(row, column)
        if raw.literal is Literal.EXACT:
            return raw
        if (fault := self.sheet.fault(row, column)) is not None:
            self.findings.append(replace(fault, where=self._named(row, column)))
        if raw.literal is Literal.TEXT and literal_of(raw.text.strip()) is Literal.NUMBER:
            return RawValue(raw.text, raw.where, Literal.NUMBER)
        return raw

    def _named(self, row: int, column: int) -> Where:
        """A cell with the label of its row, in a table that of its column."""
        where = self.sheet.where(row, column)
        rows = self.rows if self.made.rows else {}
        id_ = next((id_ for id_, number in rows.items() if number == row), "")
        over = next((id_ for id_, number in self.columns.items() if number == column), "")
        placed = self.made.rows.get(id_) or self.made.columns.get(over)
        return where if placed is None else where.named(placed.id, placed.label)

    def cells(self, row: int, columns: Mapping[str, int], first: str) -> dict[str, RawValue]:
        """The cells of an entry that are filled, and the one called `first` in any case; of an entry with
        something in it also those that are missed when blank.
        """
        values = self.sheet.rows[row]
        found = {
            id_: self.cell(row, column)
            for id_, column in columns.items()
            if id_ == first or ((values[column] != "" or self._unvalued) and self.filled(row, column))
        }
        if len(found) > 1 or not found[first].blank:
            missed = (id_ for id_ in MISSED_CELLS if id_ in columns and id_ not in found)
            found |= {id_: self.cell(row, columns[id_]) for id_ in missed}
        return found

    def filled(self, row: int, column: int) -> bool:
        """Whether anything stands in a cell."""
        value = self.sheet.value(row, column)
        if value == "":
            return bool(self._unvalued) and cell_name(row, column) in self._unvalued
        return not isinstance(value, str) or bool(value.strip())

    @cached_property
    def _unvalued(self) -> frozenset[str]:
        """Cells that are blank to the reader although something stands there: errors, formulas without a
        value. Columns that the form itself computes are left out.
        """
        own = {column_name(column) for id_, column in self.columns.items() if not holds_data(id_)}
        names = (*self.sheet.traits.errors, *self.sheet.traits.uncomputed)
        return frozenset(name for name in names if name.rstrip("0123456789") not in own)

    def check_areas(self, rows: Iterable[int]) -> None:
        """Report merged cells over inputs, and data that nobody sees. rows: those that are read."""
        read = set(rows)
        columns = set(self.data_columns.values())
        for (top, left), (bottom, right) in self.sheet.merged:
            height = sum(row in read for row in range(top, bottom + 1))
            width = sum(column in columns for column in range(left, right + 1))
            if height * width > 1:
                area = f"{cell_name(top, left)}:{cell_name(bottom, right)}"
                self.findings.append(finding("bieu-o-gop", self.sheet.where(top, left), vung=area))
        self.findings += hidden_findings(self.sheet, self._unseen(read, columns))
        self._tell_moved()

    def _unseen(self, rows: Collection[int], columns: Collection[int]) -> Iterator[Cell]:
        """The filled cells in hidden rows and columns; all of a hidden sheet."""
        if self.sheet.hidden and self.made.kind is not SheetKind.OTHERS:  # hidden by the form itself
            yield from ((row, column) for row in rows for column in columns if self.filled(row, column))
            return
        for row in self.sheet.hidden_rows.intersection(rows):
            yield from ((row, column) for column in columns if self.filled(row, column))
        for column in self.sheet.hidden_columns.intersection(columns):
            yield from ((row, column) for row in rows if self.filled(row, column))

    def filled_cell(self, row: int) -> Cell | None:
        """The first cell of a row that holds data."""
        return next(
            ((row, column) for column in self.data_columns.values() if self.filled(row, column)), None
        )

    def check_label(self, row: int, column: int, own: Placed, others: Mapping[str, Placed]) -> None:
        """Note a label that belongs to another id of the sheet: the cells have moved without their ids."""
        written = cell_text(self.sheet, row, column)
        if not written or _calls(written, own.label):
            return
        if any(_calls(written, item.label) for item in others.values()):
            self._moved.append(((row, column), written, own.label))

    def _tell_moved(self) -> None:
        """The labels that have moved, in one finding: it is one deed."""
        if not self._moved:
            return
        cell, written, label = min(self._moved)
        more = f" Cả trang có {len(self._moved):02d} chỗ như vậy." if len(self._moved) > 1 else ""
        where = self.sheet.where(*cell)
        self.findings.append(finding("bieu-lech-nhan", where, ghi=written, can=label, them=more))
        self._moved = []

    def _ids(
        self, places: Iterable[tuple[int, Cell]], made: Mapping[str, Placed], *, across: bool
    ) -> dict[str, int]:
        """Each id with its row or column; ids that are doubled or altered are findings."""
        found: dict[str, int] = {}
        strange: list[tuple[str, int, str]] = []
        before = ""
        for number, cell in places:
            id_ = cell_text(self.sheet, *cell)
            if not id_ or (not across and id_ == TABLE_HEAD):
                continue
            if id_ in found:
                label = made[id_].label or id_
                first = self.sheet.where(*((ID_ROW, found[id_]) if across else (found[id_], ID_COLUMN)))
                self.findings.append(
                    finding("bieu-ma-trung", self.sheet.where(*cell), nhan=label, cho=first.spot)
                )
            elif id_ in made:
                found[id_] = number
                before = id_
            else:
                strange.append((id_, number, before))
        for id_, number, before in strange:
            self._altered(id_, number, _after(before, made), made, found, across=across)
        return found

    def _altered(
        self,
        id_: str,
        number: int,
        wanted: str,
        made: Mapping[str, Placed],
        found: dict[str, int],
        *,
        across: bool,
    ) -> None:
        """An id that was typed over is read as what stood there; one nobody knows is told."""
        where = self.sheet.where(*((ID_ROW, number) if across else (number, ID_COLUMN)))
        if wanted and wanted not in found:
            found[wanted] = number
            self.findings.append(finding("bieu-ma-sua", where, can=wanted, ma=id_[:60]))
        else:
            self.findings.append(finding("bieu-ma-la", where, ma=id_[:60]))


def holds_data(column: str) -> bool:
    """Whether a column of that id holds data."""
    return column in DATA_ROLES or column == Role.PATH or split_column(column) is not None


def _calls(written: str, label: str) -> bool:
    """Whether a cell has a label, perhaps with a word in brackets behind it: "Hồ sơ (bắt buộc)"."""
    return written == label or written.startswith(f"{label} (")


def _after(before: str, made: Mapping[str, Placed]) -> str:
    """The id that stood behind another one when the form was made; "" at the end."""
    ids: Iterator[str] = iter(made)
    if before and before not in ids:
        return ""
    return next(ids, "")
