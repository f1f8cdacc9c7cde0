"""Documents that a report names twice, with two numbers or two dates, or with a date against their number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from baocao.audit.checks.quoting import remark
from baocao.audit.document import Document
from baocao.audit.statements import Citation
from baocao.audit.verdicts import Confidence, FaultKind, Remark
from baocao.errors import Severity
from baocao.vietnamese.dates import short_date

_YEAR_IN_SYMBOL = re.compile(r"\d+/((?:19|20)\d\d)/")
_COMMITTEE = re.compile("(?:ủy|uỷ) ban nhân dân")
_COMMITTEES = re.compile(r"UBND|HĐND")
"""In the symbols of every level: without the issuer nobody knows whose number it is."""
_NOTE_START = 5
"""Characters of a note before the document that it begins with."""
_LEAST_SUBJECT = 3
"""Words of a subject that tell a document from others of its day."""


def judge_documents(document: Document, citations: Iterable[Citation]) -> Iterator[Remark]:
    """The citations that cannot all be right."""
    known = [item for item in citations if item.symbol]
    for citation in known:
        yield from _year_of_symbol(document, citation)
    yield from _two_days(document, known)
    yield from _two_symbols(document, known)


def _year_of_symbol(document: Document, citation: Citation) -> Iterator[Remark]:
    """A symbol with its year was given in that year: "59/2019/NĐ-CP" is not of 2020."""
    found = _YEAR_IN_SYMBOL.match(citation.symbol)
    if found and citation.day and int(found[1]) != citation.day.year:
        yield remark(
            document,
            "soat-van-ban-khac-nam",
            FaultKind.DOCUMENT,
            citation.spot,
            weight=Severity.WARNING,
            ky_hieu=citation.symbol,
            ngay=short_date(citation.day),
            nam=found[1],
        )


def _two_days(document: Document, known: list[Citation]) -> Iterator[Remark]:
    """One symbol with two days of one year, or with two days whatever the year when it names its year."""
    dated = sorted((item for item in known if item.day), key=_symbol)
    for _, group in groupby(dated, key=_symbol):
        first, *others = sorted(group, key=lambda item: (item.spot.passage, item.spot.start))
        for other in others:
            if first.day != other.day and _one_document(
                first, other, explained=_explains(document, first, other)
            ):
                yield _pair(document, "soat-van-ban-hai-ngay", first, other, Confidence.SURE)
                break


def _explains(document: Document, first: Citation, other: Citation) -> bool:
    """Whether the other citation begins a note that hangs behind the first one in its passage."""
    note = document.passages[other.spot.passage].note
    marks = document.passages[first.spot.passage].marks
    begins = other.spot.start < _NOTE_START
    return begins and any(mark.note == note and mark.offset >= first.spot.end for mark in marks)


def _one_document(first: Citation, other: Citation, *, explained: bool) -> bool:
    """Whether two citations of one symbol must be of one document; explained: one is the note of the other.

    Numbers begin anew each year; a day of two years is one with its year mistyped.
    """
    assert first.day is not None
    assert other.day is not None
    if _differ(first.name, other.name):
        return False
    if _YEAR_IN_SYMBOL.match(first.symbol):
        return True
    subjects = _one_subject(_words(first.subject), _words(other.subject))
    if _issuer(first) != _issuer(other):
        one_is_open = not _issuer(first) or not _issuer(other)
        if not one_is_open or (_COMMITTEES.search(first.symbol) and not subjects and not explained):
            return False
    one_day = (first.day.day, first.day.month) == (other.day.day, other.day.month)
    return subjects or explained or one_day or first.day.year == other.day.year


def _one_subject(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two subjects are one, or one of them is the other cut short."""
    short, long = sorted((one, other), key=len)
    return short != () and (short == long or (len(short) > _LEAST_SUBJECT and long[: len(short)] == short))


def _two_symbols(document: Document, known: list[Citation]) -> Iterator[Remark]:
    """One name, day, issuer and subject with two symbols."""
    named = sorted((item for item in known if len(_words(item.subject)) >= _LEAST_SUBJECT), key=_identity)
    for _, group in groupby(named, key=_identity):
        first, *others = sorted(group, key=lambda item: (item.spot.passage, item.spot.start))
        other = next((item for item in others if _symbol(item)[0] != _symbol(first)[0]), None)
        if first.day is not None and other is not None and not _differ(_issuer(first), _issuer(other)):
            yield _pair(document, "soat-van-ban-hai-so", first, other, Confidence.LIKELY)


def _pair(document: Document, code: str, first: Citation, other: Citation, confidence: Confidence) -> Remark:
    return remark(
        document,
        code,
        FaultKind.DOCUMENT,
        other.spot,
        confidence=confidence,
        weight=Severity.WARNING,
        others=(first.spot,),
        mot=_shown(first),
        hai=_shown(other),
    )


def _shown(citation: Citation) -> str:
    day = f" ngày {short_date(citation.day)}" if citation.day else ""
    return f"{citation.name} {citation.symbol}{day}".strip()


def _symbol(citation: Citation) -> tuple[str, ...]:
    """The symbol, however it is typed; zeros in front say nothing."""
    return ("".join(citation.symbol.lower().split()).lstrip("0"),)


def _identity(citation: Citation) -> tuple[object, ...]:
    day = citation.day.toordinal() if citation.day else 0
    return citation.name.lower(), day, _words(citation.subject)


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text.lower()))


def _issuer(citation: Citation) -> str:
    return _COMMITTEE.sub("ubnd", " ".join(_words(citation.issuer)))


def _differ(one: str, other: str) -> bool:
    return bool(one and other and one.lower() != other.lower())
