"""Readings made by hand from a short notation, so that checks are tested without the grammar.

A text marks its figures by name: "đã giải quyết {b:3.190 hồ sơ}, đạt {c:98,09%}". A text that begins with
"[2] " belongs to note 2, one with "| " is a cell. What the text states is told in words:

    "share b a c"       b of a is c; "-" for what is not stated; "share r r c" for r typed "a/b"
    "sum n p q"         n is made up of p and q; "among n p q": p and q are some of n
    "change x y d tăng" x after y, difference d, told with "tăng"; "place x y d giảm" of places in a ranking
    "rest n p q"        n less p is q
    "same x y"          one quantity
    "rank r"            r typed "11/12"

"@0.9" at the end is the confidence.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from baocao.audit.checks.judging import judge
from baocao.audit.document import Document, Passage, PassageKind
from baocao.audit.scanning.tokens import tokens
from baocao.audit.statements import (
    Citation,
    DatedWords,
    Direction,
    NoteHost,
    Quantity,
    Reading,
    Relation,
    Role,
    Spot,
    Statement,
)
from baocao.audit.verdicts import FaultKind, Remark
from baocao.errors import Where

SIGNED = dt.date(2024, 3, 25)

_NAMED = re.compile(r"\{(?P<name>\w+):(?P<figure>[^}]*)\}")
_ROLES = {
    "share": (Relation.SHARE, (Role.NUMERATOR, Role.BASE, Role.RATE)),
    "change": (Relation.CHANGE, (Role.NEW, Role.OLD, Role.DIFFERENCE)),
    "place": (Relation.CHANGE, (Role.NEW, Role.OLD, Role.DIFFERENCE)),
    "sum": (Relation.BREAKDOWN, (Role.TOTAL,)),
    "among": (Relation.BREAKDOWN, (Role.TOTAL,)),
    "rest": (Relation.COMPLEMENT, (Role.TOTAL, Role.PART, Role.REST)),
    "same": (Relation.SAME, (Role.SAME,)),
    "rank": (Relation.RANK, (Role.RANK,)),
}
_MORE = {"sum": Role.PART, "among": Role.PART, "same": Role.SAME}


@dataclass(frozen=True)
class Made:
    """A reading with its figures by name."""

    reading: Reading
    figures: Mapping[str, Quantity]


def made(
    texts: str | Iterable[str],
    *says: str,
    concepts: Mapping[str, Iterable[str]] | None = None,
    near: Mapping[int, str] | None = None,
    citations: Iterable[Citation] = (),
    days: Iterable[DatedWords] = (),
    hosts: Iterable[NoteHost] = (),
    signed: dt.date | None = SIGNED,
) -> Made:
    """A reading of the texts. near: by the place of a statement, the names of figures near it."""
    figures: dict[str, Quantity] = {}
    typed = (texts,) if isinstance(texts, str) else tuple(texts)
    passages = tuple(_passage(place, text, figures, concepts or {}) for place, text in enumerate(typed))
    document = Document("bao-cao.txt", passages, signed, 2023)
    nearby = near or {}
    statements = tuple(_statement(say, figures, nearby.get(at, "")) for at, say in enumerate(says))
    known = tuple(figures.values())
    return Made(Reading(document, known, statements, tuple(citations), tuple(days), tuple(hosts)), figures)


def _passage(
    place: int, text: str, figures: dict[str, Quantity], concepts: Mapping[str, Iterable[str]]
) -> Passage:
    kind, note = PassageKind.BODY, ""
    if found := re.match(r"\[(\w+)\] ", text):
        kind, note, text = PassageKind.NOTE, found[1], text[found.end() :]
    elif text.startswith("| "):
        kind, text = PassageKind.CELL, text[2:]
    plain, at = "", 0
    for item in _NAMED.finditer(text):
        plain += text[at : item.start()]
        figures[item["name"]] = _quantity(place, len(plain), item["figure"], concepts.get(item["name"], ()))
        plain += item["figure"]
        at = item.end()
    return Passage(kind, plain + text[at:], Where("bao-cao.txt", place + 1), note=note)


def _quantity(place: int, start: int, typed: str, concepts: Iterable[str]) -> Quantity:
    token = next(token for token in tokens(typed) if token.is_figure)
    assert token.value is not None
    return Quantity(
        value=token.value,
        unit=token.unit,
        noun=(),
        hedge=token.hedge,
        places=token.places,
        leading_zero=token.leading_zero,
        of=token.of,
        spot=Spot(place, start + token.start, start + token.end),
        text=token.text,
        concepts=frozenset(concepts),
    )


def _statement(say: str, figures: Mapping[str, Quantity], near: str) -> Statement:
    words, _, confidence = say.partition("@")
    name, *given = words.split()
    relation, roles = _ROLES[name]
    direction = Direction.NONE
    if relation is Relation.CHANGE:
        direction = Direction(" ".join(given[3:]))
        given = given[:3]
    told = [
        (roles[at] if at < len(roles) else _MORE[name], figures[item])
        for at, item in enumerate(given)
        if item != "-"
    ]
    return Statement(
        relation,
        tuple(told),
        _around([figure for _, figure in told]),
        name,
        Decimal(confidence or 1),
        direction,
        is_rank=name in ("place", "rank"),
        whole=name == "sum",
        near=tuple(figures[item] for item in near.split()),
    )


def _around(figures: list[Quantity]) -> Spot:
    first = figures[0].spot
    own = [figure.spot for figure in figures if figure.spot.passage == first.passage]
    return Spot(first.passage, min(spot.start for spot in own), max(spot.end for spot in own))


def remarks(item: Made) -> tuple[Remark, ...]:
    """The faults that are told of a reading."""
    return judge(item.reading)[1]


def judged(item: Made) -> list[tuple[str, str]]:
    """Verdict and arithmetic of every statement."""
    return [(own.verdict.value, own.arithmetic) for own in judge(item.reading)[0]]


def kinds(item: Made) -> list[FaultKind]:
    """What the told faults are about."""
    return [remark.kind for remark in remarks(item)]


def only(item: Made) -> Remark:
    """The one fault that is told."""
    (remark,) = remarks(item)
    return remark


def words_at(item: Made, spot: Spot) -> str:
    """The words of a stretch of the text."""
    return item.reading.document.passages[spot.passage].text[spot.start : spot.end]
