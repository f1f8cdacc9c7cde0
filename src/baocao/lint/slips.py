"""What goes wrong when tags are typed in Word: braces, capitals, dashes, quotes, spaces.

A slip is found in the text of one paragraph and knows what should stand there instead, so that the search
goes on as if it were mended: one slip hides nothing behind it. How a tag is delimited is the compiler's
knowledge (`baocao.template.tags.Scanner`); here only what it cannot read is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from baocao.lint.tag_words import tag_slips
from baocao.template.tags import Piece, Scanner, UnclosedTagError

_ROUNDS = 40
_APART = re.compile(r"\{[ \u00a0\u200b]+(?=[{%])|(?<=[}%])[ \u00a0\u200b]+\}")
_WIDE = re.compile(r"[｛{][｛{％%]|[｝}％%][｝}]")
_NARROW = str.maketrans("｛｝％", "{}%")
_HALF_CLOSED = re.compile(r"\{\{(?:(?!\}\}|\{\{|\{%)[^}])*(?<!%)(?P<at>\}(?!\}))")
_WRONG_END = re.compile(r"\{%(?:(?!%\}|\{\{|\{%).)*?(?P<at>\}\}?)|\{\{(?:(?!\}\}|\{\{|\{%).)*?(?P<at2>%\})")
_LONE_END = re.compile(r"(?P<brace>\{?)(?P<body>[^{}%]*)(?P<end>\}\}|%\})")
_TRIPLE = re.compile(r"\{\{\{(?P<body>[^{}:]*)\}\}\}")
_RAW = re.compile(r"\{%-?\s*raw\s*-?%\}")
_SINGLE = re.compile(r"(?<![{%])\{ *(?P<name>[A-Za-z_]\w*(?:\.\w+)*) *\}(?!\})")


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip at text[start:end]; `instead` is what should stand there."""

    start: int
    end: int
    instead: str
    code: str
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a paragraph stands. goes_on: whether a closing sign comes in one of the next paragraphs.

    knows: whether a dotted name is one that the data has (False for all when no pack is known).
    """

    in_cell: bool
    goes_on: Callable[[str], bool]
    knows: Callable[[str], bool]


def find_slips(text: str, scanner: Scanner, setting: Setting) -> tuple[str, list[Slip]]:
    """The mended text of a paragraph, and its slips, with places in the text as it was when found."""
    found: list[Slip] = []
    raw = scanner.raw
    for _ in range(_ROUNDS):
        scanner.raw = raw
        slip = _first(text, scanner, setting)
        if slip is None:
            break
        found.append(slip)
        text = text[: slip.start] + slip.instead + text[slip.end :]
    return text, found


def _first(text: str, scanner: Scanner, setting: Setting) -> Slip | None:
    """The first slip by the order of the rules: what spoils the braces comes before what they hold."""
    if not any(sign in text for sign in "{}｛｝"):
        return None
    literal = scanner.raw
    for rule in (_wide, _apart, _triple):
        if not literal and not _RAW.search(text) and (slip := rule(text)):
            return slip
    try:
        pieces = scanner.pieces(text)
    except UnclosedTagError as fault:
        opening, start = fault.args
        return _unclosed(text, opening, start, setting)
    if slip := _stray(_outside(text, pieces, literal), text, setting):
        return slip
    return next(
        (
            Slip(piece.start + slip[0], piece.start + slip[1], *slip[2:])
            for piece in pieces
            if piece.tag and text[piece.start : piece.start + 2] in ("{{", "{%")
            for slip in tag_slips(text[piece.start : piece.end], in_cell=setting.in_cell, knows=setting.knows)
        ),
        None,
    )


def _wide(text: str) -> Slip | None:
    for match in _WIDE.finditer(text):
        narrow = match.group().translate(_NARROW)
        if narrow != match.group():
            return Slip(*match.span(), narrow, "ngoac-toan-do", {"sai": match.group(), "dung": narrow})
    return None


def _apart(text: str) -> Slip | None:
    match = _APART.search(text)
    if match is None:
        return None
    return Slip(*match.span(), match.group().strip(" \u00a0\u200b"), "ngoac-roi")


def _triple(text: str) -> Slip | None:
    match = _TRIPLE.search(text)
    if match is None:
        return None
    return Slip(*match.span(), "{{" + match["body"] + "}}", "ngoac-thua", {"the": match.group()})


def _unclosed(text: str, opening: str, start: int, setting: Setting) -> Slip | None:
    closing = {"{{": "}}", "{%": "%}", "{#": "#}"}[opening]
    for pattern in (_HALF_CLOSED, _WRONG_END):
        match = pattern.match(text, start)
        if match is not None:
            group = "at" if match["at"] is not None else "at2"
            facts = {"sai": text[start : match.end(group)], "dung": closing}
            return Slip(*match.span(group), closing, "ngoac-lech", facts)
    if setting.goes_on(closing):
        return None
    return Slip(start, start + 2, "", "the-chua-dong", {"mo": opening, "dong": closing})


def _stray(outside: str, text: str, setting: Setting) -> Slip | None:
    """A closing sign without an opening one, or a known name in single braces."""
    match = _LONE_END.search(outside) if "}}" in outside or "%}" in outside else None
    if match is not None:
        opening = "{{" if match["end"] == "}}" else "{%"
        facts = {"sai": text[match.start() : match.end()].strip()[-60:], "mo": opening, "dong": match["end"]}
        at = match.start("brace")
        if match["brace"]:
            return Slip(at, at + 1, opening, "ngoac-thieu", facts)
        return Slip(*match.span("end"), "", "ngoac-thieu", facts)
    for single in _SINGLE.finditer(outside):
        if setting.knows(single["name"]):
            instead = "{{ " + single["name"] + " }}"
            return Slip(*single.span(), instead, "ngoac-don", {"sai": single.group(), "dung": instead})
    return None


def _outside(text: str, pieces: Sequence[Piece], literal: bool) -> str:
    """The text with its tags blanked out, and what stands between `raw` and `endraw`."""
    start = 0
    for piece in pieces:
        if literal:
            text, literal = _blanked(text, start, piece.end), False
        elif piece.written:
            text = _blanked(text, piece.start, piece.end)
        else:
            literal, start = True, piece.start
    return _blanked(text, start, len(text)) if literal else text


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + "\u0001" * (end - start) + text[end:]
