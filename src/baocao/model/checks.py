"""What the values must be together: nothing needed is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from baocao.errors import Severity
from baocao.intake.raw import RawValue
from baocao.model.faults import Faults
from baocao.model.record import Value
from baocao.model.samples import row_sample, sample
from baocao.model.tree import Typed, place_of
from baocao.packs.catalogue import Catalogue, Indicator, Kind, list_field

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
            if indicator.kind is Kind.LIST:
                rows = f"dưới dòng ấy mỗi mục một dòng, ví dụ «{row_sample(indicator)}»"
                return f"Thêm dòng «{line}:» vào nhóm {group or 'so_lieu'}{where}, {rows}."
            return f"Thêm dòng «{line}: {sample(indicator)}» vào nhóm {group or 'so_lieu'}{where}."
        raw, group = raw.children[name], ".".join(names[: place + 1])
    if raw.where.cell:
        return f"Gõ vào ô này, ví dụ {sample(indicator, raw.where)}."
    if raw.where.sheet:
        return f"Dòng của chỉ tiêu này không còn trong biểu; {_NEW_FORM}"
    if indicator.kind is Kind.LIST:
        return f"Xuống dòng dưới «{names[-1]}:», gõ mỗi mục một dòng, ví dụ «{row_sample(indicator)}»."
    return f"Gõ giá trị sau «{names[-1]}:», ví dụ {sample(indicator)}."


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
