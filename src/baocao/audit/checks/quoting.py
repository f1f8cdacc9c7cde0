"""The words of a document for a finding: quoted shortly, with their place."""

from __future__ import annotations

from collections.abc import Iterable

from baocao.audit.document import Document, without_section
from baocao.audit.statements import Spot
from baocao.audit.verdicts import Confidence, FaultKind, Remark
from baocao.errors import Severity, Where, finding

_LONGEST = 110
_MARGIN = 48


def quoted(document: Document, spot: Spot, at: Spot) -> str:
    """The words of `spot`, cut to those around the number `at`, which may stand outside of it."""
    if spot.passage != at.passage or not spot.start <= at.start <= at.end <= spot.end:
        spot = at
    text = document.passages[spot.passage].text
    start, end = spot.start, spot.end
    if spot == at:
        start, end = 0, len(text)
    if end - start > _LONGEST:
        start, end = max(start, at.start - _MARGIN), min(end, at.end + _MARGIN)
        start = _word_start(text, start, at.start)
        end = _word_end(text, end, at.end)
    words = " ".join(text[start:end].split()).strip(" ,;:")
    before = "…" if start > spot.start and text[:start].strip() else ""
    after = "…" if text[end:].strip(" .;,)") and words[-1:] not in ".;" and end < len(text) else ""
    return f"{before}{words}{after}"


def _word_start(text: str, start: int, limit: int) -> int:
    """The start of the first whole word from `start` on."""
    if start == 0 or text[start - 1].isspace():
        return start
    blank = text.find(" ", start, limit)
    return start if blank < 0 else blank + 1


def _word_end(text: str, end: int, limit: int) -> int:
    """The end of the last whole word up to `end`."""
    if end >= len(text) or text[end].isspace():
        return min(end, len(text))
    blank = text.rfind(" ", limit, end)
    return end if blank < 0 else blank


def place(document: Document, spot: Spot) -> Where:
    """Where a stretch of the document stands, in words."""
    return document.passages[spot.passage].where


def short_place(document: Document, spot: Spot) -> str:
    """The paragraph, note or table of a stretch: "đoạn 7"."""
    where = place(document, spot)
    return without_section(where.paragraph) or str(where.but(file="", words="", key="", label=""))


def remark(
    document: Document,
    code: str,
    kind: FaultKind,
    at: Spot,
    *,
    about: Spot | None = None,
    confidence: Confidence = Confidence.SURE,
    weight: Severity | None = None,
    others: Iterable[Spot] = (),
    **facts: str,
) -> Remark:
    """A remark at the words `at`, quoted within `about`.

    weight: that of its confidence when None. others: the other numbers; those of other passages are told
    by place.
    """
    spots = tuple(dict.fromkeys(spot for spot in others if spot != at))
    elsewhere = dict.fromkeys(place(document, spot) for spot in spots if spot.passage != at.passage)
    found = finding(
        code,
        place(document, at),
        severity=weight or WEIGHT[confidence],
        others=tuple(elsewhere),
        trich=quoted(document, about or at, at),
        **facts,
    )
    return Remark(found, at, kind, confidence, spots)


WEIGHT = {
    Confidence.SURE: Severity.ERROR,
    Confidence.LIKELY: Severity.WARNING,
    Confidence.POSSIBLE: Severity.INFO,
}
"""What a fault weighs by how sure it is: only a sure one stops a report."""
