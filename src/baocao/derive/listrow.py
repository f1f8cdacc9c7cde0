"""Lists of the data: rows whose attributes are the catalogue's fields, made when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, ClassVar

from baocao.derive.blank import Blank
from baocao.derive.figure import Figure
from baocao.derive.spots import row_of
from baocao.model.record import HouseStyle, Value
from baocao.packs.catalogue import Indicator, Kind

Cells = Mapping[str, Value]
Make = Callable[[Indicator, Value, Value | None], Any]


@dataclass(frozen=True, slots=True)
class Source:
    """What the rows of a list have in common. make: makes the object of a cell out of its value and, when
    known, that of the previous period. blank_fields: the attributes of a cell without data, by its kind.
    before: the rows of the previous period by their names (`row_names`).
    """

    list: Indicator
    style: HouseStyle
    make: Make
    blank_fields: Mapping[Kind, tuple[str, ...]]
    fields: Mapping[str, Indicator]
    before: Mapping[str, Cells] = field(default_factory=dict)


class Row:
    """One row: `{{ m.ten }}`, `{{ m.so }}`. Printed alone it is its first field (a list with one field)."""

    def __init__(self, values: Cells, source: Source, number: int) -> None:
        self._values, self._source, self._number = values, source, number

    def __getattr__(self, name: str) -> Any:
        field = None if name.startswith("_") else self._source.fields.get(name)
        if field is None:
            raise AttributeError(name)
        made = self.__dict__[name] = self._cell(field)
        return made

    def names(self) -> tuple[str, ...]:
        """The attributes a template may ask for."""
        return tuple(self._source.fields)

    def __dir__(self) -> tuple[str, ...]:
        return self.names()

    def _cell(self, field: Indicator) -> Any:
        value = self._values.get(field.id)
        if value is None:
            return BlankCell(self, field)
        before = self._source.before
        last = before.get(row_name(self._values, self._source.list), {}).get(field.id) if before else None
        return self._source.make(field, value, last)

    def __str__(self) -> str:
        return str(getattr(self, next(iter(self._source.fields))))

    def __html__(self) -> str:
        from markupsafe import escape

        return str(escape(getattr(self, next(iter(self._source.fields)))))


class BlankCell(Blank):
    """A cell without data; its name is worded only when it is told."""

    __slots__ = ("_field", "_row")

    def __init__(self, row: Row, field: Indicator) -> None:
        self._row, self._field = row, field
        self._fields = row._source.blank_fields[field.kind]

    @property
    def ma(self) -> str:  # type: ignore[override]  # nobody sets it
        """The place in the data: "danh_sach[2].so"."""
        return f"{self._row._source.list.id}[{self._row._number}].{self._field.id}"

    @property
    def ten(self) -> str:  # type: ignore[override]  # nobody sets it
        """The label, with the row as a reader counts."""
        row = row_of(self._row._values, self._row._number - 1)
        return f"{self._field.label}, dòng {row} của {self._row._source.list.label}"


class Rows(tuple[Row, ...]):
    """The rows of a list with data. A tuple: loops, `length`, `noi` and indexing work."""

    trong: ClassVar[bool] = False
    khong_phat_sinh: ClassVar[bool] = False

    _source: Source

    @property
    def ma(self) -> str:
        """The list's id."""
        return self._source.list.id

    @property
    def ten(self) -> str:
        """The list's label."""
        return self._source.list.label

    @property
    def so_luong(self) -> Figure:
        """How many rows there are."""
        of = self._source.list
        counted = Indicator(f"{of.id}.so_luong", f"Số lượng: {of.label}", Kind.COUNT, unit=of.unit)
        return Figure(counted, Value(number=Decimal(len(self))), None, self._source.style)

    def names(self) -> tuple[str, ...]:
        """The attributes a template may ask for."""
        return ("ma", "ten", "so_luong", "trong", "khong_phat_sinh")

    def __dir__(self) -> tuple[str, ...]:
        return self.names()


def row_name(values: Cells, of: Indicator) -> str:
    """What a row is told apart by from one period to the next: its first text; "" when it has none."""
    name = next((one.id for one in of.fields if one.kind is Kind.TEXT), "")
    value = values.get(name)
    return " ".join(value.text.casefold().split()) if value is not None and value.text else ""


def row_names(records: Iterable[Cells], of: Indicator) -> Mapping[str, Cells]:
    """The rows of a list by their names; a name that two rows have names neither."""
    named: dict[str, Cells] = {}
    twice: set[str] = set()
    for values in records:
        name = row_name(values, of)
        twice |= {name} & named.keys()
        named[name] = values
    return {name: values for name, values in named.items() if name and name not in twice}


def rows_view(records: Iterable[Cells], source: Source) -> Rows:
    """The rows of one list."""
    rows = Rows(Row(values, source, number) for number, values in enumerate(records, 1))
    rows._source = source
    return rows
