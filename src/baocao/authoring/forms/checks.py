"""The checks of a pack (`packs.rules`) as rows of the sheet `Kiểm tra`: two sides, difference, mark."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from baocao.authoring.forms.board import Board
from baocao.authoring.forms.live import (
    EMPTY,
    NOTHING,
    SLACK,
    Live,
    literal,
    number_of,
    places_of,
    rate,
    total,
)
from baocao.derive.agreement import places_of as typed_places
from baocao.forms.conventions import Role, SheetKind
from baocao.packs.catalogue import list_field
from baocao.packs.rules import AT_MOST, Rule, RuleKind
from baocao.vietnamese.dates import parse_date

GOOD, BAD, CUT = "✓", "✗", "≈"
"""Agrees, does not agree, agrees when decimals are cut off instead of rounded."""

_EPOCH = dt.date(1899, 12, 30)


LEFT, PLACES = "@LEFT", "@PLACES"
"""Stand in formulas for the cells of a check's own row: its left side, the decimals of a stated rate."""


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One check. slack: how far the sides may differ. lower: of a date, the first day that is good.

    targets: what the check is about, each an indicator or a list. dated: the sides are days.
    """

    rule: Rule
    left: Live
    right: Live
    slack: str = SLACK
    lower: Decimal | None = None
    allowed: Decimal = Decimal(0)
    cut: Live = EMPTY
    dated: bool = False
    places: Live | None = None

    @property
    def targets(self) -> tuple[str, ...]:
        """Indicators and lists whose cells the check reads, in the order of the check."""
        names = (self.rule.list,) if self.rule.list else self.rule.terms
        return tuple(dict.fromkeys(list_field(item)[0] for item in names))


def needed_sums(rules: Iterable[Rule], board_lists: Iterable[str], parts: Iterable[str]) -> list[str]:
    """The columns of lists that checks and sums add up, each once."""
    known = set(board_lists)
    items = (*parts, *(item for rule in rules if not rule.list for item in rule.terms))
    return list(dict.fromkeys(item for item in items if list_field(item)[1] and list_field(item)[0] in known))


def check_rows(rules: Iterable[Rule], board: Board, days: Days) -> Iterator[CheckRow]:
    """The checks that the form can show, in the order of the rules."""
    maker = _Maker(board, days)
    for rule in rules:
        row = maker.make(rule)
        if row is not None:
            yield row


@dataclass(frozen=True, slots=True)
class Days:
    """The days that dates are judged by: the period's first and last; the cell of the report's own date."""

    first: dt.date
    last: dt.date
    own_cell: str
    own_text: str
    yearly: bool


class _Maker:
    def __init__(self, board: Board, days: Days) -> None:
        self.board, self.days = board, days
        self.kinds: dict[RuleKind, Callable[[Rule], CheckRow | None]] = {
            RuleKind.SUM: self._sides,
            RuleKind.WITHIN: self._sides,
            RuleKind.OWN: self._sides,
            RuleKind.RATE: self._rate,
            RuleKind.SHARES: self._shares,
            RuleKind.RANK: self._limit,
            RuleKind.POINTS: self._limit,
            RuleKind.CARRIED: self._carried,
            RuleKind.DATES: self._date,
        }

    def make(self, rule: Rule) -> CheckRow | None:
        if rule.list:
            return self._rows(rule)
        make = self.kinds.get(rule.kind)
        return make(rule) if make else None

    def _sides(self, rule: Rule) -> CheckRow | None:
        if not all(map(self.board.has, rule.terms)):
            return None
        left, right = (
            total([self.board.term(item) for item in side], EMPTY) for side in (rule.left, rule.right)
        )
        return CheckRow(rule, left, self._judged(rule, right))

    def _judged(self, rule: Rule, side: Live) -> Live:
        """The side, unless a hedge stands before a figure or a longer breakdown has more parts."""
        hedges = [item for item in rule.terms if not list_field(item)[1]]
        text = "&".join(self.board.cell(item, Role.HEDGE) for item in hedges) or NOTHING
        conditions, open_ = [f'{text}=""'], not any(self.board.typed(item, Role.HEDGE) for item in hedges)
        for longer in rule.unless:
            others = [item for item in longer if item not in rule.right and self.board.has(item)]
            terms = [self.board.term(item) for item in others]
            if terms:
                conditions.append(f"COUNT({','.join(item.text for item in terms)})=0")
                open_ = open_ and all(item.value is None for item in terms)
        return Live(f"IF(AND({','.join(conditions)}),{side.text},{NOTHING})", side.value if open_ else None)

    def _rate(self, rule: Rule) -> CheckRow | None:
        if not all(map(self.board.has, rule.terms)):
            return None
        stated = self.board.stated(rule.left[0])
        places = self._own_places(rule.left[0], stated, LEFT)
        numerator, denominator = (self.board.term(item) for item in rule.right)
        computed = rate(numerator, denominator, Live(PLACES, places.value), EMPTY)
        over, under = numerator.text, denominator.text
        text = f"IF(ISNUMBER({LEFT}),{computed.text},{NOTHING})"
        value = computed.value if stated.value is not None else None
        cut = Live(f"ROUNDDOWN(100*{over}/{under}+{SLACK},{PLACES})")
        if value is not None and numerator.value is not None and denominator.value:
            step = Decimal(1).scaleb(-int(places.value or 0))
            cut = Live(cut.text, (100 * numerator.value / denominator.value) // step * step)
        return CheckRow(rule, stated, self._judged(rule, Live(text, value)), cut=cut, places=places)

    def _own_places(self, id_: str, stated: Live, number: str) -> Live:
        """The decimals that a stated number, which stands in the cell `number`, is typed with."""
        cell, own = self.board.cell(id_, Role.DECIMALS), self.board.typed(id_, Role.DECIMALS)
        counted = own if isinstance(own, Decimal) else Decimal(_places(stated.value))
        text = f"IF(ISNUMBER({number}),{places_of(number)},0)"
        return Live(f"IF(ISNUMBER({cell}),{cell},{text})", counted)

    def _shares(self, rule: Rule) -> CheckRow | None:
        if not all(map(self.board.has, rule.left)):
            return None
        stated = [self.board.stated(item) for item in rule.left]
        computed = ",".join(self.board.cell(item, Role.COMPUTED) for item in rule.left)
        all_computed = all(
            (made := self.board.computed(item)) and made.value is not None for item in rule.left
        )
        side = total(stated, EMPTY)
        left = Live(
            f"IF(COUNT({computed})<{len(stated)},{side.text},{NOTHING})", None if all_computed else side.value
        )
        slack = "+".join(
            f"0.5*10^-({self._own_places(item, one, one.text).text})"
            for item, one in zip(rule.left, stated, strict=True)
        )
        allowed = sum((Decimal(5).scaleb(-_places(one.value) - 1) for one in stated), Decimal(0))
        return CheckRow(
            rule, self._judged(rule, left), literal(Decimal(100)), f"{slack}+{SLACK}", allowed=allowed
        )

    def _limit(self, rule: Rule) -> CheckRow | None:
        id_ = rule.left[0]
        if not self.board.has(id_) or not self.board.cell(id_, Role.TOTAL):
            return None
        most = self.board.catalogue[id_].maximum
        typed = self.board.typed(id_, Role.TOTAL)
        own = Live(self.board.cell(id_, Role.TOTAL), typed if isinstance(typed, Decimal) else None)
        return CheckRow(rule, self.board.term(id_), number_of(own, EMPTY if most is None else literal(most)))

    def _carried(self, rule: Rule) -> CheckRow | None:
        if not self.days.yearly or not all(map(self.board.has, rule.terms)):
            return None
        before = self.board.previous(rule.right[0])
        left = self.board.term(rule.left[0])
        return CheckRow(rule, left, self._judged(rule, number_of(before, EMPTY)))

    def _date(self, rule: Rule) -> CheckRow | None:
        id_ = rule.left[0]
        place = self.board.form.places.get(id_)
        if place is None:
            return None
        role = "ngay" if place[0].kind is SheetKind.DOCUMENTS else Role.VALUE
        left = _day(self.board.cell(id_, role), str(self.board.typed(id_, role) or ""))
        if rule.right == ("ky",):
            last, first = _serial(self.days.last), _serial(self.days.first)
            return CheckRow(rule, left, literal(last), lower=first, dated=True)
        return CheckRow(rule, left, _day(self.days.own_cell, self.days.own_text), dated=True)

    def _rows(self, rule: Rule) -> CheckRow | None:
        """How many rows of a list break the rule; the rule asks for none."""
        summed = rule.kind in (RuleKind.SUM, RuleKind.WITHIN, RuleKind.OWN)
        fields = self.board.tables[rule.list][1] if rule.list in self.board.tables else {}
        if not summed or not all(name in fields for name in rule.terms):
            return None
        left, right = (self._row_side(rule, side) for side in (rule.left, rule.right))
        gap = f"{left}-({right})"
        wrong = f"{gap}>{SLACK}" if rule.relation == AT_MOST else f"ABS({gap})>{SLACK}"
        numbers = "*".join(f"ISNUMBER({self.board.columns(rule.list, name)[0]})" for name in rule.terms)
        some = f"SUMPRODUCT({numbers})"
        text = f"IFERROR(IF({some}>0,SUMPRODUCT({numbers}*({wrong})),{NOTHING}),{NOTHING})"
        return CheckRow(rule, Live(text, self._wrong_rows(rule)), literal(Decimal(0)))

    def _row_side(self, rule: Rule, side: Sequence[str]) -> str:
        return "+".join(self.board.columns(rule.list, name)[0] for name in side)

    def _wrong_rows(self, rule: Rule) -> Decimal | None:
        rows = self.board.rows(rule.list)
        if any(isinstance(row.get(name), str) for row in rows for name in rule.terms):
            return None
        full = [row for row in rows if all(isinstance(row.get(name), Decimal) for name in rule.terms)]
        gaps = [_side(row, rule.left) - _side(row, rule.right) for row in full]
        wrong = [gap for gap in gaps if (gap > 0 if rule.relation == AT_MOST else gap != 0)]
        return Decimal(len(wrong)) if full else None


def _side(row: Mapping[str, object], names: Sequence[str]) -> Decimal:
    return sum((item for name in names if isinstance(item := row.get(name), Decimal)), Decimal(0))


def _places(number: Decimal | None) -> int:
    return 0 if number is None else min(typed_places(number), 3)


def _serial(day: dt.date) -> Decimal:
    return Decimal((day - _EPOCH).days)


def _day(cell: str, typed: str) -> Live:
    """The day that a cell says as 25/3/2024, or as a date of Excel's own."""
    first = f'FIND("/",{cell})'
    second = f'FIND("/",{cell},{first}+1)'
    year, day = f"VALUE(RIGHT(TRIM({cell}),4))", f"VALUE(LEFT({cell},{first}-1))"
    month = f"VALUE(MID({cell},{first}+1,{second}-{first}-1))"
    text = f"IFERROR(IF(ISNUMBER({cell}),{cell},DATE({year},{month},{day})),{NOTHING})"
    parsed = parse_date(typed) if typed.count("/") == 2 and typed[:1].isdigit() else None
    return Live(text, _serial(parsed.day) if parsed and parsed.day else None)
