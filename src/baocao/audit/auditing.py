"""The audit of a report: what it states, what is right of it, and what is to be mended."""

from __future__ import annotations

from baocao.audit.checks.judging import judge
from baocao.audit.document import Document
from baocao.audit.statements import Reading
from baocao.audit.verdicts import Audit


def audit(document: Document) -> Audit:
    """Judge all statements of a report and gather its faults, in the order of the text."""
    return audit_reading(Reading(document, (), (), (), (), ()))


def audit_reading(reading: Reading) -> Audit:
    """Judge a report whose statements have been read."""
    judged, remarks = judge(reading)
    ordered = sorted(remarks, key=lambda remark: (remark.spot.passage, remark.spot.start))
    return Audit(reading.document, judged, tuple(ordered), reading.unread)
