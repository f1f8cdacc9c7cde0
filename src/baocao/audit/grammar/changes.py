"""Changes: "tăng x so với năm 2022 là y", "giảm từ x xuống y"; for places in a ranking less is more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from baocao.audit.grammar.matching import Match, Sentences
from baocao.audit.grammar.phrase_lists import phrase_lists
from baocao.audit.grammar.quantities import Figure, Figures, halves
from baocao.audit.scanning.kinds import Kind
from baocao.audit.statements import Direction, Relation, Role, Spot, Statement

KIND, RANK_KIND = "tang-giam", "xep-hang"
_FILE = "quanh-so.yaml"
_ROLES = (("moi", Role.NEW), ("cu", Role.OLD), ("chenh", Role.DIFFERENCE))
_AGAIN = ("them", "sau")
_LATEST = "9999"
_PLACES = "bậc"
_BEHIND = 5


def changes(sentences: Sentences) -> Iterator[Statement]:
    """The changes that the document tells, each new value and each difference once."""
    for sentence in sentences.lines:
        yield from _in_sentence(sentences, sentence)


def _in_sentence(sentences: Sentences, sentence: int) -> Iterator[Statement]:
    read: set[Spot] = set()
    for match in sentences.matches(sentence, KIND):
        figures = sentences.figures.in_text_order(sentence)
        match = _with_better_new(_in_time(_halved(match)), figures)
        match = _against_year(match, figures, _year_behind(sentences.figures, match))
        own = {match.figures[slot].quantity.spot for slot, _ in _ROLES if slot in match.figures}
        if read.isdisjoint(own) and _fits(match) and not _is_against_another(sentences.figures, match):
            read |= own
            yield _statement(match)
            yield from _said_again(match)


def _said_again(match: Match) -> Iterator[Statement]:
    """The same change told by another difference: "giảm 558 ngày, tương ứng giảm 30%".

    Which way it went is told once. When the old value is not told, the percentage is the share of the
    difference in it.
    """
    for again in (match.figures[slot] for slot in _AGAIN if slot in match.figures):
        if "cu" not in match.figures and again.quantity.unit == "%":
            if match.figures["chenh"].quantity.unit not in ("%", "lần"):
                yield _share_of_old(match, again)
        else:
            told = replace(match, figures={**match.figures, "chenh": again})
            if _fits(told):
                yield replace(_statement(told), direction=Direction.NONE)


def _share_of_old(match: Match, rate: Figure) -> Statement:
    roles = ((Role.NUMERATOR, match.figures["chenh"].quantity), (Role.RATE, rate.quantity))
    return Statement(Relation.SHARE, roles, match.spot, match.phrasing.name)


def _halved(match: Match) -> Match:
    """ "giảm 17% (44/53)": the new value and the old one stand before and behind one stroke."""
    both = match.figures.get("moicu")
    if both is None:
        return match
    new, old = halves(both)
    return replace(match, figures={**match.figures, "moi": new, "cu": old})


def _in_time(match: Match) -> Match:
    """ "Năm 2022 … 600, năm 2023 … 540": the value of the later year is the new one."""
    if "hai" not in match.figures:
        return match
    old, new = match.figures["mot"], match.figures["hai"]
    if _year(old) > _year(new):
        old, new = new, old
    return replace(match, figures={**match.figures, "moi": new, "cu": old})


def _year(figure: Figure) -> str:
    """The year that a figure speaks of; what names none is of the report's own, the latest."""
    return figure.quantity.period[-4:] or _LATEST


def _with_better_new(match: Match, figures: Sequence[Figure]) -> Match:
    """The match with the value that has the stated difference to the old one, when only another has it."""
    new, old, difference = (match.figures.get(slot) for slot, _ in _ROLES)
    if new is None or old is None or difference is None or _differ_by(new, old, difference):
        return match
    others = [item for item in figures if _may_be_new(item, new, old)]
    exact = [item for item in others if _differ_by(item, old, difference)]
    fitting = exact or (others if new.token.kind is not old.token.kind else [])
    return replace(match, figures={**match.figures, "moi": fitting[0]}) if len(fitting) == 1 else match


def _may_be_new(item: Figure, new: Figure, old: Figure) -> bool:
    """Whether an earlier figure counts what the old value counts."""
    earlier = item.quantity.spot.start < new.quantity.spot.start
    return earlier and item.token.kind is old.token.kind and item.quantity.unit in ("", old.quantity.unit)


def _differ_by(new: Figure, old: Figure, difference: Figure) -> bool:
    """Whether new and old are apart by the difference, absolutely or in percent."""
    apart, stated = abs(new.quantity.value - old.quantity.value), difference.quantity
    if apart == stated.value:
        return True
    before = old.quantity.value
    if stated.unit not in ("%", "lần") or before <= 0:
        return False
    actual = apart * 100 / before if stated.unit == "%" else new.quantity.value / before
    return abs(actual - stated.value) * 2 <= Decimal(10) ** -stated.places


def _statement(match: Match) -> Statement:
    roles = tuple((role, match.figures[slot].quantity) for slot, role in _ROLES if slot in match.figures)
    return Statement(
        Relation.CHANGE,
        roles,
        match.spot,
        match.phrasing.name,
        direction=_direction(match),
        is_rank=_is_rank(match),
    )


def _fits(match: Match) -> bool:
    """Whether new and old count the same: both rates, both "a/b", both money or both plain."""
    new, old, difference = (match.figures.get(slot) for slot, _ in _ROLES)
    if new is None or is_apart_by(new) or (old is not None and is_apart_by(old)):
        return False
    if difference is not None and not _may_differ_by(new, difference):
        return False
    if old is None:
        return True
    units = {new.quantity.unit, old.quantity.unit} - {""}
    alike = (new.token.kind is old.token.kind) and len(units) < 2
    if alike and new.quantity.of == old.quantity.of:
        return True
    return new.is_ratio and difference is not None and len(units) < 2 and _differ_by(new, old, difference)


def _year_behind(figures: Figures, match: Match) -> str:
    """The year in "tăng 5 bậc so với năm 2021" when it is told behind the difference; "" when none is."""
    difference, old = match.figures.get("chenh"), match.figures.get("cu")
    if difference is None or old is None or difference.quantity.spot.start < old.quantity.spot.start:
        return ""
    behind = figures.clauses[difference.clause].tokens[difference.unit_end : difference.unit_end + _BEHIND]
    words = [token.text.lower() for token in behind]
    years = [token.text for token in behind if token.kind is Kind.YEAR]
    return years[0] if years and words[:1] == ["so"] else ""


def _against_year(match: Match, figures: Sequence[Figure], year: str) -> Match:
    """The match with the old value of the year that the difference is told against; without, if none is."""
    old = match.figures.get("cu")
    if not year or old is None or _year(old) == year:
        return match
    told = [item for item in figures if _year(item) == year and item.token.kind is old.token.kind]
    fitting = [item for item in told if item.quantity.unit in ("", old.quantity.unit)]
    others = {slot: figure for slot, figure in match.figures.items() if slot not in ("cu", "mot", "hai")}
    return replace(match, figures={**others, "cu": fitting[0]} if len(fitting) == 1 else others)


def _is_against_another(figures: Figures, match: Match) -> bool:
    """ "540 đơn (quý I: 600 đơn, giảm 20 đơn so với quý IV)": the difference is one to a third value."""
    new, old, difference = (match.figures.get(slot) for slot, _ in _ROLES)
    if new is None or old is None or difference is None or "hai" in match.figures:
        return False
    if difference.quantity.spot.start < old.quantity.spot.start or _differ_by(new, old, difference):
        return False
    behind = figures.clauses[difference.clause].tokens[difference.unit_end : difference.unit_end + 1]
    return [token.text.lower() for token in behind] == ["so"]


def is_apart_by(figure: Figure) -> bool:
    """ "so với cùng kỳ năm trước giảm 444 hồ sơ, giảm 11,07%": the 444 is how much less, not what was."""
    words = figure.before[-2:]
    lists = phrase_lists(_FILE)
    changed, added = lists["thay_doi"], lists["them"].words
    return changed.ends(words, len(words)) > 0 or (changed.starts(words, 0) > 0 and words[-1] in added)


def _may_differ_by(new: Figure, difference: Figure) -> bool:
    unit, own = difference.quantity.unit, new.quantity.unit
    if unit in ("%", "lần", own, ""):
        return True
    if unit == _PLACES:
        return new.token.kind is Kind.RATIO or not own
    return not own or (own == "%" and unit == "điểm")


def _direction(match: Match) -> Direction:
    if "tang" in match.words:
        return Direction.UP
    return Direction.DOWN if "giam" in match.words else Direction.NONE


def _is_rank(match: Match) -> bool:
    difference = match.figures.get("chenh")
    if difference is not None and difference.quantity.unit == _PLACES:
        return True
    named = (match.figures[slot] for slot in ("moi", "cu") if slot in match.figures)
    return any(map(_names_place, named))


def _names_place(figure: Figure) -> bool:
    """ "xếp hạng 11/12", "đứng thứ 5"."""
    if figure.is_ratio:
        return bool(phrase_lists(_FILE)["hang"].words.intersection(figure.before[-6:]))
    return phrase_lists(_FILE)["thu"].ends(figure.before, len(figure.before)) > 0


def ranks(sentences: Sentences) -> Iterator[Statement]:
    """The places in a ranking: "xếp hạng 11/12", "xếp thứ 3 trong 63"."""
    for sentence in sentences.lines:
        read: set[Spot] = set()
        for match in sentences.matches(sentence, RANK_KIND):
            statement = _rank(match)
            if statement.quantities[0][1].spot not in read:
                read.add(statement.quantities[0][1].spot)
                yield statement


def _rank(match: Match) -> Statement:
    count = match.figures.get("tren")
    place = (match.figures.get("tyso") or match.figures["hang"]).quantity
    if count is not None:
        place = replace(place, of=Decimal(count.quantity.value))
    return Statement(Relation.RANK, ((Role.RANK, place),), match.spot, match.phrasing.name, is_rank=True)
