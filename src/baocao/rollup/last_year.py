"""Last year's totals beside this year's: only of indicators that the same units have in both years.

A total of other units is another thing: it would make a comparison that looks right and is not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from operator import itemgetter

from baocao.errors import Finding, Where, finding
from baocao.intake.years import LAST_YEAR, nearest_kind, switched_off
from baocao.model.record import Period, Value
from baocao.model.rolled import in_a_row
from baocao.packs.catalogue import Indicator, Kind
from baocao.packs.pack import Pack
from baocao.rollup.adding import adds_up, total_of
from baocao.rollup.member import Member, knows
from baocao.rollup.reading import Sent
from baocao.rollup.rolled import Rolled, written_of
from baocao.vietnamese.unit_names import unit_key

_MOST_LABELS = 8


@dataclass(frozen=True, slots=True)
class LastYear:
    """Totals of the period before, by indicator id, and remarks on those that are left out."""

    totals: Mapping[str, Value] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def last_year_of(rolled: Rolled, own: Collection[str] = ()) -> LastYear:
    """What the units had a year before, added up.

    own: the ids that the unit above gives itself in place of the sum: they are not compared with a sum.
    """
    carriers = _carriers(rolled)
    then = [replace(item, values=item.before, made=item.made_before) for item in rolled.members]
    totals: dict[str, Value] = {}
    left: dict[tuple[str, ...], list[str]] = {}
    for one in rolled.pack.catalogue:
        if not _compares(one) or one.id in own or one.id not in rolled.totals:
            continue
        total = total_of(one, then)
        odd = _odd(rolled, one, carriers.get(one.id, ())) if total is not None else ()
        if odd:
            left.setdefault(odd, []).append(one.label)
        elif total is not None:
            totals[one.id] = total
    place = Where(str(rolled.upper.file))
    totals = written_of(rolled.pack, then, totals)
    return LastYear(totals, tuple(_told(left, place)) if totals or left else ())


def with_last_year(
    members: Iterable[Member],
    sent: Iterable[Sent],
    period: Period | None,
    pack: Pack,
    *,
    apart: Collection[object] = (),
) -> tuple[Member, ...]:
    """The members, those that know nothing of last year with what they sent then.

    sent: the files of last year, of the pack or of one that serves. apart: units that want no comparison. A
    unit that sent several files of the pack then has none: there is no telling which counts; those of another
    pack count when there is none of this one.
    """
    known: dict[object, list[tuple[str, Member]]] = {}
    for one in sent:
        if period is not None and one.period is not None and _is_before(one.period, period):
            for member in (item for item in one.members if unit_key(item.name) not in apart):
                known.setdefault(member.key, []).append((one.pack_id, member))
    nearest = {key: nearest_kind(several, pack.id, itemgetter(0)) for key, several in known.items()}
    found = {key: several[0][1] for key, several in nearest.items() if len(several) == 1}
    return tuple(
        replace(one, before=found[one.key].values, made_before=found[one.key].made)
        if not (one.before or one.rest) and one.key in found
        else one
        for one in members
    )


def asks_for_none(sent: Iterable[Sent]) -> frozenset[object]:
    """The units that want no comparison (`nam_truoc: không`)."""
    off = (one for one in sent if switched_off(one.raw.main.children.get(LAST_YEAR)))
    return frozenset(unit_key(one.name) for one in off)


def _is_before(one: Period, period: Period) -> bool:
    length = period.last_year - period.year + 1 if period.last_year else 1
    return (one.kind, one.number, one.year) == (period.kind, period.number, period.year - length)


def _compares(one: Indicator) -> bool:
    return one.kind is not Kind.LIST and adds_up(one)


def _carriers(rolled: Rolled) -> dict[str, tuple[str, ...]]:
    """By what is left over at the end of a period: the figures of the next that carry it over."""
    found: dict[str, tuple[str, ...]] = {}
    for one in rolled.pack.catalogue:
        if one.carried and one.id in rolled.totals:
            found[one.carried] = (*found.get(one.carried, ()), one.id)
    return found


def _odd(rolled: Rolled, one: Indicator, carriers: Iterable[str]) -> tuple[str, ...]:
    """The names of the units that have the figure, or what carries it over, in one of the years alone."""
    catalogue = rolled.pack.catalogue
    now = [one, *(catalogue[id_] for id_ in carriers)]
    return tuple(
        dict.fromkeys(
            item.name
            for item in rolled.members
            if not (item.rest and one.id in item.merged)
            and any(_knows_now(item, this) != knows(item.before, one) for this in now)
        )
    )


def _knows_now(item: Member, one: Indicator) -> bool:
    return knows(item.values, one) or one.id in item.merged


def _told(left: Mapping[tuple[str, ...], list[str]], place: Where) -> Iterator[Finding]:
    for names, labels in left.items():
        said = "; ".join(f"«{label}»" for label in labels[:_MOST_LABELS])
        more = f" và {len(labels) - _MOST_LABELS} chỉ tiêu khác" if len(labels) > _MOST_LABELS else ""
        yield finding("tong-hop-bo-nam-truoc", place, cac_ten=said + more, cac_don_vi=in_a_row(list(names)))
