"""A sentence as one line for the phrasings: each word between blanks, each figure one private letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from baocao.audit.grammar.labels import is_comparative, is_joining, word_of
from baocao.audit.grammar.phrases import letter_of
from baocao.audit.grammar.quantities import Figure, Figures
from baocao.audit.scanning.kinds import Kind, Token

_LONGEST, _MOST_CLAUSES = 3000, 100
"""Tokens and clauses of a sentence that are read; no sentence that a person writes has as many."""


@dataclass(slots=True)
class Line:
    """text: what the phrasings are held against. passage: the sentence's.

    figures: by their place in `text`. tokens: place in `text` where each token begins, and the token.
    """

    passage: int
    text: str = ""
    figures: dict[int, Figure] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)


def lines(figures: Figures, sentence: int) -> Iterator[Line]:
    """The sentence as it is typed; then, when it has brackets, each of its clauses without them."""
    known = {(item.clause, item.at): item for item in figures.inside(sentence)}
    if not known:
        return
    yield _line(figures, sentence, _with_brackets(figures, sentence), known)
    for clause in islice(_with_brackets_and_figures(figures, sentence), _MOST_CLAUSES):
        own = ((clause, at) for at in range(len(figures.clauses[clause].tokens)))
        yield _line(figures, sentence, own, known)


def _with_brackets_and_figures(figures: Figures, sentence: int) -> Iterator[int]:
    waiting = [sentence]
    while waiting:
        clause = waiting.pop()
        inner = figures.brackets.get(clause, [])
        waiting.extend(reversed(inner))
        if inner and figures.in_clause(clause):
            yield clause


OPENED, CLOSED = -1, -2
_Place = tuple[int, int]


def _with_brackets(figures: Figures, sentence: int) -> Iterator[_Place]:
    """Clause and place of each token in the order of the text; `OPENED` and `CLOSED` are the brackets."""
    stack = [(sentence, 0, 0)]
    while stack:
        clause, at, bracket = stack.pop()
        tokens = figures.clauses[clause].tokens
        inner = figures.brackets.get(clause, [])
        stop = figures.clauses[inner[bracket]].after if bracket < len(inner) else len(tokens)
        yield from ((clause, place) for place in range(at, stop))
        if bracket < len(inner):
            yield clause, OPENED
            stack.append((clause, stop, bracket + 1))
            stack.append((inner[bracket], 0, 0))
        elif stack:
            yield clause, CLOSED


def _line(figures: Figures, sentence: int, places: Iterator[_Place], known: Mapping[_Place, Figure]) -> Line:
    line = Line(figures.clauses[sentence].passage)
    parts: list[str] = []
    length, skip_to = 0, (-1, -1)
    for count, (clause, at) in enumerate(places):
        if count > _LONGEST:
            break
        if clause == skip_to[0] and 0 <= at < skip_to[1]:
            continue
        figure = known.get((clause, at))
        word = _word(figures, clause, at, figure)
        if not word:
            continue
        if at >= 0:
            line.starts.append(length)
            line.tokens.append(figures.clauses[clause].tokens[at])
        if figure:
            line.figures[length + 1] = figure
            skip_to = (clause, figure.unit_end)
        parts.append(f" {word} ")
        length += len(word) + 2
    line.text = "".join(parts)
    return line


def _word(figures: Figures, clause: int, at: int, figure: Figure | None) -> str:
    """What stands in the line for a token; "" for what only adorns."""
    if at < 0:
        return "(" if at == OPENED else ")"
    token = figures.clauses[clause].tokens[at]
    if figure:
        return letter_of(token)
    if token.kind is Kind.HEDGE and is_comparative(figures.clauses[clause].tokens, at):
        return token.text.lower()
    if token.kind is Kind.YEAR:
        return f"#{token.text}"
    if token.kind is Kind.HEDGE:
        return "đạt" if token.text.lower().endswith("đạt") else ""
    if is_joining(figures.clauses[clause].tokens, at):
        return ""
    if token.kind is Kind.MARK:
        return token.text if token.text in ",;:.…!?/=" else ""
    return word_of(token).replace(" ", "")
