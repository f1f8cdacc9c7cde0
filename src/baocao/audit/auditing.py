"""The audit of a report: what it states, what is right of it, and what is to be mended."""

from __future__ import annotations

from baocao.audit.checks.judging import judge
from baocao.audit.document import Document
from baocao.audit.grammar.reading import read
from baocao.audit.scanning.tokens import tokens
from baocao.audit.verdicts import Audit
from baocao.audit.words import wording


def audit(document: Document) -> Audit:
    """Judge all statements of a report and gather its faults, of figures and of words, in their order."""
    scanned = [tokens(passage.text) for passage in document.passages]
    reading = read(document, scanned)
    judged, faults = judge(reading)
    remarks = sorted(
        (*faults, *wording(document, scanned)), key=lambda remark: (remark.spot.passage, remark.spot.start)
    )
    return Audit(document, judged, tuple(remarks), reading.unread)
