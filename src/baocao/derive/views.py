"""`dv`, `ky` and `vb`: the unit, the period and the report's own head as a template sees them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from baocao.derive.blank import Blank
from baocao.derive.printers import DATE_FIELDS, DateView, date_or_blank, date_view
from baocao.derive.text import TEXT_FIELDS, Text
from baocao.model.recipients import AS_ABOVE
from baocao.model.record import (
    DocumentHead,
    HouseStyle,
    Period,
    PeriodKind,
    Record,
    Signer,
    StyledDate,
    Unit,
)
from baocao.vietnamese.terms import terms


class View:
    """Base of the views: knows its names."""

    __slots__ = ()

    def names(self) -> tuple[str, ...]:
        """The attributes a template may ask for."""
        return tuple(item.name for item in fields(self))  # type: ignore[arg-type]

    def __dir__(self) -> tuple[str, ...]:
        return self.names()


class Extras:
    """`dv.them`: the free texts of the unit's profile."""

    def __init__(self, texts: Mapping[str, str], notes: Mapping[str, str]) -> None:
        self._texts, self._notes = texts, notes

    def __getattr__(self, name: str) -> Text:
        source = self._texts.get(name) if not name.startswith("_") else None
        if source is None:
            raise AttributeError(name)
        return Text(source, self._notes)

    def names(self) -> tuple[str, ...]:
        """The texts this unit's profile has."""
        return tuple(self._texts)

    def __dir__(self) -> tuple[str, ...]:
        return self.names()

    def __bool__(self) -> bool:
        return bool(self._texts)


@dataclass(frozen=True, slots=True)
class SignerView(View):
    """`dv.nguoi_ky`."""

    dong: tuple[str, ...]
    ho_ten: str


@dataclass(frozen=True, slots=True)
class UnitView(View):
    """`dv`. What changes its name with the law (`dv.mot_cua`) is an attribute; `them` may word it anew."""

    ten: str
    ma: str
    cap: str
    dong_ten: tuple[str, ...]
    dong_chu_quan: tuple[str, ...]
    dia_danh: str
    ky_hieu: str
    tu_xung: str
    nguoi_ky: SignerView
    noi_nhan: tuple[str, ...]
    luu: str
    nguoi_soan: str
    kieu_nguoi_soan: str
    kinh_gui: tuple[str, ...]
    ban_dien_tu: bool
    them: Extras
    _terms: Mapping[str, str | Text]

    def __getattr__(self, name: str) -> str | Text | Blank:
        term = terms().get(name)
        if term is None:
            raise AttributeError(name)
        found = self._terms.get(name)
        return Blank(f"don_vi.them.{name}", f"Cách gọi {term.label}", TEXT_FIELDS) if found is None else found

    def names(self) -> tuple[str, ...]:
        """The attributes a template may ask for."""
        own = (item.name for item in fields(self) if not item.name.startswith("_"))
        return (*own, *terms())

    def __str__(self) -> str:
        return self.ten


@dataclass(frozen=True, slots=True)
class PeriodView(View):
    """`ky`."""

    ten: str
    loai: str
    nam: int
    nam_truoc: int
    nam_sau: int
    nam_cuoi: int
    so: int
    truoc: str
    sau: str
    trong_ky: str
    cung_ky: str
    tu_ngay: DateView
    den_ngay: DateView
    chot_ngay: DateView | Blank
    co_khoang_rieng: bool
    cac_nam: tuple[int, ...]

    def __str__(self) -> str:
        return self.ten


@dataclass(frozen=True, slots=True)
class HeadView(View):
    """`vb`."""

    so: str | Blank
    ky_hieu: str
    ngay: DateView | Blank
    ten_loai: str
    trich_yeu: tuple[str, ...]
    can_cu: tuple[Text, ...]
    nhap: bool


def views_of(record: Record, *, draft: bool, years: tuple[int, ...] = ()) -> dict[str, Any]:
    """The three views by their names in a template. years: those of the series."""
    style = record.unit.style
    return {
        "dv": unit_view(record.unit, record.notes),
        "ky": period_view(record.period, style, years),
        "vb": head_view(record.head, record.notes, draft=draft),
    }


def unit_view(unit: Unit, notes: Mapping[str, str]) -> UnitView:
    """The unit; its recipients begin with "Như trên" when the report is addressed to somebody (PL I.II.9)."""
    return UnitView(
        ten=unit.name,
        ma=unit.code,
        cap=unit.level,
        dong_ten=unit.header_lines,
        dong_chu_quan=unit.parent_lines,
        dia_danh=unit.place,
        ky_hieu=unit.symbol,
        tu_xung=unit.self_name,
        nguoi_ky=_signer(unit.signer),
        noi_nhan=_recipients(unit),
        luu=unit.archive,
        nguoi_soan=unit.drafter,
        kieu_nguoi_soan=unit.drafter_form,
        kinh_gui=unit.addressees,
        ban_dien_tu=unit.electronic,
        them=Extras(unit.extra, notes),
        _terms=_terms(unit, notes),
    )


def _terms(unit: Unit, notes: Mapping[str, str]) -> Mapping[str, str | Text]:
    """What the unit calls things on the day of the report; its own words (`them`) before those of the law."""
    own = {name: Text(text, notes) for name, text in unit.extra.items() if name in terms()}
    return {**unit.terms, **own}


def period_view(period: Period, style: HouseStyle, years: tuple[int, ...] = ()) -> PeriodView:
    """The period; its dates are short unless the house style wants them long. years: of the series."""
    last = period.last_year or period.year
    return PeriodView(
        ten=period.label,
        loai=period.kind.value,
        nam=period.year,
        nam_truoc=period.year - 1,
        nam_sau=last + 1,
        nam_cuoi=last,
        so=period.number,
        truoc=period.previous_label,
        sau=period.next_label,
        trong_ky=_during(period),
        cung_ky=_same_period(period),
        tu_ngay=_short(period.window_from, style),
        den_ngay=_short(period.window_to, style),
        chot_ngay=_as_of(period.as_of, style),
        co_khoang_rieng=period.own_window,
        cac_nam=years,
    )


_DURING = {
    PeriodKind.YEAR: "trong năm",
    PeriodKind.NINE: "trong 9 tháng đầu năm",
    PeriodKind.QUARTER: "trong quý",
    PeriodKind.MONTH: "trong tháng",
    PeriodKind.SPAN: "trong giai đoạn",
}


def _during(period: Period) -> str:
    """The period without its year, for the middle of a text: "trong năm", "trong 6 tháng đầu năm"."""
    half = f"trong 6 tháng {'đầu' if period.number == 1 else 'cuối'} năm"
    return _DURING.get(period.kind, half)


def _same_period(period: Period) -> str:
    """What the figures are compared with: "năm 2025", of a part of a year "cùng kỳ năm 2025"."""
    whole = period.kind in (PeriodKind.YEAR, PeriodKind.SPAN)
    return period.previous_label if whole else f"cùng kỳ năm {period.year - 1}"


def head_view(head: DocumentHead, notes: Mapping[str, str], *, draft: bool) -> HeadView:
    """The head. A number below 10 takes a zero (PL I.II.3), the date is always long (PL I.II.4.b)."""
    number: str | Blank = Blank("van_ban.so", "Số văn bản") if head.number is None else f"{head.number:02d}"
    no_date = Blank("van_ban.ngay", "Ngày văn bản", DATE_FIELDS)
    return HeadView(
        so=number,
        ky_hieu=head.symbol,
        ngay=no_date if head.date is None else DateView(head.date, True),
        ten_loai=head.type_name,
        trich_yeu=head.subject,
        can_cu=tuple(Text(source, notes) for source in head.basis),
        nhap=draft,
    )


def _signer(signer: Signer) -> SignerView:
    return SignerView(signer.lines, signer.name)


def _recipients(unit: Unit) -> tuple[str, ...]:
    if not unit.addressees or AS_ABOVE in unit.recipients[:1]:
        return unit.recipients
    return (AS_ABOVE, *unit.recipients)


def _short(day: dt.date, style: HouseStyle) -> DateView:
    return date_view(StyledDate(day), style)


def _as_of(day: dt.date | None, style: HouseStyle) -> DateView | Blank:
    return date_or_blank(StyledDate(day) if day else None, style, "ky.chot_ngay", "Ngày chốt số liệu")
