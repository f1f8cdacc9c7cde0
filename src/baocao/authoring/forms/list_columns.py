"""The lists of a form: sums of their columns, and what the cells that compute say of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from xlsxwriter.utility import quote_sheetname, xl_rowcol_to_cell

from baocao.authoring.forms.cells import Cell
from baocao.authoring.forms.filling import Filling
from baocao.authoring.forms.live import EMPTY, NOTHING, Live, Test, choose, literal, said
from baocao.forms.conventions import FIRST_ROW, Role
from baocao.forms.layout import Layout
from baocao.forms.list_sheets import table_cells
from baocao.model.record import Record
from baocao.packs.catalogue import Indicator, Kind, list_field
from baocao.vietnamese.numbers import is_nil as says_nil

TABLE_ROWS = 1000
"""Rows below a table's headings that formulas look at."""

UNKNOWN = "?"
"""In the place of a figure's slack: the program may know the figure, or know it otherwise."""


def cell(sheet: str, row: int, column: int) -> str:
    """The full name of a cell for a formula."""
    return f"{quote_sheetname(sheet)}!{xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)}"


def area(sheet: str, first: tuple[int, int], last: tuple[int, int]) -> str:
    """The full name of a rectangle of cells."""
    return f"{cell(sheet, *first)}:{xl_rowcol_to_cell(*last, row_abs=True, col_abs=True)}"


@dataclass(frozen=True, slots=True)
class Contents:
    """What a form is made of. record: unit and period. before: last year's numbers by indicator.

    goes_on: figures of last year end where this period begins, of the same unit.
    """

    form: Layout
    filling: Filling
    record: Record
    before: Mapping[str, Decimal]
    goes_on: bool = False
    elsewhere: frozenset[str] = field(default_factory=frozenset)
    """Figures and lists that stand on `Mục khác`, wholly or in part."""


class ListColumns:
    """The columns of a form's lists."""

    def __init__(self, contents: Contents) -> None:
        self.contents, self.filling = contents, contents.filling
        self.catalogue = contents.form.pack.catalogue
        self.tables = {
            table.indicator.id: (sheet, table_cells(sheet.columns, table.indicator.id))
            for sheet in contents.form.sheets
            for table in sheet.tables
        }

    def cells(self, list_id: str, field: str) -> tuple[str, str]:
        """The cells of one column of a list's table, and those of the whole table."""
        sheet, places = self.tables[list_id]
        numbers = [number for parts in places.values() for number in parts.values()]
        column = places[field][Role.VALUE]
        last = FIRST_ROW + TABLE_ROWS - 1
        return (
            area(sheet.name, (FIRST_ROW, column), (last, column)),
            area(sheet.name, (FIRST_ROW, min(numbers)), (last, max(numbers))),
        )

    def sum(self, item: str) -> Live:
        """The formula of the sum of a list's column; nothing while a row lacks its number."""
        id_, name = list_field(item)
        if self._field(item).kind is Kind.MONEY or id_ in self.contents.elsewhere:
            return EMPTY
        column, table = self.cells(id_, name)
        none = f'AND(COUNTA({table})=1,COUNTIF({table},"{_NIL}")=1)'
        counted = self._counted(column)
        added = f"SUM({column})"
        if tree := self.catalogue[id_].tree:
            added = f'SUMPRODUCT(--ISERROR(FIND(".",{self.cells(id_, tree)[0]})),{column})'
        full = f"IF(AND({counted}>0,{counted}={self.used(id_)}),{added},{NOTHING})"
        return Live(f"IF({none},0,{full})", self.total(id_, name))

    def slack(self, item: str) -> Live:
        """The formula of the slack of a column: a word where a row's number is left for the program."""
        id_, name = list_field(item)
        one = self._field(item)
        if id_ in self.contents.elsewhere:
            return said(UNKNOWN)
        column, table = self.cells(id_, name)
        typed = [row.get(name) for row in self.rows(id_)]
        given = [item for item in typed if item is not None]
        known = [item for item in given if isinstance(item, Decimal) or is_plain_nil(item)]
        if one.kind is Kind.MONEY:
            test = Test(f"COUNTA({column})>0", bool(given))
        elif one.parts or one.numerator or self.catalogue[id_].tree:
            lone = f'NOT(AND(COUNTA({table})=1,COUNTIF({table},"{_NIL}")=1))'
            short = len(known) < len(typed) and not self._is_nil(id_)
            test = Test(f"AND({lone},{self._counted(column)}<{self.used(id_)})", short)
        else:
            lone_word = len(known) < len(given)
            test = Test(f"COUNTA({column})>{self._counted(column)}", lone_word)
        return choose(test, said(UNKNOWN), literal(Decimal(0)))

    def used(self, list_id: str) -> str:
        """The number of rows of a list's table with anything in them."""
        sheet, places = self.tables[list_id]
        columns = sorted(number for parts in places.values() for number in parts.values())
        last = FIRST_ROW + TABLE_ROWS - 1
        joined = "&".join(area(sheet.name, (FIRST_ROW, one), (last, one)) for one in columns)
        return f'SUMPRODUCT(--({joined}<>""))'

    def _counted(self, column: str) -> str:
        return f'(COUNT({column})+COUNTIF({column},"{_NIL}"))'

    def _field(self, item: str) -> Indicator:
        id_, name = list_field(item)
        return next(one for one in self.catalogue[id_].fields if one.id == name)

    def _is_nil(self, list_id: str) -> bool:
        only = [cell for row in self.rows(list_id) for cell in row.values()]
        return len(only) == 1 and is_plain_nil(only[0])

    def rows(self, list_id: str) -> list[dict[str, Cell]]:
        """The rows typed in a list's table."""
        return self.filling.rows.get(list_id, [])

    def total(self, list_id: str, field: str) -> Decimal | None:
        """The sum of a column as typed; None while a row lacks its number."""
        if self._field(f"{list_id}[].{field}").kind is Kind.MONEY or list_id in self.contents.elsewhere:
            return None
        if self._is_nil(list_id):
            return Decimal(0)
        rows = self.rows(list_id)
        cells = [row.get(field) for row in rows]
        known = [item for item in cells if isinstance(item, Decimal) or is_plain_nil(item)]
        tree = self.catalogue[list_id].tree
        added = [row.get(field) for row in rows if not tree or "." not in str(row.get(tree, ""))]
        plain = (item for item in added if isinstance(item, Decimal))
        return sum(plain, Decimal(0)) if known and len(known) == len(cells) else None


_NIL = "không phát sinh"


def is_plain_nil(item: Cell | None) -> bool:
    """Whether a cell says "không phát sinh" in the words that formulas know."""
    return isinstance(item, str) and says_nil(item) and item.strip().lower() == _NIL
