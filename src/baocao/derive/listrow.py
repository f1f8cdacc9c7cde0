"""Lists of the data: rows whose attributes are the catalogue's fields, made when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any, ClassVar

from baocao.derive.figure import Figure
from baocao.derive.spots import row_of
from baocao.model.record import HouseStyle, Value
from baocao.packs.catalogue import Indicator, Kind

Cells = Mapping[str, Value]
Make = Callable[[Indicator, Value], Any]
MakeBlank = Callable[[str, str, Kind], Any]


class Row:
    """One row: `{{ m.ten }}`, `{{ m.so }}`. Printed alone it is its first field (a list with one field)."""

    def __init__(self, values: Cells, list_: Indicator, number: int, make: Make, blank: MakeBlank) -> None:
        self._values, self._list, self._number, self._make, self._blank = values, list_, number, make, blank

    def __getattr__(self, name: str) -> Any:
        for field in self._list.fields if not name.startswith("_") else ():
            if field.id == name:
                made = self.__dict__[name] = self._cell(field)
                return made
        raise AttributeError(name)

    def names(self) -> tuple[str, ...]:
        """The attributes a template may ask for."""
        return tuple(field.id for field in self._list.fields)

    def __dir__(self) -> tuple[str, ...]:
        return self.names()

    def _cell(self, field: Indicator) -> Any:
        if field.id in self._values:
            return self._make(field, self._values[field.id])
        row = row_of(self._values, self._number - 1)
        label = f"{field.label}, dòng {row} của {self._list.label}"
        return self._blank(f"{self._list.id}[{self._number}].{field.id}", label, field.kind)

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


def rows_view(
    indicator: Indicator, records: Iterable[Cells], style: HouseStyle, make: Make, blank: MakeBlank
) -> Rows:
    """The rows of one list; `so_luong` is how many there are."""
    rows = Rows(Row(values, indicator, number, make, blank) for number, values in enumerate(records, 1))
    rows.ma, rows.ten = indicator.id, indicator.label
    label = f"Số lượng: {indicator.label}"
    counted = Indicator(f"{indicator.id}.so_luong", label, Kind.COUNT, unit=indicator.unit)
    rows.so_luong = Figure(counted, Value(number=Decimal(len(rows))), None, style)
    return rows
