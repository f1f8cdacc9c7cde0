"""Cited documents: is the number whole, is there a date, is the plan of the year the plan of this year?

A report cites a document by kind, number and symbol, date, agency and trích yếu (NĐ 30/2020, PL I.II.6).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baocao.errors import Where
from baocao.intake.raw import Literal, RawValue
from baocao.model.faults import Faults
from baocao.model.record import Period
from baocao.packs.catalogue import Catalogue, Indicator, Kind

_PLAN = "ke_hoach"
"""The last part of the id of a plan that is issued every year."""

_BARE_NUMBER = re.compile(r"0*[0-9]{1,5}")
_YEAR_IN_SYMBOL = re.compile(r"[0-9]+/[0-9]{4}/")
_LAWS = ("hiến pháp", "bộ luật", "luật", "pháp lệnh")
"""Kinds that are cited by their names, with a number or without."""

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_YEARS = re.compile(r"(20[0-9]{2})\s*(?:[-–]|đến|đến năm)\s*(20[0-9]{2})")


def check_documents(tree: RawValue, catalogue: Catalogue, period: Period | None, faults: Faults) -> None:
    """Remark on cited documents that lack number, symbol or date, and on the plan of another year.

    tree: the figures as typed. Laws are cited by name; a symbol with its year needs no date; a document with
    neither number nor date is meant in general.
    """
    for one in catalogue:
        raw = _entry(tree, one.id)
        if raw is None or one.kind not in (Kind.DOCUMENT, Kind.LIST):
            continue
        for document, key, label in _documents(raw, one):
            _check_number(document, key, label, faults)
        if one.kind is Kind.DOCUMENT and one.id.rpartition(".")[2] == _PLAN and period is not None:
            _check_year(raw, one, period, faults)


def _entry(tree: RawValue, id_: str) -> RawValue | None:
    """What is typed for an indicator."""
    raw: RawValue | None = tree
    for name in id_.split("."):
        raw = raw.children.get(name) if raw is not None else None
    return raw


def _documents(raw: RawValue, one: Indicator) -> Iterator[tuple[RawValue, str, str]]:
    """Every document of an entry, with its name and label."""
    if one.kind is Kind.DOCUMENT:
        yield raw, one.id, one.label
        return
    fields = [field for field in one.fields if field.kind is Kind.DOCUMENT]
    for number, row in enumerate(raw.items, 1):
        for field in fields:
            alone = len(one.fields) == 1 and field.id not in row.children
            typed = row if alone else row.children.get(field.id)
            if typed is not None:
                where = typed.where
                label = f"{field.label} (dòng {where.row or number} của «{one.label}»)"
                yield typed, f"{one.id}[{number}].{field.id}", label


def _check_number(raw: RawValue, key: str, label: str, faults: Faults) -> None:
    kind, symbol, day = (raw.text_of(name) for name in ("loai", "so", "ngay"))
    if raw.literal is not Literal.MAP or not kind or kind.lower().startswith(_LAWS):
        return
    if _BARE_NUMBER.fullmatch(symbol.lower().removeprefix("số").strip()):
        faults.add("van-ban-thieu-ky-hieu", _place(raw, "so", key, label), gia_tri=symbol, loai=kind)
    elif day and not symbol:
        faults.add("van-ban-thieu-so", _place(raw, "so", key, label), loai=kind)
    if symbol and not day and not _YEAR_IN_SYMBOL.match(symbol):
        faults.add("van-ban-thieu-ngay", _place(raw, "ngay", key, label), loai=kind, so=symbol[:60])


def _place(raw: RawValue, name: str, key: str, label: str) -> Where:
    """The place of a part of a document, be it blank; of the document where it is not there."""
    return raw.children.get(name, raw).where.named(f"{key}.{name}", label)


def _check_year(raw: RawValue, one: Indicator, period: Period, faults: Faults) -> None:
    """Remark on the plan of the year whose trích yếu names other years only."""
    subject = raw.text_of("trich_yeu")
    last = period.last_year or period.year
    spans = [(int(first), int(end)) for first, end in _YEARS.findall(subject)]
    years = [int(year) for year in _YEAR.findall(subject)]
    if not years or any(period.year <= year <= last for year in years):
        return
    if any(first <= last and period.year <= end for first, end in spans):
        return
    where = _place(raw, "trich_yeu", one.id, one.label)
    faults.add("ke-hoach-nam-khac", where, nam=years[-1], ky=period.label)
