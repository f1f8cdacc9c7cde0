"""What a text says with its figures: the statements that the checks judge."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from baocao.audit.document import Document
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
    typed. noun: the words around it that say what it counts, small letters, as typed ("số", "hồ", "sơ",
    "tiếp", "nhận"). places: decimals typed. of: the number after the stroke of a rank, of points or of a
    ratio. period: "năm 2022"; "" is the report's own. concepts: what the noun means in the words of
    `khai-niem.yaml` ("tiep-nhan", "cap-xa", "truc-tuyen"), whatever the spelling.
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
    concepts: frozenset[str] = frozenset()


class Relation(StrEnum):
    """What a statement says of its quantities."""

    SHARE = "share"  # roles numerator, base, rate
    CHANGE = "change"  # roles new, old, difference; `Statement.direction`
    BREAKDOWN = "breakdown"  # roles total, part (many); `Statement.whole`
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
    1 when a quantity was found outside the sentence. is_rank: a smaller number is the better one. whole:
    the parts are said to make up the whole total ("gồm", "=", cấp huyện and cấp xã), not to be some of it
    ("trong đó"). near: other figures that may be meant instead of the base or a missing role. listed: they
    stand in a note or a bracket that has nothing else and does not say that there are more.
    """

    kind: Relation
    quantities: tuple[tuple[Role, Quantity], ...]
    spot: Spot
    phrasing: str
    confidence: Decimal = Decimal(1)
    direction: Direction = Direction.NONE
    is_rank: bool = False
    whole: bool = False
    near: tuple[Quantity, ...] = ()
    listed: bool = False

    def all(self, role: Role) -> tuple[Quantity, ...]:
        """The quantities of a role, in the order of the text."""
        return tuple(quantity for own, quantity in self.quantities if own is role)

    def one(self, role: Role) -> Quantity | None:
        """The first quantity of a role; None when the text leaves it out."""
        return next(iter(self.all(role)), None)


@dataclass(frozen=True, slots=True)
class Citation:
    """A document named in the text: "Kế hoạch số 34/KH-UBND ngày 06/02/2023 của UBND Huyện".

    name: "Kế hoạch". day: None when no whole date is typed. issuer: "" when none is named. year: the last
    year that its subject speaks of ("về … năm 2023", "giai đoạn 2021 - 2030"), first_year the first one.
    """

    name: str
    symbol: str
    day: dt.date | None
    issuer: str
    spot: Spot
    subject: str = ""
    first_year: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class DatedWords:
    """A day in the text. planned: the words speak of what is still to be done ("đến ngày", "trước ngày")."""

    day: dt.date
    spot: Spot
    planned: bool = False


@dataclass(frozen=True, slots=True)
class NoteHost:
    """A footnote with what it hangs on. figure: the figure right before its mark, None when there is none.

    explains: figures of the note that state a breakdown or a level of something in the body. meant: another
    figure of its passage that the words of the note name, while they name nothing of `figure`.
    """

    note: str
    spot: Spot
    figure: Quantity | None
    explains: tuple[Quantity, ...] = ()
    meant: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a document says with its figures.

    unread: figures that no phrasing of the grammar covers. impossible: where days stand that no calendar has.
    """

    document: Document
    quantities: tuple[Quantity, ...]
    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    days: tuple[DatedWords, ...]
    hosts: tuple[NoteHost, ...]
    unread: tuple[Quantity, ...] = ()
    impossible: tuple[Spot, ...] = ()
