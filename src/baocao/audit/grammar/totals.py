"""All breakdowns of running text, each told once: of sentences, brackets, notes, levels of government."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from baocao.audit.grammar.breakdowns import breakdowns
from baocao.audit.grammar.levels import level_totals
from baocao.audit.grammar.note_hosts import note_breakdowns
from baocao.audit.grammar.quantities import Figures
from baocao.audit.statements import Quantity, Role, Spot, Statement

Parts = frozenset[Spot]


def totals(figures: Figures) -> tuple[Statement, ...]:
    """The breakdowns in the order of the text.

    Of two sentences that share parts, one that adds up takes the place of one that does not and is not
    certain: the words had another reading.
    """
    told = list(_once([*level_totals(figures), *breakdowns(figures), *note_breakdowns(figures)]))
    explained = {part for item in told if adds_up(item) for part in _parts(item)}
    kept = [item for item in told if adds_up(item) or not _read_otherwise(item, explained)]
    return tuple(sorted(kept, key=lambda item: (item.spot.passage, item.spot.start, item.spot.end)))


def adds_up(statement: Statement) -> bool:
    """Whether the parts of a breakdown make its total."""
    total = statement.one(Role.TOTAL)
    return total is not None and total.value == sum(part.value for part in statement.all(Role.PART))


def _once(statements: Sequence[Statement]) -> Iterator[Statement]:
    """The first of those with one total and the same parts; of those with the same parts, what adds up."""
    seen: set[tuple[Spot, Parts]] = set()
    made = {_parts(item) for item in statements if adds_up(item)}
    for item in statements:
        key = (_total(item).spot, _parts(item))
        if key not in seen and (adds_up(item) or key[1] not in made):
            seen.add(key)
            yield item


def _read_otherwise(statement: Statement, explained: set[Spot]) -> bool:
    single = len(statement.all(Role.PART)) == 1
    return not single and statement.confidence < 1 and not explained.isdisjoint(_parts(statement))


def _parts(statement: Statement) -> Parts:
    return frozenset(part.spot for part in statement.all(Role.PART))


def _total(statement: Statement) -> Quantity:
    total = statement.one(Role.TOTAL)
    assert total is not None
    return total
