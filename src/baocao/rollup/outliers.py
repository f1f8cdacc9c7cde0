"""Figures far from what a unit had last year, or from what the other units have.

Robust: the middle is the median, the usual spread the median of the distances from it (MAD), both of the
logarithm, because units differ by factors. A single wild figure moves neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from math import log10
from statistics import median

from baocao.errors import Finding, finding
from baocao.model.record import Value
from baocao.packs.catalogue import Indicator, Kind, RollUp
from baocao.rollup.member import Member, bare
from baocao.rollup.rolled import Rolled, words
from baocao.vietnamese.numbers import format_number

FEWEST_UNITS = 5
"""Of fewer there is no telling what is usual."""
TINY = {Kind.COUNT: Decimal(30), Kind.MONEY: Decimal(10_000_000)}
"""Figures that stay below are never told: a few more or less is a large factor."""
FAR = 5.0
"""A figure is far when it is so many usual spreads away ..."""
LEAST_FACTOR = 4.0
"""... and differs by such a factor at least from what was to be expected."""
_MAD_TO_SIGMA = 1.4826
_SAME_AT_LEAST = 6
"""So many equal figures are no chance."""
_SLIPS = {1: "thừa một chữ số", 3: "gõ theo nghìn hoặc thừa ba chữ số", 6: "gõ nhầm đơn vị tính (triệu)"}


def check_outliers(rolled: Rolled) -> Iterator[Finding]:
    """Findings unit by unit within each indicator, in the order of the catalogue."""
    for one in rolled.pack.catalogue:
        if one.kind in TINY and one.rollup is RollUp.SUM:
            told: set[object] = set()
            for member, found in _against_last_year(rolled, one):
                told.add(member.key)
                yield found
            yield from (found for member, found in _against_others(rolled, one) if member.key not in told)
    yield from _copies(rolled)


def _against_last_year(rolled: Rolled, one: Indicator) -> Iterator[tuple[Member, Finding]]:
    """Growth far from the growth of the other units."""
    pairs = [
        (member, member.values[one.id], member.before[one.id])
        for member in rolled.units
        if one.id in member.values and one.id in member.before
    ]
    growths = {
        member.key: _log(value) - _log(before)
        for member, value, before in pairs
        if _number(before) or _number(value)
    }
    usual, spread = _middle(growths.values()) if len(growths) >= FEWEST_UNITS else (0.0, 0.0)
    for member, value, before in pairs:
        growth = growths.get(member.key)
        if growth is None or not _is_far(growth - usual, spread) or not _is_large((value, before), one):
            continue
        yield (
            member,
            finding(
                "tong-hop-lech-nam-truoc",
                member.where(one.id, one.label),
                don_vi=member.name,
                ten=one.label,
                so=words(value, one),
                truoc=words(before, one),
                lan=_times(_number(value), _number(before)),
                thuong=f"gấp {_factor(usual)} lần" if abs(usual) > 0.02 else "xấp xỉ năm trước",
                goi_y=_slip(growth - usual),
            ),
        )


def _against_others(rolled: Rolled, one: Indicator) -> Iterator[tuple[Member, Finding]]:
    having = [item for item in rolled.givers(one.id) if not item.rest]
    if len(having) < FEWEST_UNITS:
        return
    middle, spread = _middle(_log(member.values[one.id]) for member in having)
    centre = Value(number=Decimal(str(round(median(float(_number(item.values[one.id])) for item in having)))))
    for member in having:
        value = member.values[one.id]
        away = _log(value) - middle
        if not _is_far(away, spread) or not _is_large((value, centre), one):
            continue
        yield (
            member,
            finding(
                "tong-hop-lech-don-vi-khac",
                member.where(one.id, one.label),
                don_vi=member.name,
                ten=one.label,
                so=words(value, one),
                lan=_times(_number(value), _number(centre)),
                giua=words(centre, one),
                tong=len(having),
                goi_y=_slip(away),
            ),
        )


def _copies(rolled: Rolled) -> Iterator[Finding]:
    """A unit with last year's figures throughout, and two units with the same figures throughout."""
    figures = {member.key: _figures(member.values) for member in rolled.units}
    for member in rolled.units:
        now, before = figures[member.key], _figures(member.before)
        if len(now) >= _SAME_AT_LEAST and now == {id_: before.get(id_) for id_ in now}:
            place = member.where("", "").but(key="")
            yield finding("tong-hop-giong-nam-truoc", place, don_vi=member.name, so=len(now))
    by_figures: dict[object, list[Member]] = {}
    for member in rolled.units:
        if len(figures[member.key]) >= _SAME_AT_LEAST:
            by_figures.setdefault(frozenset(figures[member.key].items()), []).append(member)
    for several in by_figures.values():
        for first, other in list(combinations(several, 2))[:3]:
            place = other.where("", "").but(key="")
            so = len(figures[other.key])
            yield finding("tong-hop-giong-don-vi-khac", place, don_vi=first.name, hai=other.name, so=so)


def _figures(values: Mapping[str, Value]) -> dict[str, Value]:
    return {id_: bare(value) for id_, value in values.items() if value.number}


def _middle(values: Iterable[float]) -> tuple[float, float]:
    """Median, and the usual distance from it."""
    known = list(values)
    middle = median(known)
    return middle, _MAD_TO_SIGMA * median(abs(value - middle) for value in known)


def _is_far(distance: float, spread: float) -> bool:
    return abs(distance) > max(FAR * spread, log10(LEAST_FACTOR))


def _is_large(values: Sequence[Value], one: Indicator) -> bool:
    return max(_number(value) for value in values) >= TINY[one.kind]


def _number(value: Value) -> Decimal:
    return value.number if value.number is not None else Decimal(0)


def _log(value: Value) -> float:
    """0 lies as far below 1 as 1 below 10."""
    number = float(_number(value))
    return log10(number) if number >= 1 else -1.0


def _times(number: Decimal, base: Decimal) -> str:
    if not base or not number:
        return "khác hẳn"
    if number >= base:
        return f"gấp {_rounded(number / base)} lần"
    return f"chỉ bằng 1/{_rounded(base / number)}"


def _factor(distance: float) -> str:
    return _rounded(Decimal(str(10**distance)))


def _rounded(times: Decimal) -> str:
    return format_number(times, 0 if times >= 10 else 1)


def _slip(distance: float) -> str:
    """What slip of the keyboard would make just this factor."""
    for power, words_ in _SLIPS.items():
        if abs(abs(distance) - power) < 0.25:
            return f" Có thể {words_ if distance > 0 else words_.replace('thừa', 'thiếu')}."
    return ""
