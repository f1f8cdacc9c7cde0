"""Figures inside a quotation of one line are part of a name: mô hình “10 thủ tục - 5 giải quyết tại chỗ”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from baocao.audit.scanning.kinds import FIGURES, Kind, Token

_QUOTES = {"”": "“", "»": "«", "’": "‘"}
_STRAIGHT = '"'
_QUOTED = re.compile('[”»’"]')
"""What ends a quotation."""
_BEFORE_OPENING = " \t\n\u00a0([{“«:;,-–—"


def without_quoted(text: str, found: list[Token]) -> list[Token]:
    """The tokens, those inside “…”, «…», ‘…’ or "…" without figures; a quotation without its end is none."""
    if not _QUOTED.search(text):
        return found
    depth = [0] * (len(found) + 1)
    for start, end in _quotations(text, found):
        depth[start] += 1
        depth[end] -= 1
    return [
        _as_name(token) if inside else token for token, inside in zip(found, accumulate(depth), strict=False)
    ]


def _quotations(text: str, found: list[Token]) -> Iterator[tuple[int, int]]:
    """The places of the marks that open and close each quotation."""
    opened: dict[str, list[int]] = {}
    done = 0
    for place, token in enumerate(found):
        if text.find("\n", done, token.start) >= 0:
            opened = {}
        done = token.end
        sign = token.text
        if sign == _STRAIGHT:
            if opened.get(sign) and not _opens(text, token.start):
                yield opened.pop(sign)[0], place
            elif _opens(text, token.start):
                opened[sign] = [place]
        elif sign in _QUOTES:
            if starts := opened.get(_QUOTES[sign]):
                yield starts.pop(), place
        elif sign in _QUOTES.values():
            opened.setdefault(sign, []).append(place)


def _opens(text: str, at: int) -> bool:
    """Whether a straight mark opens: behind a blank or a bracket, with something right after it."""
    after = text[at + 1 : at + 2]
    return (at == 0 or text[at - 1] in _BEFORE_OPENING) and bool(after) and not after.isspace()


def _as_name(token: Token) -> Token:
    if token.kind not in FIGURES and token.kind not in (Kind.HEDGE, Kind.RANGE):
        return token
    kind = Kind.WORD if token.kind is Kind.HEDGE else Kind.NAME
    return Token(kind, token.start, token.end, token.text)
