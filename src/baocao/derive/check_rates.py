"""Stated rates against what their named parts give, and where a false one may have come from."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from baocao.derive.agreement import Verdict, gives, is_tiny_share, percent, places_of, whole_bases
from baocao.derive.places import place_of
from baocao.derive.resolved import amount_of
from baocao.derive.spots import Scope
from baocao.derive.verdicts import Failure, is_exact
from baocao.derive.wording import printed_hedge
from baocao.errors import Finding, Severity, finding
from baocao.model.record import Hedge
from baocao.packs.catalogue import list_field
from baocao.vietnamese.numbers import LESS_THAN, format_number, format_percent

MOST_SUGGESTIONS = 3


def rate_finding(failure: Failure) -> Finding:
    """A stated rate that its parts do not give, or a computed one above its limit: that one is as wrong as a
    typed one, unless its parts are rounded amounts.
    """
    scope, rule = failure.scope, failure.rule
    id_, (top, base) = rule.left[0], rule.right
    numerator, denominator = _number(scope, top), _number(scope, base)
    here = scope.where(id_)
    facts: dict[str, Any] = {
        "tu_so": _words(scope, top),
        "ten_tu_so": scope.label(top),
        "cho_tu_so": place_of(scope, top, here),
        "muc_tu_so": top,
        "mau_so": _words(scope, base),
        "ten_mau_so": scope.label(base),
        "cho_mau_so": place_of(scope, base, here),
        "muc_mau_so": base,
    }
    if not scope.stated(id_):
        severity = Severity.ERROR if is_exact(rule, scope) else Severity.WARNING
        computed = _hedged(scope, id_, _rate(failure.left))
        beyond: dict[str, Any] = {"tinh_duoc": computed, "toi_da": _rate(failure.right)}
        return finding("ty-le-tinh-vuot-100", here, severity=severity, **facts, **beyond)
    cut, stated = failure.verdict is Verdict.TRUNCATED, failure.left
    places = places_of(stated)
    hedge = _printed_hedge(scope, id_)
    tiny = is_tiny_share(numerator, denominator, places)
    shown = max(places, scope.ground.style.decimals) if tiny or stated == 100 else places
    return finding(
        "ty-le-bi-cat" if cut else "ty-le-lech",
        here,
        cong_bo=f"{hedge} {format_percent(stated, places, keep_zeros=True)}".strip(),
        tinh_duoc=_computed(numerator, denominator, shown),
        **facts,
        goi_y="" if cut or hedge else where_from(scope, id_, top, base, stated),
    )


def where_from(scope: Scope, id_: str, top: str, base: str, stated: Decimal) -> str:
    """A sentence with what would give the stated rate: other counts of the data, else the whole bases."""
    numerator, denominator = _number(scope, top), _number(scope, base)
    others = _others(scope, id_, (top, base))
    bases = [one for one, number in others.items() if gives(numerator, number, stated)]
    tops = [one for one, number in others.items() if gives(number, denominator, stated)]
    said = [_suggest(scope, "mẫu số", bases, stated), _suggest(scope, "tử số", tops, stated)]
    if not (bases or tops):
        unit = "" if list_field(base)[1] else scope.indicator(base).unit
        said = [_bases_words(numerator, stated, f" {unit}" if unit else "")]
    return "".join(f" {sentence}" for sentence in said if sentence)


def _others(scope: Scope, id_: str, used: tuple[str, str]) -> dict[str, Decimal]:
    """The other counts of the data by id, those of the rate's own group first; none for a row."""
    if scope.owner is not None:
        return {}
    own = id_.rpartition(".")[0]
    counts = ((one, number) for one, number in scope.ground.counts().items() if one not in used)
    return dict(sorted(counts, key=lambda one: one[0].rpartition(".")[0] != own))


def _suggest(scope: Scope, role: str, ids: Iterable[str], stated: Decimal) -> str:
    names = [f"«{scope.label(id_)}» ({_words(scope, id_)})" for id_ in ids]
    if not names:
        return ""
    more = f" và {len(names) - MOST_SUGGESTIONS} số khác" if len(names) > MOST_SUGGESTIONS else ""
    return f"{_rate(stated)} là đúng nếu {role} là {' hoặc '.join(names[:MOST_SUGGESTIONS])}{more}."


def _bases_words(numerator: Decimal, stated: Decimal, unit: str) -> str:
    if not numerator or numerator != numerator.to_integral_value():
        return ""
    first, last = whole_bases(numerator, stated)
    if last is None:
        return f"Muốn được {_rate(stated)} thì mẫu số phải từ {format_number(first)} trở lên."
    if first == last:
        return f"Muốn được {_rate(stated)} thì mẫu số phải là {format_number(first)}."
    if first < last:
        span = f"từ {format_number(first)} đến {format_number(last)}"
        return f"Muốn được {_rate(stated)} thì mẫu số phải {span}."
    return f"Không có số{unit} nào chia ra được {_rate(stated)}."


def _number(scope: Scope, item: str) -> Decimal:
    value = scope.term(item)
    number = amount_of(value) if value is not None else None
    assert number is not None
    return number


def _words(scope: Scope, item: str) -> str:
    value = scope.term(item)
    assert value is not None
    return _hedged(scope, item, scope.words(item, value))


def _printed_hedge(scope: Scope, item: str) -> Hedge:
    value = scope.term(item)
    assert value is not None
    return printed_hedge(value, scope.indicator(item), scope.ground.style)


def _hedged(scope: Scope, item: str, words: str) -> str:
    value = scope.term(item)
    return f"{value.hedge} {words}" if value is not None and value.hedge else words


def _computed(numerator: Decimal, denominator: Decimal, places: int) -> str:
    words = _rate(percent(numerator, denominator, places))
    return f"{LESS_THAN} {words}" if is_tiny_share(numerator, denominator, places) else words


def _rate(number: Decimal) -> str:
    return format_percent(number, None)
