"""The items of a list within a clause: what stands between semicolons, each with its figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from baocao.audit.grammar.clauses import Clause
from baocao.audit.grammar.parts import families, is_secondary
from baocao.audit.grammar.phrase_lists import phrase_lists, small_words
from baocao.audit.grammar.quantities import Figure, Figures
from baocao.audit.scanning.kinds import Kind

_OPENERS = ("mot_phan", "du")
_OPENING_WORDS = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure of an item. secondary: it adds to what the one before says. nested: it is a part of it."""

    figure: Figure
    secondary: bool
    nested: bool


@dataclass(slots=True)
class Item:
    """What stands between two semicolons, marks of items or bullets. unfinished: it says there is more."""

    words: list[str] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    unfinished: bool = False

    @property
    def plain(self) -> tuple[Figure, ...]:
        """The figures that may each be a part."""
        return tuple(entry.figure for entry in self.entries if not entry.secondary and not entry.nested)

    @property
    def begins_anew(self) -> bool:
        """Whether the words begin another thought than a further item."""
        return phrase_lists("trong-do.yaml")["y_khac"].starts(self.words, 0) > 0


def items_of(figures: Figures, index: int, start: int = 0, end: int | None = None) -> list[Item]:
    """The items of the clause number `index` from token `start` to `end`, in order.

    The figure of an item without one of its own is the first in a bracket behind its words: "Phòng Kinh tế
    (02 người)".
    """
    clause = figures.clauses[index]
    reader = _Reader(figures, clause, index, start)
    reader.read(len(clause.tokens) if end is None else end)
    return [item for item in reader.items if item.words or item.entries]


class _Reader:
    def __init__(self, figures: Figures, clause: Clause, index: int, start: int) -> None:
        self.figures, self.clause, self.start = figures, clause, start
        self.own = {figure.at: figure for figure in figures.in_clause(index) if figure.at >= start}
        self.brackets = _brackets(figures, index)
        self.words = small_words(clause.tokens)
        self.items = [Item()]
        self._nested = self._counted = False

    def read(self, end: int) -> None:
        """Read the tokens from the start to `end`, and the brackets between them."""
        for at in range(self.start, end):
            token = self.clause.tokens[at]
            if self._parts_items(at):
                self._next_item()
            elif at in self.own:
                self._add(self.own[at])
            elif token.kind in (Kind.WORD, Kind.NAME, Kind.HEDGE):
                self._word(at)
            elif token.text == "," or self.words[at] == "và":
                self._counted = False
            elif token.text == "…":
                self.items[-1].unfinished = True
            self._take_bracket(at + 1)

    def _parts_items(self, at: int) -> bool:
        token = self.clause.tokens[at]
        if token.kind is Kind.ITEM or token.text == ";":
            return True
        return token.text in ("+", "-", "–", "•") and (
            at == self.start or self.words[at - 1] in (";", ".", ":")
        )

    def _next_item(self) -> None:
        self.items.append(Item())
        self._nested = self._counted = False

    def _add(self, figure: Figure) -> None:
        item = self.items[-1]
        extra = bool(item.entries) and is_secondary(figure)
        item.entries.append(Entry(figure, extra, self._nested))
        if figure.before[-1:] == ("khác",):
            item.unfinished = False
        self._counted = True

    def _word(self, at: int) -> None:
        item = self.items[-1]
        if len(item.words) < _OPENING_WORDS:
            item.words.append(self.words[at])
        lists = phrase_lists("trong-do.yaml")
        if item.entries and any(lists[name].starts(self.words, at) for name in _OPENERS):
            self._nested = True
        if families().unfinished.starts(self.words, at):
            item.unfinished = True
        if self.words[at] == "và":
            self._counted = False

    def _take_bracket(self, after: int) -> None:
        for bracket in self.brackets.get(after, ()):
            inside = self.figures.in_clause(bracket)
            if not self._counted and len(inside) == 1:
                self._add(inside[0])


def _brackets(figures: Figures, index: int) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for bracket in figures.brackets.get(index, ()):
        found.setdefault(figures.clauses[bracket].after, []).append(bracket)
    return found


def run_of(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items from the first one on that belong together: up to another thought or one without a figure."""
    return tuple(_run(items))


def _run(items: Sequence[Item]) -> Iterator[Item]:
    for place, item in enumerate(items):
        if not item.plain or (place and item.begins_anew):
            return
        yield item
