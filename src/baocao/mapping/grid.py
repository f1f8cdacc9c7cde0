"""A sheet as somebody else's table: its headings, merged cells, and cells taken out as values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from baocao.errors import Finding, Where, finding
from baocao.forms.leaf import as_typed
from baocao.mapping.entries import hint
from baocao.source.raw import Literal, RawValue
from baocao.vietnamese.text import nearest
from baocao.vietnamese.unit_names import tidy
from baocao.workbook.addresses import read_column
from baocao.workbook.book import Sheet, cell_name, column_name, sheet_key
from baocao.workbook.hidden import has_hidden, hidden_findings, is_hidden

Cell = tuple[int, int]
"""Row and column, from 0."""

_TWO_COLUMNS = re.compile(r"\$?[A-Z]{1,3}\s*/\s*\$?[A-Z]{1,3}")


class Grid:
    """A sheet. title_rows: first and last row of the headings, from 0; None when it has none to go by.
    titles_at: the place that names those rows. has_hidden: whether anything of it is hidden. found_title:
    whether a column was found by its heading. lacking: the findings of headings that were not.
    """

    def __init__(
        self, sheet: Sheet, title_rows: tuple[int, int] | None = None, titles_at: Where | None = None
    ) -> None:
        self.sheet, self.title_rows, self.titles_at = sheet, title_rows, titles_at
        self.found_title = False
        self.lacking: list[Finding] = []
        self.name = sheet.name.strip()
        self.has_hidden = has_hidden(sheet)
        self._hidden: set[Cell] = set()
        self._told: set[str] = set()

    @cached_property
    def _covered(self) -> Mapping[Cell, Cell]:
        height, width = len(self.sheet.rows), self.sheet.width
        return {
            (row, column): (top, left)
            for (top, left), (bottom, right) in self.sheet.merged
            for row in range(top, min(bottom + 1, height))
            for column in range(left, min(right + 1, width))
            if (row, column) != (top, left)
        }

    def covered_in(self, column: int | None) -> list[tuple[int, Cell]]:
        """Rows whose cell in a column is hidden by a merged area, with the first cell of the area."""
        return [(row, first) for (row, place), first in self._covered.items() if place == column]

    def name_at(self, row: int, column: int) -> str:
        """The text of a cell, or of the merged area it lies in, as a name."""
        return tidy(self.sheet.value(*(self._covered.get((row, column)) or (row, column))))

    @cached_property
    def titles(self) -> tuple[tuple[str, ...], ...]:
        """Of each column its headings, the upper one first; one that goes on below is named once."""
        if self.title_rows is None:
            return ()
        first, last = self.title_rows
        return tuple(
            tuple(
                dict.fromkeys(name for row in range(first, last + 1) if (name := self.name_at(row, column)))
            )
            for column in range(self.sheet.width)
        )

    def columns(self, target: RawValue, findings: list[Finding]) -> tuple[int, ...]:
        """The column a text names, by letters or by heading; two for "C/D"; none with a finding."""
        typed = target.text
        names = re.split(r"\s*/\s*", typed) if _TWO_COLUMNS.fullmatch(typed) else [typed]
        found = tuple(self._column(name, target.where, findings) for name in names)
        return tuple(column for column in found if column is not None) if None not in found else ()

    def _column(self, typed: str, where: Where, findings: list[Finding]) -> int | None:
        by_letters, by_title = read_column(typed), self._by_title(typed)
        self.found_title |= bool(by_title)
        inside = by_letters is not None and by_letters < self.sheet.width
        if inside and by_title in ([], [by_letters]):
            return by_letters
        if len(by_title) == 1 and not inside:
            return by_title[0]
        findings.append(self._column_fault(typed, by_letters, by_title, where))
        return None

    def _by_title(self, typed: str) -> list[int]:
        """Columns of a heading: of the lowest one, or of all from the top with "/" between."""
        key = _title_key(typed)
        exact = [number for number, names in enumerate(self.titles) if _title_key("/".join(names)) == key]
        return exact or [
            number for number, names in enumerate(self.titles) if names and _title_key(names[-1]) == key
        ]

    def _column_fault(self, typed: str, letters: int | None, titles: list[int], where: Where) -> Finding:
        facts: dict[str, Any] = {"cot": typed[:60], "trang": self.name}
        many = [*([letters] if letters is not None and letters < self.sheet.width else []), *titles]
        if len(many) > 1:
            names = ", ".join(column_name(number) for number in dict.fromkeys(many))
            return finding("cot-nhieu-cho", where, cac_cot=names, **facts)
        if letters is not None:
            last = column_name(max(self.sheet.width - 1, 0))
            return finding("cot-ngoai-trang", where, cuoi=last, **facts)
        if self.title_rows is None:
            return finding("cot-can-tieu-de", where, **facts)
        known = [name for names in self.titles for name in ("/".join(names), *names[-1:]) if name]
        rows = "-".join(str(row + 1) for row in dict.fromkeys(self.title_rows))
        self.lacking.append(
            finding("cot-khong-co", where, dong=rows, goi_y=hint(nearest(typed, known)), **facts)
        )
        return self.lacking[-1]

    def value(self, cells: Sequence[Cell], findings: list[Finding]) -> RawValue:
        """What stands in a cell, or in two cells as "11/12"."""
        raw = self.cell(*cells[0], findings)
        if len(cells) == 1:
            return raw
        total = self.cell(*cells[1], findings)
        if raw.blank or total.blank:
            return raw
        return RawValue(f"{as_typed(raw)}/{as_typed(total)}", raw.where, Literal.TEXT)

    def cell(self, row: int, column: int, findings: list[Finding]) -> RawValue:
        """What stands in a cell; one that cannot be used is NULL, and a finding says why."""
        raw = self.sheet.raw(row, column)
        if (row, column) in self._covered:  # nobody sees what it may hold
            anchor = cell_name(*self._covered[row, column])
            fault: Finding | None = finding("o-trong-vung-gop", raw.where, o_dau=anchor)
        else:
            fault = None if raw.literal is Literal.EXACT else self.sheet.fault(row, column)
        if fault is None:
            if self.has_hidden and not raw.blank and is_hidden(self.sheet, row, column):
                self._hidden.add((row, column))
            return raw
        findings.append(fault)
        return RawValue(None, raw.where, Literal.NULL)

    def unseen(self) -> list[Finding]:
        """What is to be told of hidden cells taken out since the last call; columns and sheets once."""
        found = list(hidden_findings(self.sheet, self._hidden))
        self._hidden = set()
        new = [item for item in found if item.code == "dong-an-co-so-lieu" or item.code not in self._told]
        self._told |= {item.code for item in found}
        return new

    def last_cell(self) -> str:
        """The last cell of the part that holds anything."""
        return cell_name(max(len(self.sheet.rows) - 1, 0), max(self.sheet.width - 1, 0))

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell lies in the part of the sheet that holds anything."""
        return row < len(self.sheet.rows) and column < self.sheet.width

    def filled_rows(self, column: int, first: int, last: int | None) -> Iterator[tuple[int, str]]:
        """Rows with a text in a column, and that text."""
        end = len(self.sheet.rows) if last is None else min(last + 1, len(self.sheet.rows))
        for row in range(first, end):
            if name := tidy(self.sheet.rows[row][column]):
                yield row, name


def _title_key(text: str) -> str:
    return "/".join(sheet_key(part) for part in text.split("/"))
