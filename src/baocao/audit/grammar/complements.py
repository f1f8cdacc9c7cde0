"""Complements: a total, a part of it and what is left."""

from __future__ import annotations

from collections.abc import Iterator

from baocao.audit.grammar.matching import Match, matches
from baocao.audit.grammar.parts import Fit, fit, may_count
from baocao.audit.grammar.quantities import Figures
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
    found = match.figures
    total = found.get("tong", found.get("tyso"))
    others = [found[slot] for slot in ("phan", "con") if slot in found]
    if total is None or not may_count(total):
        return False
    whole = total.quantity.of if "tyso" in found else total.quantity.value
    return whole is not None and all(
        fit(total, other) is Fit.GOOD
        and other.quantity.value <= whole
        and other.quantity.period == total.quantity.period
        for other in others
    )


def _statement(match: Match) -> Statement:
    rest = (Role.REST, match.figures["con"].quantity)
    if (ratio := match.figures.get("tyso")) is not None:
        roles = ((Role.TOTAL, ratio.quantity), (Role.PART, ratio.quantity), rest)
    else:
        roles = (
            (Role.TOTAL, match.figures["tong"].quantity),
            (Role.PART, match.figures["phan"].quantity),
            rest,
        )
    return Statement(Relation.COMPLEMENT, roles, match.spot, match.phrasing.name)
