"""A Jinja source whose blocks all close: what does not match is left out, what is not closed gets an end.

Only so can the rest be understood when one tag is wrong. Words and lines stay, so that a line still names a
place.
"""

from __future__ import annotations

import re

from baocao.template.marks import BLOCK_END, BLOCK_START
from baocao.template.source import JinjaSource
from baocao.template.tags import statement

_STATEMENT = re.compile(f"{BLOCK_START}([^{BLOCK_END}]*){BLOCK_END}")
_OPENERS = {"if", "for", "block", "macro", "call", "filter", "with", "autoescape", "set-block"}
_MIDDLES = {"elif": ("if",), "else": ("if", "for")}
_ENDS = {"set-block": "endset"}


def balanced(source: JinjaSource) -> JinjaSource:
    """The source with its statements matched."""
    stack: list[str] = []

    def keep(match: re.Match[str]) -> str:
        word = statement(match.group(1).strip())
        if word in _OPENERS:
            stack.append(word)
        elif word in _MIDDLES:
            return match.group() if stack and stack[-1] in _MIDDLES[word] else ""
        elif word.startswith("end"):
            return _closed(match.group(), word, stack)
        return match.group()

    text = _STATEMENT.sub(keep, source.text)
    return JinjaSource(text + "".join(map(_end, reversed(stack))), source.places)


def _closed(written: str, word: str, stack: list[str]) -> str:
    """The end tag, after the ends of what was opened inside and never closed; "" when nothing was opened."""
    wanted = {"endset": "set-block"}.get(word, word.removeprefix("end"))
    if wanted not in stack:
        return ""
    missing = []
    while stack[-1] != wanted:
        missing.append(_end(stack.pop()))
    stack.pop()
    return "".join(missing) + written


def _end(word: str) -> str:
    return f"{BLOCK_START} {_ENDS.get(word, f'end{word}')} {BLOCK_END}"
