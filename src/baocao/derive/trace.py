"""Where a figure comes from, in words: typed where, sum of which, rate of which, standing in for which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from baocao.derive.arithmetic import term
from baocao.derive.ground import Ground
from baocao.derive.resolved import How, amount_of
from baocao.model.faults import Faults
from baocao.model.period import label_of_year
from baocao.model.record import Value
from baocao.model.tree import read_values
from baocao.packs.catalogue import OverYears, list_field
from baocao.source.raw import Literal, RawValue

_HOW = {How.SUM: "cộng từ", How.RATE: "tính bằng tử số chia mẫu số", How.FALLBACK: "lấy theo"}


OF_YEARS = {
    OverYears.SUM: "cộng số của các năm",
    OverYears.FIRST: "lấy số của năm đầu",
    OverYears.LAST: "lấy số của năm cuối",
}
"""How a figure of a review is made of those of its years, in words."""


def trace(ground: Ground, item: str, depth: int = 0) -> Iterator[str]:
    """One line for the figure, then indented lines for what it was made of."""
    list_id, field = list_field(item)
    found = ground.now.get(list_id)
    value = ground.term(item)
    indent = "  " * depth
    if found is None or value is None:
        yield f"{indent}«{ground.label(item)}» ({item}): chưa có số liệu"
        return
    said = f"{indent}«{ground.label(item)}» ({item}): {_printed(ground, item, value)}"
    if field:
        yield f"{said}, cộng {len(found.value.records)} dòng của danh sách, {_place(ground, list_id)}"
        yield from (f"{indent}  {line}" for line, _ in _units(ground, item))
        return
    if found.how is How.YEARS:
        yield f"{said}, {OF_YEARS[ground.catalogue[item].over_years]}:"
        yield from (f"{indent}  {line}" for line in _years(ground, item, found.years))
        return
    units = tuple(_units(ground, item)) if found.how is How.STATED else ()
    if units:
        yield f"{said}, {_of_units(ground, item, value, [given for _, given in units])}:"
        yield from (f"{indent}  {line}" for line, _ in units)
        return
    yield f"{said}, {_HOW[found.how]}:" if found.inputs else f"{said}, {_place(ground, list_id)}"
    for part in found.inputs:
        yield from trace(ground, part, depth + 1)


def _years(ground: Ground, id_: str, years: Iterable[int]) -> Iterator[str]:
    """One line for each year that a figure is made of."""
    for year in years:
        found = ground.years[year][id_]
        at = found.value.where.but(key="", label="")
        origin = f"nhập tại {at}" if found.how is How.STATED and str(at) else "tính từ số liệu của kỳ đó"
        yield f"{label_of_year(ground.record.period, year)}: {_printed(ground, id_, found.value)}, {origin}"


def _units(ground: Ground, item: str) -> Iterator[tuple[str, Value]]:
    """One line for each unit that a total is made of, with what it gave."""
    id_ = list_field(item)[0]
    for unit in ground.record.units:
        if id_ in unit.figures:
            tree = RawValue({id_: unit.figures[id_]}, unit.figures[id_].where, Literal.MAP)
            value = term(item, read_values(tree, ground.catalogue, Faults(), draft=True).values.get)
            if value is not None:
                file = f", tệp {unit.file}" if unit.file else ""
                yield f"{unit.name}: {_printed(ground, item, value)}{file}", value


def _of_units(ground: Ground, id_: str, value: Value, given: Sequence[Value]) -> str:
    """How a total comes from the units: as their sum, or typed in its place."""
    of = f"{len(given)} đơn vị"
    if value.number is None and not value.nil:
        return f"ghép từ {of}, {_place(ground, id_).replace('nhập', 'ghi', 1)}"
    total = sum((one.number for one in given if one.number is not None), Decimal(0))
    if total == amount_of(value):
        return f"cộng số của {of}, {_place(ground, id_).replace('nhập', 'ghi', 1)}"
    summed = ground.words(id_, Value(number=total))
    return f"{_place(ground, id_)}; số của {of} cộng lại là {summed}"


def _printed(ground: Ground, item: str, value: Value) -> str:
    if value.records:
        return f"danh sách {len(value.records)} dòng"
    if value.number is None and not value.nil:
        return "đã có"
    words = ground.words(item, value)
    return f"{value.hedge} {words}" if value.hedge else words


def _place(ground: Ground, id_: str) -> str:
    where = ground.where(id_).but(key="", label="")
    source = ground.now[id_].value.source
    said = f"nhập tại {where}" if str(where) else "nhập trong số liệu"
    return f"{said} (nguồn: {source})" if source else said
