"""All that a document says with its figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from baocao.audit.document import Document
from baocao.audit.grammar.changes import changes, ranks
from baocao.audit.grammar.citations import citations
from baocao.audit.grammar.clauses import clauses
from baocao.audit.grammar.complements import complements
from baocao.audit.grammar.days import days, impossible_days
from baocao.audit.grammar.matching import sentences_of
from baocao.audit.grammar.note_hosts import hosts
from baocao.audit.grammar.quantities import Figures, figures_of
from baocao.audit.grammar.rank_bases import rank_bases
from baocao.audit.grammar.restated import restated
from baocao.audit.grammar.shares import shares
from baocao.audit.grammar.table_changes import table_changes
from baocao.audit.grammar.table_rates import table_rates
from baocao.audit.grammar.table_sums import table_sums
from baocao.audit.grammar.totals import totals
from baocao.audit.scanning.tokens import Token, tokens
from baocao.audit.statements import Quantity, Reading, Role, Spot, Statement


def read(document: Document, scanned: Sequence[tuple[Token, ...]] = ()) -> Reading:
    """The statements of a document with its figures, citations, days and notes.

    scanned: the tokens of each passage, when they are there already. Takes time linear in the length of the
    text, whatever the text is.
    """
    scanned = scanned or [tokens(passage.text) for passage in document.passages]
    figures = figures_of(document, clauses(document, scanned))
    statements = tuple(sorted(_statements(figures), key=_order))
    cited = tuple(citations(document, scanned))
    quantities = tuple(sorted((figure.quantity for figure in figures.all), key=_place))
    return Reading(
        document=document,
        quantities=quantities,
        statements=statements,
        citations=cited,
        days=tuple(days(document, scanned, cited)),
        hosts=tuple(hosts(figures, statements)),
        unread=_unread(quantities, statements),
        impossible=tuple(impossible_days(document, scanned)),
    )


def _statements(figures: Figures) -> Iterator[Statement]:
    breakdowns = totals(figures)
    yield from breakdowns
    sentences = sentences_of(figures)
    of_parts, told = _totals_of_parts(breakdowns), tuple(changes(sentences))
    yield from told
    yield from shares(sentences, of_parts, _compared(told))
    ranked = tuple(ranks(sentences))
    yield from ranked
    yield from rank_bases(told, ranked)
    yield from complements(sentences, of_parts)
    yield from table_sums(figures)
    yield from table_rates(figures)
    yield from table_changes(figures)
    yield from restated(figures)


def _totals_of_parts(breakdowns: Iterable[Statement]) -> dict[Spot, Quantity]:
    """The total of which each part is one, by the part's place."""
    found: dict[Spot, Quantity] = {}
    for statement in breakdowns:
        total = statement.one(Role.TOTAL)
        if total is not None:
            found.update((part.spot, total) for part in statement.all(Role.PART))
    return found


def _compared(changes: Iterable[Statement]) -> frozenset[Spot]:
    """Where the old values and the differences of changes stand: no rates of their own."""
    return frozenset(
        quantity.spot for change in changes for role, quantity in change.quantities if role is not Role.NEW
    )


def _unread(quantities: Sequence[Quantity], statements: Iterable[Statement]) -> tuple[Quantity, ...]:
    """The quantities that stand in none of a statement's: one that is a sum covers all that it is made of."""
    reach: dict[int, int] = {}
    spots = sorted(
        (quantity.spot.passage, quantity.spot.start, quantity.spot.end)
        for statement in statements
        for _, quantity in statement.quantities
    )
    starts = {spot[:2] for spot in spots}
    found, at = [], 0
    for quantity in quantities:
        spot = quantity.spot
        while at < len(spots) and spots[at][:2] <= (spot.passage, spot.start):
            reach[spots[at][0]] = max(reach.get(spots[at][0], 0), spots[at][2])
            at += 1
        if reach.get(spot.passage, 0) < spot.end and (spot.passage, spot.start) not in starts:
            found.append(quantity)
    return tuple(found)


def _place(quantity: Quantity) -> tuple[int, int]:
    return quantity.spot.passage, quantity.spot.start


def _order(statement: Statement) -> tuple[int, int, int]:
    return statement.spot.passage, statement.spot.start, statement.spot.end
