"""What stands with a figure (SL03, SL06, SL07, SL09): the percent sign, money, short dates, quarters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from baocao.audit.words.zeros import zero_slips
from baocao.conformance.case import Case, Seen
from baocao.conformance.rules.kit import about, broken, parameters
from baocao.conformance.rules.prose import Hit, prose_of, told, words_pattern

_PERCENT = re.compile(r"(?<=[0-9])(?P<x>[ \t]+)%")
_DATE = re.compile(r"(?<![\w/.,-])[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}(?![\w/-])")
_SHORT_YEAR = (
    r"(?i)(?<!\w)(?:WORDS) (?P<x>(?:0?[1-9]|[12][0-9]|3[01])/(?:0?[1-9]|1[0-2])/[0-9]{2})(?![\w/-]|[.,][0-9])"
)
_QUARTER = re.compile(r"(?i)(?<!\w)quý (?P<x>0?(?P<n>[1-4]))(?!\w|[.,][0-9])")
_ROMAN = ("I", "II", "III", "IV")


@about("SL03")
def percent_sign_close(case: Case) -> Iterator[Seen]:
    """98,74%, no blank before the sign."""
    for hit in prose_of(case).find(_PERCENT):
        shown = f"«{_number_before(hit)}{hit[0]}»"
        yield told(hit.piece, *hit.span("x"), f"«{_number_before(hit)}%»", new="", seen=shown)


def _number_before(hit: Hit) -> str:
    return hit.before.rpartition(" ")[2]


@about("SL06")
def money_in_words(case: Case) -> Iterator[Seen]:
    """69.639.646 đồng, triệu đồng, tỷ đồng."""
    for hit in prose_of(case).find(words_pattern(r"(?<!\w)(?:WORDS)(?!\w)", parameters(case, "khong_viet"))):
        yield told(hit.piece, *hit.span(), f"«{case.text.parameters['viet']}»")


@about("SL07")
def short_dates(case: Case) -> Iterator[Seen]:
    """05/4/2022: a zero before days below 10 and the months 1 and 2 only; the year in four digits."""
    prose = prose_of(case)
    for piece in dict.fromkeys(hit.piece for hit in prose.find(_DATE)):
        for slip in zero_slips(piece.text):
            if slip.short:
                yield told(piece, slip.start, slip.end, f"«{slip.right}»", new=slip.right)
    for hit in prose.find(words_pattern(_SHORT_YEAR, parameters(case, "truoc_ngay"))):
        yield told(hit.piece, *hit.span("x"), "năm viết đủ bốn chữ số")


@about("SL09")
def quarters_in_roman(case: Case) -> Iterator[Seen]:
    """quý III/2023; in the subject too."""
    for hit in prose_of(case).find(_QUARTER):
        yield told(hit.piece, *hit.span("x"), _in_roman(hit["n"]), seen=f"«{hit[0]}»")
    for line in (*case.parts.trich_yeu, *case.parts.trich_yeu_cong_van):
        for found in _QUARTER.finditer(line.text):
            yield broken(line, f"«{found[0]}»", _in_roman(found["n"]))


def _in_roman(quarter: str) -> str:
    return f"«quý {_ROMAN[int(quarter) - 1]}»"
