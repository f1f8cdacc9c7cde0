"""Lists of phrases kept as data beside this module, found in tokens word by word."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from baocao.audit.scanning.kinds import Token
from baocao.vietnamese.text import nfc
from baocao.vietnamese.word_files import words_of

_LONGEST_WORD = 64
_KEPT_WORDS = 4096


class PhraseList:
    """Phrases of one or more words; asking for one at a place looks at no more words than the longest has."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = frozenset(tuple(nfc(phrase).lower().split()) for phrase in phrases)
        self._words = frozenset(word for phrase in self._phrases for word in phrase)
        self._opening = _longest((phrase[0], len(phrase)) for phrase in self._phrases)
        self._closing = _longest((phrase[-1], len(phrase)) for phrase in self._phrases)

    @property
    def words(self) -> frozenset[str]:
        """Every word of its phrases."""
        return self._words

    @property
    def openings(self) -> Collection[str]:
        """The words that a phrase begins with."""
        return self._opening.keys()

    def starts(self, words: Sequence[str], at: int) -> int:
        """The number of words of the longest phrase that starts at `words[at]`, 0 when none does."""
        if at >= len(words) or words[at] not in self._opening:
            return 0
        longest = min(self._opening[words[at]], len(words) - at)
        return next(
            (size for size in range(longest, 0, -1) if tuple(words[at : at + size]) in self._phrases), 0
        )

    def ends(self, words: Sequence[str], end: int) -> int:
        """The number of words of the longest phrase that ends right before `words[end]`, 0 when none does."""
        if not end or words[end - 1] not in self._closing:
            return 0
        longest = min(self._closing[words[end - 1]], end)
        return next(
            (size for size in range(longest, 0, -1) if tuple(words[end - size : end]) in self._phrases), 0
        )

    def within(self, words: Sequence[str], start: int, end: int) -> bool:
        """Whether a phrase stands wholly in `words[start:end]`."""
        part = words[max(start, 0) : end]
        return any(word in self._opening and self.starts(part, at) for at, word in enumerate(part))


def _longest(words: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Each word with the length of the longest phrase that it begins or ends."""
    found: dict[str, int] = {}
    for word, size in words:
        found[word] = max(size, found.get(word, 0))
    return found


def small_words(tokens: Iterable[Token]) -> list[str]:
    """The tokens' words as phrases are written: small letters, NFC; overlong ones cut."""
    return [_small(token.text[:_LONGEST_WORD]) for token in tokens]


@lru_cache(maxsize=_KEPT_WORDS)
def _small(word: str) -> str:
    return nfc(word).lower()


@cache
def phrase_lists(file: str) -> Mapping[str, PhraseList]:
    """The lists of a data file beside this module, by name."""
    source: dict[str, Any] = words_of(Path(__file__).with_name(file))
    return MappingProxyType({name: PhraseList(map(str, phrases)) for name, phrases in source.items()})
