"""Who has not given what: every blank that makes a total smaller, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from baocao.derive.agreement import percent
from baocao.errors import Finding, Where, finding
from baocao.model.record import Value
from baocao.model.rolled import in_a_row
from baocao.packs.catalogue import Indicator, Kind, RollUp, list_field
from baocao.rollup.adding import ADDABLE, add, row_key, telling
from baocao.rollup.member import Member, Row, knows
from baocao.rollup.rolled import Rolled, first_of, words, written_of
from baocao.vietnamese.numbers import format_percent
from baocao.vietnamese.text import nearest, without_marks

_MOST_CELLS = 6
_MOST_ROWS = 200
"""Lists of more rows are not looked through for rows that are spelled alike."""
_PLACES = 2


def check_complete(rolled: Rolled) -> Iterator[Finding]:
    """Findings about blanks, in the order of the catalogue; none of what follows from other figures."""
    written = written_of(rolled.pack, rolled.members, rolled.totals)
    for one in rolled.pack.catalogue:
        if one.id in written and one.rollup is not RollUp.UNITS:
            yield from _check_given(rolled, one)
            if one.kind is Kind.LIST and one.rollup is RollUp.SUM:
                yield from _check_cells(rolled, one)
                yield from _check_spelling(rolled, one)
        elif one.kind is Kind.RATE and one.rollup is RollUp.RECOMPUTE:
            yield from _check_stated_rate(rolled, one)
    yield from _left_to_type(rolled)


def _check_given(rolled: Rolled, one: Indicator) -> Iterator[Finding]:
    """Units without a figure that others have. When most units lack it, it is but a remark."""
    lacking = [item for item in rolled.lacking(one.id) if not knows(item.values, one)]
    if not lacking or one.rollup is RollUp.JOIN:
        return
    givers = rolled.givers(one.id)
    facts: dict[str, Any] = {"ten": one.label, "tong": len(rolled.units)}
    facts["gia_tri"] = words(rolled.totals[one.id], one)
    if len(givers) * 2 < len(rolled.units) and not one.required:
        place = lacking[0].where(one.id, one.label).but(part="")
        yield finding("tong-hop-it-don-vi", place, co=len(givers), cac_don_vi=_names(givers), **facts)
        return
    place = lacking[0].where(one.id, one.label)
    follows = " ".join(_consequences(rolled, one, lacking))
    follows = f" {follows}" if follows else ""
    yield finding(
        "tong-hop-thieu-so", place, so=len(lacking), cac_don_vi=_names(lacking), he_qua=follows, **facts
    )


def _consequences(rolled: Rolled, one: Indicator, lacking: Sequence[Member]) -> Iterator[str]:
    """Which rates are then of different units, and which whole no longer is the sum of its parts."""
    for rate in rolled.pack.catalogue:
        if rate.kind is Kind.RATE and one.id in (rate.numerator, rate.denominator):
            other = rate.denominator if one.id == rate.numerator else rate.numerator
            halves = [item for item in lacking if first_of(item, [other]) is not None]
            if halves:
                yield f"«{rate.label}» vì thế tính trên số của các đơn vị khác nhau{_rates(rolled, rate)}."
    for whole in _wholes(rolled, one.id):
        having = [item for item in lacking if whole.id in item.values]
        if having:
            yield f"«{whole.label}» thì có số của {_names(having)}, nên tổng và các phần không khớp nhau."


def _wholes(rolled: Rolled, id_: str) -> tuple[Indicator, ...]:
    """Every figure that this one is a part of, and what those are parts of."""
    found: dict[str, Indicator] = {}
    below = {id_}
    while below:
        above = {
            one.id: one
            for one in rolled.pack.catalogue
            if one.id not in found and any(below & set(breakdown) for breakdown in one.parts)
        }
        found |= above
        below = set(above)
    return tuple(found.values())


def _rates(rolled: Rolled, rate: Indicator) -> str:
    """The rate of all units beside that of the units which have both figures."""
    pairs = [(first_of(one, [rate.numerator]), first_of(one, [rate.denominator])) for one in rolled.members]
    both = [(part, base) for part, base in pairs if part is not None and base is not None]
    whole = _rate([part for part, _ in pairs if part], [base for _, base in pairs if base])
    common = _rate([part for part, _ in both], [base for _, base in both])
    if not whole or not common or whole == common:
        return ""
    return f": {whole}, còn tính riêng các đơn vị có đủ hai số là {common}"


def _rate(parts: Sequence[Value], bases: Sequence[Value]) -> str:
    part, base = add(parts), add(bases)
    if part is None or base is None or not base.number:
        return ""
    return format_percent(percent(part.number or Decimal(0), base.number, _PLACES), None)


def _check_cells(rolled: Rolled, list_: Indicator) -> Iterator[Finding]:
    """Blank cells of a column that other rows have."""
    for column in (field for field in list_.fields if field.kind in ADDABLE and field.rollup is RollUp.SUM):
        rows = [(one, number, row) for one in rolled.givers(list_.id)
                for number, row in enumerate(one.values[list_.id].records, 1)]  # fmt: skip
        blank = [(one, number, row) for one, number, row in rows if column.id not in row]
        if not blank or len(blank) == len(rows):
            continue
        said = [f"{one.name}, dòng {_row_name(list_, row, number)}" for one, number, row in blank]
        more = f" và {len(said) - _MOST_CELLS} dòng khác" if len(said) > _MOST_CELLS else ""
        one, number, row = blank[0]
        place = next(iter(row.values())).where if row else Where(one.standing_in)
        place = place.but(
            file=place.file or one.standing_in,
            key=f"{list_.id}[{number}].{column.id}",
            label=column.label,
            part=one.name,
        )
        told: dict[str, Any] = {
            "ten": list_.label,
            "cot": column.label,
            "cac_cho": "; ".join(said[:_MOST_CELLS]) + more,
        }
        yield finding("tong-hop-thieu-o", place, **told)


def _row_name(list_: Indicator, row: Row, number: int) -> str:
    first = next((row[one.id].text for one in telling(list_) if one.id in row and row[one.id].text), "")
    return f"«{first}»" if first else str(number)


def _check_spelling(rolled: Rolled, list_: Indicator) -> Iterator[Finding]:
    """Rows whose first texts are nearly the same: one may be a slip of the other. The rarer one is told."""
    first = next(telling(list_), None)
    if first is None:
        return
    units: dict[str, list[Member]] = {}
    keys: dict[object, str] = {}
    for one in rolled.givers(list_.id):
        for row in one.values[list_.id].records:
            if first.id in row and row[first.id].text:
                name = keys.setdefault(row_key(list_, row)[0], row[first.id].text)
                units.setdefault(name, []).append(one)
    if not 1 < len(units) <= _MOST_ROWS:
        return
    for name, writers in units.items():
        others = [other for other in units if other != name and _is_likelier(other, name, units)]
        near = nearest(name, others)
        if near is not None and _alike(name, near):
            place = writers[0].where(list_.id, list_.label)
            whose: dict[str, Any] = {"cua_mot": _names(writers), "cua_hai": _names(units[near])}
            yield finding("tong-hop-dong-gan-giong", place, ten=list_.label, mot=name, hai=near, **whose)


def _is_likelier(one: str, other: str, units: Mapping[str, Sequence[Member]]) -> bool:
    """Whether more units write it so; of equally many, when only the marks differ, one is told of the two."""
    if len(units[one]) == len(units[other]):
        return without_marks(one).casefold() == without_marks(other).casefold() and one < other
    return len(units[one]) > len(units[other])


def _alike(one: str, other: str) -> bool:
    """Whether two texts differ by a slip: marks, a letter or two, not by a word."""
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio() >= 0.85


def _check_stated_rate(rolled: Rolled, rate: Indicator) -> Iterator[Finding]:
    """A rate that units only state: without its parts there is nothing to reckon it from."""
    lacking = [
        item for item in (rate.numerator, rate.denominator) if list_field(item)[0] not in rolled.totals
    ]
    givers = rolled.givers(rate.id)
    if not lacking or not givers:
        return
    names = " và ".join(f"«{rolled.pack.catalogue[list_field(item)[0]].label}»" for item in lacking if item)
    place = givers[0].where(rate.id, rate.label).but(part="")
    yield finding(
        "tong-hop-ty-le-bo", place, ten=rate.label, thieu=names or "tử số, mẫu số", cac_don_vi=_names(givers)
    )


def _left_to_type(rolled: Rolled) -> Iterator[Finding]:
    """What units have given that cannot be added up: the unit above types its own."""
    left = [
        one.label
        for one in rolled.pack.catalogue
        if one.rollup is RollUp.LEAVE and one.kind is not Kind.LIST and rolled.givers(one.id)
    ]
    if left:
        said = "; ".join(f"«{label}»" for label in left[:10])
        more = f" và {len(left) - 10} mục khác" if len(left) > 10 else ""
        yield finding("tong-hop-khong-cong", cac_ten=said + more)


def _names(members: Sequence[Member]) -> str:
    return in_a_row(list(dict.fromkeys(one.name for one in members)))
