"""A list of a data file -> the rows of its table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from baocao.authoring.forms.cells import Cell, Cells, cells_of, judged, raw_of, same
from baocao.authoring.forms.parted import Extras, back_together, parted_cells_of
from baocao.errors import Where
from baocao.forms.conventions import Role, split_column
from baocao.forms.extras import row_name
from baocao.forms.paths import Item
from baocao.forms.sheets import Column
from baocao.model.faults import Faults
from baocao.model.values import read_value
from baocao.packs.catalogue import Indicator, Kind
from baocao.source.raw import Literal, RawValue
from baocao.vietnamese.numbers import is_nil

Parts = Mapping[str, Sequence[str]]
"""Field -> the column ids of its cells, as `leaf` knows them."""


def rows_of(raw: RawValue, list_: Indicator, columns: Sequence[Column]) -> list[Cells] | None:
    """The rows, their cells by "field" or "field.part"; None when the table cannot say it all."""
    if is_nil(raw.text):
        return [{list_.fields[0].id + _tail(list_.fields[0]): raw.text}]
    if raw.literal is not Literal.LIST:
        return None
    parts = _parts(columns)
    rows = [_row(item, list_, parts) for item in raw.items]
    made = [row for row in rows if row]
    if len(made) != len(rows) or _says_nil(made) or not _same(raw, made, list_, parts):
        return None
    return made


def typed_list(rows: Sequence[Cells], list_: Indicator, columns: Sequence[Column]) -> RawValue:
    """What the reader makes of the rows of a table."""
    parts, where = _parts(columns), Where()
    if _says_nil(rows):
        return RawValue(str(next(iter(rows[0].values()))), where, Literal.TEXT)
    items = tuple(RawValue(_read_row(row, parts), where, Literal.MAP) for row in rows)
    return RawValue(items, where, Literal.LIST)


def parted_rows_of(
    raw: RawValue, list_: Indicator, columns: Sequence[Column]
) -> tuple[list[Cells], Extras] | None:
    """The rows, and by path below the list what no cell of theirs can say; None when the table cannot hold
    the rows even so.
    """
    parts = _parts(columns)
    rows: list[Cells] = []
    extras: Extras = []
    for number, item in enumerate(raw.items, 1):
        row, more = _parted_row(item, list_, parts)
        if not row:
            return None
        name = row_name(RawValue(_read_row(row, parts), Where(), Literal.MAP))
        rows.append(row)
        extras += [((Item(number, name), *steps), value) for steps, value in more]
    whole = None if _says_nil(rows) else back_together(typed_list(rows, list_, columns), extras)
    return (rows, extras) if whole is not None and judged(whole, list_) == judged(raw, list_) else None


def _parted_row(raw: RawValue, list_: Indicator, parts: Parts) -> tuple[Cells, Extras]:
    made: Cells = {}
    extras: Extras = []
    for name, typed in (_fields(raw, list_) or {}).items():
        field = next((item for item in list_.fields if item.id == name and name in parts), None)
        parted = None if field is None else parted_cells_of(typed, field, parts[name])
        if typed.blank:
            continue
        if parted is None:
            extras.append(((name,), typed))
            continue
        made |= {_key(name, part): cell for part, cell in parted[0].items()}
        extras += [((name, *steps), value) for steps, value in parted[1]]
    return made, extras


def _tail(field: Indicator) -> str:
    return ".loai" if field.kind is Kind.DOCUMENT else ""


def _parts(columns: Sequence[Column]) -> dict[str, list[str]]:
    parts: dict[str, list[str]] = {}
    for column in columns:
        split = split_column(column.id)
        if split is not None:
            parts.setdefault(split[1], []).append(split[2])
    return parts


def _row(raw: RawValue, list_: Indicator, parts: Parts) -> Cells | None:
    fields = _fields(raw, list_)
    if fields is None or not fields.keys() <= parts.keys():
        return None
    made: Cells = {}
    for item in list_.fields:
        typed = fields.get(item.id)
        if typed is None or typed.blank:
            continue
        cells = cells_of(typed, item, parts[item.id])
        if cells is None:
            return None
        made |= {_key(item.id, part): cell for part, cell in cells.items()}
    return made


def _fields(raw: RawValue, list_: Indicator) -> Mapping[str, RawValue] | None:
    """What is typed by field; a row of one value stands for the field that the model takes it for."""
    first = list_.fields[0]
    if raw.literal is Literal.MAP and not (_lone_document(list_) and first.id not in raw.children):
        return raw.children
    if len(list_.fields) == 1:
        return {first.id: raw}
    text = next((item.id for item in list_.fields if item.kind is Kind.TEXT), "")
    return {text: raw} if text and raw.literal is Literal.TEXT else None


def _lone_document(list_: Indicator) -> bool:
    return len(list_.fields) == 1 and list_.fields[0].kind is Kind.DOCUMENT


def _key(field: str, part: str) -> str:
    return field if part == Role.VALUE else f"{field}.{part}"


def _says_nil(rows: Sequence[Cells]) -> bool:
    """Whether the table would say "không phát sinh" of the whole list where one row says it."""
    only: list[Cell] = [cell for row in rows for cell in row.values()]
    return len(only) == 1 and is_nil(str(only[0]))


def _same(raw: RawValue, rows: Sequence[Cells], list_: Indicator, parts: Parts) -> bool:
    """Whether the table reads as the list does; findings count too."""
    where = Where()
    items = tuple(RawValue(_read_row(row, parts), where, Literal.MAP) for row in rows)
    back = RawValue(items, where, Literal.LIST)
    first, second = Faults(), Faults()
    values = (read_value(raw, list_, where, first), read_value(back, list_, where, second))
    codes = [[item.code for item in faults.items] for faults in (first, second)]
    return same(*values) and codes[0] == codes[1]


def _read_row(row: Cells, parts: Parts) -> dict[str, RawValue]:
    read = {
        field: raw_of({part: row[key] for part in names if (key := _key(field, part)) in row}, names)
        for field, names in parts.items()
    }
    return {field: item for field, item in read.items() if not item.blank}
