"""Rules of the numbers of headings: letters of điểm, numbers in order, numbers of parts (PL I.II.6.c, đ)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from baocao.conformance.case import Case, Seen
from baocao.conformance.parts import Heading
from baocao.conformance.rules.kit import about, broken, held, parameter, parameters, unsure
from baocao.conformance.rules.running import number_bold, roman_figure, sign_of, with_sign
from baocao.vietnamese.text import POINT_LETTERS
from baocao.vietnamese.words import from_roman

ORDER = ("phần", "chương", "tiết", "điều", "chữ", "mục", "khoản", "số con", "điểm")
_TWICE, _SKIPPED = "trùng số", "nhảy số"
_WHOLE_TEXT = frozenset(ORDER[:6])
"""Levels whose numbers may go on through the whole text."""


class _Key(NamedTuple):
    """What lists of numbers are told apart by: the level, for 1.2 what stands before the last number."""

    rank: int
    of: str


@dataclass(slots=True)
class _List:
    """An open list of numbers. last: its last one; meant: what ought to have stood there; at: its heading."""

    key: _Key
    last: int
    meant: int
    at: Heading

    def goes_on(self, value: int) -> bool:
        """Whether a number may follow: after a number typed twice either of two may."""
        return value - 1 in (self.last, self.meant)


@dataclass(frozen=True, slots=True)
class Place:
    """A heading among its brothers. fault: "" or what is wrong; due: the number that was to come, 0 when it
    cannot be told; sure: False when it may be another list.
    """

    heading: Heading
    fault: str = ""
    due: int = 0
    sure: bool = True


def placed(case: Case, letters: str, ordinals: tuple[str, ...], furthest: int) -> Iterator[Place]:
    """Every heading with what is wrong with its number. Lists within lists may begin anew at any place."""
    lists: list[_List] = []
    closed: dict[_Key, int] = {}
    for heading in case.parts.headings:
        value = _value(heading, letters, ordinals)
        if not value:
            yield Place(heading, "" if heading.level == "điểm" else "không đọc được", 0, sure=False)
            continue
        key = _key(heading)
        place = _place(lists, closed, key, value, heading, furthest)
        yield place
        meant = place.due if place.fault in (_TWICE, _SKIPPED) else value
        _open(lists, closed, _List(key, value, meant, heading))


def _key(heading: Heading) -> _Key:
    of = heading.number.rpartition(".")[0] if heading.level == "số con" else ""
    small = heading.level == "tiết" and heading.paragraph.full_text.lower().startswith("tiểu")
    return _Key(ORDER.index(heading.level), "tiểu" if small else of)


def _value(heading: Heading, letters: str, ordinals: tuple[str, ...]) -> int:
    """The place that a number claims: III is 3, đ is 5; 0 for none of the permitted."""
    number = heading.number.strip()
    if heading.level in ("điểm", "chữ"):
        known = letters if heading.level == "điểm" else POINT_LETTERS.upper()
        return known.find(number) + 1 if len(number) == 1 else 0
    last = number.lower().removeprefix("thứ ").rpartition(".")[2]
    if last in ordinals:
        return ordinals.index(last) + 1
    return int(last) if last.isdigit() else from_roman(number.upper()) or 0


def _place(
    lists: list[_List], closed: dict[_Key, int], key: _Key, value: int, heading: Heading, furthest: int
) -> Place:
    same = [one for one in reversed(lists) if one.key == key]
    if any(one.goes_on(value) for one in same):
        return Place(heading)
    if value == 1:
        twice = bool(same) and (
            ORDER[key.rank] in _WHOLE_TEXT
            or (same[0] is lists[-1] and same[0].last == 1 and _alike(same[0].at, heading))
        )
        return Place(heading, _TWICE if twice else "", 2)
    if not same:
        if closed.get(key, 0) + 1 == value:
            whole = ORDER[key.rank] in _WHOLE_TEXT
            return Place(heading, "" if whole else "không đánh lại từ đầu", 1, sure=False)
        return Place(heading, "không bắt đầu từ số đầu tiên", 1, sure=value <= furthest)
    last = same[0].last
    if value <= last:
        return Place(heading, _TWICE, last + 1)
    sure = heading.level == "điểm" or heading.level in _WHOLE_TEXT or value - last <= furthest
    return Place(heading, _SKIPPED, last + 1, sure=sure)


def _alike(one: Heading, other: Heading) -> bool:
    """Whether two headings look like brothers: titles or not, bold or not, numbered by Word or by hand."""
    same = (one.titled, bool(one.paragraph.label)) == (other.titled, bool(other.paragraph.label))
    return same and number_bold(one) == number_bold(other)


def _open(lists: list[_List], closed: dict[_Key, int], new: _List) -> None:
    """Put the number where it now stands, closing what stood below."""
    key, value = new.key, new.last
    at = [place for place, one in enumerate(lists) if one.key == key]
    goes_on = next((place for place in reversed(at) if lists[place].goes_on(value)), None)
    if goes_on is None and (value != 1 or new.meant != value) and at:
        goes_on = at[-1]
    start = len(lists) if goes_on is None else goes_on
    if goes_on is None and (not at or ORDER[key.rank] in _WHOLE_TEXT):
        start = next((place for place, one in enumerate(lists) if _ends(key, one.key)), len(lists))
    for one in lists[start:]:
        closed[one.key] = one.last
    del lists[start:]
    lists.append(new)


def _ends(key: _Key, other: _Key) -> bool:
    """Whether a number of `key` ends an open list of `other`: of its own or a lower level."""
    return key.rank <= other.rank and key.rank <= ORDER.index("mục")


@about("HD05", "headings")
def vietnamese_letters(case: Case) -> Iterator[Seen]:
    """Điểm follow a, b, c, d, đ, e, g …, without f, j, w, z (PL I.II.6.đ)."""
    letters = parameter(case, "chu_cai")
    for place in placed(case, letters, (), len(letters)):
        heading = place.heading
        if heading.level != "điểm":
            continue
        if len(heading.number) == 1 and heading.number not in letters:
            wanted = f"các chữ {', '.join(letters)}"
            yield broken(heading.paragraph, f"điểm {heading.number})", wanted)
        elif place.fault:
            seen = f"{place.fault.replace('số', 'chữ')}: “{heading.number})”"
            yield broken(heading.paragraph, seen, f"“{_printed(heading, place.due)})”")
        else:
            yield held(heading.paragraph)


@about("HD09", "headings")
def consecutive_numbers(case: Case) -> Iterator[Seen]:
    """Numbers follow each other within their parent; điểm are asked by HD05 (PL I.II.6.c)."""
    furthest = int(case.text.parameters["nhay_xa"])
    for place in placed(case, POINT_LETTERS, parameters(case, "thu_tu"), furthest):
        heading = place.heading
        if heading.level in ("điểm", "số con"):
            continue
        if not place.fault:
            yield held(heading.paragraph)
        elif place.sure:
            seen = f"{place.fault}: “{heading.number}”"
            yield broken(heading.paragraph, seen, f"“{_printed(heading, place.due)}”")
        else:
            seen = f"{place.fault}: “{heading.number}”"
            yield unsure(heading.paragraph, seen, "xem số này có đúng thứ tự không")


def _printed(heading: Heading, due: int) -> str:
    """A number as it is printed at the level of the heading."""
    if heading.level in ("điểm", "chữ"):
        letter = POINT_LETTERS[(due - 1) % len(POINT_LETTERS)]
        return letter if heading.level == "điểm" else letter.upper()
    return roman_figure(due) if from_roman(heading.number.upper()) else str(due)


@about("HD12", "headings")
def numbers_of_parts(case: Case) -> Iterator[Seen]:
    """ "1.1." stands under khoản 1 and ends with a full stop (practice, PL I.II.6.c)."""
    clause = ""
    for heading in case.parts.headings:
        if heading.level in ("khoản", "điều"):
            clause = heading.number
        elif heading.level in ("phần", "chương", "tiết", "mục"):
            clause = ""
        if heading.level != "số con":
            continue
        parent = heading.number.partition(".")[0]
        if clause and parent != clause:
            yield broken(
                heading.paragraph, f"{heading.number} dưới khoản {clause}", f"số con của khoản {clause}"
            )
        elif sign_of(heading) != ".":
            yield broken(heading.paragraph, heading.number, f"{heading.number}.", with_sign(heading, "."))
        else:
            yield held(heading.paragraph)
