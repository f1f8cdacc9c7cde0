"""Lists of the data: rows whose attributes are the catalogue's fields, made when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, ClassVar

from baocao.derive.figure import Figure
from baocao.model.record import HouseStyle, Value
from baocao.packs.catalogue import Indicator, Kind

Cells = Mapping[str, Value]
Make = Callable[[Indicator, "Value | None"], Any]


class Row:
    """One row: `{{ m.ten }}`, `{{ m.so }}`. Printed alone it is its first field (a list with one field)."""

    def __init__(self, values: Cells, list_: Indicator, number: int, make: Make) -> None:
        self._values, self._list, self._number, self._make = values, list_, number, make

    def __getattr__(self, name: str) -> Any:
        for field in self._list.fields if not name.startswith("_") else ():
            if field.id == name:
                made = self.__dict__[name] = self._make(self._placed(field), self._values.get(name))
                return made
        raise AttributeError(name)

    def names(self) -> tuple[str, ...]:
        """The attributes a template may ask for."""
        return tuple(field.id for field in self._list.fields)

    def __dir__(self) -> tuple[str, ...]:
        return self.names()

    def _placed(self, field: Indicator) -> Indicator:
        if field.id in self._values:
            return field
        label = f"{field.label} (dòng {self._number} của «{self._list.label}»)"
        return replace(field, id=f"{self._list.id}[{self._number}].{field.id}", label=label)

    def __str__(self) -> str:
        return str(getattr(self, self._list.fields[0].id))

    def __html__(self) -> str:
        from markupsafe import escape

        return str(escape(getattr(self, self._list.fields[0].id)))


class Rows(tuple[Row, ...]):
    """The rows of a list with data. A tuple: loops, `length`, `noi` and indexing work."""

    trong: ClassVar[bool] = False
    khong_phat_sinh: ClassVar[bool] = False

    ma: str
    ten: str
    so_luong: Figure

    def names(self) -> tuple[str, ...]:
        """The attributes a template may ask for."""
        return ("ma", "ten", "so_luong", "trong", "khong_phat_sinh")

    def __dir__(self) -> tuple[str, ...]:
        return self.names()


def rows_view(indicator: Indicator, records: Iterable[Cells], style: HouseStyle, make: Make) -> Rows:
    """The rows of one list; `so_luong` is how many there are."""
    rows = Rows(Row(values, indicator, number, make) for number, values in enumerate(records, 1))
    rows.ma, rows.ten = indicator.id, indicator.label
    label = f"Số lượng: {indicator.label}"
    counted = Indicator(f"{indicator.id}.so_luong", label, Kind.COUNT, unit=indicator.unit)
    rows.so_luong = Figure(counted, Value(number=Decimal(len(rows))), None, style)
    return rows
