"""Indexes that a report measures a unit by, and its rank in them, wherever they are told."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from baocao.audit.document import PassageKind
from baocao.audit.grammar.concepts import dictionary
from baocao.audit.grammar.phrase_lists import PhraseList, small_words
from baocao.audit.grammar.quantities import Figure, Figures
from baocao.audit.grammar.rank_bases import behind_stroke
from baocao.audit.statements import Quantity
from baocao.vietnamese.word_files import words_of

_FILE = "nhac-lai.yaml"
MOST_PLACES = 8
"""Passages that tell one quantity; what stands in more is no quantity of its own."""
_OWNER_WORDS = 6
_SURE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """topics: concept -> its spellings. openings: what a topic, an aim or a rank may begin with.

    not_owners: words behind "của" that name nobody who has an index. committee: words that every owner has.
    """

    topics: tuple[tuple[str, PhraseList], ...]
    ranks: PhraseList
    other: PhraseList
    differences: PhraseList
    aims: PhraseList
    not_owners: frozenset[str]
    committee: frozenset[str]
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
        not_owners=frozenset(source["khong_phai_chu"]),
        committee=PhraseList(source["uy_ban"]).words,
        openings=frozenset(word for known in heard for word in known.openings),
    )


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


def indexes(figures: Figures) -> Iterator[tuple[Decimal, list[Quantity]]]:
    """Groups of figures that tell one index or one rank, with how sure it is.

    One is known by what it measures, whose it is and its year; each passage tells it with one value.
    """
    groups: dict[tuple[str, str, str], list[_Index]] = {}
    for index in _index_figures(figures):
        groups.setdefault(index.key, []).append(index)
    for group in groups.values():
        for owned in _by_owner(group):
            by_passage: dict[int, set[Decimal]] = {}
            for item in owned:
                quantity = item.figure.quantity
                by_passage.setdefault(quantity.spot.passage, set()).add(quantity.value)
            if 1 < len(by_passage) <= MOST_PLACES and all(len(values) == 1 for values in by_passage.values()):
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
        if word in vocabulary().not_owners or not word.isalpha():
            break
        if word not in vocabulary().committee:
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
