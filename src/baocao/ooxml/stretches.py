"""Words of a paragraph, given as its reader counts them, found again among the letters of the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from baocao.ooxml.lettering import UNKNOWN, Letter, composed

_START = 8
"""How many letters tell where the words of the file begin, behind what Word puts in front of them."""
_SMALL, _MOST = 8, 200
"""How many letters two texts may differ by in one place, both together: a mark of a note, hidden words."""
_AFTER_SMALL, _AFTER_MORE = 3, 8
"""How many letters in a row must then agree, where so many are left."""
_MARKS_AMONG = 12
"""How many letters of the file may stand among some words without their reader's knowing: marks of notes."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The words `text[start:end]` of a paragraph that its reader knows as `text`.

    That text may have in front what Word puts there by itself, may be one line of the paragraph, may lack
    marks of notes, and counts blanks, tabs, breaks and accents as it likes: only the letters have to be those
    of the file, in its order.
    """

    text: str
    start: int
    end: int


def locate(stretch: Stretch, letters: Sequence[Letter]) -> tuple[Letter, Letter] | None:
    """The first and the last letter of the words; None when they cannot be found without doubt."""
    first = len(composed(stretch.text[: stretch.start]))
    last = len(composed(stretch.text[: stretch.end])) - 1
    if last < first:
        return None
    places = _aligned(composed(stretch.text), "".join(letter.sign for letter in letters))
    begin, end = places.get(first), places.get(last)
    if begin is None or end is None or abs((end - begin) - (last - first)) > _MARKS_AMONG:
        return None
    return letters[begin], letters[end]


@lru_cache(maxsize=4)  # the remarks on a paragraph come one after the other
def _aligned(told: str, typed: str) -> Mapping[int, int]:
    """Which letter of the file each letter that was told is; those that are no letter of it are not there."""
    if told.endswith(typed):
        shift = len(told) - len(typed)
        return {at: at - shift for at in range(shift, len(told))}
    shift = typed.find(told)
    if shift >= 0:
        once = typed.find(told, shift + 1) < 0
        return {at: at + shift for at in range(len(told))} if once else {}
    places: dict[int, int] = {}
    one, other = max(told.find(typed[:_START]), 0), 0
    while one < len(told) and other < len(typed):
        if told[one] != typed[other]:
            skipped = _skipped(told[one:], typed[other:])
            if skipped is None:
                break
            if skipped == (1, 1) and typed[other] == UNKNOWN:
                places[one] = other
            one, other = one + skipped[0], other + skipped[1]
        places[one] = other
        one, other = one + 1, other + 1
    return places


def _skipped(told: str, typed: str) -> tuple[int, int] | None:
    """How many letters to leave out on each side, as few as possible, for both to go on together."""
    for amount in range(1, _MOST + 1):
        small = amount <= _SMALL
        ahead, least = (_AFTER_SMALL, 1) if small else (_AFTER_MORE, _AFTER_SMALL)
        for left in range(amount + 1):
            going_on = told[left : left + ahead]
            if len(going_on) >= least and going_on == typed[amount - left : amount - left + ahead]:
                return left, amount - left
    return None
