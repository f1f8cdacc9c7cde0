"""The words around a rate: whether it is a change, held against a plan, or of something else than a count."""

from __future__ import annotations

from collections.abc import Iterable

from baocao.audit.grammar.concepts import concepts_in, levels_of
from baocao.audit.grammar.phrase_lists import PhraseList, phrase_lists, small_words
from baocao.audit.grammar.quantities import Figure, Figures

_BEHIND = 5


def _words(name: str) -> PhraseList:
    return phrase_lists("quanh-ty-le.yaml")[name]


def are_filling(words: Iterable[str]) -> bool:
    """Whether words between a count and its rate name nothing: "đạt tỷ lệ", "chiếm"."""
    return _words("chu_dem").words.issuperset(words)


def naming_no_count() -> frozenset[str]:
    """The words of "tổng số hồ sơ đã tiếp nhận" that name no count."""
    return _words("khong_ten").words


def is_put_behind(rate: Figure, over: Figure) -> bool:
    """ "đúng hạn đạt 63,41% (47 hồ sơ)": a count told right behind its rate."""
    return rate.quantity.spot.start < over.quantity.spot.start and are_filling(over.before)


def is_planned(rate: Figure) -> bool:
    """ "đạt 105% kế hoạch", "bằng 96% so với dự toán"."""
    after = rate.after[_words("so_sanh").starts(rate.after, 0) :]
    return bool(after) and after[0] in _words("ke_hoach").openings


def is_change(rate: Figure) -> bool:
    """Whether the words before a rate say that something rose or fell by it."""
    return bool(_words("thay_doi").words.intersection(rate.before[-4:]))


def counts_something(rate: Figure) -> bool:
    """Whether a rate is of what follows it: "12 xã đạt 100% chỉ tiêu", not "12 xã, đạt 80% tổng số xã"."""
    return bool(rate.after) and rate.after[0] not in _words("cua_tong").words


def is_compared(figures: Figures, rate: Figure) -> bool:
    """Whether a rate is held against another time: "bằng 96% so với cùng kỳ"."""
    tokens = figures.clauses[rate.clause].tokens[rate.unit_end : rate.unit_end + _BEHIND]
    return _words("so_voi").starts(small_words(tokens), 0) > 0


def is_linked(rate: Figure, over: Figure, known: frozenset[str] = frozenset()) -> bool:
    """Whether the rate's own words do not speak of something else ("tỷ lệ hài lòng đạt c%")."""
    own = own_concepts(rate)
    told = over.quantity.concepts | known
    if own:
        return bool(own & told)
    words = set(rate.before) - _words("chu_dem").words
    noun = {*over.before, *over.after, *over.quantity.unit.split()}
    return not words or bool(noun.intersection(words)) or "tỷ" not in rate.before


def own_concepts(rate: Figure) -> frozenset[str]:
    """What the words before a rate mean, levels of government left out."""
    found = concepts_in(rate.before)
    return found - levels_of(found)
