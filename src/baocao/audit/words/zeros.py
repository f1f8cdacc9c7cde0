"""The zero of dates: days below 10 and the months 1 and 2 take one, others none (NĐ 30, PL I.II.4.b)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from baocao.audit.statements import Spot
from baocao.audit.verdicts import Confidence, FaultKind, Remark
from baocao.audit.words.pages import Page, Pages
from baocao.vietnamese.dates import month_digits

_LONG = re.compile(r"(?<!\w)ngày\s(?P<d>\d{1,2})\stháng\s(?P<m>\d{1,2})(?!\w)", re.IGNORECASE)
_SHORT = re.compile(r"(?<![\w/.,-])(?P<d>\d{1,2})/(?P<m>\d{1,2})/\d{4}(?![\w/-])")
_LAST_PADDED_MONTH = 12


def date_zeros(pages: Pages) -> Iterator[Remark]:
    """Dates without their zero, and months with one too many; one remark for each kind of slip."""
    missing: list[Spot] = []
    surplus: list[Spot] = []
    wished: dict[Spot, str] = {}
    for page in pages.all:
        for found in _dates(page):
            day, month = found["d"], found["m"]
            right = found[0].replace(day, f"{int(day):02d}", 1) if len(day) == 1 else found[0]
            if not (1 <= int(day) <= 31 and 1 <= int(month) <= _LAST_PADDED_MONTH):
                continue
            as_ruled = month_digits(int(month))
            start = found.start("m") - found.start() + len(right) - len(found[0])
            right = right[:start] + as_ruled + right[start + len(month) :]
            spot = page.spot(*found.span())
            if len(day) == 1 or len(month) < len(as_ruled):
                missing.append(spot)
                wished[spot] = right
            elif len(month) > len(as_ruled) and pages.is_official:
                surplus.append(spot)
                wished[spot] = right
    for code, spots in (("ngay-thieu-so-khong", missing), ("thang-thua-so-khong", surplus)):
        if spots:
            typed = pages.document.passages[spots[0].passage].text[spots[0].start : spots[0].end]
            times = f" ({len(spots):02d} chỗ như vậy)" if len(spots) > 1 else ""
            facts = {"ngay": typed, "dung": wished[spots[0]], "may_cho": times}
            yield pages.remark(code, FaultKind.DATE_ZERO, *spots, sure=Confidence.LIKELY, **facts)


def _dates(page: Page) -> Iterator[re.Match[str]]:
    text = page.text
    long = _LONG.finditer(text) if "ngày" in text.lower() else ()
    return chain(long, _SHORT.finditer(text) if "/" in text else ())
