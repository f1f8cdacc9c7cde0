"""The zero of dates: days below 10 and the months 1 and 2 take one, others none (NĐ 30, PL I.II.4.b)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from baocao.audit.statements import Spot
from baocao.audit.verdicts import Confidence, FaultKind, Remark
from baocao.audit.words.pages import Pages
from baocao.vietnamese.dates import month_digits

_LONG = re.compile(r"(?<!\w)ngày\s(?P<d>\d{1,2})\stháng\s(?P<m>\d{1,2})(?!\w)", re.IGNORECASE)
_SHORT = re.compile(r"(?<![\w/.,-])(?P<d>\d{1,2})/(?P<m>\d{1,2})/\d{4}(?![\w/-])")
_LAST_PADDED_MONTH = 12


class ZeroSlip(NamedTuple):
    """A date at [start:end] of a text whose zeros are wrong. right: as the decree writes it. surplus: a month
    from 3 on with a zero, else one is missing. short: it is typed as 05/4/2022.
    """

    start: int
    end: int
    right: str
    surplus: bool
    short: bool


def date_zeros(pages: Pages) -> Iterator[Remark]:
    """Dates without their zero, and months with one too many; one remark for each kind of slip."""
    missing: list[Spot] = []
    surplus: list[Spot] = []
    wished: dict[Spot, str] = {}
    for page in pages.all:
        for slip in zero_slips(page.text):
            spot = page.spot(slip.start, slip.end)
            if slip.surplus and not pages.is_official:
                continue
            (surplus if slip.surplus else missing).append(spot)
            wished[spot] = slip.right
    for code, spots in (("ngay-thieu-so-khong", missing), ("thang-thua-so-khong", surplus)):
        if spots:
            typed = pages.document.passages[spots[0].passage].text[spots[0].start : spots[0].end]
            times = f" ({len(spots):02d} chỗ như vậy)" if len(spots) > 1 else ""
            facts = {"ngay": typed, "dung": wished[spots[0]], "may_cho": times}
            yield pages.remark(code, FaultKind.DATE_ZERO, *spots, sure=Confidence.LIKELY, **facts)


def zero_slips(text: str) -> Iterator[ZeroSlip]:
    """The dates of a text whose zeros are wrong."""
    for found in _dates(text):
        day, month = found["d"], found["m"]
        if not (1 <= int(day) <= 31 and 1 <= int(month) <= _LAST_PADDED_MONTH):
            continue
        as_ruled = month_digits(int(month))
        right = found[0].replace(day, f"{int(day):02d}", 1) if len(day) == 1 else found[0]
        start = found.start("m") - found.start() + len(right) - len(found[0])
        right = right[:start] + as_ruled + right[start + len(month) :]
        if right != found[0]:
            surplus = len(day) > 1 and len(month) > len(as_ruled)
            yield ZeroSlip(*found.span(), right, surplus, found.re is _SHORT)


def _dates(text: str) -> Iterator[re.Match[str]]:
    long = _LONG.finditer(text) if "ngày" in text.lower() else ()
    return chain(long, _SHORT.finditer(text) if "/" in text else ())
