"""A document cut into clauses: sentences, and what stands in round brackets lifted out of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from baocao.audit.document import PROSE, Document
from baocao.audit.grammar.concepts import dictionary
from baocao.audit.scanning.kinds import Kind, Token
from baocao.audit.scanning.tokens import tokens

_STOPS = frozenset(".!?…")
_OPENERS = frozenset("“\"'(«-–+*")


class Clause(NamedTuple):
    """A sentence without its brackets, or a sentence of what stands in one pair of round brackets.

    passage: place in `Document.passages`; [start:end] of its text, brackets within included. host: place of
    the clause that the bracket stands in among all clauses of the document, None for a sentence of the text.
    after: how many tokens of the host stand before the bracket.
    """

    passage: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    host: int | None = None
    after: int = 0


def clauses(document: Document, scanned: Sequence[tuple[Token, ...]] | None = None) -> tuple[Clause, ...]:
    """All clauses of the document in the order of their starts; a host stands before its brackets.

    scanned: the tokens of each passage, when they are there already. A bracket that is never closed is no
    bracket. Takes time linear in the length of the text.
    """
    found: list[Clause] = []
    for place, passage in enumerate(document.passages):
        if passage.kind in PROSE:
            found.extend(
                _clauses(place, passage.text, scanned[place] if scanned else tokens(passage.text), len(found))
            )
    return tuple(found)


@dataclass(slots=True)
class _Open:
    """A clause that is being read. index: its place among the clauses of the passage."""

    index: int
    start: int
    end: int
    host: _Open | None
    after: int
    tokens: list[Token] = field(default_factory=list)


def _clauses(passage: int, text: str, read: tuple[Token, ...], first: int) -> Iterator[Clause]:
    """The clauses of one passage. first: how many clauses stand before them in the document."""
    for item in _read(text, read):
        host = None if item.host is None else first + item.host.index
        yield Clause(passage, item.start, item.end, tuple(item.tokens), host, item.after)


def _read(text: str, found: tuple[Token, ...]) -> list[_Open]:
    """One pass: `levels` are the open brackets, each with the clause now being read there, if any."""
    closing = _pairs(found)
    ends = set(closing.values())
    made: list[_Open] = []
    levels: list[_Level] = [_Level(None, 0)]
    for place, token in enumerate(found):
        if place in closing:
            host = levels[-1].clause(made, token.start)
            levels.append(_Level(host, len(host.tokens)))
        elif place in ends:
            levels.pop()
            levels[-1].clause(made, token.start).end = token.end
        else:
            clause = levels[-1].clause(made, token.start)
            clause.tokens.append(token)
            clause.end = token.end
            if _ends(text, found, place):
                levels[-1].now = None
    return made


@dataclass(slots=True)
class _Level:
    """What is read between one pair of brackets, or outside of all."""

    host: _Open | None
    after: int
    now: _Open | None = None

    def clause(self, made: list[_Open], start: int) -> _Open:
        """The clause being read here, a new one when the last has ended."""
        if self.now is None:
            self.now = _Open(len(made), start, start, self.host, self.after)
            made.append(self.now)
        return self.now


def _pairs(found: tuple[Token, ...]) -> dict[int, int]:
    """Each "(" with its ")"."""
    opened: list[int] = []
    closing: dict[int, int] = {}
    for place, token in enumerate(found):
        if token.text == "(":
            opened.append(place)
        elif token.text == ")" and opened:
            closing[opened.pop()] = place
    return closing


def _ends(text: str, found: tuple[Token, ...], place: int) -> bool:
    """Whether a sentence ends with this token: a stop, then a blank and what can begin another sentence."""
    token = found[place]
    if token.kind is not Kind.MARK or token.text not in _STOPS or place + 1 == len(found):
        return False
    after = found[place + 1]
    if after.start == token.end or not _begins(after):
        return False
    before = found[place - 1] if place else token
    return not (token.text == "." and before.text.lower() in dictionary().abbreviations)


def _begins(token: Token) -> bool:
    return token.text[0].isupper() or token.text[0].isdigit() or token.text[0] in _OPENERS
