"""The checks of a pack (`packs.rules`) as rows of the sheet `Kiểm tra`: two sides, what is allowed, mark.

Nothing is judged here. Formulas are made of `packs.judgement`; the mark stored beside one is the verdict of
`derive.judging` on the figures as the form's cells say them (`figures.ground_of`).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import partial

from baocao.authoring.forms.allowed import allowed_gap, knows_hedge
from baocao.authoring.forms.board import Board
from baocao.authoring.forms.check_making import CheckRow, Days, Making, mark_of
from baocao.authoring.forms.live import (
    EMPTY,
    NOTHING,
    SLACK,
    Live,
    Test,
    added,
    both,
    choose,
    literal,
    no,
    number_in,
    number_of,
    numbers,
    total,
)
from baocao.authoring.forms.rate_checks import rate_row, shares_row
from baocao.authoring.forms.row_checks import judged_rows, shows_rows
from baocao.derive.ground import Ground
from baocao.derive.judging import bounds
from baocao.forms.conventions import Role, SheetKind
from baocao.packs.catalogue import list_field
from baocao.packs.judgement import LEAST_PARTS
from baocao.packs.rules import Rule, RuleKind
from baocao.vietnamese.dates import parse_date

_EPOCH = dt.date(1899, 12, 30)
_ZERO = literal(Decimal(0))
_DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")


def needed_sums(rules: Iterable[Rule], board_lists: Iterable[str], parts: Iterable[str]) -> list[str]:
    """The columns of lists that checks and sums add up, each once."""
    known = set(board_lists)
    items = (*parts, *(item for rule in rules if not rule.list for item in rule.terms))
    return list(dict.fromkeys(item for item in items if list_field(item)[1] and list_field(item)[0] in known))


def shown(rules: Iterable[Rule], board: Board) -> list[Rule]:
    """The checks that the form can show; `packs.judgement.NOT_IN_EXCEL` names the others."""
    return [rule for rule in rules if _is_shown(rule, board)]


def _is_shown(rule: Rule, board: Board) -> bool:
    if rule.list:
        return shows_rows(rule, board)
    match rule.kind:
        case RuleKind.WINDOW:
            return False
        case RuleKind.DATES:
            return rule.left[0] in board.form.places
        case RuleKind.RANK | RuleKind.POINTS:
            return board.has(rule.left[0]) and bool(board.cell(rule.left[0], Role.TOTAL))
        case RuleKind.CARRIED:
            return board.contents.goes_on and all(map(board.has, rule.terms))
    return all(map(board.has, rule.terms))


def check_rows(rules: Iterable[Rule], board: Board, ground: Ground, days: Days) -> Iterator[CheckRow]:
    """The rows of checks that are shown, in the order of the rules."""
    maker = _Maker(board, ground, days)
    return map(maker.make, rules)


class _Maker(Making):
    def __init__(self, board: Board, ground: Ground, days: Days) -> None:
        super().__init__(board, ground, days)
        self.kinds: dict[RuleKind, Callable[[Rule], CheckRow]] = {
            RuleKind.SUM: self._sum,
            RuleKind.WITHIN: self._sides,
            RuleKind.OWN: self._sides,
            RuleKind.RATE: partial(rate_row, self),
            RuleKind.SHARES: partial(shares_row, self),
            RuleKind.RANK: self._limit,
            RuleKind.POINTS: self._limit,
            RuleKind.CARRIED: self._carried,
            RuleKind.DATES: self._date,
        }

    def make(self, rule: Rule) -> CheckRow:
        if rule.list:
            left, judged = judged_rows(rule, self.board, self.ground)
            mark = mark_of(judged) if left.value is not None else ""
            return CheckRow(rule, left, _ZERO, _ZERO, _ZERO, mark)
        return self.kinds[rule.kind](rule)

    def _sides(self, rule: Rule) -> CheckRow:
        slacks = self.slacks(rule.terms)
        left = total(self.terms(rule.left), EMPTY)
        right = choose(numbers(slacks), total(self.terms(rule.right), EMPTY), EMPTY)
        return self.row(rule, left, right, allowed_gap(rule, slacks))

    def _sum(self, rule: Rule) -> CheckRow:
        """The whole against its parts; or against those given, when they exceed it already."""
        whole, parts = self.board.term(rule.left[0]), self.terms(rule.right)
        slack, slacks = self.board.slack(rule.left[0]), self.slacks(rule.right)
        one = self.board.catalogue[rule.left[0]]
        judged = both(
            number_in(whole), numbers(slacks), knows_hedge(slack), *self.board.alone(one, rule.right)
        )
        further = self.board.further(one, rule.right)
        if further:
            judged = both(judged, numbers(self.slacks(further)))
        partial = self._partial(rule, whole, parts, [slack, *slacks]) if len(parts) > LEAST_PARTS else EMPTY
        right = choose(judged, choose(numbers(parts), added(parts), partial), EMPTY)
        return self.row(rule, whole, right, allowed_gap(rule, [slack, *slacks], hedge=slack))

    def _partial(self, rule: Rule, whole: Live, parts: list[Live], slacks: list[Live]) -> Live:
        """The sum of the parts given, when it is more than the whole may be and no breakdown by itself."""
        given = sum(item.value is not None for item in parts)
        names = ",".join(item.text for item in parts)
        tests = [Test(f"COUNT({names})>={LEAST_PARTS}", given >= LEAST_PARTS), number_in(slacks[0])]
        for other in self.board.catalogue[rule.left[0]].parts:
            if set(other) < set(rule.right) and all(map(self.board.has, other)):
                all_ = Test(f"COUNT({names})={len(other)}", given == len(other))
                tests.append(no(both(all_, numbers(self.terms(other)))))
        most, allowed = added(parts), added([whole, *slacks])
        beyond = (most.value or Decimal(0)) > (allowed.value or Decimal(0))
        tests.append(Test(f"{most.text}>{allowed.text}+{SLACK}", beyond))
        return choose(both(*tests), most, EMPTY)

    def _limit(self, rule: Rule) -> CheckRow:
        id_ = rule.left[0]
        most = self.board.catalogue[id_].maximum
        typed = self.board.typed(id_, Role.TOTAL)
        own = Live(self.board.cell(id_, Role.TOTAL), typed if isinstance(typed, Decimal) else None)
        right = number_of(own, EMPTY if most is None else literal(most))
        return self.row(rule, self.board.stated(id_), right, allowed_gap(rule, []))

    def _carried(self, rule: Rule) -> CheckRow:
        id_, before = rule.left[0], rule.right[0]
        typed = self.board.filling.before.get(before)
        known = Live(self.board.cell(before, Role.BEFORE), typed if isinstance(typed, Decimal) else None)
        slack = self.board.slack(id_)
        right = choose(number_in(slack), number_of(known, EMPTY), EMPTY)
        return self.row(rule, self.board.term(id_), right, allowed_gap(rule, [slack]))

    def _date(self, rule: Rule) -> CheckRow:
        id_ = rule.left[0]
        role = "ngay" if self.board.form.places[id_][0].kind is SheetKind.DOCUMENTS else Role.VALUE
        left = _day(self.board.cell(id_, role), str(self.board.typed(id_, role) or ""))
        if rule.right == ("ky",):
            first, last = bounds(self.ground.record.period)
            right = choose(Test(self.days.kept, True), literal(_serial(last)), EMPTY)
            low = literal(Decimal((first - last).days))
            return self.row(rule, left, right, (low, _ZERO), dated=True)
        right = _day(self.days.cell, self.days.text)
        return self.row(rule, left, right, allowed_gap(rule, []), dated=True)


def _serial(day: dt.date) -> Decimal:
    return Decimal((day - _EPOCH).days)


def _day(cell: str, typed: str) -> Live:
    """The day that a cell says as 25/3/2024, or as a date of Excel's own."""
    first = f'FIND("/",{cell})'
    second = f'FIND("/",{cell},{first}+1)'
    year, day = f"VALUE(RIGHT(TRIM({cell}),4))", f"VALUE(LEFT({cell},{first}-1))"
    month = f"VALUE(MID({cell},{first}+1,{second}-{first}-1))"
    text = f"IFERROR(IF(ISNUMBER({cell}),{cell},DATE({year},{month},{day})),{NOTHING})"
    parsed = parse_date(typed) if _DAY.fullmatch(typed.strip()) else None
    return Live(text, _serial(parsed.day) if parsed and parsed.day else None)
