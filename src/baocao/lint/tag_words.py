"""Slips inside the braces of one tag: keywords, signs and numbers as Word or a clerk's habit writes them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from baocao.template.tags import straight_quotes
from baocao.vietnamese.text import nearest

KEYWORDS = [
    "if",
    "elif",
    "else",
    "endif",
    "for",
    "endfor",
    "set",
    "endset",
    "block",
    "endblock",
    "extends",
    "include",
    "with",
    "endwith",
    "macro",
    "endmacro",
    "call",
    "endcall",
    "filter",
    "endfilter",
    "raw",
    "endraw",
]
CELL_WORDS = ("colspan", "cellbg", "vm", "hm")
_FORBIDDEN = ("import", "from", "autoescape", "endautoescape", "print", "do", "break", "continue")
_OPERATOR_WORDS = ("and", "or", "not", "in", "is", "if", "else", "recursive", "scoped")
_IN_WRONG_BRACES = ("if", "elif", "else", "for", "endif", "endfor", "block", "endblock", "set")
_HEAD = re.compile(r"\{[{%](?P<level>(?:p|tr|tc|r)(?=\s))?-?\s*(?P<body>.*?)\s*-?[%}]\}", re.DOTALL)
_STRINGS = re.compile(r"\"[^\"]*\"|'[^']*'|“[^”]*”|‘[^’]*’")
_PARENTHESES = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"\w+")
_SPACED_LEVEL = re.compile(r"(?P<level>p|tr|tc|r)\s+(?=\w)")
_SIGNS = {
    "≥": ">=", "≤": "<=", "≠": "!=", "×": "*", "÷": "/", "–": "-", "—": "-", "−": "-", "…": ".",
    "\u200b": "", "\u200c": "", "\u200d": "", "\ufeff": "", "\u00ad": "", "«": '"', "»": '"', "‚": "'",
    "`": "'", "´": "'", "′": "'", "″": '"',
}  # fmt: skip
_SIGN = re.compile("[" + "".join(_SIGNS) + "]")
_FOREIGN_LETTERS = "аеорсухіјѕԁһкмтнвοναικρυχΑΒΕΗΙΚΜΝΟΡΤΧАВЕКМНОРСТХ"
_LATIN_LETTERS = "aeopcyxijsdhkmthbovaikpuxABEHIKMNOPTXABEKMHOPCTX"
_ALIKE = dict(zip(_FOREIGN_LETTERS, _LATIN_LETTERS, strict=True))
"""Letters of the Cyrillic and Greek alphabets, with the Latin ones that look the same."""
_FOREIGN = re.compile("[" + "".join(_ALIKE) + "Ａ-Ｚａ-ｚ]")
_NAMING = ("include", "extends")
"""Tags whose quoted text is a name."""
_QUOTE = re.compile("[\"'“”„‘’]")
_GROUPED = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{3})+(?![\w.])")
_COMMA = re.compile(r"(?<![\w.])\d+,\d+(?![\w.,])")
_EQUALS = re.compile(r"(?<![=!<>])=(?!=)")
_ELSE_IF = re.compile(r"(?i)(?:else\s+if|elseif|elsif)\b")
_END_APART = re.compile(r"(?i)end\s+(?P<what>if|for|block|set|with|macro|call|filter|raw)\b")
_DOTTED = re.compile(r"[A-Za-z_]\w*(?:\.\w+)+")
_CAPITALIZED = re.compile(r"(?<![\w.|])[A-Z]\w*(?![\w.(])")

Found = tuple[int, int, str, str, dict[str, str]]
"""A slip: start and end in the tag, what should stand there, code, facts."""
_WHOLE = -1
"""Start of a slip that takes the whole tag."""


@dataclass(frozen=True, slots=True)
class _Tag:
    """A tag with its braces; body: what they hold; bare: the body with its quoted texts blanked out."""

    written: str
    level: str
    body: str
    bare: str
    in_cell: bool
    knows: Callable[[str], bool]

    @property
    def is_statement(self) -> bool:
        """Whether it is `{% … %}`."""
        return self.written.startswith("{%")


def tag_slips(tag: str, *, in_cell: bool, knows: Callable[[str], bool]) -> Iterator[Found]:
    """The slips of one tag, written with its braces. knows: whether the data has a dotted name."""
    head = _HEAD.fullmatch(tag)
    if head is None:
        return
    start, body = head.start("body"), head["body"]
    read = _Tag(tag, head["level"] or "", body, _blanked(_STRINGS, body), in_cell, knows)
    for rule in (_signs, _letters, _level, _word, _capitals, _numbers, _equals):
        for begin, end, instead, code, facts in rule(read):
            place = (0, len(tag)) if begin == _WHOLE else (start + begin, start + end)
            yield *place, instead, code, {"the": tag, **facts}


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: "\u0001" * len(match.group()), text)


def _signs(tag: _Tag) -> Iterator[Found]:
    """Signs that AutoCorrect or the keyboard put in the place of those a tag knows."""
    for match in _SIGN.finditer(tag.bare):
        sign, instead = match.group(), _SIGNS[match.group()]
        code = "the-dau-la" if instead else "the-dau-an"
        yield *match.span(), instead, code, {"sai": sign, "dung": instead} if instead else {}
    lone = _QUOTE.search(_blanked(_STRINGS, straight_quotes(tag.body)))
    if lone is not None:
        yield *lone.span(), "", "the-nhay-le", {"sai": tag.body[lone.start()]}


def _letters(tag: _Tag) -> Iterator[Found]:
    """Letters of another alphabet, from a page somebody copied or from another keyboard."""
    names = tag.body if tag.body.startswith(_NAMING) else tag.bare
    for match in _FOREIGN.finditer(names):
        letter = match.group()
        plain = _ALIKE.get(letter) or unicodedata.normalize("NFKC", letter)
        yield *match.span(), plain, "the-chu-la", {"sai": letter, "dung": plain}


def _level(tag: _Tag) -> Iterator[Found]:
    """`{% tr for … %}`: the letters must touch the brace."""
    match = _SPACED_LEVEL.match(tag.bare)
    if match is None or tag.level:
        return
    rest = _WORD.match(tag.bare, match.end())
    if tag.is_statement and rest is not None and rest.group().lower() not in (*KEYWORDS, *CELL_WORDS):
        return
    opening = tag.written[:2]
    closing = {"{{": "}}", "{%": "%}"}[opening]
    instead = f"{opening}{match['level']} {tag.body[match.end() :]} {closing}"
    yield _WHOLE, 0, instead, "the-cach-chu", {"sai": f"{opening} {match['level']}", "dung": instead}


def _word(tag: _Tag) -> Iterator[Found]:
    """The first word of a tag."""
    match = _WORD.match(tag.bare)
    word = match.group() if match else ""
    if not tag.is_statement:
        if word.lower() in _IN_WRONG_BRACES and (
            len(tag.body.split()) > 1 or word.lower() in ("else", "endif", "endfor", "endblock")
        ):
            instead = f"{{%{tag.level} {tag.body} %}}"
            yield _WHOLE, 0, instead, "the-nham-ngoac", {"dung": instead}
    elif or_else := _ELSE_IF.match(tag.bare):
        yield 0, or_else.end(), "elif", "the-la", _meant(or_else.group(), "elif")
    elif word in CELL_WORDS:
        if not tag.in_cell:
            yield _WHOLE, 0, "", "the-o-ngoai-bang", {"ten": word}
    elif word and word not in KEYWORDS and word not in _FORBIDDEN:
        yield _unknown_word(tag, word)


def _unknown_word(tag: _Tag, word: str) -> Found:
    dotted = _DOTTED.match(tag.bare)
    if word.lower() in (*KEYWORDS, *CELL_WORDS) and not _END_APART.match(tag.bare):
        return 0, len(word), word.lower(), "the-viet-hoa", {"sai": word, "dung": word.lower()}
    if match := _END_APART.match(tag.bare):
        end = f"end{match['what'].lower()}"
        return *match.span(), end, "the-la", _meant(match.group(), end)
    if tag.knows(dotted.group() if dotted else word):
        instead = f"{{{{ {tag.body} }}}}"
        return _WHOLE, 0, instead, "the-nham-ngoac", {"dung": instead}
    near = nearest(word, KEYWORDS) or ""
    if near:
        return 0, len(word), near, "the-la", _meant(word, near)
    return _WHOLE, 0, "", "the-la", _meant(word, "")


def _meant(typed: str, near: str) -> dict[str, str]:
    return {"ten": typed, "goi_y": f" Có phải «{near}» không?" if near else ""}


def _capitals(tag: _Tag) -> Iterator[Found]:
    """`And`, `Or`, `Not`: capitals from AutoCorrect."""
    for match in _CAPITALIZED.finditer(tag.bare):
        word = match.group()
        if word.lower() in _OPERATOR_WORDS and (match.start() or not tag.is_statement):
            yield *match.span(), word.lower(), "the-viet-hoa", {"sai": word, "dung": word.lower()}


def _numbers(tag: _Tag) -> Iterator[Found]:
    """Numbers written the Vietnamese way: 1.000 would be one, "80,5" two numbers."""
    for match in _GROUPED.finditer(tag.bare):
        instead = match.group().replace(".", "")
        yield *match.span(), instead, "so-trong-the", {"sai": match.group(), "dung": instead}
    for match in _COMMA.finditer(_condition(tag)):
        instead = match.group().replace(",", ".")
        yield *match.span(), instead, "so-trong-the", {"sai": match.group(), "dung": instead}


def _equals(tag: _Tag) -> Iterator[Found]:
    """One equals sign in a condition."""
    for match in _EQUALS.finditer(_condition(tag)):
        yield *match.span(), "==", "the-dau-bang", {}


def _condition(tag: _Tag) -> str:
    """The body of an `if` without what stands in parentheses; "" for other tags."""
    is_condition = tag.is_statement and tag.bare.startswith(("if ", "elif "))
    return _blanked(_PARENTHESES, tag.bare) if is_condition else ""
