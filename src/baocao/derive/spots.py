"""Where the numbers of a check were typed: a scope over the figures of a record, or over a row of a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from baocao.derive.ground import Ground
from baocao.derive.resolve import resolve_again
from baocao.derive.resolved import How, Resolved
from baocao.derive.wording import quantity_words
from baocao.errors import Where
from baocao.model.outline import top_rows
from baocao.model.record import Value
from baocao.packs.catalogue import Indicator, list_field


class Spot(NamedTuple):
    """The place of one typed number: an indicator's id, or a row (from 0) and field of a list."""

    id: str
    row: int = -1
    field: str = ""


Leaf = tuple[Spot, Value]


def row_of(cells: Mapping[str, Value], row: int) -> int:
    """How a reader counts a row of a list (from 0 here): as Excel does where it has cells, else from 1."""
    return next((value.where.row for value in cells.values() if value.where.row), row + 1)


def blank_place(list_: Value, cells: Mapping[str, Value], field: str) -> Where:
    """Where a blank cell of a list's row stands: its own cell in a workbook, else the line of the row."""
    places = [value.where for value in cells.values() if value.where.spot]
    first = min(places, key=lambda place: place.line or 0, default=list_.where)
    column = dict(list_.columns).get(field, "")
    return first.but(cell=f"{column}{first.row}" if column and first.row else "", column=None)


@dataclass(frozen=True, slots=True)
class Scope:
    """What the ids of a rule stand for: figures of the record, or cells of row `row` (from 0) of `owner`."""

    ground: Ground
    owner: Indicator | None = None
    row: int = -1

    def term(self, item: str) -> Value | None:
        """The value of one side's part; None when blank."""
        return self.ground.term(item) if self.owner is None else self._cells().get(item)

    def stated(self, item: str) -> bool:
        """Whether the data gives it, be it as the column of a list."""
        return self.ground.stated(item) if self.owner is None else item in self._typed()

    def inputs(self, item: str) -> tuple[str, ...]:
        """The parts that a derived figure is the sum of; () for any other."""
        if self.owner is not None:
            return () if self.stated(item) else self._row_inputs(item)
        found = self.ground.now.get(item)
        return found.inputs if found is not None and found.how in (How.SUM, How.FALLBACK) else ()

    def indicator(self, item: str) -> Indicator:
        """The indicator or field of a part."""
        list_id, name = (self.owner.id, item) if self.owner else list_field(item)
        owner = self.ground.catalogue[list_id]
        return next((one for one in owner.fields if one.id == name), owner)

    def label(self, item: str) -> str:
        """How the part is called."""
        return self.indicator(item).label if self.owner else self.ground.label(item)

    def words(self, item: str, value: Value) -> str:
        """A value as the part prints it, with its unit."""
        return quantity_words(value, self.indicator(item), self.ground.style)

    def where(self, item: str) -> Where:
        """The place of a part; only its name when it was derived."""
        if self.owner is None:
            return self.ground.where(item)
        field, key = self.indicator(item), f"{self.owner.id}[{self.row + 1}].{item}"
        label = f"{field.label} (dòng {row_of(self._typed(), self.row)} của «{self.owner.label}»)"
        typed = self._typed().get(item)
        place = typed.where if typed is not None else self._blank_place(item)
        return place.but(file=place.file or self.ground.record.file, key=key, label=label)

    def leaves(self, item: str) -> Iterator[Leaf]:
        """The typed numbers that add up to a part: itself, the cells of its column, its own parts."""
        list_id, field = list_field(item)
        if self.owner is None and field:
            rows, owner = self._records(list_id), self.ground.catalogue[list_id]
            for number in top_rows(rows, owner.tree):
                yield from Scope(self.ground, owner, number).leaves_of(field, rows[number])
        elif self.stated(item):
            value = self.term(item)
            spot = Spot(self.owner.id, self.row, item) if self.owner else Spot(item)
            yield from () if value is None else ((spot, value),)
        else:
            for part in self.inputs(item):
                yield from self.leaves(part)

    def leaves_of(self, field: str, row: Mapping[str, Value]) -> Iterator[Leaf]:
        """The typed numbers behind one cell of a row."""
        yield from self.leaves(field) if field in row else ()

    def changed(self, spot: Spot, number: Decimal) -> Scope:
        """The same scope, had another number been typed in one place."""
        ground = self.ground
        old = ground.record.values[spot.id]
        new = replace(old, number=number, nil=False)
        if spot.row >= 0:
            rows = list(old.records)
            rows[spot.row] = {**rows[spot.row], spot.field: Value(number=number)}
            new = replace(old, records=tuple(rows))
        values = {**ground.record.values, spot.id: new}
        touched = ground.catalogue.dependence.of(spot.id).ids
        now = resolve_again(ground.now, touched, ground.catalogue, values, ground.style, self._from_years)
        record = replace(ground.record, values=values)
        return replace(self, ground=replace(ground, record=record, now=now))

    def _from_years(self, indicator: Indicator) -> Resolved | None:
        found = self.ground.now.get(indicator.id)
        return found if found is not None and found.how is How.YEARS else None

    def _cells(self) -> Mapping[str, Value]:
        assert self.owner is not None
        return self._records(self.owner.id)[self.row]

    def _records(self, list_id: str) -> tuple[Mapping[str, Value], ...]:
        found = self.ground.now.get(list_id)
        return found.value.records if found is not None else ()

    def _typed(self) -> Mapping[str, Value]:
        assert self.owner is not None
        return self.ground.record.values[self.owner.id].records[self.row]

    def _blank_place(self, item: str) -> Where:
        """The place of a blank cell: its own in a workbook, else that of its row."""
        assert self.owner is not None
        return blank_place(self.ground.record.values[self.owner.id], self._typed(), item)

    def _row_inputs(self, item: str) -> tuple[str, ...]:
        return next((row for row in self.indicator(item).parts if all(map(self.term, row))), ())
