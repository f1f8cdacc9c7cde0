"""Quotation marks and brackets without their other one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from baocao.audit.document import PassageKind
from baocao.audit.verdicts import Confidence, FaultKind, Remark
from baocao.audit.words.pages import Page, Pages

_CLOSING = {")": "(", "]": "[", "}": "{", "”": "“", "»": "«"}
_OPENING = {opening: closing for closing, opening in _CLOSING.items()}
_PARTNERS = _OPENING | {'"': '"'}
_SIGNS = re.compile(r"[()\[\]{}“”«»\"„]")
_LABEL = re.compile(r"(?:^|[\s;:,(])(?:[0-9]{1,2}(?:\.[0-9]{1,2})*|[a-zđA-ZĐ])\Z")
_LABEL_WIDTH = 12
_REACH = 20
"""Passages within which a bracket that is opened may be closed: a list may stand in it."""
_NAMES = {"(": "ngoặc", "[": "ngoặc", "{": "ngoặc", "“": "nháy", "«": "nháy", '"': "nháy"}


class _Left(NamedTuple):
    """A sign without its other one. sign: the opening one of its pair."""

    page: Page
    at: int
    sign: str
    opens: bool


def unmatched_marks(pages: Pages) -> Iterator[Remark]:
    """Brackets and quotation marks that are only opened or only closed."""
    left = [item for page in pages.all for item in _left_over(page)]
    for item in _unanswered(left):
        text = item.page.text
        facts = {
            "dau": text[item.at],
            "loai": _NAMES[item.sign],
            "thieu": _PARTNERS[item.sign] if item.opens else item.sign,
            "chu": item.page.around(item.at, item.at + 1),
        }
        code = "thieu-dau-dong" if item.opens else "thieu-dau-mo"
        if text[item.at] == '"':
            code = "nhay-le"
        spot = item.page.spot(item.at, item.at + 1)
        yield pages.remark(code, FaultKind.UNMATCHED, spot, sure=Confidence.LIKELY, **facts)


def _left_over(page: Page) -> list[_Left]:
    """The signs of a passage that stay alone, in the reading that leaves fewest: labels "a)" count or not."""
    if not _SIGNS.search(page.text):
        return []
    with_labels = _alone(page, labels=True)
    return with_labels and min(with_labels, _alone(page, labels=False), key=len)


def _alone(page: Page, *, labels: bool) -> list[_Left]:
    open_signs: list[tuple[str, int]] = []
    alone: list[_Left] = []
    for found in _SIGNS.finditer(page.text):
        sign, at = found[0], found.start()
        if sign in _OPENING or sign == "„":
            open_signs.append(("“" if sign == "„" else sign, at))
        elif sign == '"':
            _straight(page, at, open_signs)
        elif sign in _CLOSING and not (labels and sign == ")" and _is_label(page.text, at, open_signs)):
            alone += _closed(page, at, _CLOSING[sign], open_signs)
    return alone + [_Left(page, at, sign, True) for sign, at in open_signs]


def _straight(page: Page, at: int, open_signs: list[tuple[str, int]]) -> None:
    """A straight mark closes the quotation that is open, else it opens one; behind a number it is inches."""
    if open_signs and open_signs[-1][0] in ('"', "“"):
        open_signs.pop()
    elif not page.text[at - 1 : at].isdigit():
        open_signs.append(('"', at))


def _closed(page: Page, at: int, opening: str, open_signs: list[tuple[str, int]]) -> list[_Left]:
    """Close the nearest sign of the kind; what was opened within and is still open stays alone."""
    wanted = (opening, '"') if opening == "“" else (opening,)
    last = len(open_signs) - 1
    near = range(last, max(-1, last - _REACH), -1)
    place = next((rank for rank in near if open_signs[rank][0] in wanted), None)
    if place is None:
        return [_Left(page, at, opening, False)]
    within = [_Left(page, start, sign, True) for sign, start in open_signs[place + 1 :]]
    del open_signs[place:]
    return within


def _is_label(text: str, at: int, open_signs: Sequence[tuple[str, int]]) -> bool:
    """Whether ")" ends the mark of an item ("a)", "1)"), which opens no bracket of its own."""
    found = _LABEL.search(text, max(0, at - _LABEL_WIDTH), at)
    return found is not None and not (open_signs and open_signs[-1] == ("(", found.start()))


def _unanswered(left: Sequence[_Left]) -> Iterator[_Left]:
    """What stays alone when a sign may be closed in one of the next passages; one of a kind a passage."""
    answered: set[int] = set()
    waiting: dict[tuple[str, bool], list[int]] = {}
    for rank, item in enumerate(left):
        flow = (item.sign, item.page.passage.kind is PassageKind.NOTE)
        if item.opens:
            waiting.setdefault(flow, []).append(rank)
        elif (opened := _nearest(left, waiting.get(flow, []), item)) is not None:
            answered |= {opened, rank}
    told: set[tuple[int, str, bool]] = set()
    for rank, item in enumerate(left):
        key = (item.page.at, item.sign, item.opens)
        if rank not in answered and key not in told:
            told.add(key)
            yield item


def _nearest(left: Sequence[_Left], waiting: list[int], item: _Left) -> int | None:
    while waiting:
        opened = waiting.pop()
        if 0 < item.page.at - left[opened].page.at <= _REACH:
            return opened
    return None
