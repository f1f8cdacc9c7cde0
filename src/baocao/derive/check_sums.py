"""Wholes against their parts: stated sums, parts beyond their whole, stated shares that do not make 100%."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from baocao.derive.agreement import hedge_holds, places_of
from baocao.derive.arithmetic import add
from baocao.derive.ground import Ground
from baocao.derive.resolved import How
from baocao.derive.wording import printed_number
from baocao.errors import Finding, finding
from baocao.model.record import Value
from baocao.packs.catalogue import Indicator, Kind, list_field
from baocao.vietnamese.numbers import format_number, format_percent

MOST_ROWS = 8
"""A column of more rows is not written out in a finding."""


def check_sums(ground: Ground) -> Iterator[Finding]:
    """Findings about sums and parts, in the order of the catalogue."""
    rates = {(one.numerator, one.denominator): one for one in ground.catalogue if one.kind is Kind.RATE}
    for whole in ground.catalogue:
        for breakdown in whole.parts:
            if not _is_outdone(ground, whole, breakdown):
                yield from _check_sum(ground, whole, breakdown)
            yield from _check_shares(ground, whole, [rates.get((part, whole.id)) for part in breakdown])
        yield from _check_within(ground, whole)


def _is_outdone(ground: Ground, whole: Indicator, breakdown: tuple[str, ...]) -> bool:
    """Whether a longer breakdown that holds all these parts has data throughout: these alone are no whole.

    Province + communes and province + districts + communes may stand side by side; who has districts fills
    all three.
    """
    longer = (other for other in whole.parts if set(breakdown) < set(other))
    return any(all(ground.term(item) is not None for item in other) for other in longer)


def _check_sum(ground: Ground, whole: Indicator, breakdown: tuple[str, ...]) -> Iterator[Finding]:
    stated = ground.value(whole.id)
    if stated is None or not _is_judged(ground, whole, breakdown):
        return
    terms = [(item, ground.term(item)) for item in breakdown]
    present = [(item, value) for item, value in terms if value is not None]
    total = add(value for _, value in present)
    if total is None or total.hedge:
        return
    if len(present) == len(terms):
        if not _agree(stated, total):
            yield _sum_finding(ground, whole, breakdown, stated, total)
    elif _amount(total) > _amount(stated) and not stated.hedge and _is_new(ground, whole, present):
        names = " + ".join(f"«{ground.label(item)}»" for item, _ in present)
        yield _beyond(ground, names, total, whole.id, stated)


def _is_judged(ground: Ground, whole: Indicator, breakdown: tuple[str, ...]) -> bool:
    """Whether the whole was typed, or summed from other parts than these."""
    found = ground.now[whole.id]
    return found.how is How.STATED or (found.how is How.SUM and found.inputs != breakdown)


def _agree(stated: Value, total: Value) -> bool:
    return hedge_holds(Fraction(_amount(stated)), stated.hedge, Fraction(_amount(total)))


def _is_new(ground: Ground, whole: Indicator, present: list[tuple[str, Value]]) -> bool:
    """Whether the model has not judged it: a single stated part beyond a stated whole is its matter."""
    return not ground.stated(whole.id) or len(present) > 1 or not ground.stated(present[0][0])


def _sum_finding(
    ground: Ground, whole: Indicator, breakdown: tuple[str, ...], stated: Value, total: Value
) -> Finding:
    difference = abs(_amount(stated) - _amount(total))
    return finding(
        "tong-lech" if ground.stated(whole.id) else "tong-hai-cach",
        ground.where(whole.id),
        ten=whole.label,
        cong_bo=ground.words(whole.id, stated),
        tinh_duoc=ground.words(whole.id, total if not total.nil else Value(number=Decimal(0))),
        chenh_lech=ground.words(whole.id, Value(number=difference)),
        huong="lớn hơn" if _amount(stated) > _amount(total) else "nhỏ hơn",
        phep_cong=" + ".join(_term_words(ground, item) for item in breakdown),
        muc_phan=", ".join(dict.fromkeys(list_field(item)[0] for item in breakdown)),
    )


def _term_words(ground: Ground, item: str) -> str:
    """One part of a sum: "3.252 («Cấp huyện»)"; a column of a list row by row, as the reader adds it up."""
    list_id, field = list_field(item)
    value = ground.value(list_id)
    rows = value.records if value is not None and field else ()
    numbers = [format_number(_amount(row.get(field))) for row in rows[: MOST_ROWS + 1]]
    if not 1 < len(numbers) <= MOST_ROWS:
        numbers = [format_number(_amount(ground.term(item)))]
    column = "cột " if field else ""
    return f"{' + '.join(numbers)} ({column}«{ground.label(item)}»)"


def _check_within(ground: Ground, part: Indicator) -> Iterator[Finding]:
    """A count beyond a whole it belongs to, when one of the two was derived (the model judges typed ones)."""
    value = ground.value(part.id)
    for whole_id in (*part.within, *part.usually_within):
        limit = ground.term(whole_id)
        if value is None or limit is None or value.hedge or limit.hedge:
            continue
        derived = not (ground.stated(part.id) and ground.stated(whole_id))
        if derived and _amount(value) > _amount(limit):
            yield _beyond(ground, f"«{part.label}»", value, whole_id, limit)


def _beyond(ground: Ground, name: str, value: Value, whole: str, limit: Value) -> Finding:
    return finding(
        "phan-vuot-tong",
        ground.where(whole),
        ten_phan=name,
        phan=ground.words(whole, value),
        ten_tong=ground.label(whole),
        tong=ground.words(whole, limit),
    )


def _check_shares(ground: Ground, whole: Indicator, rates: list[Indicator | None]) -> Iterator[Finding]:
    """Stated shares of all parts of one whole must make 100%, each allowed half of its last digit."""
    given = [rate for rate in rates if rate is not None]
    stated = [rate.id for rate in given if ground.stated(rate.id)]
    if not stated or len(given) != len(rates) or all(_is_computable(ground, rate) for rate in given):
        return
    shares = [(number, rate.label) for rate in given if (number := _exact_share(ground, rate)) is not None]
    total = sum((number for number, _ in shares), Decimal(0))
    slack = sum((Decimal(5).scaleb(-places_of(number) - 1) for number, _ in shares), Decimal(0))
    if len(shares) == len(given) and abs(total - 100) > slack:
        terms = ((format_percent(number, None), label) for number, label in shares)
        place = ground.where(stated[0])
        made = format_percent(total, None)
        yield finding("ty-le-khong-du-100", place, ten=whole.label, phep_cong=_addition(terms), tong=made)


def _exact_share(ground: Ground, rate: Indicator) -> Decimal | None:
    value = ground.value(rate.id)
    if value is None or value.number is None or value.hedge:
        return None
    return printed_number(value, rate, ground.style)


def _addition(terms: Iterable[tuple[str, str]]) -> str:
    return " + ".join(f"{number} («{label}»)" for number, label in terms)


def _is_computable(ground: Ground, rate: Indicator) -> bool:
    return ground.amount(rate.numerator) is not None and bool(ground.amount(rate.denominator))


def _amount(value: Value | None) -> Decimal:
    return value.number if value is not None and value.number is not None else Decimal(0)
