"""The checks of a pack (`packs.rules`) as rows of the sheet `Kiểm tra`: two sides, what is allowed, mark.

Nothing is judged here. Formulas are made of `packs.judgement`; the mark stored beside one is the verdict of
`derive.judging` on the figures as the form's cells say them (`figures.ground_of`).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from baocao.authoring.forms.allowed import (
    Ends,
    allowed_gap,
    exact_share,
    knows_hedge,
    money_end,
    share_slacks,
)
from baocao.authoring.forms.board import Board
from baocao.authoring.forms.live import (
    EMPTY,
    NOTHING,
    SLACK,
    Live,
    Test,
    added,
    both,
    choose,
    is_nil,
    literal,
    no,
    none_of,
    number_in,
    number_of,
    numbers,
    rate,
    shown_rate,
    total,
    typed_places,
)
from baocao.authoring.forms.row_checks import judged_rows, shows_rows
from baocao.derive.agreement import Verdict
from baocao.derive.ground import Ground
from baocao.derive.judging import Failure, Judged, bounds, judge
from baocao.derive.spots import Scope
from baocao.forms.conventions import Role, SheetKind
from baocao.packs.catalogue import Kind, list_field
from baocao.packs.judgement import LEAST_PARTS
from baocao.packs.rules import Rule, RuleKind
from baocao.vietnamese.dates import parse_date

GOOD, BAD, CUT = "✓", "✗", "≈"
"""Agrees, does not agree, agrees when decimals are cut off instead of rounded."""

LEFT, RIGHT = "@LEFT", "@RIGHT"
"""Stand in formulas for the cells of a check's own row."""
HELPER = re.compile(r"@HELPER(\d+)@")

_EPOCH = dt.date(1899, 12, 30)
_ZERO = literal(Decimal(0))
_DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")


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


def helper(number: int) -> str:
    """Stands in formulas for the cell of one of a check's own helpers."""
    return f"@HELPER{number}@"


def mark_of(judged: Judged) -> str:
    """How a verdict is shown."""
    verdict = judged.verdict if isinstance(judged, Failure) else judged
    marks = {Verdict.AGREES: GOOD, Verdict.TRUNCATED: CUT, Verdict.DIFFERS: BAD}
    return marks[verdict] if verdict is not None else ""


class _Maker:
    def __init__(self, board: Board, ground: Ground, days: Days) -> None:
        self.board, self.ground, self.days = board, ground, days
        self.kinds: dict[RuleKind, Callable[[Rule], CheckRow]] = {
            RuleKind.SUM: self._sum,
            RuleKind.WITHIN: self._sides,
            RuleKind.OWN: self._sides,
            RuleKind.RATE: self._rate,
            RuleKind.SHARES: self._shares,
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

    def _row(self, rule: Rule, left: Live, right: Live, allowed: Ends, **more: Any) -> CheckRow:
        known = left.value is not None and right.value is not None
        mark = mark_of(judge(rule, Scope(self.ground))) if known else ""
        return CheckRow(rule, left, right, *allowed, mark, **more)

    def _terms(self, items: Iterable[str]) -> list[Live]:
        return [self.board.term(item) for item in items]

    def _slacks(self, items: Iterable[str]) -> list[Live]:
        return [self.board.slack(item) for item in items]

    def _sides(self, rule: Rule) -> CheckRow:
        slacks = self._slacks(rule.terms)
        left = total(self._terms(rule.left), EMPTY)
        right = choose(numbers(slacks), total(self._terms(rule.right), EMPTY), EMPTY)
        return self._row(rule, left, right, allowed_gap(rule, slacks))

    def _sum(self, rule: Rule) -> CheckRow:
        """The whole against its parts; or against those given, when they exceed it already."""
        whole, parts = self.board.term(rule.left[0]), self._terms(rule.right)
        slack, slacks = self.board.slack(rule.left[0]), self._slacks(rule.right)
        one = self.board.catalogue[rule.left[0]]
        judged = both(
            number_in(whole), numbers(slacks), knows_hedge(slack), *self.board.alone(one, rule.right)
        )
        further = self.board.further(one, rule.right)
        if further:
            judged = both(judged, numbers(self._slacks(further)))
        partial = self._partial(rule, whole, parts, [slack, *slacks]) if len(parts) > LEAST_PARTS else EMPTY
        right = choose(judged, choose(numbers(parts), added(parts), partial), EMPTY)
        return self._row(rule, whole, right, allowed_gap(rule, [slack, *slacks], hedge=slack))

    def _partial(self, rule: Rule, whole: Live, parts: list[Live], slacks: list[Live]) -> Live:
        """The sum of the parts given, when it is more than the whole may be and no breakdown by itself."""
        given = sum(item.value is not None for item in parts)
        names = ",".join(item.text for item in parts)
        tests = [Test(f"COUNT({names})>={LEAST_PARTS}", given >= LEAST_PARTS), number_in(slacks[0])]
        for other in self.board.catalogue[rule.left[0]].parts:
            if set(other) < set(rule.right) and all(map(self.board.has, other)):
                all_ = Test(f"COUNT({names})={len(other)}", given == len(other))
                tests.append(no(both(all_, numbers(self._terms(other)))))
        most, allowed = added(parts), added([whole, *slacks])
        beyond = (most.value or Decimal(0)) > (allowed.value or Decimal(0))
        tests.append(Test(f"{most.text}>{allowed.text}+{SLACK}", beyond))
        return choose(both(*tests), most, EMPTY)

    def _rate(self, rule: Rule) -> CheckRow:
        """A stated rate against its parts; a computed one against what it may be at most."""
        board, id_ = self.board, rule.left[0]
        one, cell = board.catalogue[id_], board.computed_cell(id_)
        typed, own, slacks = board.stated(id_), board.slack(id_), self._slacks(rule.right)
        places = self._places(id_, typed)
        last = Live(helper(0), places.value)
        over, under = self._terms(rule.right)
        stated = number_in(typed)
        most = literal(Decimal(100) if one.maximum is None else one.maximum)
        beyond = (cell.value or Decimal(0)) > (most.value or Decimal(0))
        judged = both(numbers(slacks), knows_hedge(own))
        exceeds = both(number_in(cell), Test(f"{cell.text}>{most.text}", beyond), number_in(own))
        limited = choose(exceeds, cell, EMPTY) if self._has_own_limit(rule) else EMPTY
        left = choose(stated, shown_rate(typed, last), limited)
        exact = choose(number_in(own), rate(over, under, last, EMPTY), exact_share(over, under))
        right = choose(judged, choose(stated, exact, most), EMPTY)
        allowed = self._rate_span(rule, slacks, last, own, right)
        cut = Live(f"ROUNDDOWN(100*{over.text}/{under.text}+{SLACK},{last.text})")
        return self._row(rule, left, right, allowed, cut=cut, helpers=(places,))

    def _has_own_limit(self, rule: Rule) -> bool:
        """Whether no other rule says that the computed rate is too large, and it is computed of these two."""
        one = self.board.catalogue[rule.left[0]]
        pairs = {(other.left, other.right) for other in self.board.catalogue.within.get("", ())}
        return not one.fallback and not one.parts and ((rule.right[0],), (rule.right[1],)) not in pairs

    def _rate_span(self, rule: Rule, slacks: list[Live], places: Live, own: Live, right: Live) -> Ends:
        """Of money in larger units: what the rate may be by the rounding of its parts."""
        plain = allowed_gap(rule, [], hedge=own)
        catalogue = self.board.catalogue
        if not any(catalogue[list_field(item)[0]].kind is Kind.MONEY for item in rule.right):
            return plain
        over, under = self._terms(rule.right)
        off, below = slacks
        step = Live(f"0.5*10^-{places.text}", Decimal(5).scaleb(-int(places.value or 0) - 1))
        rounded = Test(
            f"AND(ISNUMBER({own.text}),{added(slacks).text}>0)",
            own.value is not None and bool(added(slacks).value),
        )
        ends = []
        for sign, found in (("-", plain[0]), ("+", plain[1])):
            against = "+" if sign == "-" else "-"
            share = f"100*({over.text}{sign}{off.text})/({under.text}{against}{below.text})"
            text = f"{share}{sign}{step.text}-{RIGHT}"
            values = (over.value, under.value, off.value, below.value, right.value)
            value = money_end(sign, values, step.value or Decimal(0))  # type: ignore[arg-type]
            usable = Test(f"COUNT({RIGHT},{off.text},{below.text})=3", None not in values)
            ends.append(choose(both(rounded, usable), Live(text, value), found))
        return ends[0], ends[1]

    def _places(self, id_: str, typed: Live) -> Live:
        """The decimals that a stated rate is printed with: its own, else those typed within the house's."""
        usual = self.board.places(self.board.catalogue[id_])
        own, given = self.board.cell(id_, Role.DECIMALS), self.board.typed(id_, Role.DECIMALS)
        counted = typed_places(typed, self.board.usual_places(self.board.catalogue[id_]))
        return choose(Test(f"ISNUMBER({own})", isinstance(given, Decimal)), usual, counted)

    def _shares(self, rule: Rule) -> CheckRow:
        """All rates of one whole: some are typed, and not all can be computed."""
        board = self.board
        shares, slacks = self._terms(rule.left), self._slacks(rule.left)
        stated = [board.stated(id_) for id_ in rule.left]
        computed = [
            Live(board.cell(id_, Role.COMPUTED), (board.computed(id_) or EMPTY).value) for id_ in rule.left
        ]
        words = ",".join(is_nil(board.cell(id_, Role.VALUE)) for id_ in rule.left)
        nil = any(isinstance(board.typed(id_, Role.VALUE), str) for id_ in rule.left)
        decimals, printed = [], []
        for place, (id_, share, typed) in enumerate(zip(rule.left, shares, stated, strict=True)):
            house = board.places(board.catalogue[id_])
            decimals.append(choose(number_in(typed), self._places(id_, typed), house))
            rounded = shown_rate(share, Live(helper(place), decimals[-1].value))
            printed.append(choose(number_in(share), rounded, EMPTY))
        judged = both(
            numbers(slacks), no(none_of(stated)), no(numbers(computed)), no(Test(f"OR({words})", nil))
        )
        known = [Live(helper(place), one.value) for place, one in enumerate(printed, len(decimals))]
        left = choose(judged, total(known, EMPTY), EMPTY)
        places = [Live(helper(place), one.value) for place, one in enumerate(decimals)]
        high = choose(numbers(known), share_slacks(known, places), EMPTY)
        low = choose(
            numbers(known),
            Live(f"-({share_slacks(known, places).text})", -(high.value or Decimal(0))),
            EMPTY,
        )
        return self._row(rule, left, literal(Decimal(100)), (low, high), helpers=(*decimals, *printed))

    def _limit(self, rule: Rule) -> CheckRow:
        id_ = rule.left[0]
        most = self.board.catalogue[id_].maximum
        typed = self.board.typed(id_, Role.TOTAL)
        own = Live(self.board.cell(id_, Role.TOTAL), typed if isinstance(typed, Decimal) else None)
        right = number_of(own, EMPTY if most is None else literal(most))
        return self._row(rule, self.board.stated(id_), right, allowed_gap(rule, []))

    def _carried(self, rule: Rule) -> CheckRow:
        id_, before = rule.left[0], rule.right[0]
        typed = self.board.filling.before.get(before)
        known = Live(self.board.cell(before, Role.BEFORE), typed if isinstance(typed, Decimal) else None)
        slack = self.board.slack(id_)
        right = choose(number_in(slack), number_of(known, EMPTY), EMPTY)
        return self._row(rule, self.board.term(id_), right, allowed_gap(rule, [slack]))

    def _date(self, rule: Rule) -> CheckRow:
        id_ = rule.left[0]
        role = "ngay" if self.board.form.places[id_][0].kind is SheetKind.DOCUMENTS else Role.VALUE
        left = _day(self.board.cell(id_, role), str(self.board.typed(id_, role) or ""))
        if rule.right == ("ky",):
            first, last = bounds(self.ground.record.period)
            right = choose(Test(self.days.kept, True), literal(_serial(last)), EMPTY)
            low = literal(Decimal((first - last).days))
            return self._row(rule, left, right, (low, _ZERO), dated=True)
        right = _day(self.days.cell, self.days.text)
        return self._row(rule, left, right, allowed_gap(rule, []), dated=True)


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
