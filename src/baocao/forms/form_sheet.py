"""One sheet of a form: where its ids stand now, against where they stood when it was made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from baocao.errors import Finding, Where, finding
from baocao.forms.book import Sheet, cell_name, column_name
from baocao.forms.conventions import DATA_ROLES, ID_COLUMN, ID_ROW, TABLE_HEAD, Role, split_column
from baocao.forms.meta import MadeSheet, Placed, cell_text
from baocao.source.raw import Literal, RawValue
from baocao.source.scalars import literal_of

Cell = tuple[int, int]
"""Row and column, from 0."""


class FormSheet:
    """A sheet and what it was made as. Faults go to `findings`, each with its cell.

    columns, rows: id -> number, from 0, as they stand now.
    """

    def __init__(self, made: MadeSheet, sheet: Sheet, findings: list[Finding]) -> None:
        self.made, self.sheet, self.findings = made, sheet, findings
        self.columns = self._ids(
            ((column, (ID_ROW, column)) for column in range(sheet.width)), made.columns, across=True
        )
        for placed in made.columns.values():
            if placed.id not in self.columns and holds_data(placed.id):
                findings.append(finding("bieu-mat-cot", self.place, cot=placed.label or placed.id))

    @property
    def place(self) -> Where:
        """The sheet as a place."""
        return Where(self.sheet.file, sheet=self.sheet.name.strip())

    @cached_property
    def rows(self) -> dict[str, int]:
        """Row ids as they stand now."""
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
            self.findings.append(fault)
        if raw.literal is Literal.TEXT and literal_of(raw.text.strip()) is Literal.NUMBER:
            return RawValue(raw.text, raw.where, Literal.NUMBER)
        return raw

    def cells(self, row: int, columns: Mapping[str, int], first: str) -> dict[str, RawValue]:
        """The cells of an entry that are filled, and the one called `first` in any case."""
        values = self.sheet.rows[row]
        return {
            id_: self.cell(row, column)
            for id_, column in columns.items()
            if id_ == first or ((values[column] != "" or self._unvalued) and self.filled(row, column))
        }

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
        """Report merged cells over inputs, and hidden rows that hold data. rows: those that are read."""
        read = set(rows)
        columns = set(self.data_columns.values())
        for (top, left), (bottom, right) in self.sheet.merged:
            height = sum(row in read for row in range(top, bottom + 1))
            width = sum(column in columns for column in range(left, right + 1))
            if height * width > 1:
                area = f"{cell_name(top, left)}:{cell_name(bottom, right)}"
                self.findings.append(finding("bieu-o-gop", self.sheet.where(top, left), vung=area))
        hidden = sorted(row for row in self.sheet.hidden_rows & read if self.filled_cell(row))
        if hidden:
            numbers = ", ".join(str(row + 1) for row in hidden)
            where = self.sheet.where(*(self.filled_cell(hidden[0]) or (hidden[0], 0)))
            self.findings.append(finding("bieu-dong-an", where, cac_dong=numbers))

    def filled_cell(self, row: int) -> Cell | None:
        """The first cell of a row that holds data."""
        return next(
            ((row, column) for column in self.data_columns.values() if self.filled(row, column)), None
        )

    def check_label(self, row: int, column: int, own: Placed, others: Mapping[str, Placed]) -> None:
        """Report a label that belongs to another id of the sheet: the cells have moved without their ids."""
        written = cell_text(self.sheet, row, column)
        if not written or _calls(written, own.label):
            return
        if any(_calls(written, item.label) for item in others.values()):
            where = self.sheet.where(row, column)
            self.findings.append(finding("bieu-lech-nhan", where, ghi=written, can=own.label))

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
                first = self.sheet.where(*((ID_ROW, found[id_]) if across else (found[id_], ID_COLUMN)))
                self.findings.append(
                    finding("bieu-ma-trung", self.sheet.where(*cell), ma=id_, cho=first.spot)
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
