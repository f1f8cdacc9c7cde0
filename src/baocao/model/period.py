"""`ky`: the reported period, its label, its data window (NĐ 09/2019/NĐ-CP, Điều 12) and the as-of date."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from baocao.errors import Where
from baocao.intake.raw import Literal, RawValue
from baocao.model.faults import Faults
from baocao.model.form import EARLIEST, LATEST, Form
from baocao.model.names import as_name
from baocao.model.record import Period, PeriodKind
from baocao.model.unit import TWO_LEVELS
from baocao.packs.pack import Pack
from baocao.vietnamese.dates import month_digits, short_date

FORM = {
    "loai": "loại kỳ",
    "nam": "năm báo cáo",
    "den_nam": "năm cuối của giai đoạn",
    "so": "số thứ tự của quý, tháng hoặc nửa năm",
    "quy": "quý",
    "thang": "tháng",
    "tu_ngay": "ngày đầu lấy số liệu",
    "den_ngay": "ngày cuối lấy số liệu",
    "chot_ngay": "ngày chốt số liệu",
}

ROMAN = ("", "I", "II", "III", "IV")

_KIND_WORDS: dict[str, str] = {
    PeriodKind.YEAR: "năm",
    PeriodKind.HALF: "6 tháng",
    PeriodKind.NINE: "9 tháng",
    PeriodKind.QUARTER: "quý",
    PeriodKind.MONTH: "tháng",
    PeriodKind.SPAN: "giai đoạn nhiều năm",
}
_SPAN = re.compile(r"(\d{4})\s*[-–]\s*(\d{4})")
_HALVES = {"dau": 1, "dau_nam": 1, "cuoi": 2, "cuoi_nam": 2}
_HIGHEST = {PeriodKind.QUARTER: 4, PeriodKind.MONTH: 12, PeriodKind.HALF: 2}
_NUMBER_KEYS = {
    PeriodKind.QUARTER: ("quy", "so"),
    PeriodKind.MONTH: ("thang", "so"),
    PeriodKind.HALF: ("so",),
}


def read_period(main: Form, pack: Pack) -> Period | None:
    """The period of the data file, or None with findings; it must be of a kind the pack makes reports of."""
    main.need("ky", "{nam: 2023}")
    period = typed_period(main)
    if period is not None and period.kind.value not in pack.manifest.period_kinds:
        where = _form(main.raw.children["ky"], main.at("ky").key, Faults()).at("loai")
        allowed = ", ".join(kind_words(kind) for kind in pack.manifest.period_kinds)
        main.faults.add("ky-khong-hop", where, loai=kind_words(period.kind), cac_loai=allowed, goi=pack.id)
    return period


def kind_words(kind: str) -> str:
    """A kind of period as one says it."""
    return _KIND_WORDS.get(kind, kind)


def typed_period(main: Form) -> Period | None:
    """The period of the data file, whatever the pack; None with findings when it cannot be read."""
    raw = main.get("ky")
    if raw is None:
        return None
    form = _form(raw, main.at("ky").key, main.faults)
    found = _kind_year_number(form)
    return None if found is None else _period(form, *found)


def period_label(raw: RawValue, where: Where, faults: Faults) -> str:
    """The label of a period given as `{loai, nam, ...}`: "quý III năm 2023"; "" with findings."""
    found = _kind_year_number(_form(raw, where.key, faults))
    return _labels(*found)[0] if found else ""


def effective_day(period: Period | None) -> dt.date:
    """The day that decides names and words when the report has no date yet: the end of its data window."""
    return period.window_to if period is not None else LATEST


def previous_window(period: Period, whole: RawValue | None) -> tuple[dt.date, dt.date]:
    """First and last day of the figures compared with: as `ky` of last year's file says, else a year before.

    whole: last year's file, when there is one.
    """
    own = whole.children.get("ky") if whole is not None else None
    form = _form(own, "", Faults()) if own is not None and not own.blank else None
    found = _kind_year_number(form) if form is not None else None
    if form is not None and found is not None:
        typed = _period(form, *found)
        return typed.window_from, typed.window_to
    back = period.last_year - period.year + 1 if period.last_year else 1
    last = period.last_year - back if period.last_year else 0
    return _window(period.kind, period.year - back, period.number, last)


def label_of_year(period: Period, year: int) -> str:
    """The label of one year in a series: "năm 2023", "quý I năm 2023"."""
    kind = PeriodKind.YEAR if period.kind is PeriodKind.SPAN else period.kind
    return _labels(kind, year, period.number)[0]


def window_of_year(period: Period, year: int) -> tuple[dt.date, dt.date]:
    """First and last day of the data of one year in a series."""
    kind = PeriodKind.YEAR if period.kind is PeriodKind.SPAN else period.kind
    return _window(kind, year, period.number)


def _form(raw: RawValue, path: str, faults: Faults) -> Form:
    """`ky: 2023` is short for `ky: {nam: 2023}`."""
    if raw.literal not in (Literal.MAP, Literal.LIST):
        raw = RawValue({"nam": raw}, raw.where, Literal.MAP)
    return Form(raw, path, FORM, faults)


def _kind_year_number(form: Form) -> tuple[PeriodKind, int, int, int] | None:
    """Kind, year, number within the year, last year of a span."""
    kind = _kind(form)
    if kind is PeriodKind.SPAN:
        years = _span(form)
        return None if years is None else (kind, years[0], 0, years[1])
    form.need("nam", "2023")
    year = form.whole("nam", EARLIEST.year, LATEST.year)
    number = _number(form, kind)
    if year is None or number is None:
        return None
    return kind, year, number, 0


def _kind(form: Form) -> PeriodKind:
    if form.get("loai"):
        kinds = {kind.value: kind for kind in PeriodKind}
        typed = as_name(form.raw.children["loai"].text)
        return kinds[typed] if typed in kinds else form.choice("loai", kinds, PeriodKind.YEAR)
    year = form.get("nam")
    if form.get("den_nam") or (year and _SPAN.fullmatch(year.text.strip())):
        return PeriodKind.SPAN
    if form.get("quy"):
        return PeriodKind.QUARTER
    return PeriodKind.MONTH if form.get("thang") else PeriodKind.YEAR


def _span(form: Form) -> tuple[int, int] | None:
    form.need("nam", "2021 - 2025")
    typed = form.get("nam")
    both = _SPAN.fullmatch(typed.text.strip()) if typed else None
    if both:
        first, last = int(both[1]), int(both[2])
    else:
        form.need("den_nam", "2025")
        years = (
            form.whole("nam", EARLIEST.year, LATEST.year),
            form.whole("den_nam", EARLIEST.year, LATEST.year),
        )
        if years[0] is None or years[1] is None:
            return None
        first, last = years[0], years[1]
    if not EARLIEST.year <= first < last <= LATEST.year:
        form.faults.add("giai-doan-sai", form.at("nam"), tu=first, den=last)
        return None
    return first, last


def _number(form: Form, kind: PeriodKind) -> int | None:
    """Which quarter, month or half; 0 for kinds without a number. Roman numerals are read."""
    keys = _NUMBER_KEYS.get(kind)
    if keys is None:
        return 0
    name = next((key for key in keys if form.get(key)), None)
    if name is None:
        form.faults.add("thieu-muc", form.at(keys[0]), muc=keys[0], vi_du="1")
        return None
    typed = form.raw.children[name].text.strip()
    if typed.upper() in ROMAN[1:]:
        return _within(form, name, ROMAN.index(typed.upper()), _HIGHEST[kind])
    if kind is PeriodKind.HALF and as_name(typed) in _HALVES:
        return _HALVES[as_name(typed)]
    return form.whole(name, 1, _HIGHEST[kind])


def _within(form: Form, name: str, number: int, highest: int) -> int | None:
    if number <= highest:
        return number
    form.faults.add("so-nguyen-sai", form.at(name), gia_tri=ROMAN[number], tu=1, den=highest)
    return None


def _period(form: Form, kind: PeriodKind, year: int, number: int, last: int) -> Period:
    start, end = _window(kind, year, number, last)
    typed_start, typed_end, as_of = form.date("tu_ngay"), form.date("den_ngay"), form.date("chot_ngay")
    first = typed_start.day if typed_start else start
    last_day = typed_end.day if typed_end else end
    if first > last_day:
        form.faults.add("khoang-ngay-nguoc", form.at("tu_ngay" if typed_start else "den_ngay"))
    else:
        start, end = first, last_day
    if as_of and as_of.day < start:
        form.faults.add("chot-truoc-ky", form.at("chot_ngay"))
    if not last and (start, end) not in _usual_windows(kind, year, number):
        _tell_other_window(form, (start, end), _window(kind, year, number))
    label, before, after = _labels(kind, year, number, last)
    own = typed_start is not None or typed_end is not None
    day = as_of.day if as_of else None
    return Period(kind, year, number, label, before, after, start, end, day, last, own)


def _window(kind: PeriodKind, year: int, number: int, last: int = 0) -> tuple[dt.date, dt.date]:
    """First and last day of the data: from the 15th of the month before to the 14th of the last month."""
    first_month, last_month = {
        PeriodKind.QUARTER: (3 * number - 2, 3 * number),
        PeriodKind.MONTH: (number, number),
        PeriodKind.HALF: (6 * number - 5, 6 * number),
        PeriodKind.NINE: (1, 9),
    }.get(kind, (1, 12))
    start = dt.date(year - 1, 12, 15) if first_month == 1 else dt.date(year, first_month - 1, 15)
    return start, dt.date(last or year, last_month, 14)


def _usual_windows(kind: PeriodKind, year: int, number: int) -> tuple[tuple[dt.date, dt.date], ...]:
    """The windows that need no word: the decree's, and what a unit founded on 01/7/2025 has of it."""
    start, end = _window(kind, year, number)
    founded = ((TWO_LEVELS, end),) if start < TWO_LEVELS <= end else ()
    return ((start, end), *founded)


def _tell_other_window(form: Form, own: tuple[dt.date, dt.date], usual: tuple[dt.date, dt.date]) -> None:
    """Remark on figures of other days than NĐ 09/2019/NĐ-CP, Điều 12 asks for."""
    name = "tu_ngay" if own[0] != usual[0] else "den_ngay"
    days: dict[str, Any] = {
        key: short_date(day)
        for key, day in zip(("tu", "den", "tu_nd", "den_nd"), (*own, *usual), strict=True)
    }
    form.faults.add("ky-khac-nghi-dinh", form.at(name), **days)


def _labels(kind: PeriodKind, year: int, number: int, last: int = 0) -> tuple[str, str, str]:
    """The period, the same period a year before (what `nam_truoc` holds), and the period that follows."""
    match kind:
        case PeriodKind.QUARTER:
            following = _quarter(number + 1, year) if number < 4 else _quarter(1, year + 1)
            return _quarter(number, year), _quarter(number, year - 1), following
        case PeriodKind.MONTH:
            following = _month(number + 1, year) if number < 12 else _month(1, year + 1)
            return _month(number, year), _month(number, year - 1), following
        case PeriodKind.HALF:
            following = _half(2, year) if number == 1 else _half(1, year + 1)
            return _half(number, year), _half(number, year - 1), following
        case PeriodKind.NINE:
            return f"9 tháng đầu năm {year}", f"9 tháng đầu năm {year - 1}", f"3 tháng cuối năm {year}"
        case PeriodKind.SPAN:
            length = last - year + 1
            return (
                _years(year, last),
                _years(year - length, last - length),
                _years(year + length, last + length),
            )
    return f"năm {year}", f"năm {year - 1}", f"năm {year + 1}"


def _quarter(number: int, year: int) -> str:
    return f"quý {ROMAN[number]} năm {year}"


def _month(number: int, year: int) -> str:
    return f"tháng {month_digits(number)} năm {year}"


def _half(number: int, year: int) -> str:
    return f"6 tháng {'đầu' if number == 1 else 'cuối'} năm {year}"


def _years(first: int, last: int) -> str:
    return f"giai đoạn {first} - {last}"
