from __future__ import annotations

import datetime as dt
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocao.vietnamese.dates import DateFault, ParsedDate, long_date, month_digits, parse_date, short_date

DAY = dt.date(2024, 3, 5)


@pytest.mark.parametrize(
    ("typed", "long"),
    [
        ("05/3/2024", False),
        ("5/3/2024", False),
        ("05/03/2024", False),
        ("05-03-2024", False),
        ("05 / 3 / 2024", False),
        ("ngày 05/3/2024", False),
        ("2024-03-05", False),
        ("2024-3-5", False),
        ("05 tháng 3 năm 2024", True),
        ("5  tháng 03 năm 2024", True),
        ("ngày 05 tháng 3 năm 2024", True),
        ("Ngày 05\u00a0tháng\u00a03 năm 2024 ", True),
        (unicodedata.normalize("NFD", "ngày 05 tháng 3 năm 2024"), True),
    ],
)
def test_dates_as_clerks_type_them(typed, long):
    assert parse_date(typed) == ParsedDate(DAY, long)


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", DateFault.EMPTY),
        (" \n", DateFault.EMPTY),
        ("hôm nay", DateFault.NOT_A_DATE),
        ("05/3", DateFault.NOT_A_DATE),
        ("05/3-2024", DateFault.NOT_A_DATE),
        ("tháng 3 năm 2024", DateFault.NOT_A_DATE),
        ("05/3/2024.", DateFault.NOT_A_DATE),
        ("０5/3/2024", DateFault.NOT_A_DATE),
        ("05/3/20245", DateFault.NOT_A_DATE),
        ("05/3/24", DateFault.SHORT_YEAR),
        ("05 tháng 3 năm 24", DateFault.SHORT_YEAR),
        ("31/02/2023", DateFault.NO_SUCH_DAY),
        ("12/25/2023", DateFault.NO_SUCH_DAY),
        ("2023-02-29", DateFault.NO_SUCH_DAY),
        ("00/3/2024", DateFault.NO_SUCH_DAY),
        ("05/3/0000", DateFault.NO_SUCH_DAY),
    ],
)
def test_what_is_no_date(typed, fault):
    assert parse_date(typed) == ParsedDate(fault=fault)


def test_months_take_a_zero_only_where_one_could_be_forged_into_eleven_or_twelve():
    assert " ".join(map(month_digits, range(1, 13))) == "01 02 3 4 5 6 7 8 9 10 11 12"


@pytest.mark.parametrize(
    ("day", "short", "long"),
    [
        (dt.date(2020, 1, 5), "05/01/2020", "05 tháng 01 năm 2020"),
        (dt.date(2019, 6, 29), "29/6/2019", "29 tháng 6 năm 2019"),
        (dt.date(2022, 4, 5), "05/4/2022", "05 tháng 4 năm 2022"),
        (dt.date(2021, 2, 20), "20/02/2021", "20 tháng 02 năm 2021"),
        (dt.date(2023, 12, 31), "31/12/2023", "31 tháng 12 năm 2023"),
    ],
)
def test_printed_dates(day, short, long):
    assert (short_date(day), long_date(day)) == (short, long)


@given(st.dates())
def test_dates_survive_print_and_read(day):
    assert parse_date(short_date(day)) == ParsedDate(day, long=False)
    assert parse_date(long_date(day)) == ParsedDate(day, long=True)
    assert parse_date(f"ngày {long_date(day)}") == ParsedDate(day, long=True)
    assert parse_date(day.isoformat()) == ParsedDate(day, long=False)


@given(st.text(max_size=30))
def test_reading_never_raises_and_says_one_thing(typed):
    parsed = parse_date(typed)
    assert (parsed.day is None) != (parsed.fault is None)
