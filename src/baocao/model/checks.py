"""What the values must be together: nothing needed is missing, no part is larger than its whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from baocao.errors import Severity, Where
from baocao.intake.raw import RawValue
from baocao.model.faults import Faults
from baocao.model.numbers import sample
from baocao.model.record import Value
from baocao.model.tree import Typed, place_of
from baocao.packs.catalogue import Catalogue, Indicator, list_field
from baocao.vietnamese.numbers import format_number

Values = Mapping[str, Value]


_NEW_FORM = "làm biểu mới bằng lệnh «baocao bieu tao», thêm --so-lieu và tên tệp này để giữ những số đã gõ."


def check_required(
    tree: RawValue, typed: Typed, catalogue: Catalogue, faults: Faults, *, draft: bool
) -> None:
    """Report required indicators that are neither given nor computable; in a draft they only warn."""
    for indicator in catalogue:
        if not indicator.required or _stated(indicator.id, typed):
            continue
        if not available(indicator.id, typed.values, catalogue):
            where = place_of(indicator.id, tree, catalogue)
            severity = Severity.WARNING if draft else None
            remedy = _how_to_give(indicator, tree) + _how_to_go_on(draft=draft)
            faults.add("thieu-bat-buoc", where, severity=severity, cach_sua=remedy)


def _how_to_go_on(*, draft: bool) -> str:
    """What else may be done about a missing figure; a draft is no way out of a draft."""
    return "" if draft else " Chưa có thì thêm --nhap để in bản dự thảo có chỗ trống."


def _how_to_give(indicator: Indicator, tree: RawValue) -> str:
    """Where to type a missing figure: behind its name, or as a new line of the innermost group there is."""
    raw, group = tree, ""
    names = indicator.id.split(".")
    for place, name in enumerate(names):
        if name not in raw.children:
            line = ".".join(names[place:])
            where = f" (dòng {raw.where.line})" if raw.where.line else ""
            return f"Thêm dòng «{line}: {sample(indicator)}» vào nhóm {group or 'so_lieu'}{where}."
        raw, group = raw.children[name], ".".join(names[: place + 1])
    if raw.where.cell:
        return f"Gõ vào ô này, ví dụ {sample(indicator)}."
    if raw.where.sheet:
        return f"Dòng của chỉ tiêu này không còn trong biểu; {_NEW_FORM}"
    return f"Gõ giá trị sau «{names[-1]}:», ví dụ {sample(indicator)}."


def check_parts(values: Values, catalogue: Catalogue, faults: Faults) -> None:
    """Report parts larger than a whole of theirs, among the figures and inside the rows of lists.

    `thanh_phan` and `trong` are errors, `nen_trong` warns. Hedged figures are not compared.
    """
    for (part, whole), severity in _pairs(catalogue).items():
        small, large = _number(part, values), _number(whole, values)
        if small is not None and large is not None and small > large:
            where = values[part.partition("[]")[0]].where
            _beyond(faults, where, severity, small, large, tong=catalogue[whole].label, muc_tong=whole)
    for id_, value in values.items():
        for row in value.records:
            _check_row(row, catalogue[id_].fields, faults)


def _check_row(row: Values, fields: Iterable[Indicator], faults: Faults) -> None:
    labels = {field.id: field.label for field in fields}
    for (part, whole), severity in _pairs(fields).items():
        small, large = _number(part, row), _number(whole, row)
        if small is not None and large is not None and small > large:
            place = row[whole].where.key
            _beyond(faults, row[part].where, severity, small, large, tong=labels[whole], muc_tong=place)


def _beyond(
    faults: Faults, where: Where, severity: Severity | None, small: Decimal, large: Decimal, **whole: str
) -> None:
    numbers = {"so_phan": format_number(small), "so_tong": format_number(large)}
    faults.add("phan-lon-hon-tong", where, severity=severity, **numbers, **whole)


def _stated(id_: str, typed: Typed) -> bool:
    """Whether a figure was typed, be it a wrong one: that has its own finding."""
    value = typed.values.get(id_)
    return id_ in typed.ids and (value is None or not _only_style(value))


def available(id_: str, values: Values, catalogue: Catalogue) -> bool:
    """Given, or computable from what is given. The catalogue has no cycles, so this ends."""
    list_id, field = list_field(id_)
    if field:
        return list_id in values
    if id_ in values and not _only_style(values[id_]):
        return True
    indicator = catalogue[id_]
    if indicator.fallback and available(indicator.fallback, values, catalogue):
        return True
    return any(all(available(item, values, catalogue) for item in row) for row in _sources(indicator))


def _only_style(value: Value) -> bool:
    """Whether the entry says how to print a computed figure, and no figure."""
    style = Value(
        value.where, hedge=value.hedge, decimals=value.decimals, source=value.source, window=value.window
    )
    return value == style


def _sources(indicator: Indicator) -> Iterator[tuple[str, ...]]:
    """Sets of indicators, each of which is enough to compute this one."""
    yield from (row for row in indicator.parts if row)
    if indicator.numerator and indicator.denominator:
        yield indicator.numerator, indicator.denominator


def _pairs(indicators: Iterable[Indicator]) -> dict[tuple[str, str], Severity | None]:
    """Part and whole of each comparison, and its severity when not the message's own."""
    pairs: dict[tuple[str, str], Severity | None] = {}
    for indicator in indicators:
        pairs |= {(indicator.id, whole): Severity.WARNING for whole in indicator.usually_within}
    for indicator in indicators:
        pairs |= {(part, indicator.id): None for row in indicator.parts for part in row}
        pairs |= {(indicator.id, whole): None for whole in indicator.within}
    return pairs


def _number(id_: str, values: Values) -> Decimal | None:
    """An exact number of the data; the sum of a list's column for `danh_sach[].cot`."""
    list_id, field = list_field(id_)
    if not field:
        value = values.get(id_)
        return _amount(value) if value is not None and not value.hedge else None
    rows = values[list_id].records if list_id in values else ()
    cells = [row[field] for row in rows if field in row]
    if not cells or any(cell.hedge for cell in cells):
        return None
    return sum((cell.number for cell in cells if cell.number is not None), Decimal(0))


def _amount(value: Value) -> Decimal | None:
    return Decimal(0) if value.nil else value.number
