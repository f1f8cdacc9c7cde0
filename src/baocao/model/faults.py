"""The list on which every fault of one run is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from baocao.errors import Finding, Severity, Where, finding, stops
from baocao.model.names import guess

MOST_GUESSES = 100
"""Nearest names are looked up for so many names of a run; more wrong ones mean it is another kind of file."""


_LOST = frozenset({"bieu-lech-nhan", "bieu-mat-cot-ma", "bieu-mat-dong-ma", "bieu-mat-trang"})
"""Faults of a whole sheet of a form: whatever else its cells seem to say is a consequence."""


_OF_ROWS = frozenset({"so-go-thanh-chu"})
"""Remarks on a cell that are told once for all cells of its row."""
_MOST_CELLS = 6


class Faults:
    """Collects findings; `in_order` gives them file by file, line by line."""

    def __init__(self, findings: Iterable[Finding] = (), pack_id: str = "") -> None:
        self.items = list(findings)
        self.pack_id = pack_id
        self.guesses = 0
        self.spoilt = {_cell(item.where) for item in self.items if item.where.cell and stops((item,))}
        self.lost = {_sheet(item.where) for item in self.items if item.code in _LOST}

    def add(
        self,
        code: str,
        where: Where,
        *,
        severity: Severity | None = None,
        others: tuple[Where, ...] = (),
        **facts: Any,
    ) -> None:
        """Write down one fault. others: the places of the other numbers it speaks of.

        What stands in a cell that reading could not use is not told a second time, and nothing of a sheet
        whose cells may be those of other entries.
        """
        if self._held_back(where, others):
            return
        self.items.append(finding(code, where, severity=severity, others=others, **facts))

    def take(self, findings: Iterable[Finding]) -> None:
        """Write down what was found elsewhere, likewise."""
        self.items += (item for item in findings if not self._held_back(item.where, item.others))

    def _held_back(self, where: Where, others: tuple[Where, ...] = ()) -> bool:
        if self.spoilt and _cell(where) in self.spoilt:
            return True
        return bool(self.lost) and any(_sheet(place) in self.lost for place in (where, *others))

    def guess(self, typed: str, known: Iterable[str]) -> str:
        """The sentence that names the nearest known name; nothing when too many were asked for already."""
        return guess(typed, known) if self.may_guess() else ""

    def may_guess(self) -> bool:
        """Count one more look-up of a nearest name, and say whether it is still worth while."""
        self.guesses += 1
        return self.guesses <= MOST_GUESSES

    def in_order(self) -> tuple[Finding, ...]:
        """All findings: files and sheets in the order they were met, each from top to bottom."""
        met: dict[tuple[str, str], int] = {}
        files: dict[str, int] = {}
        for item in self.items:
            files.setdefault(item.where.file, len(files))
            met.setdefault((item.where.file, item.where.sheet), len(met))
        ordered = sorted(
            self.items,
            key=lambda item: (
                files[item.where.file],
                met[item.where.file, item.where.sheet],
                item.where.line or 0,
                _row_and_column(item.where.cell),
            ),
        )
        return tuple(_once_a_row(ordered))


def _once_a_row(items: Iterable[Finding]) -> list[Finding]:
    """The findings with numbers typed as text told once for a row of a sheet."""
    rows: dict[object, list[Finding]] = {}
    made: list[Finding] = []
    for item in items:
        alike = rows.setdefault((_sheet(item.where), item.where.row), []) if item.code in _OF_ROWS else None
        if alike is None or not alike:
            made.append(item)
        if alike is not None:
            alike.append(item)
    several = {group[0]: _with_places(group) for group in rows.values() if len(group) > 1}
    return [several.get(item, item) for item in made]


def _with_places(alike: list[Finding]) -> Finding:
    cells = [item.where.cell for item in alike[1:]]
    named = ", ".join(cells[:_MOST_CELLS]) + (", …" if len(cells) > _MOST_CELLS else "")
    facts = dict(alike[0].facts) | {"cung_dong": f" Cùng dòng còn {len(cells):02d} ô như vậy: {named}."}
    return replace(alike[0], facts=tuple(facts.items()))


def _sheet(where: Where) -> tuple[str, str]:
    return where.file, where.sheet


def _cell(where: Where) -> tuple[str, str, str]:
    return where.file, where.sheet, where.cell


def _row_and_column(cell: str) -> tuple[int, int, str]:
    """Sorts cells row by row, and column B before column AA; nothing stands before all cells."""
    column = cell.rstrip("0123456789")
    return int(cell[len(column) :] or 0), len(column), column
