"""One text with two spellings of a word: tỷ and tỉ, hòa and hoà, cấp Huyện and cấp huyện."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import islice

from baocao.audit.statements import Spot
from baocao.audit.verdicts import Confidence, FaultKind, Remark
from baocao.audit.words.lists import Pair, compounds, spellings
from baocao.audit.words.pages import Page, Pages
from baocao.vietnamese.syllables import placements

_FEW = 4
"""How many words of a tone style are quoted."""

Places = dict[str, list[Spot]]


def two_spellings(pages: Pages) -> Iterator[Remark]:
    """Words written in two ways: the rarer one is told, with the counts of both."""
    for pair in spellings().pairs:
        yield from _told(pages, "hai-cach-viet", _of_pair(pages, pair))
    yield from _tone_styles(pages)
    for level in sorted(spellings().levels):
        yield from _level_words(pages, level)
    for office in spellings().offices:
        yield from _told(pages, "hai-cach-viet-hoa", _of_office(pages, office))


def known_misspellings(pages: Pages) -> Iterator[Remark]:
    """Phrases that are often typed wrong though each syllable is a word."""
    for (first, second), right in spellings().wrong.items():
        for page, at in pages.phrases((first, second)):
            if page.adjoins(at) and not _belongs_elsewhere(page, at):
                spot = _spot(page, at, 2)
                facts = {"sai": page.text[spot.start : spot.end], "dung": right}
                yield pages.remark("viet-sai", FaultKind.SPELLING, spot, sure=Confidence.LIKELY, **facts)


def _belongs_elsewhere(page: Page, at: int) -> bool:
    """Whether one of two words is half of another word: "lịch sử | lý luận", "bổ | xung đột"."""
    small = [word.small for word in page.words[max(0, at - 1) : at + 3]]
    pairs = compounds().pairs
    before = at > 0 and (small[0], small[1]) in pairs
    return before or (len(small) > 2 and (small[-2], small[-1]) in pairs and at + 2 < len(page.words))


def _told(pages: Pages, code: str, places: Mapping[str, list[Spot]]) -> Iterator[Remark]:
    """A remark about every spelling but the commonest; of two equally common the later one is told."""
    order = sorted(
        places, key=lambda name: (-len(places[name]), places[name][0].passage, places[name][0].start)
    )
    for rare in order[1:]:
        yield pages.remark(
            code,
            FaultKind.SPELLING,
            *places[rare],
            sure=Confidence.LIKELY,
            it=rare,
            so_it=f"{len(places[rare]):02d}",
            nhieu=order[0],
            so_nhieu=f"{len(places[order[0]]):02d}",
        )


def _of_pair(pages: Pages, pair: Pair) -> Places:
    places: Places = defaultdict(list)
    but = {tuple(phrase.split()) for phrase in pair.but}
    for spelling in pair.spellings:
        phrase = spelling.split()
        for page, at in pages.phrases(phrase):
            after = tuple(word.small for word in page.words[at : at + 2])
            if after not in but and not _may_be_name(page, at):
                places[spelling].append(_spot(page, at, len(phrase)))
    return places


def _spot(page: Page, first: int, count: int) -> Spot:
    return page.spot(page.words[first].start, page.words[first + count - 1].end)


def _may_be_name(page: Page, at: int) -> bool:
    """A word with a capital inside a sentence: names are written as their bearers do."""
    word = page.words[at]
    return word.is_title and not page.in_capitals and not page.starts_sentence(at)


def _tone_styles(pages: Pages) -> Iterator[Remark]:
    """hòa or hoà: one remark for all words of the rarer style; names do not count."""
    styles: tuple[Places, Places] = (defaultdict(list), defaultdict(list))
    both = {text: ways for text in pages.texts if len(ways := _ways(text)) == 2}
    for page in pages.prose:
        for at, word in enumerate(page.words):
            if word.text in both and not _may_be_name(page, at):
                styles[both[word.text].index(word.small)][word.small].append(_spot(page, at, 1))
    counts = [sum(map(len, style.values())) for style in styles]
    if all(counts):
        rare = 0 if counts[0] < counts[1] else 1
        spots = sorted((spot for places in styles[rare].values() for spot in places), key=_order)
        yield pages.remark(
            "dau-thanh-hai-kieu",
            FaultKind.SPELLING,
            *spots,
            sure=Confidence.LIKELY,
            it=", ".join(islice(styles[rare], _FEW)),
            so_it=f"{counts[rare]:02d}",
            nhieu=", ".join(islice(styles[1 - rare], _FEW)),
            so_nhieu=f"{counts[1 - rare]:02d}",
        )


def _ways(text: str) -> tuple[str, ...]:
    """The ways to place the tone of a word; () for what is none."""
    return placements(text) if 2 <= len(text) <= 6 and not text.isascii() else ()


def _order(spot: Spot) -> tuple[int, int]:
    return spot.passage, spot.start


def _level_words(pages: Pages, level: str) -> Iterator[Remark]:
    """ "cấp Huyện" and "cấp huyện": the same word before, no name behind."""
    by_host: dict[str, Places] = defaultdict(lambda: defaultdict(list))
    parts = level.split()
    for page, at in pages.phrases(parts):
        host = "" if page.in_capitals else _host(page, at)
        if host and not _has_name(page, at + len(parts)):
            written = " ".join(word.text for word in page.words[at : at + len(parts)])
            by_host[host][written].append(_spot(page, at, len(parts)))
    compared = {host: places for host, places in by_host.items() if len(places) > 1}
    merged: Places = defaultdict(list)
    for places in compared.values():
        for written, spots in places.items():
            merged[written] += spots
    for spots in merged.values():
        spots.sort(key=_order)
    shown = {name: _with_host(pages, compared, merged, name) for name in merged}
    yield from _told(pages, "hai-cach-viet-hoa", {shown[name]: spots for name, spots in merged.items()})


def _with_host(pages: Pages, by_host: Mapping[str, Places], merged: Places, written: str) -> str:
    """A level word with the phrase before it as typed: "cấp Huyện"; all spellings with that of the rarest."""
    rarest = min(merged.values(), key=len)[0]
    host = next(host for host, places in by_host.items() if any(rarest in spots for spots in places.values()))
    if written not in by_host[host]:
        return written
    spots = by_host[host][written]
    phrases = [pages.all[at.passage].text[max(0, at.start - len(host) - 1) : at.end] for at in spots]
    return next((phrase for phrase in phrases if phrase[:1].islower()), phrases[0])


def _host(page: Page, at: int) -> str:
    """The phrase before a word that makes its spelling comparable: "cấp", "ubnd"; "" for others."""
    for count in (4, 3, 2, 1):
        first = at - count
        if first >= 0 and all(page.adjoins(place) for place in range(first, at)):
            phrase = " ".join(word.small for word in page.words[first:at])
            if phrase in spellings().before_level:
                return phrase
    return ""


def _has_name(page: Page, at: int) -> bool:
    """Whether a name or a number stands at `at`, right behind."""
    return at < len(page.words) and page.adjoins(at - 1) and not page.words[at].text[:1].islower()


def _of_office(pages: Pages, office: tuple[str, ...]) -> Places:
    """The ways the capitals of an office's name are set; its first letter does not count."""
    places: Places = defaultdict(list)
    for page, at in pages.phrases(office):
        words = page.words[at : at + len(office)]
        is_name = words[0].is_title and all(word.is_title or word.text.islower() for word in words)
        if is_name and not page.in_capitals:
            places[" ".join(word.text for word in words)].append(_spot(page, at, len(office)))
    return places
