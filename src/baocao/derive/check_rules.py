"""The rules that do not hold, as findings: one for each fault, every number with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from baocao.derive.check_rates import rate_finding
from baocao.derive.ground import Ground
from baocao.derive.places import named, others, place_of
from baocao.derive.spots import Scope
from baocao.derive.suspects import Case, Suspect, cases
from baocao.derive.verdicts import Failure
from baocao.derive.wording import NIL_WORDS, quantity_words
from baocao.errors import Finding, Where, finding
from baocao.model.outline import added_rows
from baocao.model.record import Value
from baocao.packs.catalogue import Kind, list_field
from baocao.packs.rules import EQUAL, RuleKind
from baocao.vietnamese.numbers import format_number, format_percent

MOST_ROWS = 8
"""A column of more rows is not written out in a finding."""

_WITH_UNIT = frozenset({Kind.RATE, Kind.MONEY})


def check_rules(ground: Ground) -> Iterator[Finding]:
    """Findings about what does not agree; sums first, each in the order of the catalogue."""
    for case in cases(ground):
        found = _FINDINGS[case.failure.rule.kind](case)
        known = dict.fromkeys((*found.others, *_other_places(case, found.where)))
        yield replace(found, others=tuple(where for where in known if where.seen_from(found.where)))


def _other_places(case: Case, here: Where) -> Iterator[Where]:
    for failure in (case.failure, *case.others):
        carried = failure.rule.kind is RuleKind.CARRIED
        yield from others(failure.scope, failure.rule.left if carried else failure.rule.terms, here)


def _sum(case: Case) -> Finding:
    failure = case.failure
    if failure.given:
        return _partial(failure)
    scope, whole, parts = failure.scope, failure.rule.left[0], failure.rule.right
    here = scope.where(whole)
    stated = scope.stated(whole)
    return finding(
        "tong-lech" if stated else "tong-hai-cach",
        here,
        ten=scope.label(whole),
        cong_bo=_stated_words(scope, whole),
        tinh_duoc=_words(scope, whole, failure.right),
        chenh_lech=_words(scope, whole, abs(failure.left - failure.right)),
        huong="lớn hơn" if failure.left > failure.right else "nhỏ hơn",
        cho=f" ({place_of(scope, whole, here).removeprefix(', ')})" if not stated else "",
        phep_cong=_addition(scope, parts, here),
        muc_phan=_entries(scope, parts),
        goi_y=_hint(case, here),
    )


def _entries(scope: Scope, parts: Iterable[str]) -> str:
    """What to look at again: by label where the figures stand in cells, else by the names one types."""
    parts = tuple(parts)
    if any(value.where.cell for item in parts for _, value in scope.leaves(item)):
        return ", ".join(dict.fromkeys(f"«{scope.label(item)}»" for item in parts))
    return f"mục {', '.join(dict.fromkeys(list_field(item)[0] for item in parts))}"


def _partial(failure: Failure) -> Finding:
    """Some parts of a whole, the others blank, already exceed it."""
    scope, whole = failure.scope, failure.rule.left[0]
    here = scope.where(whole)
    return finding(
        "phan-vuot-tong",
        here,
        ten_phan=_addition(scope, failure.given, here),
        phan=_words(scope, whole, failure.right),
        ten_tong=scope.label(whole),
        tong=_stated_words(scope, whole),
    )


def _within(case: Case) -> Finding:
    failure = case.failure
    scope, (part,), (whole,) = failure.scope, failure.rule.left, failure.rule.right
    here = scope.where(whole)
    where = place_of(scope, part, here).removeprefix(", ")
    return finding(
        "phan-vuot-tong",
        here,
        ten_phan=f"«{scope.label(part)}»" + (f" ({where})" if where else ""),
        phan=_words(scope, whole, failure.left),
        ten_tong=scope.label(whole),
        tong=_stated_words(scope, whole),
    )


def _own(case: Case) -> Finding:
    failure = case.failure
    scope, rule = failure.scope, failure.rule
    here = scope.where(rule.left[0])
    equal = rule.relation == EQUAL
    return finding(
        "kiem-tra-lech" if equal else "kiem-tra-vuot",
        here,
        severity=rule.severity,
        ten=rule.label.rstrip("."),
        trai=_side(scope, rule.left, failure.left, here),
        phai=_side(scope, rule.right, failure.right, here),
        chenh_lech=_words(scope, rule.left[0], abs(failure.left - failure.right)),
        goi_y=_hint(case, here),
    )


def _carried(case: Case) -> Finding:
    failure = case.failure
    scope, item, before = failure.scope, failure.rule.left[0], failure.rule.right[0]
    here = scope.where(item)
    found = _before(scope, before)
    there = found.where.seen_from(here)
    made = finding(
        "ky-truoc-lech",
        here,
        ten=scope.label(item),
        so=_stated_words(scope, item),
        huong="lớn hơn" if failure.left > failure.right else "nhỏ hơn",
        chenh_lech=_words(scope, item, abs(failure.left - failure.right)),
        ten_truoc=scope.label(before),
        ky_truoc=scope.ground.record.period.previous_label,
        so_truoc=_words(scope, before, failure.right),
        cho=f" ({there})" if there else "",
        goi_y=_hint(case, here),
    )
    return replace(made, others=(found.where,) if there else ())


def _before(scope: Scope, item: str) -> Value:
    return scope.ground.before[item].value


def _shares(case: Case) -> Finding:
    failure = case.failure
    scope, shares = failure.scope, failure.rule.left
    here = scope.where(next(item for item in shares if scope.stated(item)))
    whole = scope.ground.catalogue[shares[0]].denominator
    terms = (named(scope, item, _term_words(scope, item), here) for item in shares)
    return finding(
        "ty-le-khong-du-100",
        here,
        ten=scope.label(whole),
        phep_cong=" + ".join(terms),
        tong=format_percent(failure.left, None),
    )


def _rate(case: Case) -> Finding:
    return rate_finding(case.failure)


def _hint(case: Case, here: Where) -> str:
    """Sentences: which number is the only one that would put all right, and what else fails with it."""
    said = "".join(f" Cùng một chỗ sai này: {_equation(other, here)}." for other in case.others)
    if case.suspect is None:
        return said
    return f"{said} {_suspicion(case.failure.scope.ground, case.suspect, here)}"


def _suspicion(ground: Ground, suspect: Suspect, here: Where) -> str:
    owner = ground.catalogue[suspect.spot.id]
    field = next((one for one in owner.fields if one.id == suspect.spot.field), owner)
    number_of_row = suspect.value.where.row or suspect.spot.row + 1
    row = f", dòng {number_of_row} của «{owner.label}»" if suspect.spot.field else ""
    there = suspect.value.where.seen_from(here)
    number = quantity_words(Value(number=suspect.number), field, ground.style)
    own = (suspect.spot.id, suspect.spot.field) == (here.key, "")
    what = "chính số này" if own else f"«{field.label}»{row}" + (f" ({there})" if there else "")
    return f"Có lẽ sai ở {what}: là {number} thì các số đều khớp."


def _equation(failure: Failure, here: Where) -> str:
    """A failing rule in numbers: "57.689 («Đã giải quyết», dòng 9) khác 57.502 («…») + 180 («…»)"."""
    scope, rule = failure.scope, failure.rule
    left = " + ".join(named(scope, item, _term_words(scope, item), here) for item in rule.left)
    if rule.kind is RuleKind.RATE:
        numbers = (named(scope, item, _term_words(scope, item), here) for item in rule.right)
        return f"{left} khác {' trên '.join(numbers)}"
    if rule.kind is RuleKind.CARRIED:
        label, there = scope.label(rule.right[0]), _before(scope, rule.right[0]).where.seen_from(here)
        ago = f"{scope.ground.record.period.previous_label}{f', {there}' if there else ''}"
        return f"{left} khác {format_number(failure.right)} («{label}» của {ago})"
    if rule.kind is RuleKind.SHARES:
        return f"{left} không đủ 100%"
    sign = "khác" if rule.relation == EQUAL else "lớn hơn"
    return f"{left} {sign} {_addition(scope, failure.given or rule.right, here)}"


def _side(scope: Scope, items: tuple[str, ...], total: Decimal, here: Where) -> str:
    terms = _addition(scope, items, here)
    return terms if len(items) == 1 else f"{terms} = {_words(scope, items[0], total)}"


def _addition(scope: Scope, items: tuple[str, ...], here: Where) -> str:
    return " + ".join(named(scope, item, _term_words(scope, item), here) for item in items)


def _term_words(scope: Scope, item: str) -> str:
    """The number of one part: "3.252"; a column of a list row by row, as the reader adds it up."""
    list_id, field = list_field(item)
    value = scope.ground.value(list_id) if scope.owner is None and field else None
    rows = tuple(added_rows(value)) if value is not None else ()
    if 1 < len(rows) <= MOST_ROWS:
        return " + ".join(format_number(_amount(row.get(field))) for row in rows)
    found = scope.term(item)
    if found is not None and found.number is not None and scope.indicator(item).kind in _WITH_UNIT:
        return scope.words(item, found)
    return format_number(_amount(found))


def _stated_words(scope: Scope, item: str) -> str:
    value = scope.term(item)
    assert value is not None
    return NIL_WORDS if value.nil else scope.words(item, value)


def _words(scope: Scope, item: str, number: Decimal) -> str:
    return scope.words(item, Value(number=number))


def _amount(value: Value | None) -> Decimal:
    return value.number if value is not None and value.number is not None else Decimal(0)


_FINDINGS: dict[RuleKind, Callable[[Case], Finding]] = {
    RuleKind.SUM: _sum,
    RuleKind.WITHIN: _within,
    RuleKind.OWN: _own,
    RuleKind.CARRIED: _carried,
    RuleKind.SHARES: _shares,
    RuleKind.RATE: _rate,
}
