"""The language of phrasings: plain Vietnamese with places for figures, made into patterns of linear time.

A phrasing is one line of `cau/*.yaml`. `word`: that word. `[a]`: with or without it. `(a|b)`: one of them.
`{tu}`: a figure; `{tu:tien,so}`: of these kinds only. `{huong=(tăng|giảm)}`: the words in this place, kept.
`…`: any words up to the next figure, comma, colon, bracket or end of a thought, as few as will do (`…+`: as
many as there are); `……`: commas and colons too.
`#`: a year. `@dat`: the piece of that name in `chung.yaml`. `\\(`, `\\)`: the round brackets of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from baocao.audit.scanning.kinds import Kind, Token
from baocao.vietnamese.word_files import words_of

_FOLDER = Path(__file__).with_name("cau")
_SHARED = "chung.yaml"
FILES = ("ty-le.yaml", "tang-giam.yaml", "xep-hang.yaml", "con-lai.yaml")

LETTERS = {
    "so": "\ue000",
    "tien": "\ue001",
    "phan-tram": "\ue002",
    "ty-so": "\ue003",
    "diem": "\ue004",
    "bac": "\ue005",
    "lan": "\ue006",
}
"""The private letter that stands in a line for a figure of each kind."""

_COUNTS = "so,tien"
_VALUES = "so,tien,phan-tram,ty-so,diem"
_SLOTS = {
    "tu": _COUNTS,
    "mau": _COUNTS,
    "tyle": "phan-tram",
    "tyso": "ty-so",
    "moi": _VALUES,
    "cu": _VALUES,
    "mot": _VALUES,
    "hai": _VALUES,
    "chenh": "so,tien,phan-tram,diem,bac,lan",
    "hang": "so",
    "tren": "so",
    "tong": _COUNTS,
    "phan": _COUNTS,
    "con": _COUNTS,
    "bo": "phan-tram",
    "ngoac": _VALUES,
}
_FIGURE = f"{LETTERS['so']}-{LETTERS['lan']}"
_GAP = f"(?: [^ ,;:.…()!?{_FIGURE}]+ )*?"
_LONG_GAP = f"(?: [^ ;.…()!?{_FIGURE}]+ )*?"
_GAPS = {"…": _GAP, "…+": _GAP.removesuffix("?"), "……": _LONG_GAP}
_PIECE = re.compile(r"\\[()]|……|…\+|…|[\[\](|)]|\{|\}|=|@[a-z-]+|[,;:.]|[^\s\\…\[\](|){}=@,;:.]+")


class Phrasing(NamedTuple):
    """One entry of a file: name, form (`mau`), kind ("ty-le"), examples and counter-examples."""

    name: str
    form: str
    kind: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    pattern: str
    slots: tuple[str, ...]


def letter_of(token: Token) -> str:
    """The private letter of a figure's kind."""
    units = {"điểm": "diem", "bậc": "bac", "lần": "lan"}
    kinds = {Kind.MONEY: "tien", Kind.PERCENT: "phan-tram", Kind.RATIO: "ty-so"}
    return LETTERS[kinds.get(token.kind) or units.get(token.unit, "so")]


@cache
def phrasings(kind: str = "") -> tuple[Phrasing, ...]:
    """The phrasings of the files, all or those of one kind, in the order in which they are tried."""
    return tuple(item for item in _every() if kind in ("", item.kind))


@cache
def _every() -> tuple[Phrasing, ...]:
    shared = _source(_SHARED)
    return tuple(_phrasing(entry, shared) for file in FILES for entry in _source(file)["cau"])


@cache
def compiled(phrasing: Phrasing) -> re.Pattern[str]:
    """The pattern; it takes time linear in the text, whatever the text is."""
    import re2  # type: ignore[import-untyped]

    pattern: re.Pattern[str] = re2.compile(phrasing.pattern)
    return pattern


@cache
def any_of(kind: str) -> re.Pattern[str]:
    """The pattern that finds a line in which at least one phrasing of a kind stands."""
    import re2

    nameless = (re.sub(r"\(\?P<\w+>", "(?:", phrasing.pattern) for phrasing in phrasings(kind))
    pattern: re.Pattern[str] = re2.compile("|".join(nameless))
    return pattern


def _source(file: str) -> dict[str, Any]:
    source: dict[str, Any] = words_of(_FOLDER / file)
    return source


def _phrasing(entry: Mapping[str, Any], shared: Mapping[str, str]) -> Phrasing:
    pattern = _Writer(shared).pattern(entry["mau"])
    slots = tuple(re.findall(r"\(\?P<(\w+)>", pattern))
    examples, counter = (tuple(entry.get(key) or ()) for key in ("vi_du", "khong"))
    return Phrasing(entry["ten"], entry["mau"], entry["loai"], examples, counter, pattern, slots)


class _Writer:
    """Writes the pattern of a form. shared: the pieces named with "@"."""

    def __init__(self, shared: Mapping[str, str]) -> None:
        self._shared = shared

    def pattern(self, form: str) -> str:
        """The pattern; every token of a line stands between two blanks of its own."""
        return "".join(self._write(iter(_PIECE.findall(form))))

    def _write(self, pieces: Iterator[str]) -> Iterator[str]:
        closing = {"[": "]", "(": ")"}
        opened: list[str] = []
        for piece in pieces:
            if piece in closing:
                opened.append(closing[piece])
                yield "(?:"
            elif piece in ("]", ")", "}") and opened and opened[-1] == piece:
                yield ")?" if opened.pop() == "]" else ")"
            elif piece == "{":
                yield from self._slot(pieces, opened)
            else:
                yield self._plain(piece)

    def _slot(self, pieces: Iterator[str], opened: list[str]) -> Iterator[str]:
        name, after = next(pieces), next(pieces)
        if after == "=":
            opened.append("}")
            yield f"(?P<{name}>"
            return
        kinds = []
        while after != "}":
            kinds += [after] if after not in (":", ",") else []
            after = next(pieces)
        letters = "".join(LETTERS[kind] for kind in kinds or _SLOTS[name].split(","))
        yield f" (?P<{name}>[{letters}]) "

    def _plain(self, piece: str) -> str:
        if piece in _GAPS:
            return _GAPS[piece]
        if piece in ("|", "#"):
            return piece if piece == "|" else " #[0-9]+ "
        if piece.startswith("@"):
            return f"(?:{self.pattern(self._shared[piece[1:]])})"
        return f" {re.escape(piece.removeprefix(chr(92)))} "
