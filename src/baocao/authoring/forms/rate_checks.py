"""Checks of stated rates, and of the shares of one whole, as rows of the sheet `Kiểm tra`."""

from __future__ import annotations

from decimal import Decimal

from baocao.authoring.forms.allowed import (
    Ends,
    allowed_gap,
    cut_share,
    exact_share,
    knows_hedge,
    money_end,
    right_share,
    share_slacks,
)
from baocao.authoring.forms.check_making import RIGHT, CheckRow, Making, helper
from baocao.authoring.forms.live import (
    EMPTY,
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
    numbers,
    shown_rate,
    total,
    typed_places,
)
from baocao.forms.conventions import Role
from baocao.packs.catalogue import Kind, list_field
from baocao.packs.rules import Rule


def rate_row(making: Making, rule: Rule) -> CheckRow:
    """A stated rate against its parts; a computed one against what it may be at most."""
    board, id_ = making.board, rule.left[0]
    one, cell = board.catalogue[id_], board.computed_cell(id_)
    typed, own, slacks = board.stated(id_), board.slack(id_), making.slacks(rule.right)
    places = _places(making, id_, typed)
    last = Live(helper(0), places.value)
    over, under = making.terms(rule.right)
    stated = number_in(typed)
    most = literal(Decimal(100) if one.maximum is None else one.maximum)
    beyond = (cell.value or Decimal(0)) > (most.value or Decimal(0))
    judged = both(numbers(slacks), knows_hedge(own))
    exceeds = both(number_in(cell), Test(f"{cell.text}>{most.text}", beyond), number_in(own))
    limited = choose(exceeds, cell, EMPTY) if _has_own_limit(making, rule) else EMPTY
    left = choose(stated, shown_rate(typed, last), limited)
    exact = choose(number_in(own), right_share(typed, over, under, last), exact_share(over, under))
    right = choose(judged, choose(stated, exact, most), EMPTY)
    allowed = _rate_span(making, rule, slacks, last, own, right)
    cut = cut_share(typed, own, over, under, last)
    return making.row(rule, left, right, allowed, cut=cut, helpers=(places,))


def _has_own_limit(making: Making, rule: Rule) -> bool:
    """Whether no other rule says that the computed rate is too large, and it is computed of these two."""
    one = making.board.catalogue[rule.left[0]]
    pairs = {(other.left, other.right) for other in making.board.catalogue.within.get("", ())}
    return not one.fallback and not one.parts and ((rule.right[0],), (rule.right[1],)) not in pairs


def _rate_span(making: Making, rule: Rule, slacks: list[Live], places: Live, own: Live, right: Live) -> Ends:
    """Of money in larger units: what the rate may be by the rounding of its parts."""
    plain = allowed_gap(rule, [], hedge=own)
    catalogue = making.board.catalogue
    if not any(catalogue[list_field(item)[0]].kind is Kind.MONEY for item in rule.right):
        return plain
    over, under = making.terms(rule.right)
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


def _places(making: Making, id_: str, typed: Live) -> Live:
    """The decimals that a stated rate is printed with: its own, else those typed within the house's."""
    usual = making.board.places(making.board.catalogue[id_])
    own, given = making.board.cell(id_, Role.DECIMALS), making.board.typed(id_, Role.DECIMALS)
    counted = typed_places(typed, making.board.usual_places(making.board.catalogue[id_]))
    return choose(Test(f"ISNUMBER({own})", isinstance(given, Decimal)), usual, counted)


def shares_row(making: Making, rule: Rule) -> CheckRow:
    """All rates of one whole: some are typed, and not all can be computed."""
    board = making.board
    shares, slacks = making.terms(rule.left), making.slacks(rule.left)
    stated = [board.stated(id_) for id_ in rule.left]
    computed = [
        Live(board.cell(id_, Role.COMPUTED), (board.computed(id_) or EMPTY).value) for id_ in rule.left
    ]
    words = ",".join(is_nil(board.cell(id_, Role.VALUE)) for id_ in rule.left)
    nil = any(isinstance(board.typed(id_, Role.VALUE), str) for id_ in rule.left)
    decimals, printed = [], []
    for place, (id_, share, typed) in enumerate(zip(rule.left, shares, stated, strict=True)):
        house = board.places(board.catalogue[id_])
        decimals.append(choose(number_in(typed), _places(making, id_, typed), house))
        rounded = shown_rate(share, Live(helper(place), decimals[-1].value))
        printed.append(choose(number_in(share), rounded, EMPTY))
    judged = both(numbers(slacks), no(none_of(stated)), no(numbers(computed)), no(Test(f"OR({words})", nil)))
    known = [Live(helper(place), one.value) for place, one in enumerate(printed, len(decimals))]
    left = choose(judged, total(known, EMPTY), EMPTY)
    places = [Live(helper(place), one.value) for place, one in enumerate(decimals)]
    high = choose(numbers(known), share_slacks(known, places), EMPTY)
    low = choose(
        numbers(known),
        Live(f"-({share_slacks(known, places).text})", -(high.value or Decimal(0))),
        EMPTY,
    )
    return making.row(rule, left, literal(Decimal(100)), (low, high), helpers=(*decimals, *printed))
