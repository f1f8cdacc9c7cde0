"""Text typed in an old encoding turned into Unicode: TCVN3 (fonts ".VnTime"), VNI ("VNI-Times"), letters and
marks typed apart (NFD).

Tables: TCVN 5712:1993, set VN3, and the code page of the VNI fonts for Windows. Each code is read as the
Latin-1 letter that Word shows without the font. A capital with a tone has no code of its own in VN3: fonts
whose name ends in H print the small letters as capitals.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from baocao.vietnamese.legacy import (
    TCVN3,
    UNICODE_ONLY,
    VNI_BASES,
    VNI_TONES,
    words_with_places,
)
from baocao.vietnamese.syllables import is_syllable

ENCODINGS = ("TCVN3", "VNI", "NFD")
"""What `to_unicode` reads."""

_VNI_LETTERS = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_FONT = re.compile(r"vni(?:[-\s_]|\Z)", re.IGNORECASE)


def encoding_of_font(name: str) -> str:
    """The encoding that a font is made for: "TCVN3" (".VnTime"), "VNI" ("VNI-Times"), "" for any other."""
    if _VNI_FONT.match(name):
        return "VNI"
    return "TCVN3" if name.lower().startswith(".vn") else ""


def prints_capitals(name: str) -> bool:
    """Whether a font of TCVN3 prints small letters as capitals: ".VnTimeH"."""
    return encoding_of_font(name) == "TCVN3" and name.lower().endswith("h")


def to_unicode(text: str, encoding: str, *, capitals: bool = False) -> str:
    """The text in Unicode (NFC). encoding: one of `ENCODINGS`. capitals: its font prints capitals only.

    A text that has letters of Unicode already keeps them: only its words in the old encoding change. Raises
    `ValueError` for another encoding.
    """
    return pieces_to_unicode([text], encoding, [capitals])[0]


def pieces_to_unicode(pieces: Sequence[str], encoding: str, capitals: Sequence[bool] = ()) -> list[str]:
    """`to_unicode` of a text that is cut into pieces, as Word cuts it into runs: one piece for each.

    A letter whose mark stands in the next piece is written whole in its own. capitals: of each piece, none
    when empty.
    """
    if encoding not in ENCODINGS:
        raise ValueError(encoding)
    text = "".join(pieces)
    ends = list(accumulate(map(len, pieces)))
    made: list[list[str]] = [[] for _ in pieces]
    for start, letter in _letters(text, encoding):
        at = bisect_right(ends, start)
        made[at].append(letter.upper() if capitals and capitals[at] else letter)
    return [unicodedata.normalize("NFC", "".join(letters)) for letters in made]


def _letters(text: str, encoding: str) -> Iterator[tuple[int, str]]:
    """The letters in Unicode, each with the place where it started."""
    table = _TABLES[encoding]
    at = 0
    for start, end in _in_old_letters(text, encoding):
        yield from ((found.start(), found[0]) for found in _LETTER.finditer(text, at, start))
        for found in _OLD_LETTERS[encoding].finditer(text, start, end):
            yield found.start(), table.get(found[0], found[0])
        at = end
    yield from ((found.start(), found[0]) for found in _LETTER.finditer(text, at))


def _in_old_letters(text: str, encoding: str) -> Iterator[tuple[int, int]]:
    """The stretches to read by the table: all of it.

    Of a text with letters that only Unicode has: all words without one when most words are surely old, else
    only those that are.
    """
    if encoding == "NFD":
        return
    if not UNICODE_ONLY.search(text):
        yield 0, len(text)
        return
    marked = [(word, span) for word, span in words_with_places(text) if not word.isascii()]
    others = [(word, span) for word, span in marked if not UNICODE_ONLY.search(word)]
    sure = [span for word, span in others if _is_old(word, encoding)]
    mostly = len(sure) > len(marked) - len(others)
    yield from (span for _, span in others) if mostly else sure


def _is_old(word: str, encoding: str) -> bool:
    """Whether a word is a syllable only when it is read by the table."""
    table = _TABLES[encoding]
    decoded = "".join(table.get(found[0], found[0]) for found in _OLD_LETTERS[encoding].finditer(word))
    return not is_syllable(word) and is_syllable(decoded)


def _vni() -> dict[str, str]:
    """The letters of VNI, of one or two codes; a capital takes its mark as a capital or small."""
    table = dict(_VNI_LETTERS)
    for base in "aeouyôö":
        marks = VNI_TONES | {
            code: mark for code, mark in VNI_BASES.items() if base in ("aeo" if "\u0302" in mark else "a")
        }
        letter = _VNI_LETTERS.get(base, base)
        table |= {base + code: unicodedata.normalize("NFC", letter + mark) for code, mark in marks.items()}
    for old, letter in tuple(table.items()):
        table[old.upper()] = letter.upper()
        table[old[0].upper() + old[1:]] = letter.upper()
        table[old[0] + old[1:].upper()] = letter
    return table


_LETTER = re.compile("(?s:.)[\u0300-\u036f]*")
_TABLES: dict[str, dict[str, str]] = {
    "TCVN3": {chr(old): chr(new) for old, new in TCVN3.items()},
    "VNI": _vni(),
    "NFD": {},
}
_OLD_LETTERS = {
    "TCVN3": re.compile("(?s:.)"),
    "VNI": re.compile("|".join(sorted(_TABLES["VNI"], key=len, reverse=True)) + "|(?s:.)"),
}
