"""Complements: a total, a part of it and what is left."""

from __future__ import annotations

from collections.abc import Iterator

from baocao.audit.grammar.matching import Match, matches
from baocao.audit.grammar.parts import Fit, fit, may_count
from baocao.audit.grammar.quantities import Figure, Figures, halves
from baocao.audit.statements import Relation, Role, Spot, Statement

KIND = "con-lai"


def complements(figures: Figures) -> Iterator[Statement]:
    """The complements that the document tells, each rest once."""
    for sentence, clause in enumerate(figures.clauses):
        if clause.host is not None:
            continue
        read: set[Spot] = set()
        for match in matches(figures, sentence, KIND):
            rest = match.figures["con"].quantity.spot
            if rest not in read and _fits(match):
                read.add(rest)
                yield _statement(match)


def _fits(match: Match) -> bool:
    """Whether the three count the same things, at the same time, and the total is the greatest."""
    total, part, rest = _figures(match)
    whole = total.quantity
    return may_count(total) and all(
        fit(total, other) is Fit.GOOD
        and other.quantity.value <= whole.value
        and other.quantity.period == whole.period
        for other in (part, rest)
    )


def _figures(match: Match) -> tuple[Figure, Figure, Figure]:
    """Total, part and rest; the first two may be typed as one "phần/tổng"."""
    found = match.figures
    if "tyso" in found:
        part, total = halves(found["tyso"])
        return total, part, found["con"]
    return found["tong"], found["phan"], found["con"]


def _statement(match: Match) -> Statement:
    roles = zip((Role.TOTAL, Role.PART, Role.REST), _figures(match), strict=True)
    kept = tuple((role, figure.quantity) for role, figure in roles)
    return Statement(Relation.COMPLEMENT, kept, match.spot, match.phrasing.name)
