"""Lists of one paragraph an item: what follows a paragraph that ends with a colon."""

from __future__ import annotations

from collections.abc import Iterator

from baocao.audit.document import Passage, PassageKind
from baocao.audit.grammar.lists import Item, items_of
from baocao.audit.grammar.quantities import Figures
from baocao.audit.scanning.kinds import Kind

_MOST = 60
_MARKS = "-–+•*"


def bullet_items(figures: Figures, passage: int) -> list[Item]:
    """The first item of each paragraph of the list behind a passage; deeper lists are left out.

    The list of a paragraph that is itself an item has another mark, and ends where its own comes again.
    """
    return [
        items[0]
        for place in _paragraphs(figures, passage)
        if (items := items_of(figures, figures.sentences(place)[0]))
    ]


def _paragraphs(figures: Figures, passage: int) -> Iterator[int]:
    passages = figures.document.passages
    own, first = mark_of(figures, passage), ""
    for place in range(passage + 1, min(len(passages), passage + 1 + _MOST)):
        if passages[place].kind is PassageKind.NOTE and not passages[passage].note:
            continue
        mark = mark_of(figures, place)
        if mark in ("", own) or not _goes_on(passages[passage], passages[place]):
            return
        first = first or mark
        if mark == first:
            yield place


def _goes_on(first: Passage, item: Passage) -> bool:
    """Whether an item may be one of the list that a passage begins; a typed note has its items as body."""
    told_on = item.note == first.note or (not item.note and first.text.endswith(":"))
    return told_on and item.kind in (PassageKind.BODY, PassageKind.NOTE)


def mark_of(figures: Figures, place: int) -> str:
    """The mark that a paragraph begins with: "-", "+", "1" for any number, "a" for any letter; else ""."""
    text = figures.document.passages[place].text
    sentences = figures.sentences(place)
    if not text or not sentences:
        return ""
    if text[0] in _MARKS:
        return text[0]
    tokens = figures.clauses[sentences[0]].tokens
    if not tokens or tokens[0].kind is not Kind.ITEM:
        return ""
    sign = tokens[0].text.strip("()./")
    return "1" if sign[:1].isdigit() else "a"
