"""Where every figure of a form stands, and what the cells that compute say of it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from baocao.authoring.forms.cells import Cell
from baocao.authoring.forms.list_columns import UNKNOWN, Contents, ListColumns, cell, is_plain_nil
from baocao.authoring.forms.live import (
    EMPTY,
    NOTHING,
    Live,
    Test,
    added,
    both,
    choose,
    is_nil,
    literal,
    none_of,
    number_of,
    numbers,
    rate,
    said,
    typed_places,
)
from baocao.forms.conventions import CHECKS_NAME, FIRST_ROW, Role, SheetKind
from baocao.model.record import PeriodKind
from baocao.packs.catalogue import NUMERIC, Indicator, Kind, OverYears, list_field
from baocao.packs.judgement import margin

_SCALES = {"nghìn đồng": 3, "triệu đồng": 6, "tỷ đồng": 9, "nghìn tỷ đồng": 12}
SUMS, SUMS_SLACK = 2, 8
"""Columns of the sheet of checks with the sum of a list's column, and its slack."""


class Board:
    """The figures of a form by id.

    sums: row on the sheet of checks of each column of a list that a check or a sum needs.
    """

    def __init__(self, contents: Contents, sums: Iterable[str]) -> None:
        self.contents, self.form, self.filling = contents, contents.form, contents.filling
        self.before, self.decimals = contents.before, contents.record.unit.style.decimals
        self.catalogue = self.form.pack.catalogue
        self.sums = {item: FIRST_ROW + number for number, item in enumerate(sums)}
        self.lists = ListColumns(contents)
        self._values: dict[str, Decimal | None] = {}
        self._slacks: dict[str, Live] = {}

    def place_sums(self, first: int) -> None:
        """The sums of columns stand from this row on."""
        self.sums = {item: first + number for number, item in enumerate(self.sums)}

    def has(self, item: str) -> bool:
        """Whether a term of a check is a figure of this form."""
        id_, name = list_field(item)
        if name:
            return item in self.sums
        place = self.form.places.get(id_)
        return (
            place is not None and place[0].kind is SheetKind.FIGURES and self.catalogue[id_].kind in NUMERIC
        )

    def cell(self, id_: str, role: str) -> str:
        """The name of one cell of an entry; "" when its sheet has no such column."""
        sheet, row = self.form.places[id_]
        column = sheet.column(role)
        return cell(sheet.name, row, column) if column >= 0 else ""

    def typed(self, id_: str, role: str) -> Cell | None:
        """What is typed in a cell."""
        return self.filling.entries.get(id_, {}).get(role)

    def term(self, item: str) -> Live:
        """The number of a term: a figure in use, or the sum of a list's column."""
        id_, name = list_field(item)
        if name:
            return Live(cell(CHECKS_NAME, self.sums[item], SUMS), self.lists.total(id_, name))
        return Live(self.cell(id_, Role.IN_USE), self._in_use(id_))

    def slack(self, item: str) -> Live:
        """How far the number of a term may be off (0 for a blank); a word when it is no exact number."""
        id_, name = list_field(item)
        here = cell(CHECKS_NAME, self.sums[item], SUMS_SLACK) if name else self.cell(id_, Role.SLACK)
        found = self.lists.slack(item) if name else self.slack_of(id_)
        return Live(here, found.value, found.word)

    def in_use(self, id_: str) -> Live:
        """The formula of the number that sums, rates and checks take: typed, stated, or computed."""
        value, stated = self.cell(id_, Role.VALUE), self.cell(id_, Role.STATED)
        power = self._power(id_)
        computed = NOTHING if self.computed(id_) is None else self.cell(id_, Role.COMPUTED)
        last = f'IF(TRIM({value})="",{computed},{NOTHING})'
        text = (
            f"IF(ISNUMBER({value}),{power.format(value)},IF(ISNUMBER({stated}),{power.format(stated)},"
            f"IF({is_nil(value)},0,{last})))"
        )
        return Live(text, self._in_use(id_))

    def stated(self, id_: str) -> Live:
        """The number that is typed, as value or as stated figure."""
        value, stated = self.cell(id_, Role.VALUE), self.cell(id_, Role.STATED)
        return number_of(
            Live(value, self._typed(id_, Role.VALUE)),
            number_of(Live(stated, self._typed(id_, Role.STATED)), EMPTY),
        )

    def computed(self, id_: str) -> Live | None:
        """The formula of the sum, the rate or the stand-in; None for a figure that has none."""
        one = self.catalogue[id_]
        found = EMPTY
        if one.fallback and self.has(one.fallback):
            found = number_of(self.term(one.fallback), found)
        if one.numerator and one.denominator and self.has(one.numerator) and self.has(one.denominator):
            found = rate(self.term(one.numerator), self.term(one.denominator), self.places(one), found)
        for parts in reversed(self._breakdowns(one)):
            terms = [self.term(item) for item in parts]
            found = choose(both(numbers(terms), *self.alone(one, parts)), added(terms), found)
        return None if found is EMPTY else found

    def computed_cell(self, id_: str) -> Live:
        """The cell with what is computed; never a number for a figure that has no such formula."""
        made = self.computed(id_)
        return Live(self.cell(id_, Role.COMPUTED), made.value if made else None)

    def alone(self, one: Indicator, parts: tuple[str, ...]) -> list[Test]:
        """That no longer breakdown which holds all these parts has data for another part."""
        further = [self.term(item) for item in self.further(one, parts)]
        return [none_of(further)] if further else []

    def further(self, one: Indicator, parts: tuple[str, ...]) -> list[str]:
        """The other parts of the longer breakdowns that hold all these."""
        longer = (other for other in one.parts if set(parts) < set(other))
        found = dict.fromkeys(item for other in longer for item in other if item not in parts)
        return [item for item in found if self.has(item)]

    def slack_of(self, id_: str) -> Live:
        """The formula of a figure's slack."""
        if id_ not in self._slacks:
            self._slacks[id_] = literal(Decimal(0))  # an id met again on its own way is blank
            self._slacks[id_] = self._slack_of(id_)
        return self._slacks[id_]

    def _slack_of(self, id_: str) -> Live:
        if id_ in self.contents.elsewhere:
            return said(UNKNOWN)
        value, stated, hedge = (self.cell(id_, role) for role in (Role.VALUE, Role.STATED, Role.HEDGE))
        typed, words = self.typed(id_, Role.VALUE), self.typed(id_, Role.STATED)
        known = [item for item in (typed, words) if isinstance(item, Decimal)]
        number = Test(f"COUNT({value},{stated})>0", bool(known))
        nil = Test(is_nil(value), isinstance(typed, str) and is_plain_nil(typed))
        blank = Test(f'TRIM({value}&{stated})=""', typed is None and words is None)
        made = choose(blank, self._slack_made(self.catalogue[id_]), said(UNKNOWN))
        found = choose(number, self._margin(id_), choose(nil, literal(Decimal(0)), made))
        own = self.typed(id_, Role.HEDGE)
        return choose(Test(f'{hedge}<>""', own is not None), Live(hedge, None, str(own)), found)

    def _slack_made(self, one: Indicator) -> Live:
        """The slack of what is computed: that of its parts together."""
        over_years = (
            one.over_years is not OverYears.NONE and self.contents.record.period.kind is PeriodKind.SPAN
        )
        found = said(UNKNOWN) if over_years else literal(Decimal(0))
        if one.fallback and self.has(one.fallback):
            found = choose(numbers([self.term(one.fallback)]), self.slack(one.fallback), found)
        if one.numerator and one.denominator and self.has(one.numerator) and self.has(one.denominator):
            slacks = [self.slack(one.numerator), self.slack(one.denominator)]
            found = choose(numbers(slacks), found, said(UNKNOWN))
        for parts in reversed(self._breakdowns(one)):
            terms, slacks = [self.term(item) for item in parts], [self.slack(item) for item in parts]
            doubtful = [*slacks, *(self.slack(item) for item in self.further(one, parts))]
            found = choose(both(numbers(terms), *self.alone(one, parts)), added(slacks), found)
            found = choose(numbers(doubtful), found, said(UNKNOWN))
        return found

    def _margin(self, id_: str) -> Live:
        """The slack of a typed number: money in a larger unit is rounded."""
        if self.catalogue[id_].kind is not Kind.MONEY:
            return literal(Decimal(0))
        scale, typed = self.cell(id_, Role.SCALE), self.typed(id_, Role.SCALE)
        own, decimals = self.cell(id_, Role.DECIMALS), self.typed(id_, Role.DECIMALS)
        numbered = [self.typed(id_, role) for role in (Role.VALUE, Role.STATED)]
        number = next((item for item in numbered if isinstance(item, Decimal)), None)
        names = [Live(self.cell(id_, role)) for role in (Role.VALUE, Role.STATED)]
        counted = [typed_places(Live(name.text, number), 9) for name in names]
        places = max(int(counted[0].value or 0), int(decimals) if isinstance(decimals, Decimal) else 0)
        most = f"MAX({counted[0].text},{counted[1].text},{own})"
        found: Live = said(UNKNOWN)
        for name, power in _SCALES.items():
            half = Live(f"0.5*10^({power}-{most})", margin(power, places))
            found = choose(Test(f'{scale}="{name}"', typed == name), half, found)
        plain = Test(f'OR({scale}="",{scale}="đồng")', typed in (None, "đồng"))
        return choose(plain, literal(Decimal(0)), found)

    def places(self, one: Indicator) -> Live:
        """The decimals of a computed rate: its own cell, the catalogue's, the unit's."""
        usual = self.usual_places(one)
        typed, own = self.cell(one.id, Role.DECIMALS), self.typed(one.id, Role.DECIMALS)
        value = own if isinstance(own, Decimal) else Decimal(usual)
        return Live(f"IF(ISNUMBER({typed}),{typed},{usual})", value)

    def usual_places(self, one: Indicator) -> int:
        """The most decimals that a rate is printed with when it does not say so itself."""
        return self.decimals if one.decimals is None else one.decimals

    def previous(self, id_: str) -> Live:
        """Last year's number."""
        name, known = self.cell(id_, Role.BEFORE), self.before.get(id_)
        if known is not None and not isinstance(self.filling.before.get(id_), Decimal):
            return literal(known)
        if known is None and self.catalogue[id_].kind is Kind.RANK:
            return Live(
                f'IF(ISNUMBER({name}),{name},IFERROR(VALUE(LEFT({name},FIND("/",{name})-1)),{NOTHING}))'
            )
        return Live(name, known)

    def _breakdowns(self, one: Indicator) -> list[tuple[str, ...]]:
        known = [parts for parts in one.parts if all(map(self.has, parts))]
        return sorted(known, key=lambda parts: not all(list_field(item)[1] for item in parts))

    def _power(self, id_: str) -> str:
        """What is made of a typed number, which stands for {}: money in đồng."""
        name = self.cell(id_, Role.SCALE) if self.catalogue[id_].kind is Kind.MONEY else ""
        if not name:
            return "{}"
        power = "0"
        for words, known in _SCALES.items():
            power = f'IF({name}="{words}",{known},{power})'
        return f"ROUND({{}}*10^{power},0)"

    def _typed(self, id_: str, role: str) -> Decimal | None:
        found = self.typed(id_, role)
        if not isinstance(found, Decimal):
            return None
        scale = self.typed(id_, Role.SCALE)
        return found.scaleb(_SCALES.get(scale, 0)) if isinstance(scale, str) else found

    def _in_use(self, id_: str) -> Decimal | None:
        if id_ in self._values:
            return self._values[id_]
        self._values[id_] = None  # an id met again on its own way is blank
        found = self._typed(id_, Role.VALUE)
        found = self._typed(id_, Role.STATED) if found is None else found
        words = self.typed(id_, Role.VALUE)
        if found is None and isinstance(words, str):
            found = Decimal(0) if is_plain_nil(words) else None
        elif found is None:
            made = self.computed(id_)
            found = made.value if made else None
        self._values[id_] = found
        return found
