"""What the words of a report mean, read from `khai-niem.yaml` beside this module."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from baocao.vietnamese.word_files import words_of

_FILE = "khai-niem.yaml"


class Dictionary(NamedTuple):
    """Phrases in small letters, one space between words.

    phrases: phrase -> concept, "" for a name that only contains the words of a concept. levels: the concepts
    that name a level of government. breaks: words after a figure that begin another thought. abbreviations:
    words whose full stop ends no sentence. joined: "xã thị": a comma between the two breaks nothing.
    compared: words before a year that is only compared with. comparatives: before a "hơn" that is no hedge.
    reach: the first word of phrases -> the words of the longest of them.
    """

    phrases: Mapping[str, str]
    levels: frozenset[str]
    breaks: frozenset[str]
    abbreviations: frozenset[str]
    joined: frozenset[str]
    compared: frozenset[str]
    comparatives: frozenset[str]
    reach: Mapping[str, int]


@cache
def dictionary() -> Dictionary:
    """The dictionary, read once."""
    source: dict[str, Any] = words_of(Path(__file__).with_name(_FILE))
    phrases = {phrase: concept for concept, known in source["khai_niem"].items() for phrase in known}
    phrases |= dict.fromkeys(source["ten_goi"], "")
    by_length = sorted((phrase.split() for phrase in phrases), key=len)
    return Dictionary(
        phrases=MappingProxyType(phrases),
        levels=frozenset(source["cap"]),
        breaks=frozenset(source["ngat"]),
        abbreviations=frozenset(source["viet_tat_co_cham"]),
        joined=frozenset(source["phay_khong_ngat"]),
        compared=frozenset(source["so_sanh"]),
        comparatives=frozenset(source["so_sanh_hon"]),
        reach=MappingProxyType({words[0]: len(words) for words in by_length}),
    )


def concepts_in(words: Sequence[str]) -> frozenset[str]:
    """The concepts that the words (small letters) speak of; from left to right, the longest phrase first."""
    known = dictionary()
    found, at = set(), 0
    while at < len(words):
        length, concept = _longest(known, words, at)
        found.add(concept)
        at += length
    return frozenset(found - {""})


def _longest(known: Dictionary, words: Sequence[str], at: int) -> tuple[int, str]:
    longest = known.reach.get(words[at].partition(" ")[0], 0)
    for length in range(min(longest, len(words) - at), 0, -1):
        phrase = " ".join(words[at : at + length])
        if phrase in known.phrases:
            return length, known.phrases[phrase]
    return 1, ""


def levels_of(concepts: Iterable[str]) -> frozenset[str]:
    """Those that name a level of government."""
    return dictionary().levels.intersection(concepts)
