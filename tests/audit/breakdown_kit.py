"""Short reports and their statements in few words, for the tests of breakdowns, notes and tables."""

from __future__ import annotations

from collections.abc import Iterable

from baocao.audit.document import Document
from baocao.audit.grammar.reading import read
from baocao.audit.reading.read_docx import read_docx
from baocao.audit.reading.read_text import read_text
from baocao.audit.statements import Reading, Relation, Role, Statement
from small_docx import p, package, tbl

HEAD = (
    "Số: 12/BC-UBND",
    "Phú Lâm, ngày 20 tháng 12 năm 2023",
    "BÁO CÁO",
    "Kết quả công tác cải cách hành chính năm 2023",
)


def report(*lines: str) -> Document:
    """A report of 20/12/2023, a paragraph a line; a line that starts with ¹ is a footnote."""
    return read_text("\n\n".join((*HEAD, *lines)), "a.txt")


def reading(*lines: str) -> Reading:
    """What such a report states."""
    return read(report(*lines))


def table(*rows: Iterable[str]) -> Reading:
    """What a Word file with one table states."""
    return read(read_docx(package(p("Kết quả:") + _drawn(rows)), "a.docx"))


def headed_table(*rows: Iterable[str], under_number: str = "") -> Reading:
    """What a report with one table states. under_number: a line between its number and its date."""
    number, *others = HEAD
    lines = [number, *filter(None, [under_number]), *others, "Kết quả:"]
    return read(read_docx(package("".join(map(p, lines)) + _drawn(rows)), "a.docx"))


def _drawn(rows: Iterable[Iterable[str]]) -> str:
    told = [list(row) for row in rows]
    return tbl(*told, columns=len(told[0]))


def sums(told: Reading) -> list[tuple[str, tuple[str, ...]]]:
    """Total and parts of the breakdowns, as typed."""
    return [
        (_text(item, Role.TOTAL)[0], _text(item, Role.PART))
        for item in told.statements
        if item.kind is Relation.BREAKDOWN
    ]


def shares(told: Reading) -> list[tuple[str, str, str]]:
    """Numerator, base and rate of the shares, as typed; "" for one that is not told."""
    return [
        tuple("".join(_text(item, role)) for role in (Role.NUMERATOR, Role.BASE, Role.RATE))  # type: ignore[misc]
        for item in told.statements
        if item.kind is Relation.SHARE
    ]


def same(told: Reading) -> list[tuple[str, ...]]:
    """The quantities stated again, as typed."""
    return [_text(item, Role.SAME) for item in told.statements if item.kind is Relation.SAME]


def only(told: Reading) -> Statement:
    """The one breakdown of a text."""
    (found,) = (item for item in told.statements if item.kind is Relation.BREAKDOWN)
    return found


def _text(item: Statement, role: Role) -> tuple[str, ...]:
    return tuple(quantity.text for quantity in item.all(role))
