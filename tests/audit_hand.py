"""Audits written by hand: remarks and verdicts about words of a document, found by the words themselves."""

from __future__ import annotations

from decimal import Decimal

from baocao.audit.scanning.kinds import Hedge
from baocao.audit.statements import Quantity, Relation, Role, Spot, Statement
from baocao.audit.verdicts import Audit, Confidence, FaultKind, Judged, Remark, Verdict
from baocao.errors import Severity, finding

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


def spot(document, words, nth=1):
    """The nth place of some words in a document."""
    seen = 0
    for at, passage in enumerate(document.passages):
        start = passage.text.find(words)
        while start >= 0:
            seen += 1
            if seen == nth:
                return Spot(at, start, start + len(words))
            start = passage.text.find(words, start + 1)
    raise AssertionError(words)


def remark(
    document, words, text, level=ERROR, kind=FaultKind.RATE, *, nth=1, sure=Confidence.SURE, others=()
):
    """A remark on some words; `text` is its sentence."""
    at = spot(document, words, nth)
    where = document.passages[at.passage].where
    told = finding("lenh-sai", where, severity=level, ly_do=text)
    return Remark(told, at, kind, sure, tuple(spot(document, other) for other in others))


def quantity(document, words, value, unit=""):
    """A figure of the text."""
    return Quantity(Decimal(value), unit, (), Hedge.NONE, 0, False, None, spot(document, words), words)


def judged(document, words, arithmetic, verdict=Verdict.RIGHT):
    """A statement without figures of its own, judged."""
    statement = Statement(
        Relation.SHARE, ((Role.RATE, quantity(document, words, "1", "%")),), spot(document, words), "a"
    )
    return Judged(statement, verdict, arithmetic)


def audited(document, *remarks, right=(), unread=()):
    """The audit with these remarks in the order of the text."""
    ordered = sorted(remarks, key=lambda item: (item.spot.passage, item.spot.start))
    return Audit(document, tuple(right), tuple(ordered), tuple(unread))
