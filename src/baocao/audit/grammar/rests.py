"""Whether a figure told with "còn" or "chưa" is the rest of a total, and how surely."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from baocao.audit.grammar.phrase_lists import PhraseList, phrase_lists, small_words
from baocao.audit.grammar.quantities import Figure, Figures
from baocao.vietnamese.text import nfc

SURE, LIKELY, UNSURE = Decimal(1), Decimal("0.9"), Decimal(0)
_FILE = "con-lai.yaml"
_LOOKED_AT = 60
_FURTHER = 8
"""Words behind the figure that may say what is not done."""
_WORDS = re.compile(r"\w+")
_SYNONYMS = ("giai_quyet", "thuc_hien")


def how_sure(figures: Figures, part: Figure, rest: Figure, said: str) -> Decimal:
    """How surely a figure is what is left when a part is taken away.

    said: the words that make it a rest. Sure only when they are "còn lại"; unsure when the figure may belong
    to another count ("qua kiểm tra còn 03 đơn vị …") or may be some of the rest only ("còn 12 hồ sơ quá
    hạn"): then it is a rest only if the numbers agree.
    """
    lists = phrase_lists(_FILE)
    between, behind = _between(figures, part, rest), _behind(figures, rest)
    if lists["dem_khac"].within(between, 0, len(between)):
        return UNSURE
    if lists["han_la"].within([*said.split(), *behind[:2]], 0, len(said.split()) + 2):
        return SURE
    told = [*said.split(), *behind] if said != "còn" else behind
    before = _before(figures, part) + between
    return LIKELY if not told or _is_undone(told, before, lists["chua_xong"]) else UNSURE


def carried_over(figures: Figures, place: int) -> bool:
    """Whether a passage or one of the two before it speaks of what an earlier time left over."""
    known = phrase_lists(_FILE)["ky_truoc"]
    told = (passage.text for passage in figures.document.passages[max(place - 2, 0) : place + 1])
    words = [_WORDS.findall(nfc(text).lower()) for text in told]
    return any(known.within(own, 0, len(own)) for own in words)


def _is_undone(told: Sequence[str], before: Sequence[str], unfinished: PhraseList) -> bool:
    """Whether words begin with what is not finished, or with "chưa" and something that was told as done."""
    lists = phrase_lists(_FILE)
    at = next((place for place in range(min(len(told), _FURTHER)) if told[place] != "còn"), 0)
    if unfinished.starts(told, at):
        return True
    size = lists["chua_lam"].starts(told, at)
    work = at + size
    if not size or work >= len(told):
        return False
    if told[work] in before:
        return True
    return any(
        lists[name].starts(told, work) and lists[name].within(before, 0, len(before)) for name in _SYNONYMS
    )


def _between(figures: Figures, part: Figure, rest: Figure) -> list[str]:
    """The words from a part to its rest."""
    return _words(figures, part, part.unit_end, rest) if part.clause == rest.clause else []


def _words(figures: Figures, of: Figure, start: int, rest: Figure) -> list[str]:
    return small_words(figures.clauses[of.clause].tokens[start : rest.at][:_LOOKED_AT])


def _before(figures: Figures, part: Figure) -> list[str]:
    tokens = figures.clauses[part.clause].tokens
    return small_words(tokens[max(part.at - _LOOKED_AT, 0) : part.at])


def _behind(figures: Figures, rest: Figure) -> list[str]:
    """The words behind a figure and its unit up to the next comma, bracket or figure."""
    tokens = figures.clauses[rest.clause].tokens[rest.unit_end : rest.unit_end + _FURTHER]
    found: list[str] = []
    for token, word in zip(tokens, small_words(tokens), strict=True):
        if token.is_figure or not word[:1].isalpha():
            break
        found.append(word)
    return found
