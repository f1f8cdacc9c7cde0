"""Days that cannot be: after the report itself, or a plan's day against the year that it plans."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from baocao.audit.checks.quoting import remark
from baocao.audit.document import Document
from baocao.audit.statements import Citation, DatedWords, Spot
from baocao.audit.verdicts import Confidence, FaultKind, Remark
from baocao.vietnamese.dates import short_date

_EARLIEST_PLAN = 275
"""Days before its year on which a plan may be signed: nine months."""
_EARLIEST_SPAN = 3 * 365
"""The same of a plan for several years."""
_PLAN, _ISSUES_PLAN = "kế hoạch", "ban hành kế hoạch"


def judge_days(
    document: Document, days: Iterable[DatedWords], citations: Iterable[Citation]
) -> Iterator[Remark]:
    """The days after the report's own that are no plans."""
    signed = document.report_date
    if signed is None:
        return
    cited: dict[int, list[Spot]] = {}
    for citation in citations:
        if citation.day is not None:
            cited.setdefault(citation.spot.passage, []).append(citation.spot)
            if citation.day > signed:
                yield _late(document, citation.spot, citation.day, signed, Confidence.SURE)
    for words in days:
        of_citation = any(_within(words.spot, spot) for spot in cited.get(words.spot.passage, ()))
        if words.day > signed and not words.planned and not of_citation:
            yield _late(document, words.spot, words.day, signed, Confidence.LIKELY)


def judge_impossible(document: Document, spots: Iterable[Spot]) -> Iterator[Remark]:
    """The days that no calendar has."""
    for spot in spots:
        text = " ".join(document.passages[spot.passage].text[spot.start : spot.end].split())
        yield remark(document, "soat-ngay-khong-co", FaultKind.DATE, spot, ngay=text)


def _late(document: Document, spot: Spot, day: dt.date, signed: dt.date, confidence: Confidence) -> Remark:
    return remark(
        document,
        "soat-ngay-sau-bao-cao",
        FaultKind.DATE,
        spot,
        confidence=confidence,
        ngay=short_date(day),
        ngay_bao_cao=short_date(signed),
    )


def _within(inner: Spot, outer: Spot) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _is_plan(document: Citation) -> bool:
    """A plan, or a decision that issues one."""
    return document.name.lower().startswith(_PLAN) or _ISSUES_PLAN in document.subject.lower()


def judge_plans(document: Document, citations: Iterable[Citation]) -> Iterator[Remark]:
    """The plans signed after the year that they plan, or nine months before it (three years of a span).

    Those of a day after the report's own are told already.
    """
    signed = document.report_date
    for plan in citations:
        if plan.day is None or plan.year is None or not _is_plan(plan):
            continue
        if signed is not None and plan.day > signed:
            continue
        first = plan.first_year or plan.year
        ahead = (dt.date(first, 1, 1) - plan.day).days
        early = ahead > (_EARLIEST_PLAN if first == plan.year else _EARLIEST_SPAN)
        if plan.day.year > plan.year or early:
            yield remark(
                document,
                "soat-ke-hoach-khac-nam",
                FaultKind.PLAN_YEAR,
                plan.spot,
                confidence=Confidence.LIKELY,
                ky_hieu=plan.symbol,
                ngay=short_date(plan.day),
                ky=f"năm {plan.year}" if first == plan.year else f"giai đoạn {first} - {plan.year}",
                huong="sau khi đã hết" if plan.day.year > plan.year else "quá sớm so với",
            )
