"""No typed part is larger than a typed whole of it (rules WITHIN of the catalogue)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from baocao.errors import Severity, Where
from baocao.model.faults import Faults
from baocao.model.margins import margin_of
from baocao.model.outline import added_cells
from baocao.model.record import Value
from baocao.packs.catalogue import Catalogue, list_field
from baocao.packs.judgement import lies_in, span
from baocao.packs.rules import Rule
from baocao.vietnamese.numbers import format_number

Values = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class _Typed:
    """A number of the data: what it is called and where it stands. key: its id, or the address of a cell."""

    key: str
    label: str
    number: Decimal
    margin: Decimal
    where: Where


@dataclass(frozen=True, slots=True)
class _Breach:
    part: _Typed
    whole: _Typed
    severity: Severity


def check_parts(values: Values, catalogue: Catalogue, faults: Faults) -> None:
    """Report parts larger than a whole of theirs, among the figures and inside the rows of lists.

    `thanh_phan` and `trong` are errors, `nen_trong` warns. Hedged figures are not compared. A number that
    is beyond several others, or below several parts of it, is told once; so is a cell that makes its column
    too large.
    """
    told: set[str] = set()
    for list_id, of_rows in catalogue.within.items():
        if list_id not in values:
            continue
        labels = {field.id: field.label for field in catalogue[list_id].fields}
        for row in values[list_id].records:
            found = _breaches(of_rows, row, partial(_cell, row=row, labels=labels))
            told |= {f"{list_id}[].{rule.left[0]}" for rule, _ in found}
            _report([breach for _, breach in found], faults)
    of_figures = [rule for rule in catalogue.within.get("", ()) if rule.left[0] not in told]
    found = _breaches(of_figures, values, partial(_figure, values=values, catalogue=catalogue))
    _report([breach for _, breach in found], faults)


def _breaches(
    rules: Iterable[Rule], values: Values, typed: Callable[[str], _Typed | None]
) -> list[tuple[Rule, _Breach]]:
    found = []
    for rule in rules:
        if _clearly_within(values.get(rule.left[0]), values.get(rule.right[0])):
            continue
        part = typed(rule.left[0])
        whole = typed(rule.right[0]) if part is not None else None
        if part is None or whole is None:
            continue
        allowed = span(rule.relation, margin=part.margin + whole.margin)
        if not lies_in(part.number - whole.number, allowed):
            found.append((rule, _Breach(part, whole, rule.severity)))
    return found


def _clearly_within(part: Value | None, whole: Value | None) -> bool:
    """Whether two plain numbers are as they should be, whatever the margin; most are."""
    if part is None or whole is None or part.number is None or whole.number is None:
        return False
    return part.number <= whole.number


def _report(breaches: list[_Breach], faults: Faults) -> None:
    """The number that takes part in most breaches first, with all of them."""
    while breaches:
        wholes, parts = Counter(one.whole for one in breaches), Counter(one.part for one in breaches)
        (whole, below), (part, beyond) = wholes.most_common(1)[0], parts.most_common(1)[0]
        if below > 1 and below >= beyond:
            told = [one for one in breaches if one.whole == whole]
            _tell("tong-nho-hon-phan", whole, [one.part for one in told], told, faults)
        elif beyond > 1:
            told = [one for one in breaches if one.part == part]
            _tell("phan-lon-hon-cac-tong", part, [one.whole for one in told], told, faults)
        else:
            told = breaches
            for one in told:
                _tell_one(one, faults)
        breaches = [one for one in breaches if one not in told]


def _tell_one(breach: _Breach, faults: Faults) -> None:
    part, whole = breach.part, breach.whole
    there = whole.where.seen_from(part.where)
    faults.add(
        "phan-lon-hon-tong",
        part.where,
        severity=_own(breach.severity),
        others=(whole.where,),
        so_phan=format_number(part.number),
        so_tong=format_number(whole.number),
        tong=whole.label,
        cho=f", {there}" if there else "",
        noi_tong=there if whole.where.cell and there else f"mục {whole.key}",
    )


def _tell(code: str, one: _Typed, others: list[_Typed], told: list[_Breach], faults: Faults) -> None:
    severity = max((breach.severity for breach in told), key=lambda level: level is Severity.ERROR)
    faults.add(
        code,
        one.where,
        severity=_own(severity),
        others=tuple(other.where for other in others),
        so=format_number(one.number),
        cac_so="; ".join(_named(other, one.where) for other in others),
    )


def _named(typed: _Typed, here: Where) -> str:
    there = typed.where.seen_from(here)
    return f"{format_number(typed.number)} («{typed.label}»{f', {there}' if there else ''})"


def _own(severity: Severity) -> Severity | None:
    return None if severity is Severity.ERROR else severity


def _figure(item: str, values: Values, catalogue: Catalogue) -> _Typed | None:
    list_id, field = list_field(item)
    value = values.get(list_id)
    if value is None:
        return None
    owner = catalogue[list_id]
    if not field:
        return _typed(item, owner.label, (value,), value.where)
    cells: Iterable[Value] = [value] if value.nil else added_cells(value, field)
    label = next(one.label for one in owner.fields if one.id == field)
    return _typed(list_id, f"{label} của {owner.label}", cells, value.where)


def _cell(item: str, row: Values, labels: Mapping[str, str]) -> _Typed | None:
    value = row.get(item)
    return None if value is None else _typed(value.where.key, labels[item], (value,), value.where)


def _typed(key: str, label: str, values: Iterable[Value], where: Where) -> _Typed | None:
    """The sum of exact numbers; None when there is none, or one is hedged."""
    exact = [value for value in values if value.nil or value.number is not None]
    if not exact or any(value.hedge for value in exact):
        return None
    numbers = (value.number for value in exact if value.number is not None)
    return _Typed(key, label, sum(numbers, Decimal(0)), sum(map(margin_of, exact), Decimal(0)), where)
