"""What the audit says of a document: each statement judged, each fault with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from baocao.audit.document import Document
from baocao.audit.statements import Quantity, Spot, Statement
from baocao.errors import Finding, Severity


class Verdict(StrEnum):
    """How a statement stands to its own figures."""

    RIGHT = "dung"
    WRONG = "sai"
    TRUNCATED = "cat-bot"
    DOUBTFUL = "can-xem"  # true or false depending on how the words are meant
    UNVERIFIABLE = "khong-kiem-duoc"


class Confidence(StrEnum):
    """How sure the audit is of a fault: what a person reads beside it."""

    SURE = "chắc chắn"
    LIKELY = "rất có thể"
    POSSIBLE = "có thể"


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement and the arithmetic that was done: "3.190 : 3.252 = 98,09%"."""

    statement: Statement
    verdict: Verdict
    arithmetic: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A fault of the text. spot: the words it is about. others: the other numbers it speaks of."""

    finding: Finding
    spot: Spot
    confidence: Confidence = Confidence.SURE
    others: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class Audit:
    """All that was found. judged and remarks: in the order of the text. unread: nothing is said of them."""

    document: Document
    judged: tuple[Judged, ...]
    remarks: tuple[Remark, ...]
    unread: tuple[Quantity, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The faults, gravest first, each weight in the order of the text."""
        order = list(Severity)
        return tuple(
            sorted((remark.finding for remark in self.remarks), key=lambda item: order.index(item.level))
        )

    def of(self, verdict: Verdict) -> Iterator[Judged]:
        """The statements with a verdict."""
        return (item for item in self.judged if item.verdict is verdict)
