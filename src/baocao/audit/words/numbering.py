"""Numbers of parts and items that skip or come twice: I, II, IV; 1, 3; a, c; 1.1, 1.3."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from baocao.audit.document import PassageKind
from baocao.audit.verdicts import Confidence, FaultKind, Remark
from baocao.audit.words.pages import Page, Pages
from baocao.vietnamese.words import from_roman, roman

_LABEL = re.compile(
    r"(?P<part>(?:phần|chương)\s+(?:thứ\s+)?)(?P<rank>[IVX]{1,6}|\d{1,2}|nhất|hai|ba|tư|bốn|năm|sáu|bảy)(?!\w)"
    r"|(?P<roman>[IVX]{1,6})\s?(?P<after_roman>[.)/-])(?=\s|[^\W\da-zđ])"
    r"|(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,4})[.)]?(?=\s+[^\W\d])"
    r"|(?P<number>\d{1,2})\s?(?P<after_number>[.)/])(?=\s*[^\W\d])"
    r"|(?P<letter>[a-zđ])\s?(?P<after_letter>[.)])(?=\s)"
    r"|\((?P<inner>\d{1,2})\)(?=\s*[^\W\d])",
    re.IGNORECASE,
)
_IN_LINE = re.compile(r"\((?P<n>[0-9]{1,2})\)")
_RANKS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7}
_VIETNAMESE, _LATIN = "abcdđeghiklmnopqrstuvxy", "abcdefghijklmnopqrstuvwxyz"
_FURTHEST = 3
"""A number further on than this belongs to another list."""
_DEEPEST = 12
"""Lists that are remembered as open at the same time."""
_FLOW = frozenset({PassageKind.BODY, PassageKind.HEADING})


class _Label(NamedTuple):
    """The mark of an item. style: how it is written, with what numbers stand before its last one ("1.")."""

    style: str
    number: int
    text: str
    page: Page
    end: int

    @property
    def is_heading(self) -> bool:
        """Whether it stands before a heading."""
        return self.page.passage.kind is PassageKind.HEADING


class _List(NamedTuple):
    """A list that is open: its last mark."""

    last: _Label


def numbering_slips(pages: Pages) -> Iterator[Remark]:
    """Marks of parts and items that are no continuation of the list they stand in."""
    yield from _of_flow(pages, [page for page in pages.all if page.passage.kind in _FLOW])
    notes: dict[str, list[Page]] = {}
    for page in pages.all:
        if page.passage.kind is PassageKind.NOTE:
            notes.setdefault(page.passage.note, []).append(page)
    for group in notes.values():
        yield from _of_flow(pages, group)
    for page in pages.prose:
        if page.passage.kind is not PassageKind.CELL:
            yield from _in_line(pages, page)


def _of_flow(pages: Pages, flow: list[Page]) -> Iterator[Remark]:
    lists: list[_List] = []
    before = -1
    for page in flow:
        if any(not pages.all[at].is_prose for at in range(before + 1, page.at)):
            lists.clear()
        before = page.at
        label = _label(page)
        if label is None:
            if page.passage.kind is PassageKind.HEADING:
                lists.clear()
            continue
        fault = _place(lists, label)
        if fault:
            yield _told(pages, fault, label, lists)
        _open(lists, label)


def _label(page: Page) -> _Label | None:
    found = _LABEL.match(page.text)
    if found is None:
        return None
    style, number, text = _read(found)
    return _Label(style, number, text, page, found.end()) if number else None


def _read(found: re.Match[str]) -> tuple[str, int, str]:
    """Style, number and words of a mark; number 0 for what is none."""
    if rank := found["rank"]:
        number = _RANKS.get(rank.lower()) or (int(rank) if rank.isdigit() else from_roman(rank.upper()))
        return "part", number or 0, found[0]
    if found["roman"]:
        if not found["roman"].isupper():
            return "letter" + found["after_roman"], _letter(found["roman"]), found[0]
        return "roman", from_roman(found["roman"]) or 0, found["roman"]
    if found["decimal"]:
        prefix, _, last = found["decimal"].rpartition(".")
        return f"decimal {prefix}", int(last), found["decimal"]
    if found["number"]:
        return "number" + found["after_number"], int(found["number"]), found["number"]
    if found["letter"]:
        small = found["letter"].islower()
        return "letter" + found["after_letter"], _letter(found["letter"]) if small else 0, found["letter"]
    return "inner", int(found["inner"]), found[0]


def _letter(text: str) -> int:
    """The place of a letter among the letters of items; below 0 for f, j, w, z, which only Word counts."""
    if len(text) != 1:
        return 0
    return _VIETNAMESE.find(text) + 1 or -1 - _LATIN.find(text)


def _place(lists: list[_List], label: _Label) -> str:
    """Close the lists that this mark ends; the code of its fault, "" when it continues or begins a list."""
    same = [rank for rank, item in enumerate(lists) if item.last.style == label.style]
    for rank in reversed(same):
        if _follows(lists[rank].last, label):
            del lists[rank + 1 :]
            return ""
    if not same:
        return _other_parent(lists, label)
    if label.number == 1:
        return _begun_again(lists, same[-1], label)
    last = lists[same[-1]].last
    del lists[same[-1] + 1 :]
    gap = label.number - last.number
    if gap == 0:
        return "so-muc-lap"
    return "so-muc-nhay" if 1 < gap <= _FURTHEST and not _skips_dee(last, label) else ""


def _follows(last: _Label, label: _Label) -> bool:
    if label.style.startswith("letter") and min(last.number, label.number) < 0:
        return True
    return label.number == last.number + 1 or _skips_dee(last, label)


def _skips_dee(last: _Label, label: _Label) -> bool:
    """Whether letters go on as Word counts them: d, e and i, k."""
    return label.style.startswith("letter") and (last.text[:1], label.text[:1]) == ("d", "e")


def _begun_again(lists: list[_List], place: int, label: _Label) -> str:
    """A second 1 right behind the first, both headings, is a number typed twice; else a new list begins."""
    last = lists[place].last
    twice = place == len(lists) - 1 and last.number == 1 and label.is_heading and last.is_heading
    return "so-muc-lap" if twice else ""


def _other_parent(lists: list[_List], label: _Label) -> str:
    """ "1.2" right under the heading 2: the number before the last one is another heading's."""
    prefix = label.style.removeprefix("decimal ")
    parent = lists[-1].last if lists else None
    if parent is None or not prefix.isdigit() or not parent.style.startswith("number"):
        return ""
    if not (parent.is_heading and label.is_heading):
        return ""
    if parent.number != int(prefix):
        return "so-muc-lech"
    return "so-muc-nhay" if 1 < label.number <= _FURTHEST else ""


def _open(lists: list[_List], label: _Label) -> None:
    """Put the mark where it now stands: on its own list, or as a new one within the others."""
    last = lists[-1].last if lists else None
    again = last is not None and last.style == label.style and label.number != 1
    if again:
        lists[-1] = _List(label)
    else:
        _close_below(lists, label)
        lists.append(_List(label))
        del lists[:-_DEEPEST]


def _close_below(lists: list[_List], label: _Label) -> None:
    """A part ends all lists within it; of decimals only those of the same depth and deeper."""
    if label.style in ("part", "roman"):
        kept = {"part"} if label.style == "roman" else set()
        while lists and lists[-1].last.style not in kept:
            lists.pop()
    elif label.style.startswith("decimal "):
        depth = label.style.count(".")
        while (
            lists and lists[-1].last.style.startswith("decimal ") and lists[-1].last.style.count(".") >= depth
        ):
            lists.pop()


def _told(pages: Pages, code: str, label: _Label, lists: list[_List]) -> Remark:
    same = [item.last for item in lists if item.last.style == label.style]
    last = (
        same[-1]
        if same
        else next(item.last for item in reversed(lists) if item.last.style.startswith("number"))
    )
    due = _due(last, label)
    facts = {"muc": label.text, "truoc": last.text, "dung": due, "chu": label.page.around(0, label.end)}
    others = (last.page.spot(0, last.end),)
    spot = label.page.spot(0, label.end)
    return pages.remark(code, FaultKind.NUMBERING, spot, *others, sure=Confidence.LIKELY, **facts)


def _due(last: _Label, label: _Label) -> str:
    """What should stand there."""
    if last.style != label.style:
        return f"{last.number}.{label.number if last.number != int(label.style.split()[1]) else 1}"
    following = last.number + 1
    if label.style == "roman":
        return roman(following)
    if label.style.startswith("decimal "):
        return f"{label.style.removeprefix('decimal ')}.{following}"
    if label.style.startswith("letter"):
        return _VIETNAMESE[following - 1 : following]
    return str(following)


def _in_line(pages: Pages, page: Page) -> Iterator[Remark]:
    """(1) …; (2) …; (4) … within one paragraph."""
    marks = list(_IN_LINE.finditer(page.text))
    numbers = [int(mark["n"]) for mark in marks]
    if numbers[:2] != [1, 2] or numbers != sorted(numbers):
        return
    for before, mark in pairwise(marks):
        if int(mark["n"]) - int(before["n"]) == 2:
            facts = {"muc": mark[0], "truoc": before[0], "dung": f"({int(before['n']) + 1})"}
            facts["chu"] = page.around(*mark.span())
            spots = (page.spot(*mark.span()), page.spot(*before.span()))
            yield pages.remark("so-muc-nhay", FaultKind.NUMBERING, *spots, sure=Confidence.LIKELY, **facts)
