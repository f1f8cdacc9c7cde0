"""Which rows of a table are units: those with a name, those with figures and no name, and what is neither."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import Any

from baocao.errors import Finding, Severity, finding
from baocao.mapping.columns import Columns
from baocao.mapping.mapped_book import MappedBook
from baocao.mapping.own_entries import PROFILE, is_shared
from baocao.mapping.table_ends import number_at
from baocao.mapping.unit_profile import names_group, tells_unit
from baocao.mapping.unit_rows import UnitRows
from baocao.source.raw import Literal
from baocao.vietnamese.unit_names import adds_units, is_nameless, is_unit

_NUMBER = re.compile(r"\d[\d.,\s]*%?")
_COLUMN_NUMBER = re.compile(r"\(?([0-9]{1,3})\)?(?:\s*=.*)?")
_CODE = re.compile(r"[\w.-]*\d[\w.-]*")
_LETTER = re.compile(r"[A-ZĐa-zđ]")
_MOST_NAMED = 5
"""Rows that a finding names one by one."""


class SortedRows:
    """The rows of a table. units: name and row of each, from the top; one without a name is called by its
    row. nameless: the rows of those.
    """

    def __init__(self, rows: UnitRows, book: MappedBook) -> None:
        self.rows, self.book = rows, book
        self._figures = sorted(book.columns.flat())
        own = book.own.items.get(PROFILE)
        marks = own if isinstance(own, Columns) else Columns(book.own.where)
        self._codes, self._levels = sorted(marks.only("ma").flat()), sorted(marks.only("cap").flat())
        self._passed = [item for item in rows.named if self._is_remark(*item)] if is_shared(book.main) else []
        passed = {row for _, row in self._passed}
        named = [item for item in rows.named if item[1] not in passed]
        named += self._merged()
        self._named_rows = [row for _, row in named]
        self.nameless = frozenset(self._without_name() if named else ())
        unnamed = [(f"Dòng {row + 1} (chưa có tên)", row) for row in self.nameless]
        self.units = tuple(sorted([*named, *unnamed], key=lambda item: item[1]))

    def passed_by(self) -> Iterator[Finding]:
        """The rows with a name that are no units, told at the first; where all names may go without the word
        of their level, to be looked at.
        """
        if not self._passed:
            return
        names = [f"dòng {row + 1} «{name[:40]}»" for name, row in self._passed[:_MOST_NAMED]]
        more = "…" if len(self._passed) > _MOST_NAMED else ""
        where = self.rows.cell(self._passed[0][1]).where
        doubtful = self._shares_level and not all(names_group(name) for name, _ in self._passed)
        level = Severity.WARNING if doubtful else Severity.INFO
        facts: dict[str, Any] = {"so": f"{len(self._passed):02d}", "cac_dong": ", ".join(names) + more}
        yield finding("dong-khong-phai-don-vi", where, severity=level, **facts)

    @cached_property
    def _shares_level(self) -> bool:
        level = self.book.main.children[PROFILE].children.get("cap")
        return level is not None and not level.blank

    def _is_remark(self, name: str, row: int) -> bool:
        """Whether a text is that of a heading or a signature: it tells no unit and has no figure."""
        return not tells_unit(name) and not self._has_figure(row) and not self._has_mark(row)

    def _merged(self) -> list[tuple[str, int]]:
        """Rows with figures whose name stands in a merged area: beside them, or above as that of another row,
        which makes two rows of one unit.
        """
        rows, column = self.rows, self.rows.column
        known = {row for _, row in rows.named}
        return [
            (name, row)
            for row, anchor in rows.grid.covered_in(column)
            if row not in known
            and self._in_table(row)
            and is_unit(name := rows.grid.name_at(*anchor))
            and self._has_figure(row)
        ]

    def _in_table(self, row: int) -> bool:
        return row >= self.rows.first and (self.rows.last is None or row <= self.rows.last)

    def _without_name(self) -> Iterator[int]:
        """Rows with figures or a code whose cell of the name says nothing."""
        rows, grid = self.rows, self.rows.grid
        last = len(grid.sheet.rows) - 1 if rows.last is None else min(rows.last, len(grid.sheet.rows) - 1)
        for row in range(rows.first, last + 1):
            says = is_nameless(rows.name(row)) and (self._has_figure(row) or self._has_code(row))
            if says and not self._is_sum(row):
                yield row

    def _has_figure(self, row: int) -> bool:
        cells = (self.rows.grid.sheet.raw(row, column) for column in self._figures)
        return any(raw.literal is Literal.EXACT or _NUMBER.fullmatch(raw.text.strip()) for raw in cells)

    def _has_mark(self, row: int) -> bool:
        sheet = self.rows.grid.sheet
        return self._has_code(row) or any(not sheet.raw(row, column).blank for column in self._levels)

    def _has_code(self, row: int) -> bool:
        sheet = self.rows.grid.sheet
        return any(_CODE.fullmatch(sheet.raw(row, column).text.strip()) for column in self._codes)

    def _is_sum(self, row: int) -> bool:
        """Whether a row without a name adds up the others, by a word in it or by its numbers; or numbers the
        columns.
        """
        grid = self.rows.grid
        if any(adds_units(grid.name_at(row, column)) for column in range(grid.sheet.width)):
            return True
        return self._numbers_columns(row) or self._adds_up(row)

    def _adds_up(self, row: int) -> bool:
        """Whether each number of a row is the sum of those of the units; at least one is."""
        found = [(number_at(self.rows.grid, row, column), self._sums[column]) for column in self._figures]
        given = [(number, total) for number, total in found if number is not None]
        return any(number for number, _ in given) and all(number == total for number, total in given)

    @cached_property
    def _sums(self) -> dict[int, Decimal]:
        """Of each column with figures the sum over the units; texts are left out, as Excel does."""
        grid, rows = self.rows.grid, self._named_rows
        return {
            column: sum((number_at(grid, row, column) or Decimal() for row in rows), Decimal())
            for column in self._figures
        }

    def _numbers_columns(self, row: int) -> bool:
        """Whether the cells count up by one: (1), (2), 3=1+2."""
        sheet = self.rows.grid.sheet
        typed = [sheet.raw(row, column).text.strip() for column in range(sheet.width)]
        found = [_COLUMN_NUMBER.fullmatch(text) for text in typed if text and not _LETTER.fullmatch(text)]
        numbers = [int(match[1]) for match in found if match]
        counted = list(range(numbers[0], numbers[0] + len(numbers))) if numbers else []
        return len(numbers) == len(found) and numbers == counted and len(numbers) > 1
