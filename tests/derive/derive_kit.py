"""Small builders for the tests of `derive`: a catalogue, values, a record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from baocao.derive.figures import Figures, compute
from baocao.errors import Where
from baocao.model.record import (
    DocumentHead,
    Hedge,
    HouseStyle,
    Period,
    PeriodKind,
    Record,
    Signer,
    Unit,
    Value,
)
from baocao.packs.catalogue import Catalogue, Indicator, Kind
from baocao.packs.pack import Manifest, Pack


def number(typed: object, **more: Any) -> Value:
    """A numeric value; "11/12" is a rank of a total."""
    left, _, right = str(typed).partition("/")
    return Value(number=Decimal(left), of=Decimal(right) if right else None, **more)


def at_line(typed: object, line: int, **more: Any) -> Value:
    """A numeric value typed at a line of so-lieu.yaml."""
    return number(typed, where=Where(file="so-lieu.yaml", line=line), **more)


NIL = Value(nil=True)


def values_of(given: Mapping[str, object]) -> dict[str, Value]:
    """Values from plain numbers, ready `Value`s, or None for blanks (left out)."""
    made = {
        id_: item if isinstance(item, Value) else number(item)
        for id_, item in given.items()
        if item is not None
    }
    return made


def pack_of(*indicators: Indicator) -> Pack:
    """A pack with these indicators."""
    manifest = Manifest(
        "thu", "1", "Thử", "BÁO CÁO", "BC", (), ("nam",), ("huyen",), ("I.",), "nd30-2020", ()
    )
    return Pack(manifest, Catalogue({one.id: one for one in indicators}, {}), ())


def unit_of(style: HouseStyle | None = None, **more: Any) -> Unit:
    """Tân Hồng district."""
    given: dict[str, Any] = {
        "name": "Ủy ban nhân dân huyện Tân Hồng",
        "level": "huyen",
        "header_lines": ("ỦY BAN NHÂN DÂN", "HUYỆN TÂN HỒNG"),
        "parent_lines": (),
        "place": "Tân Hồng",
        "symbol": "UBND",
        "self_name": "Huyện",
        "signer": Signer(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Huỳnh Văn Nhã"),
        "recipients": ("Các phòng, ban, ngành Huyện",),
        "archive": "VT, PCVP",
        "drafter": "Tài",
        "style": style or HouseStyle(),
    }
    return Unit(**(given | more))


YEAR = Period(
    PeriodKind.YEAR, 2023, 0, "năm 2023", "năm 2022", "năm 2024", dt.date(2022, 12, 15), dt.date(2023, 12, 14)
)
HEAD = DocumentHead(114, "BC-UBND", dt.date(2024, 3, 25), "BÁO CÁO", ("Kết quả",), ())


def record_of(
    values: Mapping[str, object],
    previous: Mapping[str, object] | None = None,
    *,
    style: HouseStyle | None = None,
    notes: Mapping[str, str] | None = None,
) -> Record:
    """A record of Tân Hồng 2023."""
    before = values_of(previous or {})
    return Record("so-lieu.yaml", "thu", unit_of(style), YEAR, HEAD, values_of(values), before, notes or {})


def figures_of(
    indicators: tuple[Indicator, ...],
    values: Mapping[str, object],
    previous: Mapping[str, object] | None = None,
    **more: Any,
) -> Figures:
    """Computed figures of a small catalogue."""
    return compute(record_of(values, previous, **more), pack_of(*indicators))


def count(id_: str, label: str = "", **more: Any) -> Indicator:
    """A count in hồ sơ."""
    return Indicator(id_, label or id_, Kind.COUNT, **({"unit": "hồ sơ"} | more))


def rate(id_: str, numerator: str = "", denominator: str = "", label: str = "", **more: Any) -> Indicator:
    """A rate with a named base."""
    return Indicator(id_, label or id_, Kind.RATE, numerator=numerator, denominator=denominator, **more)


ABOUT = Hedge.ABOUT
OVER = Hedge.OVER
