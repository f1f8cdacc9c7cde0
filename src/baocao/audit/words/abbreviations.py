"""Abbreviations: never defined, used before they are defined, or typed otherwise (VBVPPL for VBQPPL)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from baocao.audit.scanning.kinds import Kind
from baocao.audit.statements import Spot
from baocao.audit.verdicts import Confidence, FaultKind, Remark
from baocao.audit.words.lists import known_abbreviations
from baocao.audit.words.pages import Page, Pages, Word
from baocao.vietnamese.syllables import is_syllable
from baocao.vietnamese.text import without_marks
from baocao.vietnamese.words import from_roman

_SHORTEST, _LONGEST = 3, 12
_SHORTEST_MISTYPED = 5
"""Letters from which one other letter makes a slip; of four the letters must have changed places (UBDN)."""
_LONGEST_RUN = 7
"""Words whose initials are held against an abbreviation."""
_BRACKET = re.compile(r"\(([^()]{1,80})\)")
_ONLY_CAPITALS = re.compile(r"[A-ZĐÂĂÊÔƠƯ]{2,12}(?:[\s,./&-]{1,3}[A-ZĐÂĂÊÔƠƯ]{1,12}){0,5}")
_CALLED = re.compile(r"(?:viết|gọi)\s+tắt|sau\s+đây\s+gọi", re.IGNORECASE)
_CALLED_NAME = re.compile(r"(?:viết|gọi)\s+tắt\s+(?:là\s+)?[“\"]?(.{2,60})", re.IGNORECASE)
_WIDTH = 14
_OVERLAPPING = 4
_EXPLANATION, _FURTHER = 120, 4
"""Characters before an abbreviation, and words beyond its letters, that may explain it."""
_SYMBOL_WIDTH = 24


@dataclass(slots=True)
class _Use:
    """An abbreviation: where it stands, in order, and where it is defined first."""

    spots: list[Spot] = field(default_factory=list)
    defined: Spot | None = None


def abbreviations(pages: Pages) -> Iterator[Remark]:
    """The abbreviations of a text that a reader cannot look up in it."""
    uses = _uses(pages)
    defined = {name for name, use in uses.items() if use.defined is not None}
    unknown = [name for name in uses if name not in defined and name not in known_abbreviations()]
    initials = _initials(pages, frozenset(map(without_marks, unknown)))
    for name, use in uses.items():
        if use.defined is not None:
            yield from _before_definition(pages, name, use.spots, use.defined)
        elif name in known_abbreviations():
            continue
        elif meant := _meant(name, defined, initials):
            yield from (_mistyped(pages, name, meant, spot) for spot in use.spots)
        else:
            yield pages.remark(
                "viet-tat-chua-neu",
                FaultKind.ABBREVIATION,
                *use.spots,
                sure=Confidence.LIKELY,
                viet_tat=name,
                so_cho=f"{len(use.spots):02d}",
            )


def _before_definition(pages: Pages, name: str, spots: list[Spot], defined: Spot) -> Iterator[Remark]:
    place = defined.passage, defined.start
    early = [spot for spot in spots if (spot.passage, spot.start) < place]
    if early and _is_explained(pages.all[defined.passage].text, name, defined.start):
        facts = {"viet_tat": name, "so_cho": f"{len(early):02d}"}
        yield pages.remark("viet-tat-truoc", FaultKind.ABBREVIATION, *early, sure=Confidence.LIKELY, **facts)


def _is_explained(text: str, name: str, at: int) -> bool:
    """Whether the words before an abbreviation give it its letters: "(VNPT, FPT)" explains neither."""
    before = text[max(0, at - _EXPLANATION) : at]
    letters = _first_letters(re.findall(r"[^\W\d_]+", before)[-len(name) - _FURTHER :])
    return _CALLED.search(before) is not None or without_marks(name) in letters


def _mistyped(pages: Pages, name: str, meant: str, spot: Spot) -> Remark:
    return pages.remark(
        "viet-tat-go-nham", FaultKind.ABBREVIATION, spot, sure=Confidence.LIKELY, viet_tat=name, dung=meant
    )


def _uses(pages: Pages) -> Mapping[str, _Use]:
    uses: dict[str, _Use] = {}
    names = frozenset(filter(_is_abbreviation, pages.texts))
    for page in pages.prose:
        definitions = sorted(_definitions(page.text))
        for word in _candidates(pages, page, names):
            use = uses.setdefault(word.text, _Use())
            spot = page.spot(word.start, word.end)
            use.spots.append(spot)
            if use.defined is None and _is_within(definitions, word):
                use.defined = spot
    return uses


def _is_within(stretches: Sequence[tuple[int, int]], word: Word) -> bool:
    """Whether a word lies in one of some stretches, sorted; few of them overlap."""
    last = bisect_right(stretches, (word.start, word.end))
    near = stretches[max(0, last - _OVERLAPPING) : last + 1]
    return any(start <= word.start and word.end <= end for start, end in near)


def _candidates(pages: Pages, page: Page, names: frozenset[str]) -> Iterator[Word]:
    """The words of capitals that are abbreviations, not symbols of documents, numerals or titles."""
    words = [word for word in page.words if word.text in names]
    if not words:
        return
    symbols = [(token.start, token.end) for token in pages.tokens_of(page) if token.kind is Kind.SYMBOL]
    at = 0
    for word in words:
        while at < len(symbols) and symbols[at][1] <= word.start:
            at += 1
        in_symbol = at < len(symbols) and symbols[at][0] <= word.start
        if not in_symbol and not _behind_stroke(page.text, word.start):
            yield word


def _behind_stroke(text: str, at: int) -> bool:
    """Whether a word ends a symbol whose number is left blank: "/QĐ-UBND-TĐKT"."""
    return "/" in text[max(0, at - _SYMBOL_WIDTH) : at].rsplit(" ", 1)[-1]


def _is_abbreviation(text: str) -> bool:
    if not _SHORTEST <= len(text) <= _LONGEST or not text.isalpha() or not text.isupper():
        return False
    return not is_syllable(text) and from_roman(text) is None


def _definitions(text: str) -> Iterator[tuple[int, int]]:
    """The stretches in which an abbreviation is given a meaning."""
    for found in _BRACKET.finditer(text):
        if _ONLY_CAPITALS.fullmatch(found[1].strip()) or _CALLED.search(found[1]):
            yield found.span(1)
        elif _is_spelt_out(text, found.start(), found[1]):
            yield max(0, found.start() - _WIDTH), found.start()
    yield from (found.span(1) for found in _CALLED_NAME.finditer(text))


def _is_spelt_out(text: str, bracket: int, inside: str) -> bool:
    """Whether the word before a bracket is the initials of its words: "PAKN (phản ánh, kiến nghị)"."""
    before = re.search(r"([^\W\d_]+)\s*\Z", text[max(0, bracket - _WIDTH) : bracket])
    initials = _first_letters(re.findall(r"[^\W\d_]+", inside))
    return before is not None and len(before[1]) > 1 and initials.startswith(without_marks(before[1]))


def _first_letters(words: Iterable[str]) -> str:
    """The initials as abbreviations have them: "UBND" of "ủy ban nhân dân", and D for Đ."""
    return without_marks("".join(word[0] for word in words)).upper()


def _initials(pages: Pages, wanted: frozenset[str]) -> frozenset[str]:
    """Those of some abbreviations that are the initials of a run of words of the text."""
    sizes = {len(name) for name in wanted if len(name) <= _LONGEST_RUN}
    found: set[str] = set()
    for page in pages.prose:
        if page.in_capitals:
            continue
        letters = _first_letters(word.text for word in page.words if not word.text.isupper())
        found.update(letters[at : at + size] for size in sizes for at in range(len(letters) - size + 1))
    return wanted & found


def _meant(name: str, defined: set[str], initials: frozenset[str]) -> str:
    """The abbreviation that was meant; "" when no one is near, or when words of the text give this one."""
    if without_marks(name) in initials:
        return ""
    near = [other for other in sorted(defined) if _is_slip(name, other)]
    near = near or [other for other in sorted(known_abbreviations()) if _is_swap(name, other)]
    return near[0] if len(near) == 1 else ""


def _is_slip(name: str, other: str) -> bool:
    """One letter other, too many or too few in five and more, or two letters that changed places."""
    if _is_swap(name, other):
        return True
    if min(len(name), len(other)) < _SHORTEST_MISTYPED - (len(name) != len(other)):
        return False
    if len(name) == len(other):
        return sum(first != second for first, second in zip(name, other, strict=True)) == 1
    long, short = (name, other) if len(name) > len(other) else (other, name)
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _is_swap(name: str, other: str) -> bool:
    if len(name) != len(other) or len(name) <= _SHORTEST or name == other:
        return False
    differing = [at for at, pair in enumerate(zip(name, other, strict=True)) if pair[0] != pair[1]]
    return _adjacent(differing) and sorted(name) == sorted(other)


def _adjacent(places: Sequence[int]) -> bool:
    return len(places) == 2 and all(second == first + 1 for first, second in pairwise(places))
