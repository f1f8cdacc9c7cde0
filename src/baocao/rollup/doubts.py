"""What a roll-up leaves to be looked at, as entries of its data file: no report forgets it."""

from __future__ import annotations

from hashlib import sha256

from baocao.errors import Finding, Severity
from baocao.model.doubts import CODE, UNIT, WORDS
from baocao.rollup.rolled import Rolled

_SAID_ELSEWHERE = frozenset(
    {"tong-hop-chua-gui", "tong-hop-chua-du", "tong-hop-bo-don-vi", "tong-hop-cong-hai-noi"}
)
"""Who is missing has entries of its own; what the unit above gave itself is no doubt about the units."""
_LETTERS = "bcdghklmnpqrstvx"
_LENGTH = 6


def doubts_of(rolled: Rolled) -> list[dict[str, str]]:
    """Every warning about what was added up: a code that stays as long as the warning does, the unit, a
    sentence. What was left out is not in the sums.
    """
    left_out = {(one.file, one.name) for one in rolled.left_out}
    open_ = (
        item
        for item in rolled.findings
        if item.level is Severity.WARNING
        and item.code not in _SAID_ELSEWHERE
        and (item.where.file, item.where.part) not in left_out
    )
    return list({entry[CODE]: entry for entry in map(_entry, open_)}.values())


def code_of(item: Finding) -> str:
    """Six letters that stand for a doubt: another figure makes another code."""
    digest = sha256("|".join((item.code, item.where.part, item.where.key, item.text)).encode()).digest()
    return "".join(_LETTERS[byte % len(_LETTERS)] for byte in digest[:_LENGTH])


def _entry(item: Finding) -> dict[str, str]:
    entry = {CODE: code_of(item), UNIT: item.where.part, WORDS: item.text}
    return {name: text for name, text in entry.items() if text}
