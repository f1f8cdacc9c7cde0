"""Small facts about scalars that the readers share."""

from __future__ import annotations

import re

from baocao.source.raw import Literal

DEEPEST = 40
"""How many levels a file may nest; a report needs six."""

MOST_VALUES = 200_000
"""How many values a file may hold, aliases counted as often as they are used."""

UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
"""Characters that neither YAML nor Word's XML can hold."""

NOTE_NAME = re.compile(r"[\w.\-]{1,80}")
"""The name of a footnote, as `[^name]` calls it."""

_NUMBER = re.compile(r"[+-]?[\d.,]*\d[\d.,]*")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLS = frozenset({"true", "True", "TRUE", "false", "False", "FALSE"})


def literal_of(text: str) -> Literal:
    """What an unquoted YAML scalar is. Only `true` and `false` are yes/no: `no` and `có` stay text."""
    if text in _NULLS:
        return Literal.NULL
    if text in _BOOLS:
        return Literal.BOOL
    return Literal.NUMBER if _NUMBER.fullmatch(text) else Literal.TEXT
