"""What a total is made of: `--vet` prints the units behind it, the largest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from baocao.derive.agreement import percent
from baocao.errors import DataError, finding
from baocao.model.names import guess
from baocao.model.record import Value
from baocao.packs.catalogue import Indicator, Kind, list_field
from baocao.rollup.adding import ADDABLE, add, adds_up
from baocao.rollup.member import Member
from baocao.rollup.rolled import Rolled, first_of, words
from baocao.vietnamese.numbers import format_percent
from baocao.vietnamese.text import nfc, sort_key

_PLACES = 2


@dataclass(frozen=True, slots=True)
class Share:
    """What one unit gives. amount and share in words; number for other programs, "" when nil."""

    name: str
    amount: str
    share: str
    number: str
    file: str


@dataclass(frozen=True, slots=True)
class Trace:
    """A total with its parts. total: in words, "" when nobody has it. lacking: units without a figure."""

    id: str
    label: str
    total: str
    shares: tuple[Share, ...]
    lacking: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RatePart:
    """A rate of one unit with the two figures it is made of, in words; "" what the unit does not have."""

    name: str
    numerator: str
    denominator: str
    rate: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class RateTrace:
    """A rate of all units with that of each. numerator, denominator: labels. lacking: units without both
    figures.
    """

    id: str
    label: str
    numerator: str
    denominator: str
    whole: RatePart
    parts: tuple[RatePart, ...]
    lacking: tuple[str, ...]


def trace(rolled: Rolled, named: str) -> Trace | RateTrace:
    """What a total is made of; of a rate the two figures and the rate, unit by unit.

    named: an indicator or `danh_sach[].truong`, by id or label. Raises `DataError` for one that the pack does
    not have, or a label of several.
    """
    id_ = _id_of(rolled, named)
    one = _indicator(rolled, id_)
    if one.kind is Kind.RATE and one.numerator and one.denominator:
        return _rate_trace(rolled, one)
    return _trace(rolled, id_)


def _id_of(rolled: Rolled, named: str) -> str:
    """The id of an indicator or of a list's column."""
    list_id, name = list_field(named)
    catalogue = rolled.pack.catalogue
    if list_id in catalogue and (not name or any(field.id == name for field in catalogue[list_id].fields)):
        return named
    labels = _labels(rolled)
    ids = labels.get(_plain(named), [])
    if len(ids) == 1:
        return ids[0]
    near = guess(named, [one.label for one in catalogue] if " " in named.strip() else catalogue.indicators)
    near = f" Đó là tên của {', '.join(ids)}." if ids else near
    raise DataError(finding("vet-khong-co", ma=named, goi=rolled.pack.id, goi_y=near))


def _labels(rolled: Rolled) -> dict[str, list[str]]:
    """The ids by label; a column by "list: column", as its trace is headed."""
    found: dict[str, list[str]] = {}
    for one in rolled.pack.catalogue:
        found.setdefault(_plain(one.label), []).append(one.id)
        for field in one.fields:
            found.setdefault(_plain(f"{one.label}: {field.label}"), []).append(f"{one.id}[].{field.id}")
    return found


def _plain(label: str) -> str:
    return " ".join(nfc(label).strip("«» ").casefold().split())


def _indicator(rolled: Rolled, id_: str) -> Indicator:
    """The indicator, or the field of a list."""
    list_id, name = list_field(id_)
    found = rolled.pack.catalogue[list_id]
    return next(field for field in found.fields if field.id == name) if name else found


def _rate_trace(rolled: Rolled, rate: Indicator) -> RateTrace:
    ids = (rate.numerator, rate.denominator)
    halves = [_indicator(rolled, id_) for id_ in ids]
    having = [(member, [first_of(member, [id_]) for id_ in ids]) for member in rolled.members]
    having = [(member, pair) for member, pair in having if any(value is not None for value in pair)]
    having.sort(key=lambda item: (-_percent(*item[1]), sort_key(item[0].name)))
    parts = [_rate_part(member.name, pair, halves, member.file) for member, pair in having]
    totals = [add(value for _, pair in having if (value := pair[place]) is not None) for place in (0, 1)]
    whole = {member.key for member, pair in having if None not in pair}
    lacking = tuple(
        member.name
        for member in rolled.units
        if member.key not in whole and not member.merged & {list_field(id_)[0] for id_ in ids}
    )
    said = _rate_part("Cộng", totals, halves)
    return RateTrace(rate.id, rate.label, halves[0].label, halves[1].label, said, tuple(parts), lacking)


def _rate_part(
    name: str, pair: Sequence[Value | None], halves: Sequence[Indicator], file: str = ""
) -> RatePart:
    said = [_said(value, one) if value is not None else "" for value, one in zip(pair, halves, strict=True)]
    rate = _percent(*pair)
    return RatePart(name, said[0], said[1], format_percent(rate, None) if rate >= 0 else "", file)


def _percent(part: Value | None, base: Value | None) -> Decimal:
    """The rate; -1 where there is none."""
    if part is None or base is None or not base.number:
        return Decimal(-1)
    return percent(_number(part), base.number, _PLACES)


def _trace(rolled: Rolled, id_: str) -> Trace:
    one = _indicator(rolled, id_)
    given = [(member, value) for member in rolled.members if (value := _figure(member, one, id_)) is not None]
    total = add(value for _, value in given) if one.kind is not Kind.LIST else _rows(given)
    whole = total.number if total is not None and total.number is not None else Decimal(0)
    given.sort(key=lambda item: (-_number(item[1]), sort_key(item[0].name)))
    having = {member.key for member, _ in given}
    list_id = list_field(id_)[0]
    lacking = tuple(
        member.name for member in rolled.units if not (member.key in having or list_id in member.merged)
    )
    label = rolled.pack.catalogue[list_id].label
    label = label if one.label == label else f"{label}: {one.label}"
    said = _said(total, one) if total is not None else ""
    return Trace(id_, label, said, tuple(_shares(given, one, whole)), lacking)


def _figure(member: Member, one: Indicator, id_: str) -> Value | None:
    """What a unit gives to the total; of a list how many rows."""
    if one.kind is Kind.LIST:
        value = member.values.get(id_)
        return Value(where=value.where, number=Decimal(len(value.records))) if value is not None else None
    if not adds_up(one) and not list_field(id_)[1]:
        return None
    value = first_of(member, [id_])
    return value if one.kind in ADDABLE else None


def _rows(given: Sequence[tuple[Member, Value]]) -> Value | None:
    return Value(number=sum((_number(value) for _, value in given), Decimal(0))) if given else None


def _shares(given: Sequence[tuple[Member, Value]], one: Indicator, whole: Decimal) -> Iterator[Share]:
    for member, value in given:
        number = _number(value)
        share = format_percent(percent(number, whole, _PLACES), None) if whole else ""
        plain = "" if value.nil else f"{number:f}"
        yield Share(member.name, _said(value, one), share, plain, member.file)


def _said(value: Value, one: Indicator) -> str:
    if one.kind is Kind.LIST:
        return f"{_number(value)} dòng"
    return words(value, one)


def _number(value: Value) -> Decimal:
    return value.number if value.number is not None else Decimal(0)
