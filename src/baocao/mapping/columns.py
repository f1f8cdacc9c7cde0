"""Columns of a table by indicator or field, and one of its rows as values."""

from __future__ import annotations

from dataclasses import dataclass, field

from baocao.errors import Finding, Where
from baocao.mapping.entries import Targets, first_place
from baocao.mapping.grid import Grid
from baocao.source.raw import Literal, RawValue


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns nested as in `so_lieu`: each end is one column, or two for a number and its total.

    where: the place that names the first of them.
    """

    where: Where
    items: dict[str, Columns | tuple[int, ...]] = field(default_factory=dict)

    def flat(self) -> set[int]:
        """All columns."""
        found: set[int] = set()
        for item in self.items.values():
            found |= item.flat() if isinstance(item, Columns) else set(item)
        return found

    def only(self, *names: str) -> Columns:
        """Those of a few entries."""
        return Columns(self.where, {name: item for name, item in self.items.items() if name in names})


def columns_of(targets: Targets, grid: Grid, where: Where, findings: list[Finding]) -> Columns:
    """The columns that texts name; one that cannot be found is left out."""
    made: dict[str, Columns | tuple[int, ...]] = {}
    for name, item in targets.items():
        if isinstance(item, dict):
            made[name] = columns_of(item, grid, first_place(item), findings)
        elif columns := grid.columns(item, findings):
            made[name] = columns
    return Columns(where, made)


def row_value(columns: Columns, grid: Grid, row: int, findings: list[Finding]) -> RawValue:
    """The cells of one row as a mapping, nested as the columns are."""
    made: dict[str, RawValue] = {}
    for name, item in columns.items.items():
        if isinstance(item, Columns):
            made[name] = row_value(item, grid, row, findings)
        elif len(item) == 1:
            made[name] = grid.cell(row, item[0], findings)
        else:
            made[name] = grid.value([(row, column) for column in item], findings)
    return RawValue(made, columns.where, Literal.MAP)
