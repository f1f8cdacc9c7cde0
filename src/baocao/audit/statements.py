"""What a text says with its figures: the statements that the checks judge."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from baocao.audit.scanning.kinds import Hedge


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of a document: a passage by its place in `Document.passages`, [start:end] of its text."""

    passage: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure as stated.

    value: exact, scale included. unit: common name ("hồ sơ", "%", "điểm", "bậc", "đồng"), "" when none is
    typed. noun: words of what it counts, small letters ("tiếp nhận", "cấp xã"). places: decimals typed.
    of: the number after the stroke of a rank, of points or of a ratio. period: "năm 2022"; "" is the
    report's own.
    """

    value: Decimal
    unit: str
    noun: tuple[str, ...]
    hedge: Hedge
    places: int
    leading_zero: bool
    of: Decimal | None
    spot: Spot
    text: str
    period: str = ""


class Relation(StrEnum):
    """What a statement says of its quantities."""

    SHARE = "share"  # roles numerator, base, rate
    CHANGE = "change"  # roles new, old, difference; `Statement.direction`
    BREAKDOWN = "breakdown"  # roles total, part (many)
    COMPLEMENT = "complement"  # roles total, part, rest
    SAME = "same"  # role same (two or more): one quantity stated again
    RANK = "rank"  # role rank, with `Quantity.of`


class Role(StrEnum):
    """The place of a quantity in its statement."""

    NUMERATOR = "numerator"
    BASE = "base"
    RATE = "rate"
    NEW = "new"
    OLD = "old"
    DIFFERENCE = "difference"
    TOTAL = "total"
    PART = "part"
    REST = "rest"
    SAME = "same"
    RANK = "rank"


class Direction(StrEnum):
    """The word a change is told with; NONE when there is no word."""

    NONE = ""
    UP = "tăng"
    DOWN = "giảm"
    LEVEL = "giữ nguyên"


@dataclass(frozen=True, slots=True)
class Statement:
    """One relation between quantities of the text.

    spot: the words that say it. phrasing: the entry of the grammar that read it. confidence: 0 to 1; below
    1 when a quantity was found outside the sentence. is_rank: a smaller number is the better one.
    """

    kind: Relation
    quantities: tuple[tuple[Role, Quantity], ...]
    spot: Spot
    phrasing: str
    confidence: Decimal = Decimal(1)
    direction: Direction = Direction.NONE
    is_rank: bool = False

    def all(self, role: Role) -> tuple[Quantity, ...]:
        """The quantities of a role, in the order of the text."""
        return tuple(quantity for own, quantity in self.quantities if own is role)

    def one(self, role: Role) -> Quantity | None:
        """The first quantity of a role; None when the text leaves it out."""
        return next(iter(self.all(role)), None)
