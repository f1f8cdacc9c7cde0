"""What may be a part of what: units that count the same things, families of parts, words of sub-figures."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from baocao.audit.grammar.concepts import levels_of
from baocao.audit.grammar.phrase_lists import PhraseList, phrase_lists
from baocao.audit.grammar.quantities import Figure
from baocao.audit.scanning.kinds import Kind
from baocao.audit.statements import Quantity
from baocao.vietnamese.word_files import words_of

_FILE = "phan-loai.yaml"
_UNCOUNTED = frozenset({"%", "bậc", "điểm cầu", "giờ", "ngày", "tháng", "năm", "lần"})
_NEAR_WORDS = 6
_KNOWN_NOUNS = 4096


class Fit(IntEnum):
    """How well a figure's unit fits that of a total. LOOSE: it counts a thing that no vocabulary knows."""

    NONE = 0
    LOOSE = 1
    GOOD = 2


@dataclass(frozen=True, slots=True)
class Families:
    """parts: (family, part) with the phrases that name it. whole: family -> the groups that are a whole.

    nearly: family -> those that are one nearly always.
    """

    parts: tuple[tuple[str, str, PhraseList], ...]
    whole: Mapping[str, tuple[frozenset[str], ...]]
    nearly: Mapping[str, tuple[frozenset[str], ...]]
    overlapping: PhraseList
    secondary: PhraseList
    unfinished: PhraseList
    compared: PhraseList
    ends: PhraseList
    kinds: Mapping[str, frozenset[str]]


@cache
def families() -> Families:
    """The data of `phan-loai.yaml`, read once."""
    source: dict[str, Any] = words_of(Path(__file__).with_name(_FILE))
    return Families(
        parts=tuple(
            (family, part, PhraseList(phrases))
            for family, told in source["ho"].items()
            for part, phrases in told["phan"].items()
        ),
        whole=_groups(source["ho"], "du"),
        nearly=_groups(source["ho"], "gan_du"),
        overlapping=PhraseList(source["chong_len"]),
        secondary=PhraseList(source["so_phu"]),
        unfinished=PhraseList(source["ke_chua_het"]),
        compared=PhraseList(source["so_sanh"]),
        ends=PhraseList(source["dau_cuoi"]),
        kinds=MappingProxyType({unit: frozenset(kinds) for unit, kinds in source["don_vi_chung"].items()}),
    )


def _groups(source: Mapping[str, Any], name: str) -> Mapping[str, tuple[frozenset[str], ...]]:
    return MappingProxyType(
        {family: tuple(map(frozenset, told.get(name, ()))) for family, told in source.items()}
    )


def may_count(figure: Figure) -> bool:
    """Whether the figure is an amount that can be broken down: no rate, no rank, no length of time."""
    quantity = figure.quantity
    if figure.token.kind is Kind.PERCENT or quantity.unit in _UNCOUNTED or quantity.value < 0:
        return False
    return not (figure.is_ratio and phrase_lists("quanh-so.yaml")["xep_thu"].words & set(figure.before[-4:]))


def fit(total: Figure, part: Figure) -> Fit:
    """How well a figure goes as a part of a total: by their units, and by what else it may tell."""
    return Fit.NONE if is_compared(part) else units_fit(total, part)


def units_fit(total: Figure, part: Figure) -> Fit:
    """How well the units of two figures go together, whatever the words before them tell."""
    if not may_count(part) or _other_kind(total, part):
        return Fit.NONE
    own, whole = part.quantity.unit, total.quantity.unit
    if own == whole != "":
        return Fit.GOOD
    if own and whole:
        return Fit.GOOD if own in families().kinds.get(whole, ()) else Fit.NONE
    if own:
        return Fit.GOOD if _tells(total, own.split()) else Fit.LOOSE
    return _bare_fit(total, part)


def _other_kind(total: Figure, part: Figure) -> bool:
    """Money against counts, decimals against whole numbers."""
    return (total.token.kind is Kind.MONEY) != (part.token.kind is Kind.MONEY)


def _tells(figure: Figure, words: Sequence[str]) -> bool:
    noun = (*figure.before, *figure.after)
    return any(tuple(noun[at : at + len(words)]) == tuple(words) for at in range(len(noun)))


def _bare_fit(total: Figure, part: Figure) -> Fit:
    """A part without a unit: good when nothing else that it could count stands behind it."""
    if not part.after or part.is_ratio:
        return Fit.GOOD
    words = part.after[:2]
    if " ".join(words) in families().kinds.get(total.quantity.unit, ()):
        return Fit.GOOD
    told = {*total.quantity.unit.split(), *total.before, *total.after}
    return Fit.GOOD if told & set(words) else Fit.LOOSE


def is_compared(figure: Figure) -> bool:
    """Whether a figure only tells how another one grew or what it was before."""
    words, known = figure.before, families()
    grown = known.compared.starts(words, 0) or known.compared.ends(words, len(words))
    return bool(grown or known.ends.ends(words, len(words)))


def of_other_times(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether parts speak of another time than their total, but are not one for each of several times."""
    own = [part.period for part in parts if part.period != total.period]
    return any(own) and len(set(own)) < len(parts)


def is_secondary(figure: Figure) -> bool:
    """Whether the words before a figure say that it adds something to the figure before it."""
    words, known = figure.before, families().secondary
    return any(known.starts(words, at) for at in range(min(len(words), 2))) or bool(
        known.ends(words, len(words))
    )


def overlaps(figure: Figure) -> bool:
    """Whether it counts what other parts count too ("nữ", "đảng viên")."""
    words = figure.before[-_NEAR_WORDS:]
    known = families().overlapping
    return known.within(words, 0, len(words)) or bool(figure.after and known.starts(figure.after, 0))


def named(figure: Figure) -> frozenset[tuple[str, str]]:
    """The (family, part) pairs that a figure's words name."""
    return members((*figure.before, *figure.after))


def levels_named(figure: Figure) -> frozenset[tuple[str, str]]:
    """The level of government that the figure is of, as a part of the whole of them."""
    levels = levels_of(figure.quantity.concepts)
    return frozenset(("cap", level.removeprefix("cap-")) for level in levels if len(levels) == 1)


@lru_cache(maxsize=_KNOWN_NOUNS)
def members(words: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    """The (family, part) pairs that words (small letters) name."""
    return frozenset(
        (family, part) for family, part, phrases in families().parts if phrases.within(words, 0, len(words))
    )


def family_of(names: Sequence[frozenset[tuple[str, str]]]) -> str:
    """The family of which each of some parts names a member of its own, "" without one."""
    for family in families().whole:
        members = [_member(pairs, family) for pairs in names]
        if all(members) and len(set(members)) == len(members) > 1:
            return family
    return ""


def _member(pairs: Iterable[tuple[str, str]], family: str) -> str:
    """The member of the family that is named, the most telling when several are."""
    found = sorted(
        (part for own, part in pairs if own == family), key=lambda part: (len(part), part), reverse=True
    )
    return found[0] if found else ""


def makes_whole(
    family: str, names: Sequence[Collection[tuple[str, str]]], *, certainly: bool = False
) -> bool:
    """Whether the named members of a family are all there are; certainly: not only nearly always."""
    told = frozenset(_member(pairs, family) for pairs in names)
    known = families()
    return told in known.whole.get(family, ()) or (not certainly and told in known.nearly.get(family, ()))
