""" "10-15 hồ sơ" and "5-7%" state no quantity; "1-2-3" is a name."""

from __future__ import annotations

import re
from decimal import Decimal

from baocao.audit.scanning import figures, shapes
from baocao.audit.scanning.kinds import Kind, Token

_WIDEST = 5
"""A range goes up to so many times its lower end; numbers farther apart only stand side by side."""
_YEARS = range(1900, 2100)


def range_at(text: str, at: int) -> Token | None:
    """The range that starts at `at`, with its "%" or currency."""
    if counted := shapes.COUNTED.match(text, at):
        return Token(Kind.NAME, at, counted.end(), counted[0])
    match = shapes.RANGE.match(text, at)
    if match is None:
        return None
    (low, _), (high, _) = figures.value_of(match["low"]), figures.value_of(match["high"])
    if low is None or high is None or not _goes_up(low, high) or not _is_meant(text, match):
        return None
    scale = figures.scale_after(text, match.end())
    end = max(figures.currency_after(text, scale.end), figures.percent_after(text, match.end()))
    return Token(Kind.RANGE, at, end, text[at:end], value=low, of=high, scale=scale.phrase)


def _goes_up(low: Decimal, high: Decimal) -> bool:
    return 0 < low < high <= low * _WIDEST and not (high in _YEARS or low in _YEARS)


def _is_meant(text: str, match: re.Match[str]) -> bool:
    """Whether the dash joins: typed tight, or between numbers of one unit that is told behind them."""
    if match["dash"] in ("-", "–", "—"):
        return True
    percent = figures.percent_after(text, match.end()) > match.end()
    return bool(match["sign"]) if percent else not figures.counts_nothing(text, match.end())
