"""Every figure of a document as a quantity: what it counts, at which level, when, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import islice

from baocao.audit.document import Document, Passage
from baocao.audit.grammar.clauses import Clause
from baocao.audit.grammar.concepts import concepts_in, levels_of
from baocao.audit.grammar.labels import NO_LEAD, Label, Lead, is_comparative, labels, lead_of, word_of
from baocao.audit.scanning.kinds import Hedge, Kind, Token
from baocao.audit.statements import Quantity, Spot

_SUBJECT_WORDS = 60
_MOST_TOGETHER = 24
"""Figures of one sentence that are looked at together: a longer one is a list."""
_FORECASTS = frozenset({"ước", "ước đạt"})
"""Before a figure that is not yet reached but told just so: a rate of it is computed from it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity with its place: the token `at` of the clause number `clause`.

    before, after: the words of `Quantity.noun` before and behind the figure (and its unit). unit_end: place
    of the first token behind the unit.
    """

    quantity: Quantity
    token: Token
    clause: int
    at: int
    before: tuple[str, ...]
    after: tuple[str, ...]
    unit_end: int

    @property
    def is_ratio(self) -> bool:
        """Typed as "a/b"."""
        return self.token.kind is Kind.RATIO


@dataclass(slots=True)
class Figures:
    """The figures of a document in reading order, found by clause, passage and place.

    brackets: the clauses that stand in brackets in a clause.
    """

    document: Document
    clauses: tuple[Clause, ...]
    all: list[Figure] = field(default_factory=list)
    brackets: dict[int, list[int]] = field(default_factory=dict)
    _by_clause: dict[int, list[Figure]] = field(default_factory=dict)
    _by_spot: dict[tuple[int, int], Figure] = field(default_factory=dict)
    _sentences: dict[int, list[int]] = field(default_factory=dict)

    def add(self, figure: Figure) -> None:
        """Take in the next figure of the reading order of clauses."""
        self.all.append(figure)
        self._by_clause.setdefault(figure.clause, []).append(figure)
        spot = figure.quantity.spot
        self._by_spot[spot.passage, spot.start] = figure

    def add_clause(self, index: int) -> None:
        """Take in a clause: a sentence of its passage, or a bracket of its host."""
        clause = self.clauses[index]
        if clause.host is None:
            self._sentences.setdefault(clause.passage, []).append(index)
        else:
            self.brackets.setdefault(clause.host, []).append(index)

    def of(self, quantity: Quantity) -> Figure:
        """The place of a quantity of this document."""
        return self._by_spot[quantity.spot.passage, quantity.spot.start]

    def in_clause(self, index: int) -> Sequence[Figure]:
        """The figures of a clause, those of its brackets left out."""
        return self._by_clause.get(index, ())

    def sentences(self, passage: int) -> Sequence[int]:
        """The clauses of a passage that stand in no bracket."""
        return self._sentences.get(passage, ())

    def inside(self, index: int) -> Iterator[Figure]:
        """The figures of a clause and of all brackets in it: the clause's own first."""
        waiting = [index]
        while waiting:
            clause = waiting.pop()
            yield from self.in_clause(clause)
            waiting.extend(reversed(self.brackets.get(clause, ())))

    def in_text_order(self, index: int) -> Sequence[Figure]:
        """The first figures of a clause and its brackets, as the text runs."""
        return sorted(
            islice(self.inside(index), _MOST_TOGETHER), key=lambda figure: figure.quantity.spot.start
        )

    def in_passage(self, passage: int) -> Iterator[Figure]:
        """The figures of a passage, sentence after sentence."""
        for sentence in self.sentences(passage):
            yield from self.inside(sentence)


def figures_of(document: Document, clauses: tuple[Clause, ...]) -> Figures:
    """All figures of the document's clauses. Takes time linear in the length of the text."""
    found = Figures(document, clauses)
    subjects: list[frozenset[str]] = []
    for index, clause in enumerate(clauses):
        found.add_clause(index)
        subjects.append(_subject(clause, subjects))
        for figure in _figures(found, index, subjects[index]):
            found.add(figure)
    return found


def _subject(clause: Clause, known: Sequence[frozenset[str]]) -> frozenset[str]:
    """The levels of government that the sentence begins with; a bracket has its host's."""
    if clause.host is not None:
        return known[clause.host]
    words = []
    for token in clause.tokens[:_SUBJECT_WORDS]:
        if token.is_figure:
            break
        if token.kind in (Kind.WORD, Kind.NAME):
            words.append(word_of(token))
    return levels_of(concepts_in(words))


def _lead(found: Figures, index: int) -> Lead:
    """What stands before the bracket that the clause is, since the bracket before it."""
    clause = found.clauses[index]
    if clause.host is None:
        return NO_LEAD
    sisters = found.brackets[clause.host]
    before = [found.clauses[sister].after for sister in sisters[-2:-1]]
    text = found.document.passages[clause.passage].text
    return lead_of(text, found.clauses[clause.host], clause.after, before[0] if before else 0)


def _figures(found: Figures, index: int, subject: frozenset[str]) -> Iterator[Figure]:
    clause = found.clauses[index]
    passage = found.document.passages[clause.passage]
    levels = subject
    for order, label in enumerate(labels(passage.text, clause, _lead(found, index))):
        token = clause.tokens[label.at]
        noun = (*label.before, *_header(passage), *label.after)
        concepts = concepts_in(label.before) | concepts_in(noun[len(label.before) :])
        own = levels_of(concepts)
        if own and (order or clause.host is not None):
            levels = own
        quantity = _quantity(
            token,
            _hedge(clause, label.at),
            clause.passage,
            noun,
            concepts | levels,
            _period(found.document, label),
        )
        yield Figure(quantity, token, index, label.at, label.before, label.after, label.unit_end)


def _hedge(clause: Clause, at: int) -> Hedge:
    """How the figure is meant; "cao hơn 1,2 điểm" is just so much higher, "ước đạt 18,74 tỷ" no other sum."""
    told_just_so = at > 0 and clause.tokens[at - 1].text.lower() in _FORECASTS
    if told_just_so or is_comparative(clause.tokens, at - 1):
        return Hedge.NONE
    return clause.tokens[at].hedge


def _header(passage: Passage) -> tuple[str, ...]:
    headers = passage.table.headers if passage.table else ()
    return tuple(" ".join(headers).lower().split())


def _period(document: Document, label: Label) -> str:
    """The period named, "" for the report's own year."""
    return "" if label.period == f"năm {document.year}" else label.period


def _quantity(
    token: Token, hedge: Hedge, passage: int, noun: tuple[str, ...], concepts: frozenset[str], period: str
) -> Quantity:
    value = token.value if token.value is not None else Decimal(0)
    return Quantity(
        value=value,
        unit=token.unit,
        noun=noun,
        hedge=hedge,
        places=token.places,
        leading_zero=token.leading_zero,
        of=token.of,
        spot=Spot(passage, token.start, token.end),
        text=token.text,
        period=period,
        concepts=concepts,
    )


def halves(figure: Figure) -> tuple[Figure, Figure]:
    """The numbers before and behind the stroke of a figure typed as "a/b"."""
    whole = figure.quantity
    assert whole.of is not None
    left, _, right = whole.text.partition("/")
    middle = whole.spot.start + len(left)
    first = replace(whole, of=None, text=left.rstrip(), spot=replace(whole.spot, end=middle))
    second = replace(
        whole, value=whole.of, of=None, text=right.lstrip(), spot=replace(whole.spot, start=middle + 1)
    )
    return replace(figure, quantity=first), replace(figure, quantity=second)
