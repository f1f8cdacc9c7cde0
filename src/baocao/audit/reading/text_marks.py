"""Marks that a copied text carries: raised digits of notes, signs of bold and slanted letters."""

from __future__ import annotations

import re
import unicodedata

from baocao.audit.document import NoteMark

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SIGN = r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}|\[\d{1,3}\]"
_MARK = re.compile(_SIGN)
_NOTE_START = re.compile(rf"({_SIGN})\s*(?=\S)")
_MEASURE = re.compile(r"(?<!\w)[kcdmh]?m\Z")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*)])([^*]+)(?<=[^\s*(])\1(?![\w*])")
_LOWERED = re.compile(r"_\{([^{}]*)\}")
_BLANKS = re.compile(r"[^\S\n]")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


def without_look(text: str) -> str:
    """The text without signs of bold, slanted and lowered letters ("**TM.**", "PCVP_{Tài}")."""
    return _LOWERED.sub(r"\1", _EMPHASIS.sub(r"\2", text))


def plain(text: str) -> str:
    """NFC with every blank a plain space and without letters nobody sees."""
    return _UNSEEN.sub("", _BLANKS.sub(" ", unicodedata.normalize("NFC", text)))


def note_start(text: str) -> tuple[str, str]:
    """The number of the note a paragraph begins with, and the words behind it; ("", text) without one."""
    found = _NOTE_START.match(text)
    return (_number(found[1]), text[found.end() :]) if found else ("", text)


def is_measure(before: str) -> bool:
    """Whether raised digits behind these letters are a power: "120 km²"."""
    return _MEASURE.search(before) is not None


def take_marks(text: str) -> tuple[str, tuple[NoteMark, ...]]:
    """The text without its raised numbers, and the notes they stood for. "m²", "km²", "m³" stay."""
    pieces: list[str] = []
    marks: list[NoteMark] = []
    done = length = 0
    for found in _MARK.finditer(text):
        if is_measure(text[max(0, found.start() - 3) : found.start()]):
            continue
        pieces.append(text[done : found.start()])
        length += len(pieces[-1])
        marks.append(NoteMark(length, _number(found[0])))
        done = found.end()
    return "".join((*pieces, text[done:])), tuple(marks)


def _number(sign: str) -> str:
    return sign.strip("[]").translate(_RAISED)
