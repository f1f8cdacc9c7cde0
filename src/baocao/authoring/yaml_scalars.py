"""One text as YAML, in the plainest style that reads back as exactly the same text."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence

from baocao.source.raw import Literal
from baocao.source.scalars import UNPRINTABLE, literal_of

EXACT_SIGN = "!!float"
"""Before a number of a computer's: the dot is its decimal point, whatever the figure."""

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")

WIDTH = 120
"""Characters of a line before a text is folded."""

_PLAIN_KEY = re.compile(r"[^\W_][\w.\-]*")
_STARTS = re.compile(r"[^\W_]|[(“‘]")
"""Characters that a plain text may begin with; many others mean something in YAML."""

_BREAKS = re.compile("[\x85\u2028\u2029\ufeff\r\t]")
"""Characters that YAML takes for a line break or does not keep in plain text."""

_STEERING = re.compile(r"^ *[\u00a0\u2000-\u200a\u202f\u205f\u3000]", re.MULTILINE)
"""Lines that begin with another space than the space bar's: the reader would mend them."""

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def key(name: str) -> str:
    """The name of an entry."""
    return name if _PLAIN_KEY.fullmatch(name) else quoted(name)


def in_line(text: str, literal: Literal, *, flow: bool = False) -> str:
    """A text on one line. flow: between braces, where a comma ends it. An exact number is told as one."""
    if literal is Literal.EXACT:
        return f"{EXACT_SIGN} {text if _NUMBER.fullmatch(text) else quoted(text)}"
    if literal in (Literal.NUMBER, Literal.BOOL) and _keeps(text, literal, flow=flow):
        return text
    return text if _plain(text, flow=flow) else quoted(text)


def block(text: str, indent: int) -> Sequence[str] | None:
    """A text of several lines, or longer than one, behind "|" or ">"; None when that would not keep it.

    The first line is the sign, the others are set in by `indent` spaces.
    """
    if not _keeps_as_block(text):
        return None
    margin = " " * indent
    ends = len(text) - len(text.rstrip("\n"))
    chomp = ("-", "", "+")[min(ends, 2)]
    if "\n" not in text:
        folded = textwrap.wrap(text, max(WIDTH - indent, 40), break_long_words=False, break_on_hyphens=False)
        return [">-", *(margin + line for line in folded)]
    lines = text.split("\n")[: None if not ends else -1]
    return [f"|{chomp}", *(margin + line if line else "" for line in lines)]


def quoted(text: str) -> str:
    """A text between quotes: single ones when nothing has to be escaped and there are double ones inside."""
    escaped = "".join(_escape(letter) for letter in text)
    if '"' in text and escaped.replace('\\"', '"') == text and "\\" not in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{escaped}"'


def _escape(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    if UNPRINTABLE.match(letter) or _BREAKS.match(letter):
        return f"\\u{ord(letter):04X}" if ord(letter) > 255 else f"\\x{ord(letter):02X}"
    return letter


def _plain(text: str, *, flow: bool) -> bool:
    """Whether a text may stand without quotes and stays a text."""
    return (
        bool(_STARTS.match(text))
        and literal_of(text) is Literal.TEXT
        and text == text.strip()
        and not re.search(r": |:$| #|\n", text)
        and not _BREAKS.search(text)
        and not UNPRINTABLE.search(text)
        and not (flow and re.search(r"[,\[\]{}:?]", text))
    )


def _keeps(text: str, literal: Literal, *, flow: bool) -> bool:
    """Whether a number or yes/no may stand as it is."""
    return literal_of(text) is literal and not (flow and "," in text) and text[0] not in "-.,+"


def _keeps_as_block(text: str) -> bool:
    """Whether a block holds the text exactly: it has nothing at its edges that YAML would change."""
    if not text.strip() or text[0].isspace() or _BREAKS.search(text) or UNPRINTABLE.search(text):
        return False
    if _STEERING.search(text):
        return False
    if "\n" not in text:
        words = text.split(" ")
        return all(word and not any(map(str.isspace, word)) for word in words)
    return not any(line.isspace() for line in text.split("\n"))
