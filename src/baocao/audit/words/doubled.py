"""Words typed twice: "giải quyết giải quyết", "hồ sơ sơ"."""

from __future__ import annotations

from collections.abc import Iterator

from baocao.audit.verdicts import Confidence, FaultKind, Remark
from baocao.audit.words.lists import compounds, reduplications
from baocao.audit.words.pages import Page, Pages

_LONGEST = 4
"""Words of the longest phrase whose repetition is looked for."""


def doubled_words(pages: Pages) -> Iterator[Remark]:
    """A word or a phrase that stands twice, with nothing but blanks between."""
    for page in pages.prose:
        for first, count in _repeats(pages, page):
            start, end = page.words[first].start, page.words[first + 2 * count - 1].end
            yield pages.remark(
                "chu-lap",
                FaultKind.DOUBLED,
                page.spot(start, end),
                sure=Confidence.LIKELY,
                lap=page.text[start:end],
                chu=page.text[start : page.words[first + count - 1].end],
            )


def _repeats(pages: Pages, page: Page) -> Iterator[tuple[int, int]]:
    """The first word of each repetition and the length of what is repeated."""
    at = 0
    while at < len(page.words) - 1:
        comes_again = page.small[at] in page.small[at + 1 : at + 1 + _LONGEST]
        sizes = range(1, _LONGEST + 1) if comes_again and page.adjoins(at) else ()
        count = next((size for size in sizes if _is_doubled(pages, page, at, size)), 0)
        if count:
            yield at, count
        at += 2 * count or 1


def _is_doubled(pages: Pages, page: Page, at: int, count: int) -> bool:
    if at + 2 * count > len(page.words) or page.words[at].small != page.words[at + count].small:
        return False
    words = page.words[at : at + 2 * count]
    if not all(_same(words[place].text, words[place + count].text) for place in range(count)):
        return False
    if not all(page.adjoins(place) for place in range(at, at + 2 * count - 1)):
        return False
    if any(word.text.isdigit() for word in words) or _is_name(pages, page, at, count):
        return False
    if count > 1:
        return " ".join(word.small for word in words[:count]) not in reduplications().phrases
    return not _is_meant(pages, page, at)


def _same(first: str, second: str) -> bool:
    """Whether the second is the first again: also "Của của", but not "trấn Trấn" of thị trấn Trấn Yên."""
    return first == second or (first.istitle() and first.lower() == second)


def _is_name(pages: Pages, page: Page, at: int, count: int) -> bool:
    """A name said twice ("Vân Vân"): its words stand nowhere in small letters."""
    if page.in_capitals or _begins_word(page, at + 2 * count - 1):
        return False
    names = [word for word in page.words[at + count : at + 2 * count] if word.is_title]
    return len(names) == count and all(word.small not in pages.small_words for word in names)


def _is_meant(pages: Pages, page: Page, at: int) -> bool:
    word = page.words[at].small
    if not any(char.isalpha() for char in word) or len(word) == 1:
        return True
    known = reduplications()
    if word in known.words:
        return not (word in known.not_beside_number and _beside_number(page, at))
    return _two_words_meet(pages, page, at)


def _beside_number(page: Page, at: int) -> bool:
    """Whether one number stands beside the doubled word; the first year of a span does not count."""
    before = page.words[at - 1].text if at else ""
    after = page.words[at + 2] if at + 2 < len(page.words) else None
    if before.isdigit() and page.adjoins(at - 1):
        return True
    if after is None or not after.text.isdigit() or not page.adjoins(at + 1):
        return False
    return page.text[after.end :].lstrip()[:1] not in ("-", "–")


def _two_words_meet(pages: Pages, page: Page, at: int) -> bool:
    """Whether the second starts another word: "đánh giá | giá trị", "các tổ | tổ chức"."""
    word, known = page.words[at].small, compounds()
    if not _begins_word(page, at + 1):
        return False
    before = page.words[at - 1].small if page.adjoins(at - 1) else ""
    if not before or word in known.alone:
        return word in known.alone
    is_usual = pages.pairs[before, word] > 1 and before not in known.function_words
    return is_usual or (before, word) in known.pairs


def _begins_word(page: Page, at: int) -> bool:
    """Whether a word and the next one are a common compound."""
    following = page.words[at + 1].small if page.adjoins(at) else ""
    return (page.words[at].small, following) in compounds().pairs
