"""Dates as clerks type them and as NĐ 30 prints them (PL I.II.4.b; spec nd30, 1.4 and 4.1).

The zero rule: days below 10 and the months 1 and 2 take a zero in front, the months 3 to 9 do not.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum


class DateFault(StrEnum):
    """Why a text is not read as a date."""

    EMPTY = "empty"
    NOT_A_DATE = "not-a-date"
    SHORT_YEAR = "short-year"  # "05/3/24"
    NO_SUCH_DAY = "no-such-day"  # "31/02/2023", "12/25/2023"


@dataclass(frozen=True, slots=True)
class ParsedDate:
    """What a text says: `day`, or the `fault`. `long`: it was typed as "05 tháng 3 năm 2024"."""

    day: dt.date | None = None
    long: bool = False
    fault: DateFault | None = None


_DAY, _MONTH, _YEAR = r"(?P<d>[0-9]{1,2})", r"(?P<m>[0-9]{1,2})", r"(?P<y>[0-9]{4}|[0-9]{2})"
_SHORT = re.compile(rf"(?:ngày )?{_DAY} ?(?P<mark>[/-]) ?{_MONTH} ?(?P=mark) ?{_YEAR}")
_ISO = re.compile(rf"(?P<y>[0-9]{{4}})-{_MONTH}-{_DAY}")
_LONG = re.compile(rf"(?:ngày )?{_DAY} tháng {_MONTH} năm {_YEAR}")


def parse_date(text: str) -> ParsedDate:
    """Read "05/3/2024", "5-3-2024", "2024-03-05" or "[ngày] 05 tháng 3 năm 2024".

    Except in the ISO form the day stands first, never the month.
    """
    typed = " ".join(unicodedata.normalize("NFC", text).lower().split())
    if not typed:
        return ParsedDate(fault=DateFault.EMPTY)
    for pattern in (_SHORT, _ISO, _LONG):
        match = pattern.fullmatch(typed)
        if match:
            return _dated(match["y"], match["m"], match["d"], pattern is _LONG)
    return ParsedDate(fault=DateFault.NOT_A_DATE)


def _dated(year: str, month: str, day: str, long: bool) -> ParsedDate:
    if len(year) != 4:
        return ParsedDate(fault=DateFault.SHORT_YEAR)
    try:
        return ParsedDate(dt.date(int(year), int(month), int(day)), long)
    except ValueError:
        return ParsedDate(fault=DateFault.NO_SUCH_DAY)


def month_digits(month: int) -> str:
    """The month as printed: "01", "02", "3", ... "12"."""
    return f"{month:02d}" if month < 3 else str(month)


def short_date(day: dt.date) -> str:
    """ "05/3/2024"."""
    return f"{day.day:02d}/{month_digits(day.month)}/{day.year:04d}"


def long_date(day: dt.date) -> str:
    """ "05 tháng 3 năm 2024", without the word "ngày" in front."""
    return f"{day.day:02d} tháng {month_digits(day.month)} năm {day.year:04d}"
