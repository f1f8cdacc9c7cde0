"""Checks of the rows of a list: how many rows break one; the check asks for none.

A row is judged here when all its numbers are typed, or only the whole is left to be added up. While another
row waits for the program, no mark is shown but ✗.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from baocao.authoring.forms.board import Board
from baocao.authoring.forms.live import NOTHING, SLACK, Live
from baocao.derive.agreement import Verdict
from baocao.derive.ground import Ground
from baocao.derive.judging import judge
from baocao.derive.spots import Scope
from baocao.derive.verdicts import Failure, Judged
from baocao.model.outline import rows_below
from baocao.packs.catalogue import Indicator, Kind
from baocao.packs.rules import AT_MOST, Rule, RuleKind

_SUMMED = (RuleKind.SUM, RuleKind.WITHIN, RuleKind.OWN, RuleKind.OUTLINE)


def shows_rows(rule: Rule, board: Board) -> bool:
    """Whether the form can judge the rows: sums of plain numbers, all in the table."""
    if rule.list not in board.lists.tables:
        return False
    _, fields = board.lists.tables[rule.list]
    kinds = {one.id: one.kind for one in board.catalogue[rule.list].fields}
    plain = all(name in fields and kinds[name] is not Kind.MONEY for name in rule.terms)
    return rule.kind in _SUMMED and plain and rule.list not in board.contents.elsewhere


def judged_rows(rule: Rule, board: Board, ground: Ground) -> tuple[Live, Judged]:
    """The formula of how many rows break the rule, and what the program says of them together."""
    if rule.kind is RuleKind.OUTLINE:
        return _outline(rule, board, ground)
    sides = _Sides(rule, board)
    gap = f"{sides.left}-({sides.right})"
    wrong = f"{gap}>{SLACK}" if rule.relation == AT_MOST else f"ABS({gap})>{SLACK}"
    broken, full = f"SUMPRODUCT({sides.full}*({wrong}))", f"SUMPRODUCT({sides.full})"
    all_ = f"AND({full}>0,{full}={board.lists.used(rule.list)})"
    text = f"IFERROR(IF({broken}>0,{broken},IF({all_},0,{NOTHING})),{NOTHING})"
    return _counted(rule, board, ground, sides, text)


def _outline(rule: Rule, board: Board, ground: Ground) -> tuple[Live, Judged]:
    """How many rows are not the sum of the rows right below them, of those with all numbers typed."""
    (name,), (tree,) = rule.left, rule.right
    cells, numbers = (board.lists.cells(rule.list, one)[0] for one in (name, tree))
    judged, gap = outline_terms(rule, board, cells, numbers)
    full = f"SUMPRODUCT({judged})"
    broken = f"SUMPRODUCT({judged}*(ABS({gap})>{SLACK}))"
    text = f"IFERROR(IF({broken}>0,{broken},IF({full}>0,0,{NOTHING})),{NOTHING})"
    return _told(rule, board, ground, text)


def outline_terms(rule: Rule, board: Board, cells: str, numbers: str) -> tuple[str, str]:
    """Whether a row has rows below and all their numbers, and how far it is from their sum, for a formula.

    cells, numbers: the row's own number and its place in the list, or the whole columns of both.
    """
    (column, places) = (board.lists.cells(rule.list, one)[0] for one in (rule.left[0], rule.right[0]))
    deep, deeper = f'{numbers}&".*"', f'{numbers}&".*.*"'
    below = f"(COUNTIF({places},{deep})-COUNTIF({places},{deeper}))"
    typed = f'(COUNTIFS({places},{deep},{column},">=0")-COUNTIFS({places},{deeper},{column},">=0"))'
    added = f"(SUMIF({places},{deep},{column})-SUMIF({places},{deeper},{column}))"
    judged = f'({numbers}<>"")*ISNUMBER({cells})*({below}>0)*({below}={typed})'
    return judged, f"{cells}-{added}"


def _told(rule: Rule, board: Board, ground: Ground, text: str) -> tuple[Live, Judged]:
    """The same for what is typed already. A number that is no plain one leaves the mark to Excel."""
    rows, known = board.lists.rows(rule.list), ground.value(rule.list)
    records = known.records if known is not None else ()
    (name,), (tree,) = rule.left, rule.right
    if any(isinstance(row.get(name), str) for row in rows) or len(rows) != len(records):
        return Live(text), None
    below = rows_below(records, tree)
    typed = [place for place, row in enumerate(rows) if isinstance(row.get(name), Decimal)]
    full = [place for place in typed if place in below and set(below[place]) <= set(typed)]
    owner = ground.catalogue[rule.list]
    verdicts = [judge(rule, Scope(ground, owner, place)) for place in full]
    failing = [one for one in verdicts if isinstance(one, Failure)]
    shown = Decimal(len(failing)) if full else None
    return Live(text, shown), failing[0] if failing else Verdict.AGREES if full else None


def _counted(rule: Rule, board: Board, ground: Ground, sides: _Sides, text: str) -> tuple[Live, Judged]:
    rows = board.lists.rows(rule.list)
    known = ground.value(rule.list)
    count = len(known.records) if known is not None else 0
    owner = ground.catalogue[rule.list]
    verdicts = [judge(rule, Scope(ground, owner, number)) for number in range(count)]
    full = [number for number, row in enumerate(rows) if sides.is_full(row)]
    if any(isinstance(row.get(name), str) for row in rows for name in sides.names) or len(rows) != count:
        return Live(text), None
    broken = sum(isinstance(verdicts[number], Failure) for number in full)
    shown = Decimal(broken) if broken or (full and len(full) == len(rows)) else None
    failing = next((one for one in verdicts if isinstance(one, Failure)), None)
    agrees = Verdict.AGREES if Verdict.AGREES in verdicts else None
    return Live(text, shown), failing or agrees


class _Sides:
    """Both sides of a row and the factor that all its numbers are there, as terms of SUMPRODUCT."""

    def __init__(self, rule: Rule, board: Board) -> None:
        self.rule, self.board = rule, board
        self.first = self._first_breakdown()
        others = [name for longer in rule.unless for name in longer if name not in rule.right]
        self.others = [name for name in dict.fromkeys(others) if name in board.lists.tables[rule.list][1]]
        self.names = tuple(dict.fromkeys((*rule.terms, *self.first, *self.others)))
        self.right = self._added(rule.right)
        self.left = self._added(rule.left)
        there = "*".join(f"ISNUMBER({self._cells(name)})" for name in rule.right)
        whole = "*".join(f"ISNUMBER({self._cells(name)})" for name in rule.left)
        if self.first:
            blank = f'({self._cells(rule.left[0])}="")'
            self.left = f"({self.left}+{blank}*({self._added(self.first)}))"
            made = "*".join(f"ISNUMBER({self._cells(name)})" for name in self.first)
            whole = f"({whole}+{blank}*{made})"
        alone = "".join(f'*({self._cells(name)}="")' for name in self.others)
        self.full = f"{whole}*{there}{alone}"

    def is_full(self, row: object) -> bool:
        """Whether a row typed in the table has the numbers that the formula asks for."""
        get = row.get  # type: ignore[attr-defined]
        there = all(isinstance(get(name), Decimal) for name in self.rule.right)
        whole = all(isinstance(get(name), Decimal) for name in self.rule.left)
        made = bool(self.first) and get(self.rule.left[0]) is None
        made = made and all(isinstance(get(name), Decimal) for name in self.first)
        return there and (whole or made) and all(get(name) is None for name in self.others)

    def _first_breakdown(self) -> tuple[str, ...]:
        if self.rule.kind is not RuleKind.SUM:
            return ()
        owner: Indicator = self.board.catalogue[self.rule.list]
        parts = next(one.parts for one in owner.fields if one.id == self.rule.left[0])
        fields = self.board.lists.tables[self.rule.list][1]
        return parts[0] if all(name in fields for name in parts[0]) else ()

    def _cells(self, name: str) -> str:
        return self.board.lists.cells(self.rule.list, name)[0]

    def _added(self, names: Sequence[str]) -> str:
        return "+".join(map(self._cells, names))
