"""Where every figure of a form stands, and what the cells that compute say of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from xlsxwriter.utility import quote_sheetname, xl_rowcol_to_cell

from baocao.authoring.forms.cells import Cell
from baocao.authoring.forms.filling import Filling
from baocao.authoring.forms.live import EMPTY, NOTHING, Live, is_nil, literal, number_of, rate, total
from baocao.forms.conventions import CHECKS_NAME, FIRST_ROW, Role, SheetKind
from baocao.forms.layout import Layout, table_cells
from baocao.packs.catalogue import NUMERIC, Indicator, Kind, list_field
from baocao.vietnamese.numbers import is_nil as says_nil

TABLE_ROWS = 1000
"""Rows below a table's headings that formulas look at."""

_SCALES = {"triệu đồng": 6, "tỷ đồng": 9}


def cell(sheet: str, row: int, column: int) -> str:
    """The full name of a cell for a formula."""
    return f"{quote_sheetname(sheet)}!{xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)}"


def area(sheet: str, first: tuple[int, int], last: tuple[int, int]) -> str:
    """The full name of a rectangle of cells."""
    return f"{cell(sheet, *first)}:{xl_rowcol_to_cell(*last, row_abs=True, col_abs=True)}"


class Board:
    """The figures of a form by id. before: last year's numbers. decimals: of rates, as the unit prints them.

    sums: row on the sheet of checks of each column of a list that a check or a sum needs.
    """

    def __init__(
        self,
        form: Layout,
        filling: Filling,
        before: Mapping[str, Decimal],
        decimals: int,
        sums: Iterable[str],
        first_sum: int,
    ) -> None:
        self.form, self.filling, self.before, self.decimals = form, filling, before, decimals
        self.catalogue = form.pack.catalogue
        self.sums = {item: first_sum + number for number, item in enumerate(sums)}
        self.tables = {
            table.indicator.id: (sheet, table_cells(sheet.columns, table.indicator.id))
            for sheet in form.sheets
            for table in sheet.tables
        }
        self._values: dict[str, Decimal | None] = {}

    def has(self, item: str) -> bool:
        """Whether a term of a check is a figure of this form."""
        id_, name = list_field(item)
        if name:
            return item in self.sums
        place = self.form.places.get(id_)
        return (
            place is not None and place[0].kind is SheetKind.FIGURES and self.catalogue[id_].kind in NUMERIC
        )

    def cell(self, id_: str, role: str) -> str:
        """The name of one cell of an entry; "" when its sheet has no such column."""
        sheet, row = self.form.places[id_]
        column = sheet.column(role)
        return cell(sheet.name, row, column) if column >= 0 else ""

    def typed(self, id_: str, role: str) -> Cell | None:
        """What is typed in a cell."""
        return self.filling.entries.get(id_, {}).get(role)

    def term(self, item: str) -> Live:
        """The number of a term: a figure in use, or the sum of a list's column."""
        id_, name = list_field(item)
        if name:
            return Live(cell(CHECKS_NAME, self.sums[item], 2), self._column(id_, name))
        return Live(self.cell(id_, Role.IN_USE), self._in_use(id_))

    def in_use(self, id_: str) -> Live:
        """The formula of the number that sums, rates and checks take: typed, stated, or computed."""
        value, stated = self.cell(id_, Role.VALUE), self.cell(id_, Role.STATED)
        power = self._power(id_)
        computed = NOTHING if self.computed(id_) is None else self.cell(id_, Role.COMPUTED)
        last = f'IF(TRIM({value})="",{computed},{NOTHING})'
        text = (
            f"IF(ISNUMBER({value}),{value}{power},IF(ISNUMBER({stated}),{stated}{power},"
            f"IF({is_nil(value)},0,{last})))"
        )
        return Live(text, self._in_use(id_))

    def stated(self, id_: str) -> Live:
        """The number that is typed, as value or as stated figure."""
        value, stated = self.cell(id_, Role.VALUE), self.cell(id_, Role.STATED)
        return number_of(
            Live(value, self._typed(id_, Role.VALUE)),
            number_of(Live(stated, self._typed(id_, Role.STATED)), EMPTY),
        )

    def computed(self, id_: str) -> Live | None:
        """The formula of the sum, the rate or the stand-in; None for a figure that has none."""
        one = self.catalogue[id_]
        found = EMPTY
        if one.fallback and self.has(one.fallback):
            found = number_of(self.term(one.fallback), found)
        if one.numerator and one.denominator and self.has(one.numerator) and self.has(one.denominator):
            found = rate(self.term(one.numerator), self.term(one.denominator), self.places(one), found)
        for parts in reversed(self._breakdowns(one)):
            found = total([self.term(item) for item in parts], found)
        return None if found is EMPTY else found

    def places(self, one: Indicator) -> Live:
        """The decimals of a computed rate: its own cell, the catalogue's, the unit's."""
        usual = self.decimals if one.decimals is None else one.decimals
        typed, own = self.cell(one.id, Role.DECIMALS), self.typed(one.id, Role.DECIMALS)
        value = own if isinstance(own, Decimal) else Decimal(usual)
        return Live(f"IF(ISNUMBER({typed}),{typed},{usual})", value)

    def previous(self, id_: str) -> Live:
        """Last year's number."""
        name, known = self.cell(id_, Role.BEFORE), self.before.get(id_)
        if known is not None and not isinstance(self.filling.before.get(id_), Decimal):
            return literal(known)
        if known is None and self.catalogue[id_].kind is Kind.RANK:
            return Live(
                f'IF(ISNUMBER({name}),{name},IFERROR(VALUE(LEFT({name},FIND("/",{name})-1)),{NOTHING}))'
            )
        return Live(name, known)

    def columns(self, list_id: str, field: str) -> tuple[str, str]:
        """The cells of one column of a list's table, and those of the whole table."""
        sheet, places = self.tables[list_id]
        numbers = [number for parts in places.values() for number in parts.values()]
        column = places[field][Role.VALUE]
        last = FIRST_ROW + TABLE_ROWS - 1
        return (
            area(sheet.name, (FIRST_ROW, column), (last, column)),
            area(sheet.name, (FIRST_ROW, min(numbers)), (last, max(numbers))),
        )

    def column_sum(self, item: str) -> Live:
        """The formula of the sum of a list's column; nothing while a row lacks its number."""
        id_, name = list_field(item)
        sheet, places = self.tables[id_]
        column, _ = self.columns(id_, name)
        last = FIRST_ROW + TABLE_ROWS - 1
        numbers = sorted(number for parts in places.values() for number in parts.values())
        joined = "&".join(area(sheet.name, (FIRST_ROW, one), (last, one)) for one in numbers)
        rows = f'SUMPRODUCT(--({joined}<>""))'
        text = f"IF(AND(COUNT({column})>0,COUNT({column})={rows}),SUM({column}),{NOTHING})"
        return Live(text, self._column(id_, name))

    def rows(self, list_id: str) -> list[dict[str, Cell]]:
        """The rows typed in a list's table."""
        return self.filling.rows.get(list_id, [])

    def _breakdowns(self, one: Indicator) -> list[tuple[str, ...]]:
        known = [parts for parts in one.parts if all(map(self.has, parts))]
        return sorted(known, key=lambda parts: not all(list_field(item)[1] for item in parts))

    def _power(self, id_: str) -> str:
        name = self.cell(id_, Role.SCALE) if self.catalogue[id_].kind is Kind.MONEY else ""
        if not name:
            return ""
        return f'*IF({name}="tỷ đồng",1000000000,IF({name}="triệu đồng",1000000,1))'

    def _typed(self, id_: str, role: str) -> Decimal | None:
        found = self.typed(id_, role)
        if not isinstance(found, Decimal):
            return None
        scale = self.typed(id_, Role.SCALE)
        return found.scaleb(_SCALES.get(scale, 0)) if isinstance(scale, str) else found

    def _in_use(self, id_: str) -> Decimal | None:
        if id_ in self._values:
            return self._values[id_]
        self._values[id_] = None  # an id met again on its own way is blank
        found = self._typed(id_, Role.VALUE)
        found = self._typed(id_, Role.STATED) if found is None else found
        words = self.typed(id_, Role.VALUE)
        if found is None and isinstance(words, str):
            found = Decimal(0) if says_nil(words) else None
        elif found is None:
            made = self.computed(id_)
            found = made.value if made else None
        self._values[id_] = found
        return found

    def _column(self, list_id: str, field: str) -> Decimal | None:
        numbers = [row.get(field) for row in self.rows(list_id)]
        known = [item for item in numbers if isinstance(item, Decimal)]
        return sum(known, Decimal(0)) if known and len(known) == len(numbers) else None
