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
from baocao.vietnamese.text import sort_key

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


def traces(rolled: Rolled, id_: str) -> tuple[Trace, ...]:
    """The parts of a total; of a rate those of its numerator and of its denominator.

    id_: an indicator, or `danh_sach[].truong`. Raises `DataError` for one that the pack does not have.
    """
    one = _indicator(rolled, id_)
    items = [one.numerator, one.denominator] if one.kind is Kind.RATE and one.denominator else [id_]
    return tuple(_trace(rolled, item) for item in items)


def _indicator(rolled: Rolled, id_: str) -> Indicator:
    """The indicator, or the field of a list."""
    catalogue = rolled.pack.catalogue
    list_id, name = list_field(id_)
    found = catalogue.indicators.get(list_id)
    if found is not None and name:
        found = next((field for field in found.fields if field.id == name), None)
    if found is None:
        near = guess(id_, catalogue.indicators)
        raise DataError(finding("vet-khong-co", ma=id_, goi=rolled.pack.id, goi_y=near))
    return found


def _trace(rolled: Rolled, id_: str) -> Trace:
    one = _indicator(rolled, id_)
    given = [(member, value) for member in rolled.members if (value := _figure(member, one, id_)) is not None]
    total = add(value for _, value in given) if one.kind is not Kind.LIST else _rows(given)
    whole = total.number if total is not None and total.number is not None else Decimal(0)
    given.sort(key=lambda item: (-_number(item[1]), sort_key(item[0].name)))
    having = {member.key for member, _ in given}
    lacking = tuple(member.name for member in rolled.units if member.key not in having)
    label = rolled.pack.catalogue[list_field(id_)[0]].label
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
