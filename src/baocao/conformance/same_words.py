"""Whether two texts say the same: mending puts signs, blanks, capitals, marks, digits right, never a word."""

from __future__ import annotations

import re
from functools import lru_cache

from baocao.conformance.components.words import distance
from baocao.conformance.mends import Retype
from baocao.vietnamese.text import nfc, without_marks

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+")
_MOST_SLIPS = 2
"""Letters of one word that a mend may put right."""


def same_words(old: str, new: str) -> bool:
    """Whether two texts have the same words one to one, and numbers only get or lose digits.

    Capitals, marks and i for y make no difference, nor do one or two slips of the typist in a word, fewer
    than half of its letters; words may be parted or joined by blanks and signs.
    """
    if old == new:
        return True
    before, after = _words(old), _words(new)
    if not _same_numbers(_NUMBER.findall(old), _NUMBER.findall(new)):
        return False
    if "".join(before) == "".join(after):
        return True
    return len(before) == len(after) and all(map(_one_word, before, after))


def keeps_words(mend: Retype) -> bool:
    """Whether no word comes, goes or becomes another one: that is for a person to decide."""
    text, end = mend.paragraph.text, mend.start + len(mend.old)
    first, last = around(text, mend.start, end)
    return same_words(text[first:last], text[first : mend.start] + mend.new + text[end:last])


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of a text, made longer to whole words."""
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _words(text: str) -> list[str]:
    return _WORD.findall(without_marks(nfc(text)).casefold().replace("y", "i"))


@lru_cache(maxsize=1024)
def _one_word(one: str, other: str) -> bool:
    longest = max(len(one), len(other))
    slips = min(_MOST_SLIPS, (longest - 1) // 2)
    return one == other or (abs(len(one) - len(other)) <= slips and distance(one, other) <= slips)


def _same_numbers(before: list[str], after: list[str]) -> bool:
    """Number by number where there are as many, else all digits together."""
    if len(before) != len(after):
        before, after = ["".join(before)], ["".join(after)]
    return all(_within(*sorted(pair, key=len)) for pair in zip(before, after, strict=True))


def _within(few: str, many: str) -> bool:
    """Whether some digits stand in that order among others."""
    rest = iter(many)
    return all(digit in rest for digit in few)
