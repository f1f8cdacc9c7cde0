"""What a report says, in reading order: its passages, the notes that hang on them, its date and year."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from baocao.errors import Where
from baocao.vietnamese.dates import parse_date


class PassageKind(StrEnum):
    """What a passage is. HEADER_BLOCK: quốc hiệu to trích yếu. SIGNATURE_BLOCK: nơi nhận, who signs."""

    BODY = "body"
    HEADING = "heading"
    CELL = "cell"
    NOTE = "note"
    HEADER_BLOCK = "header-block"
    SIGNATURE_BLOCK = "signature-block"


PROSE = frozenset({PassageKind.BODY, PassageKind.HEADING, PassageKind.CELL, PassageKind.NOTE})
"""The kinds of passages that state something; the header block and the signatures do not."""


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The note with the shown number `note` hangs behind `text[:offset]` of its passage."""

    offset: int
    note: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in a table; all count from 1, column as the grid does (a cell over two columns counts twice).

    headers: the texts of the header rows over this column, top first; () in a header row. is_total: the
    row is one of sums ("Tổng số", "Cộng"). unit: of the whole table, as typed over it ("triệu đồng" of
    "Đơn vị tính: triệu đồng"); "" when none is.
    """

    table: int
    row: int
    column: int
    headers: tuple[str, ...] = ()
    is_total: bool = False
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph as a reader sees it.

    text: NFC, automatic numbers and dashes of lists in front, marks of notes taken out, every blank a plain
    space. note: shown number of the note that this passage belongs to, "" in the body. table: None outside of
    a table of figures. typed_nfd: it was typed in letters that NFC changes.
    """

    kind: PassageKind
    text: str
    where: Where
    marks: tuple[NoteMark, ...] = ()
    note: str = ""
    table: Cell | None = None
    typed_nfd: bool = False


_SECTION = " (mục "
_SHOWN = 48


def in_section(place: str, heading: str) -> str:
    """A place with the heading it stands under: "đoạn 12 (mục 2. Cải cách thủ tục hành chính)"."""
    if not heading:
        return place
    short = heading.rstrip(" :")
    words = short if len(short) <= _SHOWN else short[:_SHOWN].rpartition(" ")[0] + "…"
    return f"{place}{_SECTION}{words})"


def without_section(place: str) -> str:
    """The place without the heading it stands under: "đoạn 12"."""
    return place.partition(_SECTION)[0]


def passage_of(
    kind: PassageKind, text: str, marks: tuple[NoteMark, ...], where: Where, *, typed: str = ""
) -> Passage:
    """A passage without the blanks around its text; its marks move along. typed: the text before NFC."""
    seen = text.strip()
    cut = len(text) - len(text.lstrip())
    moved = tuple(NoteMark(min(max(mark.offset - cut, 0), len(seen)), mark.note) for mark in marks)
    return Passage(kind, seen, where, moved, typed_nfd=not unicodedata.is_normalized("NFC", typed))


@dataclass(frozen=True, slots=True)
class Document:
    """A report read. passages: in reading order, those of a note right after the passage it hangs on.

    report_date: the date under the number, None when it is not written out. year: the year that the trích yếu
    speaks of (the last one of a span), None when it names none. is_draft: its header block says DỰ THẢO, or
    whoever made it says so: a blank in it may be a figure still to come.
    """

    file: str
    passages: tuple[Passage, ...]
    report_date: dt.date | None
    year: int | None
    is_draft: bool = False


_DATED = re.compile(
    r"[^,]{2,60},\s*ngày\s+(?P<day>\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})\W*", re.IGNORECASE
)
_DATE_LINE = re.compile(r"[^,]{2,60},\s*ngày\b.{0,40}", re.IGNORECASE)
_DRAFT = re.compile(r"\W*dự thảo(?:\W+(?:lần|ngày|\d).{0,24})?\W*", re.IGNORECASE)
_YEAR = re.compile(
    r"giai\s+đoạn\s+(?:từ\s+)?(?:năm\s+)?\d{4}\s*(?:[-–]|đến)\s*(?:năm\s+)?(?P<last>\d{4})"
    r"|(?:năm\s+|tháng\s+\d{1,2}\s*/\s*|quý\s+[IV1-4]{1,3}\s*/\s*)(?P<year>\d{4})",
    re.IGNORECASE,
)


def document_of(file: str, passages: Iterable[Passage]) -> Document:
    """A document with the date and the year that its header block tells, and whether it is a draft."""
    known = tuple(passages)
    head = [passage.text for passage in known if passage.kind is PassageKind.HEADER_BLOCK]
    dated = next((at for at, text in enumerate(head) if _DATE_LINE.fullmatch(text)), None)
    title = head if dated is None else head[dated + 1 :]
    date = None if dated is None else _date(head[dated])
    return Document(file, known, date, _year(" ".join(title)), any(map(_DRAFT.fullmatch, head)))


def _date(text: str) -> dt.date | None:
    found = _DATED.fullmatch(text)
    return parse_date(found["day"]).day if found else None


def _year(title: str) -> int | None:
    found = _YEAR.search(title)
    return int(found["last"] or found["year"]) if found else None
