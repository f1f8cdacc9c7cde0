"""Dates, months, years and spans of years at a place in a text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal

from baocao.audit.scanning import shapes
from baocao.audit.scanning.figures import counts_nothing, percent_after
from baocao.audit.scanning.kinds import Kind, Token
from baocao.audit.scanning.vocabulary import vocabulary

_MONTHS, _DAYS = 12, 31


def date_at(text: str, at: int, before: Sequence[str], *, follows_date: bool) -> Token | None:
    """The date, month, year or span that starts at `at`.

    before: the phrases of words that end there. follows_date: a date and a dash stand right before.
    """
    for shape in (shapes.DATE, shapes.LONG_DATE):
        if match := shape.match(text, at):
            return _token(Kind.DATE, match, day=_day(match["y"], match["m"], match["d"]))
    return (
        _years(text, at, before)
        or part_of_date(text, at, before)
        or _bare_date(text, at, before, follows_date=follows_date)
        or _month(text, at, before)
        or _year(text, at, before)
    )


def _token(
    kind: Kind,
    match: re.Match[str],
    *,
    value: int | str | None = None,
    of: int | str | None = None,
    day: dt.date | None = None,
) -> Token:
    low, high = (None if part is None else Decimal(part) for part in (value, of))
    return Token(kind, match.start(), match.end(), match[0], value=low, of=high, day=day)


def _years(text: str, at: int, before: Sequence[str]) -> Token | None:
    if years := shapes.YEARS.match(text, at):
        return _token(Kind.SPAN, years, value=years["from"], of=years["to"])
    if (years := shapes.SHORT_YEARS.match(text, at)) and counts_nothing(text, years.end()):
        last = int(years["from"][:2] + years["to"])
        if last > int(years["from"]):
            return _token(Kind.SPAN, years, value=years["from"], of=last)
    years = shapes.SLASHED_YEARS.match(text, at)
    following = years is not None and int(years["to"]) == int(years["from"]) + 1
    if years and following and vocabulary().before_year.intersection(before):
        return _token(Kind.SPAN, years, value=years["from"], of=years["to"])
    return None


def part_of_date(text: str, at: int, before: Sequence[str]) -> Token | None:
    """A day or a month behind the word for it."""
    words = vocabulary()
    if words.before_day.intersection(before):
        if match := shapes.DAYS.match(text, at):
            return _token(Kind.DATE, match)
        match = shapes.DAY_AND_MONTH.match(text, at)
        if match and (match["m"] or counts_nothing(text, match.end())):
            return _token(Kind.DATE, match)
    if words.before_month.intersection(before):
        if (months := shapes.MONTHS.match(text, at)) and counts_nothing(text, months.end()):
            return _token(Kind.NAME, months)
        match = shapes.MONTH.match(text, at)
        if match and 1 <= int(match["m"]) <= _MONTHS and (match["y"] or counts_nothing(text, match.end())):
            return _token(Kind.MONTH, match, value=match["m"], of=match["y"])
    return None


def _bare_date(text: str, at: int, before: Sequence[str], *, follows_date: bool) -> Token | None:
    """ "1/12-29/2", "tính đến 05/12", "đến 31/12": a day without the word "ngày" and without a unit."""
    match = shapes.DAY_OF_MONTH.match(text, at)
    if match is None or not _exists(match["d"], match["m"]) or not counts_nothing(text, match.end()):
        return None
    words = vocabulary()
    known = follows_date or bool(words.before_date.intersection(before))
    if not known and words.before_plain_date.intersection(before):
        until = shapes.UNTIL_DATE.match(text, match.end())
        known = _is_plain(match["d"], match["m"])
        known = known or (until is not None and _is_plain(until["d2"], until["m2"]))
    two = shapes.TWO_DATES.match(text, at)
    if two is not None and _exists(two["d2"], two["m2"]) and counts_nothing(text, two.end()):
        known = True
    return _token(Kind.DATE, match) if known else None


def _exists(day: str, month: str) -> bool:
    return 1 <= int(day) <= _DAYS and 1 <= int(month) <= _MONTHS


def _is_plain(day: str, month: str) -> bool:
    """Whether "31/12" can be no share of something: more of twelve, or of less, than there are."""
    return _exists(day, month) and int(day) > int(month)


def _month(text: str, at: int, before: Sequence[str]) -> Token | None:
    """ "từ 12/2022 đến 11/2023"; a quarter is a name."""
    match = shapes.MONTH_OF_YEAR.match(text, at)
    if match is None or not 1 <= int(match["m"]) <= _MONTHS or not counts_nothing(text, match.end()):
        return None
    if vocabulary().before_quarter.intersection(before):
        return _token(Kind.NAME, match)
    return _token(Kind.MONTH, match, value=match["m"], of=match["y"])


def _year(text: str, at: int, before: Sequence[str]) -> Token | None:
    """Four digits without a dot are a year unless they count something; after "năm" always."""
    match = shapes.YEAR.match(text, at)
    if match is None or text[match.end() : match.end() + 1] == "/":
        return None
    if not vocabulary().before_year.intersection(before):
        percent = percent_after(text, match.end()) > match.end()
        if percent or not counts_nothing(text, match.end()):
            return None
    return _token(Kind.YEAR, match, value=match[0])


def _day(year: str | None, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day)) if year else None
    except ValueError:
        return None
