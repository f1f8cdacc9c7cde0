"""Sample data for documentation: each indicator's own example, or one that suits its kind."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

from baocao.derive.agreement import places_of
from baocao.derive.figures import Figures
from baocao.derive.resolved import Resolved
from baocao.model.record import (
    DocumentHead,
    DocumentRef,
    Period,
    PeriodKind,
    Record,
    Signer,
    StyledDate,
    Unit,
    Value,
)
from baocao.model.unit import terms_of
from baocao.packs.catalogue import NUMERIC, Indicator, Kind
from baocao.packs.pack import Pack
from baocao.vietnamese.numbers import parse_number, parse_ratio, split_hedge
from baocao.vietnamese.rounding import round_half_up

_YEARS = 5
"""How many years the sample's series has."""
_DAY = StyledDate(dt.date(2024, 3, 5))
_DOCUMENT = DocumentRef("Kế hoạch", "34/KH-UBND", StyledDate(dt.date(2023, 2, 6)))
_BY_KIND = {
    Kind.COUNT: Value(number=Decimal(27630)),
    Kind.RATE: Value(number=Decimal("98.74")),
    Kind.POINTS: Value(number=Decimal("80.41"), of=Decimal(100)),
    Kind.RANK: Value(number=Decimal(1), of=Decimal(12)),
    Kind.MONEY: Value(number=Decimal(69639646)),
    Kind.DATE: Value(date=_DAY),
    Kind.PERIOD: Value(period="năm 2023"),
    Kind.DOCUMENT: Value(document=_DOCUMENT),
    Kind.TEXT: Value(text="Đã ban hành kế hoạch."),
    Kind.YESNO: Value(yes=True),
}


def sample_value(indicator: Indicator) -> Value:
    """The catalogue's example as a value; one by kind when there is none or it cannot be read as a number."""
    if indicator.kind is Kind.LIST:
        return Value(records=({field.id: sample_value(field) for field in indicator.fields},))
    if indicator.kind is Kind.TEXT and indicator.example:
        return Value(text=indicator.example)
    typed = _typed(indicator) if indicator.kind in NUMERIC and indicator.example else None
    return typed or _BY_KIND[indicator.kind]


def _typed(indicator: Indicator) -> Value | None:
    integer = indicator.kind in (Kind.COUNT, Kind.RANK, Kind.MONEY)
    _, typed = split_hedge(indicator.example)
    ratio = parse_ratio(typed, integer=integer)
    if ratio.left is not None:
        return Value(number=ratio.left, of=ratio.right)
    parsed = parse_number(typed, integer=integer)
    return None if parsed.value is None else Value(number=parsed.value)


def _last_year(value: Value) -> Value:
    """A rank nine places behind; other numbers a little smaller."""
    if value.number is None:
        return value
    if value.of is not None and value.of < 100:
        return replace(value, number=min(value.number + 9, value.of))
    return replace(value, number=round_half_up(value.number * Decimal("0.97"), places_of(value.number)))


def sample_figures(pack: Pack) -> Figures:
    """Figures of an invented unit in which every indicator has its example, for several years."""
    values = {one.id: sample_value(one) for one in pack.catalogue}
    record = sample_record(pack)
    years: dict[int, dict[str, Resolved]] = {}
    for year in range(record.period.year, record.period.year - _YEARS, -1):
        years[year] = {id_: Resolved(id_, value) for id_, value in values.items()}
        values = {id_: _last_year(value) for id_, value in values.items()}
    now, before = years[record.period.year], years[record.period.year - 1]
    return Figures(record, pack.catalogue, now, before, years=dict(sorted(years.items())))


def sample_context(pack: Pack) -> dict[str, Any]:
    """What a template sees of `sample_figures`."""
    return sample_figures(pack).context()


def sample_record(pack: Pack) -> Record:
    """Unit, period and head of an invented report."""
    unit = Unit(
        name="Ủy ban nhân dân xã Bình An",
        level="xa",
        header_lines=("ỦY BAN NHÂN DÂN", "XÃ BÌNH AN"),
        parent_lines=(),
        place="Bình An",
        symbol="UBND",
        self_name="Xã",
        signer=Signer(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Nguyễn Văn An"),
        recipients=("Thường trực Đảng ủy xã", "Các ban, ngành xã"),
        archive="VT",
        drafter="An",
        addressees=("Ủy ban nhân dân tỉnh",),
        terms=terms_of("", "tinh", _DAY.day) | terms_of("", "xa", _DAY.day),
        code="VD-001",
        parent="Ủy ban nhân dân tỉnh Bình Minh",
    )
    window = dt.date(2022, 12, 15), dt.date(2023, 12, 14)
    period = Period(
        PeriodKind.YEAR, 2023, 0, "năm 2023", "năm 2022", "năm 2024", *window, dt.date(2023, 12, 31)
    )
    manifest = pack.manifest
    symbol = f"{manifest.type_symbol}-UBND"
    head = DocumentHead(5, symbol, dt.date(2024, 3, 5), manifest.type_name, (manifest.title,), ())
    return Record("vi-du.yaml", pack.id, unit, period, head, {})
