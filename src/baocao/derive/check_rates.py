"""Stated rates against what their named parts give, and where a false one may have come from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

from baocao.derive.agreement import Verdict, judge_rate, percent, places_of, whole_bases
from baocao.derive.ground import Ground
from baocao.derive.resolved import How
from baocao.derive.wording import printed_number
from baocao.errors import Finding, finding
from baocao.packs.catalogue import Indicator, Kind, list_field
from baocao.vietnamese.numbers import format_number, format_percent

MOST_SUGGESTIONS = 3


def check_rates(ground: Ground) -> Iterator[Finding]:
    """Findings about rates, in the order of the catalogue."""
    for indicator in ground.catalogue:
        if indicator.kind is Kind.RATE and indicator.numerator and indicator.denominator:
            yield from _check(ground, indicator)


def _check(ground: Ground, indicator: Indicator) -> Iterator[Finding]:
    found = ground.now.get(indicator.id)
    numerator, denominator = ground.amount(indicator.numerator), ground.amount(indicator.denominator)
    if found is None or found.value.number is None or numerator is None or not denominator:
        return
    if found.how is How.STATED:
        stated = printed_number(found.value, indicator, ground.style)
        verdict = judge_rate(stated, found.value.hedge, numerator, denominator)
        if verdict is not Verdict.AGREES:
            yield _mismatch(ground, indicator, stated, verdict)
        return
    limit = Decimal(100) if indicator.maximum is None else indicator.maximum
    if found.how is How.RATE and found.value.number > limit and not _is_judged_as_part(ground, indicator):
        facts = _parts(ground, indicator, found.value.number)
        yield finding("ty-le-tinh-vuot-100", ground.where(indicator.id), **facts, toi_da=_rate(limit))


def _is_judged_as_part(ground: Ground, rate: Indicator) -> bool:
    """Whether the numerator is a declared part of the denominator: then it is judged as such."""
    part, whole = (ground.catalogue.indicators.get(id_) for id_ in (rate.numerator, rate.denominator))
    within = part is not None and rate.denominator in part.within
    return within or (whole is not None and any(rate.numerator in breakdown for breakdown in whole.parts))


def _mismatch(ground: Ground, rate: Indicator, stated: Decimal, verdict: Verdict) -> Finding:
    code = "ty-le-bi-cat" if verdict is Verdict.TRUNCATED else "ty-le-lech"
    numerator, denominator = ground.amount(rate.numerator), ground.amount(rate.denominator)
    assert numerator is not None
    assert denominator
    places = places_of(stated)
    shown = max(places, ground.style.decimals) if stated in (0, 100) else places
    facts = _parts(ground, rate, percent(numerator, denominator, shown))
    hint = "" if verdict is Verdict.TRUNCATED else where_from(ground, rate, stated)
    typed = format_percent(stated, places, keep_zeros=True)
    return finding(code, ground.where(rate.id), cong_bo=typed, **facts, goi_y=hint)


def _parts(ground: Ground, rate: Indicator, computed: Decimal) -> dict[str, Any]:
    return {
        "tinh_duoc": _rate(computed),
        "tu_so": _words(ground, rate.numerator),
        "ten_tu_so": ground.label(rate.numerator),
        "muc_tu_so": rate.numerator,
        "mau_so": _words(ground, rate.denominator),
        "ten_mau_so": ground.label(rate.denominator),
        "muc_mau_so": rate.denominator,
    }


def where_from(ground: Ground, rate: Indicator, stated: Decimal) -> str:
    """A sentence with what would give the stated rate: other counts of the data, else the whole bases."""
    numerator, denominator = ground.amount(rate.numerator), ground.amount(rate.denominator)
    assert numerator is not None
    assert denominator
    places = places_of(stated)
    bases = _counts_that(ground, rate, lambda other: percent(numerator, other, places) == stated)
    tops = _counts_that(ground, rate, lambda other: percent(other, denominator, places) == stated)
    said = [_suggest(ground, "mẫu số", bases, stated), _suggest(ground, "tử số", tops, stated)]
    if not (bases or tops):
        _, field = list_field(rate.denominator)
        unit = "" if field else ground.catalogue[rate.denominator].unit
        said = [_bases_words(numerator, stated, f" {unit}" if unit else "")]
    return "".join(f" {sentence}" for sentence in said if sentence)


def _counts_that(ground: Ground, rate: Indicator, gives: Callable[[Decimal], bool]) -> list[str]:
    """Ids of the other counts that give the rate, those of the rate's own group first."""
    own = rate.id.rpartition(".")[0]
    others = ground.counts().items()
    ids = [id_ for id_, number in others if id_ not in (rate.numerator, rate.denominator) and gives(number)]
    return sorted(ids, key=lambda id_: id_.rpartition(".")[0] != own)


def _suggest(ground: Ground, role: str, ids: Iterable[str], stated: Decimal) -> str:
    names = [f"«{ground.label(id_)}» ({_words(ground, id_)})" for id_ in ids]
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


def _words(ground: Ground, id_: str) -> str:
    value = ground.term(id_)
    assert value is not None
    return ground.words(id_, value)


def _rate(number: Decimal) -> str:
    return format_percent(number, None)
