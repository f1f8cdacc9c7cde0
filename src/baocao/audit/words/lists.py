"""The lists of words beside this module, read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from baocao.vietnamese.word_files import words_of


class Reduplications(NamedTuple):
    """tu-lay.yaml: words that are said twice on purpose; some of them not beside a number."""

    words: frozenset[str]
    not_beside_number: frozenset[str]
    phrases: frozenset[str]


class Compounds(NamedTuple):
    """tu-ghep.yaml: common words of two syllables and more, as pairs of neighbours too."""

    pairs: frozenset[tuple[str, str]]
    alone: frozenset[str]
    function_words: frozenset[str]


class Pair(NamedTuple):
    """Two spellings of one word. but: phrases that are written in one way only."""

    spellings: tuple[str, str]
    but: tuple[str, ...]


class Spellings(NamedTuple):
    """hai-cach-viet.yaml."""

    pairs: tuple[Pair, ...]
    levels: frozenset[str]
    before_level: frozenset[str]
    offices: tuple[tuple[str, ...], ...]
    wrong: Mapping[tuple[str, str], str]


@cache
def reduplications() -> Reduplications:
    """The words that may stand twice."""
    source = _read("tu-lay.yaml")
    return Reduplications(
        frozenset(source["tu_lay"]), frozenset(source["canh_so_la_loi"]), frozenset(source["cum_lap"])
    )


@cache
def compounds() -> Compounds:
    """The common words of official prose."""
    source = _read("tu-ghep.yaml")
    words = [phrase.split() for phrase in source["tu_ghep"]]
    pairs = frozenset((first, second) for word in words for first, second in pairwise(word))
    return Compounds(pairs, frozenset(source["tu_don"]), frozenset(source["hu_tu"]))


@cache
def known_abbreviations() -> frozenset[str]:
    """Abbreviations that need no definition."""
    return frozenset(_read("viet-tat.yaml")["ai_cung_biet"])


@cache
def spellings() -> Spellings:
    """Words with two spellings, and phrases with a wrong one."""
    source = _read("hai-cach-viet.yaml")
    wrong = {tuple(phrase.split()): right for phrase, right in source["viet_sai"].items()}
    return Spellings(
        pairs=tuple(Pair(tuple(item["chu"]), tuple(item.get("tru", ()))) for item in source["cap"]),
        levels=frozenset(source["cap_hanh_chinh"]),
        before_level=frozenset(source["dung_truoc"]),
        offices=tuple(tuple(name.split()) for name in source["ten_co_quan"]),
        wrong=wrong,
    )


def _read(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = words_of(Path(__file__).with_name(name))
    return loaded
