"""Which period a data file is of, as far as it takes to find the files of other years; judges nothing.

`model.period` reads `ky` for good and words what is wrong with it. Here a period that cannot be made out is
simply none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from baocao.source.raw import Literal, RawValue
from baocao.vietnamese.text import slug

_YEAR = re.compile(r"[0-9]{4}")
_SPAN = re.compile(r"([0-9]{4})\s*[-–]\s*([0-9]{4})")
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
_HALVES = {"dau": 1, "dau_nam": 1, "cuoi": 2, "cuoi_nam": 2}
_NUMBER_KEYS = {"quy": ("quy", "so"), "thang": ("thang", "so"), "6_thang": ("so",)}
_HIGHEST = {"quy": 4, "thang": 12, "6_thang": 2}
YEAR, SPAN = "nam", "giai_doan"
_KINDS = (YEAR, "6_thang", "9_thang", "quy", "thang", SPAN)


@dataclass(frozen=True, slots=True)
class PeriodKey:
    """A period by its parts. kind: `loai` of `ky`. number: the quarter, month or half, else 0. last: the last
    year; the same as `year` but for a span of years.
    """

    kind: str
    year: int
    number: int
    last: int

    @property
    def length(self) -> int:
        """How many years it covers."""
        return self.last - self.year + 1

    def before(self, periods: int = 1) -> PeriodKey:
        """The same period so many periods earlier: years; a span of years steps by its length."""
        back = periods * self.length
        return replace(self, year=self.year - back, last=self.last - back)

    def one_year(self, year: int) -> PeriodKey:
        """A record of that year in a series: the same quarter or half of it; a whole year of a span."""
        kind = YEAR if self.kind == SPAN else self.kind
        return PeriodKey(kind, year, self.number, year)


def period_words(key: PeriodKey) -> str:
    """The period as a sentence names it: "quý I năm 2025"."""
    if key.kind == SPAN:
        return f"giai đoạn {key.year} - {key.last}"
    roman = next((name for name, number in _ROMAN.items() if number == key.number), "")
    names = {
        "quy": f"quý {roman} ",
        "thang": f"tháng {key.number} ",
        "6_thang": f"6 tháng {'cuối' if key.number == 2 else 'đầu'} ",
        "9_thang": "9 tháng ",
    }
    return f"{names.get(key.kind, '')}năm {key.year}"


def period_key(raw: RawValue | None) -> PeriodKey | None:
    """The period that `ky` states; None when there is none or it is not a proper one."""
    if raw is None or raw.blank:
        return None
    form = raw if raw.literal is Literal.MAP else RawValue({"nam": raw}, raw.where, Literal.MAP)
    kind = _kind(form)
    years = _years(form)
    number = _number(form, kind)
    if kind not in _KINDS or years is None or number is None or (years[0] < years[1]) != (kind == SPAN):
        return None
    return PeriodKey(kind, years[0], number, years[1])


def _kind(form: RawValue) -> str:
    if typed := form.text_of("loai"):
        return typed if typed in _KINDS else slug(typed).replace("-", "_")
    if form.text_of("den_nam") or _SPAN.fullmatch(form.text_of("nam")):
        return SPAN
    return next((kind for kind in ("quy", "thang") if form.text_of(kind)), YEAR)


def _years(form: RawValue) -> tuple[int, int] | None:
    typed, last = form.text_of("nam"), form.text_of("den_nam")
    if both := _SPAN.fullmatch(typed):
        return int(both[1]), int(both[2])
    if not _YEAR.fullmatch(typed) or (last and not _YEAR.fullmatch(last)):
        return None
    return int(typed), int(last or typed)


def _number(form: RawValue, kind: str) -> int | None:
    keys = _NUMBER_KEYS.get(kind)
    if keys is None:
        return 0
    typed = next((text for key in keys if (text := form.text_of(key))), "")
    half = _HALVES.get(slug(typed).replace("-", "_")) if kind == "6_thang" else None
    found = _ROMAN.get(typed.upper()) or half
    if found is None and typed.isascii() and typed.isdigit() and len(typed) < 10:
        found = int(typed)
    return found if found is not None and 1 <= found <= _HIGHEST[kind] else None
