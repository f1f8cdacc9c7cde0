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


class FaultKind(StrEnum):
    """What is wrong, whatever the words of the message: what findings are grouped and measured by."""

    RATE = "rate"  # another rate that its two counts do not give
    TRUNCATED = "truncated"  # a rate cut off instead of rounded
    NO_BASE = "no-base"  # a wrong rate that no whole base can give
    SUM = "sum"  # parts that do not make up their total
    DIFFERENCE = "difference"  # new - old is not the stated difference
    RANK = "rank"  # a place beyond the number of those ranked: 13/12
    DIRECTION = "direction"  # "tăng" where the numbers fall; of a rank the smaller number is the better
    LEVEL = "level"  # cấp huyện + cấp xã against the total of both
    NOTE = "note"  # the body against its footnote
    COMPLEMENT = "complement"  # total - part is not the stated rest
    SAME = "same"  # one quantity stated with two values
    TABLE = "table"  # a total, a share or a subtotal of a table
    POINTS = "points"  # percentage points written as percent
    HEDGE = "hedge"  # "trên 1.674" of 1.500
    DATE = "date"  # a day after the report's own
    PLAN_YEAR = "plan-year"  # a plan's year against its date
    DOCUMENT = "document"  # one document with two numbers or two dates
    NOTE_PLACE = "note-place"  # a footnote that hangs on other words than it explains
    UNVERIFIABLE = "unverifiable"  # a rate whose counts are not in the text
    DOUBLED = "doubled"  # "giải quyết giải quyết"
    ABBREVIATION = "abbreviation"  # never defined, used before its definition, or typed otherwise (VBVPPL)
    SPELLING = "spelling"  # one text, two spellings: qui/quy, tỉ/tỷ, Huyện/huyện
    DATE_ZERO = "date-zero"  # ngày 5/4, tháng 03
    UNMATCHED = "unmatched"  # a bracket or a quotation mark without its other one
    SPACE = "space"  # a blank before punctuation
    CLOSING = "closing"  # "./." missing or cut short
    NUMBERING = "numbering"  # 1, 2, 4
    SYLLABLE = "syllable"  # "hiêụ", "nghành"
    NFD = "nfd"  # letters and marks typed apart


WORD_KINDS = frozenset(
    {
        FaultKind.DOUBLED,
        FaultKind.ABBREVIATION,
        FaultKind.SPELLING,
        FaultKind.DATE_ZERO,
        FaultKind.UNMATCHED,
        FaultKind.SPACE,
        FaultKind.CLOSING,
        FaultKind.NUMBERING,
        FaultKind.SYLLABLE,
        FaultKind.NFD,
    }
)
"""The kinds that `audit/words/` finds."""


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
    kind: FaultKind
    confidence: Confidence = Confidence.SURE
    others: tuple[Spot, ...] = ()

    @property
    def concerns_words(self) -> bool:
        """Whether it is about how the text is written, not about its figures, dates and documents."""
        return self.kind in WORD_KINDS


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
