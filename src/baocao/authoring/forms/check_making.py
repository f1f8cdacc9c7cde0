"""A row of the sheet `Kiểm tra`, its mark, and what all kinds of checks make theirs of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from baocao.authoring.forms.allowed import Ends
from baocao.authoring.forms.board import Board
from baocao.authoring.forms.live import EMPTY, Live
from baocao.derive.agreement import Verdict
from baocao.derive.ground import Ground
from baocao.derive.judging import judge
from baocao.derive.spots import Scope
from baocao.derive.verdicts import Failure, Judged
from baocao.packs.catalogue import list_field
from baocao.packs.rules import Rule

GOOD, BAD, CUT = "✓", "✗", "≈"
"""Agrees, does not agree, agrees when decimals are cut off instead of rounded."""

LEFT, RIGHT = "@LEFT", "@RIGHT"
"""Stand in formulas for the cells of a check's own row."""
HELPER = re.compile(r"@HELPER(\d+)@")


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One check. low, high: what left - right may be. helpers: numbers on the way (`helper`).

    mark: what the program says. dated: the sides are days.
    """

    rule: Rule
    left: Live
    right: Live
    low: Live
    high: Live
    mark: str
    cut: Live = EMPTY
    dated: bool = False
    helpers: tuple[Live, ...] = ()

    @property
    def targets(self) -> tuple[str, ...]:
        """Indicators and lists whose cells the check reads, in the order of the check."""
        names = (self.rule.list,) if self.rule.list else self.rule.terms
        return tuple(dict.fromkeys(list_field(item)[0] for item in names))


@dataclass(frozen=True, slots=True)
class Days:
    """What days are judged by. cell, text: the report's own date. kept: the formula that the period's entries
    are those that the form was made for.
    """

    cell: str
    text: str
    kept: str


def helper(number: int) -> str:
    """Stands in formulas for the cell of one of a check's own helpers."""
    return f"@HELPER{number}@"


def mark_of(judged: Judged) -> str:
    """How a verdict is shown."""
    verdict = judged.verdict if isinstance(judged, Failure) else judged
    marks = {Verdict.AGREES: GOOD, Verdict.TRUNCATED: CUT, Verdict.DIFFERS: BAD}
    return marks[verdict] if verdict is not None else ""


class Making:
    """What the rows of checks are made of. board: the cells. ground: the figures. days: the report's own."""

    def __init__(self, board: Board, ground: Ground, days: Days) -> None:
        self.board, self.ground, self.days = board, ground, days

    def row(self, rule: Rule, left: Live, right: Live, allowed: Ends, **more: Any) -> CheckRow:
        """The row of a check; its mark is the verdict, "" when a side has no value."""
        known = left.value is not None and right.value is not None
        mark = mark_of(judge(rule, Scope(self.ground))) if known else ""
        return CheckRow(rule, left, right, *allowed, mark, **more)

    def terms(self, items: Iterable[str]) -> list[Live]:
        """What the cells of indicators are worth."""
        return [self.board.term(item) for item in items]

    def slacks(self, items: Iterable[str]) -> list[Live]:
        """How far each may be off by rounding."""
        return [self.board.slack(item) for item in items]
