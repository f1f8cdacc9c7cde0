"""Complements: a total, a part of it and what is left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from baocao.audit.grammar.concepts import levels_of
from baocao.audit.grammar.matching import Match, Sentences
from baocao.audit.grammar.parts import Fit, may_count, units_fit
from baocao.audit.grammar.quantities import Figure, halves
from baocao.audit.grammar.rests import SURE, UNSURE, carried_over, how_sure
from baocao.audit.grammar.slips import is_slip
from baocao.audit.grammar.surroundings import Surroundings
from baocao.audit.statements import Quantity, Relation, Role, Spot, Statement

KIND = "con-lai"
_LIKELY = Decimal("0.9")
_FEW, _TENTH = Decimal(2), Decimal("0.1")


class _Told(NamedTuple):
    """What is told: the parts and the rest make the total. sure: how sure it is that they belong together."""

    total: Quantity
    parts: tuple[Quantity, ...]
    rest: Quantity
    sure: Decimal = Decimal(1)

    @property
    def holds(self) -> bool:
        return self.total.value == self.rest.value + sum(part.value for part in self.parts)


def complements(sentences: Sentences, totals: Mapping[Spot, Quantity]) -> Iterator[Statement]:
    """The complements that the document tells, each rest once. totals: of the parts of breakdowns."""
    around = Surroundings(sentences.figures)
    for sentence in sentences.lines:
        read: set[Spot] = set()
        for match in sentences.matches(sentence, KIND):
            rest = match.figures["con"].quantity.spot
            if rest in read:
                continue
            if "tong" in match.figures or "tyso" in match.figures:
                told = _told(match, around.of(sentence), totals)
            else:
                told = _told_before(match, around.of(sentence), around.just_before(sentence))
            if told is not None and _is_beyond(told) and carried_over(sentences.figures, rest.passage):
                told = None
            if told is not None:
                told = _weighed(sentences, match, told, around.of(sentence))
            if told is not None:
                read.add(rest)
                yield _statement(match, told)


def _weighed(sentences: Sentences, match: Match, told: _Told, figures: Sequence[Figure]) -> _Told | None:
    """What is told with how sure it is; None when it does not hold and may be meant otherwise.

    What is not called "còn lại" may be some of the rest, told in the counts that follow it.
    """
    if told.holds:
        return told
    part, rest = match.figures.get("phan") or match.figures["tyso"], match.figures["con"]
    sure = how_sure(sentences.figures, part, rest, match.words["loi"])
    if sure == UNSURE or (sure < SURE and any(_is_more(item, rest) for item in figures)):
        return None
    return told._replace(sure=min(sure, told.sure))


def _told(match: Match, figures: Sequence[Figure], totals: Mapping[Spot, Quantity]) -> _Told | None:
    """The reading of a match that adds up, else the plain one when no other total or part may be meant."""
    if "tyso" in match.figures:
        part, total = halves(match.figures["tyso"])
        plain = _plain(total, part, match.figures["con"])
        after = [item for item in figures if _is_more(item, match.figures["con"])]
        return None if plain is None or _goes_on(plain, after) else plain
    total, part, rest = (match.figures[slot] for slot in ("tong", "phan", "con"))
    before = [item for item in figures if _counts_like(item, rest) and _stands_before(item, rest)]
    for reading in _readings(before, rest):
        if reading.holds:
            return reading
    whole = [item for item in before if not _is_part_of(item, before, totals)]
    if len(whole) == 2 < len(before):
        before, (total, part) = whole, whole
    plain = _plain(total, part, rest)
    if plain is None and len(before) == 2 == len(figures) - 1:
        return _beyond(total, part, rest)
    after = [item for item in figures if _is_more(item, rest)]
    if plain is None or len(before) > 2 or _goes_on(plain, after):
        return None
    is_part = plain.total.spot in totals or totals.get(part.quantity.spot, plain.total) != plain.total
    return None if is_part else plain


def _is_part_of(item: Figure, figures: Sequence[Figure], totals: Mapping[Spot, Quantity]) -> bool:
    """Whether a figure breaks down another of them: "đã giải quyết 480 (trước hạn 300, đúng hạn 180)"."""
    total = totals.get(item.quantity.spot)
    return total is not None and any(other.quantity.spot == total.spot for other in figures)


def _goes_on(told: _Told, after: Sequence[Figure]) -> bool:
    """Whether the rest is told in several figures: "đang thực hiện 04, chưa thực hiện 01"."""
    left = told.total.value - told.rest.value - sum(part.value for part in told.parts)
    for item in after:
        left -= item.quantity.value
        if not left:
            return True
    return False


def _told_before(match: Match, figures: Sequence[Figure], earlier: Sequence[Figure]) -> _Told | None:
    """A part and a rest whose total is the one count like them in the sentence before.

    Figures that are far from adding up do not belong together.
    """
    part, rest = match.figures["phan"], match.figures["con"]
    before = [item for item in figures if _counts_like(item, rest) and _stands_before(item, rest)]
    wholes = [item for item in earlier if _counts_like(item, rest)]
    if len(before) != 1 or len(wholes) != 1:
        return None
    plain = _plain(wholes[0], part, rest)
    if plain is None or levels_of(plain.total.concepts) != levels_of(part.quantity.concepts):
        return None
    off = abs(plain.total.value - part.quantity.value - rest.quantity.value)
    return plain._replace(sure=_LIKELY) if off <= max(_FEW, plain.total.value * _TENTH) else None


def _readings(before: Sequence[Figure], rest: Figure) -> Iterator[_Told]:
    """A total with one part behind it, then with two."""
    counts = [item.quantity for item in before]
    for at, total in enumerate(counts):
        for next_at, part in enumerate(counts[at + 1 :], at + 1):
            yield _Told(total, (part,), rest.quantity)
            for other in counts[next_at + 1 :]:
                yield _Told(total, (part, other), rest.quantity)


def _plain(total: Figure, part: Figure, rest: Figure) -> _Told | None:
    whole = total.quantity
    fits = may_count(total) and all(
        units_fit(total, other) is Fit.GOOD
        and other.quantity.value <= whole.value
        and other.quantity.period == whole.period
        for other in (part, rest)
    )
    return _Told(whole, (part.quantity,), rest.quantity) if fits else None


def _is_beyond(told: _Told) -> bool:
    return told.total.value < max(told.rest.value, *(part.value for part in told.parts))


def _beyond(total: Figure, part: Figure, rest: Figure) -> _Told | None:
    """ "Tiếp nhận 44 hồ sơ, đã giải quyết 69 hồ sơ, còn lại 15 hồ sơ": more than all, by one slip."""
    told = _Told(total.quantity, (part.quantity,), rest.quantity, _LIKELY)
    fits = all(may_count(item) and units_fit(total, item) is Fit.GOOD for item in (total, part, rest))
    done = "tiep-nhan" in told.total.concepts and "giai-quyet" in part.quantity.concepts - told.total.concepts
    same = len({item.quantity.period for item in (total, part, rest)}) == 1
    left, whole = told.rest.value, told.total.value
    slips = (
        is_slip(whole, part.quantity.value + left),
        is_slip(part.quantity.value, whole - left),
        is_slip(left, whole - part.quantity.value),
    )
    return told if fits and done and same and any(slips) else None


def _counts_like(item: Figure, rest: Figure) -> bool:
    same = item.quantity.period == rest.quantity.period
    return same and not item.is_ratio and may_count(item) and units_fit(item, rest) is Fit.GOOD


def _is_more(item: Figure, rest: Figure) -> bool:
    return _counts_like(item, rest) and _stands_before(rest, item)


def _stands_before(item: Figure, other: Figure) -> bool:
    return item.quantity.spot.start < other.quantity.spot.start


def _statement(match: Match, told: _Told) -> Statement:
    parts = tuple((Role.PART, part) for part in told.parts)
    roles = ((Role.TOTAL, told.total), *parts, (Role.REST, told.rest))
    return Statement(Relation.COMPLEMENT, roles, match.spot, match.phrasing.name, told.sure)
