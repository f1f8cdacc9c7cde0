"""Lists whose rows are numbered 1, 1.1, 1.1.1 (`bac`): which row stands below which.

The rows right below a row add up to it; the rows without a point in their number add up to the whole. In a
plain list (field "") all rows do, and none stands below another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from baocao.errors import Where
from baocao.model.faults import Faults
from baocao.model.record import Value
from baocao.packs.catalogue import Catalogue

Row = Mapping[str, Value]


def number_of(row: Row, field: str) -> str:
    """The number of a row, without a point or bracket at its end; "" for a row without one."""
    found = row.get(field)
    return "".join(found.text.split()).rstrip(".)") if found is not None else ""


def number_above(number: str) -> str:
    """The number that a number stands below: "1.2" of "1.2.3"; "" of "1"."""
    return number.rpartition(".")[0]


def top_rows(rows: Sequence[Row], field: str) -> list[int]:
    """The places of the rows that stand below no other."""
    return [place for place, row in enumerate(rows) if not number_above(number_of(row, field))]


def rows_below(rows: Sequence[Row], field: str) -> dict[int, list[int]]:
    """The places of the rows right below each row that has some, in the order of the list."""
    places = {number_of(row, field): place for place, row in reversed(list(enumerate(rows)))}
    found: dict[int, list[int]] = {}
    for place, row in enumerate(rows):
        above = places.get(number_above(number_of(row, field)))
        if above is not None and number_above(number_of(row, field)):
            found.setdefault(above, []).append(place)
    return dict(sorted(found.items()))


def added_rows(value: Value) -> Iterable[Row]:
    """The rows of a list that add up to a column's sum: those that stand below no other."""
    return [value.records[place] for place in top_rows(value.records, value.tree)]


def added_cells(value: Value, field: str) -> Iterator[Value]:
    """The typed cells of a column that add up to its sum: those of the rows below a row that is blank."""
    for place in _cells(value, field, blank=False):
        yield value.records[place][field]


def blank_cells(value: Value, field: str) -> Iterator[int]:
    """The places of the rows whose blank cell keeps a column from being added up."""
    return _cells(value, field, blank=True)


def _cells(value: Value, field: str, *, blank: bool) -> Iterator[int]:
    below = rows_below(value.records, value.tree)
    for place in top_rows(value.records, value.tree):
        yield from _cells_for(value.records, below, place, field, blank=blank)


def _cells_for(
    rows: Sequence[Row], below: Mapping[int, list[int]], place: int, field: str, *, blank: bool
) -> Iterator[int]:
    """The filled cells that make up a row's number, or the blank ones that it lacks."""
    if field in rows[place]:
        yield from () if blank else (place,)
    elif place in below:
        for item in below[place]:
            yield from _cells_for(rows, below, item, field, blank=blank)
    elif blank:
        yield place


def check_outline(values: Mapping[str, Value], catalogue: Catalogue, faults: Faults) -> None:
    """Report rows whose number is there twice, or stands below a number that is not there."""
    for id_, value in values.items():
        one = catalogue.indicators.get(id_)
        if one is not None and one.tree and value.records:
            _check(value, one.tree, faults)


def _check(list_: Value, field: str, faults: Faults) -> None:
    first: dict[str, Where] = {}
    for row in list_.records:
        number = number_of(row, field)
        if not number:
            continue
        where = row[field].where
        if number in first:
            faults.add("bac-trung", where, so=number, lan_dau=first[number].spot or "dòng trên")
        first.setdefault(number, where)
    for number, where in first.items():
        above = number_above(number)
        if above and above not in first:
            faults.add("bac-thieu-dong-tren", where, so=number, tren=above)
