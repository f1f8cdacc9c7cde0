"""One figure of a read report altered by a digit, and whether a statement that was right still holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from random import Random

from baocao.audit.document import Document
from baocao.audit.scanning.tokens import tokens
from baocao.audit.statements import Direction, Quantity, Relation, Role, Spot, Statement
from baocao.audit.verdicts import Audit, Verdict
from baocao.derive.agreement import Verdict as Rate
from baocao.derive.agreement import judge_rate

Value = tuple[Decimal, Decimal | None]
"""A figure and what stands behind its stroke."""


def altered(document: Document, spot: Spot, random: Random) -> tuple[Document, Value] | None:
    """The document with another digit in the figure at `spot`, and what the figure then is.

    None when the digit drawn makes no figure of the same form (a zero in front).
    """
    passage = document.passages[spot.passage]
    text = passage.text
    at = random.choice([at for at in range(spot.start, spot.end) if text[at].isdigit()])
    digit = random.choice([one for one in "0123456789" if one != text[at]])
    changed = f"{text[:at]}{digit}{text[at + 1 :]}"
    before, after = (_figure(words, spot) for words in (text, changed))
    if before is None or after is None or _zeros(text, spot) != _zeros(changed, spot):
        return None
    passages = list(document.passages)
    passages[spot.passage] = replace(passage, text=changed)
    return replace(document, passages=tuple(passages)), after


def _figure(text: str, spot: Spot) -> Value | None:
    found = [token for token in tokens(text) if token.is_figure and token.start == spot.start]
    if not found or found[0].value is None:
        return None
    return found[0].value, found[0].of


def _zeros(text: str, spot: Spot) -> list[bool]:
    """Whether each number of a figure begins with 0."""
    return [piece.startswith("0") for piece in text[spot.start : spot.end].split("/")]


def right(audited: Audit) -> list[Statement]:
    """The statements found right."""
    return [item.statement for item in audited.of(Verdict.RIGHT)]


def figures_of(statements: list[Statement]) -> list[Spot]:
    """The places of all figures of statements, each once, in the order of the text."""
    spots = {quantity.spot for statement in statements for _, quantity in statement.quantities}
    return sorted(spots, key=lambda spot: (spot.passage, spot.start))


def broken(statements: list[Statement], spot: Spot, value: Value) -> Iterator[Statement]:
    """The statements that no longer hold when the figure at `spot` is `value`."""
    for statement in statements:
        if any(quantity.spot == spot for _, quantity in statement.quantities) and not _holds(
            _with(statement, spot, value)
        ):
            yield statement


def _with(statement: Statement, spot: Spot, value: Value) -> Statement:
    quantities = tuple(
        (role, replace(quantity, value=value[0], of=value[1]) if quantity.spot == spot else quantity)
        for role, quantity in statement.quantities
    )
    return replace(statement, quantities=quantities)


def _holds(statement: Statement) -> bool:
    return {
        Relation.SHARE: _share,
        Relation.CHANGE: _change,
        Relation.BREAKDOWN: _breakdown,
        Relation.COMPLEMENT: _complement,
        Relation.SAME: _same,
        Relation.RANK: _rank,
    }[statement.kind](statement)


def _value(statement: Statement, role: Role) -> Decimal | None:
    quantity = statement.one(role)
    return (
        None if quantity is None else _whole(quantity) if role in (Role.BASE, Role.TOTAL) else quantity.value
    )


def _whole(quantity: Quantity) -> Decimal:
    """Of a ratio the number behind the stroke."""
    return quantity.value if quantity.of is None else quantity.of


def _share(statement: Statement) -> bool:
    part, base, rate = (_value(statement, role) for role in (Role.NUMERATOR, Role.BASE, Role.RATE))
    stated = statement.one(Role.RATE)
    if part is None or not base or rate is None or stated is None or stated.hedge:
        return True
    return judge_rate(rate, stated.hedge, part, base) is Rate.AGREES  # type: ignore[arg-type]


def _change(statement: Statement) -> bool:
    new, old, difference = (_value(statement, role) for role in (Role.NEW, Role.OLD, Role.DIFFERENCE))
    stated = statement.one(Role.DIFFERENCE)
    if new is None or old is None:
        return True
    up = (old - new) if statement.is_rank else (new - old)
    signs = {Direction.UP: up > 0, Direction.DOWN: up < 0, Direction.LEVEL: up == 0}
    relative = stated is not None and stated.unit == "%"
    return signs.get(statement.direction, True) and (difference is None or relative or abs(up) == difference)


def _breakdown(statement: Statement) -> bool:
    total, parts = statement.one(Role.TOTAL), [part.value for part in statement.all(Role.PART)]
    if total is None:
        return True
    if statement.whole:
        return sum(parts) in (total.value, _whole(total))
    return max(total.value, _whole(total)) >= sum(parts)


def _complement(statement: Statement) -> bool:
    total, rest = _value(statement, Role.TOTAL), _value(statement, Role.REST)
    parts = [part.value for part in statement.all(Role.PART)]
    return total is None or rest is None or total == sum(parts) + rest


def _same(statement: Statement) -> bool:
    return len({quantity.value for quantity in statement.all(Role.SAME)}) == 1


def _rank(statement: Statement) -> bool:
    rank = statement.one(Role.RANK)
    return rank is None or rank.of is None or 0 < rank.value <= rank.of
