"""Quantities that a report states in two places: an index and its rank, a long number, a count told alike."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from baocao.audit.document import PassageKind
from baocao.audit.grammar.bullets import mark_of
from baocao.audit.grammar.concepts import concepts_in, dictionary
from baocao.audit.grammar.phrase_lists import PhraseList, small_words
from baocao.audit.grammar.quantities import Figure, Figures
from baocao.audit.grammar.rank_bases import behind_stroke
from baocao.audit.grammar.told_again import told_alike_again, told_in_notes, told_of_a_place
from baocao.audit.scanning.kinds import Kind
from baocao.audit.statements import Quantity, Relation, Role, Statement
from baocao.vietnamese.word_files import words_of

_FILE = "nhac-lai.yaml"
_LONG_NUMBER = 1000
_VERY_LONG_NUMBER = 10_000
_MOST_PLACES = 8
_OWN_WORDS = 4
_WORDS_BEHIND = 6
_SHORTEST, _LONGEST = 4, 12
_OWNER_WORDS = 6
_SURE = Decimal(1)
_LIKELY = Decimal("0.9")
_COMMITTEE = frozenset({"ubnd", "ủy", "ban", "nhân", "dân"})
_NOT_OWNER = frozenset(
    {
        "người",
        "tổ",
        "cá",
        "doanh",
        "đại",
        "năm",
        "đạt",
        "xếp",
        "là",
        "tăng",
        "giảm",
        "được",
        "đối",
        "vẫn",
        "còn",
        "có",
        "trên",
    }
)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """topics: concept -> its spellings. openings: what a topic, an aim or a rank may begin with."""

    topics: tuple[tuple[str, PhraseList], ...]
    ranks: PhraseList
    other: PhraseList
    differences: PhraseList
    aims: PhraseList
    filling: frozenset[str]
    openings: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The data of `nhac-lai.yaml`, read once."""
    source: dict[str, Any] = words_of(Path(__file__).with_name(_FILE))
    phrases = dictionary().phrases
    topics = tuple(
        (topic, PhraseList(words for words, own in phrases.items() if own == topic))
        for topic in source["chi_so"]
    )
    ranks, aims = PhraseList(source["hang"]), PhraseList(source["muc_tieu"])
    heard = (ranks, aims, *(spellings for _, spellings in topics))
    return Vocabulary(
        topics=topics,
        ranks=ranks,
        other=PhraseList(source["khong_phai"]),
        differences=PhraseList(source["chenh"]),
        aims=aims,
        filling=frozenset(word for phrase in source["chu_dem"] for word in phrase.split()),
        openings=frozenset(word for known in heard for word in known.openings),
    )


def restated(figures: Figures) -> Iterator[Statement]:
    """What is stated again, each group once.

    Indexes and ranks by what they measure, whose they are and their year; counts told in the same words;
    long numbers that are equal, which can only be found right.
    """
    told: dict[tuple[int, int], list[frozenset[tuple[int, int]]]] = defaultdict(list)
    again = (*told_in_notes(figures), *told_of_a_place(figures), *told_alike_again(figures))
    for confidence, group in (*_indexes(figures), *_told_alike(figures), *again, *_equal(figures)):
        key = frozenset((item.spot.passage, item.spot.start) for item in group)
        if len(key) > 1 and not any(key <= other for other in told[min(key)]):
            for member in key:
                told[member].append(key)
            yield _statement(group, confidence)


def _statement(group: Sequence[Quantity], confidence: Decimal) -> Statement:
    roles = tuple((Role.SAME, item) for item in group)
    return Statement(Relation.SAME, roles, group[-1].spot, "nhac-lai", confidence)


@dataclass(slots=True)
class _Topics:
    """What a clause speaks of, from token to token.

    owners: whose index, as typed behind "của". ranked: the first word of a rank. parted: the semicolons.
    aims: it speaks of a target.
    """

    places: list[int] = field(default_factory=lambda: [0])
    topics: list[str] = field(default_factory=lambda: [""])
    owners: list[tuple[str, ...]] = field(default_factory=lambda: [()])
    ranked: int | None = None
    parted: list[int] = field(default_factory=list)
    aims: bool = False

    def at(self, place: int) -> tuple[str, tuple[str, ...]]:
        """Topic and owner before a token."""
        known = bisect_right(self.places, place) - 1
        return self.topics[known], self.owners[known]


@dataclass(frozen=True, slots=True)
class _Index:
    """A figure of an index. kind: its unit, or "hạng"."""

    figure: Figure
    topic: str
    kind: str
    owner: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str, str]:
        """What it measures, in what, and of which time."""
        return self.topic, self.kind, self.figure.quantity.period


def _indexes(figures: Figures) -> Iterator[tuple[Decimal, list[Quantity]]]:
    groups: dict[tuple[str, str, str], list[_Index]] = {}
    for index in _index_figures(figures):
        groups.setdefault(index.key, []).append(index)
    for group in groups.values():
        for owned in _by_owner(group):
            by_passage: dict[int, set[Decimal]] = {}
            for item in owned:
                quantity = item.figure.quantity
                by_passage.setdefault(quantity.spot.passage, set()).add(quantity.value)
            if 1 < len(by_passage) <= _MOST_PLACES and all(
                len(values) == 1 for values in by_passage.values()
            ):
                yield _SURE, [item.figure.quantity for item in owned]
                yield from _of_others(owned)


def _of_others(ranks: Sequence[_Index]) -> Iterator[tuple[Decimal, list[Quantity]]]:
    """The numbers behind the strokes of one rank told again, where they are not the same."""
    behind = [back for item in ranks if (back := behind_stroke(item.figure.quantity))]
    if len(behind) == len(ranks) and len({back.value for back in behind}) > 1:
        yield _SURE, behind


def _by_owner(group: Sequence[_Index]) -> Iterator[list[_Index]]:
    """All of them when nobody else's index may be among them, else those of each owner."""
    owners = {item.owner for item in group if item.owner}
    longest = max(owners, key=len, default=())
    if all(longest[: len(owner)] == owner for owner in owners):
        yield list(group)
        return
    for owner in sorted(owners):
        yield [item for item in group if item.owner == owner]


def _index_figures(figures: Figures) -> Iterator[_Index]:
    known: list[_Topics] = []
    for place, clause in enumerate(figures.clauses):
        words = small_words(clause.tokens)
        spoken = _Topics()
        if clause.host is not None:
            topic, owner = known[clause.host].at(clause.after)
            around = known[clause.host]
            ranked = around.ranked is not None and around.ranked < clause.after
            spoken = _Topics([0], [topic], [owner], -1 if ranked else None, aims=around.aims)
        known.append(spoken)
        _hear(spoken, words)
        if figures.document.passages[clause.passage].kind is not PassageKind.CELL and not spoken.aims:
            indexes = (_index(figure, spoken) for figure in figures.in_clause(place))
            yield from (index for index in indexes if index is not None)


def _hear(spoken: _Topics, words: Sequence[str]) -> None:
    """Note where the words name an index or a rank."""
    known = vocabulary()
    for at, word in enumerate(words):
        if word == ";":
            spoken.parted.append(at)
        if word not in known.openings:
            continue
        for topic, phrases in known.topics:
            if size := phrases.starts(words, at):
                spoken.places.append(at)
                spoken.topics.append(topic)
                spoken.owners.append(_owner(words, at + size))
        spoken.aims = spoken.aims or known.aims.starts(words, at) > 0
        if spoken.ranked is None and known.ranks.starts(words, at):
            spoken.ranked = at


def _owner(words: Sequence[str], at: int) -> tuple[str, ...]:
    """ "của UBND Huyện" is ("huyện",)."""
    if at >= len(words) or words[at] != "của":
        return ()
    found: list[str] = []
    for word in words[at + 1 : at + 1 + _OWNER_WORDS]:
        if word in _NOT_OWNER or not word.isalpha():
            break
        if word not in _COMMITTEE:
            found.append(word)
    return tuple(found)


def _index(figure: Figure, spoken: _Topics) -> _Index | None:
    topic, owner = spoken.at(figure.at)
    near = figure.before[-_OWNER_WORDS:]
    known = vocabulary()
    if not topic or known.other.within(near, 0, len(near)) or known.differences.ends(near, len(near)):
        return None
    kind = _kind(figure, spoken, topic)
    return _Index(figure, topic, kind, owner) if kind else None


def _kind(figure: Figure, spoken: _Topics, topic: str) -> str:
    """ "điểm", "%" or "hạng"; "" for a figure that is not the index itself."""
    quantity = figure.quantity
    if figure.is_ratio:
        ranked = spoken.ranked is not None and spoken.ranked < figure.at
        return "hạng" if ranked and quantity.unit in ("", "huyện", "xã", "tỉnh", "đơn vị") else ""
    if quantity.unit == "điểm" and quantity.places:
        return "điểm" if _follows(figure, spoken) else ""
    return "%" if quantity.unit == "%" and topic in quantity.concepts else ""


def _follows(figure: Figure, spoken: _Topics) -> bool:
    """Whether no semicolon stands between the name of the index and the figure."""
    named = spoken.places[bisect_right(spoken.places, figure.at) - 1]
    return bisect_right(spoken.parted, figure.at) == bisect_right(spoken.parted, named)


def _told_alike(figures: Figures) -> Iterator[tuple[Decimal, list[Quantity]]]:
    """Two figures of running text that speak of the same thing, equal or one a slip of the other.

    Rates must be told in the same words but for filling ones; long counts by the same concepts.
    """
    groups: dict[tuple[object, ...], list[Quantity]] = {}
    for figure in figures.all:
        quantity = figure.quantity
        if quantity.unit and not figure.is_ratio and _runs(figures, quantity):
            told = quantity.concepts | _told_behind(figures, figure)
            for own in _own_words(figure):
                if told or own:
                    groups.setdefault((quantity.unit, quantity.period, told, own), []).append(quantity)
    for group in groups.values():
        if len(group) == len({item.spot.passage for item in group}) == 2 and _alike(*group):
            yield _LIKELY, group
    yield from _swapped(figures)


def _swapped(figures: Figures) -> Iterator[tuple[Decimal, list[Quantity]]]:
    """Two long numbers of the same things of which one has two neighbouring digits of the other swapped."""
    known: dict[tuple[object, ...], Quantity] = {}
    for figure in figures.all:
        quantity = figure.quantity
        if not quantity.unit or quantity.unit == "%" or not _runs(figures, quantity):
            continue
        digits, told = _digits(quantity), quantity.concepts | _told_behind(figures, figure)
        key = (quantity.unit, quantity.period, told)
        if not _SHORTEST <= len(digits) <= _LONGEST or quantity.value < _LONG_NUMBER:
            continue
        for at in range(len(digits) - 1):
            other = known.get((*key, digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]))
            if other and digits[at] != digits[at + 1] and other.spot.passage != quantity.spot.passage:
                yield _LIKELY, [other, quantity]
                break
        known.setdefault((*key, digits), quantity)


def _told_behind(figures: Figures, figure: Figure) -> frozenset[str]:
    """The concepts of the words right behind a figure and its unit: "27.630 hồ sơ được tiếp nhận"."""
    words: list[str] = []
    for token in figures.clauses[figure.clause].tokens[figure.unit_end : figure.unit_end + _WORDS_BEHIND]:
        if token.kind is not Kind.WORD:
            break
        words.append(token.text.lower())
    return concepts_in(words)


def _own_words(figure: Figure) -> Iterator[frozenset[str]]:
    """What two figures must share besides their concepts; nothing for one that cannot be told alike."""
    quantity = figure.quantity
    words = frozenset(figure.before) - vocabulary().filling
    if quantity.unit in ("bậc", "điểm") or (quantity.unit == "%" and not quantity.places):
        return
    if len(words) >= _OWN_WORDS and (quantity.unit == "%" or quantity.value >= _LONG_NUMBER):
        yield words
    if quantity.unit != "%" and quantity.value >= _VERY_LONG_NUMBER:
        yield frozenset()


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are equal, or differ by one digit or by two that changed places."""
    first, second = _digits(one), _digits(other)
    if len(first) != len(second):
        return False
    apart = [at for at, (own, typed) in enumerate(zip(first, second, strict=True)) if own != typed]
    swapped = len(apart) == 2 and first[apart[0]] == second[apart[1]] and first[apart[1]] == second[apart[0]]
    return len(apart) < 2 or swapped


def _digits(quantity: Quantity) -> str:
    return "".join(filter(str.isdigit, f"{quantity.value:f}"))


def _runs(figures: Figures, quantity: Quantity) -> bool:
    """Whether it stands in a sentence of the body, not in a list, a table or a note."""
    passage = figures.document.passages[quantity.spot.passage]
    return passage.kind is PassageKind.BODY and not mark_of(figures, quantity.spot.passage)


def _equal(figures: Figures) -> Iterator[tuple[Decimal, list[Quantity]]]:
    """Long numbers that are the same in several passages, tables left out."""
    groups: dict[tuple[Decimal, str], list[Quantity]] = {}
    for quantity in _stated(figures.all):
        passage = figures.document.passages[quantity.spot.passage]
        if abs(quantity.value) >= _LONG_NUMBER and quantity.unit and passage.kind is not PassageKind.CELL:
            groups.setdefault((quantity.value, quantity.unit), []).append(quantity)
    for group in groups.values():
        if 1 < len({item.spot.passage for item in group}) <= _MOST_PLACES >= len(group):
            yield _SURE, group


def _stated(figures: Iterable[Figure]) -> Iterator[Quantity]:
    """Each figure, and the base of one like "27.048/27.630"."""
    for figure in figures:
        quantity = figure.quantity
        yield quantity
        if figure.is_ratio and quantity.of is not None and quantity.of != quantity.value:
            yield replace(quantity, value=quantity.of)
