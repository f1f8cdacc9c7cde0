"""Which letters make a Vietnamese syllable: the law of onset, rime and place of the tone mark.

Onsets and rimes stand in `am-tiet.yaml` beside this module. Both ways to place the tone of oa, oe and uy are
right (hòa and hoà). A syllable that the law allows need not be a word: "ngưm" passes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

_FILE = "am-tiet.yaml"
_LONGEST = 7
"""Letters of the longest syllable, "nghiêng"."""
_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng
_STOPPED_TONES = "\u0301\u0323"
_VOWELS = frozenset("aăâeêioôơuưy")
_MARKED_VOWELS = frozenset("ăâêôơư")
_TWICE = re.compile(r"(..?)\1")
_ONSET_SWAPS = {"ngh": "ng", "ng": "ngh", "gh": "g", "g": "gh", "k": "c", "c": "k"}


class Spelt(NamedTuple):
    """A word taken apart. bare: without its tone, small letters. tone: the mark, "" for ngang.

    at: the place of the letter that bears the tone, -1 for ngang.
    """

    bare: str
    tone: str
    at: int


@dataclass(frozen=True, slots=True)
class _Law:
    rimes: Mapping[str, frozenset[str]]
    two_places: frozenset[str]
    stops: tuple[str, ...]


def is_syllable(word: str) -> bool:
    """Whether a word, in letters of any case and any Unicode form, is one possible syllable."""
    return _is_syllable(unicodedata.normalize("NFC", word).lower()) if len(word) <= 4 * _LONGEST else False


@lru_cache(maxsize=16384)
def _is_syllable(word: str) -> bool:
    spelt = taken_apart(word)
    return spelt is not None and any(_bears(spelt, len(onset), rime) for onset, rime in _parses(spelt.bare))


def taken_apart(word: str) -> Spelt | None:
    """The word without its tone, and the tone; None when it bears two, or letters that are no Vietnamese."""
    bare: list[str] = []
    tone, at = "", -1
    for letter in unicodedata.normalize("NFC", word).lower():
        base, marks = _parted(letter)
        if marks:
            if tone or len(marks) > 1:
                return None
            tone, at = marks, len(bare)
        bare.append(base)
    return Spelt("".join(bare), tone, at)


@lru_cache(maxsize=1024)
def _parted(letter: str) -> tuple[str, str]:
    """A letter without its tones, and the tones; a tone that stands alone is a letter of its own."""
    apart = unicodedata.normalize("NFD", letter)
    marks = "".join(sign for sign in apart[1:] if sign in _TONES)
    kept = "".join(sign for sign in apart if sign not in _TONES)
    return (unicodedata.normalize("NFC", kept), marks) if marks else (letter, "")


def with_tone(bare: str, tone: str, at: int) -> str:
    """The word with a tone mark on its letter `at`; as it is without a tone."""
    if not tone:
        return bare
    return unicodedata.normalize("NFC", bare[: at + 1] + tone + bare[at + 1 :])


def placements(word: str) -> tuple[str, ...]:
    """The ways to write the tone of a possible syllable: ("hòa", "hoà"), first the old one; () for others."""
    return _placements(unicodedata.normalize("NFC", word).lower()) if len(word) <= 4 * _LONGEST else ()


@lru_cache(maxsize=16384)
def _placements(word: str) -> tuple[str, ...]:
    spelt = taken_apart(word)
    if spelt is None or not is_syllable(word):
        return ()
    if not spelt.tone:
        return (word,)
    return tuple(dict.fromkeys(_toned(spelt.bare, spelt.tone)))


@lru_cache(maxsize=4096)
def repairs(word: str) -> tuple[str, ...]:
    """Possible syllables that a wrong one is easily mistyped from, likeliest first; () when there is none.

    The tone mark on its own vowel ("hiêụ": hiệu), ngh, gh and k where they belong ("nghành": ngành), a tone
    that is missing before c, ch, p, t ("thưc": thức, thực).
    """
    spelt = taken_apart(word)
    if spelt is None or is_syllable(word):
        return ()
    tones = (spelt.tone,) if spelt.tone else ("", *_STOPPED_TONES)
    found = (
        made
        for bare in (spelt.bare, *_other_onsets(spelt.bare), *_other_rimes(spelt.bare))
        for tone in tones
        for made in (_toned(bare, tone) if tone else (bare,))
    )
    return tuple(dict.fromkeys(made for made in found if is_syllable(made)))


def halves(word: str) -> Iterator[tuple[str, str]]:
    """The ways to read a word as two possible syllables written together ("thựchiện")."""
    for cut in range(2, min(len(word) - 1, _LONGEST + 1)):
        if is_syllable(word[:cut]) and is_syllable(word[cut:]):
            yield word[:cut], word[cut:]


def is_transcribed(word: str) -> bool:
    """Whether it is a foreign word in Vietnamese syllables without a hyphen: "ôtô", "ximăng"."""
    word = word.lower()
    reached = {0: 0}
    for start in range(min(len(word), 4 * _LONGEST)):
        if start in reached:
            for end in range(start + 1, min(len(word), start + _LONGEST) + 1):
                spelt = taken_apart(word[start:end])
                if spelt is not None and next(_parses(spelt.bare), None) is not None:
                    reached[end] = max(reached.get(end, 0), reached[start] + 1)
    return reached.get(len(word), 0) > 1


def _other_onsets(bare: str) -> Iterator[str]:
    for onset, other in _ONSET_SWAPS.items():
        if bare.startswith(onset) and bare[len(onset) :][:1] in _VOWELS:
            yield other + bare[len(onset) :]


def _other_rimes(bare: str) -> Iterator[str]:
    """The word with its letters as they may have been meant: ươ for uơ and ưo, one for two, -ng for -g."""
    for wrong in ("uơ", "ưo"):
        yield bare.replace(wrong, "ươ")
    yield _TWICE.sub(r"\1", bare)
    if bare.endswith("g") and not bare.endswith("ng"):
        yield f"{bare[:-1]}ng"


def _toned(bare: str, tone: str) -> Iterator[str]:
    for onset, rime in _parses(bare):
        for at in _places(onset, rime):
            yield with_tone(bare, tone, len(onset) + at)


def _parses(bare: str) -> Iterator[tuple[str, str]]:
    """The ways to read a bare word as onset and rime."""
    rimes = _law().rimes
    for cut in range(min(4, len(bare))):
        if bare[cut:] in rimes.get(bare[:cut], ()):
            yield bare[:cut], bare[cut:]


def _bears(spelt: Spelt, start: int, rime: str) -> bool:
    """Whether a rime that begins at `start` may bear the tone, on that letter."""
    if rime.endswith(_law().stops) and spelt.tone not in tuple(_STOPPED_TONES):
        return False
    return not spelt.tone or spelt.at - start in _places(spelt.bare[:start], rime)


def _places(onset: str, rime: str) -> tuple[int, ...]:
    """Where a rime bears its tone: the first place is that of the old way (hòa)."""
    if rime in _law().two_places and onset != "qu":
        return 0, 1
    vowels = [at for at, letter in enumerate(rime) if letter in _VOWELS]
    marked = [at for at in vowels if rime[at] in _MARKED_VOWELS]
    if marked:
        return (marked[-1],)
    closed = rime[-1] not in _VOWELS
    return (vowels[-1] if closed else vowels[len(vowels) - 2] if len(vowels) > 1 else vowels[0],)


@cache
def _law() -> _Law:
    from baocao.vietnamese.word_files import words_of

    source: dict[str, Any] = words_of(Path(__file__).with_name(_FILE))
    return _Law(
        rimes={onset: frozenset(_rimes_after(source, onset)) for onset in _onsets(source)},
        two_places=frozenset(source["hai_cach_dat_dau"]),
        stops=tuple(source["am_cuoi_tac"]),
    )


def _onsets(source: Mapping[str, Any]) -> Iterator[str]:
    yield from ("", "qu")
    for group in ("am_dau", "truoc_e_i", "truoc_a_o_u"):
        yield from source[group]


def _rimes_after(source: Mapping[str, Any], onset: str) -> Iterable[str]:
    if onset == "qu":
        return _words(source["van_sau_qu"])
    found = set(_words(source["van"])) - (set() if onset else set(source["van_can_am_dau"]))
    if onset in source["truoc_e_i"]:
        found = {rime for rime in found if rime[0] in "eêi"}
    elif onset in source["truoc_a_o_u"]:
        found = {rime for rime in found if rime[0] not in "eêi"}
    if onset == "c":
        found -= set(source["sau_c_khong_dung"])
    if onset == "g":
        found |= set(source["g_truoc_i"])
    return found | {rime for rime, onsets in source["van_rieng"].items() if onset in onsets}


def _words(lines: Iterable[str]) -> Iterator[str]:
    return (word for line in lines for word in line.split())
