"""Scales that numbers share: "393,4 -> 201 tỷ đồng" is two amounts of money, "1 tỷ 200 triệu đồng" is one."""

from __future__ import annotations

from decimal import Decimal

from baocao.audit.scanning.kinds import Kind, Token
from baocao.audit.scanning.vocabulary import vocabulary

_ARROWS = frozenset("→➔⇒")
_LARGEST = 1000
"""A number from a thousand on is none of the few that a scale is left out behind."""
_MOST_WORDS = 3


def with_shared_scales(found: list[Token]) -> list[Token]:
    """The tokens; a bare number that changes into one with a scale has that scale and its unit too."""
    shared = list(found)
    for place, token in enumerate(found):
        if token.scale and (first := _changed_from(found, place)) is not None:
            shared[first] = _scaled(found[first], token)
    return shared


def with_whole_amounts(text: str, found: list[Token]) -> list[Token]:
    """The tokens; an amount told in two scales, the greater first, is one token."""
    whole: list[Token] = []
    for token in found:
        last = whole[-1] if whole else token
        if _goes_on(text, last, token):
            whole[-1] = _sum(text, last, token)
        else:
            whole.append(token)
    return whole


def _goes_on(text: str, last: Token, token: Token) -> bool:
    if token.kind is not Kind.MONEY or not last.scale or not text[last.end : token.start].isspace():
        return False
    scales = vocabulary().scales
    bare = last.text.endswith(last.scale) and last.is_figure
    return bare and scales[last.scale] > scales.get(token.scale, 0) and not token.places


def _sum(text: str, last: Token, token: Token) -> Token:
    value = None if last.value is None or token.value is None else last.value + token.value
    end = token.end
    amount = text[last.start : end]
    return last._replace(kind=Kind.MONEY, unit="đồng", end=end, text=amount, value=value, also=None)


def _changed_from(found: list[Token], place: int) -> int | None:
    """The place of the bare number that the one at `place` comes from, None when there is none."""
    before = place - 1
    if before > 0 and found[before].text == ">" and found[before - 1].text in "-=–":
        return _bare(found, before - 2)
    if before > 0 and found[before].text in _ARROWS:
        return _bare(found, before - 1)
    words: list[str] = []
    while before >= 0 and found[before].kind is Kind.WORD and len(words) < _MOST_WORDS:
        words.insert(0, found[before].text.lower())
        before -= 1
    told = " ".join(words) in vocabulary().changing and before > 0 and found[before - 1].text.lower() == "từ"
    return _bare(found, before) if told else None


def _bare(found: list[Token], place: int) -> int | None:
    if place < 0:
        return None
    token = found[place]
    small = token.value is not None and 0 < token.value < _LARGEST
    return place if token.kind is Kind.NUMBER and small and not token.scale and not token.unit else None


def _scaled(token: Token, other: Token) -> Token:
    value, also = (_times(number, other.scale) for number in (token.value, token.also))
    return token._replace(kind=other.kind, value=value, also=also, unit=other.unit, scale=other.scale)


def _times(number: Decimal | None, scale: str) -> Decimal | None:
    if number is None:
        return None
    product = number.scaleb(vocabulary().scales[scale])
    return Decimal(int(product)) if product == int(product) else product
