"""A roll-up as a data file: plain values in the form that `intake` reads, ready to be written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from baocao.model.doubts import DOUBTS
from baocao.model.record import Period, PeriodKind, Value
from baocao.model.rolled import ABOVE, FIGURES, FILE, LEFT_OUT, NAME, NOT_SENT, ROLLED_UP, UNITS
from baocao.packs.catalogue import Catalogue, Indicator, Kind
from baocao.rollup.adding import adds_up
from baocao.rollup.member import Member
from baocao.rollup.nested import BEFORE, LEVEL, MADE, MADE_BEFORE, MERGED, REASON, REST, TEXTS, WORDS
from baocao.rollup.rolled import Rolled, written_of
from baocao.vietnamese.dates import short_date
from baocao.vietnamese.numbers import format_money, format_number, format_scaled_money

Typed = dict[str, Any]


def as_data(
    rolled: Rolled, profile: str, before: Mapping[str, Value] | None = None, doubts: Sequence[Typed] = ()
) -> Typed:
    """The data file's entries. profile: the unit's profile, as the file is to name it. before: last year's
    totals, when the file is to hold them. doubts: what is to be told at every report (`doubts_of`).
    """
    data: Typed = {"goi": rolled.pack.id, "don_vi": profile}
    if rolled.period is not None:
        data["ky"] = period_entry(rolled.period)
    if before:
        data["nam_truoc"] = figures_entry(before, rolled.pack.catalogue)
    written = written_of(rolled.pack, rolled.members, rolled.totals)
    data["so_lieu"] = figures_entry(written, rolled.pack.catalogue)
    data[ROLLED_UP] = ({DOUBTS: list(doubts)} if doubts else {}) | _behind(rolled)
    return data


def figures_entry(values: Mapping[str, Value], catalogue: Catalogue) -> Typed:
    """`so_lieu` or `nam_truoc` of a data file."""
    return nested({id_: typed(value, catalogue[id_]) for id_, value in values.items()})


def period_entry(period: Period) -> Typed:
    """`ky` of a period."""
    if period.kind is PeriodKind.SPAN:
        entry: Typed = {"loai": period.kind.value, "nam": f"{period.year} - {period.last_year}"}
    else:
        entry = {"loai": period.kind.value, "nam": str(period.year)}
    if period.number:
        entry["so"] = str(period.number)
    if period.own_window:
        entry |= {"tu_ngay": short_date(period.window_from), "den_ngay": short_date(period.window_to)}
    if period.as_of is not None:
        entry["chot_ngay"] = short_date(period.as_of)
    return entry


def typed(value: Value, indicator: Indicator) -> Any:
    """A value as a clerk types it; reading it gives the same value."""
    if value.records:
        fields = {one.id: one for one in indicator.fields}
        return [{name: typed(cell, fields[name]) for name, cell in row.items() if name in fields}
                for row in value.records]  # fmt: skip
    start, end = value.window
    plain = _plain(value, indicator)
    if start is None and end is None:
        return plain
    days = {"tu_ngay": start, "den_ngay": end}
    return {"gia_tri": plain} | {name: short_date(day.day) for name, day in days.items() if day is not None}


def _plain(value: Value, indicator: Indicator) -> Any:
    if value.nil:
        return "không phát sinh"
    if value.number is not None:
        words = _number(value, indicator)
        return f"{value.hedge} {words}" if value.hedge else words
    if value.document is not None:
        return _document(value)
    if value.date is not None:
        return short_date(value.date.day)
    if value.yes is not None:
        return "có" if value.yes else "không"
    return value.period or value.text


def _number(value: Value, indicator: Indicator) -> str:
    number = value.number
    assert number is not None
    if indicator.kind is Kind.MONEY:
        return format_scaled_money(number, value.scale) if value.scale else format_money(number)
    words = format_number(number)
    return f"{words}/{format_number(value.of)}" if value.of is not None else words


def _document(value: Value) -> Typed:
    document = value.document
    assert document is not None
    entries = {
        "loai": document.name,
        "so": document.symbol,
        "ngay": short_date(document.date.day) if document.date is not None else "",
        "co_quan": document.issuer,
        "trich_yeu": document.subject,
    }
    return {name: text for name, text in entries.items() if text}


def nested(values: Mapping[str, Any]) -> Typed:
    """Values by dotted id -> groups within groups."""
    tree: Typed = {}
    for id_, value in values.items():
        *groups, last = id_.split(".")
        inner = tree
        for name in groups:
            inner = inner.setdefault(name, {})
        inner[last] = value
    return tree


def _behind(rolled: Rolled) -> Typed:
    """`tong_hop`: what each unit gives, who is missing, and the texts for reading."""
    entry: Typed = {}
    if rolled.missing:
        entry[NOT_SENT] = list(rolled.missing)
    if rolled.left_out:
        entry[LEFT_OUT] = [
            {NAME: one.name, FILE: Path(one.file).name, REASON: one.reason} for one in rolled.left_out
        ]
    entry[UNITS] = [_unit(one, rolled.pack.catalogue) for one in rolled.members]
    texts = texts_of(rolled)
    if texts:
        entry[TEXTS] = texts
    return entry


def _unit(member: Member, catalogue: Catalogue) -> Typed:
    about = {NAME: member.name, FILE: Path(member.file).name, LEVEL: member.level, ABOVE: member.above}
    about[REST] = "có" if member.rest else ""
    entry: Typed = {name: text for name, text in about.items() if text}
    for name, values in ((FIGURES, member.values), (BEFORE, member.before)):
        given = {
            id_: typed(value, catalogue[id_])
            for id_, value in values.items()
            if id_ in catalogue and adds_up(catalogue[id_]) and not (name == BEFORE and value.records)
        }
        if given:
            entry[name] = given
    for name, ids in ((MADE, member.made), (MADE_BEFORE, member.made_before)):
        of = entry.get(FIGURES if name == MADE else BEFORE, {})
        entry[name] = ", ".join(id_ for id_ in of if id_ in ids)
    entry[MERGED] = ", ".join(sorted(member.merged))
    return {name: given for name, given in entry.items() if given}


def texts_of(rolled: Rolled) -> dict[str, list[Typed]]:
    """The texts kept apart for reading, by indicator, each with its unit."""
    ids = [one.id for one in rolled.pack.catalogue if any(one.id in item.texts for item in rolled.members)]
    return {id_: list(_texts(id_, rolled.members)) for id_ in ids}


def _texts(id_: str, members: Sequence[Member]) -> list[Typed]:
    return [
        {UNITS: member.name} | ({ABOVE: member.above} if member.above else {}) | {WORDS: text}
        for member in members
        for text in member.texts.get(id_, ())
    ]
