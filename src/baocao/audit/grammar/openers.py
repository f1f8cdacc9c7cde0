"""Words and marks that begin the breakdown of a total: "trong đó", "gồm", a colon, a bracket."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from baocao.audit.grammar.clauses import Clause
from baocao.audit.grammar.phrase_lists import phrase_lists, small_words

_FILE = "trong-do.yaml"
_MOST_OPENERS = 24


@dataclass(frozen=True, slots=True)
class Opener:
    """Words that begin a breakdown: tokens [at:end] of a clause.

    kind: the list of `trong-do.yaml` that has them ("trong_so" is the figure behind them), or ":" or "(" for
    the mark alone.
    """

    at: int
    end: int
    kind: str


def openers(clause: Clause) -> list[Opener]:
    """The openers of a clause in order; a bracket may open at its start without a word."""
    lists, words = phrase_lists(_FILE), small_words(clause.tokens)
    found: list[Opener] = []
    at = 0
    while at < len(words) and len(found) < _MOST_OPENERS:
        name, size = _longest_opening(words, at)
        if not size and words[at] == ":":
            name, size = ":", 1
        elif not size and clause.tokens[at].is_figure and lists["trong_so"].ends(words, at):
            name, size = "trong_so", 1
        if size:
            found.append(Opener(at, _skip_marks(words, at + size), name))
        at = found[-1].end if size else at + 1
    if clause.host is not None and not (found and found[0].at <= 1):
        found.insert(0, Opener(0, 0, "("))
    return found


def _longest_opening(words: Sequence[str], at: int) -> tuple[str, int]:
    """The list of `trong-do.yaml` with the longest phrase that starts there, and its length."""
    name, size = "", 0
    for other in _lists_by_opening().get(words[at], ()):
        found = phrase_lists(_FILE)[other].starts(words, at)
        name, size = (other, found) if found > size else (name, size)
    return name, size


@cache
def _lists_by_opening() -> Mapping[str, Sequence[str]]:
    """Each word with the lists that have phrases which begin with it."""
    found: dict[str, list[str]] = {}
    for name in ("mot_phan", "du", "cu_the"):
        for word in phrase_lists(_FILE)[name].openings:
            found.setdefault(word, []).append(name)
    return found


def _skip_marks(words: Sequence[str], at: int) -> int:
    """The place behind the colon, the comma and the words that lead a list in: "là", "như sau"."""
    passed = phrase_lists(_FILE)["dan_vao"].words
    while at < len(words) and words[at] in passed:
        at += 1
    return at
