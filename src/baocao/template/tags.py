"""Tags in a text: `{{ }}`, `{% %}`, `{# #}` with their level (`p`, `tr`, `tc`, `r`); signs that are no tags.

A tag is written inside the tree as `START level|flags|body END` with the delimiters of
`baocao.template.marks`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from baocao.ooxml.inlines import CROSS_REF
from baocao.template.marks import (
    BLOCK_END,
    BLOCK_START,
    COMMENT_END,
    COMMENT_START,
    LETTER,
    NONCHARACTERS,
    ORDINAL,
    VAR_END,
    VAR_START,
    mark,
)
from baocao.vietnamese.text import nfc

_TOKEN = re.compile(r"\{[{%#]|\{_[{%]|\}_\}|%_\}|⟦(?:a\)|thứ)⟧|" + CROSS_REF)
_REFERENCE = re.compile(r'"(\w+)"\|_tham_chieu\((true)?\)')
_LITERALS = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}"}
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_DELIMITERS = {"{{": (VAR_START, VAR_END), "{%": (BLOCK_START, BLOCK_END), "{#": (COMMENT_START, COMMENT_END)}
_LEVEL = re.compile(r"(p|tr|tc|r)(?=\s)")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'|“[^”]*”|‘[^’]*’")
_QUOTES = frozenset("\"'“”„‘’")
_END_RAW = re.compile(r"\{%-?\s*endraw\s*-?%\}")
_MAX_BRACES = 10_000
_MAX_QUOTED = 500
_CURLY = {"“": '”“„"', "”": '”“"', "„": '”“"', "‘": "’‘'", "’": "’‘'"}
_PLAIN = {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"}

WRITTEN = re.compile(
    f"([{BLOCK_START}{VAR_START}{COMMENT_START}])(p|tr|tc|r|)\\|([lr]*)\\|"
    f"([^{BLOCK_END}{VAR_END}{COMMENT_END}]*)[{BLOCK_END}{VAR_END}{COMMENT_END}]"
)
"""A tag as written in the tree: start, level, flags, body."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a text that is not plain: `text[start:end]` becomes `written`. tag: whether it is a tag."""

    start: int
    end: int
    written: str
    tag: bool = True


class UnclosedTagError(Exception):
    """A tag is not closed in this text: `args` are its opening sign and where it begins."""


class Scanner:
    """Finds the tags of the texts of one part, in order; remembers whether it is inside `{% raw %}`."""

    def __init__(self) -> None:
        self.raw = False

    def pieces(self, text: str, *, heading: int = 0, plain: bool = False) -> list[Piece]:
        """The pieces of a text, in order. Raises `UnclosedTagError` and then forgets what it saw.

         heading: level of the heading the text stands in, for its number. plain: the text is no `w:t`, so
        that a value may not bring breaks with it.
        """
        before = self.raw
        try:
            return list(self._pieces(text, heading or 10, plain))
        except UnclosedTagError:
            self.raw = before
            raise

    def _pieces(self, text: str, heading: int, plain: bool) -> Iterator[Piece]:
        position = 0
        while match := (_END_RAW if self.raw else _TOKEN).search(text, position):
            if self.raw:
                self.raw = False
                piece = Piece(match.start(), match.end(), "")
            else:
                piece = self._piece(text, match, heading, plain)
            yield piece
            position = piece.end

    def _piece(self, text: str, match: re.Match[str], heading: int, plain: bool) -> Piece:
        opening = match.group()
        if opening.startswith("[@"):
            return _reference(match, plain)
        if opening in _LITERALS:
            return Piece(match.start(), match.end(), _LITERALS[opening], tag=False)
        if opening.startswith("⟦"):
            return Piece(
                match.start(), match.end(), mark(LETTER if "a" in opening else ORDINAL, heading), tag=False
            )
        end = _end_of_tag(text, match.start(), opening)
        body = text[match.end() : end - 2]
        if opening == "{%" and body.strip("-+ \t\n") == "raw":
            self.raw = True
            return Piece(match.start(), end, "")
        return Piece(match.start(), end, _written(opening, body, plain))


def _reference(match: re.Match[str], plain: bool) -> Piece:
    """`[@name]` as a tag that gives runs; where only text may stand it is left as typed."""
    if plain:
        return Piece(match.start(), match.end(), match.group(), tag=False)
    body = f'"{match.group(1)}"|_tham_chieu({"true" if match.group(2) else ""})'
    return Piece(match.start(), match.end(), write("{{", body, "r"))


def typed_reference(body: str) -> str:
    """The reference by name as its author typed it; "" for the body of another tag."""
    found = _REFERENCE.fullmatch(body.strip())
    return f"[@{found[1]}{'|so' if found[2] else ''}]" if found else ""


def _end_of_tag(text: str, start: int, opening: str) -> int:
    closing = _CLOSING[opening]
    end = text.find(closing, start + 2)
    while opening == "{{" and 0 <= end < start + _MAX_BRACES and _open_braces(text[start + 2 : end]):
        end = text.find(closing, end + 1)
    if opening != "{#" and end >= 0 and _in_quotes(text[start + 2 : end]):
        end = _end_behind_quotes(text, start, end, closing)
    if end < 0 or (opening != "{#" and _begins_another(text[start + 2 : end])):
        raise UnclosedTagError(opening, start)
    return end + 2


def _end_behind_quotes(text: str, start: int, end: int, closing: str) -> int:
    """The end of a tag whose quoted words hold a closing sign; the first sign when the quote is only lone."""
    found = text.find(closing, end + 1)
    while 0 <= found < start + _MAX_QUOTED:
        body = text[start + 2 : found]
        if "{{" in body or "{%" in body:
            return end
        if not _in_quotes(body):
            return found
        found = text.find(closing, found + 1)
    return end


def _in_quotes(body: str) -> bool:
    """Whether a tag cut off here is cut inside of quotes."""
    if not any(sign in body for sign in _QUOTES):
        return False
    bare = _QUOTED.sub("", straight_quotes(body))
    return any(sign in bare for sign in _QUOTES)


def _open_braces(body: str) -> bool:
    return body.count("{") > body.count("}")


def _begins_another(body: str) -> bool:
    """Whether a tag begins inside this one, outside of its quotes: its own end was forgotten."""
    if "{{" not in body and "{%" not in body:
        return False
    bare = _QUOTED.sub("", body)
    return "{%" in bare or ("{{" in bare and not bare.rstrip().endswith("}"))


def _written(opening: str, body: str, plain: bool) -> str:
    level = ""
    if match := _LEVEL.match(body):
        level, body = match.group(), body[match.end() :]
    flags = ""
    if opening == "{%":
        flags = "l" * body.startswith("-") + "r" * body.endswith("-")
        body = body.removeprefix("-").removesuffix("-").strip()
    if opening == "{#":
        body = ""
    body = NONCHARACTERS.sub("", " ".join(straight_quotes(nfc(body)).split("\n")))
    return write(opening, _sober(body) if plain and opening == "{{" else body, level, flags)


def write(opening: str, body: str, level: str = "", flags: str = "") -> str:
    """A tag as it is written in the tree."""
    start, end = _DELIMITERS[opening]
    return f"{start}{level}|{flags}|{body}{end}"


def _sober(body: str) -> str:
    """An output whose value may not bring breaks with it; a `-` at either end stays outside."""
    left, right = "-" * body.startswith("-"), "-" * body.endswith("-")
    return f"{left} ({body.removeprefix('-').removesuffix('-')})|_thuan {right}"


def straight_quotes(body: str) -> str:
    """Word's typographic quotes as the straight ones a tag needs; inside straight quotes they stay."""
    if not any(sign in body for sign in _CURLY):
        return body
    out: list[str] = []
    closing = ""
    for place, char in enumerate(body):
        if closing:
            ends = char in closing
            out.append(_PLAIN.get(char, char) if ends else char)
            closing = "" if ends else closing
        else:
            out.append(_PLAIN.get(char, char))
            closing = _closing_quotes(char, body, place)
    return "".join(out)


def _closing_quotes(char: str, body: str, place: int) -> str:
    if char in "\"'":
        return char if char in body[place + 1 :] else _CURLY["“" if char == '"' else "‘"]
    return _CURLY.get(char, "")


def statement(body: str) -> str:
    """The word a `{% %}` tag begins with; `set` of a block (without "=") is "set-block"."""
    word = (body.split(None, 1) or [""])[0]
    if word == "set" and re.fullmatch(r"set\s+\w+(\s*\|.*)?", body, re.DOTALL):
        return "set-block"
    return word.split("(")[0]
